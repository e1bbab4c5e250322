import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Connection } from '@platformatic/kafka';
import { heartbeatV4, joinGroupV9, leaveGroupV5, offsetCommitV9, syncGroupV5 } from '@platformatic/kafka';
import { answer, coordinatorsReady, openConnection } from './clients/api-connection.ts';
import { kafkajsKafka } from './clients/kafkajs-client.ts';
import { uniqueName } from './conditions.ts';
import type { ServerProcess } from './server.ts';
import { startServer } from './server.ts';

type Joined = Awaited<ReturnType<typeof joinGroupV9.api.async>>;

interface JoinOptions {
  readonly memberId?: string;
  readonly instanceId?: string | null;
  readonly sessionTimeoutMs?: number;
  readonly protocolType?: string;
  readonly protocols?: readonly string[];
}

let server: ServerProcess;
let connection: Connection;
/** A join waits for the other members, so each member of a group of two has a connection of its own. */
let second: Connection;
let topic: string;

beforeAll(async () => {
  server = await startServer();
  [connection, second] = await Promise.all([openConnection(server), openConnection(server)]);
  await coordinatorsReady(connection);
  topic = uniqueName('protocol');
  const admin = kafkajsKafka(server.bootstrapServers).admin();
  await admin.connect();
  await admin.createTopics({ topics: [{ topic }], waitForLeaders: true });
  await admin.disconnect();
}, 90_000);
afterAll(async () => {
  await Promise.all([connection.close(), second.close()]);
  await server.stop();
});

/** What a consumer offers with a protocol, in version 0: no topics, and some bytes of its own. Kafka reads it, so it must be well formed. */
function subscription(userData: string): Buffer {
  const head = Buffer.alloc(10);
  head.writeInt32BE(userData.length, 6);
  return Buffer.concat([head, Buffer.from(userData)]);
}

async function join(groupId: string, options: JoinOptions = {}, on = connection): Promise<Joined> {
  const { memberId = '', instanceId = null, sessionTimeoutMs = 30_000, protocolType = 'consumer', protocols = ['range'] } = options;
  const offered = protocols.map((name) => ({ name, metadata: subscription(name) }));
  return await answer(joinGroupV9.api.async(on, groupId, sessionTimeoutMs, 10_000, memberId, instanceId, protocolType, offered, 'a test'));
}

/** Both steps of a new member: the id it is given, then the join itself. */
async function joinTwice(groupId: string, options: JoinOptions = {}, on = connection): Promise<Joined> {
  const { memberId } = await join(groupId, options, on);
  return await join(groupId, { ...options, memberId: memberId as string }, on);
}

async function sync(groupId: string, { memberId, generationId }: Joined, assignments: Readonly<Record<string, string>> = {}, options: { protocol?: string; instanceId?: string | null } = {}, on = connection): Promise<readonly [number, string]> {
  const given = Object.entries(assignments).map(([id, assignment]) => ({ memberId: id, assignment: Buffer.from(assignment) }));
  const synced = await answer(syncGroupV5.api.async(on, groupId, generationId, memberId as string, options.instanceId ?? null, 'consumer', options.protocol ?? 'range', given));
  return [synced.errorCode, synced.assignment.toString()];
}

async function heartbeat(groupId: string, generationId: number, memberId: string, instanceId: string | null = null, on = connection): Promise<number> {
  return (await answer(heartbeatV4.api.async(on, groupId, generationId, memberId, instanceId))).errorCode;
}

async function commit(groupId: string, generationId: number, memberId: string, offset = 3n, metadata = ''): Promise<number | undefined> {
  const partitions = [{ partitionIndex: 0, committedOffset: offset, committedLeaderEpoch: 0, committedMetadata: metadata }];
  const { topics } = await answer(offsetCommitV9.api.async(connection, groupId, generationId, memberId, null, [{ name: topic, partitions }]));
  return topics[0]?.partitions[0]?.errorCode;
}

