import type { CoordinatorRouter } from '@ottla/coordinator';
import type { ClientRequest } from '@ottla/listener';
import type { MetadataImage } from '@ottla/metadata';
import type { BrokerId, Logger } from '@ottla/model';
import { OFFSETS_TOPIC } from '@ottla/model';
import { ApiKeys } from '@ottla/protocol';
import type { FetchSessionCache, ReplicaManager } from '@ottla/replication';
import type { BrokerConfig } from '../broker-config.ts';
import type { BrokerTopicMetrics } from '../broker-metrics.ts';
import type { RequestErrors } from '../request-errors.ts';
import type { TracedAppends } from '../tracing/traced-appends.ts';
import type { AutoTopicCreator } from '../rpc/auto-topic-creator.ts';
import { coordinatorForwarder } from '../rpc/coordinator-forwarder.ts';
import type { BatchOpener } from '../opening/batch-opener.ts';
import type { TransactionVerifier } from '../rpc/transaction-verifier.ts';
import { TransactionalCommits } from '../rpc/transactional-commits.ts';
import type { TxnMarkerWriter } from '../rpc/txn-marker-writer.ts';
import { alterReplicaLogDirsHandler } from './alter-replica-log-dirs.ts';
import { apiVersionsHandler } from './api-versions.ts';
import type { DepartedBrokers } from '../departed-brokers.ts';
import { brokerNode, type BrokerNode } from './cluster-view.ts';
import { deleteRecordsHandler } from './delete-records.ts';
import { describeClusterHandler } from './describe-cluster.ts';
import { describeConfigsHandler } from './describe-configs.ts';
import { describeLogDirsHandler } from './describe-log-dirs.ts';
import { describeProducersHandler } from './describe-producers.ts';
import { describeTopicPartitionsHandler } from './describe-topic-partitions.ts';
import { fetchHandler } from './fetch.ts';
import { findCoordinatorHandler } from './find-coordinator.ts';
import { listConfigResourcesHandler } from './list-config-resources.ts';
import { listOffsetsHandler } from './list-offsets.ts';
import { metadataHandler } from './metadata.ts';
import { offsetForLeaderEpochHandler } from './offset-for-leader-epoch.ts';
import { produceHandler } from './produce.ts';
import { controllerApis, coordinatorApis, forwardedBy, type Handlers } from './registry.ts';
import { TopicResolver } from './topics.ts';
import { writeTxnMarkersHandler } from './write-txn-markers.ts';

export interface HandlerOptions {
  readonly brokerId: BrokerId;
  readonly image: () => MetadataImage;
  readonly departed: Pick<DepartedBrokers, 'has'>;
  readonly replicas: ReplicaManager;
  readonly sessions: FetchSessionCache;
  readonly config: BrokerConfig;
  readonly autoTopics: AutoTopicCreator;
  readonly metrics: BrokerTopicMetrics;
  readonly errors: RequestErrors;
  readonly traces?: TracedAppends | undefined;
  readonly logDir: string;
  readonly space: () => { readonly freeBytes: number; readonly totalBytes: number };
  readonly toController: (client: ClientRequest) => void;
  readonly router: Pick<CoordinatorRouter, 'answer'>;
  readonly verifier: TransactionVerifier;
  readonly opener: BatchOpener | undefined;
  readonly markers: Pick<TxnMarkerWriter, 'write'>;
  readonly logger: Logger;
}

/** Every API that this broker serves, by key. */
export function brokerHandlers(options: HandlerOptions): Handlers {
  const { brokerId, image, replicas, config, metrics, errors, toController } = options;
  const topics = new TopicResolver(image, replicas);
  const nodeEndpoints = (listener: string, ids: ReadonlySet<BrokerId>): BrokerNode[] =>
    [...ids].flatMap((id) => {
      const broker = image().brokers.get(id);
      const node = broker === undefined ? undefined : brokerNode(broker, listener);
      return node === undefined ? [] : [node];
    });
  const offsetsPartitionCount = (): number | undefined => image().topics.get(OFFSETS_TOPIC)?.partitions.length;
  const toCoordinator = coordinatorForwarder(new TransactionalCommits({ router: options.router, verifier: options.verifier, replicas, offsetsPartitionCount }), options.logger, (client, body) => errors.countEncoded(client.apiKey, client.apiVersion, body));
  return {
    [ApiKeys.Produce]: produceHandler({
      replicas, topics, nodeEndpoints,
      verifier: options.verifier,
      opener: options.opener,
      traces: options.traces,
      onProduced: (topic, records, error) => metrics.produced(topic, records, error),
      onAnswered: (error) => errors.count(ApiKeys.Produce, error),
    }),
    [ApiKeys.Fetch]: fetchHandler({
      replicas,
      topics,
      sessions: options.sessions,
      traces: options.traces,
      maxBytes: () => config.number('fetch.max.bytes'),
      nodeEndpoints,
      onFetched: (topic, bytes, error, isReplica) => {
        metrics.fetched(topic, bytes, error, isReplica);
        errors.count(ApiKeys.Fetch, error);
      },
    }),
    [ApiKeys.ListOffsets]: listOffsetsHandler(topics),
    [ApiKeys.Metadata]: metadataHandler({ brokerId, image, autoTopics: options.autoTopics, departed: options.departed }),
    [ApiKeys.FindCoordinator]: findCoordinatorHandler({ image, autoTopics: options.autoTopics }),
    [ApiKeys.ApiVersions]: apiVersionsHandler(image),
    [ApiKeys.DeleteRecords]: deleteRecordsHandler(topics, replicas),
    [ApiKeys.OffsetForLeaderEpoch]: offsetForLeaderEpochHandler(topics),
    [ApiKeys.DescribeConfigs]: describeConfigsHandler({ brokerId, image, config }),
    [ApiKeys.AlterReplicaLogDirs]: alterReplicaLogDirsHandler({ image, replicas, logDir: options.logDir }),
    [ApiKeys.DescribeLogDirs]: describeLogDirsHandler({ replicas, logDir: options.logDir, space: options.space }),
    [ApiKeys.DescribeCluster]: describeClusterHandler(image, brokerId),
    [ApiKeys.DescribeProducers]: describeProducersHandler(topics),
    [ApiKeys.WriteTxnMarkers]: writeTxnMarkersHandler(options.markers),
    [ApiKeys.ListConfigResources]: listConfigResourcesHandler(image),
    [ApiKeys.DescribeTopicPartitions]: describeTopicPartitionsHandler(image),
    ...forwardedBy(controllerApis, toController),
    ...forwardedBy(coordinatorApis, toCoordinator),
    [ApiKeys.AddOffsetsToTxn]: (client) => {
      // A producer names its group before anybody looked for the group's coordinator.
      if (offsetsPartitionCount() !== undefined) toCoordinator(client);
      else {
        client.keepBytes();
        void options.autoTopics.createInternalTopic(OFFSETS_TOPIC, client).then(() => toCoordinator(client));
      }
    },
  };
}
