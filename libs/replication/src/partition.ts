import type { BrokerId, LeaderEpoch, Offset, PartitionEpoch, PartitionIndex, TimestampMs, TopicPartition, Uuid } from '@ottla/model';
import { ErrorCode, KafkaError, NO_LEADER, NO_OFFSET, NO_TIMESTAMP } from '@ottla/model';
import type { PartitionImage } from '@ottla/metadata';
import type { AppendOrigin, EpochEndOffset, FetchDataInfo, FetchIsolation, LogAppendInfo, TimestampOffset, UnifiedLog } from '@ottla/storage';

/** Told when what readers may see of a partition moved: the high watermark or the last stable offset. */
export interface ReadableWaiter {
  /**
   * `bytes` were added to the log since the call before (0 when only an offset moved). `changedHands`: the partition has
   * another leader or epoch, or left this broker.
   */
  onReadable(bytes: number, changedHands: boolean): void;
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
  /** Where the log ended when this broker began to lead in the present epoch: all below was committed by leaders before. */
  #epochStartOffset: Offset = 0;
  #goneError: ErrorCode | undefined;

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

  /**
   * Takes over a committed state; the same one again changes nothing, an older one is passed over. True when this broker
   * became leader, or leader in a new epoch.
   */
  applyState(state: PartitionImage): boolean {
    if (state.partitionEpoch < this.#partitionEpoch) return false;
    const newEpoch = state.leaderEpoch !== this.#leaderEpoch;
    this.#partitionEpoch = state.partitionEpoch;
    this.#leader = state.leader;
    this.#leaderEpoch = state.leaderEpoch;
    this.#isr = state.isr;
    this.#replicas = state.replicas;
    if (!this.isLeader) return false;
    if (newEpoch) {
      this.log.assignEpochStartOffset(state.leaderEpoch, this.log.logEndOffset);
      // What is only staged may yet be refused by the disk, so it does not count.
      this.#epochStartOffset = this.log.writtenEndOffset;
    }
    this.#moveHighWatermark();
    return newEpoch;
  }

  /**
   * Throws NOT_LEADER_OR_FOLLOWER when this broker does not lead, UNKNOWN_TOPIC_OR_PARTITION when the partition was
   * deleted; FENCED_LEADER_EPOCH or UNKNOWN_LEADER_EPOCH when the client names another epoch (KIP-320; -1 names none).
   */
  checkLeader(currentLeaderEpoch: LeaderEpoch): void {
    if (this.#goneError !== undefined) throw this.notLed();
    if (currentLeaderEpoch >= 0) {
      if (currentLeaderEpoch < this.#leaderEpoch) throw new KafkaError(ErrorCode.FENCED_LEADER_EPOCH);
      if (currentLeaderEpoch > this.#leaderEpoch) throw new KafkaError(ErrorCode.UNKNOWN_LEADER_EPOCH);
    }
    if (!this.isLeader) throw this.notLed();
  }

  /** What to answer to a request for a partition that this broker does not lead any more. */
  notLed(): KafkaError {
    return new KafkaError(this.#goneError ?? ErrorCode.NOT_LEADER_OR_FOLLOWER, `${this.topic}-${this.partition} is not led by broker ${this.#localId}`);
  }

  /** Validates and stages. `requiredAcks` -1 wants min.insync.replicas in sync (NOT_ENOUGH_REPLICAS). */
  appendAsLeader(records: Uint8Array, origin: AppendOrigin, requiredAcks: number, transactionVersion = 0): LogAppendInfo {
    this.checkLeader(-1);
    if (requiredAcks === -1 && this.#isr.length < this.effectiveMinIsr) {
      throw new KafkaError(ErrorCode.NOT_ENOUGH_REPLICAS, `${this.#isr.length} in-sync replicas, min.insync.replicas is ${this.effectiveMinIsr}`);
    }
    return this.log.appendAsLeader(records, this.#leaderEpoch, origin, transactionVersion);
  }

  /** The log wrote `bytes`: moves the high watermark and tells who waits. */
  onWritten(bytes: number): void {
    const hasMoved = this.#moveHighWatermark();
    if (bytes > 0 || hasMoved) this.notifyReadable(bytes);
  }

  /** With one replica in sync the high watermark is the end of what is written. True when it moved. */
  #moveHighWatermark(): boolean {
    return this.isLeader && this.#isr.length === 1 && this.log.maybeIncrementHighWatermark(this.log.writtenEndOffset);
  }

  read(offset: Offset, maxBytes: number, isolation: FetchIsolation, minOneBatch: boolean): FetchDataInfo {
    return this.log.read(offset, maxBytes, isolation, minOneBatch);
  }

  /**
   * Answers one partition of ListOffsets; -1 for both where no record that the client may see fits. Throws
   * OFFSET_NOT_AVAILABLE while the high watermark has not reached what earlier leaders committed (KIP-207).
   */
  offsetForTimestamp(timestamp: TimestampMs, readCommitted: boolean): TimestampOffset {
    const log = this.log;
    const end = readCommitted ? log.lastStableOffset : log.highWatermark;
    switch (timestamp) {
      case ListOffsetsTimestamp.EARLIEST:
      case ListOffsetsTimestamp.EARLIEST_LOCAL:
        return { timestamp: NO_TIMESTAMP, offset: log.logStartOffset, leaderEpoch: log.epochForOffset(log.logStartOffset) };
      case ListOffsetsTimestamp.LATEST:
        this.#checkEndIsKnown();
        return { timestamp: NO_TIMESTAMP, offset: end, leaderEpoch: this.#leaderEpoch };
      case ListOffsetsTimestamp.LATEST_TIERED:
      case ListOffsetsTimestamp.EARLIEST_PENDING_UPLOAD:
        return nothingFound;
      default: {
        const found = timestamp === ListOffsetsTimestamp.MAX_TIMESTAMP ? log.offsetOfMaxTimestamp() : log.offsetForTimestamp(timestamp);
        if (found !== undefined && found.offset < end) return found;
        this.#checkEndIsKnown();
        return nothingFound;
      }
    }
  }

  #checkEndIsKnown(): void {
    if (this.log.highWatermark < this.#epochStartOffset) {
      throw new KafkaError(ErrorCode.OFFSET_NOT_AVAILABLE, `the high watermark ${this.log.highWatermark} of ${this.topic}-${this.partition} has not reached the start of the leader's epoch yet`);
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
    const { cleanupCompact, cleanupDelete } = this.log.config;
    if (cleanupCompact && !cleanupDelete) {
      throw new KafkaError(ErrorCode.POLICY_VIOLATION, `${this.topic} is compacted only: its cleanup.policy lacks delete`);
    }
    const target = offset === NO_OFFSET ? this.log.highWatermark : offset;
    if (target < 0) throw new KafkaError(ErrorCode.OFFSET_OUT_OF_RANGE, `cannot delete records before offset ${offset}`);
    this.log.maybeIncrementLogStartOffset(target);
    return this.log.logStartOffset;
  }

  /** The partition left this broker, or `isDeleted`, the cluster: nothing is led any more, and requests are answered so. */
  retire(isDeleted: boolean): void {
    this.#leader = NO_LEADER;
    this.#goneError = isDeleted ? ErrorCode.UNKNOWN_TOPIC_OR_PARTITION : ErrorCode.NOT_LEADER_OR_FOLLOWER;
  }

  awaitReadable(waiter: ReadableWaiter): void {
    this.#waiters.add(waiter);
  }

  forget(waiter: ReadableWaiter): void {
    this.#waiters.delete(waiter);
  }

  /** Wakes who waits on this partition: data came or an offset moved, or leadership or the partition itself went. */
  notifyReadable(bytes: number, changedHands = false): void {
    for (const waiter of this.#waiters) waiter.onReadable(bytes, changedHands);
  }

  get waiterCount(): number {
    return this.#waiters.size;
  }
}

const nothingFound: TimestampOffset = { timestamp: NO_TIMESTAMP, offset: NO_OFFSET, leaderEpoch: -1 };
