import { describe, expect, it } from '@jest/globals';
import { ErrorCode, ZERO_UUID } from '@ottla/model';
import { ApiKeys, type OffsetCommitRequestInput, type OffsetFetchRequestTopicsInput, type OffsetFetchResponseTopics } from '@ottla/protocol';
import type { ShardHarness } from './testing/shard-harness.ts';
import { committedOffset, stabilize, TestMember } from './testing/test-member.ts';
import { withShard } from './testing/with-shard.ts';

const COMMIT_VERSIONS = [2, 3, 4, 5, 6, 7, 8, 9, 10];
const FETCH_VERSIONS = [1, 2, 3, 4, 5, 6, 7, 8, 9, 10];
const UNKNOWN_ID = 'AAAAAAAAAAAAAAAAAAAABQ';

function partitionOf(committedOffset: number, changes = {}): { partitionIndex: number; committedOffset: number; committedLeaderEpoch: number; committedMetadata: string | null } {
  return { partitionIndex: 0, committedOffset, committedLeaderEpoch: 3, committedMetadata: 'meta', ...changes };
}

function commitRequest(harness: ShardHarness, changes: Partial<OffsetCommitRequestInput> = {}): OffsetCommitRequestInput {
  const topics = [{ name: 't', topicId: harness.topics.idOf('t'), partitions: [partitionOf(42)] }];
  return { groupId: 'g', memberId: '', topics, ...changes };
}

function commit(harness: ShardHarness, version: number, changes: Partial<OffsetCommitRequestInput> = {}): number[] {
  const { topics } = harness.send(ApiKeys.OffsetCommit, version, commitRequest(harness, changes)).answer;
  return topics.flatMap(({ partitions }) => partitions.map(({ errorCode }) => errorCode));
}

/** What OffsetFetch answers for one group, whatever the version. */
function fetch(harness: ShardHarness, version: number, topics: readonly OffsetFetchRequestTopicsInput[] | null, groupId = 'g'): OffsetFetchResponseTopics[] {
  if (version >= 8) return harness.send(ApiKeys.OffsetFetch, version, { groups: [{ groupId, topics }] }).answer.groups[0]?.topics ?? [];
  const old = topics?.map(({ name = '', partitionIndexes }) => ({ name, partitionIndexes })) ?? null;
  return harness.send(ApiKeys.OffsetFetch, version, { groupId, topics: old }).answer.topics.map((topic) => ({ ...topic, topicId: ZERO_UUID }));
}

