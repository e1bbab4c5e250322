import { describe, expect, it } from '@jest/globals';
import { GroupWorld } from './group-world.ts';

const SEEDS = 120;

describe('a simulated group of both protocols', () => {
  it(`keeps its invariants for ${SEEDS} seeds`, () => {
    let types = 0;
    for (let seed = 1; seed <= SEEDS; seed++) {
      const world = new GroupWorld(seed);
      world.run();
      const kinds = new Set(world.harness.records().map(({ type }) => type));
      if (kinds.has('GroupMetadata') && kinds.has('ConsumerGroupMetadata')) types++;
    }
    // Many of them have been groups of both kinds, as far as the compacted log tells.
    expect(types).toBeGreaterThan(SEEDS / 3);
  }, 60_000);
});
