import { afterEach, describe, expect, it } from '@jest/globals';
import { ErrorCode, tableCrc32c } from '@ottla/model';
import { buildBatch, controlRecordKey, ControlRecordType } from '@ottla/protocol';
import { batchOf, idOf, TestBroker, type EntryFacts, type Fetched } from './testing/test-broker.ts';
import { partitionChange, removeTopic, topicConfig, topicRecords } from './testing/metadata-history.ts';

const { NONE, FENCED_LEADER_EPOCH, NOT_LEADER_OR_FOLLOWER, OFFSET_OUT_OF_RANGE, UNKNOWN_LEADER_EPOCH, UNKNOWN_SERVER_ERROR, UNKNOWN_TOPIC_OR_PARTITION } = ErrorCode;
const BATCH_BYTES = batchOf(['a']).length;

let broker: TestBroker;

/** Whatever was read is given back, once. */
afterEach(async () => {
  await broker.settle(); // a flush after a roll holds the file for a moment
  expect(broker.files.pins).toBe(0);
});

describe('a fetch', () => {
  it('answers at once with what is there', async () => {
    broker = await TestBroker.withTopic(2);
    broker.write(['a']);
    broker.write(['b']);
    broker.write(['x'], 't', 1);
    const fetched = broker.fetch({}, [{ fetchOffset: 1 }, { partition: 1 }]);
    expect(fetched.values).toEqual([['b'], ['x']]);
    expect(fetched.results.map(({ highWatermark, lastStableOffset, logStartOffset, abortedTransactions }) => [highWatermark, lastStableOffset, logStartOffset, abortedTransactions])).toEqual([
      [2, 2, 0, null],
      [1, 1, 0, null],
    ]);
    expect(broker.time.nextTimerMs()).toBe(undefined);
  });

  it.each([
    ['no time to wait', { maxWaitMs: 0 }, [{}]],
    ['no bytes wanted', { minBytes: 0 }, [{}]],
    ['no partition asked', {}, []],
    ['a partition that is not here', {}, [{}, { topic: 'unknown' }]],
    ['an offset before the log', {}, [{ fetchOffset: -1 }]],
    ['an offset behind the log', {}, [{ fetchOffset: 1 }]],
    ['an old leader epoch', {}, [{ currentLeaderEpoch: 4 }]],
    ['a leader epoch to come', {}, [{ currentLeaderEpoch: 6 }]],
  ] satisfies [string, object, EntryFacts[]][])('does not park with %s', async (_, params, entries) => {
    broker = await TestBroker.withTopic(1, { leaderEpoch: 5 });
    expect(broker.fetch(params, entries).isAnswered).toBe(true);
    expect(broker.partition().waiterCount).toBe(0);
  });

  it('tells why a partition could not be read, beside those that could', async () => {
    broker = await TestBroker.withTopic(1, { leaderEpoch: 5 });
    broker.write(['a']);
    const fetched = broker.fetch({}, [{ topic: 'unknown' }, { fetchOffset: 2 }, { currentLeaderEpoch: 4 }, { currentLeaderEpoch: 6 }, { currentLeaderEpoch: 5 }]);
    expect(fetched.errors).toEqual([UNKNOWN_TOPIC_OR_PARTITION, OFFSET_OUT_OF_RANGE, FENCED_LEADER_EPOCH, UNKNOWN_LEADER_EPOCH, NONE]);
    expect(fetched.values[4]).toEqual(['a']);
  });

  it('answers a partition whose read fails by a defect, and gives back what it read of the others', async () => {
    broker = await TestBroker.withTopic(2);
    broker.write(['a']);
    broker.write(['b'], 't', 1);
    broker.partition('t', 1).log.read = () => {
      throw new TypeError('a defect');
    };
    const fetched = broker.fetch({}, [{}, { partition: 1 }]);
    expect([fetched.errors, fetched.values[0]]).toEqual([[NONE, UNKNOWN_SERVER_ERROR], ['a']]);
    expect(broker.logger.lines.some(({ level, fields }) => level === 'error' && String(fields['error']).includes('a defect'))).toBe(true);
  });
});

