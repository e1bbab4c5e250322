import { describe, expect, it } from '@jest/globals';
import { deletionName } from './deletion-name.ts';
import { batchOf, bytesOf, TestLog } from './testing/test-log.ts';

function segmentsAfter(test: TestLog, values: readonly (readonly [timestampMs: number, value?: string])[]): number {
  for (const [timestampMs, value = 'v'] of values) test.append([value], { timestamp: test.at(timestampMs) });
  return test.log.segmentCount;
}

describe('a log rolls', () => {
  it('before segment.bytes would be exceeded', () => {
    const size = batchOf(['v']).length;
    const test = new TestLog({ config: { segmentBytes: size * 3 } });
    expect(segmentsAfter(test, [[0], [0], [0]])).toBe(1);
    expect(segmentsAfter(test, [[0]])).toBe(2);
    expect(test.log.activeSegmentBaseOffset).toBe(3);
    expect(test.names()).toContain('00000000000000000003.snapshot');
  });

  it('when staged batches alone exceed segment.bytes', () => {
    const size = batchOf(['v']).length;
    const test = new TestLog({ config: { segmentBytes: size * 2 } });
    for (let index = 0; index < 7; index++) test.log.appendAsLeader(batchOf(['v']), 0, 'client');
    expect(test.log.segmentCount).toBe(0);
    test.log.flushStaged();
    expect([test.log.segmentCount, test.log.activeSegmentBaseOffset, test.values().length]).toEqual([4, 6, 7]);
  });

  it('when a follower gets more than segment.bytes at once', () => {
    const size = batchOf(['v']).length;
    const test = new TestLog({ config: { segmentBytes: size * 2 } });
    const batches = Array.from({ length: 7 }, (_, index) => batchOf(['v'], { baseOffset: index, partitionLeaderEpoch: 1 }));
    expect(test.log.appendAsFollower(Buffer.concat(batches), 1)).toMatchObject({ firstOffset: 0, lastOffset: 6, recordCount: 7 });
    test.log.flushStaged();
    expect([test.log.segmentCount, test.values().length, test.log.latestEpoch]).toEqual([4, 7, 1]);
  });

  it('when segment.ms passed between the records times, less the jitter', () => {
    const test = new TestLog({ config: { segmentMs: 1_000 } });
    expect(segmentsAfter(test, [[0], [1_000]])).toBe(1);
    expect(segmentsAfter(test, [[1_001]])).toBe(2);
    const jittered = new TestLog({ config: { segmentMs: 1_000, segmentJitterMs: 400 }, options: { rollJitter: () => 0.5 } });
    expect(segmentsAfter(jittered, [[0], [800]])).toBe(1);
    expect(segmentsAfter(jittered, [[801]])).toBe(2);
  });

  it('by the wall clock when records have no time', () => {
    const test = new TestLog({ config: { segmentMs: 1_000 } });
    const untimed = (): void => void test.append(['v'], { timestamp: -1 });
    untimed();
    test.time.advance(1_000);
    untimed();
    expect(test.log.segmentCount).toBe(1);
    test.time.advance(1);
    untimed();
    expect(test.log.segmentCount).toBe(2);
  });

  it('when an index is full', () => {
    const test = new TestLog({ config: { segmentIndexBytes: 36, indexIntervalBytes: 1 } });
    // The time index takes two entries and keeps room for one; the first batch is not indexed.
    expect(segmentsAfter(test, [[0], [1], [2]])).toBe(1);
    expect(segmentsAfter(test, [[3]])).toBe(2);
  });

  it('when an offset does not fit relative to the base', () => {
    const test = new TestLog();
    test.append(['a']);
    test.log.appendAsFollower(batchOf(['b'], { baseOffset: 0x7fffffff, partitionLeaderEpoch: 0 }), 0);
    test.log.flushStaged();
    expect(test.log.segmentCount).toBe(1);
    test.log.appendAsFollower(batchOf(['c'], { baseOffset: 0x80000000, partitionLeaderEpoch: 0 }), 0);
    test.log.flushStaged();
    expect([test.log.segmentCount, test.log.activeSegmentBaseOffset]).toEqual([2, 0x80000000]);
    expect(test.values()).toEqual(['0:a', `${0x7fffffff}:b`, `${0x80000000}:c`]);
    expect(test.values(1)).toEqual([`${0x7fffffff}:b`, `${0x80000000}:c`]);
  });

  it('when told to, but not twice at one offset', () => {
    const rolls: number[] = [];
    const test = new TestLog({ options: { onFlushDue: (_log, flushTo) => rolls.push(flushTo) } });
    test.append(['a']);
    test.log.roll();
    test.log.roll();
    expect([test.log.segmentCount, test.log.activeSegmentBaseOffset, rolls]).toEqual([2, 1, [1]]);
  });
});

