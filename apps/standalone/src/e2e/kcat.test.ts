import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Admin } from 'kafkajs';
import { kafkajsKafka } from './clients/kafkajs-client.ts';
import { hasKcat, kcat, kcatMessages, kcatOutput } from './clients/kcat.ts';
import { eventually, uniqueName } from './conditions.ts';
import type { ServerProcess } from './server.ts';
import { startServer } from './server.ts';

(hasKcat ? describe : describe.skip)('kcat', () => {
  let server: ServerProcess;
  let admin: Admin;
  const topic = uniqueName('kcat');

  beforeAll(async () => {
    server = await startServer();
    admin = kafkajsKafka(server.bootstrapServers).admin();
    await admin.connect();
    await admin.createTopics({ topics: [{ topic, numPartitions: 3 }], waitForLeaders: true });
  }, 30_000);
  afterAll(async () => {
    await admin.disconnect();
    await server.stop();
  });

  it('lists the broker and its topics', async () => {
    const listed = JSON.parse(await kcatOutput(server.bootstrapServers, ['-L', '-J'])) as {
      brokers: { id: number; name: string }[];
      topics: { topic: string; partitions: { partition: number; leader: number; replicas: { id: number }[]; isrs: { id: number }[] }[] }[];
    };
    expect(listed.brokers).toEqual([{ id: 1, name: server.bootstrapServers }]);
    const found = listed.topics.find((described) => described.topic === topic);
    expect(found?.partitions).toEqual([0, 1, 2].map((partition) => ({ partition, leader: 1, replicas: [{ id: 1 }], isrs: [{ id: 1 }] })));
  });

  it('says that a topic does not exist', async () => {
    const { status, errors } = await kcat(server.bootstrapServers, ['-C', '-e', '-t', uniqueName('missing'), '-X', 'allow.auto.create.topics=false']);
    expect(status).not.toBe(0);
    expect(errors).toContain('Unknown topic or partition');
  });

  it('spreads keys over partitions, and finds each again', async () => {
    const keys = Array.from({ length: 60 }, (_, index) => `key ${index}`);
    await kcatOutput(server.bootstrapServers, ['-P', '-t', topic, '-K', ':'], keys.map((key) => `${key}:value of ${key}\n`).join(''));
    const messages = await kcatMessages(server.bootstrapServers, ['-C', '-e', '-t', topic, '-o', 'beginning']);
    expect(messages).toHaveLength(keys.length);
    expect(new Set(messages.map(({ key }) => key))).toEqual(new Set(keys));
    expect(new Set(messages.map(({ partition }) => partition))).toEqual(new Set([0, 1, 2]));
    for (const { key, payload } of messages) expect(payload).toBe(`value of ${key}`);
  }, 20_000);

  it('writes with acks 0, 1 and all', async () => {
    const own = uniqueName('acks');
    await admin.createTopics({ topics: [{ topic: own }], waitForLeaders: true });
    for (const acks of ['0', '1', 'all']) await kcatOutput(server.bootstrapServers, ['-P', '-t', own, '-X', `acks=${acks}`], `acks ${acks}\n`);
    await eventually('three records are there', async () => (await admin.fetchTopicOffsets(own))[0]?.high === '3');
    const messages = await kcatMessages(server.bootstrapServers, ['-C', '-e', '-t', own, '-o', 'beginning']);
    expect(messages.map(({ payload }) => payload)).toEqual(['acks 0', 'acks 1', 'acks all']);
  }, 20_000);

  it('reads as a group, and goes on where the group had committed', async () => {
    const own = uniqueName('grouped');
    await admin.createTopics({ topics: [{ topic: own, numPartitions: 2 }], waitForLeaders: true });
    const group = uniqueName('kcat-group');
    const read = async (): Promise<readonly string[]> => {
      const output = await kcatOutput(server.bootstrapServers, ['-q', '-e', '-X', 'auto.offset.reset=earliest', '-G', group, own]);
      return output.split('\n').filter((line) => line !== '').sort();
    };
    await kcatOutput(server.bootstrapServers, ['-P', '-t', own], '1\n2\n3\n');
    expect(await read()).toEqual(['1', '2', '3']);
    await kcatOutput(server.bootstrapServers, ['-P', '-t', own], '4\n5\n');
    expect(await read()).toEqual(['4', '5']);
    const { groups } = await admin.describeGroups([group]);
    expect(groups[0]?.state).toBe('Empty');
  }, 40_000);

  it('reads everything in fetches of a thousand bytes', async () => {
    const own = uniqueName('limits');
    await admin.createTopics({ topics: [{ topic: own }], waitForLeaders: true });
    await kcatOutput(server.bootstrapServers, ['-P', '-t', own, '-X', 'batch.num.messages=10'], Array.from({ length: 1000 }, (_, index) => `line ${index}\n`).join(''));
    const messages = await kcatMessages(server.bootstrapServers, ['-C', '-e', '-t', own, '-o', 'beginning', '-X', 'fetch.message.max.bytes=1000']);
    expect(messages.map(({ payload }) => payload)).toEqual(Array.from({ length: 1000 }, (_, index) => `line ${index}`));
  }, 30_000);
});
