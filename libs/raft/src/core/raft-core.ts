import { ErrorCode, KafkaError, NO_LEADER, type BrokerId, type LeaderEpoch, type Offset, type Random, type Uuid } from '@ottla/model';
import { CoreState, type Sent } from './core-state.ts';
import { answerVote } from './election.ts';
import type { Leading } from './leading.ts';
import type { ReplicaProgress } from './leader-progress.ts';
import { LogView, type LogState } from './log-view.ts';
import { isSameReplica, type QuorumState, type ReplicaKey, type Voter, type VoterEndpoint } from './quorum.ts';
import type { AnswerHead, BeginQuorumEpochRequest, EndQuorumEpochRequest, FetchRequest, FetchSnapshotRequest, RaftAnswer, RaftRequest, UpdateVoterRequest, VoteRequest } from './raft-messages.ts';
import type { BatchFacts, Peer, RaftAction, RaftInput } from './raft-steps.ts';
import { defaultRaftTiming, PRE_VOTE_GRACE_MS, STAGGER_MS, type RaftTiming } from './raft-timing.ts';
import { Roles } from './roles.ts';

/** What a node knows when it starts. */
export interface RaftCoreState {
  readonly nodeId: BrokerId;
  readonly directoryId: Uuid;
  /** Where this voter can be reached now; a change is written to the log with the next election. */
  readonly endpoints: readonly VoterEndpoint[];
  readonly log: LogState;
  /** undefined when the node never voted. */
  readonly quorumState: QuorumState | undefined;
  readonly random: Pick<Random, 'below'>;
  readonly timing?: RaftTiming;
  /** Nodes to ask for the leader when the voters are not known; ids below 0 stand for addresses only. */
  readonly bootstrapPeers?: readonly Peer[];
}

const noBytes = new Uint8Array(0);

/**
 * Raft as Kafka has it (KIP-595, 630, 853, 996), as a pure machine: an input and the time change the state and answer
 * what to do about it; no clock, no disk, no network. The same inputs and the same chance give the same actions, always.
 *
 * Ordering rules: epochs only grow; epoch and vote are durable before anything of them is said; the high watermark moves
 * only once it covers a record of the leader's own epoch, and never goes back; nothing committed is truncated.
 */
export class RaftCore {
  readonly #state: CoreState;
  readonly #roles: Roles;
  #phase: 'idle' | 'running' | 'stopped' = 'idle';

  /** Throws Error when the only voter is another node or folder: then nobody could ever lead. */
  constructor({ nodeId, directoryId, endpoints, log, quorumState, random, timing = defaultRaftTiming, bootstrapPeers = [] }: RaftCoreState) {
    const view = new LogView(log);
    const self: ReplicaKey = { id: nodeId, directoryId };
    const [only, ...others] = view.voters;
    if (only !== undefined && others.length === 0 && bootstrapPeers.length === 0 && !isSameReplica(only, self)) {
      throw new Error(`the only voter is node ${only.id} with directory.id ${only.directoryId}, this is node ${nodeId} with ${directoryId}`);
    }
    const state = new CoreState(self, endpoints, view, timing, random, Math.max(quorumState?.leaderEpoch ?? 0, view.lastEpoch));
    if (quorumState !== undefined && quorumState.leaderEpoch === state.epoch) {
      const { leaderId, votedId, votedDirectoryId } = quorumState;
      if (votedId >= 0) state.voted = { id: votedId, directoryId: votedDirectoryId };
      else if (leaderId === nodeId) state.voted = self;
      if (leaderId !== nodeId) state.leaderId = leaderId;
    }
    this.#state = state;
    this.#roles = new Roles(state, bootstrapPeers);
  }

  get epoch(): LeaderEpoch {
    return this.#state.epoch;
  }

  /** As last known, which may be long ago; -1 when unknown. */
  get leaderId(): BrokerId {
    return this.#state.leaderId;
  }

