import { ErrorCode, KafkaError, silentLogger, type Cancellable, type Logger, type Scheduler } from '@ottla/model';
import type { AcceptLink, CallOptions, DialLink, Link, LinkHello } from '../contracts/link.ts';
import type { MethodNames } from '../contracts/methods.ts';

/** How many requests may be under way in one direction of a link before further ones are refused. */
export const MAX_REQUESTS_UNDER_WAY = 10_000;
/** How many bytes of requests may be under way in one direction of a link. */
export const MAX_REQUEST_BYTES_UNDER_WAY = 256 * 1024 * 1024;

/** One plane's end point inside this process: the accepting plane calls `accept` once, others `dial`. */
export interface InProcessPort<DialerServes, AcceptorServes> {
  readonly dial: DialLink<DialerServes, AcceptorServes>;
  accept(handler: AcceptLink<AcceptorServes, DialerServes>): void;
  /** Closes every link and refuses further ones. */
  close(reason: string): void;
}

export interface InProcessOptions<DialerServes, AcceptorServes> {
  readonly scheduler: Scheduler;
  readonly dialerMethods: MethodNames<DialerServes>;
  readonly acceptorMethods: MethodNames<AcceptorServes>;
  readonly logger?: Logger;
  readonly maxRequestsUnderWay?: number;
  readonly maxRequestBytesUnderWay?: number;
}

type AnyService = Record<string, (request: unknown, call: CallOptions) => Promise<unknown>>;

/**
 * The contract of `Link` without a network. Requests and answers are copied at the boundary and handed over at the
 * end of the turn, in the order of their calls, so that code which runs here also runs across processes.
 */
export function inProcessPort<DialerServes extends object, AcceptorServes extends object>(
  options: InProcessOptions<DialerServes, AcceptorServes>,
): InProcessPort<DialerServes, AcceptorServes> {
  let acceptor: AcceptLink<AcceptorServes, DialerServes> | undefined;
  const open = new Set<InProcessLink>();
  let refusal: string | undefined;

  return {
    accept(handler) {
      acceptor = handler;
    },
    dial(hello: LinkHello, local: DialerServes): Promise<Link<AcceptorServes>> {
      if (acceptor === undefined || refusal !== undefined) {
        return Promise.reject(new KafkaError(ErrorCode.NETWORK_EXCEPTION, refusal ?? 'nobody accepts links here yet'));
      }
      const link = new InProcessLink(options as unknown as InProcessOptions<object, object>, hello);
      open.add(link);
      void link.closed.then(() => open.delete(link));
      try {
        link.dialerServes(local as unknown as AnyService);
        link.acceptorServes(acceptor(link.acceptorEnd as unknown as Link<DialerServes>) as unknown as AnyService);
      } catch (error) {
        link.close('it was not accepted');
        return Promise.reject(error instanceof KafkaError ? error : new KafkaError(ErrorCode.NETWORK_EXCEPTION, `the link was not accepted: ${String(error)}`));
      }
      return Promise.resolve(link.dialerEnd as unknown as Link<AcceptorServes>);
    },
    close(reason) {
      refusal = reason;
      for (const link of open) link.close(reason);
    },
  };
}

/** Both ends of one link. */
class InProcessLink {
  readonly closed: Promise<string>;
  readonly dialerEnd: Link<object>;
  readonly acceptorEnd: Link<object>;
  readonly #toAcceptor: Direction;
  readonly #toDialer: Direction;
  #settleClosed: (reason: string) => void = () => {};
  #isOpen = true;

  constructor(options: InProcessOptions<object, object>, hello: LinkHello) {
    this.closed = new Promise((resolve) => {
      this.#settleClosed = resolve;
    });
    this.#toAcceptor = new Direction(options, options.acceptorMethods);
    this.#toDialer = new Direction(options, options.dialerMethods);
    this.dialerEnd = this.#end(hello, this.#toAcceptor);
    this.acceptorEnd = this.#end(hello, this.#toDialer);
  }

  dialerServes(service: AnyService): void {
    this.#toDialer.serve(service);
  }

  acceptorServes(service: AnyService): void {
    this.#toAcceptor.serve(service);
  }

