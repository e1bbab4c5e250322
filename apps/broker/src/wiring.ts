import { CoordinatorRouter, encodeRefusal, isCoordinatorApi, ShardGrantor } from '@ottla/coordinator';
import { RequestMemory, startListener, type Listener, type ListenerOptions } from '@ottla/listener';
import { anyController, BrokerLifecycle, ControllerChannel, fetchPatience, KRAFT_VERSION_FEATURE, MetadataLoader, MetadataObserver, supportedFeatures, type ControllerDirectory, type MetadataImage, type MetadataPublisher } from '@ottla/metadata';
import { ErrorCode, KafkaError, OFFSETS_TOPIC, TRANSACTION_STATE_TOPIC, type BrokerId, type Clock, type Compression, type Counter, type Crc32c, type Disk, type Logger, type Metrics, type Random, type Scheduler, type Tracer, type Uuid } from '@ottla/model';
import { FetchSessionCache, ReplicaManager } from '@ottla/replication';
import type { AcceptLink, BrokerEndpoint, BrokerService, ControllerAddress, CoordinatorService, LinkHello, ShardHostService } from '@ottla/rpc';
import { cleanerInPlace, LogManager, type CleanerThread, type SegmentFiles, type SegmentScan, type SegmentScanRequest } from '@ottla/storage';
import { BrokerConfig } from './broker-config.ts';
import { connectionLimits } from './connection-limits.ts';
import { BrokerTopicMetrics } from './broker-metrics.ts';
import { watchBroker } from './broker-gauges.ts';
import { bytesPerSecond, cleanerSettings } from './cleaner/cleaner-settings.ts';
import { DepartedBrokers } from './departed-brokers.ts';
import { encodeControllerRefusal } from './handlers/controller-refusals.ts';
import { brokerHandlers } from './handlers/handlers.ts';
import { dispatcher, overlap, servedVersions } from './handlers/registry.ts';
import { RequestErrors } from './request-errors.ts';
import { logManagerSettings } from './log-settings.ts';
import { replicaSelector, replicationOptions } from './replication/replication-wiring.ts';
import { ThrottledReplicas } from './replication/throttled-replicas.ts';
import { BatchOpener, type OpeningThread } from './opening/batch-opener.ts';
import { AutoTopicCreator } from './rpc/auto-topic-creator.ts';
import { controllerForwarder } from './rpc/controller-forwarder.ts';
import { peerEndpoints } from './rpc/peer-endpoint.ts';
import { ShardHost } from './rpc/shard-host.ts';
import { TransactionCoordinators } from './rpc/transaction-coordinators.ts';
import { TransactionVerifier } from './rpc/transaction-verifier.ts';
import { TxnMarkerWriter } from './rpc/txn-marker-writer.ts';
import { requestTraces } from './tracing/request-traces.ts';
import { TracedAppends } from './tracing/traced-appends.ts';
import { StartGate } from './start-gate.ts';

/** One client listener: what is bound, and what clients are told. Port 0 takes a free one; it is told as bound. */
export interface BrokerListener {
  readonly name: string;
  /** '' binds every interface. */
  readonly host: string;
  readonly port: number;
  readonly advertisedHost: string;
  /** 0 stands for the bound port. */
  readonly advertisedPort: number;
}

/** Starts a thread that cleans logs, held to a rate of bytes per second; `io` counts what it reads and writes. */
export type StartCleaner = (bytesPerSecond: () => number, io: Counter) => CleanerThread;

