import type { Timeline } from '@ottla/testing';
import { GroupWorld } from './group-world.ts';
import { runOwnership } from './ownership-world.ts';

/** One group under chance. Rejects with Error when an invariant does not hold. */
export async function simulateGroups(seed: number, timeline: Timeline): Promise<Record<string, number>> {
  const world = new GroupWorld(seed, timeline);
  world.run();
  return await Promise.resolve({ ...world.counts });
}

/** Two shards whose owners change under chance. `nextLoopTurn` lets promises settle. Rejects with Error when an invariant does not hold. */
export async function simulateOwnership(seed: number, timeline: Timeline, nextLoopTurn: () => Promise<void>): Promise<Record<string, number>> {
  const { asked, reads, plane, failures, overtaken, rests } = await runOwnership(seed, nextLoopTurn, timeline);
  if (failures.length > 0) throw new Error(`seed ${seed}: ${failures.join('; ')}`);
  const acknowledged = asked.filter(({ outcome }) => outcome !== undefined && 'answer' in outcome).length;
  return { acknowledged, refused: asked.length - acknowledged, reads, overtaken, rests, reGrants: plane.bumps.length, grants: plane.shards.filter(({ shard }) => shard.grantedEpoch >= 0).length };
}
