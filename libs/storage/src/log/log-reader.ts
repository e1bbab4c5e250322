import type { Compression, Offset, RecordsSource, TimestampMs } from '@ottla/model';
import { DiskError, ErrorCode, isByteSource, KafkaError, NO_TIMESTAMP } from '@ottla/model';
import { RecordCursor } from '@ottla/protocol';
import type { BatchHeaders } from './batch-headers.ts';
import type { LocalLog } from './local-log.ts';
import type { LogOffsets } from './log-offsets.ts';
import type { LogSegment } from './log-segment.ts';
import type { AbortedTransaction, FetchDataInfo, FetchIsolation, LogOptions, TimestampOffset } from './log-types.ts';
import type { SegmentFiles } from './segment-files.ts';
import { SegmentSlice } from './segment-slice.ts';

const DEFAULT_CACHED_TAIL_BYTES = 64 * 1024 * 1024;
const NO_RECORDS = new Uint8Array(0);

/** What a read found in one segment. */
interface RecordsRead {
  readonly records: RecordsSource;
  readonly firstEntryIncomplete: boolean;
  /** No record in `records` lies at or behind it. */
  readonly upperBoundOffset: Offset;
}

const NOTHING_READ: RecordsRead = { records: NO_RECORDS, firstEntryIncomplete: false, upperBoundOffset: 0 };

/** Runs what only reads the disk. What fails is answered as KafkaError(KAFKA_STORAGE_ERROR), and the log stays. */
export function lookingAtDisk<T>(look: () => T): T {
  try {
    return look();
  } catch (error) {
    if (error instanceof DiskError) throw new KafkaError(ErrorCode.KAFKA_STORAGE_ERROR, error.message);
    throw error;
  }
}

/**
 * The read side of one log: finds records by offset and by time. Opens a batch only to find a record's time.
 * Sees what is written, never what is staged. Throws KafkaError: KAFKA_STORAGE_ERROR when reading fails,
 * CORRUPT_MESSAGE where no batch can be.
 */
export class LogReader {
  readonly #local: LocalLog;
  readonly #offsets: LogOffsets;
  readonly #files: SegmentFiles;
  readonly #compression: Compression;
  readonly #cachedTailBytes: number;

  constructor(local: LocalLog, offsets: LogOffsets, options: LogOptions) {
    this.#local = local;
    this.#offsets = offsets;
    this.#files = options.segmentFiles;
    this.#compression = options.compression;
    this.#cachedTailBytes = options.cachedTailBytes ?? DEFAULT_CACHED_TAIL_BYTES;
  }

  read(startOffset: Offset, maxBytes: number, upTo: FetchIsolation, minOneBatch: boolean): FetchDataInfo {
    const { logStart, logEnd, highWatermark, lastStable } = this.#offsets;
    if (startOffset < logStart || startOffset > logEnd) {
      throw new KafkaError(ErrorCode.OFFSET_OUT_OF_RANGE, `offset ${startOffset} is not within ${logStart} and ${logEnd}`);
    }
    const end = upTo === 'logEnd' ? this.#local.writtenEndOffset : upTo === 'highWatermark' ? highWatermark : lastStable;
    const found = startOffset < end ? lookingAtDisk(() => this.#find(startOffset, end, maxBytes, minOneBatch)) : NOTHING_READ;
    return {
      records: found.records,
      fetchOffset: startOffset,
      firstEntryIncomplete: found.firstEntryIncomplete,
      abortedTransactions: upTo === 'lastStableOffset' ? this.#abortedIn(startOffset, found) : undefined,
      logStartOffset: logStart,
      logEndOffset: logEnd,
      highWatermark,
      lastStableOffset: lastStable,
    };
  }

  /** Whole batches from the one that holds `startOffset` on, all below `endOffset`, cut at `maxBytes`. */
  #find(startOffset: Offset, endOffset: Offset, maxBytes: number, minOneBatch: boolean): RecordsRead {
    const { segments } = this.#local;
    for (let index = Math.max(0, segments.floorIndex(startOffset)); index < segments.count; index++) {
      const segment = segments.at(index) as LogSegment;
      if (segment.baseOffset >= endOffset) break;
      const recent = this.#local.recentPositionOf(startOffset, segment);
      const first = recent >= 0 ? undefined : segment.headersAt(startOffset);
      const position = first?.position ?? recent;
      if (position < 0) continue;
      const available = this.#endPosition(segment, index, endOffset) - position;
      // Nothing below the end in this segment: its batches begin above, behind a gap.
      if (available <= 0) break;
      const size = this.#sizeOf(available, maxBytes, minOneBatch, () => first?.sizeInBytes ?? firstBatchBytes(segment, position));
      if (size === 0) return { records: NO_RECORDS, firstEntryIncomplete: true, upperBoundOffset: startOffset };
      const records = new SegmentSlice(this.#files, segment.file, position, size, this.#isCached(segment, position, size));
      return { records, firstEntryIncomplete: false, upperBoundOffset: this.#upperBound(segment, index, position + size, endOffset) };
    }
    return NOTHING_READ;
  }

  /** Bytes to answer: what is there, cut at `maxBytes`, but the first batch whole; 0 when that may not be. */
  #sizeOf(available: number, maxBytes: number, minOneBatch: boolean, firstBatchBytes: () => number): number {
    if (maxBytes >= available) return available;
    const first = firstBatchBytes();
    if (maxBytes >= first) return maxBytes;
    return minOneBatch ? Math.min(available, first) : 0;
  }

  /** Position of the first batch that ends at or behind `offset`; -1 when the segment has none. */
  #positionOf(segment: LogSegment, offset: Offset): number {
    const recent = this.#local.recentPositionOf(offset, segment);
    if (recent >= 0) return recent;
    return segment.headersAt(offset)?.position ?? -1;
  }

