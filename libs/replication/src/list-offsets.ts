import { ErrorCode, KafkaError, NO_OFFSET, NO_TIMESTAMP, type LeaderEpoch, type Offset, type TimestampMs } from '@ottla/model';
import type { TimestampOffset, UnifiedLog } from '@ottla/storage';

/** Special timestamps of ListOffsets. */
export const ListOffsetsTimestamp = {
  LATEST: -1,
  EARLIEST: -2,
  MAX_TIMESTAMP: -3,
  EARLIEST_LOCAL: -4,
  LATEST_TIERED: -5,
  EARLIEST_PENDING_UPLOAD: -6,
} as const;

/** The leader's term in which an offset is asked for. */
export interface LeaderTerm {
  readonly leaderEpoch: LeaderEpoch;
  /** Where the log ended when the term began: all below was committed by leaders before. */
  readonly startOffset: Offset;
}

const nothingFound: TimestampOffset = { timestamp: NO_TIMESTAMP, offset: NO_OFFSET, leaderEpoch: -1 };

/**
 * Answers one partition of ListOffsets; -1 for both where no record that the client may see fits. Throws
 * OFFSET_NOT_AVAILABLE while the high watermark has not reached what earlier leaders committed (KIP-207).
 */
export function offsetForTimestamp(log: UnifiedLog, term: LeaderTerm, timestamp: TimestampMs, readCommitted: boolean): TimestampOffset {
  const end = readCommitted ? log.lastStableOffset : log.highWatermark;
  switch (timestamp) {
    case ListOffsetsTimestamp.EARLIEST:
    case ListOffsetsTimestamp.EARLIEST_LOCAL:
      return { timestamp: NO_TIMESTAMP, offset: log.logStartOffset, leaderEpoch: log.epochForOffset(log.logStartOffset) };
    case ListOffsetsTimestamp.LATEST:
      checkEndIsKnown(log, term);
      return { timestamp: NO_TIMESTAMP, offset: end, leaderEpoch: term.leaderEpoch };
    case ListOffsetsTimestamp.LATEST_TIERED:
    case ListOffsetsTimestamp.EARLIEST_PENDING_UPLOAD:
      return nothingFound;
    default: {
      const found = timestamp === ListOffsetsTimestamp.MAX_TIMESTAMP ? log.offsetOfMaxTimestamp() : log.offsetForTimestamp(timestamp);
      if (found !== undefined && found.offset < end) return found;
      checkEndIsKnown(log, term);
      return nothingFound;
    }
  }
}

function checkEndIsKnown({ highWatermark, topicPartition: { topic, partition } }: UnifiedLog, { startOffset }: LeaderTerm): void {
  if (highWatermark < startOffset) {
    throw new KafkaError(ErrorCode.OFFSET_NOT_AVAILABLE, `the high watermark ${highWatermark} of ${topic}-${partition} has not reached the start of the leader's epoch yet`);
  }
}
