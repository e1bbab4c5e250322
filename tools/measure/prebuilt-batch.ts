import { randomFillSync } from 'node:crypto';
import { buildBatch } from '@ottla/protocol';
import { nativeCrc32c } from '@ottla/platform';

const RECORD_BYTES = 1024;
/** Length, attributes, deltas and the like of a record with a value of RECORD_BYTES, at most. */
const RECORD_OVERHEAD = 16;

const PRODUCER_ID_AT = 43;
const BASE_SEQUENCE_AT = 53;
const CRC_AT = 17;
const ATTRIBUTES_AT = 21;

export interface PrebuiltBatch {
  readonly bytes: Buffer;
  readonly recordCount: number;
}

/** One batch of about `sizeBytes`, never more, of records of 1 KiB that do not compress. */
export function prebuiltBatch(sizeBytes: number): PrebuiltBatch {
  const recordCount = Math.max(1, Math.floor((sizeBytes - 61) / (RECORD_BYTES + RECORD_OVERHEAD)));
  const value = randomFillSync(new Uint8Array(Math.min(RECORD_BYTES, sizeBytes)));
  const records = Array.from({ length: recordCount }, () => ({ key: null, value }));
  const bytes = buildBatch({ crc: nativeCrc32c, timestamp: Date.now() }, records);
  return { bytes: Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length), recordCount };
}

/** Makes the batch the next one of an idempotent producer. */
export function stampSequence({ bytes }: PrebuiltBatch, producerId: number, producerEpoch: number, baseSequence: number): void {
  bytes.writeBigInt64BE(BigInt(producerId), PRODUCER_ID_AT);
  bytes.writeInt16BE(producerEpoch, PRODUCER_ID_AT + 8);
  bytes.writeInt32BE(baseSequence, BASE_SEQUENCE_AT);
  bytes.writeUInt32BE(nativeCrc32c.checksum(bytes.subarray(ATTRIBUTES_AT)), CRC_AT);
}
