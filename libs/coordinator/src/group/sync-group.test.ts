import { describe, expect, it } from '@jest/globals';
import { ErrorCode } from '@ottla/model';
import { ApiKeys, type SyncGroupRequestInput, type SyncGroupResponse } from '@ottla/protocol';
import type { Pending, ShardHarness } from './testing/shard-harness.ts';
import { stabilize, TestMember } from './testing/test-member.ts';
import { withShard } from './testing/with-shard.ts';

const ALL_VERSIONS = [0, 1, 2, 3, 4, 5];

function textOf({ answer }: Pending<SyncGroupResponse>): string {
  return Buffer.from(answer.assignment).toString();
}

/** Members of a new generation that have not synced; the first one leads. */
function joinedMembers(harness: ShardHarness, count: number, options = {}): TestMember[] {
  const members = Array.from({ length: count }, () => new TestMember(harness, options));
  const joins = members.map((member) => member.join());
  harness.advance(0);
  for (const [index, member] of members.entries()) member.joined(joins[index] as never);
  return members;
}

describe('SyncGroup refuses', () => {
  describe.each(ALL_VERSIONS)('in version %i', (version) => {
    it.each<[string, Partial<SyncGroupRequestInput>, number]>([
      ['an empty group id', { groupId: '' }, ErrorCode.INVALID_GROUP_ID],
      ['an unknown group', { groupId: 'nope' }, ErrorCode.UNKNOWN_MEMBER_ID],
      ['an unknown member', { memberId: 'nobody' }, ErrorCode.UNKNOWN_MEMBER_ID],
      ['an older generation', { generationId: 0 }, ErrorCode.ILLEGAL_GENERATION],
      ['a generation to come', { generationId: 2 }, ErrorCode.ILLEGAL_GENERATION],
    ])('%s', (_name, changes, error) => {
      withShard({}, (harness) => {
        const member = new TestMember(harness);
        stabilize(harness, member);
        const request = { groupId: 'g', generationId: 1, memberId: member.memberId, protocolType: 'consumer', protocolName: 'range', assignments: [], ...changes };
        expect(harness.send(ApiKeys.SyncGroup, version, request).answer.errorCode).toBe(error);
      });
    });
  });

  it.each<[string, Partial<SyncGroupRequestInput>]>([
    ['another protocol type', { protocolType: 'connect' }],
    ['another protocol', { protocolName: 'rr' }],
    ['no protocol type', { protocolType: null }],
    ['no protocol', { protocolName: null }],
  ])('%s in version 5', (_name, changes) => {
    withShard({}, (harness) => {
      const member = new TestMember(harness);
      stabilize(harness, member);
      expect(member.sync({}, changes).answer.errorCode).toBe(ErrorCode.INCONSISTENT_GROUP_PROTOCOL);
    });
  });

  it('members while others join', () => {
    withShard({}, (harness) => {
      const [a, b] = [new TestMember(harness), new TestMember(harness)];
      stabilize(harness, a, b);
      a.join();
      expect(b.sync().answer.errorCode).toBe(ErrorCode.REBALANCE_IN_PROGRESS);
    });
  });

  it('members of a group that is empty', () => {
    withShard({}, (harness) => {
      const member = new TestMember(harness);
      stabilize(harness, member);
      member.leave();
      expect(member.sync().answer.errorCode).toBe(ErrorCode.UNKNOWN_MEMBER_ID);
    });
  });
});

