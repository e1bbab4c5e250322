import type { Logger, TimestampMs } from '@ottla/model';
import { ClassicGroup } from './classic-group.ts';
import type { ConsumerGroup } from './consumer/consumer-group.ts';
import { Deadline } from './deadlines.ts';
import type { GroupMetrics } from './group-metrics.ts';
import type { CommittedOffset } from './group-offsets.ts';
import type { GroupStore } from './group-store.ts';
import type { PendingOffsets } from './pending-offsets.ts';
import { Tombstones } from './tombstones.ts';
import type { Turn } from './turn.ts';

/** Groups that one decision looks at; the rest of a round follows in decisions of their own, between requests. */
const GROUPS_A_DECISION = 250;
const BETWEEN_SLICES_MS = 1;

/**
 * Every check interval, one round over all groups: tombstones for offsets past their retention, and for groups that
 * have nobody and nothing left.
 */
export class Expiry {
  readonly #store: GroupStore;
  readonly #metrics: GroupMetrics;
  readonly #logger: Logger;
  readonly #pending: PendingOffsets;
  readonly #deadline = new Deadline('expiry');
  /** Groups that the round under way has still to look at. */
  #round: Iterator<ClassicGroup | ConsumerGroup> | undefined;

  constructor(store: GroupStore, metrics: GroupMetrics, logger: Logger, pending: PendingOffsets) {
    this.#store = store;
    this.#metrics = metrics;
    this.#logger = logger;
    this.#pending = pending;
  }

  /** Plans the next round. */
  schedule(turn: Turn): void {
    this.#store.deadlines.schedule(this.#deadline, turn.time.monotonicMs + turn.config.offsetsRetentionCheckIntervalMs);
  }

  /** Goes on with the round that is due. */
  onDeadline(turn: Turn): void {
    this.#round ??= this.#store.everyGroup();
    const tombstones = new Tombstones(turn);
    for (let count = 0; count < GROUPS_A_DECISION; count++) {
      const next = this.#round.next();
      if (next.done === true) {
        this.#round = undefined;
        break;
      }
      this.#expireGroup(next.value, tombstones, turn);
    }
    tombstones.flush();
    if (this.#round === undefined) this.schedule(turn);
    else this.#store.deadlines.schedule(this.#deadline, turn.time.monotonicMs + BETWEEN_SLICES_MS);
  }

  #expireGroup(group: ClassicGroup | ConsumerGroup, tombstones: Tombstones, turn: Turn): void {
    // What an open transaction commits is not known yet.
    if (this.#pending.hasOpen(group.groupId)) return;
    const baseOf = group instanceof ClassicGroup ? retentionBase(group) : (committed: CommittedOffset): TimestampMs => committed.commitTimestamp;
    let expired = 0;
    let left = 0;
    for (const [topic, partitions] of group.offsets.topics()) {
      for (const [partition, committed] of partitions) {
        if (baseOf === undefined || group.isSubscribedTo(topic) || !isExpired(committed, baseOf(committed), turn)) {
          left++;
          continue;
        }
        tombstones.addOffset(group.groupId, topic, partition);
        expired++;
      }
    }
    this.#metrics.offsetExpirations.add(expired);
    if (expired > 0) this.#logger.debug('offsets of a group expired', { group: group.groupId, count: expired });
    if (left > 0 || group.state !== 'Empty') return;
    if (!(group instanceof ClassicGroup)) tombstones.addConsumerGroup(group);
    // A client that was just given its member id is on its way into the group.
    else if (group.pendingJoin.size === 0) tombstones.addGroup(group.groupId);
  }
}

/** From which moment an offset's retention runs; undefined while it does not run. */
function retentionBase(group: ClassicGroup): ((committed: CommittedOffset) => TimestampMs) | undefined {
  const committedAt = (committed: CommittedOffset): TimestampMs => committed.commitTimestamp;
  if (group.protocolType === null) return committedAt;
  if (group.state === 'Empty') return group.stateTimestamp === -1 ? committedAt : () => group.stateTimestamp;
  // Topics that a running group no longer reads; the caller leaves out those that it does.
  if (group.state === 'Stable' && group.isConsumerGroup && group.subscribedTopics !== undefined) return committedAt;
  return undefined;
}

function isExpired(committed: CommittedOffset, base: TimestampMs, turn: Turn): boolean {
  if (committed.expireTimestamp !== -1) return turn.time.wallMs >= committed.expireTimestamp;
  return turn.time.wallMs - base >= turn.config.offsetsRetentionMs;
}
