import type { Compression, Crc32c, Disk, Offset, ProducerEpoch, ProducerId, TimestampMs } from '@ottla/model';
import type { AbortedTxnEntry } from '../transaction-index.ts';

/** What a clean needs of the machine. `pace` is called with bytes that were read or written: it may wait, and throws to end the clean. */
export interface CleanPorts {
  readonly disk: Disk;
  readonly crc: Crc32c;
  readonly compression: Compression;
  readonly pace: (bytes: number) => void;
  /** Gives so many words for the offset map, all 0: those of the clean before, so that no two are in memory at once. */
  readonly mapMemory?: (words: number) => Int32Array;
}

export interface SegmentToClean {
  readonly baseOffset: Offset;
  readonly sizeBytes: number;
}

/** A producer that the log still knows: its last batch stays, if only as a header, so that its sequence is not forgotten. */
export interface LastOfProducer {
  readonly producerId: ProducerId;
  readonly producerEpoch: ProducerEpoch;
  /** Last offset of its last batch of records; -1 when only its marker is known. */
  readonly lastDataOffset: Offset;
}

/** One clean of one log. Plain data: crosses to a worker thread. */
export interface CleanRequest {
  /** Folder of the partition. */
  readonly directory: string;
  /** From the first one of the log to the last one before `endOffset`, which is the base offset of the one behind. */
  readonly segments: readonly SegmentToClean[];
  readonly endOffset: Offset;
  /** Everything below was cleaned before. */
  readonly firstDirtyOffset: Offset;
  /** Base offsets of closed segments behind: their transaction indexes may tell of transactions that began before. */
  readonly laterSegments: readonly Offset[];
  /** Aborted transactions in the active segment's index that began before `endOffset`. */
  readonly activeAborted: readonly AbortedTxnEntry[];
  readonly producers: readonly LastOfProducer[];
  readonly nowMs: TimestampMs;
  readonly deleteRetentionMs: number;
  readonly segmentBytes: number;
  readonly segmentIndexBytes: number;
  readonly indexIntervalBytes: number;
  /** Memory of the offset map at most. */
  readonly mapBytes: number;
  readonly mapLoadFactor: number;
  readonly ioBufferBytes: number;
  /** Four random words. */
  readonly hashSecrets: Int32Array;
}

/** What the first phase found: how far the map reaches, and which segments become one. */
export interface CleanPlan {
  /** Where the log is dirty from when all groups are swapped in. */
  readonly endOffset: Offset;
  /** Base offsets of each group's segments, ascending. */
  readonly groups: readonly (readonly Offset[])[];
  readonly keyCount: number;
  readonly mapUtilization: number;
  readonly bytesRead: number;
}

/** One group, written to `.cleaned` files and synced. */
export interface CleanedGroup {
  readonly baseOffset: Offset;
  readonly sizeBytes: number;
  readonly bytesRead: number;
  readonly recordsRead: number;
  readonly recordsWritten: number;
  /** Records without a key, which a compacted topic cannot keep. */
  readonly invalidRecords: number;
}

/**
 * Does the work of cleans off the event loop, one clean at a time: `build`, then for each group `clean` and after the
 * swap `syncDirectory`, then `end`.
 */
export interface CleanerThread {
  build(request: CleanRequest): Promise<CleanPlan>;
  clean(group: number): Promise<CleanedGroup>;
  /** Makes the names of the swap durable. */
  syncDirectory(): Promise<void>;
  /** Removes what the latest `clean` wrote: it is not wanted. */
  discard(): Promise<void>;
  /** Gives the memory of the clean back. */
  end(): void;
  /** Ends the thread, whatever it does. */
  close(): void;
}
