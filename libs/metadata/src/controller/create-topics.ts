import { ErrorCode, KafkaError, METADATA_TOPIC, resolveConfig, topicConfigs, type BrokerId } from '@ottla/model';
import type {
  CreatableReplicaAssignment,
  CreatableTopic,
  CreatableTopicConfigsInput,
  CreatableTopicResultInput,
  CreateTopicsRequest,
  CreateTopicsResponseInput,
} from '@ottla/protocol';
import { ConfigResourceType } from '../image/image.ts';
import { metadataRecord, MetadataRecordType, type MetadataRecord } from '../records/metadata-record.ts';
import { configLayers, MAX_PARTITIONS_PER_REQUEST, MAX_RECORDS_PER_REQUEST } from './controller-config.ts';
import { plainRefusal, refusalOf, type ControlState, type Decision, type Refusal } from './decision.ts';
import { checkReplicas, checkReplicationFactor, newPartitionRecord } from './partition-records.ts';
import { ReplicaPlacer } from './replica-placer.ts';
import { checkedTopicConfigs } from './topic-config-check.ts';
import { checkTopicName } from './topic-names.ts';

/**
 * CreateTopics. Each topic is made whole or refused alone; only a request that asks for too many partitions, or that
 * gives no time, is refused as a whole.
 */
export function createTopics(state: ControlState, request: CreateTopicsRequest): Decision<CreateTopicsResponseInput> {
  const { topics: asked, repeated } = withoutRepeated(request.topics);
  const names = [...asked.map(({ name }) => name), ...repeated];
  if (request.timeoutMs <= 0) return refuseAll(names, plainRefusal(ErrorCode.REQUEST_TIMED_OUT));
  if (partitionsAsked(asked, state.config.numPartitions) > MAX_PARTITIONS_PER_REQUEST) {
    return refuseAll(names, { errorCode: ErrorCode.POLICY_VIOLATION, errorMessage: 'Excessively large number of partitions per request.' });
  }
  const maker = new TopicMaker(state);
  const records: MetadataRecord[] = [];
  const topics = asked.map((topic): CreatableTopicResultInput => {
    try {
      const made = maker.make(topic);
      records.push(...made.records);
      return made.result;
    } catch (error) {
      return refused(topic.name, refusalOf(error));
    }
  });
  // All of it or nothing, in one batch or in a metadata transaction.
  if (records.length > MAX_RECORDS_PER_REQUEST) return refuseAll(names, { errorCode: ErrorCode.POLICY_VIOLATION, errorMessage: 'Unable to perform excessively large batch operation.' });
  for (const name of repeated) topics.push(refused(name, { errorCode: ErrorCode.INVALID_REQUEST, errorMessage: 'Duplicate topic name.' }));
  const response = { throttleTimeMs: 0, topics };
  return request.validateOnly ? { records: [], response } : { records, response, awaitsBrokers: true };
}

/** The topics named once, and the names given more than once: those are refused, whatever they ask for. */
function withoutRepeated(topics: readonly CreatableTopic[]): { readonly topics: CreatableTopic[]; readonly repeated: ReadonlySet<string> } {
  const seen = new Set<string>();
  const repeated = new Set<string>();
  for (const { name } of topics) {
    if (seen.has(name)) repeated.add(name);
    seen.add(name);
  }
  return { topics: topics.filter(({ name }) => !repeated.has(name)), repeated };
}

function partitionsAsked(topics: readonly CreatableTopic[], numPartitions: number): number {
  let total = 0;
  for (const topic of topics) {
    if (topic.assignments.length > 0) total += topic.assignments.length;
    else total += topic.numPartitions === -1 ? numPartitions : Math.max(0, topic.numPartitions);
  }
  return total;
}

function refuseAll(names: readonly string[], refusal: Refusal): Decision<CreateTopicsResponseInput> {
  return { records: [], response: { throttleTimeMs: 0, topics: names.map((name) => refused(name, refusal)) } };
}

function refused(name: string, refusal: Refusal): CreatableTopicResultInput {
  return { name, ...refusal };
}

interface MadeTopic {
  readonly records: readonly MetadataRecord[];
  readonly result: CreatableTopicResultInput;
}

/** Makes the topics of one request: the replicas of all of them go round together. */
class TopicMaker {
  readonly #state: ControlState;
  readonly #placer: ReplicaPlacer;
  #defaultConfigs: readonly CreatableTopicConfigsInput[] | undefined;

  constructor(state: ControlState) {
    this.#state = state;
    this.#placer = new ReplicaPlacer(state.image.brokers.values(), state.random);
  }

  /** Throws KafkaError, for this topic alone. */
  make(topic: CreatableTopic): MadeTopic {
    const { image, config, random } = this.#state;
    this.#checkName(topic.name);
    const configs = checkedTopicConfigs(image, config, configsOf(topic));
    const partitions = topic.assignments.length > 0 ? this.#assigned(topic) : this.#placed(topic);
    const topicId = random.uuid();
    const records: MetadataRecord[] = [metadataRecord(MetadataRecordType.TOPIC, { name: topic.name, topicId })];
    for (const [name, value] of configs) {
      records.push(metadataRecord(MetadataRecordType.CONFIG, { resourceType: ConfigResourceType.TOPIC, resourceName: topic.name, name, value }));
    }
    for (const [index, replicas] of partitions.entries()) records.push(newPartitionRecord(image, topicId, index, replicas));
    const result: CreatableTopicResultInput = {
      name: topic.name,
      topicId,
      errorCode: ErrorCode.NONE,
      errorMessage: null,
      numPartitions: partitions.length,
      replicationFactor: partitions[0]?.length ?? 0,
      configs: this.#effectiveConfigs(configs),
    };
    return { records, result };
  }

