import { silentLogger, type BrokerId, type LeaderEpoch, type Offset, type Random, type Scheduler } from '@ottla/model';
import { tableCrc32c, testCompression, type VirtualTime } from '@ottla/testing';
import { MemoryRaftLog, memoryRaftStorage, type MemoryRaftStorage } from '../contracts/memory-raft-log.ts';
import type { Voter } from '../core/quorum.ts';
import type { RaftAnswer, RaftRequest } from '../core/raft-messages.ts';
import type { RaftTiming } from '../core/raft-timing.ts';
import { RaftNode } from '../driver/raft-node.ts';
import { snapshotBatches } from '../log/snapshot-batches.ts';
import type { CommittedBatch, RaftStateMachine, SnapshotId } from '../raft-client.ts';
import type { CommittedHistory } from './committed-history.ts';
import type { SimEndpoint, SimNetwork } from './sim-network.ts';

/** Timers of a tenth of Kafka's, so that a run of seconds has many elections. */
const timing: RaftTiming = {
  electionTimeoutMs: 100, electionBackoffMaxMs: 100, fetchTimeoutMs: 200, requestTimeoutMs: 200, retryBackoffMs: 5, fetchMaxBytes: 2_000, fetchSnapshotMaxBytes: 300,
};

export interface SimNodeOptions {
  readonly voter: Voter;
  /** The voters that it was formatted with; none for one that observes until it is added. */
  readonly voters: readonly Voter[];
  /** Whom it asks for the leader while it knows no voters. */
  readonly bootstrap: readonly Voter[];
  readonly time: VirtualTime;
  readonly random: Random;
  readonly network: SimNetwork;
  readonly history: CommittedHistory;
  readonly fetchMaxBytes: number;
  /** The process cannot go on: in a run without storage faults a defect. */
  readonly onFatal: (nodeId: BrokerId, cause: Error) => void;
  /** Patches the log of each start, to plant a defect. */
  readonly patchLog?: ((log: MemoryRaftLog) => void) | undefined;
}

/** One controller process: it starts, is paused, dies and starts again on the same storage. Its state is a digest of what was committed. */
export class SimNode implements SimEndpoint, RaftStateMachine {
  readonly id: BrokerId;
  readonly storage: MemoryRaftStorage = memoryRaftStorage();
  node: RaftNode | undefined;
  isPaused = false;
  /** The epoch that this node leads in, as its state machine was told. */
  leadsIn: LeaderEpoch | undefined;
  appliedEnd: Offset = 0;
  appliedEpoch: LeaderEpoch = 0;
  readonly counts = { snapshotsLoaded: 0, voterChanges: 0, lostWrites: 0 };
  readonly #options: SimNodeOptions;
  #log: MemoryRaftLog | undefined;
  #incarnation = 0;
  #held: (() => void)[] = [];
  #digest = 0;

  constructor(options: SimNodeOptions) {
    this.id = options.voter.id;
    this.#options = options;
    if (options.voters.length === 0) return;
    const header = { crc: tableCrc32c, epoch: 0, timestamp: 1, lastContainedLogTimestamp: 1, voters: options.voters };
    const bytes = Buffer.concat([...snapshotBatches(header, [])]);
    this.storage.snapshots.set('0-0', { endOffset: 0, epoch: 0, sizeBytes: bytes.length, bytes });
  }

  get isUp(): boolean {
    return this.node !== undefined;
  }

