import type { Counter, Histogram, Metrics } from '@ottla/model';
import { apis, type ApiKey } from '@ottla/protocol';

/** Series of one listener. Those of an API are made with its first request. */
export class ListenerMetrics {
  readonly bytesIn: Counter;
  readonly bytesOut: Counter;
  readonly refused: Counter;
  readonly #metrics: Metrics;
  readonly #listener: string;
  readonly #requests: (Counter | undefined)[] = [];
  readonly #times: (Histogram | undefined)[] = [];

  constructor(metrics: Metrics, listener: string) {
    this.#metrics = metrics;
    this.#listener = listener;
    const labels = { listener };
    this.bytesIn = metrics.counter('kafka_server_socketservermetrics_incomingbyte_total', 'Bytes received from clients.', labels);
    this.bytesOut = metrics.counter('kafka_server_socketservermetrics_outgoingbyte_total', 'Bytes sent to clients.', labels);
    this.refused = metrics.counter('kafka_server_socketservermetrics_refused_connections_total', 'Connections closed at once because of max.connections or max.connections.per.ip.', labels);
  }

  /** Answers how to remove the series. */
  watchConnections(count: () => number): () => void {
    return this.#metrics.gauge('kafka_server_socketservermetrics_connectioncount', 'Connections that are open.', count, { listener: this.#listener });
  }

  /** A request of a served API has arrived. */
  received(apiKey: number): void {
    let counter = this.#requests[apiKey];
    if (counter === undefined) {
      counter = this.#metrics.counter('kafka_network_requestmetrics_requests_total', 'Requests received, by API.', this.#labels(apiKey));
      this.#requests[apiKey] = counter;
    }
    counter.add(1);
  }

  /** It was answered `ms` later. */
  answered(apiKey: number, ms: number): void {
    let histogram = this.#times[apiKey];
    if (histogram === undefined) {
      histogram = this.#metrics.histogram('kafka_network_requestmetrics_totaltime_seconds', 'Time from the last byte of a request to its answer, by API.', this.#labels(apiKey));
      this.#times[apiKey] = histogram;
    }
    histogram.observe(ms / 1000);
  }

  #labels(apiKey: number): Record<string, string> {
    return { request: apis[apiKey as ApiKey]?.name ?? String(apiKey), listener: this.#listener };
  }
}
