import type { KafkaError, LogFields } from '@ottla/model';

/**
 * How planes talk. A link is one two-way stream between two planes: each end serves an interface to the other
 * and calls the other's. All methods are request/answer: `(request, call) => Promise<answer>`.
 *
 * Contract, the same on every transport (in-process, gRPC, simulated):
 * - the receiver owns its bytes: what a caller passed may be reused by it at once;
 * - a request is delivered at least one turn after the call, requests of one link in the order of their calls,
 *   answers in any order;
 * - a refusal crosses as KafkaError with its code and message; any other failure arrives as UNKNOWN_SERVER_ERROR;
 * - past its deadline a call rejects with REQUEST_TIMED_OUT, and its outcome is unknown;
 * - when the link closes, calls under way reject with NETWORK_EXCEPTION, and their outcome is unknown;
 * - requests under way and bytes queued are bounded; beyond the bound a call rejects at once with
 *   THROTTLING_QUOTA_EXCEEDED and was not delivered.
 */
export interface CallOptions {
  /** How long the caller waits; the receiver sees what is left of it. */
  readonly timeoutMs: number;
  /** W3C trace context, when this request is sampled. */
  readonly traceparent?: string;
}

export type Refusal = KafkaError;

/** Any plane interface: methods from a plain request to the promise of a plain answer. */
export type Service<S> = { readonly [K in keyof S]: (request: never, call: CallOptions) => Promise<unknown> };

/** Who dials. */
export interface LinkHello {
  readonly role: 'broker' | 'group-coordinator' | 'transaction-coordinator' | 'controller';
  /** node.id of a broker or controller; a coordinator instance's own number. */
  readonly nodeId: number;
  /** Changes with each start of the process. */
  readonly incarnationId: string;
  readonly clusterId: string | null;
}

export interface Link<Remote> {
  readonly remote: Remote;
  readonly hello: LinkHello;
  readonly isOpen: boolean;
  /** Settles once, with the reason, when either end closes or the stream breaks. Never rejects. */
  readonly closed: Promise<string>;
  close(reason: string): void;
}

/** The accepting end: called once a link with the dialer's hello; answers the interface that it serves on this link. */
export type AcceptLink<Local, Remote> = (link: Link<Remote>) => Local;

/** The dialing end. Rejects with KafkaError(NETWORK_EXCEPTION) when nobody answers. */
export type DialLink<Local, Remote> = (hello: LinkHello, local: Local) => Promise<Link<Remote>>;

export type { LogFields };
