import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { ErrorCode, type ProducerEpoch, type ProducerId } from '@ottla/model';
import type { AppendEntry } from '@ottla/replication';
import { batchOf, TestBroker } from '@ottla/replication/testing';
import { type TransactionQuestion, TransactionVerifier } from '../rpc/transaction-verifier.ts';
import { verifyTransaction } from './produce-transaction.ts';

let broker: TestBroker;
/** What the coordinator was asked; it agrees to everything. */
let questions: TransactionQuestion[];
beforeEach(async () => {
  broker = await TestBroker.withTopic(2);
  questions = [];
});
afterEach(async () => {
  await broker.settle();
});

const entry = (partition: number, producerId: ProducerId, producerEpoch: ProducerEpoch = 3, isTransactional = true): AppendEntry => ({
  partition: broker.partition('t', partition),
  error: ErrorCode.NONE,
  records: batchOf(['a'], { producerId, producerEpoch, baseSequence: 0, isTransactional }),
});
const verified = async (...entries: readonly AppendEntry[]): Promise<readonly ErrorCode[]> => {
  const verifier = new TransactionVerifier({
    addPartitions: (_, { transactions = [] }) => {
      const [transaction] = transactions;
      if (transaction === undefined) throw new Error('about nothing');
      const { transactionalId, producerId, producerEpoch, verifyOnly, topics } = transaction;
      questions.push({ transactionalId, producerId, producerEpoch, topics, adds: verifyOnly === false });
      const topicResults = topics.map(({ name, partitions }) => ({ name, resultsByPartition: partitions.map((partitionIndex) => ({ partitionIndex, partitionErrorCode: ErrorCode.NONE })) }));
      return Promise.resolve({ throttleTimeMs: 0, errorCode: ErrorCode.NONE, resultsByTransaction: [{ transactionalId, topicResults }], resultsByTopicV3AndBelow: [] });
    },
  });
  const answered = await verifyTransaction(broker.replicas, verifier, 'tx', 12, entries);
  for (const { guard } of answered ?? []) guard?.release();
  return (answered ?? entries).map(({ error }) => error);
};

describe('a Produce in a transaction', () => {
  it('has the coordinator asked once, about all of its partitions', async () => {
    expect(await verified(entry(0, 7), entry(1, 7))).toEqual([ErrorCode.NONE, ErrorCode.NONE]);
    expect(questions).toEqual([{ transactionalId: 'tx', producerId: 7, producerEpoch: 3, adds: true, topics: [{ name: 't', partitions: [0, 1] }] }]);
  });

  it('is refused as a whole when it holds batches of several producers: the coordinator would be asked about one alone', async () => {
    const elsewhere: AppendEntry = { partition: undefined, error: ErrorCode.UNKNOWN_TOPIC_OR_PARTITION, records: new Uint8Array(0) };
    expect(await verified(entry(0, 7), entry(1, 8), elsewhere)).toEqual([ErrorCode.INVALID_PRODUCER_ID_MAPPING, ErrorCode.INVALID_PRODUCER_ID_MAPPING, ErrorCode.UNKNOWN_TOPIC_OR_PARTITION]);
    expect(await verified(entry(0, 7), entry(1, 7, 4))).toEqual([ErrorCode.INVALID_PRODUCER_ID_MAPPING, ErrorCode.INVALID_PRODUCER_ID_MAPPING]);
    expect(questions).toEqual([]);
    expect(await verified(entry(0, 7), entry(1, 8, 3, false))).toEqual([ErrorCode.NONE, ErrorCode.NONE]);
  });

  it('of an epoch that the log has seen pass is refused without a question', async () => {
    broker.produce(1, [{ records: batchOf(['a'], { producerId: 7, producerEpoch: 5, baseSequence: 0 }) }]);
    expect(await verified(entry(0, 7))).toEqual([ErrorCode.INVALID_PRODUCER_EPOCH]);
    expect(questions).toEqual([]);
    expect(await verified(entry(0, 7), entry(1, 7))).toEqual([ErrorCode.INVALID_PRODUCER_EPOCH, ErrorCode.NONE]);
    expect(questions[0]?.topics).toEqual([{ name: 't', partitions: [1] }]);
  });
});
