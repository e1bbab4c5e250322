import type { Compression, Crc32c, LeaderEpoch, Offset, Scheduler } from '@ottla/model';
import { committedBatchesIn, SnapshotParser } from '../log/committed-batches.ts';
import type { RaftLog, StoredSnapshot } from '../log/raft-log.ts';
import type { CommittedBatch, RaftStateMachine } from '../raft-client.ts';

/** How much of an old log is delivered in one turn at start. */
const CATCH_UP_BYTES = 512 * 1024;
const SNAPSHOT_PIECE_BYTES = 1024 * 1024;

export interface CommitDeliveryOptions {
  readonly log: RaftLog;
  readonly crc: Crc32c;
  readonly compression: Compression;
  readonly scheduler: Scheduler;
  readonly stateMachine: RaftStateMachine;
  /** A delivery failed, later: nothing is delivered any more. */
  onFailure(cause: unknown): void;
}

/**
 * Brings to the state machine what is committed, once and in order: snapshot, batches, then the leadership that waits
 * for them. What this process appended comes from memory; what an earlier one left is read from the log in slices, a
 * slice a turn, so that a long log does not hold up the loop.
 */
export class CommitDelivery {
  readonly #options: CommitDeliveryOptions;
  /** Appended by this process, not delivered yet; in order. */
  #appended: CommittedBatch[] = [];
  #nextOffset: Offset = 0;
  #committedOffset: Offset = 0;
  #announce: LeaderEpoch | undefined;
  #isResuming = false;
  #isStopped = false;

  constructor(options: CommitDeliveryOptions) {
    this.#options = options;
  }

  /** Delivers the snapshot, if it holds anything; batches go on at its end. Again when another one came from the leader. Throws on a corrupt file. */
  begin(snapshot: StoredSnapshot | undefined): void {
    if (snapshot === undefined || snapshot.endOffset === 0) return;
    const { log, crc, compression, stateMachine } = this.#options;
    stateMachine.onSnapshot({ endOffset: snapshot.endOffset, epoch: snapshot.epoch }, snapshotContent(log, snapshot, crc, compression));
    this.#nextOffset = snapshot.endOffset;
    this.#committedOffset = Math.max(this.#committedOffset, snapshot.endOffset);
    this.#appended = [];
  }

  /** Remembers what was appended, to deliver it when it is committed. */
  appended(batch: CommittedBatch): void {
    this.#appended.push(batch);
  }

  /** This node leads no more: what it appended may be cut, and what stays is read from the log. */
  resigned(): void {
    this.#announce = undefined;
    this.#appended = [];
  }

  /** Delivers what is committed now; throws what the state machine throws. */
  commitTo(highWatermark: Offset): void {
    this.#committedOffset = highWatermark;
    this.#advance();
  }

  /** Tells the state machine that it leads, once everything committed by now was delivered. */
  announceLeadership(epoch: LeaderEpoch): void {
    this.#announce = epoch;
    if (!this.#isResuming) this.#advance();
  }

  stop(): void {
    this.#isStopped = true;
    this.#appended = [];
  }

  #advance(): void {
    if (this.#isStopped || this.#isResuming) return;
    const { stateMachine } = this.#options;
    if (!this.#deliverAppended() && this.#nextOffset < this.#committedOffset) {
      this.#deliverFromLog();
      if (this.#nextOffset < this.#committedOffset) return this.#resumeNextTurn();
    }
    if (this.#announce !== undefined) {
      const epoch = this.#announce;
      this.#announce = undefined;
      stateMachine.onLeadership(epoch);
    }
  }

  /** Answers whether everything committed is delivered. */
  #deliverAppended(): boolean {
    let count = 0;
    for (const batch of this.#appended) {
      if (batch.baseOffset > this.#nextOffset) break;
      if (batch.lastOffset >= this.#committedOffset) break;
      count++;
      if (batch.baseOffset < this.#nextOffset) continue;
      this.#nextOffset = batch.lastOffset + 1;
      this.#options.stateMachine.onCommitted(batch);
    }
    this.#appended = count === this.#appended.length ? [] : this.#appended.slice(count);
    return this.#nextOffset >= this.#committedOffset;
  }

  /** One slice of what an earlier process left in the log. */
  #deliverFromLog(): void {
    const { log, crc, compression, stateMachine } = this.#options;
    const bytes = log.read(this.#nextOffset, CATCH_UP_BYTES);
    const before = this.#nextOffset;
    for (const batch of committedBatchesIn(bytes, crc, compression)) {
      if (batch.lastOffset >= this.#committedOffset) break;
      if (batch.baseOffset < this.#nextOffset) continue;
      this.#nextOffset = batch.lastOffset + 1;
      stateMachine.onCommitted(batch);
    }
    if (this.#nextOffset === before) throw new Error(`the metadata log has no batch at the committed offset ${before}`);
  }

  #resumeNextTurn(): void {
    this.#isResuming = true;
    this.#options.scheduler.endOfTurn(() => {
      this.#isResuming = false;
      try {
        this.#advance();
      } catch (error) {
        this.#options.onFailure(error);
      }
    });
  }
}

/** Batches of a snapshot file, read piece by piece. Throws KafkaError(CORRUPT_MESSAGE). */
function* snapshotContent(log: RaftLog, snapshot: StoredSnapshot, crc: Crc32c, compression: Compression): Generator<CommittedBatch> {
  const parser = new SnapshotParser(crc, compression);
  for (let position = 0; position < snapshot.sizeBytes; ) {
    const piece = log.readSnapshot(snapshot, position, SNAPSHOT_PIECE_BYTES);
    if (piece === undefined || piece.length === 0) break;
    yield* parser.add(piece);
    position += piece.length;
  }
  parser.finish();
}
