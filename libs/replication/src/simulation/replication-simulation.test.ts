import { describe, expect, it } from '@jest/globals';
import { ReplicaWorld, type Exercise } from './replica-world.ts';

const RUN_MS = 6_000;

/** What all runs did together. Rejects with the first seed that fails. */
async function runSeeds(count: number, hasElr: boolean): Promise<Partial<Record<keyof Exercise, number>>> {
  const total: Partial<Record<keyof Exercise, number>> = {};
  for (let seed = 1; seed <= count; seed++) {
    const exercise = await new ReplicaWorld(seed, { hasElr }).run(RUN_MS).catch((error: unknown) => {
      throw new Error(`seed ${seed}: ${error instanceof Error ? error.message : String(error)}`, { cause: error });
    });
    for (const [what, amount] of Object.entries(exercise) as [keyof Exercise, number][]) total[what] = (total[what] ?? 0) + amount;
  }
  return total;
}

/** What it takes for a run without a failure to mean something. */
function below(floors: Partial<Exercise>, total: Partial<Record<keyof Exercise, number>>): unknown[] {
  return Object.entries(floors).filter(([what, floor]) => (total[what as keyof Exercise] ?? 0) < floor);
}

describe('three replicas, one failure at a time', () => {
  it('lose nothing that was acknowledged, and come together again', async () => {
    const total = await runSeeds(10, false);
    const floors = { acknowledged: 3_000, deaths: 5, powerLosses: 5, shutDowns: 5, isolations: 5, zombies: 3, fullDisks: 5, brokenDisks: 5, failedStops: 1, lostMessages: 100, elections: 20, truncations: 5, isrChanges: 80 };
    expect(below(floors, total)).toEqual([]);
  }, 60_000);
});

describe('three replicas with eligible leaders', () => {
  it('lose nothing while others restart in order, until nobody is left and until they are back', async () => {
    const total = await runSeeds(8, true);
    const floors = { acknowledged: 800, deaths: 2, powerLosses: 2, shutDowns: 60, zombies: 1, fullDisks: 2, overlaps: 40, leaderless: 500, elections: 80, truncations: 10 };
    expect(below(floors, total)).toEqual([]);
  }, 60_000);
});
