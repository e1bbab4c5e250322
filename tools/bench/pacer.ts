import { once } from 'node:events';
import { Worker } from 'node:worker_threads';

/** The shortest sleep worth a message from the other thread. */
const LEAST_PERIOD_MS = 1;

/** The clock that all threads share, unlike that of `performance`, which begins with each of them. */
export function sharedNowMs(): number {
  const [seconds, nanoseconds] = process.hrtime();
  return seconds * 1000 + nanoseconds / 1e6;
}

/** How far the clock of this thread is ahead. The least of a few: this thread may be put aside between the two readings. */
function aheadOfSharedMs(): number {
  return Math.min(...Array.from({ length: 20 }, () => -sharedNowMs() + performance.now()));
}

/**
 * Says when the next things are due, at an even rate, whatever happened to those before: what is late is still due at
 * its own moment, so that a stall counts for all who had to wait in it.
 *
 * Only the other thread looks at the clock to tell what is due. Were this one to ask again, a message that came a few
 * microseconds before its own reckoning would leave its thing to the next message, a whole period late.
 */
export class Pacer {
  readonly #worker: Worker;
  readonly #stop = new Int32Array(new SharedArrayBuffer(4));

  private constructor(perSecond: number, onDue: (dueAt: number) => void) {
    const intervalMs = 1000 / perSecond;
    const startAtHere = performance.now();
    const startAt = startAtHere - aheadOfSharedMs();
    let told = 0;
    this.#worker = new Worker(new URL('./pacer.worker.ts', import.meta.url), { workerData: { startAt, intervalMs, periodMs: Math.max(LEAST_PERIOD_MS, intervalMs), stop: this.#stop } });
    this.#worker.on('message', (due: number) => {
      // What was due while the thread came up is left out.
      if (told === 0) told = due - 1;
      for (; told < due && this.#stop[0] === 0; told++) onDue(startAtHere + (told + 1) * intervalMs);
    });
  }

  /** `onDue` gets the moment (of `performance.now`) at which something should have been sent. */
  static start(perSecond: number, onDue: (dueAt: number) => void): Pacer {
    return new Pacer(perSecond, onDue);
  }

  async stop(): Promise<void> {
    Atomics.store(this.#stop, 0, 1);
    Atomics.notify(this.#stop, 0);
    await once(this.#worker, 'exit');
  }
}
