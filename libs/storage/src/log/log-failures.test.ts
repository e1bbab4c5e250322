import { describe, expect, it } from '@jest/globals';
import { ErrorCode, errorCodeOf, isByteSource } from '@ottla/model';
import { recordingLogger } from '@ottla/testing';
import { SegmentFiles } from './segment-files.ts';
import type { SegmentSlice } from './segment-slice.ts';
import { batchOf, bytesOf, TestLog } from './testing/test-log.ts';

function codeOf(action: () => unknown): number | undefined {
  try {
    action();
    return undefined;
  } catch (error) {
    return errorCodeOf(error);
  }
}

async function codeOfAsync(action: () => Promise<unknown>): Promise<number | undefined> {
  try {
    await action();
    return undefined;
  } catch (error) {
    return errorCodeOf(error);
  }
}

const producer = (baseSequence: number) => ({ producerId: 9, producerEpoch: 0, baseSequence });

describe('a log that is deleted while it is synced', () => {
  it('writes nothing more where another log of its name may be, and did not fail', async () => {
    const test = new TestLog();
    test.append(['a'], producer(0));
    const synced = test.log.sync();
    test.log.renameForDeletion('0000000000000000000000');
    test.disk.makeDirectory('/data/t-0');
    await synced;
    expect(test.log.failure).toBeUndefined();
    expect(test.disk.list('/data/t-0')).toEqual([]);
  });
});

describe('a full disk', () => {
  it('refuses what is staged and leaves what was acknowledged', () => {
    const test = new TestLog();
    test.append(['a'], producer(0));
    test.append(['b'], producer(1), 2);
    const used = test.disk.stat('/data/t-0/00000000000000000000.log')?.sizeBytes as number;
    test.disk.setCapacity(used + 200);
    test.log.appendAsLeader(batchOf(['c'.repeat(50)], producer(2)), 2, 'client');
    test.log.appendAsLeader(batchOf(['d'.repeat(500)], producer(3)), 3, 'client');
    expect(test.log.logEndOffset).toBe(4);
    expect(codeOf(() => test.log.flushStaged())).toBe(ErrorCode.KAFKA_STORAGE_ERROR);
    expect([test.log.logEndOffset, test.log.writtenEndOffset, test.log.latestEpoch, test.log.failure]).toEqual([2, 2, 2, undefined]);
    expect(test.log.flushStaged()).toBe(false);
    test.disk.setCapacity(Infinity);
    // The sequence that was refused is expected again.
    expect(test.append(['c'], producer(2), 3)).toBe(2);
    expect(test.values()).toEqual(['0:a', '1:b', '2:c']);
    test.log.abandon();
    test.reopen();
    expect(test.values()).toEqual(['0:a', '1:b', '2:c']);
  });

  it('cuts off the part of a write that fitted', () => {
    const test = new TestLog();
    test.append(['a']);
    const path = '/data/t-0/00000000000000000000.log';
    const size = test.disk.stat(path)?.sizeBytes as number;
    test.log.appendAsLeader(batchOf(['b']), 0, 'client');
    const torn = test.disk.open(path, 'write');
    torn.writeSync([Buffer.alloc(20, 1)], size);
    torn.close();
    test.disk.failNext('write', 'full', { pathPart: '.log' });
    expect(codeOf(() => test.log.flushStaged())).toBe(ErrorCode.KAFKA_STORAGE_ERROR);
    expect(test.disk.stat(path)?.sizeBytes).toBe(size);
  });

  it('refuses also what was staged behind an asynchronous write that fails', async () => {
    const test = new TestLog();
    test.append(['a'], producer(0));
    test.log.appendAsLeader(batchOf(['b'], producer(1)), 0, 'client');
    test.disk.failNext('write', 'full', { pathPart: '.log' });
    const write = codeOfAsync(() => test.log.flushStagedAsync());
    expect(test.log.writing).toBeDefined();
    expect(codeOf(() => test.log.truncateTo(0))).toBe(ErrorCode.KAFKA_STORAGE_ERROR);
    test.log.appendAsLeader(batchOf(['c'], producer(2)), 0, 'client');
    expect(await write).toBe(ErrorCode.KAFKA_STORAGE_ERROR);
    expect(test.log.logEndOffset).toBe(1);
    // Whoever staged `c` must not take an empty write for theirs.
    expect(codeOf(() => test.log.flushStaged())).toBe(ErrorCode.KAFKA_STORAGE_ERROR);
    expect(test.log.flushStaged()).toBe(false);
    expect(test.append(['b2'], producer(1))).toBe(1);
    expect(test.values()).toEqual(['0:a', '1:b2']);
  });

  it('does not stop retention from making room', async () => {
    const test = new TestLog({ config: { segmentBytes: 150, retentionMs: 1_000 } });
    for (let index = 0; index < 6; index++) test.append(['v'], {}, index);
    test.log.updateHighWatermark(6);
    await test.log.sync();
    test.time.advance(5_000);
    test.disk.setCapacity(0);
    // Everything expired, but what takes the place of the active segment finds no room.
    expect(codeOf(() => test.log.deleteOldSegments())).toBe(ErrorCode.KAFKA_STORAGE_ERROR);
    expect([test.log.segmentCount, test.log.failure]).toEqual([3, undefined]);
    test.log.maybeIncrementLogStartOffset(4);
    expect([test.log.logStartOffset, test.log.epochForOffset(3), test.log.failure]).toEqual([4, -1, undefined]);
    test.disk.setCapacity(Infinity);
    expect(test.log.deleteOldSegments()).toBe(3);
    expect(test.append(['next'], {}, 9)).toBe(6);
  });

  it('lets a flush fail and not the log, when only the epochs find no room', async () => {
    const test = new TestLog();
    test.append(['a'], {}, 1);
    test.disk.setCapacity(0);
    expect(await codeOfAsync(() => test.log.sync())).toBe(ErrorCode.KAFKA_STORAGE_ERROR);
    expect([test.log.failure, test.log.recoveryPoint]).toEqual([undefined, 0]);
    test.disk.setCapacity(Infinity);
    await test.log.sync();
    expect(test.log.recoveryPoint).toBe(1);
  });

  it('at the first append or at a roll is refused as well', () => {
    const test = new TestLog({ config: { segmentBytes: 200 } });
    test.disk.failNext('open', 'full', { pathPart: '.timeindex' });
    expect(codeOf(() => test.append(['a']))).toBe(ErrorCode.KAFKA_STORAGE_ERROR);
    expect(test.append(['a'])).toBe(0);
    test.append(['b']);
    test.disk.failNext('open', 'full', { pathPart: '2.log' });
    expect(codeOf(() => test.append(['c'.repeat(60)]))).toBe(ErrorCode.KAFKA_STORAGE_ERROR);
    expect(test.append(['d'.repeat(60)])).toBe(2);
    expect(test.log.segmentCount).toBe(2);
    expect(test.values().length).toBe(3);
  });
});

