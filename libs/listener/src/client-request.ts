import { isByteSource, type RecordsSource, type Span } from '@ottla/model';
import type { BufferPool } from './buffer-pool.ts';
import type { ClientConnection, ClientRequest } from './contract.ts';
import type { RequestHeaderReader } from './request-header.ts';
import type { RequestMemory } from './request-memory.ts';

/** What became of a request: nothing yet, an answer, no answer wanted, or the end of its connection. */
export type RequestState = 'pending' | 'answered' | 'silent' | 'closed';

/** The connection as its requests see it. */
export interface RequestOwner extends ClientConnection {
  /** The state of `request` has changed from pending. */
  settled(request: PendingRequest): void;
}

/** Times of a request are small integers: 35 minutes, and no more is told of one that takes longer. */
const LONGEST_US = 2 ** 31 - 1;

const NO_PARTS: readonly RecordsSource[] = [];

/**
 * One request from its dispatch until its answer is written; also its place in the connection's queue of answers.
 * The body is shown where it was received while dispatch runs; `endDispatch` takes it away unless it was kept.
 */
export class PendingRequest implements ClientRequest {
  readonly apiKey: number;
  readonly apiVersion: number;
  readonly correlationId: number;
  readonly clientId: string | null;
  readonly receivedAtMs: number;
  readonly traceparent: string | undefined;
  readonly #owner: RequestOwner;
  readonly #pool: BufferPool;
  readonly #memory: RequestMemory;
  /** The frame; undefined when it was not kept, or is no longer valid. */
  #buffer: Buffer | undefined;
  #start: number;
  #end: number;
  /** Whether `#buffer` goes back to the pool, and its `#end` bytes to the memory, when this request is done with. */
  #isOwned: boolean;
  #isKept = false;

  state: RequestState = 'pending';
  dispatchedUs = 0;
  /** Beyond any time until the handler returns: what is answered before is answered within it. */
  returnedUs = LONGEST_US;
  answeredUs = 0;
  span: Span | undefined;
  /** Parts of the answer; those before `partsWritten` are copied or read already. */
  parts: readonly RecordsSource[] = NO_PARTS;
  partsWritten = 0;
  /** Size of `parts` in bytes. */
  partBytes = 0;
  closeReason = '';
  /** The request behind this one. */
  next: PendingRequest | undefined;

  /** The body is `buffer[start..end)`; with `isOwned` the buffer is the request's, to give back to the pool, and counted in `memory`. */
  constructor(owner: RequestOwner, pool: BufferPool, memory: RequestMemory, header: RequestHeaderReader, receivedAtMs: number, buffer: Buffer, end: number, isOwned: boolean) {
    this.#owner = owner;
    this.#pool = pool;
    this.#memory = memory;
    this.apiKey = header.apiKey;
    this.apiVersion = header.apiVersion;
    this.correlationId = header.correlationId;
    this.clientId = header.clientId;
    this.receivedAtMs = receivedAtMs;
    this.traceparent = header.traceparent;
    this.#buffer = buffer;
    this.#start = header.bodyStart;
    this.#end = end;
    this.#isOwned = isOwned;
    this.span = undefined;
  }

  /** Microseconds from its last byte to `nowMs`. */
  usUntil(nowMs: number): number {
    const us = Math.round((nowMs - this.receivedAtMs) * 1000);
    return us < LONGEST_US ? us : LONGEST_US;
  }

  get connection(): ClientConnection {
    return this.#owner;
  }

  get body(): Uint8Array {
    if (this.#buffer === undefined) throw new Error('the body of a request is read after dispatch, and was not kept');
    return this.#buffer.subarray(this.#start, this.#end);
  }

  keepBytes(): Uint8Array {
    if (!this.#isOwned && this.#buffer !== undefined) {
      const own = this.#pool.take(this.#end - this.#start);
      this.#end = this.#buffer.copy(own, 0, this.#start, this.#end);
      this.#start = 0;
      this.#buffer = own;
      this.#isOwned = true;
      this.#memory.reserve(this.#end);
    }
    this.#isKept = true;
    return this.body;
  }

  releaseBytes(): void {
    this.#giveBack();
  }

  /** Dispatch has returned: bytes that nobody kept are no longer shown. */
  endDispatch(): void {
    if (!this.#isKept) this.#giveBack();
  }

  answer(parts: readonly RecordsSource[]): void {
    if (this.state !== 'pending') {
      // The same array again is owned by the first answer.
      if (parts !== this.parts) releaseSources(parts, 0);
      return;
    }
    this.state = 'answered';
    this.parts = parts;
    let bytes = 0;
    for (const part of parts) bytes += part.byteLength;
    this.partBytes = bytes;
    this.#settle();
  }

  answerNothing(): void {
    if (this.state !== 'pending') return;
    this.state = 'silent';
    this.#settle();
  }

  close(reason: string): void {
    if (this.state !== 'pending') return;
    this.state = 'closed';
    this.closeReason = reason;
    this.#settle();
  }

  /** The answer is written or given up: memory and the sources not read yet go back. Harmless when repeated. */
  finish(): void {
    const { parts, partsWritten } = this;
    this.partsWritten = parts.length;
    releaseSources(parts, partsWritten);
    this.#giveBack();
  }

  #settle(): void {
    // An answer may hold slices of the kept body, so that goes back to the pool only when the answer is written.
    if (this.#owner.isOpen) this.#owner.settled(this);
    else this.finish();
  }

  #giveBack(): void {
    const buffer = this.#buffer;
    this.#buffer = undefined;
    if (!this.#isOwned || buffer === undefined) return;
    this.#pool.give(buffer);
    this.#memory.release(this.#end);
  }
}

/** Releases the ByteSources from index `from` on. */
function releaseSources(parts: readonly RecordsSource[], from: number): void {
  for (let index = from; index < parts.length; index++) {
    const part = parts[index] as RecordsSource;
    if (isByteSource(part)) part.release();
  }
}
