import type { Crc32c, Disk, Logger, Offset } from '@ottla/model';
import { DiskError } from '@ottla/model';
import type { LogOptions } from './log-types.ts';
import {
  CLEANED_SUFFIX,
  DELETED_SUFFIX,
  INDEX_SUFFIX,
  LOG_SUFFIX,
  offsetName,
  offsetOfFile,
  PARTITION_METADATA,
  SEGMENT_SUFFIXES,
  SNAPSHOT_SUFFIX,
  SWAP_SUFFIX,
  TIME_INDEX_SUFFIX,
  TXN_INDEX_SUFFIX,
} from './segment-paths.ts';
import { scanSegment, type SegmentScanRequest } from './segment-scan.ts';

export interface FoundSegment {
  readonly baseOffset: Offset;
  readonly sizeBytes: number;
}

/** What is in a partition's folder, leftovers of an interrupted deletion, compaction or truncation cleared away. */
export interface LogFolder {
  readonly exists: boolean;
  readonly hasTopicId: boolean;
  /** Ascending. */
  readonly segments: readonly FoundSegment[];
  readonly snapshotOffsets: readonly Offset[];
  /** Segments that cannot be trusted as they are: not cleanly closed above the recovery point, or without an index. */
  readonly scansNeeded: readonly SegmentScanRequest[];
}

export const NO_FOLDER: LogFolder = { exists: false, hasTopicId: false, segments: [], snapshotOffsets: [], scansNeeded: [] };

/** Lists the folder once and repairs its names. Throws DiskError. */
export function readLogFolder(options: LogOptions): LogFolder {
  const { disk, directory } = options;
  let names: Set<string>;
  try {
    names = new Set(disk.list(directory));
  } catch (error) {
    if (error instanceof DiskError && error.reason === 'missing') return NO_FOLDER;
    throw error;
  }
  removeLeftovers(options, names);
  const segments: FoundSegment[] = [];
  const snapshotOffsets: Offset[] = [];
  // The list is sorted and offsets are padded, so both come out ascending.
  for (const name of [...names].sort()) {
    const baseOffset = offsetOfFile(name, LOG_SUFFIX);
    if (baseOffset !== undefined) segments.push({ baseOffset, sizeBytes: disk.stat(`${directory}/${name}`)?.sizeBytes ?? 0 });
    const snapshotOffset = offsetOfFile(name, SNAPSHOT_SUFFIX);
    if (snapshotOffset !== undefined) snapshotOffsets.push(snapshotOffset);
    else removeOrphan(options, names, name);
  }
  return { exists: true, hasTopicId: names.has(PARTITION_METADATA), segments, snapshotOffsets, scansNeeded: scansNeeded(options, names, segments) };
}

function scansNeeded(options: LogOptions, names: ReadonlySet<string>, segments: readonly FoundSegment[]): SegmentScanRequest[] {
  const { directory, hadCleanShutdown, recoveryPoint, config } = options;
  return segments
    .filter(({ baseOffset }, index) => {
      const name = offsetName(baseOffset);
      if (!names.has(name + INDEX_SUFFIX) || !names.has(name + TIME_INDEX_SUFFIX)) return true;
      const next = segments[index + 1];
      // The last segment is scanned after every crash: its indexes were only in memory. One that ends right at the
      // recovery point was maybe synced before it was closed or truncated; behind it, everything of it is durable.
      return !hadCleanShutdown && (next === undefined || next.baseOffset >= recoveryPoint);
    })
    .map(({ baseOffset, sizeBytes }) => ({
      path: `${directory}/${offsetName(baseOffset)}${LOG_SUFFIX}`,
      baseOffset,
      sizeBytes,
      indexIntervalBytes: config.indexIntervalBytes,
      durableEndOffset: recoveryPoint,
    }));
}

/** An index whose .log is gone says nothing. */
function removeOrphan({ disk, directory, logger }: LogOptions, names: ReadonlySet<string>, name: string): void {
  for (const suffix of [INDEX_SUFFIX, TIME_INDEX_SUFFIX, TXN_INDEX_SUFFIX]) {
    const baseOffset = offsetOfFile(name, suffix);
    if (baseOffset === undefined || names.has(offsetName(baseOffset) + LOG_SUFFIX)) continue;
    logger.warn('removing an index file whose segment is gone', { path: `${directory}/${name}` });
    disk.remove(`${directory}/${name}`);
  }
}

/**
 * `.deleted` files go. `.cleaned` files go: the compaction that wrote them was not done, and of a split into several
 * segments the swap files behind the first unfinished one go too. What remains as `.swap` is complete, and takes the
 * place of the segments that it was made from.
 */
function removeLeftovers({ disk, directory, crc, logger }: LogOptions, names: Set<string>): void {
  let firstCleaned = Infinity;
  const swaps: Offset[] = [];
  const remove = (name: string): void => {
    disk.remove(`${directory}/${name}`);
    names.delete(name);
  };
  for (const name of names) {
    if (name.endsWith(DELETED_SUFFIX)) remove(name);
    if (!name.endsWith(CLEANED_SUFFIX)) continue;
    firstCleaned = Math.min(firstCleaned, offsetOfFile(name, LOG_SUFFIX + CLEANED_SUFFIX) ?? Infinity);
    remove(name);
  }
  for (const name of names) {
    if (!name.endsWith(SWAP_SUFFIX)) continue;
    const offset = Number(name.slice(0, 20));
    if (offset >= firstCleaned) {
      logger.warn('removing what an interrupted compaction left', { path: `${directory}/${name}` });
      remove(name);
    } else if (offsetOfFile(name, LOG_SUFFIX + SWAP_SUFFIX) !== undefined) {
      swaps.push(offset);
    }
  }
  if (swaps.length > 0) finishSwap(disk, crc, logger, directory, names, swaps);
  // Index files whose .log was swapped in before the crash.
  for (const name of names) if (name.endsWith(SWAP_SUFFIX)) renameSwap(disk, directory, names, name);
}

function finishSwap(disk: Disk, crc: Crc32c, logger: Logger, directory: string, names: Set<string>, swaps: readonly Offset[]): void {
  const first = Math.min(...swaps);
  const lastSwap = Math.max(...swaps);
  const path = `${directory}/${offsetName(lastSwap)}${LOG_SUFFIX}${SWAP_SUFFIX}`;
  const sizeBytes = disk.stat(path)?.sizeBytes ?? 0;
  const { nextOffset } = scanSegment(disk, crc, { path, baseOffset: lastSwap, sizeBytes, indexIntervalBytes: Infinity });
  for (const name of names) {
    const suffix = SEGMENT_SUFFIXES.find((candidate) => offsetOfFile(name, candidate) !== undefined);
    const offset = Number(name.slice(0, 20));
    if (suffix === undefined || offset < first || offset >= Math.max(nextOffset, lastSwap + 1)) continue;
    logger.info('removing a file that a finished compaction replaces', { path: `${directory}/${name}` });
    disk.remove(`${directory}/${name}`);
    names.delete(name);
  }
  // The .log comes last: while its swap is there, this can be done again.
  for (const suffix of SEGMENT_SUFFIXES) {
    for (const offset of swaps) {
      const name = offsetName(offset) + suffix + SWAP_SUFFIX;
      if (names.has(name)) renameSwap(disk, directory, names, name);
    }
  }
}

function renameSwap(disk: Disk, directory: string, names: Set<string>, name: string): void {
  const target = name.slice(0, -SWAP_SUFFIX.length);
  disk.rename(`${directory}/${name}`, `${directory}/${target}`);
  names.delete(name);
  names.add(target);
}
