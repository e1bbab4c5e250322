import type { Compression, Crc32c, ProducerId, TimestampMs } from '@ottla/model';
import { NO_TIMESTAMP } from '@ottla/model';
import { emptiedBatch, RecordCursor, retainedBatch, type RecordBatch } from '@ottla/protocol/stored';
import type { CleanedTransactions } from './cleaned-transactions.ts';
import type { LastOfProducer } from './clean-types.ts';
import type { OffsetMap } from './offset-map.ts';

export interface BatchFilterOptions {
  readonly crc: Crc32c;
  readonly compression: Compression;
  readonly map: OffsetMap;
  readonly transactions: CleanedTransactions;
  readonly producers: readonly LastOfProducer[];
  readonly nowMs: TimestampMs;
  readonly deleteRetentionMs: number;
}

const FIRST_RANGES = 512;

/**
 * Decides batch by batch what of a log stays: of each key the latest record up to the end of the map, and everything
 * behind it. Markers of deletion stay until their delete horizon, which the first clean that sees them sets (KIP-534);
 * so do transaction markers once the records of their transaction are gone. Batches come in the order of the log.
 */
export class BatchFilter {
  readonly #options: BatchFilterOptions;
  readonly #producers: ReadonlyMap<ProducerId, LastOfProducer>;
  #ranges = new Int32Array(FIRST_RANGES * 2);
  /** Of the batch at hand. */
  #retainedCount = 0;
  #maxTimestamp: TimestampMs = NO_TIMESTAMP;
  #hasTombstones = false;
  recordsRead = 0;
  recordsWritten = 0;
  invalidRecords = 0;

  constructor(options: BatchFilterOptions) {
    this.#options = options;
    this.#producers = new Map(options.producers.map((last) => [last.producerId, last]));
  }

  /** What to write for `batch`; undefined when nothing of it stays. The answer may be a slice of the batch's own bytes. */
  filter(batch: RecordBatch, endOffset: number): Uint8Array | undefined {
    const { crc, compression, transactions, nowMs, deleteRetentionMs, map } = this.#options;
    this.recordsRead += Math.max(0, batch.recordCount);
    const canDiscard = transactions.canDiscard(batch);
    const isPastHorizon = batch.hasDeleteHorizon && batch.baseTimestamp <= nowMs;
    // A marker stays for as long as somebody may still be reading the records that it ended.
    const isDiscarded = canDiscard && (!batch.isControl || isPastHorizon);
    const keepsHeader = this.#isLastOfProducer(batch) || batch.nextOffset === endOffset;
    if (isDiscarded || batch.recordCount === 0) return keepsHeader ? (batch.recordCount === 0 ? wholeOf(batch) : emptiedBatch(batch, crc)) : undefined;

    if (!batch.isControl && batch.baseOffset > map.latestOffset) {
      this.recordsWritten += batch.recordCount;
      return wholeOf(batch);
    }

    const cursor = this.#retain(batch, isPastHorizon);
    this.recordsWritten += this.#retainedCount;
    if (this.#retainedCount === 0) return keepsHeader ? emptiedBatch(batch, crc) : undefined;
    // Behind the end of the map older records of the same keys are still there: the time to forget has not begun.
    const needsHorizon = !batch.hasDeleteHorizon && ((this.#hasTombstones && batch.lastOffset <= map.latestOffset) || (canDiscard && batch.isControl));
    if (this.#retainedCount === batch.recordCount && !needsHorizon) return wholeOf(batch);
    const retained = { section: cursor.section, ranges: this.#ranges, count: this.#retainedCount, maxTimestamp: this.#maxTimestamp };
    return retainedBatch(batch, retained, needsHorizon ? nowMs + deleteRetentionMs : undefined, crc, compression);
  }

  #isLastOfProducer(batch: RecordBatch): boolean {
    const last = batch.producerId < 0 ? undefined : this.#producers.get(batch.producerId);
    if (last === undefined) return false;
    return last.lastDataOffset >= 0 ? batch.lastOffset === last.lastDataOffset && !batch.isControl : batch.isControl && batch.producerEpoch === last.producerEpoch;
  }

  /** Notes which records stay. */
  #retain(batch: RecordBatch, isPastHorizon: boolean): RecordCursor {
    const cursor = new RecordCursor(batch, this.#options.compression);
    const { isControl } = batch;
    this.#retainedCount = 0;
    this.#maxTimestamp = NO_TIMESTAMP;
    this.#hasTombstones = false;
    while (cursor.next()) {
      if (!isControl && !this.#stays(cursor, isPastHorizon)) continue;
      if (!cursor.hasValue) this.#hasTombstones = true;
      const { timestamp } = cursor;
      if (timestamp > this.#maxTimestamp) this.#maxTimestamp = timestamp;
      const at = this.#retainedCount++ * 2;
      if (at === this.#ranges.length) this.#grow();
      this.#ranges[at] = cursor.start;
      this.#ranges[at + 1] = cursor.end;
    }
    return cursor;
  }

  #stays(cursor: RecordCursor, isPastHorizon: boolean): boolean {
    const { map } = this.#options;
    const { offset, keyBytes } = cursor;
    if (offset > map.latestOffset) return true;
    if (keyBytes < 0) {
      this.invalidRecords++;
      return false;
    }
    return offset >= map.get(cursor.section, cursor.keyStart, keyBytes) && (cursor.hasValue || !isPastHorizon);
  }

  #grow(): void {
    const larger = new Int32Array(this.#ranges.length * 2);
    larger.set(this.#ranges);
    this.#ranges = larger;
  }
}

function wholeOf(batch: RecordBatch): Uint8Array {
  return batch.bytes.subarray(batch.position, batch.position + batch.sizeInBytes);
}
