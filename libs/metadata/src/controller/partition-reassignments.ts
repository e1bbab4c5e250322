import { ErrorCode, KafkaError, type BrokerId } from '@ottla/model';
import type {
  AlterPartitionReassignmentsRequest,
  AlterPartitionReassignmentsResponseInput,
  ListPartitionReassignmentsRequest,
  ListPartitionReassignmentsResponseInput,
  OngoingPartitionReassignmentInput,
} from '@ottla/protocol';
import type { MetadataImage } from '../image/image.ts';
import type { PartitionImage } from '../image/partition.ts';
import type { TopicImage } from '../image/topics.ts';
import type { MetadataRecord } from '../records/metadata-record.ts';
import { refusalOf, type ControlState, type Decision } from './decision.ts';
import { partitionChange, type ChangedPartition } from './partition-change.ts';
import { checkReplicas, checkReplicationFactor } from './partition-records.ts';
import { canLead, PartitionRules } from './partition-rules.ts';
import { isReassigning, reassignmentTo, revertedReplicas } from './reassignment.ts';

/**
 * AlterPartitionReassignments (KIP-455): each partition begins to move to the replicas that are named, or stops moving
 * where none are. It is done when all that is added is in sync, which the change of the ISR itself brings about.
 */
export function alterPartitionReassignments(state: ControlState, request: AlterPartitionReassignmentsRequest): Decision<AlterPartitionReassignmentsResponseInput> {
  const { allowReplicationFactorChange } = request;
  const rules = new PartitionRules(state);
  const records: MetadataRecord[] = [];
  const named = new Set<string>();
  const responses = request.topics.map(({ name, partitions }) => ({
    name,
    partitions: partitions.map(({ partitionIndex, replicas }) => {
      try {
        const changed = partitionOf(state.image, name, partitionIndex);
        if (named.has(`${name}:${partitionIndex}`)) throw new KafkaError(ErrorCode.INVALID_REQUEST, `Partition ${name}-${partitionIndex} is named twice.`);
        named.add(`${name}:${partitionIndex}`);
        const record = replicas === null ? cancelled(state, rules, changed) : reassigned(state, rules, changed, replicas, allowReplicationFactorChange);
        if (record !== undefined) records.push(record);
        return { partitionIndex, errorCode: ErrorCode.NONE, errorMessage: null };
      } catch (error) {
        const refusal = refusalOf(error);
        // Kafka has no words for it: the code says it.
        const isNone = refusal.errorCode === ErrorCode.NO_REASSIGNMENT_IN_PROGRESS;
        return { partitionIndex, errorCode: refusal.errorCode, errorMessage: isNone ? null : refusal.errorMessage };
      }
    }),
  }));
  return { records, response: { throttleTimeMs: 0, allowReplicationFactorChange, errorCode: ErrorCode.NONE, errorMessage: null, responses } };
}

function partitionOf({ topics }: MetadataImage, name: string, index: number): ChangedPartition {
  const topic = topics.get(name);
  if (topic === undefined) throw new KafkaError(ErrorCode.UNKNOWN_TOPIC_OR_PARTITION, `Unable to find a topic named ${name}.`);
  const partition = topic.partitions[index];
  if (partition === undefined) throw new KafkaError(ErrorCode.UNKNOWN_TOPIC_OR_PARTITION, `Unable to find partition ${name}:${index}.`);
  return { topic, index, partition };
}

function reassigned(state: ControlState, rules: PartitionRules, changed: ChangedPartition, replicas: readonly BrokerId[], mayChangeFactor: boolean): MetadataRecord | undefined {
  const { partition } = changed;
  checkReplicas(state.image, replicas, undefined);
  checkReplicationFactor(state.config, replicas.length);
  if (!mayChangeFactor) checkFactor(partition, replicas);
  const way = reassignmentTo(replicas, partition);
  return partitionChange(rules, changed, { ...way, canLead: (broker) => canLead(state.image, broker, partition) })?.record;
}

function checkFactor(partition: PartitionImage, replicas: readonly BrokerId[]): void {
  // What is added or removed just now is no part of it.
  const present = partition.replicas.length - partition.addingReplicas.length;
  if (replicas.length === present) return;
  throw new KafkaError(ErrorCode.INVALID_REPLICATION_FACTOR, `The replication factor is changed from ${present} to ${replicas.length}`);
}

/** Throws NO_REASSIGNMENT_IN_PROGRESS; INVALID_REPLICA_ASSIGNMENT when only replicas that are being added are in sync. */
function cancelled(state: ControlState, rules: PartitionRules, changed: ChangedPartition): MetadataRecord | undefined {
  const { topic, index, partition } = changed;
  if (!isReassigning(partition)) throw new KafkaError(ErrorCode.NO_REASSIGNMENT_IN_PROGRESS);
  const replicas = revertedReplicas(partition);
  const isr = partition.isr.filter((broker) => replicas.includes(broker));
  const isUnclean = isr.length === 0;
  if (isUnclean && !rules.allowsUnclean(topic.name)) {
    const refusal = `Unable to revert partition assignment for ${topic.name}:${index} because it would require an unclean leader election.`;
    throw new KafkaError(ErrorCode.INVALID_REPLICA_ASSIGNMENT, refusal);
  }
  return partitionChange(rules, changed, {
    replicas, isr,
    addingReplicas: [],
    removingReplicas: [],
    election: isUnclean ? 'unclean' : 'online',
    canLead: (broker) => canLead(state.image, broker, partition),
  })?.record;
}

/** ListPartitionReassignments: what moves now, of the partitions asked or of all. */
export function listPartitionReassignments({ image }: Pick<ControlState, 'image'>, request: ListPartitionReassignmentsRequest): ListPartitionReassignmentsResponseInput {
  const topics: { readonly name: string; readonly partitions: OngoingPartitionReassignmentInput[] }[] = [];
  const add = (topic: TopicImage, indexes: Iterable<number>): void => {
    const partitions: OngoingPartitionReassignmentInput[] = [];
    for (const partitionIndex of indexes) {
      const partition = topic.partitions[partitionIndex];
      if (partition === undefined || !isReassigning(partition)) continue;
      const { replicas, addingReplicas, removingReplicas } = partition;
      partitions.push({ partitionIndex, replicas, addingReplicas, removingReplicas });
    }
    if (partitions.length > 0) topics.push({ name: topic.name, partitions });
  };
  if (request.topics === null) {
    for (const topic of image.topics.byName.values()) add(topic, topic.partitions.keys());
  } else {
    for (const { name, partitionIndexes } of request.topics) {
      const topic = image.topics.get(name);
      if (topic !== undefined) add(topic, new Set(partitionIndexes));
    }
  }
  return { throttleTimeMs: 0, errorCode: ErrorCode.NONE, errorMessage: null, topics };
}
