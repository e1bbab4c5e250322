import type { Clock, LeaderEpoch, Offset, PartitionIndex, Random, TimestampMs, Uuid } from '@ottla/model';
import { ErrorCode, KafkaError } from '@ottla/model';
import type { FetchResult } from './delayed-fetch.ts';

/** One partition of a fetch, as the client names it: by id (v13 and up) or by name, the other one resolved or empty. */
export interface FetchPartitionRequest {
  readonly topic: string;
  readonly topicId: Uuid;
  readonly partition: PartitionIndex;
  readonly fetchOffset: Offset;
  readonly currentLeaderEpoch: LeaderEpoch;
  readonly lastFetchedEpoch: LeaderEpoch;
  readonly logStartOffset: Offset;
  /** As a follower knows it (KIP-1166); left out, or above every real one, when it does not tell. */
  readonly highWatermark?: Offset;
  readonly maxBytes: number;
}

export const FINAL_SESSION_EPOCH = -1;
export const INITIAL_SESSION_EPOCH = 0;
const MAX_EPOCH = 0x7fffffff;
/** A session unused for longer may go for any other; one that lived longer, for one of more worth (min.incremental.fetch.session.eviction.ms). */
const EVICTION_MS = 120_000;

interface CachedPartition {
  request: FetchPartitionRequest;
  highWatermark: Offset;
  logStartOffset: Offset;
}

/** How one fetch is answered: all its partitions, or only what changed since the last answer. */
export interface FetchContext {
  readonly sessionId: number;
  readonly isIncremental: boolean;
  /** In the order in which they are to be read. */
  readonly partitions: readonly FetchPartitionRequest[];
  /** Which partitions the answer names; moves those with data to the end of the session's order, so that none starves. */
  select(results: readonly FetchResult[]): readonly boolean[];
}

/** Partitions of one client between its fetches (KIP-227), in the order in which they are read. */
class FetchSession {
  readonly id: number;
  readonly usesTopicIds: boolean;
  readonly isFollower: boolean;
  epoch = 1;
  lastUsedMs: TimestampMs;
  readonly createdMs: TimestampMs;
  readonly partitions = new Map<string, CachedPartition>();

  constructor(id: number, usesTopicIds: boolean, isFollower: boolean, nowMs: TimestampMs) {
    this.id = id;
    this.usesTopicIds = usesTopicIds;
    this.isFollower = isFollower;
    this.lastUsedMs = nowMs;
    this.createdMs = nowMs;
  }

  key(partition: { readonly topic: string; readonly topicId: Uuid; readonly partition: PartitionIndex }): string {
    return this.usesTopicIds ? `${partition.topicId}:${partition.partition}` : `${partition.topic}:${partition.partition}`;
  }

  put(request: FetchPartitionRequest): void {
    const key = this.key(request);
    const known = this.partitions.get(key);
    if (known === undefined) this.partitions.set(key, { request, highWatermark: -1, logStartOffset: -1 });
    else known.request = request;
  }
}

/** The epoch of a session's next fetch: never 0, always positive. */
export function nextSessionEpoch(epoch: number): number {
  return epoch >= MAX_EPOCH ? 1 : epoch + 1;
}

export interface FetchSessionRequest {
  readonly sessionId: number;
  readonly sessionEpoch: number;
  readonly usesTopicIds: boolean;
  /** Sessions of followers are worth more than those of clients. Left out: a client's. */
  readonly isFollower?: boolean;
  readonly partitions: readonly FetchPartitionRequest[];
  readonly forgotten: readonly { readonly topic: string; readonly topicId: Uuid; readonly partition: PartitionIndex }[];
}

/**
 * The broker's bounded set of incremental fetch sessions. A full cache gives a new client a session only in place of
 * one that was idle long enough, or that is old and worth less: a client's is worth less than a follower's, one of few
 * partitions less than one of many. Else the client gets none (session id 0) and goes on with full fetches.
 */
export class FetchSessionCache {
  readonly #clock: Clock;
  readonly #random: Random;
  readonly #maxSessions: number;
  /** Least recently used first. */
  readonly #sessions = new Map<number, FetchSession>();

  constructor(clock: Clock, random: Random, maxSessions: number) {
    this.#clock = clock;
    this.#random = random;
    this.#maxSessions = maxSessions;
  }

  get size(): number {
    return this.#sessions.size;
  }