describe('an assignment', () => {
  it('holds once it is committed: until then nobody is answered, and commits of offsets are refused', () => {
    withShard({}, (harness) => {
      const [leader, other] = joinedMembers(harness, 2) as [TestMember, TestMember];
      harness.holdsCommits = true;
      const syncs = [leader.sync({ [leader.memberId]: 'L', [other.memberId]: 'O' }), other.sync()];
      expect(syncs.map(({ isAnswered }) => isAnswered)).toEqual([false, false]);
      expect(leader.heartbeat()).toBe(ErrorCode.NONE);
      expect(leader.commit(1)).toBe(ErrorCode.REBALANCE_IN_PROGRESS);
      harness.commit();
      expect(syncs.map(textOf)).toEqual(['L', 'O']);
      expect(leader.commit(1)).toBe(ErrorCode.NONE);
    });
  });

  it('is void for a member that joins before it is committed: those that wait are sent back to join', () => {
    withShard({}, (harness) => {
      const [leader] = joinedMembers(harness, 1) as [TestMember];
      harness.holdsCommits = true;
      const sync = leader.sync({ [leader.memberId]: 'all of it' });
      const late = new TestMember(harness);
      const join = late.join();
      expect(sync.answer.errorCode).toBe(ErrorCode.REBALANCE_IN_PROGRESS);
      harness.commit();
      const again = leader.join();
      expect([leader.joined(again).generationId, late.joined(join).generationId]).toEqual([2, 2]);
      const waiting = late.sync();
      expect([textOf(leader.sync({ [late.memberId]: 'half' })), textOf(waiting)]).toEqual(['', 'half']);
    });
  });

  it('reaches followers that waited and followers that come later', () => {
    withShard({}, (harness) => {
      const [leader, early, late] = joinedMembers(harness, 3) as [TestMember, TestMember, TestMember];
      const waiting = early.sync();
      expect(waiting.isAnswered).toBe(false);
      const own = leader.sync({ [leader.memberId]: 'L', [early.memberId]: 'E', [late.memberId]: 'A' });
      expect([textOf(own), textOf(waiting), textOf(late.sync())]).toEqual(['L', 'E', 'A']);
      expect(own.answer).toMatchObject({ errorCode: ErrorCode.NONE, protocolType: 'consumer', protocolName: 'range' });
    });
  });

  it('is in the log before anyone has it, with everything that a new owner needs', () => {
    withShard({}, (harness) => {
      const [leader, follower] = joinedMembers(harness, 2, { protocols: ['range', 'rr'] }) as [TestMember, TestMember];
      leader.sync({ [leader.memberId]: 'L', [follower.memberId]: 'F' });
      const last = harness.records().at(-1);
      expect(last).toMatchObject({
        type: 'GroupMetadata',
        value: {
          protocolType: 'consumer',
          generation: 1,
          protocol: 'range',
          leader: leader.memberId,
          members: [
            { memberId: leader.memberId, clientId: 'client', clientHost: '/10.0.0.1', rebalanceTimeout: 60_000, sessionTimeout: 10_000 },
            { memberId: follower.memberId },
          ],
        },
      });
      harness.reload();
      expect(textOf(follower.sync())).toBe('F');
      expect(follower.heartbeat()).toBe(ErrorCode.NONE);
    });
  });

  it('that fits into no batch sends everyone back to join', () => {
    withShard({}, (harness) => {
      const [leader, follower] = joinedMembers(harness, 2) as [TestMember, TestMember];
      const waiting = follower.sync();
      harness.maxBatchBytes = 50;
      expect(leader.sync({ [leader.memberId]: 'x'.repeat(100) }).answer.errorCode).toBe(ErrorCode.UNKNOWN_SERVER_ERROR);
      expect(waiting.answer.errorCode).toBe(ErrorCode.UNKNOWN_SERVER_ERROR);
      expect(leader.heartbeat()).toBe(ErrorCode.REBALANCE_IN_PROGRESS);
      harness.maxBatchBytes = Infinity;
      stabilize(harness, leader, follower);
      expect(leader.generation).toBe(2);
    });
  });

  it('is not made by a leader that leaves while followers wait: they join again, and another one leads', () => {
    withShard({}, (harness) => {
      const [leader, a, b] = joinedMembers(harness, 3) as [TestMember, TestMember, TestMember];
      const waiting = [a.sync(), b.sync()];
      leader.leave();
      expect(waiting.map(({ answer }) => answer.errorCode)).toEqual([ErrorCode.REBALANCE_IN_PROGRESS, ErrorCode.REBALANCE_IN_PROGRESS]);
      stabilize(harness, a, b);
      expect(a.isLeader).toBe(true);
      expect([a.generation, b.generation]).toEqual([2, 2]);
    });
  });

  it('is not made by a leader that died while followers wait', () => {
    withShard({}, (harness) => {
      const [, follower] = joinedMembers(harness, 2) as [TestMember, TestMember];
      const waiting = follower.sync();
      harness.advance(10_000);
      expect(waiting.answer.errorCode).toBe(ErrorCode.REBALANCE_IN_PROGRESS);
      stabilize(harness, follower);
      expect(follower.isLeader).toBe(true);
    });
  });
});

describe('a member that joins but never syncs', () => {
  it('is out after the rebalance timeout, however often it sends heartbeats', () => {
    withShard({}, (harness) => {
      const [leader, silent] = joinedMembers(harness, 2, { rebalanceTimeoutMs: 15_000 }) as [TestMember, TestMember];
      leader.sync({ [leader.memberId]: 'L' });
      for (let passedMs = 0; passedMs < 14_000; passedMs += 2_000) {
        expect([leader.heartbeat(), silent.heartbeat()]).toEqual([ErrorCode.NONE, ErrorCode.NONE]);
        harness.advance(2_000);
      }
      harness.advance(1_000);
      expect(silent.heartbeat()).toBe(ErrorCode.UNKNOWN_MEMBER_ID);
      expect(leader.heartbeat()).toBe(ErrorCode.REBALANCE_IN_PROGRESS);
    });
  });

  it('takes the leadership with it', () => {
    withShard({}, (harness) => {
      const [leader, follower] = joinedMembers(harness, 2, { rebalanceTimeoutMs: 15_000, sessionTimeoutMs: 60_000 }) as [TestMember, TestMember];
      const waiting = follower.sync();
      harness.advance(15_000);
      expect(waiting.answer.errorCode).toBe(ErrorCode.REBALANCE_IN_PROGRESS);
      expect(leader.heartbeat()).toBe(ErrorCode.UNKNOWN_MEMBER_ID);
      expect(follower.join().answer).toMatchObject({ generationId: 2, leader: follower.memberId });
    });
  });
});
