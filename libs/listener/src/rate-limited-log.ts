import type { Clock, LogFields, Logger } from '@ottla/model';

/** One line a kind in this time; the next one tells how many were left out. */
const INTERVAL_MS = 10_000;

/** Lines that a client can cause as often as it likes, and that must not fill the log. */
export class RateLimitedLog {
  readonly #logger: Logger;
  readonly #clock: Clock;
  readonly #kinds = new Map<string, { lastMs: number; leftOut: number }>();

  constructor(logger: Logger, clock: Clock) {
    this.#logger = logger;
    this.#clock = clock;
  }

  /** `kind` is one of a few fixed names. */
  warn(kind: string, message: string, fields: LogFields): void {
    const leftOut = this.#admit(kind);
    if (leftOut >= 0) this.#logger.warn(message, leftOut === 0 ? fields : { ...fields, leftOut });
  }

  /** `kind` is one of a few fixed names. */
  error(kind: string, message: string, fields: LogFields): void {
    const leftOut = this.#admit(kind);
    if (leftOut >= 0) this.#logger.error(message, leftOut === 0 ? fields : { ...fields, leftOut });
  }

  /** How many lines of this kind were left out since its last one; -1 when this one is left out too. */
  #admit(kind: string): number {
    const nowMs = this.#clock.monotonicMs();
    const state = this.#kinds.get(kind);
    if (state !== undefined && nowMs - state.lastMs < INTERVAL_MS) {
      state.leftOut += 1;
      return -1;
    }
    this.#kinds.set(kind, { lastMs: nowMs, leftOut: 0 });
    return state?.leftOut ?? 0;
  }
}
