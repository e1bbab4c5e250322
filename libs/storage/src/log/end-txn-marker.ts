import type { Compression } from '@ottla/model';
import { ErrorCode, KafkaError } from '@ottla/model';
import { ControlRecordType, controlRecordType, EndTxnMarkerCodec, MalformedMessageError, RecordCursor, WireReader, type RecordBatch } from '@ottla/protocol/stored';

/** What a transaction marker says. */
export interface EndTxnMarkerFacts {
  readonly isCommit: boolean;
  readonly coordinatorEpoch: number;
}

/** Kafka writes control batches uncompressed, always; a compressed one is foreign. */
const neverCompressed: Compression = {
  compress: refuse,
  decompress: refuse,
};

function refuse(): never {
  throw new KafkaError(ErrorCode.INVALID_RECORD, 'a control batch is compressed');
}

/**
 * Opens a control batch of a producer. undefined when the cleaner has emptied it, or when it ends no transaction.
 * Throws KafkaError(INVALID_RECORD) when it is malformed.
 */
export function readEndTxnMarker(batch: RecordBatch): EndTxnMarkerFacts | undefined {
  if (!batch.isControl || batch.recordCount === 0) return undefined;
  const cursor = new RecordCursor(batch, neverCompressed);
  if (!cursor.next()) return undefined;
  const type = controlRecordType(cursor.key);
  if (type !== ControlRecordType.ABORT && type !== ControlRecordType.COMMIT) return undefined;
  const value = cursor.value;
  if (value === null) throw new KafkaError(ErrorCode.INVALID_RECORD, 'a transaction marker has no value');
  try {
    const reader = new WireReader(value);
    const version = reader.readInt16();
    // Later versions add fields behind those of version 0, as Kafka has it.
    if (version < 0) throw new MalformedMessageError(`version ${version}`);
    return { isCommit: type === ControlRecordType.COMMIT, coordinatorEpoch: EndTxnMarkerCodec.decode(reader, EndTxnMarkerCodec.minVersion).coordinatorEpoch };
  } catch (error) {
    if (error instanceof MalformedMessageError) throw new KafkaError(ErrorCode.INVALID_RECORD, `a transaction marker: ${error.message}`);
    throw error;
  }
}
