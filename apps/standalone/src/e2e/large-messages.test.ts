import { randomBytes } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Admin } from 'kafkajs';
import { confluentClient, confluentKafka, hasConfluent } from './clients/confluent-client.ts';
import type { ExchangeClient } from './clients/exchange.ts';
import { kafkajsClient, kafkajsKafka } from './clients/kafkajs-client.ts';
import { hasKcat, kcat, kcatClient, kcatMessages } from './clients/kcat.ts';
import { platformaticClient, platformaticProducer } from './clients/platformatic-client.ts';
import { uniqueName } from './conditions.ts';
import type { ServerProcess } from './server.ts';
import { startServer } from './server.ts';

/** Kafka's default of max.message.bytes, which counts the whole batch. */
const batchLimitBytes = 1_048_588;
/** Batch header, and the fields of the only record in it, when the value takes about a megabyte and the key is null. */
const overheadBytes = 72;

/** What no codec makes smaller, as text that kcat takes for one line. */
function incompressibleText(bytes: number): string {
  return randomBytes(Math.ceil((bytes * 3) / 4)).toString('base64url').slice(0, bytes);
}

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

async function newTopic(configs: Readonly<Record<string, string>> = {}): Promise<string> {
  const topic = uniqueName('large');
  await admin.createTopics({ topics: [{ topic, configEntries: Object.entries(configs).map(([name, value]) => ({ name, value })) }], waitForLeaders: true });
  return topic;
}

async function endOffset(topic: string): Promise<string | undefined> {
  return (await admin.fetchTopicOffsets(topic))[0]?.high;
}

/** The code of Kafka in whatever the client throws; undefined when it does not throw. */
async function refusalCode(attempt: () => Promise<unknown>): Promise<number | undefined> {
  try {
    await attempt();
  } catch (error) {
    return codeIn(error);
  }
  return undefined;
}

/** kafkajs and librdkafka throw the code itself, @platformatic/kafka hides it in errors within errors. */
function codeIn(error: unknown): number | undefined {
  const { code, apiCode, errors, cause } = error as { code?: unknown; apiCode?: number; errors?: readonly unknown[]; cause?: unknown };
  if (typeof code === 'number') return code;
  if (apiCode !== undefined) return apiCode;
  for (const inner of [...(errors ?? []), cause]) {
    const found = inner === undefined ? undefined : codeIn(inner);
    if (found !== undefined) return found;
  }
  return undefined;
}

describe('messages of one megabyte', () => {
  const clients: readonly ExchangeClient[] = [kafkajsClient, platformaticClient, confluentClient, kcatClient];
  for (const client of clients) {
    const whenAvailable = client.isAvailable ? it : it.skip;
    whenAvailable(`are written and read by ${client.name}`, async () => {
      const topic = await newTopic();
      // As many as do not fit into one fetch of a partition: each must still arrive whole.
      const values = [1_000_000, 990_000, 1_000_000].map(incompressibleText);
      for (const value of values) await client.produce(server.bootstrapServers, topic, 'none', [{ key: null, value, headers: [] }]);
      const read = await client.consume(server.bootstrapServers, topic, values.length);
      expect(read.map(({ value }) => value?.length)).toEqual(values.map(({ length }) => length));
      expect(read.every(({ value }, index) => value === values[index])).toBe(true);
    }, 40_000);
  }
});

