/**
 * Shows that kafkajs loses one of two records that are sent in one call, and reports success, when the leader of the second
 * one's partition moves to the broker that has acknowledged the first:
 *
 *   node tools/chaos/proofs/kafkajs-sender.ts
 *
 * Its sender keeps one answer a broker over its attempts, and an attempt asks only brokers that have none. So what belongs
 * to a broker that has answered before is left out (and, the other way round, what a broker has is sent again to its new
 * leader, as new records). No server takes part: the cluster is a stand-in here, the sender is kafkajs's own. In a run of
 * chaos this tears a transaction that has one record in each of two partitions. Exit code 1 when kafkajs does not do so any
 * more: then clients/transfers.ts and clients/chain.ts need not send partition by partition.
 */
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';

interface SentTopic {
  readonly partitions: readonly { readonly partition: number; readonly messages: readonly { readonly value: string }[] }[];
}

const require = createRequire(import.meta.url);
const root = dirname(require.resolve('kafkajs/package.json'));
const createSender = require(join(root, 'src/producer/sendMessages.js')) as (parts: object) => (request: object) => Promise<unknown>;
const createEosManager = require(join(root, 'src/producer/eosManager')) as (options: object) => { initProducerId(): Promise<void>; beginTransaction(): void };
const createRetry = require(join(root, 'src/retry')) as (options: object) => unknown;
const { KafkaJSProtocolError } = require(join(root, 'src/errors.js')) as { KafkaJSProtocolError: new (error: object) => Error };
const { createErrorFromCode } = require(join(root, 'src/protocol/error.js')) as { readonly createErrorFromCode: (this: void, code: number) => object };

const NOT_LEADER_OR_FOLLOWER = 6;
const written: string[] = [];
/** Partition 0 is led by broker 1 throughout; partition 1 by broker 2, which dies after the first attempt. */
let leaders: readonly number[] = [1, 2];

const coordinator = {
  initProducerId: async () => await Promise.resolve({ producerId: 7, producerEpoch: 0 }),
  addPartitionsToTxn: async () => await Promise.resolve(),
};
const brokerOf = (nodeId: number): object => ({
  nodeId,
  produce: async ({ topicData }: { topicData: readonly SentTopic[] }) => {
    // The other broker's answer is there first.
    await new Promise((resolve) => setTimeout(resolve, nodeId === 2 ? 50 : 0));
    if (nodeId === 2) {
      leaders = [1, 1];
      throw new KafkaJSProtocolError(createErrorFromCode(NOT_LEADER_OR_FOLLOWER));
    }
    for (const { partitions } of topicData) for (const { partition, messages } of partitions) for (const { value } of messages) written.push(`partition ${partition} of broker ${nodeId}: ${value}`);
    return { topics: [{ topicName: 'accounts', partitions: topicData[0]?.partitions.map(({ partition }) => ({ partition, errorCode: 0, baseOffset: '0' })) }] };
  },
});
const brokers = new Map([1, 2].map((nodeId) => [nodeId, brokerOf(nodeId)]));
const cluster = {
  retry: { retries: 5 }, targetTopics: new Set(['accounts']),
  refreshMetadataIfNecessary: async () => await Promise.resolve(), refreshMetadata: async () => await Promise.resolve(), addMultipleTargetTopics: async () => await Promise.resolve(),
  isConnected: () => true, removeBroker: () => undefined,
  findGroupCoordinator: async () => await Promise.resolve(coordinator),
  findBroker: async ({ nodeId }: { nodeId: string }) => await Promise.resolve(brokers.get(Number(nodeId))),
  findTopicPartitionMetadata: () => leaders.map((leader, partitionId) => ({ partitionId, leader })),
  findLeaderForPartitions: (_: string, partitions: readonly string[]) => Object.fromEntries(Map.groupBy(partitions.map(Number), (partition) => leaders[partition] ?? 0)),
};
const logger = { debug: () => undefined, error: () => undefined };

const eosManager = createEosManager({ logger, cluster, transactional: true, transactionalId: 't' });
await eosManager.initProducerId();
eosManager.beginTransaction();
const send = createSender({ logger, cluster, eosManager, retrier: createRetry({ retries: 5, initialRetryTime: 10 }), partitioner: ({ message }: { message: { partition: number } }) => message.partition });
await send({ acks: -1, timeout: 1_000, topicMessages: [{ topic: 'accounts', messages: [{ partition: 0, value: '-5' }, { partition: 1, value: '+5' }] }] });

console.log(`kafkajs reports that both records were written; the brokers have: ${written.join(', ')}`);
const isLost = written.length === 1;
console.log(isLost ? 'one side is lost: a commit now tears the transaction' : 'nothing is lost');
process.exit(isLost ? 0 : 1);
