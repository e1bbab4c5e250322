import type { BrokerEpoch, BrokerId, ErrorCode as Code, LeaderEpoch, Offset, RecordsSource } from '@ottla/model';
import { ErrorCode, isByteSource, KafkaError, NO_OFFSET } from '@ottla/model';
import type { AbortedTransaction, EpochEndOffset, FetchDataInfo, FetchIsolation } from '@ottla/storage';
import type { DeadlineQueue, Timed } from './deadline-queue.ts';
import type { FetchSource } from './fetch-source.ts';
import type { Partition, ReadableWaiter } from './partition.ts';
import type { FetchingClient, ReplicaSelector } from './replica-selector.ts';

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
  /** A follower's log start, and the high watermark that it has (KIP-1166); above every real one when it does not tell. */
  readonly logStartOffset?: Offset;
  readonly highWatermark?: Offset | undefined;
}

/** The broker that a fetch replicates to. */
export interface FetchingReplica {
  readonly brokerId: BrokerId;
  readonly brokerEpoch: BrokerEpoch;
}

export interface FetchParams {
  readonly maxWaitMs: number;
  readonly minBytes: number;
  readonly maxBytes: number;
  readonly isolation: FetchIsolation;
  /** A client that any replica may serve (KIP-392); without it only the leader answers. */
  readonly client?: FetchingClient | undefined;
}

/** What the broker adds to each read of one fetch. */
export interface ReadRules {
  /** Whether nothing of the partition may be read now, since its follower is throttled. */
  readonly isWithheld?: ((partition: Partition) => boolean) | undefined;
  readonly selectReplica?: ReplicaSelector | undefined;
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
  /** The replica that the client should read instead (KIP-392). */
  readonly preferredReadReplica?: BrokerId;
}

/** Everything may be read, of the leader. */
export const noRules: ReadRules = {};

const NO_RECORDS = new Uint8Array(0);

/** A partition of which nothing is read; with its offsets where the log is known. */
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
  /** Whether the answer must not wait: an error, a log that diverges, or a segment that ended while the log goes on. */
  readonly isUrgent: boolean;
}

/** Told of an error that is a defect; the partition is answered UNKNOWN_SERVER_ERROR. */
export type DefectReport = (partition: Partition, error: unknown) => void;

export function releaseResults(results: readonly FetchResult[]): void {
  for (const { records } of results) if (isByteSource(records)) records.release();
}

/**
 * Reads every entry, in order, within the request's byte limit; the first batch found is read even beyond it (KIP-74).
 * With `replica` the leader's books take note of it first: a fetch says how far its sender has come.
 */
export function readEntries(params: FetchParams, entries: readonly FetchEntry[], report: DefectReport, replica?: FetchingReplica, rules: ReadRules = noRules): ReadPass {
  const results: FetchResult[] = [];
  let left = params.maxBytes;
  let bytes = 0;
  let isUrgent = false;
  for (const entry of entries) {
    const result = readEntry(params, entry, Math.max(0, Math.min(left, entry.maxBytes)), bytes === 0, { report, rules, replica });
    bytes += result.records.byteLength;
    left -= result.records.byteLength;
    if (isFinal(result) || endsWithSegment(entry, result, params.isolation) || hasStaleHighWatermark(entry, result.highWatermark)) isUrgent = true;
    results.push(result);
  }
  return { results, bytes, isUrgent };
}

/** Whether more data would not change the answer. */
function isFinal({ error, divergingEpoch, preferredReadReplica }: FetchResult): boolean {
  return error !== ErrorCode.NONE || divergingEpoch !== undefined || preferredReadReplica !== undefined;
}

interface ReadContext {
  readonly report: DefectReport;
  readonly rules: ReadRules;
  readonly replica: FetchingReplica | undefined;
}

function readEntry({ isolation, client }: FetchParams, entry: FetchEntry, maxBytes: number, minOneBatch: boolean, { report, rules, replica }: ReadContext): FetchResult {
  const { partition } = entry;
  // As Kafka: no list of aborted transactions where nothing was aborted, an empty one where nobody looked.
  if (partition === undefined) return { ...fetchFailure(entry.error), abortedTransactions: [] };
  try {
    if (client === undefined) partition.checkLeader(entry.currentLeaderEpoch);
    else partition.checkReplica(entry.currentLeaderEpoch);
    const preferred = client === undefined || !partition.isLeader ? undefined : rules.selectReplica?.(partition, entry.fetchOffset, client);
    if (preferred !== undefined) return { ...fetchFailure(ErrorCode.NONE, partition.log), preferredReadReplica: preferred };
    const diverging = divergence(partition, entry);
    if (diverging !== undefined) return { ...fetchFailure(ErrorCode.NONE, partition.log), divergingEpoch: diverging };
    if (replica !== undefined) partition.followerFetched(replica.brokerId, replica.brokerEpoch, entry.fetchOffset, entry.logStartOffset ?? NO_OFFSET);
    const isWithheld = rules.isWithheld?.(partition) === true;
    return resultOf(partition.read(entry.fetchOffset, isWithheld ? 0 : maxBytes, isolation, minOneBatch && !isWithheld), isolation);
  } catch (error) {
    if (!(error instanceof KafkaError)) {
      report(partition, error);
      return fetchFailure(ErrorCode.UNKNOWN_SERVER_ERROR);
    }
    return error.code === ErrorCode.OFFSET_OUT_OF_RANGE ? fetchFailure(error.code, partition.log) : fetchFailure(error.code);
  }
}

