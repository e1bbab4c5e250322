import { NO_LEADER, type BrokerId, type LeaderEpoch } from '@ottla/model';
import type { CoreState } from './core-state.ts';
import { Election } from './election.ts';
import { Following } from './following.ts';
import { Leading } from './leading.ts';
import type { VoterEndpoint } from './quorum.ts';
import type { FetchRequest } from './raft-messages.ts';
import type { Peer } from './raft-steps.ts';
import { FETCH_MAX_WAIT_MS, STAGGER_MS } from './raft-timing.ts';

/**
 * What a node is at present, and how it becomes something else. It is one of: unattached (knows no leader, and waits for
 * `electionAtMs`), asking for votes (`election`: first pre-votes in the epoch as it is, then votes in the next), leading,
 * following; a node that is no voter only follows, or asks around for a leader.
 *
 * Ordering: whatever it was ends first (a leader resigns), then epoch and vote are persisted, then the new begins.
 */
export class Roles {
  readonly #state: CoreState;
  readonly #bootstrapPeers: readonly Peer[];
  election: Election | undefined;
  leading: Leading | undefined;
  following: Following | undefined;
  /** When this node, without a leader or with one that seems gone, tries to become one; an observer then asks around. */
  electionAtMs = Infinity;
  /** Rounds lost, or begun early in vain, since a leader answered: each waits longer. */
  #vainRounds = 0;
  /** A snapshot is being installed whoever the leader is by now; no fetch and no election meanwhile. */
  #isInstalling = false;

  constructor(state: CoreState, bootstrapPeers: readonly Peer[]) {
    this.#state = state;
    this.#bootstrapPeers = bootstrapPeers;
  }

  /** When time changes something; Infinity when it does not. */
  get nextDeadlineMs(): number {
    return Math.min(this.electionAtMs, this.leading?.nextDeadlineMs ?? Infinity, this.following?.nextDeadlineMs ?? Infinity);
  }

  start(): void {
    const state = this.#state;
    if (state.isVoter && state.otherVoters.length === 0) return this.elect();
    // What an earlier process left may be written and not durable.
    if (!state.log.isSynced) state.emit({ kind: 'sync' });
    const known = state.leaderId;
    state.leaderId = NO_LEADER;
    if (known !== NO_LEADER) return this.follow(state.epoch, known, []);
    // A pre-vote disturbs nobody, and its answers tell who leads: no reason to wait for long.
    this.electionAtMs = state.deadlineIn(0, STAGGER_MS);
  }

  tick(): void {
    const state = this.#state;
    // Whoever may have been elected meanwhile is not to be disturbed at once.
    if (this.leading?.onTick() === false) return this.unattached(state.epoch, this.electionTimeout());
    const { following } = this;
    if (following?.isLeaderSilent === true) this.electionAtMs = state.nowMs;
    if (this.electionAtMs <= state.nowMs) this.#seekLeader();
    else following?.onTick();
  }

