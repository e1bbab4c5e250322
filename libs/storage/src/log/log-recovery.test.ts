import { describe, expect, it } from '@jest/globals';
import { METADATA_TOPIC, tableCrc32c } from '@ottla/model';
import { recordingLogger } from '@ottla/testing';
import { scanSegment, scanTransferables } from './segment-scan.ts';
import { batchOf, DIRECTORY, TestLog, TOPIC_ID } from './testing/test-log.ts';
import { loadLog } from './open-log.ts';

const SMALL = { segmentBytes: 400, indexIntervalBytes: 100 };

function filled(count = 30): TestLog {
  const test = new TestLog({ config: SMALL });
  for (let index = 0; index < count; index++) test.append([`v${index}`], { timestamp: test.at(index) });
  return test;
}

function overwrite(test: TestLog, name: string, position: number, bytes: Uint8Array): void {
  const file = test.disk.open(`${DIRECTORY}/${name}`, 'write');
  file.writeSync([bytes], position);
  file.close();
}

function logsOf(test: TestLog): string[] {
  return test.names().filter((name) => name.endsWith('.log'));
}

describe('recovery', () => {
  it('cuts the log before a batch that is damaged and drops the segments behind', () => {
    const test = filled();
    test.log.abandon();
    const [, second] = logsOf(test) as [string, string];
    overwrite(test, second, 100, Uint8Array.of(255));
    const logger = recordingLogger();
    const log = test.reopen({ logger });
    const end = log.logEndOffset;
    expect(end).toBe(Number(second.slice(0, 20)) + 1);
    expect(log.segmentCount).toBe(2);
    expect(test.values()).toEqual(Array.from({ length: end }, (_, index) => `${index}:v${index}`));
    expect(logger.lines.some(({ level, message }) => level === 'warn' && message.includes('torn'))).toBe(true);
    expect(test.append(['new'])).toBe(end);
    expect(test.values(end)).toEqual([`${end}:new`]);
  });

  it('knows the epochs of records that a crash brings back after a cut', async () => {
    const test = new TestLog();
    for (const value of ['a', 'b', 'c', 'd']) test.append([value], {}, 1);
    await test.log.flush(4);
    // Cut, and followed by others, which are cut again: none of that was synced.
    test.log.truncateTo(1);
    for (const value of ['x', 'y', 'z']) test.append([value], {}, 3);
    test.log.assignEpochStartOffset(5, 4);
    test.append(['w'], {}, 5);
    test.log.truncateTo(4);
    test.disk.crash();
    const log = test.reopen({ recoveryPoint: 1 });
    expect(test.values()).toEqual(['0:a', '1:b', '2:c', '3:d']);
    expect([log.latestEpoch, log.endOffsetForEpoch(1).endOffset, log.endOffsetForEpoch(3).endOffset]).toEqual([1, 4, -1]);
  });

  it('says so when what was durable is damaged', () => {
    const test = filled();
    test.log.abandon();
    const magicAt = 16;
    overwrite(test, logsOf(test).at(-1) as string, magicAt, Uint8Array.of(255));
    const logger = recordingLogger();
    test.reopen({ logger, recoveryPoint: 30 });
    expect(logger.lines.some(({ level, message }) => level === 'error' && message.includes('durable'))).toBe(true);
  });

  it('scans nothing below the recovery point and nothing after a clean shutdown', async () => {
    const test = filled();
    const recoveryPoint = 20;
    test.log.abandon();
    const scans = loadLog(test.logOptions({ recoveryPoint })).scansNeeded;
    expect(scans.length).toBeLessThan(logsOf(test).length);
    expect(scans[0]?.baseOffset).toBeLessThanOrEqual(recoveryPoint);
    test.reopen();
    await test.log.close();
    expect(loadLog(test.logOptions({ recoveryPoint: 30, hadCleanShutdown: true })).scansNeeded).toEqual([]);
  });

  it('computes no checksum of what was synced, and each one behind', () => {
    const test = new TestLog({ config: { segmentBytes: 1024 * 1024, indexIntervalBytes: 4096 } });
    // Small batches, one larger than what is read at a time for headers, one larger than a chunk, then small ones again.
    const sizes = [10, 20, 9_000, 30, 300_000, 40, 50];
    for (const [index, size] of sizes.entries()) test.append([String(index).repeat(size)], { producerId: 7, producerEpoch: 0, baseSequence: index });
    const path = `${DIRECTORY}/${logsOf(test)[0] as string}`;
    const sizeBytes = test.disk.stat(path)?.sizeBytes ?? 0;
    test.log.abandon();
    for (let durableEndOffset = 0; durableEndOffset <= sizes.length; durableEndOffset++) {
      let checksums = 0;
      const counting = { checksum: (bytes: Uint8Array, seed?: number) => ((checksums += bytes.length), tableCrc32c.checksum(bytes, seed)) };
      const request = { path, baseOffset: 0, sizeBytes, indexIntervalBytes: 4096 };
      const scan = scanSegment(test.disk, counting, { ...request, durableEndOffset });
      expect(scan).toEqual(scanSegment(test.disk, tableCrc32c, request));
      expect(scan.nextOffset).toBe(sizes.length);
      const checked = sizes.slice(durableEndOffset).reduce((sum, size) => sum + size, 0);
      expect(checksums).toBeGreaterThanOrEqual(checked);
      expect(checksums).toBeLessThan(checked + 100 * (sizes.length - durableEndOffset) + 1);
    }
  });

  it('rebuilds an index that is missing or damaged, also after a clean shutdown', async () => {
    const test = filled();
    await test.log.close();
    const [first, second, third] = logsOf(test) as [string, string, string];
    const indexOf = (name: string): string => name.replace('.log', '.index');
    const before = test.disk.readFile(`${DIRECTORY}/${indexOf(first)}`);
    test.disk.remove(`${DIRECTORY}/${indexOf(first)}`);
    overwrite(test, indexOf(second), 0, Uint8Array.of(1, 2, 3, 4, 5, 6, 7, 8, 9));
    test.disk.remove(`${DIRECTORY}/${third.replace('.log', '.timeindex')}`);
    test.reopen({ hadCleanShutdown: true, recoveryPoint: 30 });
    expect(test.disk.readFile(`${DIRECTORY}/${indexOf(first)}`)).toEqual(before);
    expect(test.values().length).toBe(30);
    expect((test.disk.readFile(`${DIRECTORY}/${indexOf(second)}`) as Uint8Array).length % 8).toBe(0);
    for (let index = 0; index < 30; index++) expect(test.log.offsetForTimestamp(test.at(index))?.offset).toBe(index);
  });

  it('loses a log that ends before its start offset and goes on at the start', () => {
    const test = filled(5);
    test.log.abandon();
    const log = test.reopen({ logStartOffset: 50 });
    expect([log.logStartOffset, log.logEndOffset, log.highWatermark]).toEqual([50, 50, 50]);
    expect(test.append(['a'])).toBe(50);
  });

  it('keeps leader epochs, also those of scanned segments', () => {
    const test = new TestLog({ config: SMALL });
    for (let index = 0; index < 20; index++) test.append([`v${index}`], {}, Math.floor(index / 7));
    test.log.abandon();
    const log = test.reopen();
    expect([0, 6, 7, 14, 19].map((offset) => log.epochForOffset(offset))).toEqual([0, 0, 1, 2, 2]);
    expect(log.endOffsetForEpoch(1)).toEqual({ leaderEpoch: 1, endOffset: 14 });
    expect(log.endOffsetForEpoch(2)).toEqual({ leaderEpoch: 2, endOffset: 20 });
  });

  it('rebuilds leader epochs whose file is damaged', async () => {
    const test = new TestLog({ config: SMALL });
    for (let index = 0; index < 20; index++) test.append([`v${index}`], {}, Math.floor(index / 7));
    await test.log.close();
    overwrite(test, 'leader-epoch-checkpoint', 0, Buffer.from('what?'));
    const log = test.reopen({ hadCleanShutdown: true, recoveryPoint: 20 });
    expect([0, 7, 14].map((offset) => log.epochForOffset(offset))).toEqual([0, 1, 2]);
  });

  it('learns whose it is when a crash took partition.metadata', () => {
    const test = filled(3);
    test.log.abandon();
    test.disk.remove(`${DIRECTORY}/partition.metadata`);
    test.reopen();
    expect(Buffer.from(test.disk.readFile(`${DIRECTORY}/partition.metadata`) as Uint8Array).toString()).toBe(`version: 0\ntopic_id: ${TOPIC_ID}`);
  });
});

