import { describe, expect, it } from '@jest/globals';
import { ErrorCode } from '@ottla/model';
import { ApiKeys, type HeartbeatRequestInput } from '@ottla/protocol';
import { stabilize, TestMember } from './testing/test-member.ts';
import { expectReloadable, withShard } from './testing/with-shard.ts';

describe('Heartbeat', () => {
  describe.each([0, 1, 2, 3, 4])('in version %i', (version) => {
    it.each<[string, Partial<HeartbeatRequestInput>, number]>([
      ['accepts a member', {}, ErrorCode.NONE],
      ['refuses an empty group id', { groupId: '' }, ErrorCode.INVALID_GROUP_ID],
      ['refuses an unknown group', { groupId: 'nope' }, ErrorCode.UNKNOWN_MEMBER_ID],
      ['refuses an unknown member', { memberId: 'nobody' }, ErrorCode.UNKNOWN_MEMBER_ID],
      ['refuses another generation', { generationId: 2 }, ErrorCode.ILLEGAL_GENERATION],
    ])('%s', (_name, changes, error) => {
      withShard({}, (harness) => {
        const member = new TestMember(harness);
        stabilize(harness, member);
        const request = { groupId: 'g', generationId: 1, memberId: member.memberId, ...changes };
        expect(harness.send(ApiKeys.Heartbeat, version, request).answer.errorCode).toBe(error);
      });
    });
  });

  it('keeps a member for its session timeout', () => {
    withShard({}, (harness) => {
      const member = new TestMember(harness, { sessionTimeoutMs: 8_000 });
      stabilize(harness, member);
      harness.advance(7_999);
      expect(member.heartbeat()).toBe(ErrorCode.NONE);
      harness.advance(7_999);
      expect(member.heartbeat()).toBe(ErrorCode.NONE);
      harness.advance(8_000);
      expect(member.heartbeat()).toBe(ErrorCode.UNKNOWN_MEMBER_ID);
      expect(harness.shard.store.get('g')).toMatchObject({ state: 'Empty', generation: 2 });
    });
  });

  it('is not owed by a member that waits to join or sync', () => {
    withShard({}, (harness) => {
      const [a, b] = [new TestMember(harness, { sessionTimeoutMs: 6_000, rebalanceTimeoutMs: 30_000 }), new TestMember(harness, { sessionTimeoutMs: 40_000, rebalanceTimeoutMs: 30_000 })];
      stabilize(harness, a, b);
      const pending = a.join();
      harness.advance(29_999);
      expect(pending.isAnswered).toBe(false);
      harness.advance(1);
      expect(pending.answer).toMatchObject({ errorCode: ErrorCode.NONE, generationId: 2 });
    });
  });

  it('gives members a whole session after a failover', () => {
    withShard({}, (harness) => {
      const member = new TestMember(harness, { sessionTimeoutMs: 8_000 });
      stabilize(harness, member);
      harness.advance(5_000);
      harness.reload();
      harness.advance(7_999);
      expect(member.heartbeat()).toBe(ErrorCode.NONE);
      harness.reload();
      harness.advance(8_000);
      expect(member.heartbeat()).toBe(ErrorCode.UNKNOWN_MEMBER_ID);
    });
  });
});

