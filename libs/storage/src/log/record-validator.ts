import { RecordOutlineError } from './record-errors.ts';
import type { Clock, Compression, Crc32c, LeaderEpoch, Offset, TimestampMs } from '@ottla/model';
import { CompressionType, ErrorCode, KafkaError, NO_OFFSET, NO_TIMESTAMP } from '@ottla/model';
import { LOG_OVERHEAD, RECORD_BATCH_OVERHEAD, RecordBatch } from '@ottla/protocol';
import { decide, taken, tooLarge, type BatchDecision, type OpenedBatch } from './batch-decision.ts';
import type { LogConfig } from './log-config.ts';
import type { AppendOrigin } from './log-types.ts';

export interface ValidationOptions {
  readonly crc: Crc32c;
  readonly compression: Compression;
  readonly clock: Clock;
  readonly config: LogConfig;
  /** The first offset to assign. */
  readonly nextOffset: Offset;
  readonly leaderEpoch: LeaderEpoch;
  readonly origin: AppendOrigin;
  /** What another thread found in the only batch; it is opened here, if at all, when left out. */
  readonly opened?: OpenedBatch | undefined;
}

/** Batches ready to append: offsets, leader epoch (and log-append time) are set in place, or in a copy that was recompressed. */
export interface ValidatedRecords {
  /** `records` itself, changed in place, unless compression or content had to change. */
  readonly bytes: Uint8Array;
  readonly firstOffset: Offset;
  readonly lastOffset: Offset;
  readonly maxTimestamp: TimestampMs;
  /** Last offset of the batch with the max timestamp. */
  readonly offsetOfMaxTimestamp: Offset;
  /** -1 unless message.timestamp.type is LogAppendTime. */
  readonly logAppendTimeMs: TimestampMs;
  readonly recordCount: number;
}

const MAGIC = 2;
/** Bytes that must be there before a batch's magic can be read. */
const UP_TO_MAGIC = 17;

/**
 * Kafka's LogValidator, on closed batches: whole batch present, magic 2, CRC, counts and deltas of the header, one
 * batch a Produce partition for magic 2 (KIP-98: INVALID_RECORD), timestamps within
 * message.timestamp.before/after.max.ms (INVALID_TIMESTAMP), max.message.bytes (MESSAGE_TOO_LARGE), keys wanted by
 * compaction (INVALID_RECORD with recordErrors), control batches refused from clients. Opens a batch only when the
 * topic's compression.type, compaction, or timestamp limits ask for it. Throws KafkaError or RecordValidationError and
 * has changed nothing then.
 *
 * Coordinators may hand over several batches at once. Raft's batches carry their offsets and epoch already: they
 * are checked and left as they are. Which codecs a Produce version allows is the handler's to check.
 */
export function validateAndAssignOffsets(records: Uint8Array, options: ValidationOptions): ValidatedRecords {
  const nowMs = options.opened?.nowMs ?? options.clock.now();
  const batch = new RecordBatch(records);
  if (options.origin === 'raft') return checkRaftBatches(batch, options);

  // Decide for all batches before the first byte changes.
  const decisions: BatchDecision[] = [];
  let hasRebuilt = false;
  for (let position = 0; position < records.length || decisions.length === 0; position += batch.sizeInBytes) {
    checkBatch(batch.moveTo(records, position), options);
    if (options.origin === 'client' && batch.sizeInBytes !== records.length) {
      throw new RecordOutlineError(`a Produce request holds exactly one batch a partition, and ${records.length - batch.sizeInBytes} bytes follow it`);
    }
    const decision = options.opened === undefined ? decide(batch, options, nowMs) : taken(options.opened);
    hasRebuilt ||= decision.rebuilt !== undefined;
    decisions.push(decision);
  }

  if (!hasRebuilt) return assign(batch, records, decisions, options, nowMs);
  const bytes = joined(batch, records, decisions);
  return assign(batch, bytes, decisions, options, nowMs);
}

/** Checks that need no more than the batch's header and its bytes as a whole. */
function checkBatch(batch: RecordBatch, options: ValidationOptions): void {
  checkWhole(batch);
  const { config } = options;
  const isClient = options.origin === 'client';
  if (isClient && batch.baseOffset !== 0) throw new KafkaError(ErrorCode.INVALID_RECORD, `the base offset of a produced batch is 0, not ${batch.baseOffset}`);
  if (batch.sizeInBytes > config.maxMessageBytes) throw tooLarge(batch.sizeInBytes, config);
  checkCrc(batch, options.crc);
  const count = batch.recordCount;
  if (count <= 0 || batch.lastOffsetDelta !== count - 1) {
    throw new KafkaError(ErrorCode.INVALID_RECORD, `a batch of ${count} records has last offset delta ${batch.lastOffsetDelta}`);
  }
  if (batch.compressionType > CompressionType.zstd) {
    throw new KafkaError(ErrorCode.UNSUPPORTED_COMPRESSION_TYPE, `a batch names codec ${batch.compressionType}, the last one known is ${CompressionType.zstd} (zstd)`);
  }
  if (batch.isLogAppendTime && config.messageTimestampType === 'LogAppendTime') {
    throw new KafkaError(ErrorCode.INVALID_TIMESTAMP, 'a batch says its time is log-append time, which only the broker may set');
  }
  if (!isClient) return;
  if (batch.isControl) throw new KafkaError(ErrorCode.INVALID_RECORD, 'clients do not write control batches');
  if (batch.producerId >= 0 && batch.baseSequence < 0) {
    throw new KafkaError(ErrorCode.INVALID_RECORD, `a batch of producer ${batch.producerId} has sequence ${batch.baseSequence}`);
  }
}