describe('retention', () => {
  it('by time goes by the latest record, and never above the high watermark', () => {
    const test = new TestLog({ config: { segmentBytes: 150, retentionMs: 1_000 } });
    segmentsAfter(test, [[0], [5_000], [0], [0], [0], [0]]);
    const segments = test.log.segmentCount;
    test.time.advance(3_000);
    expect(test.log.deleteOldSegments()).toBe(0);
    test.log.updateHighWatermark(3);
    // The first segment has the record of the future.
    expect(test.log.deleteOldSegments()).toBe(0);
    test.time.advance(4_000);
    expect(test.log.deleteOldSegments()).toBe(1);
    expect([test.log.segmentCount, test.log.logStartOffset]).toEqual([segments - 1, 2]);
    expect(test.log.takeDeleted().length).toBeGreaterThan(2);
    expect(test.log.takeDeleted()).toEqual([]);
  });

  it('by time takes the active segment too, and the log goes on behind it', () => {
    const test = new TestLog({ config: { retentionMs: 1_000 } });
    segmentsAfter(test, [[0], [0]]);
    test.log.updateHighWatermark(2);
    test.time.advance(2_000);
    expect(test.log.deleteOldSegments()).toBe(1);
    expect([test.log.logStartOffset, test.log.logEndOffset, test.log.segmentCount, test.log.sizeBytes]).toEqual([2, 2, 1, 0]);
    expect(test.log.deleteOldSegments()).toBe(0);
    expect(test.append(['next'])).toBe(2);
  });

  it('by size leaves at least retention.bytes', () => {
    const size = batchOf(['v']).length;
    const test = new TestLog({ config: { segmentBytes: size * 2, retentionBytes: size * 4 + 1 } });
    segmentsAfter(test, Array.from({ length: 10 }, () => [0] as const));
    test.log.updateHighWatermark(10);
    expect(test.log.deleteOldSegments()).toBe(2);
    expect(test.log.sizeBytes).toBe(size * 6);
  });

  it('by start offset works for a compacted topic too, which nothing else deletes from', () => {
    const test = new TestLog({ config: { segmentBytes: 150, retentionMs: 1_000, retentionBytes: 10, cleanupDelete: false, cleanupCompact: true } });
    for (let index = 0; index < 6; index++) {
      test.log.appendAsFollower(batchOf(['v'], { baseOffset: index }), 0);
      test.log.flushStaged();
    }
    test.log.updateHighWatermark(6);
    test.time.advance(10_000);
    expect(test.log.deleteOldSegments()).toBe(0);
    test.log.maybeIncrementLogStartOffset(3);
    expect(test.log.deleteOldSegments()).toBe(1);
    expect([test.log.logStartOffset, test.values()]).toEqual([3, ['3:v', '4:v', '5:v']]);
  });

  it('leaves epochs and snapshots that are needed', () => {
    const test = new TestLog({ config: { segmentBytes: 150, retentionMs: 1_000 } });
    for (let index = 0; index < 6; index++) test.append(['v'], { timestamp: test.at(index < 4 ? 0 : 9_000) }, index);
    test.log.updateHighWatermark(6);
    test.time.advance(5_000);
    expect(test.log.deleteOldSegments()).toBe(2);
    expect(test.names().filter((name) => name.endsWith('.snapshot'))).toEqual(['00000000000000000004.snapshot']);
    expect(test.log.endOffsetForEpoch(2)).toEqual({ leaderEpoch: 2, endOffset: 4 });
    expect(test.log.epochForOffset(4)).toBe(4);
  });
});

