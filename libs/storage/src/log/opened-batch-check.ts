import type { Compression, TimestampMs } from '@ottla/model';
import { ErrorCode, NO_TIMESTAMP } from '@ottla/model';
import { RecordCursor, type RecordBatch } from '@ottla/protocol/stored';
import type { LogConfig } from './log-config.ts';
import type { RecordError } from './log-types.ts';
import { RecordValidationError } from './record-errors.ts';

/** Refused records that an answer names; the rest are only counted, or one request could ask for a huge answer. */
const MAX_RECORD_ERRORS = 500;

/** What only an opened batch tells. */
export interface OpenedBatchFacts {
  /** Greatest timestamp of its records; -1 when none carries one. */
  readonly maxTimestamp: TimestampMs;
  /** Whether offset deltas count from 0 without a gap. */
  readonly hasConsecutiveOffsets: boolean;
}

/**
 * Checks each record of a batch against the topic: a key where the topic is compacted, and for CreateTime a
 * timestamp within message.timestamp.before/after.max.ms of `nowMs`. Throws RecordValidationError that names the
 * refused records, and KafkaError(CORRUPT_MESSAGE, INVALID_RECORD) when the batch does not open, RECORD_LIST_TOO_LARGE beyond `maxBytes`.
 */
export function checkOpenedBatch(batch: RecordBatch, compression: Compression, config: LogConfig, nowMs: TimestampMs, maxBytes?: number): OpenedBatchFacts {
  const cursor = new RecordCursor(batch, compression, maxBytes);
  const checksTime = config.messageTimestampType === 'CreateTime';
  const errors: RecordError[] = [];
  let refused = 0;
  let hasTimestampError = false;
  let maxTimestamp: TimestampMs = NO_TIMESTAMP;
  let hasConsecutiveOffsets = true;
  while (cursor.next()) {
    const timestamp = cursor.timestamp;
    maxTimestamp = Math.max(maxTimestamp, timestamp);
    if (cursor.offsetDelta !== cursor.index) hasConsecutiveOffsets = false;
    let message: string | undefined;
    if (config.cleanupCompact && !cursor.hasKey) {
      message = 'a compacted topic takes no record without a key';
    } else if (checksTime) {
      message = timestampRefusal(timestamp, config, nowMs);
      if (message !== undefined) hasTimestampError = true;
    }
    if (message === undefined) continue;
    refused++;
    if (errors.length < MAX_RECORD_ERRORS) errors.push({ batchIndex: cursor.index, message });
  }
  const first = errors[0];
  if (first !== undefined) {
    const code = hasTimestampError ? ErrorCode.INVALID_TIMESTAMP : ErrorCode.INVALID_RECORD;
    throw new RecordValidationError(code, `${refused} of ${batch.recordCount} records are refused; record ${first.batchIndex}: ${first.message}`, errors);
  }
  return { maxTimestamp, hasConsecutiveOffsets };
}

/** Why a record's timestamp is refused; undefined when it is fine or absent. */
function timestampRefusal(timestamp: TimestampMs, config: LogConfig, nowMs: TimestampMs): string | undefined {
  if (timestamp === NO_TIMESTAMP) return undefined;
  const ageMs = nowMs - timestamp;
  if (ageMs > config.messageTimestampBeforeMaxMs) {
    return `timestamp ${timestamp} lies ${ageMs} ms before the broker's time ${nowMs}, message.timestamp.before.max.ms is ${config.messageTimestampBeforeMaxMs}`;
  }
  if (-ageMs > config.messageTimestampAfterMaxMs) {
    return `timestamp ${timestamp} lies ${-ageMs} ms after the broker's time ${nowMs}, message.timestamp.after.max.ms is ${config.messageTimestampAfterMaxMs}`;
  }
  return undefined;
}
