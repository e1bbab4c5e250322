import type { Counter, EmitSample, Histogram, MetricLabels, Metrics } from '@ottla/model';
import { helpText, labelsText, sampleLine } from './exposition.ts';
import { CounterSeries, GaugeSeries, HistogramSeries } from './series.ts';
import type { Series } from './series.ts';

/** The Content-Type under which {@link MetricsRegistry.toText} is served. */
export const EXPOSITION_CONTENT_TYPE = 'text/plain; version=0.0.4; charset=utf-8';

export interface MetricsRegistryOptions {
  /** Inclusive upper ends of histogram buckets in milliseconds, ascending. */
  readonly histogramBoundsMs?: readonly number[];
  /** Series that one name may have; more are answered with one that keeps nothing, and counted. */
  readonly maxSeriesPerName?: number;
}

type MetricType = 'counter' | 'gauge' | 'histogram';

interface Family {
  readonly name: string;
  readonly type: MetricType;
  readonly help: string;
  /** By the text of the labels. */
  readonly series: Map<string, Series>;
  /** Asked for further samples at each collection. */
  readonly readers: Set<(emit: EmitSample) => void>;
}

const metricName = /^[a-zA-Z_:][a-zA-Z0-9_:]*$/;
const defaultBoundsMs: readonly number[] = [0.1, 0.25, 0.5, 1, 2.5, 5, 10, 25, 50, 100, 250, 500, 1_000, 2_500, 5_000, 10_000, 30_000, 60_000];
const histogramSuffixes: readonly string[] = ['_bucket', '_sum', '_count'];
const nothing: Counter & Histogram = { add() {}, observe() {} };

/**
 * All figures of a process, written in Prometheus' exposition format.
 *
 * A series is made once and kept for the life of the process (a gauge until it is removed), so that a name's memory is
 * bounded by `maxSeriesPerName`. Asking again for the same name and labels answers the same series. A gauge that is
 * registered again is read from the newer reader, and the older one's removal does nothing: a part that restarts may
 * register before the part it replaces has let go.
 */
export class MetricsRegistry implements Metrics {
  readonly #families = new Map<string, Family>();
  /** Which family owns each name that stands in the output: a histogram owns its suffixed names as well. */
  readonly #owners = new Map<string, string>();
  readonly #maxSeriesPerName: number;
  readonly #boundsMs: Float64Array;
  readonly #boundsSeconds: Float64Array;
  readonly #gaugeFailures: Counter;
  readonly #droppedSeries: Counter;

  constructor(options: MetricsRegistryOptions = {}) {
    const bounds = options.histogramBoundsMs ?? defaultBoundsMs;
    bounds.forEach((bound, i) => {
      if (!Number.isFinite(bound) || bound <= (bounds[i - 1] ?? -Infinity)) throw new Error('histogram bounds must be finite and ascend');
    });
    this.#boundsMs = Float64Array.from(bounds);
    this.#boundsSeconds = this.#boundsMs.map((bound) => bound / 1_000);
    this.#maxSeriesPerName = options.maxSeriesPerName ?? 20_000;
    this.#gaugeFailures = this.counter('ottla_metrics_gauge_failures_total', 'Gauges that could not be read and were left out.');
    this.#droppedSeries = this.counter('ottla_metrics_dropped_series_total', 'Series that were refused because their name already had too many.');
  }

  /** Throws if the name or a label is malformed, or if the name is in use with another type. */
  counter(name: string, help: string, labels: MetricLabels = {}): Counter {
    const family = this.#family(name, 'counter', help);
    return this.#series(family, labelsText(labels, undefined), (text) => new CounterSeries(name, text)) ?? nothing;
  }

