import type { Disk, Offset, TimestampMs } from '@ottla/model';
import { KafkaError, NO_TIMESTAMP } from '@ottla/model';
import { RecordBatch } from '@ottla/protocol';
import { BatchHeaders } from './batch-headers.ts';
import type { LogConfig } from './log-config.ts';
import { OffsetIndex } from './offset-index.ts';
import { SegmentFile, type EvictableIndexes, type SegmentFiles } from './segment-files.ts';
import { INDEX_SUFFIX, LOG_SUFFIX, offsetName, TIME_INDEX_SUFFIX, TXN_INDEX_SUFFIX } from './segment-paths.ts';
import type { SegmentScan } from './segment-scan.ts';
import { TimeIndex } from './time-index.ts';
import { TransactionIndex } from './transaction-index.ts';

/** Where a batch lies in a segment. */
export interface BatchPosition {
  readonly position: number;
  readonly sizeInBytes: number;
  readonly baseOffset: Offset;
  readonly lastOffset: Offset;
}

export interface SegmentOptions {
  readonly disk: Disk;
  readonly files: SegmentFiles;
  readonly directory: string;
  readonly baseOffset: Offset;
  /** Bytes of the .log file that are part of the log. */
  readonly sizeBytes: number;
  /** Made by this process: its files are empty and its indexes complete in memory. */
  readonly isNew: boolean;
  readonly createdMs: TimestampMs;
  readonly rollJitterMs: number;
  /** Rebuilds indexes that turn out missing or corrupt; called at most once for each loading. */
  readonly rescan: (segment: LogSegment) => SegmentScan;
}

/**
 * One stretch of a log: a .log file and its .index, .timeindex and .txnindex.
 *
 * Ordering: bytes are written to the file first, then `noteAppended` takes them into the indexes and into `sizeBytes`,
 * which is all that readers see. The indexes of a segment that is no longer written are persisted by `seal`; from
 * then on they may leave memory and are loaded again when they are needed.
 */
export class LogSegment implements EvictableIndexes {
  readonly baseOffset: Offset;
  readonly file: SegmentFile;
  readonly createdMs: TimestampMs;
  readonly rollJitterMs: number;
  readonly txnIndex: TransactionIndex;
  /** Bytes that were there before this process. */
  readonly inheritedBytes: number;
  readonly #files: SegmentFiles;
  readonly #offsetIndex: OffsetIndex;
  readonly #timeIndex: TimeIndex;
  readonly #rescan: (segment: LogSegment) => SegmentScan;
  readonly #view = new RecordBatch(new Uint8Array(0));
  #sizeBytes: number;
  #isSealed: boolean;
  /** Content that a crash may lose, of the .log and of the index files. */
  #isLogDirty = false;
  #isIndexDirty = false;
  #isGone = false;
  /** The next three are known once the indexes were loaded. */
  #isStateKnown: boolean;
  #maxTimestamp: TimestampMs = NO_TIMESTAMP;
  #offsetOfMaxTimestamp: Offset;
  #bytesSinceLastIndexEntry = 0;
  /** undefined until it is asked for; -1 while there is no batch. */
  #firstBatchTimestamp: TimestampMs | undefined;

  constructor(options: SegmentOptions) {
    const { disk, directory, baseOffset, isNew } = options;
    const path = `${directory}/${offsetName(baseOffset)}`;
    this.baseOffset = baseOffset;
    this.file = new SegmentFile(path + LOG_SUFFIX);
    this.createdMs = options.createdMs;
    this.rollJitterMs = options.rollJitterMs;
    this.txnIndex = new TransactionIndex(disk, path + TXN_INDEX_SUFFIX, baseOffset);
    this.#files = options.files;
    this.#offsetIndex = new OffsetIndex(disk, path + INDEX_SUFFIX, baseOffset, isNew);
    this.#timeIndex = new TimeIndex(disk, path + TIME_INDEX_SUFFIX, baseOffset, isNew);
    this.#rescan = options.rescan;
    this.#sizeBytes = options.sizeBytes;
    this.inheritedBytes = options.sizeBytes;
    this.#isSealed = !isNew;
    this.#isStateKnown = isNew;
    this.#offsetOfMaxTimestamp = baseOffset;
    if (isNew) this.#firstBatchTimestamp = NO_TIMESTAMP;
  }

  /** Bytes that readers may see. */
  get sizeBytes(): number {
    return this.#sizeBytes;
  }

  /** Whether `sync` has anything to do. */
  get isDirty(): boolean {
    return this.#isLogDirty || (this.#isIndexDirty && this.#isSealed);
  }

  get offsetIndex(): OffsetIndex {
    this.#loadIndexes();
    return this.#offsetIndex;
  }

  get timeIndex(): TimeIndex {
    this.#loadIndexes();
    return this.#timeIndex;
  }