describe('leftovers', () => {
  it('removes deleted and unfinished files and orphaned indexes', () => {
    const test = filled(3);
    test.log.abandon();
    for (const name of ['00000000000000000000.log.deleted', '00000000000000000000.log.cleaned', '00000000000000000099.index', '00000000000000000099.txnindex']) {
      test.disk.open(`${DIRECTORY}/${name}`, 'create').close();
    }
    test.reopen();
    expect(test.names()).toEqual(['00000000000000000000.index', '00000000000000000000.log', '00000000000000000000.timeindex', 'partition.metadata']);
    expect(test.values().length).toBe(3);
  });

  it('lets a finished compaction take the place of its segments', () => {
    const test = filled();
    const bases = logsOf(test).map((name) => Number(name.slice(0, 20)));
    test.log.abandon();
    // The first two segments became one batch that keeps the last record below the third segment.
    const last = (bases[2] as number) - 1;
    const swap = '00000000000000000000.log.swap';
    test.disk.open(`${DIRECTORY}/${swap}`, 'create').close();
    overwrite(test, swap, 0, batchOf([`v${last}`], { baseOffset: last }));
    const log = test.reopen();
    expect(test.names().filter((name) => name.includes('swap'))).toEqual([]);
    expect(log.segmentCount).toBe(bases.length - 1);
    expect(test.values(0)[0]).toBe(`${last}:v${last}`);
    expect(test.values(0).length).toBe(30 - last);
  });

  it('gives an unfinished split up', () => {
    const test = filled(3);
    test.log.abandon();
    for (const name of ['00000000000000000000.log.cleaned', '00000000000000000001.log.swap', '00000000000000000001.index.swap']) test.disk.open(`${DIRECTORY}/${name}`, 'create').close();
    test.reopen();
    expect(test.names().filter((name) => name.includes('swap') || name.includes('cleaned'))).toEqual([]);
    expect(test.values().length).toBe(3);
  });
});

