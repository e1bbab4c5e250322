/**
 * What two servers may say differently: each mask is the exact path of a field in an answer (`*` for any element of an
 * array) with the reason. Whatever is not here is compared as it is.
 *
 *   id       the value is replaced by its kind and by the order in which the case first saw it: that two fields say the
 *            same is still compared. -1, null, '' and the zero id stay as they are.
 *   time     a time of the server's clock, in ms; -1 and 0 stay.
 *   text     words for people.
 *   sorted   the order of elements is not compared, because Kafka's comes from a hash table.
 *   keyed    likewise, and elements are told apart by a field, so that one which is missing does not shift the others.
 *   varies   what a reading at some moment says; that it is there is all that is compared.
 */
export interface Mask {
  /** API and field, for example `Metadata.topics.*.topicId`. */
  readonly path: string;
  readonly kind: 'id' | 'time' | 'text' | 'sorted' | 'keyed' | 'varies';
  /** The field of `keyed`. */
  readonly key?: string;
  /** For ids: which space they are from. */
  readonly space?: string;
  readonly reason: string;
}

const id = (path: string, space: string, reason: string): Mask => ({ path, kind: 'id', space, reason });
const message = (path: string): Mask => ({ path, kind: 'text', reason: 'words for people are Ottla’s own' });
const port = (path: string): Mask => ({ path, kind: 'id', space: 'port', reason: 'each server listens on a port of its own' });
const topicId = (path: string): Mask => id(path, 'topic id', 'drawn at random when the topic is created');
const producerId = (path: string): Mask => id(path, 'producer id', 'from blocks that the controller gives out; depends on what ran before');
const memberId = (path: string): Mask => id(path, 'member id', 'ends in a random UUID');
const sorted = (path: string): Mask => ({ path, kind: 'sorted', reason: 'the order of Kafka’s hash table' });

const clusterIds = ['Metadata.clusterId', 'DescribeCluster.clusterId'].map((path) => id(path, 'cluster id', 'drawn at random when the folder is formatted'));

const ports = [
  'Metadata.brokers.*.port',
  'FindCoordinator.port',
  'FindCoordinator.coordinators.*.port',
  'DescribeCluster.brokers.*.port',
  'Produce.nodeEndpoints.*.port',
  'Fetch.nodeEndpoints.*.port',
  'DescribeQuorum.nodes.*.listeners.*.port',
].map(port);

const topicIds = [
  'Metadata.topics.*.topicId',
  'CreateTopics.topics.*.topicId',
  'DeleteTopics.responses.*.topicId',
  'Produce.responses.*.topicId',
  'Fetch.responses.*.topicId',
  'OffsetCommit.topics.*.topicId',
  'OffsetFetch.groups.*.topics.*.topicId',
  'DescribeTopicPartitions.topics.*.topicId',
  'ConsumerGroupHeartbeat.assignment.topicPartitions.*.topicId',
  'ConsumerGroupDescribe.groups.*.members.*.assignment.topicPartitions.*.topicId',
  'ConsumerGroupDescribe.groups.*.members.*.targetAssignment.topicPartitions.*.topicId',
].map(topicId);

const producerIds = [
  'InitProducerId.producerId',
  'EndTxn.producerId',
  'InitProducerId.ongoingTxnProducerId',
  'DescribeTransactions.transactionStates.*.producerId',
  'ListTransactions.transactionStates.*.producerId',
  'DescribeProducers.topics.*.partitions.*.activeProducers.*.producerId',
  'WriteTxnMarkers.markers.*.producerId',
  'Fetch.responses.*.partitions.*.abortedTransactions.*.producerId',
  'Fetch.responses.*.partitions.*.records.*.producerId',
].map(producerId);

const memberIds = [
  'JoinGroup.memberId',
  'JoinGroup.leader',
  'JoinGroup.members.*.memberId',
  'LeaveGroup.members.*.memberId',
  'DescribeGroups.groups.*.members.*.memberId',
  'ConsumerGroupHeartbeat.memberId',
  'ConsumerGroupDescribe.groups.*.members.*.memberId',
].map(memberId);

