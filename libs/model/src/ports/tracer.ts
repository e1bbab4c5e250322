/**
 * Traces of single requests. Nobody has a tracer unless an exporter is configured: whoever may trace asks for `undefined`
 * first, and that is all it costs. Spans are made by hand at the steps of a request, of sampled requests only.
 */
export interface Tracer {
  /**
   * Whether a request that begins here is to be traced; to be asked before anything is allocated for its trace. Where whoever
   * sent it tells that it traces it (`parent`, a W3C traceparent), its decision holds.
   */
  isSampled(parent?: string): boolean;
  /**
   * Begins a span. `parent` is a W3C traceparent of another process or of a record; a malformed one is as none. Times are
   * monotonic milliseconds, now when left out.
   */
  start(name: string, kind: SpanKind, parent?: string, startMs?: number): Span;
}

export type SpanKind = 'internal' | 'server' | 'client' | 'producer' | 'consumer';

/** One step of a traced request. Ended once; what is called after that is ignored. */
export interface Span {
  readonly traceId: string;
  /** Names this span for other processes, as W3C has it. */
  readonly traceparent: string;
  /** A step within this one. */
  child(name: string, kind?: SpanKind, startMs?: number): Span;
  set(key: string, value: string | number): void;
  /** Ties another trace to this span: of the producer of what is read. A malformed one is ignored. */
  link(traceparent: string): void;
  end(endMs?: number): void;
}
