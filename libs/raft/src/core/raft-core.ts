import { ErrorCode, KafkaError, NO_LEADER, ZERO_UUID, type BrokerId, type LeaderEpoch, type Offset, type Uuid } from '@ottla/model';
import type { QuorumState, Voter, VoterEndpoint, VoterSet } from './quorum.ts';

/** What happened. Messages of other voters (Vote, Fetch …) will be further kinds. */
export type RaftInput =
  /** Once, first: the node begins to take part. */
  | { readonly kind: 'start' }
  /** The latest `persist-vote` is durable. */
  | { readonly kind: 'vote-persisted' }
  /** The leader's state machine wants records in the log. */
  | { readonly kind: 'propose'; readonly epoch: LeaderEpoch; readonly recordCount: number }
  /** All of the log below `endOffset` is durable. */
  | { readonly kind: 'synced'; readonly endOffset: Offset }
  /** The log or the vote could not be written: this node must do nothing more. */
  | { readonly kind: 'storage-failed' };

/** A control record as the core means it; the driver encodes it. */
export type ControlRecord =
  | { readonly kind: 'leader-change'; readonly leaderId: BrokerId; readonly voters: readonly BrokerId[]; readonly grantingVoters: readonly BrokerId[] }
  | { readonly kind: 'kraft-version' }
  | { readonly kind: 'voters'; readonly voters: readonly Voter[] };

/**
 * What to do about an input. Ordering contract: actions are carried out one after the other in the order of the list,
 * lists in the order of their inputs.
 * - `persist-vote` is always the last of its list, and its effect is the input `vote-persisted`: nothing that depends
 *   on a vote is asked for before that vote is durable.
 * - `append`s of a list stand in the log before a `sync` behind them is answered by `synced`; syncs may be merged,
 *   since a later `endOffset` says more.
 * - `commit` is asked for only when a majority has the records durably; an answer to whoever proposed them waits for it.
 * - `become-leader` comes behind the `commit` that covers everything of earlier epochs.
 */
export type RaftAction =
  | { readonly kind: 'persist-vote'; readonly state: QuorumState }
  | { readonly kind: 'append-control'; readonly epoch: LeaderEpoch; readonly baseOffset: Offset; readonly records: readonly ControlRecord[] }
  | { readonly kind: 'append'; readonly epoch: LeaderEpoch; readonly baseOffset: Offset; readonly lastOffset: Offset }
  | { readonly kind: 'sync' }
  | { readonly kind: 'commit'; readonly highWatermark: Offset }
  | { readonly kind: 'leader-changed'; readonly leaderId: BrokerId; readonly epoch: LeaderEpoch }
  | { readonly kind: 'become-leader'; readonly epoch: LeaderEpoch }
  | { readonly kind: 'resign'; readonly epoch: LeaderEpoch };

/** What a node knows when it starts. */
export interface RaftCoreState {
  readonly nodeId: BrokerId;
  readonly directoryId: Uuid;
  /** Where this voter can be reached now; a change is written to the log with the next election. */
  readonly endpoints: readonly VoterEndpoint[];
  readonly voters: VoterSet;
  /** undefined when the node never voted. */
  readonly quorumState: QuorumState | undefined;
  readonly logEndOffset: Offset;
  /** Epoch of the last record in the log or the latest snapshot; 0 when there is none. */
  readonly lastEpoch: LeaderEpoch;
}

type Role = 'idle' | 'candidate' | 'leader' | 'stopped';

/**
 * Raft as a pure machine: an input changes the state and answers what to do about it; no clock, no disk, no network.
 * The same inputs give the same actions, always.
 *
 * It elects among one voter. It is shaped for more: elections, log and commit are separate inputs and actions, so
 * further voters add inputs (messages, ticks) and actions (send), and change `#grantingVoters` and `#commitOffset`.
 *
 * Ordering rules: epochs only grow; the vote of an epoch is durable before a record of that epoch exists; the high
 * watermark moves only once it covers a record of the leader's own epoch, and never goes back.
 */
export class RaftCore {
  readonly #nodeId: BrokerId;
  readonly #directoryId: Uuid;
  readonly #endpoints: readonly VoterEndpoint[];
  #voters: VoterSet;
  #role: Role = 'idle';
  #epoch: LeaderEpoch;
  #leaderId: BrokerId = NO_LEADER;
  #logEndOffset: Offset;
  #syncedOffset: Offset = 0;
  #highWatermark: Offset = 0;
  /** Where the records of the own epoch begin, while leading. */
  #epochStartOffset: Offset = 0;
  #isLeadershipCommitted = false;

  /** Throws Error when the voters are not just this node with this directory: it may not elect itself then. */
  constructor(state: RaftCoreState) {
    this.#nodeId = state.nodeId;
    this.#directoryId = state.directoryId;
    this.#endpoints = state.endpoints;
    this.#voters = state.voters;
    this.#epoch = Math.max(state.quorumState?.leaderEpoch ?? 0, state.lastEpoch);
    this.#logEndOffset = state.logEndOffset;
    const [only, ...others] = state.voters.voters;
    if (only === undefined || others.length > 0) {
      throw new Error(`the metadata log names ${state.voters.voters.length} voters; this version runs a quorum of one`);
    }
    if (only.id !== state.nodeId || only.directoryId !== state.directoryId) {
      throw new Error(
        `the only voter is node ${only.id} with directory.id ${only.directoryId}, this is node ${state.nodeId} with ${state.directoryId}`,
      );
    }
  }

