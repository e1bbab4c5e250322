import { type Api, type Codec, WireReader, WireWriter } from '@ottla/protocol';
import type { RequestId, ShardRequest } from '../runtime/coordinator-shard.ts';
import type { Turn } from './turn.ts';

/** The requests that wait for a later decision, by id, so that the end of a client's connection finds them. */
export class ParkedReplies {
  readonly #byId = new Map<RequestId, { cancel(): void }>();

  get size(): number {
    return this.#byId.size;
  }

  add(requestId: RequestId, reply: { cancel(): void }): void {
    this.#byId.set(requestId, reply);
  }

  remove(requestId: RequestId): void {
    this.#byId.delete(requestId);
  }

  /** The client is gone: what would have been answered is dropped. */
  cancel(requestId: RequestId): void {
    this.#byId.get(requestId)?.cancel();
    this.#byId.delete(requestId);
  }
}

/** The answer that one request is owed: given once, in the version of the request, at once or in a later decision. */
export class Reply<T> {
  readonly #codec: Codec<unknown, T>;
  readonly #version: number;
  readonly #requestId: RequestId;
  readonly #parked: ParkedReplies;
  #open = true;

  constructor(codec: Codec<unknown, T>, version: number, requestId: RequestId, parked: ParkedReplies) {
    this.#codec = codec;
    this.#version = version;
    this.#requestId = requestId;
    this.#parked = parked;
  }

  /** The request waits for a later decision. */
  park(): void {
    this.#parked.add(this.#requestId, this);
  }

  /** Drops the answer. */
  cancel(): void {
    this.#open = false;
  }

  /** Answers once; later calls, and calls after `cancel`, do nothing. */
  answer(turn: Turn, value: T): void {
    if (!this.#open) return;
    this.#open = false;
    this.#parked.remove(this.#requestId);
    const writer = new WireWriter();
    this.#codec.encode(writer, value, this.#version);
    turn.decision.answer(this.#requestId, writer.finish());
  }
}

/** A client's request, decoded, with the answer that it is owed. */
export interface Call<Request, Response> {
  readonly request: Request;
  readonly version: number;
  readonly clientId: string;
  readonly clientAddress: string;
  readonly reply: Reply<Response>;
}

/** Decodes a request whose version the codec knows. Throws MalformedMessageError. */
export function openCall<Request, Response>(
  api: Api<number, Request, never, unknown, Response>,
  { requestId, envelope }: ShardRequest,
  parked: ParkedReplies,
): Call<Request, Response> {
  return {
    request: api.request.decode(new WireReader(envelope.body), envelope.apiVersion),
    version: envelope.apiVersion,
    clientId: envelope.clientId ?? '',
    clientAddress: envelope.clientAddress,
    reply: new Reply(api.response, envelope.apiVersion, requestId, parked),
  };
}
