import { describe, expect, it } from '@jest/globals';
import { RaftWorld, type RaftRunCounts } from './raft-world.ts';

const firstSeed = Number(process.env['OTTLA_SEED'] ?? 1);
const seedCount = Number(process.env['OTTLA_SEEDS'] ?? 150);

describe('a simulated quorum', () => {
  it('keeps its promises over lossy ways and disks that forget, whatever the seed', async () => {
    const total: Record<string, number> = {};
    for (let seed = firstSeed; seed < firstSeed + seedCount; seed++) {
      const counts: RaftRunCounts = await new RaftWorld({ seed, voters: seed % 3 === 0 ? 5 : 3 }).run();
      for (const [name, count] of Object.entries(counts)) total[name] = (total[name] ?? 0) + count;
    }
    if (process.env['OTTLA_SEEDS'] !== undefined) console.log(total);
    // Runs that exercise nothing show nothing.
    expect(total['elections']).toBeGreaterThan(seedCount * 3);
    expect(total['truncations']).toBeGreaterThan(seedCount / 4);
    expect(total['snapshotsLoaded']).toBeGreaterThan(seedCount / 10);
    expect(total['committedEnd']).toBeGreaterThan(seedCount * 50);
  });
});
