import type { Compression, Crc32c, LeaderEpoch, Offset, ProducerEpoch, ProducerId, TimestampMs } from '@ottla/model';
import { CompressionType, NO_LEADER_EPOCH, NO_PRODUCER_EPOCH, NO_PRODUCER_ID, NO_SEQUENCE, NO_TIMESTAMP } from '@ottla/model';
import { putVarint, putVarlong, sizeOfVarint, sizeOfVarlong } from '../wire/varint.ts';
import { LOG_OVERHEAD, RECORD_BATCH_OVERHEAD, type RecordBatch } from './record-batch.ts';
import { MAX_DECOMPRESSED_BYTES, RecordCursor } from './record-cursor.ts';

export interface RecordHeader {
  readonly key: string;
  readonly value: Uint8Array | null;
}

/** One opened record. Bytes are slices of the batch (or of its decompressed section). */
export interface DecodedRecord {
  readonly offset: Offset;
  readonly timestamp: TimestampMs;
  readonly sequence: number;
  readonly key: Uint8Array | null;
  readonly value: Uint8Array | null;
  readonly headers: readonly RecordHeader[];
}

const NO_HEADERS: readonly RecordHeader[] = [];

/**
 * Opens a batch. Throws KafkaError(CORRUPT_MESSAGE) when the section does not decompress, and
 * KafkaError(INVALID_RECORD) when its records are malformed, or fewer or more than the header says.
 */
export function readRecords(batch: RecordBatch, compression: Compression, maxBytes: number = MAX_DECOMPRESSED_BYTES): DecodedRecord[] {
  const cursor = new RecordCursor(batch, compression, maxBytes);
  const records: DecodedRecord[] = [];
  while (cursor.next()) {
    records.push({ offset: cursor.offset, timestamp: cursor.timestamp, sequence: cursor.sequence, key: cursor.key, value: cursor.value, headers: cursor.headers });
  }
  return records;
}

export interface RecordInput {
  readonly timestamp?: TimestampMs;
  readonly key: Uint8Array | null;
  readonly value: Uint8Array | null;
  readonly headers?: readonly RecordHeader[];
}

export interface BatchOptions {
  readonly crc: Crc32c;
  /** Wanted when `compressionType` is not none. */
  readonly compression?: Compression;
  readonly compressionType?: CompressionType;
  readonly compressionLevel?: number;
  readonly baseOffset?: Offset;
  readonly partitionLeaderEpoch?: LeaderEpoch;
  readonly producerId?: ProducerId;
  readonly producerEpoch?: ProducerEpoch;
  readonly baseSequence?: number;
  readonly isTransactional?: boolean;
  readonly isControl?: boolean;
  /** The batch's max timestamp is `timestamp` then, whatever the records carry. */
  readonly isLogAppendTime?: boolean;
  /** Timestamp of records that carry none. */
  readonly timestamp?: TimestampMs;
}

/** One whole batch of magic 2 of these records (at least one). */
export function buildBatch(options: BatchOptions, records: readonly RecordInput[]): Uint8Array {
  const first = records[0];
  if (first === undefined) throw new RangeError('a batch wants at least one record');
  const fallback = options.timestamp ?? NO_TIMESTAMP;
  const baseTimestamp = first.timestamp ?? fallback;
  let maxTimestamp: TimestampMs = NO_TIMESTAMP;
  let sectionBytes = 0;
  const bodySizes: number[] = [];
  for (let index = 0; index < records.length; index++) {
    const record = records[index] as RecordInput;
    const timestamp = record.timestamp ?? fallback;
    maxTimestamp = Math.max(maxTimestamp, timestamp);
    const bodyBytes = sizeOfBody(record, timestamp - baseTimestamp, index);
    bodySizes.push(bodyBytes);
    sectionBytes += sizeOfVarint(bodyBytes) + bodyBytes;
  }
  if (options.isLogAppendTime === true) maxTimestamp = fallback;

  const type = options.compressionType ?? CompressionType.none;
  const plain = new Uint8Array((type === CompressionType.none ? RECORD_BATCH_OVERHEAD : 0) + sectionBytes);
  let at = plain.length - sectionBytes;
  for (let index = 0; index < records.length; index++) {
    const record = records[index] as RecordInput;
    at = putVarint(plain, at, bodySizes[index] as number);
    at = putBody(plain, at, record, (record.timestamp ?? fallback) - baseTimestamp, index);
  }
  return sealed(options, type, plain, records.length, baseTimestamp, maxTimestamp);
}

