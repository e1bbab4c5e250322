import { describe, expect, it } from '@jest/globals';
import { ErrorCode } from '@ottla/model';
import { ApiKeys } from '@ottla/protocol';
import { ClassicConsumer } from '../testing/classic-consumer.ts';
import { ConsumerTestMember } from '../testing/consumer-test-member.ts';
import type { ShardHarness } from '../testing/shard-harness.ts';
import { LATEST, TestMember } from '../testing/test-member.ts';
import { withShard } from '../testing/with-shard.ts';
import { defaultGroupConfig } from '../group-config.ts';
import type { ConsumerGroupMigrationPolicy } from './migration-policy.ts';

const withPolicy = (migrationPolicy: ConsumerGroupMigrationPolicy) => ({ config: { consumer: { ...defaultGroupConfig.consumer, migrationPolicy } } });

type Member = ClassicConsumer | ConsumerTestMember;

function holdings(harness: ShardHarness, members: readonly Member[]): string[][] {
  return members.map((member) => [...member.owned].map((key) => (member instanceof ClassicConsumer ? key : `${harness.topics.topicNameOf(key.slice(0, key.lastIndexOf(':')))}:${key.slice(key.lastIndexOf(':') + 1)}`)).sort());
}

/** Lets all go on until every partition of `t` is with one of them, and nobody moves. */
function settleAll(harness: ShardHarness, members: readonly Member[]): string[][] {
  let before = '';
  for (let round = 0; round < 60; round++) {
    for (const member of members) member.beat();
    harness.advance(500);
    const held = holdings(harness, members);
    const flat = held.flat();
    if (new Set(flat).size !== flat.length) throw new Error(`two members hold the same: ${JSON.stringify(held)}`);
    const now = JSON.stringify(held);
    if (flat.length === 8 && now === before && members.every((member) => !(member instanceof ClassicConsumer) || member.isSettled)) return held;
    before = now;
  }
  throw new Error(`the group does not settle: ${before}`);
}

const sizes = (held: readonly (readonly string[])[]): number[] => held.map(({ length }) => length);
const thrice = (kind: string): string[] => [kind, kind, kind];
const kinds = (harness: ShardHarness, from = 0): string[] => harness.records().slice(from).map(({ type, value }) => `${value === null ? '-' : '+'}${type}`);

