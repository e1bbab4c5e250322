import { readFileSync, writeFileSync } from 'node:fs';
import { rm } from 'node:fs/promises';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { ErrorCode } from '@ottla/model';
import { ApiKeys } from '@ottla/protocol';
import kafkajs from 'kafkajs';
import { eventually, within } from './conditions.ts';
import { freePorts, PlaneCluster } from './plane-cluster.ts';
import type { PlaneProcess } from './plane-process.ts';

/** Processes that do not fit their cluster are refused or healed, and say what to do; the cluster goes on meanwhile. */
const TOPIC = 'kept';
const HOUR_MS = 3_600_000;
let cluster: PlaneCluster;
let producer: kafkajs.Producer;
let sent = 0;

const loadFirst = (source: string): readonly string[] => ['--import', `data:text/javascript,${encodeURIComponent(source)}`];
const clockOffBy = (ms: number): readonly string[] => loadFirst(`const now = Date.now; Date.now = () => now() + ${ms};`);
/** A build that is older than what the cluster runs at: it knows the newest metadata.version not yet. */
const olderBuild = (): readonly string[] => {
  const features = pathToFileURL(join(import.meta.dirname, '../../../../libs/metadata/dist/features.js')).href;
  return loadFirst(`import { supportedFeatures } from ${JSON.stringify(features)}; supportedFeatures.find(({ name }) => name === 'metadata.version').maxVersion = 29;`);
};

async function send(count: number): Promise<void> {
  for (let number = 0; number < count; number++) await producer.send({ topic: TOPIC, acks: -1, messages: [{ partition: 0, value: `message ${sent++}.` }] });
}

/** Both replicas are there, alike, and hold everything that was acknowledged. */
async function isWhole(): Promise<void> {
  await cluster.inSync(1, TOPIC, [1, 2]);
  await eventually('both replicas are alike and have all', () => {
    const bytes = cluster.replicaBytes(1, TOPIC, 0);
    return bytes.equals(cluster.replicaBytes(2, TOPIC, 0)) && Array.from({ length: sent }, (_, number) => `message ${number}.`).every((value) => bytes.includes(value));
  });
}

/** Less than what tests are given, so that one that does not end fails by name. */
const ENDS_WITHIN_MS = 50_000;

/** The process ended by itself, with a line that has all of `words`. */
async function refused(process: PlaneProcess, ...words: readonly string[]): Promise<void> {
  expect(await within(`a process that says "${words[0]}" and ends`, ENDS_WITHIN_MS, process.exited)).toBe(1);
  const line = process.output().split('\n').find((text) => text.includes(words[0] as string)) ?? process.output();
  for (const word of words) expect(line).toContain(word);
}

async function quorumLeader(): Promise<number> {
  return await eventually('the quorum has a leader', async () => {
    const { topics } = await cluster.asking(1, (raw) => raw.ask(ApiKeys.DescribeQuorum, 2, { topics: [{ topicName: '__cluster_metadata', partitions: [{ partitionIndex: 0 }] }] }));
    const leaderId = topics[0]?.partitions[0]?.leaderId ?? -1;
    return leaderId >= 0 ? leaderId : undefined;
  });
}

beforeAll(async () => {
  cluster = await PlaneCluster.start(3, 2);
  await cluster.createTopic(1, TOPIC, [1, 2]);
  const kafka = new kafkajs.Kafka({ brokers: [cluster.addressOf(1), cluster.addressOf(2)], logLevel: kafkajs.logLevel.NOTHING, retry: { initialRetryTime: 20, maxRetryTime: 100, retries: 200 } });
  producer = kafka.producer();
  await producer.connect();
  await send(10);
}, 120_000);

afterAll(async () => {
  // Whatever of it was there when beforeAll failed.
  try {
    await producer?.disconnect();
  } finally {
    await cluster?.[Symbol.asyncDispose]();
  }
}, 30_000);

