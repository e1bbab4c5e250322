import { BrokerMarkerSender, CoordinatorInstance, defaultGroupConfig, defaultTransactionConfig, GroupShard, TransactionShard, type CoordinatorShard, type TransactionConfig } from '@ottla/coordinator';
import type { MetadataImage } from '@ottla/metadata';
import { silentLogger, silentMetrics, tableCrc32c, type LeaderEpoch, type ProducerId, type Random } from '@ottla/model';
import { WireReader, WireWriter, WriteTxnMarkersRequestCodec, WriteTxnMarkersResponseCodec, ApiKeys, type WriteTxnMarkersRequestInput, type WriteTxnMarkersResponse } from '@ottla/protocol';
import type { CoordinatorService, Envelope, EnvelopeAnswer, InProcessPort, Link, ShardHostService } from '@ottla/rpc';
import { testCompression, type VirtualTime } from '@ottla/testing';

const MARKERS_VERSION = 2;
const RECONNECT_MS = 50;

export interface CoordinatorProcessOptions {
  readonly time: VirtualTime;
  readonly random: Random;
  readonly port: InProcessPort<CoordinatorService, ShardHostService>;
  readonly image: () => MetadataImage;
  readonly nextProducerId: () => ProducerId;
  /** Carries markers to the broker, whether their sender lives until they arrive or not. */
  readonly carryMarkers: (markers: Envelope) => Promise<EnvelopeAnswer>;
  readonly config: Partial<TransactionConfig>;
  /** Told of each shard that is granted. */
  readonly onTransactionShard: (shard: TransactionShard) => void;
}

/** One coordinator process: dials the broker again and again until it is killed. */
export class CoordinatorProcess<R> {
  readonly #instance: CoordinatorInstance<R>;
  readonly #role: string;
  readonly #options: CoordinatorProcessOptions;
  #link: Link<ShardHostService> | undefined;
  #isAlive = true;

  constructor(options: CoordinatorProcessOptions, role: string, createShard: (leaderEpoch: number) => CoordinatorShard<R>) {
    this.#options = options;
    this.#role = role;
    this.#instance = new CoordinatorInstance<R>({
      ...options.time, logger: silentLogger, crc: tableCrc32c, compression: testCompression, limits: { appendTimeoutMs: 2_000 },
      createShard: ({ leaderEpoch }) => createShard(leaderEpoch),
    });
    this.#connect();
  }

  /** The link breaks; the process dials again. */
  cut(): void {
    this.#link?.close('the wire was cut');
  }

  kill(): void {
    this.#isAlive = false;
    this.#instance.stop('killed');
  }

  #connect(): void {
    const { port, random, time } = this.#options;
    if (!this.#isAlive) return;
    const hello = { role: this.#role, nodeId: 1, incarnationId: random.uuid(), clusterId: null } as const;
    this.#instance.connect(port.dial, hello as never).then(
      (link) => {
        this.#link = link;
        void link.closed.then(() => time.scheduler.after(RECONNECT_MS, () => this.#connect()));
      },
      () => time.scheduler.after(RECONNECT_MS, () => this.#connect()),
    );
  }
}

export function transactionCoordinator(options: CoordinatorProcessOptions): CoordinatorProcess<Parameters<TransactionShard['replay']>[0]> {
  const { time, image } = options;
  const partitionCountOf = (topic: string): number | undefined => image().topics.get(topic)?.partitions.length;
  const markers = new BrokerMarkerSender({
    scheduler: time.scheduler, logger: silentLogger,
    leaderOf: (topic, partition) => image().topics.get(topic)?.partitions[partition]?.leader ?? 'deleted',
    write: (_, request) => writeMarkers(options, request),
  });
  const config = { ...defaultTransactionConfig, transactionVersion: 2, ...options.config };
  return new CoordinatorProcess(options, 'transaction-coordinator', (coordinatorEpoch) =>
    new WatchedShard({ config: () => config, coordinatorEpoch, markers, nextProducerId: () => Promise.resolve(options.nextProducerId()), partitionCountOf, logger: silentLogger }, options.onTransactionShard));
}

/** Tells when it is granted: one that is made may only stand by. */
class WatchedShard extends TransactionShard {
  readonly #onGranted: (shard: TransactionShard) => void;

  constructor(options: ConstructorParameters<typeof TransactionShard>[0], onGranted: (shard: TransactionShard) => void) {
    super(options);
    this.#onGranted = onGranted;
  }

  override onGranted(leaderEpoch: LeaderEpoch): void {
    super.onGranted(leaderEpoch);
    this.#onGranted(this);
  }
}

export function groupCoordinator(options: CoordinatorProcessOptions): CoordinatorProcess<Parameters<GroupShard['replay']>[0]> {
  const { random, image } = options;
  const topics = {
    topicIdOf: (name: string) => image().topics.get(name)?.id,
    topicNameOf: (topicId: string) => image().topics.getById(topicId)?.name,
    partitionCountOf: (name: string) => image().topics.get(name)?.partitions.length,
  };
  return new CoordinatorProcess(options, 'group-coordinator', () =>
    new GroupShard({ topics, config: () => defaultGroupConfig, random, logger: silentLogger, metrics: silentMetrics }));
}

async function writeMarkers({ carryMarkers }: CoordinatorProcessOptions, request: WriteTxnMarkersRequestInput): Promise<WriteTxnMarkersResponse> {
  const writer = new WireWriter();
  WriteTxnMarkersRequestCodec.encode(writer, request, MARKERS_VERSION);
  const { body } = await carryMarkers(envelopeOf(ApiKeys.WriteTxnMarkers, MARKERS_VERSION, writer.finish().slice()));
  return WriteTxnMarkersResponseCodec.decode(new WireReader(body), MARKERS_VERSION);
}

export function envelopeOf(apiKey: number, apiVersion: number, body: Uint8Array): Envelope {
  return { apiKey, apiVersion, clientId: null, principal: 'User:simulated', clientAddress: '', listenerName: '', body };
}
