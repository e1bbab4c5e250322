/**
 * A real cluster of processes and real clients, under faults; every send and every poll is compared afterwards:
 *
 *   npm run chaos -- --minutes 10
 *
 *   --minutes N      time under faults (5)
 *   --seed N         order and length of faults; printed, a new one each time when left out
 *   --kinds A,B      only faults of these kinds, as they are printed
 *   --dir DIR        where the cluster keeps its data and the clients their histories; a temporary folder when left out.
 *                    Removed after a run in which all is well
 *   --port BASE      proxies before the brokers listen on BASE.., the brokers behind them on BASE+10.. (29092)
 *   --no-floor       a run that exercised too little does not fail
 *   --again          no faults: what an earlier run left in --dir is started, its chains come to their end, all is checked
 *   --dump           afterwards the reference Kafka's DumpLogSegments reads what the cluster kept
 *   --ledger FILE    where the run is noted down (docs/chaos.md)
 *
 * Clients are librdkafka (@confluentinc/kafka-javascript), kafkajs and Kafka's own in Java, each a process: idempotent
 * producers, groups of readers, chains that read, change and write in transactions (one a library), money moved between
 * accounts. The Java client needs javac and the jars of a real Kafka (java-clients.ts); a broker's disk of its own, which is
 * filled, needs root.
 *
 * Faults: kill -9 and SIGSTOP of every kind of service and of clients; wires held one way, broken, slow, between clients and
 * brokers and among brokers (wire), and from brokers and coordinators to controllers and from coordinators to brokers
 * (link); a full disk. One service at a time.
 *
 * Exit code 1: an anomaly (lost, duplicated, reordered, phantom, offset regression, wrong output, torn transaction, dirty
 * read), a last stable offset that does not move after a fault, replicas or transaction indexes that differ, an error line
 * of the dump, or too little exercise.
 */
import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { Anomalies, longestSilence, seededRandom } from '@ottla/testing';
import { SmallDisk } from '@ottla/testing/small-disk';
import { exitOnSignals, startCluster, type Cluster } from '../cluster/start-cluster.ts';
import { versionNow } from '../version.ts';
import { ClientSlot, type ClientKind } from './client-slot.ts';
import { CommittedWatch } from './committed-watch.ts';
import { dumpAll } from './dump.ts';
import { faultsOf, pause, type Fault } from './faults.ts';
import { FinalReader } from './final-reader.ts';
import { shortOf } from './floor.ts';
import { acknowledgements, checkHistories, readFinalState, type Work } from './histories.ts';
import { compileJavaClients } from './java-clients.ts';
import { LeadershipWatch } from './leadership-watch.ts';
import { appendToLedger, type LedgerRow } from './ledger.ts';
import { Proxy } from './proxy.ts';
import { checkReplicas } from './replica-check.ts';
import { producerEpochs } from './replica-files.ts';
import { drained, settled } from './settling.ts';
import { createTopics } from './topics.ts';

const BROKERS = 3;
const BEHIND = 10;
const PARTITIONS = 6;
const CHAINS = ['librdkafka', 'kafkajs', 'java'];
const TOPICS = ['plain', 'source', 'accounts', ...CHAINS.map((library) => `sink-${library}`)];
const HEAL_MS = 15_000;
const BETWEEN_AT_LEAST_MS = 3_000;
const BETWEEN_AT_MOST_MS = 8_000;
const DISK_MEGABYTES = 6_144;
/** Its folder lies on a disk of its own. */
const BROKER_WITH_DISK = 3;

const { values: options } = parseArgs({
  options: {
    minutes: { type: 'string', default: '5' }, seed: { type: 'string' }, kinds: { type: 'string' }, dir: { type: 'string' }, port: { type: 'string', default: '29092' }, 'no-floor': { type: 'boolean', default: false },
    dump: { type: 'boolean', default: false }, again: { type: 'boolean', default: false }, ledger: { type: 'string', default: join(import.meta.dirname, '../../docs/chaos.md') },
  },
});
const minutes = Number(options.minutes);
const seed = Number(options.seed ?? Math.floor(Math.random() * 1e9));
const random = seededRandom(seed);
const directory = options.dir ?? mkdtempSync(join(tmpdir(), 'ottla-chaos-'));
const port = Number(options.port);
const brokerFolders = Array.from({ length: BROKERS }, (_, index) => join(directory, `broker-${index + 1}`));