async function leave(groupId: string, memberId: string, instanceId: string | null = null): Promise<readonly [number, number | undefined]> {
  const left = await answer(leaveGroupV5.api.async(connection, groupId, [{ memberId, groupInstanceId: instanceId, reason: '' }]));
  return [left.errorCode, left.members[0]?.errorCode];
}

describe('joining a classic group', () => {
  it.each<readonly [string, JoinOptions, number]>([
    ['a session timeout that is too short', { sessionTimeoutMs: 100 }, 26],
    ['a session timeout that is too long', { sessionTimeoutMs: 10_000_000 }, 26],
    ['no protocols', { protocols: [] }, 23],
    ['a member of a group that does not exist', { memberId: 'nobody' }, 25],
  ])('refuses %s', async (_, options, code) => {
    expect((await join(uniqueName('refusing'), options)).errorCode).toBe(code);
  });

  it('refuses a group without a name', async () => {
    expect((await join('')).errorCode).toBe(24);
  });

  it('gives an id first, then a generation, and makes the only member the leader', async () => {
    const group = uniqueName('one');
    const first = await join(group);
    expect([first.errorCode, first.generationId]).toEqual([79, -1]);
    expect(first.memberId).toMatch(/^e2e-[0-9a-f-]{36}$/);
    const joined = await join(group, { memberId: first.memberId as string, protocols: ['range', 'roundrobin'] });
    expect(joined).toMatchObject({ errorCode: 0, generationId: 1, protocolType: 'consumer', protocolName: 'range', leader: first.memberId, skipAssignment: false });
    expect(joined.members?.map((member) => [member.memberId, member.groupInstanceId, member.metadata])).toEqual([[first.memberId, null, subscription('range')]]);
    expect(await sync(group, joined, { [joined.leader]: 'mine' })).toEqual([0, 'mine']);
    expect(await heartbeat(group, 1, joined.leader)).toBe(0);
  });

  it('refuses a member that does not fit the others', async () => {
    const group = uniqueName('fitting');
    const joined = await joinTwice(group);
    await sync(group, joined, { [joined.leader]: '' });
    expect((await join(group, { protocolType: 'connect' })).errorCode).toBe(23);
    expect((await join(group, { protocols: ['other'] })).errorCode).toBe(23);
  });

  it('refuses whoever is not a member, or not of this generation', async () => {
    const group = uniqueName('strict');
    const joined = await joinTwice(group);
    await sync(group, joined, { [joined.leader]: '' });
    expect(await heartbeat(group, 99, joined.leader)).toBe(22);
    expect(await heartbeat(group, 1, 'nobody')).toBe(25);
    expect(await heartbeat(uniqueName('missing'), 1, 'nobody')).toBe(25);
    expect((await sync(group, { ...joined, generationId: 99 }))[0]).toBe(22);
    expect((await sync(group, { ...joined, memberId: 'nobody' }))[0]).toBe(25);
    expect((await sync(group, joined, {}, { protocol: 'other' }))[0]).toBe(23);
    expect(await commit(group, 99, joined.leader)).toBe(22);
    expect(await commit(group, -1, '')).toBe(25);
    expect(await commit(group, 1, joined.leader)).toBe(0);
    expect(await commit(group, 1, joined.leader, 3n, 'x'.repeat(4097))).toBe(12);
  });

  it('takes commits of a consumer that is no member only where there are no members', async () => {
    const group = uniqueName('simple');
    expect(await commit(group, -1, '')).toBe(0);
    expect(await commit(group, 5, '')).toBe(25);
    expect(await commit(uniqueName('missing'), 3, 'nobody')).toBe(69);
  });
});

