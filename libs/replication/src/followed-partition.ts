import type { LeaderEpoch, Logger, Offset } from '@ottla/model';
import { ErrorCode, KafkaError, NO_OFFSET } from '@ottla/model';
import { RecordBatch, type FetchRequestFetchPartitionInput, type FetchResponsePartitionData } from '@ottla/protocol';
import type { EpochEndOffset } from '@ottla/storage';
import type { WrittenListener } from './log-writer.ts';
import type { Partition, ReadableWaiter } from './partition.ts';

/** What a follower tells its leader of one partition; the leader's session remembers it. */
export interface AskedState {
  readonly fetchOffset: Offset;
  readonly currentLeaderEpoch: LeaderEpoch;
  readonly lastFetchedEpoch: LeaderEpoch;
  readonly logStartOffset: Offset;
  readonly highWatermark: Offset;
}

/** Stages for the log writer, which tells when the log is written. */
export type StageAppend = (partition: Partition, listener: WrittenListener) => void;

const FIRST_RETRY_MS = 10;

/**
 * One partition that this broker follows in one leader epoch: what to ask for next, and what to do with an answer.
 *
 * Ordering: nobody else appends to or cuts the log meanwhile. An answer counts only if the log still ends where it was
 * asked for. Only what is written is asked beyond, since the leader takes the fetch offset for acknowledged.
 * Whatever may change what to ask next (an answer, a write, a move of the log's start) is told to `onChanged`.
 */
export class FollowedPartition implements ReadableWaiter {
  readonly partition: Partition;
  readonly leaderEpoch: LeaderEpoch;
  readonly #logger: Logger;
  readonly #maxRetryMs: number;
  /** What the leader's session holds of it; undefined when it is in none. */
  asked: AskedState | undefined;
  /** Only the leader's end can tell where to go on: ask for it before the next fetch. */
  wantsLeaderEnd = false;
  #retryAtMs = 0;
  #retryMs = FIRST_RETRY_MS;
  /** As the leader told last. */
  #highWatermark: Offset = NO_OFFSET;
  #isReady = false;
  readonly #onChanged: (followed: FollowedPartition) => void;

  constructor(partition: Partition, logger: Logger, maxRetryMs: number, onChanged: (followed: FollowedPartition) => void) {
    this.#onChanged = onChanged;
    this.partition = partition;
    this.leaderEpoch = partition.leaderEpoch;
    this.#logger = logger;
    this.#maxRetryMs = maxRetryMs;
  }

  onReadable(): void {
    this.#onChanged(this);
  }

  onLogStartMoved(): void {
    this.#onChanged(this);
  }

  /** When it may be fetched; Infinity when not in this epoch any more. Monotonic milliseconds. */
  get dueMs(): number {
    return this.isCurrent ? this.#retryAtMs : Infinity;
  }

  get isCurrent(): boolean {
    const { partition } = this;
    return !partition.isLeader && partition.leaderEpoch === this.leaderEpoch && !partition.log.isClosed;
  }

  /** Whether it has all that the leader last told to be committed; false before the leader told anything. */
  get isInPace(): boolean {
    return this.#highWatermark !== NO_OFFSET && this.lag === 0;
  }

