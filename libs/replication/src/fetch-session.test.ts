import { describe, expect, it } from '@jest/globals';
import { ErrorCode, errorCodeOf, ZERO_UUID } from '@ottla/model';
import { seededRandom, virtualTime } from '@ottla/testing';
import type { FetchEntry, FetchResult } from './delayed-fetch.ts';
import { FetchSessionCache, FINAL_SESSION_EPOCH, INITIAL_SESSION_EPOCH, nextSessionEpoch, type FetchSessionRequest } from './fetch-session-cache.ts';
import type { FetchContext, FetchPartitionRequest } from './fetch-session.ts';

const EVICTION_MS = 120_000;

function wanted(topic: string, partition = 0, fetchOffset = 0): FetchPartitionRequest {
  return { topic, topicId: ZERO_UUID, partition, fetchOffset, currentLeaderEpoch: -1, lastFetchedEpoch: -1, logStartOffset: -1, maxBytes: 100 };
}

function result(facts: Partial<FetchResult> = {}): FetchResult {
  return {
    error: ErrorCode.NONE,
    highWatermark: 5,
    lastStableOffset: 5,
    logStartOffset: 0,
    records: new Uint8Array(0),
    abortedTransactions: null,
    divergingEpoch: undefined,
    ...facts,
  };
}

/** Nobody tells of changes of a partition that is not here: it is looked at each time. */
const unresolved = (request: FetchPartitionRequest): FetchEntry => ({ ...request, partition: undefined, error: ErrorCode.NONE });

const data = (): FetchResult => result({ records: new Uint8Array(3) });

class Cache {
  readonly time = virtualTime();
  readonly cache: FetchSessionCache;

  constructor(slots: number) {
    this.cache = new FetchSessionCache(this.time.clock, seededRandom(3), slots);
  }

  fetch(sessionId: number, sessionEpoch: number, topics: readonly string[], more: Partial<FetchSessionRequest> = {}): FetchContext {
    return this.cache.context({ sessionId, sessionEpoch, usesTopicIds: false, partitions: topics.map((topic) => wanted(topic)), forgotten: [], ...more }, unresolved);
  }

  /** Opens a session of these topics, whose first answer tells of high watermark 5; answers its id. */
  open(topics: readonly string[], more: Partial<FetchSessionRequest> = {}): number {
    const context = this.fetch(0, INITIAL_SESSION_EPOCH, topics, more);
    expect(context.select(topics.map(() => result()))).toEqual(topics.map(() => true));
    return context.sessionId;
  }

  codeOf(sessionId: number, sessionEpoch: number, more: Partial<FetchSessionRequest> = {}): number {
    try {
      this.fetch(sessionId, sessionEpoch, [], more);
    } catch (error) {
      return errorCodeOf(error);
    }
    return ErrorCode.NONE;
  }

  isOpen(sessionId: number): boolean {
    return this.codeOf(sessionId, 0x7ffffffe) === ErrorCode.INVALID_FETCH_SESSION_EPOCH;
  }
}

const topicsOf = ({ partitions }: FetchContext): string[] => partitions.map(({ topic }) => topic);

