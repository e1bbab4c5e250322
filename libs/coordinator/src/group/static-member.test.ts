import { describe, expect, it } from '@jest/globals';
import { ErrorCode } from '@ottla/model';
import { ApiKeys } from '@ottla/protocol';
import type { ShardHarness } from './testing/shard-harness.ts';
import { bytes, stabilize, TestMember } from './testing/test-member.ts';
import { withShard } from './testing/with-shard.ts';

/** The same instance started again: it knows its instance id, not its member id. */
function restarted(harness: ShardHarness, { options }: TestMember, joinVersion = 9): TestMember {
  return new TestMember(harness, { ...options, joinVersion });
}

function twoStatic(harness: ShardHarness): readonly [TestMember, TestMember] {
  const members = [new TestMember(harness, { instanceId: 'i' }), new TestMember(harness, { instanceId: 'j' })] as const;
  stabilize(harness, ...members);
  return members;
}

describe('a static member that starts again', () => {
  it.each([5, 6, 7, 8, 9])('gets its assignment back without a rebalance, as a follower in version %i', (version) => {
    withShard({}, (harness) => {
      const [leader, follower] = twoStatic(harness);
      const again = restarted(harness, follower, version);
      expect(again.joined(again.join())).toMatchObject({ generationId: 1, leader: leader.memberId, members: [], skipAssignment: false });
      expect(again.memberId).not.toBe(follower.memberId);
      expect(Buffer.from(again.sync().answer.assignment).toString()).toBe(follower.memberId);
      expect(leader.heartbeat()).toBe(ErrorCode.NONE);
    });
  });

  it('learns as the leader of version 9 that it need not assign', () => {
    withShard({}, (harness) => {
      const [leader, follower] = twoStatic(harness);
      const again = restarted(harness, leader);
      expect(again.joined(again.join())).toMatchObject({ leader: again.memberId, skipAssignment: true, members: [{ memberId: follower.memberId }, { memberId: again.memberId }] });
    });
  });

  it('is shown its old id as the leader before version 9, so that it does not assign', () => {
    withShard({}, (harness) => {
      const [leader] = twoStatic(harness);
      const again = restarted(harness, leader, 8);
      expect(again.joined(again.join())).toMatchObject({ leader: leader.memberId, members: [] });
      expect(harness.shard.store.get('g')?.leaderId).toBe(again.memberId);
    });
  });

  it('fences whoever still acts under its old id', () => {
    withShard({}, (harness) => {
      const [, follower] = twoStatic(harness);
      const again = restarted(harness, follower);
      again.join();
      expect(follower.heartbeat()).toBe(ErrorCode.FENCED_INSTANCE_ID);
      expect(follower.sync().answer.errorCode).toBe(ErrorCode.FENCED_INSTANCE_ID);
      expect(follower.join().answer.errorCode).toBe(ErrorCode.FENCED_INSTANCE_ID);
      expect(follower.commit(1)).toBe(ErrorCode.FENCED_INSTANCE_ID);
      expect(follower.leave().members[0]?.errorCode).toBe(ErrorCode.FENCED_INSTANCE_ID);
    });
  });

  it('is written down under its new id, which a failover keeps', () => {
    withShard({}, (harness) => {
      const [, follower] = twoStatic(harness);
      const again = restarted(harness, follower);
      again.joined(again.join());
      harness.reload();
      expect(again.heartbeat()).toBe(ErrorCode.NONE);
      expect(Buffer.from(again.sync().answer.assignment).toString()).toBe(follower.memberId);
    });
  });

  it('is not waited for under its old id when that had not synced', () => {
    withShard({}, (harness) => {
      const options = { rebalanceTimeoutMs: 5_000, sessionTimeoutMs: 30_000 };
      const [leader, follower] = [new TestMember(harness, { ...options, instanceId: 'i' }), new TestMember(harness, { ...options, instanceId: 'j' })];
      const [joinLeader] = [leader.join(), follower.join()];
      harness.advance(0);
      leader.joined(joinLeader);
      leader.sync();
      const again = restarted(harness, follower);
      again.joined(again.join());
      harness.advance(5_000);
      expect([leader.heartbeat(), again.heartbeat()]).toEqual([ErrorCode.NONE, ErrorCode.NONE]);
    });
  });

  it('starts a rebalance when it no longer knows the protocol of the others', () => {
    withShard({}, (harness) => {
      const member = new TestMember(harness, { instanceId: 'i', protocols: ['range', 'rr'] });
      stabilize(harness, member);
      const again = new TestMember(harness, { instanceId: 'i', protocols: ['rr'] });
      expect(again.joined(again.join())).toMatchObject({ generationId: 2, protocolName: 'rr' });
      again.sync({ [again.memberId]: 'x' });
    });
  });

  it('starts a rebalance while the leader assigns, as the assignment would be for the old id', () => {
    withShard({}, (harness) => {
      const [a, b] = [new TestMember(harness, { instanceId: 'i' }), new TestMember(harness, { instanceId: 'j' })];
      const [joinA, joinB] = [a.join(), b.join()];
      harness.advance(0);
      a.joined(joinA);
      b.joined(joinB);
      const sync = b.sync();
      const again = restarted(harness, b);
      const pending = again.join();
      expect(sync.answer.errorCode).toBe(ErrorCode.FENCED_INSTANCE_ID);
      expect(pending.isAnswered).toBe(false);
      a.join();
      expect(pending.answer.generationId).toBe(2);
    });
  });

  it('takes the place of a join that its old process has parked', () => {
    withShard({ config: { groupInitialRebalanceDelayMs: 1_000 } }, (harness) => {
      const first = new TestMember(harness, { instanceId: 'i' });
      const firstJoin = first.join();
      const again = restarted(harness, first);
      const pending = again.join();
      expect(firstJoin.answer.errorCode).toBe(ErrorCode.FENCED_INSTANCE_ID);
      harness.advance(1_000);
      expect(pending.answer.members).toHaveLength(1);
    });
  });

  it('keeps its place when its new metadata fits into no batch', () => {
    withShard({}, (harness) => {
      const [, follower] = twoStatic(harness);
      harness.maxBatchBytes = 10;
      const again = restarted(harness, follower);
      again.topics = ['u'];
      expect(again.join().answer).toMatchObject({ errorCode: ErrorCode.UNKNOWN_SERVER_ERROR, memberId: '' });
      harness.maxBatchBytes = Infinity;
      expect(follower.heartbeat()).toBe(ErrorCode.NONE);
      harness.advance(10_000);
      expect(follower.heartbeat()).toBe(ErrorCode.UNKNOWN_MEMBER_ID);
    });
  });
});