  #checkName(name: string): void {
    const { image, topicNames } = this.#state;
    if (name === METADATA_TOPIC) throw new KafkaError(ErrorCode.INVALID_REQUEST, `Creation of internal topic ${name} is prohibited.`);
    checkTopicName(name);
    if (image.topics.get(name) !== undefined) throw new KafkaError(ErrorCode.TOPIC_ALREADY_EXISTS, `Topic '${name}' already exists.`);
    const other = topicNames.collision(name);
    if (other !== undefined) throw new KafkaError(ErrorCode.INVALID_TOPIC_EXCEPTION, `Topic '${name}' collides with existing topic: ${other}`);
  }

  #placed({ numPartitions, replicationFactor }: CreatableTopic): readonly BrokerId[][] {
    const { config } = this.#state;
    if (replicationFactor < -1 || replicationFactor === 0) {
      throw new KafkaError(ErrorCode.INVALID_REPLICATION_FACTOR, 'Replication factor must be larger than 0, or -1 to use the default value.');
    }
    if (numPartitions < -1 || numPartitions === 0) {
      throw new KafkaError(ErrorCode.INVALID_PARTITIONS, 'Number of partitions was set to an invalid non-positive value.');
    }
    const count = numPartitions === -1 ? config.numPartitions : numPartitions;
    const factor = replicationFactor === -1 ? config.defaultReplicationFactor : replicationFactor;
    const placed = this.#placer.place(count, factor);
    // Behind the placement: what a cluster of this size could never do is refused in Kafka's words.
    checkReplicationFactor(config, factor);
    return placed;
  }

  #assigned(topic: CreatableTopic): readonly BrokerId[][] {
    if (topic.replicationFactor !== -1) {
      throw new KafkaError(ErrorCode.INVALID_REQUEST, 'A manual partition assignment was specified, but replication factor was not set to -1.');
    }
    if (topic.numPartitions !== -1) {
      throw new KafkaError(ErrorCode.INVALID_REQUEST, 'A manual partition assignment was specified, but numPartitions was not set to -1.');
    }
    const { image, config } = this.#state;
    const partitions = inOrder(topic.assignments, (replicas, replicationFactor) => checkReplicas(image, replicas, replicationFactor));
    for (const replicas of partitions) checkReplicationFactor(config, replicas.length);
    return partitions;
  }

  #effectiveConfigs(own: ReadonlyMap<string, string>): readonly CreatableTopicConfigsInput[] {
    if (own.size > 0) return this.#resolved(own);
    return (this.#defaultConfigs ??= this.#resolved(own));
  }

  #resolved(own: ReadonlyMap<string, string>): readonly CreatableTopicConfigsInput[] {
    const layers = configLayers(this.#state.image, this.#state.config, own);
    return [...topicConfigs.keys.values()].map(({ name, isSensitive }) => {
      const { value, source } = resolveConfig(topicConfigs, name, layers);
      return { name, value: isSensitive ? null : value, readOnly: false, configSource: source, isSensitive };
    });
  }
}

/** A key given twice counts with its last value, as in Kafka. Throws KafkaError(INVALID_CONFIG) for a null. */
function configsOf({ configs }: CreatableTopic): Map<string, string> {
  const given = new Map<string, string>();
  const nulls: string[] = [];
  for (const { name, value } of configs) {
    if (value === null) nulls.push(name);
    else given.set(name, value);
  }
  if (nulls.length > 0) throw new KafkaError(ErrorCode.INVALID_CONFIG, `Null value not supported for topic configs: ${nulls.join(',')}`);
  return given;
}

/** Replica lists by partition. Throws KafkaError(INVALID_REPLICA_ASSIGNMENT) unless the partitions are 0, 1, 2 … once each. */
function inOrder(
  assignments: readonly CreatableReplicaAssignment[],
  check: (replicas: readonly BrokerId[], replicationFactor: number | undefined) => void,
): readonly BrokerId[][] {
  const partitions: BrokerId[][] = [];
  const byPartition = new Map<number, BrokerId[]>();
  let replicationFactor: number | undefined;
  for (const { partitionIndex, brokerIds } of assignments) {
    if (byPartition.has(partitionIndex)) {
      throw new KafkaError(ErrorCode.INVALID_REPLICA_ASSIGNMENT, `Found multiple manual partition assignments for partition ${partitionIndex}`);
    }
    check(brokerIds, replicationFactor);
    replicationFactor ??= brokerIds.length;
    byPartition.set(partitionIndex, brokerIds);
  }
  for (let index = 0; index < byPartition.size; index++) {
    const replicas = byPartition.get(index);
    if (replicas === undefined) throw new KafkaError(ErrorCode.INVALID_REPLICA_ASSIGNMENT, 'partitions should be a consecutive 0-based integer sequence');
    partitions.push(replicas);
  }
  return partitions;
}