const say = (line: string): void => console.log(`${new Date().toISOString().slice(11, 19)} ${line}`);

/** Who does what, and how many of them. */
const clientKinds: readonly (readonly [ClientKind, number])[] = [
  [{ program: 'producer', library: 'librdkafka' }, 1],
  [{ program: 'producer', library: 'kafkajs' }, 1],
  [{ program: 'consumer', library: 'librdkafka' }, 2],
  [{ program: 'consumer', library: 'kafkajs' }, 1],
  [{ program: 'rolling-consumer', library: 'librdkafka' }, 2],
  [{ program: 'chain-source', library: 'librdkafka' }, 1],
  [{ program: 'chain', library: 'librdkafka' }, 2],
  [{ program: 'chain', library: 'kafkajs' }, 1],
  [{ program: 'chain', library: 'java' }, 2],
  [{ program: 'transfers', library: 'librdkafka' }, 1],
  [{ program: 'transfers', library: 'kafkajs' }, 1],
  [{ program: 'watcher', library: 'librdkafka' }, 1],
];

const clients: ClientSlot[] = [];

/** The machine around the cluster, and what it lacks, in words. */
interface Surroundings {
  readonly cluster: Cluster;
  readonly wires: readonly Proxy[];
  readonly links: readonly Proxy[];
  readonly disk: SmallDisk | undefined;
  readonly lacks: readonly string[];
}

async function strikeUntil(endAt: number, faults: readonly Fault[], watch: CommittedWatch): Promise<ReadonlyMap<string, number>> {
  const counts = new Map<string, number>();
  while (Date.now() < endAt) {
    // The kind that was struck least, so that each gets its share.
    const least = Math.min(...faults.map(({ kind }) => counts.get(kind) ?? 0));
    const due = faults.filter(({ kind }) => (counts.get(kind) ?? 0) === least);
    const fault = due[random.below(due.length)] as Fault;
    const told = `${fault.kind}: ${await fault.strike()}`;
    say(told);
    watch.faultIsOver(told);
    counts.set(fault.kind, (counts.get(fault.kind) ?? 0) + 1);
    await pause(BETWEEN_AT_LEAST_MS + random.below(BETWEEN_AT_MOST_MS - BETWEEN_AT_LEAST_MS));
  }
  return counts;
}

function startClients(bootstrap: string, isWithoutJava: boolean): void {
  const kinds = clientKinds.filter(([{ library }]) => library !== 'java' || !isWithoutJava);
  clients.push(...kinds.flatMap(([kind, count]) => Array.from({ length: count }, (_, number) => new ClientSlot(kind, number, bootstrap, join(directory, 'clients'), PARTITIONS))));
  for (const client of clients) if (options.again) client.takeUp();
  for (const client of clients) if (!options.again || isLast(client)) client.start();
}

/** Chains and watchers end when all that others wrote has come through. */
const isLast = ({ kind }: ClientSlot): boolean => kind.program === 'chain' || kind.program === 'watcher';

/** Lets the clients end in order, and waits until what they began has ended. Answers what does not. */
async function windDown(reader: FinalReader): Promise<readonly string[]> {
  await Promise.all(clients.filter((client) => !isLast(client)).map((client) => client.stop()));
  const libraries = new Set(clients.filter(({ kind }) => kind.program === 'chain').map(({ kind }) => kind.library));
  const undrained = await Promise.all([...libraries].map((library) => drained(reader, `chain-${library}`, PARTITIONS)));
  await Promise.all(clients.filter(isLast).map((client) => client.stop()));
  const open = await settled(reader, TOPICS);
  return [...undrained.filter((text) => text !== undefined), ...open.map((text) => `a transaction is open for ever: ${text}`)];
}

