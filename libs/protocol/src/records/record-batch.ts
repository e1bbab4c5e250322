import type { Crc32c, CompressionType, LeaderEpoch, Offset, ProducerEpoch, ProducerId, TimestampMs } from '@ottla/model';
import { NO_SEQUENCE } from '@ottla/model';

/** Bytes before a batch's own length counts: base offset and batch length. */
export const LOG_OVERHEAD = 12;
/** Bytes of a magic 2 batch before its records. */
export const RECORD_BATCH_OVERHEAD = 61;

/** From this byte of a batch to its last one, its CRC covers it. */
export const CRC_COVERED_FROM = 21;

/** Where the fields of a magic 2 batch lie. */
const LENGTH_AT = 8;
const PARTITION_LEADER_EPOCH_AT = 12;
const MAGIC_AT = 16;
const CRC_AT = 17;
const ATTRIBUTES_AT = CRC_COVERED_FROM;
const LAST_OFFSET_DELTA_AT = 23;
const BASE_TIMESTAMP_AT = 27;
const MAX_TIMESTAMP_AT = 35;
const PRODUCER_ID_AT = 43;
const PRODUCER_EPOCH_AT = 51;
const BASE_SEQUENCE_AT = 53;
const RECORD_COUNT_AT = 57;

const COMPRESSION_MASK = 0x07;
const LOG_APPEND_TIME = 0x08;
const TRANSACTIONAL = 0x10;
const CONTROL = 0x20;
const DELETE_HORIZON = 0x40;

const TWO_32 = 4294967296;
const MAX_SEQUENCE = 0x7fffffff;

/** The sequence `increment` records after `sequence`: sequences wrap from 2^31-1 to 0. */
export function incrementSequence(sequence: number, increment: number): number {
  const sum = sequence + increment;
  return sum > MAX_SEQUENCE ? sum - MAX_SEQUENCE - 1 : sum;
}

/**
 * A view of one record batch of magic 2 at a position in some bytes; reads fields in place, copies nothing. `moveTo`
 * lets one object walk many batches. Only `baseOffset`, `batchLength`, `magic` may be read before `isComplete`.
 */
export class RecordBatch {
  #bytes: Uint8Array;
  #position: number;

  constructor(bytes: Uint8Array, position = 0) {
    this.#bytes = bytes;
    this.#position = position;
  }

  moveTo(bytes: Uint8Array, position: number): this {
    this.#bytes = bytes;
    this.#position = position;
    return this;
  }

  get bytes(): Uint8Array {
    return this.#bytes;
  }

  get position(): number {
    return this.#position;
  }