  close(reason: string): void {
    if (!this.#isOpen) return;
    this.#isOpen = false;
    this.#toAcceptor.close(reason);
    this.#toDialer.close(reason);
    this.#settleClosed(reason);
  }

  #end(hello: LinkHello, direction: Direction): Link<object> {
    const isOpen = (): boolean => this.#isOpen;
    return {
      remote: direction.proxy,
      hello,
      closed: this.closed,
      get isOpen() {
        return isOpen();
      },
      close: (reason) => {
        this.close(reason);
      },
    };
  }
}

/** Where a call stands that is not under way. */
const SETTLED = -1;

/** One call under way: queued, then delivered, then settled once. */
class Pending {
  readonly method: string;
  readonly request: unknown;
  readonly call: CallOptions;
  readonly requestBytes: number;
  readonly resolve: (answer: unknown) => void;
  readonly reject: (error: KafkaError) => void;
  deadline: Cancellable | undefined;
  answer: unknown;
  refusal: KafkaError | undefined;
  /** Its place in `UnderWay`. */
  at = SETTLED;

  constructor(method: string, request: unknown, requestBytes: number, call: CallOptions, resolve: (answer: unknown) => void, reject: (error: KafkaError) => void) {
    this.method = method;
    this.request = request;
    this.requestBytes = requestBytes;
    this.call = call;
    this.resolve = resolve;
    this.reject = reject;
  }
}

/**
 * Calls that are not settled, in no order. A Set would do, but for the collector: each table that it outgrows keeps the next
 * one alive, with all calls in it, until a full collection, and it outgrows one every few calls.
 */
class UnderWay {
  readonly #calls: Pending[] = [];

  get size(): number {
    return this.#calls.length;
  }

  add(pending: Pending): void {
    pending.at = this.#calls.length;
    this.#calls.push(pending);
  }

  has(pending: Pending): boolean {
    return pending.at !== SETTLED;
  }

  /** False when it was settled before. */
  delete(pending: Pending): boolean {
    if (pending.at === SETTLED) return false;
    const last = this.#calls.pop() as Pending;
    if (last !== pending) {
      this.#calls[pending.at] = last;
      last.at = pending.at;
    }
    pending.at = SETTLED;
    return true;
  }

  all(): readonly Pending[] {
    return [...this.#calls];
  }
}

/**
 * Calls of one end to the other. What happens in a turn waits in two queues, requests and outcomes, that are handed
 * over together at its end; a call that is settled (its deadline, a closed link) leaves `#underWay` and with it both.
 */
class Direction {
  readonly proxy: AnyService = {};
  readonly #scheduler: Scheduler;
  readonly #logger: Logger;
  readonly #maxUnderWay: number;
  readonly #maxBytesUnderWay: number;
  readonly #underWay = new UnderWay();
  #bytesUnderWay = 0;
  #requests: Pending[] = [];
  #outcomes: Pending[] = [];
  #service: AnyService | undefined;
  #closedBecause: string | undefined;
  #isScheduled = false;

  constructor(options: InProcessOptions<object, object>, methods: readonly string[]) {
    this.#scheduler = options.scheduler;
    this.#logger = options.logger ?? silentLogger;
    this.#maxUnderWay = options.maxRequestsUnderWay ?? MAX_REQUESTS_UNDER_WAY;
    this.#maxBytesUnderWay = options.maxRequestBytesUnderWay ?? MAX_REQUEST_BYTES_UNDER_WAY;
    for (const method of methods) {
      this.proxy[method] = (request, call) => this.#call(method, request, call);
    }
  }

  serve(service: AnyService): void {
    this.#service = service;
  }

  close(reason: string): void {
    this.#closedBecause = reason;
    this.#requests = [];
    this.#outcomes = [];
    for (const pending of this.#underWay.all()) {
      this.#settle(pending, new KafkaError(ErrorCode.NETWORK_EXCEPTION, `the link closed: ${reason}`));
    }
  }

