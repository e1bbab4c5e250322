import { describe, expect, it } from '@jest/globals';
import { ErrorCode } from '@ottla/model';
import { ApiKeys, MalformedMessageError } from '@ottla/protocol';
import type { ShardHarness } from './testing/shard-harness.ts';
import { committedOffset, stabilize, subscription, TestMember } from './testing/test-member.ts';
import { withShard } from './testing/with-shard.ts';

const NOT_ASKED = -2_147_483_648;
/** READ, DELETE, DESCRIBE, DESCRIBE_CONFIGS and ALTER_CONFIGS, as Kafka answers without an authorizer. */
const ALL_OPERATIONS = 3_400;

function commitSimple(harness: ShardHarness, groupId: string): void {
  harness.send(ApiKeys.OffsetCommit, 9, { groupId, memberId: '', topics: [{ name: 't', partitions: [{ partitionIndex: 0, committedOffset: 5, committedMetadata: '' }] }] });
}

describe('DescribeGroups', () => {
  it.each([0, 1, 2, 3, 4, 5])('shows a group that is not there as dead, in version %i', (version) => {
    withShard({}, (harness) => {
      const [group] = harness.send(ApiKeys.DescribeGroups, version, { groups: ['nope'], includeAuthorizedOperations: version >= 3 }).answer.groups;
      expect(group).toMatchObject({ errorCode: ErrorCode.NONE, groupState: 'Dead', members: [], authorizedOperations: version >= 3 ? ALL_OPERATIONS : NOT_ASKED });
    });
  });

  it('says in version 6 that a group is not there', () => {
    withShard({}, (harness) => {
      const [group] = harness.send(ApiKeys.DescribeGroups, 6, { groups: ['nope'], includeAuthorizedOperations: true }).answer.groups;
      expect(group).toMatchObject({ errorCode: ErrorCode.GROUP_ID_NOT_FOUND, errorMessage: 'Group nope not found.', groupState: 'Dead', authorizedOperations: NOT_ASKED });
    });
  });

  it.each([0, 1, 2, 3, 4, 5, 6])('shows the members of a stable group, in version %i', (version) => {
    withShard({}, (harness) => {
      const member = new TestMember(harness, { instanceId: 'i' });
      stabilize(harness, member);
      const [group] = harness.send(ApiKeys.DescribeGroups, version, { groups: ['g'] }).answer.groups;
      expect(group).toEqual({
        errorCode: ErrorCode.NONE,
        errorMessage: null,
        groupId: 'g',
        groupState: 'Stable',
        protocolType: 'consumer',
        protocolData: 'range',
        members: [
          {
            memberId: member.memberId,
            groupInstanceId: version >= 4 ? 'i' : null,
            clientId: 'client',
            clientHost: '/10.0.0.1',
            memberMetadata: Buffer.from(subscription('t')),
            memberAssignment: Buffer.from(member.memberId),
          },
        ],
        authorizedOperations: NOT_ASKED,
      });
    });
  });

  it('shows neither protocol nor metadata in a rebalance', () => {
    withShard({}, (harness) => {
      const [a, b] = [new TestMember(harness), new TestMember(harness)];
      stabilize(harness, a, b);
      a.join();
      const [group] = harness.send(ApiKeys.DescribeGroups, 6, { groups: ['g'] }).answer.groups;
      expect(group).toMatchObject({ groupState: 'PreparingRebalance', protocolType: 'consumer', protocolData: '' });
      expect(group?.members.map(({ memberMetadata }) => memberMetadata.length)).toEqual([0, 0]);
    });
  });
});

