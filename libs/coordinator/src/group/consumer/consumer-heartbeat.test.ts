import { describe, expect, it } from '@jest/globals';
import { ErrorCode, silentLogger, type Logger } from '@ottla/model';
import { ApiKeys } from '@ottla/protocol';
import { defaultGroupConfig } from '../group-config.ts';
import { ConsumerTestMember, type ConsumerTestMemberOptions, settle } from '../testing/consumer-test-member.ts';
import type { HarnessOptions, ShardHarness } from '../testing/shard-harness.ts';
import { committedOffset, stabilize, TestMember } from '../testing/test-member.ts';
import { withShard } from '../testing/with-shard.ts';

type Body = (harness: ShardHarness, member: (id: string, options?: ConsumerTestMemberOptions) => ConsumerTestMember) => void;

function run(body: Body, options: HarnessOptions = {}): void {
  withShard(options, (harness) => body(harness, (id, memberOptions) => new ConsumerTestMember(harness, id, memberOptions)));
}

const group = (harness: ShardHarness, groupId = 'g') => {
  const found = harness.shard.store.consumerGroup(groupId);
  if (found === undefined) throw new Error('there is no such group');
  return found;
};
const describeGroup = (harness: ShardHarness, groupId = 'g') => harness.send(ApiKeys.ConsumerGroupDescribe, 1, { groupIds: [groupId], includeAuthorizedOperations: false }).answer.groups[0];
const commit = (harness: ShardHarness, member: ConsumerTestMember, epoch: number, version = 9, partition = 0) =>
  harness.send(ApiKeys.OffsetCommit, version, { groupId: 'g', generationIdOrMemberEpoch: epoch, memberId: member.memberId, topics: [{ name: 't', partitions: [{ partitionIndex: partition, committedOffset: 5, committedMetadata: '' }] }] }).answer.topics[0]?.partitions[0]?.errorCode;

