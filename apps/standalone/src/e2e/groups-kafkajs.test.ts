import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import kafkajs from 'kafkajs';
import type { Admin, Consumer } from 'kafkajs';
import { GroupLedger, SteadyProducer, adminWithTopic } from './clients/group-ledger.ts';
import { kafkajsKafka } from './clients/kafkajs-client.ts';
import { eventually, uniqueName } from './conditions.ts';
import type { ServerProcess } from './server.ts';
import { startServer } from './server.ts';

const partitionCount = 6;
let server: ServerProcess;
let admin: Admin;
const topic = uniqueName('rebalanced');

beforeAll(async () => {
  server = await startServer();
  admin = await adminWithTopic(server.bootstrapServers, topic, partitionCount);
}, 30_000);
afterAll(async () => {
  await admin.disconnect();
  await server.stop();
});

/** A member that reads into the ledger and commits every tenth record of a partition; answers once it has been given partitions. */
async function startMember(groupId: string, name: string, ledger: GroupLedger): Promise<Consumer> {
  const consumer = kafkajsKafka(server.bootstrapServers).consumer({ groupId, maxWaitTimeInMs: 50, rebalanceTimeout: 10_000, heartbeatInterval: 200 });
  const { promise: joined, resolve } = Promise.withResolvers<void>();
  consumer.on(consumer.events.GROUP_JOIN, () => resolve());
  await consumer.connect();
  await consumer.subscribe({ topics: [topic], fromBeginning: true });
  await consumer.run({
    autoCommit: false,
    eachMessage: async ({ partition, message }) => {
      const offset = Number(message.offset);
      ledger.read(name, partition, offset);
      if (offset % 10 !== 9) return;
      try {
        await consumer.commitOffsets([{ topic, partition, offset: String(offset + 1) }]);
        ledger.committed(partition, offset + 1);
      } catch (error) {
        // A commit that arrives while the group rebalances is refused, and then must not count.
        if (![22, 25, 27].includes((error as { code?: number }).code ?? 0)) throw error;
      }
    },
  });
  await joined;
  return consumer;
}

describe('a group of kafkajs', () => {
  it('rebalances while records arrive, without losing one or reading one again that was committed', async () => {
    const groupId = uniqueName('kafkajs');
    const ledger = new GroupLedger();
    const producer = new SteadyProducer(server.bootstrapServers, topic, partitionCount);
    const progress = async (what: string): Promise<unknown> => {
      const goal = ledger.deliveries + 300;
      return await eventually(`records arrive ${what}`, () => ledger.deliveries >= goal);
    };
    const first = await startMember(groupId, 'first', ledger);
    await progress('with one member');
    const second = await startMember(groupId, 'second', ledger);
    const third = await startMember(groupId, 'third', ledger);
    await eventually('all three have read', () => ledger.memberCount === 3);
    await first.disconnect();
    await progress('after the first has left');
    await third.disconnect();
    await progress('after the third has left');
    const written = await producer.stop();
    await ledger.readsAll(written);
    expect([ledger.gaps, ledger.repeats]).toEqual([[], []]);
    await second.disconnect();
    const offsets = await admin.fetchTopicOffsets(topic);
    expect(offsets.reduce((sum, { high }) => sum + Number(high), 0)).toBe(written);
  }, 60_000);

  it('goes on where another member had committed', async () => {
    const own = uniqueName('resumed');
    await admin.createTopics({ topics: [{ topic: own }], waitForLeaders: true });
    const kafka = kafkajsKafka(server.bootstrapServers);
    const producer = kafka.producer({ createPartitioner: kafkajs.Partitioners.DefaultPartitioner });
    await producer.connect();
    const groupId = uniqueName('resuming');
    const readOnce = async (count: number): Promise<readonly string[]> => {
      const consumer = kafka.consumer({ groupId, maxWaitTimeInMs: 50 });
      const values: string[] = [];
      await consumer.connect();
      await consumer.subscribe({ topics: [own], fromBeginning: true });
      await consumer.run({ eachMessage: async ({ message }) => await Promise.resolve(void values.push(String(message.value))) });
      await eventually(`${count} records are read`, () => values.length >= count);
      await consumer.disconnect();
      return values;
    };
    await producer.send({ topic: own, messages: ['1', '2', '3'].map((value) => ({ value })) });
    expect(await readOnce(3)).toEqual(['1', '2', '3']);
    await producer.send({ topic: own, messages: ['4', '5'].map((value) => ({ value })) });
    expect(await readOnce(2)).toEqual(['4', '5']);
    expect(await admin.fetchOffsets({ groupId, topics: [own] })).toMatchObject([{ partitions: [{ partition: 0, offset: '5' }] }]);
    await producer.disconnect();
  }, 30_000);
});
