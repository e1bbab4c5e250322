import { ErrorCode } from '@ottla/model';
import type { OffsetDeleteRequest, OffsetDeleteRequestTopic, OffsetDeleteResponseInput, OffsetDeleteResponseTopicInput } from '@ottla/protocol';
import type { DeletedTopic } from '../runtime/coordinator-shard.ts';
import { unknownFirst } from './answer-order.ts';
import type { ClassicGroup } from './classic-group.ts';
import type { ConsumerGroup } from './consumer/consumer-group.ts';
import type { GroupMetrics } from './group-metrics.ts';
import type { GroupStore } from './group-store.ts';
import type { PendingOffsets } from './pending-offsets.ts';
import { Tombstones } from './tombstones.ts';
import type { TopicLookup } from './topic-lookup.ts';
import type { Turn } from './turn.ts';

/** Deletes offsets by request (OffsetDelete) and with their topic. */
export class OffsetDelete {
  readonly #store: GroupStore;
  readonly #topics: TopicLookup;
  readonly #metrics: GroupMetrics;
  readonly #pending: PendingOffsets;

  constructor(store: GroupStore, topics: TopicLookup, metrics: GroupMetrics, pending: PendingOffsets) {
    this.#pending = pending;
    this.#store = store;
    this.#topics = topics;
    this.#metrics = metrics;
  }

  delete(request: OffsetDeleteRequest, turn: Turn): OffsetDeleteResponseInput {
    const group = this.#store.get(request.groupId) ?? this.#store.consumerGroup(request.groupId);
    const { groupId } = request;
    const error = group === undefined && !this.#pending.hasOpen(groupId) ? ErrorCode.GROUP_ID_NOT_FOUND : check(group);
    if (error !== ErrorCode.NONE) return { errorCode: error, throttleTimeMs: 0, topics: [] };
    const tombstones = new Tombstones(turn);
    const topics = request.topics.map((topic) => this.#deleteTopic(groupId, group, topic, tombstones));
    tombstones.flush();
    return { errorCode: ErrorCode.NONE, throttleTimeMs: 0, topics: unknownFirst(topics) };
  }

  #deleteTopic(groupId: string, group: ClassicGroup | ConsumerGroup | undefined, { name, partitions }: OffsetDeleteRequestTopic, tombstones: Tombstones): OffsetDeleteResponseTopicInput {
    const count = this.#topics.partitionCountOf(name) ?? 0;
    const isSubscribed = group?.isSubscribedTo(name) === true;
    const answers = partitions.map(({ partitionIndex }) => {
      if (partitionIndex < 0 || partitionIndex >= count) return { partitionIndex, errorCode: ErrorCode.UNKNOWN_TOPIC_OR_PARTITION };
      if (isSubscribed) return { partitionIndex, errorCode: ErrorCode.GROUP_SUBSCRIBED_TO_TOPIC };
      const isCommitted = group?.offsets.get(name, partitionIndex) !== undefined;
      if (isCommitted) this.#metrics.offsetDeletions.add(1);
      if (isCommitted || this.#pending.isPending(groupId, name, partitionIndex)) tombstones.addOffset(groupId, name, partitionIndex);
      return { partitionIndex, errorCode: ErrorCode.NONE };
    });
    return { name, partitions: answers };
  }

  /** The offsets of deleted topics mean nothing to a topic of the same name that comes later. */
  onTopicsDeleted(topics: readonly DeletedTopic[], turn: Turn): void {
    const tombstones = new Tombstones(turn);
    for (const group of [...this.#store.all(), ...this.#store.consumerGroups()]) {
      for (const { name } of topics) {
        for (const partition of group.offsets.partitionsOf(name)) {
          tombstones.addOffset(group.groupId, name, partition);
          this.#metrics.offsetDeletions.add(1);
        }
      }
    }
    const names = new Set(topics.map(({ name }) => name));
    for (const groupId of this.#pending.groupIds()) {
      for (const { topic, partition } of this.#pending.partitionsOf(groupId)) {
        // One that was committed, too, has its tombstone.
        if (names.has(topic) && this.#store.offsetsOf(groupId)?.get(topic, partition) === undefined) tombstones.addOffset(groupId, topic, partition);
      }
    }
    tombstones.flush();
  }
}

/** Offsets may be deleted under a running group only where its subscriptions tell which are unused. */
function check(group: ClassicGroup | ConsumerGroup | undefined): ErrorCode {
  return group === undefined || group.state === 'Empty' || !('isConsumerGroup' in group) || group.isConsumerGroup ? ErrorCode.NONE : ErrorCode.NON_EMPTY_GROUP;
}
