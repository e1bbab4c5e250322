import { MalformedMessageError } from '@ottla/protocol';
import type { BufferPool } from './buffer-pool.ts';
import type { RequestMemory } from './request-memory.ts';

const SIZE_BYTES = 4;
/** A frame that is not all here yet gets this much memory at first, whatever size it claims: the rest has to be sent before it is paid for. */
const FIRST_ASSEMBLY_BYTES = 256 * 1024;
/** With less than this missing, a frame is completed from fed bytes: one read then brings the frames behind it too. */
const SMALLEST_ROOM_BYTES = 64 * 1024;

/**
 * Cuts what a connection receives into frames: a size of 4 bytes, then as many bytes. A frame that lies in one piece
 * is shown where it is; one that spans pieces is put together in a buffer of the pool, each byte copied at most twice.
 * Of a large frame most bytes are not copied at all: they are received into `room`, where they belong.
 *
 * Order of calls: `feed` or `filled`, then `next` and `consume` until `next` answers false or the frame cannot be taken
 * now, then `keepRest`, because fed bytes are reused after that. What was kept is offered again by `next`.
 */
export class FrameReader {
  readonly #pool: BufferPool;
  readonly #memory: RequestMemory;
  readonly #maxFrameBytes: number;
  /** Where frames are looked for: fed bytes, or the rest that was kept. */
  #input: Buffer | undefined;
  #at = 0;
  #end = 0;
  #inputIsOwn = false;
  readonly #size = Buffer.alloc(SIZE_BYTES);
  #sizeFilled = 0;
  /** The frame being put together; undefined when frames are looked for in the input. */
  #assembly: Buffer | undefined;
  #assemblyFilled = 0;
  #assemblySize = 0;
  #isFirst = true;
  #trustedBytes = FIRST_ASSEMBLY_BYTES;

  /** The frame that `next` found: its bytes are `buffer[start..end)`. */
  buffer: Buffer;
  start = 0;
  end = 0;

  /** A frame that is put together counts in `memory` with the size that it claims, until `consume` hands it on. */
  constructor(pool: BufferPool, memory: RequestMemory, maxFrameBytes: number) {
    this.#pool = pool;
    this.#memory = memory;
    this.#maxFrameBytes = maxFrameBytes;
    this.buffer = this.#size;
  }

  /** Whether bytes wait that `next` has not shown yet, or a whole frame that was not consumed. */
  get hasRest(): boolean {
    return this.#at < this.#end || (this.#assembly !== undefined && this.#assemblyFilled === this.#assemblySize);
  }

  /** Whether a frame was begun that lies in a buffer of its own, which `consume` hands out once `next` has found it whole. */
  get isAssembled(): boolean {
    return this.#assembly !== undefined;
  }

