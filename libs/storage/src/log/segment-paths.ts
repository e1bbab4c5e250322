import type { Offset } from '@ottla/model';

/** Suffixes of the files of a partition's folder, Kafka's. */
export const LOG_SUFFIX = '.log';
export const INDEX_SUFFIX = '.index';
export const TIME_INDEX_SUFFIX = '.timeindex';
export const TXN_INDEX_SUFFIX = '.txnindex';
export const SNAPSHOT_SUFFIX = '.snapshot';
export const DELETED_SUFFIX = '.deleted';
export const CLEANED_SUFFIX = '.cleaned';
export const SWAP_SUFFIX = '.swap';

export const LEADER_EPOCH_CHECKPOINT = 'leader-epoch-checkpoint';
export const PARTITION_METADATA = 'partition.metadata';

/** Files that a segment may have, the .log last: while it is there, the segment is. */
export const SEGMENT_SUFFIXES = [INDEX_SUFFIX, TIME_INDEX_SUFFIX, TXN_INDEX_SUFFIX, LOG_SUFFIX] as const;

/** `00000000000000000042`: what the names of a segment's files begin with. */
export function offsetName(offset: Offset): string {
  return String(offset).padStart(20, '0');
}

/** Base offset in a file name like `00000000000000000042.log`; undefined when it is none with that suffix. */
export function offsetOfFile(name: string, suffix: string): Offset | undefined {
  if (name.length !== 20 + suffix.length || !name.endsWith(suffix)) return undefined;
  const digits = name.slice(0, 20);
  return /^\d{20}$/.test(digits) ? Number(digits) : undefined;
}