function checkWhole(batch: RecordBatch): void {
  const remaining = batch.bytes.length - batch.position;
  if (remaining < UP_TO_MAGIC) throw new RecordOutlineError(`${remaining} bytes hold no record batch`);
  const { magic, sizeInBytes } = batch;
  if (magic < 0 || magic > MAGIC) throw new KafkaError(ErrorCode.CORRUPT_MESSAGE, `a batch has magic ${magic}`);
  if (magic < MAGIC) throw new RecordOutlineError(`a batch has magic ${magic}, only ${MAGIC} is taken`);
  if (sizeInBytes < RECORD_BATCH_OVERHEAD) {
    throw new KafkaError(ErrorCode.CORRUPT_MESSAGE, `a batch says it has ${sizeInBytes - LOG_OVERHEAD} bytes, fewer than its header`);
  }
  if (sizeInBytes > remaining) throw new RecordOutlineError(`a batch of ${sizeInBytes} bytes, ${remaining} are there`);
}

function checkCrc(batch: RecordBatch, crc: Crc32c): void {
  const computed = batch.computeCrc(crc);
  if (computed !== batch.crc) throw new KafkaError(ErrorCode.CORRUPT_MESSAGE, `a batch has checksum ${batch.crc}, its content has ${computed}`);
}

/** All batches in one piece, those made anew in the place of the old ones. */
function joined(batch: RecordBatch, records: Uint8Array, decisions: readonly BatchDecision[]): Uint8Array {
  const parts: Uint8Array[] = [];
  let position = 0;
  for (const { rebuilt } of decisions) {
    const end = position + batch.moveTo(records, position).sizeInBytes;
    parts.push(rebuilt ?? records.subarray(position, end));
    position = end;
  }
  return parts.length === 1 ? (parts[0] as Uint8Array) : Buffer.concat(parts);
}

/** Writes offsets, leader epoch and times into the batches: nothing can fail any more. */
function assign(batch: RecordBatch, bytes: Uint8Array, decisions: readonly BatchDecision[], options: ValidationOptions, nowMs: TimestampMs): ValidatedRecords {
  const isLogAppendTime = options.config.messageTimestampType === 'LogAppendTime';
  let nextOffset = options.nextOffset;
  let maxTimestamp: TimestampMs = NO_TIMESTAMP;
  let offsetOfMaxTimestamp: Offset = NO_OFFSET;
  let position = 0;
  for (const decision of decisions) {
    batch.moveTo(bytes, position);
    batch.setBaseOffset(nextOffset);
    batch.setPartitionLeaderEpoch(options.leaderEpoch);
    if (isLogAppendTime && decision.rebuilt === undefined) batch.setMaxTimestamp(true, nowMs, options.crc);
    else if (decision.maxTimestamp !== undefined) batch.setMaxTimestamp(false, decision.maxTimestamp, options.crc);
    nextOffset = batch.nextOffset;
    if (batch.maxTimestamp > maxTimestamp) {
      maxTimestamp = batch.maxTimestamp;
      offsetOfMaxTimestamp = nextOffset - 1;
    }
    position += batch.sizeInBytes;
  }
  return {
    bytes,
    firstOffset: options.nextOffset,
    lastOffset: nextOffset - 1,
    maxTimestamp,
    offsetOfMaxTimestamp,
    logAppendTimeMs: isLogAppendTime ? nowMs : NO_TIMESTAMP,
    recordCount: nextOffset - options.nextOffset,
  };
}

function checkRaftBatches(batch: RecordBatch, options: ValidationOptions): ValidatedRecords {
  const records = batch.bytes;
  let nextOffset = options.nextOffset;
  let maxTimestamp: TimestampMs = NO_TIMESTAMP;
  let offsetOfMaxTimestamp: Offset = NO_OFFSET;
  let recordCount = 0;
  for (let position = 0; position < records.length || recordCount === 0; position += batch.sizeInBytes) {
    checkWhole(batch.moveTo(records, position));
    checkCrc(batch, options.crc);
    if (batch.partitionLeaderEpoch !== options.leaderEpoch) {
      throw new KafkaError(ErrorCode.INVALID_RECORD, `a batch of the Raft leader has epoch ${batch.partitionLeaderEpoch}, not its own ${options.leaderEpoch}`);
    }
    if (batch.baseOffset !== nextOffset || batch.recordCount <= 0 || batch.lastOffsetDelta !== batch.recordCount - 1) {
      throw new KafkaError(ErrorCode.INVALID_RECORD, `a batch of the Raft leader holds ${batch.recordCount} records from ${batch.baseOffset} to ${batch.lastOffset}, the log ends at ${nextOffset}`);
    }
    nextOffset = batch.nextOffset;
    recordCount += batch.recordCount;
    if (batch.maxTimestamp > maxTimestamp) {
      maxTimestamp = batch.maxTimestamp;
      offsetOfMaxTimestamp = nextOffset - 1;
    }
  }
  return { bytes: records, firstOffset: options.nextOffset, lastOffset: nextOffset - 1, maxTimestamp, offsetOfMaxTimestamp, logAppendTimeMs: NO_TIMESTAMP, recordCount };
}