  /** Whether this node leads, or follows a leader that has answered it and was not silent since. */
  get hearsLeader(): boolean {
    return this.isLeader || this.#roles.following?.hasLease === true;
  }

  /** Everything below is committed. */
  get highWatermark(): Offset {
    return this.#state.log.highWatermark;
  }

  /** Offset of the next record that is appended. */
  get logEndOffset(): Offset {
    return this.#state.log.endOffset;
  }

  get voters(): readonly Voter[] {
    return this.#state.log.voters;
  }

  /** Who voted at `endOffset`, as far as the log still says. */
  votersAt(endOffset: Offset): readonly Voter[] {
    return this.#state.log.votersAt(endOffset);
  }

  get isVoter(): boolean {
    return this.#state.isVoter;
  }

  get isLeader(): boolean {
    return this.#roles.leading !== undefined;
  }

  /** Whether a change of the voters may be proposed: this node leads, its leadership and the last change are committed. */
  get mayChangeVoters(): boolean {
    return this.#roles.leading?.mayChangeVoters === true;
  }

  /** What the leader knows of a voter; undefined when this node does not lead. */
  progressOf(voter: ReplicaKey): ReplicaProgress | undefined {
    return this.#roles.leading?.progress.progressOf(voter);
  }

  /** What the leader knows of who fetches without being a voter. */
  observers(): readonly ReplicaProgress[] {
    return this.#roles.leading?.progress.observers(this.voters) ?? [];
  }

  /** When `tick` is due, monotonic; undefined when time changes nothing. */
  nextDeadlineMs(): number | undefined {
    const next = this.#phase === 'running' ? this.#roles.nextDeadlineMs : Infinity;
    return next === Infinity ? undefined : next;
  }

  /**
   * `nowMs` is monotonic. Throws KafkaError(NOT_CONTROLLER) for a proposal of an epoch in which this node does not lead
   * (nothing changed then), and Error when the quorum asks to take back what is committed.
   */
  step(input: RaftInput, nowMs: number): readonly RaftAction[] {
    this.#state.beginStep(nowMs);
    const isProposal = input.kind === 'propose' || input.kind === 'propose-voters';
    if (this.#phase === 'running' || isProposal || input.kind === 'start' || input.kind === 'storage-failed') this.#handle(input);
    return this.#state.takeActions();
  }

  #handle(input: RaftInput): void {
    const { log } = this.#state;
    if (this.#phase === 'running' && (input.kind === 'synced' || input.kind === 'request' || input.kind === 'tick')) this.#roles.settleVoters();
    switch (input.kind) {
      case 'start':
        return this.#start();
      case 'tick':
        return this.#roles.tick();
      case 'propose':
        return this.#leadingIn(input.epoch).propose(input.recordCount);
      case 'propose-voters':
        return this.#leadingIn(input.epoch).proposeVoters(input.voters);
      case 'observed':
        return this.#roles.leading?.onObserved(input.replica, input.offset);
      case 'written':
        log.wrote(input.endOffset);
        return this.#roles.leading?.answerDue();
      case 'synced':
        log.synced(input.endOffset);
        return this.#roles.synced();
      case 'request':
        return this.#request(input.id, input.request);
      case 'answer':
        return this.#answered(input.id, input.answer, input.batches);
      case 'request-failed':
        return this.#requestFailed(input.id, input.isDisconnected);
      case 'snapshot-installed':
        log.install(input.snapshot, input.voters);
        return this.#roles.downloadDone(true);
      case 'snapshot-refused':
        return this.#roles.downloadDone(false);
      case 'log-started':
        return log.startAt(input.snapshot);
      case 'shut-down':
        return this.#shutDown();
      case 'storage-failed':
        return this.#stop();
    }
  }

  #start(): void {
    if (this.#phase !== 'idle') return;
    this.#phase = 'running';
    this.#roles.start();
  }

  #request(id: number, request: RaftRequest): void {
    switch (request.kind) {
      case 'vote':
        return this.#vote(id, request);
      case 'begin-quorum-epoch':
        return this.#beginQuorumEpoch(id, request);
      case 'end-quorum-epoch':
        return this.#endQuorumEpoch(id, request);
      case 'fetch':
      case 'fetch-snapshot':
        return this.#fetch(id, request);
      case 'update-voter':
        return this.#updateVoter(id, request);
    }
  }

