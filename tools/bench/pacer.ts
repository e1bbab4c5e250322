import { once } from 'node:events';
import { Worker } from 'node:worker_threads';

/** The shortest sleep worth a message from the other thread. */
const LEAST_PERIOD_MS = 1;

/**
 * Says when the next things are due, at an even rate, whatever happened to those before: what is late is still due at
 * its own moment, so that a stall counts for all who had to wait in it.
 */
export class Pacer {
  readonly #worker: Worker;
  readonly #stop = new Int32Array(new SharedArrayBuffer(4));

  private constructor(perSecond: number, onDue: (dueAt: number) => void) {
    const intervalMs = 1000 / perSecond;
    this.#worker = new Worker(new URL('./pacer.worker.ts', import.meta.url), { workerData: { periodMs: Math.max(LEAST_PERIOD_MS, intervalMs), stop: this.#stop } });
    let next: number | undefined;
    this.#worker.on('message', () => {
      const now = performance.now();
      next ??= now;
      for (; next <= now && this.#stop[0] === 0; next += intervalMs) onDue(next);
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
