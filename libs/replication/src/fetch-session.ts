import type { BrokerId, LeaderEpoch, Offset, PartitionIndex, TimestampMs, Uuid } from '@ottla/model';
import { ErrorCode } from '@ottla/model';
import type { FetchIsolation } from '@ottla/storage';
import type { FetchEntry, FetchResult } from './delayed-fetch.ts';
import type { FetchSource } from './fetch-source.ts';
import type { Partition, ReadableWaiter } from './partition.ts';

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

/** Finds the partition as it is now. */
export type ResolveFetch = (request: FetchPartitionRequest) => FetchEntry;

/** How one fetch is answered: all its partitions, or only what changed since the last answer. */
export interface FetchContext extends FetchSource {
  readonly sessionId: number;
  readonly isIncremental: boolean;
  /** Those of the last look, in its order. */
  readonly partitions: readonly FetchPartitionRequest[];
  /** Which partitions of the last look the answer names; moves those with data to the end of the session's order, so that none starves. */
  select(results: readonly FetchResult[]): readonly boolean[];
}

/** What a session remembers of one partition, and its ear there. */
class SessionPartition implements ReadableWaiter {
  request: FetchPartitionRequest;
  /** As last told; -1 before, and after an error. */
  highWatermark: Offset = -1;
  logStartOffset: Offset = -1;
  /** Its place in the session's order. */
  order: number;
  readonly #session: FetchSession;
  #watched: Partition | undefined;

  constructor(session: FetchSession, request: FetchPartitionRequest, order: number) {
    this.#session = session;
    this.request = request;
    this.order = order;
  }

  watch(partition: Partition | undefined): void {
    if (partition === this.#watched) return;
    this.#watched?.forget(this);
    this.#watched = partition;
    partition?.awaitReadable(this);
  }

  onReadable(bytes: number, changedHands: boolean): void {
    const partition = this.#watched;
    // The session may never be used again: it would keep what it knew of a deleted log in memory for as long as it has its place.
    if (partition?.isRetired === true) this.watch(undefined);
    this.#session.changed(this, partition, bytes, changedHands);
  }

  onLogStartMoved(): void {
    this.#session.markPending(this, this.#watched);
  }

  /** After an error, or a log that diverged, the next answer must name the partition again, even when nothing else changed. */
  note({ error, divergingEpoch, highWatermark, logStartOffset }: FetchResult): void {
    this.highWatermark = error === ErrorCode.NONE && divergingEpoch === undefined ? highWatermark : -1;
    this.logStartOffset = logStartOffset;
  }

  /** True when an incremental answer must name it. */
  isNew({ records, error, divergingEpoch, preferredReadReplica, highWatermark, logStartOffset }: FetchResult): boolean {
    if (records.byteLength > 0 || error !== ErrorCode.NONE || divergingEpoch !== undefined || preferredReadReplica !== undefined) return true;
    return this.highWatermark !== highWatermark || this.logStartOffset !== logStartOffset;
  }
}

/** Whose a session is. */
export interface SessionKind {
  readonly id: number;
  readonly usesTopicIds: boolean;
  /** The broker that replicates with it. */
  readonly follower: BrokerId | undefined;
}

/**
 * Partitions of one client between its fetches (KIP-227), in the order in which they are read.
 *
 * Ordering: `pending` holds every partition whose next look may find something: new or changed by the client, with data
 * left to read, with an error, or told of by the partition since it was looked at. All others would be read for nothing,
 * and are not: a look costs what changed, however many partitions the session has. A partition leaves `pending` only by a
 * look that found its reader at the end of all that is written, with nothing to tell.
 */
export class FetchSession {
  readonly id: number;
  readonly usesTopicIds: boolean;
  readonly follower: BrokerId | undefined;
  readonly createdMs: TimestampMs;
  epoch = 1;
  lastUsedMs: TimestampMs;
  readonly #partitions = new Map<string, SessionPartition>();
  readonly #pending = new Set<SessionPartition>();
  readonly #waiters = new Set<ReadableWaiter>();
  #isolation: FetchIsolation = 'highWatermark';
  #nextOrder = 0;

  constructor({ id, usesTopicIds, follower }: SessionKind, nowMs: TimestampMs) {
    this.id = id;
    this.usesTopicIds = usesTopicIds;
    this.follower = follower;
    this.lastUsedMs = nowMs;
    this.createdMs = nowMs;
  }

  get size(): number {
    return this.#partitions.size;
  }

  #key(partition: { readonly topic: string; readonly topicId: Uuid; readonly partition: PartitionIndex }): string {
    return this.usesTopicIds ? `${partition.topicId}:${partition.partition}` : `${partition.topic}:${partition.partition}`;
  }

  put(request: FetchPartitionRequest): void {
    const key = this.#key(request);
    let known = this.#partitions.get(key);
    if (known === undefined) this.#partitions.set(key, (known = new SessionPartition(this, request, this.#nextOrder++)));
    else known.request = request;
    this.#pending.add(known);
  }

