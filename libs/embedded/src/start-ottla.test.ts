import { once } from 'node:events';
import { readdirSync } from 'node:fs';
import { connect } from 'node:net';
import { tmpdir } from 'node:os';
import { afterEach, describe, expect, it, jest } from '@jest/globals';
import { Kafka, logLevel, Partitioners, type Consumer, type KafkaMessage, type LogEntry, type Producer } from 'kafkajs';
import { startOttla, type Ottla, type OttlaLogger, type OttlaOptions } from './index.ts';

const instances: Ottla[] = [];
const clients: { disconnect(): Promise<void> }[] = [];

afterEach(async () => {
  await Promise.all(clients.splice(0).map((client) => client.disconnect()));
  await Promise.all(instances.splice(0).map((ottla) => ottla.stop()));
});

/** Folders of this process's instances: those of others come and go. */
function ownFolders(): readonly string[] {
  return readdirSync(tmpdir()).filter((name) => name.startsWith(`ottla-${process.pid}-`));
}

async function start(options?: OttlaOptions): Promise<Ottla> {
  const ottla = await startOttla(options);
  instances.push(ottla);
  return ottla;
}

function kafkaOf({ bootstrapServers }: Ottla): Kafka {
  return new Kafka({ brokers: bootstrapServers.split(','), logLevel: logLevel.NOTHING });
}

async function producerOf(ottla: Ottla): Promise<Producer> {
  // Nothing here fails and then works; a client whose cluster is gone must give up at once.
  const kafka = new Kafka({ brokers: ottla.bootstrapServers.split(','), logLevel: logLevel.NOTHING, retry: { retries: 0 } });
  const producer = kafka.producer({ createPartitioner: Partitioners.DefaultPartitioner });
  clients.push(producer);
  await producer.connect();
  return producer;
}

/** The first `count` messages of a topic, through a consumer group. */
async function consume(ottla: Ottla, topic: string, count: number, groupId = 'readers'): Promise<readonly KafkaMessage[]> {
  const consumer: Consumer = kafkaOf(ottla).consumer({ groupId, maxWaitTimeInMs: 50 });
  clients.push(consumer);
  await consumer.connect();
  await consumer.subscribe({ topic, fromBeginning: true });
  const messages: KafkaMessage[] = [];
  await new Promise<void>((resolve, reject) => {
    const eachMessage = async ({ message }: { message: KafkaMessage }): Promise<void> => {
      if (messages.push(message) === count) resolve();
    };
    consumer.run({ eachMessage }).catch(reject);
  });
  return messages;
}

const values = (messages: readonly KafkaMessage[]): readonly string[] => messages.map(({ value }) => String(value)).toSorted();

