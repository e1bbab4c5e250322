import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { createWriteStream } from 'node:fs';
import { join } from 'node:path';
import { freePortsInRow } from '../cluster/plane-ports.ts';

const READY_WITHIN_MS = 20_000;
const LOOK_MS = 100;

/** A step of a trace, as Jaeger's API tells it. */
export interface JaegerSpan {
  readonly id: string;
  readonly parent: string | undefined;
  /** Spans of other traces that this one is tied to: `traceId/spanId`. */
  readonly links: readonly string[];
  /** service.name, and service.instance.id where there is one. */
  readonly service: string;
  readonly name: string;
  readonly startUs: number;
  readonly durationUs: number;
  readonly tags: Readonly<Record<string, string | number | boolean>>;
}

interface Reference {
  readonly refType: 'CHILD_OF' | 'FOLLOWS_FROM';
  readonly traceID: string;
  readonly spanID: string;
}

type Tags = readonly { readonly key: string; readonly value: string | number | boolean }[];

interface ApiTrace {
  readonly spans: readonly { readonly spanID: string; readonly operationName: string; readonly references: readonly Reference[]; readonly startTime: number; readonly duration: number; readonly tags: Tags; readonly processID: string }[];
  readonly processes: Readonly<Record<string, { readonly serviceName: string; readonly tags: Tags }>>;
}

/** A span of a client, which speaks for itself. */
export interface ClientSpan {
  readonly traceId: string;
  readonly spanId: string;
  readonly name: string;
  readonly startMs: number;
  readonly endMs: number;
}

/** Every address that an all-in-one server listens at; the first two are where spans come in and where they are asked for. */
const ENDPOINTS = ['collector.otlp.http', 'query.http-server', 'query.grpc-server', 'collector.otlp.grpc', 'collector.http-server', 'collector.grpc-server', 'admin.http'];
const CLIENT_SERVICE = 'client';
const SPAN_KIND_CLIENT = 3;

/** The two sides of a Jaeger that are used here: where spans come in (OTLP over HTTP), and its query API. */
export class Jaeger {
  readonly otlpUrl: string;
  readonly queryUrl: string;

  constructor(otlpUrl: string, queryUrl: string) {
    this.otlpUrl = otlpUrl;
    this.queryUrl = queryUrl;
  }

  /** All spans of a trace that have come in so far; none when it is not known. */
  async trace(traceId: string): Promise<readonly JaegerSpan[]> {
    const response = await fetch(`${this.queryUrl}/api/traces/${traceId}`);
    if (response.status === 404) return [];
    const { data } = (await response.json()) as { data: readonly ApiTrace[] | null };
    return (data ?? []).flatMap(({ spans, processes }) => spans.map((span) => {
      const { serviceName = '', tags = [] } = processes[span.processID] ?? {};
      const instance = tags.find(({ key }) => key === 'service.instance.id')?.value;
      const inTrace = span.references.find(({ refType, traceID }) => refType === 'CHILD_OF' && traceID === traceId);
      return {
        id: span.spanID, name: span.operationName, startUs: span.startTime, durationUs: span.duration, parent: inTrace?.spanID,
        service: instance === undefined ? serviceName : `${serviceName} ${String(instance)}`,
        links: span.references.filter((reference) => reference !== inTrace).map(({ traceID, spanID }) => `${traceID}/${spanID}`),
        tags: Object.fromEntries(span.tags.map(({ key, value }) => [key, value])),
      };
    }));
  }

  /** Exports a span as the client that made it would. Throws Error when it is not taken. */
  async take({ traceId, spanId, name, startMs, endMs }: ClientSpan): Promise<void> {
    const nanoseconds = (ms: number): string => `${Math.round(ms * 1000)}000`;
    const span = { traceId, spanId, name, kind: SPAN_KIND_CLIENT, startTimeUnixNano: nanoseconds(startMs), endTimeUnixNano: nanoseconds(endMs) };
    const resource = { attributes: [{ key: 'service.name', value: { stringValue: CLIENT_SERVICE } }] };
    const body = JSON.stringify({ resourceSpans: [{ resource, scopeSpans: [{ scope: { name: 'ottla-tools' }, spans: [span] }] }] });
    const response = await fetch(`${this.otlpUrl}/v1/traces`, { method: 'POST', headers: { 'Content-Type': 'application/json' }, body });
    if (!response.ok) throw new Error(`Jaeger does not take a span: ${response.status} ${await response.text()}`);
  }
}

/** A Jaeger of its own, which keeps its traces in memory. */
export class JaegerProcess extends Jaeger {
  readonly #child: ChildProcess;

  private constructor(child: ChildProcess, otlpPort: number, queryPort: number) {
    super(`http://127.0.0.1:${otlpPort}`, `http://127.0.0.1:${queryPort}`);
    this.#child = child;
  }

  /** Runs an all-in-one server; settles when it answers. Rejects with Error when it does not start. */
  static async start(binary: string, directory: string): Promise<JaegerProcess> {
    const first = await freePortsInRow(ENDPOINTS.length);
    const words = ENDPOINTS.map((name, index) => `--${name}.host-port=127.0.0.1:${first + index}`);
    const child = spawn(binary, ['--collector.otlp.enabled=true', ...words], { stdio: ['ignore', 'pipe', 'pipe'] });
    const failed = once(child, 'error').then(([error]): never => {
      throw new Error(`${binary} cannot be run: ${String(error)}`);
    });
    failed.catch(() => {});
    const log = createWriteStream(join(directory, 'jaeger.log'));
    child.stdout.pipe(log);
    child.stderr.pipe(log);
    process.once('exit', () => void child.kill('SIGKILL'));
    const jaeger = new JaegerProcess(child, first, first + 1);
    for (const deadline = performance.now() + READY_WITHIN_MS; ; await new Promise((resolve) => setTimeout(resolve, LOOK_MS))) {
      if (await Promise.race([failed, fetch(`${jaeger.queryUrl}/api/services`).then(({ ok }) => ok, () => false)])) return jaeger;
      if (child.exitCode !== null || performance.now() > deadline) throw new Error(`Jaeger did not start, see ${directory}/jaeger.log`);
    }
  }

  async stop(): Promise<void> {
    if (this.#child.exitCode !== null) return;
    this.#child.kill('SIGTERM');
    await once(this.#child, 'exit');
  }
}
