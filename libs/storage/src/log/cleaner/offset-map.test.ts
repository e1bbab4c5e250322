import { describe, expect, it } from '@jest/globals';
import { OFFSET_MAP_SLOT_BYTES, OffsetMap } from './offset-map.ts';

const secrets = Int32Array.of(1, -2, 3, -4);
const keyOf = (text: string): [Uint8Array, number, number] => {
  const bytes = Buffer.from(`...${text}`);
  return [bytes, 3, bytes.length - 3];
};

describe('an offset map', () => {
  it('knows the latest offset of each key, near its capacity too, and beyond 2^32', () => {
    const map = new OffsetMap(5000 * OFFSET_MAP_SLOT_BYTES, 0.98, secrets);
    const base = 2 ** 40;
    for (let index = 0; index < 4800; index++) map.put(...keyOf(`key-${index}`), base + index);
    for (let index = 0; index < 4800; index += 3) map.put(...keyOf(`key-${index}`), base + 10_000 + index);
    expect(map.keyCount).toBe(4800);
    for (let index = 0; index < 4800; index++) expect(map.get(...keyOf(`key-${index}`))).toBe(base + index + (index % 3 === 0 ? 10_000 : 0));
    for (let index = 0; index < 1000; index++) expect(map.get(...keyOf(`other-${index}`))).toBe(-1);
  });

  it('tells keys apart that differ in length, in their last bytes, or only in zeros', () => {
    const map = new OffsetMap(64 * 1024, 0.9, secrets);
    const keys = ['', '\0', '\0\0', '\0\0\0', '\0\0\0\0', 'a', 'ab', 'abc', 'abcd', 'abcde', 'abcd\0', 'b'];
    for (const [offset, key] of keys.entries()) map.put(...keyOf(key), offset);
    expect(keys.map((key) => map.get(...keyOf(key)))).toEqual(keys.map((_, offset) => offset));
  });

  it('is full at its load factor, and never without a free slot', () => {
    const map = new OffsetMap(10 * OFFSET_MAP_SLOT_BYTES, 0.5, secrets);
    for (let index = 0; index < 5; index++) {
      expect(map.isFull).toBe(false);
      map.put(...keyOf(String(index)), index);
    }
    expect(map.isFull).toBe(true);
    const whole = new OffsetMap(2 * OFFSET_MAP_SLOT_BYTES, 1, secrets);
    whole.put(...keyOf('x'), 0);
    expect(whole.isFull).toBe(true);
    expect(whole.get(...keyOf('y'))).toBe(-1);
  });
});