  #call(method: string, request: unknown, call: CallOptions): Promise<unknown> {
    if (this.#closedBecause !== undefined) {
      return Promise.reject(new KafkaError(ErrorCode.NETWORK_EXCEPTION, `the link is closed: ${this.#closedBecause}`));
    }
    if (this.#underWay.size >= this.#maxUnderWay) {
      const refusal = `${this.#underWay.size} requests are under way on this link, which is its limit`;
      return Promise.reject(new KafkaError(ErrorCode.THROTTLING_QUOTA_EXCEEDED, refusal));
    }
    const bytes = byteCount(request);
    if (this.#bytesUnderWay + bytes > this.#maxBytesUnderWay) {
      const refusal = `${this.#bytesUnderWay} bytes of requests are under way on this link, ${bytes} more would pass its limit of ${this.#maxBytesUnderWay}`;
      return Promise.reject(new KafkaError(ErrorCode.THROTTLING_QUOTA_EXCEEDED, refusal));
    }
    return new Promise((resolve, reject) => {
      const pending = new Pending(method, copied(request), bytes, call, resolve, reject);
      pending.deadline = this.#scheduler.after(call.timeoutMs, () => {
        this.#settle(pending, new KafkaError(ErrorCode.REQUEST_TIMED_OUT, `${method} got no answer in ${call.timeoutMs} ms`));
      });
      this.#underWay.add(pending);
      this.#bytesUnderWay += bytes;
      this.#requests.push(pending);
      this.#schedule();
    });
  }

  #settle(pending: Pending, refusal: KafkaError | undefined): void {
    if (!this.#underWay.delete(pending)) return;
    this.#bytesUnderWay -= pending.requestBytes;
    pending.deadline?.cancel();
    if (refusal === undefined) pending.resolve(pending.answer);
    else pending.reject(refusal);
  }

  #schedule(): void {
    if (this.#isScheduled) return;
    this.#isScheduled = true;
    this.#scheduler.endOfTurn(() => {
      this.#isScheduled = false;
      const outcomes = this.#outcomes;
      const requests = this.#requests;
      this.#outcomes = [];
      this.#requests = [];
      for (const pending of outcomes) this.#settle(pending, pending.refusal);
      for (const pending of requests) this.#deliver(pending);
    });
  }

  #deliver(pending: Pending): void {
    if (!this.#underWay.has(pending)) return;
    const handler = this.#service?.[pending.method];
    if (handler === undefined) {
      this.#hasOutcome(pending, undefined, new KafkaError(ErrorCode.UNSUPPORTED_VERSION, `${pending.method} is not served here`));
      return;
    }
    let answer: Promise<unknown>;
    try {
      answer = handler.call(this.#service, pending.request, pending.call);
    } catch (error) {
      this.#hasOutcome(pending, undefined, this.#refusal(pending.method, error));
      return;
    }
    answer.then(
      (value) => {
        this.#hasOutcome(pending, copied(value), undefined);
      },
      (error: unknown) => {
        this.#hasOutcome(pending, undefined, this.#refusal(pending.method, error));
      },
    );
  }

  #hasOutcome(pending: Pending, answer: unknown, refusal: KafkaError | undefined): void {
    if (!this.#underWay.has(pending)) return;
    pending.answer = answer;
    pending.refusal = refusal;
    this.#outcomes.push(pending);
    this.#schedule();
  }

  /** A refusal crosses as its code and message, without its stack; anything else is a defect of the plane behind, logged where it happened. */
  #refusal(method: string, error: unknown): KafkaError {
    if (error instanceof KafkaError) return new KafkaError(error.code, error.message);
    const text = error instanceof Error ? (error.stack ?? error.message) : String(error);
    this.#logger.error('a plane failed to answer; this is a defect, please report it', { method, error: text });
    return new KafkaError(ErrorCode.UNKNOWN_SERVER_ERROR, `${method} failed`);
  }
}

/** A deep copy of plain data with bytes, so that neither end sees the other's later changes. */
function copied(value: unknown): unknown {
  if (typeof value !== 'object' || value === null) return value;
  if (value instanceof Uint8Array) return Buffer.from(value);
  if (Array.isArray(value)) return value.map(copied);
  const result: Record<string, unknown> = {};
  for (const key of Object.keys(value)) result[key] = copied((value as Record<string, unknown>)[key]);
  return result;
}

/** Bytes and characters that `value` holds. */
function byteCount(value: unknown): number {
  if (typeof value === 'string') return value.length;
  if (typeof value !== 'object' || value === null) return 0;
  if (value instanceof Uint8Array) return value.length;
  let count = 0;
  for (const key of Object.keys(value)) count += byteCount((value as Record<string, unknown>)[key]);
  return count;
}
