import type { Simulation } from '@ottla/testing';
import { RaftWorld } from './raft-world.ts';

export { CommittedHistory } from './committed-history.ts';
export { SimNetwork } from './sim-network.ts';
export { SimRaftProcess } from './sim-raft-process.ts';

/** Quorums of three and five in turn; every fourth seed adds and removes voters too. */
export const simulateRaft: Simulation = async (seed, timeline) => ({
  ...(await new RaftWorld({ seed, voters: seed % 3 === 0 ? 5 : 3, ...(seed % 4 === 0 ? { spares: 2 } : {}), timeline }).run()),
});
