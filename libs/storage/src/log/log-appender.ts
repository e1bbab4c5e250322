import type { LeaderEpoch, Offset } from '@ottla/model';
import { DiskError, ErrorCode, KafkaError, METADATA_TOPIC, NO_TIMESTAMP } from '@ottla/model';
import { RecordBatch } from '@ottla/protocol';
import { checkAssignedBatches } from './assigned-batches.ts';
import { readEndTxnMarker } from './end-txn-marker.ts';
import type { LeaderEpochCache } from './leader-epoch-cache.ts';
import type { LocalLog } from './local-log.ts';
import { isPassing, type LogHealth } from './log-health.ts';
import type { LogOffsets } from './log-offsets.ts';
import type { LogSegment } from './log-segment.ts';
import type { AppendOrigin, LogAppendInfo, LogOptions } from './log-types.ts';
import { replayProducers } from './producer-replay.ts';
import type { DuplicateBatch, ProducerStateManager } from './producer-state-manager.ts';
import type { OpenedBatch } from './batch-decision.ts';
import { validateAndAssignOffsets } from './record-validator.ts';
import { StagedAppends, type StagedRun } from './staged-appends.ts';

export interface LogAppenderParts {
  readonly options: LogOptions;
  readonly local: LocalLog;
  readonly offsets: LogOffsets;
  readonly producers: ProducerStateManager;
  readonly epochs: LeaderEpochCache;
  readonly health: LogHealth;
  /** The log rolled, or much was written since the last flush; everything below wants one. */
  readonly onFlushDue: (flushTo: Offset) => void;
}

/**
 * The append side of one log: decides, stages, writes.
 *
 * Ordering: an append is decided at once (log end, producers and epochs move), then staged; `flush` writes it and moves
 * the written end. A write that finds the disk full, or no file handle, refuses all that is staged and puts the log
 * back to what is written; any other failed write fails the log.
 */
export class LogAppender {
  readonly #parts: LogAppenderParts;
  readonly #staged = new StagedAppends();
  readonly #view = new RecordBatch(new Uint8Array(0));
  #isWriting = false;
  #settled: Promise<void> = settled;
  /** Batches staged behind a write that failed were dropped; their writer has not heard of it yet. */
  #refusal: KafkaError | undefined;

  constructor(parts: LogAppenderParts) {
    this.#parts = parts;
  }

  get stagedBytes(): number {
    return this.#staged.sizeBytes;
  }

  /** An asynchronous write is under way. */
  get isWriting(): boolean {
    return this.#isWriting;
  }

  appendAsLeader(records: Uint8Array, leaderEpoch: LeaderEpoch, origin: AppendOrigin, transactionVersion = 0, opened?: OpenedBatch): LogAppendInfo {
    const { options, local, offsets, producers } = this.#parts;
    const { crc, compression, clock } = options;
    const { config } = local;
    const { bytes, firstOffset, lastOffset, maxTimestamp, logAppendTimeMs, recordCount } = validateAndAssignOffsets(records, {
      crc,
      compression,
      clock,
      config,
      nextOffset: offsets.logEnd,
      leaderEpoch,
      origin,
      opened,
    });
    if (bytes.length > config.segmentBytes) {
      throw new KafkaError(ErrorCode.RECORD_LIST_TOO_LARGE, `${bytes.length} bytes do not fit a segment of ${config.segmentBytes} (segment.bytes)`);
    }
    const batch = this.#view.moveTo(bytes, 0);
    if (origin === 'client' && batch.producerId >= 0) {
      const repeated = producers.findDuplicate(batch);
      if (repeated !== undefined) return this.#duplicateInfo(batch.recordCount, repeated);
    }
    this.#checkProducers(bytes, bytes.length, origin, transactionVersion);
    this.#stage(bytes, bytes.length, origin);
    return { firstOffset, lastOffset, logAppendTimeMs, logStartOffset: offsets.logStart, duplicate: false, maxTimestamp, recordCount, sizeBytes: bytes.length };
  }

  appendAsFollower(records: Uint8Array, leaderEpoch: LeaderEpoch): LogAppendInfo | undefined {
    const { options, offsets } = this.#parts;
    const mayHaveGaps = options.topicPartition.topic !== METADATA_TOPIC;
    const length = checkAssignedBatches(records, { crc: options.crc, nextOffset: offsets.logEnd, maxEpoch: leaderEpoch, mayHaveGaps });
    if (length === 0) return undefined;
    this.#checkProducers(records, length, undefined, 0);
    const batch = this.#view;
    const firstOffset = batch.moveTo(records, 0).baseOffset;
    let maxTimestamp = NO_TIMESTAMP;
    let recordCount = 0;
    for (let at = 0; at < length; at += batch.sizeInBytes) {
      batch.moveTo(records, at);
      maxTimestamp = Math.max(maxTimestamp, batch.maxTimestamp);
      recordCount += batch.recordCount;
    }
    this.#stage(records, length, 'coordinator');
    const { logStart: logStartOffset, logEnd } = offsets;
    return { firstOffset, lastOffset: logEnd - 1, logAppendTimeMs: NO_TIMESTAMP, logStartOffset, duplicate: false, maxTimestamp, recordCount, sizeBytes: length };
  }