describe('a broker that does not fit', () => {
  it('is refused with the folder of another cluster', async () => {
    const settings = { ...cluster.brokerSettings(9), 'ottla.cluster.id': 'AAAAAAAAAAAAAAAAAAAAAA' };
    cluster.format('broker', settings);
    await refused(cluster.odd('other-cluster', 'broker', settings), 'refuses this broker for good', 'Broker 9 belongs to cluster AAAAAAAAAAAAAAAAAAAAAA', 'format an empty folder with ottla.cluster.id=');
  }, 60_000);

  it('is refused with the number of one that lives, which goes on', async () => {
    const settings = { ...cluster.brokerSettings(1), 'log.dirs': cluster.folderOf('broker', 11) };
    cluster.format('broker', settings);
    const double = cluster.odd('double', 'broker', settings);
    expect(await double.told('Another broker is registered with the id 1')).toContain('give each broker its own node.id');
    await send(5);
    await isWhole();
    expect(cluster.controllerOutput()).not.toContain('is fenced');
    await double.kill();
  }, 60_000);

  it('is refused when it is older than what the cluster runs at', async () => {
    cluster.format('broker', cluster.brokerSettings(19));
    await refused(cluster.odd('older', 'broker', cluster.brokerSettings(19), olderBuild()), 'metadata.version', '30', 'supports versions 7 to 29', 'run the version of Ottla that the other nodes run');
  }, 60_000);

  it('is refused with a folder that another version wrote', async () => {
    const settings = cluster.brokerSettings(18);
    cluster.format('broker', settings);
    const file = join(cluster.folderOf('broker', 18), 'meta.properties');
    writeFileSync(file, readFileSync(file, 'utf8').replace('version=1', 'version=0'));
    await refused(cluster.odd('old-folder', 'broker', settings), 'meta.properties has version 0', 'start the version that wrote it');
  }, 60_000);

  it('says how to go on without its folder, and copies all it had once that is done', async () => {
    await cluster.process('broker', 2).kill();
    await cluster.inSync(1, TOPIC, [1]);
    await rm(cluster.folderOf('broker', 2), { recursive: true });
    await refused(cluster.odd('wiped', 'broker', cluster.brokerSettings(2)), 'is not formatted', 'run the same command with format before its arguments first');
    await send(5);
    cluster.format('broker', cluster.brokerSettings(2));
    await cluster.startBroker(2);
    await isWhole();
    expect(cluster.controllerOutput()).toContain('a broker came back with another log folder than before: it left all ISRs and copies its replicas');
  }, 120_000);

  it.each([['ahead', HOUR_MS], ['behind', -HOUR_MS]] as const)('is told of when its clock is an hour %s, and serves on', async (direction, ms) => {
    await cluster.process('broker', 2).kill();
    const broker = await cluster.startBroker(2, clockOffBy(ms));
    await eventually('the controllers say so', () => cluster.controllerOutput().includes(`the clock of broker 2 is 3600 s ${direction}`));
    expect(cluster.controllerOutput()).toContain('set the one that is wrong (see that NTP runs on both machines)');
    await eventually('so does the broker', () => broker.output().includes(`is 3600 s ${direction === 'ahead' ? 'behind' : 'ahead of'} the clock of this process`));
    await isWhole();
    await send(5);
    await isWhole();
    expect(cluster.controllerOutput()).not.toContain('was silent for its session timeout');
    // The tests behind this one have a broker whose clock is right.
    await broker.kill();
    await cluster.startBroker(2);
    await isWhole();
  }, 120_000);
});

