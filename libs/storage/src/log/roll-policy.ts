import type { Offset, TimestampMs } from '@ottla/model';
import type { LogConfig } from './log-config.ts';

/** What decides whether the next batch still goes into a segment. */
export interface RollFacts {
  baseOffset: Offset;
  sizeBytes: number;
  /** Max timestamp of the first batch; -1 when there is none. */
  firstBatchTimestamp: TimestampMs;
  createdMs: TimestampMs;
  rollJitterMs: number;
  areIndexesFull: boolean;
}

/** An index keeps offsets relative to the base of its segment, in 32 bits with a sign. */
export const MAX_RELATIVE_OFFSET = 0x7fffffff;

/**
 * Whether a batch must begin a new segment: the old one would exceed segment.bytes, is older than segment.ms (less the
 * jitter) by the batches' own time, has a full index, or could not hold the offset.
 */
export function mustRoll(facts: RollFacts, config: LogConfig, batchBytes: number, batchTimestamp: TimestampMs, lastOffset: Offset, nowMs: TimestampMs): boolean {
  if (facts.sizeBytes > config.segmentBytes - batchBytes) return true;
  const isTimed = facts.firstBatchTimestamp >= 0;
  const waitedMs = isTimed ? batchTimestamp - facts.firstBatchTimestamp : nowMs - facts.createdMs;
  // A record can be compacted only once its segment is closed.
  const segmentMs = config.cleanupCompact ? Math.min(config.segmentMs, config.maxCompactionLagMs) : config.segmentMs;
  if (facts.sizeBytes > 0 && waitedMs > segmentMs - facts.rollJitterMs) return true;
  return facts.areIndexesFull || lastOffset - facts.baseOffset > MAX_RELATIVE_OFFSET;
}
