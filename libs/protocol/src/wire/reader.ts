import type { Uuid } from '@ottla/model';
import { MalformedMessageError } from './errors.ts';
import { uuidOfWords } from './uuid.ts';

const TWO_32 = 4294967296;
const floatBytes = new DataView(new ArrayBuffer(8));

/**
 * Reads Kafka's primitive types from a slice of bytes. Every length is checked against the bytes that remain
 * before anything is allocated or sliced, and every count against what that many elements need at least, so a
 * message can never cost more memory than a small multiple of its own size. All methods throw
 * MalformedMessageError.
 *
 * Bytes and records come out as slices that share memory with the input: whoever keeps them keeps the input.
 * 64-bit integers are plain numbers, exact to 2^53; beyond that they are rounded to the nearest double.
 */
export class WireReader {
  readonly #bytes: Buffer;
  readonly #end: number;
  #at: number;

  /** Reads `bytes` from index `start` to index `end` (exclusive). */
  constructor(bytes: Uint8Array, start = 0, end: number = bytes.length) {
    if (start < 0 || end > bytes.length || start > end) throw new RangeError(`no range ${start}..${end} in ${bytes.length} bytes`);
    this.#bytes = bytes instanceof Buffer ? bytes : Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
    this.#at = start;
    this.#end = end;
  }

  /** Index of the next byte in the input. */
  get position(): number {
    return this.#at;
  }

  /** Bytes that are left. */
  get remaining(): number {
    return this.#end - this.#at;
  }

  /** Takes `count` bytes and answers where they begin. */
  #take(count: number): number {
    const at = this.#at;
    if (count > this.#end - at) throw new MalformedMessageError(`wants ${count} bytes, ${this.#end - at} remain`);
    this.#at = at + count;
    return at;
  }

