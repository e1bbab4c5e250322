import { describe, expect, it } from '@jest/globals';
import { ErrorCode, errorCodeOf, tableCrc32c } from '@ottla/model';
import { buildBatch, ControlRecordType, controlRecordKey } from '@ottla/protocol';
import { bytesOf, DIRECTORY, START_MS, TestLog } from './testing/test-log.ts';
import { TransactionIndex } from './transaction-index.ts';

const one = { producerId: 1, producerEpoch: 0, isTransactional: true };
const two = { producerId: 2, producerEpoch: 0, isTransactional: true };

function abortedFrom(test: TestLog, offset: number, maxBytes = 100_000) {
  const read = test.log.read(offset, maxBytes, 'lastStableOffset', true);
  bytesOf(read.records);
  return read.abortedTransactions;
}

/** Offsets: 0 one, 1 two, 2 plain, 3 abort one, 4 one, 5 commit two, 6 commit one. */
function transactions(): TestLog {
  const test = new TestLog({ config: { segmentBytes: 200, indexIntervalBytes: 50 } });
  test.append(['a'], { ...one, baseSequence: 0 });
  test.append(['b'], { ...two, baseSequence: 0 });
  test.append(['c']);
  test.mark(false, one);
  test.append(['d'], { ...one, baseSequence: 1 });
  test.mark(true, two);
  test.mark(true, one);
  return test;
}

describe('transactions', () => {
  it('hold the last stable offset back until their marker is below the high watermark', () => {
    const test = new TestLog();
    test.append(['x']);
    test.append(['a'], { ...one, baseSequence: 0 });
    test.log.updateHighWatermark(2);
    expect(test.log.lastStableOffset).toBe(1);
    expect(test.values(0, 'lastStableOffset')).toEqual(['0:x']);
    test.append(['y']);
    test.mark(true, one);
    test.log.updateHighWatermark(3);
    expect(test.log.lastStableOffset).toBe(1);
    test.log.updateHighWatermark(4);
    expect(test.log.lastStableOffset).toBe(4);
    expect(test.values(0, 'lastStableOffset')).toEqual(['0:x', '1:a', '2:y', '3:marker']);
  });

  it('that were aborted are named to whom they concern', () => {
    const test = transactions();
    test.log.updateHighWatermark(7);
    expect(test.log.lastStableOffset).toBe(7);
    expect(abortedFrom(test, 0)).toEqual([{ producerId: 1, firstOffset: 0 }]);
    expect(abortedFrom(test, 3)).toEqual([{ producerId: 1, firstOffset: 0 }]);
    expect(abortedFrom(test, 4)).toEqual([]);
    expect(test.log.read(0, 1_000, 'highWatermark', true).abortedTransactions).toBeUndefined();
  });

  it('that were aborted are named when the marker lies in a later segment', () => {
    const test = new TestLog({ config: { segmentBytes: 100 } });
    test.append(['a'], { ...one, baseSequence: 0 });
    for (let index = 0; index < 5; index++) test.append(['plain']);
    test.mark(false, one);
    test.append(['end']);
    test.log.updateHighWatermark(8);
    expect(test.log.segmentCount).toBe(8);
    expect(abortedFrom(test, 0)).toEqual([{ producerId: 1, firstOffset: 0 }]);
    expect(abortedFrom(test, 7)).toEqual([]);
  });

  it('are found again by recovery, whatever is left of their index', () => {
    const test = transactions();
    const [name] = test.names().filter((each) => each.endsWith('.txnindex')) as [string];
    const before = test.disk.readFile(`${DIRECTORY}/${name}`);
    test.log.abandon();
    for (const damage of ['none', 'remove', 'cut'] as const) {
      if (damage === 'remove') test.disk.remove(`${DIRECTORY}/${name}`);
      if (damage === 'cut') {
        const file = test.disk.open(`${DIRECTORY}/${name}`, 'write');
        file.truncate(20);
        file.close();
      }
      const log = test.reopen();
      log.updateHighWatermark(7);
      expect(abortedFrom(test, 0)).toEqual([{ producerId: 1, firstOffset: 0 }]);
      expect(test.disk.readFile(`${DIRECTORY}/${name}`)).toEqual(before);
      log.abandon();
    }
  });

  it('that were open at a clean shutdown stay open', async () => {
    const test = new TestLog();
    test.append(['a'], { ...one, baseSequence: 0 });
    test.append(['b']);
    await test.log.close();
    const log = test.reopen({ hadCleanShutdown: true, recoveryPoint: 2 });
    log.updateHighWatermark(2);
    expect(log.lastStableOffset).toBe(0);
    expect(log.hasOngoingTransaction(1, 0)).toBe(true);
    test.mark(false, one);
    log.updateHighWatermark(3);
    expect(log.lastStableOffset).toBe(3);
    expect(abortedFrom(test, 0)).toEqual([{ producerId: 1, firstOffset: 0 }]);
  });

  it('go with what is truncated', () => {
    const test = transactions();
    expect(test.log.truncateTo(3)).toBe(true);
    test.log.updateHighWatermark(3);
    expect(test.log.lastStableOffset).toBe(0);
    expect(test.log.hasOngoingTransaction(1, 0) && test.log.hasOngoingTransaction(2, 0)).toBe(true);
    test.mark(true, one);
    test.mark(false, two);
    test.log.updateHighWatermark(5);
    expect(abortedFrom(test, 0)).toEqual([{ producerId: 2, firstOffset: 1 }]);
  });

  it('write what Kafka writes about an aborted one', () => {
    const test = transactions();
    const [name] = test.names().filter((each) => each.endsWith('.txnindex')) as [string];
    const index = new TransactionIndex(test.disk, `${DIRECTORY}/${name}`, Number(name.slice(0, 20)));
    // The second producer's transaction was open still, so the last stable offset stood at its first record.
    expect(index.entries()).toEqual([{ producerId: 1, firstOffset: 0, lastOffset: 3, lastStableOffset: 1 }]);
  });

  it('are refused a marker whose record is malformed, and nothing is staged', () => {
    const test = new TestLog();
    const marker = buildBatch({ crc: tableCrc32c, timestamp: START_MS, isControl: true, ...one }, [{ key: controlRecordKey(ControlRecordType.COMMIT), value: null }]);
    let code: number | undefined;
    try {
      test.log.appendAsLeader(marker, 0, 'coordinator');
    } catch (error) {
      code = errorCodeOf(error);
    }
    expect(code).toBe(ErrorCode.INVALID_RECORD);
    expect([test.log.stagedBytes, test.log.logEndOffset]).toEqual([0, 0]);
  });
});
