import type { Clock, Logger } from '@ottla/model';

/** Clocks that are further apart than this spoil timestamps, retention and timeouts of transactions; closer ones do no harm. */
const MOST_APART_MS = 60_000;
/** Other ends that are remembered as told of; who dials with ever new numbers is told of again. */
const MOST_REMEMBERED = 1_000;
const MS_PER_SECOND = 1_000;

/**
 * Tells of other processes whose wall clock is far from this one's: once for each, and again when it is off the
 * other way, or was right in between. Nothing is decided by it: sessions, leases and timeouts between planes go by monotonic time, so such a cluster
 * works on, with records that are dated wrongly.
 */
export class ClockComparison {
  readonly #clock: Clock;
  readonly #logger: Logger;
  /** Which way the clock of each was off when that was told. */
  readonly #told = new Map<string, 'ahead of' | 'behind'>();

  constructor(clock: Clock, logger: Logger) {
    this.#clock = clock;
    this.#logger = logger;
  }

  /** `theirMs` is what `who` said just now, in milliseconds since 1970. */
  compare(who: string, theirMs: number): void {
    const aheadMs = theirMs - this.#clock.now();
    if (Math.abs(aheadMs) <= MOST_APART_MS) {
      this.#told.delete(who);
      return;
    }
    const way = aheadMs > 0 ? 'ahead of' : 'behind';
    if (this.#told.get(who) === way) return;
    if (this.#told.size >= MOST_REMEMBERED) this.#told.clear();
    this.#told.set(who, way);
    const apart = `${Math.round(Math.abs(aheadMs) / MS_PER_SECOND)} s ${way} the clock of this process`;
    this.#logger.warn(`the clock of ${who} is ${apart}: set the one that is wrong (see that NTP runs on both machines), since records are dated and deleted by it`, {});
  }
}
