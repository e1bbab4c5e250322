import type { Crc32c } from '@ottla/model';
import { ErrorCode, KafkaError, NO_OFFSET, NO_SEQUENCE } from '@ottla/model';
import { MalformedMessageError, ProducerSnapshotCodec, WireReader, WireWriter, type ProducerEntry, type ProducerSnapshot } from '@ottla/protocol/stored';
import type { ProducerTable } from './producer-table.ts';

const VERSION = 1;
const CRC_AT = 2;
/** The checksum covers everything behind itself. */
const ENTRIES_AT = 6;

/** The content of Kafka's `<offset>.snapshot` file (version 1): each producer with the last of its batches. */
export function encodeProducerSnapshot(table: ProducerTable, crc: Crc32c): Uint8Array {
  const producerEntries: ProducerEntry[] = [];
  for (let row = 0; row < table.count; row++) {
    const last = table.batchCount(row) - 1;
    producerEntries.push({
      producerId: table.producerId(row),
      epoch: table.epoch(row),
      lastSequence: last < 0 ? NO_SEQUENCE : table.batchLastSequence(row, last),
      lastOffset: last < 0 ? NO_OFFSET : table.batchLastOffset(row, last),
      offsetDelta: last < 0 ? 0 : table.batchOffsetDelta(row, last),
      timestamp: table.lastTimestamp(row),
      coordinatorEpoch: table.coordinatorEpoch(row),
      currentTxnFirstOffset: table.txnFirstOffset(row),
    });
  }
  const writer = new WireWriter();
  writer.writeInt16(VERSION);
  ProducerSnapshotCodec.encode(writer, { crc: 0, producerEntries }, VERSION);
  const bytes = writer.finish();
  new DataView(bytes.buffer, bytes.byteOffset).setUint32(CRC_AT, crc.checksum(bytes.subarray(ENTRIES_AT)));
  return bytes;
}

/** Throws KafkaError(CORRUPT_MESSAGE) when the bytes are no whole snapshot of a known version. */
export function decodeProducerSnapshot(bytes: Uint8Array, crc: Crc32c): readonly ProducerEntry[] {
  let snapshot: ProducerSnapshot;
  const reader = new WireReader(bytes);
  try {
    const version = reader.readInt16();
    if (version !== VERSION) throw new MalformedMessageError(`version ${version}, only ${VERSION} is known`);
    snapshot = ProducerSnapshotCodec.decode(reader, version);
  } catch (error) {
    if (error instanceof MalformedMessageError) throw new KafkaError(ErrorCode.CORRUPT_MESSAGE, `no producer snapshot: ${error.message}`);
    throw error;
  }
  const computed = crc.checksum(bytes.subarray(ENTRIES_AT));
  if (computed !== snapshot.crc) throw new KafkaError(ErrorCode.CORRUPT_MESSAGE, `a producer snapshot with checksum ${snapshot.crc}, its content has ${computed}`);
  return snapshot.producerEntries;
}

/** Puts what a snapshot holds of a producer into the table. */
export function loadProducerEntry(table: ProducerTable, entry: ProducerEntry): void {
  const known = table.rowOf(entry.producerId);
  const row = known < 0 ? table.add(entry.producerId) : known;
  table.setEpoch(row, entry.epoch);
  if (entry.lastOffset >= 0) table.addBatch(row, entry.lastSequence, entry.lastOffset, entry.offsetDelta, entry.timestamp);
  table.setMarker(row, entry.coordinatorEpoch, entry.timestamp);
  table.setTxnFirstOffset(row, entry.currentTxnFirstOffset < 0 ? NO_OFFSET : entry.currentTxnFirstOffset);
}
