import { once } from 'node:events';
import { connect, type Socket } from 'node:net';
import { type ApiKey, ApiKeys, apis, type ApiTypes, type Codec, WireReader, WireWriter } from '@ottla/protocol';

/** Tag 10,000 as a varint. */
const TRACEPARENT_TAG = [0x90, 0x4e];

function taggedFields(traceparent: string | undefined): Uint8Array {
  return traceparent === undefined ? Uint8Array.of(0) : Buffer.concat([Uint8Array.of(1, ...TRACEPARENT_TAG, traceparent.length), Buffer.from(traceparent)]);
}

/** A connection that sends single requests of any API and version in Ottla's own codecs, one at a time: for APIs that no client lets out. */
export class RawConnection {
  readonly #socket: Socket;
  readonly #clientId: string;
  #correlationId = 0;
  #received: Buffer = Buffer.alloc(0);

  private constructor(socket: Socket, clientId: string) {
    this.#socket = socket;
    this.#clientId = clientId;
  }

  static async open(server: { readonly host: string; readonly port: number }, clientId = 'raw'): Promise<RawConnection> {
    const socket = connect(server.port, server.host);
    await once(socket, 'connect');
    return new RawConnection(socket, clientId);
  }

  /** `traceparent` of a span of the client rides in the header's tagged field of ours, which only flexible versions have. */
  async ask<K extends ApiKey>(apiKey: K, apiVersion: number, request: ApiTypes[K]['requestInput'], traceparent?: string): Promise<ApiTypes[K]['response']> {
    const codec = apis[apiKey] as unknown as { readonly request: Codec<unknown, ApiTypes[K]['requestInput']>; readonly response: Codec<ApiTypes[K]['response'], never> };
    const isFlexible = apiVersion >= codec.request.flexibleFrom;
    const writer = new WireWriter();
    writer.writeInt16(apiKey);
    writer.writeInt16(apiVersion);
    writer.writeInt32(++this.#correlationId);
    writer.writeString(this.#clientId, false);
    if (isFlexible) writer.writeRaw(taggedFields(traceparent));
    codec.request.encode(writer, request, apiVersion);
    const body = Buffer.from(writer.finish());
    const head = Buffer.alloc(4);
    head.writeInt32BE(body.length);
    this.#socket.write(Buffer.concat([head, body]));
    const frame = await this.#frame();
    // Correlation id, and the empty tagged fields of a flexible header, which ApiVersions alone never has (KIP-511).
    return codec.response.decode(new WireReader(frame.subarray(isFlexible && apiKey !== ApiKeys.ApiVersions ? 5 : 4)), apiVersion);
  }

  async #frame(): Promise<Buffer> {
    while (this.#received.length < 4 || this.#received.length < 4 + this.#received.readInt32BE()) {
      const [piece] = (await once(this.#socket, 'data')) as [Buffer];
      this.#received = Buffer.concat([this.#received, piece]);
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
