import { describe, expect, it } from '@jest/globals';
import type { ByteSource } from '@ottla/model';
import { MalformedMessageError } from './errors.ts';
import { WireReader } from './reader.ts';
import { uuidFromBytes, uuidToBytes } from './uuid.ts';
import { putVarint, putVarlong, sizeOfVarint, sizeOfVarlong } from './varint.ts';
import { WireWriter } from './writer.ts';

const hex = (bytes: Uint8Array): string => Buffer.from(bytes).toString('hex');
const written = (write: (writer: WireWriter) => void): Uint8Array => {
  const writer = new WireWriter();
  write(writer);
  return Uint8Array.from(writer.finish());
};
const reader = (...bytes: number[]): WireReader => new WireReader(Uint8Array.from(bytes));

const int32s = [0, 1, -1, 63, 64, -64, -65, 8191, 8192, -8193, 1_048_575, 1_048_576, 134_217_727, 134_217_728, 2_147_483_647, -2_147_483_648];
const int64s = [...int32s, 2_147_483_648, -2_147_483_649, 2 ** 32, 2 ** 40 + 7, -(2 ** 40) - 7, Number.MAX_SAFE_INTEGER, Number.MIN_SAFE_INTEGER];

describe('numbers', () => {
  it('come back as they went', () => {
    for (const value of [-128, -1, 0, 127]) expect(new WireReader(written((writer) => writer.writeInt8(value))).readInt8()).toBe(value);
    for (const value of [-32768, -1, 0, 255, 256, 32767]) expect(new WireReader(written((writer) => writer.writeInt16(value))).readInt16()).toBe(value);
    for (const value of [0, 32768, 65535]) expect(new WireReader(written((writer) => writer.writeUint16(value))).readUint16()).toBe(value);
    for (const value of int32s) expect(new WireReader(written((writer) => writer.writeInt32(value))).readInt32()).toBe(value);
    for (const value of [0, 2 ** 31, 2 ** 32 - 1]) expect(new WireReader(written((writer) => writer.writeUint32(value))).readUint32()).toBe(value);
    for (const value of int64s) expect(new WireReader(written((writer) => writer.writeInt64(value))).readInt64()).toBe(value);
    for (const value of [0, -0.5, 1e300, NaN, -Infinity]) expect(new WireReader(written((writer) => writer.writeFloat64(value))).readFloat64()).toBe(value);
  });

  it('clamp to the ends of 64 bits', () => {
    expect(hex(written((writer) => writer.writeInt64(2 ** 63)))).toBe('7fffffffffffffff');
    expect(hex(written((writer) => writer.writeInt64(Infinity)))).toBe('7fffffffffffffff');
    expect(hex(written((writer) => writer.writeInt64(-(2 ** 63))))).toBe('8000000000000000');
    expect(reader(0x7f, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff).readInt64()).toBe(2 ** 63);
  });

  it('come back from varints, which are as long as they are said to be', () => {
    for (const value of int32s) {
      const bytes = written((writer) => writer.writeVarint(value));
      expect([new WireReader(bytes).readVarint(), bytes.length]).toEqual([value, sizeOfVarint(value)]);
      const put = new Uint8Array(bytes.length);
      expect([putVarint(put, 0, value), hex(put)]).toEqual([bytes.length, hex(bytes)]);
    }
    for (const value of int64s) {
      const bytes = written((writer) => writer.writeVarlong(value));
      expect([new WireReader(bytes).readVarlong(), bytes.length]).toEqual([value, sizeOfVarlong(value)]);
      const put = new Uint8Array(bytes.length);
      expect([putVarlong(put, 0, value), hex(put)]).toEqual([bytes.length, hex(bytes)]);
    }
    for (const value of [0, 127, 128, 16384, 2 ** 31, 2 ** 32 - 1]) expect(new WireReader(written((writer) => writer.writeUnsignedVarint(value))).readUnsignedVarint()).toBe(value);
  });

  it('match the varints of the protobuf rules', () => {
    expect(hex(written((writer) => writer.writeVarint(-1)))).toBe('01');
    expect(hex(written((writer) => writer.writeVarint(2_147_483_647)))).toBe('feffffff0f');
    expect(hex(written((writer) => writer.writeVarint(-2_147_483_648)))).toBe('ffffffff0f');
    expect(hex(written((writer) => writer.writeVarlong(2 ** 40)))).toBe('808080808040');
  });

  it('refuse varints without end', () => {
    expect(() => reader(0xff, 0xff, 0xff, 0xff, 0xff, 0).readUnsignedVarint()).toThrow(MalformedMessageError);
    expect(() => reader(...Array.from({ length: 11 }, () => 0xff)).readVarlong()).toThrow(MalformedMessageError);
  });
});

