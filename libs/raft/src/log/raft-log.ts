import type { LeaderEpoch, Offset } from '@ottla/model';
import type { QuorumState } from '../core/quorum.ts';
import type { SnapshotId } from '../raft-client.ts';

/** A snapshot on disk. */
export interface StoredSnapshot extends SnapshotId {
  readonly sizeBytes: number;
}

/** A snapshot being written. Not seen by anyone before `commit` settles; a crash leaves nothing of it that counts. */
export interface SnapshotFile {
  /** Adds whole batches. The bytes are the file's from then on. */
  append(bytes: Uint8Array): void;
  /** Makes it durable, then visible under its name. */
  commit(): Promise<void>;
  /** Drops it; fine after a failed commit. */
  abandon(): void;
}

/**
 * The replicated log of one node with its snapshots and its vote. One suite runs on every implementation
 * (`raftLogContract` in @ottla/raft/contracts).
 *
 * Ordering: batches are readable once appended, durable once a `sync` called after their append settles. One `sync` at
 * a time; appends may go on meanwhile. Any method may throw, and `sync` reject: the log cannot be used after that.
 */
export interface RaftLog {
  /** First offset that can be read; what lies before is in a snapshot. */
  readonly startOffset: Offset;
  /** Offset of the next record. */
  readonly endOffset: Offset;
  /** End of what `read` sees: a write that is under way off the event loop is not there yet. */
  readonly writtenEndOffset: Offset;
  /** Epoch of the last record, or of the snapshot that ends where the log begins; 0 when there is neither. */
  readonly lastEpoch: LeaderEpoch;
  /** Adds one batch whose offsets are set (from `endOffset`) and whose epoch is set. The bytes are the log's from then on. */
  append(batch: Uint8Array, epoch: LeaderEpoch): void;
  /** Adds whole batches of another node's log, which continue this one, none of a later epoch than `epoch`. The bytes are the log's from then on. */
  appendFetched(batches: Uint8Array, epoch: LeaderEpoch): void;
  /** Removes everything from `endOffset` on, which is where a batch begins. Only while all is durable and no sync is under way. */
  truncateTo(endOffset: Offset): void;
  /** Makes all that was appended before the call durable, in one write. */
  sync(): Promise<void>;
  /** Whole batches from the one that holds `offset`, at least one if there is any, up to about `maxBytes`, below `endOffset`. */
  read(offset: Offset, maxBytes: number): Uint8Array;
  /** Told after each commit: nothing below is ever taken back, so it may be cleaned up behind a snapshot. */
  commitTo(highWatermark: Offset): void;

  /** What was last persisted; undefined when nothing was. */
  readVote(): QuorumState | undefined;
  /** Durable when it returns. */
  writeVote(state: QuorumState): void;

  /** The newest snapshot, the bootstrap snapshot (end offset 0) included. */
  latestSnapshot(): StoredSnapshot | undefined;
  /** Up to `maxBytes` bytes from `position`; less at the end only. undefined when there is no such snapshot. */
  readSnapshot(id: SnapshotId, position: number, maxBytes: number): Uint8Array | undefined;
  createSnapshot(id: SnapshotId): SnapshotFile;
  /** Removes older snapshots, and the log below the end of this one as far as whole segments allow. */
  removeBefore(id: SnapshotId): void;

  /** The log is empty from now on and goes on behind this snapshot, which was committed; older snapshots go. Only while no sync is under way. */
  startAt(id: SnapshotId): void;

  /** Gives all files back; what was not synced may be lost. */
  close(): Promise<void>;
}
