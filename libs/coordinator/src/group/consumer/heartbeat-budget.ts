/** Heartbeats that one coordinator instance wants in a second, of all its groups. */
const HEARTBEATS_A_SECOND = 2_000;
/** However few members there are: of those that have a step to take, and of others. */
const SHORTEST_UNSETTLED_MS = 150;
const SHORTEST_SETTLED_MS = 300;
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

  /** At least 300 ms, for a member that may have a step to take 150 ms, unless `configuredMs` is less: that is the most in any case. */
  intervalMs(configuredMs: number, isSettled: boolean): number {
    const evenMs = Math.min(configuredMs, Math.ceil((this.#members * 1_000) / HEARTBEATS_A_SECOND));
    const intervalMs = isSettled ? Math.max(SHORTEST_SETTLED_MS, evenMs) : Math.max(SHORTEST_UNSETTLED_MS, Math.ceil(evenMs / UNSETTLED_SHARE));
    return Math.min(configuredMs, intervalMs);
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
