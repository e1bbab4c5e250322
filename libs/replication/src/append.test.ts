import { afterEach, describe, expect, it } from '@jest/globals';
import { ErrorCode, silentLogger } from '@ottla/model';
import { LogWriter } from './log-writer.ts';
import { batchOf, idOf, TestBroker } from './testing/test-broker.ts';
import { partitionChange, removeTopic, topicConfig, topicRecords } from './testing/metadata-history.ts';

const { NONE, KAFKA_STORAGE_ERROR, NOT_ENOUGH_REPLICAS, NOT_ENOUGH_REPLICAS_AFTER_APPEND, NOT_LEADER_OR_FOLLOWER, REQUEST_TIMED_OUT, UNKNOWN_TOPIC_OR_PARTITION } = ErrorCode;

let broker: TestBroker;

afterEach(async () => {
  await broker.settle(); // a flush after a roll holds the file for a moment
  expect(broker.files.pins).toBe(0);
});

const one = (text: string) => [{ records: batchOf([text]) }];

describe('appends', () => {
  it('are written together at the end of the turn, one call a log, and answered after it in order', async () => {
    broker = await TestBroker.withTopic(2);
    const answered: string[] = [];
    const requests = Array.from({ length: 50 }, (_, index) => broker.produce(index % 2, [{ partition: index % 2, records: batchOf([`v${index}`]) }]));
    requests.forEach((request, index) => request.answers.push = (...results) => (answered.push(`v${index}`), Array.prototype.push.apply(request.answers, results)));
    expect(broker.watched.writes).toEqual([]);
    expect(requests.some(({ isAnswered }) => isAnswered)).toBe(false);
    expect(broker.values()).toEqual([]);
    broker.time.runTurn();
    expect(broker.watched.writes).toEqual([
      { path: '/data/t-0/00000000000000000000.log', parts: 25, isAsync: false },
      { path: '/data/t-1/00000000000000000000.log', parts: 25, isAsync: false },
    ]);
    expect(requests.map(({ errors }) => errors)).toEqual(requests.map(() => [NONE]));
    expect(requests.filter((_, index) => index % 2 === 0).map(({ offsets }) => offsets[0])).toEqual(Array.from({ length: 25 }, (_, index) => index));
    expect(answered.filter((_, index) => index < 25)).toEqual(Array.from({ length: 25 }, (_, index) => `v${2 * index}`));
    expect(broker.values('t', 1)).toEqual(Array.from({ length: 25 }, (_, index) => `v${2 * index + 1}`));
  });

  it.each([0, 1, -1])('are answered at the end of the turn with acks=%i when one replica is in sync', async (acks) => {
    broker = await TestBroker.withTopic();
    const produced = broker.produce(acks, one('a'));
    expect(produced.isAnswered).toBe(false);
    broker.time.runTurn();
    expect(produced.results).toEqual([{ error: NONE, message: null, baseOffset: 0, logAppendTimeMs: -1, logStartOffset: 0, recordErrors: [] }]);
    expect(broker.partition().log.highWatermark).toBe(1);
    expect(broker.time.nextTimerMs()).toBe(undefined);
  });

  it('are refused one by one, and the rest of the request goes on', async () => {
    broker = await TestBroker.withTopic();
    const corrupt = batchOf(['x']);
    corrupt[corrupt.length - 1]! ^= 1;
    const produced = broker.produce(1, [{ topic: 'unknown', records: batchOf(['a']) }, { records: corrupt }, { records: batchOf(['b']) }]);
    broker.time.runTurn();
    expect(produced.errors).toEqual([UNKNOWN_TOPIC_OR_PARTITION, ErrorCode.CORRUPT_MESSAGE, NONE]);
    expect(broker.values()).toEqual(['b']);
  });

  it('that all fail, or that are none, are answered in a later turn as well', async () => {
    broker = await TestBroker.withTopic();
    const refused = broker.produce(-1, [{ topic: 'unknown', records: batchOf(['a']) }]);
    const empty = broker.produce(-1, []);
    expect([refused.isAnswered, empty.isAnswered]).toEqual([false, false]);
    broker.time.runTurn();
    expect([refused.errors, empty.errors]).toEqual([[UNKNOWN_TOPIC_OR_PARTITION], []]);
  });

  it('of one batch twice are acknowledged twice and kept once', async () => {
    broker = await TestBroker.withTopic();
    const sequence = { producerId: 7, producerEpoch: 0, baseSequence: 0 };
    const first = broker.produce(-1, [{ records: batchOf(['a'], sequence) }]);
    const sameTurn = broker.produce(-1, [{ records: batchOf(['a'], sequence) }]);
    broker.time.runTurn();
    const later = broker.produce(-1, [{ records: batchOf(['a'], sequence) }]);
    broker.time.runTurn();
    expect([first, sameTurn, later].map(({ errors, offsets }) => [errors, offsets])).toEqual([[[NONE], [0]], [[NONE], [0]], [[NONE], [0]]]);
    expect(broker.values()).toEqual(['a']);
  });

  it('tell a coordinator their offsets at once and the end of the write later', async () => {
    broker = await TestBroker.withTopic();
    broker.write(['before']);
    const heard: unknown[] = [];
    expect(broker.replicas.appendTo(broker.partition(), batchOf(['a', 'b']), 'coordinator', (failure) => heard.push(failure, broker.partition().log.highWatermark))).toEqual({ baseOffset: 1, lastOffset: 2 });
    expect(heard).toEqual([]);
    broker.time.runTurn();
    expect(heard).toEqual([undefined, 3]);
  });
});

