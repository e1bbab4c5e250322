import { CoordinatorRouter, ShardGrantor, type BumpLeaderEpoch } from '@ottla/coordinator';
import { BrokerLifecycle, followControllers, type ControllerChannel, type MetadataImage } from '@ottla/metadata';
import { ErrorCode, KafkaError, OFFSETS_TOPIC, TRANSACTION_STATE_TOPIC } from '@ottla/model';
import { FetchSessionCache, ReplicaManager } from '@ottla/replication';
import type { LinkHello } from '@ottla/rpc';
import { cleanerInPlace, LogManager, type CleanerThread } from '@ottla/storage';
import { BrokerConfig } from './broker-config.ts';
import { watchBroker } from './broker-gauges.ts';
import { BrokerTopicMetrics } from './broker-metrics.ts';
import type { BrokerOptions, BrokerWiring } from './broker-options.ts';
import { BrokerServer } from './broker-server.ts';
import { bytesPerSecond, cleanerSettings } from './cleaner/cleaner-settings.ts';
import { ClientListeners } from './client-listeners.ts';
import { DepartedBrokers } from './departed-brokers.ts';
import { encodeControllerRefusal } from './handlers/controller-refusals.ts';
import { brokerHandlers } from './handlers/handlers.ts';
import { dispatcher } from './handlers/registry.ts';
import { logManagerSettings } from './log-settings.ts';
import { BatchOpener } from './opening/batch-opener.ts';
import { replicaSelector, replicationOptions } from './replication/replication-wiring.ts';
import { ThrottledReplicas } from './replication/throttled-replicas.ts';
import { RequestErrors } from './request-errors.ts';
import { AutoTopicCreator } from './rpc/auto-topic-creator.ts';
import { controllerForwarder } from './rpc/controller-forwarder.ts';
import { peerEndpoints } from './rpc/peer-endpoint.ts';
import { ShardHost } from './rpc/shard-host.ts';
import { TransactionCoordinators } from './rpc/transaction-coordinators.ts';
import { TransactionVerifier } from './rpc/transaction-verifier.ts';
import { TxnMarkerWriter } from './rpc/txn-marker-writer.ts';
import { StartGate } from './start-gate.ts';
import { TracedAppends } from './tracing/traced-appends.ts';

export type { BrokerListener, BrokerOptions, BrokerWiring, StartCleaner, StartedBeside } from './broker-options.ts';

/**
 * The whole data plane of one process. Each step takes what the ones before it made: what follows the controller -> logs
 * -> partitions -> coordinators' shards -> requests -> listeners. Takes the folder's lock: throws an Error when another
 * process has it.
 */
export function wireBroker(options: BrokerOptions): BrokerWiring {
  const { brokerId, clusterId, random } = options;
  const self: Self = { ...options, incarnationId: random.uuid(), logger: options.logger.with({ plane: 'broker', nodeId: brokerId }) };

  const metadata = wireMetadata(self);
  const logs = openLogs(self, metadata);
  const partitions = wirePartitions(self, metadata, logs);
  const shards = wireShards(self, metadata, partitions);
  const requests = wireRequests(self, metadata, partitions, shards);
  const listeners = new ClientListeners(self, metadata.config, requests.gate.dispatch);

  const { image, config, channel, observer } = metadata;
  const { grantor, shardHost } = shards;
  const { gate } = requests;
  const server = new BrokerServer({
    ...metadata, ...partitions, ...shards, ...requests, logs, listeners,
    identity: { brokerId, clusterId, incarnationId: self.incarnationId, rack: options.rack, logDirs: [options.directoryId] },
    planeEndpoint: () => options.planeEndpoint?.() ?? null,
    publishers: [requests.departed, config, partitions.throttled, partitions.replicas],
    removeGauges: watchBroker(options.metrics, {
      brokerId, image, gate, observer,
      requestMemory: listeners.memory,
      logDir: options.logDir,
      space: () => options.disk.space(options.logDir),
    }),
    logger: self.logger,
  });
  return {
    image, config, channel,
    acceptCoordinator: (link) => grantor.accept(link),
    acceptController: () => ({ identify: () => Promise.resolve({ brokerId, incarnationId: self.incarnationId }) }),
    ledShardCount: (topic) => shardHost.leaderShards().filter((shard) => shard.topic === topic).length,
    addresses: () => listeners.endpoints,
    hindrances: () => brokerHindrances(metadata, logs, gate, brokerId),
    start: (beside = {}) => server.start(beside),
    stop: () => server.stop(),
    abandon: () => server.abandon(),
  };
}

