import type { FinalReader } from './final-reader.ts';
import { pause } from './faults.ts';

const DRAIN_WITHIN_MS = 120_000;
const SETTLED_WITHIN_MS = 60_000;
const LOOK_MS = 500;

/** Until a chain has committed all that its source holds. Answers in words what is left. */
export async function drained(reader: FinalReader, group: string, partitions: number): Promise<string | undefined> {
  const ends = await reader.ends(['source'], false);
  let left = ends.size;
  for (const deadline = Date.now() + DRAIN_WITHIN_MS; left > 0 && Date.now() < deadline; await pause(LOOK_MS)) {
    const offsets = await reader.committedOffsets(group, 'source', partitions).catch(() => new Map<number, number>());
    left = [...ends].filter(([name, end]) => (offsets.get(Number(name.slice(name.lastIndexOf('-') + 1))) ?? 0) < end).length;
  }
  return left === 0 ? undefined : `${group} has not come to the end of ${left} partitions within ${DRAIN_WITHIN_MS / 1000} s`;
}

/** Until nothing is open: transactions of clients that died take their timeout. Answers what stays open. */
export async function settled(reader: FinalReader, topics: readonly string[]): Promise<readonly string[]> {
  for (const deadline = Date.now() + SETTLED_WITHIN_MS; ; await pause(LOOK_MS)) {
    const open = await reader.openPartitions(topics);
    if (open.length === 0 || Date.now() > deadline) return open;
  }
}
