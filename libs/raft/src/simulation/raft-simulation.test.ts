import { describe, expect, it } from '@jest/globals';
import { RaftWorld, type RaftRunOptions } from './raft-world.ts';

const firstSeed = Number(process.env['OTTLA_SEED'] ?? 1);
const seedCount = Number(process.env['OTTLA_SEEDS'] ?? 150);

/** What all seeds exercised together. */
async function runSeeds(count: number, options: Pick<RaftRunOptions, 'spares'>): Promise<Record<string, number>> {
  const total: Record<string, number> = {};
  for (let seed = firstSeed; seed < firstSeed + count; seed++) {
    const counts = await new RaftWorld({ seed, voters: seed % 3 === 0 ? 5 : 3, ...options }).run();
    for (const [name, added] of Object.entries(counts)) total[name] = (total[name] ?? 0) + added;
  }
  if (process.env['OTTLA_SEEDS'] !== undefined) console.log(total);
  return total;
}

describe('a simulated quorum', () => {
  it('keeps its promises over lossy ways and disks that forget, whatever the seed', async () => {
    const total = await runSeeds(seedCount, {});
    // Runs that exercise nothing show nothing.
    expect(total['elections']).toBeGreaterThan(seedCount * 3);
    expect(total['truncations']).toBeGreaterThan(seedCount / 4);
    expect(total['snapshotsLoaded']).toBeGreaterThan(seedCount / 10);
    expect(total['committedEnd']).toBeGreaterThan(seedCount * 50);
  }, 600_000);

  it('keeps them while voters are added and removed', async () => {
    const count = Math.ceil(seedCount / 4);
    const total = await runSeeds(count, { spares: 2 });
    expect(total['voterChanges']).toBeGreaterThan(count / 2);
    expect(total['elections']).toBeGreaterThan(count * 2);
  }, 600_000);
});
