import { ErrorCode, type Uuid, ZERO_UUID } from '@ottla/model';
import type { OffsetCommitRequest, OffsetCommitRequestTopic, OffsetCommitResponseTopicInput } from '@ottla/protocol';
import { unknownFirst } from './answer-order.ts';
import { appendErrorOf } from '../runtime/append-error.ts';
import type { ClassicGroup } from './classic-group.ts';
import { checkConsumerCommit, checkConsumerPartition } from './consumer/consumer-commit.ts';
import type { ConsumerGroup } from './consumer/consumer-group.ts';
import type { GroupMetrics } from './group-metrics.ts';
import { type GroupRecord, offsetCommit } from './group-record.ts';
import type { GroupStore } from './group-store.ts';
import type { Rebalance } from './rebalance.ts';
import type { TopicLookup } from './topic-lookup.ts';
import type { Turn } from './turn.ts';

/** From here on topics come by id (KIP-848). */
const FIRST_VERSION_WITH_TOPIC_IDS = 10;
/** From here on a client learns that the group is gone, not only that its generation is. */
const FIRST_VERSION_WITH_GROUP_ID_NOT_FOUND = 9;

/** A topic of a request as this node knows it. */
interface ResolvedTopic {
  readonly request: OffsetCommitRequestTopic;
  readonly name: string;
  readonly topicId: Uuid;
  /** The error of each of its partitions, in their order, as far as they can be told without the group. */
  readonly errors: readonly ErrorCode[];
}

/**
 * OffsetCommit: who may commit, and the records of what is committed. All offsets of a request are one append: a
 * client never finds half of a commit.
 */
export class OffsetCommit {
  readonly #store: GroupStore;
  readonly #rebalance: Rebalance;
  readonly #topics: TopicLookup;
  readonly #metrics: GroupMetrics;

  constructor(store: GroupStore, rebalance: Rebalance, topics: TopicLookup, metrics: GroupMetrics) {
    this.#store = store;
    this.#rebalance = rebalance;
    this.#topics = topics;
    this.#metrics = metrics;
  }

  commit(request: OffsetCommitRequest, version: number, turn: Turn): OffsetCommitResponseTopicInput[] {
    return unknownFirst(this.#commit(request, version, turn));
  }

  #commit(request: OffsetCommitRequest, version: number, turn: Turn): OffsetCommitResponseTopicInput[] {
    const topics = request.topics.map((topic) => this.#resolve(topic, version, turn));
    // As in Kafka, a commit that names no existing partition never reaches the group.
    const isKnown = topics.some(({ errors }) => errors.some((error) => error !== ErrorCode.UNKNOWN_TOPIC_OR_PARTITION && error !== ErrorCode.UNKNOWN_TOPIC_ID));
    if (!isKnown) return topics.map((topic) => answerOf(topic, ErrorCode.NONE));
    const consumerGroup = this.#store.consumerGroup(request.groupId);
    if (consumerGroup !== undefined) return this.#commitAsMember(consumerGroup, request, topics, version, turn);
    const group = this.#store.get(request.groupId);
    const error = checkCommit(group, request, version);
    if (error !== ErrorCode.NONE) return topics.map((topic) => answerOf(withoutMetadataErrors(topic), error));
    this.#keepAlive(group, request.memberId, turn);
    const stored = this.#append(request, topics, turn);
    return topics.map((topic) => answerOf(topic, stored));
  }

  /** A commit to a KIP-848 group. It is no sign of life: only heartbeats are. */
  #commitAsMember(group: ConsumerGroup, request: OffsetCommitRequest, topics: readonly ResolvedTopic[], version: number, turn: Turn): OffsetCommitResponseTopicInput[] {
    const claimant = { memberId: request.memberId, memberEpoch: request.generationIdOrMemberEpoch, groupInstanceId: request.groupInstanceId };
    const error = checkConsumerCommit(group, claimant, version);
    if (error !== ErrorCode.NONE) return topics.map((topic) => answerOf(withoutMetadataErrors(topic), error));
    const checked = topics.map((topic) => {
      const stale = topic.request.partitions.map(({ partitionIndex }) => checkConsumerPartition(group, claimant, topic.topicId, partitionIndex));
      return { ...topic, errors: topic.errors.map((own, index) => (own === ErrorCode.NONE ? (stale[index] ?? own) : own)) };
    });
    const stored = this.#append(request, checked, turn);
    return checked.map((topic) => answerOf(topic, stored));
  }

