import { readFileSync } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import kafkajs from 'kafkajs';
import { eventually } from './conditions.ts';
import { addressIn, formatPlane, startPlane, type PlaneProcess } from './plane-process.ts';

/** One controller and three brokers, each a process of its own on loopback. */
let folder: string;
let controllerAddress: string;
let controller: PlaneProcess;
const brokers: PlaneProcess[] = [];
const addresses: string[] = [];

const brokerSettings = (id: number) => ({ 'node.id': String(id), 'log.dirs': join(folder, `broker-${id}`), listeners: 'PLAINTEXT://127.0.0.1:0', 'ottla.controller.address': controllerAddress });

function inSyncReplicas({ topics }: { readonly topics: readonly kafkajs.ITopicMetadata[] }): readonly string[] {
  return topics.flatMap(({ partitions }) => partitions.map(({ isr }) => isr.toSorted((a, b) => a - b).join()));
}

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'ottla-replicas-'));
  const controllerSettings = { 'node.id': '100', 'metadata.log.dir': join(folder, 'controller') };
  const clusterId = /cluster (\S+)/.exec(formatPlane('controller-quorum', controllerSettings))?.[1] as string;
  controller = startPlane('controller-quorum', controllerSettings);
  controllerAddress = addressIn(await controller.told('ready for planes at '));
  for (const id of [1, 2, 3]) {
    formatPlane('broker', { 'node.id': String(id), 'log.dirs': join(folder, `broker-${id}`), 'ottla.cluster.id': clusterId });
    brokers.push(startPlane('broker', brokerSettings(id)));
  }
  for (const broker of brokers) addresses.push(addressIn(await broker.told('ready for Kafka clients at ')));
}, 60_000);

afterAll(async () => {
  await Promise.all([controller, ...brokers].map((plane) => plane.kill()));
  await rm(folder, { recursive: true, force: true });
});

describe('three brokers in three processes', () => {
  it('go on when one is killed, and take it in again when it is back', async () => {
    const kafka = new kafkajs.Kafka({ brokers: addresses, logLevel: kafkajs.logLevel.NOTHING, retry: { initialRetryTime: 20, maxRetryTime: 100, retries: 200 } });
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

    await brokers[1]?.kill();
    await send(30);
    // Its listener refuses: the controller need not wait for the session to end.
    expect(controller.output()).toContain('a broker is not connected and is gone');
    expect(controller.output()).not.toContain('a broker was silent');
    expect(await isr()).toEqual(['1,3', '1,3', '1,3']);

    brokers[1] = startPlane('broker', brokerSettings(2));
    await brokers[1].told('ready for Kafka clients at ');
    await eventually('all three are in sync', async () => (await isr()).every((members) => members === '1,2,3'), 30_000);
    await brokers[0]?.kill();
    await send(30);

    // Broker 3 lived all along, broker 2 was behind for a while: both have all.
    for (const id of [2, 3]) {
      const kept = Buffer.concat([0, 1, 2].map((partition) => readFileSync(join(folder, `broker-${id}`, `kept-${partition}`, `${'0'.repeat(20)}.log`))));
      expect(acknowledged.filter((value) => !kept.includes(value))).toEqual([]);
    }
    await Promise.all([producer.disconnect(), admin.disconnect()]);
  }, 120_000);
});