describe('messages over the limit', () => {
  it('are refused from the first byte too many', async () => {
    const topic = await newTopic();
    const producer = kafkajsKafka(server.bootstrapServers, 0).producer();
    await producer.connect();
    const send = async (valueBytes: number): Promise<unknown> => await producer.send({ topic, messages: [{ key: null, value: 'x'.repeat(valueBytes), timestamp: '1700000000000' }] });
    const fitsBytes = batchLimitBytes - overheadBytes;
    expect(await refusalCode(async () => await send(fitsBytes))).toBeUndefined();
    expect(await refusalCode(async () => await send(fitsBytes + 1))).toBe(10);
    expect(await endOffset(topic)).toBe('1');
    await producer.disconnect();
  }, 20_000);

  it('are refused to @platformatic/kafka with MESSAGE_TOO_LARGE', async () => {
    const topic = await newTopic();
    const producer = platformaticProducer(server.bootstrapServers, { retries: 0 });
    expect(await refusalCode(async () => await producer.send({ acks: -1, messages: [{ topic, value: 'x'.repeat(1_100_000) }] }))).toBe(10);
    expect(await endOffset(topic)).toBe('0');
    await producer.close();
  }, 20_000);

  (hasConfluent ? it : it.skip)('are refused to @confluentinc/kafka-javascript with MESSAGE_TOO_LARGE', async () => {
    const topic = await newTopic();
    const producer = confluentKafka(server.bootstrapServers).producer({ 'message.max.bytes': 10_000_000 });
    await producer.connect();
    expect(await refusalCode(async () => await producer.send({ topic, messages: [{ value: 'x'.repeat(1_100_000) }] }))).toBe(10);
    expect(await endOffset(topic)).toBe('0');
    await producer.disconnect();
  }, 20_000);

  (hasKcat ? it : it.skip)('are refused to kcat with MESSAGE_TOO_LARGE', async () => {
    const topic = await newTopic();
    const { errors } = await kcat(server.bootstrapServers, ['-P', '-t', topic, '-p', '0', '-X', 'message.max.bytes=10000000'], `${'x'.repeat(1_100_000)}\n`);
    expect(errors).toContain('Message size too large');
    expect(await endOffset(topic)).toBe('0');
  }, 20_000);

  it('pass when compression makes the batch small enough', async () => {
    const topic = await newTopic();
    await kafkajsClient.produce(server.bootstrapServers, topic, 'gzip', [{ key: null, value: 'x'.repeat(3_000_000), headers: [] }]);
    const [read] = await platformaticClient.consume(server.bootstrapServers, topic, 1);
    expect(read?.value?.length).toBe(3_000_000);
  }, 30_000);

  it('follow max.message.bytes of the topic', async () => {
    const [wide, narrow] = [await newTopic({ 'max.message.bytes': '3000000' }), await newTopic({ 'max.message.bytes': '1000' })];
    await kafkajsClient.produce(server.bootstrapServers, wide, 'none', [{ key: null, value: 'x'.repeat(2_500_000), headers: [] }]);
    const [read] = await kafkajsClient.consume(server.bootstrapServers, wide, 1);
    expect(read?.value?.length).toBe(2_500_000);
    const producer = kafkajsKafka(server.bootstrapServers, 0).producer();
    await producer.connect();
    expect(await refusalCode(async () => await producer.send({ topic: narrow, messages: [{ value: 'x'.repeat(1000) }] }))).toBe(10);
    expect(await refusalCode(async () => await producer.send({ topic: narrow, messages: [{ value: 'x'.repeat(500) }] }))).toBeUndefined();
    await producer.disconnect();
  }, 30_000);

  (hasKcat ? it : it.skip)('do not hold up a consumer whose own limit is smaller', async () => {
    const topic = await newTopic();
    await kafkajsClient.produce(server.bootstrapServers, topic, 'none', [{ key: null, value: 'y'.repeat(900_000), headers: [] }]);
    await kafkajsClient.produce(server.bootstrapServers, topic, 'none', [{ key: null, value: 'small', headers: [] }]);
    const limits = ['-X', 'fetch.message.max.bytes=1000', '-X', 'fetch.max.bytes=1000000', '-X', 'message.max.bytes=1000'];
    const messages = await kcatMessages(server.bootstrapServers, ['-C', '-t', topic, '-o', 'beginning', '-c', '2', ...limits]);
    expect(messages.map(({ payload }) => payload?.length)).toEqual([900_000, 5]);
  }, 30_000);
});
