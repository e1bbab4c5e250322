/** Zigzag varints in plain bytes, where their size must be known before they are written (records carry their length first). */

/** Bytes that `value` (32 bits) takes as a zigzag varint. */
export function sizeOfVarint(value: number): number {
  const bits = ((value << 1) ^ (value >> 31)) >>> 0;
  return bits < 0x80 ? 1 : bits < 0x4000 ? 2 : bits < 0x200000 ? 3 : bits < 0x10000000 ? 4 : 5;
}

/** Bytes that `value` (a whole number up to 2^53 either way) takes as a zigzag varint. */
export function sizeOfVarlong(value: number): number {
  if (value >= -0x40000000 && value < 0x40000000) return sizeOfVarint(value);
  let size = 1;
  for (let rest = Math.floor((value < 0 ? -value - 1 : value) / 64); rest > 0; rest = Math.floor(rest / 128)) size++;
  return size;
}

/** Writes `value` (32 bits) to `target` at `at`; answers the position behind it. */
export function putVarint(target: Uint8Array, at: number, value: number): number {
  let rest = ((value << 1) ^ (value >> 31)) >>> 0;
  let to = at;
  while (rest >= 0x80) {
    target[to++] = rest | 0x80;
    rest >>>= 7;
  }
  target[to++] = rest;
  return to;
}

/** Writes `value` (a whole number up to 2^53 either way) to `target` at `at`; answers the position behind it. */
export function putVarlong(target: Uint8Array, at: number, value: number): number {
  if (value >= -0x40000000 && value < 0x40000000) return putVarint(target, at, value);
  // 2 * |value| may pass 2^53: the lowest seven bits are taken off before doubling.
  const half = value < 0 ? -value - 1 : value;
  let to = at;
  target[to++] = ((half % 64) * 2 + (value < 0 ? 1 : 0)) | 0x80;
  let rest = Math.floor(half / 64);
  while (rest >= 0x80) {
    target[to++] = (rest % 128) | 0x80;
    rest = Math.floor(rest / 128);
  }
  target[to++] = rest;
  return to;
}
