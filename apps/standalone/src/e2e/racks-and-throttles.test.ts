import { afterEach, describe, expect, it } from '@jest/globals';
import { ErrorCode } from '@ottla/model';
import { ApiKeys, type FetchRequestInput } from '@ottla/protocol';
import { RawConnection } from './clients/raw-connection.ts';
import { eventually } from './conditions.ts';
import { inSync, startSmallCluster, type SmallCluster } from './small-cluster.ts';

const cleanups: (() => Promise<unknown>)[] = [];

afterEach(async () => {
  for (const cleanUp of cleanups.splice(0).toReversed()) await cleanUp();
});

async function start(brokers: number, settings: Readonly<Record<string, string>>, racks: readonly string[] = []): Promise<SmallCluster> {
  const cluster = await startSmallCluster(brokers, settings, racks);
  cleanups.push(async () => await cluster[Symbol.asyncDispose]());
  return cluster;
}

async function connectTo(cluster: SmallCluster, broker: number): Promise<RawConnection> {
  const address = cluster.process.brokers[broker - 1]?.addresses()[0];
  if (address === undefined) throw new Error(`broker ${broker} has no address`);
  const connection = await RawConnection.open(address);
  cleanups.push(() => Promise.resolve(connection.close()));
  return connection;
}

async function createOn({ kafka }: SmallCluster, topic: string, replicas: readonly number[]): Promise<void> {
  const admin = kafka.admin();
  await admin.connect();
  await admin.createTopics({ topics: [{ topic, replicaAssignment: [{ partition: 0, replicas: [...replicas] }] }] });
  await admin.disconnect();
}

async function send({ kafka }: SmallCluster, topic: string, values: readonly string[]): Promise<void> {
  const producer = kafka.producer();
  await producer.connect();
  for (const value of values) await producer.send({ topic, acks: -1, messages: [{ partition: 0, value }] });
  await producer.disconnect();
}

describe('replica.selector.class', () => {
  const settings = { 'replica.selector.class': 'org.apache.kafka.common.replica.RackAwareReplicaSelector', 'offsets.topic.num.partitions': '1', 'offsets.topic.replication.factor': '1' };
  const fetchOf = (topicId: string, rackId: string, fetchOffset = 0): FetchRequestInput => ({
    maxWaitMs: 100, minBytes: 1, rackId, forgottenTopicsData: [], topics: [{ topicId, partitions: [{ partition: 0, fetchOffset, partitionMaxBytes: 1_000_000 }] }],
  });

  it('has clients read in their own rack, and only those that ask for it', async () => {
    const cluster = await start(3, settings, ['a', 'b', 'c']);
    await createOn(cluster, 'near', [1, 2]);
    await inSync(cluster, 'near', [1, 2]);
    await send(cluster, 'near', ['first', 'second']);
    const topicId = cluster.process.brokers[0]?.image().topics.get('near')?.id ?? '';
    const read = async (broker: number, rackId: string, version: number) => {
      const connection = await connectTo(cluster, broker);
      const { responses } = await connection.ask(ApiKeys.Fetch, version, version >= 13 ? fetchOf(topicId, rackId) : { ...fetchOf('', rackId), topics: [{ topic: 'near', partitions: [{ partition: 0, fetchOffset: 0, partitionMaxBytes: 1_000_000 }] }] });
      const partition = responses[0]?.partitions[0];
      return { errorCode: partition?.errorCode, preferred: partition?.preferredReadReplica, hasRecords: (partition?.records?.length ?? 0) > 0 };
    };
    const { NONE, NOT_LEADER_OR_FOLLOWER } = ErrorCode;
    await eventually('the leader knows that its follower has all', async () => (await read(1, 'b', 17)).preferred === 2);
    expect(await read(1, 'b', 11)).toEqual({ errorCode: NONE, preferred: 2, hasRecords: false });
    for (const rack of ['', 'a', 'c']) expect(await read(1, rack, 17)).toEqual({ errorCode: NONE, preferred: -1, hasRecords: true });
    await eventually('the follower knows what is committed', async () => (await read(2, 'b', 17)).hasRecords);
    expect(await read(2, 'b', 11)).toEqual({ errorCode: NONE, preferred: -1, hasRecords: true });
    expect(await read(2, 'b', 10)).toEqual({ errorCode: NOT_LEADER_OR_FOLLOWER, preferred: -1, hasRecords: false });
    expect(await read(3, 'c', 17)).toMatchObject({ errorCode: NOT_LEADER_OR_FOLLOWER });
  }, 60_000);

  it('serves a consumer that names its rack everything, also what is written while it reads', async () => {
    const cluster = await start(2, settings, ['a', 'b']);
    await createOn(cluster, 'followed', [1, 2]);
    await inSync(cluster, 'followed', [1, 2]);
    await send(cluster, 'followed', ['before']);
    const consumer = cluster.kafka.consumer({ groupId: 'readers', rackId: 'b', maxWaitTimeInMs: 100 });
    cleanups.push(() => consumer.disconnect());
    await consumer.connect();
    await consumer.subscribe({ topic: 'followed', fromBeginning: true });
    const values: string[] = [];
    await consumer.run({ eachMessage: async ({ message }) => void values.push(String(message.value)) });
    await eventually('what was there is read', () => values.length === 1);
    await send(cluster, 'followed', ['while', 'it reads']);
    await eventually('all is read', () => values.length === 3);
    expect(values).toEqual(['before', 'while', 'it reads']);
  }, 60_000);
});

describe('a throttle', () => {
  it.each([['leader', 1], ['follower', 2]] as const)('holds a %s to its rate while a replica catches up', async (side, throttled) => {
    const cluster = await start(2, { 'replica.fetch.max.bytes': '100000', 'replica.fetch.response.max.bytes': '100000' });
    await createOn(cluster, 'slow', [1]);
    await send(cluster, 'slow', Array.from({ length: 30 }, () => 'x'.repeat(50_000)));
    const raw = await connectTo(cluster, 1);
    const set = async (resourceType: number, resourceName: string, name: string, value: string): Promise<void> => {
      const { responses } = await raw.ask(ApiKeys.IncrementalAlterConfigs, 1, { resources: [{ resourceType, resourceName, configs: [{ name, configOperation: 0, value }] }], validateOnly: false });
      expect(responses[0]?.errorCode).toBe(ErrorCode.NONE);
    };
    await set(4, String(throttled), `${side}.replication.throttled.rate`, '300000');
    await set(2, 'slow', `${side}.replication.throttled.replicas`, `0:${throttled}`);
    const startedMs = performance.now();
    await raw.ask(ApiKeys.AlterPartitionReassignments, 1, { topics: [{ name: 'slow', partitions: [{ partitionIndex: 0, replicas: [1, 2] }] }], timeoutMs: 5000, allowReplicationFactorChange: true });
    await inSync(cluster, 'slow', [1, 2]);
    // 1.5 MB at 0.3 MB a second, of which a second's worth may pass at once.
    expect(performance.now() - startedMs).toBeGreaterThan(3000);
    // In sync it is not held up any more.
    const sentMs = performance.now();
    await send(cluster, 'slow', ['y'.repeat(100_000)]);
    expect(performance.now() - sentMs).toBeLessThan(2000);
  }, 60_000);
});