describe('ConsumerGroupHeartbeat', () => {
  it('gives the first member everything at once', () => {
    run((harness, member) => {
      const a = member('a');
      const answer = a.beat();
      expect([answer.errorCode, answer.memberId, answer.memberEpoch, answer.heartbeatIntervalMs]).toEqual([0, 'a', 2, 150]);
      expect(a.partitionsOf(harness.topics.idOf('t'))).toEqual([0, 1, 2, 3, 4, 5, 6, 7]);
      expect(group(harness).state).toBe('Stable');
      harness.advance(1_000);
      const later = a.send();
      expect([later.assignment, later.heartbeatIntervalMs]).toEqual([null, 300]);
    });
  });

  it('moves partitions to a second member only after the first gave them up', () => {
    run((harness, member) => {
      const [a, b] = [member('a'), member('b')];
      a.beat();
      harness.advance(1_000);
      b.beat();
      const topicId = harness.topics.idOf('t');
      expect([b.epoch, b.owned.size, group(harness).state]).toEqual([3, 0, 'Reconciling']);
      const told = a.beat();
      expect([told.memberEpoch, a.partitionsOf(topicId)]).toEqual([2, [0, 1, 2, 3]]);
      expect(b.beat().assignment).toBeNull();
      expect(a.beat().memberEpoch).toBe(3);
      b.beat();
      expect(b.partitionsOf(topicId)).toEqual([4, 5, 6, 7]);
      expect(group(harness).state).toBe('Stable');
    });
  });

  it('computes once for members that come together, and at once after a quiet time', () => {
    run((harness, member) => {
      const members = ['a', 'b', 'c', 'd'].map((id) => member(id));
      for (const one of members) one.beat();
      expect([group(harness).epoch, group(harness).assignmentEpoch, group(harness).state]).toEqual([5, 2, 'Assigning']);
      harness.advance(100);
      expect(group(harness).assignmentEpoch).toBe(5);
      settle(harness, members);
      expect(members.map(({ owned }) => owned.size)).toEqual([2, 2, 2, 2]);
      members[0]?.leave();
      expect(group(harness).assignmentEpoch).toBe(6);
      settle(harness, members.slice(1));
      expect(members.map(({ owned }) => owned.size).sort((one, other) => one - other)).toEqual([0, 2, 3, 3]);
    });
  });

  it('accepts the epoch before once more, with partitions that are still assigned, and fences any other', () => {
    run((harness, member) => {
      const [a, b] = [member('a'), member('b')];
      a.beat();
      harness.advance(1_000);
      b.beat();
      a.beat();
      const lost = a.send();
      expect([lost.errorCode, lost.memberEpoch]).toEqual([0, 3]);
      expect(a.send({ topicPartitions: null }).errorCode).toBe(ErrorCode.FENCED_MEMBER_EPOCH);
      expect(a.send({ topicPartitions: [{ topicId: harness.topics.idOf('t'), partitions: [7] }] }).errorCode).toBe(ErrorCode.FENCED_MEMBER_EPOCH);
      expect(a.send().errorCode).toBe(0);
      const greater = a.send({ memberEpoch: 9 });
      expect([greater.errorCode, greater.errorMessage]).toEqual([ErrorCode.FENCED_MEMBER_EPOCH, 'The consumer group member has a greater member epoch (9) than the one known by the group coordinator (3). The member must abandon all its partitions and rejoin.']);
    });
  });

  it('removes members that are silent, or that do not give partitions up in time', () => {
    run((harness, member) => {
      const [a, b] = [member('a', { rebalanceTimeoutMs: 5_000 }), member('b')];
      a.beat();
      harness.advance(1_000);
      b.beat();
      a.isStubborn = true;
      a.beat();
      harness.advance(5_001);
      expect([...group(harness).members.keys()]).toEqual(['b']);
      expect(a.beat().errorCode).toBe(ErrorCode.UNKNOWN_MEMBER_ID);
      b.beat();
      expect(b.owned.size).toBe(8);
      harness.advance(45_001);
      expect([group(harness).members.size, group(harness).state]).toEqual([0, 'Empty']);
      expect(b.beat().errorCode).toBe(ErrorCode.UNKNOWN_MEMBER_ID);
    });
  });

  it('keeps the partitions of a static member that leaves for a while, and gives them to its next life', () => {
    run((harness, member) => {
      const [a, b] = [member('a', { instanceId: 'i' }), member('b', { instanceId: 'j' })];
      settle(harness, [a, b]);
      const before = a.partitionsOf(harness.topics.idOf('t'));
      const epoch = group(harness).epoch;
      expect(member('a2', { instanceId: 'i' }).beat().errorCode).toBe(ErrorCode.UNRELEASED_INSTANCE_ID);
      expect(a.leave(-2)).toMatchObject({ errorCode: 0, memberEpoch: -2 });
      settle(harness, [b]);
      expect(b.owned.size).toBe(4);
      const again = member('a2', { instanceId: 'i' });
      again.beat();
      expect([again.partitionsOf(harness.topics.idOf('t')), again.epoch, group(harness).epoch]).toEqual([before, epoch, epoch]);
      expect([...group(harness).members.keys()].sort()).toEqual(['a2', 'b']);
      expect(a.send({ memberEpoch: epoch, topicPartitions: null }).errorCode).toBe(ErrorCode.FENCED_INSTANCE_ID);
      again.leave(-2);
      harness.advance(44_000);
      b.beat();
      harness.advance(2_000);
      settle(harness, [b]);
      expect(b.owned.size).toBe(8);
    });
  });

  it('lets an administrator remove members', () => {
    run((harness, member) => {
      const [a, b] = [member('a', { instanceId: 'i' }), member('b')];
      settle(harness, [a, b]);
      const remove = (memberId: string, groupInstanceId: string | null) => harness.send(ApiKeys.LeaveGroup, 5, { groupId: 'g', members: [{ memberId, groupInstanceId }] }).answer.members[0]?.errorCode;
      expect([remove('x', null), remove('', 'none'), remove('b', 'i'), remove('', 'i')]).toEqual([ErrorCode.UNKNOWN_MEMBER_ID, ErrorCode.UNKNOWN_MEMBER_ID, ErrorCode.FENCED_INSTANCE_ID, 0]);
      settle(harness, [b]);
      expect(b.owned.size).toBe(8);
      expect([remove('b', null), group(harness).members.size]).toEqual([0, 0]);
    });
  });

  it('follows topics: created, grown, deleted', () => {
    run((harness, member) => {
      const a = member('a', { topics: ['t', 'later'] });
      settle(harness, [a]);
      expect(a.owned.size).toBe(8);
      harness.changeTopic('later', 2);
      settle(harness, [a]);
      expect(a.owned.size).toBe(10);
      harness.changeTopic('t', 12);
      settle(harness, [a]);
      expect(a.owned.size).toBe(14);
      harness.deleteTopic('t');
      settle(harness, [a]);
      expect(a.owned.size).toBe(2);
      const { epoch } = group(harness);
      harness.changeTopic('u', 3);
      expect(group(harness).epoch).toBe(epoch);
    });
  });

  it('subscribes by expression, and notices topics that match', () => {
    run((harness, member) => {
      const [a, b] = [member('a', { regex: '[tu]' }), member('b', { regex: 'u|x.*' })];
      settle(harness, [a, b]);
      expect(a.owned.size + b.owned.size).toBe(16);
      expect([...group(harness).regexes].map(([regex, { topics }]) => [regex, topics])).toEqual([['[tu]', ['t', 'u']], ['u|x.*', ['u']]]);
      harness.changeTopic('xy', 4);
      settle(harness, [a, b]);
      expect(a.owned.size + b.owned.size).toBe(20);
      b.leave();
      settle(harness, [a]);
      expect([a.owned.size, [...group(harness).regexes.keys()]]).toEqual([16, ['[tu]']]);
      expect(member('c', { regex: '(' }).beat().errorCode).toBe(ErrorCode.INVALID_REGULAR_EXPRESSION);
      const unsubscribed = a.send({ subscribedTopicNames: ['v'], subscribedTopicRegex: '' });
      a.take(unsubscribed);
      settle(harness, [a]);
      expect([a.partitionsOf(harness.topics.idOf('v')).length, a.owned.size, group(harness).regexes.size]).toEqual([8, 8, 0]);
    });
  });

  it('gives a member that names topics beside an expression those first, and the others with a later heartbeat', () => {
    run((harness, member) => {
      const a = member('a', { topics: ['v'], regex: 't' });
      a.take(a.send({ subscribedTopicNames: ['v'], subscribedTopicRegex: 't' }));
      const partitions = (topic: string): number => a.partitionsOf(harness.topics.idOf(topic)).length;
      expect([partitions('v') > 0, partitions('t'), group(harness).regexes.get('t')?.topics]).toEqual([true, 0, []]);
      settle(harness, [a]);
      expect([partitions('v') > 0, partitions('t') > 0, group(harness).regexes.get('t')?.topics]).toEqual([true, true, ['t']]);
    });
  });

  it('tells again what changed within an epoch until the member names it: the answer may be lost, and a client may repeat its heartbeat as it was', () => {
    run((harness, member) => {
      const [a, b] = [member('a'), member('b')];
      settle(harness, [a]);
      b.take(b.send());
      const said = a.send({ topicPartitions: null }).assignment?.topicPartitions;
      expect(said?.[0]?.partitions).toHaveLength(4);
      const again = a.send({ topicPartitions: null });
      expect([again.assignment?.topicPartitions, again.memberEpoch]).toEqual([said, a.epoch]);
      expect(a.send({ topicPartitions: a.ownedTopicPartitions() }).assignment?.topicPartitions).toEqual(said);
      a.take(again);
      settle(harness, [a, b]);
      expect([a.send({ topicPartitions: null }).assignment, b.send({ topicPartitions: null }).assignment]).toEqual([null, null]);
      harness.reload();
      expect([a, a].map((one) => one.send({ topicPartitions: null }).assignment?.topicPartitions[0]?.partitions.length)).toEqual([4, undefined]);
    });
  });

  it('tells again what came with a new epoch to a member that still names the one before, also when it does not say everything', () => {
    run((harness, member) => {
      const [a, b] = [member('a'), member('b')];
      settle(harness, [a]);
      b.take(b.send());
      a.take(a.send());
      const formerEpoch = a.epoch;
      b.leave();
      harness.advance(1_000);
      // It reports that it gave up a half, and is given all again, in a new epoch; the answer is lost, and the heartbeat repeated as it was.
      const answers = [a, a].map((one) => one.send({ topicPartitions: one.ownedTopicPartitions() }));
      expect(answers.map(({ assignment, memberEpoch }) => [assignment?.topicPartitions[0]?.partitions.length, memberEpoch > formerEpoch])).toEqual([[8, true], [8, true]]);
    });
  });

  it('leaves an expression for later when the heartbeat that would look it up is refused', () => {
    run((harness, member) => {
      const a = member('a', { topics: ['v'], regex: 't' });
      a.take(a.send({ subscribedTopicNames: ['v'], subscribedTopicRegex: 't' }));
      const [records, { epoch }] = [harness.log.length, group(harness)];
      harness.maxBatchBytes = 500;
      expect(a.send({ subscribedTopicNames: ['v', 'x'.repeat(500)] }).errorCode).toBe(ErrorCode.UNKNOWN_SERVER_ERROR);
      expect([harness.log.length, group(harness).epoch, group(harness).regexes.get('t')?.topics]).toEqual([records, epoch, []]);
      harness.maxBatchBytes = Infinity;
      settle(harness, [a]);
      expect([group(harness).regexes.get('t')?.topics, a.owned.size]).toEqual([['t'], 16]);
    });
  });

  it('leaves an expression beside names unresolved while its topics fit into no batch, and serves the names meanwhile', () => {
    run((harness, member) => {
      const [a, b] = [member('a', { topics: ['v'], regex: 't.*' }), member('b', { topics: ['u'] })];
      harness.changeTopic(`t${'x'.repeat(240)}`);
      harness.maxBatchBytes = 260;
      a.take(a.send({ subscribedTopicNames: ['v'], subscribedTopicRegex: 't.*' }));
      settle(harness, [a, b]);
      expect([a.partitionsOf(harness.topics.idOf('v')).length, b.owned.size, a.partitionsOf(harness.topics.idOf('t')).length]).toEqual([8, 8, 0]);
      harness.maxBatchBytes = Infinity;
      harness.advance(10_000);
      settle(harness, [a, b]);
      expect(a.partitionsOf(harness.topics.idOf('t')).length).toBe(8);
    });
  });

  it('writes targets in as many appends as they need', () => {
    const topics = Array.from({ length: 40 }, (_, index) => `t${index}`);
    run((harness, member) => {
      const members = ['a', 'b', 'c', 'd', 'e', 'f', 'g', 'h'].map((id) => member(id, { topics, assignor: 'range' }));
      for (const one of members) one.beat();
      harness.maxBatchBytes = 5_000;
      settle(harness, members);
      expect(members.map(({ owned }) => owned.size)).toEqual(members.map(() => 40));
    }, { topics });
  });

  it('leaves a group as it is, and the others alone, when what it shall read fits into no batch', () => {
    const warnings: unknown[] = [];
    const logger: Logger = { ...silentLogger, warn: (_, fields) => warnings.push(fields), with: () => logger };
    run((harness, member) => {
      const [all, other] = [member('a', { regex: 't.*' }), member('o', { groupId: 'other' })];
      settle(harness, [all, other]);
      harness.maxBatchBytes = 250;
      const long = `t${'x'.repeat(248)}`;
      harness.changeTopic(long);
      harness.reload();
      expect([all.send().errorCode, group(harness).regexes.get('t.*')?.topics]).toEqual([ErrorCode.NONE, ['t']]);
      const warning = { group: 'g', regex: 't.*', topics: 2 };
      expect(warnings).toEqual([warning, warning]);
      harness.changeTopic('t', 9);
      settle(harness, [other]);
      expect(other.owned.size).toBe(9);
      harness.maxBatchBytes = Infinity;
      harness.reload();
      expect(group(harness).regexes.get('t.*')?.topics).toEqual(['t', long]);
    }, { logger });
  });

  it('removes a silent member as soon as a batch holds what that takes', () => {
    run((harness, member) => {
      const [a, b] = [member('a'), member('b')];
      settle(harness, [a, b]);
      harness.maxBatchBytes = 10;
      harness.advance(45_001);
      expect([...group(harness).members.keys()]).toEqual(['a', 'b']);
      harness.maxBatchBytes = Infinity;
      harness.advance(45_001);
      expect(group(harness)?.members.size ?? 0).toBe(0);
    });
  });

  it('uses the assignor that most members ask for, and knows no other', () => {
    run((harness, member) => {
      const [a, b] = [member('a', { topics: ['t', 'u'], assignor: 'range' }), member('b', { topics: ['t', 'u'], assignor: 'range' })];
      settle(harness, [a, b]);
      expect(['t', 'u'].map((name) => a.partitionsOf(harness.topics.idOf(name)))).toEqual([[0, 1, 2, 3], [0, 1, 2, 3]]);
      expect(describeGroup(harness)?.assignorName).toBe('range');
      expect(member('c', { assignor: 'sticky' }).beat()).toMatchObject({ errorCode: ErrorCode.UNSUPPORTED_ASSIGNOR, errorMessage: 'ServerAssignor sticky is not supported. Supported assignors: uniform, range.' });
    });
  });

  it('limits the size of a group, and takes a group’s own settings', () => {
    run((harness, member) => {
      harness.config = { ...harness.config, consumer: { ...harness.config.consumer, maxSize: 1 }, groupConfigOf: (groupId) => (groupId === 'g' ? new Map([['consumer.session.timeout.ms', '50000'], ['consumer.heartbeat.interval.ms', '100']]) : undefined) };
      harness.config = { ...harness.config, consumer: { ...harness.config.consumer, minHeartbeatIntervalMs: 100 } };
      const a = member('a');
      expect(a.beat().heartbeatIntervalMs).toBe(100);
      expect(member('b').beat().errorCode).toBe(ErrorCode.GROUP_MAX_SIZE_REACHED);
      harness.advance(46_000);
      expect(a.beat().errorCode).toBe(0);
      harness.advance(50_001);
      expect(a.beat().errorCode).toBe(ErrorCode.UNKNOWN_MEMBER_ID);
    });
  });

  it('goes on after a reload where it was', () => {
    run((harness, member) => {
      const members = ['a', 'b', 'c'].map((id) => member(id));
      settle(harness, members);
      members[2]?.leave();
      harness.reload();
      settle(harness, members.slice(0, 2));
      expect(members.map(({ owned }) => owned.size)).toEqual([4, 4, 0]);
      harness.reload();
      harness.advance(45_001);
      expect(group(harness).members.size).toBe(0);
    });
  });
});

