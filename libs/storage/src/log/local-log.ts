import type { Clock, Crc32c, Disk, Offset, Uuid } from '@ottla/model';
import { RecordBatch } from '@ottla/protocol';
import { directoryOf } from './atomic-file.ts';
import { partitionMetadataContent } from './checkpoint-files.ts';
import type { LogConfig } from './log-config.ts';
import { LogSegment } from './log-segment.ts';
import { LogSegments } from './log-segments.ts';
import { RecentWrites } from './recent-writes.ts';
import type { SegmentFiles } from './segment-files.ts';
import { DELETED_SUFFIX, offsetName, PARTITION_METADATA, SEGMENT_SUFFIXES, TXN_INDEX_SUFFIX } from './segment-paths.ts';
import { scanSegment } from './segment-scan.ts';

export interface LocalLogOptions {
  readonly disk: Disk;
  readonly files: SegmentFiles;
  readonly crc: Crc32c;
  readonly clock: Clock;
  readonly directory: string;
  readonly topicId: Uuid;
  readonly config: LogConfig;
  readonly rollJitter: () => number;
  /** Whether the folder exists. */
  readonly isMaterialised: boolean;
  readonly startOffset: Offset;
  /** A truncation took the recovery point back: a crash must not find the old one. */
  readonly onRecoveryPointBack?: () => void;
}

/** What recovery reads of a log after a crash is bounded by a flush each time that so much was written. */
const FLUSH_DUE_BYTES = 64 * 1024 * 1024;

/**
 * The folder of one partition and the segments in it: writes, rolls, truncates, syncs. Knows offsets and bytes, but
 * no leaders, producers or watermarks.
 *
 * Ordering: bytes reach the file before `writtenEndOffset` covers them. Syncs run one behind the other; the recovery
 * point follows a sync, never a write. A truncation or deletion takes segments out of the list before their files move.
 */
export class LocalLog {
  readonly segments = new LogSegments();
  config: LogConfig;
  topicId: Uuid;
  readonly #options: LocalLogOptions;
  readonly #recent = new RecentWrites();
  readonly #view = new RecordBatch(new Uint8Array(0));
  #directory: string;
  #isMaterialised: boolean;
  #writtenEndOffset: Offset;
  #recoveryPoint: Offset;
  /** Files were made, renamed or removed since the folder was synced. */
  #areNamesDirty = false;
  #isTopicIdDirty = false;
  /** The folder itself was made since its parent was synced. */
  #isFolderDirty = false;
  #isEndTrusted = false;
  #bytesSinceFlushDue = 0;
  #truncations = 0;
  /** Lowest offset truncated to since somebody asked. */
  #truncatedTo: Offset = Infinity;
  #flushing: Promise<void> = settled;
  #deleted: string[] = [];

  constructor(options: LocalLogOptions) {
    this.#options = options;
    this.config = options.config;
    this.topicId = options.topicId;
    this.#directory = options.directory;
    this.#isMaterialised = options.isMaterialised;
    this.#writtenEndOffset = options.startOffset;
    this.#recoveryPoint = options.startOffset;
  }

  get directory(): string {
    return this.#directory;
  }

  get isMaterialised(): boolean {
    return this.#isMaterialised;
  }

  /** Readers see records below. */
  get writtenEndOffset(): Offset {
    return this.#writtenEndOffset;
  }

  /** All below is durable. */
  get recoveryPoint(): Offset {
    return this.#recoveryPoint;
  }

  /** A segment object for files that are there already, as loading found them. */
  openSegment(baseOffset: Offset, sizeBytes: number): LogSegment {
    return this.#segment(baseOffset, sizeBytes, false);
  }

  /** What loading found; segments were added before. A trusted end is checked before the first append. */
  restore(endOffset: Offset, recoveryPoint: Offset, isEndTrusted: boolean): void {
    this.#writtenEndOffset = endOffset;
    this.#isEndTrusted = isEndTrusted;
    this.#recoveryPoint = recoveryPoint;
  }

