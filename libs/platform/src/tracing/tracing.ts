import type { Logger, Random, Tracer } from '@ottla/model';

/** What the environment says of traces, under OpenTelemetry's own names. */
export interface TracingSettings {
  /** Share of requests that are traced: OTEL_TRACES_SAMPLER and OTEL_TRACES_SAMPLER_ARG. */
  readonly ratio: number;
  /** Traces that may begin in a second, whatever the ratio: OTTLA_TRACES_PER_SECOND. It bounds what traces cost. */
  readonly perSecond: number;
  /** A client that says whether it traces a request decides: samplers whose names begin with parentbased_. */
  readonly followsParents: boolean;
}

/** A tracer that exports, until it is shut down. */
export interface Tracing {
  readonly tracer: Tracer;
  /** Exports what waits. */
  shutdown(): Promise<void>;
}

/** A trace costs some 30 us of CPU with its export. */
const DEFAULT_PER_SECOND = 100;

/**
 * undefined when no exporter is configured: neither OTEL_EXPORTER_OTLP_ENDPOINT, nor its variant for traces, nor
 * OTEL_TRACES_EXPORTER. Throws RangeError for a sampler that is not known, or a ratio that is none.
 */
export function tracingSettings(env: Readonly<Record<string, string | undefined>>): TracingSettings | undefined {
  const exporter = env['OTEL_TRACES_EXPORTER'] ?? '';
  const endpoint = env['OTEL_EXPORTER_OTLP_TRACES_ENDPOINT'] ?? env['OTEL_EXPORTER_OTLP_ENDPOINT'] ?? '';
  if ((exporter === '' && endpoint === '') || exporter === 'none' || env['OTEL_SDK_DISABLED'] === 'true') return undefined;
  const named = env['OTEL_TRACES_SAMPLER'] ?? 'parentbased_always_on';
  const followsParents = named.startsWith('parentbased_');
  const sampler = named.replace(/^parentbased_/, '');
  const perSecond = Number(env['OTTLA_TRACES_PER_SECOND'] ?? DEFAULT_PER_SECOND);
  if (!(perSecond > 0)) throw new RangeError(`OTTLA_TRACES_PER_SECOND wants a number above 0, not ${env['OTTLA_TRACES_PER_SECOND']}`);
  switch (sampler) {
    case 'always_on':
      return { ratio: 1, perSecond, followsParents };
    case 'always_off':
      return { ratio: 0, perSecond, followsParents };
    case 'traceidratio': {
      const ratio = Number(env['OTEL_TRACES_SAMPLER_ARG'] ?? '1');
      if (!(ratio >= 0 && ratio <= 1)) throw new RangeError(`OTEL_TRACES_SAMPLER_ARG wants a number from 0 to 1, not ${env['OTEL_TRACES_SAMPLER_ARG']}`);
      return { ratio, perSecond, followsParents };
    }
    default:
      throw new RangeError(`OTEL_TRACES_SAMPLER: ${env['OTEL_TRACES_SAMPLER']} is not known; there are always_on, always_off, traceidratio, and the same with parentbased_`);
  }
}

export interface TracedService {
  /** service.name, unless OTEL_SERVICE_NAME says otherwise. */
  readonly name: string;
  /** service.instance.id */
  readonly instanceId: string;
  readonly random: Random;
  readonly logger: Logger;
}

/** Loads OpenTelemetry, which takes 200 ms and 30 MB, only when the environment names an exporter; undefined otherwise. Throws as `tracingSettings`. */
export async function startTracing(service: TracedService, env: NodeJS.ProcessEnv = process.env): Promise<Tracing | undefined> {
  const settings = tracingSettings(env);
  if (settings === undefined) return undefined;
  const { openTelemetry } = await import('./open-telemetry.ts');
  const tracing = openTelemetry(service, settings, env);
  service.logger.info('requests are traced', { service: service.name, ratio: settings.ratio });
  return tracing;
}