  /** Throws if the name or a label is malformed, or if the name is in use with another type. */
  gauge(name: string, help: string, read: () => number, labels: MetricLabels = {}): () => void {
    const { series } = this.#family(name, 'gauge', help);
    const text = labelsText(labels, undefined);
    if (!series.has(text) && series.size >= this.#maxSeriesPerName) {
      this.#droppedSeries.add(1);
      return () => {};
    }
    const own = new GaugeSeries(name, text, read, () => this.#gaugeFailures.add(1));
    series.set(text, own);
    return () => {
      if (series.get(text) === own) series.delete(text);
    };
  }

  /**
   * Bounds are those of the options in milliseconds; a name that ends in `_seconds` has the same ones in seconds.
   * Throws if the name or a label is malformed, or if the name is in use with another type.
   */
  histogram(name: string, help: string, labels: MetricLabels = {}): Histogram {
    const family = this.#family(name, 'histogram', help);
    const bounds = name.endsWith('_seconds') ? this.#boundsSeconds : this.#boundsMs;
    return this.#series(family, labelsText(labels, 'le'), (text) => new HistogramSeries(name, text, bounds)) ?? nothing;
  }

  /**
   * Throws if the name is malformed or in use with another type. Of what one name's readers emit in a collection only as
   * much is taken as the name may have series; a reader that throws, or emits a malformed label, loses the rest of its samples.
   */
  collect(name: string, help: string, type: 'gauge' | 'counter', read: (emit: EmitSample) => void): () => void {
    const { readers } = this.#family(name, type, help);
    // A wrapper, so that one function given twice is removed once.
    const entry = (emit: EmitSample): void => read(emit);
    readers.add(entry);
    return () => void readers.delete(entry);
  }

  /** Everything as text. Gauges are read now, in this call. */
  toText(): string {
    const lines: string[] = [];
    // The registry's own families were made first, but count what happens while the others are written.
    const [failures, dropped, ...others] = this.#families.values();
    for (const family of [...others, failures!, dropped!]) {
      const header = lines.push(`# HELP ${family.name} ${helpText(family.help)}\n# TYPE ${family.name} ${family.type}\n`);
      for (const series of family.series.values()) series.write(lines);
      if (family.readers.size > 0) this.#writeCollected(family, lines);
      if (lines.length === header) lines.pop();
    }
    return lines.join('');
  }

  #writeCollected({ name, series, readers }: Family, lines: string[]): void {
    let room = this.#maxSeriesPerName - series.size;
    const emit: EmitSample = (value, labels) => {
      if (room-- > 0) lines.push(sampleLine(name, labels === undefined ? '' : labelsText(labels, undefined), value));
      else this.#droppedSeries.add(1);
    };
    for (const read of readers) {
      try {
        read(emit);
      } catch {
        this.#gaugeFailures.add(1);
      }
    }
  }

  #series<S extends Series>(family: Family, labels: string, make: (labels: string) => S): S | undefined {
    const known = family.series.get(labels);
    if (known !== undefined) return known as S; // a family's series are all of its type
    if (family.series.size >= this.#maxSeriesPerName) {
      this.#droppedSeries.add(1);
      return undefined;
    }
    const made = make(labels);
    family.series.set(labels, made);
    return made;
  }

  #family(name: string, type: MetricType, help: string): Family {
    const known = this.#families.get(name);
    if (known !== undefined) {
      if (known.type !== type) throw new Error(`metric ${name} is a ${known.type}, not a ${type}`);
      return known;
    }
    if (!metricName.test(name)) throw new Error(`metric name ${name} is not allowed`);
    const names = type === 'histogram' ? [name, ...histogramSuffixes.map((suffix) => name + suffix)] : [name];
    for (const taken of names) {
      const owner = this.#owners.get(taken);
      if (owner !== undefined) throw new Error(`metric ${name} would write ${taken}, which belongs to ${owner}`);
    }
    for (const taken of names) this.#owners.set(taken, name);
    const family: Family = { name, type, help, series: new Map(), readers: new Set() };
    this.#families.set(name, family);
    return family;
  }
}
