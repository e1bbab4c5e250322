import {
  ErrorCode,
  KafkaError,
  NO_LEADER,
  type BrokerId,
  type LeaderEpoch,
  type Offset,
  type TimestampMs,
} from '@ottla/model';
import { buildBatch } from '@ottla/protocol';
import { controlBatch, encodeControlRecord } from '../core/control-records.ts';
import type { ReplicaKey, Voter } from '../core/quorum.ts';
import { RaftCore } from '../core/raft-core.ts';
import type { RaftAnswer, RaftRequest } from '../core/raft-messages.ts';
import type { ControlRecord, RaftAction, RaftInput } from '../core/raft-steps.ts';
import type { RaftLog } from '../log/raft-log.ts';
import { snapshotBatches } from '../log/snapshot-batches.ts';
import type { QuorumInfo, RaftClient, RaftStateMachine, SnapshotId } from '../raft-client.ts';
import { CommitDelivery } from './commit-delivery.ts';
import { CommitWaiters } from './commit-waiters.ts';
import { readCommitted, readSnapshotPiece } from './committed-reads.ts';
import { CoreTimer } from './core-timer.ts';
import { writeSnapshotFile } from './log-pieces.ts';
import { LogSyncing } from './log-syncing.ts';
import type { RaftNodeOptions } from './raft-node-options.ts';
import { quorumInfo } from './quorum-info.ts';
import { RaftRequests } from './raft-requests.ts';
import { readLogState } from './read-log-state.ts';
import { VoterChanges } from './voter-changes.ts';
import { SnapshotReceiver, UnsoundSnapshotError } from './snapshot-receiver.ts';

/** Largest batch of one `append`, as Kafka's KafkaRaftClient.MAX_BATCH_SIZE_BYTES. */
const MAX_BATCH_BYTES = 8 * 1024 * 1024;
/** What a record needs beside its value, at most. */
const RECORD_OVERHEAD_BYTES = 16;

type State = 'new' | 'running' | 'failing' | 'failed' | 'closed';

/** In a quorum of one there is nothing to stagger. */
const noChance = { below: () => 0 };

/**
 * Drives the core over a log: carries out its actions and gives it what came of them.
 *
 * Ordering rules: all appends of a turn are written and synced together at its end, one sync at a time; what is
 * appended during a sync goes with the next. A batch is delivered and waiters are woken when the core says that it is
 * committed, never before. In a quorum of one nothing runs, and no timer is set, while nobody appends.
 */
export class RaftNode implements RaftClient {
  readonly nodeId: BrokerId;
  readonly clusterId: string;
  readonly #options: RaftNodeOptions;
  readonly #log: RaftLog;
  readonly #core: RaftCore;
  readonly #waiters: CommitWaiters;
  readonly #syncing: LogSyncing;
  readonly #requests: RaftRequests;
  readonly #timer: CoreTimer;
  readonly #receiver: SnapshotReceiver;
  #delivery: CommitDelivery | undefined;
  #stateMachine: RaftStateMachine | undefined;
  #state: State = 'new';
  #bytesSinceSnapshot: number;
  #isWritingSnapshot = false;
  #wasVoter = false;
  #hasLeft = false;
  #installing: Promise<void> | undefined;

