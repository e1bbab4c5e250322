import type { LeaderEpoch, Offset, TimestampMs } from '@ottla/model';
import type { CommittedBatch } from '@ottla/raft';
import { decodeMetadataRecord, MetadataRecordType, type MetadataRecord } from '../records/metadata-record.ts';

/** Where what passed the filter goes. */
export interface ReplayTarget {
  replay(record: MetadataRecord, offset: Offset): void;
  endOfBatch(lastOffset: Offset, epoch: LeaderEpoch, timestamp: TimestampMs): void;
}

interface Held {
  readonly record: MetadataRecord;
  readonly offset: Offset;
}

/** An open metadata transaction cannot grow beyond this; the controller makes none that long. */
const MAX_HELD_RECORDS = 1_000_000;

/**
 * Keeps a metadata transaction (KIP-868) invisible until its end: records behind BeginTransaction are held, let through
 * at EndTransaction, dropped at AbortTransaction. Ordering: batches in the order of the log; while a transaction is open
 * no end of a batch is told, so the image stays at the offset where it was seen whole.
 */
export class TransactionFilter {
  #held: Held[] | undefined;

  get isInTransaction(): boolean {
    return this.#held !== undefined;
  }

  /** Throws MalformedMessageError for an unknown record, Error for a transaction that does not fit. */
  apply(batch: CommittedBatch, target: ReplayTarget): void {
    let offset = batch.baseOffset;
    for (const bytes of batch.records) {
      this.#apply(decodeMetadataRecord(bytes), offset, target);
      offset++;
    }
    if (this.#held === undefined) target.endOfBatch(batch.lastOffset, batch.epoch, batch.timestamp);
  }

  #apply(record: MetadataRecord, offset: Offset, target: ReplayTarget): void {
    if (record.type === MetadataRecordType.BEGIN_TRANSACTION) {
      if (this.#held !== undefined) throw new Error(`the metadata transaction at offset ${offset} begins inside another`);
      this.#held = [];
    } else if (record.type === MetadataRecordType.END_TRANSACTION) {
      for (const one of this.#takeHeld(offset)) target.replay(one.record, one.offset);
    } else if (record.type === MetadataRecordType.ABORT_TRANSACTION) {
      this.#takeHeld(offset);
    } else if (this.#held === undefined) {
      target.replay(record, offset);
    } else {
      if (this.#held.length >= MAX_HELD_RECORDS) throw new Error(`a metadata transaction has more than ${MAX_HELD_RECORDS} records`);
      this.#held.push({ record, offset });
    }
  }

  #takeHeld(offset: Offset): readonly Held[] {
    if (this.#held === undefined) throw new Error(`the metadata transaction that ends at offset ${offset} did not begin`);
    const held = this.#held;
    this.#held = undefined;
    return held;
  }
}