/** The Java client has an epoch of its own for each transaction, as transactions of the second version have. */
function secondVersion(): readonly string[] {
  const java = clients.filter(({ kind }) => kind.program === 'chain' && kind.library === 'java');
  if (java.length === 0) return [];
  const committed = java.reduce((sum, slot) => sum + [...slot.lines()].filter(({ line }) => 'committed' in line).length, 0);
  const epochs = producerEpochs(brokerFolders[0] as string, 'sink-java');
  say(`${committed} transactions of the Java client, ${epochs} epochs of its producers`);
  return epochs >= committed && committed > 0 ? [] : [`the Java client told ${committed} transactions, and there are ${epochs} epochs: not the second version of transactions`];
}

async function run({ cluster, wires, links, disk, lacks }: Surroundings, bootstrap: string, isWithoutJava: boolean): Promise<LedgerRow> {
  if (!options.again) await createTopics(bootstrap, TOPICS, PARTITIONS);
  startClients(bootstrap, isWithoutJava);
  const anomalies = new Anomalies();
  const watched = new FinalReader(bootstrap);
  const leaderships = new LeadershipWatch(watched, TOPICS);
  const committed = new CommittedWatch(bootstrap, TOPICS, anomalies);
  const watching = [leaderships.run(), committed.run()];
  await pause(HEAL_MS);

  const kinds = options.kinds?.split(',');
  const broker = cluster.of('broker')[BROKER_WITH_DISK - 1];
  const faults = faultsOf({ cluster, clients, wires, links, random, disk: disk === undefined || broker === undefined ? undefined : { broker, files: disk } }).filter(({ kind }) => kinds?.includes(kind) ?? true);
  const fromMs = Date.now();
  const counts = await strikeUntil(fromMs + (options.again ? 0 : minutes * 60_000), faults, committed);
  const toMs = Date.now();
  say('faults are over; the cluster heals');
  await pause(HEAL_MS);

  // Over connections of its own: those of the watches may have died with a broker.
  const reader = new FinalReader(bootstrap);
  const unended = await windDown(reader);
  for (const watch of [leaderships, committed]) watch.stop();
  await Promise.all(watching);
  watched.close();

  say('clients have stopped; what is kept is read');
  const state = await readFinalState(clients, reader, PARTITIONS);
  reader.close();
  await cluster.stop();
  say('the cluster has stopped; histories are checked');
  const work = checkHistories(clients, state, anomalies);
  const silence = longestSilence(acknowledgements(clients), PARTITIONS, fromMs, toMs);
  tell(work, counts, leaderships, committed);
  say(`longest silence ${silence.silentMs} ms, of partition ${silence.partition}; the last stable offset moved again within ${committed.stable.longestMs} ms`);
  const replicas = checkReplicas(brokerFolders, TOPICS);
  say(`${replicas.compared} replicas compared, ${replicas.indexes} transaction indexes recomputed`);
  const dump = options.dump ? dumpAll(directory, TOPICS) : undefined;
  for (const count of dump?.counts ?? []) say(`DumpLogSegments read ${count}`);
  const short = options['no-floor'] || options.again ? [] : [...lacks, ...shortOf(minutes, { acknowledged: work.acknowledged, snapshots: committed.snapshots.taken, faults: counts, leaderChanges: leaderships.leaderChanges, takeovers: leaderships.takeovers }, faults.map(({ kind }) => kind))];
  return {
    minutes, seed, acknowledged: work.acknowledged, transactions: work.transactions, faults: counts, leaderChanges: leaderships.leaderChanges, takeovers: leaderships.takeovers,
    snapshots: committed.snapshots.taken, stableMs: committed.stable.longestMs, silentMs: silence.silentMs, replicas: replicas.compared, dumped: dump?.batches,
    notWell: [
      ...anomalies.told.map(({ kind, details }) => `${kind}: ${details}`),
      ...[...anomalies.counts].map(([kind, count]) => `${count} anomalies of the kind ${kind}`),
      ...unended, ...(committed.stable.pending > 0 ? [`after ${committed.stable.pending} faults the last stable offset was not seen to move`] : []), ...replicas.differences, ...secondVersion(), ...(dump?.errors ?? []),
      ...short.map((text) => `too little exercise: ${text}`),
    ],
  };
}

