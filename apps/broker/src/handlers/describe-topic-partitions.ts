import { ErrorCode, isInternalTopic, KafkaError, ZERO_UUID } from '@ottla/model';
import { checkTopicName, type MetadataImage, type PartitionImage, type TopicImage } from '@ottla/metadata';
import type { ApiKeys, DescribeTopicPartitionsResponseInput } from '@ottla/protocol';
import { NO_OPERATIONS, offlineReplicas, TOPIC_OPERATIONS } from './cluster-view.ts';
import type { Handler } from './handler.ts';

/** max.request.partition.size.limit: partitions in one answer at most. */
const MAX_PARTITIONS = 2000;

type TopicResponse = DescribeTopicPartitionsResponseInput['topics'][number];

/** DescribeTopicPartitions (KIP-966): topics by name, a page at a time; the cursor names the first partition of the next. */
export function describeTopicPartitionsHandler(image: () => MetadataImage): Handler<typeof ApiKeys.DescribeTopicPartitions> {
  return ({ request, respond }) => {
    const metadata = image();
    const { cursor } = request;
    const asked = request.topics.length === 0 ? [...metadata.topics.byName.keys()] : [...new Set(request.topics.map(({ name }) => name))];
    if (cursor !== null && (cursor.partitionIndex < 0 || (request.topics.length > 0 && !asked.includes(cursor.topicName)))) {
      respond({ throttleTimeMs: 0, topics: request.topics.map(({ name }) => refused(name)), nextCursor: null });
      return;
    }
    const names = asked.sort().filter((name) => cursor === null || name >= cursor.topicName);
    let left = Math.min(Math.max(1, request.responsePartitionLimit), MAX_PARTITIONS);
    const topics: TopicResponse[] = [];
    let nextCursor: DescribeTopicPartitionsResponseInput['nextCursor'] = null;
    for (const name of names) {
      const topic = metadata.topics.get(name);
      if (topic === undefined) {
        topics.push(unknown(name));
        continue;
      }
      const from = cursor !== null && cursor.topicName === name ? cursor.partitionIndex : 0;
      const partitions = topic.partitions.slice(from, from + left);
      topics.push(described(metadata, topic, partitions, from));
      left -= partitions.length;
      const next = nextOf(topic, from + partitions.length, names, left);
      if (next !== undefined) {
        nextCursor = next;
        break;
      }
    }
    respond({ throttleTimeMs: 0, topics, nextCursor });
  };
}

/** Where the next page begins, when this one is full. */
function nextOf(topic: TopicImage, nextPartition: number, names: readonly string[], left: number): { topicName: string; partitionIndex: number } | undefined {
  if (left > 0) return undefined;
  if (nextPartition < topic.partitions.length) return { topicName: topic.name, partitionIndex: nextPartition };
  const following = names[names.indexOf(topic.name) + 1];
  return following === undefined ? undefined : { topicName: following, partitionIndex: 0 };
}

/** For a cursor that names no place in what is asked. */
function refused(name: string): TopicResponse {
  return { errorCode: ErrorCode.INVALID_REQUEST, name, topicId: ZERO_UUID, isInternal: false, partitions: [], topicAuthorizedOperations: NO_OPERATIONS };
}

function unknown(name: string): TopicResponse {
  let errorCode: ErrorCode = ErrorCode.UNKNOWN_TOPIC_OR_PARTITION;
  try {
    checkTopicName(name);
  } catch (error) {
    if (error instanceof KafkaError) errorCode = error.code;
  }
  return { errorCode, name, topicId: ZERO_UUID, isInternal: isInternalTopic(name), partitions: [], topicAuthorizedOperations: TOPIC_OPERATIONS };
}

function described(image: MetadataImage, topic: TopicImage, partitions: readonly PartitionImage[], from: number): TopicResponse {
  return {
    errorCode: ErrorCode.NONE,
    name: topic.name,
    topicId: topic.id,
    isInternal: isInternalTopic(topic.name),
    partitions: partitions.map((partition, index) => {
      const hasLeader = partition.hasLeader && image.isAlive(partition.leader);
      return {
        errorCode: hasLeader ? ErrorCode.NONE : ErrorCode.LEADER_NOT_AVAILABLE,
        partitionIndex: from + index,
        leaderId: hasLeader ? partition.leader : -1,
        leaderEpoch: partition.leaderEpoch,
        replicaNodes: partition.replicas,
        isrNodes: partition.isr,
        eligibleLeaderReplicas: partition.elr,
        lastKnownElr: partition.lastKnownElr,
        offlineReplicas: offlineReplicas(image, partition),
      };
    }),
    topicAuthorizedOperations: TOPIC_OPERATIONS,
  };
}