describe('offsets of a KIP-848 group', () => {
  it('are committed under the member epoch, or an older one for partitions held since', () => {
    run((harness, member) => {
      const [a, b] = [member('a'), member('b')];
      a.beat();
      expect(commit(harness, a, 2)).toBe(0);
      expect([commit(harness, a, 3), commit(harness, b, 2), commit(harness, a, 2, 8), commit(harness, a, -1)]).toEqual([ErrorCode.STALE_MEMBER_EPOCH, ErrorCode.UNKNOWN_MEMBER_ID, ErrorCode.UNSUPPORTED_VERSION, ErrorCode.STALE_MEMBER_EPOCH]);
      settle(harness, [a, b]);
      expect([a.epoch, commit(harness, a, 2), commit(harness, a, 2, 9, 7), commit(harness, b, 2, 9, 7), commit(harness, b, 3, 9, 7)]).toEqual([3, 0, ErrorCode.STALE_MEMBER_EPOCH, ErrorCode.STALE_MEMBER_EPOCH, 0]);
      const fetch = (memberId: string | null, memberEpoch: number) => harness.send(ApiKeys.OffsetFetch, 9, { groups: [{ groupId: 'g', memberId, memberEpoch, topics: [{ name: 't', partitionIndexes: [0] }] }] }).answer.groups[0]?.errorCode;
      expect([fetch('a', 3), fetch('a', 2), fetch('x', 3), fetch(null, -1)]).toEqual([0, ErrorCode.STALE_MEMBER_EPOCH, ErrorCode.UNKNOWN_MEMBER_ID, 0]);
    });
  });

  it('are deleted by request where nobody reads, with the group, and by time', () => {
    run((harness, member) => {
      const a = member('a');
      a.beat();
      commit(harness, a, 1);
      const remove = () => harness.send(ApiKeys.OffsetDelete, 0, { groupId: 'g', topics: [{ name: 't', partitions: [{ partitionIndex: 0 }] }] }).answer;
      const deleteGroup = () => harness.send(ApiKeys.DeleteGroups, 2, { groupsNames: ['g'] }).answer.results[0]?.errorCode;
      expect(remove().topics[0]?.partitions[0]?.errorCode).toBe(ErrorCode.GROUP_SUBSCRIBED_TO_TOPIC);
      expect(deleteGroup()).toBe(ErrorCode.NON_EMPTY_GROUP);
      a.leave();
      expect(remove().topics[0]?.partitions[0]?.errorCode).toBe(0);
      a.beat();
      commit(harness, a, a.epoch);
      a.leave();
      expect(deleteGroup()).toBe(0);
      expect([harness.shard.store.size, committedOffset(harness)]).toEqual([0, -1]);
      a.beat();
      commit(harness, a, a.epoch);
      a.leave();
      harness.advance(8 * 24 * 3_600_000);
      expect(harness.shard.store.size).toBe(0);
    });
  });
});

