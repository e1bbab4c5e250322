import { once } from 'node:events';
import { connect, type Socket } from 'node:net';
import { type Codec, WireReader, WireWriter } from '@ottla/protocol';
import { writeHeader } from './request-frame.ts';

/** Request and response of one API, as libs/protocol exports them. */
export interface Api<RequestInput, Response> {
  readonly request: Codec<unknown, RequestInput>;
  readonly response: Codec<Response, never>;
}

interface Waiting {
  readonly correlationId: number;
  readonly settle: (frame: Buffer) => void;
  readonly reject: (error: Error) => void;
}

const CLIENT_ID = 'ottla-measure';

/**
 * One connection that speaks Kafka's wire without a client library: what is measured is the server. Requests may be
 * sent before earlier ones are answered; answers come in the order of requests.
 */
export class WireConnection {
  readonly #socket: Socket;
  readonly #waiting: Waiting[] = [];
  #correlationId = 0;
  /** The frame that is being received, its first four bytes the size; and how much of it is there. */
  #frame: Buffer = Buffer.allocUnsafe(4);
  #filled = 0;
  #failure: Error | undefined;

  /** Rejects when nobody listens. */
  static async open(host: string, port: number): Promise<WireConnection> {
    const socket = connect({ host, port, noDelay: true });
    await once(socket, 'connect');
    return new WireConnection(socket);
  }

  private constructor(socket: Socket) {
    this.#socket = socket;
    socket.on('data', (chunk: Buffer) => this.#receive(chunk));
    socket.on('error', (error) => this.#fail(error));
    socket.on('close', () => this.#fail(new Error('the server closed the connection')));
  }

  /**
   * Rejects when the connection ends first, and when the answer cannot be read. `traceparent` of a span of the client rides
   * in the header's tagged field of ours, which only flexible versions have.
   */
  async ask<RequestInput, Response>(api: Api<RequestInput, Response>, version: number, body: RequestInput, traceparent?: string): Promise<Response> {
    const frame = await this.#exchange(api.request, version, body, traceparent);
    const reader = new WireReader(frame, 4);
    if (version >= api.response.flexibleFrom) reader.skipTaggedFields();
    return api.response.decode(reader, version);
  }

  #exchange<RequestInput>(codec: Codec<unknown, RequestInput>, version: number, body: RequestInput, traceparent: string | undefined): Promise<Buffer> {
    if (this.#failure !== undefined) return Promise.reject(this.#failure);
    const correlationId = this.#correlationId++;
    const writer = new WireWriter();
    writeHeader(writer, { codec, version, correlationId, clientId: CLIENT_ID, traceparent });
    codec.encode(writer, body, version);
    const size = Buffer.allocUnsafe(4);
    size.writeInt32BE(writer.byteLength);
    this.#socket.cork();
    this.#socket.write(size);
    for (const part of writer.toParts()) this.#socket.write(part as Uint8Array);
    this.#socket.uncork();
    return new Promise((settle, reject) => void this.#waiting.push({ correlationId, settle, reject }));
  }

  #receive(chunk: Buffer): void {
    for (let at = 0; at < chunk.length; ) {
      const count = Math.min(this.#frame.length - this.#filled, chunk.length - at);
      chunk.copy(this.#frame, this.#filled, at, at + count);
      at += count;
      this.#filled += count;
      if (this.#filled < this.#frame.length) return;
      if (this.#filled === 4) this.#begin(this.#frame.readInt32BE(0));
      else this.#finish();
    }
  }

  #begin(sizeBytes: number): void {
    const frame = Buffer.allocUnsafe(4 + sizeBytes);
    this.#frame.copy(frame);
    this.#frame = frame;
  }

  #finish(): void {
    const content = this.#frame.subarray(4);
    this.#frame = Buffer.allocUnsafe(4);
    this.#filled = 0;
    const waiting = this.#waiting.shift();
    if (waiting === undefined || content.readInt32BE(0) !== waiting.correlationId) this.#socket.destroy(new Error('an answer to no request, or out of order'));
    else waiting.settle(content);
  }

  #fail(error: Error): void {
    this.#failure ??= error;
    for (const { reject } of this.#waiting.splice(0)) reject(error);
  }

  close(): void {
    this.#socket.destroy();
  }
}
