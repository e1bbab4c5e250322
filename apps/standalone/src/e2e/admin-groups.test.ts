import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Connection } from '@platformatic/kafka';
import { deleteGroupsV2, describeGroupsV5, findCoordinatorV6, listGroupsV5, offsetCommitV9, offsetDeleteV0, offsetFetchV9 } from '@platformatic/kafka';
import type { Admin, Consumer } from 'kafkajs';
import { answer, coordinatorsReady, openConnection } from './clients/api-connection.ts';
import { confluentKafka, hasConfluent } from './clients/confluent-client.ts';
import { kafkajsClient, kafkajsKafka } from './clients/kafkajs-client.ts';
import { platformaticAdmin } from './clients/platformatic-client.ts';
import { eventually, uniqueName } from './conditions.ts';
import type { ServerProcess } from './server.ts';
import { startServer } from './server.ts';

type Offset = readonly [code: number, offset: number, metadata: string | null | undefined];

let server: ServerProcess;
let admin: Admin;
let connection: Connection;
let topic: string;

beforeAll(async () => {
  server = await startServer();
  admin = kafkajsKafka(server.bootstrapServers).admin();
  await admin.connect();
  connection = await openConnection(server);
  await coordinatorsReady(connection);
  topic = uniqueName('grouped');
  await admin.createTopics({ topics: [{ topic, numPartitions: 2 }], waitForLeaders: true });
}, 90_000);
afterAll(async () => {
  await Promise.all([admin.disconnect(), connection.close()]);
  await server.stop();
});

/** A group with offsets and no members, as `kafka-consumer-groups --reset-offsets` leaves it. */
async function emptyGroup(): Promise<string> {
  const groupId = uniqueName('empty');
  const partitions = [5n, 7n].map((committedOffset, partitionIndex) => ({ partitionIndex, committedOffset, committedLeaderEpoch: -1, committedMetadata: 'by hand' }));
  await offsetCommitV9.api.async(connection, groupId, -1, '', null, [{ name: topic, partitions }]);
  return groupId;
}

/** A group with one member that has been given everything. */
async function stableGroup(): Promise<{ groupId: string; consumer: Consumer }> {
  const groupId = uniqueName('stable');
  const consumer = kafkajsKafka(server.bootstrapServers).consumer({ groupId, maxWaitTimeInMs: 100 });
  const { promise: joined, resolve } = Promise.withResolvers<void>();
  consumer.on(consumer.events.GROUP_JOIN, () => resolve());
  await consumer.connect();
  await consumer.subscribe({ topics: [topic] });
  await consumer.run({ eachMessage: async () => await Promise.resolve() });
  await joined;
  return { groupId, consumer };
}

async function fetchOffsets(groupId: string, partitionIndexes: number[] | null): Promise<readonly Offset[]> {
  const topics = partitionIndexes === null ? null : [{ name: topic, partitionIndexes }];
  const request = [{ groupId, memberId: null, memberEpoch: -1, topics }] as Parameters<typeof offsetFetchV9.createRequest>[0];
  const { groups } = await answer(offsetFetchV9.api.async(connection, request, false));
  const partitions = groups[0]?.topics.flatMap((found) => found.partitions) ?? [];
  return partitions.sort((left, right) => left.partitionIndex - right.partitionIndex).map(({ errorCode, committedOffset, metadata }) => [errorCode, Number(committedOffset), metadata]);
}

async function deleteGroup(groupId: string): Promise<number | undefined> {
  return (await answer(deleteGroupsV2.api.async(connection, [groupId]))).results[0]?.errorCode;
}

async function deleteOffsets(groupId: string, name: string, partitionIndex: number): Promise<readonly [number, number | undefined]> {
  const { errorCode, topics } = await answer(offsetDeleteV0.api.async(connection, groupId, [{ name, partitions: [{ partitionIndex }] }]));
  return [errorCode, topics[0]?.partitions[0]?.errorCode];
}

describe('committed offsets', () => {
  it('are what was set; without one there is -1', async () => {
    const group = await emptyGroup();
    expect(await fetchOffsets(group, [0, 1, 9])).toEqual([[0, 5, 'by hand'], [0, 7, 'by hand'], [0, -1, '']]);
    expect((await fetchOffsets(group, null)).map(([code, offset]) => [code, offset])).toEqual([[0, 5], [0, 7]]);
    expect((await fetchOffsets(uniqueName('missing'), [0])).map(([code, offset]) => [code, offset])).toEqual([[0, -1]]);
    expect(await fetchOffsets(uniqueName('missing'), null)).toEqual([]);
  });

  it('are set by kafkajs', async () => {
    const group = uniqueName('set');
    // kafkajs sets offsets as a member that reads once, which takes five seconds where there is nothing to read.
    await kafkajsClient.produce(server.bootstrapServers, topic, 'none', [{ key: null, value: 'one', headers: [] }, { key: null, value: 'two', headers: [] }]);
    await admin.setOffsets({ groupId: group, topic, partitions: [{ partition: 0, offset: '1' }] });
    expect((await fetchOffsets(group, null)).map(([code, offset]) => [code, offset])).toEqual([[0, 1]]);
    expect(await admin.fetchOffsets({ groupId: group, topics: [topic] })).toMatchObject([{ topic, partitions: [{ partition: 0, offset: '1' }, { partition: 1, offset: '-1' }] }]);
  }, 20_000);

  it('are deleted where nobody reads', async () => {
    const group = await emptyGroup();
    expect(await deleteOffsets(group, topic, 0)).toEqual([0, 0]);
    expect((await fetchOffsets(group, null)).map(([, offset]) => offset)).toEqual([7]);
    expect(await deleteOffsets(group, topic, 9)).toEqual([0, 3]);
    expect(await deleteOffsets(group, uniqueName('missing'), 0)).toEqual([0, 3]);
    expect((await deleteOffsets(uniqueName('missing'), topic, 0))[0]).toBe(69);
  });

  it('are kept while a member reads the topic', async () => {
    const { groupId, consumer } = await stableGroup();
    expect(await deleteOffsets(groupId, topic, 0)).toEqual([0, 86]);
    await consumer.disconnect();
  }, 20_000);
});

