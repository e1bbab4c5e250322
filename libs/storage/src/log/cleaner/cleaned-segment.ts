import type { Disk, DiskFile, Offset, TimestampMs } from '@ottla/model';
import { NO_TIMESTAMP } from '@ottla/model';
import { RecordBatch } from '@ottla/protocol/stored';
import { OffsetIndex } from '../offset-index.ts';
import { CLEANED_SUFFIX, INDEX_SUFFIX, LOG_SUFFIX, offsetName, SEGMENT_SUFFIXES, TIME_INDEX_SUFFIX, TXN_INDEX_SUFFIX } from '../segment-paths.ts';
import { TimeIndex } from '../time-index.ts';
import { TransactionIndex } from '../transaction-index.ts';

/** Written between two syncs: one large sync at the end would hold back everyone who writes to the same disk. */
const SYNC_EVERY_BYTES = 16 * 1024 * 1024;

export interface CleanedSegmentOptions {
  readonly disk: Disk;
  readonly directory: string;
  readonly baseOffset: Offset;
  readonly indexIntervalBytes: number;
  readonly bufferBytes: number;
  readonly pace: (bytes: number) => void;
}

/**
 * The segment that takes the place of a group, as `.cleaned` files: batches go through a buffer into the .log, and are
 * indexed as appends are. `finish` makes all of it durable, names included.
 */
export class CleanedSegment {
  readonly txnIndex: TransactionIndex;
  readonly #options: CleanedSegmentOptions;
  readonly #path: string;
  readonly #file: DiskFile;
  readonly #buffer: Uint8Array;
  readonly #offsetIndex: OffsetIndex;
  readonly #timeIndex: TimeIndex;
  readonly #view = new RecordBatch(new Uint8Array(0));
  #isOpen = true;
  #buffered = 0;
  #writtenBytes = 0;
  #syncedBytes = 0;
  #maxTimestamp: TimestampMs = NO_TIMESTAMP;
  #offsetOfMaxTimestamp: Offset;
  #bytesSinceLastIndexEntry = 0;

  /** Takes the place of what an earlier try left. Throws DiskError. */
  constructor(options: CleanedSegmentOptions) {
    const { disk, directory, baseOffset } = options;
    this.#options = options;
    this.#path = `${directory}/${offsetName(baseOffset)}`;
    removeCleaned(disk, directory, baseOffset);
    this.#buffer = new Uint8Array(options.bufferBytes);
    this.#offsetIndex = new OffsetIndex(disk, this.#path + INDEX_SUFFIX + CLEANED_SUFFIX, baseOffset, true);
    this.#timeIndex = new TimeIndex(disk, this.#path + TIME_INDEX_SUFFIX + CLEANED_SUFFIX, baseOffset, true);
    this.txnIndex = new TransactionIndex(disk, this.#path + TXN_INDEX_SUFFIX + CLEANED_SUFFIX, baseOffset);
    this.#offsetOfMaxTimestamp = baseOffset;
    this.#file = disk.open(this.#path + LOG_SUFFIX + CLEANED_SUFFIX, 'create');
  }

  get sizeBytes(): number {
    return this.#writtenBytes + this.#buffered;
  }

  /** Adds one batch, whose bytes are copied or written before this returns. Throws DiskError. */
  append(bytes: Uint8Array): void {
    const batch = this.#view.moveTo(bytes, 0);
    if (batch.maxTimestamp > this.#maxTimestamp) {
      this.#maxTimestamp = batch.maxTimestamp;
      this.#offsetOfMaxTimestamp = batch.lastOffset;
    }
    if (this.#bytesSinceLastIndexEntry > this.#options.indexIntervalBytes) {
      this.#offsetIndex.append(batch.lastOffset, this.sizeBytes);
      this.#timeIndex.maybeAppend(this.#maxTimestamp, this.#offsetOfMaxTimestamp);
      this.#bytesSinceLastIndexEntry = 0;
    }
    this.#bytesSinceLastIndexEntry += bytes.length;
    if (this.#buffered + bytes.length > this.#buffer.length) this.#write();
    if (bytes.length > this.#buffer.length) {
      this.#writeOut(bytes);
      return;
    }
    this.#buffer.set(bytes, this.#buffered);
    this.#buffered += bytes.length;
  }

  #write(): void {
    if (this.#buffered === 0) return;
    const bytes = this.#buffer.subarray(0, this.#buffered);
    this.#buffered = 0;
    this.#writeOut(bytes);
  }

  #writeOut(bytes: Uint8Array): void {
    this.#file.writeSync([bytes], this.#writtenBytes);
    this.#writtenBytes += bytes.length;
    if (this.#writtenBytes - this.#syncedBytes >= SYNC_EVERY_BYTES) {
      this.#file.syncNow();
      this.#syncedBytes = this.#writtenBytes;
    }
    this.#options.pace(bytes.length);
  }

  /** Makes everything durable. Throws DiskError. */
  finish(): void {
    const { disk, directory } = this.#options;
    this.#write();
    this.#file.syncNow();
    this.#close();
    if (this.#maxTimestamp !== NO_TIMESTAMP) this.#timeIndex.maybeAppend(this.#maxTimestamp, this.#offsetOfMaxTimestamp);
    for (const index of [this.#offsetIndex, this.#timeIndex]) writeDurably(disk, index.path, index.content());
    this.txnIndex.flush();
    disk.syncDirectory(directory);
  }

  #close(): void {
    if (this.#isOpen) this.#file.close();
    this.#isOpen = false;
  }

  /** Gives up and removes the files. */
  abandon(): void {
    this.#close();
    removeCleaned(this.#options.disk, this.#options.directory, this.#options.baseOffset);
  }
}

function writeDurably(disk: Disk, path: string, content: Uint8Array): void {
  const file = disk.open(path, 'create');
  try {
    if (content.length > 0) file.writeSync([content], 0);
    file.syncNow();
  } finally {
    file.close();
  }
}

/** Removes the `.cleaned` files of a segment, the .log last. */
export function removeCleaned(disk: Disk, directory: string, baseOffset: Offset): void {
  for (const suffix of SEGMENT_SUFFIXES) disk.remove(`${directory}/${offsetName(baseOffset)}${suffix}${CLEANED_SUFFIX}`);
}
