import type { ProducerEpoch } from '@ottla/model';
import { ErrorCode, KafkaError } from '@ottla/model';
import { incrementSequence, type RecordBatch } from '@ottla/protocol/stored';
import type { AppendOrigin } from './log-types.ts';
import type { ProducerTable } from './producer-table.ts';

const LAST_PRODUCER_EPOCH = 0x7fff;
const STRICT_MARKER_VERSION = 2;

/** Whether a batch of records may follow what is known of its producer, in `row`. Throws KafkaError as Kafka does. */
export function checkDataBatch(producers: ProducerTable, row: number, batch: RecordBatch, origin: AppendOrigin): void {
  const epoch = batch.producerEpoch;
  if (epoch < producers.epoch(row)) throw staleEpoch(producers, row, epoch);
  // Coordinators append in order by themselves and number nothing.
  if (origin === 'client') checkSequence(producers, row, epoch, batch.baseSequence);
  if (producers.txnFirstOffset(row) >= 0 && !batch.isTransactional) {
    throw new KafkaError(
      ErrorCode.INVALID_TXN_STATE,
      `producer ${producers.producerId(row)} has had a transaction open since offset ${producers.txnFirstOffset(row)} and sent records outside of it`,
    );
  }
}

function checkSequence(producers: ProducerTable, row: number, epoch: ProducerEpoch, firstSequence: number): void {
  const known = producers.epoch(row);
  if (epoch !== known) {
    if (firstSequence === 0 || known < 0) return;
    throw new KafkaError(
      ErrorCode.OUT_OF_ORDER_SEQUENCE_NUMBER,
      `producer ${producers.producerId(row)} begins epoch ${epoch} (after ${known}) with sequence ${firstSequence}, not 0`,
    );
  }
  // After a marker of this epoch alone, -1 is the last sequence and 0 the next.
  const lastSequence = producers.lastSequence(row);
  if (firstSequence === incrementSequence(lastSequence, 1)) return;
  throw new KafkaError(
    ErrorCode.OUT_OF_ORDER_SEQUENCE_NUMBER,
    `producer ${producers.producerId(row)} epoch ${epoch} sent sequence ${firstSequence} after ${lastSequence}`,
  );
}

/** Whether a transaction marker may follow what is known of its producer, in `row`. Throws KafkaError as Kafka does. */
export function checkMarker(producers: ProducerTable, row: number, epoch: ProducerEpoch, coordinatorEpoch: number, transactionVersion: number): void {
  const known = producers.epoch(row);
  if (epoch < known) throw staleEpoch(producers, row, epoch);
  if (epoch === known && transactionVersion >= STRICT_MARKER_VERSION) {
    // The same marker again, or the last epoch there is (which cannot be raised any more), is harmless.
    const isHarmless = producers.txnFirstOffset(row) < 0 || epoch === LAST_PRODUCER_EPOCH;
    if (!isHarmless) {
      throw new KafkaError(ErrorCode.INVALID_PRODUCER_EPOCH, `a marker of producer ${producers.producerId(row)} has epoch ${epoch}, which its open transaction already has`);
    }
  }
  if (coordinatorEpoch < producers.coordinatorEpoch(row)) {
    throw new KafkaError(
      ErrorCode.TRANSACTION_COORDINATOR_FENCED,
      `a marker of producer ${producers.producerId(row)} comes from coordinator epoch ${coordinatorEpoch}, one from ${producers.coordinatorEpoch(row)} came before`,
    );
  }
}

function staleEpoch(producers: ProducerTable, row: number, epoch: ProducerEpoch): KafkaError {
  return new KafkaError(ErrorCode.INVALID_PRODUCER_EPOCH, `producer ${producers.producerId(row)} sent epoch ${epoch}, the last one seen is ${producers.epoch(row)}`);
}
