import type { TopicLookup } from '../topic-lookup.ts';
import type { AssignorTopic } from './assignor-input.ts';

/** A number for what assignments depend on of these topics: names, ids, partitions and racks. Equal facts, equal number. */
export function metadataHashOf(names: ReadonlySet<string>, topics: TopicLookup): number {
  if (names.size === 0) return 0;
  let [high, low] = [0x811c9dc5, 0x9e3779b9];
  const mix = (text: string): void => {
    for (let at = 0; at < text.length; at++) {
      const code = text.charCodeAt(at);
      high = Math.imul(high ^ code, 0x01000193);
      low = Math.imul(low ^ code, 0x85ebca6b) + (high >>> 7);
    }
  };
  for (const name of [...names].sort()) {
    const topicId = topics.topicIdOf(name);
    if (topicId === undefined) continue;
    mix(`${name}\n${topicId}\n${topics.partitionCountOf(name) ?? 0}\n`);
    for (const racks of topics.racksOf?.(name) ?? []) mix(`${[...racks].sort().join()}\n`);
  }
  // A safe integer: 20 bits of one half, 32 of the other.
  return (high & 0xfffff) * 0x1_0000_0000 + (low >>> 0);
}

/** The existing ones among `names`, in the order of their names. */
export function assignorTopicsOf(names: ReadonlySet<string>, topics: TopicLookup): ReadonlyMap<string, AssignorTopic> {
  const found = new Map<string, AssignorTopic>();
  for (const name of [...names].sort()) {
    const topicId = topics.topicIdOf(name);
    if (topicId !== undefined) found.set(name, { topicId, partitionCount: topics.partitionCountOf(name) ?? 0, racks: topics.racksOf?.(name) });
  }
  return found;
}
