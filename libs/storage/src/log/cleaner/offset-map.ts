import type { Offset } from '@ottla/model';

/** Words of a slot: four of the key's hash, then offset + 1 as low and high word; 0 in both means that the slot is free. */
const SLOT_WORDS = 6;
export const OFFSET_MAP_SLOT_BYTES = SLOT_WORDS * 4;
const TWO_32 = 4294967296;

/**
 * 128-bit hashes of keys: HalfSipHash-2-4 with 64-bit results, under two secrets. Whoever does not know the secrets,
 * which are drawn anew for each clean, cannot make two keys that collide; by chance 10 million keys collide once in 10^24 cleans.
 */
class KeyHash {
  /** Result of the latest `update`. */
  readonly words = new Int32Array(4);
  readonly #secrets: Int32Array;

  constructor(secrets: Int32Array) {
    this.#secrets = secrets;
  }

  update(bytes: Uint8Array, start: number, length: number): void {
    const secrets = this.#secrets;
    this.#half(bytes, start, length, secrets[0] as number, secrets[1] as number, 0);
    this.#half(bytes, start, length, secrets[2] as number, secrets[3] as number, 2);
  }

  #half(bytes: Uint8Array, start: number, length: number, k0: number, k1: number, to: number): void {
    let v0 = k0;
    let v1 = k1 ^ 0xee;
    let v2 = k0 ^ 0x6c796765;
    let v3 = k1 ^ 0x74656462;
    const wordEnd = start + (length & ~3);
    const end = start + length;
    /** Full words, then one of the bytes that are left with the length, then two rounds of finishing. */
    let step = 0;
    for (let at = start; step < 3; ) {
      let word = 0;
      let rounds = 2;
      if (at < wordEnd) {
        word = (bytes[at] as number) | ((bytes[at + 1] as number) << 8) | ((bytes[at + 2] as number) << 16) | ((bytes[at + 3] as number) << 24);
        at += 4;
      } else if (step === 0) {
        word = length << 24;
        for (let shift = 0; at < end; at++, shift += 8) word |= (bytes[at] as number) << shift;
        step = 1;
      } else {
        rounds = 4;
        if (step === 1) v2 ^= 0xee;
        else v1 ^= 0xdd;
        step++;
      }
      v3 ^= word;
      for (; rounds > 0; rounds--) {
        v0 = (v0 + v1) | 0;
        v1 = ((v1 << 5) | (v1 >>> 27)) ^ v0;
        v0 = (v0 << 16) | (v0 >>> 16);
        v2 = (v2 + v3) | 0;
        v3 = ((v3 << 8) | (v3 >>> 24)) ^ v2;
        v0 = (v0 + v3) | 0;
        v3 = ((v3 << 7) | (v3 >>> 25)) ^ v0;
        v2 = (v2 + v1) | 0;
        v1 = ((v1 << 13) | (v1 >>> 19)) ^ v2;
        v2 = (v2 << 16) | (v2 >>> 16);
      }
      v0 ^= word;
      if (step >= 2) this.words[to + step - 2] = v1 ^ v3;
    }
  }
}

/**
 * The latest offset of each key, by the key's hash, in one typed array of fixed size: nothing is allocated for a key.
 * Open addressing with linear probing: neighbours share cache lines, which is what makes a high load bearable.
 */
export class OffsetMap {
  readonly #slots: Int32Array;
  readonly #slotCount: number;
  readonly #maxKeys: number;
  readonly #hash: KeyHash;
  #keyCount = 0;
  /** Records up to here were taken in; -1 before the first. */
  latestOffset: Offset = -1;

  /**
   * At most `bytes` of memory and `loadFactor` of its slots used. `secrets` are four random words; `memoryOf` gives so
   * many words, all 0.
   */
  constructor(bytes: number, loadFactor: number, secrets: Int32Array, memoryOf: (words: number) => Int32Array = (words) => new Int32Array(words)) {
    this.#slotCount = Math.max(2, Math.floor(bytes / OFFSET_MAP_SLOT_BYTES));
    this.#slots = memoryOf(this.#slotCount * SLOT_WORDS);
    // One slot stays free, which ends every search.
    this.#maxKeys = Math.max(1, Math.min(this.#slotCount - 1, Math.floor(this.#slotCount * loadFactor)));
    this.#hash = new KeyHash(secrets);
  }

  get keyCount(): number {
    return this.#keyCount;
  }

  get isFull(): boolean {
    return this.#keyCount >= this.#maxKeys;
  }

  /** Part of the slots that is used, from 0 to 1. */
  get utilization(): number {
    return this.#keyCount / this.#slotCount;
  }

  /** Notes that the key in `bytes` was last seen at `offset`. Not when `isFull`. */
  put(bytes: Uint8Array, start: number, length: number, offset: Offset): void {
    const at = this.#find(bytes, start, length);
    const slots = this.#slots;
    if (slots[at + 4] === 0 && slots[at + 5] === 0) {
      slots.set(this.#hash.words, at);
      this.#keyCount++;
    }
    slots[at + 4] = (offset + 1) | 0;
    slots[at + 5] = Math.floor((offset + 1) / TWO_32);
  }

  /** -1 when the key is not there. */
  get(bytes: Uint8Array, start: number, length: number): Offset {
    const at = this.#find(bytes, start, length);
    return (this.#slots[at + 5] as number) * TWO_32 + ((this.#slots[at + 4] as number) >>> 0) - 1;
  }

  /** Where the key is, or the free slot where it would be. */
  #find(bytes: Uint8Array, start: number, length: number): number {
    this.#hash.update(bytes, start, length);
    const { words } = this.#hash;
    const h0 = words[0] as number;
    const h1 = words[1] as number;
    const h2 = words[2] as number;
    const h3 = words[3] as number;
    const slots = this.#slots;
    const end = slots.length;
    // The high bits choose the slot: a product of a 32-bit and a small number is exact.
    let at = Math.floor(((h0 >>> 0) * this.#slotCount) / TWO_32) * SLOT_WORDS;
    for (;;) {
      if (slots[at] === h0 && slots[at + 1] === h1 && slots[at + 2] === h2 && slots[at + 3] === h3) return at;
      if (slots[at + 4] === 0 && slots[at + 5] === 0) return at;
      at += SLOT_WORDS;
      if (at === end) at = 0;
    }
  }
}
