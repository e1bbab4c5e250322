import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Connection } from '@platformatic/kafka';
import { NumericMap, initProducerIdV5, produceV11 } from '@platformatic/kafka';
import type { Admin } from 'kafkajs';
import { answer, openConnection } from './clients/api-connection.ts';
import { confluentKafka, hasConfluent } from './clients/confluent-client.ts';
import { kafkajsClient, kafkajsKafka } from './clients/kafkajs-client.ts';
import { hasKcat, kcatMessages, kcatOutput } from './clients/kcat.ts';
import { platformaticProducer } from './clients/platformatic-client.ts';
import { eventually, uniqueName } from './conditions.ts';
import type { ServerProcess } from './server.ts';
import { startServer } from './server.ts';

interface Producer {
  readonly id: bigint;
  readonly epoch: number;
}

let server: ServerProcess;
let admin: Admin;
let connection: Connection;

beforeAll(async () => {
  server = await startServer();
  admin = kafkajsKafka(server.bootstrapServers).admin();
  await admin.connect();
  connection = await openConnection(server);
}, 30_000);
afterAll(async () => {
  await Promise.all([admin.disconnect(), connection.close()]);
  await server.stop();
});

async function newTopic(): Promise<string> {
  const topic = uniqueName('idempotent');
  await admin.createTopics({ topics: [{ topic }], waitForLeaders: true });
  return topic;
}

async function newProducer(): Promise<Producer> {
  // A server that has just started may still wait for its first block of ids.
  return await eventually('an id is given', async () => {
    const { errorCode, producerId, producerEpoch } = await answer(initProducerIdV5.api.async(connection, null, 60_000, -1n, -1));
    return errorCode === 0 ? { id: producerId, epoch: producerEpoch } : undefined;
  });
}

/** One batch of `count` records; answers its code and base offset. */
async function send(topic: string, producer: Producer, firstSequence: number, count = 1): Promise<readonly [code: number, baseOffset: number]> {
  const messages = Array.from({ length: count }, (_, index) => ({ topic, partition: 0, value: Buffer.from(`sequence ${firstSequence + index}`) }));
  const options = { producerId: producer.id, producerEpoch: producer.epoch, sequences: new NumericMap([[`${topic}:0`, firstSequence]]) };
  const produced = await answer(produceV11.api.async(connection, -1, 10_000, messages, options));
  if (typeof produced === 'boolean') throw new Error('acks=all has an answer');
  const partition = produced.responses[0]?.partitionResponses[0];
  return [partition?.errorCode ?? -99, Number(partition?.baseOffset)];
}

describe('an idempotent producer', () => {
  it('gets an id that no other has', async () => {
    const producers = await Promise.all([newProducer(), newProducer(), newProducer()]);
    expect(new Set(producers.map(({ id }) => id)).size).toBe(3);
    expect(producers.map(({ epoch }) => epoch)).toEqual([0, 0, 0]);
  });

  it('has each of its last five batches answered again instead of written again', async () => {
    const topic = await newTopic();
    const producer = await newProducer();
    for (let batch = 0; batch < 7; batch++) expect(await send(topic, producer, batch * 2, 2)).toEqual([0, batch * 2]);
    expect(await send(topic, producer, 12, 2)).toEqual([0, 12]);
    expect(await send(topic, producer, 4, 2)).toEqual([0, 4]);
    // Where older ones went is forgotten, so that they look like a gap.
    expect((await send(topic, producer, 2, 2))[0]).toBe(45);
    expect(await admin.fetchTopicOffsets(topic)).toMatchObject([{ high: '14' }]);
  });

  it('is refused a gap, and goes on where it was', async () => {
    const topic = await newTopic();
    const producer = await newProducer();
    expect(await send(topic, producer, 0)).toEqual([0, 0]);
    expect((await send(topic, producer, 2))[0]).toBe(45);
    expect(await send(topic, producer, 1)).toEqual([0, 1]);
    expect(await admin.fetchTopicOffsets(topic)).toMatchObject([{ high: '2' }]);
  });

  it('starts anew with a newer epoch, and is fenced with an older one', async () => {
    const topic = await newTopic();
    const producer = await newProducer();
    expect(await send(topic, producer, 0)).toEqual([0, 0]);
    const newer = { ...producer, epoch: 1 };
    expect((await send(topic, newer, 5))[0]).toBe(45);
    expect(await send(topic, newer, 0)).toEqual([0, 1]);
    expect((await send(topic, producer, 1))[0]).toBe(47);
    expect(await admin.fetchTopicOffsets(topic)).toMatchObject([{ high: '2' }]);
  });

  it('is kept apart from others', async () => {
    const topic = await newTopic();
    const [one, two] = [await newProducer(), await newProducer()];
    expect([await send(topic, one, 0), await send(topic, two, 0), await send(topic, one, 1), await send(topic, two, 0)]).toEqual([[0, 0], [0, 1], [0, 2], [0, 1]]);
  });
});

describe('idempotent clients write each record once, in order', () => {
  const count = 500;
  const values = Array.from({ length: count }, (_, index) => `value ${index}`);
  const expectWritten = async (topic: string): Promise<void> => {
    const read = await kafkajsClient.consume(server.bootstrapServers, topic, count);
    expect(read.map(({ value }) => value)).toEqual(values);
    expect(await admin.fetchTopicOffsets(topic)).toMatchObject([{ high: String(count) }]);
  };

  it('kafkajs', async () => {
    const topic = await newTopic();
    const producer = kafkajsKafka(server.bootstrapServers).producer({ idempotent: true, maxInFlightRequests: 1 });
    await producer.connect();
    for (let from = 0; from < count; from += 50) await producer.send({ topic, messages: values.slice(from, from + 50).map((value) => ({ value })) });
    await producer.disconnect();
    await expectWritten(topic);
  }, 30_000);

  it('@platformatic/kafka', async () => {
    const topic = await newTopic();
    const producer = platformaticProducer(server.bootstrapServers, { idempotent: true });
    for (let from = 0; from < count; from += 50) await producer.send({ messages: values.slice(from, from + 50).map((value) => ({ topic, partition: 0, value })) });
    await producer.close();
    await expectWritten(topic);
  }, 30_000);

  (hasConfluent ? it : it.skip)('@confluentinc/kafka-javascript, with five requests on their way', async () => {
    const topic = await newTopic();
    const producer = confluentKafka(server.bootstrapServers).producer({ 'enable.idempotence': true, 'linger.ms': 1, 'batch.num.messages': 7 });
    await producer.connect();
    await Promise.all(values.map(async (value) => await producer.send({ topic, messages: [{ value, partition: 0 }] })));
    await producer.disconnect();
    await expectWritten(topic);
  }, 30_000);

  (hasKcat ? it : it.skip)('kcat', async () => {
    const topic = await newTopic();
    await kcatOutput(server.bootstrapServers, ['-P', '-t', topic, '-p', '0', '-X', 'enable.idempotence=true', '-X', 'batch.num.messages=9'], values.map((value) => `${value}\n`).join(''));
    const messages = await kcatMessages(server.bootstrapServers, ['-C', '-t', topic, '-o', 'beginning', '-c', String(count)]);
    expect(messages.map(({ payload }) => payload)).toEqual(values);
  }, 30_000);
});
