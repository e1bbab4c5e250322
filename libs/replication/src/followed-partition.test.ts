import { beforeEach, describe, expect, it } from '@jest/globals';
import { ErrorCode, silentLogger } from '@ottla/model';
import type { FetchResponsePartitionData } from '@ottla/protocol';
import { FollowedPartition, type AskedState } from './followed-partition.ts';
import type { Partition } from './partition.ts';
import { partitionChange } from './testing/metadata-history.ts';
import { batchOf, idOf, TestBroker } from './testing/test-broker.ts';

/** Broker 1 follows broker 2 in leader epoch 5; the test plays the leader. */
let broker: TestBroker;
let partition: Partition;
let followed: FollowedPartition;

beforeEach(async () => {
  broker = await TestBroker.withTopic(1, { replicas: [1, 2], leader: 2, leaderEpoch: 5 });
  partition = broker.partition();
  followed = new FollowedPartition(partition, silentLogger, 100, () => {});
});

const batch = (baseOffset: number, partitionLeaderEpoch: number, ...values: readonly string[]): Uint8Array => batchOf(values, { baseOffset, partitionLeaderEpoch });

function asked(nowMs = 0): AskedState {
  const want = followed.want(nowMs);
  if (want === undefined) throw new Error('nothing is wanted now');
  return want;
}

/** Takes an answer to what is asked now, and writes what it brought. */
function take(answer: Partial<FetchResponsePartitionData>, state: AskedState = asked()): number {
  const whole = {
    partitionIndex: 0, errorCode: ErrorCode.NONE, highWatermark: 0, lastStableOffset: 0, logStartOffset: 0, divergingEpoch: { epoch: -1, endOffset: -1 },
    currentLeader: { leaderId: -1, leaderEpoch: -1 }, snapshotId: { endOffset: -1, epoch: -1 }, abortedTransactions: null, preferredReadReplica: -1, records: null, ...answer,
  };
  const stage = (staged: Partition, written: (failure: Error | undefined) => void): void => {
    staged.log.flushStaged();
    written(undefined);
  };
  return followed.take(whole, state, 0, stage, () => {});
}

const where = () => ({ start: partition.log.logStartOffset, highWatermark: partition.log.highWatermark, end: partition.log.logEndOffset });

describe('a follower', () => {
  it('keeps the offsets of its leader, and of its high watermark what it has itself', () => {
    take({ records: batch(0, 4, 'a', 'b'), highWatermark: 10 });
    expect(where()).toEqual({ start: 0, highWatermark: 2, end: 2 });
    take({ records: batch(2, 5, 'c'), highWatermark: 2, logStartOffset: 1 });
    expect(where()).toEqual({ start: 1, highWatermark: 2, end: 3 });
    expect(asked()).toEqual({ fetchOffset: 3, currentLeaderEpoch: 5, lastFetchedEpoch: 5, logStartOffset: 1, highWatermark: 2 });
  });

  it('passes over an answer that it did not ask for where its log ends, and all of another epoch', () => {
    const early = asked();
    take({ records: batch(0, 5, 'a') });
    expect(take({ records: batch(0, 5, 'z') }, early)).toBe(0);
    broker.commit(partitionChange(idOf('t'), 0, { leader: 2 }));
    expect(take({ records: batch(1, 5, 'late') })).toBe(0);
    expect([where().end, followed.isCurrent]).toEqual([1, false]);
  });

  it('cuts its log where the logs part, and asks by the epoch before', () => {
    take({ records: batch(0, 2, 'a', 'b') });
    take({ records: batch(2, 3, 'x', 'y', 'z') });
    expect(asked().lastFetchedEpoch).toBe(3);
    take({ divergingEpoch: { epoch: 3, endOffset: 4 } });
    // The batch that crosses the end goes as a whole.
    expect([where().end, asked().lastFetchedEpoch]).toEqual([2, 2]);
    take({ divergingEpoch: { epoch: 2, endOffset: 2 } });
    expect(where().end).toBe(2);
  });

  it('cuts to the end of its own epoch where the leader names one that it does not have', () => {
    take({ records: batch(0, 1, 'a') });
    take({ records: batch(1, 4, 'x') });
    take({ divergingEpoch: { epoch: 3, endOffset: 9 } });
    expect([where().end, asked().lastFetchedEpoch]).toEqual([1, 1]);
  });

  it('forgets an epoch in which it led without a record', () => {
    take({ records: batch(0, 5, 'a') });
    broker.commit(partitionChange(idOf('t'), 0, { leader: 1 }));
    broker.commit(partitionChange(idOf('t'), 0, { leader: 2 }));
    followed = new FollowedPartition(partition, silentLogger, 100, () => {});
    expect(asked().lastFetchedEpoch).toBe(6);
    take({ divergingEpoch: { epoch: 5, endOffset: 1 } });
    expect([where().end, asked().lastFetchedEpoch]).toEqual([1, 5]);
  });

  it('begins anew where its leader begins', () => {
    take({ records: batch(0, 5, 'a') });
    take({ errorCode: ErrorCode.OFFSET_OUT_OF_RANGE, logStartOffset: 7 });
    expect(where()).toEqual({ start: 7, highWatermark: 7, end: 7 });
    // The leader's first batch may begin before its log does.
    take({ records: batch(6, 5, 'g', 'h', 'i'), highWatermark: 9, logStartOffset: 7 });
    expect(where()).toEqual({ start: 7, highWatermark: 9, end: 9 });
  });

  it('asks for the end of a leader that has less, and cuts what nobody acknowledged', () => {
    take({ records: batch(0, 5, 'a') });
    take({ records: batch(1, 5, 'b') });
    take({ errorCode: ErrorCode.OFFSET_OUT_OF_RANGE, logStartOffset: 0 });
    expect(followed.wantsLeaderEnd).toBe(true);
    followed.takeLeaderEnd({ leaderEpoch: 5, endOffset: 1 }, 0);
    expect([followed.wantsLeaderEnd, where().end, followed.dueMs]).toEqual([false, 1, 0]);
  });

  it('waits a little longer after each refusal, and no more after a success', () => {
    const dues = [1, 2, 3, 4, 5, 6].map(() => {
      take({ errorCode: ErrorCode.UNKNOWN_LEADER_EPOCH });
      return followed.dueMs;
    });
    expect(dues).toEqual([10, 20, 40, 80, 100, 100]);
    take({});
    take({ errorCode: ErrorCode.NOT_LEADER_OR_FOLLOWER });
    expect(followed.dueMs).toBe(10);
  });

  it('takes no batch that is damaged', () => {
    const damaged = batch(0, 5, 'a');
    damaged[damaged.length - 1] = 0x7f;
    expect(take({ records: damaged })).toBe(0);
    expect([where().end, followed.dueMs]).toEqual([0, 10]);
  });
});