export interface BrokerOptions {
  readonly disk: Disk;
  readonly clock: Clock;
  readonly scheduler: Scheduler;
  readonly random: Random;
  readonly logger: Logger;
  readonly metrics: Metrics;
  /** Traces sampled requests. None is traced when left out. */
  readonly tracer?: Tracer | undefined;
  readonly crc: Crc32c;
  readonly compression: Compression;
  readonly segmentFiles: SegmentFiles;
  readonly brokerId: BrokerId;
  readonly rack: string | null;
  readonly clusterId: string;
  /** Absolute path of the one log folder, formatted, and its directory.id. */
  readonly logDir: string;
  readonly directoryId: Uuid;
  readonly listeners: readonly BrokerListener[];
  /** server.properties and --set, checked. */
  readonly settings: ReadonlyMap<string, string>;
  /** Reaches the controllers of the quorum. */
  readonly controllers: ControllerDirectory;
  /** Told of who votes now. */
  readonly onVoters?: (voters: readonly ControllerAddress[]) => void;
  /** host:port at which coordinators and controllers reach this broker, asked when it registers; left out where the planes share a process. */
  readonly planeEndpoint?: () => string;
  /** Reads segments after a crash off this thread; in this thread when left out. */
  readonly scan?: (request: SegmentScanRequest) => Promise<SegmentScan>;
  /** Starts a thread that opens large batches where topics want it; the append opens them itself when left out. */
  readonly startOpening?: ((logger: Logger) => OpeningThread) | undefined;
  /** Starts a thread that cleans logs, held to a rate of bytes per second; they are cleaned in this thread when left out. */
  readonly startCleaner?: StartCleaner;
  /** Publishers of planes that live in this process and share its image; called after the broker's own. */
  readonly publishers?: readonly MetadataPublisher[];
  /** What must be ready before the first client is served; partitions are led by then. */
  readonly beforeServing?: () => Promise<void>;
  /** The process must stop. */
  readonly onFatal: (cause: Error) => void;
}

export interface BrokerWiring {
  readonly image: () => MetadataImage;
  readonly config: BrokerConfig;
  readonly channel: ControllerChannel;
  /** How many partitions of an internal topic this broker leads. */
  readonly ledShardCount: (topic: string) => number;
  /** Serves one link of a coordinator. */
  readonly acceptCoordinator: AcceptLink<ShardHostService, CoordinatorService>;
  /** What keeps this broker from serving clients, in words; empty: it is unfenced and follows the controller. */
  readonly hindrances: () => readonly string[];
  /** Serves one link of a controller that wants to know whether this broker lives. */
  readonly acceptController: AcceptLink<BrokerService, Record<never, never>>;
  /** Client addresses, once `start` settled. */
  readonly addresses: () => readonly BrokerEndpoint[];
  /** Loads the logs, registers, and settles when clients are served. */
  start(): Promise<void>;
  /** Hands leadership over, answers what is under way, closes the logs cleanly. Also during `start`, which then rejects; logs that are still being loaded are let go of. */
  stop(): Promise<void>;
  /** Lets go of everything at once, as a killed process would, also during `start`; the folder is recovered at the next start. Settles when no file is touched any more. */
  abandon(): Promise<void>;
}

const CONTROLLED_SHUTDOWN_MS = 2_000;
/** How long the lifecycle waits for an active controller before it says that there is none; it asks on. */
const CONNECT_TIMEOUT_MS = 5_000;
const MAX_REQUESTS_UNDER_WAY = 1_000;
const SMALLEST_BACKLOG = 511;
const UNREGISTERED = -1;

/**
 * The whole data plane of one process, top to bottom: disk -> logs -> partitions -> handlers -> listeners, and beside it
 * what follows the controller. Takes the folder's lock: throws an Error when another process has it.
 */
