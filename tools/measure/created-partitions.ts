/**
 * How long it takes until many new partitions are led, and serve, in Ottla and in a real Kafka:
 *
 *   REFERENCE_KAFKA=PATH node tools/measure/created-partitions.ts [--rounds 1]
 *
 * PATH is the program that starts the reference Kafka, as for `npm run bench`; without it only Ottla is measured. First 10,000
 * partitions with one replica (Kafka: one process; Ottla: `npm run cluster` with 3 controllers and 3 brokers, and its
 * one-process form), then 3,000 with three replicas (3 brokers each). Topics of 1,000 partitions are created one after the
 * other by one client. The clock stops when every broker's metadata has a leader for each partition and all its replicas in
 * sync, and each leader has answered ListOffsets for what it leads. Each system starts afresh on folders of its own.
 */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { ApiKeys, apis } from '@ottla/protocol';
import { startReferenceCluster } from '../bench/clusters.ts';
import { startOttla, startReferenceKafka } from '../bench/systems.ts';
import { freePortsInRow } from '../cluster/plane-ports.ts';
import { exitOnSignals, startCluster } from '../cluster/start-cluster.ts';
import { cpuMs } from './process-figures.ts';
import { pause } from './servers.ts';
import { WireConnection } from './wire-connection.ts';

const { values: options } = parseArgs({ options: { rounds: { type: 'string', default: '1' } } });
const TOPIC_PARTITIONS = 1_000;
const CREATE_TOPICS_VERSION = 7;
const METADATA_VERSION = 12;
const LIST_OFFSETS_VERSION = 7;
const LATEST = -1;
const TIMEOUT_MS = 120_000;
const LOOK_MS = 20;
const MS_PER_SECOND = 1_000;
const WANTED_RATIO = 3;

interface Running {
  readonly brokers: readonly string[];
  readonly pids: readonly number[];
  stop(): Promise<void>;
}

interface Contestant {
  readonly name: string;
  start(): Promise<Running>;
}

const OTTLA_BROKERS = 3;
const cluster: Contestant = {
  name: 'Ottla, 3 controllers and 3 brokers',
  start: async () => {
    const directory = mkdtempSync(join(tmpdir(), 'ottla-created-'));
    const remove = (): void => rmSync(directory, { recursive: true, force: true });
    process.once('exit', remove);
    const running = await startCluster({ directory, port: await freePortsInRow(OTTLA_BROKERS), brokers: OTTLA_BROKERS });
    return {
      brokers: running.bootstrap.split(','), pids: running.services.map(({ pid }) => pid),
      stop: async () => await running.stop().finally(remove),
    };
  },
};
const standalone: Contestant = { name: 'Ottla, one process', start: async () => await startOttla({ version: '', ballastMb: 0, inspects: false }) };
const kafka = (replicas: number): readonly Contestant[] => {
  const reference = process.env['REFERENCE_KAFKA'];
  if (reference === undefined || reference === '') return [];
  if (replicas === 1) return [{ name: 'Kafka, one process', start: async () => await startReferenceKafka(reference) }];
  return [{ name: 'Kafka, 3 brokers', start: async () => await startReferenceCluster(reference) }];
};

interface Figures {
  readonly tookMs: number;
  readonly cpuMs: number;
}

async function measured({ brokers, pids }: Running, partitions: number, replicas: number): Promise<Figures> {
  const connections = await Promise.all(brokers.map((address) => WireConnection.open(address.split(':')[0] as string, Number(address.split(':')[1]))));
  const [first] = connections as [WireConnection];
  const names = Array.from({ length: partitions / TOPIC_PARTITIONS }, (_, index) => `created-${index}`);
  const totalCpuMs = (): number => pids.reduce((sum, pid) => sum + cpuMs(pid), 0);
  const cpuBeforeMs = totalCpuMs();
  const startedMs = performance.now();
  for (const name of names) {
    const { topics } = await first.ask(apis[ApiKeys.CreateTopics], CREATE_TOPICS_VERSION, { topics: [{ name, numPartitions: TOPIC_PARTITIONS, replicationFactor: replicas, assignments: [], configs: [] }], timeoutMs: TIMEOUT_MS, validateOnly: false });
    if (topics[0]?.errorCode !== 0) throw new Error(`${name}: error ${topics[0]?.errorCode}, ${topics[0]?.errorMessage ?? ''}`);
  }
  for (const name of names) {
    for (const connection of connections) await until(`${name} is led`, () => isLed(connection, name, replicas));
    await until(`${name} is served`, () => isServed(connections, brokers, name));
  }
  const figures = { tookMs: performance.now() - startedMs, cpuMs: totalCpuMs() - cpuBeforeMs };
  for (const connection of connections) connection.close();
  return figures;
}

