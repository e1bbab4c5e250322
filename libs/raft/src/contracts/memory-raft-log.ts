import type { LeaderEpoch, Offset } from '@ottla/model';
import { batchesIn } from '@ottla/protocol';
import type { QuorumState } from '../core/quorum.ts';
import type { RaftLog, SnapshotFile, StoredSnapshot } from '../log/raft-log.ts';
import type { SnapshotId } from '../raft-client.ts';

interface StoredBatch {
  readonly baseOffset: Offset;
  readonly endOffset: Offset;
  readonly epoch: LeaderEpoch;
  readonly bytes: Uint8Array;
}

/** What survives the process of a `MemoryRaftLog`. */
export interface MemoryRaftStorage {
  batches: StoredBatch[];
  /** How many of them are durable. */
  syncedBatches: number;
  startOffset: Offset;
  vote: QuorumState | undefined;
  readonly snapshots: Map<string, StoredSnapshot & { readonly bytes: Uint8Array }>;
}

export function memoryRaftStorage(): MemoryRaftStorage {
  return { batches: [], syncedBatches: 0, startOffset: 0, vote: undefined, snapshots: new Map() };
}

const nameOf = (id: SnapshotId): string => `${id.endOffset}-${id.epoch}`;

/** A RaftLog in memory, for tests: it can hold syncs back, fail, and crash. */
export class MemoryRaftLog implements RaftLog {
  readonly #storage: MemoryRaftStorage;
  #isDead = false;
  #held: (() => void)[] | undefined;
  #failure: Error | undefined;
  #beforeSync: (() => Promise<void>) | undefined;
  /** How many syncs were asked for. */
  syncCount = 0;

  constructor(storage: MemoryRaftStorage = memoryRaftStorage()) {
    this.#storage = storage;
    const newest = this.latestSnapshot();
    if (newest !== undefined && newest.endOffset > this.endOffset) {
      storage.batches = [];
      storage.syncedBatches = 0;
      storage.startOffset = newest.endOffset;
    }
  }

  /** From now on syncs wait for `releaseSyncs`. */
  holdSyncs(): void {
    this.#held = [];
  }

  releaseSyncs(): void {
    const held = this.#held ?? [];
    this.#held = undefined;
    for (const release of held) release();
  }

  /** From now on each sync takes as long as `wait`. */
  delaySyncs(wait: () => Promise<void>): void {
    this.#beforeSync = wait;
  }

  /** From now on appends throw, and syncs reject, with `error`. */
  failWith(error: Error): void {
    this.#failure = error;
  }

  /** The machine loses power: what was not synced is gone but for `keptBatches` of it, and this object answers no more. */
  crash(keptBatches = 0): void {
    this.#isDead = true;
    this.#storage.batches = this.#storage.batches.slice(0, this.#storage.syncedBatches + keptBatches);
  }

  get startOffset(): Offset {
    return this.#storage.startOffset;
  }

  get endOffset(): Offset {
    return this.#storage.batches.at(-1)?.endOffset ?? this.#storage.startOffset;
  }

  get writtenEndOffset(): Offset {
    return this.endOffset;
  }

  get lastEpoch(): LeaderEpoch {
    return this.#storage.batches.at(-1)?.epoch ?? this.latestSnapshot()?.epoch ?? 0;
  }

  append(bytes: Uint8Array, epoch: LeaderEpoch): void {
    this.#check();
    for (const batch of batchesIn(bytes)) {
      if (batch.baseOffset !== this.endOffset) throw new Error(`the batch begins at ${batch.baseOffset}, the log ends at ${this.endOffset}`);
      const end = batch.position + batch.sizeInBytes;
      this.#storage.batches.push({ baseOffset: batch.baseOffset, endOffset: batch.nextOffset, epoch, bytes: bytes.slice(batch.position, end) });
    }
  }

