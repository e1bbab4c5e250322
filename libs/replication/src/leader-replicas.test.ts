import { beforeEach, describe, expect, it } from '@jest/globals';
import { ErrorCode, errorCodeOf } from '@ottla/model';
import { noExtras, PartitionImage } from '@ottla/metadata';
import type { AlterationOwner, IsrAlteration, IsrAltered } from './alter-partition-queue.ts';
import { Partition } from './partition.ts';
import { batchOf, idOf, TestBroker } from './testing/test-broker.ts';

const LAG_MS = 100;
const EPOCHS: ReadonlyMap<number, number> = new Map([[1, 11], [2, 12], [3, 13]]);

/** Partition t-0, led by broker 1 in epoch 1, whose followers and controller the test plays. */
let partition: Partition;
let broker: TestBroker;
let nowMs: number;
const asked: { readonly alteration: IsrAlteration; readonly owner: AlterationOwner }[] = [];
const fenced = new Set<number>();

function lead(isr: readonly number[], leaderEpoch = 1, partitionEpoch = leaderEpoch): void {
  partition.applyState(new PartitionImage([1, 2, 3], [], isr, 1, leaderEpoch, partitionEpoch, noExtras));
}

function append(...values: readonly string[]): void {
  for (const value of values) partition.appendAsLeader(batchOf([value]), 'client', 1);
  partition.log.flushStaged();
  partition.onWritten(1);
}

const fetched = (follower: number, offset: number, epoch = EPOCHS.get(follower) ?? -1): void => partition.followerFetched(follower, epoch, offset, 0);
const isrAsked = (): readonly (readonly number[])[] => asked.map(({ alteration }) => alteration.newIsr.map(({ brokerId }) => brokerId));
const answerLast = (answer: Partial<IsrAltered>): void => asked.at(-1)?.owner.altered({ errorCode: ErrorCode.NONE, leaderEpoch: 1, partitionEpoch: 2, isr: [], ...answer });

beforeEach(async () => {
  asked.length = 0;
  fenced.clear();
  nowMs = 1_000;
  broker = await TestBroker.withTopic();
  const { log } = broker.partition();
  partition = new Partition(1, 't', 0, idOf('t'), log, {
    lagTimeMaxMs: LAG_MS,
    monotonicMs: () => nowMs,
    eligibleEpoch: (id) => (fenced.has(id) ? undefined : EPOCHS.get(id)),
    alterIsr: (alteration, owner) => void asked.push({ alteration, owner }),
  });
});

describe('the high watermark', () => {
  it('is the least end in the ISR', () => {
    lead([1, 2, 3]);
    append('a', 'b', 'c');
    expect(partition.log.highWatermark).toBe(0);
    fetched(2, 3);
    expect(partition.log.highWatermark).toBe(0);
    fetched(3, 2);
    expect(partition.log.highWatermark).toBe(2);
    fetched(3, 3);
    expect(partition.log.highWatermark).toBe(3);
  });

  it('does not leave a follower behind that may be in the ISR by now', () => {
    lead([1, 2]);
    append('a');
    fetched(2, 1);
    fetched(3, 1);
    expect(isrAsked()).toEqual([[1, 2, 3]]);
    nowMs += 10 * LAG_MS;
    append('b');
    fetched(2, 2);
    expect([partition.log.highWatermark, partition.maximalIsrSize]).toEqual([1, 3]);
    answerLast({ errorCode: ErrorCode.INELIGIBLE_REPLICA });
    expect([partition.log.highWatermark, partition.maximalIsrSize]).toEqual([2, 2]);
  });

  it('waits for who leaves until the controller agreed', () => {
    lead([1, 2, 3]);
    append('a');
    nowMs += LAG_MS + 1;
    fetched(2, 1);
    partition.maybeShrinkIsr();
    expect(isrAsked()).toEqual([[1, 2]]);
    expect(partition.log.highWatermark).toBe(0);
    answerLast({ isr: [1, 2] });
    expect([partition.log.highWatermark, partition.isr, partition.partitionEpoch]).toEqual([1, [1, 2], 2]);
  });

  it('trusts nothing that was said in the epoch before', () => {
    lead([1, 2]);
    append('a');
    fetched(2, 1);
    lead([1, 2], 2);
    append('b');
    expect(partition.log.highWatermark).toBe(1);
    fetched(2, 2);
    expect(partition.log.highWatermark).toBe(2);
  });
});

