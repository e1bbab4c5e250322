import type { Disk, Offset, TimestampMs } from '@ottla/model';
import type { LastOfProducer, SegmentToClean } from './cleaner/clean-types.ts';
import type { LocalLog } from './local-log.ts';
import type { LogHealth } from './log-health.ts';
import type { LogOffsets } from './log-offsets.ts';
import type { LogSegment } from './log-segment.ts';
import type { ProducerStateManager } from './producer-state-manager.ts';
import { CLEANED_SUFFIX, offsetName, SEGMENT_SUFFIXES, SWAP_SUFFIX } from './segment-paths.ts';
import type { AbortedTxnEntry } from './transaction-index.ts';

/** What of a log could be compacted now. Offsets are bounds of segments, but for `firstDirtyOffset`. */
export interface Cleanable {
  readonly firstDirtyOffset: Offset;
  /** Base offset of the first segment that must stay as it is. */
  readonly endOffset: Offset;
  readonly cleanBytes: number;
  readonly cleanableBytes: number;
  /** By how many milliseconds the oldest dirty record has passed max.compaction.lag.ms; 0 when it has not. */
  readonly overdueMs: number;
}

export interface CompactionParts {
  readonly disk: Disk;
  readonly local: LocalLog;
  readonly offsets: LogOffsets;
  readonly producers: ProducerStateManager;
  readonly health: LogHealth;
}

/**
 * One log as its cleaner sees it: what may be compacted, and how a compacted segment takes the place of those it was
 * made from.
 *
 * Ordering of a swap, each step a state that loading finishes or undoes: the `.cleaned` files are durable; they become
 * `.swap`, the .log last; the old segments become `.deleted`; the `.swap` files take their names, the .log last. It is
 * one synchronous step without a sync: whoever cleans makes the names durable afterwards, before the next group.
 */
export class Compaction {
  readonly #parts: CompactionParts;

  constructor(parts: CompactionParts) {
    this.#parts = parts;
  }

  /**
   * What lies between `checkpoint` (where the last clean ended) and the first offset that must not be touched: the last
   * stable offset, the active segment, records younger than min.compaction.lag.ms. Throws KafkaError, DiskError.
   */
  cleanable(checkpoint: Offset, nowMs: TimestampMs): Cleanable {
    const { local, offsets } = this.#parts;
    const { segments, config } = local;
    // The log may have been truncated or restarted elsewhere since: then nothing is known to be clean.
    const isKnown = checkpoint >= offsets.logStart && checkpoint <= offsets.logEnd;
    const firstDirtyOffset = isKnown ? checkpoint : offsets.logStart;
    let cleanBytes = 0;
    let cleanableBytes = 0;
    let oldestMs = Infinity;
    for (let index = 0; index < segments.count; index++) {
      const segment = segments.at(index) as LogSegment;
      const next = segments.at(index + 1);
      const isDirty = next === undefined || next.baseOffset > firstDirtyOffset;
      const mustStay = next === undefined || next.baseOffset > offsets.lastStable || (isDirty && config.minCompactionLagMs > 0 && segment.maxTimestamp > nowMs - config.minCompactionLagMs);
      if (mustStay) return { firstDirtyOffset, endOffset: segment.baseOffset, cleanBytes, cleanableBytes, overdueMs: overdueOf(oldestMs, nowMs, config.maxCompactionLagMs) };
      if (!isDirty) {
        cleanBytes += segment.sizeBytes;
        continue;
      }
      cleanableBytes += segment.sizeBytes;
      if (config.maxCompactionLagMs !== Infinity && segment.firstBatchTimestamp > 0) oldestMs = Math.min(oldestMs, segment.firstBatchTimestamp);
    }
    return { firstDirtyOffset, endOffset: firstDirtyOffset, cleanBytes, cleanableBytes: 0, overdueMs: 0 };
  }

  segmentsBelow(endOffset: Offset): SegmentToClean[] {
    return [...this.#parts.local.segments].filter(({ baseOffset }) => baseOffset < endOffset).map(({ baseOffset, sizeBytes }) => ({ baseOffset, sizeBytes }));
  }

  /** Closed segments from `endOffset` on. */
  closedFrom(endOffset: Offset): Offset[] {
    const { segments } = this.#parts.local;
    return [...segments].filter((segment) => segment.baseOffset >= endOffset && segment !== segments.last).map(({ baseOffset }) => baseOffset);
  }

  /** Aborted transactions whose marker lies in the active segment and that began before `endOffset`. */
  abortedInActive(endOffset: Offset): AbortedTxnEntry[] {
    return (this.#parts.local.segments.last?.txnIndex.entries() ?? []).filter(({ firstOffset }) => firstOffset < endOffset);
  }

  lastOfProducers(): LastOfProducer[] {
    return this.#parts.producers.lastOfProducers();
  }

  /** The lowest offset that the log was truncated to since the last call; Infinity when it was not. */
  takeTruncation(): Offset {
    return this.#parts.local.takeTruncation();
  }

  /** Whether what lies below `offset` was truncated since `takeTruncation`. */
  wasTruncatedBelow(offset: Offset): boolean {
    return this.#parts.local.truncatedTo < offset;
  }

  /**
   * Puts the cleaned segment (its `.cleaned` files are durable) in the place of those at `bases`. False when they are
   * not all there any more, or not as they were: nothing changed then. A failure of the disk midway fails the log.
   */
  swap(sources: readonly SegmentToClean[], sizeBytes: number): boolean {
    const { local, health, producers } = this.#parts;
    health.check();
    const { segments } = local;
    const [first] = sources as readonly [SegmentToClean];
    const index = segments.floorIndex(first.baseOffset);
    const isUnchanged = sources.every(({ baseOffset, sizeBytes: bytes }, at) => {
      const segment = segments.at(index + at);
      return segment !== undefined && segment !== segments.last && segment.baseOffset === baseOffset && segment.sizeBytes === bytes;
    });
    if (!isUnchanged) return false;
    health.guarded(() => {
      this.#renameCleaned(first.baseOffset, CLEANED_SUFFIX, SWAP_SUFFIX);
      local.replace(index, sources.length, first.baseOffset, sizeBytes, () => this.#renameCleaned(first.baseOffset, SWAP_SUFFIX, ''));
      for (const { baseOffset } of sources.slice(1)) producers.removeSnapshot(baseOffset);
    });
    return true;
  }

  #renameCleaned(baseOffset: Offset, from: string, to: string): void {
    const { disk, local } = this.#parts;
    for (const suffix of SEGMENT_SUFFIXES) {
      const path = `${local.directory}/${offsetName(baseOffset)}${suffix}`;
      if (disk.stat(path + from) !== undefined) disk.rename(path + from, path + to);
    }
  }
}

function overdueOf(oldestMs: TimestampMs, nowMs: TimestampMs, maxCompactionLagMs: number): number {
  return oldestMs === Infinity ? 0 : Math.max(0, nowMs - maxCompactionLagMs - oldestMs);
}
