import type { BrokerId, LeaderEpoch, Offset, PartitionEpoch, PartitionIndex, TimestampMs, TopicPartition, Uuid } from '@ottla/model';
import { ErrorCode, KafkaError, NO_LEADER, NO_OFFSET, NO_TIMESTAMP } from '@ottla/model';
import type { PartitionImage } from '@ottla/metadata';
import type { AppendOrigin, EpochEndOffset, FetchDataInfo, FetchIsolation, LogAppendInfo, TimestampOffset, UnifiedLog } from '@ottla/storage';

/** Told when what readers may see of a partition moved: the high watermark or the last stable offset. */
export interface ReadableWaiter {
  /** `bytes` were added to the log since the call before (0 when only an offset moved). */
  onReadable(bytes: number): void;
}

/** Special timestamps of ListOffsets. */
export const ListOffsetsTimestamp = {
  LATEST: -1,
  EARLIEST: -2,
  MAX_TIMESTAMP: -3,
  EARLIEST_LOCAL: -4,
  LATEST_TIERED: -5,
  EARLIEST_PENDING_UPLOAD: -6,
} as const;

/**
 * One partition that has a replica on this broker: who leads it, in which epoch, and its log.
 *
 * Ordering: leadership changes only through `applyState`, in the turn of a metadata publication. Appends are staged
 * (`appendAsLeader`) and become visible, and the high watermark moves, only through `onWritten` after the log's write.
 */
export class Partition implements TopicPartition {
  readonly topic: string;
  readonly partition: PartitionIndex;
  readonly topicId: Uuid;
  readonly log: UnifiedLog;
  readonly #localId: BrokerId;
  readonly #waiters = new Set<ReadableWaiter>();
  #leader: BrokerId = NO_LEADER;
  #leaderEpoch: LeaderEpoch = -1;
  #partitionEpoch: PartitionEpoch = -1;
  #isr: readonly BrokerId[] = [];
  #replicas: readonly BrokerId[] = [];

  constructor(localId: BrokerId, topic: string, partition: PartitionIndex, topicId: Uuid, log: UnifiedLog) {
    this.#localId = localId;
    this.topic = topic;
    this.partition = partition;
    this.topicId = topicId;
    this.log = log;
  }

  get leader(): BrokerId {
    return this.#leader;
  }

  get leaderEpoch(): LeaderEpoch {
    return this.#leaderEpoch;
  }

  get isLeader(): boolean {
    return this.#leader === this.#localId;
  }

  get isr(): readonly BrokerId[] {
    return this.#isr;
  }

  get replicas(): readonly BrokerId[] {
    return this.#replicas;
  }

