/** The longest time between two acknowledgements of one partition, in milliseconds, within [fromMs, toMs]; both ends count as one. */
export function longestSilence(acknowledged: Iterable<{ readonly partition: number; readonly atMs: number }>, partitions: number, fromMs: number, toMs: number): { readonly partition: number; readonly silentMs: number } {
  const times = Array.from({ length: partitions }, () => [fromMs, toMs]);
  for (const { partition, atMs } of acknowledged) if (atMs > fromMs && atMs < toMs) times[partition]?.push(atMs);
  let longest = { partition: -1, silentMs: 0 };
  times.forEach((of, partition) => {
    of.sort((a, b) => a - b);
    for (let index = 1; index < of.length; index++) {
      const silentMs = (of[index] as number) - (of[index - 1] as number);
      if (silentMs > longest.silentMs) longest = { partition, silentMs };
    }
  });
  return longest;
}
