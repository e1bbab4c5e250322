import { describe, expect, it } from '@jest/globals';
import { ErrorCode } from '@ottla/model';
import { ApiKeys } from '@ottla/protocol';
import { ConsumerTestMember, type ConsumerTestMemberOptions, settle } from '../testing/consumer-test-member.ts';
import type { ShardHarness } from '../testing/shard-harness.ts';
import { withShard } from '../testing/with-shard.ts';

type Body = (harness: ShardHarness, member: (id: string, options?: ConsumerTestMemberOptions) => ConsumerTestMember) => void;

function run(body: Body): void {
  withShard({}, (harness) => body(harness, (id, memberOptions) => new ConsumerTestMember(harness, id, memberOptions)));
}

const group = (harness: ShardHarness) => {
  const found = harness.shard.store.consumerGroup('g');
  if (found === undefined) throw new Error('there is no such group');
  return found;
};
const describeGroup = (harness: ShardHarness) => harness.send(ApiKeys.ConsumerGroupDescribe, 1, { groupIds: ['g'], includeAuthorizedOperations: false }).answer.groups[0];
const commit = (harness: ShardHarness, { memberId }: ConsumerTestMember, epoch: number) =>
  harness.send(ApiKeys.OffsetCommit, 9, { groupId: 'g', generationIdOrMemberEpoch: epoch, memberId, topics: [{ name: 't', partitions: [{ partitionIndex: 0, committedOffset: 5, committedMetadata: '' }] }] }).answer.topics[0]?.partitions[0]?.errorCode;

/** What a real Kafka answered when it was asked the same (tools/differential). */
describe('ConsumerGroupHeartbeat, as Kafka answers it,', () => {
  it('refuses a request by its form before it looks at the group, and an expression after it', () => {
    run((harness, member) => {
      const a = member('a');
      a.beat();
      expect(member('  ').beat().errorCode).toBe(ErrorCode.INVALID_REQUEST);
      expect(a.send({ memberEpoch: -1, serverAssignor: 'sticky' }).errorCode).toBe(ErrorCode.UNSUPPORTED_ASSIGNOR);
      const bad = { subscribedTopicRegex: '(' };
      expect([a.send(bad), a.send({ ...bad, memberEpoch: 9 }), member('b').send({ ...bad, memberEpoch: 1 })].map(({ errorCode }) => errorCode)).toEqual([ErrorCode.INVALID_REGULAR_EXPRESSION, ErrorCode.FENCED_MEMBER_EPOCH, ErrorCode.UNKNOWN_MEMBER_ID]);
      expect(a.send({ ...bad, memberEpoch: -1 }).errorCode).toBe(0);
    });
  });

  it('makes a dynamic member a static one when it joins again with an instance', () => {
    run((harness, member) => {
      const a = member('a');
      a.beat();
      expect(a.send({ memberEpoch: 0, instanceId: 'i', topicPartitions: [], rebalanceTimeoutMs: 10_000, subscribedTopicNames: ['t'] }).errorCode).toBe(0);
      expect([describeGroup(harness)?.members[0]?.instanceId, group(harness).memberOfInstance('i')?.memberId]).toEqual(['i', 'a']);
    });
  });

  it('describes what a member gives up as its own until it has', () => {
    run((harness, member) => {
      const [a, b] = [member('a'), member('b')];
      a.beat();
      harness.advance(1_000);
      b.beat();
      a.beat();
      expect(describeGroup(harness)?.members[0]?.assignment.topicPartitions[0]?.partitions).toEqual([0, 1, 2, 3, 4, 5, 6, 7]);
    });
  });

  it('takes the first of the configured assignors when as many members ask for each', () => {
    run((harness, member) => {
      settle(harness, [member('a', { assignor: 'range' }), member('b', { assignor: 'uniform' })]);
      expect(describeGroup(harness)?.assignorName).toBe('uniform');
    });
  });

  it('changes nothing for others when a member comes that reads nothing', () => {
    run((harness, member) => {
      const [a, idle] = [member('a'), member('idle', { topics: [] })];
      settle(harness, [a]);
      const { epoch } = group(harness);
      settle(harness, [a, idle]);
      expect([group(harness).epoch, a.epoch, idle.epoch, a.owned.size, group(harness).state]).toEqual([epoch, epoch, epoch, 8, 'Stable']);
    });
  });

  it('has a member give up what it stops to read, while it still gives up something else', () => {
    run((harness, member) => {
      const [a, b] = [member('a', { topics: ['t', 'u'] }), member('b', { topics: ['t', 'u'] })];
      a.beat();
      harness.advance(1_000);
      b.beat();
      a.beat();
      const progress = () => group(harness).members.get('a')?.progress;
      const [topicId] = [...(progress()?.assigned.keys() ?? [])];
      const held = progress()?.assigned.get(topicId ?? '')?.size;
      const others = ['t', 'u'].filter((name) => harness.topics.idOf(name) !== topicId);
      expect([others.length, progress()?.pendingRevocation.size]).toEqual([1, 1]);
      const answer = a.send({ subscribedTopicNames: others, topicPartitions: null });
      expect(answer.assignment?.topicPartitions.some((topic) => topic.topicId === topicId)).toBe(false);
      expect(progress()?.pendingRevocation.get(topicId ?? '')?.size).toBe(held);
    });
  });
});

describe('offsets of a KIP-848 group, as Kafka answers,', () => {
  it('are committed by a static member that is away, in its epoch', () => {
    run((harness, member) => {
      const a = member('a', { instanceId: 'i' });
      a.beat();
      a.leave(-2);
      expect([commit(harness, a, -2), commit(harness, a, -1), commit(harness, a, 2)]).toEqual([0, ErrorCode.STALE_MEMBER_EPOCH, ErrorCode.STALE_MEMBER_EPOCH]);
    });
  });

  it('are refused in a transaction with the codes that producers know', () => {
    run((harness, member) => {
      const a = member('a', { instanceId: 'i' });
      a.beat();
      const inTransaction = (given: object) =>
        harness.send(ApiKeys.TxnOffsetCommit, 5, { transactionalId: 'tx', groupId: 'g', producerId: 7, producerEpoch: 0, memberId: 'a', topics: [{ name: 't', partitions: [{ partitionIndex: 0, committedOffset: 5, committedMetadata: '' }] }], ...given }).answer.topics[0]?.partitions[0]?.errorCode;
      expect([2, 1, 3].map((generationId) => inTransaction({ generationId }))).toEqual([0, ErrorCode.ILLEGAL_GENERATION, ErrorCode.ILLEGAL_GENERATION]);
      expect([inTransaction({ memberId: '', generationId: -1 }), inTransaction({ memberId: '', generationId: -1, groupInstanceId: 'i' })]).toEqual([0, ErrorCode.UNKNOWN_MEMBER_ID]);
    });
  });
});
