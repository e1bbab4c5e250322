import type { Clock, Logger } from '@ottla/model';

const AGAIN_AFTER_MS = 60_000;
/** Ends that are remembered as told of; beyond them all may be told of again. */
const MOST_REMEMBERED = 1_000;

/**
 * Says that an end of a connection was refused, and what to do: one line for each end and reason, again after a minute.
 * Who does not fit dials again and again, and must not fill the disk with it.
 */
export class StrangerLog {
  readonly #clock: Clock;
  readonly #logger: Logger;
  readonly #toldMs = new Map<string, number>();

  constructor(clock: Clock, logger: Logger) {
    this.#clock = clock;
    this.#logger = logger;
  }

  /** `who` is an address; without its port where that is another one each time. */
  tell(message: string, who: string, reason: string): void {
    const nowMs = this.#clock.monotonicMs();
    const key = `${message} ${who} ${reason}`;
    const told = this.#toldMs.get(key);
    if (told !== undefined && nowMs - told < AGAIN_AFTER_MS) return;
    if (this.#toldMs.size >= MOST_REMEMBERED) this.#toldMs.clear();
    this.#toldMs.set(key, nowMs);
    this.#logger.error(message, { address: who, reason });
  }
}
