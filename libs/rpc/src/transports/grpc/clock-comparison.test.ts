import { describe, expect, it } from '@jest/globals';
import { silentLogger, type Logger } from '@ottla/model';
import { ClockComparison } from './clock-comparison.ts';

const HOUR_MS = 3_600_000;

function bed() {
  const lines: string[] = [];
  const logger: Logger = { ...silentLogger, warn: (message) => void lines.push(message) };
  const time = { nowMs: 1_700_000_000_000 };
  const clocks = new ClockComparison({ now: () => time.nowMs, monotonicMs: () => 0 }, logger);
  return { time, clocks, lines: () => lines };
}

describe('ClockComparison', () => {
  it('says whose clock is how far off, and what to do', () => {
    const { time, clocks, lines } = bed();
    clocks.compare('broker 4', time.nowMs + HOUR_MS);
    clocks.compare('controller 101', time.nowMs - HOUR_MS);
    expect(lines()).toEqual([
      'the clock of broker 4 is 3600 s ahead of the clock of this process: set the one that is wrong (see that NTP runs on both machines), since records are dated and deleted by it',
      'the clock of controller 101 is 3600 s behind the clock of this process: set the one that is wrong (see that NTP runs on both machines), since records are dated and deleted by it',
    ]);
  });

  it('is silent about what does no harm, and says the same once, until it was right in between', () => {
    const { time, clocks, lines } = bed();
    clocks.compare('broker 4', time.nowMs + 59_000);
    expect(lines()).toEqual([]);
    for (let dial = 0; dial < 5; dial++) clocks.compare('broker 4', time.nowMs + HOUR_MS);
    expect(lines()).toHaveLength(1);
    clocks.compare('broker 4', time.nowMs);
    clocks.compare('broker 4', time.nowMs + HOUR_MS);
    expect(lines()).toHaveLength(2);
    clocks.compare('broker 4', time.nowMs - HOUR_MS);
    expect(lines()).toHaveLength(3);
  });

  it('remembers a bounded number of others', () => {
    const { time, clocks, lines } = bed();
    for (let node = 0; node < 1_001; node++) clocks.compare(`broker ${node}`, time.nowMs + HOUR_MS);
    clocks.compare('broker 1000', time.nowMs + HOUR_MS);
    clocks.compare('broker 0', time.nowMs + HOUR_MS);
    expect(lines()).toHaveLength(1_002);
  });
});
