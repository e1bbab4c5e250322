import { Worker } from 'node:worker_threads';
import { ErrorCode, type Logger } from '@ottla/model';
import type { OpenedBatch } from '@ottla/storage';
import type { OpeningThread } from './batch-opener.ts';
import type { OpeningAnswer, OpeningCall } from './opening-messages.ts';

/** A decompressed batch lies outside the heap; the facts about refused records are bounded. */
const MAX_HEAP_MB = 64;
const MAX_YOUNG_MB = 4;

interface Waiting {
  readonly nowMs: number;
  readonly resolve: (opened: OpenedBatch) => void;
}

/**
 * One thread that opens batches, started with the first one. It dies with a batch that it has no memory for: whatever was
 * asked of it is refused then, and the next batch starts another.
 */
export function startOpeningThread(logger: Logger): OpeningThread {
  const waiting = new Map<number, Waiting>();
  let worker: Worker | undefined;
  let lastId = 0;
  const refuseAll = (message: string): void => {
    worker = undefined;
    const refused = [...waiting.values()];
    waiting.clear();
    for (const { nowMs, resolve } of refused) resolve({ nowMs, decision: undefined, refusal: { code: ErrorCode.UNKNOWN_SERVER_ERROR, message } });
  };
  const start = (): Worker => {
    // Source maps would take a fifth of what the thread holds, and of its errors only the message is told.
    const started = new Worker(new URL('./opening.worker.js', import.meta.url), { execArgv: [], resourceLimits: { maxOldGenerationSizeMb: MAX_HEAP_MB, maxYoungGenerationSizeMb: MAX_YOUNG_MB } });
    // It must not keep a process alive that has nothing else to do.
    started.unref();
    started.on('message', ({ id, opened }: OpeningAnswer) => {
      const call = waiting.get(id);
      waiting.delete(id);
      call?.resolve(opened);
    });
    started.on('error', (error) => {
      logger.error('the thread that opens batches died; the batches that it had are refused', { error: Error.isError(error) ? error.message : String(error) });
      if (started === worker) refuseAll('the batch could not be opened');
    });
    started.on('exit', () => {
      if (started === worker) refuseAll('the batch could not be opened');
    });
    return started;
  };
  return {
    open: (records, config, nowMs) =>
      new Promise((resolve) => {
        worker ??= start();
        lastId += 1;
        waiting.set(lastId, { nowMs, resolve });
        // A copy of the batch alone goes over: cloning a view would clone the whole frame that it lies in.
        try {
          const own = Uint8Array.from(records);
          const call: OpeningCall = { id: lastId, records: own, config, nowMs };
          worker.postMessage(call, [own.buffer]);
        } catch (error) {
          waiting.delete(lastId);
          logger.error('a batch could not be handed to the thread that opens batches; it is refused', { bytes: records.length, error: Error.isError(error) ? error.message : String(error) });
          resolve({ nowMs, decision: undefined, refusal: { code: ErrorCode.UNKNOWN_SERVER_ERROR, message: 'the batch could not be opened' } });
        }
      }),
    close: () => {
      const closed = worker;
      refuseAll('the broker stops');
      void closed?.terminate();
    },
  };
}
