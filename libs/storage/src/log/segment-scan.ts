import type { Crc32c, Disk, LeaderEpoch, Offset, TimestampMs } from '@ottla/model';

/** A segment that must be read before its log can open. Plain data: may cross to a worker thread. */
export interface SegmentScanRequest {
  /** Path of the .log file. */
  readonly path: string;
  readonly baseOffset: Offset;
  readonly sizeBytes: number;
  readonly indexIntervalBytes: number;
}

/** What a scan found. Plain data and typed arrays: may cross from a worker thread (`scanTransferables`). */
export interface SegmentScan {
  readonly baseOffset: Offset;
  /** Bytes up to the first torn or corrupt batch. */
  readonly validBytes: number;
  /** Why the scan stopped before the end of the file; undefined when all bytes are valid. */
  readonly corruption: string | undefined;
  /** Offset after the last valid batch; the base offset when there is none. */
  readonly nextOffset: Offset;
  readonly maxTimestamp: TimestampMs;
  readonly offsetOfMaxTimestamp: Offset;
  /** Max timestamp of the first batch, -1 when empty. */
  readonly firstBatchTimestamp: TimestampMs;
  /** Content of the .index file, as Kafka writes it. */
  readonly offsetIndex: Uint8Array;
  /** Content of the .timeindex file, without the closing entry. */
  readonly timeIndex: Uint8Array;
  /** Bytes appended since the last index entry. */
  readonly bytesSinceLastIndexEntry: number;
  /** Leader epochs and the first offset of each, in order of offsets. */
  readonly epochs: Float64Array;
  readonly epochStartOffsets: Float64Array;
  /** Producer facts, `PRODUCER_FACT_STRIDE` numbers each, in order of offsets. */
  readonly producerFacts: Float64Array;
}

export declare function scanSegment(disk: Disk, crc: Crc32c, request: SegmentScanRequest): SegmentScan;
/** Buffers to pass along when a scan crosses threads. */
export declare function scanTransferables(scan: SegmentScan): ArrayBuffer[];
export type ScanEpoch = LeaderEpoch;
