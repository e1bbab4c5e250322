import type { Offset } from '@ottla/model';
import type { CommittedBatch } from '@ottla/raft';
import type { TransactionFilter } from '../loader/transaction-filter.ts';
import { metadataRecord, MetadataRecordType, type MetadataRecord } from '../records/metadata-record.ts';
import { MAX_BYTES_PER_BATCH, MAX_RECORDS_PER_BATCH } from './controller-config.ts';

/** First metadata.version that knows metadata transactions (3.6-IV1, KIP-868). */
const HAS_TRANSACTIONS_FROM = 13;

/**
 * The batches that a decision is appended as. One where it fits; else a metadata transaction (KIP-868), so that nobody
 * ever sees a part of it, whenever the leadership ends. Below the metadata.version that knows those the parts stand alone.
 */
export function batchesOf(records: readonly MetadataRecord[], metadataVersion: number): readonly (readonly MetadataRecord[])[] {
  const batches = split(records);
  if (batches.length < 2 || metadataVersion < HAS_TRANSACTIONS_FROM) return batches;
  const begin = metadataRecord(MetadataRecordType.BEGIN_TRANSACTION, { name: `a change of ${records.length} records` });
  return split([begin, ...records, metadataRecord(MetadataRecordType.END_TRANSACTION, {})]);
}

function split(records: readonly MetadataRecord[]): (readonly MetadataRecord[])[] {
  const batches: MetadataRecord[][] = [];
  let bytesLeft = 0;
  for (const record of records) {
    const last = batches.at(-1);
    bytesLeft -= record.bytes.length;
    if (last !== undefined && last.length < MAX_RECORDS_PER_BATCH && bytesLeft >= 0) last.push(record);
    else {
      batches.push([record]);
      bytesLeft = MAX_BYTES_PER_BATCH - record.bytes.length;
    }
  }
  return batches;
}

interface OwnTransaction {
  readonly baseOffset: Offset;
  readonly lastOffset: Offset;
}

/**
 * Metadata transactions that this node appended while it led, and which are not committed as a whole yet. Its image has
 * them since their append; should it lose the leadership in between, the image is taken back to before them, and what of
 * them was committed by then must lie in the filter, as it does with everybody else.
 */
export class OwnTransactions {
  readonly #open: OwnTransaction[] = [];

  appended(baseOffset: Offset, lastOffset: Offset): void {
    this.#open.push({ baseOffset, lastOffset });
  }

  /** A batch of this node's own is committed. Throws as the filter does. */
  committed(batch: CommittedBatch, filter: TransactionFilter): void {
    const [first] = this.#open;
    if (first === undefined || batch.lastOffset < first.baseOffset || batch.records.length === 0) return;
    // The image has the records: nothing to do for those that the end lets through.
    filter.apply(batch, { replay: () => {}, endOfBatch: () => {} });
    if (batch.lastOffset >= first.lastOffset) this.#open.shift();
  }

  /** The leadership is lost: what comes from now on is replayed. */
  resigned(): void {
    this.#open.length = 0;
  }
}
