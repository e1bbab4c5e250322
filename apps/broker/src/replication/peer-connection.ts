import { connect, type Socket } from 'node:net';
import { ErrorCode, KafkaError, type Cancellable, type Scheduler } from '@ottla/model';
import { WireReader, WireWriter, type Codec } from '@ottla/protocol';

/** How a connection is made and bounded. */
export interface PeerOptions {
  readonly clientId: string;
  /** A larger answer closes the connection. */
  readonly maxFrameBytes: number;
  readonly connectTimeoutMs: number;
  readonly scheduler: Scheduler;
}

/** What one call over the connection needs of its API. */
export interface PeerApi<Request, Response> {
  readonly key: number;
  readonly request: Codec<unknown, Request>;
  readonly response: Codec<Response, never>;
}

interface Waiting {
  readonly correlationId: number;
  readonly isFlexible: boolean;
  resolve(body: Uint8Array): void;
  reject(error: Error): void;
  readonly timer: Cancellable;
}

const SIZE_BYTES = 4;
const CORRELATION_ID_BYTES = 4;
/** Frames from here on are received into memory that is used again: new memory for each makes the collector run full collections. */
const REUSED_FROM_BYTES = 64 * 1024;
/** Larger ones are too rare to keep their memory. */
const REUSED_UP_TO_BYTES = 16 * 1024 * 1024;
/** What is left of a frame is read straight into it from here on. */
const DIRECT_FROM_BYTES = 16 * 1024;

/** A read and its callback follow each other at once, so one buffer serves the first bytes of all frames. */
const sharedReadBuffer = Buffer.allocUnsafeSlow(64 * 1024);

/**
 * A client's end of Kafka's framing: one connection to another broker's listener. Answers come in the order of the
 * requests. A frame is received into memory of its own, made once its size is known, which its reader keeps. A large one
 * lies in memory that `release` gives back for the next large one; unless it was given back, the next gets memory anew.
 * Ordering: once the connection fails, or a call outlasts its time, every call rejects with NETWORK_EXCEPTION, those
 * under way with an outcome unknown.
 */
export class PeerConnection {
  readonly #socket: Socket;
  readonly #options: PeerOptions;
  readonly #waiting: Waiting[] = [];
  readonly #size = Buffer.alloc(SIZE_BYTES);
  #sizeFilled = 0;
  #frame: Buffer | undefined;
  #frameFilled = 0;
  /** Whether the read under way goes straight into the frame. */
  #isDirect = false;
  /** Memory of the last large frame, while its reader has it. */
  #lent: Buffer | undefined;
  #spare: Buffer | undefined;
  #nextCorrelationId = 0;
  #failure: Error | undefined;

  /** Rejects with KafkaError(NETWORK_EXCEPTION) when nobody answers in time. */
  static open(host: string, port: number, options: PeerOptions): Promise<PeerConnection> {
    const { promise, resolve, reject } = Promise.withResolvers<PeerConnection>();
    const connection = new PeerConnection(host, port, options, reject);
    const socket = connection.#socket;
    const { scheduler, connectTimeoutMs } = options;
    const timer = scheduler.after(connectTimeoutMs, () => connection.close(`no connection to ${host}:${port} within ${connectTimeoutMs} ms`));
    socket.once('close', () => timer.cancel());
    socket.once('connect', () => {
      timer.cancel();
      resolve(connection);
    });
    return promise;
  }

