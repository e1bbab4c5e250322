import type { Disk, DiskFile } from '@ottla/model';
import { DiskError } from '@ottla/model';

export interface SegmentFilesOptions {
  /** Open files kept at most, and as many again while answers hold them. Default 256, which leaves room for sockets at `ulimit -n 1024`. */
  readonly maxOpenFiles?: number;
  /** Bytes of sealed segments' indexes kept in memory at most. Default 32 MiB. */
  readonly maxIndexBytes?: number;
}

const DEFAULT_MAX_OPEN_FILES = 256;
const DEFAULT_MAX_INDEX_BYTES = 32 * 1024 * 1024;
const HEADER_CHUNK_BYTES = 16 * 1024;
/** Reads off the event loop of files that nobody holds; the thread pool does fewer at a time. */
const MAX_READS_AT_ONCE = 64;

/** Indexes that can be given back and loaded again. */
export interface EvictableIndexes {
  /** Gives the memory back; false when it cannot (the file is behind). */
  evict(): boolean;
}

/** A .log file that may or may not be open. One a segment; handles come from SegmentFiles. */
export class SegmentFile {
  path: string;
  /** Set while open; only SegmentFiles writes it. */
  handle: DiskFile | undefined;
  pins = 0;
  /** How often records that readers may hold were cut off: what lies there now are others. */
  truncations = 0;
  /** The segment is gone, and its path may be another's: never open it again, close it at the last unpin. */
  isForgotten = false;

  constructor(path: string) {
    this.path = path;
  }
}

/**
 * The bounded set of open segment files of one broker, shared by all its logs, and of sealed segments' indexes in
 * memory. Least recently used goes first.
 *
 * Ordering: a handle from `use` is good until the next call to this object; whoever keeps one across calls or turns
 * pins it, and unpins it exactly once.
 */
export class SegmentFiles {
  /** Reused by whoever walks batch headers within one synchronous step. */
  readonly headerChunk: Uint8Array = new Uint8Array(HEADER_CHUNK_BYTES);
  readonly #disk: Disk;
  readonly #maxOpenFiles: number;
  readonly #maxIndexBytes: number;
  /** In order of use, the latest last. Pinned files are not in it. */
  readonly #idle = new Set<SegmentFile>();
  readonly #indexes = new Map<EvictableIndexes, number>();
  #pinned = 0;
  /** Pins of answers, which last as long as their clients are slow. */
  #held = 0;
  #reads = 0;
  readonly #waitingReads: (() => void)[] = [];
  #indexBytes = 0;
  #latest: SegmentFile | undefined;
  #latestIndexes: EvictableIndexes | undefined;

  constructor(disk: Disk, options: SegmentFilesOptions = {}) {
    this.#disk = disk;
    this.#maxOpenFiles = Math.max(1, options.maxOpenFiles ?? DEFAULT_MAX_OPEN_FILES);
    this.#maxIndexBytes = options.maxIndexBytes ?? DEFAULT_MAX_INDEX_BYTES;
  }

  /** Open files now. */
  get openFiles(): number {
    return this.#idle.size + this.#pinned;
  }

  /** Bytes of sealed segments' indexes in memory now. */
  get indexBytes(): number {
    return this.#indexBytes;
  }

  /** The open handle of `file`; throws DiskError when it cannot be opened. */
  use(file: SegmentFile): DiskFile {
    const { handle } = file;
    if (handle === undefined) return this.#open(file, 'write');
    if (file.pins === 0 && file !== this.#latest) {
      this.#idle.delete(file);
      this.#idle.add(file);
      this.#latest = file;
    }
    return handle;
  }

