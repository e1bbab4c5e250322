import { describe, expect, it } from '@jest/globals';
import { memoryDisk } from '@ottla/testing';
import { OffsetIndex } from './offset-index.ts';
import { TimeIndex } from './time-index.ts';

function disk() {
  const made = memoryDisk();
  made.makeDirectory('/p');
  return made;
}

describe('OffsetIndex', () => {
  it('finds the last entry at or below an offset', () => {
    const index = new OffsetIndex(disk(), '/p/i', 1000, true);
    expect([index.lookup(1000), index.lastOffset, index.lastPosition]).toEqual([0, -1, 0]);
    for (let entry = 0; entry < 100; entry++) index.append(1010 + entry * 10, 500 + entry * 100);
    expect([1000, 1009, 1010, 1019, 1020, 2000, 9999].map((offset) => index.lookup(offset))).toEqual([0, 0, 500, 500, 600, 10_400, 10_400]);
    expect([0, 500, 501, 10_400, 10_401].map((position) => index.upperBoundOffset(position))).toEqual([1010, 1010, 1020, 2000, -1]);
    expect(() => index.append(2000, 20_000)).toThrow(RangeError);
    index.truncateTo(1020);
    expect([index.entryCount, index.lastOffset]).toEqual([1, 1010]);
  });

  it('holds the largest relative offset and position of an int32', () => {
    const index = new OffsetIndex(disk(), '/p/i', 5_000_000_000, true);
    index.append(5_000_000_000 + 0x7fffffff, 0x7fffffff);
    expect([index.lastOffset, index.lastPosition]).toEqual([5_000_000_000 + 0x7fffffff, 0x7fffffff]);
  });

  it('is in the file what it was in memory, after every change', () => {
    const folder = disk();
    const index = new OffsetIndex(folder, '/p/i', 0, true);
    const reread = (): OffsetIndex => {
      index.persist();
      const other = new OffsetIndex(folder, '/p/i', 0, false);
      other.load();
      expect(Buffer.from(other.content())).toEqual(Buffer.from(index.content()));
      return other;
    };
    for (let entry = 1; entry <= 40; entry++) index.append(entry, entry);
    expect(reread().entryCount).toBe(40);
    index.truncateTo(10);
    expect(reread().entryCount).toBe(9);
    for (let entry = 10; entry <= 12; entry++) index.append(entry, entry * 2);
    expect(reread().lastPosition).toBe(24);
    index.truncateTo(5);
    index.append(5, 99);
    expect(reread().lastPosition).toBe(99);
    index.reset();
    expect(reread().entryCount).toBe(0);
    expect(folder.readFile('/p/i')?.length).toBe(0);
  });

  it('leaves memory only when the file has it all', () => {
    const folder = disk();
    const index = new OffsetIndex(folder, '/p/i', 0, true);
    index.append(1, 1);
    expect(index.evict()).toBe(false);
    index.persist();
    expect(index.evict()).toBe(true);
    expect([index.isLoaded, index.heldBytes]).toEqual([false, 0]);
    index.load();
    expect(index.lookup(5)).toBe(1);
  });

  it('refuses a file that is no index of its segment', () => {
    const folder = disk();
    const file = folder.open('/p/i', 'create');
    file.writeSync([new Uint8Array(12)], 0);
    expect(() => new OffsetIndex(folder, '/p/i', 0, false).load()).toThrow('no whole number');
    file.writeSync([Uint8Array.of(0x80, 0, 0, 0, 0, 0, 0, 0)], 0);
    file.truncate(8);
    file.close();
    expect(() => new OffsetIndex(folder, '/p/i', 0, false).load()).toThrow('before the segment');
    expect(() => new OffsetIndex(folder, '/p/none', 0, false).load()).toThrow('missing');
  });
});

describe('TimeIndex', () => {
  it('adds only later timestamps, and finds where to begin', () => {
    const index = new TimeIndex(disk(), '/p/t', 100, true);
    expect([index.lastTimestamp, index.lastOffset, index.lookup(5)]).toEqual([-1, 100, 100]);
    index.maybeAppend(1_750_000_000_123, 110);
    index.maybeAppend(1_750_000_000_123, 120);
    index.maybeAppend(1_750_000_000_200, 120);
    index.maybeAppend(1_750_000_000_100, 130);
    expect(index.entryCount).toBe(2);
    expect([index.lastTimestamp, index.lastOffset]).toEqual([1_750_000_000_200, 120]);
    expect([0, 1_750_000_000_122, 1_750_000_000_123, 1_750_000_000_199, 1_750_000_000_200].map((time) => index.lookup(time))).toEqual([100, 100, 110, 110, 120]);
    expect(() => index.maybeAppend(1_750_000_000_300, 119)).toThrow(RangeError);
  });

  it('keeps room for the closing entry', () => {
    const index = new TimeIndex(disk(), '/p/t', 0, true);
    for (let entry = 0; entry < 9; entry++) index.maybeAppend(entry, entry);
    expect([index.isFull(120), index.isFull(132)]).toEqual([true, false]);
  });
});
