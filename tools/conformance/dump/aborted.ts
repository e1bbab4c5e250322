import { existsSync, readFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { nodeCompression } from '@ottla/platform';
import { batchesIn, readRecords } from '@ottla/protocol';
import { SEGMENT, dumped } from './dump-log-segments.ts';

const LINE = /^version: 0 producerId: (\d+) firstOffset: (\d+) lastOffset: (\d+) lastStableOffset: (\d+)$/;
/** Second int16 of a control record's key. */
const TYPE_AT = 2;
const ABORT = 0;

/** What differs between the .txnindex of a partition, as DumpLogSegments prints it, and the aborted transactions of its .log. */
export function compareIndexes(script: string, directory: string): string[] {
  const name = basename(directory);
  const file = join(directory, `${SEGMENT}.txnindex`);
  const lines = existsSync(file) ? dumped(script, file).split('\n').filter((line) => line !== '' && !line.startsWith('Dumping ')) : [];
  const expected = abortedIn(readFileSync(join(directory, `${SEGMENT}.log`)));
  console.log(`${name}: ${lines.length} aborted transactions in its index`);
  const differences = lines.filter((line) => !LINE.test(line)).map((line) => `${name}: the dump of the index says "${line}"`);
  for (let index = 0; index < Math.max(lines.length, expected.length); index++) {
    if (lines[index] !== expected[index]) differences.push(`${name}, entry ${index}: "${lines[index] ?? 'none'}", the log says "${expected[index] ?? 'none'}"`);
  }
  return differences;
}

/** The lines that the log's own records and markers stand for, in the order of the markers. */
function abortedIn(bytes: Buffer): string[] {
  const open = new Map<number, number>();
  const lines: string[] = [];
  for (const batch of batchesIn(bytes)) {
    const { producerId, baseOffset, isTransactional, isControl } = batch;
    if (!isTransactional) continue;
    if (!isControl) {
      if (!open.has(producerId)) open.set(producerId, baseOffset);
      continue;
    }
    const firstOffset = open.get(producerId);
    open.delete(producerId);
    const [marker] = readRecords(batch, nodeCompression());
    // A marker without records before it ends nothing here.
    if (firstOffset === undefined || Buffer.from(marker?.key ?? []).readInt16BE(TYPE_AT) !== ABORT) continue;
    // What is stable from then on: up to the first transaction that is still open.
    const lastStableOffset = Math.min(baseOffset + 1, ...open.values());
    lines.push(`version: 0 producerId: ${producerId} firstOffset: ${firstOffset} lastOffset: ${baseOffset} lastStableOffset: ${lastStableOffset}`);
  }
  return lines;
}