describe('the ISR', () => {
  it('takes in a follower once it has all that is committed, and asks once', () => {
    lead([1, 2]);
    append('a', 'b');
    fetched(2, 2);
    fetched(3, 1);
    expect(isrAsked()).toEqual([]);
    fetched(3, 2);
    fetched(3, 2);
    expect(isrAsked()).toEqual([[1, 2, 3]]);
    expect(asked[0]?.alteration.newIsr[2]).toEqual({ brokerId: 3, brokerEpoch: 13 });
  });

  it('takes in nobody who is fenced, or who restarted since the controller registered him', () => {
    lead([1, 2]);
    fetched(3, 0, 10);
    fenced.add(3);
    fetched(3, 0, 13);
    expect(isrAsked()).toEqual([]);
    fenced.clear();
    fetched(3, 0, 13);
    expect(isrAsked()).toEqual([[1, 2, 3]]);
  });

  it('keeps a follower that was caught up within the lag time, though it is behind now', () => {
    lead([1, 2]);
    append('a');
    nowMs += LAG_MS;
    fetched(2, 1);
    append('b');
    nowMs += LAG_MS;
    partition.maybeShrinkIsr();
    expect(isrAsked()).toEqual([]);
    nowMs += 1;
    partition.maybeShrinkIsr();
    expect(isrAsked()).toEqual([[1]]);
  });

  it('waits for newer metadata where the controller knows more', () => {
    lead([1, 2]);
    fetched(3, 0);
    answerLast({ errorCode: ErrorCode.INVALID_UPDATE_VERSION });
    fetched(3, 0);
    expect(asked).toHaveLength(1);
    expect(asked[0]?.owner.isWanted()).toBe(true);
    lead([1, 2], 1, 5);
    expect(asked[0]?.owner.isWanted()).toBe(false);
    fetched(3, 0);
    expect(asked[1]?.alteration).toMatchObject({ partitionEpoch: 5, leaderEpoch: 1 });
  });
});

describe('a fetch as a follower', () => {
  it('is refused to a broker without a replica, and to an incarnation that was replaced', () => {
    lead([1, 2]);
    const codeOf = (act: () => void): number => {
      try {
        act();
      } catch (error) {
        return errorCodeOf(error);
      }
      return ErrorCode.NONE;
    };
    expect(codeOf(() => fetched(4, 0))).toBe(ErrorCode.NOT_LEADER_OR_FOLLOWER);
    fetched(2, 0, 12);
    expect(codeOf(() => fetched(2, 0, 11))).toBe(ErrorCode.NOT_LEADER_OR_FOLLOWER);
  });
});

describe('the low watermark', () => {
  it('is the least log start of the replicas that live', () => {
    lead([1, 2]);
    append('a', 'b');
    fetched(2, 2);
    fetched(3, 2);
    expect(partition.deleteRecordsTo(2)).toBe(2);
    expect(partition.lowWatermark).toBe(0);
    partition.followerFetched(2, 12, 2, 2);
    expect(partition.lowWatermark).toBe(0);
    fenced.add(3);
    expect(partition.lowWatermark).toBe(2);
  });
});

describe('a leader that cannot write', () => {
  it('asks for the others in sync to lead, once at a time, until a write succeeds', () => {
    lead([1, 2, 3]);
    append('a');
    partition.onWriteFailed();
    partition.onWriteFailed();
    expect(isrAsked()).toEqual([[2, 3]]);
    // None of them can lead yet.
    answerLast({ errorCode: ErrorCode.INELIGIBLE_REPLICA });
    partition.maybeShrinkIsr();
    expect(isrAsked()).toEqual([[2, 3], [2, 3]]);
    answerLast({ errorCode: ErrorCode.INELIGIBLE_REPLICA });
    append('b');
    partition.maybeShrinkIsr();
    expect(isrAsked()).toHaveLength(2);
  });

  it.each([
    ['answered', () => answerLast({ partitionEpoch: 2, isr: [1, 2, 3] }), [2, 3]],
    ['refused', () => answerLast({ errorCode: ErrorCode.INELIGIBLE_REPLICA }), [2]],
    ['published', () => lead([1, 2, 3], 1, 2), [2, 3]],
  ] as const)('steps back as soon as a change of the ISR that was under way is %s', (_, settle, left) => {
    lead([1, 2]);
    append('a');
    fetched(2, 1);
    fetched(3, 1);
    partition.onWriteFailed();
    expect(isrAsked()).toEqual([[1, 2, 3]]);
    settle();
    expect(isrAsked()).toEqual([[1, 2, 3], left]);
    // Refused that, too, it waits for the next look.
    answerLast({ errorCode: ErrorCode.INELIGIBLE_REPLICA });
    expect(isrAsked()).toHaveLength(2);
  });

  it('goes on counting itself as in sync until the controller agreed', () => {
    lead([1, 2]);
    append('a');
    partition.onWriteFailed();
    expect([partition.maximalIsrSize, partition.isMaybeInSync(1)]).toEqual([2, true]);
    answerLast({ leaderEpoch: 2, partitionEpoch: 2, isr: [2] });
    // The state in which another one leads is on its way.
    expect([partition.isLeader, partition.isr]).toEqual([true, [1, 2]]);
  });

  it('does not give up what it leads again for a write that failed before', () => {
    lead([1, 2]);
    append('a');
    partition.onWriteFailed();
    partition.applyState(new PartitionImage([1, 2, 3], [], [2], 2, 2, 2, noExtras));
    lead([1, 2], 3, 3);
    partition.maybeShrinkIsr();
    expect(isrAsked()).toEqual([[2]]);
    partition.onWriteFailed();
    expect(isrAsked()).toEqual([[2], [2]]);
  });

  it('keeps what nobody else has, and gives up what its log failed for', () => {
    lead([1]);
    partition.onWriteFailed();
    expect(isrAsked()).toEqual([]);
    append('a');
    broker.disk.failNext('write', 'io', { pathPart: '/t-0/' });
    partition.appendAsLeader(batchOf(['b']), 'client', 1);
    expect(() => partition.log.flushStaged()).toThrow('failed');
    lead([1, 2], 1, 2);
    partition.maybeShrinkIsr();
    expect(isrAsked()).toEqual([[2]]);
  });
});
