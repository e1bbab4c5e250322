import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { metadataV12 } from '@platformatic/kafka';
import type { Connection } from '@platformatic/kafka';
import { answer, openConnection } from './clients/api-connection.ts';
import { confluentClient, hasConfluent } from './clients/confluent-client.ts';
import { kafkajsClient, kafkajsKafka } from './clients/kafkajs-client.ts';
import { hasKcat, kcatOutput } from './clients/kcat.ts';
import { platformaticProducer } from './clients/platformatic-client.ts';
import { eventually, uniqueName } from './conditions.ts';
import type { ServerProcess } from './server.ts';
import { isExternal, startServer } from './server.ts';

async function askFor(connection: Connection, name: string, allowAutoTopicCreation: boolean): Promise<readonly [code: number | undefined, partitions: number | undefined]> {
  const { topics } = await answer(metadataV12.api.async(connection, [name], allowAutoTopicCreation, false));
  return [topics[0]?.errorCode, topics[0]?.partitions.length];
}

describe('asking for a topic that does not exist', () => {
  let server: ServerProcess;
  let connection: Connection;
  beforeAll(async () => {
    server = await startServer();
    connection = await openConnection(server);
  }, 30_000);
  afterAll(async () => {
    await connection.close();
    await server.stop();
  });

  it('creates it when the client allows that, with the default count of partitions', async () => {
    const topic = uniqueName('wanted');
    const [code] = await askFor(connection, topic, true);
    // Kafka answers before the topic has a leader.
    expect([0, 3, 5]).toContain(code);
    await eventually('the topic exists', async () => {
      expect(await askFor(connection, topic, false)).toEqual([0, 1]);
      return true;
    });
  });

  it('does not create it otherwise, nor one with a bad name', async () => {
    const topic = uniqueName('unwanted');
    expect(await askFor(connection, topic, false)).toEqual([3, 0]);
    expect(await askFor(connection, 'a/b', true)).toEqual([17, 0]);
    expect(await askFor(connection, topic, false)).toEqual([3, 0]);
  });

  it('lets kafkajs write at once', async () => {
    const topic = uniqueName('by-kafkajs');
    await kafkajsClient.produce(server.bootstrapServers, topic, 'none', [{ key: null, value: 'first', headers: [] }]);
    expect((await kafkajsClient.consume(server.bootstrapServers, topic, 1)).map(({ value }) => value)).toEqual(['first']);
  }, 20_000);

  it('lets @platformatic/kafka write when it asks for that', async () => {
    const topic = uniqueName('by-platformatic');
    const producer = platformaticProducer(server.bootstrapServers, { autocreateTopics: true, retries: 20 });
    const { offsets } = await producer.send({ messages: [{ topic, value: 'first' }], acks: -1 });
    expect(offsets).toEqual([{ topic, partition: 0, offset: 0n }]);
    await producer.close();
  }, 20_000);

  (hasConfluent ? it : it.skip)('lets @confluentinc/kafka-javascript write at once', async () => {
    const topic = uniqueName('by-confluent');
    await confluentClient.produce(server.bootstrapServers, topic, 'none', [{ key: null, value: 'first', headers: [] }]);
    expect((await kafkajsClient.consume(server.bootstrapServers, topic, 1)).map(({ value }) => value)).toEqual(['first']);
  }, 20_000);

  (hasKcat ? it : it.skip)('lets kcat write at once', async () => {
    const topic = uniqueName('by-kcat');
    await kcatOutput(server.bootstrapServers, ['-P', '-t', topic], 'first\n');
    expect((await kafkajsClient.consume(server.bootstrapServers, topic, 1)).map(({ value }) => value)).toEqual(['first']);
  }, 20_000);
});

(isExternal ? describe.skip : describe)('with auto.create.topics.enable=false', () => {
  let server: ServerProcess;
  beforeAll(async () => {
    server = await startServer({ settings: { 'auto.create.topics.enable': 'false' } });
  }, 30_000);
  afterAll(async () => await server.stop());

  it('no client creates a topic by asking', async () => {
    const connection = await openConnection(server);
    const topic = uniqueName('never');
    expect(await askFor(connection, topic, true)).toEqual([3, 0]);
    expect(await askFor(connection, topic, true)).toEqual([3, 0]);
    await connection.close();
    const producer = kafkajsKafka(server.bootstrapServers, 0).producer();
    await producer.connect();
    await expect(producer.send({ topic, messages: [{ value: 'x' }] })).rejects.toThrow('does not host this topic-partition');
    await producer.disconnect();
  }, 20_000);
});
