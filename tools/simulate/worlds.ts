/** The simulated worlds: what each runs, how many of a run's seeds it gets, and what it must exercise to mean something. */
import type { Simulation } from '@ottla/testing';

export const worldNames = ['raft', 'replication', 'ownership', 'groups', 'transactions', 'cluster'] as const;
export type WorldName = (typeof worldNames)[number];

export interface World {
  readonly run: Simulation;
  /** The least that an average seed exercises, by the name of a count. */
  readonly floors: Readonly<Record<string, number>>;
}

/** How many of eleven seeds go to each world when none is named. */
export const shares: Readonly<Record<WorldName, number>> = { raft: 3, replication: 1, ownership: 2, groups: 2, transactions: 2, cluster: 1 };

const CLUSTER_RUN_MS = 3_000;

/** Lets promises settle between turns of virtual time; outside of it nothing here waits for the machine. */
const loopTurn = (): Promise<void> => new Promise((resolve) => setImmediate(resolve));

/** Loads the compiled code of a world: only then, so that a planted bug takes its place first. */
export async function loadWorld(name: WorldName): Promise<World> {
  switch (name) {
    case 'raft': {
      const { simulateRaft } = await import('@ottla/raft/simulation');
      return { run: simulateRaft, floors: { elections: 3, truncations: 0.25, snapshotsLoaded: 0.1, crashes: 2, tornWrites: 0.2, cuts: 1, pauses: 0.3, clockJumps: 0.3, lost: 8, doubled: 1.5, late: 3, voterChanges: 0.1, committedEnd: 50 } };
    }
    case 'replication': {
      const { simulateReplication } = await import('@ottla/replication/simulation');
      return { run: simulateReplication, floors: { acknowledged: 50, deaths: 0.1, powerLosses: 0.1, shutDowns: 2, isolations: 0.1, zombies: 0.03, overlaps: 1, lostMessages: 2, elections: 2, truncations: 0.2, isrChanges: 2 } };
    }
    case 'ownership': {
      const { simulateOwnership } = await import('@ottla/coordinator/simulation');
      return { run: (seed, timeline) => simulateOwnership(seed, timeline, loopTurn), floors: { acknowledged: 3, refused: 3, reads: 1, reGrants: 1.5, grants: 2.5 } };
    }
    case 'groups': {
      const { simulateGroups } = await import('@ottla/coordinator/simulation');
      return { run: simulateGroups, floors: { started: 5, left: 1, died: 1, restarted: 1, failovers: 2, compactions: 1, lostAnswers: 0.5, topicsGrown: 0.5, commits: 5 } };
    }
    case 'transactions': {
      const { simulateTransactionPlane } = await import('@ottla/broker/simulation');
      return { run: (seed, timeline) => simulateTransactionPlane(seed, timeline, loopTurn), floors: { committed: 20, aborted: 5, unknown: 4, kills: 3, epochs: 6, lostAppends: 0.3, lateMarkers: 0.8, expired: 0.8 } };
    }
    case 'cluster': {
      const { ClusterWorld } = await import('./cluster/cluster-world.ts');
      return {
        run: (seed, timeline) => new ClusterWorld(seed, timeline).run(CLUSTER_RUN_MS),
        floors: { acknowledged: 40, leaderChanges: 3, controllerElections: 1.5, brokerDeaths: 0.1, powerLosses: 0.1, shutDowns: 0.1, isolations: 0.2, zombies: 0.1, controllerCrashes: 0.5, leaderAndController: 0.1, cuts: 0.3, clockJumps: 0.3, lostMessages: 5, truncations: 0.1 },
      };
    }
  }
}
