/**
 * Bytes that an answer carries without anyone but the encoder touching them: a slice of a segment file.
 * Owned by one answer: the listener calls `release` exactly once, after writing or on a lost connection.
 */
export interface ByteSource {
  readonly byteLength: number;
  /** True when the bytes are expected in the page cache, so that `readSync` will not wait for a disk. */
  readonly isCached: boolean;
  /** Copies all bytes to `target` at `targetOffset`. Throws a KafkaError(KAFKA_STORAGE_ERROR) when the file fails. */
  readSync(target: Uint8Array, targetOffset: number): void;
  /** The same off the event loop. */
  read(target: Uint8Array, targetOffset: number): Promise<void>;
  /** Gives the file back; no read may be under way or follow. */
  release(): void;
}

/** What a records field of an answer may hold. */
export type RecordsSource = Uint8Array | ByteSource;

export function isByteSource(source: RecordsSource): source is ByteSource {
  return !(source instanceof Uint8Array);
}