  #resolve(request: OffsetCommitRequestTopic, version: number, turn: Turn): ResolvedTopic {
    const byId = version >= FIRST_VERSION_WITH_TOPIC_IDS;
    const name = byId ? this.#topics.topicNameOf(request.topicId) : request.name;
    const topicId = byId ? request.topicId : this.#topics.topicIdOf(request.name);
    if (name === undefined || topicId === undefined) {
      const error = byId ? ErrorCode.UNKNOWN_TOPIC_ID : ErrorCode.UNKNOWN_TOPIC_OR_PARTITION;
      return { request, name: name ?? '', topicId: ZERO_UUID, errors: request.partitions.map(() => error) };
    }
    const count = this.#topics.partitionCountOf(name) ?? 0;
    const errors = request.partitions.map(({ partitionIndex, committedMetadata }) => {
      if (partitionIndex < 0 || partitionIndex >= count) return ErrorCode.UNKNOWN_TOPIC_OR_PARTITION;
      return (committedMetadata ?? '').length > turn.config.offsetMetadataMaxBytes ? ErrorCode.OFFSET_METADATA_TOO_LARGE : ErrorCode.NONE;
    });
    return { request, name, topicId, errors };
  }

  /** A commit counts as a sign of life, but not while the member owes a SyncGroup. */
  #keepAlive(group: ClassicGroup | undefined, memberId: string, turn: Turn): void {
    const member = group?.member(memberId);
    if (member !== undefined) this.#rebalance.renewSession(member, turn);
  }

  /** Writes down what can be committed; answers the error of all of it. */
  #append(request: OffsetCommitRequest, topics: readonly ResolvedTopic[], turn: Turn): ErrorCode {
    const { wallMs } = turn.time;
    const expireTimestamp = request.retentionTimeMs === -1 ? -1 : wallMs + request.retentionTimeMs;
    const records: GroupRecord[] = [];
    for (const { request: topic, name, topicId, errors } of topics) {
      for (const [index, partition] of topic.partitions.entries()) {
        if (errors[index] !== ErrorCode.NONE) continue;
        const value = {
          offset: partition.committedOffset,
          leaderEpoch: partition.committedLeaderEpoch,
          metadata: partition.committedMetadata ?? '',
          commitTimestamp: wallMs,
          expireTimestamp,
          topicId,
        };
        records.push(offsetCommit(request.groupId, name, partition.partitionIndex, value));
      }
    }
    if (records.length === 0) return ErrorCode.NONE;
    try {
      turn.decision.append(records);
    } catch (error) {
      return appendErrorOf(error);
    }
    this.#metrics.offsetCommits.add(records.length);
    return ErrorCode.NONE;
  }
}

/** The group's refusal comes before the look at metadata. */
function withoutMetadataErrors(topic: ResolvedTopic): ResolvedTopic {
  return { ...topic, errors: topic.errors.map((error) => (error === ErrorCode.OFFSET_METADATA_TOO_LARGE ? ErrorCode.NONE : error)) };
}

/** The answer for a topic whose partitions get `error`, unless one has an error of its own. */
function answerOf({ request, errors }: ResolvedTopic, error: ErrorCode): OffsetCommitResponseTopicInput {
  return {
    name: request.name,
    topicId: request.topicId,
    partitions: request.partitions.map(({ partitionIndex }, index) => ({
      partitionIndex,
      errorCode: errors[index] === ErrorCode.NONE ? error : (errors[index] ?? error),
    })),
  };
}

/** A client without generation and member id commits by hand: it may as long as nobody is in the group. */
function checkCommit(group: ClassicGroup | undefined, request: OffsetCommitRequest, version: number): ErrorCode {
  const { generationIdOrMemberEpoch: generation, memberId, groupInstanceId } = request;
  if (group === undefined) {
    if (generation < 0) return ErrorCode.NONE;
    return version >= FIRST_VERSION_WITH_GROUP_ID_NOT_FOUND ? ErrorCode.GROUP_ID_NOT_FOUND : ErrorCode.ILLEGAL_GENERATION;
  }
  if (generation < 0 && group.state === 'Empty') return ErrorCode.NONE;
  if (generation < 0 && memberId === '' && groupInstanceId === null) return ErrorCode.UNKNOWN_MEMBER_ID;
  const error = group.checkMember(memberId, groupInstanceId);
  if (error !== ErrorCode.NONE) return error;
  if (generation !== group.generation) return ErrorCode.ILLEGAL_GENERATION;
  return group.state === 'CompletingRebalance' ? ErrorCode.REBALANCE_IN_PROGRESS : ErrorCode.NONE;
}