describe('sizes (KIP-74)', () => {
  const sizes = (fetched: Fetched): number[] => fetched.results.map(({ records }) => records.byteLength);

  it('bound partition and answer, but the first batch comes whole', async () => {
    broker = await TestBroker.withTopic(3);
    for (let round = 0; round < 4; round++) for (let partition = 0; partition < 3; partition++) broker.write(['a'], 't', partition);
    const all = [{}, { partition: 1 }, { partition: 2 }];
    expect(sizes(broker.fetch({}, all.map((entry) => ({ ...entry, maxBytes: 2 * BATCH_BYTES }))))).toEqual([2 * BATCH_BYTES, 2 * BATCH_BYTES, 2 * BATCH_BYTES]);
    expect(sizes(broker.fetch({ maxBytes: 5 * BATCH_BYTES }, all))).toEqual([4 * BATCH_BYTES, BATCH_BYTES, 0]);
    expect(sizes(broker.fetch({ maxBytes: 1 }, all))).toEqual([BATCH_BYTES, 0, 0]);
    expect(sizes(broker.fetch({ maxBytes: 0 }, all))).toEqual([BATCH_BYTES, 0, 0]);
    expect(sizes(broker.fetch({}, all.map((entry) => ({ ...entry, maxBytes: 1 }))))).toEqual([BATCH_BYTES, 0, 0]);
  });

  it('give the first batch to the first partition that has any', async () => {
    broker = await TestBroker.withTopic(3);
    broker.write(['a'], 't', 1);
    broker.write(['a'], 't', 2);
    expect(sizes(broker.fetch({ maxBytes: 10 }, [{}, { partition: 1 }, { partition: 2 }]))).toEqual([0, BATCH_BYTES, 0]);
  });
});

