import type { FetchResponse } from '@ottla/protocol';
import type { BrokerId, LeaderEpoch, Logger, Offset, Random, Uuid } from '@ottla/model';
import { ErrorCode, KafkaError, silentMetrics, tableCrc32c } from '@ottla/model';
import { ConfigResourceType, MetadataLoader, supportedFeatures, type MetadataImage, type QuorumController } from '@ottla/metadata';
import { logConfigFrom, LogManager, SegmentFiles } from '@ottla/storage';
import { memoryDisk, seededRandom, testCompression, type MemoryDisk, type VirtualTime } from '@ottla/testing';
import type { IsrAltered } from '../alter-partition-queue.ts';
import { FetchSessionCache } from '../fetch-session-cache.ts';
import { nudgeRequest, type LeaderChannel } from '../leader-fetcher.ts';
import { ReplicaManager } from '../replica-manager.ts';
import type { HistoryBatch } from '../testing/metadata-history.ts';
import { PausableProcess } from './pausable-process.ts';
import { overTheWire, serveFetch } from './sim-wire.ts';

type ControlService = ReturnType<QuorumController['service']>;
type Asked<K extends keyof ControlService> = Parameters<ControlService[K]>[0];

export type PartitionsAlteration = Asked<'alterPartitions'>;

/** A snapshot of the metadata, opened. */
export interface MetadataSnapshot {
  readonly endOffset: Offset;
  readonly epoch: LeaderEpoch;
  readonly batches: Iterable<HistoryBatch>;
}

/** The controller as brokers reach it. Rejects when a message is lost, or with what the controller refuses with. */
export interface SimControl {
  register(registration: Asked<'registerBroker'>): Promise<{ readonly brokerEpoch: number }>;
  heartbeat(request: Asked<'heartbeat'>): Promise<{ readonly shouldShutDown: boolean }>;
  alterPartitions(request: PartitionsAlteration): ReturnType<ControlService['alterPartitions']>;
  /** What is committed, as far as the broker may know of it; nothing while it does not reach the controllers. */
  batches(broker: BrokerId): readonly HistoryBatch[];
  /** The snapshot that takes a broker further whose next offset lies before the log of the controller that it reaches. Left out where there are no snapshots. */
  snapshotFor?(broker: BrokerId, nextOffset: Offset): MetadataSnapshot | undefined;
  /** The broker took up such a snapshot, and made this of it. */
  snapshotLoaded?(broker: BrokerId, endOffset: Offset, image: MetadataImage): void;
}

/** What is around a broker. */
export interface SimBrokerWorld {
  readonly time: VirtualTime;
  readonly random: Random;
  readonly logger: Logger;
  readonly control: SimControl;
  broker(id: BrokerId): SimBroker;
  /** One message on its way between brokers; rejects when it is lost. */
  travel(from: BrokerId, to: BrokerId): Promise<void>;
  wait(ms: number): Promise<void>;
}

/** replica.lag.time.max.ms of the simulation: short, so that lagging shows. */
export const LAG_TIME_MS = 400;

/** One broker: real logs on a disk in memory, a real replica manager, and the network and the controller of the world. */
export class SimBroker {
  readonly id: BrokerId;
  disk: MemoryDisk;
  readonly process: PausableProcess;
  readonly #world: SimBrokerWorld;
  #folders = 0;
  #logs: LogManager | undefined;
  #loader: MetadataLoader | undefined;
  #sessions: FetchSessionCache | undefined;
  #applied = 0;
  #isStarted = false;
  /** Of metadata, over all lives. */
  snapshotsLoaded = 0;
  replicas: ReplicaManager | undefined;
  brokerEpoch = -1;
  incarnationId: Uuid = '';
  /** Raised by each start and death: what was sent to or from an earlier life is lost. */
  life = 0;
  previousBrokerEpoch = -1;
  /** Connections that others have to this broker. */
  readonly channels = new Set<() => void>();

  constructor(world: SimBrokerWorld, id: BrokerId) {
    this.#world = world;
    this.id = id;
    this.process = new PausableProcess(world.time.scheduler);
    this.disk = this.#emptyDisk();
  }

  #emptyDisk(): MemoryDisk {
    const disk = memoryDisk({ clock: this.#world.time.clock });
    disk.makeDirectory('/data');
    disk.syncDirectory('/data');
    this.#folders++;
    return disk;
  }

  get #folderId(): Uuid {
    return `folder${String(this.id * 1_000 + this.#folders).padStart(15, '0')}A`;
  }

  get image(): MetadataLoader['image'] | undefined {
    return this.#loader?.image;
  }

  get isUp(): boolean {
    return this.#isStarted;
  }

