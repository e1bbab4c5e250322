import { describe, expect, it } from '@jest/globals';
import { CompressionType, ErrorCode, METADATA_TOPIC_ID, ZERO_UUID } from '@ottla/model';
import { recordingLogger, seededRandom, tableCrc32c, testCompression, virtualTime } from './index.ts';
import { crc32cContract } from './contracts/crc32c-contract.ts';
import { schedulerContract } from './contracts/scheduler-contract.ts';

crc32cContract('tableCrc32c', tableCrc32c);

schedulerContract('virtualTime', () => {
  const { clock, scheduler, advance } = virtualTime();
  return { clock, scheduler, pass: async (ms) => advance(ms) };
});

describe('virtualTime', () => {
  it('stands at each timer while it runs, and at the end afterwards', () => {
    const { clock, scheduler, advance } = virtualTime({ startMs: 1000 });
    const seen: number[] = [];
    scheduler.after(10, () => {
      seen.push(clock.now());
      scheduler.after(5, () => seen.push(clock.now()));
    });
    advance(100);
    expect(seen).toEqual([1010, 1015]);
    expect(clock.now()).toBe(1100);
  });

  it('runs one turn at a time', () => {
    const { scheduler, runTurn, nextTimerMs } = virtualTime();
    const seen: string[] = [];
    scheduler.after(0, () => {
      seen.push('timer');
      scheduler.after(0, () => seen.push('next timer'));
      scheduler.endOfTurn(() => seen.push('turn'));
    });
    expect(nextTimerMs()).toBe(0);
    expect(runTurn()).toBe(true);
    expect(seen).toEqual(['timer', 'turn']);
    expect(runTurn()).toBe(true);
    expect(seen).toEqual(['timer', 'turn', 'next timer']);
    expect(runTurn()).toBe(false);
    expect(nextTimerMs()).toBeUndefined();
  });

  it('lets a failing task out, and its neighbours run afterwards', () => {
    const { scheduler, advance } = virtualTime();
    const seen: string[] = [];
    scheduler.endOfTurn(() => { throw new Error('defect'); });
    scheduler.endOfTurn(() => seen.push('neighbour'));
    expect(() => advance(1)).toThrow('defect');
    advance(1);
    expect(seen).toEqual(['neighbour']);
  });

  it('runs thousands of timers in order', () => {
    const { clock, scheduler, advance } = virtualTime();
    const random = seededRandom(5);
    const seen: number[] = [];
    const cancelled: { cancel(): void }[] = [];
    for (let count = 0; count < 5000; count++) {
      const timer = scheduler.after(random.below(1000), () => seen.push(clock.monotonicMs()));
      if (count % 3 === 0) cancelled.push(timer);
    }
    for (const timer of cancelled) timer.cancel();
    advance(1000);
    expect(seen).toHaveLength(5000 - cancelled.length);
    expect(seen).toEqual(seen.toSorted((a, b) => a - b));
  });
});

describe('seededRandom', () => {
  it('repeats itself for one seed and differs for another', () => {
    const draw = (seed: number): number[] => {
      const random = seededRandom(seed);
      return Array.from({ length: 20 }, () => random.below(1000));
    };
    expect(draw(1)).toEqual(draw(1));
    expect(draw(1)).not.toEqual(draw(2));
  });

  it('spreads over its range', () => {
    const random = seededRandom(42);
    const counts = Array.from({ length: 10 }, () => 0);
    for (let draw = 0; draw < 20_000; draw++) {
      const value = random.below(10);
      counts[value] = (counts[value] ?? 0) + 1;
    }
    for (const count of counts) expect(Math.abs(count - 2000)).toBeLessThan(250);
    expect(random.below(1)).toBe(0);
    expect(() => random.below(0)).toThrow(RangeError);
  });

  it('makes version-4 ids that are new each time and fit on a command line', () => {
    const random = seededRandom(7);
    const ids = new Set<string>();
    for (let count = 0; count < 2000; count++) {
      const id = random.uuid();
      expect(id).toMatch(/^[A-Za-z0-9_][A-Za-z0-9_-]{21}$/);
      ids.add(id);
    }
    expect(ids.size).toBe(2000);
    expect(ids.has(ZERO_UUID) || ids.has(METADATA_TOPIC_ID)).toBe(false);
    expect(Buffer.from(random.uuid(), 'base64url').toString('hex')).toMatch(/^.{12}4.{3}[89ab]/);
  });
});

describe('testCompression', () => {
  it('knows none and gzip, within bounds', () => {
    const bytes = Buffer.alloc(1000, 'ab');
    const packed = testCompression.compress(CompressionType.gzip, bytes);
    expect(packed.length).toBeLessThan(100);
    expect(Buffer.from(testCompression.decompress(CompressionType.gzip, packed, 1000)).equals(bytes)).toBe(true);
    const codeOf = (act: () => unknown): unknown => {
      try {
        return act();
      } catch (error) {
        return (error as { code: unknown }).code;
      }
    };
    expect(codeOf(() => testCompression.decompress(CompressionType.gzip, packed, 999))).toBe(ErrorCode.RECORD_LIST_TOO_LARGE);
    expect(codeOf(() => testCompression.decompress(CompressionType.gzip, bytes, 999))).toBe(ErrorCode.CORRUPT_MESSAGE);
    expect(codeOf(() => testCompression.decompress(CompressionType.none, bytes, 999))).toBe(ErrorCode.RECORD_LIST_TOO_LARGE);
    expect(codeOf(() => testCompression.compress(CompressionType.zstd, bytes))).toBe(ErrorCode.UNSUPPORTED_COMPRESSION_TYPE);
  });
});

describe('recordingLogger', () => {
  it('keeps lines with the fields of every level', () => {
    const logger = recordingLogger();
    logger.with({ topic: 't' }).warn('slow', { ms: 5 });
    logger.info('ready');
    expect(logger.lines).toEqual([
      { level: 'warn', message: 'slow', fields: { topic: 't', ms: 5 } },
      { level: 'info', message: 'ready', fields: {} },
    ]);
  });
});
