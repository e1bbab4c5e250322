import type { LeaderEpoch, Offset, ProducerEpoch, ProducerId, TimestampMs, TopicPartition, Uuid } from '@ottla/model';
import type { LogConfig } from './log-config.ts';
import type {
  ActiveProducer,
  AppendOrigin,
  EpochEndOffset,
  FetchDataInfo,
  FetchIsolation,
  LogAppendInfo,
  LogOptions,
  TimestampOffset,
} from './log-types.ts';
import type { SegmentScan, SegmentScanRequest } from './segment-scan.ts';

/** A log whose folder was listed and which waits for the scans it needs (none after a clean shutdown). */
export declare class LoadedLog {
  /** Segments to scan, in order; empty when the log can finish at once. */
  readonly scansNeeded: readonly SegmentScanRequest[];
  /** Repairs and opens the log; `scans` answer `scansNeeded` in the same order. */
  finish(scans: readonly SegmentScan[]): UnifiedLog;
}

export declare class UnifiedLog {
  /** First phase of opening: lists the folder once. Throws DiskError. */
  static load(options: LogOptions): LoadedLog;
  /** Both phases with scans in this thread. */
  static open(options: LogOptions): UnifiedLog;

  readonly topicPartition: TopicPartition;
  readonly topicId: Uuid;
  /** Path of the folder now (changes by renameForDeletion). */
  get directory(): string;
  /** Whether the folder exists. */
  get isMaterialised(): boolean;
  get config(): LogConfig;
  updateConfig(config: LogConfig): void;

  get logStartOffset(): Offset;
  /** Offset of the next record, staged records counted. */
  get logEndOffset(): Offset;
  /** End of what is written to the file and visible to reads. */
  get writtenEndOffset(): Offset;
  get highWatermark(): Offset;
  get lastStableOffset(): Offset;
  /** All below is durable. */
  get recoveryPoint(): Offset;
  get sizeBytes(): number;
  get segmentCount(): number;
  /** Base offset of the active segment; the log end while there is none. */
  get activeSegmentBaseOffset(): Offset;
  get stagedBytes(): number;
  /** The failure that made this log unusable. */
  get failure(): Error | undefined;
  /** Records appended since the last flush. */
  get unflushedRecords(): number;
  /** When the last flush ended (wall clock); opening counts. */
  get lastFlushMs(): TimestampMs;
  get latestEpoch(): LeaderEpoch;

  appendAsLeader(records: Uint8Array, leaderEpoch: LeaderEpoch, origin: AppendOrigin): LogAppendInfo;
  appendAsFollower(records: Uint8Array, leaderEpoch: LeaderEpoch): LogAppendInfo | undefined;
  /** Writes what is staged with one vectored call; true when flush.messages asks for `sync()` before acknowledging. */
  flushStaged(): boolean;
  /** The same off the event loop, for large `stagedBytes`; the bytes must stay untouched until it settles. */
  flushStagedAsync(): Promise<boolean>;
  /** Makes everything below `offset` durable and moves the recovery point. */
  flush(offset: Offset): Promise<void>;
  /** `flush` of everything written. */
  sync(): Promise<void>;

  read(startOffset: Offset, maxBytes: number, upTo: FetchIsolation, minOneBatch: boolean): FetchDataInfo;
  /** First record with a timestamp of at least `timestamp`; undefined when there is none. */
  offsetForTimestamp(timestamp: TimestampMs): TimestampOffset | undefined;
  /** The record with the greatest timestamp (ListOffsets -3). */
  offsetOfMaxTimestamp(): TimestampOffset | undefined;
  /** Epoch and end as OffsetForLeaderEpoch answers them. */
  endOffsetForEpoch(leaderEpoch: LeaderEpoch): EpochEndOffset;
  /** Epoch of the record at `offset`; -1 when unknown. */
  epochForOffset(offset: Offset): LeaderEpoch;
  /** Tells the cache of a new leader's epoch that starts at the log end. */
  assignEpochStartOffset(leaderEpoch: LeaderEpoch, startOffset: Offset): void;

  /** Moves the high watermark (clamped to [log start, written end]); answers the new one. */
  updateHighWatermark(offset: Offset): Offset;
  /** The same, but only upwards. True when it moved. */
  maybeIncrementHighWatermark(offset: Offset): boolean;
  /** DeleteRecords: throws OFFSET_OUT_OF_RANGE above the high watermark. True when it moved. */
  maybeIncrementLogStartOffset(offset: Offset): boolean;
  /** Removes everything from `offset` on; false when there was nothing. */
  truncateTo(offset: Offset): boolean;
  truncateFullyAndStartAt(offset: Offset, logStartOffset?: Offset): void;
  /** Rolls the active segment now. */
  roll(): void;
  /** Retention by time, size and start offset; answers how many segments went. */
  deleteOldSegments(): number;
  /** Paths (`*.deleted`) that wait for removal, handed over once. */
  takeDeleted(): string[];

  activeProducers(): ActiveProducer[];
  hasOngoingTransaction(producerId: ProducerId, producerEpoch: ProducerEpoch): boolean;
  /** Forgets producers without a batch for producer.id.expiration.ms. */
  removeExpiredProducers(): void;

  /** Clean close: writes what is staged, indexes and the producer snapshot, syncs. */
  close(): Promise<void>;
  /** Closes handles and leaves the files as they are. */
  abandon(): void;
  /** Renames the folder to `<topic>-<partition>.<uuid>-delete`; answers its path. */
  renameForDeletion(uuid: string): string;
  /** Removes the folder. */
  delete(): void;
}
