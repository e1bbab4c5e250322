import { ErrorCode, KafkaError, type BrokerId } from '@ottla/model';
import type { CreatePartitionsRequest, CreatePartitionsResponseInput, CreatePartitionsTopic, CreatePartitionsTopicResultInput } from '@ottla/protocol';
import type { TopicImage } from '../image/topics.ts';
import type { MetadataRecord } from '../records/metadata-record.ts';
import { MAX_PARTITIONS_PER_REQUEST } from './controller-config.ts';
import { plainRefusal, refusalOf, type ControlState, type Decision } from './decision.ts';
import { checkReplicas, checkReplicationFactor, newPartitionRecord } from './partition-records.ts';
import { ReplicaPlacer } from './replica-placer.ts';

/** CreatePartitions: each topic grows to the count asked for, or is refused alone. */
export function createPartitions(state: ControlState, request: CreatePartitionsRequest): Decision<CreatePartitionsResponseInput> {
  const counts = new Map<string, number>();
  for (const { name } of request.topics) counts.set(name, (counts.get(name) ?? 0) + 1);
  const placer = new ReplicaPlacer(state.image.brokers.values(), state.random);
  const records: MetadataRecord[] = [];
  const results: CreatePartitionsTopicResultInput[] = [];
  for (const topic of request.topics) {
    if (counts.get(topic.name) === 0) continue;
    try {
      if ((counts.get(topic.name) ?? 0) > 1) {
        counts.set(topic.name, 0);
        throw new KafkaError(ErrorCode.INVALID_REQUEST, 'Duplicate topic name.');
      }
      if (request.timeoutMs <= 0) throw new KafkaError(ErrorCode.REQUEST_TIMED_OUT, plainRefusal(ErrorCode.REQUEST_TIMED_OUT).errorMessage);
      const added = addedPartitions(state, placer, topic);
      if (records.length + added.length > MAX_PARTITIONS_PER_REQUEST) {
        throw new KafkaError(ErrorCode.POLICY_VIOLATION, 'Excessively large number of partitions per request.');
      }
      records.push(...added);
      results.push({ name: topic.name, errorCode: ErrorCode.NONE, errorMessage: null });
    } catch (error) {
      const refusal = refusalOf(error);
      // Kafka has no words for a topic that is not there: the code says it.
      const isUnknown = refusal.errorCode === ErrorCode.UNKNOWN_TOPIC_OR_PARTITION;
      results.push({ name: topic.name, errorCode: refusal.errorCode, errorMessage: isUnknown ? null : refusal.errorMessage });
    }
  }
  const response = { throttleTimeMs: 0, results };
  return request.validateOnly ? { records: [], response } : { records, response, awaitsBrokers: true };
}

function addedPartitions(state: ControlState, placer: ReplicaPlacer, asked: CreatePartitionsTopic): readonly MetadataRecord[] {
  const topic = state.image.topics.get(asked.name);
  if (topic === undefined) throw new KafkaError(ErrorCode.UNKNOWN_TOPIC_OR_PARTITION);
  const present = topic.partitions.length;
  if (asked.count === present) throw new KafkaError(ErrorCode.INVALID_PARTITIONS, `Topic already has ${present} partition(s).`);
  if (asked.count < present) {
    const refusal = `The topic ${topic.name} currently has ${present} partition(s); ${asked.count} would not be an increase.`;
    throw new KafkaError(ErrorCode.INVALID_PARTITIONS, refusal);
  }
  const replicas = replicasOf(state, placer, topic, asked);
  return replicas.map((brokers, at) => newPartitionRecord(state.image, topic.id, present + at, brokers));
}

function replicasOf(state: ControlState, placer: ReplicaPlacer, topic: TopicImage, { count, assignments }: CreatePartitionsTopic): readonly (readonly BrokerId[])[] {
  const additional = count - topic.partitions.length;
  if (additional > MAX_PARTITIONS_PER_REQUEST) throw new KafkaError(ErrorCode.POLICY_VIOLATION, 'Excessively large number of partitions per request.');
  const [first] = topic.partitions;
  // What a reassignment adds comes in the place of what it removes.
  const replicationFactor = first === undefined ? 1 : first.replicas.length - first.addingReplicas.length;
  checkReplicationFactor(state.config, replicationFactor);
  if (assignments === null) return placer.place(additional, replicationFactor);
  if (assignments.length !== additional) {
    const refusal = `Attempted to add ${additional} additional partition(s), but only ${assignments.length} assignment(s) were specified.`;
    throw new KafkaError(ErrorCode.INVALID_REPLICA_ASSIGNMENT, refusal);
  }
  for (const { brokerIds } of assignments) checkReplicas(state.image, brokerIds, replicationFactor);
  return assignments.map(({ brokerIds }) => brokerIds);
}