function tell(work: Work, counts: ReadonlyMap<string, number>, leaderships: LeadershipWatch, committed: CommittedWatch): void {
  say(`${work.acknowledged} records acknowledged, ${work.polled} read, ${work.commits} commits of offsets, ${work.transactions} transactions ended, ${committed.snapshots.taken} snapshots of the accounts`);
  say(`${[...counts].map(([kind, count]) => `${count} ${kind}`).join(', ')}; ${leaderships.leaderChanges} leader changes, ${leaderships.takeovers} shard takeovers; ${clients.reduce((sum, { starts }) => sum + starts, 0) - clients.length} clients started again`);
}

async function main(): Promise<void> {
  mkdirSync(directory, { recursive: true });
  // As of now: files may change while it runs.
  const version = versionNow();
  exitOnSignals();
  say(`seed ${seed}, ${minutes} minutes, version ${version}, in ${directory}`);
  if (spawnSync(process.execPath, ['-e', "require('@confluentinc/kafka-javascript')"], { cwd: import.meta.dirname, stdio: 'ignore' }).status !== 0) {
    throw new Error('librdkafka is not compiled, and no client can start without it: node tools/clients/prepare.ts');
  }
  const withoutJava = compileJavaClients(join(directory, 'java'));
  const mounted = options.again ? 'none for a second look' : SmallDisk.mount(brokerFolders[BROKER_WITH_DISK - 1] as string, DISK_MEGABYTES);
  const disk = typeof mounted === 'string' ? undefined : mounted;
  const lacks = [...(withoutJava === undefined ? [] : [`no Java client: ${withoutJava}`]), ...(typeof mounted === 'string' ? [`no disk that can be filled: ${mounted}`] : [])];
  for (const text of lacks) say(text);
  // What a run leaves on it is wanted when all is not well; without a run nothing is.
  let isRun = false;
  process.once('exit', () => {
    if (!isRun) disk?.unmount();
  });
  const wires = await Promise.all(brokerFolders.map((_, index) => Proxy.open(`broker-${index + 1}`, port + index, port + BEHIND + index)));
  const links: Proxy[] = [];
  const linkTo = async (what: string, address: string): Promise<string> => {
    const link = await Proxy.open(`the link to ${what} at ${address}`, 0, Number(address.slice(address.lastIndexOf(':') + 1)));
    links.push(link);
    return link.address;
  };
  let cluster: Cluster | undefined;
  let row: LedgerRow;
  try {
    cluster = await startCluster({
      directory, port: port + BEHIND, brokers: BROKERS,
      settings: { 'min.insync.replicas': '2', 'default.replication.factor': String(BROKERS) },
      brokerSettings: (nodeId) => ({ 'advertised.listeners': `PLAINTEXT://127.0.0.1:${port + nodeId - 1}` }),
      wayTo: async (address) => await linkTo('a controller', address),
      wayToBroker: async (address) => await linkTo('a broker', address),
    });
    isRun = true;
    row = await run({ cluster, wires, links, disk, lacks }, brokerFolders.map((_, index) => `127.0.0.1:${port + index}`).join(','), withoutJava !== undefined);
    if (!options.again) appendToLedger(options.ledger, version, row);
  } finally {
    for (const client of clients) client.abandon();
    await cluster?.kill();
    for (const proxy of [...wires, ...links]) proxy.close();
  }
  for (const text of row.notWell) console.log(`NOT WELL: ${text}`);
  const isWell = row.notWell.length === 0;
  say(isWell ? `${minutes} minutes without an anomaly` : `see ${directory}${disk === undefined ? '' : `; umount -l ${disk.path} when you have`}`);
  if (isWell && !options.again) {
    disk?.unmount();
    if (options.dir === undefined) rmSync(directory, { recursive: true, force: true });
  }
  process.exit(isWell ? 0 : 1);
}

await main();