const messages = [
  'ApiVersions.errorMessage',
  'CreateTopics.topics.*.errorMessage',
  'CreatePartitions.results.*.errorMessage',
  'DeleteTopics.responses.*.errorMessage',
  'DescribeConfigs.results.*.errorMessage',
  'DescribeConfigs.results.*.configs.*.documentation',
  'AlterConfigs.responses.*.errorMessage',
  'IncrementalAlterConfigs.responses.*.errorMessage',
  'Produce.responses.*.partitionResponses.*.errorMessage',
  'Produce.responses.*.partitionResponses.*.recordErrors.*.batchIndexErrorMessage',
  'FindCoordinator.errorMessage',
  'FindCoordinator.coordinators.*.errorMessage',
  'DescribeProducers.topics.*.partitions.*.errorMessage',
  'DescribeQuorum.errorMessage',
  'DescribeQuorum.topics.*.partitions.*.errorMessage',
  'DescribeCluster.errorMessage',
  'DescribeGroups.groups.*.errorMessage',
  'ConsumerGroupHeartbeat.errorMessage',
  'ConsumerGroupDescribe.groups.*.errorMessage',
  'ElectLeaders.replicaElectionResults.*.partitionResult.*.errorMessage',
  'UpdateFeatures.errorMessage',
  'UpdateFeatures.results.*.errorMessage',
  'AlterPartitionReassignments.errorMessage',
  'AlterPartitionReassignments.responses.*.partitions.*.errorMessage',
  'ListPartitionReassignments.errorMessage',
  'DescribeClientQuotas.errorMessage',
  'AlterClientQuotas.entries.*.errorMessage',
  'DescribeUserScramCredentials.errorMessage',
  'DescribeAcls.errorMessage',
  'CreateAcls.results.*.errorMessage',
  'DeleteAcls.filterResults.*.errorMessage',
  'UnregisterBroker.errorMessage',
  'AddRaftVoter.errorMessage',
  'RemoveRaftVoter.errorMessage',
].map(message);

const times: readonly Mask[] = [
  { path: 'DescribeTransactions.transactionStates.*.transactionStartTimeMs', kind: 'time', reason: 'when the transaction began' },
  { path: 'DescribeProducers.topics.*.partitions.*.activeProducers.*.lastTimestamp', kind: 'time', reason: 'when the producer wrote last' },
  { path: 'DescribeQuorum.topics.*.partitions.*.currentVoters.*.lastFetchTimestamp', kind: 'time', reason: 'clock of the controller' },
  { path: 'DescribeQuorum.topics.*.partitions.*.currentVoters.*.lastCaughtUpTimestamp', kind: 'time', reason: 'clock of the controller' },
  { path: 'DescribeQuorum.topics.*.partitions.*.observers.*.lastFetchTimestamp', kind: 'time', reason: 'clock of the controller' },
  { path: 'DescribeQuorum.topics.*.partitions.*.observers.*.lastCaughtUpTimestamp', kind: 'time', reason: 'clock of the controller' },
  { path: 'Fetch.responses.*.partitions.*.records.*.markerTimestamp', kind: 'time', reason: 'when the transaction ended' },
  { path: 'Produce.responses.*.partitionResponses.*.logAppendTimeMs', kind: 'time', reason: 'clock of the broker' },
];

