import type { Clock, Logger, Metrics, RecordsSource, Scheduler, Span } from '@ottla/model';
import type { RequestMemory } from './request-memory.ts';
import type { ListenerSecurity } from './tls-handshakes.ts';

/** Versions of an API that are served. */
export interface ServedRange {
  readonly min: number;
  readonly max: number;
}

/** Limits on open connections; Infinity allowed. One beyond them is closed at once. */
export interface ConnectionLimits {
  /** max.connections, of all listeners of the broker. */
  readonly maxConnections: number;
  /** How many are open on all of them. */
  readonly openConnections: number;
  /** How many from one address. */
  openFrom(address: string): number;
  /** max.connections.per.ip, or what max.connections.per.ip.overrides has for the address. */
  maxConnectionsFrom(address: string): number;
}

/**
 * How requests of one connection may overlap. `alone` (the rule): waits for all before it, and those behind it wait for it.
 * The others overlap, but for one: `reads` (Fetch, ListOffsets) waits for every `writes` (Produce) before it, so that a
 * client reads what it wrote before.
 */
export type Overlap = 'alone' | 'writes' | 'reads' | 'free';

/** What a listener is made of. */
export interface ListenerOptions {
  /** Address to bind; '' for all of this machine's. */
  readonly host: string;
  /** 0 takes a free one. */
  readonly port: number;
  readonly listenerName: string;
  /** Of a listener with the protocol SSL; plaintext when left out. */
  readonly security?: ListenerSecurity | undefined;
  /** socket.request.max.bytes: a larger frame closes its connection. */
  readonly maxRequestBytes: number;
  /** socket.listen.backlog.size: connections that wait to be accepted. */
  readonly backlogSize: number;
  /** Given the descriptor of the bound socket, whose options those of its connections are: for what Node cannot set. */
  readonly onBound?: ((descriptor: number) => void) | undefined;
  /** How many connections there may be now: asked for each new one. */
  readonly connectionLimits: () => ConnectionLimits;
  /** What all listeners of the broker may hold in requests. */
  readonly memory: RequestMemory;
  /** connections.max.idle.ms; negative or Infinity: never. */
  readonly connectionsMaxIdleMs: number;
  /** Requests of one connection that may be under way; beyond it the socket is not read from. */
  readonly maxRequestsUnderWay: number;
  /** Versions served; undefined: the API is unknown, and the connection is closed, as Kafka does. */
  versions(apiKey: number): ServedRange | undefined;
  /** What requests of this API wait for on their connection. */
  overlap(apiKey: number): Overlap;
  /** Takes one request. Called in arrival order for each connection; what it throws closes the connection. */
  dispatch(request: ClientRequest): void;
  readonly clock: Clock;
  readonly scheduler: Scheduler;
  readonly logger: Logger;
  readonly metrics: Metrics;
  /** Begins the trace of a request that is sampled; its bytes may be read, and are not to be kept. No request is traced when left out. */
  readonly trace?: ((request: ClientRequest) => Span | undefined) | undefined;
}

/** One client's connection. */
export interface ClientConnection {
  readonly id: number;
  readonly listenerName: string;
  /** IPv4 in its own form, also on a socket of IPv6. */
  readonly clientAddress: string;
  readonly clientPort: number;
  /** `User:` and the name in the client's certificate; `User:ANONYMOUS` without one. */
  readonly principal: string;
  /** As the client told in ApiVersions (KIP-511); `unknown` before. */
  clientSoftwareName: string;
  clientSoftwareVersion: string;
  readonly isOpen: boolean;
  /**
   * `listener` runs once when the connection is gone; at once when it already is. Answers a function that takes it
   * back: whoever waits for one request only must do so, or a long-lived connection gathers listeners.
   */
  onClose(listener: () => void): () => void;
  /** The connection is not read from for `ms` (quotas). A longer throttle under way stays. */
  throttle(ms: number): void;
}

/** One request of a client, to be answered exactly once, now or later, in any order: the listener puts answers in order. */
export interface ClientRequest {
  readonly apiKey: number;
  readonly apiVersion: number;
  readonly correlationId: number;
  readonly clientId: string | null;
  readonly connection: ClientConnection;
  /** Monotonic time in ms at which its last byte was there. */
  readonly receivedAtMs: number;
  /** W3C traceparent of the client's own span, when the header carries it in our tagged field (tag 10,000); not checked. */
  readonly traceparent?: string | undefined;
  /** Of a request that is traced. Whoever serves it adds the steps; the listener ends it. */
  readonly span?: Span | undefined;
  /**
   * The body behind the header. These bytes belong to the listener and are reused as soon as dispatch returns, unless
   * `keepBytes` was called during dispatch; without that, reading this later throws.
   */
  readonly body: Uint8Array;
  /**
   * The body, valid until this request is answered (answer, answerNothing or close), also when the client is gone
   * meanwhile; then its memory serves another frame. The first call must be made during dispatch.
   */
  keepBytes(): Uint8Array;
  /** The kept body is needed no more, though the answer is to come: its memory serves others. */
  releaseBytes(): void;
  /**
   * Body parts of the answer, not touched by the caller afterwards. The listener adds size and header, and releases
   * ByteSources exactly once whatever happens. A second answer, or one on a closed connection, is only released.
   */
  answer(parts: readonly RecordsSource[]): void;
  /** No answer follows (Produce with acks=0). */
  answerNothing(): void;
  /** Closes the connection instead of answering, behind the answers to earlier requests; `reason` is logged. */
  close(reason: string): void;
}

/** A bound port with its connections. */
export interface Listener {
  readonly host: string;
  /** As bound. */
  readonly port: number;
  readonly connectionCount: number;
  /** How many of them come from `address`. */
  connectionsFrom(address: string): number;
  /** New connections are refused from now on; those that are open go on. */
  stopAccepting(): void;
  /** Reads no more requests, lets answers out for a second at most, then ends all connections. */
  close(): Promise<void>;
  /** Ends all connections at once; what was asked stays unanswered. */
  abandon(): void;
}
