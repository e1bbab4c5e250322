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
  /** Set when the kernel can move these bytes to a socket without a copy of them in this process. */
  readonly sendable?: SendableBytes | undefined;
  /** Set when the bytes can be read piece by piece, so that a large slice takes no memory as large. */
  readonly inParts?: BytesInParts | undefined;
  /** Gives the file back; no read may be under way or follow. */
  release(): void;
}

/** Bytes that are read piece by piece. Both throw a KafkaError(KAFKA_STORAGE_ERROR) when the bytes are gone. */
export interface BytesInParts {
  /** Copies the bytes from `from` on into all of `target`. */
  readPart(target: Uint8Array, from: number): void;
  /** The same off the event loop. */
  readPartLater(target: Uint8Array, from: number): Promise<void>;
}

/** Bytes of an open file that lie in the page cache, to be sent to a plain socket, maybe in several steps. */
export interface SendableBytes {
  /**
   * Sends `head`, then the bytes from `from` on, to a socket (its descriptor) with nothing queued, as much as it takes at
   * once. Answers how many bytes went, those of `head` included; 0 also when the socket fails. Throws a
   * KafkaError(KAFKA_STORAGE_ERROR) when the bytes are gone.
   */
  sendTo(socket: number, head: Uint8Array, from: number): number;
  /** Copies the bytes from `from` on into all of `target`. Throws as `sendTo`. */
  readPart(target: Uint8Array, from: number): void;
}

/** What a records field of an answer may hold. */
export type RecordsSource = Uint8Array | ByteSource;

export function isByteSource(source: RecordsSource): source is ByteSource {
  return !(source instanceof Uint8Array);
}