describe('a classic group that a member of the new protocol joins', () => {
  it('becomes a consumer group whose members keep what they have until they rejoin', () => {
    withShard({ topics: ['t'] }, (harness) => {
      const classic = [new ClassicConsumer(harness), new ClassicConsumer(harness)];
      expect(sizes(settleAll(harness, classic))).toEqual([4, 4]);
      const generation = harness.shard.store.get('g')?.generation ?? NaN;
      const from = harness.log.length;
      const modern = new ConsumerTestMember(harness, 'm');
      const joined = modern.beat();
      expect([joined.errorCode, joined.memberEpoch]).toEqual([ErrorCode.NONE, generation + 1]);
      expect(kinds(harness, from)).toEqual([
        '-GroupMetadata', '+ConsumerGroupMemberMetadata', '+ConsumerGroupMemberMetadata', '+ConsumerGroupMetadata', '+ConsumerGroupTargetAssignmentMember', '+ConsumerGroupTargetAssignmentMember',
        '+ConsumerGroupTargetAssignmentMetadata', '+ConsumerGroupCurrentMemberAssignment', '+ConsumerGroupCurrentMemberAssignment',
        // The member that came.
        '+ConsumerGroupMemberMetadata', '+ConsumerGroupMetadata', '+ConsumerGroupTargetAssignmentMember', '+ConsumerGroupTargetAssignmentMember', '+ConsumerGroupTargetAssignmentMember', '+ConsumerGroupTargetAssignmentMetadata',
        '+ConsumerGroupCurrentMemberAssignment',
      ]);
      expect(sizes(settleAll(harness, [...classic, modern])).toSorted((a, b) => a - b)).toEqual([2, 3, 3]);
      const described = harness.send(ApiKeys.ConsumerGroupDescribe, 1, { groupIds: ['g'], includeAuthorizedOperations: false }).answer.groups[0];
      expect(described?.members.map(({ memberType }) => memberType).sort()).toEqual([0, 0, 1]);
    });
  });

  it('sends members that wait in a rebalance back to join', () => {
    withShard({ topics: ['t'] }, (harness) => {
      const first = new TestMember(harness);
      const firstJoin = first.join();
      harness.advance(0);
      first.joined(firstJoin);
      const follower = new TestMember(harness);
      const followerJoin = follower.join();
      const again = first.join();
      follower.joined(followerJoin);
      first.joined(again);
      const waiting = (first.isLeader ? follower : first).sync();
      const second = new TestMember(harness);
      const joining = second.join();
      const modern = new ConsumerTestMember(harness, 'm');
      expect(modern.beat().errorCode).toBe(ErrorCode.NONE);
      expect([waiting.answer.errorCode, joining.answer.errorCode]).toEqual([ErrorCode.REBALANCE_IN_PROGRESS, ErrorCode.REBALANCE_IN_PROGRESS]);
      expect(harness.shard.parkedCount).toBe(0);
    });
  });

  it.each<[string, ConsumerGroupMigrationPolicy]>([['disabled', 'disabled'], ['downgrade', 'downgrade']])('refuses the member where the policy is %s', (_name, policy) => {
    withShard({ topics: ['t'], ...withPolicy(policy) }, (harness) => {
      settleAll(harness, [new ClassicConsumer(harness)]);
      expect(new ConsumerTestMember(harness, 'm').send()).toMatchObject({ errorCode: ErrorCode.GROUP_ID_NOT_FOUND, errorMessage: 'Cannot upgrade classic group g to consumer group because online upgrade is disabled.' });
    });
  });

  it('refuses the member when the group is not one of consumers, is full, or carries what is no subscription', () => {
    withShard({ topics: ['t'], config: { consumer: { ...defaultGroupConfig.consumer, maxSize: 1 } } }, (harness) => {
      const connect = new TestMember(harness, { groupId: 'connect', protocolType: 'connect' });
      const joining = connect.join();
      harness.advance(0);
      connect.joined(joining);
      connect.sync({ [connect.memberId]: 'x' });
      expect(new ConsumerTestMember(harness, 'm', { groupId: 'connect' }).send()).toMatchObject({ errorCode: ErrorCode.GROUP_ID_NOT_FOUND, errorMessage: 'Cannot upgrade classic group connect to consumer group because the group does not use the consumer embedded protocol.' });
      const full = new ClassicConsumer(harness, { groupId: 'full' });
      settleAll(harness, [full]);
      expect(new ConsumerTestMember(harness, 'm', { groupId: 'full' }).send().errorCode).toBe(ErrorCode.GROUP_MAX_SIZE_REACHED);
      expect(harness.shard.store.get('full')?.state).toBe('Stable');
      // Who is in it already only changes its protocol.
      expect(new ConsumerTestMember(harness, full.memberId, { groupId: 'full' }).send().errorCode).toBe(ErrorCode.NONE);
    });
    withShard({ topics: ['t'] }, (harness) => {
      harness.send(ApiKeys.JoinGroup, 3, { groupId: 'odd', sessionTimeoutMs: 10_000, rebalanceTimeoutMs: 60_000, memberId: '', protocolType: 'consumer', protocols: [{ name: 'range', metadata: new Uint8Array([0]) }] });
      harness.advance(0);
      expect(new ConsumerTestMember(harness, 'm', { groupId: 'odd' }).send()).toMatchObject({ errorCode: ErrorCode.GROUP_ID_NOT_FOUND, errorMessage: 'Cannot upgrade classic group odd to consumer group because the embedded consumer protocol is malformed.' });
      harness.advance(300_000);
    });
  });
});

