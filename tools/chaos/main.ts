/**
 * A real cluster of processes and real clients, under faults; every send and every poll is compared afterwards:
 *
 *   npm run chaos -- --minutes 10
 *
 *   --minutes N      time under faults (5)
 *   --seed N         order and length of faults; printed, a new one each time when left out
 *   --kinds A,B      only faults of these kinds, as they are printed
 *   --dir DIR        where the cluster keeps its data and the clients their histories; a temporary folder that is removed
 *                    after a run without anomaly when left out
 *   --port BASE      proxies before the brokers listen on BASE.., the brokers behind them on BASE+10.. (29092)
 *   --no-floor       a run that exercised too little does not fail
 *
 * Clients are librdkafka (@confluentinc/kafka-javascript) and kafkajs, each a process: idempotent producers, groups of
 * readers, a chain that reads, changes and writes in transactions, money moved between accounts. Faults: kill -9 and
 * SIGSTOP of every kind of service and of clients; wires to brokers held one way, broken, slow. One service at a time.
 *
 * Exit code 1: an anomaly (lost, duplicated, reordered, phantom, offset regression, wrong output, torn transaction, dirty
 * read), replicas or transaction indexes that differ, a last stable offset that stays behind, or too little exercise.
 */
import { mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { Anomalies, seededRandom } from '@ottla/testing';
import { startCluster, type Cluster } from '../cluster/start-cluster.ts';
import { ClientSlot, type ClientKind } from './client-slot.ts';
import { faultsOf, pause, type Fault } from './faults.ts';
import { FinalReader } from './final-reader.ts';
import { shortOf } from './floor.ts';
import { checkHistories } from './histories.ts';
import { LeadershipWatch } from './leadership-watch.ts';
import { Proxy } from './proxy.ts';
import { checkReplicas } from './replica-check.ts';
import { createTopics } from './topics.ts';

const BROKERS = 3;
const BEHIND = 10;
const PARTITIONS = 6;
const TOPICS = ['plain', 'source', 'sink', 'accounts'];
const HEAL_MS = 15_000;
const DRAIN_WITHIN_MS = 120_000;
const SETTLED_WITHIN_MS = 60_000;
const BETWEEN_AT_LEAST_MS = 4_000;
const BETWEEN_AT_MOST_MS = 10_000;

const { values: options } = parseArgs({
  options: {
    minutes: { type: 'string', default: '5' }, seed: { type: 'string' }, kinds: { type: 'string' }, dir: { type: 'string' }, port: { type: 'string', default: '29092' }, 'no-floor': { type: 'boolean', default: false },
  },
});
const minutes = Number(options.minutes);
const seed = Number(options.seed ?? Math.floor(Math.random() * 1e9));
const random = seededRandom(seed);
const directory = options.dir ?? mkdtempSync(join(tmpdir(), 'ottla-chaos-'));
const port = Number(options.port);

const say = (line: string): void => console.log(`${new Date().toISOString().slice(11, 19)} ${line}`);

/** Who does what, and how many of them. */
const clientKinds: readonly (readonly [ClientKind, number])[] = [
  [{ program: 'producer', library: 'librdkafka' }, 1],
  [{ program: 'producer', library: 'kafkajs' }, 1],
  [{ program: 'consumer', library: 'librdkafka' }, 2],
  [{ program: 'consumer', library: 'kafkajs' }, 1],
  [{ program: 'chain-source', library: 'librdkafka' }, 1],
  [{ program: 'chain', library: 'librdkafka' }, 2],
  [{ program: 'transfers', library: 'librdkafka' }, 1],
  [{ program: 'transfers', library: 'kafkajs' }, 1],
  [{ program: 'watcher', library: 'librdkafka' }, 1],
];

const clients: ClientSlot[] = [];

async function strikeUntil(endAt: number, faults: readonly Fault[]): Promise<ReadonlyMap<string, number>> {
  const counts = new Map<string, number>();
  while (Date.now() < endAt) {
    // The kind that was struck least, so that each gets its share.
    const least = Math.min(...faults.map(({ kind }) => counts.get(kind) ?? 0));
    const due = faults.filter(({ kind }) => (counts.get(kind) ?? 0) === least);
    const fault = due[random.below(due.length)] as Fault;
    say(`${fault.kind}: ${await fault.strike()}`);
    counts.set(fault.kind, (counts.get(fault.kind) ?? 0) + 1);
    await pause(BETWEEN_AT_LEAST_MS + random.below(BETWEEN_AT_MOST_MS - BETWEEN_AT_LEAST_MS));
  }
  return counts;
}

/** Until the chain has committed all that its source holds. Answers what is left. */
async function drained(reader: FinalReader): Promise<string | undefined> {
  const source = await reader.read('source', false);
  let left = source.length;
  for (const deadline = Date.now() + DRAIN_WITHIN_MS; left > 0 && Date.now() < deadline; await pause(500)) {
    const offsets = await reader.committedOffsets('chain', 'source', PARTITIONS).catch(() => new Map<number, number>());
    left = source.filter(({ partition, offset }) => offset >= (offsets.get(partition) ?? 0)).length;
  }
  return left === 0 ? undefined : `the chain left ${left} inputs unread within ${DRAIN_WITHIN_MS / 1000} s`;
}

/** Until nothing is open: transactions of clients that died take their timeout. Answers what stays open. */
async function settled(reader: FinalReader): Promise<readonly string[]> {
  for (const deadline = Date.now() + SETTLED_WITHIN_MS; ; await pause(500)) {
    const open = await reader.openPartitions(TOPICS);
    if (open.length === 0 || Date.now() > deadline) return open;
  }
}

async function run(cluster: Cluster, proxies: readonly Proxy[], bootstrap: string): Promise<readonly string[]> {
  await createTopics(bootstrap, TOPICS, PARTITIONS);
  clients.push(...clientKinds.flatMap(([kind, count]) => Array.from({ length: count }, (_, number) => new ClientSlot(kind, number, bootstrap, join(directory, 'clients'), PARTITIONS))));
  for (const client of clients) client.start();
  const watched = new FinalReader(bootstrap);
  const watch = new LeadershipWatch(watched, TOPICS);
  const watching = watch.run();
  await pause(HEAL_MS);

  const kinds = options.kinds?.split(',');
  const faults = faultsOf(cluster, clients, proxies, random).filter(({ kind }) => kinds?.includes(kind) ?? true);
  const counts = await strikeUntil(Date.now() + minutes * 60_000, faults);
  say('faults are over; the cluster heals');
  await pause(HEAL_MS);

  // Over connections of its own: those of the watch may have died with a broker.
  const reader = new FinalReader(bootstrap);
  const isLast = ({ kind }: ClientSlot): boolean => kind.program === 'chain' || kind.program === 'watcher';
  await Promise.all(clients.filter((client) => !isLast(client)).map((client) => client.stop()));
  const undrained = await drained(reader);
  await Promise.all(clients.filter(isLast).map((client) => client.stop()));
  const open = await settled(reader);
  watch.stop();
  await watching;
  watched.close();

  say('clients have stopped; their histories are checked');
  const anomalies = new Anomalies();
  const work = await checkHistories(clients, reader, PARTITIONS, anomalies);
  reader.close();
  say(`${work.acknowledged} records acknowledged, ${work.polled} read, ${work.commits} commits of offsets, ${work.transactions} transactions ended`);
  say(`${[...counts].map(([kind, count]) => `${count} ${kind}`).join(', ')}; ${watch.leaderChanges} leader changes, ${watch.takeovers} shard takeovers; ${clients.reduce((sum, { starts }) => sum + starts, 0) - clients.length} clients started again`);
  await cluster.stop();
  const replicas = checkReplicas(Array.from({ length: BROKERS }, (_, index) => join(directory, `broker-${index + 1}`)), TOPICS);
  say(`${replicas.compared} replicas compared, ${replicas.indexes} transaction indexes recomputed`);
  const short = options['no-floor'] ? [] : shortOf(minutes, { acknowledged: work.acknowledged, faults: counts, leaderChanges: watch.leaderChanges, takeovers: watch.takeovers }, faults.map(({ kind }) => kind));
  return [
    ...anomalies.told.map(({ kind, details }) => `${kind}: ${details}`),
    ...[...anomalies.counts].map(([kind, count]) => `${count} anomalies of the kind ${kind}`),
    ...(undrained === undefined ? [] : [undrained]),
    ...open.map((text) => `a transaction is open for ever: ${text}`),
    ...replicas.differences,
    ...short.map((text) => `too little exercise: ${text}`),
  ];
}

async function main(): Promise<void> {
  mkdirSync(directory, { recursive: true });
  say(`seed ${seed}, ${minutes} minutes, in ${directory}`);
  const proxies = await Promise.all(Array.from({ length: BROKERS }, (_, index) => Proxy.open(`broker-${index + 1}`, port + index, port + BEHIND + index)));
  const cluster = await startCluster({
    directory, port: port + BEHIND, brokers: BROKERS,
    settings: { 'min.insync.replicas': '2', 'default.replication.factor': String(BROKERS) },
    brokerSettings: (nodeId) => ({ 'advertised.listeners': `PLAINTEXT://127.0.0.1:${port + nodeId - 1}` }),
  });
  let faults: readonly string[];
  try {
    faults = await run(cluster, proxies, Array.from({ length: BROKERS }, (_, index) => `127.0.0.1:${port + index}`).join(','));
  } finally {
    for (const client of clients) client.abandon();
    await cluster.kill();
    for (const proxy of proxies) proxy.close();
  }
  for (const fault of faults) console.log(`NOT WELL: ${fault}`);
  say(faults.length === 0 ? `${minutes} minutes without an anomaly` : `see ${directory}`);
  if (faults.length === 0 && options.dir === undefined) rmSync(directory, { recursive: true, force: true });
  process.exit(faults.length === 0 ? 0 : 1);
}

await main();