describe('a failing disk', () => {
  it('fails the log at a write, once and for good', () => {
    const logger = recordingLogger();
    const test = new TestLog({ options: { logger } });
    test.append(['a']);
    test.disk.failNext('write', 'io', { pathPart: '.log' });
    expect(codeOf(() => test.append(['b']))).toBe(ErrorCode.KAFKA_STORAGE_ERROR);
    expect(codeOf(() => test.append(['b']))).toBe(ErrorCode.KAFKA_STORAGE_ERROR);
    expect(codeOf(() => test.log.read(0, 1000, 'logEnd', true))).toBe(ErrorCode.KAFKA_STORAGE_ERROR);
    expect([test.log.failure, logger.lines.filter(({ level }) => level === 'error').length]).toEqual([expect.any(Error), 1]);
    test.log.abandon();
    expect(test.reopen().logEndOffset).toBe(1);
  });

  it('fails the log when its folder was removed by hand, also where it was only opened, and says once what to do', async () => {
    const logger = recordingLogger();
    const test = new TestLog({ options: { logger } });
    test.append(['a']);
    await test.log.close();
    test.reopen({ hadCleanShutdown: true, recoveryPoint: 1 });
    test.disk.removeDirectory('/data/t-0');
    expect(codeOf(() => test.append(['b']))).toBe(ErrorCode.KAFKA_STORAGE_ERROR);
    expect(codeOf(() => test.append(['b']))).toBe(ErrorCode.KAFKA_STORAGE_ERROR);
    expect(test.log.logEndOffset).toBe(1);
    expect(logger.lines.filter(({ level }) => level === 'error').map(({ message }) => message)).toEqual([
      'a partition log failed and answers KAFKA_STORAGE_ERROR from now on; files of it were removed while it was in use: put them back, or leave it to the other replicas, then restart the broker',
    ]);
  });

  it('fails the log at a sync: what is durable is not known any more', async () => {
    const test = new TestLog();
    test.append(['a']);
    test.disk.failNext('sync', 'io', { pathPart: '.log' });
    expect(await codeOfAsync(() => test.log.sync())).toBe(ErrorCode.KAFKA_STORAGE_ERROR);
    expect(test.log.recoveryPoint).toBe(0);
    expect(test.log.failure?.message).toContain('sync');
  });

  it('answers a read that fails and goes on', () => {
    const test = new TestLog();
    test.append(['a']);
    const { records } = test.log.read(0, 1000, 'logEnd', true);
    test.disk.failNext('read', 'io');
    expect(codeOf(() => isByteSource(records) && records.readSync(new Uint8Array(1000), 0))).toBe(ErrorCode.KAFKA_STORAGE_ERROR);
    bytesOf(records);
    expect(test.values()).toEqual(['0:a']);
  });

  it('lets a slice of records that were truncated fail instead of serving others', () => {
    const test = new TestLog();
    test.append(['a']);
    test.append(['b']);
    const { records } = test.log.read(0, 1000, 'logEnd', true);
    test.log.truncateTo(1);
    test.append(['B']);
    expect(codeOf(() => bytesOf(records))).toBe(ErrorCode.KAFKA_STORAGE_ERROR);
    expect(test.values()).toEqual(['0:a', '1:B']);
  });
});

