import { afterEach, describe, expect, it } from '@jest/globals';
import { ErrorCode } from '@ottla/model';
import { batchOf, idOf, partitionChange, TestBroker } from './testing/test-broker.ts';

describe('the first batch of a transaction', () => {
  let broker: TestBroker;
  afterEach(async () => {
    await broker.settle(); // a flush after a roll holds the file for a moment
    expect(broker.files.pins).toBe(0);
  });

  const produce = (guard: ReturnType<TestBroker['replicas']['guards']['begin']>, baseSequence = 0): ErrorCode | undefined => {
    const produced = broker.produce(1, [{ records: batchOf(['a'], { producerId: 7, producerEpoch: 3, baseSequence, isTransactional: true }), guard }]);
    broker.time.runTurn();
    return produced.answers[0]?.[0]?.error;
  };
  const begin = (bumpsEpoch: boolean) => broker.replicas.guards.begin(broker.partition(), 7, 3, bumpsEpoch);

  it('wants a guard, and those after it want none', async () => {
    broker = await TestBroker.withTopic();
    expect(produce(undefined)).toBe(ErrorCode.INVALID_TXN_STATE);
    expect(produce(begin(false))).toBe(ErrorCode.NONE);
    expect(begin(false)).toBeUndefined();
    expect(produce(undefined, 1)).toBe(ErrorCode.NONE);
  });

  it('is refused when a marker slipped in after the guard was taken', async () => {
    broker = await TestBroker.withTopic();
    const guard = begin(false);
    const other = broker.replicas.guards.begin(broker.partition(), 8, 3, false);
    broker.replicas.guards.onMarker(broker.partition(), 7, 3);
    expect([produce(guard), other?.isValid]).toEqual([ErrorCode.INVALID_TXN_STATE, true]);
    guard?.release();
    expect(produce(begin(false))).toBe(ErrorCode.NONE);
  });

  it('passes by the marker of the transaction before it, which has its own epoch where each end raises the epoch', async () => {
    broker = await TestBroker.withTopic();
    const guard = begin(true);
    broker.replicas.guards.onMarker(broker.partition(), 7, 3);
    expect(guard?.isValid).toBe(true);
    broker.replicas.guards.onMarker(broker.partition(), 7, 4);
    expect([guard?.isValid, produce(guard)]).toEqual([false, ErrorCode.INVALID_TXN_STATE]);
  });

  it('begins with sequence 0 where each end raises the epoch: one before it was lost', async () => {
    broker = await TestBroker.withTopic();
    const guard = begin(true);
    expect([produce(guard, 3), produce(guard, 0), produce(undefined, 1)]).toEqual([ErrorCode.OUT_OF_ORDER_SEQUENCE_NUMBER, ErrorCode.NONE, ErrorCode.NONE]);
    const old = broker.replicas.guards.begin(broker.partition(), 8, 3, false);
    expect(broker.partition().log.lastEpochOf(8)).toBe(-1);
    old?.release();
  });

  it('wants none while verification is off, but of clients whose epoch grows with each transaction the coordinator is still asked', async () => {
    broker = await TestBroker.withTopic();
    broker.verifiesTransactions = false;
    expect(begin(false)).toBeUndefined();
    begin(true)?.release();
    expect(produce(undefined)).toBe(ErrorCode.NONE);
    broker.verifiesTransactions = true;
    expect(begin(false)).toBeUndefined();
  });

  it('is to be sent again when the partition began another leader epoch meanwhile: the client has done nothing wrong', async () => {
    broker = await TestBroker.withTopic();
    const guard = begin(false);
    broker.commit(partitionChange(idOf('t'), 0, { leader: 1 }));
    expect([guard?.isValid, guard?.isOutdated, produce(guard)]).toEqual([false, true, ErrorCode.NOT_LEADER_OR_FOLLOWER]);
    broker.replicas.guards.onMarker(broker.partition(), 7, 3);
    expect([guard?.isOutdated, produce(guard)]).toEqual([false, ErrorCode.INVALID_TXN_STATE]);
  });
});
