/** Codec ids as bits 0-2 of a batch's attributes hold them. */
export const CompressionType = { none: 0, gzip: 1, snappy: 2, lz4: 3, zstd: 4 } as const;
export type CompressionType = (typeof CompressionType)[keyof typeof CompressionType];

/** The codecs of Kafka's record batches. */
export interface Compression {
  /** Compresses a batch's records section; `level` where the codec has one. */
  compress(type: CompressionType, bytes: Uint8Array, level?: number): Uint8Array;
  /**
   * Decompresses a batch's records section. Throws a KafkaError(CORRUPT_MESSAGE) when the bytes are no such
   * stream, and a KafkaError(RECORD_LIST_TOO_LARGE) when they would grow beyond `maxBytes`.
   */
  decompress(type: CompressionType, bytes: Uint8Array, maxBytes: number): Uint8Array;
}
