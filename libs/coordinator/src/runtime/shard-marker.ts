import { ControlRecordType, controlRecordKey, controlRecordType, EndTxnMarkerCodec, MalformedMessageError, WireReader, WireWriter } from '@ottla/protocol';
import type { EncodedRecord, ShardMarker, TransactionalProducer } from './coordinator-shard.ts';

const MARKER_VERSION = 0;

/** The one record of a control batch that ends a transaction, as Kafka writes it. */
export function encodeMarker({ isCommit, coordinatorEpoch }: Pick<ShardMarker, 'isCommit' | 'coordinatorEpoch'>): EncodedRecord {
  const writer = new WireWriter();
  writer.writeInt16(MARKER_VERSION);
  EndTxnMarkerCodec.encode(writer, { coordinatorEpoch }, MARKER_VERSION);
  return { key: controlRecordKey(isCommit ? ControlRecordType.COMMIT : ControlRecordType.ABORT), value: writer.finish() };
}

/** undefined when the control record ends no transaction. Throws MalformedMessageError. */
export function decodeMarker(producer: TransactionalProducer, key: Uint8Array | null, value: Uint8Array | null): ShardMarker | undefined {
  const type = controlRecordType(key);
  if (type !== ControlRecordType.COMMIT && type !== ControlRecordType.ABORT) return undefined;
  if (value === null) throw new MalformedMessageError('a transaction marker has no value');
  const reader = new WireReader(value);
  // Later versions add fields behind those of version 0.
  if (reader.readInt16() < 0) throw new MalformedMessageError('a transaction marker has a negative version');
  const { coordinatorEpoch } = EndTxnMarkerCodec.decode(reader, MARKER_VERSION);
  return { producerId: producer.producerId, producerEpoch: producer.producerEpoch, isCommit: type === ControlRecordType.COMMIT, coordinatorEpoch };
}