describe('ListGroups', () => {
  function list(harness: ShardHarness, version: number, request = {}): string[] {
    return harness.send(ApiKeys.ListGroups, version, request).answer.groups.map(({ groupId }) => groupId);
  }

  function threeGroups(harness: ShardHarness): void {
    commitSimple(harness, 'simple');
    stabilize(harness, new TestMember(harness, { groupId: 'stable' }));
    new TestMember(harness, { groupId: 'joining', joinVersion: 3 }).join();
  }

  it.each([0, 1, 2, 3, 4, 5])('tells state and type as far as version %i can', (version) => {
    withShard({ config: { groupInitialRebalanceDelayMs: 0 } }, (harness) => {
      threeGroups(harness);
      const groupType = version >= 5 ? 'classic' : '';
      const state = (name: string): string => (version >= 4 ? name : '');
      expect(harness.send(ApiKeys.ListGroups, version, {}).answer).toMatchObject({
        errorCode: ErrorCode.NONE,
        groups: [
          { groupId: 'simple', protocolType: '', groupState: state('Empty'), groupType },
          { groupId: 'stable', protocolType: 'consumer', groupState: state('Stable'), groupType },
          { groupId: 'joining', protocolType: 'consumer', groupState: state('PreparingRebalance'), groupType },
        ],
      });
    });
  });

  it.each<[string, { statesFilter?: string[]; typesFilter?: string[] }, string[]]>([
    ['a state', { statesFilter: ['Stable'] }, ['stable']],
    ['a state in another spelling', { statesFilter: ['preparingREBALANCE'] }, ['joining']],
    ['states, one of them unknown', { statesFilter: ['Empty', 'Sleepy'] }, ['simple']],
    ['an unknown state', { statesFilter: ['Sleepy'] }, []],
    ['the type', { typesFilter: ['Classic'] }, ['simple', 'stable', 'joining']],
    ['another type', { typesFilter: ['consumer'] }, []],
    ['an unknown type', { typesFilter: ['other'] }, []],
    ['state and type', { statesFilter: ['Stable'], typesFilter: ['classic', 'share'] }, ['stable']],
  ])('filters by %s', (_name, request, expected) => {
    withShard({}, (harness) => {
      threeGroups(harness);
      expect(list(harness, 5, request)).toEqual(expected);
    });
  });
});

describe.each([0, 1, 2])('DeleteGroups in version %i', (version) => {
  it('deletes groups that nobody is in, with their offsets, each once', () => {
    withShard({}, (harness) => {
      commitSimple(harness, 'simple');
      stabilize(harness, new TestMember(harness, { groupId: 'busy' }));
      const { results } = harness.send(ApiKeys.DeleteGroups, version, { groupsNames: ['simple', 'busy', 'nope', 'simple'] }).answer;
      expect(results).toEqual([
        { groupId: 'simple', errorCode: ErrorCode.NONE },
        { groupId: 'busy', errorCode: ErrorCode.NON_EMPTY_GROUP },
        { groupId: 'nope', errorCode: ErrorCode.GROUP_ID_NOT_FOUND },
      ]);
      expect(committedOffset(harness, 'simple')).toBe(-1);
      harness.reload();
      expect([...harness.shard.store.all()].map(({ groupId }) => groupId)).toEqual(['busy']);
    });
  });

  it('takes the ids that were given out with the group', () => {
    withShard({}, (harness) => {
      const member = new TestMember(harness);
      member.memberId = harness.send(ApiKeys.JoinGroup, 9, member.joinRequest()).answer.memberId;
      harness.send(ApiKeys.DeleteGroups, version, { groupsNames: ['g'] });
      expect(member.join().answer.errorCode).toBe(ErrorCode.UNKNOWN_MEMBER_ID);
      // Only the next look at expired offsets is left to wait for.
      expect(harness.shard.store.deadlines.size).toBe(1);
    });
  });
});

describe('what is no request', () => {
  it('changes nothing: a body that ends early, a version or an API that is not known', () => {
    withShard({}, (harness) => {
      const envelope = { apiKey: 11, apiVersion: 9, clientId: 'c', principal: 'User:ANONYMOUS', clientAddress: '::1', listenerName: 'L', body: new Uint8Array([3, 103]) };
      const handle = (changes: object) => () => harness.shard.handle({ requestId: 99, envelope: { ...envelope, ...changes } }, harness.time, harness);
      expect(handle({})).toThrow(MalformedMessageError);
      expect(handle({ apiVersion: 10 })).toThrow(expect.objectContaining({ code: ErrorCode.UNSUPPORTED_VERSION }));
      expect(handle({ apiKey: ApiKeys.Produce, apiVersion: 9 })).toThrow(expect.objectContaining({ code: ErrorCode.UNSUPPORTED_VERSION }));
      expect(handle({ apiKey: 999 })).toThrow(expect.objectContaining({ code: ErrorCode.UNSUPPORTED_VERSION }));
      expect(harness.log).toEqual([]);
    });
  });
});