  /** Records by which it is behind the high watermark that its leader last told. */
  get lag(): number {
    return Math.max(0, this.#highWatermark - this.partition.log.logEndOffset);
  }

  /** What to ask now; undefined when the log is busy or failed, and then it is tried again later. */
  want(nowMs: number): AskedState | undefined {
    const { log } = this.partition;
    if (!this.#isReady && !this.#attempt(nowMs, () => this.#prepare())) return undefined;
    if (log.writtenEndOffset !== log.logEndOffset) {
      this.#retryLater(nowMs);
      return undefined;
    }
    return {
      fetchOffset: log.logEndOffset,
      currentLeaderEpoch: this.leaderEpoch,
      lastFetchedEpoch: log.latestEpoch,
      logStartOffset: log.logStartOffset,
      highWatermark: this.#highWatermark,
    };
  }

  /** Without epochs the leader cannot say where the logs part: all that is known to be committed stays. */
  #prepare(): void {
    const { log } = this.partition;
    if (log.latestEpoch < 0) log.truncateTo(log.highWatermark);
    this.#isReady = true;
  }

  /** Takes an answer to `asked`. Answers how many bytes were staged; `written` is called once they are in the log. */
  take(answer: FetchResponsePartitionData, asked: AskedState, nowMs: number, stage: StageAppend, written: () => void): number {
    this.#onChanged(this);
    if (!this.isCurrent || this.partition.log.logEndOffset !== asked.fetchOffset) return 0;
    let staged = 0;
    this.#attempt(nowMs, () => {
      if (answer.errorCode === ErrorCode.NONE) staged = this.#takeData(answer, nowMs, stage, written);
      else if (answer.errorCode === ErrorCode.OFFSET_OUT_OF_RANGE) this.#outOfRange(answer);
      else this.#retryLater(nowMs);
    });
    return staged;
  }

  /** `end`: where the leader's log ends. What this one has beyond it nobody acknowledged. */
  takeLeaderEnd(end: EpochEndOffset | undefined, nowMs: number): void {
    this.wantsLeaderEnd = false;
    if (!this.isCurrent) return;
    this.#attempt(nowMs, () => {
      if (end === undefined || end.endOffset < 0 || !this.#truncateTo(end.endOffset)) this.#retryLater(nowMs);
    });
  }

  #takeData(answer: FetchResponsePartitionData, nowMs: number, stage: StageAppend, written: () => void): number {
    const { divergingEpoch: diverging, highWatermark, logStartOffset } = answer;
    if (diverging.endOffset >= 0) {
      this.#truncateToEpoch({ leaderEpoch: diverging.epoch, endOffset: diverging.endOffset });
      return 0;
    }
    this.#highWatermark = highWatermark;
    const records = answer.records ?? new Uint8Array(0);
    const appended = records.length === 0 ? undefined : this.#append(records);
    if (appended === undefined) {
      this.partition.followLeader(highWatermark, logStartOffset);
      this.#retryMs = FIRST_RETRY_MS;
      return 0;
    }
    stage(this.partition, (failure) => {
      this.#onChanged(this);
      if (failure !== undefined) this.#retryLater(nowMs);
      else if (this.isCurrent) this.#attempt(nowMs, () => this.#written(highWatermark, logStartOffset));
      written();
    });
    return appended;
  }

  #written(highWatermark: Offset, logStartOffset: Offset): void {
    this.#retryMs = FIRST_RETRY_MS;
    this.partition.followLeader(highWatermark, logStartOffset);
  }

  /** Bytes staged, undefined when nothing was. */
  #append(records: Uint8Array): number | undefined {
    const { log } = this.partition;
    const first = new RecordBatch(records).moveTo(records, 0);
    // A log that began in the middle of a batch, since records before were deleted, takes the whole batch.
    if (first.isComplete && first.baseOffset < log.logEndOffset && first.lastOffset >= log.logEndOffset && log.logEndOffset === log.logStartOffset) {
      log.truncateFullyAndStartAt(first.baseOffset, log.logStartOffset);
    }
    return log.appendAsFollower(records, this.leaderEpoch)?.sizeBytes;
  }

  /** The logs part (KIP-595): cuts this one back to where they may agree; the next fetch tells whether they do. */
  #truncateToEpoch(leader: EpochEndOffset): void {
    const { log } = this.partition;
    const own = log.endOffsetForEpoch(leader.leaderEpoch);
    // An epoch that only the leader knows says nothing of this log: the own one before it does.
    const target = own.endOffset < 0 ? leader.endOffset : own.leaderEpoch === leader.leaderEpoch ? Math.min(own.endOffset, leader.endOffset) : own.endOffset;
    this.#truncateTo(Math.min(target, log.logEndOffset));
  }

  /** False when there was nothing to cut. */
  #truncateTo(offset: Offset): boolean {
    const { log, topic, partition } = this.partition;
    const before = log.logEndOffset;
    if (offset < log.highWatermark) {
      this.#logger.warn('a follower cuts its log below its high watermark: a leader was elected that lacked records', { topic, partition, from: before, to: offset, highWatermark: log.highWatermark });
    }
    const wasCut = log.truncateTo(offset);
    if (wasCut) this.#logger.info('a follower cut its log to where it agrees with its leader', { topic, partition, from: before, to: offset });
    return wasCut;
  }

  #outOfRange({ logStartOffset }: FetchResponsePartitionData): void {
    const { log, topic, partition } = this.partition;
    if (logStartOffset > log.logEndOffset) {
      this.#logger.info('a follower begins its log anew where its leader begins', { topic, partition, from: log.logEndOffset, to: logStartOffset });
      log.truncateFullyAndStartAt(logStartOffset);
    } else {
      this.wantsLeaderEnd = true;
    }
  }

  /** Runs `act`; what the log refuses is tried again later. */
  #attempt(nowMs: number, act: () => void): boolean {
    try {
      act();
      return true;
    } catch (error) {
      if (!(error instanceof KafkaError)) throw error;
      const { topic, partition } = this.partition;
      if (!this.partition.log.isClosed) this.#logger.warn('a follower could not go on; trying again', { topic, partition, error: error.message });
      this.#retryLater(nowMs);
      return false;
    }
  }

  #retryLater(nowMs: number): void {
    this.#retryAtMs = nowMs + this.#retryMs;
    this.#retryMs = Math.min(this.#retryMs * 2, Math.max(this.#maxRetryMs, FIRST_RETRY_MS));
  }
}

/** One partition of a Fetch request. */
export function fetchPartitionOf(followed: FollowedPartition, asked: AskedState, maxBytes: number): FetchRequestFetchPartitionInput {
  return { partition: followed.partition.partition, ...asked, partitionMaxBytes: maxBytes };
}
