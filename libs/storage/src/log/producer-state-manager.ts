import type { Crc32c, Disk, Logger, Offset, ProducerEpoch, ProducerId, TimestampMs } from '@ottla/model';
import type { RecordBatch } from '@ottla/protocol';
import type { AbortedTransaction, ActiveProducer, AppendOrigin } from './log-types.ts';

/** Numbers that a segment scan keeps of each batch with a producer id, so that a worker thread can hand them over. */
export declare const PRODUCER_FACT_STRIDE: number;
/** Appends the facts of `batch` to `facts` at `at`; answers the next index. `isCommit` for control batches (undefined otherwise). */
export declare function writeProducerFact(facts: Float64Array, at: number, batch: RecordBatch, isCommit: boolean | undefined, coordinatorEpoch: number): number;

export interface ProducerStateOptions {
  readonly disk: Disk;
  /** Folder of the partition. */
  directory: string;
  readonly crc: Crc32c;
  readonly logger: Logger;
  readonly producerIdExpirationMs: number;
}

/** Facts of a batch that the log already holds. */
export interface DuplicateBatch {
  readonly firstOffset: Offset;
  readonly lastOffset: Offset;
  readonly timestamp: TimestampMs;
}

/** A transaction that a marker just ended; the log makes the .txnindex entry of an aborted one. */
export interface CompletedTransaction {
  readonly producerId: ProducerId;
  readonly firstOffset: Offset;
  /** Offset of the marker. */
  readonly lastOffset: Offset;
  readonly isAborted: boolean;
}

/**
 * What one log knows of its idempotent and transactional producers: the last five batches of each (KIP-98), open
 * transactions, and the offsets that hold the last stable offset back. Snapshots are Kafka's `<offset>.snapshot` files.
 * Order: `check*` changes nothing and throws; `update` is called in log order, for a live append and for replay alike.
 */
export declare class ProducerStateManager {
  constructor(options: ProducerStateOptions);
  /** Moves the folder (rename for deletion). */
  setDirectory(directory: string): void;
  /** End of what the state covers. */
  get mapEndOffset(): Offset;
  get producerCount(): number;
  /** The batch's facts when it repeats one of the last five of its producer. */
  findDuplicate(batch: RecordBatch): DuplicateBatch | undefined;
  /** Throws KafkaError: OUT_OF_ORDER_SEQUENCE_NUMBER, INVALID_PRODUCER_EPOCH, UNKNOWN_PRODUCER_ID, TRANSACTION_COORDINATOR_FENCED, INVALID_TXN_STATE… as Kafka 4.3 does for this origin. */
  check(batch: RecordBatch, origin: AppendOrigin): void;
  /** Takes a batch in, at the offsets it has now; answers the transaction that its marker ended. `nowMs` for a live append. */
  update(batch: RecordBatch, origin: AppendOrigin, isCommit: boolean | undefined, coordinatorEpoch: number): CompletedTransaction | undefined;
  /** The same for facts from a scan, `facts` from `at` (one fact). */
  updateFromFact(facts: Float64Array, at: number): CompletedTransaction | undefined;
  updateMapEndOffset(offset: Offset): void;
  /** First offset of the earliest transaction that is still open or not yet replicated below `highWatermark`; undefined when there is none. */
  firstUnstableOffset(): Offset | undefined;
  /** Forgets completed transactions that lie below the high watermark. */
  onHighWatermark(highWatermark: Offset): void;
  /** Loads the newest snapshot at or below `logEndOffset` and above `logStartOffset` rules of Kafka; answers the offset to replay from. A corrupt snapshot is removed, and the one before is tried. */
  truncateAndReload(logStartOffset: Offset, logEndOffset: Offset, nowMs: TimestampMs): Offset;
  truncateFullyAndStartAt(offset: Offset): void;
  /** Writes `<mapEndOffset>.snapshot` unless it exists; the caller syncs by passing true. */
  takeSnapshot(sync: boolean): void;
  /** Offsets of snapshot files, ascending. */
  snapshotOffsets(): readonly Offset[];
  /** Registers the snapshot files found when the folder was listed. */
  setSnapshotFiles(offsets: readonly Offset[]): void;
  removeSnapshot(offset: Offset): void;
  /** Removes all snapshots below `offset` but never the newest one at or below it. */
  deleteSnapshotsBefore(offset: Offset): void;
  removeExpired(nowMs: TimestampMs): void;
  activeProducers(): ActiveProducer[];
  hasOngoingTransaction(producerId: ProducerId, producerEpoch: ProducerEpoch): boolean;
}

export type { AbortedTransaction };
