import type { LeaderEpoch, Offset, ProducerEpoch, ProducerId, TimestampMs, TopicPartition, Uuid } from '@ottla/model';
import { ErrorCode, KafkaError } from '@ottla/model';
import { directoryOf } from './atomic-file.ts';
import type { OpenedBatch } from './batch-decision.ts';
import { Compaction } from './compaction.ts';
import { deletionName } from './deletion-name.ts';
import type { LeaderEpochCache } from './leader-epoch-cache.ts';
import type { LocalLog } from './local-log.ts';
import { LogAppender } from './log-appender.ts';
import type { LogConfig } from './log-config.ts';
import { LogHealth } from './log-health.ts';
import type { RestoredLog } from './log-loader.ts';
import type { LogOffsets } from './log-offsets.ts';
import { LogReader, lookingAtDisk } from './log-reader.ts';
import type { ActiveProducer, AppendOrigin, EpochEndOffset, FetchDataInfo, FetchIsolation, LogAppendInfo, LogOptions, TimestampOffset } from './log-types.ts';
import type { ProducerStateManager } from './producer-state-manager.ts';
import { expiredSegments } from './retention.ts';
import { offsetName, SNAPSHOT_SUFFIX } from './segment-paths.ts';

/**
 * One replica's log: records in segments, the state of its producers, the leader epochs, and the offsets that say what
 * is written, replicated and decided.
 *
 * Ordering: an append is decided at once (`logEndOffset`, producers and epochs move), then staged; `flushStaged` writes
 * it and moves `writtenEndOffset`, which bounds every read and the high watermark. Invariant: logStartOffset <=
 * lastStableOffset <= highWatermark <= writtenEndOffset <= logEndOffset.
 * A write that finds the disk full refuses what is staged and leaves the log as it was; any other failed write or sync
 * fails the log for good. A failed log answers KafkaError(KAFKA_STORAGE_ERROR) to everything but getters, `abandon`,
 * `renameForDeletion` and `delete`.
 */
export class UnifiedLog {
  readonly topicPartition: TopicPartition;
  /** What the log cleaner needs of this log. */
  readonly compaction: Compaction;
  readonly #options: LogOptions;
  readonly #local: LocalLog;
  readonly #offsets: LogOffsets;
  readonly #producers: ProducerStateManager;
  readonly #epochs: LeaderEpochCache;
  readonly #health: LogHealth;
  readonly #appender: LogAppender;
  readonly #reader: LogReader;
  #lastFlushMs: TimestampMs;

