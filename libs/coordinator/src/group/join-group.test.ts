import { describe, expect, it } from '@jest/globals';
import { ErrorCode } from '@ottla/model';
import { ApiKeys, type JoinGroupRequestInput } from '@ottla/protocol';
import type { ShardHarness } from './testing/shard-harness.ts';
import { bytes, stabilize, subscription, TestMember } from './testing/test-member.ts';
import { withShard } from './testing/with-shard.ts';

const ALL_VERSIONS = [2, 3, 4, 5, 6, 7, 8, 9];
const FROM_4 = [4, 5, 6, 7, 8, 9];
const FROM_5 = [5, 6, 7, 8, 9];

function request(changes: Partial<JoinGroupRequestInput> = {}): JoinGroupRequestInput {
  const protocols = [{ name: 'range', metadata: subscription('t') }];
  return { groupId: 'g', sessionTimeoutMs: 10_000, rebalanceTimeoutMs: 60_000, memberId: '', protocolType: 'consumer', protocols, ...changes };
}

/** The error of a JoinGroup that is answered at once. */
function joinError(harness: ShardHarness, version: number, changes: Partial<JoinGroupRequestInput>): number {
  return harness.send(ApiKeys.JoinGroup, version, request(changes)).answer.errorCode;
}

function groupState(harness: ShardHarness, groupId = 'g'): string | undefined {
  return harness.shard.store.get(groupId)?.state;
}

describe('JoinGroup refuses', () => {
  describe.each(ALL_VERSIONS)('in version %i', (version) => {
    it.each<[string, Partial<JoinGroupRequestInput>, number]>([
      ['an empty group id', { groupId: '' }, ErrorCode.INVALID_GROUP_ID],
      ['a session timeout that is too short', { sessionTimeoutMs: 5_999 }, ErrorCode.INVALID_SESSION_TIMEOUT],
      ['a session timeout that is too long', { sessionTimeoutMs: 1_800_001 }, ErrorCode.INVALID_SESSION_TIMEOUT],
      ['a member of a group that is not there', { memberId: 'm' }, ErrorCode.UNKNOWN_MEMBER_ID],
      ['no protocols', { protocols: [] }, ErrorCode.INCONSISTENT_GROUP_PROTOCOL],
      ['no protocol type', { protocolType: '' }, ErrorCode.INCONSISTENT_GROUP_PROTOCOL],
    ])('%s', (_name, changes, error) => {
      withShard({}, (harness) => expect(joinError(harness, version, changes)).toBe(error));
    });

    it.each<[string, Partial<JoinGroupRequestInput>, number]>([
      ['an unknown member id', { memberId: 'm' }, ErrorCode.UNKNOWN_MEMBER_ID],
      ['another protocol type', { protocolType: 'connect' }, ErrorCode.INCONSISTENT_GROUP_PROTOCOL],
      ['protocols that the others do not know', { protocols: [{ name: 'x', metadata: bytes('') }] }, ErrorCode.INCONSISTENT_GROUP_PROTOCOL],
    ])('%s, in a group with a member', (_name, changes, error) => {
      withShard({}, (harness) => {
        stabilize(harness, new TestMember(harness));
        expect(joinError(harness, version, changes)).toBe(error);
        expect(groupState(harness)).toBe('Stable');
      });
    });

    it('members above the limit', () => {
      withShard({ config: { groupMaxSize: 1 } }, (harness) => {
        stabilize(harness, new TestMember(harness));
        expect(joinError(harness, version, {})).toBe(ErrorCode.GROUP_MAX_SIZE_REACHED);
      });
    });
  });

  it.each(FROM_5)('static members that act under an old or unknown identity, in version %i', (version) => {
    withShard({}, (harness) => {
      stabilize(harness, new TestMember(harness, { instanceId: 'i' }));
      expect(joinError(harness, version, { memberId: 'old', groupInstanceId: 'i' })).toBe(ErrorCode.FENCED_INSTANCE_ID);
      expect(joinError(harness, version, { memberId: 'old', groupInstanceId: 'j' })).toBe(ErrorCode.UNKNOWN_MEMBER_ID);
    });
  });

  it('a pending member that turns up as a static one', () => {
    withShard({}, (harness) => {
      const { memberId } = harness.send(ApiKeys.JoinGroup, 9, request()).answer;
      expect(harness.send(ApiKeys.JoinGroup, 9, request({ memberId, groupInstanceId: 'i' })).answer).toMatchObject({ errorCode: ErrorCode.UNKNOWN_SERVER_ERROR, memberId: '' });
    });
  });
});