  #int16(offset: number): number {
    const bytes = this.#bytes;
    const at = this.#position + offset;
    return (((bytes[at] as number) << 24) >> 16) | (bytes[at + 1] as number);
  }

  #int32(offset: number): number {
    const bytes = this.#bytes;
    const at = this.#position + offset;
    return ((bytes[at] as number) << 24) | ((bytes[at + 1] as number) << 16) | ((bytes[at + 2] as number) << 8) | (bytes[at + 3] as number);
  }

  #int64(offset: number): number {
    return this.#int32(offset) * TWO_32 + (this.#int32(offset + 4) >>> 0);
  }

  #setInt32(offset: number, value: number): void {
    const bytes = this.#bytes;
    const at = this.#position + offset;
    bytes[at] = value >> 24;
    bytes[at + 1] = value >> 16;
    bytes[at + 2] = value >> 8;
    bytes[at + 3] = value;
  }

  #setInt64(offset: number, value: number): void {
    const high = Math.floor(value / TWO_32);
    this.#setInt32(offset, high);
    this.#setInt32(offset + 4, (value - high * TWO_32) | 0);
  }

  /** Whether the whole batch, as long as it says it is, lies in the bytes and its length is at least the overhead. */
  get isComplete(): boolean {
    const remaining = this.#bytes.length - this.#position;
    if (remaining < RECORD_BATCH_OVERHEAD) return false;
    const size = this.sizeInBytes;
    return size >= RECORD_BATCH_OVERHEAD && size <= remaining;
  }

  get baseOffset(): Offset {
    return this.#int64(0);
  }

  /** Value of the length field. */
  get batchLength(): number {
    return this.#int32(LENGTH_AT);
  }

  /** Bytes of the whole batch: `batchLength` + LOG_OVERHEAD. */
  get sizeInBytes(): number {
    return this.#int32(LENGTH_AT) + LOG_OVERHEAD;
  }

  get partitionLeaderEpoch(): LeaderEpoch {
    return this.#int32(PARTITION_LEADER_EPOCH_AT);
  }

  get magic(): number {
    return ((this.#bytes[this.#position + MAGIC_AT] as number) << 24) >> 24;
  }

  /** Stored CRC-32C, unsigned. */
  get crc(): number {
    return this.#int32(CRC_AT) >>> 0;
  }

  get attributes(): number {
    return this.#int16(ATTRIBUTES_AT);
  }

  /** Bits 0-2 of the attributes; 5 to 7 name no codec, and whoever takes batches from outside refuses them. */
  get compressionType(): CompressionType {
    return (this.#int16(ATTRIBUTES_AT) & COMPRESSION_MASK) as CompressionType;
  }

  get isLogAppendTime(): boolean {
    return (this.#int16(ATTRIBUTES_AT) & LOG_APPEND_TIME) !== 0;
  }

  get isTransactional(): boolean {
    return (this.#int16(ATTRIBUTES_AT) & TRANSACTIONAL) !== 0;
  }

  get isControl(): boolean {
    return (this.#int16(ATTRIBUTES_AT) & CONTROL) !== 0;
  }

  get hasDeleteHorizon(): boolean {
    return (this.#int16(ATTRIBUTES_AT) & DELETE_HORIZON) !== 0;
  }

  get lastOffsetDelta(): number {
    return this.#int32(LAST_OFFSET_DELTA_AT);
  }

  get lastOffset(): Offset {
    return this.#int64(0) + this.#int32(LAST_OFFSET_DELTA_AT);
  }

  get nextOffset(): Offset {
    return this.lastOffset + 1;
  }

  /** The field as it stands; the delete horizon in ms when `hasDeleteHorizon`. */
  get baseTimestamp(): TimestampMs {
    return this.#int64(BASE_TIMESTAMP_AT);
  }

  get maxTimestamp(): TimestampMs {
    return this.#int64(MAX_TIMESTAMP_AT);
  }

  get producerId(): ProducerId {
    return this.#int64(PRODUCER_ID_AT);
  }

  get producerEpoch(): ProducerEpoch {
    return this.#int16(PRODUCER_EPOCH_AT);
  }

  get baseSequence(): number {
    return this.#int32(BASE_SEQUENCE_AT);
  }

  /** Sequence of the last record, wrapped at 2^31 as Kafka does; -1 when the batch has none. */
  get lastSequence(): number {
    const baseSequence = this.baseSequence;
    return baseSequence === NO_SEQUENCE ? NO_SEQUENCE : incrementSequence(baseSequence, this.lastOffsetDelta);
  }

  get recordCount(): number {
    return this.#int32(RECORD_COUNT_AT);
  }

  /** Checksum over attributes to the end. */
  computeCrc(crc: Crc32c): number {
    return crc.checksum(this.#bytes.subarray(this.#position + ATTRIBUTES_AT, this.#position + this.sizeInBytes));
  }

  hasValidCrc(crc: Crc32c): boolean {
    return this.computeCrc(crc) === this.crc;
  }

  /** The records section (maybe compressed), a slice. */
  get recordsSection(): Uint8Array {
    return this.#bytes.subarray(this.#position + RECORD_BATCH_OVERHEAD, this.#position + this.sizeInBytes);
  }

  setBaseOffset(offset: Offset): void {
    this.#setInt64(0, offset);
  }

  setPartitionLeaderEpoch(epoch: LeaderEpoch): void {
    this.#setInt32(PARTITION_LEADER_EPOCH_AT, epoch);
  }

  /** Sets max timestamp and the timestamp type bit, and recomputes the CRC. */
  setMaxTimestamp(isLogAppendTime: boolean, timestamp: TimestampMs, crc: Crc32c): void {
    const attributes = this.#int16(ATTRIBUTES_AT);
    const low = isLogAppendTime ? attributes | LOG_APPEND_TIME : attributes & ~LOG_APPEND_TIME;
    this.#bytes[this.#position + ATTRIBUTES_AT + 1] = low;
    this.#setInt64(MAX_TIMESTAMP_AT, timestamp);
    this.#setInt32(CRC_AT, this.computeCrc(crc));
  }
}

/** Walks whole batches; stops at the first that is not complete. The view is reused: keep no reference across steps. */
export function* batchesIn(bytes: Uint8Array): IterableIterator<RecordBatch> {
  const batch = new RecordBatch(bytes);
  while (batch.isComplete) {
    // The caller may move the view while it holds it, so the next position is taken before.
    const next = batch.position + batch.sizeInBytes;
    yield batch;
    batch.moveTo(bytes, next);
  }
}
