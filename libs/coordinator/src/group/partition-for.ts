import type { PartitionIndex } from '@ottla/model';

/**
 * The partition of `__consumer_offsets` (or, for a transactional id, of `__transaction_state`) that owns `key`:
 * Kafka's `Utils.abs(key.hashCode()) % count`. Java hashes UTF-16 units, as JavaScript strings have them; that `abs`
 * negates, but for the least integer, which becomes 0. It must be exact: the files say where a group's offsets are.
 */
export function partitionFor(key: string, count: number): PartitionIndex {
  let hash = 0;
  for (let i = 0; i < key.length; i++) hash = (Math.imul(hash, 31) + key.charCodeAt(i)) | 0;
  return hash === -0x8000_0000 ? 0 : Math.abs(hash) % count;
}
