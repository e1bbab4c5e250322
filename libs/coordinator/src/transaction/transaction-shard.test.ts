import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { ErrorCode, type ProducerEpoch, type ProducerId } from '@ottla/model';
import { ApiKeys } from '@ottla/protocol';
import type { Transaction } from './transaction-store.ts';
import { TransactionHarness } from './testing/transaction-harness.ts';

interface Producer {
  readonly producerId: ProducerId;
  readonly producerEpoch: ProducerEpoch;
}

let harness: TransactionHarness;
beforeEach(() => {
  harness = new TransactionHarness();
});
afterEach(() => {
  const { memory, reloaded } = harness.views();
  expect(reloaded).toEqual(memory);
});

const transactionalId = 'tx';
const init = async (given: Partial<Producer> = {}, transactionTimeoutMs = 60_000) => await harness.send(ApiKeys.InitProducerId, 5, { transactionalId, transactionTimeoutMs, producerId: -1, producerEpoch: -1, ...given });
const started = async (): Promise<Producer> => {
  const answer = (await init())();
  if (answer === undefined || answer.errorCode !== ErrorCode.NONE) throw new Error('no producer id');
  return { producerId: answer.producerId, producerEpoch: answer.producerEpoch };
};
const add = async ({ producerId, producerEpoch }: Producer, name = 't', partitions = [0]) => {
  const answer = await harness.send(ApiKeys.AddPartitionsToTxn, 3, {
    transactions: [], v3AndBelowTransactionalId: transactionalId, v3AndBelowProducerId: producerId, v3AndBelowProducerEpoch: producerEpoch, v3AndBelowTopics: [{ name, partitions }],
  });
  return () => answer()?.resultsByTopicV3AndBelow[0]?.resultsByPartition[0]?.partitionErrorCode;
};
const addAsBroker = async (producer: Producer, verifyOnly: boolean, version = 5) => {
  const answer = await harness.send(ApiKeys.AddPartitionsToTxn, version, { transactions: [{ transactionalId, ...producer, verifyOnly, topics: [{ name: 't', partitions: [0] }] }] });
  return () => answer()?.resultsByTransaction[0]?.topicResults[0]?.resultsByPartition[0]?.partitionErrorCode;
};
const end = async (producer: Producer, committed: boolean, version = 3) => await harness.send(ApiKeys.EndTxn, version, { transactionalId, ...producer, committed });
const state = (): string | undefined => harness.shard.store.get(transactionalId)?.value.state;

describe('a producer without KIP-890', () => {
  it('commits in two phases, and every partition gets a marker of its epoch', async () => {
    const producer = await started();
    expect(producer).toEqual({ producerId: 100, producerEpoch: 0 });
    expect((await add(producer, 't', [0, 2]))()).toBe(ErrorCode.NONE);
    expect((await end(producer, true))()?.errorCode).toBe(ErrorCode.NONE);
    expect([state(), harness.markers.map(({ markers }) => markers)]).toEqual([
      'PrepareCommit',
      [{ transactionalId, ...producer, coordinatorEpoch: 5, isCommit: true, transactionVersion: 0, topics: [{ topic: 't', partitionIds: [0, 2] }] }],
    ]);
    await harness.writeMarkers();
    expect(state()).toBe('CompleteCommit');
    // A repetition hears the same; the other outcome is not to be had any more.
    expect([(await end(producer, true))()?.errorCode, (await end(producer, false))()?.errorCode]).toEqual([ErrorCode.NONE, ErrorCode.INVALID_TXN_STATE]);
  });

  it('has its next transaction parked until the markers are written', async () => {
    const producer = await started();
    await add(producer);
    await end(producer, false);
    const next = await add(producer, 't', [1]);
    expect([next(), harness.shard.parkedCount]).toEqual([undefined, 1]);
    await harness.writeMarkers();
    expect([next(), state(), harness.shard.parkedCount]).toEqual([ErrorCode.NONE, 'Ongoing', 0]);
  });

  it('is told to come again when the markers take more than two seconds', async () => {
    const producer = await started();
    await add(producer);
    await end(producer, true);
    const next = await add(producer);
    await harness.advance(1_999);
    expect(next()).toBeUndefined();
    await harness.advance(1);
    expect(next()).toBe(ErrorCode.CONCURRENT_TRANSACTIONS);
  });

  it('is refused what its state forbids', async () => {
    const producer = await started();
    expect((await end(producer, true))()?.errorCode).toBe(ErrorCode.INVALID_TXN_STATE);
    expect((await add({ ...producer, producerId: 7 }))()).toBe(ErrorCode.INVALID_PRODUCER_ID_MAPPING);
    expect((await add({ ...producer, producerEpoch: 3 }))()).toBe(ErrorCode.PRODUCER_FENCED);
    expect((await add(producer, 'gone'))()).toBe(ErrorCode.UNKNOWN_TOPIC_OR_PARTITION);
    expect((await add(producer, '__consumer_offsets'))()).toBe(ErrorCode.TOPIC_AUTHORIZATION_FAILED);
    expect((await init({}, 900_001))()?.errorCode).toBe(ErrorCode.INVALID_TRANSACTION_TIMEOUT);
    expect((await init({}, 0))()?.errorCode).toBe(ErrorCode.INVALID_TRANSACTION_TIMEOUT);
    expect((await init({ producerId: 100 }))()?.errorCode).toBe(ErrorCode.INVALID_REQUEST);
  });
});

