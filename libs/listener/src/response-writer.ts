import type { Socket } from 'node:net';
import { isByteSource, type ByteSource, type RecordsSource, type SendableBytes } from '@ottla/model';
import type { BufferPool } from './buffer-pool.ts';
import type { PendingRequest } from './client-request.ts';
import { hasFlexibleResponseHeader } from './request-header.ts';
import { plainDescriptor } from './socket-descriptor.ts';

/** One write carries at most this much, unless a single ByteSource is larger. */
const WRITE_BYTES = 512 * 1024;
/** A ByteSource that takes a write beyond `WRITE_BYTES` is left for the next one, unless this one would be smaller than this. */
const WORTHWHILE_BYTES = 64 * 1024;
/** From here on the kernel sends a file to a socket for less than a copy costs. */
const SENT_FROM_BYTES = 32 * 1024;
/** When the socket takes no more of a file, so much is copied and written: the end of that write tells when there is room again. Little, for it is a good part of what a socket's buffer holds. */
const WAITING_BYTES = 4 * 1024;
/** What one connection sends from files in a turn before others have theirs. */
const SENT_IN_TURN_BYTES = 1024 * 1024;
/** Size and correlation id. */
const HEADER_BYTES = 8;

const NO_REQUESTS: readonly PendingRequest[] = [];

/** Whom the writer tells. */
export interface ResponseWriterOwner {
  /** The answers that are ready begin to be copied and read. */
  onWriting(): void;
  /** The kernel took `bytes`, with which all of `done` is answered: there may be room for requests. */
  onWritten(bytes: number, done: readonly PendingRequest[]): void;
  /** More can be written at once; it is left for the next turn. */
  onMoreToWrite(): void;
  /** Answers cannot be written any more: the stream is broken in the middle of one. */
  onBroken(error: unknown): void;
}

/**
 * Writes a connection's answers in the order of its requests. The queue holds requests from dispatch on; an answer
 * waits in it for those before it.
 *
 * Ordering: one write is under way at a time, and takes all answers that are ready, up to a bound; the next one starts
 * when the kernel has taken it. So a slow reader costs one write's memory, and file slices behind it are not even read.
 * A large slice is read piece by piece, where it can be.
 * A file that the kernel can send leaves without a copy: what stands before it goes with it. Such a write ends at once,
 * so the answers behind it go on in the same turn or the next.
 * A ByteSource is released once: after its bytes were copied, or by `close`, or when the read that `close` found under
 * way ends.
 */
export class ResponseWriter {
  readonly #socket: Socket;
  readonly #pool: BufferPool;
  readonly #owner: ResponseWriterOwner;
  /** The oldest request that is not done with. */
  #head: PendingRequest | undefined;
  #tail: PendingRequest | undefined;
  #count = 0;
  /** Those whose answers end in the write under way. */
  readonly #ending: PendingRequest[] = [];
  /** Whether the header of the oldest answer is copied. */
  #hasHeader = false;
  /** Bytes written of the part that is next. */
  #partOffset = 0;
  /** A read under way of a slice that is not at its end yet: its file is held until this settles. */
  #reading: Promise<void> | undefined;
  /** The part at which `#plan` stopped because the kernel can send it. */
  #sendable: SendableBytes | undefined;
  #sentInTurn = 0;
  #queuedBytes = 0;
  #headBytes = 0;
  #isWriting = false;
  #isClosed = false;

  constructor(socket: Socket, pool: BufferPool, owner: ResponseWriterOwner) {
    this.#socket = socket;
    this.#pool = pool;
    this.#owner = owner;
  }

  /** Requests that are not answered, or whose answers are not on their way. */
  get requestsUnderWay(): number {
    return this.#count;
  }

