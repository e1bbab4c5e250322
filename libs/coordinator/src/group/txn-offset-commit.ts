import { ErrorCode, ZERO_UUID } from '@ottla/model';
import type { TxnOffsetCommitRequest, TxnOffsetCommitRequestTopic, TxnOffsetCommitResponseInput, WriteTxnMarkersRequest, WriteTxnMarkersResponseInput } from '@ottla/protocol';
import { unknownFirst } from './answer-order.ts';
import { appendErrorOf } from '../runtime/append-error.ts';
import type { ClassicGroup } from './classic-group.ts';
import { checkConsumerCommit, checkConsumerPartition, type Claimant } from './consumer/consumer-commit.ts';
import type { ConsumerGroup } from './consumer/consumer-group.ts';
import { type GroupRecord, offsetCommit } from './group-record.ts';
import type { GroupStore } from './group-store.ts';
import type { PendingOffsets } from './pending-offsets.ts';
import type { TopicLookup } from './topic-lookup.ts';
import type { Turn } from './turn.ts';

type TopicResult = TxnOffsetCommitResponseInput['topics'][number];

/**
 * TxnOffsetCommit and the markers that end transactions in this shard. Whether the producer has an open transaction with
 * this partition was verified before the request came here.
 */
export class TxnOffsetCommit {
  readonly #store: GroupStore;
  readonly #pending: PendingOffsets;
  readonly #topics: TopicLookup;

  constructor(store: GroupStore, pending: PendingOffsets, topics: TopicLookup) {
    this.#store = store;
    this.#pending = pending;
    this.#topics = topics;
  }

  commit(request: TxnOffsetCommitRequest, turn: Turn): TopicResult[] {
    return unknownFirst(this.#commit(request, turn));
  }

  #commit(request: TxnOffsetCommitRequest, turn: Turn): TopicResult[] {
    const consumerGroup = this.#store.consumerGroup(request.groupId);
    const errorsOf = request.topics.map((topic) => this.#errorsOf(topic, request, consumerGroup, turn));
    const answer = (error: ErrorCode): TopicResult[] =>
      request.topics.map(({ name, partitions }, topic) => ({
        name,
        partitions: partitions.map(({ partitionIndex }, index) => ({ partitionIndex, errorCode: errorsOf[topic]?.[index] || error })),
      }));
    if (!errorsOf.some((errors) => errors.includes(ErrorCode.NONE))) return answer(ErrorCode.NONE);
    const refusal = consumerGroup === undefined ? checkTransactionalCommit(this.#store.get(request.groupId), request, this.#pending.hasOpen(request.groupId)) : forProducer(checkConsumerCommit(consumerGroup, claimantOf(request), undefined));
    if (refusal !== ErrorCode.NONE) return answer(refusal);
    const producer = { producerId: request.producerId, producerEpoch: request.producerEpoch };
    const stale = this.#pending.check(producer);
    if (stale !== ErrorCode.NONE) return answer(stale);
    try {
      turn.decision.appendTransactional(producer, this.#records(request, errorsOf, turn));
      return answer(ErrorCode.NONE);
    } catch (error) {
      return answer(appendErrorOf(error));
    }
  }

  #errorsOf({ name, partitions }: TxnOffsetCommitRequestTopic, request: TxnOffsetCommitRequest, consumerGroup: ConsumerGroup | undefined, turn: Turn): ErrorCode[] {
    const count = this.#topics.partitionCountOf(name) ?? 0;
    const topicId = this.#topics.topicIdOf(name) ?? ZERO_UUID;
    return partitions.map(({ partitionIndex, committedMetadata }) => {
      if (partitionIndex < 0 || partitionIndex >= count) return ErrorCode.UNKNOWN_TOPIC_OR_PARTITION;
      if ((committedMetadata ?? '').length > turn.config.offsetMetadataMaxBytes) return ErrorCode.OFFSET_METADATA_TOO_LARGE;
      return consumerGroup === undefined ? ErrorCode.NONE : forProducer(checkConsumerPartition(consumerGroup, claimantOf(request), topicId, partitionIndex));
    });
  }

  #records({ groupId, topics }: TxnOffsetCommitRequest, errorsOf: readonly (readonly ErrorCode[])[], { time }: Turn): GroupRecord[] {
    return topics.flatMap(({ name, partitions }, topic) => {
      const topicId = this.#topics.topicIdOf(name) ?? ZERO_UUID;
      return partitions.flatMap(({ partitionIndex, committedOffset, committedLeaderEpoch, committedMetadata }, index) => {
        if (errorsOf[topic]?.[index] !== ErrorCode.NONE) return [];
        const value = { offset: committedOffset, leaderEpoch: committedLeaderEpoch, metadata: committedMetadata ?? '', commitTimestamp: time.wallMs, expireTimestamp: -1, topicId };
        return [offsetCommit(groupId, name, partitionIndex, value)];
      });
    });
  }

  /** Writes the markers of a request that is about this shard's partition alone. */
  endTransactions({ markers }: WriteTxnMarkersRequest, turn: Turn): WriteTxnMarkersResponseInput {
    return {
      markers: markers.map(({ producerId, producerEpoch, coordinatorEpoch, transactionResult: isCommit, transactionVersion, topics }) => {
        const errorCode = this.#pending.checkMarker({ producerId, producerEpoch, coordinatorEpoch }, transactionVersion);
        if (errorCode === ErrorCode.NONE) turn.decision.appendMarker({ producerId, producerEpoch, coordinatorEpoch, isCommit });
        return { producerId, topics: topics.map(({ name, partitionIndexes }) => ({ name, partitions: partitionIndexes.map((partitionIndex) => ({ partitionIndex, errorCode })) })) };
      }),
    };
  }
}

function claimantOf({ memberId, generationId, groupInstanceId }: TxnOffsetCommitRequest): Claimant {
  return { memberId, memberEpoch: generationId, groupInstanceId };
}

/** Producers know of generations alone. */
function forProducer(error: ErrorCode): ErrorCode {
  return error === ErrorCode.STALE_MEMBER_EPOCH ? ErrorCode.ILLEGAL_GENERATION : error;
}

/** Who names no generation and no member may commit: so do producers from before KIP-447, whatever the group's state. */
function checkTransactionalCommit(group: ClassicGroup | undefined, { generationId, memberId, groupInstanceId }: TxnOffsetCommitRequest, hasPendingOffsets: boolean): ErrorCode {
  // In Kafka offsets of an open transaction make the group, a group without members.
  if (group === undefined) return generationId < 0 ? ErrorCode.NONE : hasPendingOffsets ? ErrorCode.UNKNOWN_MEMBER_ID : ErrorCode.ILLEGAL_GENERATION;
  if (generationId < 0 && group.state === 'Empty') return ErrorCode.NONE;
  if (generationId < 0 && memberId === '' && groupInstanceId === null) return ErrorCode.NONE;
  const error = group.checkMember(memberId, groupInstanceId);
  if (error !== ErrorCode.NONE) return error;
  return generationId === group.generation ? ErrorCode.NONE : ErrorCode.ILLEGAL_GENERATION;
}
