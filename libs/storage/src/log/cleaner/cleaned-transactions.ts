import type { ProducerId } from '@ottla/model';
import type { RecordBatch } from '@ottla/protocol';
import { readEndTxnMarker } from '../end-txn-marker.ts';
import type { AbortedTxnEntry, TransactionIndex } from '../transaction-index.ts';

interface AbortedInLog {
  readonly entry: AbortedTxnEntry;
  /** Whether records of it were still there. */
  wasSeen: boolean;
}

/**
 * Follows the transactions of a log from batch to batch, in order, and says which batches nobody needs: records of
 * aborted transactions, and markers of transactions that have no records left.
 */
export class CleanedTransactions {
  /** By first offset. */
  readonly #aborted: readonly AbortedTxnEntry[];
  #nextAborted = 0;
  readonly #ongoingAborted = new Map<ProducerId, AbortedInLog>();
  readonly #ongoingCommitted = new Set<ProducerId>();
  /** Takes the aborted transactions whose records were still there: their markers stay for now, so do their entries. */
  cleanedIndex: TransactionIndex | undefined;

  /** `aborted` in any order; what ended before the walk begins must not be among them. */
  constructor(aborted: readonly AbortedTxnEntry[]) {
    this.#aborted = [...aborted].sort((a, b) => a.firstOffset - b.firstOffset);
  }

  /** Takes the next batch in; true when it may be discarded. */
  canDiscard(batch: RecordBatch): boolean {
    this.#beginUpTo(batch.lastOffset);
    return batch.isControl ? this.#canDiscardMarker(batch) : this.#canDiscardData(batch);
  }

  #beginUpTo(lastOffset: number): void {
    for (;;) {
      const entry = this.#aborted[this.#nextAborted];
      if (entry === undefined || entry.firstOffset > lastOffset) return;
      this.#nextAborted++;
      if (!this.#ongoingAborted.has(entry.producerId)) this.#ongoingAborted.set(entry.producerId, { entry, wasSeen: false });
    }
  }

  #canDiscardMarker(batch: RecordBatch): boolean {
    if (batch.recordCount === 0) return true;
    const marker = readEndTxnMarker(batch);
    // Some other control record, which is not ours to judge.
    if (marker === undefined || batch.producerId < 0) return false;
    if (marker.isCommit) return !this.#ongoingCommitted.delete(batch.producerId);
    const aborted = this.#ongoingAborted.get(batch.producerId);
    this.#ongoingAborted.delete(batch.producerId);
    if (aborted?.wasSeen !== true) return true;
    this.cleanedIndex?.append(aborted.entry);
    return false;
  }

  #canDiscardData(batch: RecordBatch): boolean {
    if (!batch.isTransactional) return false;
    const aborted = this.#ongoingAborted.get(batch.producerId);
    if (aborted === undefined) {
      this.#ongoingCommitted.add(batch.producerId);
      return false;
    }
    aborted.wasSeen = true;
    return true;
  }
}
