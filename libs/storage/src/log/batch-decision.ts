import type { Compression, CompressionType as Codec, Crc32c, TimestampMs } from '@ottla/model';
import { CompressionType, ErrorCode, KafkaError } from '@ottla/model';
import { buildBatch, readRecords, RECORD_BATCH_OVERHEAD, RecordBatch } from '@ottla/protocol/stored';
import type { LogConfig } from './log-config.ts';
import type { RecordError } from './log-types.ts';
import { checkOpenedBatch } from './opened-batch-check.ts';
import { RecordValidationError } from './record-errors.ts';

export interface OpeningOptions {
  readonly crc: Crc32c;
  readonly compression: Compression;
  readonly config: LogConfig;
}

/** What has to be done to one batch beside giving it its offset and epoch. */
export interface BatchDecision {
  /** The batch made anew (recompressed, or its offsets put in order); undefined when its bytes stay. */
  readonly rebuilt: Uint8Array | undefined;
  /** The max timestamp that its records have, where the header says another; undefined when the header is right. */
  readonly maxTimestamp: TimestampMs | undefined;
}

/** The outcome of opening a batch apart from its append, perhaps in another thread: plain data. */
export interface OpenedBatch {
  /** The broker's time that the records were held against. */
  readonly nowMs: TimestampMs;
  readonly decision: BatchDecision | undefined;
  /** Why it may not be appended. */
  readonly refusal?: { readonly code: ErrorCode; readonly message: string; readonly recordErrors?: readonly RecordError[] };
}

const KEEP: BatchDecision = { rebuilt: undefined, maxTimestamp: undefined };

/** Whether `records` are one whole batch that the topic wants opened. Anything amiss is for the append to refuse. */
export function wantsOpened(batch: RecordBatch, config: LogConfig, nowMs: TimestampMs): boolean {
  if (batch.bytes.length < RECORD_BATCH_OVERHEAD || !batch.isComplete || batch.magic !== 2 || batch.sizeInBytes !== batch.bytes.length) return false;
  if (batch.compressionType > CompressionType.zstd) return false;
  return targetCompression(batch, config) !== batch.compressionType || wantsOpening(batch, config, nowMs);
}

/** Opens the one batch of `records` ahead of its append, which checks the rest of it. Never throws a KafkaError: that is its answer. */
export function openBatch(records: Uint8Array, options: OpeningOptions, nowMs: TimestampMs, maxBytes?: number): OpenedBatch {
  try {
    return { nowMs, decision: decide(new RecordBatch(records), options, nowMs, maxBytes) };
  } catch (error) {
    if (!(error instanceof KafkaError)) throw error;
    const recordErrors = error instanceof RecordValidationError ? { recordErrors: error.recordErrors } : {};
    return { nowMs, decision: undefined, refusal: { code: error.code, message: error.message, ...recordErrors } };
  }
}

/** The decision; throws the refusal. */
export function taken({ decision, refusal }: OpenedBatch): BatchDecision {
  if (refusal === undefined) return decision ?? KEEP;
  const { code, message, recordErrors } = refusal;
  throw recordErrors === undefined ? new KafkaError(code, message) : new RecordValidationError(code, message, recordErrors);
}

/** Opens the batch when its header cannot tell whether its records are fine, or when it must be made anew. */
export function decide(batch: RecordBatch, options: OpeningOptions, nowMs: TimestampMs, maxBytes?: number): BatchDecision {
  const { config } = options;
  const target = targetCompression(batch, config);
  const isRecompressed = target !== batch.compressionType;
  // Whose time a record has is the topic's to say: in a topic with create time, the batch's claim to another is dropped.
  const claimed = batch.isLogAppendTime ? batch.maxTimestamp : undefined;
  if (!isRecompressed && !wantsOpening(batch, config, nowMs)) return claimed === undefined ? KEEP : { rebuilt: undefined, maxTimestamp: claimed };

  const facts = checkOpenedBatch(batch, options.compression, config, nowMs, maxBytes);
  if (isRecompressed || !facts.hasConsecutiveOffsets) return { rebuilt: rebuild(batch, target, options, nowMs), maxTimestamp: undefined };
  const isHeaderRight = (facts.maxTimestamp === batch.maxTimestamp && claimed === undefined) || config.messageTimestampType === 'LogAppendTime';
  return isHeaderRight ? KEEP : { rebuilt: undefined, maxTimestamp: facts.maxTimestamp };
}

/** Control records are not compressed unless they come compressed. */
function targetCompression(batch: RecordBatch, config: LogConfig): Codec {
  if (config.compressionType === undefined || (batch.isControl && batch.compressionType === CompressionType.none)) return batch.compressionType;
  return config.compressionType;
}

function wantsOpening(batch: RecordBatch, config: LogConfig, nowMs: TimestampMs): boolean {
  if (batch.isControl) return false;
  if (config.cleanupCompact) return true;
  if (config.messageTimestampType === 'LogAppendTime') return false;
  // The header has the latest timestamp, so it vouches for all of them; of the earliest it says nothing.
  return config.messageTimestampBeforeMaxMs !== Infinity || batch.maxTimestamp - nowMs > config.messageTimestampAfterMaxMs;
}

/** The batch with another codec, its records counted from 0. Throws KafkaError(MESSAGE_TOO_LARGE) when it grew too large. */
function rebuild(batch: RecordBatch, target: Codec, options: OpeningOptions, nowMs: TimestampMs): Uint8Array {
  const { config } = options;
  const isLogAppendTime = config.messageTimestampType === 'LogAppendTime';
  const level = compressionLevel(target, config);
  const bytes = buildBatch(
    {
      crc: options.crc,
      compression: options.compression,
      compressionType: target,
      ...(level === undefined ? {} : { compressionLevel: level }),
      producerId: batch.producerId,
      producerEpoch: batch.producerEpoch,
      baseSequence: batch.baseSequence,
      isTransactional: batch.isTransactional,
      isControl: batch.isControl,
      isLogAppendTime,
      ...(isLogAppendTime ? { timestamp: nowMs } : {}),
    },
    readRecords(batch, options.compression),
  );
  if (bytes.length > config.maxMessageBytes) throw tooLarge(bytes.length, config);
  return bytes;
}

function compressionLevel(type: Codec, config: LogConfig): number | undefined {
  switch (type) {
    case CompressionType.gzip:
      return config.compressionGzipLevel;
    case CompressionType.lz4:
      return config.compressionLz4Level;
    case CompressionType.zstd:
      return config.compressionZstdLevel;
    case CompressionType.none:
    case CompressionType.snappy:
      return undefined;
  }
}

/** The refusal of a batch beyond max.message.bytes. */
export function tooLarge(sizeBytes: number, config: LogConfig): KafkaError {
  return new KafkaError(ErrorCode.MESSAGE_TOO_LARGE, `a batch of ${sizeBytes} bytes, max.message.bytes is ${config.maxMessageBytes}`);
}
