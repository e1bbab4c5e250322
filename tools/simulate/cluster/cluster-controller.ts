import { decodeMetadataRecord, defaultControllerConfig, ELR_VERSION_FEATURE, metadataRecord, MetadataRecordType, QuorumController, SnapshotGenerator, type BrokerImage, type MetadataImage } from '@ottla/metadata';
import type { BrokerId, LeaderEpoch, Logger, Offset, Random, Scheduler, Uuid } from '@ottla/model';
import { committedBatchesIn, SnapshotParser, type CommittedBatch, type RaftNode, type RaftTiming, type SnapshotId, type Voter } from '@ottla/raft';
import { SimRaftProcess, type CommittedHistory, type SimNetwork } from '@ottla/raft/simulation';
import type { MetadataSnapshot } from '@ottla/replication/simulation';
import { tableCrc32c, testCompression, type VirtualTime } from '@ottla/testing';

/** Timers of a tenth of Kafka's. */
const timing: RaftTiming = { electionTimeoutMs: 100, electionBackoffMaxMs: 100, fetchTimeoutMs: 200, requestTimeoutMs: 200, retryBackoffMs: 5, fetchMaxBytes: 4_000, fetchSnapshotMaxBytes: 400 };
/** A broker that is silent for longer is fenced. */
export const SESSION_TIMEOUT_MS = 600;
/** Some batches: a run has a few snapshots of each controller, or none. */
const BYTES_BETWEEN_SNAPSHOTS = 700;

export interface ClusterControllerOptions {
  readonly voter: Voter;
  readonly voters: readonly Voter[];
  readonly time: VirtualTime;
  readonly random: Random;
  readonly logger: Logger;
  readonly network: SimNetwork;
  readonly history: CommittedHistory;
  readonly hasElr: boolean;
  readonly writesSnapshots: boolean;
  /** Whether the broker's process is dead, or another incarnation of it runs. */
  readonly isGone: (broker: BrokerImage) => boolean;
  /** Told of each batch that this node delivers as committed. */
  readonly onCommitted: (batch: CommittedBatch) => void;
  /** Told of each snapshot that this node took up, and of the state that it made of it. */
  readonly onSnapshotLoaded: (id: SnapshotId, image: MetadataImage) => void;
  readonly onFatal: (cause: Error) => void;
  readonly onDiskFailed: () => void;
}

/** One controller process: the production controller on a simulated process of Raft. */
export class ClusterController extends SimRaftProcess {
  readonly #options: ClusterControllerOptions;
  controller: QuorumController | undefined;
  /** End of what this process knows to be committed, since it started. */
  committedEnd: Offset = 0;
  snapshotsLoaded = 0;
  #snapshots: SnapshotGenerator | undefined;
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
    const { time, random, logger, isGone, hasElr, writesSnapshots } = this.#options;
    this.committedEnd = 0;
    this.#digest = 0;
    this.#ended = Promise.withResolvers<string>();
    const controller = new QuorumController({
      raft: node, scheduler, clock: time.clock, crc: tableCrc32c, compression: testCompression, logger, random, onFatal,
      config: { ...defaultControllerConfig, brokerSessionTimeoutMs: SESSION_TIMEOUT_MS },
      bootstrapRecords: hasElr ? [metadataRecord(12, { name: ELR_VERSION_FEATURE, featureLevel: 1 })] : [],
      isGone: (broker) => Promise.resolve(isGone(broker)),
    });
    this.controller = controller;
    this.#snapshots = new SnapshotGenerator({
      raft: node, scheduler, logger, image: () => controller.image, maxSnapshotIntervalMs: 0,
      maxBytesBetweenSnapshots: writesSnapshots ? BYTES_BETWEEN_SNAPSHOTS : Infinity,
      onError: (cause) => {
        if (!this.isDiskBroken) onFatal(new Error(`a snapshot could not be written: ${String(cause)}`));
      },
    }, controller);
  }

  /** The newest snapshot that it holds, opened. Throws Error when it is not whole. */
  newestSnapshot(): MetadataSnapshot | undefined {
    const newest = [...this.storage.snapshots.values()].toSorted((a, b) => a.endOffset - b.endOffset).at(-1);
    if (newest === undefined) return undefined;
    const parser = new SnapshotParser(tableCrc32c, testCompression);
    const batches = [...parser.add(newest.bytes)];
    parser.finish();
    return { ...newest, batches };
  }

  protected override onCrash(): void {
    this.#snapshots?.close();
    this.#snapshots = undefined;
    this.controller?.stop();
    this.controller = undefined;
    this.#ended.resolve('the controller died');
  }

  override onCommitted(batch: CommittedBatch): void {
    this.#digest = this.#options.history.add(this.id, batch, this.#digest);
    this.#snapshots?.onCommitted(batch);
    this.committedEnd = batch.lastOffset + 1;
    this.#options.onCommitted(batch);
  }

  override onSnapshot(id: SnapshotId, batches: Iterable<CommittedBatch>): void {
    const { history, onSnapshotLoaded } = this.#options;
    this.#snapshots?.onSnapshot(id, batches);
    // That of the format.
    if (id.endOffset === 0) return;
    const digest = history.digestAt(id.endOffset);
    if (digest === undefined) throw new Error(`controller ${this.id} loaded a snapshot at ${id.endOffset}, where no committed batch ends`);
    this.#digest = digest;
    this.committedEnd = id.endOffset;
    this.snapshotsLoaded++;
    if (this.controller !== undefined) onSnapshotLoaded(id, this.controller.image);
  }

  override onLeadership(epoch: LeaderEpoch): void {
    super.onLeadership(epoch);
    this.#snapshots?.onLeadership(epoch);
  }

  override onResigned(epoch: LeaderEpoch): void {
    super.onResigned(epoch);
    this.#snapshots?.onResigned(epoch);
  }

  override onLeaderChange(leaderId: BrokerId, epoch: LeaderEpoch): void {
    this.#snapshots?.onLeaderChange(leaderId, epoch);
  }

  get highWatermark(): Offset {
    return this.node?.highWatermark ?? 0;
  }
}