  private constructor(host: string, port: number, options: PeerOptions, onFailure: (error: Error) => void) {
    const socket = connect({ host, port, noDelay: true, onread: { buffer: () => this.#room(), callback: (count) => this.#received(count) } });
    this.#socket = socket;
    this.#options = options;
    const failed = (why: string): void => {
      this.#fail(why);
      onFailure(this.#failure as Error);
    };
    socket.on('error', (error) => failed(error.message));
    socket.on('close', () => failed('the connection was closed'));
  }

  async call<Request, Response>({ key, request: codec, response }: PeerApi<Request, Response>, version: number, request: Request, timeoutMs: number): Promise<Response> {
    if (this.#failure !== undefined) throw this.#failure;
    const correlationId = this.#nextCorrelationId;
    this.#nextCorrelationId = (correlationId + 1) % 0x7fffffff;
    const isFlexible = version >= codec.flexibleFrom;
    const body = await new Promise<Uint8Array>((resolve, reject) => {
      const timer = this.#options.scheduler.after(timeoutMs, () => this.close(`no answer within ${timeoutMs} ms`));
      this.#waiting.push({ correlationId, isFlexible, resolve, reject, timer });
      this.#send(key, version, correlationId, isFlexible, (writer) => codec.encode(writer, request, version));
    });
    return response.decode(new WireReader(body), version);
  }

  /** What answers brought so far is not looked at any more. */
  release(): void {
    this.#spare ??= this.#lent;
    this.#lent = undefined;
  }

  close(reason: string): void {
    this.#fail(reason);
    this.#socket.destroy();
  }

  #send(apiKey: number, version: number, correlationId: number, isFlexible: boolean, encodeBody: (writer: WireWriter) => void): void {
    const writer = new WireWriter();
    writer.writeInt16(apiKey);
    writer.writeInt16(version);
    writer.writeInt32(correlationId);
    writer.writeNullableString(this.#options.clientId, false);
    if (isFlexible) writer.writeNoTaggedFields();
    encodeBody(writer);
    const bytes = writer.finish();
    const size = Buffer.allocUnsafe(SIZE_BYTES);
    size.writeInt32BE(bytes.length);
    this.#socket.cork();
    this.#socket.write(size);
    this.#socket.write(bytes);
    this.#socket.uncork();
  }

  /** Where the next bytes go. */
  #room(): Buffer {
    const frame = this.#frame;
    this.#isDirect = frame !== undefined && frame.length - this.#frameFilled >= DIRECT_FROM_BYTES;
    return this.#isDirect ? (frame as Buffer).subarray(this.#frameFilled) : sharedReadBuffer;
  }

  #received(count: number): boolean {
    if (!this.#isDirect) {
      this.#receive(sharedReadBuffer.subarray(0, count));
      return true;
    }
    this.#frameFilled += count;
    if (this.#frame !== undefined && this.#frameFilled === this.#frame.length) this.#answered(this.#frame);
    return true;
  }

  /** Memory for a frame of `size` bytes. */
  #memory(size: number): Buffer {
    if (size < REUSED_FROM_BYTES || size > REUSED_UP_TO_BYTES || this.#lent !== undefined) return Buffer.allocUnsafeSlow(size);
    const spare = this.#spare;
    this.#spare = undefined;
    // In powers of two, so that frames of about one size find room in it.
    this.#lent = spare !== undefined && spare.length >= size ? spare : Buffer.allocUnsafeSlow(2 ** (32 - Math.clz32(size - 1)));
    return this.#lent.subarray(0, size);
  }

  #receive(bytes: Buffer): void {
    let at = 0;
    while (at < bytes.length && this.#failure === undefined) {
      if (this.#frame === undefined) {
        const count = bytes.copy(this.#size, this.#sizeFilled, at);
        at += count;
        this.#sizeFilled += count;
        if (this.#sizeFilled < SIZE_BYTES) return;
        this.#sizeFilled = 0;
        const size = this.#size.readInt32BE();
        if (size < CORRELATION_ID_BYTES || size > this.#options.maxFrameBytes) {
          this.close(`a frame of ${size} bytes is out of bounds`);
          return;
        }
        this.#frame = this.#memory(size);
        this.#frameFilled = 0;
      }
      const count = bytes.copy(this.#frame, this.#frameFilled, at);
      at += count;
      this.#frameFilled += count;
      if (this.#frameFilled < this.#frame.length) return;
      this.#answered(this.#frame);
    }
  }

  #answered(frame: Buffer): void {
    this.#frame = undefined;
    const waiting = this.#waiting.shift();
    if (waiting === undefined || frame.readInt32BE() !== waiting.correlationId) {
      if (waiting !== undefined) this.#waiting.unshift(waiting);
      this.close('an answer out of order');
      return;
    }
    waiting.timer.cancel();
    // The flexible response header ends with tagged fields, of which none are known: their count is 0.
    waiting.resolve(frame.subarray(CORRELATION_ID_BYTES + (waiting.isFlexible ? 1 : 0)));
  }

  #fail(why: string): void {
    this.#failure ??= new KafkaError(ErrorCode.NETWORK_EXCEPTION, why);
    this.#frame = undefined;
    for (const waiting of this.#waiting.splice(0)) {
      waiting.timer.cancel();
      waiting.reject(this.#failure);
    }
  }
}
