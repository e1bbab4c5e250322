import { Worker } from 'node:worker_threads';
import { DiskError, type Counter } from '@ottla/model';
import { CleanerThreadDied, type CleanedGroup, type CleanerThread, type CleanPlan } from '@ottla/storage';
import type { CleanerAnswer, CleanerCall } from './cleaner-messages.ts';

interface Waiting {
  readonly resolve: (result: unknown) => void;
  readonly reject: (error: Error) => void;
}

/** The offset map lies outside the heap; what is in it is small. */
const MAX_HEAP_MB = 96;
const MAX_YOUNG_MB = 4;

/** Starts a thread that cleans logs. `bytesPerSecond` is asked for each clean; `ioBytes` counts what it read and wrote. */
export function startCleanerThread(bytesPerSecond: () => number, ioBytes: Counter): CleanerThread {
  // No source maps: of its errors only the message is told.
  const worker = new Worker(new URL('./cleaner.worker.js', import.meta.url), { execArgv: [], resourceLimits: { maxOldGenerationSizeMb: MAX_HEAP_MB, maxYoungGenerationSizeMb: MAX_YOUNG_MB } });
  // It must not keep a process alive that has nothing else to do.
  worker.unref();
  const waiting: Waiting[] = [];
  let end: Error | undefined;
  const died = (error: Error): void => {
    end ??= error;
    for (const { reject } of waiting.splice(0)) reject(end);
  };
  worker.on('message', (answer: CleanerAnswer) => {
    const call = waiting.shift();
    if ('result' in answer) call?.resolve(answer.result);
    else call?.reject(errorOf(answer.error));
  });
  worker.on('error', (error) => died(new CleanerThreadDied(`the log cleaner's thread died: ${error instanceof Error ? error.message : String(error)}`)));
  worker.on('exit', () => died(new CleanerThreadDied('the log cleaner\'s thread ended')));

  const ask = (call: CleanerCall): Promise<unknown> => {
    if (end !== undefined) return Promise.reject(end);
    const { promise, resolve, reject } = Promise.withResolvers<unknown>();
    waiting.push({ resolve, reject });
    worker.postMessage(call);
    return promise;
  };
  return {
    build: async (request) => {
      const plan = (await ask({ kind: 'build', request, bytesPerSecond: bytesPerSecond() })) as CleanPlan;
      ioBytes.add(plan.bytesRead);
      return plan;
    },
    clean: async (group) => {
      const cleaned = (await ask({ kind: 'clean', group })) as CleanedGroup;
      ioBytes.add(cleaned.bytesRead + cleaned.sizeBytes);
      return cleaned;
    },
    syncDirectory: async () => void (await ask({ kind: 'syncDirectory' })),
    discard: async () => void (await ask({ kind: 'discard' })),
    end: () => void ask({ kind: 'end' }).catch(() => {}),
    close: () => void worker.terminate(),
  };
}

function errorOf({ message, reason, path }: Extract<CleanerAnswer, { error: unknown }>['error']): Error {
  return reason === undefined ? new Error(message) : new DiskError(reason, path ?? '', message);
}
