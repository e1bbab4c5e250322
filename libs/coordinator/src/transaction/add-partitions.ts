import { ErrorCode } from '@ottla/model';
import { ApiKeys, type AddPartitionsToTxnRequest, type AddPartitionsToTxnResponseInput, type AddPartitionsToTxnTopic } from '@ottla/protocol';
import type { ShardRequest } from '../runtime/coordinator-shard.ts';

type TopicResult = NonNullable<AddPartitionsToTxnResponseInput['resultsByTopicV3AndBelow']>[number];

/** First version of each API whose clients know PRODUCER_FENCED (KIP-360, KIP-588); before it they hear INVALID_PRODUCER_EPOCH. */
const producerFencedFrom: ReadonlyMap<number, number> = new Map([
  [ApiKeys.InitProducerId, 4],
  [ApiKeys.AddPartitionsToTxn, 2],
  [ApiKeys.AddOffsetsToTxn, 2],
  [ApiKeys.EndTxn, 2],
]);

export function olderClientError({ envelope }: ShardRequest, error: ErrorCode): ErrorCode {
  const isKnown = envelope.apiVersion >= (producerFencedFrom.get(envelope.apiKey) ?? 0);
  return error === ErrorCode.PRODUCER_FENCED && !isKnown ? ErrorCode.INVALID_PRODUCER_EPOCH : error;
}

/** The results of some topics' partitions; as in Kafka, of a topic without any nothing is said. */
export function verifiedTopics(topics: readonly AddPartitionsToTxnTopic[], errorOf: (topic: string, partition: number) => ErrorCode): TopicResult[] {
  return topics.filter(({ partitions }) => partitions.length > 0).map(({ name, partitions }) => ({
    name,
    resultsByPartition: partitions.map((partitionIndex) => ({ partitionIndex, partitionErrorCode: errorOf(name, partitionIndex) })),
  }));
}

/** An answer for all of a request, of any version; fields of the other versions are left out by the encoder. */
export function addPartitionsResponse(request: AddPartitionsToTxnRequest, errorOf: (topic: string, partition: number) => ErrorCode): AddPartitionsToTxnResponseInput {
  return {
    throttleTimeMs: 0,
    errorCode: ErrorCode.NONE,
    resultsByTransaction: request.transactions.map(({ transactionalId, topics }) => ({ transactionalId, topicResults: verifiedTopics(topics, errorOf) })),
    resultsByTopicV3AndBelow: verifiedTopics(request.v3AndBelowTopics, errorOf),
  };
}