  #duplicateInfo(recordCount: number, { firstOffset, lastOffset, timestamp }: DuplicateBatch): LogAppendInfo {
    const { offsets } = this.#parts;
    // As Kafka, whatever message.timestamp.type is: the client reports it as the time of its records.
    return { firstOffset, lastOffset, logAppendTimeMs: timestamp, logStartOffset: offsets.logStart, duplicate: true, maxTimestamp: timestamp, recordCount, sizeBytes: 0 };
  }

  /** Throws what stands against any of the batches, so that staging cannot fail halfway. No `origin`: another replica has checked. */
  #checkProducers(bytes: Uint8Array, length: number, origin: AppendOrigin | undefined, transactionVersion: number): void {
    const batch = this.#view;
    for (let at = 0; at < length; at += batch.sizeInBytes) {
      if (batch.moveTo(bytes, at).producerId < 0) continue;
      if (batch.isControl) readEndTxnMarker(batch);
      if (origin !== undefined) this.#parts.producers.check(batch, origin, transactionVersion);
    }
  }

  /** Takes checked batches in, in the order of the log. */
  #stage(bytes: Uint8Array, length: number, origin: AppendOrigin): void {
    const { options, local, offsets, producers, epochs, health } = this.#parts;
    const nowMs = options.clock.now();
    const staged = this.#staged;
    const batch = this.#view;
    // While a write is under way the facts go on from what it will have written. A segment that was opened at the start is read here for the first time.
    if (staged.isEmpty && !this.#isWriting) health.attempt(() => staged.startBehind(local.segments.last, offsets.logEnd, local.config, nowMs));
    let start = 0;
    for (let at = 0; at < length; at += batch.sizeInBytes) {
      batch.moveTo(bytes, at);
      const { baseOffset, sizeInBytes, maxTimestamp, lastOffset } = batch;
      if (staged.mustRoll(local.config, sizeInBytes, maxTimestamp, lastOffset, nowMs)) {
        if (at > start) staged.add(bytes.subarray(start, at), offsets.logEnd);
        start = at;
        this.#snapshotProducers(baseOffset);
        staged.roll(baseOffset, nowMs);
      }
      epochs.assign(batch.partitionLeaderEpoch, baseOffset);
      if (batch.producerId >= 0) this.#updateProducers(batch, origin);
      staged.count(sizeInBytes, maxTimestamp);
      offsets.logEnd = lastOffset + 1;
    }
    staged.add(start === 0 && length === bytes.length ? bytes : bytes.subarray(start, length), offsets.logEnd);
    producers.updateMapEndOffset(offsets.logEnd);
  }

  #updateProducers(batch: RecordBatch, origin: AppendOrigin): void {
    const marker = batch.isControl ? readEndTxnMarker(batch) : undefined;
    const completed = this.#parts.producers.update(batch, origin, marker?.isCommit, marker?.coordinatorEpoch ?? -1);
    if (completed?.isAborted === true) this.#staged.run.aborted.push(completed);
  }

  /** A snapshot where a segment begins bounds what recovery replays. It may fail: recovery then begins at an older one. */
  #snapshotProducers(offset: Offset): void {
    const { producers, local, options } = this.#parts;
    producers.updateMapEndOffset(offset);
    if (!local.isMaterialised) return;
    try {
      producers.takeSnapshot(false);
    } catch (error) {
      if (!(error instanceof DiskError)) throw error;
      options.logger.warn('a producer snapshot could not be written; recovery would take longer', { directory: local.directory, error: error.message });
    }
  }

  /** Writes what is staged, one vectored call a segment. Throws KafkaError(KAFKA_STORAGE_ERROR). */
  flush(): void {
    this.checkNotWriting();
    this.#throwRefusal();
    if (this.#staged.isEmpty) return;
    const { local } = this.#parts;
    try {
      for (const run of this.#staged.take()) {
        local.append(this.#beginRun(run), run.parts, run.endOffset);
        this.#flushIfDue(run);
      }
    } catch (error) {
      throw this.#refuse(error);
    }
  }

  /** The same off the event loop. */
  async flushAsync(): Promise<void> {
    this.checkNotWriting();
    this.#throwRefusal();
    if (this.#staged.isEmpty) return;
    this.#isWriting = true;
    const write = this.#writeRuns(this.#staged.take());
    this.#settled = write.catch(() => {});
    await write;
  }

  async #writeRuns(runs: readonly StagedRun[]): Promise<void> {
    const { local } = this.#parts;
    try {
      for (const run of runs) {
        await local.appendAsync(this.#beginRun(run), run.parts, run.endOffset);
        this.#flushIfDue(run);
      }
    } catch (error) {
      this.#isWriting = false;
      throw this.#refuse(error);
    }
    this.#isWriting = false;
  }

  #flushIfDue({ rolls, baseOffset, endOffset }: StagedRun): void {
    const { local, onFlushDue } = this.#parts;
    if (local.takeFlushDue()) onFlushDue(endOffset);
    else if (rolls) onFlushDue(baseOffset);
  }

  /** Settles when no asynchronous write is under way any more. */
  get settled(): Promise<void> {
    return this.#settled;
  }

  checkNotWriting(): void {
    if (this.#isWriting) throw new KafkaError(ErrorCode.KAFKA_STORAGE_ERROR, `${this.#parts.local.directory}: a write is under way`);
  }

  /** Begins a new segment at the log end; nothing may be staged. Throws DiskError. */
  roll(): void {
    const { local, offsets, onFlushDue } = this.#parts;
    const before = local.segments.last;
    this.#snapshotProducers(offsets.logEnd);
    if (local.roll(offsets.logEnd) !== before && before !== undefined) onFlushDue(offsets.logEnd);
  }

  /** Nothing of what is staged will be written. */
  discard(): void {
    this.#staged.take();
  }

  /**
   * Cuts the epochs. On a full disk only the file stays as it was: the next flush writes it, and until then recovery
   * cuts it again by the log's own ends.
   */
  changeEpochs(change: () => void): void {
    const { options, local } = this.#parts;
    try {
      change();
    } catch (error) {
      if (!isPassing(error)) throw error;
      options.logger.warn('the leader epochs could not be written; the next flush tries again', { directory: local.directory, error: error.message });
    }
  }

  /** Makes the producers' state that of a log that ends at `logEnd`. Throws DiskError. */
  reloadProducers(): void {
    const { producers, local, offsets, options } = this.#parts;
    const hadProducers = producers.producerCount > 0;
    const end = offsets.logEnd;
    const from = producers.truncateAndReload(offsets.logStart, end, options.clock.now());
    // Without producers a shorter log has none either.
    if (hadProducers && from < end) replayProducers(local, producers, from, end);
    producers.updateMapEndOffset(end);
  }

  /** The segment to write `run` to. What readers of committed records must skip is known before they can see it. */
  #beginRun(run: StagedRun): LogSegment {
    const { local } = this.#parts;
    const segment = run.rolls ? local.roll(run.baseOffset) : local.activeSegment(run.baseOffset);
    for (const entry of run.aborted) segment.txnIndex.append(entry);
    return segment;
  }

  /** A write failed: drops all that is staged. Answers what to throw. */
  #refuse(error: unknown): KafkaError {
    const { local, health } = this.#parts;
    const cause = error as Error;
    const isMoreStaged = !this.#staged.isEmpty;
    if (!isPassing(error)) {
      this.discard();
      return health.fail(cause);
    }
    try {
      local.repairTail();
      this.#dropStaged();
    } catch (second) {
      return health.fail(second as Error);
    }
    const refusal = new KafkaError(ErrorCode.KAFKA_STORAGE_ERROR, `the append was refused: ${cause.message}`);
    if (isMoreStaged) this.#refusal = refusal;
    return refusal;
  }

  /** Whoever staged behind a failed write must not take the next, empty one for theirs. */
  #throwRefusal(): void {
    const refusal = this.#refusal;
    if (refusal === undefined) return;
    this.#refusal = undefined;
    if (!this.#staged.isEmpty) this.#parts.health.guarded(() => this.#dropStaged());
    throw refusal;
  }

  /** The log ends at what is written, and so do its producers and epochs. */
  #dropStaged(): void {
    const { local, offsets, epochs } = this.#parts;
    this.discard();
    const end = local.writtenEndOffset;
    offsets.logEnd = end;
    local.segments.last?.txnIndex.truncateTo(end);
    // An epoch that begins exactly at the end may be the leader's own, told by assignEpochStartOffset.
    this.changeEpochs(() => epochs.truncateFromEnd(end + 1));
    this.reloadProducers();
  }
}

const settled = Promise.resolve();