describe('OffsetCommit', () => {
  describe.each(COMMIT_VERSIONS)('in version %i', (version) => {
    const unknownTopic = version >= 10 ? ErrorCode.UNKNOWN_TOPIC_ID : ErrorCode.UNKNOWN_TOPIC_OR_PARTITION;
    const unknownGroup = version >= 9 ? ErrorCode.GROUP_ID_NOT_FOUND : ErrorCode.ILLEGAL_GENERATION;

    it('stores what a simple consumer commits', () => {
      withShard({}, (harness) => {
        expect(commit(harness, version)).toEqual([ErrorCode.NONE]);
        const value = { offset: 42, leaderEpoch: version >= 6 ? 3 : -1, metadata: 'meta', commitTimestamp: harness.time.wallMs, expireTimestamp: -1, topicId: harness.topics.idOf('t') };
        expect(harness.records()).toEqual([{ type: 'OffsetCommit', key: { group: 'g', topic: 't', partition: 0 }, value }]);
      });
    });

    it('refuses topics and partitions that are not there, and stores the rest', () => {
      withShard({}, (harness) => {
        const partitions = [partitionOf(1), partitionOf(2, { partitionIndex: 8 }), partitionOf(3, { partitionIndex: -1 })];
        const topics = [
          { name: 'none', topicId: UNKNOWN_ID, partitions: [partitionOf(1)] },
          { name: 't', topicId: harness.topics.idOf('t'), partitions },
        ];
        expect(commit(harness, version, { topics })).toEqual([unknownTopic, ErrorCode.UNKNOWN_TOPIC_OR_PARTITION, ErrorCode.UNKNOWN_TOPIC_OR_PARTITION, ErrorCode.NONE]);
        expect(harness.log).toHaveLength(1);
      });
    });

    it('does not ask the group when no partition is there', () => {
      withShard({}, (harness) => {
        const topics = [{ name: 'none', topicId: UNKNOWN_ID, partitions: [partitionOf(1)] }];
        expect(commit(harness, version, { generationIdOrMemberEpoch: 4, topics })).toEqual([unknownTopic]);
        expect(commit(harness, version, { topics: [] })).toEqual([]);
        expect(harness.shard.store.size).toBe(0);
      });
    });

    it('refuses metadata that is too large, and takes what just fits', () => {
      withShard({}, (harness) => {
        const partitions = [partitionOf(1, { committedMetadata: 'x'.repeat(4_097) }), partitionOf(2, { partitionIndex: 1, committedMetadata: 'x'.repeat(4_096) }), partitionOf(3, { partitionIndex: 2, committedMetadata: null })];
        const topics = [{ name: 't', topicId: harness.topics.idOf('t'), partitions }];
        expect(commit(harness, version, { topics })).toEqual([ErrorCode.OFFSET_METADATA_TOO_LARGE, ErrorCode.NONE, ErrorCode.NONE]);
      });
    });

    it('refuses a generation of a group that is not there', () => {
      withShard({}, (harness) => expect(commit(harness, version, { generationIdOrMemberEpoch: 0, memberId: 'm' })).toEqual([unknownGroup]));
    });

    it.each<[string, (member: TestMember) => Partial<OffsetCommitRequestInput>, number]>([
      ['takes commits of members', ({ memberId }) => ({ memberId, generationIdOrMemberEpoch: 1 }), ErrorCode.NONE],
      ['refuses a simple consumer beside members', () => ({}), ErrorCode.UNKNOWN_MEMBER_ID],
      ['refuses an unknown member', () => ({ memberId: 'm', generationIdOrMemberEpoch: 1 }), ErrorCode.UNKNOWN_MEMBER_ID],
      ['refuses a member without generation', ({ memberId }) => ({ memberId }), ErrorCode.ILLEGAL_GENERATION],
      ['refuses another generation', ({ memberId }) => ({ memberId, generationIdOrMemberEpoch: 2 }), ErrorCode.ILLEGAL_GENERATION],
    ])('%s', (_name, changes, error) => {
      withShard({}, (harness) => {
        const member = new TestMember(harness);
        stabilize(harness, member);
        expect(commit(harness, version, changes(member))).toEqual([error]);
      });
    });

    it('refuses commits between JoinGroup and SyncGroup, and takes them while others join', () => {
      withShard({}, (harness) => {
        const [a, b] = [new TestMember(harness), new TestMember(harness)];
        stabilize(harness, a, b);
        const pending = a.join();
        expect(commit(harness, version, { memberId: b.memberId, generationIdOrMemberEpoch: 1 })).toEqual([ErrorCode.NONE]);
        b.join();
        a.joined(pending);
        expect(commit(harness, version, { memberId: b.memberId, generationIdOrMemberEpoch: 2 })).toEqual([ErrorCode.REBALANCE_IN_PROGRESS]);
      });
    });

    it('takes a simple commit again once a group is empty, and refuses its old generation', () => {
      withShard({}, (harness) => {
        const member = new TestMember(harness);
        stabilize(harness, member);
        member.leave();
        expect(commit(harness, version)).toEqual([ErrorCode.NONE]);
        expect(commit(harness, version, { memberId: member.memberId, generationIdOrMemberEpoch: 1 })).toEqual([ErrorCode.UNKNOWN_MEMBER_ID]);
      });
    });

    it('refuses what fits into no batch, all of it', () => {
      withShard({}, (harness) => {
        harness.maxBatchBytes = 10;
        expect(commit(harness, version)).toEqual([ErrorCode.UNKNOWN_SERVER_ERROR]);
        expect(committedOffset(harness)).toBe(-1);
      });
    });
  });

  it.each([2, 3, 4])('keeps the retention that a client of version %i asks for', (version) => {
    withShard({}, (harness) => {
      commit(harness, version, { retentionTimeMs: 5_000 });
      expect(harness.records()[0]?.value).toMatchObject({ expireTimestamp: harness.time.wallMs + 5_000 });
      expect(harness.log[0]?.value?.[1]).toBe(1);
    });
  });

  it('writes all offsets of a request in one append', () => {
    withShard({}, (harness) => {
      const partitions = Array.from({ length: 8 }, (_, partitionIndex) => partitionOf(partitionIndex, { partitionIndex }));
      commit(harness, 9, { topics: [{ name: 't', partitions }, { name: 'u', partitions }] });
      expect(harness.appends).toEqual([16]);
    });
  });

  it('keeps the member alive', () => {
    withShard({}, (harness) => {
      const member = new TestMember(harness, { sessionTimeoutMs: 6_000 });
      stabilize(harness, member);
      for (let offset = 0; offset < 5; offset++) {
        harness.advance(5_999);
        expect(member.commit(offset)).toBe(ErrorCode.NONE);
      }
      expect(committedOffset(harness)).toBe(4);
    });
  });
});

