import { setTimeout as delay } from 'node:timers/promises';
import { afterEach, describe, expect, it } from '@jest/globals';
import { ErrorCode } from '@ottla/model';
import { ApiKeys } from '@ottla/protocol';
import type { Admin } from 'kafkajs';
import { RawConnection } from './clients/raw-connection.ts';
import { eventually, within } from './conditions.ts';
import { inSync, startSmallCluster, type SmallCluster } from './small-cluster.ts';

const cleanups: (() => Promise<unknown>)[] = [];

afterEach(async () => {
  for (const cleanUp of cleanups.splice(0).toReversed()) await cleanUp();
});

async function start(brokers: number, settings: Readonly<Record<string, string>> = {}): Promise<{ cluster: SmallCluster; admin: Admin; raw: RawConnection }> {
  const cluster = await startSmallCluster(brokers, settings);
  cleanups.push(async () => await cluster[Symbol.asyncDispose]());
  const admin = cluster.kafka.admin();
  await admin.connect();
  cleanups.push(() => admin.disconnect());
  const [address] = cluster.process.addresses();
  if (address === undefined) throw new Error('the cluster has no address');
  const raw = await RawConnection.open(address);
  cleanups.push(() => Promise.resolve(raw.close()));
  return { cluster, admin, raw };
}

async function createOn(admin: Admin, topic: string, ...partitions: readonly (readonly number[])[]): Promise<void> {
  await admin.createTopics({ topics: [{ topic, replicaAssignment: partitions.map((replicas, partition) => ({ partition, replicas: [...replicas] })) }] });
}

async function send(cluster: SmallCluster, topic: string, values: readonly string[]): Promise<void> {
  const producer = cluster.kafka.producer();
  await producer.connect();
  for (const value of values) await producer.send({ topic, acks: -1, messages: [{ partition: 0, value }] });
  await producer.disconnect();
}

const valuesFrom = (from: number, count: number): string[] => Array.from({ length: count }, (_, index) => `value ${from + index}`);
const partitionOf = (cluster: SmallCluster, topic: string) => cluster.process.brokers[0]?.image().topics.partition(topic, 0);

describe('a partition that moves', () => {
  it('is on its new brokers with everything it had, and gone from the old ones', async () => {
    const { cluster, admin } = await start(4);
    await createOn(admin, 'moved', [1, 2]);
    await send(cluster, 'moved', valuesFrom(0, 50));
    await admin.alterPartitionReassignments({ topics: [{ topic: 'moved', partitionAssignment: [{ partition: 0, replicas: [3, 4] }] }] });
    await send(cluster, 'moved', valuesFrom(50, 50));
    await inSync(cluster, 'moved', [3, 4]);
    expect(partitionOf(cluster, 'moved')).toMatchObject({ replicas: [3, 4], addingReplicas: [], removingReplicas: [], leader: 3 });
    expect((await admin.listPartitionReassignments({})).topics).toEqual([]);
    await send(cluster, 'moved', valuesFrom(100, 1));

    const bytes = cluster.replicaBytes(3, 'moved', 0);
    for (const value of valuesFrom(0, 101)) expect(bytes.includes(value)).toBe(true);
    await eventually('the last batch is on both', () => cluster.replicaBytes(4, 'moved', 0).equals(cluster.replicaBytes(3, 'moved', 0)));
    for (const broker of [1, 2]) expect(() => cluster.replicaBytes(broker, 'moved', 0)).toThrow();
  }, 60_000);

  it('waits for a broker that is away, and stays when it is told to', async () => {
    const { cluster, admin } = await start(3);
    await createOn(admin, 'waiting', [1, 2]);
    await send(cluster, 'waiting', valuesFrom(0, 5));
    await cluster.abandon(3);
    await admin.alterPartitionReassignments({ topics: [{ topic: 'waiting', partitionAssignment: [{ partition: 0, replicas: [3, 1] }] }] });
    const { topics } = await admin.listPartitionReassignments({ topics: [{ topic: 'waiting', partitions: [0] }] });
    expect(topics).toMatchObject([{ name: 'waiting', partitions: [{ replicas: [3, 1, 2], addingReplicas: [3], removingReplicas: [2] }] }]);

    await within('broker 3 serves again', 20_000, cluster.process.startAgain(3));
    await inSync(cluster, 'waiting', [1, 3]);
    expect(partitionOf(cluster, 'waiting')).toMatchObject({ replicas: [3, 1], addingReplicas: [], removingReplicas: [] });
  }, 60_000);
});