describe('LeaveGroup', () => {
  it.each([0, 1, 2])('carries the error of its one member in version %i', (version) => {
    withShard({}, (harness) => {
      const member = new TestMember(harness);
      stabilize(harness, member);
      const leave = (groupId: string, memberId: string): number => harness.send(ApiKeys.LeaveGroup, version, { groupId, memberId }).answer.errorCode;
      expect(leave('', 'm')).toBe(ErrorCode.INVALID_GROUP_ID);
      expect(leave('nope', 'm')).toBe(ErrorCode.UNKNOWN_MEMBER_ID);
      expect(leave('g', 'm')).toBe(ErrorCode.UNKNOWN_MEMBER_ID);
      expect(leave('g', '')).toBe(ErrorCode.UNKNOWN_MEMBER_ID);
      expect(leave('g', member.memberId)).toBe(ErrorCode.NONE);
      expect(harness.shard.store.get('g')?.state).toBe('Empty');
    });
  });

  it.each([3, 4, 5])('answers member by member in version %i', (version) => {
    withShard({}, (harness) => {
      const [a, b, c] = [new TestMember(harness), new TestMember(harness), new TestMember(harness)];
      stabilize(harness, a, b, c);
      const members = [{ memberId: a.memberId }, { memberId: 'nobody' }, { memberId: b.memberId }];
      const leave = (groupId: string) => harness.send(ApiKeys.LeaveGroup, version, { groupId, members }).answer;
      expect(leave('')).toMatchObject({ errorCode: ErrorCode.INVALID_GROUP_ID, members: [] });
      expect(leave('nope').members.map(({ errorCode }) => errorCode)).toEqual(members.map(() => ErrorCode.UNKNOWN_MEMBER_ID));
      expect(leave('g')).toMatchObject({
        errorCode: ErrorCode.NONE,
        members: [
          { memberId: a.memberId, errorCode: ErrorCode.NONE },
          { memberId: 'nobody', errorCode: ErrorCode.UNKNOWN_MEMBER_ID },
          { memberId: b.memberId, errorCode: ErrorCode.NONE },
        ],
      });
      expect(c.join().answer).toMatchObject({ generationId: 2, leader: c.memberId });
    });
  });

  it('takes back an id that was given out, and the wait for it', () => {
    withShard({}, (harness) => {
      const member = new TestMember(harness);
      stabilize(harness, member);
      const pendingId = harness.send(ApiKeys.JoinGroup, 9, { ...new TestMember(harness).joinRequest() }).answer.memberId;
      const rejoin = member.join();
      expect(rejoin.isAnswered).toBe(false);
      const left = harness.send(ApiKeys.LeaveGroup, 5, { groupId: 'g', members: [{ memberId: pendingId }] }).answer;
      expect(left.members[0]?.errorCode).toBe(ErrorCode.NONE);
      expect(rejoin.answer.generationId).toBe(2);
    });
  });

  it('ends the requests that the member has parked', () => {
    withShard({}, (harness) => {
      const [a, b] = [new TestMember(harness), new TestMember(harness)];
      const [joinA, joinB] = [a.join(), b.join()];
      harness.advance(0);
      a.joined(joinA);
      b.joined(joinB);
      const sync = b.sync();
      b.leave();
      expect(sync.answer.errorCode).toBe(ErrorCode.UNKNOWN_MEMBER_ID);
    });
  });

  it('completes a rebalance that waited for the member', () => {
    withShard({}, (harness) => {
      const [a, b] = [new TestMember(harness), new TestMember(harness)];
      stabilize(harness, a, b);
      const pending = a.join();
      b.leave();
      expect(pending.answer).toMatchObject({ generationId: 2, members: [{ memberId: a.memberId }] });
    });
  });
});

describe('a shard', () => {
  it('drops what a client would have been answered that is gone', () => {
    withShard({}, (harness) => {
      const [a, b] = [new TestMember(harness), new TestMember(harness)];
      stabilize(harness, a, b);
      a.join();
      harness.cancel(harness.lastRequestId);
      expect(harness.shard.parkedCount).toBe(0);
      const other = b.join();
      expect(other.answer.generationId).toBe(2);
    });
  });

  it('asks a group that is above the limit to join again after a load', () => {
    withShard({}, (harness) => {
      const members = [new TestMember(harness), new TestMember(harness)];
      stabilize(harness, ...members);
      harness.config = { ...harness.config, groupMaxSize: 1 };
      harness.reload();
      expect(members.map((member) => member.heartbeat())).toEqual([ErrorCode.REBALANCE_IN_PROGRESS, ErrorCode.REBALANCE_IN_PROGRESS]);
    });
  });

  it('sends members of a generation that never was written down back to join after a failover', () => {
    withShard({}, (harness) => {
      const [a, b] = [new TestMember(harness), new TestMember(harness)];
      stabilize(harness, a, b);
      const [joinA] = [a.join(), b.join()];
      a.joined(joinA);
      harness.reload();
      expect(a.heartbeat()).toBe(ErrorCode.ILLEGAL_GENERATION);
      expect(a.sync().answer.errorCode).toBe(ErrorCode.ILLEGAL_GENERATION);
      stabilize(harness, a, b);
      expect(a.generation).toBe(2);
    });
  });

  it('goes on with generation 0 after the last one', () => {
    withShard({}, (harness) => {
      const member = new TestMember(harness);
      stabilize(harness, member);
      const group = harness.shard.store.get('g');
      if (group !== undefined) group.generation = 0x7fffffff;
      stabilize(harness, member);
      expect(member.generation).toBe(0);
      expect(member.heartbeat()).toBe(ErrorCode.NONE);
    });
  });

  it('carries 10,000 members in 100 groups, and their heartbeats move no other deadline', () => {
    withShard({}, (harness) => {
      const members: TestMember[] = [];
      for (let index = 0; index < 10_000; index++) members.push(new TestMember(harness, { groupId: `g${index % 100}`, joinVersion: 3, sessionTimeoutMs: 45_000 }));
      const joins = members.map((member) => member.join());
      harness.advance(0);
      for (const [index, member] of members.entries()) member.joined(joins[index] as never);
      for (const member of members) if (!member.isLeader) member.sync();
      for (const member of members) if (member.isLeader) member.sync({ [member.memberId]: 'all' });
      expect(harness.shard.parkedCount).toBe(0);
      harness.advance(3_000);
      expect(members.every((member) => member.heartbeat() === ErrorCode.NONE)).toBe(true);
      expect(harness.shard.nextDeadlineMs()).toBe(harness.monotonicMs + 45_000);
      expectReloadable(harness);
    });
  });
});
