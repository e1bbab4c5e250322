import type { BrokerId, LeaderEpoch, Offset, Uuid } from '@ottla/model';
import type { CallOptions } from './link.ts';

/** One replica of the metadata log: a node with its folder (KIP-853). */
export interface RaftReplicaKey {
  readonly id: BrokerId;
  readonly directoryId: Uuid;
}

export interface RaftEndpoint {
  readonly name: string;
  readonly host: string;
  readonly port: number;
}

export interface RaftSnapshotId {
  readonly endOffset: Offset;
  readonly epoch: LeaderEpoch;
}

/** Vote; as a pre-vote (KIP-996) only asks whether it would be granted. */
export interface RaftVote {
  readonly voter: RaftReplicaKey;
  readonly candidate: RaftReplicaKey;
  readonly epoch: LeaderEpoch;
  readonly lastEpoch: LeaderEpoch;
  readonly lastOffset: Offset;
  readonly isPreVote: boolean;
}

/** Every answer says who leads, as far as the node knows; refusals are codes, since they say that too. */
export interface RaftAnswerHead {
  readonly errorCode: number;
  readonly leaderId: BrokerId;
  readonly leaderEpoch: LeaderEpoch;
  readonly leaderEndpoints: readonly RaftEndpoint[];
}

export interface RaftVoteAnswer extends RaftAnswerHead {
  readonly isVoteGranted: boolean;
}

export interface RaftBeginQuorumEpoch {
  readonly voter: RaftReplicaKey;
  readonly leaderId: BrokerId;
  readonly epoch: LeaderEpoch;
  readonly endpoints: readonly RaftEndpoint[];
}

export interface RaftEndQuorumEpoch {
  readonly leaderId: BrokerId;
  readonly epoch: LeaderEpoch;
  readonly preferredSuccessors: readonly RaftReplicaKey[];
}

export interface RaftFetch {
  readonly replica: RaftReplicaKey;
  readonly epoch: LeaderEpoch;
  /** Everything below is durable at the asker. */
  readonly offset: Offset;
  readonly lastEpoch: LeaderEpoch;
  readonly highWatermark: Offset;
  readonly maxBytes: number;
  readonly maxWaitMs: number;
}

export interface RaftFetched extends RaftAnswerHead {
  readonly highWatermark: Offset;
  readonly diverging: { readonly epoch: LeaderEpoch; readonly endOffset: Offset } | null;
  readonly snapshot: RaftSnapshotId | null;
  readonly records: Uint8Array;
}

export interface RaftFetchSnapshot {
  readonly replica: RaftReplicaKey;
  readonly epoch: LeaderEpoch;
  readonly snapshot: RaftSnapshotId;
  readonly position: number;
  readonly maxBytes: number;
}

export interface RaftSnapshotFetched extends RaftAnswerHead {
  readonly sizeBytes: number;
  readonly position: number;
  readonly bytes: Uint8Array;
}

export interface RaftUpdateVoter {
  readonly voter: RaftReplicaKey;
  readonly epoch: LeaderEpoch;
  readonly endpoints: readonly RaftEndpoint[];
}

/** What a node of the metadata quorum serves to the others. Refuses with NOT_CONTROLLER while it takes no part. */
export interface RaftService {
  vote(request: RaftVote, call: CallOptions): Promise<RaftVoteAnswer>;
  beginQuorumEpoch(request: RaftBeginQuorumEpoch, call: CallOptions): Promise<RaftAnswerHead>;
  endQuorumEpoch(request: RaftEndQuorumEpoch, call: CallOptions): Promise<RaftAnswerHead>;
  /** Parked for up to `maxWaitMs` while there is nothing new. */
  fetch(request: RaftFetch, call: CallOptions): Promise<RaftFetched>;
  fetchSnapshot(request: RaftFetchSnapshot, call: CallOptions): Promise<RaftSnapshotFetched>;
  updateVoter(request: RaftUpdateVoter, call: CallOptions): Promise<RaftAnswerHead>;
}

/** What the dialing node serves on the same link: nothing, it is dialed itself. */
export type RaftClientService = Record<never, never>;
