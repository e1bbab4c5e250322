import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { batchesIn, ControlRecordType, controlRecordType, readRecords } from '@ottla/protocol';
import { nodeCompression } from '@ottla/platform';

const TXN_ENTRY_BYTES = 34;

/** One aborted transaction as a .txnindex has it. */
interface AbortedTransaction {
  readonly producerId: number;
  readonly firstOffset: number;
  readonly lastOffset: number;
}

/** The folders of partitions in a broker's folder. */
export function partitionFolders(directory: string): string[] {
  return readdirSync(directory).filter((name) => /-\d+$/.test(name) && existsSync(join(directory, name, 'partition.metadata')));
}

/** All segments of a partition, one behind the other. */
export function logBytes(folder: string): Buffer {
  return Buffer.concat(filesOf(folder, '.log').map((file) => readFileSync(file)));
}

/** How many pairs of producer id and epoch wrote transactions into a topic. */
export function producerEpochs(directory: string, topic: string): number {
  const pairs = new Set<string>();
  for (const name of partitionFolders(directory)) {
    if (name.slice(0, name.lastIndexOf('-')) !== topic) continue;
    for (const { isTransactional, isControl, producerId, producerEpoch } of batchesIn(logBytes(join(directory, name)))) if (isTransactional && !isControl) pairs.add(`${producerId}:${producerEpoch}`);
  }
  return pairs.size;
}

/** The high watermarks that a broker wrote down when it stopped, by topic-partition. */
export function highWatermarks(directory: string): ReadonlyMap<string, number> {
  const file = join(directory, 'replication-offset-checkpoint');
  if (!existsSync(file)) return new Map();
  const rows = readFileSync(file, 'utf8').trim().split('\n').slice(2).map((row) => row.split(' '));
  return new Map(rows.map(([topic = '', partition = '', offset = '']) => [`${topic}-${partition}`, Number(offset)]));
}

/** Where a replica parts from the longest one below `highWatermark`, in words; undefined when it does not. */
export function replicaParts(longest: Buffer, replica: Buffer, highWatermark: number): string | undefined {
  let at = 0;
  for (const batch of batchesIn(longest)) {
    if (batch.baseOffset >= highWatermark) break;
    const end = at + batch.sizeInBytes;
    if (end > replica.length) return `ends at offset ${batch.baseOffset}, before the high watermark ${highWatermark}`;
    if (!longest.subarray(at, end).equals(replica.subarray(at, end))) return `differs from offset ${batch.baseOffset} on (high watermark ${highWatermark})`;
    at = end;
  }
  return undefined;
}

/** Where a partition's transaction indexes differ from what its segments say, in words; undefined when they do not. */
export function transactionIndexDiffers(folder: string): string | undefined {
  // Transactions may begin in one segment and end in another, whose index then has them.
  const open = new Map<number, number>();
  for (const segment of filesOf(folder, '.log')) {
    const index = segment.replace(/\.log$/, '.txnindex');
    const recomputed = JSON.stringify(abortedIn(readFileSync(segment), open).map(({ producerId, firstOffset, lastOffset }) => ({ producerId, firstOffset, lastOffset })));
    const indexed = JSON.stringify(existsSync(index) ? entriesOf(readFileSync(index)) : []);
    if (recomputed !== indexed) return `${basename(segment)} says ${recomputed}, its index ${indexed}`;
  }
  return undefined;
}

function entriesOf(bytes: Buffer): AbortedTransaction[] {
  return Array.from({ length: Math.floor(bytes.length / TXN_ENTRY_BYTES) }, (_, index) => {
    const at = index * TXN_ENTRY_BYTES + 2;
    return { producerId: Number(bytes.readBigInt64BE(at)), firstOffset: Number(bytes.readBigInt64BE(at + 8)), lastOffset: Number(bytes.readBigInt64BE(at + 16)) };
  });
}

/** Transactions that are aborted in this segment, in the order of their markers; `open` are those that began before, and is brought up to its end. */
export function abortedIn(bytes: Buffer, open: Map<number, number>): (AbortedTransaction & { readonly lastStableOffset: number })[] {
  const aborted: (AbortedTransaction & { readonly lastStableOffset: number })[] = [];
  for (const batch of batchesIn(bytes)) {
    const { producerId, baseOffset, isTransactional, isControl } = batch;
    if (!isTransactional) continue;
    if (!isControl) {
      if (!open.has(producerId)) open.set(producerId, baseOffset);
      continue;
    }
    const firstOffset = open.get(producerId);
    open.delete(producerId);
    for (const { key, offset } of readRecords(batch, nodeCompression())) {
      // A marker without records before it ends nothing. Stable is from then on what lies before the first that is still open.
      if (controlRecordType(key) === ControlRecordType.ABORT && firstOffset !== undefined) aborted.push({ producerId, firstOffset, lastOffset: offset, lastStableOffset: Math.min(offset + 1, ...open.values()) });
    }
  }
  return aborted;
}

/** Files of one kind by base offset. */
function filesOf(folder: string, suffix: string): string[] {
  return readdirSync(folder).filter((name) => name.endsWith(suffix)).sort().map((name) => join(folder, name));
}
