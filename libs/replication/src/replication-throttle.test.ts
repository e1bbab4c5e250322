import { describe, expect, it } from '@jest/globals';
import { ErrorCode, isByteSource } from '@ottla/model';
import { virtualTime } from '@ottla/testing';
import { readEntries, type FetchParams } from './delayed-fetch.ts';
import { ReplicationThrottle } from './replication-throttle.ts';
import { TestBroker } from './testing/test-broker.ts';

const ELEVEN_SECONDS = { windowCount: 11, windowMs: 1000 };

function throttleAt(bytesPerSecond: number) {
  const time = virtualTime();
  return { time, throttle: new ReplicationThrottle({ isThrottled: () => true, bytesPerSecond: () => bytesPerSecond }, time.clock, ELEVEN_SECONDS) };
}

describe('ReplicationThrottle', () => {
  it('lets nothing more through until the rate has come down', () => {
    const { time, throttle } = throttleAt(1000);
    expect(throttle.isExceeded).toBe(false);
    throttle.record(5000);
    expect(throttle.isExceeded).toBe(true);
    time.advance(4900);
    expect(throttle.isExceeded).toBe(true);
    time.advance(1200);
    expect(throttle.isExceeded).toBe(false);
  });

  it('holds whoever asks it each time to the rate, over any minute', () => {
    const { time, throttle } = throttleAt(1000);
    let moved = 0;
    for (let elapsed = 0; elapsed < 60_000; elapsed += 100) {
      if (!throttle.isExceeded) {
        throttle.record(700);
        moved += 700;
      }
      time.advance(100);
    }
    expect(moved).toBeGreaterThan(54_000);
    expect(moved).toBeLessThan(62_000);
  });

  it('forgets what moved before its windows', () => {
    const { time, throttle } = throttleAt(1);
    throttle.record(1_000_000);
    time.advance(12_000);
    expect(throttle.bytesPerSecond).toBe(0);
    expect(throttle.isExceeded).toBe(false);
  });

  it('takes a new rate at once', () => {
    let rate = 10;
    const time = virtualTime();
    const throttle = new ReplicationThrottle({ isThrottled: () => true, bytesPerSecond: () => rate }, time.clock, ELEVEN_SECONDS);
    throttle.record(100);
    expect(throttle.isExceeded).toBe(true);
    rate = Infinity;
    expect(throttle.isExceeded).toBe(false);
  });
});

describe('a throttled read', () => {
  const params: FetchParams = { maxWaitMs: 0, minBytes: 1, maxBytes: 1_000_000, isolation: 'logEnd' };

  it('finds nothing in the partitions that are held up, and everything in the others', async () => {
    const broker = await TestBroker.withTopic(2);
    broker.write(['a'], 't', 0);
    broker.write(['b'], 't', 1);
    const entries = [0, 1].map((index) => ({ partition: broker.partition('t', index), error: ErrorCode.NONE, fetchOffset: 0, currentLeaderEpoch: -1, lastFetchedEpoch: -1, maxBytes: 1_000_000 }));
    const report = (_: unknown, error: unknown): never => {
      throw error;
    };
    const { results } = readEntries(params, entries, report, undefined, { isWithheld: ({ partition }) => partition === 0 });
    expect(results.map(({ error, records }) => [error, records.byteLength > 0])).toEqual([[ErrorCode.NONE, false], [ErrorCode.NONE, true]]);
    for (const { records } of results) if (isByteSource(records)) records.release();
  });
});
