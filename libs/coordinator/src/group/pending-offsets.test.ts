import { beforeEach, describe, expect, it } from '@jest/globals';
import { ErrorCode } from '@ottla/model';
import { ApiKeys } from '@ottla/protocol';
import { ShardHarness } from './testing/shard-harness.ts';

let harness: ShardHarness;
beforeEach(() => {
  harness = new ShardHarness();
});

const producer = { producerId: 7, producerEpoch: 1 };
const commit = (committedOffset: number, by = producer, given: object = {}): number | undefined =>
  harness.send(ApiKeys.TxnOffsetCommit, 5, { transactionalId: 'tx', groupId: 'g', ...by, topics: [{ name: 't', partitions: [{ partitionIndex: 0, committedOffset, committedMetadata: '' }] }], ...given }).answer.topics[0]?.partitions[0]?.errorCode;
const mark = (transactionResult: boolean, by = producer, given: object = {}): number | undefined =>
  harness.send(ApiKeys.WriteTxnMarkers, 2, { markers: [{ ...by, transactionResult, coordinatorEpoch: 3, transactionVersion: 0, topics: [{ name: '__consumer_offsets', partitionIndexes: [0] }], ...given }] }).answer.markers[0]?.topics[0]?.partitions[0]?.errorCode;
const plainCommit = (committedOffset: number): void =>
  void harness.send(ApiKeys.OffsetCommit, 9, { groupId: 'g', generationIdOrMemberEpoch: -1, memberId: '', groupInstanceId: null, topics: [{ name: 't', partitions: [{ partitionIndex: 0, committedOffset, committedMetadata: '' }] }] });
const fetched = (requireStable = false): readonly [offset: number | undefined, error: number | undefined] => {
  const partition = harness.send(ApiKeys.OffsetFetch, 9, { groups: [{ groupId: 'g', topics: [{ name: 't', partitionIndexes: [0] }] }], requireStable }).answer.groups[0]?.topics[0]?.partitions[0];
  return [partition?.committedOffset, partition?.errorCode];
};

describe('offsets of a transaction', () => {
  it('count from its commit marker on, and are unstable before it', () => {
    expect(commit(5)).toBe(ErrorCode.NONE);
    expect([fetched(), fetched(true)]).toEqual([[-1, ErrorCode.NONE], [-1, ErrorCode.UNSTABLE_OFFSET_COMMIT]]);
    expect(mark(true)).toBe(ErrorCode.NONE);
    expect([fetched(), fetched(true)]).toEqual([[5, ErrorCode.NONE], [5, ErrorCode.NONE]]);
  });

  it('are void after an abort marker', () => {
    plainCommit(2);
    commit(5);
    mark(false);
    expect(fetched(true)).toEqual([2, ErrorCode.NONE]);
  });

  it('yield to a commit that came after them, whenever their marker comes', () => {
    commit(5);
    plainCommit(9);
    mark(true);
    expect(fetched(true)).toEqual([9, ErrorCode.NONE]);
  });

  it('of two transactions count in the order of the commits, not of the markers', () => {
    const other = { producerId: 8, producerEpoch: 0 };
    commit(5);
    commit(6, other);
    mark(true, other);
    mark(true);
    expect(fetched(true)).toEqual([6, ErrorCode.NONE]);
  });

  it('are refused from a stale producer, and markers from a stale coordinator', () => {
    commit(5);
    mark(true, { producerId: 7, producerEpoch: 2 });
    expect([commit(6), mark(true)]).toEqual([ErrorCode.INVALID_PRODUCER_EPOCH, ErrorCode.INVALID_PRODUCER_EPOCH]);
    expect(mark(true, { producerId: 7, producerEpoch: 2 }, { coordinatorEpoch: 2 })).toBe(ErrorCode.TRANSACTION_COORDINATOR_FENCED);
  });

  it('are not ended by a late copy of the marker before, where markers raise the epoch', () => {
    commit(5);
    mark(true, { producerId: 7, producerEpoch: 2 }, { transactionVersion: 2 });
    commit(6, { producerId: 7, producerEpoch: 2 });
    expect(mark(true, { producerId: 7, producerEpoch: 2 }, { transactionVersion: 2 })).toBe(ErrorCode.INVALID_PRODUCER_EPOCH);
    expect(fetched()).toEqual([5, ErrorCode.NONE]);
  });

  it('keep their group from being forgotten', () => {
    plainCommit(2);
    commit(5);
    harness.advance(8 * 86_400_000);
    expect(fetched()).toEqual([2, ErrorCode.NONE]);
    mark(false);
    harness.advance(8 * 86_400_000);
    expect(fetched()).toEqual([-1, ErrorCode.NONE]);
  });

  it('make a group, and go with it', () => {
    commit(5);
    const describe = () => harness.send(ApiKeys.DescribeGroups, 6, { groups: ['g'] }).answer.groups[0];
    const list = (statesFilter: string[]) => harness.send(ApiKeys.ListGroups, 5, { statesFilter, typesFilter: ['classic'] }).answer.groups.map(({ groupId }) => groupId);
    expect([describe()?.groupState, list([]), list(['Stable'])]).toEqual(['Empty', ['g'], []]);
    expect(harness.send(ApiKeys.DeleteGroups, 2, { groupsNames: ['g', 'h'] }).answer.results.map(({ errorCode }) => errorCode)).toEqual([ErrorCode.NONE, ErrorCode.GROUP_ID_NOT_FOUND]);
    expect([describe()?.errorCode, fetched(true)]).toEqual([ErrorCode.GROUP_ID_NOT_FOUND, [-1, ErrorCode.NONE]]);
    // The producer's transaction is still known to be open here.
    expect(mark(true, producer, { transactionVersion: 2 })).toBe(ErrorCode.INVALID_PRODUCER_EPOCH);
    mark(true);
    harness.reload();
    expect(fetched()).toEqual([-1, ErrorCode.NONE]);
  });

  it('are gone once they were deleted, also with their topic', () => {
    plainCommit(2);
    commit(5);
    const remove = () => harness.send(ApiKeys.OffsetDelete, 0, { groupId: 'g', topics: [{ name: 't', partitions: [{ partitionIndex: 0 }] }] }).answer.errorCode;
    expect([remove(), fetched(true)]).toEqual([ErrorCode.NONE, [-1, ErrorCode.NONE]]);
    commit(6);
    expect([remove(), fetched(true)]).toEqual([ErrorCode.NONE, [-1, ErrorCode.NONE]]);
    commit(7);
    harness.deleteTopic('t');
    mark(true);
    harness.reload();
    expect(harness.send(ApiKeys.OffsetFetch, 9, { groups: [{ groupId: 'g', topics: null }] }).answer.groups[0]?.topics).toEqual([]);
  });

  it('are checked like any commit', () => {
    expect(commit(5, producer, { generationId: 3, memberId: 'm' })).toBe(ErrorCode.ILLEGAL_GENERATION);
    expect(commit(5, producer, { topics: [{ name: 'nowhere', partitions: [{ partitionIndex: 0, committedOffset: 1, committedMetadata: '' }] }] })).toBe(ErrorCode.UNKNOWN_TOPIC_OR_PARTITION);
    plainCommit(1);
    expect(commit(5, producer, { generationId: 3, memberId: 'm' })).toBe(ErrorCode.UNKNOWN_MEMBER_ID);
  });
});
