import type { ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { createInterface } from 'node:readline';

/** Less than what tests are given, so that one that waits in vain fails by the name of what it waited for. */
const TOLD_WITHIN_MS = 50_000;
const MOST_LINES = 10_000;

/** A process of its own, and what it prints. */
export interface WatchedProcess {
  /** Settles with the text behind `before` in the first line that has it; rejects with all output when the process ends without it, or is silent about it for 50 s. */
  told(before: string): Promise<string>;
  /** Settles with the exit code, or the signal that ended the process. */
  readonly exited: Promise<number | NodeJS.Signals>;
  /** SIGTERM; settles as `exited` does. */
  terminate(): Promise<number | NodeJS.Signals>;
  /** SIGKILL. */
  kill(): Promise<void>;
  readonly output: () => string;
}

/** Watches `child` from its start on; `name` is for errors. Its stdout and stderr are pipes. */
export function watchProcess(name: string, child: ChildProcess): WatchedProcess {
  const lines: string[] = [];
  const waiting = new Set<() => void>();
  const onLine = (line: string): void => {
    lines.push(line);
    if (lines.length > MOST_LINES) lines.shift();
    for (const look of waiting) look();
  };
  for (const input of [child.stdout, child.stderr]) createInterface({ input: input as NodeJS.ReadableStream }).on('line', onLine);
  const exited = once(child, 'close').then(([code, signal]) => (code ?? signal) as number | NodeJS.Signals);
  const output = (): string => lines.join('\n');
  const end = async (signal: 'SIGTERM' | 'SIGKILL'): Promise<number | NodeJS.Signals> => {
    child.kill(signal);
    return await exited;
  };
  return {
    output, exited,
    told: async (before) => {
      const { promise, resolve, reject } = Promise.withResolvers<string>();
      const look = (): void => {
        const line = lines.find((text) => text.includes(before));
        if (line !== undefined) resolve(line.slice(line.indexOf(before) + before.length));
      };
      waiting.add(look);
      look();
      const timer = setTimeout(() => reject(new Error(`the ${name} did not print "${before}" within ${TOLD_WITHIN_MS} ms:\n${output()}`)), TOLD_WITHIN_MS);
      void exited.then((code) => reject(new Error(`the ${name} ended with ${code} and did not print "${before}":\n${output()}`)));
      return await promise.finally(() => {
        clearTimeout(timer);
        waiting.delete(look);
      });
    },
    terminate: () => end('SIGTERM'),
    kill: async () => void (await end('SIGKILL')),
  };
}
