import type { BrokerId, LeaderEpoch, Uuid } from '@ottla/model';

/** What must survive a crash for elections to be safe: the content of Kafka's `quorum-state` file. */
export interface QuorumState {
  /** -1 when no leader of `leaderEpoch` is known. */
  readonly leaderId: BrokerId;
  readonly leaderEpoch: LeaderEpoch;
  /** Whom this node voted for in `leaderEpoch`; -1 for nobody, and once it leads. */
  readonly votedId: BrokerId;
  readonly votedDirectoryId: Uuid;
}

export interface VoterEndpoint {
  /** Name of the controller listener. */
  readonly name: string;
  readonly host: string;
  readonly port: number;
}

/** One row of Kafka's VotersRecord (KIP-853). */
export interface Voter {
  readonly id: BrokerId;
  readonly directoryId: Uuid;
  readonly endpoints: readonly VoterEndpoint[];
}

/** Finalized and only supported level of kraft.version: voters are named in the log, with their directory ids. */
export const KRAFT_VERSION = 1;

/** The voters as the log has them. */
export interface VoterSet {
  readonly voters: readonly Voter[];
  /** Whether a record of the log itself (not just the bootstrap snapshot) says so. */
  readonly isInLog: boolean;
}
