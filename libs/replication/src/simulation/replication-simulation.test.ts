import { describe, expect, it } from '@jest/globals';
import { ReplicaWorld, type Exercise } from './replica-world.ts';

const SEEDS = 10;
const RUN_MS = 6_000;

describe('three replicas, one failure at a time', () => {
  it('lose nothing that was acknowledged, and come together again', async () => {
    const total: Partial<Record<keyof Exercise, number>> = {};
    for (let seed = 1; seed <= SEEDS; seed++) {
      const exercise = await new ReplicaWorld(seed).run(RUN_MS).catch((error: unknown) => {
        throw new Error(`seed ${seed}: ${error instanceof Error ? error.message : String(error)}`, { cause: error });
      });
      for (const [what, count] of Object.entries(exercise) as [keyof Exercise, number][]) total[what] = (total[what] ?? 0) + count;
    }
    // What it takes for the above to mean something.
    const floors: Exercise = { acknowledged: 3_000, deaths: 5, powerLosses: 5, shutDowns: 5, isolations: 5, zombies: 3, lostMessages: 100, elections: 20, truncations: 5, isrChanges: 80 };
    const short = Object.entries(floors).filter(([what, floor]) => (total[what as keyof Exercise] ?? 0) < floor);
    expect(short).toEqual([]);
  }, 60_000);
});