  /** Bytes of answers that wait behind the one being written. */
  get backlogBytes(): number {
    if (this.#headBytes > 0 || this.#head === undefined || this.#head.state !== 'answered') return this.#queuedBytes - this.#headBytes;
    // The first one is about to be written: it waits for nothing.
    return this.#queuedBytes - headerBytes(this.#head) - this.#head.partBytes;
  }

  /** Nothing is being written, and nothing will be: all is answered, or a request to close is next. */
  get isDone(): boolean {
    return !this.#isWriting && (this.#head === undefined || this.#head.state === 'closed');
  }

  /** Takes the next place in the order of answers. */
  push(request: PendingRequest): void {
    if (this.#tail === undefined) this.#head = request;
    else this.#tail.next = request;
    this.#tail = request;
    this.#count += 1;
  }

  /** `request`, of this queue, is no longer pending. Answers whether something can go on now. */
  settled(request: PendingRequest): boolean {
    if (request.state === 'answered') this.#queuedBytes += headerBytes(request) + request.partBytes;
    return request === this.#head && !this.#isWriting;
  }

  /** Writes what is ready, if no write is under way. */
  flush(): void {
    this.#sentInTurn = 0;
    while (!this.#isWriting && !this.#isClosed) {
      this.#dropSilent();
      const bytes = this.#plan();
      if (bytes === 0 && this.#sendable === undefined) return;
      if (this.#sendable !== undefined && this.#sentInTurn >= SENT_IN_TURN_BYTES) {
        this.#owner.onMoreToWrite();
        return;
      }
      this.#write(bytes);
    }
  }

  #write(bytes: number): void {
    this.#isWriting = true;
    this.#owner.onWriting();
    const sendable = this.#sendable;
    const chunk = this.#pool.take(sendable === undefined ? bytes : Math.max(bytes, WAITING_BYTES));
    const reads: Promise<void>[] = [];
    this.#reading = undefined;
    try {
      this.#copy(chunk, bytes, reads);
      if (sendable !== undefined && reads.length === 0) {
        this.#sendFile(chunk, bytes, sendable);
        return;
      }
    } catch (error) {
      this.#break(reads, chunk, error);
      return;
    }
    if (reads.length === 0) {
      this.#send(chunk, 0, bytes);
      return;
    }
    Promise.all(reads).then(
      () => {
        this.#reading = undefined;
        if (this.#isClosed) this.#pool.give(chunk);
        else this.#send(chunk, 0, bytes);
      },
      (error: unknown) => this.#break(reads, chunk, error),
    );
  }

  /** Gives up all answers that wait; nothing is written after that. */
  close(): void {
    this.#isClosed = true;
    this.#ending.length = 0;
    for (let request = this.#head; request !== undefined; request = request.next) {
      // A pending one still needs its bytes, and gives them back when it is answered.
      if (request.state === 'pending') continue;
      const reading = request === this.#head ? this.#reading : undefined;
      if (reading === undefined) request.finish();
      else void reading.catch(() => {}).finally(() => request.finish());
    }
    this.#head = undefined;
    this.#tail = undefined;
    this.#count = 0;
    this.#queuedBytes = 0;
    this.#headBytes = 0;
  }

  #dropSilent(): void {
    while (this.#head?.state === 'silent') this.#advance();
  }

  #advance(): void {
    const done = this.#head as PendingRequest;
    this.#head = done.next;
    if (this.#head === undefined) this.#tail = undefined;
    // A request may be kept by whoever serves it, and must not hold on to those behind it.
    done.next = undefined;
    this.#count -= 1;
    this.#hasHeader = false;
    done.finish();
  }

  /** Bytes to copy for the next write; `#sendable` is what follows them, if the kernel is to send it. */
  #plan(): number {
    this.#sendable = undefined;
    let bytes = 0;
    let hasHeader = this.#hasHeader;
    let offset = this.#partOffset;
    for (let request = this.#head; request !== undefined && bytes < WRITE_BYTES; request = request.next) {
      if (request.state === 'silent') continue;
      if (request.state !== 'answered') break;
      if (!hasHeader) bytes += headerBytes(request);
      for (let index = request.partsWritten; index < request.parts.length; index++) {
        const part = request.parts[index] as RecordsSource;
        if (isByteSource(part) && part.sendable !== undefined && (offset > 0 || this.#canSend(part))) {
          this.#sendable = part.sendable;
          return bytes;
        }
        const length = part.byteLength - offset;
        offset = 0;
        if (bytes + length <= WRITE_BYTES) bytes += length;
        else if (!isByteSource(part) || part.inParts !== undefined) return Math.max(bytes, WRITE_BYTES);
        else return bytes < WORTHWHILE_BYTES ? bytes + length : bytes;
      }
      hasHeader = false;
    }
    return bytes;
  }

  #canSend(part: ByteSource): boolean {
    return part.byteLength >= SENT_FROM_BYTES && part.sendable !== undefined && plainDescriptor(this.#socket) >= 0;
  }

  /** Copies the next `limit` bytes of answers, as `#plan` found them. Reads that do not end at once go to `reads`. */
  #copy(chunk: Buffer, limit: number, reads: Promise<void>[]): void {
    let at = 0;
    while (at < limit) {
      this.#dropSilent();
      const request = this.#head as PendingRequest;
      if (!this.#hasHeader) {
        at = writeHeader(chunk, at, request);
        this.#hasHeader = true;
        this.#headBytes = headerBytes(request) + request.partBytes;
      }
      const { parts } = request;
      while (request.partsWritten < parts.length) {
        const part = parts[request.partsWritten] as RecordsSource;
        if (isByteSource(part)) {
          const left = part.byteLength - this.#partOffset;
          if (at + left > limit) {
            this.#copyPart(part, chunk.subarray(at, limit), reads);
            return;
          }
          request.partsWritten += 1;
          if (this.#partOffset > 0) this.#copyPart(part, chunk.subarray(at, at + left), reads, true);
          else if (left === 0) part.release();
          else if (part.isCached) readNow(part, chunk, at);
          else reads.push(readAndRelease(part, chunk, at));
          at += left;
          continue;
        }
        const from = this.#partOffset;
        const count = Math.min(part.length - from, limit - at);
        if (from + count === part.length) {
          chunk.set(from === 0 ? part : part.subarray(from), at);
          this.#partOffset = 0;
          request.partsWritten += 1;
          at += count;
        } else {
          chunk.set(part.subarray(from, from + count), at);
          this.#partOffset = from + count;
          return;
        }
      }
      this.#ending.push(request);
      this.#advance();
    }
  }

  /** The next bytes of a large slice; what is not taken now is taken by later writes. A slice that is read whole is left alone. */
  #copyPart(source: ByteSource, target: Buffer, reads: Promise<void>[], isLast = false): void {
    const { inParts } = source;
    if (inParts === undefined || target.length === 0) return;
    const from = this.#partOffset;
    this.#partOffset = isLast ? 0 : from + target.length;
    if (source.isCached) {
      try {
        inParts.readPart(target, from);
      } finally {
        if (isLast) source.release();
      }
      return;
    }
    const read = inParts.readPartLater(target, from);
    reads.push(isLast ? read.finally(() => source.release()) : read);
    if (!isLast) this.#reading = read;
  }

  /** A file failed in the middle of an answer: the buffer goes back once no read writes to it any more. */
  #break(reads: readonly Promise<void>[], chunk: Buffer, error: unknown): void {
    void Promise.allSettled(reads).then(() => this.#pool.give(chunk));
    if (!this.#isClosed) this.#owner.onBroken(error);
  }

  /** The first `headBytes` of `chunk`, then the file behind them, as much as the socket takes; if it takes less, an ordinary write waits for it. */
  #sendFile(chunk: Buffer, headBytes: number, file: SendableBytes): void {
    const request = this.#head as PendingRequest;
    const source = request.parts[request.partsWritten] as ByteSource;
    const descriptor = plainDescriptor(this.#socket);
    const sent = descriptor < 0 ? 0 : file.sendTo(descriptor, chunk.subarray(0, headBytes), this.#partOffset);
    if (sent < headBytes) {
      this.#noteSent(sent, false);
      this.#send(chunk, sent, headBytes);
      return;
    }
    this.#partOffset += sent - headBytes;
    let waiting = 0;
    if (this.#partOffset < source.byteLength) {
      waiting = Math.min(WAITING_BYTES, source.byteLength - this.#partOffset);
      file.readPart(chunk.subarray(0, waiting), this.#partOffset);
      this.#partOffset += waiting;
    }
    if (this.#partOffset === source.byteLength) {
      this.#partOffset = 0;
      request.partsWritten += 1;
      source.release();
      if (request.partsWritten === request.parts.length) {
        this.#ending.push(request);
        this.#advance();
      }
    }
    this.#noteSent(sent, waiting === 0);
    if (waiting > 0) {
      this.#send(chunk, 0, waiting);
      return;
    }
    this.#pool.give(chunk);
    this.#isWriting = false;
  }

  /** `isAll`: nothing of what was copied waits for an ordinary write. */
  #noteSent(bytes: number, isAll: boolean): void {
    if (bytes === 0) return;
    this.#sentInTurn += bytes;
    this.#queuedBytes -= bytes;
    if (!this.#hasHeader) this.#headBytes = 0;
    this.#owner.onWritten(bytes, isAll ? this.#ending : NO_REQUESTS);
    if (isAll) this.#ending.length = 0;
  }

  #send(chunk: Buffer, from: number, to: number): void {
    this.#socket.write(chunk.subarray(from, to), (error) => {
      // After an error the socket closes, and with it this writer; the kernel may not have let go of the memory.
      if (error !== undefined && error !== null) return;
      this.#pool.give(chunk);
      if (this.#isClosed) return;
      this.#isWriting = false;
      this.#queuedBytes -= to - from;
      if (!this.#hasHeader) this.#headBytes = 0;
      this.#owner.onWritten(to - from, this.#ending);
      this.#ending.length = 0;
      this.flush();
    });
  }
}

function headerBytes(request: PendingRequest): number {
  return hasFlexibleResponseHeader(request.apiKey, request.apiVersion) ? HEADER_BYTES + 1 : HEADER_BYTES;
}

/** Response header version 0, or 1 with no tagged fields; answers where the body begins. */
function writeHeader(chunk: Buffer, at: number, request: PendingRequest): number {
  const length = headerBytes(request);
  chunk.writeInt32BE(length - 4 + request.partBytes, at);
  chunk.writeInt32BE(request.correlationId, at + 4);
  if (length > HEADER_BYTES) chunk[at + HEADER_BYTES] = 0;
  return at + length;
}

function readNow(source: ByteSource, chunk: Buffer, at: number): void {
  try {
    source.readSync(chunk, at);
  } finally {
    source.release();
  }
}

async function readAndRelease(source: ByteSource, chunk: Buffer, at: number): Promise<void> {
  try {
    await source.read(chunk, at);
  } finally {
    source.release();
  }
}
