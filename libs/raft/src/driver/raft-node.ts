import {
  ErrorCode,
  KafkaError,
  type BrokerId,
  type Clock,
  type Compression,
  type Crc32c,
  type LeaderEpoch,
  type Logger,
  type Offset,
  type Scheduler,
  type TimestampMs,
  type Uuid,
} from '@ottla/model';
import { batchesIn, buildBatch } from '@ottla/protocol';
import { controlBatch, encodeControlRecord } from '../core/control-records.ts';
import type { VoterEndpoint } from '../core/quorum.ts';
import { RaftCore, type ControlRecord, type RaftAction, type RaftInput } from '../core/raft-core.ts';
import type { RaftLog } from '../log/raft-log.ts';
import { snapshotBatches } from '../log/snapshot-batches.ts';
import type { QuorumInfo, RaftClient, RaftStateMachine, SnapshotId } from '../raft-client.ts';
import { CommitDelivery } from './commit-delivery.ts';
import { CommitWaiters } from './commit-waiters.ts';
import { readVoters } from './read-voters.ts';

/** Largest batch of one `append`, as Kafka's KafkaRaftClient.MAX_BATCH_SIZE_BYTES. */
const MAX_BATCH_BYTES = 8 * 1024 * 1024;
/** What a record needs beside its value, at most. */
const RECORD_OVERHEAD_BYTES = 16;

export interface RaftNodeOptions {
  readonly nodeId: BrokerId;
  readonly clusterId: string;
  /** directory.id of the folder that holds the log. */
  readonly directoryId: Uuid;
  /** Where this voter's controller listener can be reached. */
  readonly endpoints: readonly VoterEndpoint[];
  /** Owned from here on: `close` closes it. */
  readonly log: RaftLog;
  readonly crc: Crc32c;
  readonly compression: Compression;
  readonly clock: Clock;
  readonly scheduler: Scheduler;
  readonly logger: Logger;
  /** The log failed, or the state machine: this node leads no more, and the process must stop. Called once. */
  onFatal(cause: Error): void;
}

type State = 'new' | 'running' | 'failing' | 'failed' | 'closed';

/**
 * Drives the core over a log: carries out its actions and gives it what came of them.
 *
 * Ordering rules: all appends of a turn are written and synced together at its end, one sync at a time; what is
 * appended during a sync goes with the next. A batch is delivered and waiters are woken when the sync that holds it
 * settled, never before. Nothing runs, and no timer is set, while nobody appends.
 */
export class RaftNode implements RaftClient {
  readonly nodeId: BrokerId;
  readonly clusterId: string;
  readonly #options: RaftNodeOptions;
  readonly #log: RaftLog;
  readonly #core: RaftCore;
  readonly #waiters: CommitWaiters;
  #delivery: CommitDelivery | undefined;
  #stateMachine: RaftStateMachine | undefined;
  #state: State = 'new';
  #isSyncWanted = false;
  #syncing: Promise<void> | undefined;
  #bytesSinceSnapshot: number;
  #isWritingSnapshot = false;

