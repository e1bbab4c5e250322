import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { ErrorCode } from '@ottla/model';
import { ApiKeys } from '@ottla/protocol';
import { RawConnection } from './clients/raw-connection.ts';
import { type Identity, RawTransactions } from './clients/raw-transactions.ts';
import { eventually } from './conditions.ts';
import { PlaneCluster } from './plane-cluster.ts';

/**
 * One controller, one broker, two coordinators of each role, each a process. The first of a role owns the only shard,
 * the second stands by; kill -9 of the first must cost members and producers at most this, and nothing that they hold.
 */
const WITHIN_MS = 1_500;
const TOPIC = 'taken-over';
const PARTITIONS = 4;
const HEARTBEAT_VERSION = 4;
const TV2_PRODUCE = 12;
const TV2_END = 5;
/** What says "look for the coordinator again": a client keeps what it is. */
const passing: ReadonlySet<number> = new Set([ErrorCode.COORDINATOR_LOAD_IN_PROGRESS, ErrorCode.COORDINATOR_NOT_AVAILABLE, ErrorCode.NOT_COORDINATOR, ErrorCode.CONCURRENT_TRANSACTIONS]);

let cluster: PlaneCluster;
let raw: RawConnection;

beforeAll(async () => {
  cluster = await PlaneCluster.start(1, 1, {
    'offsets.topic.replication.factor': '1', 'offsets.topic.num.partitions': '1', 'group.initial.rebalance.delay.ms': '0',
    'transaction.state.log.replication.factor': '1', 'transaction.state.log.min.isr': '1', 'transaction.state.log.num.partitions': '1',
  });
  await cluster.startCoordinator('group-coordinator', 201, { 'group.initial.rebalance.delay.ms': '0' });
  await cluster.startCoordinator('transaction-coordinator', 301);
  await cluster.createTopic(1, TOPIC, ...Array.from({ length: PARTITIONS }, () => [1]));
  const [host = '', port] = cluster.addressOf(1).split(':');
  raw = await RawConnection.open({ host, port: Number(port) });
}, 120_000);
// The processes go first, also when the connection was never made.
afterAll(async () => {
  await cluster?.[Symbol.asyncDispose]();
  raw?.close();
});

/** Asks without pause until the answer is no longer one that passes; answers it, and how long that took. */
async function through<T extends { readonly errorCode: number }>(ask: () => Promise<T>): Promise<{ readonly answer: T; readonly tookMs: number }> {
  const startedAt = performance.now();
  const answer = await eventually('a coordinator serves', async () => {
    const heard = await ask();
    if (passing.has(heard.errorCode)) throw new Error(`error ${heard.errorCode}`);
    return heard;
  });
  return { answer, tookMs: performance.now() - startedAt };
}

/** A static member of the classic protocol, alone in its group, with its assignment. */
async function joinClassic(groupId: string): Promise<() => Promise<{ readonly errorCode: number }>> {
  const join = (memberId: string) => raw.ask(ApiKeys.JoinGroup, 7, { groupId, sessionTimeoutMs: 30_000, rebalanceTimeoutMs: 30_000, memberId, groupInstanceId: null, protocolType: 'consumer', protocols: [{ name: 'range', metadata: Buffer.from('m') }], reason: null });
  const { answer: first } = await through(() => join(''));
  const { memberId, generationId, errorCode } = await join(first.memberId);
  expect(errorCode).toBe(ErrorCode.NONE);
  const synced = await raw.ask(ApiKeys.SyncGroup, 5, { groupId, generationId, memberId, groupInstanceId: null, protocolType: 'consumer', protocolName: 'range', assignments: [{ memberId, assignment: Buffer.from('a') }] });
  expect(synced.errorCode).toBe(ErrorCode.NONE);
  return () => raw.ask(ApiKeys.Heartbeat, HEARTBEAT_VERSION, { groupId, generationId, memberId, groupInstanceId: null });
}

interface ModernMember {
  readonly beat: () => Promise<{ readonly errorCode: number; readonly memberEpoch: number; readonly assignment: unknown }>;
  readonly memberEpoch: number;
}