describe('acks=all', () => {
  const replicated = { replicas: [1, 2], isr: [1, 2], leader: 1 };

  it('waits for the high watermark, which moves when the other replica leaves the ISR', async () => {
    broker = await TestBroker.withTopic(1, replicated);
    const all = broker.produce(-1, one('a'));
    const leader = broker.produce(1, one('b'));
    broker.time.runTurn();
    expect([all.isAnswered, leader.errors]).toEqual([false, [NONE]]);
    expect(broker.values()).toEqual([]);
    broker.commit(partitionChange(idOf('t'), 0, { isr: [1] }));
    expect(all.errors).toEqual([NONE]);
    expect(broker.values()).toEqual(['a', 'b']);
    expect(broker.partition().waiterCount).toBe(0);
    broker.time.advance(60_000);
    expect(all.answers.length).toBe(1);
  });

  it('ends at the timeout of the client, and the records stay', async () => {
    broker = await TestBroker.withTopic(2, replicated);
    broker.commit(partitionChange(idOf('t'), 1, { isr: [1] }));
    const produced = broker.produce(-1, [{ records: batchOf(['a']) }, { partition: 1, records: batchOf(['b']) }], 1_000);
    broker.time.advance(999);
    expect(produced.isAnswered).toBe(false);
    broker.time.advance(1);
    expect(produced.errors).toEqual([REQUEST_TIMED_OUT, NONE]);
    expect(broker.partition().waiterCount).toBe(0);
    broker.commit(partitionChange(idOf('t'), 0, { isr: [1] }));
    expect(produced.answers.length).toBe(1);
    expect(broker.values()).toEqual(['a']);
  });

  it('is refused below min.insync.replicas, before and after the append', async () => {
    broker = await TestBroker.withTopic(1, { replicas: [1, 2, 3], isr: [1, 2], leader: 1 });
    broker.commit(topicConfig('t', 'min.insync.replicas', '2'));
    const parked = broker.produce(-1, one('a'));
    broker.time.runTurn();
    broker.commit(partitionChange(idOf('t'), 0, { isr: [1] }));
    expect(parked.errors).toEqual([NOT_ENOUGH_REPLICAS_AFTER_APPEND]);
    const refused = broker.produce(-1, one('b'));
    const leaderOnly = broker.produce(1, one('c'));
    broker.time.runTurn();
    expect([refused.errors, leaderOnly.errors]).toEqual([[NOT_ENOUGH_REPLICAS], [NONE]]);
    // The high watermark rests below min.insync.replicas (KIP-966): what one replica has is not committed.
    expect(broker.values()).toEqual([]);
    broker.commit(topicConfig('t', 'min.insync.replicas', '1'));
    expect(broker.values()).toEqual(['a', 'c']);
  });

  it('wants no more replicas than there are (KIP-966)', async () => {
    broker = await TestBroker.withTopic();
    broker.commit(topicConfig('t', 'min.insync.replicas', '3'));
    const produced = broker.produce(-1, one('a'));
    broker.time.runTurn();
    expect(produced.errors).toEqual([NONE]);
  });

  it('waits for the later of two appends to one partition', async () => {
    broker = await TestBroker.withTopic(1, replicated);
    const { log } = broker.partition();
    const produced = broker.produce(-1, [{ records: batchOf(['a']) }, { records: batchOf(['b']) }], 1_000);
    broker.time.runTurn();
    // A follower has the first batch only.
    log.maybeIncrementHighWatermark(1);
    broker.partition().notifyReadable(0);
    expect(produced.isAnswered).toBe(false);
    log.maybeIncrementHighWatermark(2);
    broker.partition().notifyReadable(0);
    expect(produced.errors).toEqual([NONE, NONE]);
    expect(broker.time.nextTimerMs()).toBe(undefined);
  });

  it('ends with NOT_LEADER_OR_FOLLOWER when another broker leads, UNKNOWN_TOPIC_OR_PARTITION when the topic goes', async () => {
    broker = await TestBroker.withTopic(1, replicated);
    broker.commit(...topicRecords('u', idOf('u'), 1, replicated));
    const moved = broker.produce(-1, one('a'));
    const deleted = broker.produce(-1, [{ topic: 'u', records: batchOf(['a']) }]);
    broker.time.runTurn();
    broker.commit(partitionChange(idOf('t'), 0, { leader: 2 }));
    expect([moved.errors, deleted.isAnswered]).toEqual([[NOT_LEADER_OR_FOLLOWER], false]);
    broker.commit(removeTopic(idOf('u')));
    expect(deleted.errors).toEqual([UNKNOWN_TOPIC_OR_PARTITION]);
    broker.time.advance(60_000);
    expect([moved.answers.length, deleted.answers.length]).toEqual([1, 1]);
  });
});