describe('flush', () => {
  it('is asked for every flush.messages records', async () => {
    const test = new TestLog({ config: { flushMessages: 2 } });
    test.log.appendAsLeader(batchOf(['a']), 0, 'client');
    expect(test.log.flushStaged()).toBe(false);
    test.log.appendAsLeader(batchOf(['b']), 0, 'client');
    expect(test.log.flushStaged()).toBe(true);
    expect(test.log.unflushedRecords).toBe(2);
    await test.log.sync();
    expect([test.log.unflushedRecords, test.log.recoveryPoint]).toEqual([0, 2]);
  });

  it('does not let the second of two hurry past the first', async () => {
    const test = new TestLog();
    test.append(['a']);
    const first = test.log.sync();
    const second = test.log.sync();
    expect(test.log.recoveryPoint).toBe(0);
    await second;
    expect(test.log.recoveryPoint).toBe(1);
    await first;
  });

  it('does not move the recovery point over what was truncated meanwhile', async () => {
    const test = new TestLog();
    test.append(['a']);
    test.append(['b']);
    const flush = test.log.sync();
    await Promise.resolve();
    test.log.truncateTo(1);
    test.append(['c']);
    await flush;
    expect(test.log.recoveryPoint).toBeLessThanOrEqual(1);
  });
});

describe('open files', () => {
  it('are few, however many logs and readers', () => {
    const first = new TestLog();
    const files = new SegmentFiles(first.disk, { maxOpenFiles: 4 });
    const logs = Array.from({ length: 50 }, (_, index) => new TestLog({ disk: first.disk, files, options: { directory: `/data/t-${index}`, topicPartition: { topic: 't', partition: index } } }));
    for (let round = 0; round < 3; round++) for (const log of logs) log.append([`v${round}`]);
    expect(files.openFiles).toBe(4);
    expect(first.disk.openFiles).toBe(4);
    const pinned = logs.slice(0, 10).map((log) => log.log.read(0, 1000, 'logEnd', true).records);
    expect(files.openFiles).toBeLessThanOrEqual(8);
    for (const log of logs) expect(log.values()).toEqual(['0:v0', '1:v1', '2:v2']);
    for (const records of pinned) expect(bytesOf(records).length).toBeGreaterThan(0);
    expect(files.openFiles).toBe(4);
    files.close();
    expect(first.disk.openFiles).toBe(0);
  });

  it('of answers that hold too many are opened again to be read, off the event loop too, unless the segment is gone', async () => {
    const first = new TestLog();
    const files = new SegmentFiles(first.disk, { maxOpenFiles: 2 });
    const logs = Array.from({ length: 5 }, (_, index) => new TestLog({ disk: first.disk, files, options: { directory: `/data/t-${index}`, topicPartition: { topic: 't', partition: index } } }));
    for (const [index, log] of logs.entries()) log.append([`v${index}`]);
    const slices = logs.map((log) => log.log.read(0, 1000, 'logEnd', true).records as SegmentSlice);
    const [, , third, fourth, fifth] = slices as [SegmentSlice, SegmentSlice, SegmentSlice, SegmentSlice, SegmentSlice];
    const target = new Uint8Array(200);
    third.readSync(target, 0);
    expect(Buffer.from(target).includes('v2')).toBe(true);
    await Promise.all([third.read(new Uint8Array(200), 0), fourth.read(target, 0)]);
    expect(Buffer.from(target).includes('v3')).toBe(true);
    expect(files.openFiles).toBeLessThanOrEqual(4);
    logs[4]?.log.truncateFullyAndStartAt(0);
    logs[4]?.append(['other']);
    expect(() => fifth.readSync(target, 0)).toThrow('deleted meanwhile');
    await expect(fifth.read(target, 0)).rejects.toThrow('deleted meanwhile');
  });

  it('make room when the process has no more', () => {
    const test = new TestLog({ config: { segmentBytes: 100 } });
    for (let index = 0; index < 6; index++) test.append([`v${index}`]);
    test.files.close();
    for (let offset = 0; offset < 5; offset++) bytesOf(test.log.read(offset, 1000, 'logEnd', true).records);
    test.disk.failNext('open', 'too-many-open-files', { pathPart: '5.log' });
    expect(test.values(5)).toEqual(['5:v5']);
    expect(test.files.openFiles).toBeLessThan(6);
  });

  it('keep indexes of sealed segments within their bound', () => {
    const disk = new TestLog().disk;
    const files = new SegmentFiles(disk, { maxIndexBytes: 2_000 });
    const test = new TestLog({ disk, files, config: { segmentBytes: 600, indexIntervalBytes: 60 } });
    for (let index = 0; index < 100; index++) test.append([`v${index}`], { timestamp: test.at(index) });
    expect(test.log.segmentCount).toBeGreaterThan(10);
    for (let offset = 0; offset < 100; offset += 3) {
      expect(test.log.offsetForTimestamp(test.at(offset))?.offset).toBe(offset);
      expect(files.indexBytes).toBeLessThanOrEqual(2_000);
    }
  });
});
