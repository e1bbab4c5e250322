import type { Compression, Offset, TimestampMs } from '@ottla/model';
import { CompressionType, ErrorCode, KafkaError, NO_SEQUENCE } from '@ottla/model';
import { MalformedMessageError } from '../wire/errors.ts';
import { WireReader } from '../wire/reader.ts';
import { incrementSequence, type RecordBatch } from './record-batch.ts';
import type { RecordHeader } from './records.ts';

/** Default bound of a batch's decompressed records section: 128 MiB. */
export const MAX_DECOMPRESSED_BYTES = 128 * 1024 * 1024;

/**
 * Walks the records of one batch without an object for each: `next` moves on, the getters tell of the record it
 * moved to. Every byte of a record is checked by `next`, headers included, so a batch that was walked to the end
 * is well formed. The batch's view must not move meanwhile.
 */
export class RecordCursor {
  readonly #reader: WireReader;
  readonly #section: Uint8Array;
  readonly #count: number;
  readonly #baseOffset: Offset;
  readonly #baseTimestamp: TimestampMs;
  readonly #baseSequence: number;
  /** Timestamp of all records of a batch in log-append time; undefined otherwise. */
  readonly #logAppendTime: TimestampMs | undefined;
  #index = 0;
  #start = 0;
  #timestampDelta = 0;
  #offsetDelta = 0;
  #keyAt = 0;
  #keyBytes = -1;
  #valueAt = 0;
  #valueBytes = -1;
  #headersAt = 0;
  #end = 0;

  /** Throws KafkaError(CORRUPT_MESSAGE, RECORD_LIST_TOO_LARGE) when the section does not decompress. */
  constructor(batch: RecordBatch, compression: Compression, maxBytes: number = MAX_DECOMPRESSED_BYTES) {
    const section = batch.recordsSection;
    this.#section = batch.compressionType === CompressionType.none ? section : compression.decompress(batch.compressionType, section, maxBytes);
    this.#reader = new WireReader(this.#section);
    this.#count = batch.recordCount;
    this.#baseOffset = batch.baseOffset;
    this.#baseTimestamp = batch.baseTimestamp;
    this.#baseSequence = batch.baseSequence;
    this.#logAppendTime = batch.isLogAppendTime ? batch.maxTimestamp : undefined;
  }

  /**
   * Moves to the next record; false behind the last. Throws KafkaError(INVALID_RECORD) when it is malformed, or
   * when the batch holds fewer or more records than its header says.
   */
  next(): boolean {
    const reader = this.#reader;
    if (this.#index >= this.#count) {
      if (this.#count < 0) throw new KafkaError(ErrorCode.INVALID_RECORD, `a batch says it has ${this.#count} records`);
      if (reader.remaining > 0) throw new KafkaError(ErrorCode.INVALID_RECORD, `${reader.remaining} bytes follow the ${this.#count} records of a batch`);
      return false;
    }
    try {
      this.#read(reader);
    } catch (error) {
      if (error instanceof MalformedMessageError) throw new KafkaError(ErrorCode.INVALID_RECORD, `record ${this.#index} of ${this.#count}: ${error.message}`);
      throw error;
    }
    this.#index++;
    return true;
  }

  #read(reader: WireReader): void {
    const start = reader.position;
    const bodyBytes = reader.readVarint();
    if (bodyBytes < 0 || bodyBytes > reader.remaining) throw new MalformedMessageError(`a record of ${bodyBytes} bytes, ${reader.remaining} remain`);
    const end = reader.position + bodyBytes;
    reader.readInt8();
    this.#timestampDelta = reader.readVarlong();
    this.#offsetDelta = reader.readVarint();
    this.#keyBytes = readLength(reader, end);
    this.#keyAt = reader.position;
    if (this.#keyBytes > 0) reader.skipTo(reader.position + this.#keyBytes);
    this.#valueBytes = readLength(reader, end);
    this.#valueAt = reader.position;
    if (this.#valueBytes > 0) reader.skipTo(reader.position + this.#valueBytes);
    this.#headersAt = reader.position;
    skipHeaders(reader, end);
    if (reader.position !== end) throw new MalformedMessageError(`a record of ${bodyBytes} bytes holds ${bodyBytes + reader.position - end}`);
    this.#start = start;
    this.#end = end;
  }

  /** Place of the record in its batch, from 0; -1 before the first `next`. */
  get index(): number {
    return this.#index - 1;
  }

  /** Offset less the batch's base offset, as the record has it. */
  get offsetDelta(): number {
    return this.#offsetDelta;
  }

  get offset(): Offset {
    return this.#baseOffset + this.#offsetDelta;
  }

  get timestamp(): TimestampMs {
    return this.#logAppendTime ?? this.#baseTimestamp + this.#timestampDelta;
  }

  get sequence(): number {
    return this.#baseSequence === NO_SEQUENCE ? NO_SEQUENCE : incrementSequence(this.#baseSequence, this.#offsetDelta);
  }

  get hasKey(): boolean {
    return this.#keyBytes >= 0;
  }

  get hasValue(): boolean {
    return this.#valueBytes >= 0;
  }

  /** A slice. */
  get key(): Uint8Array | null {
    return this.#keyBytes < 0 ? null : this.#section.subarray(this.#keyAt, this.#keyAt + this.#keyBytes);
  }

  /** A slice. */
  get value(): Uint8Array | null {
    return this.#valueBytes < 0 ? null : this.#section.subarray(this.#valueAt, this.#valueAt + this.#valueBytes);
  }

  /** The (decompressed) records section, in which the next four count bytes. */
  get section(): Uint8Array {
    return this.#section;
  }

  /** Where the record begins, its length included. */
  get start(): number {
    return this.#start;
  }

  get end(): number {
    return this.#end;
  }

  get keyStart(): number {
    return this.#keyAt;
  }

  /** Negative when the key is null. */
  get keyBytes(): number {
    return this.#keyBytes;
  }

  /** The record as it stands in the (decompressed) section, its length included; a slice. */
  get raw(): Uint8Array {
    return this.#section.subarray(this.#start, this.#end);
  }

  /** Made anew at each call. */
  get headers(): RecordHeader[] {
    const reader = new WireReader(this.#section, this.#headersAt, this.#end);
    const headers: RecordHeader[] = [];
    for (let count = reader.readVarint(); count > 0; count--) {
      const key = Buffer.from(reader.readSlice(reader.readVarint())).toString('utf8');
      const valueBytes = reader.readVarint();
      headers.push({ key, value: valueBytes < 0 ? null : reader.readSlice(valueBytes) });
    }
    return headers;
  }
}

/** A length that fits before `end`; every negative one means null, as Kafka reads it. */
function readLength(reader: WireReader, end: number): number {
  const length = reader.readVarint();
  if (length > end - reader.position) throw new MalformedMessageError(`a field of ${length} bytes, ${end - reader.position} remain in its record`);
  return length;
}

function skipHeaders(reader: WireReader, end: number): void {
  const count = reader.readVarint();
  if (count < 0) throw new MalformedMessageError(`a record has ${count} headers`);
  // Each takes two bytes at least.
  if (count * 2 > end - reader.position) throw new MalformedMessageError(`${count} headers, ${end - reader.position} bytes remain in their record`);
  for (let left = count; left > 0; left--) {
    const keyBytes = readLength(reader, end);
    if (keyBytes < 0) throw new MalformedMessageError('a header has no key');
    reader.skipTo(reader.position + keyBytes);
    const valueBytes = readLength(reader, end);
    if (valueBytes > 0) reader.skipTo(reader.position + valueBytes);
  }
}
