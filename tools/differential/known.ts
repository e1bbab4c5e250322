/**
 * Differences that stay, each with its reason. A run fails when one of these did not show: then it is no longer true.
 * `cases` and `path` may use `*` for any run of characters; `path` begins with the API whose answer differs.
 */
export interface KnownDifference {
  /** Case ids: `API: name`. */
  readonly cases: string;
  readonly path: string;
  readonly reason: string;
}

const known = (cases: string, path: string, reason: string): KnownDifference => ({ cases, path, reason });

const defect = 'an exception in Kafka, which answers UNKNOWN_SERVER_ERROR or nothing; docs/deviations.md';

const produce: readonly KnownDifference[] = [
  known('Produce: null records', '*', defect),
  known('Produce: a batch and a rest', '*', 'a partition takes one batch and nothing behind it; docs/deviations.md'),
  known('Produce: an unknown codec', 'Produce.*', 'a code that names the reason; docs/deviations.md'),
  known('Produce: transactional: without a producer', 'Produce.*', 'Kafka takes a batch of no transaction that says it is in one; docs/deviations.md'),
  known('Produce: transactional: a repeat of the transaction before', 'Produce.*', 'after it Kafka refuses every batch of the producer; docs/deviations.md'),
  known('Produce: bytes that are not gzip', 'Produce.*', 'batches are not opened unless the topic wants it; docs/deviations.md'),
];

const reading: readonly KnownDifference[] = [
  known('Fetch: a negative partition limit', '*', defect),
  known('Fetch: a negative limit', '*', defect),
  known('Fetch: a session without partitions', 'Fetch.sessionId', 'a session of nothing saves nothing: none is made'),
  known('Fetch: forgotten and named at once', '*', 'Kafka answers a partition once more that the same request forgets; Ottla forgets it at once'),
];

const cluster: readonly KnownDifference[] = [
  known('Metadata: by no name and no id', 'Metadata.*', defect),
  known('DescribeTopicPartitions: bad names', '*', defect),
  known('ApiVersions: *', 'ApiVersions.apiKeys.*', 'an API that is not built is not advertised; README.md, Limits'),
  known('ApiVersions: *', 'ApiVersions.supportedFeatures.*', 'a feature is supported when it is built; docs/deviations.md'),
  known('ApiVersions: *', 'ApiVersions.finalizedFeatures.*', 'a feature is finalized when it is built; docs/deviations.md'),
  known('ApiVersions: SASL without SASL', '*', 'SASL is not built'),
  known('DescribeQuorum: the metadata quorum', 'DescribeQuorum.nodes.*', 'the one-process form has no listener for controllers; docs/deviations.md'),
  known('IncrementalAlterConfigs: an unknown operation', '*', defect),
  known('AlterConfigs: a topic twice', '*', defect),
];

const coordinators: readonly KnownDifference[] = [
  known('AddPartitionsToTxn: no transactions', '*', defect),
  known('WriteTxnMarkers: to nothing', '*', 'Kafka answers by producer, Ottla by marker; brokers send neither'),
  known('WriteTxnMarkers: two', '*', 'Kafka answers by producer, Ottla by marker; brokers send neither'),
  known('WriteTxnMarkers: a negative epoch', '*', defect),
  known('WriteTxnMarkers: second protocol: a negative version', '*', defect),
  known('JoinGroup: a protocol twice', '*', defect),
  known('OffsetFetch: consumer group: an epoch without a member', '*', defect),
  known('ConsumerGroupHeartbeat: on the way: *', 'ConsumerGroupHeartbeat.assignment', 'told until the member names all of it; docs/deviations.md'),
  known('ConsumerGroupHeartbeat: *', 'ConsumerGroupHeartbeat.heartbeatIntervalMs', 'a budget that follows the load, 150 ms at least; docs/deviations.md'),
];

export const knownDifferences: readonly KnownDifference[] = [...produce, ...reading, ...cluster, ...coordinators];
