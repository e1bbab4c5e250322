import type { Offset, Random, TimestampMs } from '@ottla/model';
import type { Cleanable } from '../compaction.ts';
import type { UnifiedLog } from '../unified-log.ts';
import type { CleanerThread, CleanRequest, SegmentToClean } from './clean-types.ts';

export interface CleanSettings {
  /** (log.cleaner.threads) */
  readonly threads: number;
  /** Offset maps of all threads together (log.cleaner.dedupe.buffer.size). */
  readonly dedupeBufferBytes: number;
  /** (log.cleaner.io.buffer.load.factor) */
  readonly loadFactor: number;
  /** Read and write buffers of all threads together (log.cleaner.io.buffer.size). */
  readonly ioBufferBytes: number;
}

const MAX_MAP_BYTES = 2 ** 31 - 1;

/** What a thread needs to know for a clean of `log` now. Throws KafkaError, DiskError. */
export function cleanRequest(log: UnifiedLog, { firstDirtyOffset, endOffset }: Cleanable, settings: CleanSettings, nowMs: TimestampMs, random: Random): CleanRequest {
  const { compaction, config, directory } = log;
  const threads = Math.max(1, settings.threads);
  return {
    directory,
    endOffset,
    firstDirtyOffset,
    segments: compaction.segmentsBelow(endOffset),
    laterSegments: compaction.closedFrom(endOffset),
    activeAborted: compaction.abortedInActive(endOffset),
    producers: compaction.lastOfProducers(),
    nowMs,
    deleteRetentionMs: config.deleteRetentionMs,
    segmentBytes: config.segmentBytes,
    segmentIndexBytes: config.segmentIndexBytes,
    indexIntervalBytes: config.indexIntervalBytes,
    mapBytes: Math.min(MAX_MAP_BYTES, Math.floor(settings.dedupeBufferBytes / threads)),
    mapLoadFactor: settings.loadFactor,
    // Half for reading, half for writing.
    ioBufferBytes: Math.floor(settings.ioBufferBytes / threads / 2),
    hashSecrets: Int32Array.from({ length: 4 }, () => random.below(2 ** 32) | 0),
  };
}

export interface CleanedLog {
  readonly endOffset: Offset;
  readonly keyCount: number;
  readonly mapUtilization: number;
  readonly bytesRead: number;
  readonly bytesBefore: number;
  readonly bytesWritten: number;
  readonly invalidRecords: number;
}

/**
 * One clean of one log from end to end. undefined when the log changed underneath (it was deleted, truncated, or
 * segments expired): what was swapped in until then stays, and is whole in itself. `removeOld` is called when files
 * were swapped out. Rejects with what the thread or the disk says.
 */
export async function cleanLog(log: UnifiedLog, request: CleanRequest, thread: CleanerThread, removeOld: () => void): Promise<CleanedLog | undefined> {
  // What is not durable yet would be read back from a file that a crash may shorten.
  await log.flush(request.endOffset);
  const plan = await thread.build(request);
  const sizeOf = new Map(request.segments.map(({ baseOffset, sizeBytes }) => [baseOffset, sizeBytes]));
  let { bytesRead } = plan;
  let bytesBefore = 0;
  let bytesWritten = 0;
  let invalidRecords = 0;
  for (const [index, bases] of plan.groups.entries()) {
    if (log.isClosed || log.failure !== undefined) return undefined;
    const sources: SegmentToClean[] = bases.map((baseOffset) => ({ baseOffset, sizeBytes: sizeOf.get(baseOffset) ?? 0 }));
    const cleaned = await thread.clean(index);
    const isSwapped = !log.isClosed && log.failure === undefined && !log.compaction.wasTruncatedBelow(request.endOffset) && log.compaction.swap(sources, cleaned.sizeBytes);
    if (!isSwapped) {
      await thread.discard();
      return undefined;
    }
    removeOld();
    // Durable before the next group, and before the checkpoint says so.
    await thread.syncDirectory();
    bytesRead += cleaned.bytesRead;
    bytesWritten += cleaned.sizeBytes;
    invalidRecords += cleaned.invalidRecords;
    for (const { sizeBytes } of sources) bytesBefore += sizeBytes;
  }
  return { endOffset: plan.endOffset, keyCount: plan.keyCount, mapUtilization: plan.mapUtilization, bytesRead, bytesBefore, bytesWritten, invalidRecords };
}