describe('truncation', () => {
  it('takes a batch that only begins before the offset as a whole', () => {
    const test = new TestLog();
    test.append(['a', 'b']);
    test.append(['c', 'd']);
    expect(test.log.truncateTo(3)).toBe(true);
    expect([test.log.logEndOffset, test.values()]).toEqual([2, ['0:a', '1:b']]);
    expect(test.log.truncateTo(2)).toBe(false);
  });

  it('lowers the high watermark, the recovery point and the epochs', async () => {
    const test = new TestLog({ config: { segmentBytes: 150 } });
    for (let index = 0; index < 6; index++) test.append([`v${index}`], {}, index);
    test.log.updateHighWatermark(6);
    await test.log.sync();
    test.log.truncateTo(2);
    expect([test.log.highWatermark, test.log.recoveryPoint, test.log.latestEpoch, test.log.logEndOffset]).toEqual([2, 2, 1, 2]);
    expect(test.append(['new'], {}, 9)).toBe(2);
    expect(test.values()).toEqual(['0:v0', '1:v1', '2:new']);
  });

  it('below the first segment begins the log anew', () => {
    const test = new TestLog();
    test.log.truncateFullyAndStartAt(10);
    expect([test.log.isMaterialised, test.log.logStartOffset, test.log.logEndOffset]).toEqual([true, 10, 10]);
    test.append(['a']);
    test.log.truncateTo(5);
    expect([test.log.logStartOffset, test.log.logEndOffset, test.log.highWatermark]).toEqual([5, 5, 5]);
    expect(test.append(['b'])).toBe(5);
  });

  it('can leave the start below the end', () => {
    const test = new TestLog();
    test.append(['a']);
    test.log.truncateFullyAndStartAt(10, 4);
    expect([test.log.logStartOffset, test.log.logEndOffset]).toEqual([4, 10]);
    expect(bytesOf(test.log.read(4, 1_000, 'logEnd', true).records).length).toBe(0);
  });
});

describe('deletion', () => {
  it('renames the folder, and slices that are out stay readable', () => {
    const test = new TestLog();
    test.append(['a']);
    const { records } = test.log.read(0, 1_000, 'logEnd', true);
    const directory = test.log.renameForDeletion('abc');
    expect(directory).toBe('/data/t-0.abc-delete');
    expect(test.disk.list('/data')).toEqual(['t-0.abc-delete']);
    expect(bytesOf(records).length).toBeGreaterThan(60);
    expect(() => test.append(['b'])).toThrow('closed');
    test.log.delete();
    expect(test.disk.list('/data')).toEqual([]);
    expect(test.disk.openFiles).toBe(0);
  });

  it('keeps the name within what file systems take', () => {
    const name = deletionName({ topic: 'x'.repeat(249), partition: 12 }, 'u'.repeat(32));
    expect(name.length).toBe(255);
    expect(name.endsWith(`-12.${'u'.repeat(32)}-delete`)).toBe(true);
    expect(deletionName({ topic: 't', partition: 0 }, 'u')).toBe('t-0.u-delete');
  });
});

describe('lookups', () => {
  it('by time open the batch and honour the log start', () => {
    const test = new TestLog({ config: { segmentBytes: 300, indexIntervalBytes: 60 } });
    for (let index = 0; index < 20; index++) test.append([`v${index}`], { timestamp: test.at(index * 10) });
    test.log.updateHighWatermark(20);
    expect(test.log.offsetForTimestamp(test.at(55))).toEqual({ timestamp: test.at(60), offset: 6, leaderEpoch: 0 });
    expect(test.log.offsetForTimestamp(0)?.offset).toBe(0);
    expect(test.log.offsetForTimestamp(test.at(191))).toBeUndefined();
    test.log.maybeIncrementLogStartOffset(9);
    expect(test.log.offsetForTimestamp(0)?.offset).toBe(9);
    expect(test.log.offsetOfMaxTimestamp()).toEqual({ timestamp: test.at(190), offset: 19, leaderEpoch: 0 });
  });

  it('of the greatest timestamp find its first record', () => {
    const test = new TestLog();
    test.append(['a'], { timestamp: test.at(5) });
    test.append(['b', 'c'], { timestamp: test.at(9) });
    test.append(['d'], { timestamp: test.at(9) });
    test.append(['e'], { timestamp: test.at(1) });
    expect(test.log.offsetOfMaxTimestamp()).toEqual({ timestamp: test.at(9), offset: 1, leaderEpoch: 0 });
    expect(new TestLog().log.offsetOfMaxTimestamp()).toBeUndefined();
  });
});