describe('JoinGroup of a new member', () => {
  it.each(FROM_4)('gives out an id first, in version %i', (version) => {
    withShard({}, (harness) => {
      const { errorCode, memberId, generationId, members } = harness.send(ApiKeys.JoinGroup, version, request(), 'my-app').answer;
      expect(errorCode).toBe(ErrorCode.MEMBER_ID_REQUIRED);
      expect(memberId).toMatch(/^my-app-[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-[0-9a-f]{4}-[0-9a-f]{12}$/);
      expect({ generationId, members }).toEqual({ generationId: -1, members: [] });
    });
  });

  it.each([2, 3])('takes it in at once, in version %i', (version) => {
    withShard({}, (harness) => {
      const pending = harness.send(ApiKeys.JoinGroup, version, request());
      harness.advance(0);
      expect(pending.answer).toMatchObject({ errorCode: ErrorCode.NONE, generationId: 1, protocolName: 'range' });
      expect(pending.answer.leader).toBe(pending.answer.memberId);
    });
  });

  it('writes the empty group down before anyone is in it', () => {
    withShard({}, (harness) => {
      harness.send(ApiKeys.JoinGroup, 9, request());
      const value = { protocolType: '', generation: 0, protocol: null, leader: null, currentStateTimestamp: harness.time.wallMs, members: [] };
      expect(harness.records()).toEqual([{ type: 'GroupMetadata', key: { group: 'g' }, value }]);
    });
  });

  it('names a static member after its instance', () => {
    withShard({}, (harness) => {
      const member = new TestMember(harness, { instanceId: 'inst' });
      stabilize(harness, member);
      expect(member.memberId).toMatch(/^inst-/);
    });
  });

  it('treats no client id as an empty one', () => {
    withShard({}, (harness) => expect(harness.send(ApiKeys.JoinGroup, 9, request(), null).answer.memberId).toMatch(/^-[0-9a-f]{8}-/));
  });

  it('forgets an id that nobody joins with for a session timeout', () => {
    withShard({}, (harness) => {
      const { memberId } = harness.send(ApiKeys.JoinGroup, 9, request()).answer;
      harness.advance(10_000);
      expect(joinError(harness, 9, { memberId })).toBe(ErrorCode.UNKNOWN_MEMBER_ID);
    });
  });

  it('gives up a first join that waits for five minutes, whatever its session timeout', () => {
    withShard({ config: { groupInitialRebalanceDelayMs: 400_000 } }, (harness) => {
      const pending = new TestMember(harness, { rebalanceTimeoutMs: 900_000 }).join();
      harness.advance(299_999);
      expect(pending.isAnswered).toBe(false);
      harness.advance(1);
      expect(pending.answer).toMatchObject({ errorCode: ErrorCode.UNKNOWN_MEMBER_ID, memberId: '' });
      expect(groupState(harness)).toBe('Empty');
    });
  });
});

describe('the initial rebalance', () => {
  const config = { groupInitialRebalanceDelayMs: 3_000 };

  it('waits for its delay', () => {
    withShard({ config }, (harness) => {
      const pending = new TestMember(harness).join();
      harness.advance(2_999);
      expect(pending.isAnswered).toBe(false);
      harness.advance(1);
      expect(pending.answer.generationId).toBe(1);
    });
  });

  it('waits again whenever a member came', () => {
    withShard({ config }, (harness) => {
      const first = new TestMember(harness).join();
      harness.advance(2_000);
      const second = new TestMember(harness).join();
      harness.advance(1_000);
      expect(first.isAnswered).toBe(false);
      harness.advance(3_000);
      expect([first.answer.generationId, second.answer.generationId]).toEqual([1, 1]);
    });
  });

  it('waits at most for the rebalance timeout', () => {
    withShard({ config }, (harness) => {
      const first = new TestMember(harness, { rebalanceTimeoutMs: 7_000 }).join();
      // Delays of 3, 3 and 1 seconds, each extended by a member that came.
      for (const atMs of [1_000, 2_000, 2_000, 1_999]) {
        harness.advance(atMs);
        expect(first.isAnswered).toBe(false);
        new TestMember(harness).join();
      }
      harness.advance(1);
      expect(first.answer.members).toHaveLength(5);
    });
  });

  it('ends with an empty group when everyone left', () => {
    withShard({ config }, (harness) => {
      const member = new TestMember(harness);
      const pending = member.join();
      member.leave();
      expect(pending.answer.errorCode).toBe(ErrorCode.UNKNOWN_MEMBER_ID);
      expect(groupState(harness)).toBe('PreparingRebalance');
      harness.advance(3_000);
      expect(groupState(harness)).toBe('Empty');
      expect(harness.shard.store.get('g')?.generation).toBe(1);
    });
  });
});

describe('the protocol of a generation', () => {
  it('is the one that most members prefer among those that all know', () => {
    withShard({}, (harness) => {
      const members = [
        new TestMember(harness, { protocols: ['a', 'b', 'c'] }),
        new TestMember(harness, { protocols: ['c', 'b'] }),
        new TestMember(harness, { protocols: ['b', 'c'] }),
      ];
      stabilize(harness, ...members);
      expect(members.map(({ protocolName }) => protocolName)).toEqual(['b', 'b', 'b']);
    });
  });

  it('moves from eager to cooperative once the last member that knows only the old one is gone', () => {
    withShard({}, (harness) => {
      const [old, young] = [new TestMember(harness, { protocols: ['range'] }), new TestMember(harness, { protocols: ['cooperative-sticky', 'range'] })];
      stabilize(harness, old, young);
      expect(young.protocolName).toBe('range');
      old.leave();
      stabilize(harness, young);
      expect(young.protocolName).toBe('cooperative-sticky');
    });
  });

  it('comes with the metadata of all, for the leader only', () => {
    withShard({}, (harness) => {
      const [a, b] = [new TestMember(harness, { topics: ['t'] }), new TestMember(harness, { topics: ['u'] })];
      const [joinA, joinB] = [a.join(), b.join()];
      harness.advance(0);
      expect(joinA.answer.members.map(({ metadata }) => Buffer.from(metadata).toString('hex'))).toEqual(
        [subscription('t'), subscription('u')].map((metadata) => Buffer.from(metadata).toString('hex')),
      );
      expect(joinB.answer).toMatchObject({ members: [], leader: a.memberId, protocolType: 'consumer' });
    });
  });
});

describe('joining again', () => {
  it('answers at once while nothing changed: a follower of a stable group, anyone while the leader assigns', () => {
    withShard({}, (harness) => {
      const [a, b] = [new TestMember(harness), new TestMember(harness)];
      stabilize(harness, a, b);
      expect(b.join().answer).toMatchObject({ errorCode: ErrorCode.NONE, generationId: 1, leader: a.memberId, members: [] });
      const rejoin = a.join();
      b.join();
      a.joined(rejoin);
      expect(a.join().answer).toMatchObject({ generationId: 2, members: [{ memberId: a.memberId }, { memberId: b.memberId }] });
      expect(groupState(harness)).toBe('CompletingRebalance');
    });
  });

  it.each([
    ['the leader joins again', (leader: TestMember): TestMember => leader],
    [
      'a follower changed its topics',
      (_: TestMember, follower: TestMember): TestMember => {
        follower.topics = ['u'];
        return follower;
      },
    ],
  ])('starts a rebalance when %s', (_name, pick) => {
    withShard({}, (harness) => {
      const [a, b] = [new TestMember(harness), new TestMember(harness)];
      stabilize(harness, a, b);
      const member = pick(a, b);
      const pending = member.join();
      expect(pending.isAnswered).toBe(false);
      const other = member === a ? b : a;
      expect(other.heartbeat()).toBe(ErrorCode.REBALANCE_IN_PROGRESS);
      other.join();
      expect(pending.answer.generationId).toBe(2);
    });
  });

  it('ends the request that the member sent before', () => {
    withShard({ config: { groupInitialRebalanceDelayMs: 1_000 } }, (harness) => {
      const member = new TestMember(harness);
      const first = member.join();
      const second = member.join();
      expect(first.answer.errorCode).toBe(ErrorCode.REBALANCE_IN_PROGRESS);
      harness.advance(1_000);
      expect(second.answer.generationId).toBe(1);
    });
  });

  it('leaves out dynamic members that do not come within the rebalance timeout', () => {
    withShard({}, (harness) => {
      const [a, b] = [new TestMember(harness, { rebalanceTimeoutMs: 5_000 }), new TestMember(harness, { rebalanceTimeoutMs: 7_000 })];
      stabilize(harness, a, b);
      const pending = b.join(9);
      b.topics = ['u'];
      const changed = b.join();
      expect(pending.isAnswered).toBe(true);
      harness.advance(6_999);
      expect(a.heartbeat()).toBe(ErrorCode.REBALANCE_IN_PROGRESS);
      expect(changed.isAnswered).toBe(false);
      harness.advance(1);
      expect(changed.answer).toMatchObject({ generationId: 2, leader: b.memberId, members: [{ memberId: b.memberId }] });
      expect(a.heartbeat()).toBe(ErrorCode.UNKNOWN_MEMBER_ID);
    });
  });

  it('keeps the last to come back out of a group above the limit', () => {
    withShard({}, (harness) => {
      const members = [new TestMember(harness), new TestMember(harness), new TestMember(harness)] as const;
      stabilize(harness, ...members);
      harness.config = { ...harness.config, groupMaxSize: 2 };
      const first = members[0].join();
      members[1].join();
      expect(members[2].join().answer.errorCode).toBe(ErrorCode.GROUP_MAX_SIZE_REACHED);
      expect(first.answer.members).toHaveLength(2);
    });
  });
});