describe('startOttla', () => {
  it('serves a producer and a consumer group', async () => {
    const ottla = await start({ topics: [{ name: 'orders', partitions: 3 }] });
    expect(ottla.bootstrapServers).toMatch(/^127\.0\.0\.1:\d+$/);
    const producer = await producerOf(ottla);
    const sent = Array.from({ length: 30 }, (_, index) => `order ${index}`);
    await producer.send({ topic: 'orders', messages: sent.map((value, index) => ({ key: `${index}`, value, headers: { from: 'test' } })) });
    const received = await consume(ottla, 'orders', sent.length);
    expect(values(received)).toEqual(sent.toSorted());
    expect(String(received[0]?.headers?.['from'])).toBe('test');
  });

  it('has the first group join without a refusal that its client would report', async () => {
    const ottla = await start({ topics: ['a'] });
    const reported: unknown[] = [];
    const logCreator = () => ({ log }: LogEntry): void => void reported.push(log.message);
    const consumer = new Kafka({ brokers: [ottla.bootstrapServers], logLevel: logLevel.WARN, logCreator }).consumer({ groupId: 'first', maxWaitTimeInMs: 50 });
    clients.push(consumer);
    const joined = new Promise<void>((resolve) => {
      consumer.on('consumer.group_join', () => resolve());
    });
    await consumer.connect();
    await consumer.subscribe({ topic: 'a' });
    await consumer.run({ eachMessage: async () => {} });
    await joined;
    expect(reported).toEqual([]);
  });

  it('has its topics, and their configs, before it settles', async () => {
    const ottla = await start({ topics: ['plain', { name: 'wide', partitions: 12, config: { 'cleanup.policy': 'compact' } }], settings: { 'num.partitions': 2 } });
    const admin = kafkaOf(ottla).admin();
    clients.push(admin);
    await admin.connect();
    const { topics } = await admin.fetchTopicMetadata({ topics: ['plain', 'wide'] });
    expect(new Map(topics.map(({ name, partitions }) => [name, partitions.length]))).toEqual(new Map([['plain', 2], ['wide', 12]]));
    const { resources } = await admin.describeConfigs({ includeSynonyms: false, resources: [{ type: 2, name: 'wide', configNames: ['cleanup.policy'] }] });
    expect(resources[0]?.configEntries[0]).toMatchObject({ configName: 'cleanup.policy', configValue: 'compact' });
  });

  it('keeps instances apart', async () => {
    const [one, two] = await Promise.all([start({ topics: ['a'] }), start({ topics: ['a'] })]);
    expect(one.bootstrapServers).not.toBe(two.bootstrapServers);
    expect(ownFolders()).toHaveLength(2);
    for (const [ottla, value] of [[one, 'first'], [two, 'second']] as const) {
      const producer = await producerOf(ottla);
      await producer.send({ topic: 'a', messages: [{ value }] });
    }
    await one.stop();
    expect(values(await consume(two, 'a', 1))).toEqual(['second']);
  });

  it('spreads a topic over several brokers, each of which leads its part', async () => {
    const ottla = await start({ brokers: 3, topics: [{ name: 'spread', partitions: 6 }] });
    expect(new Set(ottla.bootstrapServers.split(',')).size).toBe(3);
    const admin = kafkaOf(ottla).admin();
    clients.push(admin);
    await admin.connect();
    const { brokers } = await admin.describeCluster();
    expect(brokers.map(({ host, port }) => `${host}:${port}`).toSorted()).toEqual(ottla.bootstrapServers.split(',').toSorted());
    const { topics } = await admin.fetchTopicMetadata({ topics: ['spread'] });
    expect(topics[0]?.partitions.map(({ leader }) => leader).toSorted()).toEqual([1, 1, 2, 2, 3, 3]);
    const producer = await producerOf(ottla);
    await producer.send({ topic: 'spread', messages: Array.from({ length: 6 }, (_, partition) => ({ partition, value: `${partition}` })) });
    expect(values(await consume(ottla, 'spread', 6))).toEqual(['0', '1', '2', '3', '4', '5']);
  });

  it('keeps replicas on several brokers, as many as there are', async () => {
    const ottla = await start({ brokers: 3, topics: ['safe'], settings: { 'default.replication.factor': 3, 'min.insync.replicas': 2, 'offsets.topic.replication.factor': 3 } });
    const producer = await producerOf(ottla);
    await producer.send({ topic: 'safe', acks: -1, messages: [{ value: 'kept three times' }] });
    expect(values(await consume(ottla, 'safe', 1))).toEqual(['kept three times']);
    const admin = kafkaOf(ottla).admin();
    clients.push(admin);
    await admin.connect();
    const { topics } = await admin.fetchTopicMetadata({ topics: ['safe'] });
    expect(topics[0]?.partitions[0]?.isr.toSorted()).toEqual([1, 2, 3]);
    const creating = admin.createTopics({ topics: [{ topic: 'safer', replicationFactor: 4 }] });
    await expect(creating).rejects.toMatchObject({ errors: [expect.objectContaining({ type: 'INVALID_REPLICATION_FACTOR' })] });
  });

  it('goes on while a test fakes time', async () => {
    const ottla = await start({ topics: ['timeless'] });
    jest.useFakeTimers({ now: 0 });
    try {
      const { port } = new URL(`kafka://${ottla.bootstrapServers}`);
      const socket = connect(Number(port), '127.0.0.1');
      // ApiVersions v0 with correlation id 7 and no client id.
      socket.write(Buffer.from([0, 0, 0, 10, 0, 18, 0, 0, 0, 0, 0, 7, 0xff, 0xff]));
      const [answer] = (await once(socket, 'data')) as [Buffer];
      expect(answer.readInt32BE(4)).toBe(7);
      socket.destroy();
    } finally {
      jest.useRealTimers();
    }
  });
});