  get epoch(): LeaderEpoch {
    return this.#epoch;
  }

  /** -1 when unknown. */
  get leaderId(): BrokerId {
    return this.#leaderId;
  }

  /** Everything below is committed. */
  get highWatermark(): Offset {
    return this.#highWatermark;
  }

  /** Offset of the next record that is appended. */
  get logEndOffset(): Offset {
    return this.#logEndOffset;
  }

  get voters(): readonly Voter[] {
    return this.#voters.voters;
  }

  /** Throws KafkaError(NOT_CONTROLLER) for a proposal of an epoch in which this node does not lead; nothing changed then. */
  step(input: RaftInput): readonly RaftAction[] {
    switch (input.kind) {
      case 'start':
        return this.#role === 'idle' ? this.#startElection() : [];
      case 'vote-persisted':
        return this.#role === 'candidate' ? this.#lead() : [];
      case 'propose':
        return this.#propose(input.epoch, input.recordCount);
      case 'synced':
        return this.#synced(input.endOffset);
      case 'storage-failed':
        return this.#stop();
    }
  }

  /**
   * The own vote is the majority, so asking for it and winning by it is one step, and one durable write: the state
   * names the leader of the new epoch, which no restart can take for a free vote.
   */
  #startElection(): readonly RaftAction[] {
    this.#role = 'candidate';
    this.#epoch += 1;
    const state: QuorumState = { leaderId: this.#nodeId, leaderEpoch: this.#epoch, votedId: NO_LEADER, votedDirectoryId: ZERO_UUID };
    return [{ kind: 'persist-vote', state }];
  }

  #grantingVoters(): BrokerId[] {
    return [this.#nodeId];
  }

  #lead(): readonly RaftAction[] {
    this.#role = 'leader';
    this.#leaderId = this.#nodeId;
    this.#epochStartOffset = this.#logEndOffset;
    const records: ControlRecord[] = [
      { kind: 'leader-change', leaderId: this.#nodeId, voters: this.#voters.voters.map(({ id }) => id), grantingVoters: this.#grantingVoters() },
    ];
    if (!this.#voters.isInLog || !this.#hasEndpointsInVoters()) {
      const voters = [{ id: this.#nodeId, directoryId: this.#directoryId, endpoints: this.#endpoints }];
      this.#voters = { voters, isInLog: true };
      records.push({ kind: 'kraft-version' }, { kind: 'voters', voters });
    }
    const baseOffset = this.#logEndOffset;
    this.#logEndOffset += records.length;
    return [
      { kind: 'append-control', epoch: this.#epoch, baseOffset, records },
      { kind: 'sync' },
      { kind: 'leader-changed', leaderId: this.#nodeId, epoch: this.#epoch },
    ];
  }

  #hasEndpointsInVoters(): boolean {
    const known = this.#voters.voters[0]?.endpoints ?? [];
    return (
      known.length === this.#endpoints.length &&
      this.#endpoints.every(({ name, host, port }, index) => {
        const other = known[index];
        return other?.name === name && other.host === host && other.port === port;
      })
    );
  }

  #propose(epoch: LeaderEpoch, recordCount: number): readonly RaftAction[] {
    if (this.#role !== 'leader' || epoch !== this.#epoch) {
      throw new KafkaError(ErrorCode.NOT_CONTROLLER, `node ${this.#nodeId} does not lead the quorum in epoch ${epoch}`);
    }
    const baseOffset = this.#logEndOffset;
    this.#logEndOffset += recordCount;
    return [{ kind: 'append', epoch, baseOffset, lastOffset: this.#logEndOffset - 1 }, { kind: 'sync' }];
  }

  #synced(endOffset: Offset): readonly RaftAction[] {
    if (this.#role !== 'leader' || endOffset <= this.#syncedOffset) return [];
    this.#syncedOffset = endOffset;
    const commit = this.#commitOffset();
    if (commit <= this.#highWatermark || commit <= this.#epochStartOffset) return [];
    this.#highWatermark = commit;
    const actions: RaftAction[] = [{ kind: 'commit', highWatermark: commit }];
    if (!this.#isLeadershipCommitted) {
      this.#isLeadershipCommitted = true;
      actions.push({ kind: 'become-leader', epoch: this.#epoch });
    }
    return actions;
  }

  /** Up to where a majority of the voters has the log durably. */
  #commitOffset(): Offset {
    return this.#syncedOffset;
  }

  #stop(): readonly RaftAction[] {
    const wasLeader = this.#role === 'leader';
    this.#role = 'stopped';
    this.#leaderId = NO_LEADER;
    if (!wasLeader) return [];
    return [
      { kind: 'resign', epoch: this.#epoch },
      { kind: 'leader-changed', leaderId: NO_LEADER, epoch: this.#epoch },
    ];
  }
}