  /** min.insync.replicas, but never more than there are replicas (KIP-966). */
  get effectiveMinIsr(): number {
    return Math.min(this.log.config.minInsyncReplicas, Math.max(1, this.#replicas.length));
  }

  /** Takes over a committed state. True when this broker became leader, or leader in a new epoch. */
  applyState(state: PartitionImage): boolean {
    if (state.partitionEpoch < this.#partitionEpoch) return false;
    const newEpoch = state.leaderEpoch !== this.#leaderEpoch;
    this.#partitionEpoch = state.partitionEpoch;
    this.#leader = state.leader;
    this.#leaderEpoch = state.leaderEpoch;
    this.#isr = state.isr;
    this.#replicas = state.replicas;
    if (!this.isLeader) return false;
    if (newEpoch) this.log.assignEpochStartOffset(state.leaderEpoch, this.log.logEndOffset);
    this.#moveHighWatermark();
    return newEpoch;
  }

  /**
   * Throws NOT_LEADER_OR_FOLLOWER when this broker does not lead; FENCED_LEADER_EPOCH or UNKNOWN_LEADER_EPOCH when the
   * client names another epoch (KIP-320; -1 names none).
   */
  checkLeader(currentLeaderEpoch: LeaderEpoch): void {
    if (currentLeaderEpoch >= 0) {
      if (currentLeaderEpoch < this.#leaderEpoch) throw new KafkaError(ErrorCode.FENCED_LEADER_EPOCH);
      if (currentLeaderEpoch > this.#leaderEpoch) throw new KafkaError(ErrorCode.UNKNOWN_LEADER_EPOCH);
    }
    if (!this.isLeader) throw new KafkaError(ErrorCode.NOT_LEADER_OR_FOLLOWER, `${this.topic}-${this.partition} is not led by broker ${this.#localId}`);
  }

  /** Validates and stages. `requiredAcks` -1 wants min.insync.replicas in sync (NOT_ENOUGH_REPLICAS). */
  appendAsLeader(records: Uint8Array, origin: AppendOrigin, requiredAcks: number): LogAppendInfo {
    this.checkLeader(-1);
    if (requiredAcks === -1 && this.#isr.length < this.effectiveMinIsr) {
      throw new KafkaError(ErrorCode.NOT_ENOUGH_REPLICAS, `${this.#isr.length} in-sync replicas, min.insync.replicas is ${this.effectiveMinIsr}`);
    }
    return this.log.appendAsLeader(records, this.#leaderEpoch, origin);
  }

  /** The log wrote `bytes`: moves the high watermark and tells who waits. */
  onWritten(bytes: number): void {
    this.#moveHighWatermark();
    this.notifyReadable(bytes);
  }

  /** With one replica in sync the high watermark is the end of what is written. */
  #moveHighWatermark(): void {
    if (this.isLeader && this.#isr.length === 1) this.log.maybeIncrementHighWatermark(this.log.writtenEndOffset);
  }

  read(offset: Offset, maxBytes: number, isolation: FetchIsolation, minOneBatch: boolean): FetchDataInfo {
    return this.log.read(offset, maxBytes, isolation, minOneBatch);
  }

  /** Answers one partition of ListOffsets; -1 for both where no record fits. */
  offsetForTimestamp(timestamp: TimestampMs, readCommitted: boolean): TimestampOffset {
    const log = this.log;
    const end = readCommitted ? log.lastStableOffset : log.highWatermark;
    switch (timestamp) {
      case ListOffsetsTimestamp.EARLIEST:
      case ListOffsetsTimestamp.EARLIEST_LOCAL:
        return { timestamp: NO_TIMESTAMP, offset: log.logStartOffset, leaderEpoch: log.epochForOffset(log.logStartOffset) };
      case ListOffsetsTimestamp.LATEST:
        return { timestamp: NO_TIMESTAMP, offset: end, leaderEpoch: this.#leaderEpoch };
      case ListOffsetsTimestamp.LATEST_TIERED:
      case ListOffsetsTimestamp.EARLIEST_PENDING_UPLOAD:
        return nothingFound;
      case ListOffsetsTimestamp.MAX_TIMESTAMP:
        return log.offsetOfMaxTimestamp() ?? nothingFound;
      default: {
        const found = log.offsetForTimestamp(timestamp);
        return found === undefined || found.offset >= end ? nothingFound : found;
      }
    }
  }

  /** OffsetForLeaderEpoch for this partition. */
  endOffsetForEpoch(currentLeaderEpoch: LeaderEpoch, epoch: LeaderEpoch): EpochEndOffset {
    this.checkLeader(currentLeaderEpoch);
    if (epoch === this.#leaderEpoch) return { leaderEpoch: epoch, endOffset: this.log.logEndOffset };
    return this.log.endOffsetForEpoch(epoch);
  }

  /** DeleteRecords; -1 is the high watermark. Answers the new low watermark. Throws OFFSET_OUT_OF_RANGE, POLICY_VIOLATION. */
  deleteRecordsTo(offset: Offset): Offset {
    this.checkLeader(-1);
    if (!this.log.config.cleanupDelete) {
      throw new KafkaError(ErrorCode.POLICY_VIOLATION, `${this.topic} is compacted only: its cleanup.policy lacks delete`);
    }
    const target = offset === NO_OFFSET ? this.log.highWatermark : offset;
    if (target < 0) throw new KafkaError(ErrorCode.OFFSET_OUT_OF_RANGE, `cannot delete records before offset ${offset}`);
    this.log.maybeIncrementLogStartOffset(target);
    return this.log.logStartOffset;
  }

  /** The partition left this broker: it leads nothing any more, and parked requests are answered so. */
  retire(): void {
    this.#leader = NO_LEADER;
  }

  awaitReadable(waiter: ReadableWaiter): void {
    this.#waiters.add(waiter);
  }

  forget(waiter: ReadableWaiter): void {
    this.#waiters.delete(waiter);
  }

  /** Wakes who waits on this partition: data came, or leadership or the partition itself went. */
  notifyReadable(bytes: number): void {
    for (const waiter of this.#waiters) waiter.onReadable(bytes);
  }

  get waiterCount(): number {
    return this.#waiters.size;
  }
}

const nothingFound: TimestampOffset = { timestamp: NO_TIMESTAMP, offset: NO_OFFSET, leaderEpoch: -1 };
