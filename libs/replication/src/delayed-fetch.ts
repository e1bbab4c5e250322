import type { ErrorCode as Code, LeaderEpoch, Offset, RecordsSource } from '@ottla/model';
import { ErrorCode, errorCodeOf, isByteSource, NO_OFFSET } from '@ottla/model';
import type { AbortedTransaction, EpochEndOffset, FetchDataInfo, FetchIsolation } from '@ottla/storage';
import type { DeadlineQueue, Timed } from './deadline-queue.ts';
import type { Partition, ReadableWaiter } from './partition.ts';

/** What one fetch asks of one partition. `partition` is undefined, with `error`, when it cannot be read here. */
export interface FetchEntry {
  readonly partition: Partition | undefined;
  readonly error: Code;
  readonly fetchOffset: Offset;
  /** -1 when the client knows none (KIP-320). */
  readonly currentLeaderEpoch: LeaderEpoch;
  /** Epoch of the last record that the client has; -1 when it names none (KIP-595). */
  readonly lastFetchedEpoch: LeaderEpoch;
  readonly maxBytes: number;
}

export interface FetchParams {
  readonly maxWaitMs: number;
  readonly minBytes: number;
  readonly maxBytes: number;
  readonly isolation: FetchIsolation;
}

/** What was read of one partition. `records` belongs to the answer. */
export interface FetchResult {
  readonly error: Code;
  readonly highWatermark: Offset;
  readonly lastStableOffset: Offset;
  readonly logStartOffset: Offset;
  readonly records: RecordsSource;
  readonly abortedTransactions: readonly AbortedTransaction[] | null;
  readonly divergingEpoch: EpochEndOffset | undefined;
}

const NO_RECORDS = new Uint8Array(0);

export function fetchFailure(error: Code, log?: { readonly highWatermark: Offset; readonly logStartOffset: Offset; readonly lastStableOffset: Offset }): FetchResult {
  return {
    error,
    highWatermark: log?.highWatermark ?? NO_OFFSET,
    lastStableOffset: log?.lastStableOffset ?? NO_OFFSET,
    logStartOffset: log?.logStartOffset ?? NO_OFFSET,
    records: NO_RECORDS,
    abortedTransactions: null,
    divergingEpoch: undefined,
  };
}

/** One pass over the entries: what is readable now. */
export interface ReadPass {
  readonly results: FetchResult[];
  readonly bytes: number;
  /** Whether the answer must not wait: an error, or a log that diverges. */
  readonly isUrgent: boolean;
}

export function releaseResults(results: readonly FetchResult[]): void {
  for (const { records } of results) if (isByteSource(records)) records.release();
}

/** Reads every entry, in order, within the request's byte limit; the first batch found is read even beyond it (KIP-74). */
export function readEntries(params: FetchParams, entries: readonly FetchEntry[]): ReadPass {
  const results: FetchResult[] = [];
  let left = params.maxBytes;
  let bytes = 0;
  let isUrgent = false;
  for (const entry of entries) {
    const result = readEntry(entry, params.isolation, Math.max(0, Math.min(left, entry.maxBytes)), bytes === 0);
    bytes += result.records.byteLength;
    left -= result.records.byteLength;
    if (result.error !== ErrorCode.NONE || result.divergingEpoch !== undefined) isUrgent = true;
    results.push(result);
  }
  return { results, bytes, isUrgent };
}

function readEntry(entry: FetchEntry, isolation: FetchIsolation, maxBytes: number, minOneBatch: boolean): FetchResult {
  const { partition } = entry;
  if (partition === undefined) return fetchFailure(entry.error);
  try {
    partition.checkLeader(entry.currentLeaderEpoch);
    const diverging = divergence(partition, entry);
    if (diverging !== undefined) return { ...fetchFailure(ErrorCode.NONE, partition.log), divergingEpoch: diverging };
    return resultOf(partition.read(entry.fetchOffset, maxBytes, isolation, minOneBatch), isolation);
  } catch (error) {
    const code = errorCodeOf(error);
    if (code === ErrorCode.UNKNOWN_SERVER_ERROR) throw error;
    return code === ErrorCode.OFFSET_OUT_OF_RANGE ? fetchFailure(code, partition.log) : fetchFailure(code);
  }
}

/** Where the client's log parts from this one (KIP-595), when it does. */
function divergence(partition: Partition, { lastFetchedEpoch, fetchOffset }: FetchEntry): EpochEndOffset | undefined {
  if (lastFetchedEpoch < 0) return undefined;
  const end = partition.endOffsetForEpoch(-1, lastFetchedEpoch);
  if (end.leaderEpoch < lastFetchedEpoch || end.endOffset < fetchOffset) return end;
  return undefined;
}

function resultOf(info: FetchDataInfo, isolation: FetchIsolation): FetchResult {
  return {
    error: ErrorCode.NONE,
    highWatermark: info.highWatermark,
    lastStableOffset: info.lastStableOffset,
    logStartOffset: info.logStartOffset,
    records: info.records,
    abortedTransactions: isolation === 'lastStableOffset' ? (info.abortedTransactions ?? []) : null,
    divergingEpoch: undefined,
  };
}

/**
 * A fetch that found less than min.bytes: waits on its partitions until enough came or its time is up, then reads
 * afresh. Holds no file while it waits. Counts what is appended, so that a partition with many small appends is not
 * read again for each.
 */
export class DelayedFetch implements ReadableWaiter, Timed {
  readonly deadlineMs: number;
  readonly #params: FetchParams;
  readonly #entries: readonly FetchEntry[];
  readonly #purgatory: DeadlineQueue;
  readonly #done: (results: FetchResult[]) => void;
  #missingBytes: number;
  #isDone = false;

  constructor(
    params: FetchParams,
    entries: readonly FetchEntry[],
    foundBytes: number,
    deadlineMs: number,
    purgatory: DeadlineQueue,
    done: (results: FetchResult[]) => void,
  ) {
    this.#params = params;
    this.#entries = entries;
    this.#missingBytes = params.minBytes - foundBytes;
    this.deadlineMs = deadlineMs;
    this.#purgatory = purgatory;
    this.#done = done;
    purgatory.add(this);
    for (const { partition } of entries) partition?.awaitReadable(this);
  }

  get isDone(): boolean {
    return this.#isDone;
  }

  onReadable(bytes: number): void {
    this.#missingBytes -= bytes;
    if (bytes > 0 && this.#missingBytes > 0) return;
    const pass = readEntries(this.#params, this.#entries);
    if (pass.bytes < this.#params.minBytes && !pass.isUrgent) {
      this.#missingBytes = this.#params.minBytes - pass.bytes;
      releaseResults(pass.results);
      return;
    }
    this.#purgatory.finished();
    this.#finish(pass.results);
  }

  onDeadline(): void {
    this.#finish(readEntries(this.#params, this.#entries).results);
  }

  /** The client is gone: nothing is read or answered any more. */
  cancel(): void {
    if (this.#isDone) return;
    this.#purgatory.finished();
    this.#leave();
  }

  #finish(results: FetchResult[]): void {
    this.#leave();
    this.#done(results);
  }

  #leave(): void {
    this.#isDone = true;
    for (const { partition } of this.#entries) partition?.forget(this);
  }
}
