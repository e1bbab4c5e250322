import { ErrorCode, errorCodeOf, KafkaError, type Offset } from '@ottla/model';
import type { CoreState } from './core-state.ts';
import { LeaderProgress, type ParkedFetch } from './leader-progress.ts';
import { findVoter, hasSameEndpoints, type ReplicaKey, type Voter } from './quorum.ts';
import type { FetchAnswer, FetchRequest, UpdateVoterRequest } from './raft-messages.ts';
import type { ControlRecord } from './raft-steps.ts';
import { CHECK_QUORUM_TIMEOUT_FACTOR, STAGGER_MS } from './raft-timing.ts';
import { withLearnedDirectories, withUpdatedVoter } from './voter-set.ts';

const noBytes = new Uint8Array(0);

/**
 * A node that leads in one epoch: it appends, answers fetches, and moves the high watermark to what a majority has
 * durably, once that covers a record of its own epoch.
 */
export class Leading {
  readonly progress: LeaderProgress;
  readonly #state: CoreState;

  constructor(state: CoreState) {
    this.#state = state;
    this.progress = new LeaderProgress(state.self, state.epoch, state.log.endOffset, state.nowMs);
  }

  /** First record of the epoch, and the word to the others. */
  begin(grantingVoters: readonly number[]): void {
    const state = this.#state;
    const { log, self } = state;
    const records: ControlRecord[] = [{ kind: 'leader-change', leaderId: self.id, voters: log.voters.map(({ id }) => id), grantingVoters }];
    const own = findVoter(log.voters, self);
    const isMoved = own !== undefined && (own.directoryId !== self.directoryId || !hasSameEndpoints(own.endpoints, state.endpoints));
    let voters: readonly Voter[] | undefined;
    if (!log.areVotersInLog || isMoved) {
      voters = log.voters.map((voter) => (voter === own ? { ...self, endpoints: state.endpoints } : voter));
      records.push({ kind: 'kraft-version' }, { kind: 'voters', voters });
    }
    this.#appendControl(records, voters);
    this.tellEpoch(state.otherVoters);
  }

  tellEpoch(voters: readonly Voter[]): void {
    const { self, epoch, endpoints, timing, nowMs } = this.#state;
    for (const { id, directoryId, endpoints: at } of voters) {
      const request = { kind: 'begin-quorum-epoch', voter: { id, directoryId }, leaderId: self.id, epoch, endpoints } as const;
      this.#state.send({ id, endpoints: at }, request, timing.requestTimeoutMs);
    }
    this.progress.beginAgainAtMs = this.#state.otherVoters.length === 0 ? Infinity : nowMs + timing.fetchTimeoutMs / 2;
  }

  propose(recordCount: number): void {
    const { log, epoch } = this.#state;
    const baseOffset = log.endOffset;
    const lastOffset = baseOffset + recordCount - 1;
    log.append({ baseOffset, lastOffset, epoch });
    this.#state.emit({ kind: 'append', epoch, baseOffset, lastOffset });
    this.#state.emit({ kind: 'sync' });
  }

  /** One change at a time (KIP-853). Throws KafkaError(REQUEST_TIMED_OUT) while an earlier one, or this node's leadership, is not committed. */
  proposeVoters(voters: readonly Voter[]): void {
    if (!this.mayChangeVoters) throw new KafkaError(ErrorCode.REQUEST_TIMED_OUT, 'An earlier change of the voters, or the leadership itself, is not committed yet: try again.');
    this.#appendControl([{ kind: 'voters', voters }], voters);
  }

  get mayChangeVoters(): boolean {
    return this.progress.isCommitted && this.#state.log.areVotersCommitted;
  }

  /** Whether this node was removed from the voters for good: it leads no longer than that. */
  get isRemoved(): boolean {
    return !this.#state.isVoter && this.#state.log.areVotersCommitted;
  }