  /** For open-log.ts. */
  constructor(options: LogOptions, { local, offsets, producers, epochs }: RestoredLog) {
    this.topicPartition = options.topicPartition;
    this.#options = options;
    this.#local = local;
    this.#offsets = offsets;
    this.#producers = producers;
    this.#epochs = epochs;
    this.#health = new LogHealth(options);
    this.#appender = new LogAppender({ options, local, offsets, producers, epochs, health: this.#health, onFlushDue: (flushTo) => options.onFlushDue?.(this, flushTo) });
    this.#reader = new LogReader(local, offsets, options);
    this.compaction = new Compaction({ disk: options.disk, local, offsets, producers, health: this.#health });
    this.#lastFlushMs = options.clock.now();
  }

  get topicId(): Uuid {
    return this.#local.topicId;
  }

  /** Path of the folder now (changes by renameForDeletion). */
  get directory(): string {
    return this.#local.directory;
  }

  /** Whether the folder exists. */
  get isMaterialised(): boolean {
    return this.#local.isMaterialised;
  }

  get config(): LogConfig {
    return this.#local.config;
  }

  updateConfig(config: LogConfig): void {
    this.#local.config = config;
  }

  get logStartOffset(): Offset {
    return this.#offsets.logStart;
  }

  set onLogStartMoved(listener: () => void) {
    this.#offsets.onLogStartMoved = listener;
  }

  /** Offset of the next record, staged records counted. */
  get logEndOffset(): Offset {
    return this.#offsets.logEnd;
  }

  /** End of what is written to the file and visible to reads. */
  get writtenEndOffset(): Offset {
    return this.#local.writtenEndOffset;
  }

  get highWatermark(): Offset {
    return this.#offsets.highWatermark;
  }

  get lastStableOffset(): Offset {
    return this.#offsets.lastStable;
  }

  /** All below is durable. */
  get recoveryPoint(): Offset {
    return this.#local.recoveryPoint;
  }

  get sizeBytes(): number {
    return this.#local.segments.sizeBytes;
  }

  get segmentCount(): number {
    return this.#local.segments.count;
  }

  /** Base offset of the active segment; the log end while there is none. */
  get activeSegmentBaseOffset(): Offset {
    return this.#local.segments.last?.baseOffset ?? this.#offsets.logEnd;
  }

  get stagedBytes(): number {
    return this.#appender.stagedBytes;
  }

  /** Fulfils when the `flushStagedAsync` under way ends, well or not; until then no other write, roll or truncation may begin. undefined: none is under way. */
  get writing(): Promise<void> | undefined {
    return this.#appender.isWriting ? this.#appender.settled : undefined;
  }

  /** The failure that made this log unusable. */
  get failure(): Error | undefined {
    return this.#health.failure;
  }

  /** Closed, abandoned or deleted: it takes no more requests. */
  get isClosed(): boolean {
    return this.#health.isClosed;
  }

  /** Records appended since the last flush. */
  get unflushedRecords(): number {
    return this.#local.writtenEndOffset - this.#local.recoveryPoint;
  }

  /** When the last flush ended (wall clock); opening counts. */
  get lastFlushMs(): TimestampMs {
    return this.#lastFlushMs;
  }

  get latestEpoch(): LeaderEpoch {
    return this.#epochs.latestEpoch;
  }

  /** A log that was found on disk without a readable partition.metadata learns whose it is. */
  adoptTopicId(topicId: Uuid): void {
    if (this.#local.topicId === topicId) return;
    this.#health.check();
    this.#local.topicId = topicId;
    if (this.isMaterialised) this.#health.guarded(() => this.#local.writeTopicId());
  }

  /**
   * Validates, assigns offsets (`raft` batches have theirs already) and stages. `records` must stay untouched until they
   * are written; `transactionVersion` is that of a marker. Throws KafkaError as validation and producer state say, RECORD_LIST_TOO_LARGE beyond segment.bytes;
   * nothing is appended then.
   */
  appendAsLeader(records: Uint8Array, leaderEpoch: LeaderEpoch, origin: AppendOrigin, transactionVersion = 0, opened?: OpenedBatch): LogAppendInfo {
    this.#health.check();
    return this.#appender.appendAsLeader(records, leaderEpoch, origin, transactionVersion, opened);
  }

  /**
   * Stages batches that a leader gave offsets: those of epochs up to `leaderEpoch`, without one that is cut off at the
   * end. undefined when none is left. Throws KafkaError(CORRUPT_MESSAGE), and OFFSET_OUT_OF_RANGE when they do not
   * continue the log (a compacted leader may leave gaps; the metadata log has none).
   */
  appendAsFollower(records: Uint8Array, leaderEpoch: LeaderEpoch): LogAppendInfo | undefined {
    this.#health.check();
    return this.#appender.appendAsFollower(records, leaderEpoch);
  }

  /**
   * Writes what is staged with one vectored call (one a segment, when the log rolls in between); true when
   * flush.messages asks for `sync()` before acknowledging. Throws KafkaError(KAFKA_STORAGE_ERROR) when nothing of
   * what was staged may be acknowledged.
   */
  flushStaged(): boolean {
    this.#health.check();
    this.#appender.flush();
    return this.unflushedRecords >= this.config.flushMessages;
  }

  /** The same off the event loop, for large `stagedBytes`; the bytes must stay untouched until it settles. */
  async flushStagedAsync(): Promise<boolean> {
    this.#health.check();
    await this.#appender.flushAsync();
    return this.unflushedRecords >= this.config.flushMessages;
  }

  /** Makes everything below `offset` durable and moves the recovery point. Rejects with KafkaError(KAFKA_STORAGE_ERROR). */
  async flush(offset: Offset): Promise<void> {
    this.#health.check();
    try {
      await this.#local.flush(offset, () => this.#health.attemptOpen(() => this.#epochs.flush()));
    } catch (error) {
      // Its folder may have been renamed or removed meanwhile.
      if (this.#health.isClosed) return;
      throw error instanceof KafkaError ? error : this.#health.fail(error as Error);
    }
    this.#lastFlushMs = this.#options.clock.now();
  }

  /** `flush` of everything written. */
  sync(): Promise<void> {
    return this.flush(this.writtenEndOffset);
  }

  /**
   * What lies from `startOffset` on within the isolation, in one segment: whole batches, the last one maybe cut at
   * `maxBytes`. With `minOneBatch` the first batch comes whole, however large. Throws OFFSET_OUT_OF_RANGE outside
   * [log start, log end].
   */
  read(startOffset: Offset, maxBytes: number, upTo: FetchIsolation, minOneBatch: boolean): FetchDataInfo {
    this.#health.check();
    return this.#reader.read(startOffset, maxBytes, upTo, minOneBatch);
  }

  /** First record with a timestamp of at least `timestamp`; undefined when there is none. */
  offsetForTimestamp(timestamp: TimestampMs): TimestampOffset | undefined {
    this.#health.check();
    return this.#reader.offsetForTimestamp(timestamp);
  }

  /** The record with the greatest timestamp (ListOffsets -3). */
  offsetOfMaxTimestamp(): TimestampOffset | undefined {
    this.#health.check();
    return this.#reader.offsetOfMaxTimestamp();
  }

  /** Epoch and end as OffsetForLeaderEpoch answers them. */
  endOffsetForEpoch(leaderEpoch: LeaderEpoch): EpochEndOffset {
    return this.#epochs.endOffsetFor(leaderEpoch, this.logEndOffset);
  }

  /** Epoch of the record at `offset`; -1 when unknown. */
  epochForOffset(offset: Offset): LeaderEpoch {
    return this.#epochs.epochForOffset(offset);
  }

  /** Tells the cache of a new leader's epoch that starts at the log end. */
  assignEpochStartOffset(leaderEpoch: LeaderEpoch, startOffset: Offset): void {
    this.#epochs.assign(leaderEpoch, startOffset);
  }

  /** Moves the high watermark (clamped to [log start, written end]); answers the new one. */
  updateHighWatermark(offset: Offset): Offset {
    return this.#offsets.updateHighWatermark(offset);
  }

  /** The same, but only upwards. True when it moved. */
  maybeIncrementHighWatermark(offset: Offset): boolean {
    return this.#offsets.maybeIncrementHighWatermark(offset);
  }

  /** DeleteRecords: throws OFFSET_OUT_OF_RANGE above the high watermark. True when it moved. */
  maybeIncrementLogStartOffset(offset: Offset): boolean {
    this.#health.check();
    const { highWatermark, logStart } = this.#offsets;
    if (offset > highWatermark) throw new KafkaError(ErrorCode.OFFSET_OUT_OF_RANGE, `offset ${offset} lies above the high watermark ${highWatermark}`);
    if (offset <= logStart) return false;
    this.#offsets.logStart = offset;
    this.#health.guarded(() => this.#appender.changeEpochs(() => this.#epochs.truncateFromStart(offset)));
    return true;
  }

  /** Removes everything from `offset` on; false when there was nothing. What is staged is written first. */
  truncateTo(offset: Offset): boolean {
    this.#health.check();
    if (offset < 0) throw new RangeError(`cannot truncate to ${offset}`);
    if (offset >= this.logEndOffset) {
      // A leader's epoch that has no record begins at the end, and may be unknown to the leader after it.
      this.#appender.changeEpochs(() => this.#epochs.truncateFromEnd(offset));
      return false;
    }
    this.#appender.flush();
    const { first } = this.#local.segments;
    if (first === undefined || first.baseOffset > offset) {
      this.truncateFullyAndStartAt(offset);
      return true;
    }
    this.#health.guarded(() => {
      this.#local.truncateTo(offset);
      this.#offsets.clamp();
      this.#appender.changeEpochs(() => this.#epochs.truncateFromEnd(this.logEndOffset));
      this.#appender.reloadProducers();
    });
    return true;
  }

  /** Empties the log, which goes on at `offset`. `logStartOffset` (default `offset`) lies at or below it. */
  truncateFullyAndStartAt(offset: Offset, logStartOffset: Offset = offset): void {
    this.#health.check();
    this.#appender.checkNotWriting();
    this.#appender.discard();
    this.#health.guarded(() => {
      this.#local.truncateFullyAndStartAt(offset);
      this.#appender.changeEpochs(() => this.#epochs.clear());
      this.#producers.truncateFullyAndStartAt(offset);
      this.#offsets.logStart = logStartOffset;
      this.#offsets.clamp();
    });
  }

