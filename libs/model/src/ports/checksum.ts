/** CRC-32C (Castagnoli), as record batches carry it. */
export interface Crc32c {
  /** Checksum of `bytes`, as an unsigned 32-bit number; `seed` continues an earlier one. */
  checksum(bytes: Uint8Array, seed?: number): number;
}