/** Where the client's log parts from this one (KIP-595), when it does. Throws OFFSET_OUT_OF_RANGE when nobody can tell any more. */
function divergence(partition: Partition, { lastFetchedEpoch, fetchOffset }: FetchEntry): EpochEndOffset | undefined {
  if (lastFetchedEpoch < 0) return undefined;
  const end = partition.endOffsetForEpoch(-1, lastFetchedEpoch);
  if (end.leaderEpoch < 0 || end.endOffset < 0) throw new KafkaError(ErrorCode.OFFSET_OUT_OF_RANGE, `the end of epoch ${lastFetchedEpoch} is not known`);
  if (fetchOffset < partition.log.logStartOffset) throw new KafkaError(ErrorCode.OFFSET_OUT_OF_RANGE, `offset ${fetchOffset} lies before the log start ${partition.log.logStartOffset}`);
  return end.leaderEpoch < lastFetchedEpoch || end.endOffset < fetchOffset ? end : undefined;
}

/** A follower must hear of a high watermark above its own without waiting for data. */
function hasStaleHighWatermark({ highWatermark }: FetchEntry, present: Offset): boolean {
  return highWatermark !== undefined && highWatermark < present;
}

/** A read ends with its segment, so that a reader behind the active one must not wait for more: what it may see goes on there. */
function endsWithSegment({ partition, fetchOffset }: FetchEntry, { records, highWatermark, lastStableOffset }: FetchResult, isolation: FetchIsolation): boolean {
  if (partition === undefined || records.byteLength === 0) return false;
  const activeBaseOffset = partition.log.activeSegmentBaseOffset;
  return fetchOffset < activeBaseOffset && (isolation === 'lastStableOffset' ? lastStableOffset : highWatermark) >= activeBaseOffset;
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

/** A fetch as the replica manager takes it; `done` owns the records of its results. */
export interface FetchCall {
  readonly params: FetchParams;
  readonly source: FetchSource;
  /** Monotonic milliseconds. */
  readonly deadlineMs: number;
  readonly report: DefectReport;
  readonly rules: ReadRules;
  /** Hears what was read of which entries. */
  readonly done: (results: FetchResult[], entries: readonly FetchEntry[]) => void;
}

/**
 * A fetch that found less than min.bytes: waits on its partitions until enough came or its time is up, then reads
 * afresh. Holds no file while it waits. Counts what is appended, so that a partition with many small appends is not
 * read again for each.
 */
export class DelayedFetch implements ReadableWaiter, Timed {
  readonly deadlineMs: number;
  readonly #call: FetchCall;
  readonly #purgatory: DeadlineQueue;
  /** Bytes that must be appended yet, at least; what is in the logs already but not readable does not count. */
  #missingBytes: number;
  /** Whether the logs held more than could be read, so that a moved offset alone may complete this. */
  #isMoreWritten: boolean;
  #isDone = false;

  /** Parks at once. `foundBytes` were readable just now, of `entries`. */
  constructor(call: FetchCall, entries: readonly FetchEntry[], foundBytes: number, purgatory: DeadlineQueue) {
    this.#call = call;
    this.deadlineMs = call.deadlineMs;
    this.#purgatory = purgatory;
    this.#missingBytes = call.params.minBytes - foundBytes;
    this.#isMoreWritten = this.#hasUnreadable(entries);
    purgatory.add(this);
    call.source.awaitReadable(this);
  }

  get isDone(): boolean {
    return this.#isDone;
  }

  onReadable(bytes: number, changedHands: boolean): void {
    this.#missingBytes -= bytes;
    if (!changedHands && (bytes > 0 ? this.#missingBytes > 0 && !this.#isMoreWritten : !this.#isMoreWritten)) return;
    const { params, source } = this.#call;
    const entries = source.entries();
    const pass = this.#read(entries);
    if (pass.bytes < params.minBytes && !pass.isUrgent) {
      this.#missingBytes = params.minBytes - pass.bytes;
      source.looked(pass.results);
      this.#isMoreWritten = this.#hasUnreadable(entries);
      releaseResults(pass.results);
      return;
    }
    this.#leave();
    this.#purgatory.finished();
    this.#call.done(pass.results, entries);
  }

  onDeadline(): void {
    this.#leave();
    const entries = this.#call.source.entries();
    this.#call.done(this.#read(entries).results, entries);
  }

  /** Answers with what is there, before its time. */
  completeNow(): void {
    if (this.#isDone) return;
    this.#purgatory.finished();
    this.onDeadline();
  }

  /** The client is gone: nothing is read or answered any more. */
  cancel(): void {
    if (this.#isDone) return;
    this.#leave();
    this.#purgatory.finished();
  }

  #read(entries: readonly FetchEntry[]): ReadPass {
    const { params, report, rules } = this.#call;
    return readEntries(params, entries, report, undefined, rules);
  }

  #hasUnreadable(entries: readonly FetchEntry[]): boolean {
    const { isolation } = this.#call.params;
    // A follower reads all that is written, but it waits for high watermarks, too.
    if (isolation === 'logEnd') return true;
    return entries.some(({ partition }) => {
      if (partition === undefined) return false;
      const { highWatermark, lastStableOffset, writtenEndOffset } = partition.log;
      return (isolation === 'lastStableOffset' ? lastStableOffset : highWatermark) < writtenEndOffset;
    });
  }

  #leave(): void {
    this.#isDone = true;
    this.#call.source.forget(this);
  }
}