const WRITE_EVERY_MS = 5;

describe('a broker that goes for good', () => {
  it('leaves nothing behind: its partitions moved, within their throttle, while they were written', async () => {
    const { cluster, admin, raw } = await start(4, { 'replica.fetch.max.bytes': '50000', 'replica.fetch.response.max.bytes': '50000' });
    await createOn(admin, 'kept', [1, 2, 3]);
    await send(cluster, 'kept', Array.from({ length: 20 }, (_, index) => `ballast ${index} ${'x'.repeat(50_000)}`));
    const configs = (name: string, value: string) => [{ name, configOperation: 0, value }];
    const resources = [
      ...[1, 2, 3, 4].map((id) => ({ resourceType: 4, resourceName: String(id), configs: [...configs('leader.replication.throttled.rate', '250000'), ...configs('follower.replication.throttled.rate', '250000')] })),
      { resourceType: 2, resourceName: 'kept', configs: [...configs('leader.replication.throttled.replicas', '0:1,0:2,0:3'), ...configs('follower.replication.throttled.replicas', '0:4')] },
    ];
    const { responses } = await raw.ask(ApiKeys.IncrementalAlterConfigs, 1, { resources, validateOnly: false });
    expect(responses.map(({ errorCode }) => errorCode)).toEqual([0, 0, 0, 0, 0]);

    const acknowledged: string[] = [];
    const producer = cluster.kafka.producer({ idempotent: true });
    await producer.connect();
    cleanups.push(() => producer.disconnect());
    let isWriting = true;
    const writing = (async () => {
      for (let number = 0; isWriting; number++) {
        await producer.send({ topic: 'kept', acks: -1, messages: [{ partition: 0, value: `message ${number}.` }] });
        acknowledged.push(`message ${number}.`);
        // Far below the throttle: a writer as fast as it can be outruns it, and the new replica would never catch up.
        await delay(WRITE_EVERY_MS);
      }
    })();
    const startedMs = performance.now();
    await admin.alterPartitionReassignments({ topics: [{ topic: 'kept', partitionAssignment: [{ partition: 0, replicas: [4, 2, 1] }] }] });
    await inSync(cluster, 'kept', [1, 2, 4]);
    // A megabyte at a quarter of one a second, of which a second's worth may pass at once.
    expect(performance.now() - startedMs).toBeGreaterThan(2500);

    await cluster.process.brokers[2]?.stop();
    expect(await raw.ask(ApiKeys.UnregisterBroker, 0, { brokerId: 3 })).toMatchObject({ errorCode: ErrorCode.NONE });
    expect(await raw.ask(ApiKeys.ElectLeaders, 2, { electionType: 0, topicPartitions: null, timeoutMs: 5000 })).toMatchObject({ errorCode: ErrorCode.NONE });
    await eventually('broker 4 leads', () => cluster.leaders('kept').join() === '4');
    const enough = acknowledged.length + 20;
    await eventually('it is written on', () => acknowledged.length >= enough);
    isWriting = false;
    await writing;
    expect((await admin.describeCluster()).brokers.map(({ nodeId }) => nodeId)).toEqual([1, 2, 4]);
    const bytes = cluster.replicaBytes(4, 'kept', 0);
    let at = bytes.indexOf('ballast 19 ');
    for (const value of acknowledged) {
      const next = bytes.indexOf(value, at);
      if (next < 0) throw new Error(`${value} is not on broker 4, or not behind the one before it`);
      at = next;
    }
    expect(bytes.indexOf(acknowledged.at(-1) as string, at + 1)).toBe(-1);
  }, 90_000);
});