  /** The leader is gone, or not known: a voter asks whether it could be elected, an observer asks around. */
  #seekLeader(): void {
    const state = this.#state;
    if (this.#isInstalling || this.following?.isInstalling === true) {
      this.electionAtMs = state.deadlineIn(state.timing.retryBackoffMs, 0);
      return;
    }
    if (!state.isVoter) return this.#askAround();
    if (state.otherVoters.length === 0) return this.elect();
    this.#endFollowing();
    this.electionAtMs = this.electionTimeout();
    this.election = new Election(true, state);
    this.election.ask(state);
  }

  elect(): void {
    const state = this.#state;
    this.leave();
    state.epoch += 1;
    state.leaderId = NO_LEADER;
    state.leaderEndpoints = [];
    const election = new Election(false, state);
    state.voted = undefined;
    // The own vote is the majority: asking for it and winning by it is one step, and one durable write.
    if (election.isWon) return this.#lead(election);
    state.voted = state.self;
    state.persistVote();
    state.tellLeader();
    this.election = election;
    this.electionAtMs = this.electionTimeout();
    election.ask(state);
  }

  #lead(election: Election): void {
    const state = this.#state;
    this.election = undefined;
    this.electionAtMs = Infinity;
    this.#vainRounds = 0;
    state.leaderId = state.self.id;
    state.leaderEndpoints = state.endpoints;
    state.persistVote();
    state.voted = state.self;
    this.leading = new Leading(state);
    this.leading.begin(election.grantingVoters);
    state.tellLeader();
  }

  follow(epoch: LeaderEpoch, leaderId: BrokerId, endpoints: readonly VoterEndpoint[]): void {
    const state = this.#state;
    this.leave();
    const isNew = epoch !== state.epoch || leaderId !== state.leaderId;
    if (epoch !== state.epoch) state.voted = undefined;
    state.epoch = epoch;
    state.leaderId = leaderId;
    if (isNew || endpoints.length > 0) state.leaderEndpoints = endpoints;
    if (isNew) state.persistVote();
    state.tellLeader();
    this.electionAtMs = Infinity;
    this.following = new Following(state);
    if (!this.#isInstalling) this.following.pump();
  }

  unattached(epoch: LeaderEpoch, electionAtMs: number): void {
    const state = this.#state;
    const isNew = epoch !== state.epoch || state.leaderId !== NO_LEADER;
    this.leave();
    if (epoch !== state.epoch) state.voted = undefined;
    state.epoch = epoch;
    state.leaderId = NO_LEADER;
    state.leaderEndpoints = [];
    if (isNew) state.persistVote();
    state.tellLeader();
    this.electionAtMs = electionAtMs;
  }

  /** Ends whatever this node is now. */
  leave(): void {
    this.election = undefined;
    this.#endFollowing();
    const { leading } = this;
    if (leading === undefined) return;
    this.leading = undefined;
    this.#state.leaderId = NO_LEADER;
    leading.refuseParked();
    this.#state.emit({ kind: 'resign', epoch: leading.progress.epoch });
  }

  #endFollowing(): void {
    const { following } = this;
    if (following === undefined) return;
    if (following.isInstalling) this.#isInstalling = true;
    following.abandon();
    this.following = undefined;
  }

  synced(): void {
    if (this.leading !== undefined) {
      this.leading.advanceCommit();
      this.leading.answerDue();
    }
    if (!this.#isInstalling) this.following?.onSynced();
  }

  /**
   * What an earlier input committed may let the voters change again, or end a leader that is no voter any more. Before
   * anything else of an input: the state machine appends while it is told of a commit, so nothing may be appended behind one.
   */
  settleVoters(): void {
    const { leading } = this;
    if (leading === undefined) return;
    if (leading.isRemoved) {
      leading.sayFarewell();
      return this.unattached(this.#state.epoch, this.electionTimeout());
    }
    leading.learnDirectories();
  }

  downloadDone(isInstalled: boolean): void {
    this.#isInstalling = false;
    this.following?.onDownloadDone(isInstalled);
  }

  /** A voter answered, or cannot be reached: then it counts as refusing. */
  voted(epoch: LeaderEpoch, isPreVote: boolean, from: BrokerId, isGranted: boolean): void {
    const { election } = this;
    if (election === undefined || election.epoch !== epoch || election.isPreVote !== isPreVote) return;
    election.count(from, isGranted);
    if (election.isWon) {
      if (isPreVote) this.elect();
      else this.#lead(election);
    } else if (election.isLost) this.#lost(isPreVote);
  }

  /** Waits a while; the leader that others still follow is followed again. */
  #lost(isPreVote: boolean): void {
    const state = this.#state;
    this.election = undefined;
    const againAtMs = this.#backoff();
    if (isPreVote && state.leaderId !== NO_LEADER) this.follow(state.epoch, state.leaderId, []);
    this.electionAtMs = againAtMs;
  }

  /** The leader's process is gone, or leads no more: no reason to wait for silence. Others will have seen it too. */
  leaderGone(): void {
    if (this.following === undefined) return;
    this.following.hasLease = false;
    if (this.electionAtMs === Infinity) this.electionAtMs = this.#vainRounds === 0 ? this.#state.deadlineIn(0, STAGGER_MS) : this.#backoff();
  }

  /** The leader answered. */
  leaderAnswered(): void {
    this.#vainRounds = 0;
    this.electionAtMs = Infinity;
    this.following?.tellMove();
  }

  electionTimeout(): number {
    const { electionTimeoutMs } = this.#state.timing;
    return this.#state.deadlineIn(electionTimeoutMs, electionTimeoutMs);
  }

  #askAround(): void {
    const state = this.#state;
    const peers: readonly Peer[] = state.otherVoters.length > 0 ? state.otherVoters : this.#bootstrapPeers;
    const againAtMs = state.deadlineIn(state.timing.retryBackoffMs, state.timing.electionBackoffMaxMs);
    if (this.following?.isLeaderSilent === true) this.unattached(state.epoch, againAtMs);
    this.electionAtMs = againAtMs;
    const peer = peers[peers.length > 1 ? state.random.below(peers.length) : 0];
    if (peer === undefined) return;
    const { log, self, epoch, timing } = state;
    const request: FetchRequest = { kind: 'fetch', replica: self, epoch, offset: log.endOffset, lastEpoch: log.lastEpoch, highWatermark: log.highWatermark, maxBytes: timing.fetchMaxBytes, maxWaitMs: 0 };
    state.send(peer, request, FETCH_MAX_WAIT_MS);
  }

  /** When to try again after a round in vain: chance within a range that doubles each time. */
  #backoff(): number {
    const { retryBackoffMs, electionBackoffMaxMs } = this.#state.timing;
    const rangeMs = Math.min(electionBackoffMaxMs, retryBackoffMs * 2 ** Math.min(this.#vainRounds, 10));
    this.#vainRounds++;
    return this.#state.deadlineIn(retryBackoffMs, rangeMs);
  }
}
