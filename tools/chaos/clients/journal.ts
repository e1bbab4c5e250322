import { openSync, writeSync } from 'node:fs';

/** What a client process is started with. */
export interface ClientOptions {
  readonly bootstrap: string;
  /** Unique among all starts of all clients. */
  readonly name: string;
  /** The same for each start of one client: its transactional id. */
  readonly slot: string;
  readonly journal: string;
  readonly partitions: number;
}

/**
 * One line of a history. `sent`, `committing` and `began` are written before anything leaves the process, so that a process that is
 * killed has told what it may have done.
 */
export type Line =
  | { readonly sent: readonly [partition: number, from: number, to: number] }
  | { readonly acknowledged: readonly [partition: number, from: number, to: number]; readonly atMs?: number }
  | { readonly polled: readonly [partition: number, offset: number, value: string] }
  | { readonly committing: readonly [partition: number, offset: number]; readonly fromMs: number }
  | { readonly offset: readonly [partition: number, offset: number]; readonly fromMs: number; readonly atMs: number }
  | { readonly began: string }
  | { readonly committed: string }
  | { readonly aborted: string }
  | { readonly seen: string }
  | { readonly failed: string };

/** The history of one process, in a file that it alone writes. */
export class Journal {
  readonly #file: number;

  constructor(path: string) {
    this.#file = openSync(path, 'a');
  }

  write(...lines: readonly Line[]): void {
    if (lines.length > 0) writeSync(this.#file, lines.map((line) => `${JSON.stringify(line)}\n`).join(''));
  }
}

export function clientOptions(): ClientOptions {
  return JSON.parse(process.argv[2] ?? '{}') as ClientOptions;
}

/** Whether SIGTERM came: then a client finishes what it does and ends. */
export function untilTerminated(): () => boolean {
  let isTerminated = false;
  process.on('SIGTERM', () => (isTerminated = true));
  return () => isTerminated;
}

/**
 * Ends the process, which the run starts anew: what a program that is built with these clients does, too. By a signal:
 * an exit waits for calls of librdkafka that never return.
 */
export function giveUp(journal: Journal, error: unknown): never {
  journal.write({ failed: String(error) });
  process.kill(process.pid, 'SIGKILL');
  throw new Error('killed');
}

const TRANSACTION_WITHIN_MS = 60_000;

/** What `work` settles with; a client library that never answers ends the process. */
export async function inTime<T>(journal: Journal, what: string, work: Promise<T>): Promise<T> {
  const timer = setTimeout(() => giveUp(journal, `${what} took longer than ${TRANSACTION_WITHIN_MS} ms`), TRANSACTION_WITHIN_MS);
  try {
    return await work;
  } finally {
    clearTimeout(timer);
  }
}

export const pause = (durationMs: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, durationMs));
