import { ROOT_CONTEXT, SpanKind as OtelKind, TraceFlags, trace, type Context, type Span as OtelSpan, type SpanContext, type Tracer as OtelTracer } from '@opentelemetry/api';
import { NodeSDK } from '@opentelemetry/sdk-node';
import type { Random, Span, SpanKind, Tracer } from '@ottla/model';
import type { TracedService, Tracing, TracingSettings } from './tracing.ts';

const kinds: Readonly<Record<SpanKind, OtelKind>> = {
  internal: OtelKind.INTERNAL, server: OtelKind.SERVER, client: OtelKind.CLIENT, producer: OtelKind.PRODUCER, consumer: OtelKind.CONSUMER,
};
/** SamplingDecision.RECORD_AND_SAMPLED: whether a request is traced was decided before its first span is made. */
const RECORD_AND_SAMPLED = 2;
/** How finely chance is drawn. */
const STEPS = 1e9;

/** The SDK with its exporter from the environment; traces only, and nothing is instrumented by itself. */
export function openTelemetry({ name, instanceId, random }: TracedService, settings: TracingSettings, env: NodeJS.ProcessEnv): Tracing {
  // The SDK reads its environment; figures and logs have ways of their own.
  env['OTEL_METRICS_EXPORTER'] ??= 'none';
  env['OTEL_LOGS_EXPORTER'] ??= 'none';
  const instance = `service.instance.id=${instanceId}`;
  env['OTEL_RESOURCE_ATTRIBUTES'] = env['OTEL_RESOURCE_ATTRIBUTES'] === undefined ? instance : `${instance},${env['OTEL_RESOURCE_ATTRIBUTES']}`;
  const sdk = new NodeSDK({
    serviceName: env['OTEL_SERVICE_NAME'] ?? name,
    instrumentations: [],
    sampler: { shouldSample: () => ({ decision: RECORD_AND_SAMPLED }), toString: () => `DecidedBefore{${settings.ratio}}` },
  });
  sdk.start();
  return { tracer: new SampledTracer(trace.getTracer('ottla'), settings, random), shutdown: () => sdk.shutdown() };
}

/** Traces a share of the requests, and no more than so many a second; what is not traced costs a decrement. */
class SampledTracer implements Tracer {
  readonly #tracer: OtelTracer;
  readonly #settings: TracingSettings;
  readonly #random: Random;
  #toSkip: number;
  /** Traces that may begin now: as many as a second brings, at most. */
  #allowance: number;
  #allowedAtMs = performance.now();

  constructor(tracer: OtelTracer, settings: TracingSettings, random: Random) {
    this.#tracer = tracer;
    this.#settings = settings;
    this.#random = random;
    this.#allowance = settings.perSecond;
    this.#toSkip = this.#drawSkip();
  }

  isSampled(parent?: string): boolean {
    if (parent !== undefined && this.#settings.followsParents) {
      const decided = sampledFlag.exec(parent)?.[1];
      if (decided !== undefined) return (Number.parseInt(decided, 16) & TraceFlags.SAMPLED) !== 0 && this.#isAllowed();
    }
    if (this.#toSkip > 0) {
      this.#toSkip -= 1;
      return false;
    }
    this.#toSkip = this.#drawSkip();
    return this.#isAllowed();
  }

