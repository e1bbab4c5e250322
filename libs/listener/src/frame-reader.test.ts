import { describe, expect, it } from '@jest/globals';
import { MalformedMessageError } from '@ottla/protocol';
import { seededRandom } from '@ottla/testing';
import { BufferPool } from './buffer-pool.ts';
import { FrameReader } from './frame-reader.ts';
import { sized } from './listener-fixture.ts';
import { RequestMemory } from './request-memory.ts';

/** A pool that counts what it hands out. */
class CountingPool extends BufferPool {
  takenBytes = 0;
  out = 0;

  override take(bytes: number): Buffer {
    const buffer = super.take(bytes);
    this.takenBytes += buffer.length;
    this.out += 1;
    return buffer;
  }

  override give(buffer: Buffer): void {
    this.out -= 1;
    super.give(buffer);
  }
}

/** Feeds `bytes` from memory that is overwritten afterwards, takes at most `limit` frames, and answers copies of them. */
function feed(reader: FrameReader, pool: BufferPool, bytes: Buffer, limit = Infinity): Buffer[] {
  const passing = Buffer.from(bytes);
  if (bytes.length > 0) reader.feed(passing);
  const frames: Buffer[] = [];
  while (frames.length < limit && reader.next()) {
    frames.push(Buffer.from(reader.buffer.subarray(reader.start, reader.end)));
    const owned = reader.consume();
    if (owned !== undefined) pool.give(owned);
  }
  reader.keepRest();
  passing.fill(0xee);
  return frames;
}

describe('FrameReader', () => {
  it('finds the same frames however the bytes are cut, also when they are not taken at once', () => {
    const random = seededRandom(7);
    for (let round = 0; round < 100; round++) {
      const pool = new CountingPool();
      const reader = new FrameReader(pool, new RequestMemory(), 100_000);
      const sent = Array.from({ length: 1 + random.below(20) }, () => Buffer.alloc(random.below(random.below(4) === 0 ? 9000 : 40), random.below(256)));
      const stream = Buffer.concat(sent.map(sized));
      const found: Buffer[] = [];
      for (let at = 0; at < stream.length; ) {
        const count = 1 + random.below(random.below(3) === 0 ? 5000 : 7);
        found.push(...feed(reader, pool, stream.subarray(at, at + count), random.below(3)));
        at += count;
      }
      found.push(...feed(reader, pool, Buffer.alloc(0)));
      expect(Buffer.concat(found.map(sized)).equals(stream)).toBe(true);
      expect(reader.hasRest).toBe(false);
      reader.close();
      expect(pool.out).toBe(0);
    }
  });

  it('offers a frame that was not consumed again', () => {
    const pool = new CountingPool();
    const reader = new FrameReader(pool, new RequestMemory(), 1000);
    expect(feed(reader, pool, Buffer.concat([sized(Buffer.from('one')), sized(Buffer.from('two'))]), 0)).toEqual([]);
    expect(reader.hasRest).toBe(true);
    expect(reader.next() && reader.next()).toBe(true);
    expect(feed(reader, pool, Buffer.alloc(0)).map(String)).toEqual(['one', 'two']);
    reader.close();
    expect(pool.out).toBe(0);
  });

  it('pays for the bytes that came, not for the size that a frame claims', () => {
    const pool = new CountingPool();
    const reader = new FrameReader(pool, new RequestMemory(), 100 * 1024 * 1024);
    const size = Buffer.alloc(4);
    size.writeInt32BE(100 * 1024 * 1024);
    feed(reader, pool, Buffer.concat([size, Buffer.alloc(1000)]));
    expect(pool.takenBytes).toBeLessThanOrEqual(256 * 1024);
    reader.close();
    expect(pool.out).toBe(0);
  });

  it('copies a large frame once when the connection sent one before, and a few times at most otherwise', () => {
    const pool = new CountingPool();
    const reader = new FrameReader(pool, new RequestMemory(), 10_000_000);
    const bytes = sized(Buffer.alloc(4_000_000, 'x'));
    const spent: number[] = [];
    for (let round = 0; round < 2; round++) {
      pool.takenBytes = 0;
      let frames = 0;
      for (let at = 0; at < bytes.length; at += 1000) frames += feed(reader, pool, bytes.subarray(at, at + 1000)).length;
      expect(frames).toBe(1);
      spent.push(pool.takenBytes);
    }
    expect(spent[0]).toBeLessThan(3 * bytes.length);
    expect(spent[1]).toBeLessThan(1.1 * bytes.length);
  });

  it('receives most of a large frame where it belongs, and finds the same frames', () => {
    const random = seededRandom(11);
    const pool = new CountingPool();
    const reader = new FrameReader(pool, new RequestMemory(), 10_000_000);
    const sent = Array.from({ length: 30 }, (_, index) => Buffer.alloc(random.below(index % 3 === 0 ? 200 : 1_500_000), index));
    const stream = Buffer.concat(sent.map(sized));
    const found: Buffer[] = [];
    let copiedBytes = 0;
    for (let at = 0; at < stream.length; ) {
      const room = reader.room();
      const count = Math.min(stream.length - at, 1 + random.below(room?.length ?? 128 * 1024));
      if (room === undefined) {
        copiedBytes += count;
        found.push(...feed(reader, pool, stream.subarray(at, at + count)));
      } else {
        stream.copy(room, 0, at, at + count);
        reader.filled(count);
        found.push(...feed(reader, pool, Buffer.alloc(0)));
      }
      at += count;
    }
    expect(Buffer.concat(found.map(sized)).equals(stream)).toBe(true);
    expect(copiedBytes).toBeLessThan(0.3 * stream.length);
    reader.close();
    expect(reader.room()).toBeUndefined();
    expect(pool.out).toBe(0);
  });

  it('refuses sizes that no frame has, and names other protocols only at the start of a connection', () => {
    const refusal = (...parts: Buffer[]): string => {
      const pool = new BufferPool();
      const reader = new FrameReader(pool, new RequestMemory(), 1000);
      try {
        for (const part of parts) feed(reader, pool, part);
      } catch (error) {
        expect(error).toBeInstanceOf(MalformedMessageError);
        return (error as Error).message;
      }
      throw new Error('taken');
    };
    const size = (value: number): Buffer => {
      const bytes = Buffer.alloc(4);
      bytes.writeInt32BE(value);
      return bytes;
    };
    expect(refusal(size(-1))).toMatch(/-1 bytes/);
    expect(refusal(size(-2147483648).subarray(0, 3), size(-2147483648).subarray(3))).toMatch(/-2147483648 bytes/);
    expect(refusal(size(1001))).toMatch(/1001 bytes, at most 1000/);
    expect(refusal(Buffer.from([0x16, 3, 1, 0]))).toMatch(/speaks TLS/);
    expect(refusal(Buffer.from('POST'))).toMatch(/speaks HTTP/);
    expect(refusal(sized(Buffer.alloc(1)), Buffer.from('POST'))).toMatch(/1347375956 bytes/);
  });
});