describe('strings, bytes and arrays', () => {
  it('come back as they went, compact or not', () => {
    for (const text of ['', 'a', 'é', '日本', 'a'.repeat(42), 'é'.repeat(42), '\u{1f600}'.repeat(21), 'b'.repeat(43), 'c'.repeat(32767)]) {
      for (const compact of [false, true]) {
        const bytes = written((writer) => {
          writer.writeString(text, compact);
          writer.writeInt8(9);
        });
        const back = new WireReader(bytes);
        expect([back.readString(compact), back.readInt8()]).toEqual([text, 9]);
      }
    }
    expect(() => written((writer) => writer.writeString('é'.repeat(16384), true))).toThrow(RangeError);
  });

  it('tell null from empty', () => {
    for (const compact of [false, true]) {
      const bytes = written((writer) => {
        writer.writeNullableString(null, compact);
        writer.writeNullableBytes(null, compact);
        writer.writeNullableBytes(new Uint8Array(0), compact);
        writer.writeNullArray(compact);
        writer.writeArrayLength(0, compact);
      });
      const back = new WireReader(bytes);
      expect(back.readNullableString(compact)).toBeNull();
      expect(back.readNullableBytes(compact)).toBeNull();
      expect(back.readNullableBytes(compact)).toHaveLength(0);
      expect([back.readNullableArrayLength(compact, 1), back.readNullableArrayLength(compact, 1), back.remaining]).toEqual([-1, 0, 0]);
    }
  });

  it('refuse null where none may be, and lengths that cannot be', () => {
    const refused: ((from: WireReader) => unknown)[] = [
      (from) => from.readString(false),
      (from) => from.readBytes(false),
      (from) => from.readArrayLength(false, 1),
      (from) => from.readNullableString(false),
    ];
    for (const [index, read] of refused.entries()) expect(() => read(index === 3 ? reader(0xff, 0xfe) : reader(0xff, 0xff, 0xff, 0xff))).toThrow(MalformedMessageError);
    expect(() => reader(0, 5, 1).readString(false)).toThrow(MalformedMessageError);
    expect(() => reader(0x7f, 0xff, 0xff, 0xff).readBytes(false)).toThrow(MalformedMessageError);
    // 3 elements of 8 bytes each cannot lie in 23 bytes.
    expect(() => new WireReader(new Uint8Array([0, 0, 0, 3, ...new Uint8Array(23)])).readInt64Array(false)).toThrow(MalformedMessageError);
    expect(new WireReader(new Uint8Array([0, 0, 0, 3, ...new Uint8Array(24)])).readInt64Array(false)).toEqual([0, 0, 0]);
  });

  it('are slices of the input, and stay within the given range', () => {
    const bytes = Uint8Array.of(9, 0, 0, 0, 2, 7, 8, 5, 5);
    const back = new WireReader(bytes, 1, 7);
    const slice = back.readBytes(false);
    bytes[5] = 1;
    expect([...slice]).toEqual([1, 8]);
    expect(() => back.readInt8()).toThrow(MalformedMessageError);
    expect(() => new WireReader(bytes, 3, 10)).toThrow(RangeError);
  });
});

describe('uuids', () => {
  it('go between text and bytes', () => {
    const bytes = Uint8Array.from({ length: 16 }, (_none, index) => index * 17);
    const text = Buffer.from(bytes).toString('base64url');
    expect([uuidFromBytes(bytes), hex(uuidToBytes(text))]).toEqual([text, hex(bytes)]);
    expect(new WireReader(written((writer) => writer.writeUuid(text))).readUuid()).toBe(text);
    // From the cache, too.
    expect(new WireReader(bytes).readUuid()).toBe(text);
    for (const bad of ['', 'short', `${text}x`, `*${text.slice(1)}`, `é${text.slice(1)}`]) expect(() => uuidToBytes(bad)).toThrow(RangeError);
    expect(() => uuidFromBytes(bytes, 1)).toThrow(RangeError);
  });
});

