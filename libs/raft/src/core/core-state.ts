import { NO_LEADER, ZERO_UUID, type BrokerId, type ErrorCode, type LeaderEpoch, type Random } from '@ottla/model';
import type { LogView } from './log-view.ts';
import { findVoter, isSameReplica, type ReplicaKey, type Voter, type VoterEndpoint } from './quorum.ts';
import type { AnswerHead, RaftAnswer, RaftRequest } from './raft-messages.ts';
import type { Peer, RaftAction } from './raft-steps.ts';
import type { RaftTiming } from './raft-timing.ts';

/** What a `send` was for: its answer counts only while that is still so. */
export interface Sent {
  readonly to: BrokerId;
  readonly request: RaftRequest;
}

/**
 * What the roles of a node share: who it is, its log, its vote, and the list of actions that the present input is
 * answered with. Ordering: a change of epoch, vote or leader is persisted (`persistVote`) before any action behind it.
 */
export class CoreState {
  readonly self: ReplicaKey;
  /** Where this node can be reached now. */
  readonly endpoints: readonly VoterEndpoint[];
  readonly log: LogView;
  readonly timing: RaftTiming;
  readonly random: Pick<Random, 'below'>;
  epoch: LeaderEpoch;
  leaderId: BrokerId = NO_LEADER;
  leaderEndpoints: readonly VoterEndpoint[] = [];
  /** Whom this node voted for in `epoch`; itself when it led. */
  voted: ReplicaKey | undefined;
  nowMs = 0;
  #actions: RaftAction[] = [];
  #lastRequestId = 0;
  readonly #sent = new Map<number, Sent>();
  #toldLeaderId: BrokerId = NO_LEADER;
  #toldEpoch: LeaderEpoch;

  constructor(self: ReplicaKey, endpoints: readonly VoterEndpoint[], log: LogView, timing: RaftTiming, random: Pick<Random, 'below'>, epoch: LeaderEpoch) {
    this.self = self;
    this.endpoints = endpoints;
    this.log = log;
    this.timing = timing;
    this.random = random;
    this.epoch = epoch;
    this.#toldEpoch = epoch;
  }

  /** Whether the log names this node, with this folder, as a voter. */
  get isVoter(): boolean {
    return findVoter(this.log.voters, this.self) !== undefined;
  }

  /** The voters beside this node. */
  get otherVoters(): readonly Voter[] {
    return this.log.voters.filter((voter) => voter.id !== this.self.id);
  }

  beginStep(nowMs: number): void {
    this.nowMs = nowMs;
    this.#actions = [];
  }

  takeActions(): readonly RaftAction[] {
    return this.#actions;
  }

  emit(action: RaftAction): void {
    this.#actions.push(action);
  }

  send(to: Peer, request: RaftRequest, timeoutMs: number): number {
    const id = ++this.#lastRequestId;
    this.#sent.set(id, { to: to.id, request });
    this.emit({ kind: 'send', id, to: { id: to.id, endpoints: to.endpoints }, request, timeoutMs });
    return id;
  }

  /** What the request was, once; undefined for an answer that comes twice. */
  takeSent(id: number): Sent | undefined {
    const sent = this.#sent.get(id);
    this.#sent.delete(id);
    return sent;
  }

  answer(id: number, answer: RaftAnswer): void {
    this.emit({ kind: 'answer', id, answer });
  }

  head(errorCode: ErrorCode): AnswerHead {
    return { errorCode, leaderId: this.leaderId, leaderEpoch: this.epoch, leaderEndpoints: this.leaderEndpoints };
  }

  persistVote(): void {
    const { leaderId, epoch, voted } = this;
    this.emit({ kind: 'persist-vote', state: { leaderId, leaderEpoch: epoch, votedId: voted?.id ?? NO_LEADER, votedDirectoryId: voted?.directoryId ?? ZERO_UUID } });
  }

  /** Tells the state machine who leads, if that changed. */
  tellLeader(): void {
    if (this.leaderId === this.#toldLeaderId && (this.epoch === this.#toldEpoch || this.leaderId === NO_LEADER)) return;
    this.#toldLeaderId = this.leaderId;
    this.#toldEpoch = this.epoch;
    this.emit({ kind: 'leader-changed', leaderId: this.leaderId, epoch: this.epoch });
  }

  /** How to reach `id`: as it said itself when it leads, else as the voters' record has it. */
  peer(id: BrokerId): Peer {
    const endpoints = id === this.leaderId && this.leaderEndpoints.length > 0 ? this.leaderEndpoints : (this.log.voters.find((voter) => voter.id === id)?.endpoints ?? []);
    return { id, endpoints };
  }

  /** `min` and a random part below `spread`, from now on. */
  deadlineIn(minMs: number, spreadMs: number): number {
    return this.nowMs + minMs + (spreadMs >= 1 ? this.random.below(Math.floor(spreadMs)) : 0);
  }

  isSelf(replica: ReplicaKey): boolean {
    return isSameReplica(replica, this.self);
  }
}
