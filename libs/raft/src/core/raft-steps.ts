import type { BrokerId, LeaderEpoch, Offset } from '@ottla/model';
import type { SnapshotId } from '../raft-client.ts';
import type { QuorumState, ReplicaKey, Voter, VoterEndpoint } from './quorum.ts';
import type { FetchAnswer, FetchSnapshotAnswer, RaftAnswer, RaftRequest } from './raft-messages.ts';

/** What the core must know of a batch that was fetched; the bytes stay closed. */
export interface BatchFacts {
  readonly baseOffset: Offset;
  readonly lastOffset: Offset;
  readonly epoch: LeaderEpoch;
  /** What a KRAFT_VOTERS record in it says. */
  readonly voters?: readonly Voter[] | undefined;
}

/** What happened. */
export type RaftInput =
  /** Once, first: the node begins to take part. */
  | { readonly kind: 'start' }
  /** Time passed: `nextDeadlineMs` is due. */
  | { readonly kind: 'tick' }
  /** The leader's state machine wants records in the log. */
  | { readonly kind: 'propose'; readonly epoch: LeaderEpoch; readonly recordCount: number }
  /** The leader's voters shall change to these, one at a time (KIP-853). */
  | { readonly kind: 'propose-voters'; readonly epoch: LeaderEpoch; readonly voters: readonly Voter[] }
  /** Somebody who follows by other ways than `fetch` has all below `offset`: told, never counted. */
  | { readonly kind: 'observed'; readonly replica: ReplicaKey; readonly offset: Offset }
  /** All of the log below `endOffset` can be read. */
  | { readonly kind: 'written'; readonly endOffset: Offset }
  /** All of the log below `endOffset` is durable, as it is now. */
  | { readonly kind: 'synced'; readonly endOffset: Offset }
  /** Another node asks; the answer is an `answer` action with the same id. */
  | { readonly kind: 'request'; readonly id: number; readonly request: RaftRequest }
  /** What came of a `send`. `batches` are those of a fetch's records, in order, checked. */
  | { readonly kind: 'answer'; readonly id: number; readonly answer: RaftAnswer; readonly batches: readonly BatchFacts[] }
  /** No answer came; `isDisconnected` when the connection was refused or closed, which a silent node does not do. */
  | { readonly kind: 'request-failed'; readonly id: number; readonly isDisconnected: boolean }
  /** A `snapshot-install` is durable and the log begins behind it; `voters` are those that it names. */
  | { readonly kind: 'snapshot-installed'; readonly snapshot: SnapshotId; readonly voters: readonly Voter[] | undefined }
  /** The snapshot cannot be used; it was dropped. */
  | { readonly kind: 'snapshot-refused' }
  /** The local log begins at `startOffset` now, behind a snapshot of its own. */
  | { readonly kind: 'log-started'; readonly snapshot: SnapshotId }
  /** The node leaves: a leader tells the others. */
  | { readonly kind: 'shut-down' }
  /** The log or the vote could not be written: this node must do nothing more. */
  | { readonly kind: 'storage-failed' };

/** A control record as the core means it; the driver encodes it. */
export type ControlRecord =
  | { readonly kind: 'leader-change'; readonly leaderId: BrokerId; readonly voters: readonly BrokerId[]; readonly grantingVoters: readonly BrokerId[] }
  | { readonly kind: 'kraft-version' }
  | { readonly kind: 'voters'; readonly voters: readonly Voter[] };

/** Where a request goes. */
export interface Peer {
  readonly id: BrokerId;
  readonly endpoints: readonly VoterEndpoint[];
}

/**
 * What to do about an input. Ordering contract: actions are carried out one after the other in the order of the list,
 * lists in the order of their inputs.
 * - `persist-vote` is durable before the next action of the list begins: no message and no record of an epoch leaves
 *   before the vote of that epoch is on disk.
 * - `append`s of a list stand in the log before a `sync` behind them is answered by `synced`; syncs may be merged,
 *   since a later `endOffset` says more. A `truncate` lowers what a sync under way says to its offset.
 * - `commit` is asked for only when a majority has the records durably; an answer to whoever proposed them waits for it.
 * - `become-leader` comes behind the `commit` that covers everything of earlier epochs; `resign` before anything of a
 *   later epoch.
 * - Nothing is appended, truncated or persisted behind a `commit` or `become-leader` in the same list: the state machine
 *   may append while it is told of them.
 * - A fetch leaves only while all of the own log is durable, so its offset can be counted as such.
 */
export type RaftAction =
  | { readonly kind: 'persist-vote'; readonly state: QuorumState }
  | { readonly kind: 'append-control'; readonly epoch: LeaderEpoch; readonly baseOffset: Offset; readonly records: readonly ControlRecord[] }
  | { readonly kind: 'append'; readonly epoch: LeaderEpoch; readonly baseOffset: Offset; readonly lastOffset: Offset }
  | { readonly kind: 'append-fetched'; readonly records: Uint8Array; readonly endOffset: Offset; readonly epoch: LeaderEpoch }
  | { readonly kind: 'truncate'; readonly endOffset: Offset }
  | { readonly kind: 'sync' }
  | { readonly kind: 'commit'; readonly highWatermark: Offset }
  | { readonly kind: 'leader-changed'; readonly leaderId: BrokerId; readonly epoch: LeaderEpoch }
  | { readonly kind: 'become-leader'; readonly epoch: LeaderEpoch }
  | { readonly kind: 'resign'; readonly epoch: LeaderEpoch }
  | { readonly kind: 'send'; readonly id: number; readonly to: Peer; readonly request: RaftRequest; readonly timeoutMs: number }
  | { readonly kind: 'answer'; readonly id: number; readonly answer: RaftAnswer }
  /** Like `answer`, with the records from `offset` on. */
  | { readonly kind: 'answer-fetch'; readonly id: number; readonly answer: FetchAnswer; readonly offset: Offset; readonly maxBytes: number }
  /** Like `answer`, with the bytes of the snapshot from `position` on, and its size; SNAPSHOT_NOT_FOUND and POSITION_OUT_OF_RANGE are the driver's to say. */
  | { readonly kind: 'answer-fetch-snapshot'; readonly id: number; readonly answer: FetchSnapshotAnswer; readonly snapshot: SnapshotId; readonly maxBytes: number }
  | { readonly kind: 'snapshot-begin'; readonly snapshot: SnapshotId }
  | { readonly kind: 'snapshot-append'; readonly bytes: Uint8Array }
  /** All of it is there: make it durable, begin the log behind it, then say `snapshot-installed`. */
  | { readonly kind: 'snapshot-install'; readonly snapshot: SnapshotId }
  | { readonly kind: 'snapshot-abandon' };
