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