/** Compresses the section when asked to, and puts the header before it. */
function sealed(options: BatchOptions, type: CompressionType, plain: Uint8Array, count: number, baseTimestamp: TimestampMs, maxTimestamp: TimestampMs): Uint8Array {
  if (type === CompressionType.none) {
    writeBatchHeader(plain, options, type, count, baseTimestamp, maxTimestamp);
    return plain;
  }
  if (options.compression === undefined) throw new RangeError(`compression type ${type} wants a Compression`);
  const section = options.compression.compress(type, plain, options.compressionLevel);
  const bytes = new Uint8Array(RECORD_BATCH_OVERHEAD + section.length);
  bytes.set(section, RECORD_BATCH_OVERHEAD);
  writeBatchHeader(bytes, options, type, count, baseTimestamp, maxTimestamp);
  return bytes;
}

function writeBatchHeader(bytes: Uint8Array, options: BatchOptions, type: CompressionType, count: number, baseTimestamp: TimestampMs, maxTimestamp: TimestampMs): void {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.length);
  const attributes = type | (options.isLogAppendTime === true ? 0x08 : 0) | (options.isTransactional === true ? 0x10 : 0) | (options.isControl === true ? 0x20 : 0);
  view.setBigInt64(0, BigInt(options.baseOffset ?? 0));
  view.setInt32(8, bytes.length - LOG_OVERHEAD);
  view.setInt32(12, options.partitionLeaderEpoch ?? NO_LEADER_EPOCH);
  view.setInt8(16, 2);
  view.setInt16(21, attributes);
  view.setInt32(23, count - 1);
  view.setBigInt64(27, BigInt(baseTimestamp));
  view.setBigInt64(35, BigInt(maxTimestamp));
  view.setBigInt64(43, BigInt(options.producerId ?? NO_PRODUCER_ID));
  view.setInt16(51, options.producerEpoch ?? NO_PRODUCER_EPOCH);
  view.setInt32(53, options.baseSequence ?? NO_SEQUENCE);
  view.setInt32(57, count);
  view.setUint32(17, options.crc.checksum(bytes.subarray(21)));
}

function sizeOfBody(record: RecordInput, timestampDelta: number, offsetDelta: number): number {
  const headers = record.headers ?? NO_HEADERS;
  let size = 1 + sizeOfVarlong(timestampDelta) + sizeOfVarint(offsetDelta) + sizeOfField(record.key) + sizeOfField(record.value) + sizeOfVarint(headers.length);
  for (const header of headers) {
    const keyBytes = Buffer.byteLength(header.key);
    size += sizeOfVarint(keyBytes) + keyBytes + sizeOfField(header.value);
  }
  return size;
}

function sizeOfField(value: Uint8Array | null): number {
  return value === null ? 1 : sizeOfVarint(value.length) + value.length;
}

function putBody(target: Uint8Array, start: number, record: RecordInput, timestampDelta: number, offsetDelta: number): number {
  const headers = record.headers ?? NO_HEADERS;
  target[start] = 0;
  let at = putVarlong(target, start + 1, timestampDelta);
  at = putVarint(target, at, offsetDelta);
  at = putField(target, at, record.key);
  at = putField(target, at, record.value);
  at = putVarint(target, at, headers.length);
  for (const header of headers) {
    at = putField(target, at, Buffer.from(header.key));
    at = putField(target, at, header.value);
  }
  return at;
}

function putField(target: Uint8Array, start: number, value: Uint8Array | null): number {
  if (value === null) return putVarint(target, start, -1);
  const at = putVarint(target, start, value.length);
  target.set(value, at);
  return at + value.length;
}

/** Length, attributes, timestamp and offset delta, and the lengths of key, value and headers, at their widest. */
const MAX_RECORD_OVERHEAD = 36;

/** Upper bound of the bytes that `record` takes uncompressed in a batch. */
export function recordSizeBound(record: RecordInput): number {
  let size = MAX_RECORD_OVERHEAD + (record.key?.length ?? 0) + (record.value?.length ?? 0);
  for (const header of record.headers ?? NO_HEADERS) size += 10 + Buffer.byteLength(header.key) + (header.value?.length ?? 0);
  return size;
}

/** Kafka's ControlRecordType ids. */
export const ControlRecordType = { ABORT: 0, COMMIT: 1, LEADER_CHANGE: 2, SNAPSHOT_HEADER: 3, SNAPSHOT_FOOTER: 4, KRAFT_VERSION: 5, KRAFT_VOTERS: 6 } as const;

/** Key of a control record: version 0 and the type. */
export function controlRecordKey(type: number): Uint8Array {
  return Uint8Array.of(0, 0, type >> 8, type);
}

/** Type of a control record by its key; -1 when the key is no control key. */
export function controlRecordType(key: Uint8Array | null): number {
  if (key === null || key.length < 4) return -1;
  // A negative version is no control key; later versions only add fields.
  if ((key[0] as number) >= 0x80) return -1;
  const type = ((key[2] as number) << 8) | (key[3] as number);
  return type <= ControlRecordType.KRAFT_VOTERS ? type : -1;
}
