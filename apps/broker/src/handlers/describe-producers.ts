import { ErrorCode, errorCodeOf, KafkaError } from '@ottla/model';
import type { ApiKeys, DescribeProducersResponseInput } from '@ottla/protocol';
import { checkTopicName } from '@ottla/metadata';
import type { Handler } from './handler.ts';
import type { TopicResolver } from './topics.ts';

type PartitionResponse = DescribeProducersResponseInput['topics'][number]['partitions'][number];

/** DescribeProducers: who wrote to a partition with a producer id and is not yet forgotten (KIP-664). */
export function describeProducersHandler(topics: TopicResolver): Handler<typeof ApiKeys.DescribeProducers> {
  return ({ request, respond }) => {
    const describe = (name: string, partitionIndex: number): PartitionResponse => {
      try {
        checkTopicName(name);
        const { partition, error } = topics.partition(topics.topic(false, name, ''), partitionIndex, false);
        if (partition === undefined) throw new KafkaError(error);
        partition.checkLeader(-1);
        return { partitionIndex, errorCode: ErrorCode.NONE, errorMessage: null, activeProducers: partition.log.activeProducers() };
      } catch (failure) {
        return { partitionIndex, errorCode: errorCodeOf(failure), errorMessage: failure instanceof KafkaError ? failure.message : null, activeProducers: [] };
      }
    };
    respond({
      throttleTimeMs: 0,
      topics: request.topics.map(({ name, partitionIndexes }) => ({ name, partitions: partitionIndexes.map((index) => describe(name, index)) })),
    });
  };
}
