import { describe, expect, it } from '@jest/globals';
import { seededRandom } from '@ottla/testing';
import { ReplicaPlacer } from './replica-placer.ts';
import { ControlBed } from './simulation/control-bed.ts';

function counts(lists: readonly (readonly number[])[]): Map<number, number> {
  const seen = new Map<number, number>();
  for (const broker of lists.flat()) seen.set(broker, (seen.get(broker) ?? 0) + 1);
  return seen;
}

const spread = (seen: ReadonlyMap<number, number>): number => Math.max(...seen.values()) - Math.min(...seen.values());

describe('ReplicaPlacer', () => {
  it('spreads leaders and replicas evenly, never two of a partition on one broker', () => {
    const bed = new ControlBed().brokers(...[1, 2, 3, 4, 5].map((id) => ({ id })));
    const placed = new ReplicaPlacer(bed.image.brokers.values(), seededRandom(1)).place(1000, 3);
    expect(placed.every((replicas) => new Set(replicas).size === 3)).toBe(true);
    expect(spread(counts(placed.map(([leader = -1]) => [leader])))).toBe(0);
    expect(spread(counts(placed))).toBe(0);
  });

  it('keeps the replicas of a partition in different racks', () => {
    const bed = new ControlBed().brokers(...[1, 2, 3, 4, 5, 6].map((id) => ({ id, rack: `rack${id % 3}` })));
    const placed = new ReplicaPlacer(bed.image.brokers.values(), seededRandom(2)).place(600, 3);
    expect(placed.every((replicas) => new Set(replicas.map((id) => id % 3)).size === 3)).toBe(true);
    expect(spread(counts(placed.map(([leader = -1]) => [leader])))).toBe(0);
  });

  it('takes fenced brokers only where nothing else is left, and never to lead', () => {
    const bed = new ControlBed().brokers({ id: 1, fenced: true }, { id: 2 }, { id: 3 });
    const placer = new ReplicaPlacer(bed.image.brokers.values(), seededRandom(3));
    expect(counts(placer.place(100, 2)).has(1)).toBe(false);
    const three = placer.place(100, 3);
    expect(three.every((replicas) => replicas[2] === 1)).toBe(true);
  });

  it('places nothing on a cluster that is too small', () => {
    const bed = new ControlBed().brokers({ id: 1 });
    expect(() => new ReplicaPlacer(bed.image.brokers.values(), seededRandom(3)).place(1, 2)).toThrow('only 1 broker(s) are registered');
  });
});
