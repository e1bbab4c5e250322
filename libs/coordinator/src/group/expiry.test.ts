import { describe, expect, it } from '@jest/globals';
import { ErrorCode } from '@ottla/model';
import { ApiKeys } from '@ottla/protocol';
import type { ShardHarness } from './testing/shard-harness.ts';
import { committedOffset, stabilize, TestMember } from './testing/test-member.ts';
import { withShard } from './testing/with-shard.ts';

const HOUR_MS = 3_600_000;
const config = { offsetsRetentionMs: HOUR_MS, offsetsRetentionCheckIntervalMs: 60_000 };

function commitSimple(harness: ShardHarness, groupId: string, topic = 't', retentionTimeMs = -1): void {
  harness.send(ApiKeys.OffsetCommit, retentionTimeMs === -1 ? 9 : 4, {
    groupId,
    memberId: '',
    retentionTimeMs,
    topics: [{ name: topic, partitions: [{ partitionIndex: 0, committedOffset: 5, committedMetadata: '' }] }],
  });
}

/** Lets time pass while the member stays alive. */
function live(harness: ShardHarness, member: TestMember, ms: number): void {
  for (let passedMs = 0; passedMs < ms; passedMs += 300_000) {
    harness.advance(300_000);
    expect(member.heartbeat()).toBe(ErrorCode.NONE);
  }
}

describe('offsets of a simple group', () => {
  it('expire after the retention since each was committed, and the group with the last', () => {
    withShard({ config }, (harness) => {
      commitSimple(harness, 'g', 't');
      harness.advance(HOUR_MS / 2);
      commitSimple(harness, 'g', 'u');
      harness.advance(HOUR_MS / 2);
      expect([committedOffset(harness, 'g', 't'), committedOffset(harness, 'g', 'u')]).toEqual([-1, 5]);
      expect(harness.shard.store.size).toBe(1);
      harness.advance(HOUR_MS / 2);
      expect(harness.shard.store.size).toBe(0);
      expect(harness.records().slice(-2)).toEqual([
        { type: 'OffsetCommit', key: { group: 'g', topic: 'u', partition: 0 }, value: null },
        { type: 'GroupMetadata', key: { group: 'g' }, value: null },
      ]);
    });
  });

  it('expire in as many appends as the log’s limit on a batch wants', () => {
    withShard({ config }, (harness) => {
      for (const groupId of ['g', 'h', 'i', 'j']) commitSimple(harness, groupId);
      harness.maxBatchBytes = 20;
      harness.advance(HOUR_MS);
      expect(harness.shard.store.size).toBe(0);
    });
  });

  it('expire when an old client said so, and not before the check', () => {
    withShard({ config }, (harness) => {
      commitSimple(harness, 'g', 't', 5_000);
      commitSimple(harness, 'g', 'u');
      harness.advance(59_999);
      expect(committedOffset(harness)).toBe(5);
      harness.advance(1);
      expect([committedOffset(harness, 'g', 't'), committedOffset(harness, 'g', 'u')]).toEqual([-1, 5]);
    });
  });
});

describe('offsets of a group with members', () => {
  const options = { sessionTimeoutMs: 400_000 };

  it('stay while the topic is read, and expire once it is not', () => {
    withShard({ config }, (harness) => {
      const member = new TestMember(harness, { ...options, topics: ['t'] });
      stabilize(harness, member);
      member.commit(1, 't');
      member.commit(2, 'u');
      live(harness, member, HOUR_MS + 300_000);
      expect([committedOffset(harness, 'g', 't'), committedOffset(harness, 'g', 'u')]).toEqual([1, -1]);
    });
  });

  it('stay as long as a group of another kind has members', () => {
    withShard({ config }, (harness) => {
      const member = new TestMember(harness, { ...options, protocolType: 'connect' });
      stabilize(harness, member);
      member.commit(2, 'u');
      live(harness, member, 2 * HOUR_MS);
      expect(committedOffset(harness, 'g', 'u')).toBe(2);
    });
  });

  it('expire after the retention since the group became empty, however old they are', () => {
    withShard({ config }, (harness) => {
      const member = new TestMember(harness, options);
      stabilize(harness, member);
      member.commit(1);
      live(harness, member, 2 * HOUR_MS);
      member.leave();
      harness.advance(HOUR_MS - 60_000);
      expect(committedOffset(harness)).toBe(1);
      harness.reload();
      harness.advance(120_000);
      expect(committedOffset(harness)).toBe(-1);
      expect(harness.shard.store.size).toBe(0);
    });
  });
});

describe('a group without offsets', () => {
  it('goes at the next check once it is empty', () => {
    withShard({ config }, (harness) => {
      const member = new TestMember(harness, { sessionTimeoutMs: 400_000 });
      stabilize(harness, member);
      harness.advance(60_000);
      expect(harness.shard.store.size).toBe(1);
      member.leave();
      harness.advance(60_000);
      expect(harness.shard.store.size).toBe(0);
      expect(member.heartbeat()).toBe(ErrorCode.UNKNOWN_MEMBER_ID);
    });
  });

  it('stays for a client that was just given its member id', () => {
    withShard({ config }, (harness) => {
      const member = new TestMember(harness, { sessionTimeoutMs: 70_000 });
      member.memberId = harness.send(ApiKeys.JoinGroup, 9, member.joinRequest()).answer.memberId;
      harness.advance(60_000);
      expect(harness.shard.store.size).toBe(1);
      stabilize(harness, member);
    });
  });
});

describe('a round', () => {
  it('goes over many groups in slices, and comes again after the interval', () => {
    withShard({ config }, (harness) => {
      for (let index = 0; index < 1_000; index++) commitSimple(harness, `g${index}`);
      harness.advance(HOUR_MS - 1);
      expect(harness.shard.store.size).toBe(1_000);
      const appends = harness.appends.length;
      harness.advance(60_001);
      expect(harness.shard.store.size).toBe(0);
      expect(harness.appends.length - appends).toBeGreaterThanOrEqual(4);
      commitSimple(harness, 'late');
      harness.advance(HOUR_MS + 60_000);
      expect(harness.shard.store.size).toBe(0);
    });
  });

  it('writes no batch that grows with the number of offsets', () => {
    withShard({ config: { ...config, offsetMetadataMaxBytes: 1 }, topics: Array.from({ length: 400 }, (_, index) => `topic-${index}`) }, (harness) => {
      for (let index = 0; index < 400; index++) {
        harness.send(ApiKeys.OffsetCommit, 9, {
          groupId: 'g',
          memberId: '',
          topics: [{ name: `topic-${index}`, partitions: Array.from({ length: 8 }, (_, partitionIndex) => ({ partitionIndex, committedOffset: 1, committedMetadata: '' })) }],
        });
      }
      harness.advance(2 * HOUR_MS);
      expect(harness.shard.store.size).toBe(0);
      expect(Math.max(...harness.appends)).toBeLessThanOrEqual(1_000);
    });
  });
});
