import { ErrorCode, KafkaError, type Cancellable, type Clock, type Offset, type Scheduler } from '@ottla/model';
import type { EnvelopeAnswer } from '@ottla/rpc';

/** An answer that waits for what it tells of to be committed. */
interface HeldAnswer {
  readonly body: Uint8Array;
  readonly releaseOffset: Offset;
  /** Monotonic. */
  readonly deadlineMs: number;
  readonly resolve: (answer: EnvelopeAnswer) => void;
  readonly reject: (error: KafkaError) => void;
}

/** Answers of the owner of one shard, in the order in which they were decided; each leaves when what it rests on is committed. */
export class HeldAnswers {
  readonly #clock: Clock;
  readonly #scheduler: Scheduler;
  #held: HeldAnswer[] = [];
  /** Runs while answers wait. */
  #timer: Cancellable | undefined;
  #timerMs = Infinity;

  constructor(clock: Clock, scheduler: Scheduler) {
    this.#clock = clock;
    this.#scheduler = scheduler;
  }

  /** Rejects with REQUEST_TIMED_OUT past the deadline: the outcome is unknown. */
  hold(body: Uint8Array, releaseOffset: Offset, deadlineMs: number): Promise<EnvelopeAnswer> {
    return new Promise((resolve, reject) => {
      this.#held.push({ body, releaseOffset, deadlineMs, resolve, reject });
      if (deadlineMs < this.#timerMs) this.#setTimer(deadlineMs);
    });
  }

  /** Everything below `committedEnd` is committed. */
  release(committedEnd: Offset): void {
    let count = 0;
    while (count < this.#held.length && (this.#held[count] as HeldAnswer).releaseOffset <= committedEnd) count++;
    if (count === 0) return;
    const released = count === this.#held.length ? this.#held : this.#held.slice(0, count);
    this.#held = this.#held.slice(count);
    if (this.#held.length === 0) this.#endTimer();
    for (const { body, resolve } of released) resolve({ body });
  }

  /** Refuses everything with NOT_COORDINATOR: whether it was carried out is for the next owner's load to show. */
  rejectAll(reason: string): void {
    const held = this.#held;
    this.#held = [];
    this.#endTimer();
    for (const { reject } of held) reject(new KafkaError(ErrorCode.NOT_COORDINATOR, reason));
  }

  #setTimer(deadlineMs: number): void {
    this.#timer?.cancel();
    this.#timerMs = deadlineMs;
    this.#timer = this.#scheduler.after(Math.max(1, deadlineMs - this.#clock.monotonicMs()), () => this.#onTimer());
  }

  #endTimer(): void {
    this.#timer?.cancel();
    this.#timer = undefined;
    this.#timerMs = Infinity;
  }

  #onTimer(): void {
    this.#endTimer();
    const nowMs = this.#clock.monotonicMs();
    const due: HeldAnswer[] = [];
    const left: HeldAnswer[] = [];
    let nextMs = Infinity;
    for (const answer of this.#held) {
      const isDue = answer.deadlineMs <= nowMs;
      (isDue ? due : left).push(answer);
      if (!isDue) nextMs = Math.min(nextMs, answer.deadlineMs);
    }
    this.#held = left;
    if (nextMs < Infinity) this.#setTimer(nextMs);
    for (const { reject } of due) reject(new KafkaError(ErrorCode.REQUEST_TIMED_OUT, 'it was decided but not committed in time'));
  }
}
