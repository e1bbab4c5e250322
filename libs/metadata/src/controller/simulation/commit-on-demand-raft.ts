import { ErrorCode, KafkaError, type LeaderEpoch, type Offset, type TimestampMs } from '@ottla/model';
import type { CommittedBatch, QuorumInfo, RaftClient, RaftStateMachine, SnapshotId } from '@ottla/raft';
import { buildBatch, type RecordInput } from '@ottla/protocol';
import { tableCrc32c } from '@ottla/testing';

/** For tests: a metadata log that commits when the test says so. */
export class CommitOnDemandRaft implements RaftClient {
  readonly nodeId = 1;
  readonly clusterId = 'cluster-of-tests';
  readonly batches: CommittedBatch[] = [];
  stateMachine: RaftStateMachine | undefined;
  highWatermark: Offset = 0;
  logStartOffset: Offset = 0;
  bytesSinceSnapshot = 0;
  /** Refuses appends when set. */
  refusal: KafkaError | undefined;
  #epoch: LeaderEpoch = 0;
  #leads = false;

  get endOffset(): Offset {
    return (this.batches.at(-1)?.lastOffset ?? -1) + 1;
  }

  get voters(): readonly [] {
    return [];
  }

  leader(): { readonly leaderId: number; readonly epoch: LeaderEpoch } {
    return { leaderId: this.#leads ? this.nodeId : -1, epoch: this.#epoch };
  }

  /** Becomes leader: the control batch of the new epoch is appended, not committed. */
  lead(): void {
    this.#epoch++;
    this.#leads = true;
    this.#push([], 1);
    this.stateMachine?.onLeaderChange(this.nodeId, this.#epoch);
    this.stateMachine?.onLeadership(this.#epoch);
  }

  /** What another leader appended. */
  appendOf(epoch: LeaderEpoch, records: readonly Uint8Array[]): void {
    this.#epoch = epoch;
    this.#push(records, records.length);
  }

  /** Loses leadership; what is not committed is lost with it. */
  resign(): void {
    this.#leads = false;
    while (this.endOffset > this.highWatermark) this.batches.pop();
    this.stateMachine?.onResigned(this.#epoch);
  }

  append(epoch: LeaderEpoch, records: readonly Uint8Array[]): { readonly baseOffset: Offset; readonly lastOffset: Offset } {
    if (this.refusal !== undefined) throw this.refusal;
    if (!this.#leads || epoch !== this.#epoch) throw new KafkaError(ErrorCode.NOT_CONTROLLER);
    return this.#push(records, records.length);
  }

  /** Commits and delivers the next `count` batches, all when left out. */
  commit(count = Infinity): void {
    let left = count;
    for (const batch of this.batches) {
      if (batch.baseOffset < this.highWatermark) continue;
      if (left-- <= 0) return;
      this.highWatermark = batch.lastOffset + 1;
      this.stateMachine?.onCommitted(batch);
    }
  }

  readCommitted(offset: Offset): Uint8Array {
    const committed = this.batches.filter(({ baseOffset, lastOffset }) => lastOffset >= offset && baseOffset < this.highWatermark);
    return Buffer.concat(committed.map((batch) => bytesOf(batch)));
  }

  awaitCommitted(): Promise<void> {
    return Promise.resolve();
  }

  latestSnapshot(): undefined {
    return undefined;
  }

  readSnapshot(): Uint8Array {
    throw new KafkaError(ErrorCode.SNAPSHOT_NOT_FOUND);
  }

  writeSnapshot(_id: SnapshotId, _lastTimestamp: TimestampMs, _records: Iterable<Uint8Array>): Promise<void> {
    return Promise.reject(new Error('this log writes no snapshots'));
  }

  quorum(): QuorumInfo {
    const me = { id: this.nodeId, directoryId: 'AAAAAAAAAAAAAAAAAAAB1A', logEndOffset: this.endOffset, lastFetchTimestamp: 5, lastCaughtUpTimestamp: 5 };
    return { leaderId: this.leader().leaderId, epoch: this.#epoch, highWatermark: this.highWatermark, voters: [me], observers: [] };
  }

  #push(records: readonly Uint8Array[], count: number): { readonly baseOffset: Offset; readonly lastOffset: Offset } {
    const baseOffset = this.endOffset;
    const lastOffset = baseOffset + count - 1;
    this.batches.push({ baseOffset, lastOffset, epoch: this.#epoch, timestamp: 0, records });
    return { baseOffset, lastOffset };
  }
}

function bytesOf({ baseOffset, epoch, timestamp, records }: CommittedBatch): Uint8Array {
  const isControl = records.length === 0;
  const values: RecordInput[] = isControl ? [{ key: new Uint8Array(4), value: new Uint8Array(0) }] : records.map((value) => ({ key: null, value }));
  return buildBatch({ crc: tableCrc32c, baseOffset, partitionLeaderEpoch: epoch, timestamp, isControl }, values);
}
