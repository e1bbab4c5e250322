import { join } from 'node:path';
import { highWatermarks, logBytes, partitionFolders, replicaParts, transactionIndexDiffers } from './replica-files.ts';

/** What the folders of stopped brokers say. */
export interface ReplicaCheck {
  readonly compared: number;
  readonly indexes: number;
  readonly differences: readonly string[];
}

/** Every broker has a replica of each partition that was written to; they are the same bytes below the high watermark, and each transaction index is what its segments say. */
export function checkReplicas(brokers: readonly string[], topics: readonly string[]): ReplicaCheck {
  const differences: string[] = [];
  let compared = 0;
  let indexes = 0;
  const marks = brokers.map(highWatermarks);
  const wanted = new Set(topics);
  const folders = brokers.map((broker) => new Set(partitionFolders(broker).filter((name) => wanted.has(name.slice(0, name.lastIndexOf('-'))))));
  for (const name of new Set(folders.flatMap((names) => [...names]))) {
    const holders = brokers.filter((_, index) => folders[index]?.has(name) === true);
    const highWatermark = Math.max(...marks.map((mark) => mark.get(name) ?? 0));
    if (highWatermark > 0 && holders.length < brokers.length) differences.push(`${name}: only ${holders.length} of ${brokers.length} brokers have a replica`);
    const logs = holders.map((holder) => logBytes(join(holder, name)));
    const longest = logs.reduce((best, log) => (log.length > best.length ? log : best), Buffer.alloc(0));
    logs.forEach((log, index) => {
      const holder = holders[index] as string;
      const difference = transactionIndexDiffers(join(holder, name));
      indexes++;
      if (difference !== undefined) differences.push(`${holder}/${name}: ${difference}`);
      if (log === longest) return;
      compared++;
      const parts = replicaParts(longest, log, highWatermark);
      if (parts !== undefined) differences.push(`${holder}/${name} ${parts}`);
    });
  }
  return { compared, indexes, differences };
}