describe('a segment scan', () => {
  const crc = tableCrc32c;

  it('builds the indexes that appending built', async () => {
    const test = filled();
    await test.log.close();
    for (const name of logsOf(test)) {
      const path = `${DIRECTORY}/${name}`;
      const sizeBytes = test.disk.stat(path)?.sizeBytes ?? 0;
      const scan = scanSegment(test.disk, crc, { path, baseOffset: Number(name.slice(0, 20)), sizeBytes, indexIntervalBytes: SMALL.indexIntervalBytes });
      expect(scan.corruption).toBeUndefined();
      expect(Buffer.from(scan.offsetIndex)).toEqual(Buffer.from(test.disk.readFile(path.replace('.log', '.index')) as Uint8Array));
      const timeIndex = Buffer.from(test.disk.readFile(path.replace('.log', '.timeindex')) as Uint8Array);
      // Closing adds the largest timestamp, unless the last entry has it.
      expect(timeIndex.subarray(0, scan.timeIndex.length)).toEqual(Buffer.from(scan.timeIndex));
      expect(timeIndex.length - scan.timeIndex.length).toBeLessThanOrEqual(12);
      expect(scan.maxTimestamp).toBe(test.at(scan.nextOffset - 1));
      const moved = structuredClone(scan, { transfer: scanTransferables(scan) });
      expect(moved.nextOffset).toBe(scan.nextOffset);
    }
  });

  it('reads batches larger than its buffer, and stops at whatever is no batch', () => {
    const test = new TestLog();
    const large = batchOf(['x'.repeat(5_000_000)]);
    const parts = [batchOf(['a']), batchOf([large.toString().slice(0, 4_800_000)], { baseOffset: 1 }), batchOf(['b'], { baseOffset: 2 })];
    const bytes = Buffer.concat(parts);
    const scanOf = (content: Uint8Array) => {
      const file = test.disk.open('/data/s.log', 'create');
      file.truncate(0);
      file.writeSync([content], 0);
      file.close();
      return scanSegment(test.disk, crc, { path: '/data/s.log', baseOffset: 0, sizeBytes: content.length, indexIntervalBytes: 4096 });
    };
    expect(scanOf(bytes)).toMatchObject({ validBytes: bytes.length, nextOffset: 3, corruption: undefined });
    expect(scanOf(bytes.subarray(0, -1))).toMatchObject({ nextOffset: 2, corruption: expect.stringContaining('torn') });
    expect(scanOf(bytes.subarray(0, (parts[0] as Uint8Array).length + 5))).toMatchObject({ nextOffset: 1, validBytes: (parts[0] as Uint8Array).length });
    expect(scanOf(Buffer.concat([parts[0] as Uint8Array, Buffer.alloc(5_000_000)]))).toMatchObject({ nextOffset: 1, corruption: expect.stringContaining('12 bytes') });
    // One bit in a piece of a large batch that holds neither its beginning nor its end.
    const flipped = Buffer.concat([bytes]);
    const at = (parts[0] as Uint8Array).length + Math.floor((parts[1] as Uint8Array).length / 2);
    flipped[at] = (flipped[at] as number) ^ 1;
    expect(scanOf(flipped)).toMatchObject({ nextOffset: 1, validBytes: (parts[0] as Uint8Array).length, corruption: expect.stringContaining('CRC') });
    expect(scanOf(Buffer.concat([parts[2] as Uint8Array, parts[0] as Uint8Array]))).toMatchObject({ nextOffset: 3, corruption: expect.stringContaining('offsets 0 to 0') });
  });
});

it('refuses gaps in the metadata log only', () => {
  const test = new TestLog();
  const batch = batchOf(['a'], { baseOffset: 5, partitionLeaderEpoch: 1 });
  expect(test.log.appendAsFollower(batch, 1)).toMatchObject({ firstOffset: 5, lastOffset: 5 });
  const metadata = new TestLog({ options: { topicPartition: { topic: METADATA_TOPIC, partition: 0 } } });
  expect(() => metadata.log.appendAsFollower(batch, 1)).toThrow('cannot be appended at 0');
});
