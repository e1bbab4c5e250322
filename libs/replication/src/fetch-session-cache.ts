import type { BrokerId, Clock, PartitionIndex, Random, TimestampMs, Uuid } from '@ottla/model';
import { ErrorCode, KafkaError } from '@ottla/model';
import type { FetchIsolation } from '@ottla/storage';
import { FetchSession, type FetchContext, type FetchPartitionRequest, type ResolveFetch } from './fetch-session.ts';
import { fixedEntries } from './fetch-source.ts';

export const FINAL_SESSION_EPOCH = -1;
export const INITIAL_SESSION_EPOCH = 0;
const MAX_EPOCH = 0x7fffffff;
/** A session unused for longer may go for any other; one that lived longer, for one of more worth (min.incremental.fetch.session.eviction.ms). */
const EVICTION_MS = 120_000;

/** The epoch of a session's next fetch: never 0, always positive. */
export function nextSessionEpoch(epoch: number): number {
  return epoch >= MAX_EPOCH ? 1 : epoch + 1;
}

export interface FetchSessionRequest {
  readonly sessionId: number;
  readonly sessionEpoch: number;
  readonly usesTopicIds: boolean;
  /** The broker that replicates with this fetch: sessions of followers are worth more than those of clients. Left out: a client's. */
  readonly follower?: BrokerId | undefined;
  /** Left out: up to the high watermark. */
  readonly isolation?: FetchIsolation;
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
    for (const session of this.#sessions.values()) count += session.size;
    return count;
  }

  /** Throws FETCH_SESSION_ID_NOT_FOUND, INVALID_FETCH_SESSION_EPOCH, FETCH_SESSION_TOPIC_ID_ERROR. */
  context(request: FetchSessionRequest, resolve: ResolveFetch): FetchContext {
    const { sessionId, sessionEpoch } = request;
    if (sessionEpoch === FINAL_SESSION_EPOCH || sessionEpoch === INITIAL_SESSION_EPOCH) {
      if (sessionId !== 0) this.#drop(sessionId);
      if (sessionEpoch === FINAL_SESSION_EPOCH) return sessionlessContext(request.partitions, resolve);
      return this.#open(request, resolve);
    }
    const session = this.#sessions.get(sessionId);
    if (session === undefined) throw new KafkaError(ErrorCode.FETCH_SESSION_ID_NOT_FOUND);
    if (session.epoch !== sessionEpoch) throw new KafkaError(ErrorCode.INVALID_FETCH_SESSION_EPOCH);
    if (session.usesTopicIds !== request.usesTopicIds) throw new KafkaError(ErrorCode.FETCH_SESSION_TOPIC_ID_ERROR);
    return this.#continue(session, request, resolve);
  }

  #open(request: FetchSessionRequest, resolve: ResolveFetch): FetchContext {
    const nowMs = this.#clock.monotonicMs();
    const { partitions, follower, usesTopicIds, isolation = 'highWatermark' } = request;
    if (partitions.length === 0 || !this.#makeRoom(follower !== undefined, partitions.length, nowMs)) return sessionlessContext(partitions, resolve);
    let id: number;
    do id = 1 + this.#random.below(MAX_EPOCH - 1);
    while (this.#sessions.has(id));
    const session = new FetchSession({ id, usesTopicIds, follower }, nowMs);
    for (const partition of partitions) session.put(partition);
    this.#sessions.set(id, session);
    return session.context(false, isolation, resolve);
  }

  #makeRoom(isFollower: boolean, size: number, nowMs: TimestampMs): boolean {
    if (this.#sessions.size < this.#maxSessions) return true;
    const [oldest] = this.#sessions.values();
    const victim = oldest !== undefined && nowMs - oldest.lastUsedMs > EVICTION_MS ? oldest : this.#lesser(isFollower, size, nowMs);
    if (victim === undefined) return false;
    this.#drop(victim.id);
    return true;
  }

  /** The session of least worth among those that may go for a new one of this kind and size, when it is worth less. */
  #lesser(isFollower: boolean, size: number, nowMs: TimestampMs): FetchSession | undefined {
    let least: FetchSession | undefined;
    for (const session of this.#sessions.values()) {
      // A follower may take the place of a client that came just now.
      const mayGo = nowMs - session.createdMs > EVICTION_MS || (isFollower && session.follower === undefined);
      if (mayGo && (least === undefined || worth(session.follower !== undefined, session.size, least.follower !== undefined, least.size) < 0)) least = session;
    }
    return least !== undefined && worth(isFollower, size, least.follower !== undefined, least.size) > 0 ? least : undefined;
  }

  #continue(session: FetchSession, request: FetchSessionRequest, resolve: ResolveFetch): FetchContext {
    for (const partition of request.partitions) session.put(partition);
    for (const forgotten of request.forgotten) session.remove(forgotten);
    session.lastUsedMs = this.#clock.monotonicMs();
    this.#sessions.delete(session.id);
    if (session.size === 0) return sessionlessContext([], resolve);
    this.#sessions.set(session.id, session);
    session.epoch = nextSessionEpoch(session.epoch);
    return session.context(true, request.isolation ?? 'highWatermark', resolve);
  }

  #drop(id: number): void {
    this.#sessions.get(id)?.close();
    this.#sessions.delete(id);
  }
}

/** Compares two sessions: below 0 when the first is worth less. */
function worth(isFollower: boolean, size: number, isOtherFollower: boolean, otherSize: number): number {
  return isFollower === isOtherFollower ? size - otherSize : isFollower ? 1 : -1;
}

function sessionlessContext(partitions: readonly FetchPartitionRequest[], resolve: ResolveFetch): FetchContext {
  return { ...fixedEntries(partitions.map(resolve)), sessionId: 0, isIncremental: false, partitions, select: (results) => results.map(() => true) };
}