async function joinModern(groupId: string, memberId: string): Promise<ModernMember> {
  const { topics } = await raw.ask(ApiKeys.Metadata, 12, { topics: [{ name: TOPIC }], allowAutoTopicCreation: false });
  const topicId = topics[0]?.topicId ?? '';
  const { answer } = await through(() => raw.ask(ApiKeys.ConsumerGroupHeartbeat, 1, { groupId, memberId, memberEpoch: 0, rebalanceTimeoutMs: 30_000, subscribedTopicNames: [TOPIC], serverAssignor: 'uniform', topicPartitions: [] }));
  const partitions = answer.assignment?.topicPartitions[0]?.partitions ?? [];
  expect(partitions).toHaveLength(PARTITIONS);
  const topicPartitions = [{ topicId, partitions }];
  return { memberEpoch: answer.memberEpoch, beat: () => raw.ask(ApiKeys.ConsumerGroupHeartbeat, 1, { groupId, memberId, memberEpoch: answer.memberEpoch, topicPartitions }) };
}

describe('kill -9 of the coordinator that owns', () => {
  it('groups: members of both protocols go on in their generation and epoch, and offsets are kept', async () => {
    const found = () => raw.ask(ApiKeys.FindCoordinator, 4, { keyType: 0, coordinatorKeys: ['classic'] });
    await eventually('there is a coordinator', async () => (await found()).coordinators[0]?.errorCode === ErrorCode.NONE);
    const classic = await joinClassic('classic');
    const modern = await joinModern('modern', 'EDd5xTRlRBeYLvPGd0Xa8g');
    const commit = async (offset: number) => ({ errorCode: (await raw.ask(ApiKeys.OffsetCommit, 8, { groupId: 'simple', generationIdOrMemberEpoch: -1, memberId: '', groupInstanceId: null, topics: [{ name: TOPIC, partitions: [{ partitionIndex: 0, committedOffset: offset, committedLeaderEpoch: -1, committedMetadata: '' }] }] })).topics[0]?.partitions[0]?.errorCode ?? -1 });
    expect(await commit(17)).toEqual({ errorCode: ErrorCode.NONE });
    await cluster.startCoordinator('group-coordinator', 202, { 'group.initial.rebalance.delay.ms': '0' });

    await cluster.kill('group-coordinator-201');
    const [heartbeat, beat, committed] = await Promise.all([through(classic), through(modern.beat), through(() => commit(18))]);

    // Not REBALANCE_IN_PROGRESS, not UNKNOWN_MEMBER_ID: nobody has to join again.
    expect(heartbeat.answer.errorCode).toBe(ErrorCode.NONE);
    expect(beat.answer).toMatchObject({ errorCode: ErrorCode.NONE, memberEpoch: modern.memberEpoch });
    expect(committed.answer.errorCode).toBe(ErrorCode.NONE);
    expect(Math.max(heartbeat.tookMs, beat.tookMs, committed.tookMs)).toBeLessThan(WITHIN_MS);
    const { groups } = await raw.ask(ApiKeys.OffsetFetch, 8, { groups: [{ groupId: 'simple', topics: [{ name: TOPIC, partitionIndexes: [0] }] }], requireStable: true });
    expect(groups[0]?.topics[0]?.partitions[0]?.committedOffset).toBe(18);
  }, 60_000);

  it('transactions: an open one is committed by its producer, and the next begins in its epoch', async () => {
    const producer = new RawTransactions(raw, 'mover');
    const write = (identity: Identity, sequence: number) => through(async () => ({ errorCode: await producer.produce(identity, TOPIC, 0, TV2_PRODUCE, sequence) }));
    const first = await producer.begin();
    expect((await write(first, 0)).answer.errorCode).toBe(ErrorCode.NONE);
    await cluster.startCoordinator('transaction-coordinator', 302);

    await cluster.kill('transaction-coordinator-301');
    const ended = await through(() => producer.end(first, true, TV2_END));
    const next = ended.answer;
    const wrote = await write(next, 0);
    const endedNext = await through(() => producer.end(next, true, TV2_END));

    expect(next).toEqual({ errorCode: ErrorCode.NONE, producerId: first.producerId, producerEpoch: first.producerEpoch + 1 });
    expect([wrote.answer.errorCode, endedNext.answer.errorCode]).toEqual([ErrorCode.NONE, ErrorCode.NONE]);
    expect(ended.tookMs + wrote.tookMs + endedNext.tookMs).toBeLessThan(WITHIN_MS);
    expect(await producer.atRest()).toBe('CompleteCommit');
    // The last stable offset moved past both transactions: two records and two markers.
    await eventually('nothing is open', async () => {
      const { topics } = await raw.ask(ApiKeys.ListOffsets, 7, { replicaId: -1, isolationLevel: 1, topics: [{ name: TOPIC, partitions: [{ partitionIndex: 0, currentLeaderEpoch: -1, timestamp: -1 }] }] });
      return topics[0]?.partitions[0]?.offset === 4;
    });
  }, 60_000);
});
