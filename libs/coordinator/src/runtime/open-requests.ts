import { ErrorCode, KafkaError, type LeaderEpoch, type Offset } from '@ottla/model';
import type { DecidedAnswer, Envelope } from '@ottla/rpc';
import type { RequestId } from './coordinator-shard.ts';

/** A client's request that has no answer yet. */
interface OpenRequest {
  readonly envelope: Envelope;
  readonly resolve: (answer: DecidedAnswer) => void;
  readonly reject: (error: KafkaError) => void;
}

/** An answer that was given in the decision being made. */
interface GivenAnswer {
  readonly request: OpenRequest;
  readonly body: Uint8Array;
}

/**
 * The requests of one shard, from arrival to answer. An answer is given inside a decision and leaves at the decision's
 * end, which is when it is known what must be committed before the client may have it; answers leave in the order in
 * which they were given.
 */
export class OpenRequests {
  readonly #leaderEpoch: LeaderEpoch;
  readonly #open = new Map<RequestId, OpenRequest>();
  #given: GivenAnswer[] = [];

  constructor(leaderEpoch: LeaderEpoch) {
    this.#leaderEpoch = leaderEpoch;
  }

  /** Requests without an answer. */
  get count(): number {
    return this.#open.size;
  }

  opened(requestId: RequestId, envelope: Envelope, resolve: (answer: DecidedAnswer) => void, reject: (error: KafkaError) => void): void {
    this.#open.set(requestId, { envelope, resolve, reject });
  }

  envelopeOf(requestId: RequestId): Envelope | undefined {
    return this.#open.get(requestId)?.envelope;
  }

  /** Does nothing when the request was answered or is gone. */
  answer(requestId: RequestId, body: Uint8Array): void {
    const request = this.#open.get(requestId);
    if (request === undefined) return;
    this.#open.delete(requestId);
    this.#given.push({ request, body });
  }

  /** Refuses at once, decided or not: for a request that no answer can be encoded for. */
  reject(requestId: RequestId, error: KafkaError): void {
    const request = this.#open.get(requestId);
    this.#open.delete(requestId);
    request?.reject(error);
  }

  /** The decision has ended; `releaseOffset` is the end of what it, and all before it, appends. */
  decided(releaseOffset: Offset): void {
    if (this.#given.length === 0) return;
    const given = this.#given;
    this.#given = [];
    for (const { request, body } of given) request.resolve({ body, leaderEpoch: this.#leaderEpoch, releaseOffset });
  }

  /** Refuses everything with NOT_COORDINATOR: whether it was carried out is for the next owner's load to show. */
  rejectAll(reason: string): void {
    const error = new KafkaError(ErrorCode.NOT_COORDINATOR, reason);
    for (const request of this.#open.values()) request.reject(error);
    for (const { request } of this.#given) request.reject(error);
    this.#open.clear();
    this.#given = [];
  }
}