/** The options, with this run of the broker's own id, and its logger. */
interface Self extends BrokerOptions {
  readonly incarnationId: string;
}

type MetadataParts = ReturnType<typeof wireMetadata>;
type PartitionParts = ReturnType<typeof wirePartitions>;
type ShardParts = ReturnType<typeof wireShards>;

/** How long the lifecycle waits for an active controller before it says that there is none; it asks on. */
const CONNECT_TIMEOUT_MS = 5_000;

/** What follows the metadata log, and how the active controller is reached. */
function wireMetadata(self: Self) {
  const { brokerId, clusterId, incarnationId, settings } = self;
  const hello: LinkHello = { role: 'broker', nodeId: brokerId, incarnationId, clusterId };
  const { loader, image, channel, observer } = followControllers({ ...self, hello });
  const config = new BrokerConfig(brokerId, settings, image);
  const lifecycle = new BrokerLifecycle({
    ...self,
    connect: () => channel.link(CONNECT_TIMEOUT_MS),
    onRefused: (link) => channel.refused(link),
    appliedOffset: () => observer.appliedOffset,
    heartbeatIntervalMs: config.number('broker.heartbeat.interval.ms'),
  });
  return { loader, image, config, channel, observer, lifecycle };
}

/** The logs of the one folder, closed as yet. */
function openLogs(self: Self, { config }: MetadataParts): LogManager {
  const { disk, logDir, clock, scheduler, crc, compression, random, logger, metrics, segmentFiles, scan } = self;
  return LogManager.open({
    disk, clock, scheduler, crc, compression, random, logger, metrics, segmentFiles,
    directory: logDir,
    settings: logManagerSettings(config),
    ...(scan === undefined ? {} : { scan }),
    ...(config.boolean('log.cleaner.enable') ? { cleaner: { settings: () => cleanerSettings(config), startThread: cleanerStarter(self, config) } } : {}),
  });
}

function cleanerStarter({ startCleaner, disk, crc, compression, metrics }: Self, config: BrokerConfig): () => CleanerThread {
  const io = metrics.counter('kafka_utils_throttler_cleaner_io_total', 'Bytes that the log cleaner read and wrote');
  if (startCleaner === undefined) return () => cleanerInPlace({ disk, crc, compression, pace: () => {} });
  return () => startCleaner(() => bytesPerSecond(config), io);
}

/** This broker's replicas of partitions. */
function wirePartitions(self: Self, metadata: MetadataParts, logs: LogManager) {
  const { brokerId, clock, metrics, tracer, settings } = self;
  const { image, config, lifecycle } = metadata;
  const peerEndpointOf = peerEndpoints(image, settings);
  const throttled = new ThrottledReplicas(brokerId);
  const topicMetrics = new BrokerTopicMetrics(metrics, (topic) => image().topics.get(topic) !== undefined);
  const replicas = new ReplicaManager({
    ...self, logs, clock,
    configOf: (topic) => config.topic(topic),
    replication: {
      ...replicationOptions({ ...self, ...metadata, throttled, peerEndpointOf, brokerEpoch: () => lifecycle.brokerEpoch }),
      onReplicated: (bytes) => topicMetrics.replicationIn.add(bytes),
      tracer,
    },
    selectReplica: replicaSelector({ brokerId, image, config }),
    verifiesTransactions: () => config.verifiesTransactions,
  });
  return { replicas, throttled, topicMetrics, peerEndpointOf, traces: tracer === undefined ? undefined : new TracedAppends(tracer) };
}