describe('two members', () => {
  it('rebalance, hear the choice of the leader, and again when one leaves', async () => {
    const group = uniqueName('two');
    const alone = await joinTwice(group, { protocols: ['range', 'roundrobin'] });
    await sync(group, alone, { [alone.leader]: 'all' });
    // The newcomer's join waits until the old member has joined again.
    const { memberId: newId } = await join(group, { protocols: ['roundrobin', 'range'] }, second);
    const joining = join(group, { memberId: newId as string, protocols: ['roundrobin'] }, second);
    await heartbeatUntil(group, 1, alone.leader, 27);
    const rejoined = await join(group, { memberId: alone.leader, protocols: ['range', 'roundrobin'] });
    const newcomer = await joining;
    expect([rejoined.generationId, newcomer.generationId, rejoined.protocolName, newcomer.protocolName]).toEqual([2, 2, 'roundrobin', 'roundrobin']);
    expect([rejoined.leader, newcomer.leader, rejoined.members?.length, newcomer.members?.length]).toEqual([alone.leader, alone.leader, 2, 0]);
    const waiting = sync(group, newcomer, {}, { protocol: 'roundrobin' }, second);
    expect(await sync(group, rejoined, { [alone.leader]: 'half', [newId as string]: 'other half' }, { protocol: 'roundrobin' })).toEqual([0, 'half']);
    expect(await waiting).toEqual([0, 'other half']);
    expect(await heartbeat(group, 2, newId as string, null, second)).toBe(0);

    expect(await leave(group, newId as string)).toEqual([0, 0]);
    await heartbeatUntil(group, 2, alone.leader, 27);
    const last = await join(group, { memberId: alone.leader, protocols: ['range', 'roundrobin'] });
    expect([last.errorCode, last.generationId, last.members?.length]).toEqual([0, 3, 1]);
    expect(await leave(group, alone.leader)).toEqual([0, 0]);
    expect(await leave(group, alone.leader)).toEqual([0, 25]);
  }, 30_000);

  it('part when one is silent for its session timeout', async () => {
    const group = uniqueName('silent');
    const alone = await joinTwice(group, { sessionTimeoutMs: 6000 });
    await sync(group, alone, { [alone.leader]: 'all' });
    const { memberId } = await join(group, {}, second);
    // Nothing is heard of the first again; the rebalance timeout of 10 s is the most it can take.
    const joined = await join(group, { memberId: memberId as string }, second);
    expect([joined.errorCode, joined.generationId, joined.leader, joined.members?.length]).toEqual([0, 2, memberId, 1]);
    expect(await heartbeat(group, 1, alone.leader)).toBe(25);
  }, 30_000);
});

describe('static members', () => {
  const staticJoin = async (group: string, memberId = ''): Promise<Joined> => await join(group, { instanceId: 'instance', memberId });

  it('come back to their assignment without a rebalance, and fence who was there before', async () => {
    const group = uniqueName('static');
    const first = await staticJoin(group);
    expect([first.errorCode, first.generationId, first.members?.[0]?.groupInstanceId]).toEqual([0, 1, 'instance']);
    expect(await sync(group, first, { [first.leader]: 'mine' }, { instanceId: 'instance' })).toEqual([0, 'mine']);
    const again = await staticJoin(group);
    expect([again.errorCode, again.generationId]).toEqual([0, 1]);
    expect(again.memberId).not.toBe(first.memberId);
    expect(await sync(group, again, {}, { instanceId: 'instance' })).toEqual([0, 'mine']);
    expect(await heartbeat(group, 1, first.leader, 'instance')).toBe(82);
    expect((await staticJoin(group, first.leader)).errorCode).toBe(82);
    expect(await heartbeat(group, 1, again.memberId as string, 'instance')).toBe(0);
  });

  it('are removed by their instance id', async () => {
    const group = uniqueName('removed');
    const joined = await staticJoin(group);
    await sync(group, joined, { [joined.leader]: 'mine' }, { instanceId: 'instance' });
    expect(await leave(group, '', 'other instance')).toEqual([0, 25]);
    expect(await leave(group, '', 'instance')).toEqual([0, 0]);
    expect(await heartbeat(group, 1, joined.leader, 'instance')).toBe(25);
  });
});

/** A member learns from its heartbeats that it must join again. */
async function heartbeatUntil(groupId: string, generationId: number, memberId: string, wanted: number): Promise<void> {
  let code = 0;
  while (code === 0) code = await heartbeat(groupId, generationId, memberId);
  expect(code).toBe(wanted);
}
