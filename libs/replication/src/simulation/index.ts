import type { Simulation } from '@ottla/testing';
import { ReplicaWorld } from './replica-world.ts';

export { breakDisk, fillDisk, stopInOrder } from './disk-faults.ts';
export { ReplicaInvariants } from './replica-invariants.ts';
export { SimBroker, wantsToBeAlone, type MetadataSnapshot, type PartitionsAlteration, type SimBrokerWorld, type SimControl } from './sim-broker.ts';

const RUN_MS = 3_000;

/** Three replicas, with eligible leader replicas in every second seed. */
export const simulateReplication: Simulation = async (seed, timeline) => ({ ...(await new ReplicaWorld(seed, { hasElr: seed % 2 === 0, timeline }).run(RUN_MS)) });