  appendFetched(bytes: Uint8Array): void {
    for (const batch of batchesIn(bytes)) this.append(bytes.subarray(batch.position, batch.position + batch.sizeInBytes), batch.partitionLeaderEpoch);
  }

  truncateTo(endOffset: Offset): void {
    this.#check();
    const storage = this.#storage;
    storage.batches = storage.batches.filter((batch) => batch.endOffset <= endOffset);
    storage.syncedBatches = Math.min(storage.syncedBatches, storage.batches.length);
    if (this.endOffset !== endOffset) throw new Error(`no batch ends at ${endOffset}`);
  }

  startAt(id: SnapshotId): void {
    this.removeBefore(id);
    this.#storage.batches = [];
    this.#storage.syncedBatches = 0;
  }

  async sync(): Promise<void> {
    this.#check();
    this.syncCount++;
    const { endOffset } = this;
    const held = this.#held;
    if (held !== undefined) {
      await new Promise<void>((resolve) => {
        held.push(resolve);
      });
    }
    if (this.#beforeSync !== undefined) await this.#beforeSync();
    this.#check();
    const storage = this.#storage;
    storage.syncedBatches = Math.max(storage.syncedBatches, storage.batches.findLastIndex((batch) => batch.endOffset <= endOffset) + 1);
  }

  read(offset: Offset, maxBytes: number): Uint8Array {
    this.#check();
    const parts: Uint8Array[] = [];
    let bytes = 0;
    for (const batch of this.#storage.batches) {
      if (batch.endOffset <= offset) continue;
      if (parts.length > 0 && bytes + batch.bytes.length > maxBytes) break;
      parts.push(batch.bytes);
      bytes += batch.bytes.length;
    }
    return Buffer.concat(parts);
  }

  commitTo(): void {
    this.#check();
  }

  readVote(): QuorumState | undefined {
    return this.#storage.vote;
  }

  writeVote(state: QuorumState): void {
    this.#check();
    this.#storage.vote = state;
  }

  latestSnapshot(): StoredSnapshot | undefined {
    let newest: StoredSnapshot | undefined;
    for (const snapshot of this.#storage.snapshots.values()) if (newest === undefined || snapshot.endOffset > newest.endOffset) newest = snapshot;
    return newest === undefined ? undefined : { endOffset: newest.endOffset, epoch: newest.epoch, sizeBytes: newest.sizeBytes };
  }

  readSnapshot(id: SnapshotId, position: number, maxBytes: number): Uint8Array | undefined {
    return this.#storage.snapshots.get(nameOf(id))?.bytes.slice(position, position + maxBytes);
  }

  createSnapshot(id: SnapshotId): SnapshotFile {
    this.#check();
    const parts: Uint8Array[] = [];
    return {
      append: (bytes) => {
        this.#check();
        parts.push(bytes);
      },
      commit: async () => {
        await Promise.resolve();
        this.#check();
        const bytes = Buffer.concat(parts);
        this.#storage.snapshots.set(nameOf(id), { endOffset: id.endOffset, epoch: id.epoch, sizeBytes: bytes.length, bytes });
      },
      abandon: () => {},
    };
  }

  removeBefore(id: SnapshotId): void {
    this.#check();
    const storage = this.#storage;
    for (const [name, snapshot] of storage.snapshots) if (snapshot.endOffset < id.endOffset) storage.snapshots.delete(name);
    const kept = storage.batches.filter(({ endOffset }) => endOffset > id.endOffset);
    storage.syncedBatches = Math.max(0, storage.syncedBatches - (storage.batches.length - kept.length));
    storage.batches = kept;
    // A snapshot of the leader's may have come while this one was written.
    storage.startOffset = Math.max(storage.startOffset, id.endOffset);
  }

  close(): Promise<void> {
    this.#isDead = true;
    return Promise.resolve();
  }

  #check(): void {
    if (this.#isDead) throw new Error('this log is closed');
    if (this.#failure !== undefined) throw this.#failure;
  }
}