describe('a disk', () => {
  it('that is full refuses all of the turn, keeps what was acknowledged, and is logged once', async () => {
    broker = await TestBroker.withTopic();
    broker.write(['kept']);
    broker.disk.setCapacity(0);
    for (let round = 0; round < 3; round++) {
      const produced = [broker.produce(0, one('x')), broker.produce(1, one('y')), broker.produce(-1, one('z'))];
      broker.time.runTurn();
      expect(produced.map(({ errors }) => errors)).toEqual([[KAFKA_STORAGE_ERROR], [KAFKA_STORAGE_ERROR], [KAFKA_STORAGE_ERROR]]);
    }
    expect(broker.logger.lines.filter(({ level, message }) => level === 'error' && message.includes('cannot be written')).length).toBe(1);
    broker.disk.setCapacity(Infinity);
    expect(broker.write(['after']).offsets).toEqual([1]);
    expect(broker.logger.lines.filter(({ message }) => message === 'appends are written again').length).toBe(1);
    expect(broker.values()).toEqual(['kept', 'after']);
    await broker.killAndStart();
    expect(broker.values()).toEqual(['kept', 'after']);
  });

  it('that fails one partition leaves the others of the request alone', async () => {
    broker = await TestBroker.withTopic(2);
    broker.disk.failNext('write', 'io', { pathPart: '/t-0/' });
    const produced = broker.produce(-1, [{ records: batchOf(['a']) }, { partition: 1, records: batchOf(['b']) }]);
    broker.time.runTurn();
    expect(produced.errors).toEqual([KAFKA_STORAGE_ERROR, NONE]);
    expect(broker.write(['again']).errors).toEqual([KAFKA_STORAGE_ERROR]);
    expect(broker.values('t', 1)).toEqual(['b']);
  });

  it('is synced before the answer where flush.messages asks for it, and no write overlaps the sync', async () => {
    broker = await TestBroker.withTopic();
    broker.commit(topicConfig('t', 'flush.messages', '1'));
    broker.watched.hold();
    const first = broker.produce(1, one('a'));
    broker.time.runTurn();
    const second = broker.produce(1, one('b'));
    broker.time.runTurn();
    expect([first.isAnswered, second.isAnswered, broker.watched.writes.length]).toEqual([false, false, 1]);
    expect(broker.values()).toEqual([]);
    broker.watched.release();
    await broker.settle();
    expect([first.errors, second.errors, broker.watched.writes.length]).toEqual([[NONE], [NONE], 2]);
    broker.disk.crash();
    await broker.start();
    expect(broker.values()).toEqual(['a', 'b']);
  });

  it('that cannot be synced acknowledges nothing', async () => {
    broker = await TestBroker.withTopic();
    broker.commit(topicConfig('t', 'flush.messages', '1'));
    broker.disk.failNext('sync', 'io');
    const first = broker.produce(1, one('a'));
    broker.time.runTurn();
    const second = broker.produce(1, one('b'));
    await broker.settle();
    expect([first.errors, second.errors]).toEqual([[KAFKA_STORAGE_ERROR], [KAFKA_STORAGE_ERROR]]);
  });
});