describe('OffsetFetch', () => {
  describe.each(FETCH_VERSIONS)('in version %i', (version) => {
    it('answers -1 for what was never committed, in a group or without one', () => {
      withShard({}, (harness) => {
        commit(harness, 9);
        const asked = [{ name: 't', topicId: harness.topics.idOf('t'), partitionIndexes: [0, 1] }];
        const none = (partitionIndex: number) => ({ partitionIndex, committedOffset: -1, committedLeaderEpoch: -1, metadata: '', errorCode: ErrorCode.NONE });
        const some = { partitionIndex: 0, committedOffset: 42, committedLeaderEpoch: version >= 5 ? 3 : -1, metadata: 'meta', errorCode: ErrorCode.NONE };
        expect(fetch(harness, version, asked)[0]?.partitions).toEqual([some, none(1)]);
        expect(fetch(harness, version, asked, 'nope')[0]?.partitions).toEqual([none(0), none(1)]);
      });
    });

    it('answers for topics that are not there', () => {
      withShard({}, (harness) => {
        const errorCode = version >= 10 ? ErrorCode.UNKNOWN_TOPIC_ID : ErrorCode.NONE;
        expect(fetch(harness, version, [{ name: 'none', topicId: UNKNOWN_ID, partitionIndexes: [4] }])[0]?.partitions).toMatchObject([{ partitionIndex: 4, committedOffset: -1, errorCode }]);
      });
    });
  });

  it.each(FETCH_VERSIONS.filter((version) => version >= 2))('answers with all offsets when no topics are named, in version %i', (version) => {
    withShard({}, (harness) => {
      for (const name of ['t', 'u', 'v']) commit(harness, 9, { topics: [{ name, partitions: [partitionOf(1), partitionOf(2, { partitionIndex: 5 })] }] });
      // A topic that was deleted while this node did not look: it has no id to be named by.
      harness.topics.delete('v');
      const topics = fetch(harness, version, null);
      expect(topics.map(({ name, topicId }) => (version >= 10 ? harness.topics.topicNameOf(topicId) : name))).toEqual(version >= 10 ? ['t', 'u'] : ['t', 'u', 'v']);
      expect(topics[0]?.partitions.map(({ committedOffset: offset }) => offset)).toEqual([1, 2]);
      expect(fetch(harness, version, null, 'nope')).toEqual([]);
    });
  });

  it.each([8, 9, 10])('answers for many groups, in version %i', (version) => {
    withShard({}, (harness) => {
      commit(harness, 9, { groupId: 'a' });
      commit(harness, 9, { groupId: 'b' });
      const { groups } = harness.send(ApiKeys.OffsetFetch, version, { groups: ['a', 'b', 'c'].map((groupId) => ({ groupId, topics: null })), requireStable: true }).answer;
      expect(groups.map(({ groupId, topics, errorCode }) => [groupId, topics.length, errorCode])).toEqual([['a', 1, 0], ['b', 1, 0], ['c', 0, 0]]);
    });
  });

  it('does not give a topic the offsets of another one that had its name', () => {
    withShard({}, (harness) => {
      commit(harness, 9);
      harness.topics.delete('t');
      const topicId = harness.topics.add('t', 1);
      expect(fetch(harness, 10, [{ topicId, partitionIndexes: [0] }])[0]?.partitions[0]?.committedOffset).toBe(-1);
    });
  });

  it('finds after a failover what was committed before it', () => {
    withShard({}, (harness) => {
      commit(harness, 9);
      commit(harness, 9, { topics: [{ name: 't', partitions: [partitionOf(50)] }] });
      harness.reload();
      expect(committedOffset(harness)).toBe(50);
    });
  });
});