  /** The process before this one may have died before it synced the folder. */
  noteUnsyncedNames(hasTopicId: boolean): void {
    this.#areNamesDirty = true;
    this.#isFolderDirty = true;
    this.#isTopicIdDirty = hasTopicId;
  }

  /** Makes the folder with what says whose it is. Throws DiskError. */
  materialise(): void {
    if (this.#isMaterialised) return;
    const { disk } = this.#options;
    disk.makeDirectory(this.#directory);
    this.#isFolderDirty = true;
    this.writeTopicId();
    this.#isMaterialised = true;
  }

  /** Writes partition.metadata. Plainly: it is synced with the first flush, and a torn one counts as absent. */
  writeTopicId(): void {
    const file = this.#options.disk.open(`${this.#directory}/${PARTITION_METADATA}`, 'create');
    try {
      file.truncate(0);
      file.writeSync([partitionMetadataContent(this.topicId)], 0);
    } finally {
      file.close();
    }
    this.#areNamesDirty = true;
    this.#isTopicIdDirty = true;
  }

  /** The active segment; makes one at `baseOffset` when there is none. Throws DiskError. */
  activeSegment(baseOffset: Offset): LogSegment {
    const { last } = this.segments;
    if (last === undefined) return this.#addSegment(baseOffset);
    this.#checkEnd(last);
    last.unseal();
    return last;
  }

  /** After a clean shutdown the end came from a checkpoint, not from the segment. Throws when they differ. */
  #checkEnd(last: LogSegment): void {
    if (!this.#isEndTrusted) return;
    const found = last.readNextOffset();
    if (found !== this.#writtenEndOffset) throw new Error(`${last.file.path} ends at offset ${found}, the recovery point says ${this.#writtenEndOffset}`);
    this.#isEndTrusted = false;
  }

  /** Closes the active segment and begins another; an empty one at the same offset stays. Throws DiskError. */
  roll(baseOffset: Offset): LogSegment {
    const { last } = this.segments;
    if (last === undefined) return this.#addSegment(baseOffset);
    this.#checkEnd(last);
    if (last.baseOffset === baseOffset && last.sizeBytes === 0) return last;
    last.seal();
    return this.#addSegment(baseOffset);
  }

  /** Writes whole batches at the end of the active segment, whose last offset is `endOffset - 1`. Throws DiskError; call `repairTail` then. */
  append(segment: LogSegment, parts: readonly Uint8Array[], endOffset: Offset): void {
    this.#options.files.use(segment.file).writeSync(parts, segment.sizeBytes);
    this.#appended(segment, parts, endOffset);
  }

  /** The same off the event loop. One write at a time. */
  async appendAsync(segment: LogSegment, parts: readonly Uint8Array[], endOffset: Offset): Promise<void> {
    const { files } = this.#options;
    const handle = files.pin(segment.file);
    try {
      await handle.write(parts, segment.sizeBytes);
    } finally {
      files.unpin(segment.file);
    }
    this.#appended(segment, parts, endOffset);
  }

  #appended(segment: LogSegment, parts: readonly Uint8Array[], endOffset: Offset): void {
    this.#recent.note(this.#view.moveTo(parts[0] as Uint8Array, 0).baseOffset, segment.baseOffset, segment.sizeBytes);
    for (const part of parts) {
      segment.noteAppended(part, this.config.indexIntervalBytes);
      this.#bytesSinceFlushDue += part.length;
    }
    this.#view.moveTo(emptyBytes, 0);
    this.#writtenEndOffset = endOffset;
  }

  /** Whether so much was written since the last time that a flush is due. */
  takeFlushDue(): boolean {
    if (this.#bytesSinceFlushDue < FLUSH_DUE_BYTES) return false;
    this.#bytesSinceFlushDue = 0;
    return true;
  }

  /** Cuts off what a failed write may have left behind the last whole one. Throws DiskError. */
  repairTail(): void {
    const { last } = this.segments;
    if (last !== undefined) this.#options.files.use(last.file).truncate(last.sizeBytes);
  }

  /** Position of the batch that begins at `offset`, when a recent write began there; else -1. */
  recentPositionOf(offset: Offset, segment: LogSegment): number {
    return this.#recent.positionOf(offset, segment.baseOffset);
  }

  /**
   * Removes everything from `offset` on, at least one segment begins at or below it. A batch that only begins before
   * `offset` goes too. Throws DiskError.
   */
  truncateTo(offset: Offset): void {
    const index = this.segments.floorIndex(offset);
    const segment = this.segments.at(index) as LogSegment;
    this.#isEndTrusted = false;
    const removed = this.segments.removeFrom(index + 1);
    this.#noteTruncation(offset);
    const found = segment.locate(offset);
    const endOffset = found === undefined ? offset : Math.min(offset, found.baseOffset);
    this.#writtenEndOffset = endOffset;
    this.#takeRecoveryPointBack(endOffset);
    if (found === undefined) segment.unseal();
    else segment.truncateTo(found.position, endOffset);
    this.deleteFiles(removed);
    // A removed segment that a crash brings back would leave a hole before it.
    if (removed.length > 0) this.#options.disk.syncDirectory(this.#directory);
  }

  /** Removes everything and begins anew at `offset`. Throws DiskError. */
  truncateFullyAndStartAt(offset: Offset): void {
    const removed = this.segments.removeFirst(this.segments.count);
    this.#isEndTrusted = false;
    this.#noteTruncation(0);
    this.#writtenEndOffset = offset;
    this.#takeRecoveryPointBack(offset);
    this.deleteFiles(removed);
    if (this.#isMaterialised || offset > 0) {
      this.#addSegment(offset);
      this.#options.disk.syncDirectory(this.#directory);
    }
    // There is nothing below that could be lost.
    this.#recoveryPoint = offset;
  }

  #takeRecoveryPointBack(offset: Offset): void {
    if (offset >= this.#recoveryPoint) return;
    this.#recoveryPoint = offset;
    this.#options.onRecoveryPointBack?.();
  }

  #noteTruncation(offset: Offset): void {
    this.#truncations++;
    this.#truncatedTo = Math.min(this.#truncatedTo, offset);
    this.#recent.clear();
  }

  get truncatedTo(): Offset {
    return this.#truncatedTo;
  }

  /** The lowest offset truncated to since the last call; Infinity when there was no truncation. */
  takeTruncation(): Offset {
    const offset = this.#truncatedTo;
    this.#truncatedTo = Infinity;
    return offset;
  }

  /**
   * Puts a compacted segment in the place of `count` closed ones from `index` on: their files go, then `nameFiles` gives
   * those of the new one their names. Throws DiskError.
   */
  replace(index: number, count: number, baseOffset: Offset, sizeBytes: number, nameFiles: () => void): void {
    const removed = this.segments.replace(index, count, this.openSegment(baseOffset, sizeBytes));
    // Positions in the old files say nothing of the new one.
    this.#recent.clear();
    this.deleteFiles(removed);
    nameFiles();
    this.#areNamesDirty = true;
  }

  /** Gives the files of segments that left the list their deleted names; `takeDeleted` hands the paths over. Throws DiskError. */
  deleteFiles(segments: readonly LogSegment[]): void {
    const { disk } = this.#options;
    for (const segment of segments) {
      segment.forget();
      const path = `${this.#directory}/${offsetName(segment.baseOffset)}`;
      for (const suffix of SEGMENT_SUFFIXES) {
        if (disk.stat(path + suffix) === undefined) continue;
        disk.rename(path + suffix, path + suffix + DELETED_SUFFIX);
        this.#deleted.push(path + suffix + DELETED_SUFFIX);
      }
      this.#areNamesDirty = true;
    }
  }

  takeDeleted(): string[] {
    const deleted = this.#deleted;
    this.#deleted = [];
    return deleted;
  }

  /**
   * Makes everything below `offset` durable, then moves the recovery point. `before` runs ahead of it, in turn with
   * other flushes, for what must be durable too. Rejects with DiskError.
   */
  flush(offset: Offset, before: () => void): Promise<void> {
    const flush = this.#flushing.then(() => this.#flushNow(offset, before));
    this.#flushing = flush.catch(() => {});
    return flush;
  }

  async #flushNow(offset: Offset, before: () => void): Promise<void> {
    if (!this.#isMaterialised) return;
    const target = Math.min(offset, this.#writtenEndOffset);
    const truncations = this.#truncations;
    const isBehind = target > this.#recoveryPoint;
    const isSynced = await this.#syncSegments(target);
    if (!isBehind && !isSynced) return;
    before();
    await this.#syncNames();
    if (this.#truncations === truncations) this.#recoveryPoint = Math.max(this.#recoveryPoint, target);
  }

  /** False when nothing below `target` had to be made durable. */
  async #syncSegments(target: Offset): Promise<boolean> {
    const dirty = [...this.segments].filter((segment) => segment.isDirty && segment.baseOffset < target);
    for (const segment of dirty) await segment.sync();
    return dirty.length > 0;
  }

  async #syncFile(name: string): Promise<void> {
    const file = this.#options.disk.open(`${this.#directory}/${name}`, 'write');
    try {
      await file.sync();
    } finally {
      file.close();
    }
    this.#areNamesDirty = true;
  }

  async #syncNames(): Promise<void> {
    if (!this.#areNamesDirty) return;
    const { disk } = this.#options;
    if (this.#isTopicIdDirty) await this.#syncFile(PARTITION_METADATA);
    this.#isTopicIdDirty = false;
    disk.syncDirectory(this.#directory);
    if (this.#isFolderDirty) disk.syncDirectory(directoryOf(this.#directory));
    this.#isFolderDirty = false;
    this.#areNamesDirty = false;
  }

  /**
   * Leaves the files as a clean close does, all of it durable, `snapshot` (a file in the folder) included. Nothing is
   * appended after it. Rejects with DiskError.
   */
  async close(snapshot: string | undefined): Promise<void> {
    await this.#flushing;
    this.segments.last?.seal();
    await this.#syncSegments(Infinity);
    if (snapshot !== undefined) await this.#syncFile(snapshot);
    if (this.#isMaterialised) await this.#syncNames();
    this.#recoveryPoint = this.#writtenEndOffset;
  }

  /** Lets all handles and indexes go. */
  forgetAll(): void {
    for (const segment of this.segments) segment.forget();
  }

  /** Moves the folder to `directory`. Throws DiskError. */
  renameTo(directory: string): void {
    if (this.#isMaterialised) this.#options.disk.rename(this.#directory, directory);
    this.#directory = directory;
    for (const segment of this.segments) segment.setDirectory(directory);
    this.#deleted = [];
  }

  #addSegment(baseOffset: Offset): LogSegment {
    const { disk, files } = this.#options;
    this.materialise();
    const segment = this.#segment(baseOffset, 0, true);
    files.create(segment.file);
    segment.createIndexes();
    // One may be left of a segment that was truncated away.
    const txnIndex = `${this.#directory}/${offsetName(baseOffset)}${TXN_INDEX_SUFFIX}`;
    if (disk.stat(txnIndex) !== undefined) disk.remove(txnIndex);
    this.#areNamesDirty = true;
    this.segments.add(segment);
    return segment;
  }

  #segment(baseOffset: Offset, sizeBytes: number, isNew: boolean): LogSegment {
    const { disk, files, crc, clock, rollJitter } = this.#options;
    const { segmentJitterMs, segmentMs } = this.config;
    return new LogSegment({
      disk,
      files,
      directory: this.#directory,
      baseOffset,
      sizeBytes,
      isNew,
      createdMs: clock.now(),
      rollJitterMs: segmentJitterMs === 0 ? 0 : Math.floor(rollJitter() * Math.min(segmentJitterMs, segmentMs)),
      rescan: (segment) =>
        scanSegment(disk, crc, { path: segment.file.path, baseOffset, sizeBytes: segment.sizeBytes, indexIntervalBytes: this.config.indexIntervalBytes }),
    });
  }
}

const emptyBytes = new Uint8Array(0);
const settled = Promise.resolve();
