import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import type { KafkaJS } from '@confluentinc/kafka-javascript';
import { ErrorCode } from '@ottla/model';
import { ApiKeys, type ConsumerGroupDescribeResponse, type ConsumerGroupHeartbeatRequestInput } from '@ottla/protocol';
import type { Admin } from 'kafkajs';
import { confluentKafka, hasConfluent } from './clients/confluent-client.ts';
import { GroupLedger, SteadyProducer, adminWithTopic } from './clients/group-ledger.ts';
import { RawConnection } from './clients/raw-connection.ts';
import { eventually, uniqueName } from './conditions.ts';
import { isExternal, type ServerProcess, startServer } from './server.ts';

const partitionCount = 6;
const describeConfluent = hasConfluent ? describe : describe.skip;

let server: ServerProcess;
let raw: RawConnection;
let admin: Admin;
let topic: string;

beforeAll(async () => {
  server = await startServer();
  raw = await RawConnection.open(server);
}, 30_000);
beforeEach(async () => {
  topic = uniqueName('shared');
  admin = await adminWithTopic(server.bootstrapServers, topic, partitionCount);
  await eventually('the coordinator answers', async () => {
    // The first question creates the topic of the groups.
    const { coordinators } = await raw.ask(ApiKeys.FindCoordinator, 4, { keyType: 0, coordinatorKeys: [topic] });
    return coordinators[0]?.errorCode === 0 && (await describeGroup(topic)).errorCode === ErrorCode.GROUP_ID_NOT_FOUND;
  });
}, 30_000);
afterEach(async () => await admin.disconnect());
afterAll(async () => {
  raw.close();
  await server.stop();
});

async function describeGroup(groupId: string): Promise<ConsumerGroupDescribeResponse['groups'][number]> {
  const { groups } = await raw.ask(ApiKeys.ConsumerGroupDescribe, 1, { groupIds: [groupId], includeAuthorizedOperations: false });
  if (groups[0] === undefined) throw new Error('no group is described');
  return groups[0];
}