  #vote(id: number, request: VoteRequest): void {
    const state = this.#state;
    const roles = this.#roles;
    if (state.isSelf(request.voter) && request.epoch > state.epoch) roles.unattached(request.epoch, roles.electionTimeout());
    const mayPreVote = roles.leading === undefined && roles.following?.hasLease !== true && roles.election?.goesBefore(request, state) !== true;
    if (!answerVote(state, id, request, mayPreVote)) return;
    // Whoever is about to be elected is given the time for it.
    if (!request.isPreVote) roles.electionAtMs = roles.electionTimeout();
    else if (roles.election === undefined) roles.electionAtMs = state.deadlineIn(PRE_VOTE_GRACE_MS, STAGGER_MS);
  }

  #beginQuorumEpoch(id: number, { voter, leaderId, epoch, endpoints }: BeginQuorumEpochRequest): void {
    const state = this.#state;
    const { leading, following } = this.#roles;
    const answer = (errorCode: ErrorCode): void => state.answer(id, { kind: 'begin-quorum-epoch', ...state.head(errorCode) });
    if (voter.id !== state.self.id || leaderId === state.self.id) return answer(ErrorCode.INVALID_VOTER_KEY);
    if (epoch < state.epoch) return answer(ErrorCode.FENCED_LEADER_EPOCH);
    if (epoch === state.epoch && leading !== undefined) return answer(ErrorCode.INVALID_REQUEST);
    if (epoch > state.epoch || following === undefined) this.#roles.follow(epoch, leaderId, endpoints);
    answer(ErrorCode.NONE);
  }

  #endQuorumEpoch(id: number, { leaderId, epoch, preferredSuccessors }: EndQuorumEpochRequest): void {
    const state = this.#state;
    const errorCode = epoch < state.epoch ? ErrorCode.FENCED_LEADER_EPOCH : ErrorCode.NONE;
    state.answer(id, { kind: 'end-quorum-epoch', ...state.head(errorCode) });
    if (errorCode !== ErrorCode.NONE || (epoch === state.epoch && leaderId !== state.leaderId)) return;
    const place = preferredSuccessors.findIndex((replica) => state.isSelf(replica));
    this.#roles.unattached(epoch, place < 0 ? this.#roles.electionTimeout() : state.nowMs + place * STAGGER_MS);
  }

  #fetch(id: number, request: FetchRequest | FetchSnapshotRequest): void {
    const state = this.#state;
    const { leading } = this.#roles;
    let errorCode: ErrorCode = ErrorCode.NONE;
    if (request.epoch < state.epoch) errorCode = ErrorCode.FENCED_LEADER_EPOCH;
    else if (request.epoch > state.epoch) errorCode = ErrorCode.UNKNOWN_LEADER_EPOCH;
    else if (leading === undefined) errorCode = ErrorCode.NOT_LEADER_OR_FOLLOWER;
    const head = state.head(errorCode);
    if (request.kind === 'fetch') {
      if (leading !== undefined && errorCode === ErrorCode.NONE) return leading.onFetch(id, request);
      return state.answer(id, { kind: 'fetch', ...head, highWatermark: 0, diverging: null, snapshot: null, records: noBytes });
    }
    const answer = { kind: 'fetch-snapshot', ...head, sizeBytes: 0, position: request.position, bytes: noBytes } as const;
    if (errorCode !== ErrorCode.NONE) return state.answer(id, answer);
    leading?.progress.fetched(request.replica, undefined, state.log.endOffset, state.nowMs, state.log.voters);
    state.emit({ kind: 'answer-fetch-snapshot', id, answer, snapshot: request.snapshot, maxBytes: request.maxBytes });
  }

  #updateVoter(id: number, request: UpdateVoterRequest): void {
    const state = this.#state;
    const { leading } = this.#roles;
    if (leading !== undefined && request.epoch === state.epoch) return leading.onUpdateVoter(id, request);
    const errorCode = request.epoch < state.epoch ? ErrorCode.FENCED_LEADER_EPOCH : ErrorCode.NOT_LEADER_OR_FOLLOWER;
    state.answer(id, { kind: 'update-voter', ...state.head(errorCode) });
  }

  #answered(id: number, answer: RaftAnswer, batches: readonly BatchFacts[]): void {
    const sent = this.#state.takeSent(id);
    if (sent === undefined || answer.kind !== sent.request.kind) return;
    this.#learn(answer, sent);
    if (answer.kind === 'vote' && sent.request.kind === 'vote') {
      return this.#roles.voted(sent.request.epoch, sent.request.isPreVote, sent.to, answer.isVoteGranted);
    }
    const { following } = this.#roles;
    if (following?.isInFlight(id) !== true) return;
    if (answer.leaderEpoch !== this.#state.epoch || answer.errorCode !== ErrorCode.NONE) {
      following.onFailed(answer.errorCode);
      // It led when it was asked last; now it does not.
      if (answer.errorCode === ErrorCode.NOT_LEADER_OR_FOLLOWER) this.#roles.leaderGone();
      return;
    }
    if (answer.kind === 'fetch') following.onFetched(answer, batches);
    else if (answer.kind === 'fetch-snapshot') following.onSnapshotFetched(answer);
    this.#roles.leaderAnswered();
  }

  /** A later epoch than ours, or the leader of ours that we did not know. */
  #learn({ leaderId, leaderEpoch, leaderEndpoints }: AnswerHead, { to }: Sent): void {
    const state = this.#state;
    const roles = this.#roles;
    if (leaderEpoch < state.epoch || (leaderEpoch === state.epoch && roles.leading !== undefined)) return;
    const isOther = leaderId !== NO_LEADER && leaderId !== state.self.id;
    if (leaderEpoch > state.epoch) {
      if (isOther) roles.follow(leaderEpoch, leaderId, leaderEndpoints);
      else roles.unattached(leaderEpoch, roles.electionTimeout());
      return;
    }
    // The leader itself is there again, or somebody names one to a node that knew none.
    if (isOther && roles.following === undefined && (leaderId === to || state.leaderId === NO_LEADER)) roles.follow(leaderEpoch, leaderId, leaderEndpoints);
  }

  #requestFailed(id: number, isDisconnected: boolean): void {
    const sent = this.#state.takeSent(id);
    if (sent === undefined) return;
    const { request, to } = sent;
    if (request.kind === 'vote') return this.#roles.voted(request.epoch, request.isPreVote, to, false);
    const { following } = this.#roles;
    if (following?.isInFlight(id) !== true) return;
    following.onFailed(ErrorCode.NONE);
    if (isDisconnected) this.#roles.leaderGone();
  }

  #shutDown(): void {
    this.#roles.leading?.sayFarewell();
    this.#stop();
  }

  #stop(): void {
    this.#phase = 'stopped';
    this.#roles.leave();
    this.#state.leaderId = NO_LEADER;
    this.#state.tellLeader();
  }

  #leadingIn(epoch: LeaderEpoch): Leading {
    const { leading } = this.#roles;
    if (this.#phase !== 'running' || leading === undefined || epoch !== this.#state.epoch) {
      throw new KafkaError(ErrorCode.NOT_CONTROLLER, `node ${this.#state.self.id} does not lead the quorum in epoch ${epoch}`);
    }
    return leading;
  }
}
