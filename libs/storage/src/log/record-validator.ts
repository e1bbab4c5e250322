import type { Clock, Compression, Crc32c, Offset, LeaderEpoch, TimestampMs } from '@ottla/model';
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

/**
 * Kafka's LogValidator, on closed batches: whole batch present, magic 2, CRC, counts and deltas of the header, one
 * batch a Produce partition for magic 2 (KIP-98: INVALID_RECORD), codec allowed in the version, timestamps within
 * message.timestamp.before/after.max.ms (INVALID_TIMESTAMP), max.message.bytes (MESSAGE_TOO_LARGE), keys wanted by
 * compaction (INVALID_RECORD with recordErrors), control batches refused from clients. Opens a batch only when the
 * topic's compression.type, compaction, or timestamp limits ask for it. Throws KafkaError or RecordValidationError and
 * has changed nothing then.
 */
export declare function validateAndAssignOffsets(records: Uint8Array, options: ValidationOptions): ValidatedRecords;
