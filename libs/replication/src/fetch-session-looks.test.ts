import { beforeEach, describe, expect, it } from '@jest/globals';
import { ErrorCode } from '@ottla/model';
import { seededRandom } from '@ottla/testing';
import type { FetchIsolation } from '@ottla/storage';
import { readEntries, releaseResults, type FetchEntry, type FetchResult } from './delayed-fetch.ts';
import { FetchSessionCache, INITIAL_SESSION_EPOCH, nextSessionEpoch } from './fetch-session-cache.ts';
import type { FetchContext, FetchPartitionRequest } from './fetch-session.ts';
import { partitionChange, removeTopic, topicRecords } from './testing/metadata-history.ts';
import { batchOf, idOf, TestBroker } from './testing/test-broker.ts';

const PARTITIONS = 20;
const LIMIT_BYTES = 1_000_000;

let broker: TestBroker;
let sessions: FetchSessionCache;
beforeEach(async () => {
  broker = await TestBroker.withTopic(PARTITIONS);
  sessions = new FetchSessionCache(broker.time.clock, seededRandom(1), 2);
});

function resolve(request: FetchPartitionRequest): FetchEntry {
  const partition = broker.replicas.partition(request.topic, request.partition);
  return { ...request, partition, error: partition === undefined ? ErrorCode.UNKNOWN_TOPIC_OR_PARTITION : ErrorCode.NONE };
}

/** A consumer with one session, which may or may not take what it reads. */
class Consumer {
  readonly asked = new Map<number, FetchPartitionRequest>();
  /** High watermark and log start as told last. */
  readonly told = new Map<number, { readonly highWatermark: number; readonly logStartOffset: number }>();
  isolation: FetchIsolation = 'highWatermark';
  context: FetchContext | undefined;
  #changed = new Set<number>();
  #forgotten: number[] = [];
  #sessionId = 0;
  #epoch = INITIAL_SESSION_EPOCH;

  ask(partition: number, fetchOffset: number): void {
    this.asked.set(partition, { topic: 't', topicId: idOf('t'), partition, fetchOffset, currentLeaderEpoch: -1, lastFetchedEpoch: -1, logStartOffset: -1, maxBytes: LIMIT_BYTES });
    this.#changed.add(partition);
  }

  forget(partition: number): void {
    this.asked.delete(partition);
    this.told.delete(partition);
    this.#changed.delete(partition);
    this.#forgotten.push(partition);
  }