describe('static members', () => {
  it('keep their place in a rebalance that they miss, until their session ends', () => {
    withShard({}, (harness) => {
      const [leader, follower] = [
        new TestMember(harness, { instanceId: 'i', rebalanceTimeoutMs: 4_000, sessionTimeoutMs: 30_000 }),
        new TestMember(harness, { instanceId: 'j', rebalanceTimeoutMs: 4_000, sessionTimeoutMs: 30_000 }),
      ];
      stabilize(harness, leader, follower);
      const pending = leader.join();
      harness.advance(4_000);
      expect(leader.joined(pending).members).toHaveLength(2);
      leader.sync({ [follower.memberId]: 'kept' });
      // It has its rebalance timeout to sync, then it is out.
      harness.advance(4_000);
      expect(harness.shard.store.get('g')?.member(follower.memberId)).toBeUndefined();
    });
  });

  it('wait on while nobody at all joins, until their sessions end', () => {
    withShard({}, (harness) => {
      const members = twoStatic(harness);
      new TestMember(harness, { rebalanceTimeoutMs: 2_000 }).join();
      harness.advance(200_000);
      for (const member of members) expect(member.heartbeat()).toBe(ErrorCode.UNKNOWN_MEMBER_ID);
    });
  });

  it('can be removed by instance id alone', () => {
    withShard({}, (harness) => {
      const [leader, follower] = twoStatic(harness);
      const members = ['j', 'nobody'].map((groupInstanceId) => ({ memberId: '', groupInstanceId }));
      expect(harness.send(ApiKeys.LeaveGroup, 5, { groupId: 'g', members }).answer.members).toEqual([
        { memberId: '', groupInstanceId: 'j', errorCode: ErrorCode.NONE },
        { memberId: '', groupInstanceId: 'nobody', errorCode: ErrorCode.UNKNOWN_MEMBER_ID },
      ]);
      expect(leader.heartbeat()).toBe(ErrorCode.REBALANCE_IN_PROGRESS);
      expect(follower.heartbeat()).toBe(ErrorCode.UNKNOWN_MEMBER_ID);
    });
  });

  it('do not leave by closing: only their session ends them', () => {
    withShard({}, (harness) => {
      const [leader, follower] = twoStatic(harness);
      harness.advance(6_000);
      leader.heartbeat();
      harness.advance(4_000);
      expect(follower.heartbeat()).toBe(ErrorCode.UNKNOWN_MEMBER_ID);
      expect(leader.heartbeat()).toBe(ErrorCode.REBALANCE_IN_PROGRESS);
    });
  });

  it('are assigned by id, so bytes for an unknown id go nowhere', () => {
    withShard({}, (harness) => {
      const member = new TestMember(harness, { instanceId: 'i' });
      member.join();
      harness.advance(0);
      const group = harness.shard.store.get('g');
      member.memberId = group?.memberIdOf('i') ?? '';
      member.generation = 1;
      const { assignment } = member.sync({ somebody: 'else' }).answer;
      expect(assignment).toEqual(Buffer.from(bytes('')));
    });
  });
});
