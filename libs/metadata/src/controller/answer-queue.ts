import { ErrorCode, KafkaError, type Cancellable, type Clock, type Offset, type Scheduler } from '@ottla/model';

interface Waiting {
  readonly offset: Offset;
  readonly deadlineMs: number;
  readonly onReached: () => void;
  readonly onFailed: (error: KafkaError) => void;
}

/**
 * Answers that wait until something has reached an offset, in the order of their offsets. Bounded, and each has a
 * deadline; one timer serves all, and it is set only while something waits.
 * Ordering: answers are released in the order of their offsets, and of their `wait` calls where those are equal.
 */
export class AnswerQueue {
  readonly #clock: Clock;
  readonly #scheduler: Scheduler;
  readonly #limit: number;
  #waiting: Waiting[] = [];
  #timer: { readonly atMs: number; readonly cancellable: Cancellable } | undefined;

  constructor(clock: Clock, scheduler: Scheduler, limit: number) {
    this.#clock = clock;
    this.#scheduler = scheduler;
    this.#limit = limit;
  }

  get isFull(): boolean {
    return this.#waiting.length >= this.#limit;
  }

  get size(): number {
    return this.#waiting.length;
  }

  /** Settles when `offset` is reached; rejects with KafkaError: REQUEST_TIMED_OUT after `timeoutMs`, or what `refuseAll` says. */
  wait(offset: Offset, timeoutMs: number): Promise<void> {
    return new Promise((resolve, reject) => {
      const deadlineMs = this.#clock.monotonicMs() + timeoutMs;
      // Most come in order: what was appended in turns of its own is waited for at an offset that later calls may be below.
      const before = this.#waiting.findLastIndex((other) => other.offset <= offset);
      this.#waiting.splice(before + 1, 0, { offset, deadlineMs, onReached: resolve, onFailed: reject });
      this.#arm(deadlineMs);
    });
  }

  /** Releases all that wait for `offset` or one before it. */
  reached(offset: Offset): void {
    let count = 0;
    for (const waiting of this.#waiting) {
      if (waiting.offset > offset) break;
      count++;
      waiting.onReached();
    }
    if (count > 0) this.#waiting = count === this.#waiting.length ? [] : this.#waiting.slice(count);
    if (this.#waiting.length === 0) this.#disarm();
  }

  refuseAll(error: KafkaError): void {
    const waiting = this.#waiting;
    this.#waiting = [];
    this.#disarm();
    for (const { onFailed } of waiting) onFailed(error);
  }

  #arm(atMs: number): void {
    if (this.#timer !== undefined && this.#timer.atMs <= atMs) return;
    this.#disarm();
    const delayMs = Math.max(0, atMs - this.#clock.monotonicMs());
    this.#timer = { atMs, cancellable: this.#scheduler.after(delayMs, () => this.#expire()) };
  }

  #disarm(): void {
    this.#timer?.cancellable.cancel();
    this.#timer = undefined;
  }

  #expire(): void {
    this.#timer = undefined;
    const now = this.#clock.monotonicMs();
    const expired: Waiting[] = [];
    let next = Infinity;
    for (const waiting of this.#waiting) {
      if (waiting.deadlineMs <= now) expired.push(waiting);
      else next = Math.min(next, waiting.deadlineMs);
    }
    if (expired.length > 0) this.#waiting = this.#waiting.filter(({ deadlineMs }) => deadlineMs > now);
    if (next !== Infinity) this.#arm(next);
    for (const { onFailed } of expired) onFailed(new KafkaError(ErrorCode.REQUEST_TIMED_OUT, 'The change was not committed in time; it may still come.'));
  }
}
