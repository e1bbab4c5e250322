import { spawn, type ChildProcess } from 'node:child_process';
import { readdirSync, readFileSync } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import kafkajs from 'kafkajs';
import { eventually, within } from './conditions.ts';
import { watchProcess, type WatchedProcess } from './watched-process.ts';

/** `npm run cluster`, as a user starts it: its services, and what a client finds. */
const main = fileURLToPath(new URL('../../../../tools/cluster/main.ts', import.meta.url));
let folder: string;
let command: ChildProcess;
let watched: WatchedProcess;
const lines = (): string[] => watched.output().split('\n');
/** By name: pid and address. */
const services = new Map<string, { readonly pid: number; readonly address: string }>();
const brokerAddresses = (): string[] => [...services].filter(([name]) => name.startsWith('broker-')).map(([, { address }]) => address);

const isAlive = (pid: number): boolean => {
  try {
    process.kill(pid, 0);
    return true;
  } catch {
    return false;
  }
};

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'ottla-cluster-'));
  command = spawn(process.execPath, ['--disable-warning=ExperimentalWarning', main, '--dir', folder, '--port', '0'], { stdio: ['ignore', 'pipe', 'pipe'] });
  watched = watchProcess('command', command);
  await watched.told('ready after ');
  for (const line of lines()) {
    const [, name, pid, address] = /^(\S+-\d+) (\d+) (\S+)$/.exec(line) ?? [];
    if (name !== undefined) services.set(name, { pid: Number(pid), address: address as string });
  }
}, 60_000);

afterAll(async () => {
  command.kill('SIGKILL');
  for (const { pid } of services.values()) if (isAlive(pid)) process.kill(pid, 'SIGKILL');
  await rm(folder, { recursive: true, force: true });
});

describe('npm run cluster', () => {
  it('names every service that it started', () => {
    expect([...services.keys()].map((name) => name.replace(/-\d+$/, '')).sort()).toEqual([
      'broker', 'broker', 'broker', 'controller', 'controller', 'controller', 'group-coordinator', 'group-coordinator', 'transaction-coordinator', 'transaction-coordinator',
    ]);
    for (const { pid } of services.values()) expect(isAlive(pid)).toBe(true);
  });

  it('goes on for an idempotent producer and a group when a broker is killed, and leaves it dead', async () => {
    const kafka = new kafkajs.Kafka({ brokers: brokerAddresses(), logLevel: kafkajs.logLevel.NOTHING, retry: { initialRetryTime: 20, maxRetryTime: 100, retries: 300 } });
    const admin = kafka.admin();
    await admin.connect();
    await admin.createTopics({ topics: [{ topic: 'kept', numPartitions: 6, replicationFactor: 3, configEntries: [{ name: 'min.insync.replicas', value: '2' }] }] });
    const producer = kafka.producer({ createPartitioner: kafkajs.Partitioners.DefaultPartitioner, idempotent: true, maxInFlightRequests: 1 });
    await producer.connect();
    const sent: string[] = [];
    const send = async (count: number): Promise<void> => {
      for (let number = 0; number < count; number++) {
        const value = `message ${sent.length}`;
        await producer.send({ topic: 'kept', acks: -1, messages: [{ value, partition: sent.length % 6 }] });
        sent.push(value);
      }
    };
    const consumer = kafka.consumer({ groupId: 'readers', maxWaitTimeInMs: 100, heartbeatInterval: 500 });
    // By place: a group whose coordinator moved may read again what it had not committed.
    const read = new Map<string, string>();
    await consumer.connect();
    await consumer.subscribe({ topics: ['kept'], fromBeginning: true });
    await consumer.run({ eachMessage: async ({ partition, message }) => void (await Promise.resolve(read.set(`${partition}@${message.offset}`, String(message.value)))) });

    await send(60);
    const killed = services.get('broker-2') as { readonly pid: number };
    process.kill(killed.pid, 'SIGKILL');
    await send(60);
    await eventually('all is read', () => read.size >= sent.length, 60_000);
    expect([...read.values()].sort()).toEqual(sent.toSorted());
    expect(isAlive(killed.pid)).toBe(false);
    expect(lines().some((line) => line.startsWith('broker-2 ended (SIGKILL)'))).toBe(true);
    await Promise.all([consumer.disconnect(), producer.disconnect(), admin.disconnect()]);
  }, 120_000);

  it('elects another controller when the active one is killed, and goes on deciding', async () => {
    const activations = readdirSync(join(folder, 'logs')).filter((file) => file.startsWith('controller-')).flatMap((file) => readFileSync(join(folder, 'logs', file), 'utf8').split('\n').filter((line) => line.includes('this controller is active')).map((line) => ({ at: line.slice(0, 24), name: file.replace('.log', '') })));
    const active = activations.sort((a, b) => a.at.localeCompare(b.at)).at(-1)?.name ?? '';
    process.kill((services.get(active) as { readonly pid: number }).pid, 'SIGKILL');
    const admin = new kafkajs.Kafka({ brokers: brokerAddresses(), logLevel: kafkajs.logLevel.NOTHING, retry: { initialRetryTime: 20, maxRetryTime: 100, retries: 100 } }).admin();
    await admin.connect();
    // What was under way at the moment of the death is answered with NOT_CONTROLLER, and kafkajs leaves it at that.
    const create = async (): Promise<true> => {
      await admin.createTopics({ topics: [{ topic: 'decided', numPartitions: 2, replicationFactor: 2 }] });
      return true;
    };
    await eventually('a topic can be made', create, 10_000);
    const { topics } = await admin.fetchTopicMetadata({ topics: ['decided'] });
    expect(topics[0]?.partitions).toHaveLength(2);
    await admin.disconnect();
  }, 60_000);

  it('stops all that still live, in order, when it is asked to end', async () => {
    command.kill('SIGINT');
    expect(await within('the command ends', 60_000, watched.exited)).toBe(0);
    expect([...services.values()].filter(({ pid }) => isAlive(pid))).toEqual([]);
  }, 90_000);
});
