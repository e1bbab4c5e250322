import type { TimestampMs } from '../ids.ts';

/** Time as it is passed in. The simulator's clock is virtual; production's is the machine's. */
export interface Clock {
  /** Wall clock, may jump. For timestamps that are stored or shown. */
  now(): TimestampMs;
  /** Monotonic milliseconds (with fraction), never goes back. For durations and deadlines. */
  monotonicMs(): number;
}

/** A timer or task that can be taken back; cancelling twice or late is harmless. */
export interface Cancellable {
  cancel(): void;
}

/**
 * When code runs. Tasks never run inside the call that schedules them.
 * A task that throws is a defect: the implementation reports it and the process stops.
 */
export interface Scheduler {
  /** Runs `task` once, after at least `delayMs`. Does not keep an otherwise finished process alive. */
  after(delayMs: number, task: () => void): Cancellable;
  /**
   * Runs `task` once at the end of the current turn of the event loop, after the input that is already
   * readable has been handled: the place where appends and writes are coalesced.
   */
  endOfTurn(task: () => void): void;
}