describeConfluent('a group of librdkafka members with group.protocol=consumer', () => {
  async function startMember(groupId: string, name: string, settings: Readonly<Record<string, unknown>> = {}, ledger = new GroupLedger(), subscription: string | RegExp = topic): Promise<KafkaJS.Consumer> {
    const consumer = confluentKafka(server.bootstrapServers).consumer({ 'group.id': groupId, 'group.protocol': 'consumer', 'auto.offset.reset': 'earliest', 'enable.auto.commit': false, 'fetch.wait.max.ms': 50, 'topic.metadata.refresh.interval.ms': 500, ...settings });
    await consumer.connect();
    await consumer.subscribe({ topics: [subscription] });
    await consumer.run({
      eachMessage: async ({ topic: from, partition, message }) => {
        const offset = Number(message.offset);
        ledger.read(name, partition, offset);
        if (offset % 20 !== 19) return;
        try {
          await consumer.commitOffsets([{ topic: from, partition, offset: String(offset + 1) }]);
          ledger.committed(partition, offset + 1);
        } catch (error) {
          // A commit of a partition that is on its way to another member is refused, and then must not count.
          if (![ErrorCode.UNKNOWN_MEMBER_ID, ErrorCode.STALE_MEMBER_EPOCH, ErrorCode.FENCED_MEMBER_EPOCH].includes(((error as { code?: number }).code ?? 0) as never)) throw error;
        }
      },
    });
    return consumer;
  }

  const partitionsOf = (consumer: KafkaJS.Consumer): readonly number[] => consumer.assignment().map(({ partition }) => partition).sort((left, right) => left - right);

  async function settled(...members: readonly KafkaJS.Consumer[]): Promise<readonly (readonly number[])[]> {
    return await eventually(`${members.length} members share the partitions`, () => {
      const parts = members.map(partitionsOf);
      return parts.flat().length === partitionCount && parts.every((part) => part.length === partitionCount / members.length) ? parts : undefined;
    });
  }

  it.each([
    ['uniform', undefined],
    ['range', [[0, 1, 2], [3, 4, 5]]],
  ])('shares partitions by %s, and is empty when all have left', async (assignor, expected) => {
    const groupId = uniqueName(assignor);
    const members = [await startMember(groupId, 'one', { 'group.remote.assignor': assignor }), await startMember(groupId, 'two', { 'group.remote.assignor': assignor })] as const;
    const parts = [...(await settled(...members))].sort(([left = 0], [right = 0]) => left - right);
    if (expected !== undefined) expect(parts).toEqual(expected);
    const described = await eventually('the group is stable', async () => {
      const group = await describeGroup(groupId);
      return group.groupState === 'Stable' ? group : undefined;
    });
    expect([described.assignorName, described.members.length, described.groupEpoch]).toEqual([assignor, 2, described.assignmentEpoch]);
    await Promise.all(members.map(async (member) => await member.disconnect()));
    expect((await describeGroup(groupId)).groupState).toBe('Empty');
  }, 60_000);

  it('rebalances while records arrive, without losing one or reading one again that was committed', async () => {
    const groupId = uniqueName('busy');
    const ledger = new GroupLedger();
    const producer = new SteadyProducer(server.bootstrapServers, topic, partitionCount);
    const first = await startMember(groupId, 'first', {}, ledger);
    await eventually('records arrive with one member', () => ledger.count >= 300);
    const second = await startMember(groupId, 'second', {}, ledger);
    await eventually('both have read', () => ledger.memberCount === 2, 30_000);
    await first.disconnect();
    const goal = ledger.count + 300;
    await eventually('records arrive after the first has left', () => ledger.count >= goal, 30_000);
    const written = await producer.stop();
    await ledger.readsAll(written);
    expect(ledger.gaps).toEqual([]);
    await second.disconnect();
  }, 90_000);

  it('lets a static member come back to its partitions, and leaves the others alone', async () => {
    const groupId = uniqueName('static');
    const [one, two] = [await startMember(groupId, 'one', { 'group.instance.id': 'one' }), await startMember(groupId, 'two', { 'group.instance.id': 'two' })];
    const [partsOfOne, partsOfTwo] = await settled(one, two);
    const { groupEpoch } = await describeGroup(groupId);
    await two.disconnect();
    const away = (await describeGroup(groupId)).members.find(({ instanceId }) => instanceId === 'two');
    expect(away?.memberEpoch).toBe(-2);
    const back = await startMember(groupId, 'two again', { 'group.instance.id': 'two' });
    expect(await settled(one, back)).toEqual([partsOfOne, partsOfTwo]);
    expect((await describeGroup(groupId)).groupEpoch).toBe(groupEpoch);
    await Promise.all([one.disconnect(), back.disconnect()]);
  }, 60_000);

  it('follows an expression, also to a topic that comes later', async () => {
    const prefix = uniqueName('family');
    const ledger = new GroupLedger();
    await admin.createTopics({ topics: [{ topic: `${prefix}-a`, numPartitions: 2 }], waitForLeaders: true });
    const member = await startMember(prefix, 'one', {}, ledger, new RegExp(`^${prefix}-.*`));
    const topics = (): readonly string[] => [...new Set(member.assignment().map(({ topic: name }) => name))].sort();
    await eventually('the first topic is assigned', () => topics().join() === `${prefix}-a`);
    await admin.createTopics({ topics: [{ topic: `${prefix}-b`, numPartitions: 2 }], waitForLeaders: true });
    await eventually('the second topic is assigned', () => topics().join() === `${prefix}-a,${prefix}-b`, 40_000);
    await member.disconnect();
  }, 90_000);

  (isExternal ? it.skip : it)('assigns 64 partitions to 16 members within a second of the last start, and heals within a second when 8 leave', async () => {
    const groupId = uniqueName('many');
    const wide = uniqueName('wide');
    await admin.createTopics({ topics: [{ topic: wide, numPartitions: 64 }], waitForLeaders: true });
    const members: KafkaJS.Consumer[] = [];
    for (let count = 0; count < 16; count++) {
      const consumer = confluentKafka(server.bootstrapServers).consumer({ 'group.id': groupId, 'group.protocol': 'consumer', 'fetch.wait.max.ms': 50 });
      await consumer.connect();
      await consumer.subscribe({ topics: [wide] });
      members.push(consumer);
    }
    const share = async (sharing: readonly KafkaJS.Consumer[]): Promise<unknown> =>
      await eventually(`${sharing.length} members share 64 partitions`, () => {
        const parts = sharing.map(partitionsOf);
        return parts.flat().length === 64 && parts.every((part) => part.length === 64 / sharing.length);
      });
    for (const member of members) await member.run({ eachMessage: async () => await Promise.resolve() });
    const startedMs = performance.now();
    await share(members);
    const assignedMs = performance.now() - startedMs;
    const leavingMs = performance.now();
    const leaving = Promise.all(members.slice(8).map(async (member) => await member.disconnect()));
    await share(members.slice(0, 8));
    const healedMs = performance.now() - leavingMs;
    await leaving;
    await Promise.all(members.slice(0, 8).map(async (member) => await member.disconnect()));
    // Three times the goal, as other work may run beside the test; the figures themselves are measured apart.
    expect([assignedMs < 3_000, healedMs < 3_000]).toEqual([true, true]);
  }, 60_000);
});

