import type { Disk, LeaderEpoch, Offset } from '@ottla/model';
import type { EpochEndOffset } from './log-types.ts';

/**
 * Which offset each leader epoch of one log starts at, kept in the file leader-epoch-checkpoint (Kafka's text format).
 * Memory changes at once; the file is written by `flush`, `truncate*` and lazily with the log's own flushes.
 */
export declare class LeaderEpochCache {
  constructor(disk: Disk, path: string);
  /** Reads the checkpoint; an absent file is an empty cache; a malformed one throws KafkaError(KAFKA_STORAGE_ERROR). */
  load(): void;
  get isEmpty(): boolean;
  get latestEpoch(): LeaderEpoch;
  get entries(): readonly { readonly epoch: LeaderEpoch; readonly startOffset: Offset }[];
  /** Adds an epoch unless it is the latest already; later entries with an equal or greater start or epoch are removed, as Kafka does. */
  assign(epoch: LeaderEpoch, startOffset: Offset): void;
  /** OffsetForLeaderEpoch (KIP-101/279): the largest epoch not above the asked one, and where it ends. */
  endOffsetFor(epoch: LeaderEpoch, logEndOffset: Offset): EpochEndOffset;
  epochForOffset(offset: Offset): LeaderEpoch;
  truncateFromEnd(endOffset: Offset): void;
  truncateFromStart(startOffset: Offset): void;
  clear(): void;
  /** Writes the checkpoint when it is behind memory (temporary file, sync, rename). The folder must exist. */
  flush(): void;
}