describe('InitProducerId', () => {
  it('raises the epoch of a producer that starts anew, which fences the one before', async () => {
    const first = await started();
    expect(await started()).toEqual({ producerId: 100, producerEpoch: 1 });
    expect((await add(first))()).toBe(ErrorCode.PRODUCER_FENCED);
  });

  it('aborts what the producer before left open, in an epoch that nobody has, and answers when that is done', async () => {
    const zombie = await started();
    await add(zombie);
    const answer = await init();
    expect([answer(), state(), harness.markers[0]?.markers.producerEpoch, harness.markers[0]?.markers.isCommit]).toEqual([undefined, 'PrepareAbort', 1, false]);
    await harness.writeMarkers();
    expect(answer()).toMatchObject({ errorCode: ErrorCode.NONE, producerId: 100, producerEpoch: 2 });
    expect((await end(zombie, true))()?.errorCode).toBe(ErrorCode.PRODUCER_FENCED);
  });

  it('aborts what the producer itself left open, and lets it go on in the epoch after (KIP-360)', async () => {
    const producer = await started();
    await add(producer);
    const answer = await init(producer);
    expect([answer(), state()]).toEqual([undefined, 'PrepareAbort']);
    await harness.writeMarkers();
    expect(answer()).toMatchObject({ errorCode: ErrorCode.NONE, producerId: 100, producerEpoch: 1 });
    expect((await add({ ...producer, producerEpoch: 1 }))()).toBe(ErrorCode.NONE);
  });

  it('lets a producer go on after an error, once, and again when it did not hear the answer (KIP-360)', async () => {
    const producer = await started();
    expect((await init(producer))()).toMatchObject({ errorCode: ErrorCode.NONE, producerEpoch: 1 });
    expect((await init(producer))()).toMatchObject({ errorCode: ErrorCode.NONE, producerEpoch: 1 });
    expect((await init({ ...producer, producerEpoch: 1 }))()).toMatchObject({ errorCode: ErrorCode.NONE, producerEpoch: 2 });
    expect((await init(producer))()?.errorCode).toBe(ErrorCode.PRODUCER_FENCED);
    expect((await init({ producerId: 9, producerEpoch: 2 }))()?.errorCode).toBe(ErrorCode.PRODUCER_FENCED);
  });

  it('gives a new producer id when the epochs are used up', async () => {
    await started();
    const { value } = harness.shard.store.get(transactionalId) as Transaction;
    harness.append([{ transactionalId, value: { ...value, producerEpoch: 32_766 } }]);
    expect(await started()).toEqual({ producerId: 101, producerEpoch: 0 });
  });
});