describe('leaders', () => {
  const elect = async (raw: RawConnection, electionType: number, topic: string) => {
    const { replicaElectionResults } = await raw.ask(ApiKeys.ElectLeaders, 2, { electionType, topicPartitions: [{ topic, partitions: [0] }], timeoutMs: 5000 });
    return replicaElectionResults[0]?.partitionResult[0]?.errorCode;
  };

  it('are preferred replicas again when somebody asks', async () => {
    const { cluster, admin, raw } = await start(2);
    await createOn(admin, 'asked', [2, 1]);
    expect(await elect(raw, 0, 'asked')).toBe(ErrorCode.ELECTION_NOT_NEEDED);
    await cluster.abandon(2);
    await inSync(cluster, 'asked', [1]);
    expect(await elect(raw, 0, 'asked')).toBe(ErrorCode.PREFERRED_LEADER_NOT_AVAILABLE);
    await within('broker 2 serves again', 20_000, cluster.process.startAgain(2));
    await inSync(cluster, 'asked', [1, 2]);
    expect(await elect(raw, 0, 'asked')).toBe(ErrorCode.NONE);
    await eventually('broker 2 leads', () => cluster.leaders('asked').join() === '2');
    await send(cluster, 'asked', ['still written']);
  }, 60_000);

  it('are preferred replicas again by themselves', async () => {
    const { cluster, admin } = await start(2, { 'leader.imbalance.check.interval.seconds': '1' });
    await createOn(admin, 'balanced', [2, 1]);
    await cluster.abandon(2);
    await inSync(cluster, 'balanced', [1]);
    await within('broker 2 serves again', 20_000, cluster.process.startAgain(2));
    await eventually('broker 2 leads', () => cluster.leaders('balanced').join() === '2');
  }, 60_000);

  it('are replicas that lag only where that is allowed, and nobody before', async () => {
    const { cluster, admin, raw } = await start(3, { 'replica.lag.time.max.ms': '500' });
    for (const topic of ['allowed', 'asked']) await createOn(admin, topic, [2, 3]);
    await cluster.abandon(3);
    for (const topic of ['allowed', 'asked']) {
      await inSync(cluster, topic, [2]);
      await send(cluster, topic, ['broker 3 lacks it']);
    }
    await cluster.abandon(2);
    for (const topic of ['allowed', 'asked']) await inSync(cluster, topic, []);
    await within('broker 3 serves again', 20_000, cluster.process.startAgain(3));
    expect(partitionOf(cluster, 'asked')).toMatchObject({ leader: -1, isr: [], elr: [2] });

    expect(await elect(raw, 0, 'asked')).toBe(ErrorCode.PREFERRED_LEADER_NOT_AVAILABLE);
    expect(await elect(raw, 1, 'asked')).toBe(ErrorCode.NONE);
    await inSync(cluster, 'asked', [3]);
    expect(cluster.leaders('allowed')).toEqual([-1]);
    const configs = [{ name: 'unclean.leader.election.enable', configOperation: 0, value: 'true' }];
    const { responses } = await raw.ask(ApiKeys.IncrementalAlterConfigs, 1, { resources: [{ resourceType: 2, resourceName: 'allowed', configs }], validateOnly: false });
    expect(responses[0]?.errorCode).toBe(ErrorCode.NONE);
    await inSync(cluster, 'allowed', [3]);
    await send(cluster, 'allowed', ['goes on']);

    // Who was the leader before comes back and cuts off what the new one never had.
    await within('broker 2 serves again', 20_000, cluster.process.startAgain(2));
    for (const topic of ['allowed', 'asked']) await inSync(cluster, topic, [2, 3]);
    await eventually('the replicas are equal', () => cluster.replicaBytes(2, 'allowed', 0).equals(cluster.replicaBytes(3, 'allowed', 0)));
    expect(cluster.replicaBytes(2, 'allowed', 0).includes('goes on')).toBe(true);
  }, 60_000);
});

describe('features', () => {
  it('can be lowered and raised again, and are seen by clients', async () => {
    const { raw } = await start(1);
    const levelOf = async (feature: string): Promise<number | undefined> => {
      const { finalizedFeatures } = await raw.ask(ApiKeys.ApiVersions, 4, { clientSoftwareName: 'e2e', clientSoftwareVersion: '1' });
      return finalizedFeatures.find(({ name }) => name === feature)?.maxVersionLevel;
    };
    const feature = 'eligible.leader.replicas.version';
    expect(await levelOf(feature)).toBe(1);
    const set = async (maxVersionLevel: number, upgradeType: number) => await raw.ask(ApiKeys.UpdateFeatures, 2, { featureUpdates: [{ feature, maxVersionLevel, upgradeType }], timeoutMs: 5000, validateOnly: false });
    expect(await set(0, 1)).toMatchObject({ errorCode: ErrorCode.INVALID_UPDATE_VERSION });
    expect(await set(0, 2)).toMatchObject({ errorCode: ErrorCode.NONE });
    await eventually('the feature is gone', async () => (await levelOf(feature)) === undefined);
    expect(await set(1, 1)).toMatchObject({ errorCode: ErrorCode.NONE });
    await eventually('the feature is back', async () => (await levelOf(feature)) === 1);
  }, 30_000);
});
