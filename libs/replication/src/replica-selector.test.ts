import { beforeEach, describe, expect, it } from '@jest/globals';
import { ErrorCode } from '@ottla/model';
import { noExtras, PartitionImage } from '@ottla/metadata';
import { Partition } from './partition.ts';
import { rackAwareSelector, type ReplicaSelector } from './replica-selector.ts';
import { batchOf, idOf, TestBroker } from './testing/test-broker.ts';

const racks = new Map<number, string | null>();
const select: ReplicaSelector = rackAwareSelector({ localId: 1, rackOf: (broker) => racks.get(broker) });
const inRack = (rack: string) => ({ rack, listenerName: 'PLAINTEXT' });

/** Partition t-0 with offsets 0 to 4, led by broker 1; brokers 2, 3 and 4 are followers in sync. */
let partition: Partition;
let nowMs: number;

beforeEach(async () => {
  racks.clear();
  for (const [broker, rack] of [[1, 'a'], [2, 'b'], [3, 'b'], [4, null]] as const) racks.set(broker, rack);
  nowMs = 1000;
  const broker = await TestBroker.withTopic();
  const { log } = broker.partition();
  partition = new Partition(1, 't', 0, idOf('t'), log, { lagTimeMaxMs: 100, monotonicMs: () => nowMs, eligibleEpoch: () => 7, alterIsr: () => {} });
  partition.applyState(new PartitionImage([1, 2, 3, 4], [], [1, 2, 3, 4], 1, 1, 1, noExtras));
  partition.appendAsLeader(batchOf(['a', 'b', 'c', 'd', 'e']), 'client', 1);
  log.flushStaged();
  partition.onWritten(1);
});

const fetched = (follower: number, offset: number, logStartOffset = 0): void => partition.followerFetched(follower, 7, offset, logStartOffset);

describe('rackAwareSelector', () => {
  it('sends a client to the replica of its rack that is furthest on', () => {
    fetched(2, 4);
    fetched(3, 5);
    expect(select(partition, 3, inRack('b'))).toBe(3);
  });

  it('takes the one that caught up last among equals', () => {
    fetched(3, 5);
    nowMs += 10;
    fetched(2, 5);
    expect(select(partition, 5, inRack('b'))).toBe(2);
  });

  it('leaves clients with the leader in its own rack, in none, and where there is no replica', () => {
    racks.set(2, 'a');
    fetched(2, 5);
    fetched(3, 5);
    for (const rack of ['a', '', 'c']) expect(select(partition, 0, inRack(rack))).toBeUndefined();
  });

  it('passes over replicas that lack the offset, that are not in sync, or whose broker is away', () => {
    fetched(2, 5, 3);
    fetched(3, 2);
    expect(select(partition, 2, inRack('b'))).toBe(3);
    expect(select(partition, 3, inRack('b'))).toBe(2);
    racks.delete(2);
    expect(select(partition, 3, inRack('b'))).toBeUndefined();
    partition.applyState(new PartitionImage([1, 2, 3, 4], [], [1, 2], 1, 1, 2, noExtras));
    expect(select(partition, 2, inRack('b'))).toBeUndefined();
  });
});

describe('reading from a follower', () => {
  it('ends at the high watermark that it knows, in the epoch that it knows, for clients that may', async () => {
    const broker = await TestBroker.withTopic(1, { replicas: [2, 1], leader: 2, leaderEpoch: 5 });
    const follower = broker.partition();
    follower.log.appendAsFollower(batchOf(['x', 'y'], { baseOffset: 0, partitionLeaderEpoch: 5 }), 5);
    follower.log.flushStaged();
    follower.onWritten(1);
    const client = inRack('');
    expect(broker.fetch({ maxWaitMs: 0, client }).results).toMatchObject([{ error: ErrorCode.NONE, highWatermark: 0 }]);
    const parked = broker.fetch({ client });
    expect(parked.isAnswered).toBe(false);
    follower.followLeader(2, 0);
    expect(parked.values).toEqual([['x', 'y']]);
    expect(broker.fetch({ maxWaitMs: 0, client }, [{ currentLeaderEpoch: 4 }]).errors).toEqual([ErrorCode.FENCED_LEADER_EPOCH]);
    expect(broker.fetch({ maxWaitMs: 0, client }, [{ currentLeaderEpoch: 6 }]).errors).toEqual([ErrorCode.UNKNOWN_LEADER_EPOCH]);
    expect(broker.fetch({ maxWaitMs: 0, client }, [{ fetchOffset: 3 }]).errors).toEqual([ErrorCode.OFFSET_OUT_OF_RANGE]);
    expect(broker.fetch({ maxWaitMs: 0 }).errors).toEqual([ErrorCode.NOT_LEADER_OR_FOLLOWER]);
  });
});
