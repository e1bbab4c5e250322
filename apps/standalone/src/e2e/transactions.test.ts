import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Admin } from 'kafkajs';
import { confluentKafka, hasConfluent } from './clients/confluent-client.ts';
import { kafkajsKafka } from './clients/kafkajs-client.ts';
import { eventually, uniqueName, within } from './conditions.ts';
import type { ServerProcess } from './server.ts';
import { isExternal, startServer } from './server.ts';

/** What both clients offer, in the words of kafkajs. */
interface Transaction {
  send(record: { topic: string; messages: { value: string; partition?: number }[] }): Promise<unknown>;
  commit(): Promise<void>;
  abort(): Promise<void>;
}
interface TransactionalProducer {
  begin(): Promise<Transaction & { commitOffset(groupId: string, topic: string, offset: string): Promise<void> }>;
  close(): Promise<void>;
}

let server: ServerProcess;
let admin: Admin;

beforeAll(async () => {
  server = await startServer(isExternal ? {} : { settings: { 'transaction.abort.timed.out.transaction.cleanup.interval.ms': '200' } });
  admin = kafkajsKafka(server.bootstrapServers).admin();
  await admin.connect();
}, 30_000);
afterAll(async () => {
  await admin.disconnect();
  await server.stop();
});

async function newTopic(): Promise<string> {
  const topic = uniqueName('transactional');
  await admin.createTopics({ topics: [{ topic, numPartitions: 2 }], waitForLeaders: true });
  return topic;
}

async function kafkajsProducer(transactionalId: string, transactionTimeout = 30_000): Promise<TransactionalProducer> {
  const producer = kafkajsKafka(server.bootstrapServers).producer({ transactionalId, idempotent: true, maxInFlightRequests: 1, transactionTimeout });
  await producer.connect();
  return {
    begin: async () => {
      const transaction = await producer.transaction();
      return {
        send: async (record) => await transaction.send(record),
        commit: async () => await transaction.commit(),
        abort: async () => await transaction.abort(),
        commitOffset: async (consumerGroupId, topic, offset) => await transaction.sendOffsets({ consumerGroupId, topics: [{ topic, partitions: [{ partition: 0, offset }] }] }),
      };
    },
    close: async () => await producer.disconnect(),
  };
}

async function confluentProducer(transactionalId: string): Promise<TransactionalProducer> {
  const kafka = confluentKafka(server.bootstrapServers);
  const producer = kafka.producer({ 'transactional.id': transactionalId, 'linger.ms': 0 });
  await producer.connect();
  return {
    begin: async () => {
      const transaction = await producer.transaction();
      return {
        send: async (record) => await transaction.send(record),
        commit: async () => await transaction.commit(),
        abort: async () => await transaction.abort(),
        commitOffset: async (groupId, topic, offset) => {
          const consumer = kafka.consumer({ kafkaJS: { groupId } });
          await consumer.connect();
          await transaction.sendOffsets({ consumer, topics: [{ topic, partitions: [{ partition: 0, offset }] }] });
          await consumer.disconnect();
        },
      };
    },
    close: async () => await producer.disconnect(),
  };
}

/** All values of the topic, sorted; with read_committed up to a record that is committed last of all. */
async function read(topic: string, readUncommitted: boolean): Promise<string[]> {
  const end = uniqueName('end');
  const plain = kafkajsKafka(server.bootstrapServers).producer();
  await plain.connect();
  await plain.send({ topic, messages: [0, 1].map((partition) => ({ value: end, partition })) });
  await plain.disconnect();
  const consumer = kafkajsKafka(server.bootstrapServers).consumer({ groupId: uniqueName('reader'), readUncommitted, maxWaitTimeInMs: 100 });
  await consumer.connect();
  const values: string[] = [];
  const { promise, resolve } = Promise.withResolvers<void>();
  let ends = 0;
  try {
    await consumer.subscribe({ topics: [topic], fromBeginning: true });
    await consumer.run({
      eachMessage: async ({ message }) => {
        const value = String(message.value);
        if (value === end && ++ends === 2) resolve();
        else if (!value.startsWith('end-')) values.push(value);
        return await Promise.resolve();
      },
    });
    await within(`all of ${topic} is read`, 20_000, promise);
  } finally {
    await consumer.disconnect();
  }
  return values.sort();
}

