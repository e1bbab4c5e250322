import type { Compression, Crc32c, TimestampMs } from '@ottla/model';
import { CompressionType, NO_TIMESTAMP } from '@ottla/model';
import { putVarint, putVarlong, sizeOfVarlong } from '../wire/varint.ts';
import { LOG_OVERHEAD, RECORD_BATCH_OVERHEAD, type RecordBatch } from './record-batch.ts';

/** Where the fields lie that change. */
const LENGTH_AT = 8;
const CRC_AT = 17;
const ATTRIBUTES_AT = 21;
const BASE_TIMESTAMP_AT = 27;
const MAX_TIMESTAMP_AT = 35;
const RECORD_COUNT_AT = 57;

const COMPRESSION_MASK = 0x07;
const DELETE_HORIZON = 0x40;

/** Records of a batch that stay when the log is compacted. */
export interface RetainedRecords {
  /** The batch's records section, decompressed. */
  readonly section: Uint8Array;
  /** Start and end of each record in it, and how many records these are (at least one). */
  readonly ranges: Int32Array;
  readonly count: number;
  /** Greatest timestamp of them. */
  readonly maxTimestamp: TimestampMs;
}

/**
 * The batch with these records only, at their offsets, under the batch's codec; sequences, producer and leader epoch
 * stay. A `deleteHorizonMs` (KIP-534) takes the place of the base timestamp, and is marked in the attributes;
 * undefined leaves both as they are.
 */
export function retainedBatch(batch: RecordBatch, retained: RetainedRecords, deleteHorizonMs: TimestampMs | undefined, crc: Crc32c, compression: Compression): Uint8Array {
  const type = batch.compressionType;
  const shift = deleteHorizonMs === undefined ? 0 : batch.baseTimestamp - deleteHorizonMs;
  const plainStart = type === CompressionType.none ? RECORD_BATCH_OVERHEAD : 0;
  const plain = shift === 0 ? copied(retained, plainStart) : shifted(retained, plainStart, shift);
  const bytes = type === CompressionType.none ? plain : withRoomBefore(compression.compress(type, plain));
  const attributes = batch.attributes | (deleteHorizonMs === undefined ? 0 : DELETE_HORIZON);
  return sealed(bytes, batch, {
    attributes,
    baseTimestamp: deleteHorizonMs ?? batch.baseTimestamp,
    maxTimestamp: batch.isLogAppendTime ? batch.maxTimestamp : retained.maxTimestamp,
    count: retained.count,
  }, crc);
}

/** The batch without records: a header that keeps offsets, producer and sequence. */
export function emptiedBatch(batch: RecordBatch, crc: Crc32c): Uint8Array {
  const attributes = batch.attributes & ~(COMPRESSION_MASK | DELETE_HORIZON);
  return sealed(new Uint8Array(RECORD_BATCH_OVERHEAD), batch, { attributes, baseTimestamp: NO_TIMESTAMP, maxTimestamp: batch.maxTimestamp, count: 0 }, crc);
}

interface ChangedFields {
  readonly attributes: number;
  readonly baseTimestamp: TimestampMs;
  readonly maxTimestamp: TimestampMs;
  readonly count: number;
}

function sealed(bytes: Uint8Array, batch: RecordBatch, changed: ChangedFields, crc: Crc32c): Uint8Array {
  bytes.set(batch.bytes.subarray(batch.position, batch.position + RECORD_BATCH_OVERHEAD));
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.length);
  view.setInt32(LENGTH_AT, bytes.length - LOG_OVERHEAD);
  view.setInt16(ATTRIBUTES_AT, changed.attributes);
  view.setBigInt64(BASE_TIMESTAMP_AT, BigInt(changed.baseTimestamp));
  view.setBigInt64(MAX_TIMESTAMP_AT, BigInt(changed.maxTimestamp));
  view.setInt32(RECORD_COUNT_AT, changed.count);
  view.setUint32(CRC_AT, crc.checksum(bytes.subarray(ATTRIBUTES_AT)));
  return bytes;
}

function withRoomBefore(section: Uint8Array): Uint8Array {
  const bytes = new Uint8Array(RECORD_BATCH_OVERHEAD + section.length);
  bytes.set(section, RECORD_BATCH_OVERHEAD);
  return bytes;
}

/** The records as they are: their deltas count from the same base. */
function copied({ section, ranges, count }: RetainedRecords, start: number): Uint8Array {
  let size = 0;
  for (let index = 0; index < count; index++) size += (ranges[index * 2 + 1] as number) - (ranges[index * 2] as number);
  const plain = new Uint8Array(start + size);
  let at = start;
  for (let index = 0; index < count; ) {
    // Neighbours go in one copy.
    const from = ranges[index * 2] as number;
    let to = ranges[index * 2 + 1] as number;
    while (++index < count && ranges[index * 2] === to) to = ranges[index * 2 + 1] as number;
    plain.set(section.subarray(from, to), at);
    at += to - from;
  }
  return plain;
}

/** The records with `shift` added to their timestamp deltas. */
function shifted({ section, ranges, count }: RetainedRecords, start: number, shift: number): Uint8Array {
  // A delta takes ten bytes at most, and makes the length before it one byte longer at most.
  let bound = start;
  for (let index = 0; index < count; index++) bound += (ranges[index * 2 + 1] as number) - (ranges[index * 2] as number) + 11;
  const plain = new Uint8Array(bound);
  let to = start;
  for (let index = 0; index < count; index++) {
    const end = ranges[index * 2 + 1] as number;
    const bodyAt = behindVarint(section, ranges[index * 2] as number);
    const delta = varlongAt(section, bodyAt + 1);
    const restAt = behindVarint(section, bodyAt + 1);
    to = putVarint(plain, to, 1 + sizeOfVarlong(delta + shift) + (end - restAt));
    plain[to++] = section[bodyAt] as number;
    to = putVarlong(plain, to, delta + shift);
    plain.set(section.subarray(restAt, end), to);
    to += end - restAt;
  }
  return plain.subarray(0, to);
}

/** Position behind the varint at `at`, which was read before. */
function behindVarint(bytes: Uint8Array, at: number): number {
  let next = at;
  while ((bytes[next] as number) >= 0x80) next++;
  return next + 1;
}

/** The zigzag varint at `at`, which was read before. */
function varlongAt(bytes: Uint8Array, at: number): number {
  const isNegative = ((bytes[at] as number) & 1) === 1;
  let half = ((bytes[at] as number) & 0x7f) >> 1;
  let scale = 64;
  for (let next = at; (bytes[next] as number) >= 0x80; scale *= 128) half += ((bytes[++next] as number) & 0x7f) * scale;
  return isNegative ? -half - 1 : half;
}