  /** Reads what the log knows of the quorum. Throws KafkaError(KAFKA_STORAGE_ERROR) or Error when this node may not take part. */
  constructor(options: RaftNodeOptions) {
    const { log, crc, compression, nodeId, directoryId, endpoints } = options;
    const found = readVoters(log, crc, compression);
    this.nodeId = nodeId;
    this.clusterId = options.clusterId;
    this.#options = options;
    this.#log = log;
    this.#core = new RaftCore({
      nodeId,
      directoryId,
      endpoints,
      voters: found.voterSet,
      quorumState: log.readVote(),
      logEndOffset: log.endOffset,
      lastEpoch: log.lastEpoch,
    });
    this.#waiters = new CommitWaiters(options.scheduler);
    this.#bytesSinceSnapshot = found.bytesSinceSnapshot;
  }

  /** Takes part from the end of this turn on, and delivers to `stateMachine`. Once. */
  start(stateMachine: RaftStateMachine): void {
    if (this.#state !== 'new') throw new Error('a Raft node starts once');
    const { log, crc, compression, scheduler } = this.#options;
    this.#state = 'running';
    this.#stateMachine = stateMachine;
    this.#delivery = new CommitDelivery({ log, crc, compression, scheduler, stateMachine, onFailure: (cause) => this.#fail(cause) });
    scheduler.endOfTurn(() => {
      if (this.#hasStopped()) return;
      this.#guard(() => {
        this.#delivery?.begin(this.#log.latestSnapshot());
        this.#step({ kind: 'start' });
      });
    });
  }

  /** Ends taking part: what was appended by now is still synced; then the log is closed. Delivers nothing further. */
  async close(): Promise<void> {
    if (this.#state === 'closed') return;
    const wasRunning = this.#state === 'running';
    this.#state = 'closed';
    this.#delivery?.stop();
    this.#waiters.wake(Infinity);
    try {
      await this.#syncing;
      if (wasRunning && this.#isSyncWanted) await this.#log.sync();
    } finally {
      await this.#log.close();
    }
  }

  leader(): { readonly leaderId: BrokerId; readonly epoch: LeaderEpoch } {
    return { leaderId: this.#core.leaderId, epoch: this.#core.epoch };
  }

  append(epoch: LeaderEpoch, records: readonly Uint8Array[]): { readonly baseOffset: Offset; readonly lastOffset: Offset } {
    if (this.#state !== 'running') throw new KafkaError(ErrorCode.NOT_CONTROLLER, `node ${this.nodeId} is stopping`);
    if (records.length === 0) throw new RangeError('an append wants at least one record');
    let bytes = 0;
    for (const record of records) bytes += record.length + RECORD_OVERHEAD_BYTES;
    if (bytes > MAX_BATCH_BYTES) {
      throw new KafkaError(ErrorCode.RECORD_LIST_TOO_LARGE, `${records.length} metadata records of ${bytes} bytes do not fit in one batch of ${MAX_BATCH_BYTES} bytes`);
    }
    const baseOffset = this.#core.logEndOffset;
    const actions = this.#core.step({ kind: 'propose', epoch, recordCount: records.length });
    try {
      this.#run(actions, records);
    } catch (error) {
      // The state machine is not called from inside its own call.
      this.#state = 'failing';
      this.#options.scheduler.endOfTurn(() => this.#fail(error));
      throw new KafkaError(ErrorCode.NOT_CONTROLLER, 'the metadata log failed');
    }
    return { baseOffset, lastOffset: baseOffset + records.length - 1 };
  }

  get highWatermark(): Offset {
    return this.#core.highWatermark;
  }

  get logStartOffset(): Offset {
    return this.#log.startOffset;
  }

  get bytesSinceSnapshot(): number {
    return this.#bytesSinceSnapshot;
  }

  readCommitted(offset: Offset, maxBytes: number): Uint8Array {
    if (offset < this.#log.startOffset) {
      throw new KafkaError(ErrorCode.OFFSET_OUT_OF_RANGE, `offset ${offset} lies before the log's start ${this.#log.startOffset}`);
    }
    const highWatermark = this.#core.highWatermark;
    if (offset >= highWatermark) return new Uint8Array(0);
    const bytes = this.#log.read(offset, maxBytes);
    return this.#log.endOffset === highWatermark ? bytes : batchesBelow(bytes, highWatermark);
  }

  awaitCommitted(offset: Offset, maxWaitMs: number): Promise<void> {
    if (offset < this.#core.highWatermark || this.#state === 'closed' || this.#state === 'failed') return Promise.resolve();
    return this.#waiters.wait(offset, maxWaitMs);
  }

  latestSnapshot(): (SnapshotId & { readonly sizeBytes: number }) | undefined {
    return this.#log.latestSnapshot();
  }

  readSnapshot(id: SnapshotId, position: number, maxBytes: number): Uint8Array {
    const latest = this.#log.latestSnapshot();
    if (latest === undefined || latest.endOffset !== id.endOffset || latest.epoch !== id.epoch) {
      throw new KafkaError(ErrorCode.SNAPSHOT_NOT_FOUND, `there is no snapshot ${id.endOffset}-${id.epoch}`);
    }
    if (position < 0 || position >= latest.sizeBytes) {
      throw new KafkaError(ErrorCode.POSITION_OUT_OF_RANGE, `the snapshot has ${latest.sizeBytes} bytes, not ${position}`);
    }
    const bytes = this.#log.readSnapshot(id, position, maxBytes);
    if (bytes === undefined) throw new KafkaError(ErrorCode.SNAPSHOT_NOT_FOUND, `there is no snapshot ${id.endOffset}-${id.epoch}`);
    return bytes;
  }

  /** Also rejects with Error when another one is being written, or the node does not run. */
  async writeSnapshot(id: SnapshotId, lastTimestamp: TimestampMs, records: Iterable<Uint8Array>): Promise<void> {
    if (this.#state !== 'running') throw new Error('no snapshot is written by a node that does not run');
    if (this.#isWritingSnapshot) throw new Error('another snapshot is being written');
    if (id.endOffset > this.#core.highWatermark) throw new Error(`offset ${id.endOffset} is not committed yet`);
    if (id.endOffset <= (this.#log.latestSnapshot()?.endOffset ?? 0)) throw new Error(`a snapshot at ${id.endOffset} or later exists`);
    const { crc, clock, scheduler } = this.#options;
    const bytesBefore = this.#bytesSinceSnapshot;
    this.#isWritingSnapshot = true;
    const file = this.#log.createSnapshot(id);
    try {
      const header = { crc, epoch: id.epoch, timestamp: clock.now(), lastContainedLogTimestamp: lastTimestamp, voters: this.#core.voters };
      for (const batch of snapshotBatches(header, records)) {
        file.append(batch);
        await new Promise<void>((resolve) => {
          scheduler.endOfTurn(resolve);
        });
        if (this.#hasStopped()) throw new Error('the node stopped while the snapshot was being written');
      }
      await file.commit();
    } catch (error) {
      file.abandon();
      throw error;
    } finally {
      this.#isWritingSnapshot = false;
    }
    this.#bytesSinceSnapshot -= bytesBefore;
    if (!this.#hasStopped()) this.#log.removeBefore(id);
  }

  quorum(): QuorumInfo {
    const now = this.#options.clock.now();
    const { leaderId, epoch, highWatermark, logEndOffset, voters } = this.#core;
    return {
      leaderId,
      epoch,
      highWatermark,
      voters: voters.map(({ id, directoryId }) => ({ id, directoryId, logEndOffset, lastFetchTimestamp: now, lastCaughtUpTimestamp: now })),
      observers: [],
    };
  }

  #step(input: RaftInput): void {
    this.#run(this.#core.step(input));
  }

  /** Carries out actions in their order; `records` are those of the proposal that asked for them. */
  #run(actions: readonly RaftAction[], records?: readonly Uint8Array[]): void {
    for (const action of actions) {
      switch (action.kind) {
        case 'persist-vote':
          this.#log.writeVote(action.state);
          this.#step({ kind: 'vote-persisted' });
          break;
        case 'append-control':
          this.#appendControl(action.baseOffset, action.epoch, action.records);
          break;
        case 'append':
          this.#appendData(action.baseOffset, action.epoch, records ?? []);
          break;
        case 'sync':
          this.#requestSync();
          break;
        case 'commit':
          this.#log.commitTo(action.highWatermark);
          this.#delivery?.commitTo(action.highWatermark);
          this.#waiters.wake(action.highWatermark);
          break;
        case 'leader-changed':
          this.#stateMachine?.onLeaderChange(action.leaderId, action.epoch);
          break;
        case 'become-leader':
          this.#options.logger.info('leads the metadata quorum', { epoch: action.epoch });
          this.#delivery?.announceLeadership(action.epoch);
          break;
        case 'resign':
          this.#stateMachine?.onResigned(action.epoch);
          break;
      }
    }
  }

  #appendControl(baseOffset: Offset, epoch: LeaderEpoch, records: readonly ControlRecord[]): void {
    const timestamp = this.#options.clock.now();
    const batch = controlBatch(this.#options.crc, baseOffset, epoch, timestamp, records.map(encodeControlRecord));
    this.#append(batch, epoch);
    this.#delivery?.appended({ baseOffset, lastOffset: baseOffset + records.length - 1, epoch, timestamp, records: [] });
  }

  #appendData(baseOffset: Offset, epoch: LeaderEpoch, records: readonly Uint8Array[]): void {
    const timestamp = this.#options.clock.now();
    const inputs = records.map((value) => ({ key: null, value }));
    this.#append(buildBatch({ crc: this.#options.crc, baseOffset, partitionLeaderEpoch: epoch, timestamp }, inputs), epoch);
    this.#delivery?.appended({ baseOffset, lastOffset: baseOffset + records.length - 1, epoch, timestamp, records });
  }

  #append(batch: Uint8Array, epoch: LeaderEpoch): void {
    this.#log.append(batch, epoch);
    this.#bytesSinceSnapshot += batch.length;
  }

  #requestSync(): void {
    if (this.#isSyncWanted) return;
    this.#isSyncWanted = true;
    if (this.#syncing === undefined) this.#options.scheduler.endOfTurn(() => this.#sync());
  }

  #sync(): void {
    if (this.#state !== 'running' || this.#syncing !== undefined) return;
    this.#isSyncWanted = false;
    const endOffset = this.#log.endOffset;
    this.#syncing = this.#log.sync().then(
      () => {
        this.#syncing = undefined;
        if (this.#state !== 'running') return;
        this.#guard(() => this.#step({ kind: 'synced', endOffset }));
        // Appended meanwhile; what the deliveries of this commit appended goes along.
        if (this.#isSyncWanted) this.#sync();
      },
      (error: unknown) => {
        this.#syncing = undefined;
        this.#fail(error);
      },
    );
  }

  #guard(act: () => void): void {
    try {
      act();
    } catch (error) {
      this.#fail(error);
    }
  }

  #fail(error: unknown): void {
    if (this.#state !== 'running' && this.#state !== 'failing') return;
    this.#state = 'failed';
    const cause = Error.isError(error) ? error : new Error(String(error));
    this.#options.logger.error('the metadata log failed: this controller stops', { cause: cause.message });
    this.#delivery?.stop();
    try {
      this.#step({ kind: 'storage-failed' });
    } catch (nested) {
      this.#options.logger.error('the state machine failed while resigning', { cause: String(nested) });
    }
    this.#waiters.wake(Infinity);
    this.#options.onFatal(cause);
  }

  #hasStopped(): boolean {
    return this.#state !== 'running';
  }
}

/** The batches in `bytes` that end below `highWatermark`. */
function batchesBelow(bytes: Uint8Array, highWatermark: Offset): Uint8Array {
  let end = 0;
  for (const batch of batchesIn(bytes)) {
    if (batch.lastOffset >= highWatermark) break;
    end = batch.position + batch.sizeInBytes;
  }
  return bytes.subarray(0, end);
}
