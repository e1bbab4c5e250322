import { describe, expect, it } from '@jest/globals';
import { ErrorCode, errorCodeOf } from '@ottla/model';
import { PartitionImage, noExtras } from '@ottla/metadata';
import { ListOffsetsTimestamp } from './list-offsets.ts';
import { batchOf, idOf, START_MS, TestBroker } from './testing/test-broker.ts';
import { partitionChange, topicConfig } from './testing/metadata-history.ts';

const { EARLIEST, LATEST, MAX_TIMESTAMP, EARLIEST_LOCAL, LATEST_TIERED, EARLIEST_PENDING_UPLOAD } = ListOffsetsTimestamp;
const NOTHING = { timestamp: -1, offset: -1, leaderEpoch: -1 };

function codeOf(act: () => unknown): number {
  try {
    act();
  } catch (error) {
    return errorCodeOf(error);
  }
  return ErrorCode.NONE;
}

function state(leader: number, leaderEpoch: number, partitionEpoch: number, isr: readonly number[] = [1, 2]): PartitionImage {
  return new PartitionImage([1, 2], [], isr, leader, leaderEpoch, partitionEpoch, noExtras);
}

describe('applyState', () => {
  it('says when this broker begins to lead, also in a new epoch, and only then', async () => {
    const partition = (await TestBroker.withTopic(1, { replicas: [1, 2], leader: 2 })).partition();
    expect(partition.isLeader).toBe(false);
    expect(partition.applyState(state(1, 1, 1))).toBe(true);
    expect(partition.applyState(state(1, 1, 2, [1]))).toBe(false);
    expect(partition.applyState(state(1, 2, 3))).toBe(true);
    expect(partition.applyState(state(2, 3, 4))).toBe(false);
    expect([partition.leader, partition.leaderEpoch, partition.isLeader, partition.isr]).toEqual([2, 3, false, [1, 2]]);
  });

  it('takes the same state twice and passes over an older one', async () => {
    const partition = (await TestBroker.withTopic(1, { replicas: [1, 2], leader: 2 })).partition();
    partition.applyState(state(1, 5, 9));
    expect(partition.applyState(state(1, 5, 9))).toBe(false);
    expect(partition.applyState(state(2, 4, 8, [2]))).toBe(false);
    expect([partition.leader, partition.leaderEpoch, partition.isr]).toEqual([1, 5, [1, 2]]);
  });

  it('moves the high watermark to what is written, not to what is staged, once this replica is alone in sync', async () => {
    const broker = await TestBroker.withTopic(1, { replicas: [1, 2], isr: [1, 2], leader: 1 });
    broker.write(['a', 'b']);
    const partition = broker.partition();
    expect(partition.log.highWatermark).toBe(0);
    partition.appendAsLeader(batchOf(['staged']), 'client', 1);
    broker.commit(partitionChange(idOf('t'), 0, { isr: [1] }));
    expect([partition.log.highWatermark, partition.log.logEndOffset]).toEqual([2, 3]);
  });
});

describe('leader epochs', () => {
  it('are compared with what the client names, before leadership', async () => {
    const broker = await TestBroker.withTopic(1, { leaderEpoch: 5 });
    const partition = broker.partition();
    const codes = (): number[] => [-1, 4, 5, 6].map((epoch) => codeOf(() => partition.checkLeader(epoch)));
    expect(codes()).toEqual([ErrorCode.NONE, ErrorCode.FENCED_LEADER_EPOCH, ErrorCode.NONE, ErrorCode.UNKNOWN_LEADER_EPOCH]);
    broker.commit(partitionChange(idOf('t'), 0, { replicas: [1, 2], leader: 2 }));
    expect(codes()).toEqual([ErrorCode.NOT_LEADER_OR_FOLLOWER, ErrorCode.FENCED_LEADER_EPOCH, ErrorCode.FENCED_LEADER_EPOCH, ErrorCode.NOT_LEADER_OR_FOLLOWER]);
    expect(codeOf(() => partition.appendAsLeader(batchOf(['x']), 'client', 1))).toBe(ErrorCode.NOT_LEADER_OR_FOLLOWER);
  });

  it('stamp the records, and end where the next begins', async () => {
    const broker = await TestBroker.withTopic();
    broker.write(['a', 'b']);
    broker.commit(partitionChange(idOf('t'), 0, { leader: 1 }));
    broker.write(['c']);
    broker.commit(partitionChange(idOf('t'), 0, { leader: 1 }));
    const partition = broker.partition();
    expect(partition.leaderEpoch).toBe(2);
    expect([0, 1, 2].map((epoch) => partition.endOffsetForEpoch(-1, epoch))).toEqual([
      { leaderEpoch: 0, endOffset: 2 },
      { leaderEpoch: 1, endOffset: 3 },
      { leaderEpoch: 2, endOffset: 3 },
    ]);
    expect(partition.endOffsetForEpoch(2, 9)).toEqual({ leaderEpoch: -1, endOffset: -1 });
    expect(codeOf(() => partition.endOffsetForEpoch(1, 0))).toBe(ErrorCode.FENCED_LEADER_EPOCH);
    expect(partition.offsetForTimestamp(EARLIEST, false).leaderEpoch).toBe(0);
    expect(partition.offsetForTimestamp(LATEST, false)).toEqual({ timestamp: -1, offset: 3, leaderEpoch: 2 });
  });
});

