import { ErrorCode, KafkaError, type Logger } from '@ottla/model';
import type { CallOptions } from '../../contracts/link.ts';
import type { FrameWriter } from './frame-writer.ts';
import type { LinkLimits } from './link-limits.ts';
import type { MethodCodecs } from './message-codecs.ts';
import type { AnyCodecs, AnyService } from './outgoing-calls.ts';

export interface ServedCallsOptions {
  readonly codecs: AnyCodecs;
  readonly writer: FrameWriter;
  readonly limits: LinkLimits;
  readonly logger: Logger;
}

export interface IncomingRequest {
  readonly method?: string | null;
  readonly timeoutMs?: number | null;
  readonly traceparent?: string | null;
  readonly payload?: Uint8Array | null;
}

/**
 * Requests of the other end: delivered in the order in which they arrive, answered in any order. The answer of a request
 * that the other end cancelled, or of a closed link, is dropped.
 */
export class ServedCalls {
  readonly #options: ServedCallsOptions;
  readonly #unanswered = new Set<number>();
  #service: AnyService = {};

  constructor(options: ServedCallsOptions) {
    this.#options = options;
  }

  serve(service: AnyService): void {
    this.#service = service;
  }

  onRequest(id: number, { method, timeoutMs, traceparent, payload }: IncomingRequest): void {
    const name = method ?? '';
    const codecs = Object.hasOwn(this.#options.codecs, name) ? this.#options.codecs[name] : undefined;
    const handler = this.#service[name];
    if (codecs === undefined || handler === undefined) {
      this.#refuse(id, new KafkaError(ErrorCode.UNSUPPORTED_VERSION, `${name} is not served here`));
      return;
    }
    // The asker has the same bound, so this holds back one that does not keep to it.
    if (this.#unanswered.size >= this.#options.limits.maxRequestsUnderWay) {
      this.#refuse(id, new KafkaError(ErrorCode.THROTTLING_QUOTA_EXCEEDED, `${this.#unanswered.size} requests of this link are being served, which is its limit`));
      return;
    }
    this.#unanswered.add(id);
    const call: CallOptions = { timeoutMs: timeoutMs ?? 0, ...(traceparent ? { traceparent } : {}) };
    let answer: Promise<unknown>;
    try {
      answer = handler.call(this.#service, codecs.request.decode(payload ?? new Uint8Array(0)), call);
    } catch (error) {
      this.#failed(id, name, error);
      return;
    }
    answer.then(
      (value) => this.#answered(id, name, codecs, value),
      (error: unknown) => this.#failed(id, name, error),
    );
  }

  onCancel(id: number): void {
    this.#unanswered.delete(id);
  }

  close(): void {
    this.#unanswered.clear();
  }

  #answered(id: number, method: string, codecs: MethodCodecs<unknown, unknown>, value: unknown): void {
    if (!this.#unanswered.delete(id)) return;
    let answer: Uint8Array;
    try {
      answer = codecs.answer.encode(value);
    } catch (error) {
      this.#refuse(id, this.#refusal(method, error));
      return;
    }
    const { maxPayloadBytes } = this.#options.limits;
    if (answer.length > maxPayloadBytes) {
      this.#refuse(id, new KafkaError(ErrorCode.MESSAGE_TOO_LARGE, `an answer of ${answer.length} bytes is larger than a link carries, ${maxPayloadBytes}`));
      return;
    }
    this.#options.writer.push({ id, answer }, answer.length);
  }

  #failed(id: number, method: string, error: unknown): void {
    if (this.#unanswered.delete(id)) this.#refuse(id, this.#refusal(method, error));
  }

  #refuse(id: number, { code, message }: KafkaError): void {
    this.#options.writer.push({ id, refusal: { code, message } }, message.length);
  }

  /** A refusal crosses as its code and message; anything else is a defect of the plane behind, logged where it happened. */
  #refusal(method: string, error: unknown): KafkaError {
    if (error instanceof KafkaError) return error;
    const text = error instanceof Error ? (error.stack ?? error.message) : String(error);
    this.#options.logger.error('a plane failed to answer; this is a defect, please report it', { method, error: text });
    return new KafkaError(ErrorCode.UNKNOWN_SERVER_ERROR, `${method} failed`);
  }
}