  /** Offers bytes that the caller reuses after `keepRest`. */
  feed(bytes: Buffer): void {
    if (this.#at < this.#end) {
      const joined = this.#pool.take(this.#end - this.#at + bytes.length);
      const restBytes = (this.#input as Buffer).copy(joined, 0, this.#at, this.#end);
      bytes.copy(joined, restBytes);
      this.#dropInput();
      this.#setInput(joined, restBytes + bytes.length, true);
      return;
    }
    this.#dropInput();
    this.#setInput(bytes, bytes.length, false);
  }

  /**
   * Where the next bytes of the connection belong, when much of a large frame is missing; undefined where they are to be
   * fed. It stays so until the next call of another method.
   */
  room(): Buffer | undefined {
    if (this.#assembly === undefined || this.#at < this.#end) return undefined;
    if (this.#assemblySize - this.#assemblyFilled < SMALLEST_ROOM_BYTES) return undefined;
    if (this.#assemblyFilled === this.#assembly.length) this.#growAssembly(this.#assemblyFilled + 1);
    return this.#assembly.subarray(this.#assemblyFilled, Math.min(this.#assembly.length, this.#assemblySize));
  }

  /** `count` bytes were received into `room`. */
  filled(count: number): void {
    this.#assemblyFilled += count;
  }

  /**
   * Finds the next whole frame, the same one again until it is consumed. Throws MalformedMessageError for a size that
   * no frame may have.
   */
  next(): boolean {
    if (this.#assembly !== undefined) return this.#assemble();
    const input = this.#input;
    if (input === undefined) return false;
    const available = this.#end - this.#at;
    if (this.#sizeFilled === 0 && available >= SIZE_BYTES) {
      const size = this.#checkSize(input.readInt32BE(this.#at));
      if (available - SIZE_BYTES >= size) {
        this.buffer = input;
        this.start = this.#at + SIZE_BYTES;
        this.end = this.start + size;
        return true;
      }
      this.#at += SIZE_BYTES;
      this.#beginAssembly(size);
      return this.#assemble();
    }
    // The size itself is in pieces.
    while (this.#sizeFilled < SIZE_BYTES && this.#at < this.#end) {
      this.#size[this.#sizeFilled++] = input[this.#at++] as number;
    }
    if (this.#sizeFilled < SIZE_BYTES) return false;
    this.#sizeFilled = 0;
    this.#beginAssembly(this.#checkSize(this.#size.readInt32BE(0)));
    return this.#assemble();
  }

  /** Goes on behind the frame that `next` found. Answers its buffer when it was put together: that is the caller's now, to give back to the pool, and its `end` bytes to the memory. */
  consume(): Buffer | undefined {
    this.#isFirst = false;
    const assembly = this.#assembly;
    if (assembly === undefined) {
      this.#at = this.end;
      return undefined;
    }
    this.#assembly = undefined;
    this.#trustedBytes = Math.max(this.#trustedBytes, this.#assemblySize);
    return assembly;
  }

  /** Keeps what was fed and not consumed; the caller may reuse the fed bytes. */
  keepRest(): void {
    if (this.#at >= this.#end) {
      this.#dropInput();
      return;
    }
    if (this.#inputIsOwn) return;
    const restBytes = this.#end - this.#at;
    const kept = this.#pool.take(restBytes);
    (this.#input as Buffer).copy(kept, 0, this.#at, this.#end);
    this.#setInput(kept, restBytes, true);
  }

  /** Gives all memory back; nothing follows. */
  close(): void {
    this.#dropInput();
    if (this.#assembly === undefined) return;
    this.#pool.give(this.#assembly);
    this.#assembly = undefined;
    this.#memory.release(this.#assemblySize);
  }

  #setInput(input: Buffer, end: number, isOwn: boolean): void {
    this.#input = input;
    this.#at = 0;
    this.#end = end;
    this.#inputIsOwn = isOwn;
  }

  #dropInput(): void {
    if (this.#inputIsOwn) this.#pool.give(this.#input as Buffer);
    this.#input = undefined;
    this.#at = 0;
    this.#end = 0;
    this.#inputIsOwn = false;
  }

  #checkSize(size: number): number {
    if (size >= 0 && size <= this.#maxFrameBytes) return size;
    if (this.#isFirst) {
      const other = otherProtocol(size);
      if (other !== undefined) throw new MalformedMessageError(`the client speaks ${other}, not the Kafka protocol in plain text`);
    }
    throw new MalformedMessageError(`a frame of ${size} bytes, at most ${this.#maxFrameBytes} are allowed (socket.request.max.bytes)`);
  }

  #beginAssembly(size: number): void {
    this.#memory.reserve(size);
    this.#assembly = this.#pool.take(Math.min(size, this.#trustedBytes));
    this.#assemblyFilled = 0;
    this.#assemblySize = size;
  }

  /** Moves input into the frame being put together; true when it is whole. */
  #assemble(): boolean {
    const count = Math.min(this.#assemblySize - this.#assemblyFilled, this.#end - this.#at);
    const filled = this.#assemblyFilled + count;
    if (filled > (this.#assembly as Buffer).length) this.#growAssembly(filled);
    const assembly = this.#assembly as Buffer;
    if (count > 0) (this.#input as Buffer).copy(assembly, this.#assemblyFilled, this.#at, this.#at + count);
    this.#at += count;
    this.#assemblyFilled = filled;
    if (filled < this.#assemblySize) return false;
    this.buffer = assembly;
    this.start = 0;
    this.end = filled;
    return true;
  }

  /** Makes room for `bytes` of the frame in all, and for twice what there was, as far as the frame goes. */
  #growAssembly(bytes: number): void {
    const assembly = this.#assembly as Buffer;
    const larger = this.#pool.take(Math.min(this.#assemblySize, Math.max(bytes, assembly.length * 2)));
    assembly.copy(larger, 0, 0, this.#assemblyFilled);
    this.#pool.give(assembly);
    this.#assembly = larger;
  }
}

/** What the first four bytes of a connection give away when they are no frame size. */
function otherProtocol(size: number): string | undefined {
  if (size >>> 16 === 0x1603) return 'TLS';
  const text = String.fromCharCode((size >>> 24) & 0xff, (size >>> 16) & 0xff, (size >>> 8) & 0xff, size & 0xff);
  return /^(GET |POST|PUT |HEAD|OPTI|DELE|PRI |CONN|PATC)$/.test(text) ? 'HTTP' : undefined;
}
