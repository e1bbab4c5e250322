import type { Counter, Histogram, Metrics } from '@ottla/model';
import { apis, type ApiKey } from '@ottla/protocol';

const MS_A_SECOND = 1000;
const MICROSECONDS_A_MS = 1000;
const MICROSECONDS_A_SECOND = 1_000_000;

/** When a request passed each point, from its last byte on; whole numbers, so that a request does not carry boxed ones. */
export interface RequestTimes {
  readonly receivedAtMs: number;
  readonly dispatchedUs: number;
  /** When its handler returned. */
  readonly returnedUs: number;
  readonly answeredUs: number;
}

/** Series of one API. Times are Kafka's phases of a request, in seconds. */
export interface ApiMeters {
  /** By version. */
  readonly requests: (Counter | undefined)[];
  /** From the last byte of the request to its handler: it waited for requests before it, or for the start of the broker. */
  readonly requestQueue: Histogram;
  /** In the handler, up to its answer or to where it begins to wait. */
  readonly local: Histogram;
  /** Waiting for others: replicas, records to come, another plane. */
  readonly remote: Histogram;
  /** The answer waited for those before it. */
  readonly responseQueue: Histogram;
  /** The answer was copied, read from its files, and taken by the kernel. */
  readonly responseSend: Histogram;
  /** All of it. */
  readonly total: Histogram;
}

/** ApiVersions lets newer versions in, whatever number a client makes up: beyond this they share a series. */
const MAX_VERSION = 63;

const phases = {
  requestQueue: ['requestqueuetime', 'Time from the last byte of a request to its handler.'],
  local: ['localtime', 'Time in the handler of a request, up to its answer or to where it begins to wait.'],
  remote: ['remotetime', 'Time that a request waited for others: replicas, records to come, another plane.'],
  responseQueue: ['responsequeuetime', 'Time that an answer waited for those before it.'],
  responseSend: ['responsesendtime', 'Time to read an answer from its files and to hand it to the kernel.'],
  total: ['totaltime', 'Time from the last byte of a request until its answer is on its way.'],
} as const;

/** Series of one listener. Those of an API are made with its first request; APIs and versions are those that are served, so they are bounded. */
export class ListenerMetrics {
  readonly bytesIn: Counter;
  readonly bytesOut: Counter;
  readonly refused: Counter;
  readonly failedHandshakes: Counter;
  readonly accepted: Counter;
  readonly closed: Counter;
  readonly #metrics: Metrics;
  readonly #listener: string;
  readonly #apis: (ApiMeters | undefined)[] = [];

  constructor(metrics: Metrics, listener: string) {
    this.#metrics = metrics;
    this.#listener = listener;
    const labels = { listener };
    this.bytesIn = metrics.counter('kafka_server_socketservermetrics_incomingbyte_total', 'Bytes received from clients.', labels);
    this.bytesOut = metrics.counter('kafka_server_socketservermetrics_outgoingbyte_total', 'Bytes sent to clients.', labels);
    this.refused = metrics.counter('kafka_server_socketservermetrics_refused_connections_total', 'Connections closed at once because of max.connections or max.connections.per.ip.', labels);
    this.failedHandshakes = metrics.counter('kafka_server_socketservermetrics_failed_authentication_total', 'TLS handshakes that failed, or that came to no end.', labels);
    this.accepted = metrics.counter('kafka_server_socketservermetrics_connection_creation_total', 'Connections that were accepted.', labels);
    this.closed = metrics.counter('kafka_server_socketservermetrics_connection_close_total', 'Connections that ended.', labels);
  }

  /** Answers how to remove the series. */
  watchConnections(count: () => number): () => void {
    return this.#metrics.gauge('kafka_server_socketservermetrics_connectioncount', 'Connections that are open.', count, { listener: this.#listener });
  }

  /** The series of a served API. */
  of(apiKey: number): ApiMeters {
    return this.#apis[apiKey] ?? this.#make(apiKey);
  }

  /** A request of a served API and version has arrived. */
  received(apiKey: number, apiVersion: number): void {
    const { requests } = this.of(apiKey);
    const version = apiVersion > MAX_VERSION ? MAX_VERSION + 1 : apiVersion;
    let counter = requests[version];
    if (counter === undefined) {
      counter = this.#metrics.counter('kafka_network_requestmetrics_requests_total', 'Requests received, by API and version.', { ...this.#labels(apiKey), version: version > MAX_VERSION ? 'other' : String(version) });
      requests[version] = counter;
    }
    counter.add(1);
  }

  /** A request is done with: its answer is with the kernel at `nowMs`. */
  sent(apiKey: number, { receivedAtMs, dispatchedUs, returnedUs, answeredUs }: RequestTimes, writeStartedMs: number, nowMs: number): void {
    const meters = this.of(apiKey);
    // It was answered within its handler, or after that had returned.
    const localEndUs = answeredUs < returnedUs ? answeredUs : returnedUs;
    const answeredMs = receivedAtMs + answeredUs / MICROSECONDS_A_MS;
    meters.requestQueue.observe(dispatchedUs / MICROSECONDS_A_SECOND);
    meters.local.observe((localEndUs - dispatchedUs) / MICROSECONDS_A_SECOND);
    meters.remote.observe((answeredUs - localEndUs) / MICROSECONDS_A_SECOND);
    meters.responseQueue.observe(Math.max(0, writeStartedMs - answeredMs) / MS_A_SECOND);
    meters.responseSend.observe((nowMs - Math.max(writeStartedMs, answeredMs)) / MS_A_SECOND);
    meters.total.observe((nowMs - receivedAtMs) / MS_A_SECOND);
  }

  #make(apiKey: number): ApiMeters {
    const labels = this.#labels(apiKey);
    const histogram = ([name, help]: readonly [string, string]): Histogram => this.#metrics.histogram(`kafka_network_requestmetrics_${name}_seconds`, help, labels);
    const meters: ApiMeters = {
      requests: [],
      requestQueue: histogram(phases.requestQueue),
      local: histogram(phases.local),
      remote: histogram(phases.remote),
      responseQueue: histogram(phases.responseQueue),
      responseSend: histogram(phases.responseSend),
      total: histogram(phases.total),
    };
    this.#apis[apiKey] = meters;
    return meters;
  }

  #labels(apiKey: number): Record<string, string> {
    return { request: apis[apiKey as ApiKey]?.name ?? String(apiKey), listener: this.#listener };
  }
}