  /** One fetch; answers the partitions looked at, and those named. */
  fetch(maxBytes = LIMIT_BYTES): { looked: number[]; named: number[]; results: Map<number, FetchResult> } {
    const context = sessions.context({
      sessionId: this.#sessionId, sessionEpoch: this.#epoch, usesTopicIds: false, isolation: this.isolation,
      partitions: [...this.#changed].map((partition) => this.asked.get(partition) as FetchPartitionRequest),
      forgotten: this.#forgotten.splice(0).map((partition) => ({ topic: 't', topicId: idOf('t'), partition })),
    }, resolve);
    this.#changed.clear();
    this.#sessionId = context.sessionId;
    this.#epoch = nextSessionEpoch(this.#epoch);
    this.context = context;
    const { results } = readEntries({ maxWaitMs: 0, minBytes: 1, maxBytes, isolation: this.isolation }, context.entries(), () => {});
    const isNamed = context.select(results);
    const looked = context.partitions.map(({ partition }) => partition);
    looked.forEach((partition, index) => {
      const { error, highWatermark, logStartOffset } = results[index] as FetchResult;
      this.told.set(partition, { highWatermark: error === ErrorCode.NONE ? highWatermark : -1, logStartOffset });
    });
    releaseResults(results);
    return { looked, named: looked.filter((_, index) => isNamed[index]), results: new Map(looked.map((partition, index) => [partition, results[index] as FetchResult])) };
  }

  /** Partitions of the session that a look at all of them would name. */
  withNews(): number[] {
    const partitions = [...this.asked.values()];
    const { results } = readEntries({ maxWaitMs: 0, minBytes: 1, maxBytes: Infinity, isolation: this.isolation }, partitions.map(resolve), () => {});
    releaseResults(results);
    return partitions.filter(({ partition }, index) => {
      const { error, records, highWatermark, logStartOffset } = results[index] as FetchResult;
      const told = this.told.get(partition);
      return error !== ErrorCode.NONE || records.byteLength > 0 || told?.highWatermark !== highWatermark || told.logStartOffset !== logStartOffset;
    }).map(({ partition }) => partition);
  }
}

function opened(): Consumer {
  const consumer = new Consumer();
  for (let partition = 0; partition < PARTITIONS; partition++) consumer.ask(partition, 0);
  expect(consumer.fetch().named).toHaveLength(PARTITIONS);
  expect(consumer.fetch()).toMatchObject({ looked: [], named: [] });
  return consumer;
}

const waiters = (): number => Array.from({ length: PARTITIONS }, (_, index) => broker.partition('t', index).waiterCount).reduce((sum, count) => sum + count);

describe('a session looks only at', () => {
  it('what was written since, until its reader has it', () => {
    const consumer = opened();
    broker.write(['a'], 't', 7);
    broker.write(['b'], 't', 3);
    expect(consumer.fetch()).toMatchObject({ looked: [3, 7], named: [3, 7] });
    // The client did not take it: it is read again.
    expect(consumer.fetch()).toMatchObject({ looked: [3, 7], named: [3, 7] });
    consumer.ask(3, 1);
    consumer.ask(7, 1);
    expect(consumer.fetch()).toMatchObject({ looked: [3, 7], named: [] });
    expect(consumer.fetch().looked).toEqual([]);
  });

  it('what an answer had no room for', () => {
    const consumer = opened();
    for (const partition of [1, 2, 3]) broker.write(['x'.repeat(100)], 't', partition);
    expect(consumer.fetch(1)).toMatchObject({ looked: [1, 2, 3], named: [1, 2, 3] });
    consumer.ask(1, 1);
    // The one that had room goes last.
    expect(consumer.fetch(1)).toMatchObject({ looked: [2, 3, 1], named: [2] });
    consumer.ask(2, 1);
    expect(consumer.fetch(1)).toMatchObject({ looked: [3, 2], named: [3] });
  });

  it('a log that begins elsewhere', () => {
    const consumer = opened();
    broker.write(['a', 'b'], 't', 4);
    consumer.ask(4, 2);
    consumer.fetch();
    expect(consumer.fetch().looked).toEqual([]);
    broker.partition('t', 4).deleteRecordsTo(1);
    expect(consumer.fetch()).toMatchObject({ looked: [4], named: [4] });
    expect(consumer.fetch().looked).toEqual([]);
  });

  it('partitions in another epoch, that went, or that came anew', () => {
    const consumer = opened();
    broker.commit(partitionChange(idOf('t'), 2, { leader: 1 }));
    expect(consumer.fetch()).toMatchObject({ looked: [2], named: [] });
    broker.commit(removeTopic(idOf('t')));
    expect(consumer.fetch().named).toHaveLength(PARTITIONS);
    expect(consumer.fetch().named).toHaveLength(PARTITIONS);
    broker.commit(...topicRecords('t', idOf('again'), PARTITIONS));
    expect(consumer.fetch().named).toHaveLength(PARTITIONS);
    expect(consumer.fetch().looked).toEqual([]);
    broker.write(['a'], 't', 5);
    expect(consumer.fetch().named).toEqual([5]);
  });

  it('everything once, when it reads up to another offset than before', () => {
    const consumer = opened();
    consumer.isolation = 'lastStableOffset';
    expect(consumer.fetch().looked).toHaveLength(PARTITIONS);
    expect(consumer.fetch().looked).toEqual([]);
  });

  it('what would be named if it looked at all, whatever happens', () => {
    const random = seededRandom(5);
    const consumer = opened();
    for (let step = 0; step < 2_000; step++) {
      const partition = random.below(PARTITIONS);
      const { log } = broker.partition('t', partition);
      switch (random.below(7)) {
        case 0: case 1: broker.write(['v'.repeat(1 + random.below(100))], 't', partition); break;
        case 2: consumer.ask(partition, log.logStartOffset + random.below(log.highWatermark - log.logStartOffset + 1)); break;
        case 3: consumer.ask(partition, log.highWatermark); break;
        case 4: if (log.highWatermark > log.logStartOffset) broker.partition('t', partition).deleteRecordsTo(log.logStartOffset + 1); break;
        case 5: if (random.below(4) === 0) consumer.forget(partition); else consumer.ask(partition, log.highWatermark); break;
        default: if (random.below(10) === 0) broker.commit(partitionChange(idOf('t'), partition, { leader: 1 }));
      }
      // It tells of what it did not look at by what it told before.
      const { looked } = consumer.fetch(random.below(3) === 0 ? 1 : LIMIT_BYTES);
      const unseen = consumer.withNews().filter((news) => !looked.includes(news));
      expect([step, unseen]).toEqual([step, []]);
    }
  });
});

describe('the ear of a session at its partitions', () => {
  it('is taken away with the partition, with the session, and with its place in the cache', () => {
    const consumer = opened();
    expect(waiters()).toBe(PARTITIONS);
    consumer.forget(0);
    consumer.fetch();
    expect(waiters()).toBe(PARTITIONS - 1);
    const other = opened();
    broker.time.advance(121_000);
    other.fetch();
    const third = opened();
    expect([sessions.size, waiters()]).toEqual([2, 2 * PARTITIONS]);
    for (const closing of [other, third]) sessions.context({ sessionId: closing.context?.sessionId ?? 0, sessionEpoch: -1, usesTopicIds: false, partitions: [], forgotten: [] }, resolve);
    expect(waiters()).toBe(0);
  });

  it('lets go of partitions that are deleted, whether or not its client comes back', () => {
    const consumer = opened();
    const deleted = Array.from({ length: PARTITIONS }, (_, index) => broker.partition('t', index));
    broker.commit(removeTopic(idOf('t')));
    expect(deleted.map(({ waiterCount }) => waiterCount)).toEqual(deleted.map(() => 0));
    broker.commit(...topicRecords('t', idOf('again'), PARTITIONS));
    expect(consumer.fetch().looked).toHaveLength(PARTITIONS);
    expect(waiters()).toBe(PARTITIONS);
  });

  it('ends the wait of a parked fetch, which holds no ear of its own', () => {
    const consumer = opened();
    consumer.fetch();
    const answered: number[][] = [];
    const context = consumer.context as FetchContext;
    broker.replicas.fetch({ maxWaitMs: 60_000, minBytes: 1, maxBytes: LIMIT_BYTES, isolation: 'highWatermark' }, context, (results) => {
      answered.push(context.partitions.map(({ partition }) => partition));
      releaseResults(results);
    });
    expect([answered, waiters()]).toEqual([[], PARTITIONS]);
    broker.write(['a'], 't', 9);
    expect(answered).toEqual([[9]]);
  });
});

describe('a follower with a session', () => {
  it('counts as having kept pace up to its last fetch, though its partitions were not looked at', async () => {
    broker = await TestBroker.withTopic(1, { replicas: [1, 2], isr: [1, 2], leader: 1 });
    sessions = new FetchSessionCache(broker.time.clock, seededRandom(1), 2);
    const partition = broker.partition();
    const request: FetchPartitionRequest = { topic: 't', topicId: idOf('t'), partition: 0, fetchOffset: 0, currentLeaderEpoch: 0, lastFetchedEpoch: -1, logStartOffset: 0, highWatermark: 0, maxBytes: LIMIT_BYTES };
    let epoch = INITIAL_SESSION_EPOCH;
    let sessionId = 0;
    const fetch = (): number => {
      const context = sessions.context({ sessionId, sessionEpoch: epoch, usesTopicIds: false, follower: 2, isolation: 'logEnd', partitions: epoch === 0 ? [request] : [], forgotten: [] }, resolve);
      ({ sessionId } = context);
      epoch = nextSessionEpoch(epoch);
      const { results } = readEntries({ maxWaitMs: 0, minBytes: 1, maxBytes: LIMIT_BYTES, isolation: 'logEnd' }, context.entries(), () => {}, { brokerId: 2, brokerEpoch: -1 });
      context.select(results);
      releaseResults(results);
      return results.length;
    };
    const kept: number[] = [];
    partition.followerKeptPace = (_, atMs) => void kept.push(atMs);
    expect([fetch(), fetch()]).toEqual([1, 0]);
    broker.time.advance(50_000);
    const lastMs = broker.time.clock.monotonicMs();
    expect(fetch()).toBe(0);
    broker.time.advance(400);
    partition.appendAsLeader(batchOf(['a']), 'client', 1);
    partition.log.flushStaged();
    partition.onWritten(1);
    expect(kept).toEqual([lastMs]);
    expect(fetch()).toBe(1);
  });

  it('is looked at each time while it is not in sync', async () => {
    broker = await TestBroker.withTopic(1, { replicas: [1, 2], isr: [1], leader: 1 });
    const request: FetchPartitionRequest = { topic: 't', topicId: idOf('t'), partition: 0, fetchOffset: 0, currentLeaderEpoch: 0, lastFetchedEpoch: -1, logStartOffset: 0, highWatermark: 0, maxBytes: LIMIT_BYTES };
    const first = sessions.context({ sessionId: 0, sessionEpoch: 0, usesTopicIds: false, follower: 2, isolation: 'logEnd', partitions: [request], forgotten: [] }, resolve);
    first.select(readEntries({ maxWaitMs: 0, minBytes: 1, maxBytes: LIMIT_BYTES, isolation: 'logEnd' }, first.entries(), () => {}).results);
    const looks = (epoch: number): number => sessions.context({ sessionId: first.sessionId, sessionEpoch: epoch, usesTopicIds: false, follower: 2, isolation: 'logEnd', partitions: [], forgotten: [] }, resolve).entries().length;
    expect([looks(1), looks(2)]).toEqual([1, 1]);
  });
});
