import { ZERO_UUID, type BrokerId, type LeaderEpoch, type Uuid } from '@ottla/model';

/** What must survive a crash for elections to be safe: the content of Kafka's `quorum-state` file. */
export interface QuorumState {
  /** -1 when no leader of `leaderEpoch` is known. */
  readonly leaderId: BrokerId;
  readonly leaderEpoch: LeaderEpoch;
  /** Whom this node voted for in `leaderEpoch`; -1 for nobody. A node that leads has its own vote, whatever stands here. */
  readonly votedId: BrokerId;
  readonly votedDirectoryId: Uuid;
}

export interface VoterEndpoint {
  /** Name of the controller listener. */
  readonly name: string;
  readonly host: string;
  readonly port: number;
}

/** One replica: a node with the folder that its log lies in (KIP-853). A wiped folder makes another replica. */
export interface ReplicaKey {
  readonly id: BrokerId;
  readonly directoryId: Uuid;
}

/** One row of Kafka's VotersRecord (KIP-853). A zero directory id stands for one that is not known yet. */
export interface Voter extends ReplicaKey {
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

/** Whether `replica` is the voter: the same node, with the same folder as far as the voter's is known. */
export function isSameReplica(voter: ReplicaKey, replica: ReplicaKey): boolean {
  return voter.id === replica.id && (voter.directoryId === replica.directoryId || voter.directoryId === ZERO_UUID);
}

export function findVoter(voters: readonly Voter[], replica: ReplicaKey): Voter | undefined {
  return voters.find((voter) => isSameReplica(voter, replica));
}

/** How many of `voterCount` are a majority. */
export function majorityOf(voterCount: number): number {
  return Math.floor(voterCount / 2) + 1;
}

export function hasSameEndpoints(some: readonly VoterEndpoint[], others: readonly VoterEndpoint[]): boolean {
  return (
    some.length === others.length &&
    some.every(({ name, host, port }, index) => {
      const other = others[index];
      return other?.name === name && other.host === host && other.port === port;
    })
  );
}
