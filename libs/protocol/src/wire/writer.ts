import { isByteSource, type RecordsSource, type Uuid } from '@ottla/model';
import { writeUuidBytes } from './uuid.ts';

const SLAB_BYTES = 64 * 1024;
const SMALLEST_REST = 512;
const TWO_32 = 4294967296;
const MAX_INT64 = 2 ** 63;
const floatBytes = new DataView(new ArrayBuffer(8));

/** Writers at work at one time, inside one another, that find a slab ready. */
const MAX_SPARE_SLABS = 4;

/**
 * Memory that finished messages are cut from, one behind the other, so that a small answer costs no allocation
 * of its own. A writer takes what is left of a slab and gives the rest back; a writer at work inside another one takes
 * the next. A slab is freed by the collector when none of its messages is held.
 */
const spareSlabs: Buffer[] = [];

function takeSlab(): Buffer {
  return spareSlabs.pop() ?? Buffer.allocUnsafeSlow(SLAB_BYTES);
}

function giveBack(rest: Buffer): void {
  if (rest.length >= SMALLEST_REST && spareSlabs.length < MAX_SPARE_SLABS) spareSlabs.push(rest);
}

/**
 * Writes Kafka's primitive types. Used once: after `toParts` or `finish` it is spent.
 *
 * Records fields are not copied: they become parts of their own between the parts written here. What
 * `toParts` answers must be written out in order; a ByteSource among them is owned by whoever takes the parts.
 * Values that do not fit their type are the caller's defect and wrap, except int64: numbers beyond its range
 * clamp to the nearest end, and numbers beyond 2^53 are what a double makes of them.
 */
export class WireWriter {
  #buffer: Buffer = takeSlab();
  /** Start of the segment that is being written; what lies before belongs to `#parts`. */
  #start = 0;
  #at = 0;
  #parts: RecordsSource[] | undefined;
  #partBytes = 0;
  #taggedDepth = 0;

  /** Bytes written so far, external records included. */
  get byteLength(): number {
    return this.#partBytes + this.#at - this.#start;
  }

  /** Makes room for `count` bytes and answers where they go. */
  #reserve(count: number): number {
    const at = this.#at;
    if (at + count > this.#buffer.length) return this.#grow(count);
    this.#at = at + count;
    return at;
  }