  readInt8(): number {
    const at = this.#take(1);
    return ((this.#bytes[at] as number) << 24) >> 24;
  }

  readUint8(): number {
    const at = this.#take(1);
    return this.#bytes[at] as number;
  }

  readBool(): boolean {
    return this.readInt8() !== 0;
  }

  readInt16(): number {
    const at = this.#take(2);
    const bytes = this.#bytes;
    return (((bytes[at] as number) << 24) >> 16) | (bytes[at + 1] as number);
  }

  readUint16(): number {
    return this.readInt16() & 0xffff;
  }

  readInt32(): number {
    const at = this.#take(4);
    const bytes = this.#bytes;
    return ((bytes[at] as number) << 24) | ((bytes[at + 1] as number) << 16) | ((bytes[at + 2] as number) << 8) | (bytes[at + 3] as number);
  }

  readUint32(): number {
    return this.readInt32() >>> 0;
  }

  readInt64(): number {
    const high = this.readInt32();
    return high * TWO_32 + (this.readInt32() >>> 0);
  }

  readFloat64(): number {
    floatBytes.setInt32(0, this.readInt32());
    floatBytes.setInt32(4, this.readInt32());
    return floatBytes.getFloat64(0);
  }

  readUuid(): Uuid {
    return uuidOfWords(this.readInt32(), this.readInt32(), this.readInt32(), this.readInt32());
  }

  /** An unsigned varint of up to 32 bits. */
  readUnsignedVarint(): number {
    let value = 0;
    for (let shift = 0; shift < 35; shift += 7) {
      const byte = this.readUint8();
      value |= (byte & 0x7f) << shift;
      if (byte < 0x80) return value >>> 0;
    }
    throw new MalformedMessageError('a varint has more than 5 bytes');
  }

  /** A zigzag varint of up to 32 bits. */
  readVarint(): number {
    const value = this.readUnsignedVarint();
    return (value >>> 1) ^ -(value & 1);
  }

  /** A zigzag varint of up to 64 bits. */
  readVarlong(): number {
    let low = 0;
    let high = 0;
    for (let shift = 0; shift < 28; shift += 7) {
      const byte = this.readUint8();
      low |= (byte & 0x7f) << shift;
      if (byte < 0x80) return (low >>> 1) ^ -(low & 1);
    }
    for (let shift = 0; shift < 42; shift += 7) {
      const byte = this.readUint8();
      high += (byte & 0x7f) * 2 ** shift;
      if (byte >= 0x80) continue;
      const negative = (low & 1) === 1;
      const half = high * 2 ** 27 + (low >>> 1);
      return negative ? -half - 1 : half;
    }
    throw new MalformedMessageError('a varlong has more than 10 bytes');
  }

  /** Length of a string, bytes or records field; -1 for null. */
  #length(compact: boolean, wide: boolean): number {
    const length = compact ? this.readUnsignedVarint() - 1 : wide ? this.readInt32() : this.readInt16();
    if (length < -1) throw new MalformedMessageError(`a field has the length ${length}`);
    if (length > this.#end - this.#at) throw new MalformedMessageError(`a field of ${length} bytes, ${this.#end - this.#at} remain`);
    return length;
  }

  readNullableString(compact: boolean): string | null {
    const length = this.#length(compact, false);
    if (length < 0) return null;
    if (length > 0x7fff) throw new MalformedMessageError(`a string of ${length} bytes, at most 32767 are allowed`);
    const at = this.#at;
    this.#at = at + length;
    return length === 0 ? '' : this.#bytes.toString('utf8', at, at + length);
  }

  readString(compact: boolean): string {
    return this.readNullableString(compact) ?? missing('string');
  }

  /** A slice that shares the input's memory. */
  readNullableBytes(compact: boolean): Uint8Array | null {
    const length = this.#length(compact, true);
    if (length < 0) return null;
    const at = this.#at;
    this.#at = at + length;
    return this.#bytes.subarray(at, at + length);
  }

  readBytes(compact: boolean): Uint8Array {
    return this.readNullableBytes(compact) ?? missing('bytes field');
  }

  /** Record batches, as a slice that shares the input's memory; their content is not looked at. */
  readNullableRecords(compact: boolean): Uint8Array | null {
    return this.readNullableBytes(compact);
  }

  readRecords(compact: boolean): Uint8Array {
    return this.readNullableBytes(compact) ?? missing('records field');
  }

  /** The next `length` bytes, as a slice that shares the input's memory. */
  readSlice(length: number): Uint8Array {
    if (length < 0) throw new MalformedMessageError(`a field has the length ${length}`);
    const at = this.#take(length);
    return this.#bytes.subarray(at, at + length);
  }

  /** Count of an array whose elements take at least `minBytes` each; -1 for null. */
  readNullableArrayLength(compact: boolean, minBytes: number): number {
    const count = compact ? this.readUnsignedVarint() - 1 : this.readInt32();
    if (count < -1) throw new MalformedMessageError(`an array has the length ${count}`);
    if (count * minBytes > this.#end - this.#at) throw new MalformedMessageError(`an array of ${count} elements, ${this.#end - this.#at} bytes remain`);
    return count;
  }

  readArrayLength(compact: boolean, minBytes: number): number {
    const count = this.readNullableArrayLength(compact, minBytes);
    return count < 0 ? missing('array') : count;
  }

  readNullableInt8Array(compact: boolean): number[] | null {
    const count = this.readNullableArrayLength(compact, 1);
    if (count < 0) return null;
    const values: number[] = [];
    for (let index = 0; index < count; index++) values.push(this.readInt8());
    return values;
  }

  readInt8Array(compact: boolean): number[] {
    return this.readNullableInt8Array(compact) ?? missing('array');
  }

  readNullableInt16Array(compact: boolean): number[] | null {
    const count = this.readNullableArrayLength(compact, 2);
    if (count < 0) return null;
    const values: number[] = [];
    for (let index = 0; index < count; index++) values.push(this.readInt16());
    return values;
  }

  readInt16Array(compact: boolean): number[] {
    return this.readNullableInt16Array(compact) ?? missing('array');
  }

  readNullableInt32Array(compact: boolean): number[] | null {
    const count = this.readNullableArrayLength(compact, 4);
    if (count < 0) return null;
    const values: number[] = [];
    for (let index = 0; index < count; index++) values.push(this.readInt32());
    return values;
  }

  readInt32Array(compact: boolean): number[] {
    return this.readNullableInt32Array(compact) ?? missing('array');
  }

  readNullableInt64Array(compact: boolean): number[] | null {
    const count = this.readNullableArrayLength(compact, 8);
    if (count < 0) return null;
    const values: number[] = [];
    for (let index = 0; index < count; index++) values.push(this.readInt64());
    return values;
  }

  readInt64Array(compact: boolean): number[] {
    return this.readNullableInt64Array(compact) ?? missing('array');
  }

  readNullableUuidArray(compact: boolean): Uuid[] | null {
    const count = this.readNullableArrayLength(compact, 16);
    if (count < 0) return null;
    const values: Uuid[] = [];
    for (let index = 0; index < count; index++) values.push(this.readUuid());
    return values;
  }

  readUuidArray(compact: boolean): Uuid[] {
    return this.readNullableUuidArray(compact) ?? missing('array');
  }

  readNullableStringArray(compact: boolean): string[] | null {
    const count = this.readNullableArrayLength(compact, compact ? 1 : 2);
    if (count < 0) return null;
    const values: string[] = [];
    for (let index = 0; index < count; index++) values.push(this.readString(compact));
    return values;
  }

  readStringArray(compact: boolean): string[] {
    return this.readNullableStringArray(compact) ?? missing('array');
  }

  /** Reads the size of a tagged field, after its tag, and answers the position behind the field. */
  beginTaggedField(): number {
    const size = this.readUnsignedVarint();
    if (size > this.#end - this.#at) throw new MalformedMessageError(`a tagged field of ${size} bytes, ${this.#end - this.#at} remain`);
    return this.#at + size;
  }

  /** Checks that a tagged field was as long as it said. */
  endTaggedField(end: number): void {
    if (this.#at !== end) throw new MalformedMessageError(`a tagged field is ${this.#at - end} bytes longer than its size says`);
  }

  /** Moves on to `position`, which lies ahead and not behind the end. */
  skipTo(position: number): void {
    if (position < this.#at || position > this.#end) throw new MalformedMessageError(`cannot skip to ${position}`);
    this.#at = position;
  }

  /** Skips a section of tagged fields that the reader knows none of. */
  skipTaggedFields(): void {
    for (let count = this.readUnsignedVarint(); count > 0; count--) {
      this.readUnsignedVarint();
      this.#at = this.beginTaggedField();
    }
  }
}

function missing(what: string): never {
  throw new MalformedMessageError(`null where a ${what} must be`);
}