describe('a consumer group that classic members join', () => {
  it('gives them what others have given up, each at its own pace', () => {
    withShard({ topics: ['t'] }, (harness) => {
      const modern = [new ConsumerTestMember(harness, 'a'), new ConsumerTestMember(harness, 'b')];
      settleAll(harness, modern);
      const classic = [new ClassicConsumer(harness), new ClassicConsumer(harness, { instanceId: 'i' })];
      expect(sizes(settleAll(harness, [...modern, ...classic]))).toEqual([2, 2, 2, 2]);
    });
  });

  it('refuses them where the policy is disabled, and protocols that classic members have not in common', () => {
    withShard({ topics: ['t'], ...withPolicy('disabled') }, (harness) => {
      settleAll(harness, [new ConsumerTestMember(harness, 'a')]);
      expect(new TestMember(harness).join().answer.errorCode).toBe(ErrorCode.INCONSISTENT_GROUP_PROTOCOL);
    });
    withShard({ topics: ['t'] }, (harness) => {
      const modern = new ConsumerTestMember(harness, 'a');
      settleAll(harness, [modern]);
      settleAll(harness, [modern, new ClassicConsumer(harness)]);
      expect(new TestMember(harness, { protocols: ['roundrobin'] }).join().answer.errorCode).toBe(ErrorCode.INCONSISTENT_GROUP_PROTOCOL);
      expect(new TestMember(harness, { protocolType: 'connect' }).join().answer.errorCode).toBe(ErrorCode.INCONSISTENT_GROUP_PROTOCOL);
    });
  });

  it('checks who they are', () => {
    withShard({ topics: ['t'] }, (harness) => {
      const modern = new ConsumerTestMember(harness, 'a');
      const classic = new ClassicConsumer(harness, { instanceId: 'i' });
      settleAll(harness, [modern]);
      settleAll(harness, [modern, classic]);
      const base = { groupId: 'g', memberId: classic.memberId, groupInstanceId: 'i', generationId: classic.generation };
      const heartbeat = (changes: object): number => harness.send(ApiKeys.Heartbeat, LATEST.heartbeat, { ...base, ...changes }).answer.errorCode;
      const sync = (changes: object): number => harness.send(ApiKeys.SyncGroup, LATEST.sync, { ...base, protocolType: 'consumer', protocolName: 'cooperative-sticky', assignments: [], ...changes }).answer.errorCode;
      const cases: [object, ErrorCode][] = [
        [{}, ErrorCode.NONE], [{ memberId: 'x', groupInstanceId: null }, ErrorCode.UNKNOWN_MEMBER_ID], [{ memberId: 'a', groupInstanceId: null, generationId: modern.epoch }, ErrorCode.UNKNOWN_MEMBER_ID],
        [{ groupInstanceId: 'j' }, ErrorCode.UNKNOWN_MEMBER_ID], [{ memberId: 'x' }, ErrorCode.FENCED_INSTANCE_ID], [{ generationId: 99 }, ErrorCode.ILLEGAL_GENERATION], [{ generationId: 0 }, ErrorCode.ILLEGAL_GENERATION],
      ];
      for (const [changes, error] of cases) expect([changes, heartbeat(changes), sync(changes)]).toEqual([changes, error, error]);
      expect(harness.send(ApiKeys.JoinGroup, 9, { groupId: 'g', memberId: 'x', groupInstanceId: 'i', sessionTimeoutMs: 30_000, rebalanceTimeoutMs: 5_000, protocolType: 'consumer', protocols: [{ name: 'cooperative-sticky', metadata: new Uint8Array(0) }] }).answer).toMatchObject({ errorCode: ErrorCode.FENCED_INSTANCE_ID, memberId: '' });
      expect([sync({ protocolName: 'range' }), sync({ protocolType: 'connect' })]).toEqual([ErrorCode.INCONSISTENT_GROUP_PROTOCOL, ErrorCode.INCONSISTENT_GROUP_PROTOCOL]);
      expect([classic.commit(3), committed(harness, classic, 99), committed(harness, classic, 0)]).toEqual([ErrorCode.NONE, ErrorCode.ILLEGAL_GENERATION, ErrorCode.ILLEGAL_GENERATION]);
    });
  });

  it('takes those out that are silent, that do not rejoin, and that do not sync', () => {
    withShard({ topics: ['t'] }, (harness) => {
      const modern = new ConsumerTestMember(harness, 'a');
      const silent = new ClassicConsumer(harness, { sessionTimeoutMs: 10_000 });
      settleAll(harness, [modern]);
      settleAll(harness, [modern, silent]);
      for (let second = 0; second < 12; second++) {
        harness.advance(1_000);
        modern.beat();
      }
      expect(harness.shard.store.consumerGroup('g')?.members.size).toBe(1);
      const neverSyncs = new TestMember(harness, { rebalanceTimeoutMs: 5_000, sessionTimeoutMs: 30_000 });
      expect(neverSyncs.join().answer.errorCode).toBe(ErrorCode.NONE);
      harness.advance(5_001);
      expect(harness.shard.store.consumerGroup('g')?.members.size).toBe(1);
      const stubborn = new ClassicConsumer(harness, { rebalanceTimeoutMs: 5_000, sessionTimeoutMs: 30_000 });
      settleAll(harness, [modern, stubborn]);
      new ConsumerTestMember(harness, 'b').beat();
      harness.advance(1_000);
      expect(stubborn.heartbeat()).toBe(ErrorCode.REBALANCE_IN_PROGRESS);
      harness.advance(5_001);
      expect(harness.shard.store.consumerGroup('g')?.members.has(stubborn.memberId)).toBe(false);
    });
  });
});

