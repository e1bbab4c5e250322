import { defaultControllerConfig, ELR_VERSION_FEATURE, metadataRecord, QuorumController, type BrokerImage } from '@ottla/metadata';
import { ZERO_UUID, type BrokerId, type LeaderEpoch, type Logger, type Offset, type Random, type Scheduler, type Uuid } from '@ottla/model';
import { RaftNode, snapshotBatches, type CommittedBatch, type RaftAnswer, type RaftRequest, type RaftStateMachine, type RaftTiming, type SnapshotId, type Voter } from '@ottla/raft';
import { MemoryRaftLog, memoryRaftStorage, type CommittedHistory, type SimEndpoint, type SimNetwork } from '@ottla/raft/simulation';
import { tableCrc32c, testCompression, type VirtualTime } from '@ottla/testing';

/** Timers of a tenth of Kafka's. */
const timing: RaftTiming = { electionTimeoutMs: 100, electionBackoffMaxMs: 100, fetchTimeoutMs: 200, requestTimeoutMs: 200, retryBackoffMs: 5, fetchMaxBytes: 4_000, fetchSnapshotMaxBytes: 4_000 };
/** A broker that is silent for longer is fenced. */
export const SESSION_TIMEOUT_MS = 600;

export interface ClusterControllerOptions {
  readonly id: BrokerId;
  readonly voters: readonly Voter[];
  readonly time: VirtualTime;
  readonly random: Random;
  readonly logger: Logger;
  readonly network: SimNetwork;
  readonly history: CommittedHistory;
  readonly hasElr: boolean;
  /** Whether the broker's process is dead, or another incarnation of it runs. */
  readonly isGone: (broker: BrokerImage) => boolean;
  /** Told of each batch that this node delivers as committed. */
  readonly onCommitted: (batch: CommittedBatch) => void;
  readonly onFatal: (cause: Error) => void;
}

/** One controller process: the production Raft node and controller on a log that forgets what was not synced. */
export class ClusterController implements SimEndpoint, RaftStateMachine {
  readonly id: BrokerId;
  readonly #options: ClusterControllerOptions;
  readonly #storage = memoryRaftStorage();
  node: RaftNode | undefined;
  controller: QuorumController | undefined;
  /** What this process delivered, since it started; from offset 0 on. */
  committed: CommittedBatch[] = [];
  /** Epoch in which its state machine leads. */
  leadsIn: LeaderEpoch | undefined;
  /** Raised with each start and death. */
  life = 0;
  /** Crashes that lost some of what was not synced. */
  lostWrites = 0;
  #digest = 0;
  #log: MemoryRaftLog | undefined;
  #ended = Promise.withResolvers<string>();

  constructor(options: ClusterControllerOptions) {
    this.id = options.id;
    this.#options = options;
    const header = { crc: tableCrc32c, epoch: 0, timestamp: 1, lastContainedLogTimestamp: 1, voters: options.voters };
    const bytes = Buffer.concat([...snapshotBatches(header, [])]);
    this.#storage.snapshots.set('0-0', { endOffset: 0, epoch: 0, sizeBytes: bytes.length, bytes });
  }

  /** Whether the machine would lose something with its power. */
  get hasUnsynced(): boolean {
    return this.#storage.batches.length > this.#storage.syncedBatches;
  }

  /** Of what it wrote, committed or not. */
  get logEndOffset(): Offset {
    return this.#storage.batches.at(-1)?.endOffset ?? 0;
  }

  get isUp(): boolean {
    return this.node !== undefined;
  }

  get isActive(): boolean {
    return this.controller?.isActive === true;
  }

  /** Tasks of a process that died are dropped. */
  get scheduler(): Scheduler {
    const { life } = this;
    const { scheduler } = this.#options.time;
    const own = (task: () => void) => (): void => {
      if (life === this.life) task();
    };
    return { after: (delayMs, task) => scheduler.after(delayMs, own(task)), endOfTurn: (task) => scheduler.endOfTurn(own(task)) };
  }

