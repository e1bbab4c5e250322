import { ErrorCode, METADATA_TOPIC } from '@ottla/model';
import type {
  DescribeQuorumRequest,
  DescribeQuorumResponseInput,
  DescribeQuorumResponseNodeInput,
  DescribeQuorumResponsePartitionDataInput,
  DescribeQuorumResponseReplicaStateInput,
} from '@ottla/protocol';
import type { QuorumInfo, ReplicaInfo } from '@ottla/raft';
import type { MetadataImage } from '../image/image.ts';
import { plainRefusal } from './decision.ts';

/** DescribeQuorum: who votes and observes, and how far each is. Any other partition than that of the metadata is unknown. */
export function describeQuorum(image: MetadataImage, quorum: QuorumInfo, request: DescribeQuorumRequest): DescribeQuorumResponseInput {
  // As Kafka: a request for more than the one partition that there is gets nothing.
  const isAlone = request.topics.length === 1 && request.topics[0]?.partitions.length === 1;
  let isDescribed = false;
  const topics = request.topics.map(({ topicName, partitions }) => ({
    topicName,
    partitions: partitions.map(({ partitionIndex }) => {
      if (!isAlone || topicName !== METADATA_TOPIC || partitionIndex !== 0) return unknownPartition(partitionIndex);
      isDescribed = true;
      return metadataPartition(quorum);
    }),
  }));
  return { errorCode: ErrorCode.NONE, errorMessage: '', topics, nodes: isDescribed ? nodesOf(image, quorum) : [] };
}

function metadataPartition({ leaderId, epoch, highWatermark, voters, observers }: QuorumInfo): DescribeQuorumResponsePartitionDataInput {
  return {
    partitionIndex: 0,
    errorCode: ErrorCode.NONE,
    errorMessage: '',
    leaderId,
    leaderEpoch: epoch,
    highWatermark,
    currentVoters: voters.map(replicaState),
    observers: observers.map(replicaState),
  };
}

function replicaState(replica: ReplicaInfo): DescribeQuorumResponseReplicaStateInput {
  return {
    replicaId: replica.id,
    replicaDirectoryId: replica.directoryId,
    logEndOffset: replica.logEndOffset,
    lastFetchTimestamp: replica.lastFetchTimestamp,
    lastCaughtUpTimestamp: replica.lastCaughtUpTimestamp,
  };
}

function unknownPartition(partitionIndex: number): DescribeQuorumResponsePartitionDataInput {
  return {
    partitionIndex,
    ...plainRefusal(ErrorCode.UNKNOWN_TOPIC_OR_PARTITION),
    leaderId: 0,
    leaderEpoch: 0,
    highWatermark: 0,
    currentVoters: [],
    observers: [],
  };
}

/** Where the voters listen, as far as they registered. */
function nodesOf(image: MetadataImage, { voters }: QuorumInfo): DescribeQuorumResponseNodeInput[] {
  return voters.map(({ id }) => ({
    nodeId: id,
    listeners: (image.controllers.get(id)?.endpoints ?? []).map(({ name, host, port }) => ({ name, host, port })),
  }));
}