describe('OffsetDelete', () => {
  function remove(harness: ShardHarness, ...names: string[]): { error: number; partitions: number[] } {
    const topics = names.map((name) => ({ name, partitions: [{ partitionIndex: 0 }, { partitionIndex: 99 }] }));
    const answer = harness.send(ApiKeys.OffsetDelete, 0, { groupId: 'g', topics }).answer;
    return { error: answer.errorCode, partitions: answer.topics.map(({ partitions }) => partitions.find(({ partitionIndex }) => partitionIndex === 0)?.errorCode ?? NaN) };
  }

  it('refuses an empty group id and groups that are not there', () => {
    withShard({}, (harness) => {
      expect(harness.send(ApiKeys.OffsetDelete, 0, { groupId: '', topics: [] }).answer.errorCode).toBe(ErrorCode.INVALID_GROUP_ID);
      expect(remove(harness, 't')).toEqual({ error: ErrorCode.GROUP_ID_NOT_FOUND, partitions: [] });
    });
  });

  it('deletes offsets of an empty group, and says which partitions are not there', () => {
    withShard({}, (harness) => {
      commit(harness, 9);
      expect(remove(harness, 't', 'none')).toEqual({ error: ErrorCode.NONE, partitions: [ErrorCode.NONE, ErrorCode.UNKNOWN_TOPIC_OR_PARTITION] });
      expect(committedOffset(harness)).toBe(-1);
      expect(harness.records().at(-1)).toEqual({ type: 'OffsetCommit', key: { group: 'g', topic: 't', partition: 0 }, value: null });
      // Nothing is left to delete, so nothing is written.
      const length = harness.log.length;
      expect(remove(harness, 't').error).toBe(ErrorCode.NONE);
      expect(harness.log).toHaveLength(length);
    });
  });

  it('spares the topics that consumers read', () => {
    withShard({}, (harness) => {
      const member = new TestMember(harness, { topics: ['t'] });
      stabilize(harness, member);
      member.commit(1, 't');
      member.commit(2, 'u');
      expect(remove(harness, 't', 'u')).toEqual({ error: ErrorCode.NONE, partitions: [ErrorCode.GROUP_SUBSCRIBED_TO_TOPIC, ErrorCode.NONE] });
      expect([committedOffset(harness, 'g', 't'), committedOffset(harness, 'g', 'u')]).toEqual([1, -1]);
      member.leave();
      expect(remove(harness, 't').partitions).toEqual([ErrorCode.NONE]);
    });
  });

  it('spares every topic of consumers whose subscriptions cannot be read', () => {
    withShard({}, (harness) => {
      const protocols = [{ name: 'own', metadata: new Uint8Array([0]) }];
      const pending = harness.send(ApiKeys.JoinGroup, 3, { groupId: 'g', sessionTimeoutMs: 10_000, rebalanceTimeoutMs: 10_000, memberId: '', protocolType: 'consumer', protocols });
      harness.advance(0);
      expect(pending.answer.generationId).toBe(1);
      expect(remove(harness, 'u').partitions).toEqual([ErrorCode.GROUP_SUBSCRIBED_TO_TOPIC]);
    });
  });

  it('refuses groups of another kind while anyone is in them', () => {
    withShard({}, (harness) => {
      const member = new TestMember(harness, { protocolType: 'connect' });
      stabilize(harness, member);
      expect(remove(harness, 't').error).toBe(ErrorCode.NON_EMPTY_GROUP);
      member.leave();
      expect(remove(harness, 't').error).toBe(ErrorCode.NONE);
    });
  });
});

describe('a deleted topic', () => {
  it('takes its offsets with it, in every group', () => {
    withShard({}, (harness) => {
      for (const groupId of ['a', 'b']) {
        commit(harness, 9, { groupId });
        commit(harness, 9, { groupId, topics: [{ name: 'u', partitions: [partitionOf(7)] }] });
      }
      harness.deleteTopic('t');
      expect(['a', 'b'].map((groupId) => [committedOffset(harness, groupId, 't'), committedOffset(harness, groupId, 'u')])).toEqual([[-1, 7], [-1, 7]]);
      const length = harness.log.length;
      harness.deleteTopic('t');
      expect(harness.log).toHaveLength(length);
    });
  });
});