const committedOffset = async (groupId: string, topic: string): Promise<string | undefined> =>
  (await admin.fetchOffsets({ groupId, topics: [topic] }))[0]?.partitions.find(({ partition }) => partition === 0)?.offset;

const clients: readonly (readonly [name: string, isAvailable: boolean, make: (transactionalId: string) => Promise<TransactionalProducer>])[] = [
  ['kafkajs', true, kafkajsProducer],
  ['@confluentinc/kafka-javascript', hasConfluent, confluentProducer],
];

for (const [name, isAvailable, make] of clients) {
  (isAvailable ? describe : describe.skip)(`transactions of ${name}`, () => {
    it('show what is committed, in all partitions, and nothing of what is aborted', async () => {
      const topic = await newTopic();
      const producer = await make(uniqueName('id'));
      for (const [value, commits] of [['one', true], ['two', false], ['three', true], ['four', false]] as const) {
        const transaction = await producer.begin();
        await transaction.send({ topic, messages: [0, 1].map((partition) => ({ value: `${value}-${partition}`, partition })) });
        await (commits ? transaction.commit() : transaction.abort());
      }
      await producer.close();
      expect(await read(topic, false)).toEqual(['one-0', 'one-1', 'three-0', 'three-1']);
      expect(await read(topic, true)).toHaveLength(8);
    }, 40_000);

    it('commit offsets with the records, or not at all', async () => {
      const topic = await newTopic();
      const groupId = uniqueName('group');
      const producer = await make(uniqueName('id'));
      const first = await producer.begin();
      await first.send({ topic, messages: [{ value: 'kept', partition: 0 }] });
      await first.commitOffset(groupId, topic, '5');
      expect(await committedOffset(groupId, topic)).toBe('-1');
      await first.commit();
      await eventually('the offset is committed', async () => (await committedOffset(groupId, topic)) === '5');
      const second = await producer.begin();
      await second.send({ topic, messages: [{ value: 'dropped', partition: 0 }] });
      await second.commitOffset(groupId, topic, '6');
      await second.abort();
      await producer.close();
      expect([await committedOffset(groupId, topic), await read(topic, false)]).toEqual(['5', ['kept']]);
    }, 40_000);

    it('of a zombie end with its successor', async () => {
      const topic = await newTopic();
      const id = uniqueName('id');
      const zombie = await make(id);
      const lost = await zombie.begin();
      await lost.send({ topic, messages: [{ value: 'lost', partition: 0 }] });
      const successor = await make(id);
      const transaction = await successor.begin();
      await transaction.send({ topic, messages: [{ value: 'kept', partition: 0 }] });
      await transaction.commit();
      await expect(within('the zombie is refused', 20_000, lost.commit())).rejects.toThrow(/fenced|epoch|producer/i);
      expect(await read(topic, false)).toEqual(['kept']);
      await successor.close();
      await zombie.close().catch(() => {});
    }, 40_000);
  });
}

(isExternal ? describe.skip : describe)('a transaction', () => {
  it('that takes too long is aborted, and readers go on', async () => {
    const topic = await newTopic();
    const producer = await kafkajsProducer(uniqueName('slow'), 1_000);
    const transaction = await producer.begin();
    await transaction.send({ topic, messages: [{ value: 'late', partition: 0 }] });
    expect(await read(topic, false)).toEqual([]);
    await expect(transaction.commit()).rejects.toThrow(/epoch|fenced|state/i);
    await producer.close();
  }, 40_000);

  it('outlives the death of the server: committed is committed, open goes on or is aborted', async () => {
    const topic = await newTopic();
    const producer = await kafkajsProducer(uniqueName('id'));
    const before = await producer.begin();
    await before.send({ topic, messages: [0, 1].map((partition) => ({ value: `before-${partition}`, partition })) });
    await before.commit();
    const across = await producer.begin();
    await across.send({ topic, messages: [{ value: 'across', partition: 0 }] });
    const lost = await kafkajsProducer(uniqueName('lost'), 1_000);
    await (await lost.begin()).send({ topic, messages: [{ value: 'lost', partition: 1 }] });
    await server.kill();
    server = await startServer({ directory: server.directory, port: server.port, settings: { 'transaction.abort.timed.out.transaction.cleanup.interval.ms': '200' } });
    await across.commit();
    expect(await read(topic, false)).toEqual(['across', 'before-0', 'before-1']);
    await producer.close();
    await lost.close();
  }, 60_000);
});
