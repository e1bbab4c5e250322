import type { Cancellable, Offset, Scheduler } from '@ottla/model';

interface Waiter {
  readonly offset: Offset;
  readonly settle: () => void;
  readonly timer: Cancellable;
}

/** Who waits for the high watermark to pass an offset. A timer exists only while somebody waits. */
export class CommitWaiters {
  readonly #scheduler: Scheduler;
  #waiters: Waiter[] = [];

  constructor(scheduler: Scheduler) {
    this.#scheduler = scheduler;
  }

  wait(offset: Offset, maxWaitMs: number): Promise<void> {
    return new Promise((resolve) => {
      const waiter: Waiter = {
        offset,
        settle: resolve,
        timer: this.#scheduler.after(maxWaitMs, () => {
          this.#waiters = this.#waiters.filter((other) => other !== waiter);
          resolve();
        }),
      };
      this.#waiters.push(waiter);
    });
  }

  /** Settles everybody who waits for an offset below `highWatermark`; Infinity settles all. */
  wake(highWatermark: Offset): void {
    if (this.#waiters.length === 0) return;
    const waiters = this.#waiters;
    this.#waiters = waiters.filter(({ offset }) => offset >= highWatermark);
    for (const { offset, settle, timer } of waiters) {
      if (offset >= highWatermark) continue;
      timer.cancel();
      settle();
    }
  }
}