describe('FetchSessionCache', () => {
  it('opens a session at epoch 0 that goes on at epoch 1 with all its partitions', () => {
    const cache = new Cache(10);
    const first = cache.fetch(0, INITIAL_SESSION_EPOCH, ['a', 'b']);
    expect([first.isIncremental, topicsOf(first)]).toEqual([false, ['a', 'b']]);
    expect(first.sessionId).toBeGreaterThan(0);
    first.select([result(), result()]);
    const second = cache.fetch(first.sessionId, 1, []);
    expect([second.isIncremental, second.sessionId, topicsOf(second)]).toEqual([true, first.sessionId, ['a', 'b']]);
    expect([cache.cache.size, cache.cache.partitionCount]).toEqual([1, 2]);
  });

  it('gives no session to a fetch that wants none, or that names no partition', () => {
    const cache = new Cache(10);
    for (const context of [cache.fetch(0, FINAL_SESSION_EPOCH, ['a']), cache.fetch(0, INITIAL_SESSION_EPOCH, [])]) {
      expect([context.sessionId, context.isIncremental]).toEqual([0, false]);
      expect(context.select([result()])).toEqual([true]);
    }
    expect(cache.cache.size).toBe(0);
  });

  it('closes the session that a full fetch names', () => {
    const cache = new Cache(10);
    const id = cache.open(['a']);
    expect(cache.fetch(id, FINAL_SESSION_EPOCH, ['a']).sessionId).toBe(0);
    expect(cache.codeOf(id, 1)).toBe(ErrorCode.FETCH_SESSION_ID_NOT_FOUND);
    const next = cache.open(['a']);
    const renewed = cache.fetch(next, INITIAL_SESSION_EPOCH, ['a']).sessionId;
    expect(renewed).not.toBe(next);
    expect([cache.isOpen(next), cache.isOpen(renewed)]).toEqual([false, true]);
  });

  it('refuses a session that is unknown, an epoch out of order, and a change between names and ids', () => {
    const cache = new Cache(10);
    const id = cache.open(['a']);
    expect(cache.codeOf(id + 1, 1)).toBe(ErrorCode.FETCH_SESSION_ID_NOT_FOUND);
    expect(cache.codeOf(0, 1)).toBe(ErrorCode.FETCH_SESSION_ID_NOT_FOUND);
    expect(cache.codeOf(id, 2)).toBe(ErrorCode.INVALID_FETCH_SESSION_EPOCH);
    expect(cache.codeOf(id, 1, { usesTopicIds: true })).toBe(ErrorCode.FETCH_SESSION_TOPIC_ID_ERROR);
    // A refusal moves nothing: epoch 1 is still the next.
    expect(cache.codeOf(id, 1)).toBe(ErrorCode.NONE);
    expect(cache.codeOf(id, 1)).toBe(ErrorCode.INVALID_FETCH_SESSION_EPOCH);
    expect(cache.codeOf(id, 2)).toBe(ErrorCode.NONE);
  });

  it('names only partitions with something new', () => {
    const cache = new Cache(10);
    const id = cache.open(['quiet', 'data', 'watermark', 'start', 'error', 'diverging']);
    const select = cache.fetch(id, 1, []).select([
      result(),
      data(),
      result({ highWatermark: 6 }),
      result({ logStartOffset: 1 }),
      result({ error: ErrorCode.NOT_LEADER_OR_FOLLOWER, highWatermark: -1, logStartOffset: -1 }),
      result({ divergingEpoch: { leaderEpoch: 1, endOffset: 2 } }),
    ]);
    expect(select).toEqual([false, true, true, true, true, true]);
  });

  it('names a partition again after an error or a divergence, though nothing else changed', () => {
    const cache = new Cache(10);
    const id = cache.open(['error', 'diverging', 'quiet']);
    cache.fetch(id, 1, []).select([result({ error: ErrorCode.KAFKA_STORAGE_ERROR }), result({ divergingEpoch: { leaderEpoch: 1, endOffset: 2 } }), result()]);
    expect(cache.fetch(id, 2, []).select([result(), result(), result()])).toEqual([true, true, false]);
    expect(cache.fetch(id, 3, []).select([result(), result(), result()])).toEqual([false, false, false]);
  });

  it('adds, changes and forgets partitions; what is both changed and forgotten goes', () => {
    const cache = new Cache(10);
    const id = cache.open(['a', 'b']);
    const second = cache.fetch(id, 1, [], {
      partitions: [wanted('b', 0, 9), wanted('c'), wanted('a', 0, 3)],
      forgotten: [{ topic: 'a', topicId: ZERO_UUID, partition: 0 }],
    });
    expect(second.partitions.map(({ topic, fetchOffset }) => [topic, fetchOffset])).toEqual([['b', 9], ['c', 0]]);
    // A partition that is new to the session is named, whatever it holds.
    expect(second.select([result(), result()])).toEqual([false, true]);
  });

  it('ends a session that has no partition left', () => {
    const cache = new Cache(10);
    const id = cache.open(['a']);
    const last = cache.fetch(id, 1, [], { forgotten: [{ topic: 'a', topicId: ZERO_UUID, partition: 0 }] });
    expect([last.sessionId, last.isIncremental, topicsOf(last)]).toEqual([0, false, []]);
    expect(cache.codeOf(id, 2)).toBe(ErrorCode.FETCH_SESSION_ID_NOT_FOUND);
  });

  it('tells topics of one name apart by their ids', () => {
    const cache = new Cache(10);
    const one = { ...wanted(''), topicId: 'one' };
    const two = { ...wanted(''), topicId: 'two' };
    const { sessionId } = cache.fetch(0, INITIAL_SESSION_EPOCH, [], { usesTopicIds: true, partitions: [one, two] });
    const next = cache.fetch(sessionId, 1, [], { usesTopicIds: true, forgotten: [one] });
    expect(next.partitions.map(({ topicId }) => topicId)).toEqual(['two']);
  });

  it('reads partitions with data last the next time, so that none starves', () => {
    const cache = new Cache(10);
    const id = cache.open(['a', 'b', 'c', 'd']);
    cache.fetch(id, 1, []).select([data(), data(), result(), result()]);
    const second = cache.fetch(id, 2, []);
    expect(topicsOf(second)).toEqual(['c', 'd', 'a', 'b']);
    second.select([data(), result(), result(), result()]);
    expect(topicsOf(cache.fetch(id, 3, []))).toEqual(['d', 'a', 'b', 'c']);
  });

  it('serves every partition within as many rounds as there are, though each answer has room for one', () => {
    const cache = new Cache(10);
    const topics = ['a', 'b', 'c', 'd', 'e'];
    const id = cache.open(topics);
    const served: string[] = [];
    for (let epoch = 1; epoch <= topics.length; epoch++) {
      const context = cache.fetch(id, epoch, []);
      served.push(context.partitions[0]?.topic ?? '');
      context.select(context.partitions.map((_, index) => (index === 0 ? data() : result())));
    }
    expect(served.sort()).toEqual(topics);
  });

  it('goes from the greatest epoch to 1', () => {
    expect([nextSessionEpoch(1), nextSessionEpoch(0x7ffffffe), nextSessionEpoch(0x7fffffff)]).toEqual([2, 0x7fffffff, 1]);
  });
});

