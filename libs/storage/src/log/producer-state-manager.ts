import type { Crc32c, Disk, Logger, Offset, ProducerEpoch, ProducerId, TimestampMs } from '@ottla/model';
import { errorCodeOf, ErrorCode, KafkaError, NO_OFFSET, NO_PRODUCER_EPOCH } from '@ottla/model';
import type { RecordBatch } from '@ottla/protocol';
import type { LastOfProducer } from './cleaner/clean-types.ts';
import { readEndTxnMarker } from './end-txn-marker.ts';
import type { AbortedTransaction, ActiveProducer, AppendOrigin } from './log-types.ts';
import { checkDataBatch, checkMarker } from './producer-checks.ts';
import { IS_COMMIT, IS_CONTROL, IS_MARKER, IS_TRANSACTIONAL, PRODUCER_FACT_STRIDE, ProducerFact, writeProducerFact } from './producer-facts.ts';
import { decodeProducerSnapshot, encodeProducerSnapshot, loadProducerEntry } from './producer-snapshot.ts';
import { ProducerSnapshotFiles } from './producer-snapshot-files.ts';
import { ProducerTable } from './producer-table.ts';
import { UnstableTransactions } from './unstable-transactions.ts';

export { PRODUCER_FACT_STRIDE, writeProducerFact };

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
  /** For the .txnindex: where the earliest transaction that is still open begins, else the offset after the marker. */
  readonly lastStableOffset: Offset;
}

/**
 * What one log knows of its idempotent and transactional producers: the last five batches of each (KIP-98), open
 * transactions, and the offsets that hold the last stable offset back. Snapshots are Kafka's `<offset>.snapshot` files.
 * Order: `check*` changes nothing and throws; `update` is called in log order, for a live append and for replay alike.
 */
export class ProducerStateManager {
  readonly #options: ProducerStateOptions;
  readonly #files: ProducerSnapshotFiles;
  readonly #producers = new ProducerTable();
  readonly #transactions = new UnstableTransactions();
  /** The one fact that `update` hands on, reused. */
  readonly #fact = new Float64Array(PRODUCER_FACT_STRIDE);
  #mapEndOffset: Offset = 0;
  /** What the newest snapshot covers; a snapshot at or below it would say nothing new. */
  #lastSnapshotOffset: Offset = 0;

  constructor(options: ProducerStateOptions) {
    this.#options = options;
    this.#files = new ProducerSnapshotFiles(options.disk, options.directory);
  }

  /** Moves the folder (rename for deletion). */
  setDirectory(directory: string): void {
    this.#files.directory = directory;
  }

  /** End of what the state covers. */
  get mapEndOffset(): Offset {
    return this.#mapEndOffset;
  }

  get producerCount(): number {
    return this.#producers.count;
  }

  /** The batch's facts when it repeats one of the last five of its producer. */
  findDuplicate(batch: RecordBatch): DuplicateBatch | undefined {
    const producers = this.#producers;
    const row = producers.rowOf(batch.producerId);
    if (row < 0 || producers.epoch(row) !== batch.producerEpoch) return undefined;
    const lastSequence = batch.lastSequence;
    const offsetDelta = batch.lastOffsetDelta;
    for (let index = 0; index < producers.batchCount(row); index++) {
      // Equal last sequence and equal length make an equal first sequence.
      if (producers.batchLastSequence(row, index) !== lastSequence || producers.batchOffsetDelta(row, index) !== offsetDelta) continue;
      const lastOffset = producers.batchLastOffset(row, index);
      return { firstOffset: lastOffset - offsetDelta, lastOffset, timestamp: producers.batchTimestamp(row, index) };
    }
    return undefined;
  }