describe('ListOffsets', () => {
  it('finds ends and records by time', async () => {
    const broker = await TestBroker.withTopic();
    for (const [index, ms] of [10, 30, 20].entries()) {
      broker.produce(1, [{ records: batchOf([`v${index}`], { timestamp: START_MS + ms }) }]);
      broker.time.runTurn();
    }
    const partition = broker.partition();
    const offsets = (timestamp: number): number[] => [false, true].map((readCommitted) => partition.offsetForTimestamp(timestamp, readCommitted).offset);
    expect([EARLIEST, EARLIEST_LOCAL, LATEST].map(offsets)).toEqual([[0, 0], [0, 0], [3, 3]]);
    expect(partition.offsetForTimestamp(MAX_TIMESTAMP, false)).toEqual({ timestamp: START_MS + 30, offset: 1, leaderEpoch: 0 });
    expect(partition.offsetForTimestamp(START_MS + 11, false)).toEqual({ timestamp: START_MS + 30, offset: 1, leaderEpoch: 0 });
    expect([START_MS + 31, LATEST_TIERED, EARLIEST_PENDING_UPLOAD].map((timestamp) => partition.offsetForTimestamp(timestamp, false))).toEqual([NOTHING, NOTHING, NOTHING]);
  });

  it('finds nothing in an empty log but its ends', async () => {
    const partition = (await TestBroker.withTopic()).partition();
    expect([EARLIEST, LATEST, MAX_TIMESTAMP, START_MS].map((timestamp) => partition.offsetForTimestamp(timestamp, false).offset)).toEqual([0, 0, -1, -1]);
  });

  it('shows a read_committed client nothing at or above the last stable offset', async () => {
    const broker = await TestBroker.withTopic();
    broker.write(['a']);
    broker.produce(1, [{ records: batchOf(['open'], { producerId: 7, producerEpoch: 0, baseSequence: 0, isTransactional: true, timestamp: START_MS + 50 }), guard: broker.replicas.guards.begin(broker.partition(), 7, 0, false) }]);
    broker.time.runTurn();
    const partition = broker.partition();
    const found = (readCommitted: boolean): number[] => [LATEST, MAX_TIMESTAMP, START_MS + 50].map((timestamp) => partition.offsetForTimestamp(timestamp, readCommitted).offset);
    expect(found(false)).toEqual([2, 1, 1]);
    expect(found(true)).toEqual([1, -1, -1]);
  });

  it('answers OFFSET_NOT_AVAILABLE while the high watermark lies before what earlier leaders committed', async () => {
    const broker = await TestBroker.withTopic(1, { replicas: [1, 2], isr: [1, 2], leader: 1 });
    broker.write(['a', 'b']);
    const partition = broker.partition();
    expect(partition.offsetForTimestamp(LATEST, false).offset).toBe(0);
    broker.commit(partitionChange(idOf('t'), 0, { leader: 1 }));
    const codes = (): number[] => [EARLIEST, LATEST, MAX_TIMESTAMP, START_MS].map((timestamp) => codeOf(() => partition.offsetForTimestamp(timestamp, false)));
    const { NONE, OFFSET_NOT_AVAILABLE } = ErrorCode;
    expect(codes()).toEqual([NONE, OFFSET_NOT_AVAILABLE, OFFSET_NOT_AVAILABLE, OFFSET_NOT_AVAILABLE]);
    broker.commit(partitionChange(idOf('t'), 0, { isr: [1] }));
    expect(codes()).toEqual([NONE, NONE, NONE, NONE]);
  });
});

describe('DeleteRecords', () => {
  it('moves the log start up to the high watermark', async () => {
    const broker = await TestBroker.withTopic();
    for (const value of ['a', 'b', 'c']) broker.write([value]);
    const partition = broker.partition();
    expect(partition.deleteRecordsTo(1)).toBe(1);
    expect(partition.deleteRecordsTo(0)).toBe(1);
    expect(broker.values()).toEqual(['b', 'c']);
    expect([4, -2].map((offset) => codeOf(() => partition.deleteRecordsTo(offset)))).toEqual([ErrorCode.OFFSET_OUT_OF_RANGE, ErrorCode.OFFSET_OUT_OF_RANGE]);
    expect(partition.deleteRecordsTo(-1)).toBe(3);
    expect([partition.log.logStartOffset, partition.offsetForTimestamp(EARLIEST, false).offset]).toEqual([3, 3]);
  });

  it('is refused for a topic that is only compacted, and by who does not lead', async () => {
    const broker = await TestBroker.withTopic();
    broker.write(['a']);
    const codeUnder = (policy: string): number => {
      broker.commit(topicConfig('t', 'cleanup.policy', policy));
      return codeOf(() => broker.partition().deleteRecordsTo(0));
    };
    expect([codeUnder('compact'), codeUnder('compact,delete'), codeUnder('')]).toEqual([ErrorCode.POLICY_VIOLATION, ErrorCode.NONE, ErrorCode.NONE]);
    broker.commit(partitionChange(idOf('t'), 0, { replicas: [1, 2], leader: 2 }));
    expect(codeOf(() => broker.partition().deleteRecordsTo(0))).toBe(ErrorCode.NOT_LEADER_OR_FOLLOWER);
  });
});