  /** The same, kept open until `unpin`. */
  pin(file: SegmentFile): DiskFile {
    const handle = this.use(file);
    if (file.pins++ === 0) {
      this.#idle.delete(file);
      this.#pinned++;
      if (this.#latest === file) this.#latest = undefined;
    }
    return handle;
  }

  /** Makes the file, empty even if one was left there, and keeps its handle. Throws DiskError. */
  create(file: SegmentFile): void {
    const handle = this.#open(file, 'create');
    if (handle.size() > 0) handle.truncate(0);
  }

  unpin(file: SegmentFile): void {
    if (--file.pins > 0) return;
    this.#pinned--;
    this.#idle.add(file);
    this.#latest = file;
    if (file.isForgotten) this.#close(file);
    else this.#trim();
  }

  /**
   * Pins for an answer that is written some time later; `letGo` ends it. Answers false when answers hold all they may, for
   * one fetch can name thousands of partitions: the file is then opened again when its bytes are read.
   */
  hold(file: SegmentFile): boolean {
    if (this.#held >= this.#maxOpenFiles) return false;
    this.pin(file);
    this.#held++;
    return true;
  }

  letGo(file: SegmentFile): void {
    this.#held--;
    this.unpin(file);
  }

  /** As `use`, for a file that was not held since it was looked at. Throws an Error when its segment was deleted. */
  useAgain(file: SegmentFile): DiskFile {
    if (file.isForgotten) throw new Error('the segment was deleted meanwhile');
    return this.use(file);
  }

  /** Reads a file that is not held, off the event loop, a few at a time. Waits for other reads only, never for an answer to be written. */
  async readInTurn<T>(file: SegmentFile, read: (handle: DiskFile) => Promise<T>): Promise<T> {
    while (this.#reads >= MAX_READS_AT_ONCE) await new Promise<void>((resolve) => void this.#waitingReads.push(resolve));
    this.#reads++;
    try {
      this.useAgain(file);
      const handle = this.pin(file);
      try {
        return await read(handle);
      } finally {
        this.unpin(file);
      }
    } finally {
      this.#reads--;
      this.#waitingReads.shift()?.();
    }
  }

  /** The segment's file goes or is replaced: its handle closes as soon as nobody reads. */
  forget(file: SegmentFile): void {
    file.isForgotten = true;
    if (file.pins === 0 && file.handle !== undefined) this.#close(file);
  }

  /** Sealed indexes were loaded or looked at; `heldBytes` of memory. */
  indexesUsed(indexes: EvictableIndexes, heldBytes: number): void {
    if (indexes === this.#latestIndexes) return;
    const before = this.#indexes.get(indexes);
    if (before !== undefined) {
      this.#indexes.delete(indexes);
      this.#indexBytes -= before;
    }
    this.#indexes.set(indexes, heldBytes);
    this.#indexBytes += heldBytes;
    this.#latestIndexes = indexes;
    if (this.#indexBytes <= this.#maxIndexBytes) return;
    for (const [candidate, bytes] of this.#indexes) {
      if (candidate === indexes) break;
      if (!candidate.evict()) continue;
      this.#indexes.delete(candidate);
      this.#indexBytes -= bytes;
      if (this.#indexBytes <= this.#maxIndexBytes) break;
    }
  }

  /** The segment is gone or writes again: its indexes do not count any more. */
  forgetIndexes(indexes: EvictableIndexes): void {
    this.#indexBytes -= this.#indexes.get(indexes) ?? 0;
    this.#indexes.delete(indexes);
    if (this.#latestIndexes === indexes) this.#latestIndexes = undefined;
  }

  /** Closes everything that is not pinned. */
  close(): void {
    for (const file of this.#idle) this.#close(file);
  }

  #open(file: SegmentFile, mode: 'write' | 'create'): DiskFile {
    let handle: DiskFile;
    try {
      handle = this.#disk.open(file.path, mode);
    } catch (error) {
      // Sockets may have taken what this set was to have: make do with half.
      if (!(error instanceof DiskError) || error.reason !== 'too-many-open-files' || this.#idle.size === 0) throw error;
      this.#shrinkTo(this.#idle.size >> 1);
      handle = this.#disk.open(file.path, mode);
    }
    file.handle = handle;
    file.isForgotten = false;
    this.#idle.add(file);
    this.#latest = file;
    this.#trim();
    return handle;
  }

  #trim(): void {
    if (this.#idle.size > this.#maxOpenFiles) this.#shrinkTo(this.#maxOpenFiles);
  }

  #shrinkTo(count: number): void {
    for (const file of this.#idle) {
      if (this.#idle.size <= count) return;
      if (file !== this.#latest || count === 0) this.#close(file);
    }
  }

  #close(file: SegmentFile): void {
    const { handle } = file;
    this.#idle.delete(file);
    if (this.#latest === file) this.#latest = undefined;
    file.handle = undefined;
    handle?.close();
  }
}