  /** A voter tells what it is now. */
  onUpdateVoter(requestId: number, { voter, endpoints }: UpdateVoterRequest): void {
    let errorCode: ErrorCode = ErrorCode.NONE;
    try {
      const voters = withUpdatedVoter(this.#state.log.voters, { ...voter, endpoints });
      if (voters !== undefined) this.proposeVoters(voters);
    } catch (error) {
      errorCode = errorCodeOf(error);
    }
    this.#state.answer(requestId, { kind: 'update-voter', ...this.#state.head(errorCode) });
  }

  /** Voters that were formatted without directory ids have told theirs by fetching: from then on another folder does not count as them. */
  learnDirectories(): void {
    if (!this.mayChangeVoters) return;
    const voters = withLearnedDirectories(this.#state.log.voters, (voter) => this.progress.progressOf(voter)?.directoryId);
    if (voters !== undefined) this.proposeVoters(voters);
  }

  onFetch(requestId: number, request: FetchRequest): void {
    const state = this.#state;
    const { log, nowMs } = state;
    const { replica, offset, lastEpoch } = request;
    const divergence = log.divergence(offset, lastEpoch);
    this.progress.fetched(replica, divergence.kind === 'none' ? offset : undefined, log.endOffset, nowMs, log.voters);
    if (divergence.kind === 'diverging') {
      const { epoch, endOffset } = divergence;
      return state.answer(requestId, { ...this.#fetchAnswer(), diverging: { epoch, endOffset } });
    }
    if (divergence.kind === 'snapshot') return state.answer(requestId, { ...this.#fetchAnswer(), snapshot: log.snapshot });
    const fetch: ParkedFetch = { requestId, replica, offset, highWatermark: request.highWatermark, maxBytes: request.maxBytes, deadlineMs: nowMs + request.maxWaitMs };
    const replaced = this.progress.park(fetch);
    if (replaced !== undefined) state.answer(replaced.requestId, this.#fetchAnswer());
    this.advanceCommit();
    this.answerDue();
  }

  /** A broker with the number of a voter says nothing of that voter. */
  onObserved(replica: ReplicaKey, offset: Offset): void {
    const { log, nowMs } = this.#state;
    if (log.voters.some(({ id }) => id === replica.id)) return;
    this.progress.fetched(replica, offset, log.highWatermark, nowMs, log.voters);
  }

  /** Moves the high watermark as far as it may go. */
  advanceCommit(): void {
    const { log, epoch } = this.#state;
    const offset = this.progress.commitOffset(log.voters, log.syncedOffset);
    if (!this.progress.mayCommit(offset) || !log.commit(offset)) return;
    this.#state.emit({ kind: 'commit', highWatermark: offset });
    if (this.progress.isCommitted) return;
    this.progress.isCommitted = true;
    this.#state.emit({ kind: 'become-leader', epoch });
  }

  /** Answers the fetches that there is something for. */
  answerDue(): void {
    const { log, nowMs } = this.#state;
    for (const fetch of this.progress.takeDue(log.writtenOffset, log.highWatermark, nowMs)) {
      const answer = this.#fetchAnswer();
      if (fetch.offset >= log.writtenOffset) this.#state.answer(fetch.requestId, answer);
      else this.#state.emit({ kind: 'answer-fetch', id: fetch.requestId, answer, offset: fetch.offset, maxBytes: fetch.maxBytes });
    }
  }

  /** Tells the voters that this node leads no more, the most advanced first. */
  sayFarewell(): void {
    const { self, epoch, otherVoters } = this.#state;
    const endOf = (voter: ReplicaKey): Offset => this.progress.progressOf(voter)?.endOffset ?? -1;
    const preferredSuccessors = [...otherVoters].sort((a, b) => endOf(b) - endOf(a)).map(({ id, directoryId }) => ({ id, directoryId }));
    for (const { id, endpoints } of otherVoters) {
      this.#state.send({ id, endpoints }, { kind: 'end-quorum-epoch', leaderId: self.id, epoch, preferredSuccessors }, STAGGER_MS);
    }
  }

  /** Those who wait hear that this node leads no more. */
  refuseParked(): void {
    for (const { requestId } of this.progress.takeAll()) {
      this.#state.answer(requestId, { ...this.#fetchAnswer(), ...this.#state.head(ErrorCode.NOT_LEADER_OR_FOLLOWER) });
    }
  }

  /** When this node must have heard a majority again. */
  get quorumDeadlineMs(): number {
    return this.progress.lastMajorityMs(this.#state.log.voters) + this.#state.timing.fetchTimeoutMs * CHECK_QUORUM_TIMEOUT_FACTOR;
  }

  get nextDeadlineMs(): number {
    return Math.min(this.quorumDeadlineMs, this.progress.nextParkedDeadlineMs(), this.progress.beginAgainAtMs);
  }

  /** False when a majority was silent for too long: this node may lead no more. */
  onTick(): boolean {
    const { nowMs, timing, log } = this.#state;
    if (this.quorumDeadlineMs <= nowMs) return false;
    this.answerDue();
    if (this.progress.beginAgainAtMs <= nowMs) this.tellEpoch(this.progress.silentVoters(log.voters, nowMs - timing.fetchTimeoutMs / 2));
    return true;
  }

  #appendControl(records: readonly ControlRecord[], voters: readonly Voter[] | undefined): void {
    const { log, epoch } = this.#state;
    const baseOffset: Offset = log.endOffset;
    log.append({ baseOffset, lastOffset: baseOffset + records.length - 1, epoch, voters });
    this.#state.emit({ kind: 'append-control', epoch, baseOffset, records });
    this.#state.emit({ kind: 'sync' });
  }

  #fetchAnswer(): FetchAnswer {
    return { kind: 'fetch', ...this.#state.head(ErrorCode.NONE), highWatermark: this.#state.log.highWatermark, diverging: null, snapshot: null, records: noBytes };
  }
}
