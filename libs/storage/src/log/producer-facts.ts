import type { RecordBatch } from '@ottla/protocol';

/** Places of the numbers of one fact. */
export const ProducerFact = { producerId: 0, producerEpoch: 1, baseOffset: 2, lastOffset: 3, lastSequence: 4, maxTimestamp: 5, flags: 6, coordinatorEpoch: 7 } as const;

/** Numbers that a segment scan keeps of each batch with a producer id, so that a worker thread can hand them over. */
export const PRODUCER_FACT_STRIDE = 8;

/** Bits of a fact's flags. */
export const IS_TRANSACTIONAL = 1;
export const IS_CONTROL = 2;
/** A control batch that still holds its transaction marker. */
export const IS_MARKER = 4;
export const IS_COMMIT = 8;

/** Appends the facts of `batch` to `facts` at `at`; answers the next index. `isCommit` for control batches (undefined otherwise). */
export function writeProducerFact(facts: Float64Array, at: number, batch: RecordBatch, isCommit: boolean | undefined, coordinatorEpoch: number): number {
  facts[at + ProducerFact.producerId] = batch.producerId;
  facts[at + ProducerFact.producerEpoch] = batch.producerEpoch;
  facts[at + ProducerFact.baseOffset] = batch.baseOffset;
  facts[at + ProducerFact.lastOffset] = batch.lastOffset;
  facts[at + ProducerFact.lastSequence] = batch.lastSequence;
  facts[at + ProducerFact.maxTimestamp] = batch.maxTimestamp;
  facts[at + ProducerFact.flags] =
    (batch.isTransactional ? IS_TRANSACTIONAL : 0) | (batch.isControl ? IS_CONTROL : 0) | (isCommit === undefined ? 0 : IS_MARKER) | (isCommit === true ? IS_COMMIT : 0);
  facts[at + ProducerFact.coordinatorEpoch] = coordinatorEpoch;
  return at + PRODUCER_FACT_STRIDE;
}
