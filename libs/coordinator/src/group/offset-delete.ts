import { ErrorCode } from '@ottla/model';
import type { OffsetDeleteRequest, OffsetDeleteRequestTopic, OffsetDeleteResponseInput, OffsetDeleteResponseTopicInput } from '@ottla/protocol';
import type { DeletedTopic } from '../runtime/coordinator-shard.ts';
import type { ClassicGroup } from './classic-group.ts';
import type { GroupMetrics } from './group-metrics.ts';
import type { GroupStore } from './group-store.ts';
import { Tombstones } from './tombstones.ts';
import type { TopicLookup } from './topic-lookup.ts';
import type { Turn } from './turn.ts';

/** Deletes offsets by request (OffsetDelete) and with their topic. */
export class OffsetDelete {
  readonly #store: GroupStore;
  readonly #topics: TopicLookup;
  readonly #metrics: GroupMetrics;

  constructor(store: GroupStore, topics: TopicLookup, metrics: GroupMetrics) {
    this.#store = store;
    this.#topics = topics;
    this.#metrics = metrics;
  }

  delete(request: OffsetDeleteRequest, turn: Turn): OffsetDeleteResponseInput {
    const known = request.topics.filter((topic) => this.#topics.topicIdOf(topic.name) !== undefined);
    const group = this.#store.get(request.groupId);
    // As in Kafka, a request that names no existing topic never reaches the group.
    const error = known.length === 0 ? ErrorCode.NONE : check(group);
    if (error !== ErrorCode.NONE) return { errorCode: error, throttleTimeMs: 0, topics: [] };
    const tombstones = new Tombstones(turn);
    const topics = request.topics.map((topic) =>
      known.includes(topic) && group !== undefined ? this.#deleteTopic(group, topic, tombstones) : answerOf(topic, ErrorCode.UNKNOWN_TOPIC_OR_PARTITION),
    );
    tombstones.flush();
    return { errorCode: ErrorCode.NONE, throttleTimeMs: 0, topics };
  }

  #deleteTopic(group: ClassicGroup, topic: OffsetDeleteRequestTopic, tombstones: Tombstones): OffsetDeleteResponseTopicInput {
    if (group.isSubscribedTo(topic.name)) return answerOf(topic, ErrorCode.GROUP_SUBSCRIBED_TO_TOPIC);
    for (const { partitionIndex } of topic.partitions) {
      if (group.offsets.get(topic.name, partitionIndex) === undefined) continue;
      tombstones.addOffset(group.groupId, topic.name, partitionIndex);
      this.#metrics.offsetDeletions.add(1);
    }
    return answerOf(topic, ErrorCode.NONE);
  }

  /** The offsets of deleted topics mean nothing to a topic of the same name that comes later. */
  onTopicsDeleted(topics: readonly DeletedTopic[], turn: Turn): void {
    const tombstones = new Tombstones(turn);
    for (const group of this.#store.all()) {
      for (const { name } of topics) {
        for (const partition of group.offsets.partitionsOf(name)) {
          tombstones.addOffset(group.groupId, name, partition);
          this.#metrics.offsetDeletions.add(1);
        }
      }
    }
    tombstones.flush();
  }
}

function answerOf({ name, partitions }: OffsetDeleteRequestTopic, errorCode: ErrorCode): OffsetDeleteResponseTopicInput {
  return { name, partitions: partitions.map(({ partitionIndex }) => ({ partitionIndex, errorCode })) };
}

/** Offsets may be deleted under a running group only where its subscriptions tell which are unused. */
function check(group: ClassicGroup | undefined): ErrorCode {
  if (group === undefined) return ErrorCode.GROUP_ID_NOT_FOUND;
  return group.state === 'Empty' || group.isConsumerGroup ? ErrorCode.NONE : ErrorCode.NON_EMPTY_GROUP;
}
