import { describe, expect, it } from '@jest/globals';
import { ErrorCode, errorCodeOf, isByteSource } from '@ottla/model';
import { batchOf, bytesOf, TestLog } from './testing/test-log.ts';

function codeOf(action: () => unknown): number | undefined {
  try {
    action();
    return undefined;
  } catch (error) {
    return errorCodeOf(error);
  }
}

describe('append and read', () => {
  it('makes no file before the first append', () => {
    const test = new TestLog();
    expect(test.disk.list('/data')).toEqual([]);
    expect(test.log.isMaterialised).toBe(false);
    test.log.maybeIncrementHighWatermark(10);
    expect([test.log.logEndOffset, test.log.highWatermark]).toEqual([0, 0]);
    test.append(['a']);
    expect(test.names()).toEqual(['00000000000000000000.index', '00000000000000000000.log', '00000000000000000000.timeindex', 'partition.metadata']);
  });

  it('shows a batch only once it is written', () => {
    const test = new TestLog();
    const info = test.log.appendAsLeader(batchOf(['a', 'b']), 3, 'client');
    expect(info).toMatchObject({ firstOffset: 0, lastOffset: 1, duplicate: false, recordCount: 2 });
    expect([test.log.logEndOffset, test.log.writtenEndOffset, test.log.stagedBytes]).toEqual([2, 0, info.sizeBytes]);
    expect(bytesOf(test.log.read(0, 1000, 'logEnd', true).records).length).toBe(0);
    expect(test.log.updateHighWatermark(2)).toBe(0);
    test.log.flushStaged();
    expect([test.log.writtenEndOffset, test.log.stagedBytes, test.log.latestEpoch]).toEqual([2, 0, 3]);
    expect(test.values()).toEqual(['0:a', '1:b']);
  });

  it('writes all that is staged with one call', () => {
    const test = new TestLog();
    for (const value of ['a', 'b', 'c']) test.log.appendAsLeader(batchOf([value]), 0, 'client');
    test.disk.failNext('write', 'io', { times: 2, pathPart: '.log' });
    expect(codeOf(() => test.log.flushStaged())).toBe(ErrorCode.KAFKA_STORAGE_ERROR);
    expect(test.log.failure).toBeDefined();
  });

  it('answers a slice of the file, bounded by isolation', () => {
    const test = new TestLog();
    for (const value of ['a', 'b', 'c']) test.append([value]);
    test.log.updateHighWatermark(2);
    const read = test.log.read(0, 1000, 'highWatermark', true);
    expect(isByteSource(read.records) && read.records.isCached).toBe(true);
    bytesOf(read.records);
    expect(test.values(0, 'highWatermark')).toEqual(['0:a', '1:b']);
    expect(test.values(1, 'highWatermark')).toEqual(['1:b']);
    expect(test.values(0, 'logEnd')).toEqual(['0:a', '1:b', '2:c']);
    expect(test.values(2, 'highWatermark')).toEqual([]);
  });

  it('refuses offsets outside the log', () => {
    const test = new TestLog();
    for (const value of ['a', 'b', 'c']) test.append([value]);
    test.log.updateHighWatermark(3);
    test.log.maybeIncrementLogStartOffset(1);
    expect(codeOf(() => test.log.read(0, 1000, 'logEnd', true))).toBe(ErrorCode.OFFSET_OUT_OF_RANGE);
    expect(codeOf(() => test.log.read(4, 1000, 'logEnd', true))).toBe(ErrorCode.OFFSET_OUT_OF_RANGE);
    expect(bytesOf(test.log.read(3, 1000, 'logEnd', true).records).length).toBe(0);
    expect(codeOf(() => test.log.maybeIncrementLogStartOffset(4))).toBe(ErrorCode.OFFSET_OUT_OF_RANGE);
  });

  it('gives the first batch whole or not at all', () => {
    const test = new TestLog();
    test.append(['a'.repeat(500)]);
    test.append(['b']);
    const refused = test.log.read(0, 100, 'logEnd', false);
    expect([refused.records.byteLength, refused.firstEntryIncomplete]).toEqual([0, true]);
    const whole = bytesOf(test.log.read(0, 100, 'logEnd', true).records);
    expect(whole.length).toBe(batchOf(['a'.repeat(500)]).length);
    const cut = bytesOf(test.log.read(0, whole.length + 10, 'logEnd', false).records);
    expect(cut.length).toBe(whole.length + 10);
  });

  it('answers a repeated batch with the facts of the first', () => {
    const test = new TestLog();
    const producer = { producerId: 7, producerEpoch: 0, baseSequence: 0 };
    test.append(['a', 'b'], producer);
    const again = test.log.appendAsLeader(batchOf(['a', 'b'], producer), 0, 'client');
    expect(again).toMatchObject({ duplicate: true, firstOffset: 0, lastOffset: 1, sizeBytes: 0 });
    expect(test.log.flushStaged()).toBe(false);
    expect(test.log.logEndOffset).toBe(2);
  });
});

describe('reopen', () => {
  it.each([true, false])('finds everything again (clean: %s)', async (hadCleanShutdown) => {
    const test = new TestLog({ config: { segmentBytes: 400, indexIntervalBytes: 100 } });
    const expected: string[] = [];
    for (let index = 0; index < 30; index++) {
      test.append([`v${index}`], { producerId: 5, producerEpoch: 0, baseSequence: index, timestamp: test.at(index) });
      expected.push(`${index}:v${index}`);
    }
    expect(test.log.segmentCount).toBeGreaterThan(3);
    let recoveryPoint = 0;
    if (hadCleanShutdown) {
      await test.log.close();
      recoveryPoint = test.log.recoveryPoint;
      test.disk.crash();
    } else {
      test.log.abandon();
    }
    const log = test.reopen({ hadCleanShutdown, recoveryPoint });
    expect([log.logEndOffset, log.writtenEndOffset, log.topicId]).toEqual([30, 30, 'abcdefghijklmnopqrstuv']);
    expect(test.values()).toEqual(expected);
    expect(log.appendAsLeader(batchOf(['v29'], { producerId: 5, producerEpoch: 0, baseSequence: 29 }), 0, 'client')).toMatchObject({ duplicate: true, firstOffset: 29 });
    expect(test.append(['next'], { producerId: 5, producerEpoch: 0, baseSequence: 30 })).toBe(30);
    expect(test.values(29)).toEqual(['29:v29', '30:next']);
    expect(log.offsetForTimestamp(test.at(17))).toMatchObject({ offset: 17, timestamp: test.at(17) });
  });
});