  /** -1 when the segment is empty. Known without loading after the first call. */
  get maxTimestamp(): TimestampMs {
    if (!this.#isStateKnown) this.#loadIndexes();
    return this.#maxTimestamp;
  }

  /** Last offset of the first batch that has the max timestamp. */
  get offsetOfMaxTimestamp(): Offset {
    if (!this.#isStateKnown) this.#loadIndexes();
    return this.#offsetOfMaxTimestamp;
  }

  /** Max timestamp of the first batch; -1 when the segment is empty. */
  get firstBatchTimestamp(): TimestampMs {
    if (this.#firstBatchTimestamp === undefined) {
      const headers = this.headersFrom(0);
      this.#firstBatchTimestamp = headers.next() ? headers.header.maxTimestamp : NO_TIMESTAMP;
    }
    return this.#firstBatchTimestamp;
  }

  areIndexesFull(config: LogConfig): boolean {
    return this.offsetIndex.isFull(config.segmentIndexBytes) || this.timeIndex.isFull(config.segmentIndexBytes);
  }

  /** Batch headers from `position`, at most to `end`. */
  headersFrom(position: number, end: number = this.#sizeBytes): BatchHeaders {
    return new BatchHeaders(this.#files, this.file, position, end);
  }

  /** The first batch that ends at or behind `offset`; undefined when there is none. */
  locate(offset: Offset): BatchPosition | undefined {
    const headers = this.headersAt(offset);
    if (headers === undefined) return undefined;
    return { position: headers.position, sizeInBytes: headers.sizeInBytes, baseOffset: headers.header.baseOffset, lastOffset: headers.header.lastOffset };
  }

  /** The same as a walk that stands on the batch. */
  headersAt(offset: Offset): BatchHeaders | undefined {
    const headers = this.headersFrom(this.offsetIndex.lookup(offset));
    while (headers.next()) if (headers.header.lastOffset >= offset) return headers;
    return undefined;
  }

  /** Offset after the last batch; the base offset when there is none. */
  readNextOffset(): Offset {
    const headers = this.headersFrom(this.offsetIndex.lastPosition);
    let next = this.baseOffset;
    while (headers.next()) next = headers.header.nextOffset;
    return next;
  }

  /** The segment is the active one again: what appends need is loaded and kept. */
  unseal(): void {
    if (!this.#isSealed) return;
    this.#loadIndexes();
    this.#files.forgetIndexes(this);
    this.#isSealed = false;
  }

  /** `bytes` were written at the end of the file: takes their batches in. */
  noteAppended(bytes: Uint8Array, indexIntervalBytes: number): void {
    const batch = this.#view;
    for (let at = 0; at < bytes.length; at += batch.sizeInBytes) {
      batch.moveTo(bytes, at);
      const timestamp = batch.maxTimestamp;
      if (this.#sizeBytes === 0) this.#firstBatchTimestamp = timestamp;
      if (timestamp > this.#maxTimestamp) {
        this.#maxTimestamp = timestamp;
        this.#offsetOfMaxTimestamp = batch.lastOffset;
      }
      if (this.#bytesSinceLastIndexEntry > indexIntervalBytes) {
        this.#offsetIndex.append(batch.lastOffset, this.#sizeBytes);
        this.#timeIndex.maybeAppend(this.#maxTimestamp, this.#offsetOfMaxTimestamp);
        this.#bytesSinceLastIndexEntry = 0;
      }
      this.#bytesSinceLastIndexEntry += batch.sizeInBytes;
      this.#sizeBytes += batch.sizeInBytes;
    }
    // Nothing that was appended is kept alive by the view.
    batch.moveTo(emptyBytes, 0);
    this.#isLogDirty = true;
  }

  /** Nothing is appended any more: closes and persists the indexes. Throws DiskError. */
  seal(): void {
    if (this.#isSealed) return;
    this.#close();
    this.#isSealed = true;
    this.#files.indexesUsed(this, this.#offsetIndex.heldBytes + this.#timeIndex.heldBytes);
  }

  /** Writes the indexes as a clean close leaves them, with the closing entry of the time index. */
  #close(): void {
    if (this.#maxTimestamp !== NO_TIMESTAMP) this.#timeIndex.maybeAppend(this.#maxTimestamp, this.#offsetOfMaxTimestamp);
    this.#offsetIndex.persist();
    this.#timeIndex.persist();
    this.#isIndexDirty = true;
  }

  /** Persists the indexes at shutdown; a sealed segment's are. */
  closeIndexes(): void {
    if (!this.#isSealed) this.#close();
  }

  /** Makes what is written of the .log durable, and of the indexes when the segment is sealed. Throws DiskError. */
  async sync(): Promise<void> {
    // What is deleted or compacted away meanwhile needs no sync, and its files have other names.
    if (this.#isGone) return;
    if (this.#isLogDirty) {
      const handle = this.#files.pin(this.file);
      // What is appended meanwhile must find the mark again.
      this.#isLogDirty = false;
      try {
        await handle.sync();
      } catch (error) {
        this.#isLogDirty = true;
        throw error;
      } finally {
        this.#files.unpin(this.file);
      }
    }
    // The segment may be deleted while a sync is under way: its files have other names then.
    if (this.#isGone) return;
    this.txnIndex.flush();
    if (!this.#isIndexDirty || !this.#isSealed) return;
    this.#isIndexDirty = false;
    await this.#offsetIndex.sync();
    if (!this.#isGone) await this.#timeIndex.sync();
  }

  /** Takes over what a scan found; the indexes are persisted by the next `seal` or `closeIndexes`. */
  adoptScan(scan: SegmentScan): void {
    this.#offsetIndex.adopt(scan.offsetIndex);
    this.#timeIndex.adopt(scan.timeIndex);
    this.#sizeBytes = scan.validBytes;
    this.#maxTimestamp = scan.maxTimestamp;
    this.#offsetOfMaxTimestamp = scan.offsetOfMaxTimestamp;
    this.#firstBatchTimestamp = scan.firstBatchTimestamp;
    this.#bytesSinceLastIndexEntry = scan.bytesSinceLastIndexEntry;
    this.#isStateKnown = true;
    this.#isSealed = false;
    // Whoever wrote these bytes may have died before syncing them.
    this.#isLogDirty = true;
  }

  /** Cuts the file before the batch at `position`; `endOffset` is where the log ends then. Throws DiskError. */
  truncateTo(position: number, endOffset: Offset): void {
    this.unseal();
    this.#files.use(this.file).truncate(position);
    this.file.truncations++;
    this.#isLogDirty = true;
    this.#sizeBytes = position;
    this.#offsetIndex.truncateTo(endOffset);
    this.#timeIndex.truncateTo(endOffset);
    this.txnIndex.truncateTo(endOffset);
    if (position === 0) this.#firstBatchTimestamp = NO_TIMESTAMP;
    this.#readStateFromIndexes();
  }

  /** Moves the segment's files in memory; the caller has renamed them. */
  setDirectory(directory: string): void {
    const path = `${directory}/${offsetName(this.baseOffset)}`;
    this.file.path = path + LOG_SUFFIX;
    this.#offsetIndex.setPath(path + INDEX_SUFFIX);
    this.#timeIndex.setPath(path + TIME_INDEX_SUFFIX);
    this.txnIndex.setPath(path + TXN_INDEX_SUFFIX);
  }

  /** Makes the empty index files beside a new .log. */
  createIndexes(): void {
    this.#offsetIndex.create();
    this.#timeIndex.create();
  }

  evict(): boolean {
    // Both are behind or neither is: they are persisted together.
    return this.#isSealed && this.#offsetIndex.evict() && this.#timeIndex.evict();
  }

  /** The segment goes: its handle closes when nobody reads, its indexes leave memory. */
  forget(): void {
    this.#isGone = true;
    this.#files.forget(this.file);
    this.#files.forgetIndexes(this);
  }

  #loadIndexes(): void {
    if (!this.#offsetIndex.isLoaded || !this.#timeIndex.isLoaded) {
      try {
        this.#offsetIndex.load();
        this.#timeIndex.load();
      } catch (error) {
        if (!(error instanceof KafkaError)) throw error;
        this.#rebuildIndexes();
      }
      if (!this.#isStateKnown) this.#readStateFromIndexes();
    }
    if (this.#isSealed) this.#files.indexesUsed(this, this.#offsetIndex.heldBytes + this.#timeIndex.heldBytes);
  }

  /** An index file was lost or damaged while nobody looked. */
  #rebuildIndexes(): void {
    const wasSealed = this.#isSealed;
    const sizeBytes = this.#sizeBytes;
    this.adoptScan(this.#rescan(this));
    // A sound prefix is no reason to hide the rest: only recovery truncates.
    this.#sizeBytes = sizeBytes;
    if (!wasSealed) return;
    this.#close();
    this.#isSealed = true;
  }

  /**
   * The largest timestamp is the time index's last one where the index was closed; behind it only batches that came
   * after the last index entry can be later.
   */
  #readStateFromIndexes(): void {
    const offsetIndex = this.#offsetIndex;
    const timeIndex = this.#timeIndex;
    this.#isStateKnown = true;
    this.#maxTimestamp = timeIndex.lastTimestamp;
    this.#offsetOfMaxTimestamp = timeIndex.lastOffset;
    const from = offsetIndex.lastPosition;
    this.#bytesSinceLastIndexEntry = this.#sizeBytes - from;
    const headers = this.headersFrom(from);
    while (headers.next()) {
      if (headers.header.maxTimestamp <= this.#maxTimestamp) continue;
      this.#maxTimestamp = headers.header.maxTimestamp;
      this.#offsetOfMaxTimestamp = headers.header.lastOffset;
    }
  }
}

const emptyBytes = new Uint8Array(0);