describe('a producer with KIP-890', () => {
  it('goes on in a new epoch after each end, and its partitions are added by brokers', async () => {
    const producer = await started();
    expect((await addAsBroker(producer, false))()).toBe(ErrorCode.NONE);
    expect((await end(producer, true, 5))()).toMatchObject({ errorCode: ErrorCode.NONE, producerId: 100, producerEpoch: 1 });
    expect(harness.markers[0]?.markers).toMatchObject({ producerEpoch: 1, transactionVersion: 2 });
    const next = await addAsBroker({ ...producer, producerEpoch: 1 }, false);
    expect(next()).toBeUndefined();
    await harness.writeMarkers();
    expect(next()).toBe(ErrorCode.NONE);
    // Epoch 0 is about the transaction that ended: the same outcome again is fine only before the next one began.
    expect((await end(producer, true, 5))()?.errorCode).toBe(ErrorCode.PRODUCER_FENCED);
  });

  it('hears the same again when it repeats an end, and is refused the other outcome', async () => {
    const producer = await started();
    await addAsBroker(producer, false);
    await end(producer, true, 5);
    await harness.writeMarkers();
    expect((await end(producer, true, 5))()).toMatchObject({ errorCode: ErrorCode.NONE, producerEpoch: 1 });
    expect((await end(producer, false, 5))()?.errorCode).toBe(ErrorCode.INVALID_TXN_STATE);
  });

  it('may abort a transaction without partitions, but not commit it', async () => {
    const producer = await started();
    expect((await end(producer, true, 5))()?.errorCode).toBe(ErrorCode.INVALID_TXN_STATE);
    expect((await end(producer, false, 5))()).toMatchObject({ errorCode: ErrorCode.NONE, producerEpoch: 1 });
    expect([state(), harness.markers.length]).toEqual(['CompleteAbort', 0]);
  });

  it('may abort the next transaction while markers of the last one are written', async () => {
    const producer = await started();
    await addAsBroker(producer, false);
    await end(producer, true, 5);
    const next = { ...producer, producerEpoch: 1 };
    const aborted = await end(next, false, 5);
    expect([aborted(), harness.shard.parkedCount]).toEqual([undefined, 1]);
    await harness.writeMarkers();
    expect([aborted(), state()]).toMatchObject([{ errorCode: ErrorCode.NONE, producerEpoch: 2 }, 'CompleteAbort']);
  });

  it('may begin under its new producer id while markers of the old one are written', async () => {
    const producer = await started();
    const { value } = harness.shard.store.get(transactionalId) as Transaction;
    harness.append([{ transactionalId, value: { ...value, producerEpoch: 32_766 } }]);
    await addAsBroker({ ...producer, producerEpoch: 32_766 }, false);
    await end({ ...producer, producerEpoch: 32_766 }, true, 5);
    const next = await addAsBroker({ producerId: 101, producerEpoch: 0 }, false);
    expect([next(), state()]).toEqual([undefined, 'PrepareCommit']);
    await harness.writeMarkers();
    expect([next(), state()]).toEqual([ErrorCode.NONE, 'Ongoing']);
  });

  it.each(['its own request aborts', 'took too long'])('gets a new producer id when the epoch kept for the coordinator was spent on a transaction that %s', async (how) => {
    const producer = { ...(await started()), producerEpoch: 32_766 };
    const { value } = harness.shard.store.get(transactionalId) as Transaction;
    harness.append([{ transactionalId, value: { ...value, producerEpoch: 32_766 } }]);
    await addAsBroker(producer, false);
    if (how === 'took too long') await harness.advance(120_000);
    const begun = await init(producer);
    await harness.writeMarkers();
    const answers = [begun(), (await init(producer))()];
    expect(answers).toMatchObject([0, 1].map(() => ({ errorCode: ErrorCode.NONE, producerId: 101, producerEpoch: 0 })));
  });

  it('goes on under a new producer id when the epochs are used up, also when it repeats the end', async () => {
    const producer = await started();
    const { value } = harness.shard.store.get(transactionalId) as Transaction;
    harness.append([{ transactionalId, value: { ...value, producerEpoch: 32_766 } }]);
    const last = { ...producer, producerEpoch: 32_766 };
    await addAsBroker(last, false);
    const next = { errorCode: ErrorCode.NONE, producerId: 101, producerEpoch: 0 };
    expect((await end(last, true, 5))()).toMatchObject(next);
    expect(harness.markers[0]?.markers).toMatchObject({ producerId: 100, producerEpoch: 32_767 });
    await harness.writeMarkers();
    expect((await end(last, true, 5))()).toMatchObject(next);
  });

  it('is verified by brokers', async () => {
    const producer = await started();
    expect([(await addAsBroker(producer, true))(), (await addAsBroker(producer, true, 4))()]).toEqual([ErrorCode.TRANSACTION_ABORTABLE, ErrorCode.TRANSACTION_ABORTABLE]);
    await addAsBroker(producer, false);
    expect([(await addAsBroker(producer, true))(), (await addAsBroker({ ...producer, producerEpoch: 4 }, true))()]).toEqual([ErrorCode.NONE, ErrorCode.PRODUCER_FENCED]);
    await end(producer, false, 5);
    expect((await addAsBroker({ ...producer, producerEpoch: 1 }, true))()).toBe(ErrorCode.CONCURRENT_TRANSACTIONS);
  });

  it('is not verified for partitions that are not there, or without a transactional id', async () => {
    const producer = await started();
    const verify = async (id: string, topics: { name: string; partitions: number[] }[]) => {
      const answer = await harness.send(ApiKeys.AddPartitionsToTxn, 5, { transactions: [{ transactionalId: id, ...producer, verifyOnly: true, topics }] });
      return answer()?.resultsByTransaction[0]?.topicResults.map(({ resultsByPartition }) => resultsByPartition.map(({ partitionErrorCode }) => partitionErrorCode));
    };
    expect(await verify(transactionalId, [{ name: 't', partitions: [0] }, { name: 'gone', partitions: [0] }])).toEqual([[ErrorCode.OPERATION_NOT_ATTEMPTED], [ErrorCode.UNKNOWN_TOPIC_OR_PARTITION]]);
    expect(await verify('', [{ name: 't', partitions: [0] }, { name: 't', partitions: [] }])).toEqual([[ErrorCode.INVALID_REQUEST]]);
  });
});

