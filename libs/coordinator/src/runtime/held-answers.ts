import { ErrorCode, KafkaError, type Offset } from '@ottla/model';
import type { Envelope, EnvelopeAnswer } from '@ottla/rpc';
import type { RequestId } from './coordinator-shard.ts';

/** A client's request that has no answer yet. */
interface OpenRequest {
  readonly envelope: Envelope;
  readonly resolve: (answer: EnvelopeAnswer) => void;
  readonly reject: (error: KafkaError) => void;
}

/** An answer that waits for the high watermark. */
interface HeldAnswer {
  readonly request: OpenRequest;
  readonly body: Uint8Array;
  /** The high watermark that lets it go: the end of what its decision, and all before it, appended. */
  releaseOffset: Offset;
}

/** Stands in for `releaseOffset` until the decision has ended. */
const UNDECIDED: Offset = Infinity;

/**
 * The requests of one shard, from arrival to answer. An answer is given inside a decision, takes its release offset at
 * the decision's end, and leaves when the high watermark reaches that; answers leave in the order they were given.
 */
export class HeldAnswers {
  readonly #open = new Map<RequestId, OpenRequest>();
  #held: HeldAnswer[] = [];
  /** Index of the first answer that has not left: the rest of the array is cut off now and then, not for each answer. */
  #first = 0;
  #undecidedFrom = 0;

  /** Requests without an answer, and answers that wait. */
  get count(): number {
    return this.#open.size + this.#held.length - this.#first;
  }

  opened(requestId: RequestId, envelope: Envelope, resolve: (answer: EnvelopeAnswer) => void, reject: (error: KafkaError) => void): void {
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
    this.#held.push({ request, body, releaseOffset: UNDECIDED });
  }

  /** Refuses at once, decided or not: for a request that no answer can be encoded for. */
  reject(requestId: RequestId, error: KafkaError): void {
    const request = this.#open.get(requestId);
    this.#open.delete(requestId);
    request?.reject(error);
  }

  decided(endOffset: Offset): void {
    for (; this.#undecidedFrom < this.#held.length; this.#undecidedFrom++) {
      (this.#held[this.#undecidedFrom] as HeldAnswer).releaseOffset = endOffset;
    }
  }

  release(highWatermark: Offset): void {
    const held = this.#held;
    while (this.#first < held.length) {
      const { request, body, releaseOffset } = held[this.#first] as HeldAnswer;
      if (releaseOffset > highWatermark) break;
      this.#first++;
      request.resolve({ body });
    }
    if (this.#first === held.length) {
      held.length = 0;
      this.#first = 0;
      this.#undecidedFrom = 0;
    } else if (this.#first > 1024) {
      this.#held = held.slice(this.#first);
      this.#undecidedFrom -= this.#first;
      this.#first = 0;
    }
  }

  /** Refuses everything with NOT_COORDINATOR: whether it was carried out is for the next owner's load to show. */
  rejectAll(reason: string): void {
    const error = new KafkaError(ErrorCode.NOT_COORDINATOR, reason);
    for (const request of this.#open.values()) request.reject(error);
    for (let index = this.#first; index < this.#held.length; index++) (this.#held[index] as HeldAnswer).request.reject(error);
    this.#open.clear();
    this.#held = [];
    this.#first = 0;
    this.#undecidedFrom = 0;
  }
}
