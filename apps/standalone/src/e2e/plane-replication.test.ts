import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import kafkajs from 'kafkajs';
import { eventually } from './conditions.ts';
import { PlaneCluster } from './plane-cluster.ts';

/** One controller and three brokers, each a process of its own on loopback. */
let cluster: PlaneCluster;

function inSyncReplicas({ topics }: { readonly topics: readonly kafkajs.ITopicMetadata[] }): readonly string[] {
  return topics.flatMap(({ partitions }) => partitions.map(({ isr }) => isr.toSorted((a, b) => a - b).join()));
}

beforeAll(async () => {
  cluster = await PlaneCluster.start(1, 3);
}, 60_000);

afterAll(async () => await cluster?.[Symbol.asyncDispose](), 30_000);

describe('three brokers in three processes', () => {
  it('go on when one is killed, and take it in again when it is back', async () => {
    const kafka = new kafkajs.Kafka({ brokers: [1, 2, 3].map((id) => cluster.addressOf(id)), logLevel: kafkajs.logLevel.NOTHING, retry: { initialRetryTime: 20, maxRetryTime: 100, retries: 200 } });
    const admin = kafka.admin();
    await admin.connect();
    await admin.createTopics({ topics: [{ topic: 'kept', numPartitions: 3, replicationFactor: 3, configEntries: [{ name: 'min.insync.replicas', value: '2' }] }] });
    const isr = async (): Promise<readonly string[]> => inSyncReplicas(await admin.fetchTopicMetadata({ topics: ['kept'] }));
    const producer = kafka.producer({ createPartitioner: kafkajs.Partitioners.DefaultPartitioner });
    await producer.connect();
    const acknowledged: string[] = [];
    const send = async (count: number): Promise<void> => {
      for (let number = 0; number < count; number++) {
        const value = `message ${acknowledged.length}`;
        await producer.send({ topic: 'kept', acks: -1, messages: [{ value, partition: acknowledged.length % 3 }] });
        acknowledged.push(value);
      }
    };
    await send(30);

    await cluster.kill('broker-2');
    await send(30);
    // Its listener refuses: the controller need not wait for the session to end.
    expect(cluster.controllerOutput()).toContain('a broker is not connected and is gone');
    expect(cluster.controllerOutput()).not.toContain('a broker was silent');
    expect(await isr()).toEqual(['1,3', '1,3', '1,3']);

    await cluster.startBroker(2);
    await eventually('all three are in sync', async () => (await isr()).every((members) => members === '1,2,3'), 30_000);
    await cluster.kill('broker-1');
    await send(30);

    // Broker 3 lived all along, broker 2 was behind for a while: both have all.
    for (const id of [2, 3]) {
      const kept = Buffer.concat([0, 1, 2].map((partition) => cluster.replicaBytes(id, 'kept', partition)));
      expect(acknowledged.filter((value) => !kept.includes(value))).toEqual([]);
    }
    await Promise.all([producer.disconnect(), admin.disconnect()]);
  }, 120_000);
});