describe('a shard', () => {
  it('aborts what takes too long, and fences its producer', async () => {
    const answer = (await init({}, 5_000))();
    const producer = { producerId: answer?.producerId ?? -1, producerEpoch: answer?.producerEpoch ?? -1 };
    await add(producer);
    await harness.advance(4_999);
    expect(state()).toBe('Ongoing');
    await harness.advance(10_000);
    expect([state(), harness.markers[0]?.markers]).toMatchObject(['PrepareAbort', { producerEpoch: 1, isCommit: false }]);
    await harness.writeMarkers();
    expect((await end(producer, true))()?.errorCode).toBe(ErrorCode.PRODUCER_FENCED);
    // It was only slow: it may go on in the new epoch (KIP-588), whoever else began first.
    expect([(await init(producer))(), (await init(producer))()]).toMatchObject([{ errorCode: ErrorCode.NONE, producerEpoch: 1 }, { errorCode: ErrorCode.NONE, producerEpoch: 1 }]);
    await started();
    expect((await init(producer))()?.errorCode).toBe(ErrorCode.PRODUCER_FENCED);
  });

  it('sends markers again after a failover, with the same outcome', async () => {
    const producer = await started();
    await add(producer);
    await end(producer, true);
    await harness.reload();
    expect(harness.markers.map(({ markers }) => [markers.isCommit, markers.topics])).toEqual([[true, [{ topic: 't', partitionIds: [0] }]]]);
    await harness.writeMarkers();
    expect(state()).toBe('CompleteCommit');
  });

  it('keeps an open transaction over a failover', async () => {
    const producer = await started();
    await add(producer);
    await harness.reload();
    expect((await end(producer, true))()?.errorCode).toBe(ErrorCode.NONE);
  });

  it('forgets transactional ids that were not used for long, but none with a transaction', async () => {
    harness.config = { ...harness.config, transactionalIdExpirationMs: 1_000, abortTimedOutTransactionCleanupIntervalMs: 1e9 };
    const producer = await started();
    await add(producer);
    await harness.advance(3_600_000);
    expect(state()).toBe('Ongoing');
    await end(producer, true);
    await harness.writeMarkers();
    await harness.advance(3_600_000);
    expect([harness.shard.store.size, (await add(producer))()]).toEqual([0, ErrorCode.INVALID_PRODUCER_ID_MAPPING]);
    expect((await harness.send(ApiKeys.DescribeTransactions, 0, { transactionalIds: [transactionalId] }))()?.transactionStates[0]?.errorCode).toBe(ErrorCode.TRANSACTIONAL_ID_NOT_FOUND);
  });

  it('lists what its filters leave', async () => {
    await add(await started());
    await harness.advance(50);
    const list = async (filter: object) => (await harness.send(ApiKeys.ListTransactions, 2, { stateFilters: [], producerIdFilters: [], durationFilter: -1, transactionalIdPattern: null, ...filter }))();
    const found = async (filter: object) => (await list(filter))?.transactionStates.length;
    expect([await found({}), await found({ stateFilters: ['Ongoing'] }), await found({ stateFilters: ['Empty'] }), await found({ producerIdFilters: [100] }), await found({ producerIdFilters: [1] })]).toEqual([1, 1, 0, 1, 0]);
    expect([await found({ durationFilter: 49 }), await found({ durationFilter: 50 }), await found({ transactionalIdPattern: 't.' }), await found({ transactionalIdPattern: 't' })]).toEqual([1, 0, 1, 0]);
    expect([(await list({ stateFilters: ['Odd', 'Ongoing'] }))?.unknownStateFilters, (await list({ transactionalIdPattern: '(' }))?.errorCode]).toEqual([['Odd'], ErrorCode.INVALID_REGULAR_EXPRESSION]);
  });
});