  /** Requests until the next that is traced: drawn once for all of them, so that those in between cost a decrement. */
  #drawSkip(): number {
    const { ratio } = this.#settings;
    if (ratio >= 1) return 0;
    if (ratio <= 0) return Infinity;
    return Math.floor(Math.log((this.#random.below(STEPS) + 1) / STEPS) / Math.log(1 - ratio));
  }

  #isAllowed(): boolean {
    const { perSecond } = this.#settings;
    const nowMs = performance.now();
    this.#allowance = Math.min(perSecond, this.#allowance + ((nowMs - this.#allowedAtMs) * perSecond) / 1000);
    this.#allowedAtMs = nowMs;
    if (this.#allowance < 1) return false;
    this.#allowance -= 1;
    return true;
  }

  start(name: string, kind: SpanKind, parent?: string, startMs?: number): Span {
    const remote = parent === undefined ? undefined : spanContextOf(parent);
    return new TracedStep(this.#tracer, name, kind, remote === undefined ? ROOT_CONTEXT : trace.setSpanContext(ROOT_CONTEXT, remote), startMs);
  }
}

/** A span of the API, as the steps of a flow see it. */
class TracedStep implements Span {
  readonly #tracer: OtelTracer;
  readonly #span: OtelSpan;

  constructor(tracer: OtelTracer, name: string, kind: SpanKind, parent: Context, startMs: number | undefined) {
    this.#tracer = tracer;
    // The API takes what is smaller than the start of the process for its monotonic time.
    this.#span = tracer.startSpan(name, { kind: kinds[kind], ...(startMs === undefined ? {} : { startTime: startMs }) }, parent);
  }

  get traceId(): string {
    return this.#span.spanContext().traceId;
  }

  get traceparent(): string {
    const { traceId, spanId } = this.#span.spanContext();
    return `00-${traceId}-${spanId}-01`;
  }

  child(name: string, kind: SpanKind = 'internal', startMs?: number): Span {
    return kind === 'internal' ? new InnerStep(this, name, startMs) : this.begin(name, kind, startMs);
  }

  /** A child that is a span of its own, whatever it takes. */
  begin(name: string, kind: SpanKind, startMs: number | undefined): TracedStep {
    return new TracedStep(this.#tracer, name, kind, trace.setSpan(ROOT_CONTEXT, this.#span), startMs);
  }

  set(key: string, value: string | number): void {
    this.#span.setAttribute(key, value);
  }

  link(traceparent: string): void {
    const context = spanContextOf(traceparent);
    if (context !== undefined) this.#span.addLink({ context });
  }

  end(endMs?: number): void {
    this.#span.end(endMs);
  }
}

/** Shorter steps are told as an attribute of the span around them: to make and export a span costs more than they take. */
const SHORTEST_SPAN_MS = 0.1;
const MICROSECONDS_A_MS = 1000;

/** A step within this process. It becomes a span when something hangs on it, or when it took long enough to be seen. */
class InnerStep implements Span {
  readonly #parent: TracedStep;
  readonly #name: string;
  readonly #startMs: number;
  #step: TracedStep | undefined;
  #isEnded = false;

  constructor(parent: TracedStep, name: string, startMs: number = performance.now()) {
    this.#parent = parent;
    this.#name = name;
    this.#startMs = startMs;
  }

  get traceId(): string {
    return this.#parent.traceId;
  }

  get traceparent(): string {
    return this.#span().traceparent;
  }

  child(name: string, kind?: SpanKind, startMs?: number): Span {
    return this.#span().child(name, kind, startMs);
  }

  set(key: string, value: string | number): void {
    this.#span().set(key, value);
  }

  link(traceparent: string): void {
    this.#span().link(traceparent);
  }

  end(endMs: number = performance.now()): void {
    if (this.#isEnded) return;
    this.#isEnded = true;
    const durationMs = endMs - this.#startMs;
    if (this.#step !== undefined || durationMs >= SHORTEST_SPAN_MS) this.#span().end(endMs);
    else this.#parent.set(`${this.#name}, us`, Math.round(durationMs * MICROSECONDS_A_MS));
  }

  #span(): TracedStep {
    return (this.#step ??= this.#parent.begin(this.#name, 'internal', this.#startMs));
  }
}

/** The flags of a traceparent of any version. */
const sampledFlag = /^[0-9a-f]{2}-[0-9a-f]{32}-[0-9a-f]{16}-([0-9a-f]{2})/;
const syntax = /^[0-9a-f]{2}-([0-9a-f]{32})-([0-9a-f]{16})-[0-9a-f]{2}$/;

/** undefined when the text is no traceparent, or names nothing. */
function spanContextOf(traceparent: string): SpanContext | undefined {
  const match = syntax.exec(traceparent);
  const [, traceId, spanId] = match ?? [];
  if (traceId === undefined || spanId === undefined || /^0+$/.test(traceId) || /^0+$/.test(spanId)) return undefined;
  return { traceId, spanId, traceFlags: TraceFlags.SAMPLED, isRemote: true };
}
