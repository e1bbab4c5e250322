const SMALLEST_SHIFT = 10;
const LARGEST_SHIFT = 24;

/**
 * Memory for frames and answers that pass through, kept for the next ones. New memory for each frame would make the
 * collector run full collections as soon as the heap is large, because it counts external bytes.
 *
 * Buffers come in powers of two from 1 KiB to 16 MiB; larger ones are made to measure and not kept. What waits in the
 * pool is bounded. Whoever takes a buffer gives it back at most once, and does not touch it afterwards.
 */
export class BufferPool {
  readonly #classes: Buffer[][] = Array.from({ length: LARGEST_SHIFT - SMALLEST_SHIFT + 1 }, () => []);
  readonly #maxIdleBytes: number;
  #idleBytes = 0;

  constructor(maxIdleBytes: number = 64 * 1024 * 1024) {
    this.#maxIdleBytes = maxIdleBytes;
  }

  /** Bytes that wait for a taker. */
  get idleBytes(): number {
    return this.#idleBytes;
  }

  /** At least `bytes` long; what it holds is arbitrary. */
  take(bytes: number): Buffer {
    const shift = shiftFor(bytes);
    if (shift > LARGEST_SHIFT) return Buffer.allocUnsafeSlow(bytes);
    const spare = this.#classes[shift - SMALLEST_SHIFT]?.pop();
    if (spare === undefined) return Buffer.allocUnsafeSlow(2 ** shift);
    this.#idleBytes -= spare.length;
    return spare;
  }

  give(buffer: Buffer): void {
    const { length } = buffer;
    const shift = shiftFor(length);
    if (shift > LARGEST_SHIFT || length !== 2 ** shift || this.#idleBytes + length > this.#maxIdleBytes) return;
    this.#idleBytes += length;
    this.#classes[shift - SMALLEST_SHIFT]?.push(buffer);
  }
}

function shiftFor(bytes: number): number {
  return Math.max(SMALLEST_SHIFT, 32 - Math.clz32(Math.max(0, bytes - 1)));
}