  async start(): Promise<void> {
    const { time, control, random, logger } = this.#world;
    const { clock } = time;
    const { scheduler } = this.process;
    const life = ++this.life;
    const logs = LogManager.open({
      disk: this.disk, directory: '/data', clock, scheduler, crc: tableCrc32c, compression: testCompression,
      random: seededRandom(random.below(1_000_000)), logger, metrics: silentMetrics, segmentFiles: new SegmentFiles(this.disk),
    });
    const loader = new MetadataLoader('cluster');
    const configOf = (topic: string) => logConfigFrom(loader.image.configOf(ConfigResourceType.TOPIC, topic));
    await logs.load(configOf);
    this.#logs = logs;
    this.#loader = loader;
    this.#sessions = new FetchSessionCache(clock, seededRandom(random.below(1_000_000)), 100);
    this.replicas = new ReplicaManager({
      brokerId: this.id, logs, configOf, clock, scheduler, logger, metrics: silentMetrics,
      replication: {
        lagTimeMaxMs: LAG_TIME_MS,
        fetcher: { maxWaitMs: 100, minBytes: 1, responseMaxBytes: 10_000, maxBytes: 2_000, backoffMs: 100 },
        brokerEpoch: () => this.brokerEpoch,
        eligibleEpoch: (broker) => {
          const registered = loader.image.brokers.get(broker);
          return registered === undefined || registered.fenced || registered.inControlledShutdown ? undefined : registered.epoch;
        },
        alterPartitions: async (partitions) => {
          try {
            return (await control.alterPartitions({ brokerId: this.id, brokerEpoch: this.brokerEpoch, partitions })).partitions as readonly IsrAltered[];
          } finally {
            await this.process.awake();
          }
        },
        connect: async (leader) => await this.#connect(leader, life),
      },
    });
    loader.addPublisher(this.replicas);
    this.#applied = 0;
    const registration = {
      brokerId: this.id, clusterId: 'cluster', incarnationId: random.uuid(), endpoints: [], features: supportedFeatures, rack: null,
      logDirs: [this.#folderId], planeEndpoint: null, previousBrokerEpoch: logs.hadCleanShutdown ? this.previousBrokerEpoch : -1,
    };
    this.incarnationId = registration.incarnationId;
    const { brokerEpoch } = await control.register(registration);
    if (life !== this.life) return;
    this.brokerEpoch = brokerEpoch;
    this.applyMetadata(Infinity);
    while (loader.nextOffset <= brokerEpoch) {
      await this.#world.wait(10);
      if (life !== this.life) return;
      this.applyMetadata(Infinity);
    }
    await this.beat();
    if (life !== this.life) return;
    this.replicas.start(loader.image);
    this.#isStarted = true;
  }

  /** Is unfenced when it was fenced, and learns all there is to know, if the controllers are reached. */
  async beat(): Promise<void> {
    if (this.process.isPaused) return;
    await this.#heartbeat(false).catch(() => {});
    this.applyMetadata(Infinity);
  }

  #heartbeat(wantShutDown: boolean): Promise<{ readonly shouldShutDown: boolean }> {
    return this.#world.control.heartbeat({ brokerId: this.id, brokerEpoch: this.brokerEpoch, appliedOffset: this.#loader?.nextOffset ?? 0, wantFence: false, wantShutDown });
  }

  /** Applies the batches of the history below `count`. */
  applyMetadata(count: number): void {
    if (this.process.isPaused) return;
    this.#loadSnapshot();
    const batches = this.#world.control.batches(this.id);
    while (this.#loader !== undefined && this.#applied < Math.min(count, batches.length)) {
      const batch = batches[this.#applied++];
      if (batch !== undefined) this.#loader.apply([batch]);
    }
  }

  /** The loader passes over what comes before it once more. */
  #loadSnapshot(): void {
    const loader = this.#loader;
    const snapshot = loader === undefined ? undefined : this.#world.control.snapshotFor?.(this.id, loader.nextOffset);
    if (loader === undefined || snapshot === undefined) return;
    const load = loader.beginSnapshot(snapshot);
    for (const batch of snapshot.batches) load.add(batch);
    load.finish();
    this.snapshotsLoaded++;
    this.#world.control.snapshotLoaded?.(this.id, snapshot.endOffset, loader.image);
  }

  /** The process dies; with `losesPower` the disk forgets what was not synced. */
  die(losesPower: boolean): void {
    this.#leave();
    if (losesPower) this.disk.crash();
    else this.disk.killProcess();
  }

  /** Between two lives: its folder is gone, and a new one is made, with an id of its own. */
  wipe(): void {
    this.disk = this.#emptyDisk();
    this.previousBrokerEpoch = -1;
  }

