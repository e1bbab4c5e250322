import { ROOT_CONTEXT, SpanKind as OtelKind, TraceFlags, trace, type Context, type Span as OtelSpan, type SpanContext, type Tracer as OtelTracer } from '@opentelemetry/api';
import { NodeSDK } from '@opentelemetry/sdk-node';
import type { Random, Span, SpanKind, Tracer } from '@ottla/model';
import type { TracedService, Tracing, TracingSettings } from './tracing.ts';

const kinds: Readonly<Record<SpanKind, OtelKind>> = {
  internal: OtelKind.INTERNAL, server: OtelKind.SERVER, client: OtelKind.CLIENT, producer: OtelKind.PRODUCER, consumer: OtelKind.CONSUMER,
};
/** SamplingDecision.RECORD_AND_SAMPLED: whether a request is traced was decided before its first span is made. */
const RECORD_AND_SAMPLED = 2;
/** A ratio of one in a billion is the smallest that tells from none. */
const STEPS = 1e9;

/** The SDK with its exporter from the environment; traces only, and nothing is instrumented by itself. */
export function openTelemetry({ name, instanceId, random }: TracedService, { ratio }: TracingSettings, env: NodeJS.ProcessEnv): Tracing {
  // The SDK reads its environment; figures and logs have ways of their own.
  env['OTEL_METRICS_EXPORTER'] ??= 'none';
  env['OTEL_LOGS_EXPORTER'] ??= 'none';
  const instance = `service.instance.id=${instanceId}`;
  env['OTEL_RESOURCE_ATTRIBUTES'] = env['OTEL_RESOURCE_ATTRIBUTES'] === undefined ? instance : `${instance},${env['OTEL_RESOURCE_ATTRIBUTES']}`;
  const sdk = new NodeSDK({
    serviceName: env['OTEL_SERVICE_NAME'] ?? name,
    instrumentations: [],
    sampler: { shouldSample: () => ({ decision: RECORD_AND_SAMPLED }), toString: () => `DecidedBefore{${ratio}}` },
  });
  sdk.start();
  return { tracer: new SampledTracer(trace.getTracer('ottla'), ratio, random), shutdown: () => sdk.shutdown() };
}

class SampledTracer implements Tracer {
  readonly #tracer: OtelTracer;
  readonly #ratio: number;
  readonly #random: Random;

  constructor(tracer: OtelTracer, ratio: number, random: Random) {
    this.#tracer = tracer;
    this.#ratio = ratio;
    this.#random = random;
  }

  isSampled(): boolean {
    return this.#ratio >= 1 || (this.#ratio > 0 && this.#random.below(STEPS) < this.#ratio * STEPS);
  }

  start(name: string, kind: SpanKind, parent?: string, startMs?: number): Span {
    const remote = parent === undefined ? undefined : spanContextOf(parent);
    return new TracedStep(this.#tracer, name, kind, remote === undefined ? ROOT_CONTEXT : trace.setSpanContext(ROOT_CONTEXT, remote), startMs);
  }
}

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

const syntax = /^[0-9a-f]{2}-([0-9a-f]{32})-([0-9a-f]{16})-[0-9a-f]{2}$/;

/** undefined when the text is no traceparent, or names nothing. */
function spanContextOf(traceparent: string): SpanContext | undefined {
  const match = syntax.exec(traceparent);
  const [, traceId, spanId] = match ?? [];
  if (traceId === undefined || spanId === undefined || /^0+$/.test(traceId) || /^0+$/.test(spanId)) return undefined;
  return { traceId, spanId, traceFlags: TraceFlags.SAMPLED, isRemote: true };
}
