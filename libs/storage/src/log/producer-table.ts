import type { Offset, ProducerEpoch, ProducerId, TimestampMs } from '@ottla/model';
import { NO_OFFSET, NO_PRODUCER_EPOCH, NO_SEQUENCE, NO_TIMESTAMP } from '@ottla/model';

/** Batches of a producer that are remembered: what a client may have in flight. */
const BATCHES_TO_RETAIN = 5;

/** Numbers of one row: the producer's own, then those of its batches, oldest first. */
const PRODUCER_ID = 0;
const EPOCH = 1;
const COORDINATOR_EPOCH = 2;
const LAST_TIMESTAMP = 3;
const TXN_FIRST_OFFSET = 4;
const BATCH_COUNT = 5;
const BATCHES = 6;
const LAST_SEQUENCE = 0;
const LAST_OFFSET = 1;
const OFFSET_DELTA = 2;
const TIMESTAMP = 3;
const BATCH_STRIDE = 4;
const STRIDE = BATCHES + BATCHES_TO_RETAIN * BATCH_STRIDE;

const FIRST_ROWS = 4;

/**
 * The producers of one log as rows of one typed array: 208 bytes each and no object, because a broker keeps
 * hundreds of thousands of them for a day. A row number is good until the next `add`, `removeExpired` or `clear`.
 */
export class ProducerTable {
  #rows = new Float64Array(0);
  #count = 0;
  readonly #rowOf = new Map<ProducerId, number>();

  get count(): number {
    return this.#count;
  }

  /** -1 when the producer is unknown. */
  rowOf(producerId: ProducerId): number {
    return this.#rowOf.get(producerId) ?? -1;
  }

  /** A row for a producer that has none: no epoch, no batches, no transaction. */
  add(producerId: ProducerId): number {
    const row = this.#count++;
    if (this.#count * STRIDE > this.#rows.length) this.#resize(Math.max(FIRST_ROWS, row * 2));
    const rows = this.#rows;
    const at = row * STRIDE;
    rows[at + PRODUCER_ID] = producerId;
    rows[at + EPOCH] = NO_PRODUCER_EPOCH;
    rows[at + COORDINATOR_EPOCH] = -1;
    rows[at + LAST_TIMESTAMP] = NO_TIMESTAMP;
    rows[at + TXN_FIRST_OFFSET] = NO_OFFSET;
    rows[at + BATCH_COUNT] = 0;
    this.#rowOf.set(producerId, row);
    return row;
  }

  clear(): void {
    this.#rows = new Float64Array(0);
    this.#count = 0;
    this.#rowOf.clear();
  }

  /** Removes producers without an open transaction whose last batch is older than `oldestMs` or as old. */
  removeExpired(oldestMs: TimestampMs): void {
    for (let row = this.#count - 1; row >= 0; row--) {
      const at = row * STRIDE;
      if ((this.#rows[at + TXN_FIRST_OFFSET] as number) < 0 && (this.#rows[at + LAST_TIMESTAMP] as number) <= oldestMs) this.#remove(row);
    }
    if (this.#count === 0) this.#rows = new Float64Array(0);
    else if (this.#count * STRIDE * 4 < this.#rows.length) this.#resize(this.#count * 2);
  }

  /** The last row takes the place of the removed one. */
  #remove(row: number): void {
    const last = --this.#count;
    this.#rowOf.delete(this.producerId(row));
    if (row === last) return;
    this.#rowOf.set(this.producerId(last), row);
    this.#rows.copyWithin(row * STRIDE, last * STRIDE, (last + 1) * STRIDE);
  }

  #resize(rowCount: number): void {
    const rows = new Float64Array(rowCount * STRIDE);
    rows.set(this.#rows.subarray(0, Math.min(this.#rows.length, rows.length)));
    this.#rows = rows;
  }

  producerId(row: number): ProducerId {
    return this.#rows[row * STRIDE + PRODUCER_ID] as number;
  }

  epoch(row: number): ProducerEpoch {
    return this.#rows[row * STRIDE + EPOCH] as number;
  }

  /** Epoch of the coordinator that wrote the last marker; -1 before the first. */
  coordinatorEpoch(row: number): number {
    return this.#rows[row * STRIDE + COORDINATOR_EPOCH] as number;
  }

  lastTimestamp(row: number): TimestampMs {
    return this.#rows[row * STRIDE + LAST_TIMESTAMP] as number;
  }

  /** Where the open transaction begins; -1 when none is open. */
  txnFirstOffset(row: number): Offset {
    return this.#rows[row * STRIDE + TXN_FIRST_OFFSET] as number;
  }

  setTxnFirstOffset(row: number, offset: Offset): void {
    this.#rows[row * STRIDE + TXN_FIRST_OFFSET] = offset;
  }

  batchCount(row: number): number {
    return this.#rows[row * STRIDE + BATCH_COUNT] as number;
  }

  /** Sequence of the last record; -1 when no batch of this epoch is remembered. */
  lastSequence(row: number): number {
    const count = this.batchCount(row);
    return count === 0 ? NO_SEQUENCE : this.batchLastSequence(row, count - 1);
  }

  /** `batch` counts from 0, the oldest, to `batchCount` - 1. */
  batchLastSequence(row: number, batch: number): number {
    return this.#rows[batchAt(row, batch) + LAST_SEQUENCE] as number;
  }

  batchLastOffset(row: number, batch: number): Offset {
    return this.#rows[batchAt(row, batch) + LAST_OFFSET] as number;
  }

  batchOffsetDelta(row: number, batch: number): number {
    return this.#rows[batchAt(row, batch) + OFFSET_DELTA] as number;
  }

  batchTimestamp(row: number, batch: number): TimestampMs {
    return this.#rows[batchAt(row, batch) + TIMESTAMP] as number;
  }

  /** A new epoch begins with no batches: their sequences say nothing any more. */
  setEpoch(row: number, epoch: ProducerEpoch): void {
    const at = row * STRIDE;
    if (this.#rows[at + EPOCH] === epoch) return;
    this.#rows[at + EPOCH] = epoch;
    this.#rows[at + BATCH_COUNT] = 0;
  }

  addBatch(row: number, lastSequence: number, lastOffset: Offset, offsetDelta: number, timestamp: TimestampMs): void {
    const rows = this.#rows;
    const first = batchAt(row, 0);
    let count = this.batchCount(row);
    if (count === BATCHES_TO_RETAIN) {
      rows.copyWithin(first, first + BATCH_STRIDE, first + BATCHES_TO_RETAIN * BATCH_STRIDE);
      count--;
    }
    const at = batchAt(row, count);
    rows[at + LAST_SEQUENCE] = lastSequence;
    rows[at + LAST_OFFSET] = lastOffset;
    rows[at + OFFSET_DELTA] = offsetDelta;
    rows[at + TIMESTAMP] = timestamp;
    rows[row * STRIDE + BATCH_COUNT] = count + 1;
    rows[row * STRIDE + LAST_TIMESTAMP] = timestamp;
  }

  /** Takes a marker in: its coordinator's epoch and time. */
  setMarker(row: number, coordinatorEpoch: number, timestamp: TimestampMs): void {
    this.#rows[row * STRIDE + COORDINATOR_EPOCH] = coordinatorEpoch;
    this.#rows[row * STRIDE + LAST_TIMESTAMP] = timestamp;
  }
}

function batchAt(row: number, batch: number): number {
  return row * STRIDE + BATCHES + batch * BATCH_STRIDE;
}
