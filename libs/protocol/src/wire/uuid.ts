/**
 * Uuids between their 16 bytes on the wire and Kafka's text: base64url, 22 characters, no padding.
 * Reading keeps the texts of recent ids in a small direct-mapped cache: the same few topic ids come with every
 * request, and comparing four words is cheaper than making a string.
 */
import type { Uuid } from '@ottla/model';

const CACHE_SLOTS = 1024;
const words = new Int32Array(CACHE_SLOTS * 4);
const texts: Uuid[] = Array.from({ length: CACHE_SLOTS }, () => '');
const scratch = Buffer.alloc(16);

/** Value of each base64url character, -1 for all others. */
const sextets = new Int8Array(128).fill(-1);
for (const [value, character] of Array.from('ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_').entries()) {
  sextets[character.charCodeAt(0)] = value;
}

/** The text of the id whose bytes are these four big-endian words. */
export function uuidOfWords(a: number, b: number, c: number, d: number): Uuid {
  const hash = Math.imul(a ^ Math.imul(b, 0x9e3779b1) ^ Math.imul(c, 0x85ebca6b) ^ Math.imul(d, 0xc2b2ae35), 0x27d4eb2f) >>> 22;
  const at = hash * 4;
  const cached = texts[hash] as Uuid;
  if (cached !== '' && words[at] === a && words[at + 1] === b && words[at + 2] === c && words[at + 3] === d) return cached;
  scratch.writeInt32BE(a, 0);
  scratch.writeInt32BE(b, 4);
  scratch.writeInt32BE(c, 8);
  scratch.writeInt32BE(d, 12);
  const text = scratch.toString('base64url');
  words[at] = a;
  words[at + 1] = b;
  words[at + 2] = c;
  words[at + 3] = d;
  texts[hash] = text;
  return text;
}

/** Writes the 16 bytes of `id` to `target` at `at`. Throws a RangeError when `id` is not 22 characters of base64url. */
export function writeUuidBytes(id: Uuid, target: Uint8Array, at: number): void {
  if (id.length !== 22) throw new RangeError(`'${id}' is no uuid: wants 22 characters of base64url`);
  let bits = 0;
  let held = 0;
  let bad = 0;
  let to = at;
  for (let index = 0; index < 22; index++) {
    const sextet = sextets[id.charCodeAt(index)] ?? -1;
    bad |= sextet;
    held = (held << 6) | sextet;
    bits += 6;
    if (bits >= 8) {
      bits -= 8;
      target[to++] = (held >>> bits) & 0xff;
    }
  }
  if (bad < 0) throw new RangeError(`'${id}' is no uuid: wants 22 characters of base64url`);
}

/** The 16 bytes of `id`. Throws a RangeError when it is no uuid. */
export function uuidToBytes(id: Uuid): Uint8Array {
  const bytes = new Uint8Array(16);
  writeUuidBytes(id, bytes, 0);
  return bytes;
}

/** The id whose 16 bytes lie at `at` (0 when left out). Throws a RangeError when fewer remain. */
export function uuidFromBytes(bytes: Uint8Array, at = 0): Uuid {
  if (at + 16 > bytes.length) throw new RangeError('a uuid has 16 bytes');
  const view = new DataView(bytes.buffer, bytes.byteOffset + at, 16);
  return uuidOfWords(view.getInt32(0), view.getInt32(4), view.getInt32(8), view.getInt32(12));
}
