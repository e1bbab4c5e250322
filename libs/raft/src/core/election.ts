import { ErrorCode, NO_LEADER, type BrokerId, type LeaderEpoch } from '@ottla/model';
import type { CoreState } from './core-state.ts';
import { isSameReplica, majorityOf } from './quorum.ts';
import type { VoteAnswer, VoteRequest } from './raft-messages.ts';
import { STAGGER_MS } from './raft-timing.ts';

/** One round of asking for votes, or for pre-votes (KIP-996). Whoever does not answer counts as refusing. */
export class Election {
  readonly isPreVote: boolean;
  readonly epoch: LeaderEpoch;
  readonly #sinceMs: number;
  readonly #voterCount: number;
  readonly #granted = new Set<BrokerId>();
  readonly #refused = new Set<BrokerId>();

  constructor(isPreVote: boolean, state: CoreState) {
    this.isPreVote = isPreVote;
    this.epoch = state.epoch;
    this.#sinceMs = state.nowMs;
    this.#voterCount = state.log.voters.length;
    this.#granted.add(state.self.id);
  }

  count(voterId: BrokerId, isGranted: boolean): void {
    if (isGranted) this.#granted.add(voterId);
    else if (!this.#granted.has(voterId)) this.#refused.add(voterId);
  }

  get isWon(): boolean {
    return this.#granted.size >= majorityOf(this.#voterCount);
  }

  get isLost(): boolean {
    return this.#refused.size > this.#voterCount - majorityOf(this.#voterCount);
  }

  get grantingVoters(): BrokerId[] {
    return [...this.#granted].sort((a, b) => a - b);
  }

  /** Of two that ask for pre-votes at the same time, with logs as good, one has to stand back: the one with the lower id. */
  goesBefore({ candidate, lastEpoch, lastOffset }: VoteRequest, { self, log, nowMs }: CoreState): boolean {
    return this.isPreVote && nowMs < this.#sinceMs + STAGGER_MS && self.id > candidate.id && lastEpoch === log.lastEpoch && lastOffset === log.endOffset;
  }

  /** Asks every other voter. */
  ask(state: CoreState): void {
    const { log, self, timing } = state;
    for (const voter of state.otherVoters) {
      const request: VoteRequest = {
        kind: 'vote',
        voter: { id: voter.id, directoryId: voter.directoryId },
        candidate: self,
        epoch: this.epoch,
        lastEpoch: log.lastEpoch,
        lastOffset: log.endOffset,
        isPreVote: this.isPreVote,
      };
      state.send({ id: voter.id, endpoints: voter.endpoints }, request, timing.requestTimeoutMs);
    }
  }
}

/**
 * Decides about a vote of this epoch or an earlier one; the caller has moved on to a later epoch before. A granted vote
 * is persisted first. `mayPreVote` is false while a leader of this epoch was heard lately, or this node is it.
 * Answers whether the vote was granted.
 */
export function answerVote(state: CoreState, id: number, request: VoteRequest, mayPreVote: boolean): boolean {
  const answer = (errorCode: ErrorCode, isVoteGranted: boolean): boolean => {
    const said: VoteAnswer = { kind: 'vote', ...state.head(errorCode), isVoteGranted };
    state.answer(id, said);
    return isVoteGranted;
  };
  if (!state.isSelf(request.voter)) return answer(ErrorCode.INVALID_VOTER_KEY, false);
  if (request.epoch < state.epoch) return answer(ErrorCode.FENCED_LEADER_EPOCH, false);
  const isUpToDate = state.log.isUpToDate(request.lastEpoch, request.lastOffset);
  if (request.isPreVote) return answer(ErrorCode.NONE, isUpToDate && mayPreVote);

  const { voted } = state;
  const isFree = voted === undefined ? state.leaderId === NO_LEADER : isSameReplica(voted, request.candidate);
  if (!isFree || (voted === undefined && !isUpToDate)) return answer(ErrorCode.NONE, false);
  if (voted === undefined) {
    state.voted = request.candidate;
    state.persistVote();
  }
  return answer(ErrorCode.NONE, true);
}
