import { ErrorCode, KafkaError, type Cancellable, type Offset, type Scheduler } from '@ottla/model';

interface Waiter {
  readonly offset: Offset;
  settle(): void;
  refuse(error: KafkaError): void;
  readonly timer: Cancellable;
}

/** Who waits for an offset to be applied. A timer exists only while somebody waits. */
export class OffsetWaiters {
  readonly #scheduler: Scheduler;
  readonly #waiters = new Set<Waiter>();

  constructor(scheduler: Scheduler) {
    this.#scheduler = scheduler;
  }

  wait(offset: Offset, timeoutMs: number): Promise<void> {
    return new Promise((resolve, reject) => {
      const waiter: Waiter = {
        offset,
        settle: resolve,
        refuse: reject,
        timer: this.#scheduler.after(timeoutMs, () => {
          this.#waiters.delete(waiter);
          reject(new KafkaError(ErrorCode.REQUEST_TIMED_OUT, `metadata offset ${offset} was not applied within ${timeoutMs} ms`));
        }),
      };
      this.#waiters.add(waiter);
    });
  }

  /** Settles who waits for an offset below `appliedOffset`. */
  wake(appliedOffset: Offset): void {
    for (const waiter of this.#waiters) {
      if (waiter.offset >= appliedOffset) continue;
      this.#waiters.delete(waiter);
      waiter.timer.cancel();
      waiter.settle();
    }
  }

  refuseAll(error: KafkaError): void {
    for (const waiter of this.#waiters) {
      waiter.timer.cancel();
      waiter.refuse(error);
    }
    this.#waiters.clear();
  }
}