  /** Reads what the log knows of the quorum. Throws KafkaError(KAFKA_STORAGE_ERROR) or Error when this node may not take part. */
  constructor(options: RaftNodeOptions) {
    const { log, crc, compression, scheduler, logger, nodeId, directoryId, endpoints, peers } = options;
    const { state, bytesSinceSnapshot } = readLogState(log, crc, compression);
    if (state.voterSets.length === 0 && (peers?.bootstrap ?? []).length === 0) {
      throw new KafkaError(ErrorCode.KAFKA_STORAGE_ERROR, 'neither the metadata log nor its snapshot names voters: the folder wants formatting first');
    }
    this.nodeId = nodeId;
    this.clusterId = options.clusterId;
    this.#options = options;
    this.#log = log;
    this.#core = new RaftCore({
      nodeId, directoryId, endpoints,
      log: state,
      quorumState: log.readVote(),
      random: peers?.random ?? noChance,
      ...(peers?.timing === undefined ? {} : { timing: peers.timing }),
      ...(peers?.bootstrap === undefined ? {} : { bootstrapPeers: peers.bootstrap }),
    });
    if (peers === undefined && this.#core.voters.length > 1) throw new Error(`the metadata log names ${this.#core.voters.length} voters: this node wants a way to reach the others`);
    this.#waiters = new CommitWaiters(scheduler);
    this.#syncing = new LogSyncing({
      log, scheduler,
      isRunning: () => this.#state === 'running',
      onWritten: (endOffset) => this.#step({ kind: 'written', endOffset }),
      onSynced: (endOffset) => this.#step({ kind: 'synced', endOffset }),
      onFailure: (cause) => this.#fail(cause),
    });
    this.#requests = new RaftRequests({ log, crc, compression, logger, transport: peers?.transport, step: (input) => this.#step(input) });
    this.#receiver = new SnapshotReceiver(log, crc, compression);
    this.#timer = new CoreTimer({ clock: options.clock, scheduler, nextDeadlineMs: () => this.#core.nextDeadlineMs(), onDue: () => this.#step({ kind: 'tick' }) });
    this.#bytesSinceSnapshot = bytesSinceSnapshot;
  }

  /** Takes part from the end of this turn on, and delivers to `stateMachine`. Once. */
  start(stateMachine: RaftStateMachine): void {
    if (this.#state !== 'new') throw new Error('a Raft node starts once');
    const { log, crc, compression, scheduler } = this.#options;
    this.#state = 'running';
    this.#stateMachine = stateMachine;
    this.#delivery = new CommitDelivery({ log, crc, compression, scheduler, stateMachine, onFailure: (cause) => this.#fail(cause) });
    this.#tellIfVoter(true);
    scheduler.endOfTurn(() => {
      if (this.#hasStopped()) return;
      try {
        this.#delivery?.begin(this.#log.latestSnapshot());
      } catch (error) {
        return this.#fail(error);
      }
      this.#step({ kind: 'start' });
    });
  }

  /** Ends taking part, for good: a leader tells the others, who elect another at once. Settles when they heard, or had their time. */
  async handOver(): Promise<void> {
    if (this.#state !== 'running' || this.#core.voters.length < 2) return;
    this.#step({ kind: 'shut-down' });
    this.#hasLeft = true;
    this.#requests.refuseAll();
    await this.#requests.farewellsSaid();
  }

  /** Ends taking part as `handOver` does; what was appended by now is still synced; then the log is closed. Delivers nothing further. */
  async close(): Promise<void> {
    if (this.#state === 'closed') return;
    const wasRunning = this.#state === 'running';
    this.#delivery?.stop();
    this.#stateMachine = undefined;
    const farewells = this.handOver();
    this.#state = 'closed';
    this.#timer.stop();
    this.#requests.refuseAll();
    this.#waiters.wake(Infinity);
    try {
      await farewells;
      await this.#installing;
      if (wasRunning) await this.#syncing.finish();
    } finally {
      this.#options.peers?.transport.close();
      await this.#log.close();
    }
  }

  get voters(): readonly Voter[] {
    return this.#core.voters;
  }

  /** Changes of the voters (KIP-853). */
  get voterChanges(): VoterChanges {
    const { clock } = this.#options;
    const step = (input: RaftInput): void => {
      if (this.#state !== 'running') throw new KafkaError(ErrorCode.NOT_CONTROLLER, 'this node takes no part in the quorum');
      const actions = this.#core.step(input, clock.monotonicMs());
      this.#guarded(() => this.#run(actions));
    };
    return new VoterChanges({ core: this.#core, clock, waiters: this.#waiters, step });
  }

  /** Another node of the quorum asks. Rejects with KafkaError(NOT_CONTROLLER) while this node takes no part. */
  serve(request: RaftRequest): Promise<RaftAnswer> {
    if (this.#state !== 'running' || this.#hasLeft) return Promise.reject(new KafkaError(ErrorCode.NOT_CONTROLLER, 'this node takes no part in the quorum'));
    return this.#requests.serve(request);
  }

  leader(): { readonly leaderId: BrokerId; readonly epoch: LeaderEpoch } {
    const { hearsLeader, leaderId, epoch } = this.#core;
    return { leaderId: hearsLeader ? leaderId : NO_LEADER, epoch };
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
    const actions = this.#core.step({ kind: 'propose', epoch, recordCount: records.length }, this.#options.clock.monotonicMs());
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
    return readCommitted(this.#log, this.#core.highWatermark, offset, maxBytes);
  }

  awaitCommitted(offset: Offset, maxWaitMs: number): Promise<void> {
    if (offset < this.#core.highWatermark || this.#state === 'closed' || this.#state === 'failed') return Promise.resolve();
    return this.#waiters.wait(offset, maxWaitMs);
  }

  latestSnapshot(): (SnapshotId & { readonly sizeBytes: number }) | undefined {
    return this.#log.latestSnapshot();
  }

  readSnapshot(id: SnapshotId, position: number, maxBytes: number): Uint8Array {
    return readSnapshotPiece(this.#log, id, position, maxBytes);
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
    try {
      const header = { crc, epoch: id.epoch, timestamp: clock.now(), lastContainedLogTimestamp: lastTimestamp, voters: this.#core.votersAt(id.endOffset) };
      await writeSnapshotFile(this.#log.createSnapshot(id), snapshotBatches(header, records), scheduler, () => this.#hasStopped());
    } finally {
      this.#isWritingSnapshot = false;
    }
    this.#bytesSinceSnapshot -= bytesBefore;
    if (this.#hasStopped()) return;
    this.#log.removeBefore(id);
    this.#step({ kind: 'log-started', snapshot: id });
  }

  /** Notes at the leader that a broker has applied all below `offset`: DescribeQuorum names it as an observer. */
  observed(replica: ReplicaKey, offset: Offset): void {
    this.#step({ kind: 'observed', replica, offset });
  }

  quorum(): QuorumInfo {
    return quorumInfo(this.#core, this.nodeId, this.#options.clock);
  }

  #step(input: RaftInput): void {
    if (this.#state !== 'running') return;
    this.#guarded(() => this.#run(this.#core.step(input, this.#options.clock.monotonicMs())));
  }

  #guarded(act: () => void): void {
    try {
      act();
    } catch (error) {
      return this.#fail(error);
    }
    if (!this.#hasStopped()) this.#timer.set();
  }

  /** An operator has to know of a node that does not vote: a folder that was lost may be why. */
  #tellIfVoter(wasVoter: boolean): void {
    const { isVoter, voters } = this.#core;
    this.#wasVoter = isVoter;
    if (isVoter === wasVoter) return;
    const { logger, directoryId } = this.#options;
    if (isVoter) return logger.info('this node is a voter of the metadata quorum now', { directoryId });
    const known = voters.find(({ id }) => id === this.nodeId);
    if (known === undefined) return logger.warn('this node is no voter of the metadata quorum and only observes: to let it vote, add it with AddRaftVoter (kafka-metadata-quorum add-controller)', { directoryId });
    logger.warn('this node has another folder than the voter of its number and only observes: was the folder lost? Remove the voter with its old directory.id (RemoveRaftVoter), then add this one (AddRaftVoter)', { directoryId, voter: known.directoryId });
  }

  /** Carries out actions in their order; `records` are those of the proposal that asked for them. */
  #run(actions: readonly RaftAction[], records?: readonly Uint8Array[]): void {
    for (const action of actions) {
      switch (action.kind) {
        case 'persist-vote':
          this.#log.writeVote(action.state);
          break;
        case 'append-control':
          this.#appendControl(action.baseOffset, action.epoch, action.records);
          break;
        case 'append':
          this.#appendData(action.baseOffset, action.epoch, records ?? []);
          break;
        case 'append-fetched':
          this.#log.appendFetched(action.records, action.epoch);
          this.#bytesSinceSnapshot += action.records.length;
          if (this.#core.isVoter !== this.#wasVoter) this.#tellIfVoter(this.#wasVoter);
          break;
        case 'truncate':
          this.#options.logger.info('the end of the metadata log was not committed and is cut to follow the leader', { endOffset: action.endOffset, from: this.#log.endOffset });
          this.#syncing.truncated(action.endOffset);
          this.#log.truncateTo(action.endOffset);
          break;
        case 'sync':
          this.#syncing.request();
          break;
        case 'commit':
          this.#log.commitTo(action.highWatermark);
          this.#delivery?.commitTo(action.highWatermark);
          this.#waiters.wake(action.highWatermark);
          break;
        case 'send':
          this.#requests.send(action.id, action.to, action.request, action.timeoutMs);
          break;
        case 'answer':
          this.#requests.answer(action.id, action.answer);
          break;
        case 'answer-fetch':
          this.#requests.answerFetch(action.id, action.answer, action.offset, action.maxBytes);
          break;
        case 'answer-fetch-snapshot':
          this.#requests.answerFetchSnapshot(action.id, action.answer, action.snapshot, action.maxBytes);
          break;
        case 'snapshot-begin':
          this.#receiver.begin(action.snapshot);
          break;
        case 'snapshot-append':
          this.#receiver.append(action.bytes);
          break;
        case 'snapshot-install':
          this.#installing = this.#install(action.snapshot);
          break;
        case 'snapshot-abandon':
          this.#receiver.abandon();
          break;
        case 'leader-changed':
        case 'become-leader':
        case 'resign':
          this.#leadership(action);
          break;
      }
    }
  }

  #leadership(action: RaftAction & { readonly kind: 'leader-changed' | 'become-leader' | 'resign' }): void {
    const { logger } = this.#options;
    const { kind, epoch } = action;
    if (kind === 'leader-changed') {
      if (this.#core.voters.length > 1) logger.info(action.leaderId < 0 ? 'the metadata quorum has no leader that is known here' : 'the metadata quorum has a leader', { leader: action.leaderId, epoch });
      this.#stateMachine?.onLeaderChange(action.leaderId, epoch);
    } else if (kind === 'become-leader') {
      logger.info('leads the metadata quorum', { epoch });
      this.#delivery?.announceLeadership(epoch);
    } else {
      if (this.#core.voters.length > 1) logger.info('leads the metadata quorum no more', { epoch });
      this.#delivery?.resigned();
      this.#stateMachine?.onResigned(epoch);
    }
  }

  /** A snapshot of the leader takes the place of the log, and of the state. Never rejects. */
  async #install(snapshot: SnapshotId): Promise<void> {
    const { logger } = this.#options;
    try {
      const voters = await this.#receiver.install();
      if (this.#hasStopped()) return;
      logger.info('a snapshot of the leader takes the place of the metadata log', { endOffset: snapshot.endOffset, epoch: snapshot.epoch });
      this.#bytesSinceSnapshot = 0;
      this.#delivery?.begin(this.#log.latestSnapshot());
      this.#step({ kind: 'snapshot-installed', snapshot, voters });
      this.#waiters.wake(this.#core.highWatermark);
    } catch (error) {
      if (!(error instanceof UnsoundSnapshotError)) return this.#fail(error);
      logger.error('it is fetched again', { reason: error.message });
      this.#step({ kind: 'snapshot-refused' });
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

  #fail(error: unknown): void {
    if (this.#state !== 'running' && this.#state !== 'failing') return;
    this.#state = 'failed';
    const cause = Error.isError(error) ? error : new Error(String(error));
    this.#options.logger.error('the metadata log failed: this controller stops', { cause: cause.message });
    this.#delivery?.stop();
    this.#timer.stop();
    try {
      this.#run(this.#core.step({ kind: 'storage-failed' }, this.#options.clock.monotonicMs()));
    } catch (nested) {
      this.#options.logger.error('the state machine failed while resigning', { cause: String(nested) });
    }
    this.#requests.refuseAll();
    this.#waiters.wake(Infinity);
    this.#options.onFatal(cause);
  }

  #hasStopped(): boolean {
    return this.#state !== 'running';
  }
}
