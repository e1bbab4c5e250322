import { once } from 'node:events';
import { connect, type Socket } from 'node:net';
import { type ApiKey, ApiKeys, apis, type ApiTypes, type Codec, WireReader, WireWriter } from '@ottla/protocol';

/** Tag 10,000 as a varint. */
const TRACEPARENT_TAG = [0x90, 0x4e];

function taggedFields(traceparent: string | undefined): Uint8Array {
  return traceparent === undefined ? Uint8Array.of(0) : Buffer.concat([Uint8Array.of(1, ...TRACEPARENT_TAG, traceparent.length), Buffer.from(traceparent)]);
}

interface Codecs<K extends ApiKey> {
  readonly request: Codec<unknown, ApiTypes[K]['requestInput']>;
  readonly response: Codec<ApiTypes[K]['response'], never>;
}

function codecsOf<K extends ApiKey>(apiKey: K): Codecs<K> {
  return apis[apiKey] as unknown as Codecs<K>;
}

/**
 * A connection that sends single requests of any API and version in Ottla's own codecs: for APIs that no client lets out.
 * Those that are asked without waiting are pipelined; an answer out of order rejects, and so does the end of the connection.
 */
export class RawConnection {
  readonly #socket: Socket;
  readonly #clientId: string;
  #correlationId = 0;
  #received: Buffer = Buffer.alloc(0);
  #isClosed = false;
  #waiting: (() => void)[] = [];
  /** Settles when the answer to the request before is read. */
  #answered: Promise<unknown> = Promise.resolve();

  private constructor(socket: Socket, clientId: string) {
    this.#socket = socket;
    socket.on('data', (piece: Buffer) => {
      this.#received = Buffer.concat([this.#received, piece]);
      this.#wake();
    });
    socket.on('error', () => {});
    socket.once('close', () => {
      this.#isClosed = true;
      this.#wake();
    });
    this.#clientId = clientId;
  }

  static async open(server: { readonly host: string; readonly port: number }, clientId = 'raw'): Promise<RawConnection> {
    const socket = connect(server.port, server.host);
    await once(socket, 'connect');
    return new RawConnection(socket, clientId);
  }

  /** `traceparent` of a span of the client rides in the header's tagged field of ours, which only flexible versions have. */
  async ask<K extends ApiKey>(apiKey: K, apiVersion: number, request: ApiTypes[K]['requestInput'], traceparent?: string): Promise<ApiTypes[K]['response']> {
    this.#socket.write(this.#encode(apiKey, apiVersion, request, traceparent));
    return await this.#answer(apiKey, apiVersion);
  }

  /** Sends the first `bytes` of a request. What it answers sends the rest, and settles with the answer. */
  begin<K extends ApiKey>(apiKey: K, apiVersion: number, request: ApiTypes[K]['requestInput'], bytes: number): () => Promise<ApiTypes[K]['response']> {
    const frame = this.#encode(apiKey, apiVersion, request);
    this.#socket.write(frame.subarray(0, bytes));
    return async () => {
      this.#socket.write(frame.subarray(bytes));
      return await this.#answer(apiKey, apiVersion);
    };
  }

  /** A request that no answer follows: Produce with acks=0. */
  tell<K extends ApiKey>(apiKey: K, apiVersion: number, request: ApiTypes[K]['requestInput']): void {
    this.#socket.write(this.#encode(apiKey, apiVersion, request));
  }

  #encode<K extends ApiKey>(apiKey: K, apiVersion: number, request: ApiTypes[K]['requestInput'], traceparent?: string): Buffer {
    const codec = codecsOf(apiKey);
    const writer = new WireWriter();
    writer.writeInt16(apiKey);
    writer.writeInt16(apiVersion);
    writer.writeInt32(++this.#correlationId);
    writer.writeString(this.#clientId, false);
    if (apiVersion >= codec.request.flexibleFrom) writer.writeRaw(taggedFields(traceparent));
    codec.request.encode(writer, request, apiVersion);
    const body = Buffer.from(writer.finish());
    const head = Buffer.alloc(4);
    head.writeInt32BE(body.length);
    return Buffer.concat([head, body]);
  }

  /** To the request that was encoded last. */
  async #answer<K extends ApiKey>(apiKey: K, apiVersion: number): Promise<ApiTypes[K]['response']> {
    const { response, request: { flexibleFrom } } = codecsOf(apiKey);
    const correlationId = this.#correlationId;
    const answered = this.#answered.then(() => this.#frame());
    this.#answered = answered.catch(() => {});
    const frame = await answered;
    if (frame.readInt32BE() !== correlationId) throw new Error(`request ${correlationId} got the answer to ${frame.readInt32BE()}`);
    // Correlation id, and the empty tagged fields of a flexible header, which ApiVersions alone never has (KIP-511).
    const hasTaggedFields = apiVersion >= flexibleFrom && apiKey !== ApiKeys.ApiVersions;
    return response.decode(new WireReader(frame.subarray(hasTaggedFields ? 5 : 4)), apiVersion);
  }

  /** Bytes as they are. */
  write(bytes: Uint8Array): void {
    this.#socket.write(bytes);
  }

  /** Settles when the server has closed the connection. */
  async closed(): Promise<void> {
    while (!this.#isClosed) await this.#changed();
  }

  #changed(): Promise<void> {
    return new Promise((resolve) => void this.#waiting.push(resolve));
  }

  #wake(): void {
    for (const wake of this.#waiting.splice(0)) wake();
  }

  async #frame(): Promise<Buffer> {
    while (this.#received.length < 4 || this.#received.length < 4 + this.#received.readInt32BE()) {
      if (this.#isClosed) throw new Error('the server closed the connection');
      await this.#changed();
    }
    const end = 4 + this.#received.readInt32BE();
    const frame = this.#received.subarray(4, end);
    this.#received = this.#received.subarray(end);
    return frame;
  }

  close(): void {
    this.#socket.destroy();
  }
}