export function wireBroker(options: BrokerOptions): BrokerWiring {
  const { disk, clock, scheduler, random, metrics, crc, compression, brokerId, clusterId, logDir, onFatal } = options;
  const logger = options.logger.with({ plane: 'broker', nodeId: brokerId });
  const incarnationId = random.uuid();
  const hello: LinkHello = { role: 'broker', nodeId: brokerId, incarnationId, clusterId };

  // What follows the metadata log.
  const loader = new MetadataLoader(clusterId);
  const image = (): MetadataImage => loader.image;
  const config = new BrokerConfig(brokerId, options.settings, image);
  const channel = new ControllerChannel({ ...options, hello, logger });
  const observer = new MetadataObserver({ ...options, ...fetchPatience(options.controllers.dials.length), hello, loader, logger, dial: anyController(options), onLeader: (epoch) => channel.leaderChanged(epoch) });

  // Logs and partitions.
  const logs = LogManager.open({
    disk, directory: logDir, clock, scheduler, crc, compression, random, logger, metrics,
    segmentFiles: options.segmentFiles,
    settings: logManagerSettings(config),
    ...(options.scan === undefined ? {} : { scan: options.scan }),
    ...(config.boolean('log.cleaner.enable') ? { cleaner: { settings: () => cleanerSettings(config), startThread: cleanerStarter(options, config) } } : {}),
    onLogFailure: ({ topic, partition }, cause) => logger.error('a partition log failed and answers KAFKA_STORAGE_ERROR until the next start; see to the disk', { topic, partition, error: cause.message }),
  });
  let brokerEpoch = (): number => UNREGISTERED;
  const traces = options.tracer === undefined ? undefined : new TracedAppends(options.tracer);
  const topicMetrics = new BrokerTopicMetrics(metrics, (topic) => image().topics.get(topic) !== undefined);
  const peerEndpointOf = peerEndpoints(image, options.settings);
  const throttled = new ThrottledReplicas(brokerId);
  const replication = { ...replicationOptions({ brokerId, image, config, channel, clock, scheduler, throttled, peerEndpointOf, brokerEpoch: () => brokerEpoch() }), onReplicated: (bytes: number) => topicMetrics.replicationIn.add(bytes), tracer: options.tracer };
  const replicas = new ReplicaManager({ brokerId, logs, configOf: (topic) => config.topic(topic), clock, scheduler, logger, metrics, replication, selectReplica: replicaSelector({ brokerId, image, config }), verifiesTransactions: () => config.verifiesTransactions });

  // Coordinators that dial in.
  const shardHost = new ShardHost(replicas, traces);
  const grantor = new ShardGrantor({ partitions: shardHost, bumpLeaderEpoch: leaderEpochBumper(brokerId, channel, image, () => brokerEpoch()), clock, scheduler, logger });
  shardHost.inform(grantor);
  const router = new CoordinatorRouter({ grantor, offsetsPartitionCount: () => image().topics.get(OFFSETS_TOPIC)?.partitions.length, transactionsPartitionCount: () => image().topics.get(TRANSACTION_STATE_TOPIC)?.partitions.length });

  const markers = new TxnMarkerWriter({ image, replicas, grantor, clock, crc });
  shardHost.serveMarkers(markers);
  const transactionCoordinators = new TransactionCoordinators({ brokerId, image, router, scheduler, peerEndpointOf });
  const verifier = new TransactionVerifier(transactionCoordinators);

  // Client requests.
  const errors = new RequestErrors(metrics);
  const departed = new DepartedBrokers(clock);
  const opener = options.startOpening === undefined ? undefined : new BatchOpener(options.startOpening(logger), clock, { crc, compression });
  const handlers = brokerHandlers({
    brokerId, image, departed, replicas, config, logDir, router, verifier, opener, markers, logger,
    sessions: fetchSessions(options, config),
    autoTopics: new AutoTopicCreator({ channel, config, image, scheduler, logger }),
    metrics: topicMetrics,
    errors, traces,
    space: () => disk.space(logDir),
    toController: controllerForwarder({ channel, clock, logger, onAnswered: (client, body) => errors.countEncoded(client.apiKey, client.apiVersion, body), refuse: (envelope, code) => (isCoordinatorApi(envelope.apiKey) ? encodeRefusal : encodeControllerRefusal)(envelope, code) }),
  });
  const gate = new StartGate(dispatcher(handlers, errors));

  const requestMemory = new RequestMemory(config.number('queued.max.request.bytes'));
  const open: Listener[] = [];
  const limits = connectionLimits(config, () => open);
  let endpoints: readonly BrokerEndpoint[] = [];
  let lifecycle: BrokerLifecycle | undefined;
  let isLoaded = false;
  let isAbandoned = false;
  const refuseIfAbandoned = (): void => {
    if (isAbandoned) throw new KafkaError(ErrorCode.BROKER_NOT_AVAILABLE, 'the broker was abandoned while it started');
  };

  const start = async (): Promise<void> => {
    for (const listener of options.listeners) {
      const opened = await openListener(options, config, listener, { dispatch: gate.dispatch, memory: requestMemory, connectionLimits: limits });
      if (isAbandoned) opened.abandon();
      refuseIfAbandoned();
      open.push(opened);
    }
    endpoints = options.listeners.map((listener, index) => endpointOf(listener, open[index] as Listener));
    await logs.load((topic) => config.topic(topic), (loaded, total) => reportProgress(logger, loaded, total));
    refuseIfAbandoned();
    logger.info('partition logs are loaded', { afterCleanShutdown: logs.hadCleanShutdown });
    isLoaded = true;
    const started = (lifecycle = new BrokerLifecycle({
      connect: () => channel.link(CONNECT_TIMEOUT_MS),
      onRefused: (link) => channel.refused(link),
      registration: {
        brokerId, clusterId, incarnationId, endpoints, rack: options.rack, logDirs: [options.directoryId],
        features: supportedFeatures.filter(({ name }) => name !== KRAFT_VERSION_FEATURE),
        previousBrokerEpoch: logs.hadCleanShutdown ? logs.previousBrokerEpoch : UNREGISTERED,
        planeEndpoint: options.planeEndpoint?.() ?? null,
      },
      scheduler, logger, onFatal,
      appliedOffset: () => observer.appliedOffset,
      heartbeatIntervalMs: config.number('broker.heartbeat.interval.ms'),
    }));
    brokerEpoch = () => started.brokerEpoch;
    for (const publisher of [departed, config, throttled, replicas, ...(options.publishers ?? []), started]) loader.addPublisher(publisher);
    observer.start();
    started.start();
    await started.unfenced;
    refuseIfAbandoned();
    replicas.start(image());
    logs.start();
    await options.beforeServing?.();
    gate.open();
  };

  const removeGauges = watchBroker(metrics, {
    image, logDir,
    isServing: () => gate.isOpen,
    requestMemory,
    isFollowing: () => observer.isFollowing,
    isShuttingDown: () => image().brokers.get(brokerId)?.inControlledShutdown === true,
    space: () => disk.space(logDir),
  });
  const abandon = async (): Promise<void> => {
    isAbandoned = true;
    for (const listener of open) listener.abandon();
    lifecycle?.abandon();
    grantor.close('the broker is abandoned');
    transactionCoordinators.close();
    opener?.close();
    replicas.close();
    for (const remove of removeGauges) remove();
    logs.abandon();
    await observer.stop();
    channel.close('the broker is abandoned');
  };
  // A start that never reached the controller has appended nothing: the clean shutdown before it still vouches for the logs.
  const lastBrokerEpoch = (): number => (brokerEpoch() === UNREGISTERED && logs.hadCleanShutdown ? logs.previousBrokerEpoch : brokerEpoch());

  return {
    image, config, channel, start,
    acceptCoordinator: (link) => grantor.accept(link),
    acceptController: () => ({ identify: () => Promise.resolve({ brokerId, incarnationId }) }),
    ledShardCount: (topic) => shardHost.leaderShards().filter((shard) => shard.topic === topic).length,
    addresses: () => endpoints,
    hindrances: () => brokerHindrances(gate.isOpen, observer.isFollowing, image().brokers.get(brokerId)),
    stop: async () => {
      if (!isLoaded) return await abandon();
      // Clients are answered meanwhile, new ones too: they hear where to go.
      await lifecycle?.stop(CONTROLLED_SHUTDOWN_MS);
      await Promise.all(open.map((listener) => listener.close()));
      grantor.close('the broker stops');
      transactionCoordinators.close();
      await observer.stop();
      channel.close('the broker stops');
      opener?.close();
      replicas.close();
      for (const remove of removeGauges) remove();
      await logs.shutdown(lastBrokerEpoch());
    },
    abandon,
  };
}

