import { describe, expect, it } from '@jest/globals';
import { ErrorCode } from '@ottla/model';
import type { JoinGroupResponse } from '@ottla/protocol';
import type { Pending, ShardHarness } from './testing/shard-harness.ts';
import { committedOffset, stabilize, TestMember } from './testing/test-member.ts';
import { withShard } from './testing/with-shard.ts';

/** Each client notices the rebalance by its heartbeat and joins; answers who got which assignment from the leader. */
function rebalance(harness: ShardHarness, members: readonly TestMember[], underWay: ReadonlyMap<TestMember, Pending<JoinGroupResponse>>, assign: (memberIds: string[]) => Record<string, string>): string[] {
  const joins = members.map((member) => {
    const joining = underWay.get(member);
    if (joining !== undefined) return joining;
    expect(member.heartbeat()).toBe(ErrorCode.REBALANCE_IN_PROGRESS);
    return member.join();
  });
  harness.advance(0);
  for (const [index, member] of members.entries()) member.joined(joins[index] as Pending<JoinGroupResponse>);
  expect(new Set(members.map(({ generation }) => generation)).size).toBe(1);
  const assignments = assign(members.map(({ memberId }) => memberId));
  const syncs = members.map((member) => member.sync(member.isLeader ? assignments : {}));
  return syncs.map(({ answer }) => Buffer.from(answer.assignment).toString());
}

describe('members with an eager assignor', () => {
  it('share anew whenever one comes or goes, and go on from what was committed', () => {
    withShard({}, (harness) => {
      const [a, b, c] = [new TestMember(harness), new TestMember(harness), new TestMember(harness)];
      stabilize(harness, a);
      expect(a.commit(10)).toBe(ErrorCode.NONE);

      const joiningB = b.join();
      expect(a.commit(11)).toBe(ErrorCode.NONE);
      expect(rebalance(harness, [a, b], new Map([[b, joiningB]]), ([x = '', y = '']) => ({ [x]: '0', [y]: '1' }))).toEqual(['0', '1']);

      const joiningC = c.join();
      expect(rebalance(harness, [a, b, c], new Map([[c, joiningC]]), ([x = '', y = '', z = '']) => ({ [x]: '0', [y]: '1', [z]: '2' }))).toEqual(['0', '1', '2']);
      expect([a.isLeader, a.generation]).toEqual([true, 3]);

      a.leave();
      expect(rebalance(harness, [b, c], new Map(), ([y = '', z = '']) => ({ [y]: '0,1', [z]: '2' }))).toEqual(['0,1', '2']);
      expect([b.isLeader, b.generation, committedOffset(harness)]).toEqual([true, 4, 11]);
      expect(a.commit(12)).toBe(ErrorCode.UNKNOWN_MEMBER_ID);
    });
  });
});

describe('members with a cooperative assignor', () => {
  const protocols = ['cooperative-sticky'];

  it('give up partitions in one generation and hand them over in the next', () => {
    withShard({}, (harness) => {
      const [a, b] = [new TestMember(harness, { protocols, topics: ['t'] }), new TestMember(harness, { protocols, topics: ['t'] })];
      stabilize(harness, a);
      const joiningB = b.join();
      expect(rebalance(harness, [a, b], new Map([[b, joiningB]]), ([x = '', y = '']) => ({ [x]: '0', [y]: '' }))).toEqual(['0', '']);

      // The owner gave up partition 1: it says so by joining again with other metadata.
      a.topics = ['t', 'u'];
      const joiningA = a.join();
      expect(joiningA.isAnswered).toBe(false);
      expect(rebalance(harness, [a, b], new Map([[a, joiningA]]), ([x = '', y = '']) => ({ [x]: '0', [y]: '1' }))).toEqual(['0', '1']);
      expect([a.generation, b.generation]).toEqual([3, 3]);
    });
  });
});

describe('a rebalance', () => {
  it('ends without the members that died in it', () => {
    withShard({}, (harness) => {
      const [a, b] = [new TestMember(harness, { sessionTimeoutMs: 6_000 }), new TestMember(harness, { sessionTimeoutMs: 6_000 })];
      stabilize(harness, a, b);
      const joining = new TestMember(harness).join();
      harness.advance(3_000);
      b.heartbeat();
      harness.advance(3_000);
      expect(joining.isAnswered).toBe(false);
      const rejoining = b.join();
      expect([joining, rejoining].map(({ answer }) => [answer.errorCode, answer.generationId])).toEqual([[ErrorCode.NONE, 2], [ErrorCode.NONE, 2]]);
      expect(rejoining.answer.leader).toBe(b.memberId);
    });
  });

  it('that nobody comes to ends with an empty group, written down', () => {
    withShard({}, (harness) => {
      const [a, b] = [new TestMember(harness), new TestMember(harness)];
      stabilize(harness, a, b);
      a.leave();
      b.leave();
      expect(harness.records().at(-1)).toMatchObject({ value: { protocolType: 'consumer', generation: 2, protocol: null, leader: null, members: [] } });
    });
  });

  it('of one group is none of another', () => {
    withShard({}, (harness) => {
      const [a, b] = [new TestMember(harness, { groupId: 'a' }), new TestMember(harness, { groupId: 'b' })];
      stabilize(harness, a);
      stabilize(harness, b);
      new TestMember(harness, { groupId: 'b' }).join();
      expect([a.heartbeat(), b.heartbeat()]).toEqual([ErrorCode.NONE, ErrorCode.REBALANCE_IN_PROGRESS]);
    });
  });
});