describe('large writes', () => {
  const MiB = 1024 * 1024;
  const big = (text: string) => batchOf([text.padEnd(MiB - 200, '.')]);
  const nine = (text: string) => Array.from({ length: 9 }, (_, index) => ({ records: big(`${text}${index}`) }));

  it('leave the event loop, and what comes meanwhile waits for the next write', async () => {
    broker = await TestBroker.withTopic();
    broker.watched.hold();
    const large = broker.produce(1, nine('large'));
    broker.time.runTurn();
    expect([large.isAnswered, broker.watched.writes.map(({ isAsync }) => isAsync)]).toEqual([false, [true]]);
    const meanwhile = [broker.produce(1, one('a')), broker.produce(1, one('b'))];
    broker.time.runTurn();
    meanwhile.push(broker.produce(1, one('c')));
    broker.time.runTurn();
    expect([meanwhile.some(({ isAnswered }) => isAnswered), broker.watched.writes.length]).toEqual([false, 1]);
    broker.watched.release();
    await broker.settle();
    expect([large, ...meanwhile].flatMap(({ offsets }) => offsets)).toEqual([0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11]);
    expect(broker.watched.writes.map(({ isAsync, parts }) => [isAsync, parts])).toEqual([[true, 9], [false, 3]]);
    const values = broker.fetch({ maxWaitMs: 0 }, [{ maxBytes: 20 * MiB }]).values[0] ?? [];
    expect(values.map((value) => value.split('.')[0])).toEqual([...Array.from({ length: 9 }, (_, index) => `large${index}`), 'a', 'b', 'c']);
  });

  it('that find the disk full take along what was staged behind them, also the repetition of a lost batch', async () => {
    broker = await TestBroker.withTopic();
    broker.write(['kept']);
    const sequence = { producerId: 7, producerEpoch: 0, baseSequence: 0 };
    broker.watched.hold();
    const lost = broker.produce(1, [{ records: batchOf(['idempotent'], sequence) }, ...nine('x')]);
    broker.time.runTurn();
    const repeated = broker.produce(1, [{ records: batchOf(['idempotent'], sequence) }]);
    broker.time.runTurn();
    broker.disk.setCapacity(0);
    broker.watched.release();
    await broker.settle();
    expect(new Set([...lost.errors, ...repeated.errors])).toEqual(new Set([KAFKA_STORAGE_ERROR]));
    broker.disk.setCapacity(Infinity);
    const again = broker.produce(1, [{ records: batchOf(['idempotent'], sequence) }]);
    broker.time.runTurn();
    expect([again.errors, again.offsets]).toEqual([[NONE], [1]]);
    expect([lost.answers.length, repeated.answers.length]).toEqual([1, 1]);
    expect(broker.values()).toEqual(['kept', 'idempotent']);
  });

  it('refuse new batches behind a failed write once, and not the ones after', async () => {
    broker = await TestBroker.withTopic();
    broker.watched.hold();
    const lost = broker.produce(1, nine('x'));
    broker.time.runTurn();
    const behind = broker.produce(1, one('behind'));
    const heard: unknown[] = [];
    broker.replicas.appendTo(broker.partition(), batchOf(['coordinator']), 'coordinator', (failure) => heard.push(failure?.message));
    broker.time.runTurn();
    broker.disk.setCapacity(0);
    broker.watched.release();
    await broker.settle();
    broker.disk.setCapacity(Infinity);
    expect([lost.errors[0], behind.errors]).toEqual([KAFKA_STORAGE_ERROR, [KAFKA_STORAGE_ERROR]]);
    expect(broker.write(['after']).offsets).toEqual([0]);
    expect(broker.values()).toEqual(['after']);
    expect(heard).toStrictEqual([expect.stringContaining('refused')]);
  });

  it('go on when the topic is deleted meanwhile, and are answered', async () => {
    broker = await TestBroker.withTopic();
    broker.watched.hold();
    const large = broker.produce(-1, nine('x'));
    broker.time.runTurn();
    const behind = broker.produce(1, one('behind'));
    broker.time.runTurn();
    broker.commit(removeTopic(idOf('t')));
    broker.watched.release();
    await broker.settle();
    expect(large.errors.every((code) => code === UNKNOWN_TOPIC_OR_PARTITION)).toBe(true);
    expect(behind.errors).toEqual([UNKNOWN_TOPIC_OR_PARTITION]);
    expect(broker.logger.lines.filter(({ level }) => level === 'error')).toEqual([]);
  });
});

describe('LogWriter', () => {
  it('answers each listener of a partition once, in order', async () => {
    broker = await TestBroker.withTopic();
    const writer = new LogWriter(broker.time.scheduler, silentLogger, 10);
    const partition = broker.partition();
    const heard: number[] = [];
    for (let index = 0; index < 5; index++) {
      partition.appendAsLeader(batchOf([`v${index}`]), 'client', 1);
      writer.staged(partition, () => heard.push(index));
      if (index % 2 === 0) broker.time.runTurn();
    }
    await broker.settle();
    expect(heard).toEqual([0, 1, 2, 3, 4]);
    expect(broker.watched.writes.every(({ isAsync }) => isAsync)).toBe(true);
    expect(broker.values()).toEqual(['v0', 'v1', 'v2', 'v3', 'v4']);
  });
});
