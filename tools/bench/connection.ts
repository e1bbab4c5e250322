import { once } from 'node:events';
import { connect, type Socket } from 'node:net';
import { connect as connectSecurely, type SecureContextOptions } from 'node:tls';
import { type Codec, WireReader, WireWriter } from '@ottla/protocol';
import type { System } from './systems.ts';

const CLIENT_ID = 'bench';
const CORRELATION_AT = 8;
const FIRST_BUFFER_BYTES = 128 * 1024;
const SMALLEST_READ_BYTES = 64 * 1024;
/** Up to here, frames of one turn are copied into one piece: cheaper than one write request each. */
const JOINED_BYTES = 64 * 1024;
const FORGOTTEN_AT_ONCE = 1024;

/** A request made once and sent often. Its head (size, header, first fields) may be sent again after its answer came. */
export interface Frame {
  readonly head: Buffer;
  readonly rest: readonly Uint8Array[];
  readonly byteLength: number;
}

/** `bytes` from `at` (the body) to `end` are valid until the callback returns. */
export type OnAnswer = (bytes: Buffer, at: number, end: number) => void;

/** Encodes a request of a flexible version, with its header and size. Records in it are not copied. */
export function makeFrame<T, Input>(codec: Codec<T, Input>, version: number, request: Input): Frame {
  if (version < codec.flexibleFrom) throw new RangeError(`${codec.name} ${version} has an older header than this client writes`);
  const writer = new WireWriter();
  writer.writeInt32(0);
  writer.writeInt16(codec.apiKey);
  writer.writeInt16(version);
  writer.writeInt32(0);
  writer.writeNullableString(CLIENT_ID, false);
  writer.writeNoTaggedFields();
  codec.encode(writer, request, version);
  const byteLength = writer.byteLength;
  const [first, ...rest] = writer.toParts() as Uint8Array[];
  const head = Buffer.from(first as Uint8Array);
  head.writeInt32BE(byteLength - 4, 0);
  return { head, rest, byteLength };
}

/** The same request to be in flight beside it: a head of its own, the same records. */
export function copyFrame(frame: Frame): Frame {
  return { ...frame, head: Buffer.from(frame.head) };
}

/**
 * One connection with many requests in flight; answers come in order. Receives into one buffer that is reused, and
 * writes all requests of a turn at once, so that the client's own cost is small.
 */
export class WireConnection {
  readonly #socket: Socket;
  readonly #onFailure: (cause: Error) => void;
  /** From `#firstWaiting` on; taking from the front of a long array costs its length. */
  #waiting: (OnAnswer | undefined)[] = [];
  #firstWaiting = 0;
  #buffer = Buffer.allocUnsafeSlow(FIRST_BUFFER_BYTES);
  #from = 0;
  #to = 0;
  #sent = 0;
  #answered = 0;
  #outgoing: Uint8Array[] = [];
  #outgoingBytes = 0;
  #isFlushDue = false;
  #isClosed = false;

