import type { PartitionIndex } from '@ottla/model';

/**
 * The partition of `__consumer_offsets` (or, for a transactional id, of `__transaction_state`) that owns `key`:
 * Kafka's `Utils.abs(key.hashCode()) % count`. Java hashes UTF-16 units, as JavaScript strings have them, and its
 * `abs` clears the sign bit rather than negating.
 */
export function partitionFor(key: string, count: number): PartitionIndex {
  let hash = 0;
  for (let i = 0; i < key.length; i++) hash = (Math.imul(hash, 31) + key.charCodeAt(i)) | 0;
  return (hash & 0x7fffffff) % count;
}