  /**
   * Throws KafkaError as Kafka 4.3 does for this origin: OUT_OF_ORDER_SEQUENCE_NUMBER, INVALID_PRODUCER_EPOCH,
   * TRANSACTION_COORDINATOR_FENCED, INVALID_TXN_STATE. `transactionVersion` is the one a WriteTxnMarkers request
   * names: from 2 on, each marker's epoch must be greater than the last one's (KIP-1228).
   */
  check(batch: RecordBatch, origin: AppendOrigin, transactionVersion = 0): void {
    if (batch.producerId < 0) return;
    const row = this.#producers.rowOf(batch.producerId);
    // A producer that nothing is known of may begin with any epoch and sequence: its records may have expired.
    if (row < 0) return;
    if (!batch.isControl) {
      checkDataBatch(this.#producers, row, batch, origin);
      return;
    }
    const marker = readEndTxnMarker(batch);
    if (marker !== undefined) checkMarker(this.#producers, row, batch.producerEpoch, marker.coordinatorEpoch, transactionVersion);
  }

  /**
   * Takes a batch in, at the offsets it has now; answers the transaction that its marker ended. `isCommit` is
   * undefined unless the batch holds a transaction marker. Nothing is checked: followers and replay take what is
   * in the log. `mapEndOffset` does not move.
   */
  update(batch: RecordBatch, _origin: AppendOrigin, isCommit: boolean | undefined, coordinatorEpoch: number): CompletedTransaction | undefined {
    if (batch.producerId < 0) return undefined;
    writeProducerFact(this.#fact, 0, batch, isCommit, coordinatorEpoch);
    return this.updateFromFact(this.#fact, 0);
  }

  /** The same for facts from a scan, `facts` from `at` (one fact). */
  updateFromFact(facts: Float64Array, at: number): CompletedTransaction | undefined {
    const flags = facts[at + ProducerFact.flags] as number;
    // The cleaner has emptied this control batch: its transaction is gone from the log altogether.
    if ((flags & IS_CONTROL) !== 0 && (flags & IS_MARKER) === 0) return undefined;
    const producers = this.#producers;
    const producerId = facts[at + ProducerFact.producerId] as ProducerId;
    const known = producers.rowOf(producerId);
    const row = known < 0 ? producers.add(producerId) : known;
    producers.setEpoch(row, facts[at + ProducerFact.producerEpoch] as ProducerEpoch);
    if ((flags & IS_MARKER) !== 0) return this.#endTransaction(row, facts, at);

    const firstOffset = facts[at + ProducerFact.baseOffset] as Offset;
    const lastOffset = facts[at + ProducerFact.lastOffset] as Offset;
    producers.addBatch(row, facts[at + ProducerFact.lastSequence] as number, lastOffset, lastOffset - firstOffset, facts[at + ProducerFact.maxTimestamp] as TimestampMs);
    if ((flags & IS_TRANSACTIONAL) !== 0 && producers.txnFirstOffset(row) < 0) {
      producers.setTxnFirstOffset(row, firstOffset);
      this.#transactions.begin(firstOffset);
    }
    return undefined;
  }

  #endTransaction(row: number, facts: Float64Array, at: number): CompletedTransaction | undefined {
    const producers = this.#producers;
    const firstOffset = producers.txnFirstOffset(row);
    const lastOffset = facts[at + ProducerFact.lastOffset] as Offset;
    producers.setMarker(row, facts[at + ProducerFact.coordinatorEpoch] as number, facts[at + ProducerFact.maxTimestamp] as TimestampMs);
    // A marker without records before it has no effect on readers.
    if (firstOffset < 0) return undefined;
    producers.setTxnFirstOffset(row, -1);
    this.#transactions.end(firstOffset, lastOffset);
    return {
      producerId: producers.producerId(row),
      firstOffset,
      lastOffset,
      isAborted: ((facts[at + ProducerFact.flags] as number) & IS_COMMIT) === 0,
      lastStableOffset: this.#transactions.firstOpenOffset ?? lastOffset + 1,
    };
  }

  updateMapEndOffset(offset: Offset): void {
    this.#mapEndOffset = offset;
  }

  /** First offset of the earliest transaction that is still open or not yet replicated below `highWatermark`; undefined when there is none. */
  firstUnstableOffset(): Offset | undefined {
    return this.#transactions.firstOffset;
  }

  /** Forgets completed transactions that lie below the high watermark. */
  onHighWatermark(highWatermark: Offset): void {
    this.#transactions.forgetEndedBelow(highWatermark);
  }

  /**
   * Drops the snapshots above `logEndOffset` and those at or below `logStartOffset`, and loads the newest that
   * is left, unless the state ends at `logEndOffset` already; answers the offset to replay from. Producers that
   * have expired by `nowMs` are not loaded. A corrupt snapshot is removed, and the one before is tried.
   */
  truncateAndReload(logStartOffset: Offset, logEndOffset: Offset, nowMs: TimestampMs): Offset {
    this.#files.keepBetween(logStartOffset, logEndOffset);
    if (logEndOffset === this.#mapEndOffset) {
      this.#transactions.forgetEndedBelow(logStartOffset);
      this.#mapEndOffset = Math.max(this.#mapEndOffset, logStartOffset);
      this.#lastSnapshotOffset = this.#files.newest ?? logStartOffset;
      return this.#mapEndOffset;
    }
    // What was truncated lies above the high watermark, so nothing below it is still unreplicated.
    this.#producers.clear();
    this.#transactions.clear();
    this.#mapEndOffset = this.#loadNewestSnapshot(nowMs) ?? logStartOffset;
    this.#lastSnapshotOffset = this.#mapEndOffset;
    return this.#mapEndOffset;
  }

  /** Answers the offset of the snapshot; undefined when there is no readable one. */
  #loadNewestSnapshot(nowMs: TimestampMs): Offset | undefined {
    for (let offset = this.#files.newest; offset !== undefined; offset = this.#files.newest) {
      try {
        this.#loadSnapshot(offset, nowMs);
        return offset;
      } catch (error) {
        if (errorCodeOf(error) !== ErrorCode.CORRUPT_MESSAGE) throw error;
        this.#options.logger.warn('removing a producer snapshot that cannot be read; producer state is rebuilt from the log before it', {
          path: this.#files.pathOf(offset),
          error: (error as Error).message,
        });
        this.#files.remove(offset);
      }
    }
    return undefined;
  }

