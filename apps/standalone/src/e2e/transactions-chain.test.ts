import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Admin } from 'kafkajs';
import { kafkajsKafka } from './clients/kafkajs-client.ts';
import { platformaticConsumer, platformaticProducer } from './clients/platformatic-client.ts';
import { eventually, uniqueName, within } from './conditions.ts';
import type { ServerProcess } from './server.ts';
import { startServer } from './server.ts';

let server: ServerProcess;
let admin: Admin;

beforeAll(async () => {
  server = await startServer();
  admin = kafkajsKafka(server.bootstrapServers).admin();
  await admin.connect();
}, 30_000);
afterAll(async () => {
  await admin.disconnect();
  await server.stop();
});

async function newTopic(numPartitions = 1): Promise<string> {
  const topic = uniqueName('chain');
  await admin.createTopics({ topics: [{ topic, numPartitions }], waitForLeaders: true });
  return topic;
}

/** The first `count` values that a read_committed consumer of kafkajs sees, in the order of their coming. */
async function committedValues(topic: string, count: number): Promise<string[]> {
  const consumer = kafkajsKafka(server.bootstrapServers).consumer({ groupId: uniqueName('reader'), readUncommitted: false, maxWaitTimeInMs: 100 });
  await consumer.connect();
  const values: string[] = [];
  const { promise, resolve } = Promise.withResolvers<void>();
  try {
    await consumer.subscribe({ topics: [topic], fromBeginning: true });
    await consumer.run({
      eachMessage: async ({ message }) => {
        values.push(String(message.value));
        if (values.length === count) resolve();
        return await Promise.resolve();
      },
    });
    await within(`${count} committed values of ${topic}`, 30_000, promise);
  } finally {
    await consumer.disconnect();
  }
  return values;
}

describe('a chain that reads, changes and writes in transactions', () => {
  const count = 60;
  const inputs = Array.from({ length: count }, (_, index) => `value ${index}`);

  async function fill(topic: string): Promise<void> {
    const producer = kafkajsKafka(server.bootstrapServers).producer();
    await producer.connect();
    await producer.send({ topic, messages: inputs.map((value) => ({ value, partition: 0 })) });
    await producer.disconnect();
  }

  it('has one committed output for each input, though transactions abort and the reader begins anew (kafkajs)', async () => {
    const [source, sink] = [await newTopic(), await newTopic(2)];
    const groupId = uniqueName('chain');
    await fill(source);
    const producer = kafkajsKafka(server.bootstrapServers).producer({ transactionalId: uniqueName('id'), idempotent: true, maxInFlightRequests: 1 });
    await producer.connect();
    let aborted = 0;
    const committed = async (): Promise<number> => Number((await admin.fetchOffsets({ groupId, topics: [source] }))[0]?.partitions[0]?.offset ?? -1);
    // Each life of the reader ends with a transaction that is aborted; the next one goes on at what was committed.
    while ((await committed()) < count) {
      const consumer = kafkajsKafka(server.bootstrapServers).consumer({ groupId, readUncommitted: false, maxWaitTimeInMs: 100 });
      await consumer.connect();
      await consumer.subscribe({ topics: [source], fromBeginning: true });
      const { promise, resolve } = Promise.withResolvers<void>();
      let isDone = false;
      let handled = 0;
      await consumer.run({
        autoCommit: false,
        eachMessage: async ({ partition, message }) => {
          if (isDone) return;
          const transaction = await producer.transaction();
          await transaction.send({ topic: sink, messages: [{ value: `${String(message.value)}!`, partition: handled % 2 }] });
          await transaction.sendOffsets({ consumerGroupId: groupId, topics: [{ topic: source, partitions: [{ partition, offset: String(Number(message.offset) + 1) }] }] });
          const isLast = Number(message.offset) === count - 1;
          if (++handled % 25 === 0 && !isLast) {
            await transaction.abort();
            aborted++;
            isDone = true;
          } else {
            await transaction.commit();
            isDone = isLast;
          }
          if (isDone) resolve();
        },
      });
      await within('one life of the reader', 30_000, promise);
      await consumer.disconnect();
    }
    await producer.disconnect();
    expect(aborted).toBeGreaterThan(0);
    expect((await committedValues(sink, count)).sort()).toEqual(inputs.map((value) => `${value}!`).sort());
  }, 90_000);

  it('commits offsets of a consumer with the records (@platformatic/kafka)', async () => {
    const [source, sink] = [await newTopic(), await newTopic()];
    const groupId = uniqueName('chain');
    await fill(source);
    const producer = platformaticProducer(server.bootstrapServers, { idempotent: true, transactionalId: uniqueName('id') });
    const consumer = platformaticConsumer(server.bootstrapServers, groupId, { autocommit: false });
    const stream = await consumer.consume({ topics: [source], mode: 'earliest' });
    let handled = 0;
    for await (const message of stream) {
      const transaction = await producer.beginTransaction();
      await transaction.addConsumer(consumer);
      await transaction.send({ messages: [{ topic: sink, partition: 0, value: `${message.value}!` }] });
      await transaction.addOffset(message);
      await (handled % 10 === 9 ? transaction.abort() : transaction.commit());
      if (++handled === count) break;
    }
    await stream.close();
    await consumer.close(true);
    await producer.close();
    const kept = inputs.filter((_, index) => index % 10 !== 9).map((value) => `${value}!`);
    expect(await committedValues(sink, kept.length)).toEqual(kept);
    // The last transaction was aborted, so that its input is the first of the next run.
    await eventually('the offset before the aborted one is committed', async () => (await admin.fetchOffsets({ groupId, topics: [source] }))[0]?.partitions[0]?.offset === String(count - 1));
  }, 60_000);
});
