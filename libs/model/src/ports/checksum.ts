/** CRC-32C (Castagnoli), as record batches carry it. */
export interface Crc32c {
  /** Checksum of `bytes`, as an unsigned 32-bit number; `seed` continues an earlier one. */
  checksum(bytes: Uint8Array, seed?: number): number;
}

const REVERSED_POLYNOMIAL = 0x82f63b78;

function makeTable(): Int32Array {
  const table = new Int32Array(256);
  for (let byte = 0; byte < 256; byte++) {
    let crc = byte;
    for (let bit = 0; bit < 8; bit++) crc = (crc & 1) === 1 ? (crc >>> 1) ^ REVERSED_POLYNOMIAL : crc >>> 1;
    table[byte] = crc;
  }
  return table;
}

const table = makeTable();

/** The port in plain JavaScript, a byte at a time: for tests, and for bytes too few to pay for a native call. */
export const tableCrc32c: Crc32c = {
  checksum(bytes, seed = 0) {
    let crc = ~seed;
    for (let at = 0; at < bytes.length; at++) {
      crc = (crc >>> 8) ^ (table[(crc ^ (bytes[at] as number)) & 0xff] as number);
    }
    return ~crc >>> 0;
  },
};