describe('an instance that stops', () => {
  it('ends its connections, frees its port and removes its folder, once', async () => {
    const ottla = await start({ brokers: 2 });
    expect(ownFolders()).toHaveLength(1);
    const [first = ''] = ottla.bootstrapServers.split(',');
    const port = Number(first.split(':')[1]);
    const socket = connect(port, '127.0.0.1');
    await once(socket, 'connect');
    const closed = once(socket, 'close');
    await Promise.all([ottla.stop(), ottla.stop()]);
    await closed;
    expect(ownFolders()).toEqual([]);
    const [error] = (await once(connect(port, '127.0.0.1'), 'error')) as [NodeJS.ErrnoException];
    expect(error.code).toBe('ECONNREFUSED');
    await ottla.stop();
  });

  it('says nothing in its log, also with clients that are in the middle of things', async () => {
    const lines: string[] = [];
    const log = (message: string): void => void lines.push(message);
    const logger: OttlaLogger = { debug: () => {}, info: () => {}, warn: log, error: log };
    const ottla = await start({ topics: ['busy'], logger });
    const producer = await producerOf(ottla);
    await producer.send({ topic: 'busy', messages: [{ value: 'one' }] });
    const consumer = kafkaOf(ottla).consumer({ groupId: 'g' });
    clients.push(consumer);
    const fetching = new Promise<void>((resolve) => {
      consumer.on('consumer.fetch_start', () => resolve());
    });
    await consumer.connect();
    await consumer.subscribe({ topic: 'busy' });
    await consumer.run({ eachMessage: async () => {} });
    await fetching;
    const sending = producer.send({ topic: 'busy', messages: [{ value: 'two' }] }).catch(() => 'refused');
    await ottla.stop();
    await Promise.all(clients.splice(0).map((client) => client.disconnect()));
    await sending;
    expect(lines).toEqual([]);
    expect(ownFolders()).toEqual([]);
  });

  it('is stopped by the end of its block', async () => {
    let port = 0;
    {
      await using ottla = await startOttla();
      port = Number(ottla.bootstrapServers.split(':')[1]);
    }
    const [error] = (await once(connect(port, '127.0.0.1'), 'error')) as [NodeJS.ErrnoException];
    expect(error.code).toBe('ECONNREFUSED');
  });
});

describe('a start that fails', () => {
  it('names the topic that the cluster refused, and leaves no folder behind', async () => {
    const starting = startOttla({ topics: ['fine', { name: 'odd', config: { 'min.compaction.lag.ms': 10, 'max.compaction.lag.ms': 5 } }] });
    await expect(starting).rejects.toThrow('startOttla: topic odd cannot be created: conflict topic config setting min.compaction.lag.ms (10) > max.compaction.lag.ms (5) (INVALID_CONFIG)');
    expect(ownFolders()).toEqual([]);
  });

  it('tells a default that its brokers cannot keep', async () => {
    const starting = startOttla({ brokers: 2, topics: ['safe'], settings: { 'default.replication.factor': 3 } });
    await expect(starting).rejects.toThrow('The target replication factor of 3 cannot be reached because only 2 broker(s) are registered. (INVALID_REPLICATION_FACTOR)');
    expect(ownFolders()).toEqual([]);
  });
});
