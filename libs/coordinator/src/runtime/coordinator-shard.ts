import type { ErrorCode, LeaderEpoch, ProducerEpoch, ProducerId, TimestampMs } from '@ottla/model';
import type { Envelope } from '@ottla/rpc';

/** The instant at which a shard decides: read once for each decision, so that a decision is a function of its input. */
export interface ShardTime {
  /** Monotonic milliseconds: for session, join and sync deadlines. */
  readonly monotonicMs: number;
  /** Wall clock: for timestamps that go into records. */
  readonly wallMs: TimestampMs;
}

/** Key and value of one record as they rest in the log; a null value is a tombstone. */
export interface EncodedRecord {
  readonly key: Uint8Array;
  readonly value: Uint8Array | null;
}

/** Names one client request inside the runtime from its arrival to its answer. */
export type RequestId = number;

/** A client request that a shard shall answer, now or (JoinGroup, SyncGroup) by a later decision. */
export interface ShardRequest {
  readonly requestId: RequestId;
  readonly envelope: Envelope;
}

/** An answer's body in the version of its request. */
export type ShardAnswer = Uint8Array;

/** In whose transaction a record is. */
export interface TransactionalProducer {
  readonly producerId: ProducerId;
  readonly producerEpoch: ProducerEpoch;
}

/** The end of a transaction as a control record of a shard's log says it. */
export interface ShardMarker extends TransactionalProducer {
  readonly isCommit: boolean;
  /** Epoch of the transaction coordinator that ended it. */
  readonly coordinatorEpoch: number;
}

/** Has the shard make a later decision; does nothing once the shard stopped. */
export type Reenter<R> = (step: (time: ShardTime, decision: Decision<R>) => void) => void;

/**
 * Where a shard puts what it decides. The order of calls is the order of the log.
 *
 * - `append` encodes the records, makes sure that they fit into one batch, then has the shard replay them at once,
 *   so that the rest of the decision and the next decision see them. All records of one call land in one batch: all
 *   or none of them survive a crash.
 * - `answer` is held back until everything appended up to the end of this decision is below the high watermark.
 */
export interface Decision<R> {
  /** Throws KafkaError(RECORD_LIST_TOO_LARGE), and changes nothing, when one batch cannot hold the records. */
  append(records: readonly R[]): void;
  /** The same inside the transaction of `producer`: a batch of their own, which a marker confirms or voids. */
  appendTransactional(producer: TransactionalProducer, records: readonly R[]): void;
  /** Ends a transaction in this log. */
  appendMarker(marker: ShardMarker): void;
  /**
   * Runs `effect` when everything appended up to the end of this decision is below the high watermark; never when the
   * shard stops before that. What the effect finds out comes back through `reenter`.
   */
  afterCommit(effect: (reenter: Reenter<R>) => void): void;
  answer(requestId: RequestId, answer: ShardAnswer): void;
  /** Answers with an error code for the whole request, encoded as its API wants it. */
  refuse(requestId: RequestId, error: ErrorCode): void;
}

/** A topic as it was when it was deleted. */
export interface DeletedTopic {
  readonly name: string;
  readonly topicId: string;
}

/**
 * The state machine of one shard: pure, driven by one runtime, never re-entered.
 *
 * Durable state (what a reload must find again) changes only in `replay`, which runs the same code for a record that
 * was just decided and for one that is loaded. Soft state (members that join, parked requests, deadlines) may change
 * in `handle` and `onTime`; it dies with the shard, and its clients come back by themselves. Nothing is ever rolled
 * back: when an append fails, the runtime throws the whole shard away and loads a new one from the log.
 */
export interface CoordinatorShard<R> {
  /** Decodes a record of the log; undefined for a kind that this shard does not know, which is skipped. Throws when it is corrupt. */
  decode(record: EncodedRecord): R | undefined;
  encode(record: R): EncodedRecord;
  /** `producer` is given when the record is part of a transaction, whose marker comes later. */
  replay(record: R, producer?: TransactionalProducer): void;
  /** Left out by shards whose log has no transactions. */
  replayMarker?(marker: ShardMarker): void;
  /** It is owned in this leader epoch from now on, loaded or to be loaded. Left out by shards whose records do not carry it. */
  onGranted?(leaderEpoch: LeaderEpoch): void;
  /** The log is replayed: deadlines start now. */
  onLoaded(time: ShardTime, decision: Decision<R>): void;
  handle(request: ShardRequest, time: ShardTime, decision: Decision<R>): void;
  /** Runs everything whose deadline is at or before `time.monotonicMs`. */
  onTime(time: ShardTime, decision: Decision<R>): void;
  /** Monotonic time of the next deadline; Infinity when there is none. Called after each decision. */
  nextDeadlineMs(): number;
  onTopicsDeleted(topics: readonly DeletedTopic[], time: ShardTime, decision: Decision<R>): void;
  /** Topics of these names were created, deleted, or got more partitions or other racks. Left out by shards that do not care. */
  onTopicsChanged?(names: readonly string[], time: ShardTime, decision: Decision<R>): void;
  /** The client of a parked request is gone: whatever would have been answered is dropped. */
  onRequestCancelled(requestId: RequestId): void;
}