describe('a parked fetch', () => {
  it('is answered when min.bytes have come, to any of its partitions', async () => {
    broker = await TestBroker.withTopic(2);
    const fetched = broker.fetch({ minBytes: 3 * BATCH_BYTES }, [{}, { partition: 1 }]);
    broker.write(['a']);
    broker.write(['b'], 't', 1);
    expect([fetched.isAnswered, broker.files.pins]).toEqual([false, 0]);
    broker.write(['c']);
    expect(fetched.values).toEqual([['a', 'c'], ['b']]);
    expect([broker.partition().waiterCount, broker.partition('t', 1).waiterCount, broker.time.nextTimerMs()]).toEqual([0, 0, undefined]);
  });

  it('is not read again for each small append', async () => {
    broker = await TestBroker.withTopic();
    const { log } = broker.partition();
    const read = log.read.bind(log);
    let reads = 0;
    log.read = (...asked) => {
      reads++;
      return read(...asked);
    };
    const fetched = broker.fetch({ minBytes: 100 * BATCH_BYTES, maxWaitMs: 60_000 });
    for (let count = 0; count < 99; count++) broker.write(['a']);
    expect([fetched.isAnswered, reads]).toEqual([false, 1]);
    broker.write(['a']);
    expect([fetched.values[0]?.length, reads]).toEqual([100, 2]);
  });

  it('is not read again because an offset moved that hid nothing', async () => {
    broker = await TestBroker.withTopic();
    const { log } = broker.partition();
    broker.fetch({ minBytes: 100 });
    log.read = () => {
      throw new Error('read again');
    };
    for (let count = 0; count < 10; count++) broker.partition().notifyReadable(0);
    expect(broker.logger.lines).toEqual([]);
  });

  it('is answered with what there is when its time is up', async () => {
    broker = await TestBroker.withTopic();
    const fetched = broker.fetch({ minBytes: 1_000, maxWaitMs: 500 });
    broker.write(['a']);
    broker.time.advance(499);
    expect(fetched.isAnswered).toBe(false);
    broker.time.advance(1);
    expect([fetched.values, fetched.errors]).toEqual([[['a']], [NONE]]);
    broker.write(['b'.repeat(2_000)]);
    expect([fetched.answers.length, broker.partition().waiterCount]).toEqual([1, 0]);
  });

  it('is never answered once cancelled', async () => {
    broker = await TestBroker.withTopic();
    const fetched = broker.fetch({});
    const other = broker.fetch({ minBytes: 1_000 });
    fetched.parked?.cancel();
    fetched.parked?.cancel();
    expect(broker.partition().waiterCount).toBe(1);
    broker.write(['a']);
    broker.time.advance(1_000);
    expect([fetched.isAnswered, other.values, broker.partition().waiterCount]).toEqual([false, [['a']], 0]);
    const answered = broker.fetch({});
    answered.parked?.cancel();
    expect(answered.values).toEqual([['a']]);
  });

  it('waits for the high watermark, not for the write', async () => {
    broker = await TestBroker.withTopic(1, { replicas: [1, 2], isr: [1, 2], leader: 1 });
    broker.write(['early']);
    const consumer = broker.fetch({ maxWaitMs: 60_000 });
    const follower = broker.fetch({ maxWaitMs: 60_000, isolation: 'logEnd' }, [{ fetchOffset: 1 }]);
    broker.write(['a']);
    expect([consumer.isAnswered, follower.values]).toEqual([false, [['a']]]);
    broker.commit(partitionChange(idOf('t'), 0, { isr: [1] }));
    expect(consumer.values).toEqual([['early', 'a']]);
  });

  it('waits for the end of a transaction with read_committed, also for one smaller than min.bytes', async () => {
    broker = await TestBroker.withTopic();
    const transaction = { producerId: 7, producerEpoch: 0, isTransactional: true };
    const committed = broker.fetch({ maxWaitMs: 60_000, minBytes: 200, isolation: 'lastStableOffset' });
    const uncommitted = broker.fetch({ maxWaitMs: 60_000, minBytes: 200 });
    broker.produce(1, [{ records: batchOf(['x'.repeat(300)], { ...transaction, baseSequence: 0 }), guard: broker.replicas.guards.begin(broker.partition(), 7, 0, false) }]);
    broker.time.runTurn();
    expect([committed.isAnswered, uncommitted.values[0]?.length]).toEqual([false, 1]);
    const marker = buildBatch({ crc: tableCrc32c, ...transaction, isControl: true, timestamp: 1 }, [{ key: controlRecordKey(ControlRecordType.COMMIT), value: new Uint8Array(6) }]);
    broker.replicas.appendTo(broker.partition(), marker, 'coordinator', () => {});
    broker.time.runTurn();
    expect(committed.results[0]).toMatchObject({ lastStableOffset: 2, highWatermark: 2, abortedTransactions: [] });
    expect(committed.values[0]?.length).toBe(2);
  });

  it('does not wait at the end of a segment when the log goes on', async () => {
    broker = await TestBroker.withTopic();
    broker.commit(topicConfig('t', 'segment.bytes', String(BATCH_BYTES + 10)));
    for (const value of ['a', 'b', 'c']) broker.write([value]);
    const behind = broker.fetch({ minBytes: 2 * BATCH_BYTES }, [{ fetchOffset: 0 }]);
    const active = broker.fetch({ minBytes: 2 * BATCH_BYTES }, [{ fetchOffset: 2 }]);
    expect([behind.values, active.isAnswered]).toEqual([[['a']], false]);
    active.parked?.cancel();
  });

  it('is answered at once when the leader or its epoch changes', async () => {
    broker = await TestBroker.withTopic();
    const fenced = broker.fetch({}, [{ currentLeaderEpoch: 0 }]);
    const unaware = broker.fetch({}, [{ currentLeaderEpoch: -1 }]);
    broker.commit(partitionChange(idOf('t'), 0, { leader: 1 }));
    expect([fenced.errors, unaware.isAnswered]).toEqual([[FENCED_LEADER_EPOCH], false]);
    broker.commit(partitionChange(idOf('t'), 0, { replicas: [1, 2], leader: 2 }));
    expect(unaware.errors).toEqual([NOT_LEADER_OR_FOLLOWER]);
  });

  it('holds no file after it was read again and found too little', async () => {
    broker = await TestBroker.withTopic();
    broker.write(['a']);
    const fetched = broker.fetch({ minBytes: 1_000 });
    broker.commit(partitionChange(idOf('t'), 0, { leader: 1 }));
    expect([fetched.isAnswered, broker.files.pins]).toEqual([false, 0]);
    broker.time.advance(500);
    expect(fetched.values).toEqual([['a']]);
  });

  it('is answered at once when its topic is deleted or its replica moves away', async () => {
    broker = await TestBroker.withTopic();
    broker.commit(...topicRecords('u', idOf('u')));
    const deleted = broker.fetch({}, [{}]);
    const moved = broker.fetch({}, [{ topic: 'u' }]);
    const both = broker.fetch({}, [{ topic: 'u' }, {}]);
    broker.commit(removeTopic(idOf('t')));
    expect([deleted.errors, moved.isAnswered, both.errors]).toEqual([[UNKNOWN_TOPIC_OR_PARTITION], false, [NONE, UNKNOWN_TOPIC_OR_PARTITION]]);
    broker.commit(partitionChange(idOf('u'), 0, { replicas: [2], isr: [2], leader: 2 }));
    expect(moved.errors).toEqual([NOT_LEADER_OR_FOLLOWER]);
  });

  it('costs no timer of its own, by thousands', async () => {
    broker = await TestBroker.withTopic(4);
    const timers = new Set<number | undefined>();
    const parked = Array.from({ length: 4_000 }, (_, index) => {
      const fetched = broker.fetch({ maxWaitMs: 500 + (index % 100) }, [{ partition: index % 4 }]);
      timers.add(broker.time.nextTimerMs());
      return fetched;
    });
    expect([...timers]).toEqual([500]);
    broker.write(['a'], 't', 1);
    expect(parked.filter(({ isAnswered }) => isAnswered).length).toBe(1_000);
    expect(parked.every(({ isAnswered }, index) => isAnswered === (index % 4 === 1))).toBe(true);
    broker.time.advance(600);
    expect(parked.every(({ answers }) => answers.length === 1)).toBe(true);
    expect([0, 1, 2, 3].map((index) => broker.partition('t', index).waiterCount)).toEqual([0, 0, 0, 0]);
  });

  it('may be parked again in the answer of another', async () => {
    broker = await TestBroker.withTopic();
    const seen: string[] = [];
    const next = (fetchOffset: number): void => {
      const fetched = broker.fetch({}, [{ fetchOffset }]);
      const take = fetched.take.bind(fetched);
      fetched.take = (results) => {
        take(results);
        const values = fetched.values[0] ?? [];
        seen.push(...values);
        if (values.length > 0) next(fetchOffset + values.length);
      };
    };
    next(0);
    for (const value of ['a', 'b', 'c']) broker.write([value]);
    expect(seen).toEqual(['a', 'b', 'c']);
    expect(broker.partition().waiterCount).toBe(1);
  });

  it('holds nothing when the manager closes', async () => {
    broker = await TestBroker.withTopic();
    const fetched = broker.fetch({});
    broker.replicas.close();
    broker.time.advance(1_000);
    expect([fetched.isAnswered, broker.time.nextTimerMs()]).toEqual([false, undefined]);
  });
});

describe('a follower whose log diverges (KIP-595)', () => {
  it('hears where its epoch ended, without waiting', async () => {
    broker = await TestBroker.withTopic();
    broker.write(['a', 'b']);
    broker.commit(partitionChange(idOf('t'), 0, { leader: 1 }));
    broker.write(['c']);
    broker.commit(partitionChange(idOf('t'), 0, { leader: 1 }));
    const ask = (fetchOffset: number, lastFetchedEpoch: number) => broker.fetch({ isolation: 'logEnd' }, [{ fetchOffset, lastFetchedEpoch }]);
    expect(ask(4, 0).results[0]).toMatchObject({ error: NONE, highWatermark: 3, divergingEpoch: { leaderEpoch: 0, endOffset: 2 } });
    const agreeing = ask(2, 0);
    expect([agreeing.results[0]?.divergingEpoch, agreeing.values]).toEqual([undefined, [['c']]]);
    // Nobody knows where an epoch above the leader's ended.
    expect(ask(3, 9).errors).toEqual([OFFSET_OUT_OF_RANGE]);
    broker.partition().deleteRecordsTo(3);
    expect(ask(2, 0).errors).toEqual([OFFSET_OUT_OF_RANGE]);
  });
});