  get scheduler(): Scheduler {
    const incarnation = this.#incarnation;
    const { scheduler } = this.#options.time;
    const held = (task: () => void) => (): void => {
      if (incarnation !== this.#incarnation) return;
      if (this.isPaused) this.#held.push(task);
      else task();
    };
    return { after: (delayMs, task) => scheduler.after(delayMs, held(task)), endOfTurn: (task) => scheduler.endOfTurn(held(task)) };
  }

  serve(request: RaftRequest): Promise<RaftAnswer> {
    return this.node === undefined ? Promise.reject(new Error('dead')) : this.node.serve(request);
  }

  start(): void {
    const { voter, time, random, network, onFatal, patchLog, fetchMaxBytes, bootstrap } = this.#options;
    const incarnation = ++this.#incarnation;
    this.leadsIn = undefined;
    this.appliedEnd = this.appliedEpoch = this.#digest = 0;
    const { scheduler } = this;
    const log = new MemoryRaftLog(this.storage);
    log.delaySyncs(() => new Promise((resolve) => void scheduler.after(random.below(20) === 0 ? random.below(60) : random.below(4), resolve)));
    patchLog?.(log);
    this.#log = log;
    this.node = new RaftNode({
      nodeId: voter.id, clusterId: 'cluster', directoryId: voter.directoryId, endpoints: voter.endpoints, log, scheduler,
      crc: tableCrc32c, compression: testCompression, clock: time.clock, logger: silentLogger,
      peers: { transport: network.transportOf(voter.id, scheduler), random, bootstrap, timing: { ...timing, fetchMaxBytes } },
      // What the dead do to their closed logs hurts nobody.
      onFatal: (cause) => {
        if (incarnation === this.#incarnation) onFatal(voter.id, cause);
      },
    });
    this.node.start(this);
  }

  /** The machine loses power: of what was not synced, some may have reached the disk. */
  crash(): void {
    const unsynced = this.storage.batches.length - this.storage.syncedBatches;
    const kept = this.#options.random.below(unsynced + 1);
    if (kept < unsynced) this.counts.lostWrites++;
    this.#log?.crash(kept);
    this.node = undefined;
    this.#incarnation++;
    this.#held = [];
    this.isPaused = false;
    this.leadsIn = undefined;
    this.#options.network.disconnect(this.id);
  }

  pause(): void {
    this.isPaused = true;
  }

  resume(): void {
    this.isPaused = false;
    const held = this.#held;
    this.#held = [];
    for (const task of held) this.scheduler.endOfTurn(task);
  }

  /** Appends a record if this node leads. */
  propose(text: string): void {
    if (this.isPaused || this.node === undefined || this.leadsIn === undefined) return;
    this.node.append(this.leadsIn, [Buffer.from(text)]);
  }

  /** Adds or removes a voter if this node leads; whatever comes of it. */
  changeVoter(voter: Voter): void {
    const { node } = this;
    if (node === undefined || this.isPaused || this.leadsIn === undefined) return;
    const voters = node.quorum().voters;
    const isVoter = voters.some(({ id }) => id === voter.id);
    if (isVoter && voters.length <= 3) return;
    const { voterChanges } = node;
    (isVoter ? voterChanges.remove(voter, 1_000) : voterChanges.add(voter, 1_000)).then(() => this.counts.voterChanges++, () => {});
  }

  /** Writes a snapshot of what was applied, unless there is nothing new. */
  snapshot(): void {
    const id = { endOffset: this.appliedEnd, epoch: this.appliedEpoch };
    if (this.node === undefined || this.isPaused || id.endOffset <= (this.node.latestSnapshot()?.endOffset ?? 0)) return;
    this.node.writeSnapshot(id, 1, [Buffer.from(String(this.#digest)), Buffer.alloc(500, 'x')]).catch(() => {});
  }

  onCommitted(batch: CommittedBatch): void {
    if (batch.baseOffset !== this.appliedEnd) throw new Error(`node ${this.id} was told of ${batch.baseOffset} behind ${this.appliedEnd}`);
    this.#digest = this.#options.history.add(this.id, batch, this.#digest);
    this.appliedEnd = batch.lastOffset + 1;
    this.appliedEpoch = batch.epoch;
    if (this.leadsIn !== undefined && batch.lastOffset % 7 === 0 && batch.records.length > 0) this.node?.append(this.leadsIn, [Buffer.from(`behind ${batch.lastOffset}`)]);
  }

  onSnapshot(id: SnapshotId, batches: Iterable<CommittedBatch>): void {
    const [digest] = [...batches].flatMap(({ records }) => records);
    this.#digest = Number(Buffer.from(digest ?? []).toString());
    const expected = this.#options.history.digestAt(id.endOffset);
    if (this.#digest !== expected) throw new Error(`node ${this.id} loaded a snapshot at ${id.endOffset} with digest ${this.#digest}, which is ${String(expected)}`);
    this.appliedEnd = id.endOffset;
    this.appliedEpoch = id.epoch;
    this.counts.snapshotsLoaded++;
  }

  onLeadership(epoch: LeaderEpoch): void {
    this.leadsIn = epoch;
    // As a controller does: it appends while it is told.
    this.node?.append(epoch, [Buffer.from(`${this.id} leads`)]);
  }

  onResigned(): void {
    this.leadsIn = undefined;
  }

  onLeaderChange(): void {}
}