describe('ConsumerGroupHeartbeat', () => {
  const join = (changes: Partial<ConsumerGroupHeartbeatRequestInput> = {}): ConsumerGroupHeartbeatRequestInput => ({ groupId: topic, memberId: 'a', memberEpoch: 0, rebalanceTimeoutMs: 60_000, subscribedTopicNames: [topic], topicPartitions: [], ...changes });
  const ask = async (changes: Partial<ConsumerGroupHeartbeatRequestInput> = {}, version = 1) => await raw.ask(ApiKeys.ConsumerGroupHeartbeat, version, join(changes));

  it.each<[string, Partial<ConsumerGroupHeartbeatRequestInput>, ErrorCode, string]>([
    ['an empty group', { groupId: '' }, ErrorCode.INVALID_REQUEST, "GroupId can't be empty."],
    ['an empty member', { memberId: '' }, ErrorCode.INVALID_REQUEST, "MemberId can't be empty."],
    ['an empty instance', { instanceId: '' }, ErrorCode.INVALID_REQUEST, "InstanceId can't be empty."],
    ['an empty rack', { rackId: '' }, ErrorCode.INVALID_REQUEST, "RackId can't be empty."],
    ['no rebalance timeout', { rebalanceTimeoutMs: -1 }, ErrorCode.INVALID_REQUEST, 'RebalanceTimeoutMs must be provided in first request.'],
    ['no partitions', { topicPartitions: null }, ErrorCode.INVALID_REQUEST, 'TopicPartitions must be empty when (re-)joining.'],
    ['no subscription', { subscribedTopicNames: null }, ErrorCode.INVALID_REQUEST, 'Either SubscribedTopicNames or SubscribedTopicRegex must be non-null when (re-)joining.'],
    ['an epoch below all', { memberEpoch: -3 }, ErrorCode.INVALID_REQUEST, 'MemberEpoch is invalid.'],
    ['a static leave without instance', { memberEpoch: -2 }, ErrorCode.INVALID_REQUEST, "InstanceId can't be null."],
    ['an unknown assignor', { serverAssignor: 'nope' }, ErrorCode.UNSUPPORTED_ASSIGNOR, 'ServerAssignor nope is not supported. Supported assignors: uniform, range.'],
    ['an expression that is none', { subscribedTopicRegex: '(' }, ErrorCode.INVALID_REGULAR_EXPRESSION, 'SubscribedTopicRegex `(` is not a valid regular expression: missing closing ).'],
    ['an expression that looks ahead', { subscribedTopicRegex: '(?=a)b' }, ErrorCode.INVALID_REGULAR_EXPRESSION, 'SubscribedTopicRegex `(?=a)b` is not a valid regular expression: invalid or unsupported Perl syntax.'],
  ])('refuses %s', async (_what, changes, errorCode, errorMessage) => {
    expect(await ask(changes)).toMatchObject({ errorCode, errorMessage, memberEpoch: 0, memberId: null, assignment: null, heartbeatIntervalMs: 0 });
  });

  it('refuses members and groups that are not there, and epochs that are not theirs', async () => {
    expect(await ask({ memberEpoch: 1 })).toMatchObject({ errorCode: ErrorCode.GROUP_ID_NOT_FOUND, errorMessage: `Consumer group ${topic} not found.` });
    expect(await ask({ memberEpoch: -1 })).toMatchObject({ errorCode: ErrorCode.GROUP_ID_NOT_FOUND, errorMessage: `Group ${topic} not found.` });
    const joined = await ask();
    expect([joined.errorCode, joined.memberEpoch, joined.assignment?.topicPartitions[0]?.partitions.toSorted((a, b) => a - b)]).toEqual([0, 2, [0, 1, 2, 3, 4, 5]]);
    expect(await ask({ memberId: 'b', memberEpoch: 2 })).toMatchObject({ errorCode: ErrorCode.UNKNOWN_MEMBER_ID, errorMessage: `Member b is not a member of group ${topic}.` });
    expect(await ask({ memberId: 'b', instanceId: 'i', memberEpoch: 2 })).toMatchObject({ errorCode: ErrorCode.UNKNOWN_MEMBER_ID, errorMessage: 'Instance id i is unknown.' });
    expect((await ask({ memberEpoch: 3 })).errorCode).toBe(ErrorCode.FENCED_MEMBER_EPOCH);
    expect((await ask({ memberEpoch: 1, topicPartitions: [{ topicId: joined.assignment?.topicPartitions[0]?.topicId ?? '', partitions: [0] }] })).errorCode).toBe(ErrorCode.FENCED_MEMBER_EPOCH);
    expect(await ask({ memberEpoch: -1 })).toMatchObject({ errorCode: 0, memberId: 'a', memberEpoch: -1 });
  });

  it('guards the places of static members', async () => {
    const one = { memberId: 's1', instanceId: 'i' };
    const two = { memberId: 's2', instanceId: 'i' };
    expect((await ask(one)).errorCode).toBe(0);
    const taken = (by: string) => ({ errorCode: ErrorCode.UNRELEASED_INSTANCE_ID, errorMessage: `Static member ${by} with instance id i cannot join the group because the instance id is owned by s1 member.` });
    expect(await ask(one)).toMatchObject(taken('s1'));
    expect(await ask(two)).toMatchObject(taken('s2'));
    expect(await ask({ ...two, memberEpoch: 2 })).toMatchObject({ errorCode: ErrorCode.FENCED_INSTANCE_ID, errorMessage: 'Static member s2 with instance id i was fenced by member s1.' });
    expect(await ask({ ...one, memberEpoch: -2 })).toMatchObject({ errorCode: 0, memberEpoch: -2 });
    expect(await ask(two)).toMatchObject({ errorCode: 0, memberEpoch: 2 });
    expect((await ask({ ...one, memberEpoch: 2 })).errorCode).toBe(ErrorCode.FENCED_INSTANCE_ID);
  });

  it('guards the offsets', async () => {
    const { memberEpoch } = await ask();
    const commit = async (changes: object, version = 9) =>
      (await raw.ask(ApiKeys.OffsetCommit, version, { groupId: topic, generationIdOrMemberEpoch: memberEpoch, memberId: 'a', topics: [{ name: topic, partitions: [{ partitionIndex: 0, committedOffset: 1, committedMetadata: '' }] }], ...changes })).topics[0]?.partitions[0]?.errorCode;
    expect([await commit({}), await commit({ generationIdOrMemberEpoch: 7 }), await commit({ generationIdOrMemberEpoch: 0 }), await commit({ memberId: 'b' }), await commit({}, 8), await commit({ generationIdOrMemberEpoch: -1 })]).toEqual([
      0, ErrorCode.STALE_MEMBER_EPOCH, ErrorCode.STALE_MEMBER_EPOCH, ErrorCode.UNKNOWN_MEMBER_ID, ErrorCode.UNSUPPORTED_VERSION, ErrorCode.STALE_MEMBER_EPOCH,
    ]);
    const fetch = async (changes: object) => (await raw.ask(ApiKeys.OffsetFetch, 9, { groups: [{ groupId: topic, memberId: 'a', memberEpoch, topics: [{ name: topic, partitionIndexes: [0] }], ...changes }] })).groups[0]?.errorCode;
    expect([await fetch({}), await fetch({ memberEpoch: 0 }), await fetch({ memberId: 'b' }), await fetch({ memberId: null, memberEpoch: -1 })]).toEqual([0, ErrorCode.STALE_MEMBER_EPOCH, ErrorCode.UNKNOWN_MEMBER_ID, 0]);
  });
});
