import { describe, expect, it } from '@jest/globals';
import { seededRandom } from '@ottla/testing';
import { Deadline, Deadlines } from './deadlines.ts';

function takeAll(deadlines: Deadlines, nowMs: number): number[] {
  const taken: number[] = [];
  for (let next = deadlines.takeDue(nowMs); next !== undefined; next = deadlines.takeDue(nowMs)) taken.push(next.atMs);
  return taken;
}

describe('Deadlines', () => {
  it('has none at first', () => {
    const deadlines = new Deadlines();
    expect(deadlines.nextMs()).toBe(Infinity);
    expect(deadlines.takeDue(1e9)).toBeUndefined();
  });

  it('gives out what is due in the order of time, and keeps the rest', () => {
    const deadlines = new Deadlines();
    for (const atMs of [30, 10, 50, 20, 40]) deadlines.schedule(new Deadline('expiry'), atMs);
    expect(takeAll(deadlines, 30)).toEqual([10, 20, 30]);
    expect(deadlines.nextMs()).toBe(40);
    expect(deadlines.size).toBe(2);
  });

  it('moves a deadline either way and forgets a cancelled one', () => {
    const deadlines = new Deadlines();
    const [a, b, c] = [new Deadline('expiry'), new Deadline('expiry'), new Deadline('expiry')];
    deadlines.schedule(a, 10);
    deadlines.schedule(b, 20);
    deadlines.schedule(c, 30);
    deadlines.schedule(a, 40);
    deadlines.schedule(c, 5);
    deadlines.cancel(b);
    deadlines.cancel(b);
    expect(deadlines.takeDue(100)).toBe(c);
    expect(deadlines.takeDue(100)).toBe(a);
    expect(deadlines.takeDue(100)).toBeUndefined();
  });

  it.each([1, 2, 3])('agrees with a sorted list under random changes (seed %i)', (seed) => {
    const random = seededRandom(seed);
    const deadlines = new Deadlines();
    const all = Array.from({ length: 60 }, () => new Deadline('expiry'));
    const expected = new Map<Deadline, number>();
    for (let step = 0; step < 2_000; step++) {
      const deadline = all[random.below(all.length)] as Deadline;
      if (random.below(4) === 0) {
        deadlines.cancel(deadline);
        expected.delete(deadline);
      } else {
        const atMs = random.below(1_000);
        deadlines.schedule(deadline, atMs);
        expected.set(deadline, atMs);
      }
      expect(deadlines.nextMs()).toBe(Math.min(Infinity, ...expected.values()));
    }
    expect(takeAll(deadlines, 1_000)).toEqual([...expected.values()].sort((a, b) => a - b));
  });
});
