import type { HostPort, Logger, Metrics } from '@ottla/model';
import { serveMetrics, type MetricsServer } from './metrics-server.ts';
import { watchProcess } from './process-metrics.ts';

export { serveMetrics, type MetricsServer, type MetricsServerOptions } from './metrics-server.ts';
export { watchProcess } from './process-metrics.ts';

export interface ObservedProcess {
  readonly metrics: Metrics & { toText(): string };
  /** Of what `toText` answers. */
  readonly contentType: string;
  /** What keeps this process from doing its work, in words; empty: it is ready. */
  readonly hindrances: () => readonly string[];
  readonly logger: Logger;
}

/**
 * Serves the process's figures and health over HTTP, its own ones (memory, event loop, garbage collection) among them.
 * `listen` is ottla.metrics.listen: undefined serves nothing, port 0 takes a free one, which is logged. Rejects when the
 * port cannot be bound.
 */
export async function observeProcess(listen: HostPort | undefined, { metrics, ...options }: ObservedProcess): Promise<MetricsServer | undefined> {
  if (listen === undefined) return undefined;
  const server = await serveMetrics({ ...options, listen, metricsText: () => metrics.toText() });
  const endWatching = watchProcess(metrics);
  metrics.gauge('ottla_ready', 'Whether /health/ready answers that this process does its work', () => (options.hindrances().length === 0 ? 1 : 0));
  return {
    ...server,
    close: () => {
      endWatching();
      return server.close();
    },
  };
}