const readings: readonly Mask[] = [
  { path: 'Fetch.sessionId', kind: 'id', space: 'fetch session', reason: 'drawn at random' },
  { path: 'DescribeLogDirs.results.*.logDir', kind: 'id', space: 'folder', reason: 'each server has a folder of its own' },
  { path: 'DescribeLogDirs.results.*.totalBytes', kind: 'varies', reason: 'the disk, read at some moment' },
  { path: 'DescribeLogDirs.results.*.usableBytes', kind: 'varies', reason: 'the disk, read at some moment' },
  { path: 'ApiVersions.finalizedFeaturesEpoch', kind: 'varies', reason: 'an offset of the metadata log' },
  { path: 'DescribeQuorum.topics.*.partitions.*.highWatermark', kind: 'varies', reason: 'the metadata log grows all the time' },
  { path: 'DescribeQuorum.topics.*.partitions.*.currentVoters.*.logEndOffset', kind: 'varies', reason: 'the metadata log grows all the time' },
  { path: 'DescribeQuorum.topics.*.partitions.*.observers.*.logEndOffset', kind: 'varies', reason: 'the metadata log grows all the time' },
  { path: 'DescribeQuorum.topics.*.partitions.*.leaderEpoch', kind: 'varies', reason: 'elections until one was won' },
  { path: 'DescribeQuorum.topics.*.partitions.*.currentVoters.*.replicaDirectoryId', kind: 'id', space: 'directory', reason: 'drawn at random when the folder is formatted' },
  { path: 'DescribeTransactions.transactionStates.*.coordinatorEpoch', kind: 'varies', reason: 'Ottla grants a shard anew only in a new leader epoch' },
];

const keyed: readonly Mask[] = [
  { path: 'ApiVersions.apiKeys', kind: 'keyed', key: 'apiKey', reason: 'one line for an API that one server lacks' },
  { path: 'ApiVersions.supportedFeatures', kind: 'keyed', key: 'name', reason: 'the order of Kafka’s hash table' },
  { path: 'ApiVersions.finalizedFeatures', kind: 'keyed', key: 'name', reason: 'the order of Kafka’s hash table' },
  { path: 'DescribeConfigs.results.*.configs', kind: 'keyed', key: 'name', reason: 'the order of Kafka’s hash table' },
];

const orders = [
  'Metadata.topics',
  'ListOffsets.topics.*.partitions',
  'DeleteRecords.topics.*.partitions',
  'DescribeLogDirs.results.*.topics.*.partitions',
  'DescribeLogDirs.results.*.topics',
  'AlterReplicaLogDirs.results.*.partitions',
  'AlterReplicaLogDirs.results',
  'AddPartitionsToTxn.resultsByTopicV3AndBelow',
  'AddPartitionsToTxn.resultsByTransaction',
  'AddPartitionsToTxn.resultsByTransaction.*.topicResults.*.resultsByPartition',
  'AddPartitionsToTxn.resultsByTopicV3AndBelow.*.resultsByPartition',
  'DescribeTransactions.transactionStates.*.topics',
  'DescribeTransactions.transactionStates.*.topics.*.partitions',
  'WriteTxnMarkers.markers.*.topics.*.partitions',
  'JoinGroup.members',
  'DescribeGroups.groups',
  'ConsumerGroupDescribe.groups',
  'ElectLeaders.replicaElectionResults',
  'ElectLeaders.replicaElectionResults.*.partitionResult',
  'UpdateFeatures.results',
  'DescribeGroups.groups.*.members',
  'ListGroups.groups',
  'DeleteGroups.results',
  'ConsumerGroupDescribe.groups.*.members',
  'ConsumerGroupDescribe.groups.*.members.*.subscribedTopicNames',
  'ConsumerGroupDescribe.groups.*.members.*.assignment.topicPartitions',
  'ConsumerGroupDescribe.groups.*.members.*.targetAssignment.topicPartitions',
  'ConsumerGroupHeartbeat.assignment.topicPartitions',
  'Produce.responses',
  'Produce.responses.*.partitionResponses',
  'ListTransactions.transactionStates',
].map(sorted);

const shuffled: readonly Mask[] = [{ path: 'DeleteTopics.responses', kind: 'sorted', reason: 'Kafka shuffles them, so that the order does not tell what one may not see' }];

export const masks: readonly Mask[] = [...shuffled, ...clusterIds, ...ports, ...topicIds, ...producerIds, ...memberIds, ...messages, ...times, ...readings, ...keyed, ...orders];