function brokerHindrances(isServing: boolean, isFollowing: boolean, self: { readonly fenced: boolean; readonly inControlledShutdown: boolean } | undefined): readonly string[] {
  if (!isServing) return ['the broker is starting: clients wait'];
  const hindrances: string[] = [];
  if (!isFollowing) hindrances.push('the broker does not reach the controller: its metadata may be old');
  if (self === undefined || self.fenced) hindrances.push('the broker is fenced: it leads nothing');
  if (self?.inControlledShutdown === true) hindrances.push('the broker is shutting down');
  return hindrances;
}

function cleanerStarter({ startCleaner, disk, crc, compression, metrics }: BrokerOptions, config: BrokerConfig): () => CleanerThread {
  const io = metrics.counter('kafka_utils_throttler_cleaner_io_total', 'Bytes that the log cleaner read and wrote');
  if (startCleaner === undefined) return () => cleanerInPlace({ disk, crc, compression, pace: () => {} });
  return () => startCleaner(() => bytesPerSecond(config), io);
}

function openListener({ clock, scheduler, logger, metrics, tracer }: BrokerOptions, config: BrokerConfig, { name, host, port }: BrokerListener, shared: Pick<ListenerOptions, 'dispatch' | 'memory' | 'connectionLimits'>): Promise<Listener> {
  return startListener({
    host, port, listenerName: name,
    maxRequestBytes: config.number('socket.request.max.bytes'),
    // One loop accepts and serves: with Kafka's 50 a burst of connections would be turned away while it is busy.
    backlogSize: Math.max(SMALLEST_BACKLOG, config.number('socket.listen.backlog.size')),
    connectionsMaxIdleMs: config.number('connections.max.idle.ms'),
    maxRequestsUnderWay: MAX_REQUESTS_UNDER_WAY,
    versions: servedVersions,
    overlap,
    ...shared, clock, scheduler, logger, metrics,
    trace: tracer === undefined ? undefined : requestTraces(tracer, logger),
  });
}