  private constructor(host: string, port: number, tls: SecureContextOptions | undefined, onFailure: (cause: Error) => void) {
    this.#onFailure = onFailure;
    const options = { host, port, noDelay: true, onread: { buffer: () => this.#room(), callback: (count: number) => this.#received(count) } };
    this.#socket = tls === undefined ? connect(options) : connectSecurely({ ...options, ...tls });
    this.#socket.setNoDelay(true);
    this.#socket.on('error', onFailure);
    this.#socket.on('close', () => {
      if (!this.#isClosed) onFailure(new Error('the server closed a connection'));
    });
  }

  /** `tls` undefined: plaintext. */
  static async open(host: string, port: number, tls: SecureContextOptions | undefined, onFailure: (cause: Error) => void): Promise<WireConnection> {
    const connection = new WireConnection(host, port, tls, onFailure);
    await once(connection.#socket, tls === undefined ? 'connect' : 'secureConnect');
    return connection;
  }

  get inFlight(): number {
    return this.#waiting.length - this.#firstWaiting;
  }

  send(frame: Frame, onAnswer: OnAnswer): void {
    frame.head.writeInt32BE(++this.#sent & 0x7fffffff, CORRELATION_AT);
    this.#waiting.push(onAnswer);
    this.#outgoing.push(frame.head);
    for (const part of frame.rest) this.#outgoing.push(part);
    this.#outgoingBytes += frame.byteLength;
    if (this.#isFlushDue) return;
    this.#isFlushDue = true;
    queueMicrotask(() => this.#flush());
  }

  /** One request, decoded answer. */
  call<Request, Input, Answer>(request: Codec<Request, Input>, answer: Codec<Answer, never>, version: number, input: Input): Promise<Answer> {
    return new Promise((resolve, reject) => {
      this.send(makeFrame(request, version, input), (bytes, at, end) => {
        try {
          resolve(answer.decode(new WireReader(Buffer.from(bytes.subarray(at, end))), version));
        } catch (error) {
          reject(error as Error);
        }
      });
    });
  }

  close(): void {
    this.#isClosed = true;
    this.#socket.destroy();
  }

  #flush(): void {
    this.#isFlushDue = false;
    const parts = this.#outgoing;
    const bytes = this.#outgoingBytes;
    this.#outgoing = [];
    this.#outgoingBytes = 0;
    if (this.#isClosed) return;
    if (bytes <= JOINED_BYTES) {
      this.#socket.write(Buffer.concat(parts, bytes));
      return;
    }
    this.#socket.cork();
    for (const part of parts) this.#socket.write(part);
    this.#socket.uncork();
  }

  /** Where the next bytes go: behind the frame that is not complete, which is moved or given a larger buffer when it must. */
  #room(): Buffer {
    if (this.#from === this.#to) this.#from = this.#to = 0;
    if (this.#buffer.length - this.#to < SMALLEST_READ_BYTES) {
      const held = this.#to - this.#from;
      const wanted = Math.max(held >= 4 ? this.#buffer.readInt32BE(this.#from) + 4 : 0, held) + SMALLEST_READ_BYTES;
      const target = wanted > this.#buffer.length ? Buffer.allocUnsafeSlow(Math.max(wanted, this.#buffer.length * 2)) : this.#buffer;
      this.#buffer.copy(target, 0, this.#from, this.#to);
      this.#buffer = target;
      this.#from = 0;
      this.#to = held;
    }
    return this.#buffer.subarray(this.#to);
  }

  #received(count: number): boolean {
    this.#to += count;
    try {
      while (!this.#isClosed && this.#to - this.#from >= 4) {
        const end = this.#from + 4 + this.#buffer.readInt32BE(this.#from);
        if (end > this.#to) break;
        const at = this.#from + 4;
        this.#from = end;
        this.#answer(at, end);
      }
    } catch (error) {
      this.#onFailure(error as Error);
    }
    return true;
  }

  #answer(at: number, end: number): void {
    const expected = ++this.#answered & 0x7fffffff;
    const onAnswer = this.#nextWaiting();
    if (onAnswer === undefined || this.#buffer.readInt32BE(at) !== expected) throw new Error('an answer that belongs to no request, or is out of order');
    // Behind the correlation id stands an empty section of tagged fields.
    onAnswer(this.#buffer, at + 5, end);
  }

  #nextWaiting(): OnAnswer | undefined {
    const next = this.#waiting[this.#firstWaiting];
    this.#waiting[this.#firstWaiting++] = undefined;
    if (this.#firstWaiting >= FORGOTTEN_AT_ONCE && this.#firstWaiting * 2 > this.#waiting.length) {
      this.#waiting = this.#waiting.slice(this.#firstWaiting);
      this.#firstWaiting = 0;
    }
    return next;
  }
}

/** The connections of one run; the first failure of any of them fails the run. */
export class Client {
  /** host:port of each broker; the first serves the admin connection. */
  readonly #brokers: readonly string[];
  readonly #tls: SecureContextOptions | undefined;
  readonly #connections = new Set<WireConnection>();
  readonly #ends: (() => void)[] = [];
  readonly #failure = Promise.withResolvers<never>();
  readonly #admins = new Map<string, Promise<WireConnection>>();

  constructor({ brokers, tls }: Pick<System, 'brokers' | 'tls'>) {
    this.#brokers = brokers;
    this.#tls = tls;
    this.#failure.promise.catch(() => undefined);
  }

  /** Never settles but with a failure. */
  get failed(): Promise<never> {
    return this.#failure.promise;
  }

  fail(cause: Error): void {
    this.#failure.reject(cause);
  }

  async open(broker: string): Promise<WireConnection> {
    const [host = '', port] = broker.split(':');
    const connection = await Promise.race([WireConnection.open(host, Number(port), this.#tls, (cause) => this.fail(cause)), this.failed]);
    this.#connections.add(connection);
    return connection;
  }

  /** A connection apart from those that carry load. */
  admin(broker: string = this.#brokers[0] as string): Promise<WireConnection> {
    let admin = this.#admins.get(broker);
    if (admin === undefined) this.#admins.set(broker, (admin = this.open(broker)));
    return admin;
  }

  /** One connection to each of `brokers`, which may name one often. Opened a few at a time: a listener's backlog is short. */
  async openMany(brokers: readonly string[]): Promise<WireConnection[]> {
    const opened: WireConnection[] = [];
    while (opened.length < brokers.length) opened.push(...(await Promise.all(brokers.slice(opened.length, opened.length + 25).map((broker) => this.open(broker)))));
    return opened;
  }

  /** `end` runs at `close`, which follows whatever happens: for what else a load has begun. */
  onClose(end: () => void): void {
    this.#ends.push(end);
  }

  close(): void {
    for (const end of this.#ends) end();
    for (const connection of this.#connections) connection.close();
  }
}
