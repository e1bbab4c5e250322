/** Heartbeats that one coordinator instance wants in a second, of all its groups. */
const HEARTBEATS_A_SECOND = 2_000;
/** However few members there are. */
const SHORTEST_INTERVAL_MS = 300;
/** A member that has a step to take asks so many times as often: each step of a large group would take seconds otherwise. */
const UNSETTLED_SHARE = 4;
/** How long a shard's count is believed without another: a shard that went away says nothing. */
const COUNT_AGE_MS = 60_000;
/** How long a sum is used. */
const SUM_AGE_MS = 1_000;

interface Count {
  members: number;
  atMs: number;
}

/**
 * How often members shall send heartbeats, by how many there are on this instance: members hear of a new target only
 * in a heartbeat's answer, so few members ask often and settle fast, and many do not ask for more than the instance has.
 * Shared by all shards of an instance.
 */
export class HeartbeatBudget {
  readonly #counts = new Map<string, Count>();
  #members = 0;
  #summedAtMs = -Infinity;

  /** A shard's number of members, told with each heartbeat; Infinity-aged ones drop out. */
  report(shard: string, members: number, nowMs: number): void {
    const count = this.#counts.get(shard);
    if (count === undefined) this.#counts.set(shard, { members, atMs: nowMs });
    else {
      count.members = members;
      count.atMs = nowMs;
    }
    if (nowMs - this.#summedAtMs >= SUM_AGE_MS) this.#sum(nowMs);
  }

  /** At least 300 ms, unless `configuredMs` is less: that is the most in any case. A member that has not reached its target asks more often. */
  intervalMs(configuredMs: number, isSettled: boolean): number {
    const evenMs = Math.min(configuredMs, Math.ceil((this.#members * 1_000) / HEARTBEATS_A_SECOND));
    return Math.min(configuredMs, Math.max(SHORTEST_INTERVAL_MS, isSettled ? evenMs : Math.ceil(evenMs / UNSETTLED_SHARE)));
  }

  #sum(nowMs: number): void {
    this.#summedAtMs = nowMs;
    this.#members = 0;
    for (const [shard, { members, atMs }] of this.#counts) {
      if (nowMs - atMs > COUNT_AGE_MS) this.#counts.delete(shard);
      else this.#members += members;
    }
  }
}