describe('tagged fields', () => {
  it('get the size of what they hold, also beyond one byte', () => {
    for (const size of [0, 1, 127, 128, 20_000]) {
      const bytes = written((writer) => {
        writer.writeUnsignedVarint(1);
        const mark = writer.beginTaggedField(3);
        writer.writeRaw(new Uint8Array(size).fill(6));
        writer.endTaggedField(mark);
        writer.writeInt8(9);
      });
      const back = new WireReader(bytes);
      expect([back.readUnsignedVarint(), back.readUnsignedVarint()]).toEqual([1, 3]);
      const end = back.beginTaggedField();
      expect(end - back.position).toBe(size);
      expect(() => back.endTaggedField(end + 1)).toThrow(MalformedMessageError);
      back.skipTo(end);
      back.endTaggedField(end);
      expect(back.readInt8()).toBe(9);
    }
  });
});

describe('records fields', () => {
  /** A source that counts what is done to it. */
  function source(bytes: Uint8Array): ByteSource & { readonly calls: string[] } {
    const calls: string[] = [];
    const copy = (target: Uint8Array, at: number): void => target.set(bytes, at);
    return {
      calls,
      byteLength: bytes.length,
      isCached: true,
      readSync: (target, at) => (calls.push('read'), copy(target, at)),
      read: (target, at) => (calls.push('read'), copy(target, at), Promise.resolve()),
      release: () => void calls.push('release'),
    };
  }

  it('become parts of their own in order', () => {
    const records = Uint8Array.of(1, 2, 3);
    const file = source(Uint8Array.of(4, 5));
    const writer = new WireWriter();
    writer.writeInt8(8);
    writer.writeRecords(records, false);
    writer.writeNullableRecords(null, true);
    writer.writeRecords(file, true);
    writer.writeInt8(9);
    expect(writer.byteLength).toBe(1 + 4 + 3 + 1 + 1 + 2 + 1);
    const parts = writer.toParts();
    expect(parts[1]).toBe(records);
    expect(parts[3]).toBe(file);
    expect(parts.filter((_part, index) => index % 2 === 0).map((part) => hex(part as Uint8Array))).toEqual(['0800000003', '0003', '09']);
    expect(file.calls).toEqual([]);
  });

  it('are copied in and released where one piece is wanted', () => {
    const files = [source(Uint8Array.of(4, 5)), source(Uint8Array.of(6)), source(new Uint8Array(0))];
    const bytes = written((writer) => {
      writer.writeRecords(files[0] as ByteSource, true);
      const mark = writer.beginTaggedField(0);
      writer.writeRecords(files[1] as ByteSource, true);
      writer.endTaggedField(mark);
      writer.writeRecords(files[2] as ByteSource, true);
    });
    expect(hex(bytes)).toBe('03040500020206' + '01');
    expect(files.map((file) => file.calls)).toEqual([['read', 'release'], ['read', 'release'], ['release']]);
  });
});

describe('WireWriter', () => {
  it('cuts messages from one slab that do not touch each other', () => {
    const messages = Array.from({ length: 300 }, (_none, index) => {
      const writer = new WireWriter();
      writer.writeInt32(index);
      writer.writeRaw(new Uint8Array(index * 7).fill(index));
      return writer.finish();
    });
    for (const [index, bytes] of messages.entries()) {
      expect([new WireReader(bytes).readInt32(), bytes.length]).toEqual([index, 4 + index * 7]);
      expect(bytes.subarray(4).every((byte) => byte === (index & 0xff))).toBe(true);
    }
  });

  it('keeps two messages apart that are written at the same time', () => {
    const [a, b] = [new WireWriter(), new WireWriter()];
    for (let round = 0; round < 100; round++) {
      a.writeInt32(1);
      b.writeInt32(2);
    }
    expect([hex(a.finish()), hex(b.finish())]).toEqual(['00000001'.repeat(100), '00000002'.repeat(100)]);
  });
});