  remove(partition: { readonly topic: string; readonly topicId: Uuid; readonly partition: PartitionIndex }): void {
    const key = this.#key(partition);
    const known = this.#partitions.get(key);
    if (known === undefined) return;
    known.watch(undefined);
    this.#partitions.delete(key);
    this.#pending.delete(known);
  }

  /** Nothing is told of partitions any more. */
  close(): void {
    for (const partition of this.#partitions.values()) partition.watch(undefined);
  }

  /** One fetch of this session, which reads up to `isolation`. */
  context(isIncremental: boolean, isolation: FetchIsolation, resolve: ResolveFetch): FetchContext {
    if (isolation !== this.#isolation) {
      // Under another one there may be more to read everywhere.
      this.#isolation = isolation;
      for (const partition of this.#partitions.values()) this.#pending.add(partition);
    }
    return new SessionFetch(this, isIncremental, resolve);
  }

  inOrder(): SessionPartition[] {
    return [...this.#pending].sort((a, b) => a.order - b.order);
  }

  toEnd(partition: SessionPartition): void {
    partition.order = this.#nextOrder++;
  }

  /** A look that found nothing to tell, and left nothing to read, need not be repeated. */
  settle(cached: SessionPartition, { partition }: FetchEntry, result: FetchResult): void {
    if (partition === undefined || cached.isNew(result)) return;
    const { fetchOffset, highWatermark } = cached.request;
    const end = partition.log.writtenEndOffset;
    if (this.follower === undefined) {
      const visible = this.#isolation === 'lastStableOffset' ? result.lastStableOffset : result.highWatermark;
      if (fetchOffset < visible || visible < end) return;
    } else {
      // One that is not in the ISR is looked at each time, since each fetch may be the one that brings it in.
      const hasWatermark = highWatermark === undefined || highWatermark >= result.highWatermark;
      if (fetchOffset < end || !hasWatermark || !partition.isr.includes(this.follower)) return;
    }
    this.#pending.delete(cached);
  }

  changed(cached: SessionPartition, partition: Partition | undefined, bytes: number, changedHands: boolean): void {
    this.markPending(cached, changedHands ? undefined : partition);
    for (const waiter of this.#waiters) waiter.onReadable(bytes, changedHands);
  }

  /** `partition` is left out where what its follower did before does not count any more. */
  markPending(cached: SessionPartition, partition: Partition | undefined): void {
    if (this.#pending.has(cached)) return;
    this.#pending.add(cached);
    // Fetches that did not look at it were fetches all the same: the follower had everything at the last one.
    if (this.follower !== undefined) partition?.followerKeptPace(this.follower, this.lastUsedMs);
  }

  awaitReadable(waiter: ReadableWaiter): void {
    this.#waiters.add(waiter);
  }

  forget(waiter: ReadableWaiter): void {
    this.#waiters.delete(waiter);
  }
}

/** One fetch of a session. */
class SessionFetch implements FetchContext {
  readonly isEmpty = false;
  readonly isIncremental: boolean;
  readonly #session: FetchSession;
  readonly #resolve: ResolveFetch;
  #looked: readonly SessionPartition[] | undefined;
  #entries: readonly FetchEntry[] = [];

  constructor(session: FetchSession, isIncremental: boolean, resolve: ResolveFetch) {
    this.#session = session;
    this.isIncremental = isIncremental;
    this.#resolve = resolve;
  }

  get sessionId(): number {
    return this.#session.id;
  }

  get partitions(): readonly FetchPartitionRequest[] {
    return this.#look().map(({ request }) => request);
  }

  #look(): readonly SessionPartition[] {
    if (this.#looked === undefined) this.entries();
    return this.#looked as readonly SessionPartition[];
  }

  entries(): readonly FetchEntry[] {
    const looked = this.#session.inOrder();
    this.#looked = looked;
    this.#entries = looked.map((cached) => {
      const entry = this.#resolve(cached.request);
      cached.watch(entry.partition);
      return entry;
    });
    return this.#entries;
  }

  looked(results: readonly FetchResult[]): void {
    this.#look().forEach((cached, index) => this.#session.settle(cached, this.#entries[index] as FetchEntry, results[index] as FetchResult));
  }

  select(results: readonly FetchResult[]): readonly boolean[] {
    return this.#look().map((cached, index) => {
      const result = results[index] as FetchResult;
      const isNamed = !this.isIncremental || cached.isNew(result);
      cached.note(result);
      if (this.isIncremental && result.records.byteLength > 0) this.#session.toEnd(cached);
      this.#session.settle(cached, this.#entries[index] as FetchEntry, result);
      return isNamed;
    });
  }

  awaitReadable(waiter: ReadableWaiter): void {
    this.#session.awaitReadable(waiter);
  }

  forget(waiter: ReadableWaiter): void {
    this.#session.forget(waiter);
  }
}
