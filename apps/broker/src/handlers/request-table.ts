interface Named<P> {
  readonly name: string;
  readonly partitions: readonly P[];
}

/** As Kafka's tables of a request: a topic that is named twice comes once, with all of its partitions, of two parts of one partition the last; topics without any are left out. */
export function inTable<P extends { readonly partitionIndex: number }>(topics: readonly Named<P>[]): readonly Named<P>[] {
  const table = new Map<string, Map<number, P>>();
  for (const { name, partitions } of topics) {
    if (partitions.length === 0) continue;
    const known = table.get(name) ?? new Map<number, P>();
    table.set(name, known);
    for (const partition of partitions) known.set(partition.partitionIndex, partition);
  }
  return [...table].map(([name, partitions]) => ({ name, partitions: [...partitions.values()] }));
}

/** Whether a topic, or a partition of one, is named twice. Where numbers grow, as clients send them, it makes nothing for them. */
export function namesTwice<T, P>(topics: readonly T[], topicOf: (topic: T) => string, partitionsOf: (topic: T) => readonly P[], indexOf: (partition: P) => number): boolean {
  if (topics.length > 1 && new Set(topics.map(topicOf)).size < topics.length) return true;
  return topics.some((topic) => {
    const partitions = partitionsOf(topic);
    const isGrowing = partitions.every((partition, at) => at === 0 || indexOf(partition) > indexOf(partitions[at - 1] as P));
    return !isGrowing && new Set(partitions.map(indexOf)).size < partitions.length;
  });
}