  #grow(count: number): number {
    const used = this.#at - this.#start;
    const larger = Buffer.allocUnsafeSlow(Math.max(SLAB_BYTES, (used + count) * 2));
    this.#buffer.copy(larger, 0, this.#start, this.#at);
    this.#buffer = larger;
    this.#start = 0;
    this.#at = used + count;
    return used;
  }

  writeInt8(value: number): void {
    const at = this.#reserve(1);
    this.#buffer[at] = value;
  }

  writeBool(value: boolean): void {
    this.writeInt8(value ? 1 : 0);
  }

  writeInt16(value: number): void {
    const at = this.#reserve(2);
    const buffer = this.#buffer;
    buffer[at] = value >> 8;
    buffer[at + 1] = value;
  }

  writeUint16(value: number): void {
    this.writeInt16(value);
  }

  writeInt32(value: number): void {
    const at = this.#reserve(4);
    const buffer = this.#buffer;
    buffer[at] = value >> 24;
    buffer[at + 1] = value >> 16;
    buffer[at + 2] = value >> 8;
    buffer[at + 3] = value;
  }

  writeUint32(value: number): void {
    this.writeInt32(value | 0);
  }

  writeInt64(value: number): void {
    if (value >= MAX_INT64) {
      this.writeInt32(0x7fffffff);
      this.writeInt32(-1);
    } else if (value <= -MAX_INT64) {
      this.writeInt32(-0x80000000);
      this.writeInt32(0);
    } else {
      const high = Math.floor(value / TWO_32);
      this.writeInt32(high);
      this.writeInt32((value - high * TWO_32) | 0);
    }
  }

  writeFloat64(value: number): void {
    floatBytes.setFloat64(0, value);
    this.writeInt32(floatBytes.getInt32(0));
    this.writeInt32(floatBytes.getInt32(4));
  }

  /** Throws a RangeError when `id` is not 22 characters of base64url. */
  writeUuid(id: Uuid): void {
    const at = this.#reserve(16);
    writeUuidBytes(id, this.#buffer, at);
  }

  /** `value` from 0 to 2^32-1. */
  writeUnsignedVarint(value: number): void {
    let rest = value >>> 0;
    while (rest >= 0x80) {
      this.writeInt8(rest | 0x80);
      rest >>>= 7;
    }
    this.writeInt8(rest);
  }

  /** Zigzag, `value` of 32 bits. */
  writeVarint(value: number): void {
    this.writeUnsignedVarint((value << 1) ^ (value >> 31));
  }

  /** Zigzag, `value` a whole number up to 2^53 either way. */
  writeVarlong(value: number): void {
    if (value >= -0x40000000 && value < 0x40000000) {
      this.writeVarint(value);
      return;
    }
    // 2 * |value| may pass 2^53: the lowest seven bits are taken off before doubling.
    const half = value < 0 ? -value - 1 : value;
    this.writeInt8(((half % 64) * 2 + (value < 0 ? 1 : 0)) | 0x80);
    let rest = Math.floor(half / 64);
    while (rest >= 0x80) {
      this.writeInt8((rest % 128) | 0x80);
      rest = Math.floor(rest / 128);
    }
    this.writeInt8(rest);
  }

  /** Copies `bytes` with no length before them. */
  writeRaw(bytes: Uint8Array): void {
    const at = this.#reserve(bytes.length);
    this.#buffer.set(bytes, at);
  }

  /** Throws a RangeError when the string has more than 32767 bytes. */
  writeString(value: string, compact: boolean): void {
    const length = value.length;
    // Up to 42 units make at most 126 bytes, so a compact length is one byte and is written afterwards.
    if (length <= 42) {
      const head = compact ? 1 : 2;
      const at = this.#reserve(head + length * 3);
      const buffer = this.#buffer;
      let to = at + head;
      for (let index = 0; index < length; index++) {
        const unit = value.charCodeAt(index);
        if (unit >= 0x80) {
          to = at + head + buffer.write(value, at + head);
          break;
        }
        buffer[to++] = unit;
      }
      const bytes = to - at - head;
      if (compact) {
        buffer[at] = bytes + 1;
      } else {
        buffer[at] = 0;
        buffer[at + 1] = bytes;
      }
      this.#at = to;
      return;
    }
    const bytes = Buffer.byteLength(value);
    if (bytes > 0x7fff) throw new RangeError(`a string of ${bytes} bytes, at most 32767 are allowed`);
    if (compact) this.writeUnsignedVarint(bytes + 1);
    else this.writeInt16(bytes);
    const at = this.#reserve(bytes);
    this.#buffer.write(value, at, bytes);
  }

  writeNullableString(value: string | null, compact: boolean): void {
    if (value !== null) this.writeString(value, compact);
    else if (compact) this.writeInt8(0);
    else this.writeInt16(-1);
  }

  #writeLength(length: number, compact: boolean): void {
    if (compact) this.writeUnsignedVarint(length + 1);
    else this.writeInt32(length);
  }

  writeBytes(value: Uint8Array, compact: boolean): void {
    this.#writeLength(value.length, compact);
    this.writeRaw(value);
  }

  writeNullableBytes(value: Uint8Array | null, compact: boolean): void {
    if (value === null) this.#writeLength(-1, compact);
    else this.writeBytes(value, compact);
  }

  /** The records become a part of their own; nothing is copied. */
  writeRecords(value: RecordsSource, compact: boolean): void {
    this.#writeLength(value.byteLength, compact);
    if (value.byteLength === 0) {
      if (isByteSource(value)) value.release();
    } else if (this.#taggedDepth > 0) this.#copyRecords(value);
    else this.writeExternal(value);
  }

  writeNullableRecords(value: RecordsSource | null, compact: boolean): void {
    if (value === null) this.#writeLength(-1, compact);
    else this.writeRecords(value, compact);
  }

  /** Adds bytes as a part of their own, with no length before them. */
  writeExternal(value: RecordsSource): void {
    this.#cut();
    (this.#parts ??= []).push(value);
    this.#partBytes += value.byteLength;
  }

  #cut(): void {
    if (this.#at === this.#start) return;
    (this.#parts ??= []).push(this.#buffer.subarray(this.#start, this.#at));
    this.#partBytes += this.#at - this.#start;
    this.#start = this.#at;
  }

  /** A tagged field's size stands before it, so its content must lie in one piece. */
  #copyRecords(value: RecordsSource): void {
    const at = this.#reserve(value.byteLength);
    if (isByteSource(value)) {
      value.readSync(this.#buffer, at);
      value.release();
    } else {
      this.#buffer.set(value, at);
    }
  }

  writeArrayLength(count: number, compact: boolean): void {
    this.#writeLength(count, compact);
  }

  writeNullArray(compact: boolean): void {
    this.#writeLength(-1, compact);
  }

  writeInt8Array(values: readonly number[], compact: boolean): void {
    this.#writeLength(values.length, compact);
    for (const value of values) this.writeInt8(value);
  }

  writeNullableInt8Array(values: readonly number[] | null, compact: boolean): void {
    if (values === null) this.writeNullArray(compact);
    else this.writeInt8Array(values, compact);
  }

  writeInt16Array(values: readonly number[], compact: boolean): void {
    this.#writeLength(values.length, compact);
    for (const value of values) this.writeInt16(value);
  }

  writeNullableInt16Array(values: readonly number[] | null, compact: boolean): void {
    if (values === null) this.writeNullArray(compact);
    else this.writeInt16Array(values, compact);
  }

  writeInt32Array(values: readonly number[], compact: boolean): void {
    this.#writeLength(values.length, compact);
    for (const value of values) this.writeInt32(value);
  }

  writeNullableInt32Array(values: readonly number[] | null, compact: boolean): void {
    if (values === null) this.writeNullArray(compact);
    else this.writeInt32Array(values, compact);
  }

  writeInt64Array(values: readonly number[], compact: boolean): void {
    this.#writeLength(values.length, compact);
    for (const value of values) this.writeInt64(value);
  }

  writeNullableInt64Array(values: readonly number[] | null, compact: boolean): void {
    if (values === null) this.writeNullArray(compact);
    else this.writeInt64Array(values, compact);
  }

  writeUuidArray(values: readonly Uuid[], compact: boolean): void {
    this.#writeLength(values.length, compact);
    for (const value of values) this.writeUuid(value);
  }

  writeNullableUuidArray(values: readonly Uuid[] | null, compact: boolean): void {
    if (values === null) this.writeNullArray(compact);
    else this.writeUuidArray(values, compact);
  }

  writeStringArray(values: readonly string[], compact: boolean): void {
    this.#writeLength(values.length, compact);
    for (const value of values) this.writeString(value, compact);
  }

  writeNullableStringArray(values: readonly string[] | null, compact: boolean): void {
    if (values === null) this.writeNullArray(compact);
    else this.writeStringArray(values, compact);
  }

  /** An empty section of tagged fields. */
  writeNoTaggedFields(): void {
    this.writeInt8(0);
  }

  /** Writes a tag and leaves room for the size; the field's content follows, then `endTaggedField`. */
  beginTaggedField(tag: number): number {
    this.writeUnsignedVarint(tag);
    this.#taggedDepth++;
    return this.#reserve(1) + 1 - this.#start;
  }

  /** `mark` is what `beginTaggedField` answered. */
  endTaggedField(mark: number): void {
    this.#taggedDepth--;
    const size = this.#at - this.#start - mark;
    let extra = 0;
    for (let rest = size >>> 7; rest > 0; rest >>>= 7) extra++;
    if (extra > 0) {
      this.#reserve(extra);
      const from = this.#start + mark;
      this.#buffer.copyWithin(from + extra, from, from + size);
    }
    let at = this.#start + mark - 1;
    let rest = size;
    for (; rest >= 0x80; rest >>>= 7) this.#buffer[at++] = rest | 0x80;
    this.#buffer[at] = rest;
  }

  /** All parts in order; external records are among them as they were given. */
  toParts(): RecordsSource[] {
    this.#cut();
    giveBack(this.#buffer.subarray(this.#at));
    return this.#parts ?? [];
  }

  /**
   * All bytes in one piece; external records are copied in (a ByteSource is read and released). The memory is
   * shared with other messages' through a slab: copy what is kept for long.
   */
  finish(): Uint8Array {
    if (this.#parts === undefined) {
      const bytes = this.#buffer.subarray(this.#start, this.#at);
      giveBack(this.#buffer.subarray(this.#at));
      return bytes;
    }
    const parts = this.toParts();
    const bytes = Buffer.allocUnsafe(this.#partBytes);
    let at = 0;
    for (const part of parts) {
      if (isByteSource(part)) {
        part.readSync(bytes, at);
        part.release();
      } else {
        bytes.set(part, at);
      }
      at += part.byteLength;
    }
    return bytes;
  }
}
