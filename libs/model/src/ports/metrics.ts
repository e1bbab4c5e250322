/** Labels of one time series; few values each. */
export type MetricLabels = Readonly<Record<string, string>>;

export interface Counter {
  add(amount: number): void;
}

export interface Histogram {
  observe(value: number): void;
}

/** Takes one sample of a family that is being collected. */
export type EmitSample = (value: number, labels?: MetricLabels) => void;

/**
 * Where figures go. A series is made once (at wiring) and kept by its user: `add` and `observe` allocate nothing.
 * Names are Prometheus style, derived from Kafka's: `kafka_server_brokertopicmetrics_bytesin_total`.
 */
export interface Metrics {
  counter(name: string, help: string, labels?: MetricLabels): Counter;
  /** A value read when metrics are collected. Answers a function that removes the series. */
  gauge(name: string, help: string, read: () => number, labels?: MetricLabels): () => void;
  histogram(name: string, help: string, labels?: MetricLabels): Histogram;
  /**
   * Samples that `read` emits each time metrics are collected: for series that come and go (of a partition, a group), which
   * cost nothing between collections. Several readers may share a name. Answers a function that removes this reader.
   */
  collect(name: string, help: string, type: 'gauge' | 'counter', read: (emit: EmitSample) => void): () => void;
}

const nothing: Counter & Histogram = { add() {}, observe() {} };

/** Keeps nothing. For tests. */
export const silentMetrics: Metrics = {
  counter: () => nothing,
  gauge: () => () => {},
  histogram: () => nothing,
  collect: () => () => {},
};

/** `metrics` with `extra` labels on every series: where several nodes of one process share a registry. */
export function labelledMetrics(metrics: Metrics, extra: MetricLabels): Metrics {
  return {
    counter: (name, help, labels) => metrics.counter(name, help, { ...labels, ...extra }),
    gauge: (name, help, read, labels) => metrics.gauge(name, help, read, { ...labels, ...extra }),
    histogram: (name, help, labels) => metrics.histogram(name, help, { ...labels, ...extra }),
    collect: (name, help, type, read) => metrics.collect(name, help, type, (emit) => read((value, labels) => emit(value, { ...labels, ...extra }))),
  };
}
