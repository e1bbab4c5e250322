import type { Cancellable, Clock, Scheduler } from '@ottla/model';

export interface CoreTimerOptions {
  readonly clock: Clock;
  readonly scheduler: Scheduler;
  /** When the core has something to do next, in monotonic milliseconds; undefined: not before another input. */
  readonly nextDeadlineMs: () => number | undefined;
  readonly onDue: () => void;
}

/** The one timer of a Raft node, for the first time at which its core has something to do. One that is due earlier finds out by itself. */
export class CoreTimer {
  readonly #options: CoreTimerOptions;
  #timer: Cancellable | undefined;
  #dueMs = Infinity;
  #isStopped = false;

  constructor(options: CoreTimerOptions) {
    this.#options = options;
  }

  /** To be called after each step of the core. */
  set(): void {
    const { clock, scheduler, nextDeadlineMs } = this.#options;
    const dueMs = nextDeadlineMs();
    if (dueMs === undefined || this.#dueMs <= dueMs || this.#isStopped) return;
    this.#timer?.cancel();
    this.#dueMs = dueMs;
    this.#timer = scheduler.after(Math.max(0, dueMs - clock.monotonicMs()), () => this.#fired());
  }

  /** For good. */
  stop(): void {
    this.#isStopped = true;
    this.#timer?.cancel();
  }

  #fired(): void {
    this.#timer = undefined;
    this.#dueMs = Infinity;
    const { clock, nextDeadlineMs, onDue } = this.#options;
    if ((nextDeadlineMs() ?? Infinity) <= clock.monotonicMs()) onDue();
    else this.set();
  }
}
