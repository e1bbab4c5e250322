import { ErrorCode, type Uuid, ZERO_UUID } from '@ottla/model';
import type { OffsetCommitRequest, OffsetCommitRequestPartition, OffsetCommitRequestTopic, OffsetCommitResponseTopicInput } from '@ottla/protocol';
import { appendErrorOf } from './append-error.ts';
import type { ClassicGroup } from './classic-group.ts';
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

/** A topic of a request as this node knows it, or the error that its partitions get. */
interface ResolvedTopic {
  readonly request: OffsetCommitRequestTopic;
  readonly name: string;
  readonly topicId: Uuid;
  readonly error: ErrorCode;
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
    const topics = request.topics.map((topic) => this.#resolve(topic, version));
    // As in Kafka, a commit that names no existing topic never reaches the group.
    if (topics.every(({ error }) => error !== ErrorCode.NONE)) return topics.map((topic) => answerOf(topic, () => topic.error));
    const group = this.#store.get(request.groupId);
    const error = checkCommit(group, request, version);
    if (error !== ErrorCode.NONE) return topics.map((topic) => answerOf(topic, () => (topic.error === ErrorCode.NONE ? error : topic.error)));
    this.#keepAlive(group, request.memberId, turn);
    return this.#append(request, topics, turn);
  }

  #resolve(request: OffsetCommitRequestTopic, version: number): ResolvedTopic {
    if (version >= FIRST_VERSION_WITH_TOPIC_IDS) {
      const name = this.#topics.topicNameOf(request.topicId);
      return { request, name: name ?? '', topicId: request.topicId, error: name === undefined ? ErrorCode.UNKNOWN_TOPIC_ID : ErrorCode.NONE };
    }
    const topicId = this.#topics.topicIdOf(request.name);
    const error = topicId === undefined ? ErrorCode.UNKNOWN_TOPIC_OR_PARTITION : ErrorCode.NONE;
    return { request, name: request.name, topicId: topicId ?? ZERO_UUID, error };
  }

  /** A commit counts as a sign of life, but not while the member owes a SyncGroup. */
  #keepAlive(group: ClassicGroup | undefined, memberId: string, turn: Turn): void {
    const member = group?.member(memberId);
    if (member !== undefined) this.#rebalance.renewSession(member, turn);
  }

  #append(request: OffsetCommitRequest, topics: readonly ResolvedTopic[], turn: Turn): OffsetCommitResponseTopicInput[] {
    const { wallMs } = turn.time;
    const expireTimestamp = request.retentionTimeMs === -1 ? -1 : wallMs + request.retentionTimeMs;
    const tooLarge = ({ committedMetadata }: OffsetCommitRequestPartition): boolean => (committedMetadata ?? '').length > turn.config.offsetMetadataMaxBytes;
    const records: GroupRecord[] = [];
    for (const { request: topic, name, topicId, error } of topics) {
      if (error !== ErrorCode.NONE) continue;
      for (const partition of topic.partitions) {
        if (tooLarge(partition)) continue;
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
    let stored: ErrorCode = ErrorCode.NONE;
    try {
      if (records.length > 0) turn.decision.append(records);
      this.#metrics.offsetCommits.add(records.length);
    } catch (failure) {
      stored = appendErrorOf(failure);
    }
    return topics.map((topic) =>
      answerOf(topic, (partition) => {
        if (topic.error !== ErrorCode.NONE) return topic.error;
        return tooLarge(partition) ? ErrorCode.OFFSET_METADATA_TOO_LARGE : stored;
      }),
    );
  }
}

function answerOf({ request }: ResolvedTopic, errorOf: (partition: OffsetCommitRequestPartition) => ErrorCode): OffsetCommitResponseTopicInput {
  return {
    name: request.name,
    topicId: request.topicId,
    partitions: request.partitions.map((partition) => ({ partitionIndex: partition.partitionIndex, errorCode: errorOf(partition) })),
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
