import { ErrorCode, type Offset } from '@ottla/model';
import type { SnapshotId } from '../raft-client.ts';
import type { CoreState } from './core-state.ts';
import { findVoter, hasSameEndpoints } from './quorum.ts';
import type { FetchAnswer, FetchSnapshotAnswer } from './raft-messages.ts';
import type { BatchFacts } from './raft-steps.ts';
import { FETCH_MAX_WAIT_MS } from './raft-timing.ts';

interface Download {
  readonly snapshot: SnapshotId;
  position: number;
  isInstalling: boolean;
}

/**
 * A node that follows a leader: one fetch at a time, the next once all that came is durable, since the leader counts the
 * offset of a fetch as durable here. When the log lies before the leader's, the snapshot comes first, piece by piece.
 */
export class Following {
  /** Until when the leader must have answered, else another one is sought. */
  #fetchDeadlineMs: number;
  /** Whether the leader answered a fetch and its connection held since: then nobody else is granted a pre-vote. */
  hasLease = false;
  /** When a fetch that failed is sent again. */
  #retryAtMs = Infinity;
  readonly #state: CoreState;
  #tellMoveAtMs = 0;
  #inFlight: number | undefined;
  #leaderHighWatermark: Offset = 0;
  #download: Download | undefined;

  constructor(state: CoreState) {
    this.#state = state;
    this.#fetchDeadlineMs = state.nowMs + state.timing.fetchTimeoutMs;
  }

  get isInstalling(): boolean {
    return this.#download?.isInstalling === true;
  }

  /** Whether the leader gave no answer for controller.quorum.fetch.timeout.ms. */
  get isLeaderSilent(): boolean {
    return !this.isInstalling && this.#fetchDeadlineMs <= this.#state.nowMs;
  }

  get nextDeadlineMs(): number {
    return this.isInstalling ? Infinity : Math.min(this.#fetchDeadlineMs, this.#retryAtMs);
  }

  /** Whether the request is the one that this node waits for. */
  isInFlight(id: number): boolean {
    return this.#inFlight === id;
  }

  /** Sends the next fetch, unless one is under way or the log is not durable yet. */
  pump(): void {
    const { log, timing, self, epoch, leaderId } = this.#state;
    if (this.#inFlight !== undefined || this.#retryAtMs !== Infinity || this.isInstalling || !log.isSynced) return;
    const leader = this.#state.peer(leaderId);
    if (this.#download !== undefined) {
      const { snapshot, position } = this.#download;
      const request = { kind: 'fetch-snapshot', replica: self, epoch, snapshot, position, maxBytes: timing.fetchSnapshotMaxBytes } as const;
      this.#inFlight = this.#state.send(leader, request, timing.requestTimeoutMs);
      return;
    }
    const request = {
      kind: 'fetch', replica: self, epoch, offset: log.endOffset, lastEpoch: log.lastEpoch, highWatermark: log.highWatermark,
      maxBytes: timing.fetchMaxBytes, maxWaitMs: Math.min(FETCH_MAX_WAIT_MS, timing.fetchTimeoutMs / 2),
    } as const;
    this.#inFlight = this.#state.send(leader, request, request.maxWaitMs + timing.requestTimeoutMs);
  }

  onTick(): void {
    if (this.#retryAtMs > this.#state.nowMs) return;
    this.#retryAtMs = Infinity;
    this.pump();
  }

  /** No answer, or one that helps nothing. */
  onFailed(errorCode: ErrorCode): void {
    this.#inFlight = undefined;
    // The leader may have a later snapshot by now.
    if (errorCode === ErrorCode.SNAPSHOT_NOT_FOUND || errorCode === ErrorCode.POSITION_OUT_OF_RANGE) this.abandon();
    this.#retryLater();
  }

  /** The answer of the leader of this epoch. Throws Error when it wants to take back what is committed. */
  onFetched(answer: FetchAnswer, batches: readonly BatchFacts[]): void {
    this.#inFlight = undefined;
    this.#heard();
    const { log } = this.#state;
    // Where the logs part, what is committed there is not what lies here.
    if (answer.diverging === null && answer.snapshot === null) this.#leaderHighWatermark = Math.max(this.#leaderHighWatermark, answer.highWatermark);
    if (answer.diverging !== null) {
      const endOffset = log.truncationPoint(answer.diverging.epoch, answer.diverging.endOffset);
      log.truncateTo(endOffset);
      this.#state.emit({ kind: 'truncate', endOffset });
    } else if (answer.snapshot !== null) {
      this.#download = { snapshot: answer.snapshot, position: 0, isInstalling: false };
      this.#state.emit({ kind: 'snapshot-begin', snapshot: answer.snapshot });
    } else if (batches.length > 0) {
      for (const batch of batches) log.append(batch);
      this.#state.emit({ kind: 'append-fetched', records: answer.records, endOffset: log.endOffset, epoch: log.lastEpoch });
      this.#state.emit({ kind: 'sync' });
    }
    this.onSynced();
  }

  onSnapshotFetched(answer: FetchSnapshotAnswer): void {
    this.#inFlight = undefined;
    const download = this.#download;
    if (download === undefined) return this.pump();
    if (answer.position !== download.position || answer.bytes.length === 0) {
      this.abandon();
      return this.#retryLater();
    }
    this.#heard();
    download.position += answer.bytes.length;
    this.#state.emit({ kind: 'snapshot-append', bytes: answer.bytes });
    if (download.position < answer.sizeBytes) return this.pump();
    download.isInstalling = true;
    this.#state.emit({ kind: 'snapshot-install', snapshot: download.snapshot });
  }

  /** The snapshot was installed, or could not be. */
  onDownloadDone(isInstalled: boolean): void {
    this.#download = undefined;
    this.#fetchDeadlineMs = this.#state.nowMs + this.#state.timing.fetchTimeoutMs;
    if (isInstalled) this.pump();
    else this.#retryLater();
  }

  /** More of the log is durable: what the leader has committed of it is committed here. */
  onSynced(): void {
    const { log } = this.#state;
    const highWatermark = Math.min(this.#leaderHighWatermark, log.syncedOffset);
    if (log.commit(highWatermark)) this.#state.emit({ kind: 'commit', highWatermark });
    this.pump();
  }

  /** When this voter can be reached elsewhere than the voters' record says, the leader is told, once in a while. */
  tellMove(): void {
    const { log, self, endpoints, epoch, leaderId, nowMs, timing } = this.#state;
    if (nowMs < this.#tellMoveAtMs || log.highWatermark < this.#leaderHighWatermark || endpoints.length === 0) return;
    const own = findVoter(log.voters, self);
    if (own === undefined || hasSameEndpoints(own.endpoints, endpoints)) return;
    this.#tellMoveAtMs = nowMs + timing.fetchTimeoutMs;
    this.#state.send(this.#state.peer(leaderId), { kind: 'update-voter', voter: self, epoch, endpoints }, timing.requestTimeoutMs);
  }

  /** Lets go of a snapshot that is not complete. */
  abandon(): void {
    if (this.#download === undefined || this.#download.isInstalling) return;
    this.#download = undefined;
    this.#state.emit({ kind: 'snapshot-abandon' });
  }

  #heard(): void {
    this.hasLease = true;
    this.#fetchDeadlineMs = this.#state.nowMs + this.#state.timing.fetchTimeoutMs;
  }

  #retryLater(): void {
    this.#retryAtMs = this.#state.nowMs + this.#state.timing.retryBackoffMs;
  }
}
