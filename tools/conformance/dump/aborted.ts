import { existsSync, readFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { abortedIn } from '../../chaos/replica-files.ts';
import { SEGMENT, dumped } from './dump-log-segments.ts';

const LINE = /^version: 0 producerId: (\d+) firstOffset: (\d+) lastOffset: (\d+) lastStableOffset: (\d+)$/;

/** What differs between the .txnindex of a partition, as DumpLogSegments prints it, and the aborted transactions of its .log. */
export function compareIndexes(directory: string): string[] {
  const name = basename(directory);
  const file = join(directory, `${SEGMENT}.txnindex`);
  const lines = existsSync(file) ? dumped(file).split('\n').filter((line) => line !== '' && !line.startsWith('Dumping ')) : [];
  const expected = abortedIn(readFileSync(join(directory, `${SEGMENT}.log`)), new Map()).map(({ producerId, firstOffset, lastOffset, lastStableOffset }) => `version: 0 producerId: ${producerId} firstOffset: ${firstOffset} lastOffset: ${lastOffset} lastStableOffset: ${lastStableOffset}`);
  console.log(`${name}: ${lines.length} aborted transactions in its index`);
  const differences = lines.filter((line) => !LINE.test(line)).map((line) => `${name}: the dump of the index says "${line}"`);
  for (let index = 0; index < Math.max(lines.length, expected.length); index++) {
    if (lines[index] !== expected[index]) differences.push(`${name}, entry ${index}: "${lines[index] ?? 'none'}", the log says "${expected[index] ?? 'none'}"`);
  }
  return differences;
}