function committed(harness: ShardHarness, member: ClassicConsumer, generation: number): number | undefined {
  const topics = [{ name: 't', partitions: [{ partitionIndex: 0, committedOffset: 1, committedMetadata: '' }] }];
  const request = { groupId: 'g', generationIdOrMemberEpoch: generation, memberId: member.memberId, groupInstanceId: 'i', topics };
  return harness.send(ApiKeys.OffsetCommit, 9, request).answer.topics[0]?.partitions[0]?.errorCode;
}

describe('a consumer group whose last member of the new protocol goes', () => {
  it('becomes a classic group that rebalances', () => {
    withShard({ topics: ['t'] }, (harness) => {
      const modern = new ConsumerTestMember(harness, 'a');
      const classic = [new ClassicConsumer(harness), new ClassicConsumer(harness)];
      settleAll(harness, [modern]);
      settleAll(harness, [modern, ...classic]);
      const epoch = harness.shard.store.consumerGroup('g')?.epoch;
      const from = harness.log.length;
      modern.leave();
      expect(kinds(harness, from)).toEqual([
        ...thrice('-ConsumerGroupCurrentMemberAssignment'), ...thrice('-ConsumerGroupTargetAssignmentMember'), '-ConsumerGroupTargetAssignmentMetadata',
        ...thrice('-ConsumerGroupMemberMetadata'), '-ConsumerGroupPartitionMetadata', '-ConsumerGroupMetadata', '+GroupMetadata',
      ]);
      expect(harness.shard.store.get('g')).toMatchObject({ state: 'PreparingRebalance', generation: epoch, protocolType: 'consumer', protocolName: 'cooperative-sticky', size: 2 });
      expect(sizes(settleAll(harness, classic))).toEqual([4, 4]);
    });
  });

  it('also when it is silent, or a classic member takes its instance over', () => {
    withShard({ topics: ['t'] }, (harness) => {
      const modern = new ConsumerTestMember(harness, 'a', { instanceId: 'i' });
      const classic = new ClassicConsumer(harness);
      settleAll(harness, [modern]);
      settleAll(harness, [modern, classic]);
      const replacement = new ClassicConsumer(harness, { instanceId: 'i' });
      replacement.owned = new Set(holdings(harness, [modern])[0]);
      modern.owned.clear();
      replacement.beat();
      // Nothing changed for anyone: no rebalance.
      expect(harness.shard.store.get('g')?.state).toBe('Stable');
      expect(sizes(settleAll(harness, [classic, replacement]))).toEqual([4, 4]);
      const other = new ConsumerTestMember(harness, 'b');
      settleAll(harness, [classic, replacement, other]);
      other.owned.clear();
      harness.advance(1_000);
      for (let second = 0; second < 46; second++) {
        harness.advance(1_000);
        for (const member of [classic, replacement]) member.beat();
      }
      expect(harness.shard.store.get('g')?.size).toBe(2);
      expect(sizes(settleAll(harness, [classic, replacement]))).toEqual([4, 4]);
    });
  });

  it('also when it comes back with its own id as a classic member, if it is static', () => {
    withShard({ topics: ['t'] }, (harness) => {
      const modern = new ConsumerTestMember(harness, 'a', { instanceId: 'i' });
      const classic = new ClassicConsumer(harness);
      settleAll(harness, [modern]);
      settleAll(harness, [modern, classic]);
      const protocols = harness.shard.store.consumerGroup('g')?.members.get(classic.memberId)?.metadata.classicMemberMetadata?.supportedProtocols ?? [];
      expect(harness.send(ApiKeys.JoinGroup, 9, { groupId: 'g', memberId: 'a', groupInstanceId: 'i', sessionTimeoutMs: 30_000, rebalanceTimeoutMs: 5_000, protocolType: 'consumer', protocols }).answer.errorCode).toBe(ErrorCode.NONE);
      expect(harness.shard.store.get('g')?.size).toBe(2);
    });
  });

  it('leaves partitions with who holds them, whatever the targets want, also when it becomes a consumer group again', () => {
    withShard({ topics: ['t'] }, (harness) => {
      const modern = new ConsumerTestMember(harness, 'a');
      const [holder, comer] = [new ClassicConsumer(harness), new ClassicConsumer(harness)];
      settleAll(harness, [modern]);
      const held = settleAll(harness, [modern, holder])[1] ?? [];
      // The targets give the one that comes what the other has yet to give up, of which that one has heard by now.
      for (let beats = 0; beats < 3; beats++) comer.beat();
      harness.advance(1_000);
      for (const member of [comer, holder]) member.beat();
      expect(held).toHaveLength(4);
      expect(holdings(harness, [holder])).toEqual([held]);
      modern.leave();
      // They join anew; before the leader assigns, the group changes back.
      for (const member of [holder, comer, comer]) member.beat();
      expect(harness.shard.store.get('g')?.state).toBe('CompletingRebalance');
      const other = new ConsumerTestMember(harness, 'b');
      other.beat();
      for (let beats = 0; beats < 3; beats++) comer.beat();
      // The holder has not heard of it.
      expect(holdings(harness, [holder])).toEqual([held]);
      expect(comer.owned.isDisjointFrom(holder.owned)).toBe(true);
      settleAll(harness, [comer, other, holder]);
    });
  });

  it.each<[ConsumerGroupMigrationPolicy]>([['upgrade']])('stays what it is where the policy is %s, or the classic limit is lower', (policy) => {
    withShard({ topics: ['t'], ...withPolicy(policy) }, (harness) => {
      const modern = new ConsumerTestMember(harness, 'a');
      const classic = new ClassicConsumer(harness);
      settleAll(harness, [modern]);
      settleAll(harness, [modern, classic]);
      modern.leave();
      expect(settleAll(harness, [classic]).flat()).toHaveLength(8);
      expect(harness.shard.store.consumerGroup('g')?.members.size).toBe(1);
    });
    withShard({ topics: ['t'], config: { groupMaxSize: 1 } }, (harness) => {
      const modern = new ConsumerTestMember(harness, 'a');
      const classic = [new ClassicConsumer(harness), new ClassicConsumer(harness)];
      settleAll(harness, [modern]);
      settleAll(harness, [modern, ...classic]);
      modern.leave();
      expect(harness.shard.store.consumerGroup('g')?.members.size).toBe(2);
      settleAll(harness, classic);
    });
  });

  it('stays what it is when no batch can hold the change, and empties as ever', () => {
    withShard({ topics: ['t'] }, (harness) => {
      const modern = new ConsumerTestMember(harness, 'a');
      const classic = new ClassicConsumer(harness);
      settleAll(harness, [modern]);
      settleAll(harness, [modern, classic]);
      harness.maxBatchBytes = 250;
      modern.leave();
      expect(harness.shard.store.consumerGroup('g')?.members.size).toBe(1);
      classic.stop();
      expect(harness.shard.store.consumerGroup('g')?.state).toBe('Empty');
    });
  });
});
