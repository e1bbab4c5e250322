import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import kafkajs from 'kafkajs';
import { kafkajsKafka } from './clients/kafkajs-client.ts';
import { eventually, within } from './conditions.ts';
import { addressIn, formatPlane, startPlane, type PlaneProcess } from './plane-process.ts';

/** One controller, one broker, one group and one transaction coordinator, each a process of its own on loopback. */
let folder: string;
let bootstrap: string;
let controllerAddress: string;
let brokerAddresses: string;
const planes: Partial<Record<'controller' | 'broker' | 'groups' | 'transactions', PlaneProcess>> = {};

const controllerSettings = () => ({ 'node.id': '100', 'metadata.log.dir': join(folder, 'controller') });
const coordinatorSettings = (nodeId: string) => ({ 'node.id': nodeId, 'ottla.controller.address': controllerAddress, 'ottla.broker.addresses': brokerAddresses, 'group.initial.rebalance.delay.ms': '0' });

async function startAll(): Promise<void> {
  const clusterId = /cluster (\S+)/.exec(formatPlane('controller-quorum', controllerSettings()))?.[1] as string;
  const brokerSettings = { 'node.id': '1', 'log.dirs': join(folder, 'broker') };
  formatPlane('broker', { ...brokerSettings, 'ottla.cluster.id': clusterId });

  planes.controller = startPlane('controller-quorum', controllerSettings());
  controllerAddress = addressIn(await planes.controller.told('ready for planes at '));
  planes.broker = startPlane('broker', { ...brokerSettings, listeners: 'PLAINTEXT://127.0.0.1:0', 'offsets.topic.replication.factor': '1', 'offsets.topic.num.partitions': '5', 'ottla.controller.address': controllerAddress });
  brokerAddresses = `1@${addressIn(await planes.broker.told('plane end point at '))}`;
  planes.groups = startPlane('group-coordinator', coordinatorSettings('201'));
  planes.transactions = startPlane('transaction-coordinator', coordinatorSettings('301'));
  bootstrap = addressIn(await planes.broker.told('ready for Kafka clients at '));
}

async function produce(topic: string, values: readonly string[], idempotent = false): Promise<void> {
  const producer = kafkajsKafka(bootstrap).producer({ createPartitioner: kafkajs.Partitioners.DefaultPartitioner, idempotent, ...(idempotent ? { maxInFlightRequests: 1 } : {}) });
  await producer.connect();
  await producer.send({ topic, messages: values.map((value) => ({ value })) });
  await producer.disconnect();
}

/** Reads `count` values in a group, commits, leaves. */
async function consume(topic: string, groupId: string, count: number): Promise<readonly string[]> {
  const consumer = kafkajsKafka(bootstrap).consumer({ groupId, maxWaitTimeInMs: 100, heartbeatInterval: 500 });
  await consumer.connect();
  const values: string[] = [];
  const { promise, resolve } = Promise.withResolvers<void>();
  await consumer.subscribe({ topics: [topic], fromBeginning: true });
  await consumer.run({
    eachMessage: async ({ message }) => {
      values.push(String(message.value));
      if (values.length === count) resolve();
      return await Promise.resolve();
    },
  });
  await within(`${groupId} reads ${count} records`, 30_000, promise);
  await consumer.disconnect();
  return values.sort();
}

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'ottla-planes-'));
  await startAll();
}, 60_000);
afterAll(async () => {
  await Promise.all(Object.values(planes).map((plane) => plane.kill()));
  await rm(folder, { recursive: true, force: true });
});

describe('four planes in four processes', () => {
  it('serve a producer and a group, which goes on where it committed', async () => {
    const admin = kafkajsKafka(bootstrap).admin();
    await admin.connect();
    await admin.createTopics({ topics: [{ topic: 'crossed', numPartitions: 3, replicationFactor: 1 }] });
    await admin.disconnect();
    await produce('crossed', ['a', 'b', 'c', 'd']);
    expect(await consume('crossed', 'readers', 4)).toEqual(['a', 'b', 'c', 'd']);
    await produce('crossed', ['e', 'f']);
    expect(await consume('crossed', 'readers', 2)).toEqual(['e', 'f']);
  }, 60_000);

  it('give an idempotent producer its id from the transaction coordinator', async () => {
    await produce('crossed', ['once'], true);
    expect(await consume('crossed', 'readers', 1)).toEqual(['once']);
  }, 60_000);

  it('keep committed offsets when the group coordinator is killed and another takes over', async () => {
    await planes.groups?.kill();
    planes.groups = startPlane('group-coordinator', coordinatorSettings('202'));
    await produce('crossed', ['after']);
    expect(await eventually('the next coordinator serves the group', () => consume('crossed', 'readers', 1), 60_000)).toEqual(['after']);
  }, 90_000);

  it('go on when the controller is killed and comes back', async () => {
    await planes.controller?.kill();
    planes.controller = startPlane('controller-quorum', { ...controllerSettings(), 'ottla.plane.listen': controllerAddress });
    await planes.controller.told('ready for planes at ');
    const admin = kafkajsKafka(bootstrap).admin();
    await admin.connect();
    const create = () => admin.createTopics({ topics: [{ topic: 'later', numPartitions: 1, replicationFactor: 1 }] });
    await eventually('the broker is registered again, and a topic can be made', create, 60_000);
    await admin.disconnect();
    await produce('later', ['x']);
    expect(await consume('later', 'late', 1)).toEqual(['x']);
  }, 90_000);

  it.each(['broker', 'group-coordinator', 'transaction-coordinator'] as const)('a %s that finds no controller yet ends at once and in order', async (app) => {
    // Port 1 of the loopback is nobody's.
    const settings = { 'node.id': '9', 'log.dirs': join(folder, 'early'), listeners: 'PLAINTEXT://127.0.0.1:0', 'controller.quorum.bootstrap.servers': '127.0.0.1:1' };
    if (app === 'broker') formatPlane('broker', { 'node.id': '9', 'log.dirs': join(folder, 'early'), 'ottla.cluster.id': 'AAAAAAAAAAAAAAAAAAAB1A' });
    const early = startPlane(app, app === 'broker' ? settings : { 'node.id': '9', 'controller.quorum.bootstrap.servers': '127.0.0.1:1' });
    await early.told(app === 'broker' ? 'plane end point at ' : 'ready: ');
    const startedAt = performance.now();
    expect(await early.terminate()).toBe(0);
    expect(early.output()).toContain('stopped cleanly');
    expect(performance.now() - startedAt).toBeLessThan(5_000);
  }, 30_000);

  it('end in order on SIGTERM', async () => {
    const codes: Record<string, number | string | undefined> = {};
    for (const name of ['groups', 'transactions', 'broker', 'controller'] as const) codes[name] = await planes[name]?.terminate();
    expect(codes).toEqual({ groups: 0, transactions: 0, broker: 0, controller: 0 });
    for (const plane of Object.values(planes)) expect(plane.output()).toContain('stopped cleanly');
  }, 30_000);
});