  #loadSnapshot(offset: Offset, nowMs: TimestampMs): void {
    const content = this.#files.read(offset);
    if (content === undefined) throw new KafkaError(ErrorCode.CORRUPT_MESSAGE, 'the file is gone');
    const oldestMs = nowMs - this.#options.producerIdExpirationMs;
    const openTransactions: Offset[] = [];
    for (const entry of decodeProducerSnapshot(content, this.#options.crc)) {
      if (entry.currentTxnFirstOffset < 0 && entry.timestamp <= oldestMs) continue;
      loadProducerEntry(this.#producers, entry);
      if (entry.currentTxnFirstOffset >= 0) openTransactions.push(entry.currentTxnFirstOffset);
    }
    this.#transactions.restore(openTransactions);
  }

  truncateFullyAndStartAt(offset: Offset): void {
    this.#producers.clear();
    this.#transactions.clear();
    this.#files.removeAll();
    this.#lastSnapshotOffset = 0;
    this.#mapEndOffset = offset;
  }

  /** Writes `<mapEndOffset>.snapshot` unless it exists; the caller syncs by passing true. */
  takeSnapshot(sync: boolean): void {
    if (this.#mapEndOffset <= this.#lastSnapshotOffset) return;
    this.#files.write(this.#mapEndOffset, encodeProducerSnapshot(this.#producers, this.#options.crc), sync);
    this.#lastSnapshotOffset = this.#mapEndOffset;
  }

  /** Offsets of snapshot files, ascending. */
  snapshotOffsets(): readonly Offset[] {
    return this.#files.offsets;
  }

  /** Registers the snapshot files found when the folder was listed. */
  setSnapshotFiles(offsets: readonly Offset[]): void {
    this.#files.set(offsets);
  }

  removeSnapshot(offset: Offset): void {
    this.#files.remove(offset);
  }

  removeExpired(nowMs: TimestampMs): void {
    this.#producers.removeExpired(nowMs - this.#options.producerIdExpirationMs);
  }

  activeProducers(): ActiveProducer[] {
    const producers = this.#producers;
    const rows: ActiveProducer[] = [];
    for (let row = 0; row < producers.count; row++) {
      rows.push({
        producerId: producers.producerId(row),
        producerEpoch: producers.epoch(row),
        lastSequence: producers.lastSequence(row),
        lastTimestamp: producers.lastTimestamp(row),
        coordinatorEpoch: producers.coordinatorEpoch(row),
        currentTxnStartOffset: producers.txnFirstOffset(row),
      });
    }
    return rows;
  }

  /** The last batch of each producer, for the log cleaner, which keeps it. */
  lastOfProducers(): LastOfProducer[] {
    const producers = this.#producers;
    return Array.from({ length: producers.count }, (_, row) => {
      const batches = producers.batchCount(row);
      return { producerId: producers.producerId(row), producerEpoch: producers.epoch(row), lastDataOffset: batches === 0 ? NO_OFFSET : producers.batchLastOffset(row, batches - 1) };
    });
  }

  hasOngoingTransaction(producerId: ProducerId, producerEpoch: ProducerEpoch): boolean {
    const row = this.#producers.rowOf(producerId);
    return row >= 0 && this.#producers.txnFirstOffset(row) >= 0 && this.#producers.epoch(row) === producerEpoch;
  }

  /** Of the producer's last batch or marker; NO_PRODUCER_EPOCH when nothing is known of it. */
  lastEpochOf(producerId: ProducerId): ProducerEpoch {
    const row = this.#producers.rowOf(producerId);
    return row < 0 ? NO_PRODUCER_EPOCH : this.#producers.epoch(row);
  }
}

export type { AbortedTransaction };
