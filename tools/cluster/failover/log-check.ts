import { nodeCompression } from '@ottla/platform';
import { batchesIn, readRecords } from '@ottla/protocol';
import { fetch } from '../../measure/apis.ts';
import type { ClusterView } from './cluster-view.ts';

const compression = nodeCompression();
const READ_BYTES = 4 * 1024 * 1024;

/** What is wrong with the log of a topic, beside what its producer was told; empty when nothing is. */
export async function anomaliesOf(view: ClusterView, topic: string, acknowledged: readonly ReadonlySet<number>[]): Promise<readonly string[]> {
  const anomalies: string[] = [];
  for (const [partition, expected] of acknowledged.entries()) anomalies.push(...anomaliesIn(`${topic}-${partition}`, await numbersIn(view, topic, partition), expected));
  return anomalies;
}

function anomaliesIn(name: string, found: readonly number[], acknowledged: ReadonlySet<number>): readonly string[] {
  const seen = new Set<number>();
  let duplicates = 0;
  let reordered = 0;
  let last = -1;
  for (const number of found) {
    if (seen.has(number)) duplicates++;
    else if (number < last) reordered++;
    seen.add(number);
    last = Math.max(last, number);
  }
  let lost = 0;
  for (const number of acknowledged) if (!seen.has(number)) lost++;
  return Object.entries({ lost, duplicates, reordered }).filter(([, count]) => count > 0).map(([what, count]) => `${name}: ${count} ${what}`);
}

async function numbersIn(view: ClusterView, topic: string, partition: number): Promise<readonly number[]> {
  const numbers: number[] = [];
  const connection = await view.leaderOf(topic, partition);
  for (let offset = 0; ; ) {
    const records = await fetch(connection, topic, partition, offset, READ_BYTES, 0);
    const before = offset;
    for (const batch of batchesIn(records)) {
      if (!batch.isControl) for (const { value } of readRecords(batch, compression)) numbers.push(Number(String(value).split(':')[1]));
      offset = batch.lastOffset + 1;
    }
    if (offset === before) return numbers;
  }
}