describe('eviction from a full cache', () => {
  it('keeps what is in use, and serves the newcomer without a session', () => {
    const cache = new Cache(2);
    const ids = [cache.open(['a']), cache.open(['b'])];
    cache.time.advance(EVICTION_MS);
    const refused = cache.fetch(0, INITIAL_SESSION_EPOCH, ['c', 'd']);
    expect([refused.sessionId, topicsOf(refused), refused.select([result(), result()])]).toEqual([0, ['c', 'd'], [true, true]]);
    expect(ids.map((id) => cache.isOpen(id))).toEqual([true, true]);
  });

  it('lets go the session that is unused for longest, once that is longer than two minutes', () => {
    const cache = new Cache(2);
    const used = cache.open(['a', 'b', 'c']);
    const idle = cache.open(['a', 'b', 'c']);
    cache.time.advance(EVICTION_MS);
    cache.fetch(used, 1, []);
    cache.time.advance(1);
    const id = cache.open(['x']);
    expect([cache.isOpen(used), cache.isOpen(idle), cache.isOpen(id), cache.cache.size]).toEqual([true, false, true, 2]);
  });

  it('gives the place of an old small session to a larger one, not to one as small', () => {
    const cache = new Cache(2);
    const small = cache.open(['a', 'b']);
    const large = cache.open(['a', 'b', 'c']);
    cache.time.advance(EVICTION_MS + 1);
    cache.fetch(small, 1, []);
    cache.fetch(large, 1, []);
    expect(cache.fetch(0, INITIAL_SESSION_EPOCH, ['x', 'y']).sessionId).toBe(0);
    const id = cache.open(['x', 'y', 'z']);
    expect([cache.isOpen(small), cache.isOpen(large), cache.isOpen(id)]).toEqual([false, true, true]);
    // The newcomer is young: only what is old may go, and that is as large.
    expect(cache.fetch(0, INITIAL_SESSION_EPOCH, ['x', 'y', 'z']).sessionId).toBe(0);
  });

  it('prefers followers to clients', () => {
    const cache = new Cache(2);
    const client = cache.open(['a', 'b', 'c']);
    const follower = cache.open(['a'], { follower: 7 });
    // Even a client that came just now makes room for a follower, but no follower for another, and none for a client.
    const second = cache.open(['b'], { follower: 7 });
    expect([cache.isOpen(client), cache.isOpen(follower), cache.isOpen(second)]).toEqual([false, true, true]);
    expect(cache.fetch(0, INITIAL_SESSION_EPOCH, ['x', 'y'], { follower: 7 }).sessionId).toBe(0);
    cache.time.advance(EVICTION_MS + 1);
    cache.fetch(follower, 1, []);
    cache.fetch(second, 1, []);
    expect(cache.fetch(0, INITIAL_SESSION_EPOCH, ['x', 'y']).sessionId).toBe(0);
    const larger = cache.open(['x', 'y'], { follower: 7 });
    expect([cache.isOpen(larger), cache.cache.size]).toEqual([true, 2]);
  });

  it('has no sessions at all with no slots', () => {
    const cache = new Cache(0);
    expect(cache.fetch(0, INITIAL_SESSION_EPOCH, ['a']).sessionId).toBe(0);
  });
});
