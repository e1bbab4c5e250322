import { describe, expect, it } from '@jest/globals';
import { ErrorCode, type Disk } from '@ottla/model';
import { memoryDisk } from '@ottla/testing';
import { writeFileAtomically } from './atomic-file.ts';
import { LeaderEpochCache } from './leader-epoch-cache.ts';

const path = '/p/leader-epoch-checkpoint';

function setUp(text?: string) {
  const disk = memoryDisk();
  disk.makeDirectory('/p');
  if (text !== undefined) writeFileAtomically(disk, path, Buffer.from(text));
  const cache = new LeaderEpochCache(disk, path);
  return { disk, cache };
}

/** A cache with these [epoch, start offset] pairs. */
function withEpochs(...pairs: [number, number][]) {
  const { disk, cache } = setUp();
  for (const [epoch, startOffset] of pairs) cache.assign(epoch, startOffset);
  return { disk, cache };
}

const pairsOf = (cache: LeaderEpochCache): number[][] => cache.entries.map(({ epoch, startOffset }) => [epoch, startOffset]);
const stored = (disk: Disk): string | undefined => {
  const content = disk.readFile(path);
  return content === undefined ? undefined : Buffer.from(content).toString();
};

describe('LeaderEpochCache', () => {
  it("writes Kafka's text and reads it back", () => {
    const { disk, cache } = withEpochs([1, 0], [3, 20], [9, 5_000_000_000]);
    expect(stored(disk)).toBeUndefined();
    cache.flush();
    expect(stored(disk)).toBe('0\n3\n1 0\n3 20\n9 5000000000\n');
    const again = new LeaderEpochCache(disk, path);
    again.load();
    expect([pairsOf(again), again.latestEpoch, again.isEmpty]).toEqual([[[1, 0], [3, 20], [9, 5_000_000_000]], 9, false]);
  });

  it('is empty without a file, and with the empty file that Kafka makes', () => {
    for (const text of [undefined, '', '0\n0\n']) {
      const { cache } = setUp(text);
      cache.load();
      expect([cache.isEmpty, cache.latestEpoch, cache.epochForOffset(0)]).toEqual([true, -1, -1]);
    }
  });

  it.each(['0\n1\n', '0\n1\n1 x\n', '0\n1\n-1 0\n', '0\n2\n2 0\n1 5\n', '0\n2\n1 5\n2 5\n', '0\n1\n1 0 0\n'])('refuses the file %j', (text) => {
    const { cache } = setUp(text);
    expect(() => cache.load()).toThrow(expect.objectContaining({ code: ErrorCode.KAFKA_STORAGE_ERROR }));
  });

  it('keeps the first start of an epoch, and drops what a new one contradicts', () => {
    const { cache } = withEpochs([1, 0], [1, 5], [2, 10], [4, 20]);
    expect(pairsOf(cache)).toEqual([[1, 0], [2, 10], [4, 20]]);
    cache.assign(3, 30);
    expect(pairsOf(cache)).toEqual([[1, 0], [2, 10], [3, 30]]);
    cache.assign(5, 10);
    expect(pairsOf(cache)).toEqual([[1, 0], [5, 10]]);
    cache.assign(5, 7);
    expect(pairsOf(cache)).toEqual([[1, 0], [5, 7]]);
    cache.assign(-1, 100);
    expect(pairsOf(cache)).toEqual([[1, 0], [5, 7]]);
  });

  it('answers where an epoch ends', () => {
    const { cache } = withEpochs([2, 10], [4, 20], [7, 30]);
    const ends = [-1, 1, 2, 3, 4, 6, 7, 8].map((epoch) => {
      const { leaderEpoch, endOffset } = cache.endOffsetFor(epoch, 45);
      return [epoch, leaderEpoch, endOffset];
    });
    expect(ends).toEqual([
      [-1, -1, -1],
      [1, 1, 10],
      [2, 2, 20],
      [3, 2, 20],
      [4, 4, 30],
      [6, 4, 30],
      [7, 7, 45],
      [8, -1, -1],
    ]);
    expect(setUp().cache.endOffsetFor(0, 5)).toEqual({ leaderEpoch: -1, endOffset: -1 });
  });

  it('answers the epoch of an offset', () => {
    const { cache } = withEpochs([2, 10], [4, 20]);
    expect([9, 10, 19, 20, 1000].map((offset) => cache.epochForOffset(offset))).toEqual([-1, 2, 2, 4, 4]);
  });

  it('truncates at both ends, in the file too once there is one', () => {
    const { disk, cache } = withEpochs([2, 10], [4, 20], [7, 30]);
    cache.truncateFromEnd(31);
    expect(pairsOf(cache)).toHaveLength(3);
    cache.truncateFromEnd(30);
    expect([pairsOf(cache), stored(disk)]).toEqual([[[2, 10], [4, 20]], undefined]);
    cache.flush();
    cache.truncateFromStart(10);
    expect(stored(disk)).toBe('0\n2\n2 10\n4 20\n');
    cache.truncateFromStart(15);
    cache.flush();
    // No sync for a start that moved, which retention does each time.
    expect([pairsOf(cache), stored(disk)]).toEqual([[[2, 15], [4, 20]], '0\n2\n2 10\n4 20\n']);
    cache.flush(true);
    expect(stored(disk)).toBe('0\n2\n2 15\n4 20\n');
    cache.truncateFromStart(25);
    cache.assign(5, 40);
    cache.flush();
    expect(stored(disk)).toBe('0\n2\n4 25\n5 40\n');
    cache.truncateFromEnd(40);
    cache.truncateFromStart(5);
    expect(pairsOf(cache)).toEqual([[4, 25]]);
    cache.clear();
    expect([pairsOf(cache), stored(disk)]).toEqual([[], '0\n0\n']);
  });

  it('writes at a cut only what the file had: the records of the others may not be durable', () => {
    const { disk, cache } = withEpochs([1, 0]);
    cache.flush();
    cache.assign(3, 10);
    cache.assign(5, 20);
    cache.truncateFromEnd(20);
    expect([pairsOf(cache), stored(disk)]).toEqual([[[1, 0], [3, 10]], '0\n1\n1 0\n']);
    cache.flush();
    expect(stored(disk)).toBe('0\n2\n1 0\n3 10\n');
    cache.truncateFromEnd(5);
    expect(stored(disk)).toBe('0\n1\n1 0\n');
  });

  it('writes nothing when nothing changed, and again when a write failed', () => {
    const { disk, cache } = withEpochs([1, 0]);
    cache.flush();
    disk.remove(path);
    cache.assign(1, 50);
    cache.flush();
    expect(stored(disk)).toBeUndefined();
    cache.assign(2, 60);
    disk.failNext('write', 'full');
    expect(() => cache.flush()).toThrow();
    cache.flush();
    expect(stored(disk)).toBe('0\n2\n1 0\n2 60\n');
  });
});
