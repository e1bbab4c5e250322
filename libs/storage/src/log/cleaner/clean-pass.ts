import type { Offset } from '@ottla/model';
import { ErrorCode, KafkaError } from '@ottla/model';
import { RecordCursor, type RecordBatch } from '@ottla/protocol/stored';
import { INDEX_SUFFIX, offsetName, TIME_INDEX_SUFFIX, TXN_INDEX_SUFFIX } from '../segment-paths.ts';
import { TransactionIndex, type AbortedTxnEntry } from '../transaction-index.ts';
import { BatchFilter } from './batch-filter.ts';
import { CleanedSegment, removeCleaned } from './cleaned-segment.ts';
import { CleanedTransactions } from './cleaned-transactions.ts';
import type { CleanedGroup, CleanPlan, CleanPorts, CleanRequest, SegmentToClean } from './clean-types.ts';
import { OFFSET_MAP_SLOT_BYTES, OffsetMap } from './offset-map.ts';
import { forEachBatch, type ReadBuffer } from './segment-batches.ts';
import { groupSegments, type SegmentSizes } from './segment-groups.ts';

const FIRST_BUFFER_BYTES = 4096;

/**
 * One clean of one log, synchronous, for a worker thread (or in place, in tests). It reads the log's files and writes
 * `.cleaned` ones; the log itself it does not touch.
 *
 * Ordering: `build` reads the dirty part into the offset map; then `clean` for each group of its plan, in order, each
 * after the one before was swapped in, because transactions are followed through all of them.
 */
export class CleanPass {
  readonly #ports: CleanPorts;
  readonly #request: CleanRequest;
  readonly #map: OffsetMap;
  readonly #buffer: ReadBuffer;
  readonly #aborted: readonly AbortedTxnEntry[];
  readonly #filter: BatchFilter;
  readonly #transactions: CleanedTransactions;
  #groups: readonly (readonly Offset[])[] = [];
  #nextGroup = 0;
  #bytesRead = 0;

  /** Throws DiskError, KafkaError(CORRUPT_MESSAGE) for a transaction index that cannot be read. */
  constructor(ports: CleanPorts, request: CleanRequest) {
    this.#ports = ports;
    this.#request = request;
    const { endOffset, firstDirtyOffset, mapLoadFactor, producers, nowMs, deleteRetentionMs } = request;
    // No more slots than there can be records; one is always free.
    const slots = Math.ceil((endOffset - firstDirtyOffset) / mapLoadFactor) + 2;
    this.#map = new OffsetMap(Math.min(request.mapBytes, slots * OFFSET_MAP_SLOT_BYTES), mapLoadFactor, request.hashSecrets, ports.mapMemory);
    this.#buffer = { bytes: new Uint8Array(Math.max(FIRST_BUFFER_BYTES, request.ioBufferBytes)) };
    this.#aborted = this.#abortedTransactions();
    this.#transactions = new CleanedTransactions(this.#aborted);
    this.#filter = new BatchFilter({ crc: ports.crc, compression: ports.compression, map: this.#map, transactions: this.#transactions, producers, nowMs, deleteRetentionMs });
  }

  #abortedTransactions(): AbortedTxnEntry[] {
    const { directory, segments, laterSegments, activeAborted, endOffset } = this.#request;
    const entriesOf = (baseOffset: Offset): readonly AbortedTxnEntry[] => new TransactionIndex(this.#ports.disk, `${directory}/${offsetName(baseOffset)}${TXN_INDEX_SUFFIX}`, baseOffset).entries();
    const aborted = segments.flatMap(({ baseOffset }) => [...entriesOf(baseOffset)]);
    for (const baseOffset of laterSegments) {
      for (const entry of entriesOf(baseOffset)) {
        if (entry.firstOffset < endOffset) aborted.push(entry);
        // Nothing that ends later began before the end.
        if (entry.lastStableOffset >= endOffset) return aborted;
      }
    }
    aborted.push(...activeAborted);
    return aborted;
  }