function endpointOf(listener: BrokerListener, { port }: Listener): BrokerEndpoint {
  return { name: listener.name, host: listener.advertisedHost, port: listener.advertisedPort === 0 ? port : listener.advertisedPort, securityProtocol: 0 };
}

function fetchSessions({ clock, random, metrics }: BrokerOptions, config: BrokerConfig): FetchSessionCache {
  const sessions = new FetchSessionCache(clock, random, config.number('max.incremental.fetch.session.cache.slots'));
  metrics.gauge('kafka_server_fetchsessioncache_numincrementalfetchsessions', 'Incremental fetch sessions', () => sessions.size);
  metrics.gauge('kafka_server_fetchsessioncache_numincrementalfetchpartitionscached', 'Partitions in incremental fetch sessions', () => sessions.partitionCount);
  return sessions;
}

const BUMP_TIMEOUT_MS = 10_000;

/** A new leader epoch for a shard that is to be granted again, from the active controller. */
function leaderEpochBumper(brokerId: BrokerId, channel: ControllerChannel, image: () => MetadataImage, brokerEpoch: () => number): ConstructorParameters<typeof ShardGrantor>[0]['bumpLeaderEpoch'] {
  return async (topic, partition) => {
    const known = image().topics.get(topic);
    const state = known?.partitions[partition];
    if (known === undefined || state === undefined) throw new KafkaError(ErrorCode.UNKNOWN_TOPIC_OR_PARTITION);
    const request = { brokerId, brokerEpoch: brokerEpoch(), topicId: known.id, partition, leaderEpoch: state.leaderEpoch };
    return await channel.call(BUMP_TIMEOUT_MS, (controller, call) => controller.bumpLeaderEpoch(request, call));
  };
}

const PROGRESS_STEP = 1000;

function reportProgress(logger: Logger, loaded: number, total: number): void {
  if (loaded % PROGRESS_STEP === 0 || (loaded === total && total >= PROGRESS_STEP)) logger.info('loading partition logs', { loaded, total });
}