/** The coordinators' side: shards are granted to who dials in, requests find their shard, markers their partition. */
function wireShards(self: Self, { image, channel, lifecycle }: MetadataParts, { replicas, traces, peerEndpointOf }: PartitionParts) {
  const { brokerId, clock, scheduler, logger, crc } = self;
  const shardHost = new ShardHost(replicas, traces);
  const grantor = new ShardGrantor({ partitions: shardHost, bumpLeaderEpoch: leaderEpochBumper(brokerId, channel, image, lifecycle), clock, scheduler, logger });
  shardHost.inform(grantor);
  const markers = new TxnMarkerWriter({ image, replicas, grantor, clock, crc });
  shardHost.serveMarkers(markers);

  const partitionCountOf = (topic: string): number | undefined => image().topics.get(topic)?.partitions.length;
  const router = new CoordinatorRouter({ grantor, offsetsPartitionCount: () => partitionCountOf(OFFSETS_TOPIC), transactionsPartitionCount: () => partitionCountOf(TRANSACTION_STATE_TOPIC) });
  const transactionCoordinators = new TransactionCoordinators({ brokerId, image, router, scheduler, peerEndpointOf });
  return { shardHost, grantor, markers, router, transactionCoordinators };
}

const BUMP_TIMEOUT_MS = 10_000;

/** A new leader epoch for a shard that is to be granted again, from the active controller. */
function leaderEpochBumper(brokerId: number, channel: ControllerChannel, image: () => MetadataImage, lifecycle: BrokerLifecycle): BumpLeaderEpoch {
  return async (topic, partition) => {
    const known = image().topics.get(topic);
    const state = known?.partitions[partition];
    if (known === undefined || state === undefined) throw new KafkaError(ErrorCode.UNKNOWN_TOPIC_OR_PARTITION);
    const request = { brokerId, brokerEpoch: lifecycle.brokerEpoch, topicId: known.id, partition, leaderEpoch: state.leaderEpoch };
    return await channel.call(BUMP_TIMEOUT_MS, (controller, call) => controller.bumpLeaderEpoch(request, call));
  };
}

/** What serves clients' requests: a handler for each API, behind a gate that opens when the broker is ready. */
function wireRequests(self: Self, { image, config, channel }: MetadataParts, { replicas, topicMetrics, traces }: PartitionParts, shards: ShardParts) {
  const { brokerId, disk, logDir, clock, scheduler, logger, metrics, crc, compression, startOpening } = self;
  const errors = new RequestErrors(metrics);
  const departed = new DepartedBrokers(clock);
  const opener = startOpening === undefined ? undefined : new BatchOpener(startOpening(logger), clock, { crc, compression });
  const handlers = brokerHandlers({
    brokerId, image, config, replicas, departed, opener, errors, traces, logDir, logger,
    router: shards.router,
    markers: shards.markers,
    verifier: new TransactionVerifier(shards.transactionCoordinators),
    sessions: fetchSessions(self, config),
    autoTopics: new AutoTopicCreator({ channel, config, image, scheduler, logger }),
    metrics: topicMetrics,
    space: () => disk.space(logDir),
    toController: controllerForwarder({
      channel, clock, logger,
      onAnswered: (client, body) => errors.countEncoded(client.apiKey, client.apiVersion, body),
      refuse: encodeControllerRefusal,
    }),
  });
  return { gate: new StartGate(dispatcher(handlers, errors)), departed, opener };
}

function fetchSessions({ clock, random, metrics }: Self, config: BrokerConfig): FetchSessionCache {
  const sessions = new FetchSessionCache(clock, random, config.number('max.incremental.fetch.session.cache.slots'));
  metrics.gauge('kafka_server_fetchsessioncache_numincrementalfetchsessions', 'Incremental fetch sessions', () => sessions.size);
  metrics.gauge('kafka_server_fetchsessioncache_numincrementalfetchpartitionscached', 'Partitions in incremental fetch sessions', () => sessions.partitionCount);
  return sessions;
}

/** What keeps a broker from its work; clients may be served all the same. */
function brokerHindrances({ image, observer }: MetadataParts, logs: LogManager, gate: StartGate, brokerId: number): readonly string[] {
  const self = image().brokers.get(brokerId);
  if (!gate.isOpen) return ['the broker is starting: clients wait'];
  const hindrances: string[] = [];
  if (!observer.isFollowing) hindrances.push('the broker reaches no controller that has a quorum: its metadata may be old, and cannot be changed');
  if (self === undefined || self.fenced) hindrances.push('the broker is fenced: it leads nothing');
  if (logs.failedLogCount > 0) hindrances.push(`${logs.failedLogCount} partition logs failed and answer KAFKA_STORAGE_ERROR: see the log of this process, then restart it`);
  if (self?.inControlledShutdown === true) hindrances.push('the broker is shutting down');
  return hindrances;
}