  serve(request: RaftRequest): Promise<RaftAnswer> {
    return this.node === undefined ? Promise.reject(new Error('dead')) : this.node.serve(request);
  }

  /** What this process serves to a broker's process, whose end `closed` tells. */
  serviceFor(nodeId: BrokerId, incarnationId: Uuid, closed: Promise<string>): ReturnType<QuorumController['service']> | undefined {
    const link = { closed: Promise.race([closed, this.#ended.promise]), hello: { role: 'broker', nodeId, incarnationId, clusterId: 'cluster' } } as const;
    return this.controller?.service(link);
  }

  start(): void {
    const { id, time, random, logger, network, voters, onFatal, isGone, hasElr } = this.#options;
    const life = ++this.life;
    this.leadsIn = undefined;
    this.committed = [];
    this.#digest = 0;
    this.#ended = Promise.withResolvers<string>();
    const { scheduler } = this;
    const log = new MemoryRaftLog(this.#storage);
    log.delaySyncs(() => new Promise((resolve) => void scheduler.after(random.below(10) === 0 ? random.below(60) : random.below(8), resolve)));
    this.#log = log;
    const fatal = (cause: Error): void => {
      if (life === this.life) onFatal(cause);
    };
    const ports = { scheduler, clock: time.clock, crc: tableCrc32c, compression: testCompression, logger, random };
    const voter = voters.find((one) => one.id === id);
    this.node = new RaftNode({
      ...ports, nodeId: id, clusterId: 'cluster', directoryId: voter?.directoryId ?? ZERO_UUID, endpoints: voter?.endpoints ?? [], log,
      peers: { transport: network.transportOf(id, scheduler), random, bootstrap: voters, timing }, onFatal: fatal,
    });
    this.controller = new QuorumController({
      ...ports, raft: this.node, config: { ...defaultControllerConfig, brokerSessionTimeoutMs: SESSION_TIMEOUT_MS },
      bootstrapRecords: hasElr ? [metadataRecord(12, { name: ELR_VERSION_FEATURE, featureLevel: 1 })] : [],
      isGone: (broker) => Promise.resolve(isGone(broker)), onFatal: fatal,
    });
    this.node.start(this);
  }

  /** The machine loses power: of what was not synced, some may have reached the disk. */
  crash(): void {
    const unsynced = this.#storage.batches.length - this.#storage.syncedBatches;
    const kept = this.#options.random.below(unsynced + 1);
    if (kept < unsynced) this.lostWrites++;
    this.#log?.crash(kept);
    this.controller?.stop();
    this.node = this.controller = undefined;
    this.leadsIn = undefined;
    this.life++;
    this.#ended.resolve('the controller died');
    this.#options.network.disconnect(this.id);
  }

  onCommitted(batch: CommittedBatch): void {
    this.#digest = this.#options.history.add(this.id, batch, this.#digest);
    this.controller?.onCommitted(batch);
    this.committed.push(batch);
    this.#options.onCommitted(batch);
  }

  onSnapshot(id: SnapshotId, batches: Iterable<CommittedBatch>): void {
    // Only that of the format: this world writes none.
    if (id.endOffset > 0) throw new Error(`a snapshot at ${id.endOffset} that nobody wrote`);
    this.controller?.onSnapshot(id, batches);
  }

  onLeadership(epoch: LeaderEpoch): void {
    this.leadsIn = epoch;
    this.controller?.onLeadership(epoch);
  }

  onResigned(epoch: LeaderEpoch): void {
    this.leadsIn = undefined;
    this.controller?.onResigned(epoch);
  }

  onLeaderChange(leaderId: BrokerId, epoch: LeaderEpoch): void {
    void epoch;
    this.controller?.onLeaderChange(leaderId);
  }

  get highWatermark(): Offset {
    return this.node?.highWatermark ?? 0;
  }
}
