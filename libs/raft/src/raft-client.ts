import type { BrokerId, LeaderEpoch, Offset, TimestampMs, Uuid } from '@ottla/model';
import type { Voter } from './core/quorum.ts';

/** Names a snapshot: it holds everything below `endOffset`, the last of it written in `epoch`. */
export interface SnapshotId {
  readonly endOffset: Offset;
  readonly epoch: LeaderEpoch;
}

/** One committed batch of data records (control batches only move the offset: `records` is empty then). */
export interface CommittedBatch {
  readonly baseOffset: Offset;
  readonly lastOffset: Offset;
  readonly epoch: LeaderEpoch;
  readonly timestamp: TimestampMs;
  /** Record values, in order. */
  readonly records: readonly Uint8Array[];
}

/**
 * What is replicated. Called by the driver, one call at a time, never from inside a call to the RaftClient.
 * Ordering: `onSnapshot` (if any) first, then every committed batch once and in order; `onLeadership(epoch)` comes
 * after everything before that epoch was delivered, `onResigned` before anything of a later epoch.
 */
export interface RaftStateMachine {
  onCommitted(batch: CommittedBatch): void;
  /** Replaces all state; `batches` are those of the snapshot file (control batches left out). */
  onSnapshot(id: SnapshotId, batches: Iterable<CommittedBatch>): void;
  onLeadership(epoch: LeaderEpoch): void;
  onResigned(epoch: LeaderEpoch): void;
  /** The leader as this node knows it; -1 when unknown. */
  onLeaderChange(leaderId: BrokerId, epoch: LeaderEpoch): void;
}

export interface ReplicaInfo {
  readonly id: BrokerId;
  readonly directoryId: Uuid;
  readonly logEndOffset: Offset;
  readonly lastFetchTimestamp: TimestampMs;
  readonly lastCaughtUpTimestamp: TimestampMs;
}

export interface QuorumInfo {
  readonly leaderId: BrokerId;
  readonly epoch: LeaderEpoch;
  readonly highWatermark: Offset;
  readonly voters: readonly ReplicaInfo[];
  readonly observers: readonly ReplicaInfo[];
}

/** Raft as its state machine and the metadata service see it. */
export interface RaftClient {
  readonly nodeId: BrokerId;
  readonly clusterId: string;
  /** Who votes, as this node's log says, with where each is reached. */
  get voters(): readonly Voter[];
  /**
   * The leader while this node is it or hears from it, else -1: a leader that is gone is not named any more, also where
   * there is no majority to elect another.
   */
  leader(): { readonly leaderId: BrokerId; readonly epoch: LeaderEpoch };
  /**
   * Appends one batch of data records as the leader of `epoch` and answers its offsets at once; written and synced
   * with everything else of this turn, committed when `onCommitted` delivers it. Throws KafkaError(NOT_CONTROLLER)
   * when this node does not lead in `epoch`, KafkaError(RECORD_LIST_TOO_LARGE) beyond one batch of 8 MiB.
   */
  append(epoch: LeaderEpoch, records: readonly Uint8Array[]): { readonly baseOffset: Offset; readonly lastOffset: Offset };
  get highWatermark(): Offset;
  get logStartOffset(): Offset;
  /** Whole committed batches from the one that holds `offset`; empty at the high watermark. Throws OFFSET_OUT_OF_RANGE below the log start. */
  readCommitted(offset: Offset, maxBytes: number): Uint8Array;
  /** Settles when the high watermark passes `offset`, or after `maxWaitMs`. */
  awaitCommitted(offset: Offset, maxWaitMs: number): Promise<void>;
  latestSnapshot(): (SnapshotId & { readonly sizeBytes: number }) | undefined;
  /** Throws SNAPSHOT_NOT_FOUND, POSITION_OUT_OF_RANGE. */
  readSnapshot(id: SnapshotId, position: number, maxBytes: number): Uint8Array;
  /** Writes a snapshot of the state at `id` (all of it committed and applied), then lets the log before it go. */
  writeSnapshot(id: SnapshotId, lastTimestamp: TimestampMs, records: Iterable<Uint8Array>): Promise<void>;
  /** Bytes of committed log since the latest snapshot. */
  get bytesSinceSnapshot(): number;
  quorum(): QuorumInfo;
}