async function until(what: string, holds: () => Promise<boolean>): Promise<void> {
  const deadline = performance.now() + TIMEOUT_MS;
  while (!(await holds())) {
    if (performance.now() > deadline) throw new Error(`not within ${TIMEOUT_MS} ms: ${what}`);
    await pause(LOOK_MS);
  }
}

async function partitionsOf(connection: WireConnection, name: string) {
  const answer = await connection.ask(apis[ApiKeys.Metadata], METADATA_VERSION, { topics: [{ name }], allowAutoTopicCreation: false });
  return { partitions: answer.topics[0]?.partitions ?? [], brokers: answer.brokers };
}

async function isLed(connection: WireConnection, name: string, replicas: number): Promise<boolean> {
  const { partitions } = await partitionsOf(connection, name);
  return partitions.length === TOPIC_PARTITIONS && partitions.every(({ errorCode, leaderId, isrNodes }) => errorCode === 0 && leaderId >= 0 && isrNodes.length === replicas);
}

/** Each leader says where its partitions end. */
async function isServed(connections: readonly WireConnection[], addresses: readonly string[], name: string): Promise<boolean> {
  const { partitions, brokers } = await partitionsOf(connections[0] as WireConnection, name);
  let served = 0;
  for (const { nodeId, host, port } of brokers) {
    const led = partitions.filter(({ leaderId }) => leaderId === nodeId).map(({ partitionIndex, leaderEpoch }) => ({ partitionIndex, currentLeaderEpoch: leaderEpoch, timestamp: LATEST }));
    const connection = connections[addresses.indexOf(`${host}:${port}`)];
    if (connection === undefined) throw new Error(`broker ${nodeId} says that it is at ${host}:${port}, which is none of ${addresses.join()}`);
    const { topics } = await connection.ask(apis[ApiKeys.ListOffsets], LIST_OFFSETS_VERSION, { replicaId: -1, isolationLevel: 0, topics: [{ name, partitions: led }] });
    served += topics[0]?.partitions.filter(({ errorCode, offset }) => errorCode === 0 && offset === 0).length ?? 0;
  }
  return served === TOPIC_PARTITIONS;
}

async function compare(partitions: number, replicas: number): Promise<boolean> {
  const contestants = [cluster, ...(replicas === 1 ? [standalone] : []), ...kafka(replicas)];
  const best = new Map<string, number>();
  for (let round = 0; round < Number(options.rounds); round++) for (const contestant of contestants) {
    const running = await contestant.start();
    try {
      const figures = await measured(running, partitions, replicas);
      best.set(contestant.name, Math.min(best.get(contestant.name) ?? Infinity, figures.tookMs));
      console.log(`${partitions} partitions, ${replicas} replica(s): ${contestant.name}: ${(figures.tookMs / MS_PER_SECOND).toFixed(2)} s, ${(figures.cpuMs / MS_PER_SECOND).toFixed(2)} s of CPU`);
    } finally {
      await running.stop();
    }
  }
  const ours = best.get(cluster.name) as number;
  const theirs = [...best].find(([name]) => name.startsWith('Kafka'))?.[1];
  if (theirs === undefined) return true;
  console.log(`  Kafka took ${(theirs / ours).toFixed(1)} times as long (${WANTED_RATIO} wanted)`);
  return theirs >= ours * WANTED_RATIO;
}

exitOnSignals();
const isOne = await compare(10_000, 1);
const isThree = await compare(3_000, 3);
process.exit(isOne && isThree ? 0 : 1);