  /** Rolls the active segment now; what is staged is written first. */
  roll(): void {
    this.#health.check();
    this.#appender.flush();
    this.#health.attempt(() => this.#appender.roll());
  }

  /** Retention by time, size and start offset; answers how many segments went, none while `writing`. */
  deleteOldSegments(): number {
    this.#health.check();
    if (this.writing !== undefined) return 0;
    const { segments } = this.#local;
    const { logStart, highWatermark, logEnd } = this.#offsets;
    const facts = { logStartOffset: logStart, highWatermark, logEndOffset: logEnd, nowMs: this.#options.clock.now() };
    const count = lookingAtDisk(() => expiredSegments(segments, this.config, facts, this.#options.disk));
    if (count === 0) return 0;
    if (count === segments.count) this.#health.attempt(() => this.#appender.roll());
    this.#health.guarded(() => {
      const removed = segments.removeFirst(count);
      this.maybeIncrementLogStartOffset((segments.first?.baseOffset ?? logEnd) as Offset);
      this.#local.deleteFiles(removed);
      for (const { baseOffset } of removed) this.#producers.removeSnapshot(baseOffset);
    });
    return count;
  }

  /** Paths (`*.deleted`) that wait for removal, handed over once. */
  takeDeleted(): string[] {
    return this.#local.takeDeleted();
  }

  activeProducers(): ActiveProducer[] {
    return this.#producers.activeProducers();
  }

  hasOngoingTransaction(producerId: ProducerId, producerEpoch: ProducerEpoch): boolean {
    return this.#producers.hasOngoingTransaction(producerId, producerEpoch);
  }

  /** Of the producer's last batch or marker; NO_PRODUCER_EPOCH when nothing is known of it. */
  lastEpochOf(producerId: ProducerId): ProducerEpoch {
    return this.#producers.lastEpochOf(producerId);
  }

  /** Forgets producers without a batch for producer.id.expiration.ms. */
  removeExpiredProducers(): void {
    this.#producers.removeExpired(this.#options.clock.now());
  }

  /** Clean close: writes what is staged, indexes and the producer snapshot, syncs. A failed log is only abandoned. */
  async close(): Promise<void> {
    if (this.#health.isClosed) return;
    await this.#appender.settled;
    if (this.#health.failure === undefined) {
      this.#appender.flush();
      this.#health.isClosed = true;
      await this.#closeFiles();
    }
    this.abandon();
  }

  async #closeFiles(): Promise<void> {
    try {
      await this.#local.close(this.isMaterialised ? this.#closeSnapshot() : undefined);
    } catch (error) {
      this.abandon();
      throw this.#health.fail(error as Error);
    }
  }

  /** Name of the snapshot file that the close made; undefined when there is a newer one already. */
  #closeSnapshot(): string | undefined {
    this.#epochs.flush(true);
    const before = this.#producers.snapshotOffsets().at(-1);
    this.#producers.takeSnapshot(false);
    const newest = this.#producers.snapshotOffsets().at(-1);
    return newest === undefined || newest === before ? undefined : `${offsetName(newest)}${SNAPSHOT_SUFFIX}`;
  }

  /** Closes handles and leaves the files as they are. */
  abandon(): void {
    this.#health.isClosed = true;
    this.#appender.discard();
    this.#local.forgetAll();
  }

  /** Renames the folder to `<topic>-<partition>.<uuid>-delete` (or another suffix); answers its path. The log takes no more requests. Throws DiskError. */
  renameForDeletion(uuid: string, suffix?: string): string {
    this.abandon();
    const directory = `${directoryOf(this.directory)}/${deletionName(this.topicPartition, uuid, suffix)}`;
    this.#local.renameTo(directory);
    this.#producers.setDirectory(directory);
    return directory;
  }

  /** Removes the folder. Throws DiskError. */
  delete(): void {
    this.abandon();
    this.#options.disk.removeDirectory(this.directory);
  }
}
