import type { BrokerId, ErrorCode, LeaderEpoch, Offset } from '@ottla/model';
import type { SnapshotId } from '../raft-client.ts';
import type { ReplicaKey, VoterEndpoint } from './quorum.ts';

/** Asks for a vote in `epoch`; a pre-vote (KIP-996) asks whether one would be granted, in the candidate's epoch as it is. */
export interface VoteRequest {
  readonly kind: 'vote';
  /** Whom the candidate takes the receiver for: another directory refuses. */
  readonly voter: ReplicaKey;
  readonly candidate: ReplicaKey;
  readonly epoch: LeaderEpoch;
  /** Epoch of the candidate's last record, and its log end. */
  readonly lastEpoch: LeaderEpoch;
  readonly lastOffset: Offset;
  readonly isPreVote: boolean;
}

/** A new leader tells of itself. */
export interface BeginQuorumEpochRequest {
  readonly kind: 'begin-quorum-epoch';
  readonly voter: ReplicaKey;
  readonly leaderId: BrokerId;
  readonly epoch: LeaderEpoch;
  readonly endpoints: readonly VoterEndpoint[];
}

/** A leader leaves; the successors stand in the order in which they should try. */
export interface EndQuorumEpochRequest {
  readonly kind: 'end-quorum-epoch';
  readonly leaderId: BrokerId;
  readonly epoch: LeaderEpoch;
  readonly preferredSuccessors: readonly ReplicaKey[];
}

/** What voters and observers pull the log with. Everything below `offset` is durable at the asker. */
export interface FetchRequest {
  readonly kind: 'fetch';
  readonly replica: ReplicaKey;
  /** CurrentLeaderEpoch: the epoch that the asker takes the receiver for the leader of. */
  readonly epoch: LeaderEpoch;
  readonly offset: Offset;
  /** LastFetchedEpoch: epoch of the asker's last record. */
  readonly lastEpoch: LeaderEpoch;
  /** The high watermark that the asker knows (KIP-1166): a later one is worth an answer. */
  readonly highWatermark: Offset;
  readonly maxBytes: number;
  readonly maxWaitMs: number;
}

export interface FetchSnapshotRequest {
  readonly kind: 'fetch-snapshot';
  readonly replica: ReplicaKey;
  readonly epoch: LeaderEpoch;
  readonly snapshot: SnapshotId;
  readonly position: number;
  readonly maxBytes: number;
}

/** A voter tells the leader where it can be reached now, and which folder it has (KIP-853). */
export interface UpdateVoterRequest {
  readonly kind: 'update-voter';
  readonly voter: ReplicaKey;
  readonly epoch: LeaderEpoch;
  readonly endpoints: readonly VoterEndpoint[];
}

export type RaftRequest = VoteRequest | BeginQuorumEpochRequest | EndQuorumEpochRequest | FetchRequest | FetchSnapshotRequest | UpdateVoterRequest;

/** Every answer says who leads, as far as the answering node knows. */
export interface AnswerHead {
  readonly errorCode: ErrorCode;
  /** -1 when unknown. */
  readonly leaderId: BrokerId;
  readonly leaderEpoch: LeaderEpoch;
  readonly leaderEndpoints: readonly VoterEndpoint[];
}

export interface VoteAnswer extends AnswerHead {
  readonly kind: 'vote';
  readonly isVoteGranted: boolean;
}

export interface QuorumEpochAnswer extends AnswerHead {
  readonly kind: 'begin-quorum-epoch' | 'end-quorum-epoch' | 'update-voter';
}

/** Exactly one of diverging, snapshot and records says something; none when there is nothing new. */
export interface FetchAnswer extends AnswerHead {
  readonly kind: 'fetch';
  readonly highWatermark: Offset;
  /** Where the leader's log of the asker's last epoch, or of the one before it, ends: the asker truncates. */
  readonly diverging: { readonly epoch: LeaderEpoch; readonly endOffset: Offset } | null;
  /** The asker lies before the log's start: it loads this first. */
  readonly snapshot: SnapshotId | null;
  /** Whole batches from the asker's offset on. */
  readonly records: Uint8Array;
}

export interface FetchSnapshotAnswer extends AnswerHead {
  readonly kind: 'fetch-snapshot';
  readonly sizeBytes: number;
  readonly position: number;
  readonly bytes: Uint8Array;
}

export type RaftAnswer = VoteAnswer | QuorumEpochAnswer | FetchAnswer | FetchSnapshotAnswer;
