import type { LeaderEpoch, Offset } from '@ottla/model';
import { isSameReplica, majorityOf, type ReplicaKey, type Voter } from './quorum.ts';

/** An observer that was silent for so long is forgotten, as in Kafka. */
const OBSERVER_SESSION_MS = 300_000;
/** Observers remembered at once; beyond, the one that was silent longest is forgotten. */
const MAX_OBSERVERS = 2_000;

/** How far one replica is, as its fetches say. Times are monotonic. */
export interface ReplicaProgress extends ReplicaKey {
  /** Everything below is durable there; -1 when it has not fetched from this leader yet. */
  readonly endOffset: Offset;
  readonly lastFetchMs: number;
  readonly lastCaughtUpMs: number;
}

interface Replica extends ReplicaProgress {
  endOffset: Offset;
  lastFetchMs: number;
  lastCaughtUpMs: number;
  /** The leader's log end at the fetch before. */
  leaderEndAtLastFetch: Offset;
}

/** A fetch that waits for something to tell. */
export interface ParkedFetch {
  readonly requestId: number;
  readonly replica: ReplicaKey;
  readonly offset: Offset;
  readonly highWatermark: Offset;
  readonly maxBytes: number;
  readonly deadlineMs: number;
}

const keyOf = ({ id, directoryId }: ReplicaKey): string => `${id}:${directoryId}`;

/**
 * What a leader knows of the others during its epoch: how far each is, when it was heard, and its parked fetch (one a
 * replica). Offsets only grow: what a replica has durably of this epoch's log it never cuts in this epoch.
 */
export class LeaderProgress {
  readonly epoch: LeaderEpoch;
  /** Where the records of the own epoch begin. */
  readonly startOffset: Offset;
  isCommitted = false;
  /** When voters that do not fetch are told again that the epoch began. */
  beginAgainAtMs = Infinity;
  readonly #self: ReplicaKey;
  readonly #sinceMs: number;
  readonly #replicas = new Map<string, Replica>();
  readonly #parked = new Map<string, ParkedFetch>();

  constructor(self: ReplicaKey, epoch: LeaderEpoch, startOffset: Offset, nowMs: number) {
    this.#self = self;
    this.epoch = epoch;
    this.startOffset = startOffset;
    this.#sinceMs = nowMs;
  }

  /** Notes a fetch. `offset` is undefined when the replica's log parts from this one: then only its being alive counts. */
  fetched(replica: ReplicaKey, offset: Offset | undefined, leaderEndOffset: Offset, nowMs: number, voters: readonly Voter[]): void {
    const key = keyOf(replica);
    let known = this.#replicas.get(key);
    if (known === undefined) {
      known = { id: replica.id, directoryId: replica.directoryId, endOffset: -1, lastFetchMs: nowMs, lastCaughtUpMs: -1, leaderEndAtLastFetch: Infinity };
      this.#replicas.set(key, known);
      this.#forgetObservers(nowMs, voters);
    }
    if (offset !== undefined) {
      if (offset >= leaderEndOffset) known.lastCaughtUpMs = nowMs;
      else if (offset >= known.leaderEndAtLastFetch) known.lastCaughtUpMs = known.lastFetchMs;
      known.endOffset = Math.max(known.endOffset, offset);
      known.leaderEndAtLastFetch = leaderEndOffset;
    }
    known.lastFetchMs = nowMs;
  }

  /** Up to where a majority of `voters` has the log durably. */
  commitOffset(voters: readonly Voter[], ownSyncedOffset: Offset): Offset {
    const offsets = voters.map((voter) => (isSameReplica(voter, this.#self) ? ownSyncedOffset : (this.#progressOf(voter)?.endOffset ?? -1)));
    return offsets.sort((a, b) => b - a)[majorityOf(voters.length) - 1] ?? -1;
  }

  /** Only what covers a record of the own epoch is committed by counting: an earlier one may still be cut by a later leader. */
  mayCommit(offset: Offset): boolean {
    return offset > this.startOffset;
  }

  /** Since when less than a majority of `voters` was heard, at the earliest; Infinity when the leader is majority enough. */
  lastMajorityMs(voters: readonly Voter[]): number {
    const times = voters.map((voter) => (isSameReplica(voter, this.#self) ? Infinity : (this.#progressOf(voter)?.lastFetchMs ?? this.#sinceMs)));
    return times.sort((a, b) => b - a)[majorityOf(voters.length) - 1] ?? Infinity;
  }

  /** Voters that have not fetched since `sinceMs`. */
  silentVoters(voters: readonly Voter[], sinceMs: number): readonly Voter[] {
    return voters.filter((voter) => !isSameReplica(voter, this.#self) && (this.#progressOf(voter)?.lastFetchMs ?? -1) < sinceMs);
  }

  progressOf(voter: ReplicaKey): ReplicaProgress | undefined {
    return this.#progressOf(voter);
  }

  observers(voters: readonly Voter[]): readonly ReplicaProgress[] {
    return [...this.#replicas.values()].filter((replica) => !voters.some((voter) => isSameReplica(voter, replica)));
  }

  /** The replica's fetch that this one takes the place of, if any. */
  park(fetch: ParkedFetch): ParkedFetch | undefined {
    const key = keyOf(fetch.replica);
    const before = this.#parked.get(key);
    this.#parked.set(key, fetch);
    return before;
  }

  /** Fetches that need not wait any more: there are records, a later high watermark, or their time is up. */
  takeDue(readableOffset: Offset, highWatermark: Offset, nowMs: number): ParkedFetch[] {
    const due: ParkedFetch[] = [];
    for (const [key, fetch] of this.#parked) {
      if (fetch.offset >= readableOffset && fetch.highWatermark >= highWatermark && nowMs < fetch.deadlineMs) continue;
      this.#parked.delete(key);
      due.push(fetch);
    }
    return due;
  }

  takeAll(): ParkedFetch[] {
    const all = [...this.#parked.values()];
    this.#parked.clear();
    return all;
  }

  nextParkedDeadlineMs(): number {
    let next = Infinity;
    for (const { deadlineMs } of this.#parked.values()) next = Math.min(next, deadlineMs);
    return next;
  }

  #progressOf(voter: ReplicaKey): Replica | undefined {
    const exact = this.#replicas.get(keyOf(voter));
    if (exact !== undefined) return exact;
    let found: Replica | undefined;
    for (const replica of this.#replicas.values()) {
      if (isSameReplica(voter, replica) && (found === undefined || replica.endOffset > found.endOffset)) found = replica;
    }
    return found;
  }

  #forgetObservers(nowMs: number, voters: readonly Voter[]): void {
    const observers = [...this.observers(voters)].sort((a, b) => a.lastFetchMs - b.lastFetchMs);
    for (const [index, observer] of observers.entries()) {
      if (nowMs - observer.lastFetchMs < OBSERVER_SESSION_MS && observers.length - index <= MAX_OBSERVERS) break;
      this.#replicas.delete(keyOf(observer));
    }
  }
}
