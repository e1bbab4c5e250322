import { describe, expect, it } from '@jest/globals';
import { Throttler } from './throttler.ts';

function throttled(bytesPerSecond: number): { throttler: Throttler; nowMs: () => number; pass: (ms: number) => void } {
  let nowMs = 1_000;
  const throttler = new Throttler(() => nowMs, (ms) => (nowMs += ms));
  throttler.setRate(bytesPerSecond);
  return { throttler, nowMs: () => nowMs, pass: (ms) => (nowMs += ms) };
}

describe('a throttler', () => {
  it('holds a thread to the rate', () => {
    const { throttler, nowMs } = throttled(1_000_000);
    for (let count = 0; count < 100; count++) throttler.pace(100_000);
    expect(nowMs() - 1_000).toBeGreaterThanOrEqual(9_800);
    expect(nowMs() - 1_000).toBeLessThanOrEqual(10_000);
  });

  it('lets idle time be caught up for a moment only', () => {
    const { throttler, nowMs, pass } = throttled(1_000_000);
    throttler.pace(1);
    pass(60_000);
    const before = nowMs();
    throttler.pace(1_000_000);
    expect(nowMs() - before).toBeCloseTo(900, 0);
  });

  it('never waits without a rate', () => {
    const { throttler, nowMs } = throttled(Number('1.7976931348623157E308'));
    throttler.pace(1e12);
    expect(nowMs()).toBe(1_000);
  });
});
