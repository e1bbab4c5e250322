export { transactionConfigFrom } from './transaction-configs.ts';
import { BrokerMarkerSender, CoordinatorInstance, defaultTransactionConfig, linkToBrokers, ProducerIdAllocator, TransactionCoordinator, TransactionShard, transactionMetricsOf, watchTransactions, type CoordinatorPlane, type CoordinatorPlaneOptions, type TransactionConfig, type TransactionRecord } from '@ottla/coordinator';
import type { MetadataImage } from '@ottla/metadata';
import { ErrorCode, KafkaError, type BrokerId, type PartitionIndex } from '@ottla/model';
import { ApiKeys, WireReader, WireWriter, WriteTxnMarkersRequestCodec, WriteTxnMarkersResponseCodec, type WriteTxnMarkersRequestInput, type WriteTxnMarkersResponse } from '@ottla/protocol';
import type { CallOptions, Link, ProducerIdsBlock, ProducerIdsBlockRequest, ShardHostService } from '@ottla/rpc';

export interface TransactionCoordinatorOptions extends CoordinatorPlaneOptions {
  /** `ControllerService.allocateProducerIds` of whichever controller is active. */
  readonly allocateProducerIds: (request: ProducerIdsBlockRequest, call: CallOptions) => Promise<ProducerIdsBlock>;
  /** Configs in force, read anew for each decision; Kafka's defaults when left out. transaction.version is the image's. */
  readonly transactionConfig?: () => Omit<TransactionConfig, 'transactionVersion'>;
}

const ALLOCATION_TIMEOUT_MS = 5_000;
const MARKERS_TIMEOUT_MS = 30_000;
const MARKERS_VERSION = 2;
const TRANSACTION_VERSION_FEATURE = 'transaction.version';

/** The whole transaction coordinator plane: producer ids, transactional ids, markers. */
export function wireTransactionCoordinator(options: TransactionCoordinatorOptions): CoordinatorPlane<TransactionRecord> {
  const { clock, scheduler, image, nodeId } = options;
  const logger = options.logger.with({ plane: 'transaction-coordinator', nodeId });
  const blocks = options.metrics.counter('ottla_transaction_coordinator_producer_id_blocks_total', 'Blocks of producer ids taken from the controller');
  const producerIds = new ProducerIdAllocator({
    clock,
    logger,
    allocateBlock: async () => {
      const block = await options.allocateProducerIds({ brokerId: nodeId }, { timeoutMs: ALLOCATION_TIMEOUT_MS });
      blocks.add(1);
      return block;
    },
  });
  const coordinator = new TransactionCoordinator(producerIds);
  const config = (): TransactionConfig => ({
    ...(options.transactionConfig?.() ?? defaultTransactionConfig),
    transactionVersion: image().features.get(TRANSACTION_VERSION_FEATURE) ?? 0,
  });
  const markers = new BrokerMarkerSender({
    scheduler,
    logger,
    leaderOf: (topic, partition) => leaderOf(image(), topic, partition),
    write: async (broker, request) => await writeMarkers(plane.links.linkTo(broker), request),
  });
  const partitionCountOf = (topic: string): number | undefined => image().topics.get(topic)?.partitions.length;
  const shardMetrics = transactionMetricsOf(options.metrics);
  const loadSeconds = options.metrics.histogram('ottla_transaction_coordinator_partition_load_time_seconds', 'Time that loading a shard took');
  const instance = new CoordinatorInstance<TransactionRecord>({
    clock,
    scheduler,
    logger,
    crc: options.crc,
    compression: options.compression,
    tracer: options.tracer,
    createShard: ({ leaderEpoch, partition }) => new TransactionShard({ config, coordinatorEpoch: leaderEpoch, markers, nextProducerId: () => producerIds.next(), partitionCountOf, ...shardMetrics, logger: logger.with({ shard: partition }) }),
    onShardLoaded: (loadMs) => loadSeconds.observe(loadMs / 1000),
    answerAnywhere: (envelope) => coordinator.answer(envelope),
  });

  const removeGauges = [
    ...watchTransactions(options.metrics, () => transactionStores(instance)),
    ...(['loading', 'active'] as const).map((state) => options.metrics.gauge('ottla_transaction_coordinator_num_partitions', 'Shards of this instance by state', () => instance.shardCount(state), { state })),
    options.metrics.gauge('ottla_transaction_coordinator_requests', 'Requests under way in the transaction coordinator', () => instance.requestCount),
  ];

  const plane = linkToBrokers({ ...options, logger }, { role: 'transaction-coordinator', name: 'TransactionCoordinator', instance, removeGauges });
  return plane;
}

function* transactionStores(instance: CoordinatorInstance<TransactionRecord>): Generator<TransactionShard['store'], undefined> {
  for (const shard of instance.activeShards()) if (shard instanceof TransactionShard) yield shard.store;
}

/** 'deleted' when there is no such partition; undefined while nobody leads it. */
function leaderOf({ topics }: MetadataImage, topic: string, partition: PartitionIndex): BrokerId | 'deleted' | undefined {
  const state = topics.get(topic)?.partitions[partition];
  if (state === undefined) return 'deleted';
  return state.leader < 0 ? undefined : state.leader;
}

async function writeMarkers(link: Link<ShardHostService> | undefined, request: WriteTxnMarkersRequestInput): Promise<WriteTxnMarkersResponse> {
  if (link === undefined) throw new KafkaError(ErrorCode.NETWORK_EXCEPTION, 'there is no link to the broker');
  const writer = new WireWriter();
  WriteTxnMarkersRequestCodec.encode(writer, request, MARKERS_VERSION);
  const envelope = { apiKey: ApiKeys.WriteTxnMarkers, apiVersion: MARKERS_VERSION, clientId: null, principal: '', clientAddress: '', listenerName: '', body: writer.finish() };
  const { body } = await link.remote.writeTxnMarkers(envelope, { timeoutMs: MARKERS_TIMEOUT_MS });
  return WriteTxnMarkersResponseCodec.decode(new WireReader(body), MARKERS_VERSION);
}
