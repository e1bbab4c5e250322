/** Labels of one time series; few values each. */
export type MetricLabels = Readonly<Record<string, string>>;

export interface Counter {
  add(amount: number): void;
}

export interface Histogram {
  observe(value: number): void;
}

/**
 * Where figures go. A series is made once (at wiring) and kept by its user: `add` and `observe` allocate nothing.
 * Names are Prometheus style, derived from Kafka's: `kafka_server_brokertopicmetrics_bytesin_total`.
 */
export interface Metrics {
  counter(name: string, help: string, labels?: MetricLabels): Counter;
  /** A value read when metrics are collected. Answers a function that removes the series. */
  gauge(name: string, help: string, read: () => number, labels?: MetricLabels): () => void;
  histogram(name: string, help: string, labels?: MetricLabels): Histogram;
}

const nothing: Counter & Histogram = { add() {}, observe() {} };

/** Keeps nothing. For tests. */
export const silentMetrics: Metrics = {
  counter: () => nothing,
  gauge: () => () => {},
  histogram: () => nothing,
};
