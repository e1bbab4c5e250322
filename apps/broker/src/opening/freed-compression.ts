import type { Compression, CompressionType } from '@ottla/model';

/** Twice of what Node shares out among small buffers, which cannot be freed. */
const FREED_FROM_BYTES = 128 * 1024;

/**
 * Codecs whose large outputs are freed by a call: the collector would leave them until there is much more of them, since it
 * counts what lies outside the heap only roughly. Nobody may hold an output, or a part of it, when `free` is called.
 */
export class FreedCompression implements Compression {
  readonly #codecs: Compression;
  readonly #outputs: Uint8Array[] = [];

  constructor(codecs: Compression) {
    this.#codecs = codecs;
  }

  compress(type: CompressionType, bytes: Uint8Array, level?: number): Uint8Array {
    return this.#codecs.compress(type, bytes, level);
  }

  decompress(type: CompressionType, bytes: Uint8Array, maxBytes: number): Uint8Array {
    const output = this.#codecs.decompress(type, bytes, maxBytes);
    this.#outputs.push(output);
    return output;
  }

  /** Frees what was decompressed since the last call. */
  free(): void {
    for (const { buffer } of this.#outputs.splice(0)) {
      // Node 20 has no `transfer`: there the collector has to see to it.
      if (buffer instanceof ArrayBuffer && buffer.byteLength >= FREED_FROM_BYTES && 'transfer' in buffer) buffer.transfer(0);
    }
  }
}
