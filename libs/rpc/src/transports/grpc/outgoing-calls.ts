import { ErrorCode, KafkaError, type Cancellable, type Clock, type Logger, type Scheduler } from '@ottla/model';
import type { CallOptions } from '../../contracts/link.ts';
import type { FrameWriter, QueuedFrame } from './frame-writer.ts';
import type { LinkLimits } from './link-limits.ts';
import type { MethodCodecs } from './message-codecs.ts';

export type AnyService = Readonly<Record<string, (request: unknown, call: CallOptions) => Promise<unknown>>>;
export type AnyCodecs = Readonly<Record<string, MethodCodecs<unknown, unknown>>>;

export interface OutgoingCallsOptions {
  readonly codecs: AnyCodecs;
  readonly writer: FrameWriter;
  readonly limits: LinkLimits;
  readonly clock: Clock;
  readonly scheduler: Scheduler;
  readonly logger: Logger;
}

interface Pending {
  readonly method: string;
  readonly bytes: number;
  readonly frame: QueuedFrame;
  readonly resolve: (answer: unknown) => void;
  readonly reject: (error: KafkaError) => void;
  readonly deadline: Cancellable;
}

/**
 * Calls of this end to the other: numbered, bounded, each settled once by its answer, its refusal, its deadline or the
 * end of the link. Past its deadline a request that has not left is taken back; one that has left is cancelled.
 */
export class OutgoingCalls {
  readonly proxy: AnyService;
  readonly #options: OutgoingCallsOptions;
  readonly #underWay = new Map<number, Pending>();
  #bytesUnderWay = 0;
  #lastId = 0;
  #closedBecause: string | undefined;

  constructor(options: OutgoingCallsOptions) {
    this.#options = options;
    this.proxy = Object.fromEntries(Object.keys(options.codecs).map((method) => [method, (request: unknown, call: CallOptions) => this.#call(method, request, call)]));
  }

  /** An answer for a call that is settled already is dropped. */
  onAnswer(id: number, payload: Uint8Array): void {
    const pending = this.#underWay.get(id);
    if (pending === undefined) return;
    let answer: unknown;
    try {
      answer = this.#options.codecs[pending.method]?.answer.decode(payload);
    } catch (error) {
      this.#options.logger.error('the answer of another plane cannot be read; do both run the same version?', { method: pending.method, error: String(error) });
      this.#settle(id)?.reject(new KafkaError(ErrorCode.UNKNOWN_SERVER_ERROR, `the answer to ${pending.method} cannot be read`));
      return;
    }
    this.#settle(id)?.resolve(answer);
  }

  onRefusal(id: number, code: number, message: string): void {
    this.#settle(id)?.reject(new KafkaError(code as ErrorCode, message));
  }

  close(reason: string): void {
    this.#closedBecause = reason;
    for (const id of this.#underWay.keys()) this.#settle(id)?.reject(new KafkaError(ErrorCode.NETWORK_EXCEPTION, `the link closed: ${reason}`));
  }

  #call(method: string, request: unknown, call: CallOptions): Promise<unknown> {
    const { limits, scheduler, clock, writer } = this.#options;
    if (this.#closedBecause !== undefined) return refused(ErrorCode.NETWORK_EXCEPTION, `the link is closed: ${this.#closedBecause}`);
    if (this.#underWay.size >= limits.maxRequestsUnderWay) {
      return refused(ErrorCode.THROTTLING_QUOTA_EXCEEDED, `${this.#underWay.size} requests are under way on this link, which is its limit`);
    }
    let payload: Uint8Array;
    try {
      payload = (this.#options.codecs[method] as MethodCodecs<unknown, unknown>).request.encode(request);
    } catch (error) {
      this.#options.logger.error('a request to another plane does not fit its message; this is a defect, please report it', { method, error: String(error) });
      return refused(ErrorCode.UNKNOWN_SERVER_ERROR, `the request for ${method} cannot be sent`);
    }
    const bytes = payload.length;
    if (bytes > limits.maxPayloadBytes) return refused(ErrorCode.MESSAGE_TOO_LARGE, `a request of ${bytes} bytes is larger than a link carries, ${limits.maxPayloadBytes}`);
    if (this.#bytesUnderWay + bytes > limits.maxRequestBytesUnderWay) {
      const refusal = `${this.#bytesUnderWay} bytes of requests are under way on this link, ${bytes} more would pass its limit of ${limits.maxRequestBytesUnderWay}`;
      return refused(ErrorCode.THROTTLING_QUOTA_EXCEEDED, refusal);
    }
    return new Promise((resolve, reject) => {
      const id = ++this.#lastId;
      const { timeoutMs, traceparent } = call;
      const request = { method, timeoutMs, payload, ...(traceparent === undefined ? {} : { traceparent }) };
      const frame = writer.push({ id, request }, bytes, clock.monotonicMs() + timeoutMs);
      const deadline = scheduler.after(timeoutMs, () => this.#onDeadline(id, timeoutMs));
      this.#underWay.set(id, { method, bytes, frame, resolve, reject, deadline });
      this.#bytesUnderWay += bytes;
    });
  }

  #onDeadline(id: number, timeoutMs: number): void {
    const pending = this.#settle(id);
    if (pending === undefined) return;
    if (pending.frame.isSent) this.#options.writer.push({ id, cancel: true }, 0);
    else this.#options.writer.drop(pending.frame);
    pending.reject(new KafkaError(ErrorCode.REQUEST_TIMED_OUT, `${pending.method} got no answer in ${timeoutMs} ms`));
  }

  #settle(id: number): Pending | undefined {
    const pending = this.#underWay.get(id);
    if (pending === undefined) return undefined;
    this.#underWay.delete(id);
    this.#bytesUnderWay -= pending.bytes;
    pending.deadline.cancel();
    return pending;
  }
}

function refused(code: ErrorCode, message: string): Promise<never> {
  return Promise.reject(new KafkaError(code, message));
}