describe('a controller that does not fit', () => {
  it('is refused with the folder of another cluster', async () => {
    const [port] = await freePorts(1);
    const settings = { ...cluster.controllerSettings(101), 'node.id': '109', 'ottla.cluster.id': 'AAAAAAAAAAAAAAAAAAAAAA', 'metadata.log.dir': cluster.folderOf('controller', 109), 'ottla.plane.listen': `127.0.0.1:${port}`, 'controller.quorum.voters': `${cluster.controllerSettings(101)['controller.quorum.voters']},109@127.0.0.1:${port}` };
    cluster.format('controller-quorum', settings);
    const other = cluster.odd('other-controller', 'controller-quorum', settings);
    expect(await other.told('a controller refuses this one')).toContain('format the folder with ottla.cluster.id=');
    await eventually('the quorum says so, too', () => cluster.controllerOutput().includes('a controller of another cluster was refused: format its folder with the cluster id of this one'));
    await other.kill();
  }, 60_000);

  it('is told of with the number of one that lives, which goes on', async () => {
    const [port] = await freePorts(1);
    // The double of the leader is refused by itself, and never hears who the voters are.
    const leader = await quorumLeader();
    const id = cluster.controllerIds.find((other) => other !== leader) as number;
    const settings = { ...cluster.controllerSettings(id), 'metadata.log.dir': cluster.folderOf('controller', 113), 'ottla.plane.listen': `127.0.0.1:${port}` };
    cluster.format('controller-quorum', { ...settings, 'controller.quorum.voters': cluster.controllerSettings(id)['controller.quorum.voters'] as string });
    const double = cluster.odd('double-controller', 'controller-quorum', settings);
    await eventually('somebody says so', () => /two processes say that they are the same controller|give each controller a node\.id of its own/.test(cluster.controllerOutput()));
    expect(await double.told('another folder than the voter of its number')).toContain('Remove the voter with its old directory.id');
    await double.kill();
    await send(5);
    await isWhole();
  }, 60_000);

  it('stops when it is older than what the cluster runs at, and is taken in again as it was', async () => {
    const leader = await quorumLeader();
    const standby = cluster.controllerIds.find((id) => id !== leader) as number;
    await cluster.process('controller', standby).kill();
    await refused(cluster.odd('older-controller', 'controller-quorum', cluster.controllerSettings(standby), olderBuild()), 'metadata.version at version 30', 'run the version of Ottla that the other nodes run');
    await cluster.startController(standby);
    await send(5);
  }, 60_000);

  it('only observes without its folder, says how to go on, and votes again once that is done', async () => {
    const leader = await quorumLeader();
    const lost = cluster.controllerIds.find((id) => id !== leader) as number;
    const folder = cluster.folderOf('controller', lost);
    const before = cluster.directoryIdOf(lost);
    await cluster.process('controller', lost).kill();
    await rm(folder, { recursive: true });
    const unformatted = cluster.odd('wiped-controller', 'controller-quorum', cluster.controllerSettings(lost));
    await refused(unformatted, 'is not formatted', 'run the same command with format before its arguments first');
    cluster.format('controller-quorum', cluster.controllerSettings(lost));
    const process = await cluster.startController(lost);
    expect(await process.told('another folder than the voter of its number')).toContain('Remove the voter with its old directory.id');

    const removed = await cluster.asking(1, (raw) => raw.ask(ApiKeys.RemoveRaftVoter, 0, { clusterId: null, voterId: lost, voterDirectoryId: before }));
    expect(removed).toMatchObject({ errorCode: ErrorCode.NONE });
    await cluster.addVoter(1, lost, cluster.controllerAddress(lost));
    await process.told('this node is a voter of the metadata quorum now');
    // It counts: without the other standby it is the majority, with the leader.
    const other = cluster.controllerIds.find((id) => id !== leader && id !== lost) as number;
    await cluster.process('controller', other).kill();
    await cluster.createTopic(1, 'decided', [1, 2]);
    await cluster.startController(other);
  }, 120_000);

  it.each([['ahead', HOUR_MS], ['behind', -HOUR_MS]] as const)('is told of when its clock is an hour %s, and leads all the same', async (direction, ms) => {
    const leader = await quorumLeader();
    await cluster.process('controller', leader).kill();
    const odd = await cluster.startController(leader, clockOffBy(ms));
    await eventually('the others say so', () => cluster.controllerOutput().includes(`the clock of controller ${leader} is 3600 s ${direction}`));
    // The next ones to lead die, until it is its turn.
    for (let next = await quorumLeader(); next !== leader; next = await quorumLeader()) {
      await cluster.process('controller', next).terminate();
      await cluster.startController(next);
    }
    await eventually('it finds its brokers odd', () => /the clock of broker \d is 3600 s/.test(odd.output()));
    await cluster.createTopic(1, `decided-${direction}`, [1, 2]);
    await send(5);
    await isWhole();
    expect(odd.output()).not.toContain('is fenced');
  }, 120_000);
});