describe('groups of both protocols', () => {
  it('change while they are empty, and keep their offsets', () => {
    run((harness, member) => {
      const classic = new TestMember(harness);
      stabilize(harness, classic);
      classic.commit(7);
      const a = member('a');
      expect(a.beat()).toMatchObject({ errorCode: ErrorCode.GROUP_ID_NOT_FOUND, errorMessage: 'Cannot upgrade classic group g to consumer group because online upgrade is disabled.' });
      classic.leave();
      harness.advance(0);
      expect(a.beat().errorCode).toBe(0);
      expect([committedOffset(harness), harness.shard.store.get('g')]).toEqual([7, undefined]);
      const back = new TestMember(harness);
      expect(back.join().answer.errorCode).toBe(ErrorCode.INCONSISTENT_GROUP_PROTOCOL);
      a.leave();
      stabilize(harness, back);
      expect([committedOffset(harness), harness.shard.store.consumerGroup('g'), back.heartbeat()]).toEqual([7, undefined, 0]);
    }, { config: { consumer: { ...defaultGroupConfig.consumer, migrationPolicy: 'disabled' } } });
  });

  it('are listed and described by their types', () => {
    run((harness, member) => {
      stabilize(harness, new TestMember(harness, { groupId: 'old' }));
      settle(harness, [member('a', { rackId: 'r1' })]);
      const list = (typesFilter: string[], statesFilter: string[] = []) => harness.send(ApiKeys.ListGroups, 5, { typesFilter, statesFilter }).answer.groups.map(({ groupId, groupType, groupState, protocolType }) => `${groupId} ${groupType} ${groupState} ${protocolType}`);
      expect([list([]), list(['Consumer']), list(['classic']), list([], ['empty'])]).toEqual([['old classic Stable consumer', 'g consumer Stable consumer'], ['g consumer Stable consumer'], ['old classic Stable consumer'], []]);
      const described = describeGroup(harness);
      expect(described).toMatchObject({ errorCode: 0, groupState: 'Stable', groupEpoch: 2, assignmentEpoch: 2, assignorName: 'uniform' });
      expect(described?.members[0]).toMatchObject({ memberId: 'a', memberEpoch: 2, rackId: 'r1', clientId: 'client', clientHost: '/10.0.0.1', subscribedTopicNames: ['t'], memberType: 1, assignment: { topicPartitions: [{ topicName: 't', partitions: [0, 1, 2, 3, 4, 5, 6, 7] }] } });
      expect(describeGroup(harness, 'old')).toMatchObject({ errorCode: ErrorCode.GROUP_ID_NOT_FOUND, errorMessage: 'Group old is not a consumer group.' });
      expect(describeGroup(harness, 'none')).toMatchObject({ errorCode: ErrorCode.GROUP_ID_NOT_FOUND, errorMessage: 'Group none not found.' });
      expect(harness.send(ApiKeys.DescribeGroups, 6, { groups: ['g'] }).answer.groups[0]).toMatchObject({ errorCode: ErrorCode.GROUP_ID_NOT_FOUND, groupState: 'Dead', errorMessage: 'Group g is not a classic group.' });
    });
  });
});