  /** Where the batches below `endOffset` end in the segment. */
  #endPosition(segment: LogSegment, index: number, endOffset: Offset): number {
    const next = this.#local.segments.at(index + 1);
    if (endOffset >= (next?.baseOffset ?? this.#local.writtenEndOffset)) return segment.sizeBytes;
    const position = this.#positionOf(segment, endOffset);
    return position < 0 ? segment.sizeBytes : position;
  }

  #upperBound(segment: LogSegment, index: number, position: number, endOffset: Offset): Offset {
    if (position >= segment.sizeBytes) return Math.min(endOffset, this.#local.segments.at(index + 1)?.baseOffset ?? endOffset);
    const bound = segment.offsetIndex.upperBoundOffset(position);
    return bound < 0 ? endOffset : Math.min(endOffset, bound);
  }

  #isCached(segment: LogSegment, position: number, size: number): boolean {
    return this.#isNearEnd(segment, position) || (lookingAtDisk(() => this.#files.use(segment.file)).isCached?.(position, size) ?? false);
  }

  /** What this process wrote lately is still in the page cache. */
  #isNearEnd(segment: LogSegment, position: number): boolean {
    const { segments } = this.#local;
    let behind = segment.sizeBytes - position;
    for (let index = segments.count - 1; behind <= this.#cachedTailBytes; index--) {
      const later = segments.at(index) as LogSegment;
      if (later === segment) return position >= segment.inheritedBytes;
      behind += later.sizeBytes;
    }
    return false;
  }

  #abortedIn(startOffset: Offset, { records, upperBoundOffset }: RecordsRead): AbortedTransaction[] {
    if (records.byteLength === 0) return [];
    try {
      return lookingAtDisk(() => this.#abortedBetween(startOffset, upperBoundOffset));
    } catch (error) {
      if (isByteSource(records)) records.release();
      throw error;
    }
  }

  /** Transactions aborted that have records in [startOffset, endOffset), in order of their markers. */
  #abortedBetween(startOffset: Offset, endOffset: Offset): AbortedTransaction[] {
    const { segments } = this.#local;
    const aborted: AbortedTransaction[] = [];
    for (let index = Math.max(0, segments.floorIndex(startOffset)); index < segments.count; index++) {
      for (const entry of (segments.at(index) as LogSegment).txnIndex.entries()) {
        if (entry.lastOffset >= startOffset && entry.firstOffset < endOffset) aborted.push({ producerId: entry.producerId, firstOffset: entry.firstOffset });
        if (entry.lastStableOffset >= endOffset) return aborted;
      }
    }
    return aborted;
  }

  /** The first record with a timestamp of at least `timestamp`. */
  offsetForTimestamp(timestamp: TimestampMs): TimestampOffset | undefined {
    return lookingAtDisk(() => this.#searchTime(timestamp, this.#offsets.logStart));
  }

  #searchTime(timestamp: TimestampMs, startOffset: Offset): TimestampOffset | undefined {
    const { segments } = this.#local;
    for (let index = Math.max(0, segments.floorIndex(startOffset)); index < segments.count; index++) {
      const segment = segments.at(index) as LogSegment;
      if (segment.maxTimestamp < timestamp) continue;
      const from = Math.max(segment.timeIndex.lookup(timestamp), startOffset);
      const headers = segment.headersFrom(segment.offsetIndex.lookup(from));
      while (headers.next()) {
        if (headers.header.maxTimestamp < timestamp || headers.header.lastOffset < startOffset) continue;
        const found = this.#firstRecord(headers, timestamp, startOffset);
        if (found !== undefined) return found;
      }
    }
    return undefined;
  }

  /** The first record with the greatest timestamp of all. */
  offsetOfMaxTimestamp(): TimestampOffset | undefined {
    return lookingAtDisk(() => this.#searchMaxTimestamp(this.#offsets.logStart));
  }

  #searchMaxTimestamp(startOffset: Offset): TimestampOffset | undefined {
    const { segments } = this.#local;
    let latest: LogSegment | undefined;
    for (let index = Math.max(0, segments.floorIndex(startOffset)); index < segments.count; index++) {
      const segment = segments.at(index) as LogSegment;
      if (segment.maxTimestamp > (latest?.maxTimestamp ?? NO_TIMESTAMP)) latest = segment;
    }
    if (latest === undefined) return undefined;
    const headers = latest.headersAt(latest.offsetOfMaxTimestamp);
    return headers === undefined ? undefined : this.#firstRecord(headers, latest.maxTimestamp, startOffset);
  }

  #firstRecord(headers: BatchHeaders, timestamp: TimestampMs, startOffset: Offset): TimestampOffset | undefined {
    const batch = headers.wholeBatch();
    const record = new RecordCursor(batch, this.#compression);
    while (record.next()) {
      if (record.timestamp < timestamp || record.offset < startOffset) continue;
      return { timestamp: record.timestamp, offset: record.offset, leaderEpoch: batch.partitionLeaderEpoch };
    }
    return undefined;
  }
}

function firstBatchBytes(segment: LogSegment, position: number): number {
  const headers = segment.headersFrom(position);
  headers.next();
  return headers.sizeInBytes;
}