  async shutDown(): Promise<void> {
    const { life } = this;
    // Others lead first; then it may go. Who hears nothing goes after some tries.
    for (let tries = 0; tries < 5; tries++) {
      const { shouldShutDown } = await this.#heartbeat(true).catch(() => ({ shouldShutDown: false }));
      if (life !== this.life) return;
      this.applyMetadata(Infinity);
      if (shouldShutDown) break;
    }
    this.previousBrokerEpoch = this.brokerEpoch;
    const logs = this.#logs;
    this.#leave();
    await logs?.shutdown(this.brokerEpoch);
  }

  #leave(): void {
    this.life++;
    this.process.die();
    this.#isStarted = false;
    this.replicas?.close();
    this.replicas = undefined;
    this.#loader = undefined;
    for (const breakChannel of this.channels) breakChannel();
    this.channels.clear();
  }

  async #connect(leaderId: BrokerId, life: number): Promise<LeaderChannel> {
    const world = this.#world;
    const leader = world.broker(leaderId);
    await world.travel(this.id, leaderId);
    if (!leader.isUp) throw lost(`broker ${leaderId} refuses connections`);
    const leaderLife = leader.life;
    const broken = Promise.withResolvers<never>();
    broken.promise.catch(() => {});
    const close = (): void => broken.reject(lost('the connection broke'));
    leader.channels.add(close);
    const call = async <T>(serve: (replicas: ReplicaManager, sessions: FetchSessionCache) => Promise<T>): Promise<T> => {
      const answered = (async () => {
        await world.travel(this.id, leaderId);
        await leader.process.awake();
        const { replicas } = leader;
        if (replicas === undefined || leader.life !== leaderLife) throw lost('the leader is gone');
        const answer = await serve(replicas, leader.#sessions as FetchSessionCache);
        await world.travel(this.id, leaderId);
        await this.process.awake();
        if (this.life !== life) throw lost('nobody waits for it');
        return answer;
      })();
      return await Promise.race([answered, broken.promise]);
    };
    let last: FetchResponse | undefined;
    return {
      fetch: async (request) => {
        const sent = overTheWire(request);
        const answer = await call<FetchResponse>((replicas, sessions) => new Promise((resolve) => serveFetch(replicas, sessions, (id) => leader.#loader?.image.topics.getById(id)?.name, sent, resolve)));
        last = answer;
        return answer;
      },
      release: () => {
        // As if the next answer were already there, in the same memory.
        for (const { partitions } of last?.responses ?? []) for (const { records } of partitions) records?.fill(0xff);
      },
      endOffsets: ({ topics }) =>
        call(async (replicas) => ({
          throttleTimeMs: 0,
          topics: topics.map(({ topic, partitions }) => ({
            topic,
            partitions: partitions.map(({ partition, currentLeaderEpoch = -1, leaderEpoch }) => {
              const end = replicas.partition(topic, partition)?.endOffsetForEpoch(currentLeaderEpoch, leaderEpoch);
              return { errorCode: end === undefined ? ErrorCode.NOT_LEADER_OR_FOLLOWER : ErrorCode.NONE, partition, leaderEpoch: -1, endOffset: -1, ...end };
            }),
          })),
        })),
      nudge: () => {
        const sent = overTheWire(nudgeRequest(this.id, this.brokerEpoch));
        void call((replicas, sessions) => new Promise((resolve) => serveFetch(replicas, sessions, () => undefined, sent, resolve))).catch(() => {});
      },
      close,
    };
  }

  /** The batch of a replica that holds `offset`, or as many from there on as fit into `maxBytes`. */
  bytesAt(topic: string, partition: number, offset: Offset, maxBytes = 1): Buffer {
    const log = this.replicas?.partition(topic, partition)?.log;
    if (log === undefined) throw new Error(`broker ${this.id} has no replica of ${topic}-${partition}`);
    const { records } = log.read(offset, maxBytes, 'logEnd', true);
    if (records instanceof Uint8Array) return Buffer.alloc(0);
    const bytes = Buffer.alloc(records.byteLength);
    records.readSync(bytes, 0);
    records.release();
    return bytes;
  }

  /** Whole batches of a replica from the start of its log up to `end`, where one ends. */
  bytesBelow(topic: string, partition: number, end: Offset): Buffer {
    const bytes = this.bytesAt(topic, partition, 0, 10_000_000);
    let at = 0;
    // baseOffset and length of each batch.
    while (at < bytes.length && Number(bytes.readBigInt64BE(at)) < end) at += 12 + bytes.readInt32BE(at + 8);
    return bytes.subarray(0, at);
  }
}

/** Whether a change of ISRs leaves the broker as the only one in one. */
export function wantsToBeAlone({ partitions }: PartitionsAlteration, broker: BrokerId): boolean {
  return partitions.some(({ newIsr }) => newIsr.every(({ brokerId }) => brokerId === broker));
}

function lost(why: string): KafkaError {
  return new KafkaError(ErrorCode.NETWORK_EXCEPTION, why);
}