  /** Reads the dirty segments until all are read or the map is full. Throws DiskError, KafkaError(CORRUPT_MESSAGE). */
  build(): CleanPlan {
    const { directory, segments, firstDirtyOffset, segmentBytes, segmentIndexBytes } = this.#request;
    const map = this.#map;
    const transactions = new CleanedTransactions(this.#aborted.filter(({ lastOffset }) => lastOffset >= firstDirtyOffset));
    for (let index = 0; index < segments.length; index++) {
      const segment = segments[index] as SegmentToClean;
      const segmentEnd = this.#endOf(index);
      if (segmentEnd <= firstDirtyOffset) continue;
      const isRead = forEachBatch(this.#ports, directory, segment, firstDirtyOffset, this.#buffer, (batch) => {
        this.#bytesRead += batch.sizeInBytes;
        if (batch.lastOffset < firstDirtyOffset) return true;
        if (!transactions.canDiscard(batch) && !batch.isControl && !this.#addKeys(batch)) return false;
        map.latestOffset = batch.lastOffset;
        return true;
      });
      if (!isRead) break;
      map.latestOffset = segmentEnd - 1;
    }
    const endOffset = map.latestOffset + 1;
    if (endOffset <= firstDirtyOffset) {
      throw new KafkaError(ErrorCode.KAFKA_STORAGE_ERROR, `log.cleaner.dedupe.buffer.size is too small for the keys of the batch at offset ${firstDirtyOffset}: raise it`);
    }
    const sizes = segments.map((_, index) => this.#sizesOf(index)).filter(({ baseOffset }) => baseOffset < endOffset);
    this.#groups = groupSegments(sizes, segmentBytes, segmentIndexBytes);
    return { endOffset, groups: this.#groups, keyCount: map.keyCount, mapUtilization: map.utilization, bytesRead: this.#bytesRead };
  }

  /** False when the map is full before the end of the batch. */
  #addKeys(batch: RecordBatch): boolean {
    const map = this.#map;
    const { firstDirtyOffset } = this.#request;
    if (batch.recordCount === 0) return true;
    const cursor = new RecordCursor(batch, this.#ports.compression);
    while (cursor.next()) {
      const { keyBytes, offset } = cursor;
      if (keyBytes < 0 || offset < firstDirtyOffset) continue;
      if (map.isFull) return false;
      map.put(cursor.section, cursor.keyStart, keyBytes, offset);
    }
    return true;
  }

  #endOf(index: number): Offset {
    return this.#request.segments[index + 1]?.baseOffset ?? this.#request.endOffset;
  }

  #sizesOf(index: number): SegmentSizes {
    const { directory, segments } = this.#request;
    const { baseOffset, sizeBytes } = segments[index] as SegmentToClean;
    const path = `${directory}/${offsetName(baseOffset)}`;
    const sizeOf = (suffix: string): number => this.#ports.disk.stat(path + suffix)?.sizeBytes ?? 0;
    return { baseOffset, sizeBytes, indexBytes: sizeOf(INDEX_SUFFIX), timeIndexBytes: sizeOf(TIME_INDEX_SUFFIX), endOffset: this.#endOf(index) };
  }

  /** Writes what stays of the next group. Throws DiskError, KafkaError(CORRUPT_MESSAGE); nothing of it is left then. */
  clean(group: number): CleanedGroup {
    const bases = this.#groups[group];
    if (bases === undefined || group !== this.#nextGroup) throw new RangeError(`group ${group} does not follow`);
    this.#nextGroup++;
    const { disk, pace } = this.#ports;
    const { directory, segments, indexIntervalBytes, ioBufferBytes } = this.#request;
    const filter = this.#filter;
    const [baseOffset] = bases as readonly [Offset];
    const bytesBefore = this.#bytesRead;
    const { recordsRead, recordsWritten, invalidRecords } = filter;
    const cleaned = new CleanedSegment({ disk, directory, baseOffset, indexIntervalBytes, bufferBytes: Math.max(FIRST_BUFFER_BYTES, ioBufferBytes), pace });
    try {
      this.#transactions.cleanedIndex = cleaned.txnIndex;
      for (const segment of segments) {
        if (bases.includes(segment.baseOffset)) this.#copy(segment, cleaned);
      }
      cleaned.finish();
    } catch (error) {
      cleaned.abandon();
      throw error;
    }
    return {
      baseOffset,
      sizeBytes: cleaned.sizeBytes,
      bytesRead: this.#bytesRead - bytesBefore,
      recordsRead: filter.recordsRead - recordsRead,
      recordsWritten: filter.recordsWritten - recordsWritten,
      invalidRecords: filter.invalidRecords - invalidRecords,
    };
  }

  #copy(segment: SegmentToClean, cleaned: CleanedSegment): void {
    // The last batch of the clean stays as a header, so that nobody finds the log shorter than it was.
    const end = this.#map.latestOffset + 1;
    forEachBatch(this.#ports, this.#request.directory, segment, segment.baseOffset, this.#buffer, (batch) => {
      this.#bytesRead += batch.sizeInBytes;
      const bytes = this.#filter.filter(batch, end);
      if (bytes !== undefined) cleaned.append(bytes);
      return true;
    });
  }

  /** Makes the names of a swap durable. */
  syncDirectory(): void {
    this.#ports.disk.syncDirectory(this.#request.directory);
  }

  /** Removes what the latest `clean` wrote. */
  discard(): void {
    const base = this.#groups[this.#nextGroup - 1]?.[0];
    if (base !== undefined) removeCleaned(this.#ports.disk, this.#request.directory, base);
  }
}