describe('groups', () => {
  it('are listed, also by state and type', async () => {
    const group = await emptyGroup();
    const list = async (states: string[], types: string[]): Promise<unknown> => {
      const { groups } = await answer(listGroupsV5.api.async(connection, states as Parameters<typeof listGroupsV5.createRequest>[0], types));
      return groups.filter(({ groupId }) => groupId === group);
    };
    const listed = [{ groupId: group, protocolType: '', groupState: 'Empty', groupType: 'classic' }];
    expect(await list([], [])).toEqual(listed);
    expect(await list(['EMPTY'], ['classic'])).toEqual(listed);
    expect(await list(['STABLE'], [])).toEqual([]);
    expect(await list([], ['consumer'])).toEqual([]);
    expect((await admin.listGroups()).groups.filter(({ groupId }) => groupId === group)).toEqual([{ groupId: group, protocolType: '' }]);
  });

  it('are described with their members', async () => {
    const { groupId, consumer } = await stableGroup();
    const { groups } = await answer(describeGroupsV5.api.async(connection, [groupId], false));
    expect(groups).toMatchObject([{ errorCode: 0, groupId, groupState: 'Stable', protocolType: 'consumer', protocolData: 'RoundRobinAssigner', members: [{ clientId: 'e2e', clientHost: expect.stringMatching(/^\/127\./), groupInstanceId: null }] }]);
    const platformatic = platformaticAdmin(server.bootstrapServers);
    const described = await platformatic.describeGroups({ groups: [groupId] });
    await platformatic.close();
    const [member] = described.get(groupId)?.members.values() ?? [];
    expect(member?.assignments?.get(topic)).toEqual({ topic, partitions: [0, 1] });
    await consumer.disconnect();
  }, 20_000);

  it('are dead when nobody knows them', async () => {
    const group = uniqueName('missing');
    const { groups } = await answer(describeGroupsV5.api.async(connection, [group], false));
    expect(groups).toMatchObject([{ errorCode: 0, groupId: group, groupState: 'Dead', protocolType: '', protocolData: '', members: [] }]);
  });

  it('are deleted with their offsets once they are empty', async () => {
    const { groupId, consumer } = await stableGroup();
    await consumer.commitOffsets([{ topic, partition: 0, offset: '1' }]);
    expect(await deleteGroup(groupId)).toBe(68);
    await consumer.disconnect();
    await eventually('the group is empty', async () => (await deleteGroup(groupId)) === 0);
    expect(await deleteGroup(groupId)).toBe(69);
    expect((await fetchOffsets(groupId, [0])).map(([, offset]) => offset)).toEqual([-1]);
    expect(await deleteGroup(uniqueName('missing'))).toBe(69);
  }, 20_000);

  it('have a coordinator, also before they exist', async () => {
    const { coordinators } = await answer(findCoordinatorV6.api.async(connection, 0, [uniqueName('missing')]));
    expect(coordinators).toMatchObject([{ errorCode: 0, host: server.host, port: server.port }]);
  });

  (hasConfluent ? it : it.skip)('are listed, described and deleted by @confluentinc/kafka-javascript', async () => {
    const group = await emptyGroup();
    const confluent = confluentKafka(server.bootstrapServers).admin();
    await confluent.connect();
    expect((await confluent.listGroups()).groups.map(({ groupId }) => groupId)).toContain(group);
    expect((await confluent.describeGroups([group])).groups).toMatchObject([{ groupId: group, state: 5, members: [] }]);
    expect(await confluent.fetchOffsets({ groupId: group, topics: [topic] })).toMatchObject([{ topic, partitions: [{ partition: 0, offset: '5' }, { partition: 1, offset: '7' }] }]);
    expect(await confluent.deleteGroups([group])).toMatchObject([{ groupId: group, errorCode: 0 }]);
    expect((await confluent.listGroups()).groups.map(({ groupId }) => groupId)).not.toContain(group);
    await confluent.disconnect();
  }, 20_000);
});
