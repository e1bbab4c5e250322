import { decodeMetadataRecord, defaultControllerConfig, ELR_VERSION_FEATURE, metadataRecord, MetadataRecordType, QuorumController, type BrokerImage } from '@ottla/metadata';
import type { BrokerId, LeaderEpoch, Logger, Offset, Random, Scheduler, Uuid } from '@ottla/model';
import { committedBatchesIn, type CommittedBatch, type RaftNode, type RaftTiming, type SnapshotId, type Voter } from '@ottla/raft';
import { SimRaftProcess, type CommittedHistory, type SimNetwork } from '@ottla/raft/simulation';
import { tableCrc32c, testCompression, type VirtualTime } from '@ottla/testing';

/** Timers of a tenth of Kafka's. */
const timing: RaftTiming = { electionTimeoutMs: 100, electionBackoffMaxMs: 100, fetchTimeoutMs: 200, requestTimeoutMs: 200, retryBackoffMs: 5, fetchMaxBytes: 4_000, fetchSnapshotMaxBytes: 4_000 };
/** A broker that is silent for longer is fenced. */
export const SESSION_TIMEOUT_MS = 600;

export interface ClusterControllerOptions {
  readonly voter: Voter;
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

/** One controller process: the production controller on a simulated process of Raft. */
export class ClusterController extends SimRaftProcess {
  readonly #options: ClusterControllerOptions;
  controller: QuorumController | undefined;
  /** What this process delivered, since it started; from offset 0 on. */
  committed: CommittedBatch[] = [];
  #digest = 0;
  #ended = Promise.withResolvers<string>();

  constructor(options: ClusterControllerOptions) {
    // Slow enough that a crash finds something that is not synced, now and then.
    super({ ...options, bootstrap: options.voters, timing, disk: { slowSyncs: 10, syncMs: 8 } });
    this.#options = options;
  }

  get isActive(): boolean {
    return this.controller?.isActive === true;
  }

  /** Whether a record at `offset` or behind it, committed or not, leaves the broker as the only one in an ISR. */
  leavesAlone(broker: BrokerId, offset: Offset): boolean {
    const records = this.storage.batches.filter(({ endOffset }) => endOffset > offset).flatMap(({ bytes }) => [...committedBatchesIn(bytes, tableCrc32c, testCompression)].flatMap((batch) => batch.records));
    return records.some((bytes) => {
      const { type, value } = decodeMetadataRecord(bytes);
      return type === MetadataRecordType.PARTITION_CHANGE && value.isr !== null && value.isr.length > 0 && value.isr.every((member) => member === broker);
    });
  }

  /** What this process serves to a broker's process, whose end `closed` tells. */
  serviceFor(nodeId: BrokerId, incarnationId: Uuid, closed: Promise<string>): ReturnType<QuorumController['service']> | undefined {
    const link = { closed: Promise.race([closed, this.#ended.promise]), hello: { role: 'broker', nodeId, incarnationId, clusterId: 'cluster' } } as const;
    return this.controller?.service(link);
  }

  protected override onStart(node: RaftNode, scheduler: Scheduler, onFatal: (cause: Error) => void): void {
    const { time, random, logger, isGone, hasElr } = this.#options;
    this.committed = [];
    this.#digest = 0;
    this.#ended = Promise.withResolvers<string>();
    this.controller = new QuorumController({
      raft: node, scheduler, clock: time.clock, crc: tableCrc32c, compression: testCompression, logger, random, onFatal,
      config: { ...defaultControllerConfig, brokerSessionTimeoutMs: SESSION_TIMEOUT_MS },
      bootstrapRecords: hasElr ? [metadataRecord(12, { name: ELR_VERSION_FEATURE, featureLevel: 1 })] : [],
      isGone: (broker) => Promise.resolve(isGone(broker)),
    });
  }

  protected override onCrash(): void {
    this.controller?.stop();
    this.controller = undefined;
    this.#ended.resolve('the controller died');
  }

  override onCommitted(batch: CommittedBatch): void {
    this.#digest = this.#options.history.add(this.id, batch, this.#digest);
    this.controller?.onCommitted(batch);
    this.committed.push(batch);
    this.#options.onCommitted(batch);
  }

  override onSnapshot(id: SnapshotId, batches: Iterable<CommittedBatch>): void {
    // Only that of the format: this world writes none.
    if (id.endOffset > 0) throw new Error(`a snapshot at ${id.endOffset} that nobody wrote`);
    this.controller?.onSnapshot(id, batches);
  }

  override onLeadership(epoch: LeaderEpoch): void {
    super.onLeadership(epoch);
    this.controller?.onLeadership(epoch);
  }

  override onResigned(epoch: LeaderEpoch): void {
    super.onResigned(epoch);
    this.controller?.onResigned(epoch);
  }

  override onLeaderChange(leaderId: BrokerId, epoch: LeaderEpoch): void {
    void epoch;
    this.controller?.onLeaderChange(leaderId);
  }

  get highWatermark(): Offset {
    return this.node?.highWatermark ?? 0;
  }
}
