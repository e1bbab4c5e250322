import type { BrokerId, LeaderEpoch, Logger, Random, Scheduler, Uuid } from '@ottla/model';
import { tableCrc32c, testCompression, type VirtualTime } from '@ottla/testing';
import { MemoryRaftLog, memoryRaftStorage, type MemoryRaftStorage } from '../contracts/memory-raft-log.ts';
import type { Voter } from '../core/quorum.ts';
import type { RaftAnswer, RaftRequest } from '../core/raft-messages.ts';
import type { RaftTiming } from '../core/raft-timing.ts';
import { RaftNode } from '../driver/raft-node.ts';
import { snapshotBatches } from '../log/snapshot-batches.ts';
import type { CommittedBatch, RaftStateMachine, SnapshotId } from '../raft-client.ts';
import type { SimEndpoint, SimNetwork } from './sim-network.ts';

export interface SimRaftProcessOptions {
  readonly voter: Voter;
  /** The voters that it was formatted with; none for one that observes until it is added. */
  readonly voters: readonly Voter[];
  /** Whom it asks for the leader while it knows no voters. */
  readonly bootstrap: readonly Voter[];
  readonly time: VirtualTime;
  readonly random: Random;
  readonly logger: Logger;
  readonly network: SimNetwork;
  readonly timing: RaftTiming;
  /** How long a sync takes; one in `slowSyncs` takes up to 60 ms, any other up to `syncMs`. */
  readonly disk: { readonly slowSyncs: number; readonly syncMs: number };
  /** The process cannot go on, though nothing is wrong with its disk: a defect. */
  readonly onFatal: (cause: Error) => void;
  /** It cannot go on, since its disk is broken, and is to be crashed. */
  readonly onDiskFailed: () => void;
  /** Sees the log of each start first: to count what is done to it. */
  readonly patchLog?: ((log: MemoryRaftLog) => void) | undefined;
}

const SLOW_SYNC_MS = 60;

/** One process with a production Raft node on a disk that forgets what was not synced: it starts, is paused, dies and starts again. What extends it is the state machine. */
export abstract class SimRaftProcess implements SimEndpoint, RaftStateMachine {
  readonly id: BrokerId;
  storage: MemoryRaftStorage = memoryRaftStorage();
  node: RaftNode | undefined;
  isPaused = false;
  /** The epoch that this node leads in, as its state machine was told. */
  leadsIn: LeaderEpoch | undefined;
  /** Raised with each start and death. */
  life = 0;
  /** Crashes that lost some of what was not synced, or all. */
  lostWrites = 0;
  readonly #options: SimRaftProcessOptions;
  #voter: Voter;
  #log: MemoryRaftLog | undefined;
  #held: (() => void)[] = [];
  #isDiskBroken = false;

  constructor(options: SimRaftProcessOptions) {
    this.id = options.voter.id;
    this.#voter = options.voter;
    this.#options = options;
    if (options.voters.length === 0) return;
    const header = { crc: tableCrc32c, epoch: 0, timestamp: 1, lastContainedLogTimestamp: 1, voters: options.voters };
    const bytes = Buffer.concat([...snapshotBatches(header, [])]);
    this.storage.snapshots.set('0-0', { endOffset: 0, epoch: 0, sizeBytes: bytes.length, bytes });
  }

  /** The node is there, and not started yet. What `onFatal` is told in a later life is not heard. */
  protected abstract onStart(node: RaftNode, scheduler: Scheduler, onFatal: (cause: Error) => void): void;
  protected abstract onCrash(): void;
  abstract onCommitted(batch: CommittedBatch): void;
  abstract onSnapshot(id: SnapshotId, batches: Iterable<CommittedBatch>): void;
  abstract onLeaderChange(leaderId: BrokerId, epoch: LeaderEpoch): void;

  onLeadership(epoch: LeaderEpoch): void {
    this.leadsIn = epoch;
  }

  onResigned(epoch: LeaderEpoch): void {
    void epoch;
    this.leadsIn = undefined;
  }

  get isUp(): boolean {
    return this.node !== undefined;
  }

  /** Whether the machine would lose something with its power. */
  get hasUnsynced(): boolean {
    return this.storage.batches.length > this.storage.syncedBatches;
  }

  /** Tasks of a process that is paused wait; those of one that died are dropped. */
  get scheduler(): Scheduler {
    const { life } = this;
    const { scheduler } = this.#options.time;
    const own = (task: () => void) => (): void => {
      if (life !== this.life) return;
      if (this.isPaused) this.#held.push(task);
      else task();
    };
    return { after: (delayMs, task) => scheduler.after(delayMs, own(task)), endOfTurn: (task) => scheduler.endOfTurn(own(task)) };
  }

  serve(request: RaftRequest): Promise<RaftAnswer> {
    return this.node === undefined ? Promise.reject(new Error('dead')) : this.node.serve(request);
  }

  start(): void {
    const voter = this.#voter;
    const { time, random, logger, network, timing, bootstrap, disk, onFatal, onDiskFailed, patchLog } = this.#options;
    const life = ++this.life;
    this.#isDiskBroken = false;
    this.leadsIn = undefined;
    const { scheduler } = this;
    const log = new MemoryRaftLog(this.storage);
    log.delaySyncs(() => new Promise((resolve) => void scheduler.after(random.below(disk.slowSyncs) === 0 ? random.below(SLOW_SYNC_MS) : random.below(disk.syncMs), resolve)));
    patchLog?.(log);
    this.#log = log;
    // What the dead do to their closed logs hurts nobody.
    const fatal = (cause: Error): void => {
      if (life !== this.life) return;
      if (!this.#isDiskBroken) return onFatal(cause);
      // Until its end it may say what is true only.
      time.scheduler.endOfTurn(() => {
        if (life === this.life) onDiskFailed();
      });
    };
    this.node = new RaftNode({
      nodeId: voter.id, clusterId: 'cluster', directoryId: voter.directoryId, endpoints: voter.endpoints, log, scheduler,
      crc: tableCrc32c, compression: testCompression, clock: time.clock, logger,
      peers: { transport: network.transportOf(voter.id, scheduler), random, bootstrap, timing }, onFatal: fatal,
    });
    this.onStart(this.node, scheduler, fatal);
    this.node.start(this);
  }

  /** Whether its disk fails, and it has not met that yet, or is about to end for it. */
  get isDiskBroken(): boolean {
    return this.#isDiskBroken;
  }

  /** From now on its disk neither writes nor reads. It starts again on one that holds what was durable, and some of the rest. */
  breakDisk(): void {
    this.#isDiskBroken = true;
    this.#log?.failWith(new Error('the disk fails'));
  }

  /** The machine loses power: of what was not synced, some may have reached the disk. */
  crash(): void {
    this.#isDiskBroken = false;
    const unsynced = this.storage.batches.length - this.storage.syncedBatches;
    const kept = this.#options.random.below(unsynced + 1);
    if (kept < unsynced) this.lostWrites++;
    this.#log?.crash(kept);
    this.node = undefined;
    this.life++;
    this.#held = [];
    this.isPaused = false;
    this.leadsIn = undefined;
    this.onCrash();
    this.#options.network.disconnect(this.id);
  }

  /** Between two lives: its folder is gone, and a new one is made, with an id of its own. */
  wipe(directoryId: Uuid): void {
    this.storage = memoryRaftStorage();
    this.#voter = { ...this.#voter, directoryId };
  }

  /** As it would vote now. */
  get voter(): Voter {
    return this.#voter;
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
}
