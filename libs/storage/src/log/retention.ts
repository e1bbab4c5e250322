import type { Disk, Offset, TimestampMs } from '@ottla/model';
import type { LogConfig } from './log-config.ts';
import type { LogSegment } from './log-segment.ts';
import type { LogSegments } from './log-segments.ts';

export interface RetentionFacts {
  readonly logStartOffset: Offset;
  readonly highWatermark: Offset;
  readonly logEndOffset: Offset;
  readonly nowMs: TimestampMs;
}

/**
 * How many segments from the oldest on may go: those wholly below the log start, beyond retention.bytes, or whose
 * latest record is older than retention.ms. Never one that holds records at or above the high watermark, never an
 * empty active one. Answering all of them asks the caller to roll first.
 */
export function expiredSegments(segments: LogSegments, config: LogConfig, facts: RetentionFacts, disk: Disk): number {
  let excessBytes = config.cleanupDelete && config.retentionBytes >= 0 ? segments.sizeBytes - config.retentionBytes : -1;
  let count = 0;
  for (const segment of segments) {
    const next = segments.at(count + 1);
    if ((next?.baseOffset ?? facts.logEndOffset) > facts.highWatermark) break;
    if (next === undefined && segment.sizeBytes === 0) break;
    const isBelowStart = next !== undefined && next.baseOffset <= facts.logStartOffset;
    const isExcess = excessBytes >= segment.sizeBytes && excessBytes > 0;
    if (!isBelowStart && !isExcess && !(config.cleanupDelete && isOld(segment, config, facts.nowMs, disk))) break;
    excessBytes -= segment.sizeBytes;
    count++;
  }
  return count;
}

function isOld(segment: LogSegment, config: LogConfig, nowMs: TimestampMs, disk: Disk): boolean {
  if (config.retentionMs < 0) return false;
  const latest = segment.maxTimestamp;
  // Records without a time are as old as their file.
  const latestMs = latest >= 0 ? latest : (disk.stat(segment.file.path)?.modifiedMs ?? nowMs);
  return nowMs - latestMs > config.retentionMs;
}