describe('a record that fits into no batch', () => {
  it('is refused as Kafka does, and a later request is served', async () => {
    harness.maxBatchBytes = 10;
    expect((await init())()?.errorCode).toBe(ErrorCode.UNKNOWN_SERVER_ERROR);
    harness.maxBatchBytes = Infinity;
    const producer = await started();
    harness.maxBatchBytes = 10;
    expect([(await add(producer))(), (await addAsBroker(producer, false))()]).toEqual([ErrorCode.UNKNOWN_SERVER_ERROR, ErrorCode.UNKNOWN_SERVER_ERROR]);
    harness.maxBatchBytes = Infinity;
    expect((await add(producer))()).toBe(ErrorCode.NONE);
    harness.maxBatchBytes = 10;
    expect([(await end(producer, true))()?.errorCode, (await init(producer))()?.errorCode, state()]).toEqual([ErrorCode.UNKNOWN_SERVER_ERROR, ErrorCode.UNKNOWN_SERVER_ERROR, 'Ongoing']);
  });

  it('keeps a transaction open that took too long, until it fits', async () => {
    await add(await started());
    harness.maxBatchBytes = 10;
    await harness.advance(120_000);
    expect(state()).toBe('Ongoing');
    harness.maxBatchBytes = Infinity;
    await harness.advance(20_000);
    expect(state()).toBe('PrepareAbort');
  });

  it('completes a transaction once it fits', async () => {
    const producer = await started();
    await add(producer);
    await end(producer, true);
    harness.maxBatchBytes = 10;
    await harness.writeMarkers();
    expect(state()).toBe('PrepareCommit');
    harness.maxBatchBytes = Infinity;
    await harness.advance(20_000);
    expect(state()).toBe('CompleteCommit');
  });

  it('does not keep many ids from being forgotten', async () => {
    for (const id of ['a', 'b', 'c']) await harness.send(ApiKeys.InitProducerId, 5, { transactionalId: id, transactionTimeoutMs: 60_000, producerId: -1, producerEpoch: -1 });
    harness.maxBatchBytes = 12;
    await harness.advance(harness.config.transactionalIdExpirationMs + harness.config.removeExpiredTransactionCleanupIntervalMs);
    expect([...harness.shard.store.all()]).toEqual([]);
  });

  it('keeps ids that are to be forgotten, until their tombstones fit', async () => {
    await started();
    const { transactionalIdExpirationMs, removeExpiredTransactionCleanupIntervalMs } = harness.config;
    harness.maxBatchBytes = 1;
    await harness.advance(transactionalIdExpirationMs + removeExpiredTransactionCleanupIntervalMs);
    expect([...harness.shard.store.all()]).toHaveLength(1);
    harness.maxBatchBytes = Infinity;
    await harness.advance(removeExpiredTransactionCleanupIntervalMs);
    expect([...harness.shard.store.all()]).toEqual([]);
  });
});
