import type { BrokerEpoch, BrokerId, Offset } from '@ottla/model';
import { NO_OFFSET } from '@ottla/model';

/** What a leader knows of one follower, from its fetches. Times are monotonic milliseconds. */
export interface FollowerState {
  /** Where the follower fetched last: all below is in its log. -1 before its first fetch in this leader epoch. */
  logEndOffset: Offset;
  logStartOffset: Offset;
  /** When the follower last had everything that the leader had at that time. */
  lastCaughtUpMs: number;
  lastFetchMs: number;
  /** End of the leader's log at the last fetch. */
  lastLeaderEndOffset: Offset;
  /** Incarnation of the follower; -1 when its version of Fetch does not tell. */
  brokerEpoch: BrokerEpoch;
}

/** One fetch of a follower, as far as the leader's books are concerned. */
export interface FollowerFetch {
  readonly fetchOffset: Offset;
  readonly logStartOffset: Offset;
  readonly brokerEpoch: BrokerEpoch;
  readonly nowMs: number;
  /** End of what the leader has written. */
  readonly leaderEndOffset: Offset;
}

const NEVER = -Infinity;

/**
 * The leader's books on its followers: how far each has come, and when it last kept pace.
 * Ordering: begun anew with each leader epoch (`begin`), so that nothing a follower said to an earlier leader, or to
 * this one before a truncation, counts.
 */
export class PartitionFollowers {
  readonly #states = new Map<BrokerId, FollowerState>();

  /** A leader epoch begins: who is in sync has replica.lag.time.max.ms from now to fetch. */
  begin(followers: readonly BrokerId[], isr: readonly BrokerId[], nowMs: number): void {
    this.#states.clear();
    for (const follower of followers) this.#states.set(follower, unknownState(isr.includes(follower) ? nowMs : NEVER));
  }

  /** The assignment changed within the epoch. */
  keepOnly(followers: readonly BrokerId[]): void {
    for (const known of this.#states.keys()) if (!followers.includes(known)) this.#states.delete(known);
    for (const follower of followers) if (!this.#states.has(follower)) this.#states.set(follower, unknownState(NEVER));
  }

  end(): void {
    this.#states.clear();
  }

  get(follower: BrokerId): FollowerState | undefined {
    return this.#states.get(follower);
  }

  entries(): IterableIterator<[BrokerId, FollowerState]> {
    return this.#states.entries();
  }

  /** Notes a fetch. False when the follower has no replica, or when an older incarnation of it speaks. */
  fetched(follower: BrokerId, fetch: FollowerFetch): boolean {
    const state = this.#states.get(follower);
    if (state === undefined || fetch.brokerEpoch < state.brokerEpoch) return false;
    if (fetch.fetchOffset >= fetch.leaderEndOffset) state.lastCaughtUpMs = Math.max(state.lastCaughtUpMs, fetch.nowMs);
    // It has by now all that there was when it fetched before, so it was in pace then.
    else if (fetch.fetchOffset >= state.lastLeaderEndOffset) state.lastCaughtUpMs = Math.max(state.lastCaughtUpMs, state.lastFetchMs);
    state.logEndOffset = fetch.fetchOffset;
    state.logStartOffset = fetch.logStartOffset;
    state.lastFetchMs = fetch.nowMs;
    state.lastLeaderEndOffset = fetch.leaderEndOffset;
    state.brokerEpoch = fetch.brokerEpoch;
    return true;
  }

  /** It fetched again at `atMs` from where the leader's log ended. */
  keptPace(follower: BrokerId, atMs: number): void {
    const state = this.#states.get(follower);
    if (state === undefined || atMs <= state.lastFetchMs) return;
    state.lastCaughtUpMs = Math.max(state.lastCaughtUpMs, atMs);
    state.lastFetchMs = atMs;
  }
}

function unknownState(lastCaughtUpMs: number): FollowerState {
  return { logEndOffset: NO_OFFSET, logStartOffset: NO_OFFSET, lastCaughtUpMs, lastFetchMs: NEVER, lastLeaderEndOffset: Infinity, brokerEpoch: -1 };
}

/** Whether the follower has all that the leader has, or had it at some time within the last `lagTimeMaxMs`. */
export function isCaughtUp(state: FollowerState, leaderEndOffset: Offset, nowMs: number, lagTimeMaxMs: number): boolean {
  return state.logEndOffset === leaderEndOffset || nowMs - state.lastCaughtUpMs <= lagTimeMaxMs;
}