  get partitionCount(): number {
    let count = 0;
    for (const session of this.#sessions.values()) count += session.partitions.size;
    return count;
  }

  /** Throws FETCH_SESSION_ID_NOT_FOUND, INVALID_FETCH_SESSION_EPOCH, FETCH_SESSION_TOPIC_ID_ERROR. */
  context(request: FetchSessionRequest): FetchContext {
    const { sessionId, sessionEpoch } = request;
    if (sessionEpoch === FINAL_SESSION_EPOCH || sessionEpoch === INITIAL_SESSION_EPOCH) {
      if (sessionId !== 0) this.#sessions.delete(sessionId);
      if (sessionEpoch === FINAL_SESSION_EPOCH) return fullContext(0, request.partitions);
      return this.#open(request);
    }
    const session = this.#sessions.get(sessionId);
    if (session === undefined) throw new KafkaError(ErrorCode.FETCH_SESSION_ID_NOT_FOUND);
    if (session.epoch !== sessionEpoch) throw new KafkaError(ErrorCode.INVALID_FETCH_SESSION_EPOCH);
    if (session.usesTopicIds !== request.usesTopicIds) throw new KafkaError(ErrorCode.FETCH_SESSION_TOPIC_ID_ERROR);
    return this.#continue(session, request);
  }

  #open(request: FetchSessionRequest): FetchContext {
    const nowMs = this.#clock.monotonicMs();
    const isFollower = request.isFollower === true;
    if (request.partitions.length === 0 || !this.#makeRoom(isFollower, request.partitions.length, nowMs)) return fullContext(0, request.partitions);
    let id: number;
    do id = 1 + this.#random.below(MAX_EPOCH - 1);
    while (this.#sessions.has(id));
    const session = new FetchSession(id, request.usesTopicIds, isFollower, nowMs);
    for (const partition of request.partitions) session.put(partition);
    this.#sessions.set(id, session);
    const remember = (results: readonly FetchResult[]): readonly boolean[] => {
      request.partitions.forEach((partition, index) => {
        const cached = session.partitions.get(session.key(partition));
        const result = results[index];
        if (cached !== undefined && result !== undefined) noteResult(cached, result);
      });
      return results.map(() => true);
    };
    return { sessionId: id, isIncremental: false, partitions: request.partitions, select: remember };
  }

  #makeRoom(isFollower: boolean, size: number, nowMs: TimestampMs): boolean {
    if (this.#sessions.size < this.#maxSessions) return true;
    const [oldest] = this.#sessions.values();
    const victim = oldest !== undefined && nowMs - oldest.lastUsedMs > EVICTION_MS ? oldest : this.#lesser(isFollower, size, nowMs);
    if (victim === undefined) return false;
    this.#sessions.delete(victim.id);
    return true;
  }

  /** The session of least worth among those that may go for a new one of this kind and size, when it is worth less. */
  #lesser(isFollower: boolean, size: number, nowMs: TimestampMs): FetchSession | undefined {
    let least: FetchSession | undefined;
    for (const session of this.#sessions.values()) {
      // A follower may take the place of a client that came just now.
      const mayGo = nowMs - session.createdMs > EVICTION_MS || (isFollower && !session.isFollower);
      if (mayGo && (least === undefined || worth(session.isFollower, session.partitions.size, least.isFollower, least.partitions.size) < 0)) least = session;
    }
    return least !== undefined && worth(isFollower, size, least.isFollower, least.partitions.size) > 0 ? least : undefined;
  }

  #continue(session: FetchSession, request: FetchSessionRequest): FetchContext {
    for (const partition of request.partitions) session.put(partition);
    for (const forgotten of request.forgotten) session.partitions.delete(session.key(forgotten));
    session.lastUsedMs = this.#clock.monotonicMs();
    this.#sessions.delete(session.id);
    if (session.partitions.size === 0) return fullContext(0, []);
    this.#sessions.set(session.id, session);
    session.epoch = nextSessionEpoch(session.epoch);
    const cached = [...session.partitions];
    return {
      sessionId: session.id,
      isIncremental: true,
      partitions: cached.map(([, entry]) => entry.request),
      select: (results) => results.map((result, index) => selectChanged(session, cached[index] as [string, CachedPartition], result)),
    };
  }
}

/** Compares two sessions: below 0 when the first is worth less. */
function worth(isFollower: boolean, size: number, isOtherFollower: boolean, otherSize: number): number {
  return isFollower === isOtherFollower ? size - otherSize : isFollower ? 1 : -1;
}

/** Notes a result; true when an incremental answer must name the partition. */
function selectChanged(session: FetchSession, [key, cached]: [string, CachedPartition], result: FetchResult): boolean {
  const hasData = result.records.byteLength > 0;
  const isNamed =
    hasData ||
    result.error !== ErrorCode.NONE ||
    result.divergingEpoch !== undefined ||
    cached.highWatermark !== result.highWatermark ||
    cached.logStartOffset !== result.logStartOffset;
  noteResult(cached, result);
  if (hasData && session.partitions.get(key) === cached) {
    session.partitions.delete(key);
    session.partitions.set(key, cached);
  }
  return isNamed;
}

function noteResult(cached: CachedPartition, result: FetchResult): void {
  // After an error, or a log that diverged, the next answer must name the partition again, even when nothing else changed.
  cached.highWatermark = result.error === ErrorCode.NONE && result.divergingEpoch === undefined ? result.highWatermark : -1;
  cached.logStartOffset = result.logStartOffset;
}

function fullContext(sessionId: number, partitions: readonly FetchPartitionRequest[]): FetchContext {
  return { sessionId, isIncremental: false, partitions, select: (results) => results.map(() => true) };
}
