import type { Counter, Histogram } from '@ottla/model';
import { sampleLine, valueText } from './exposition.ts';

/** One time series that can write its samples; it may have none to write now. */
export interface Series {
  write(lines: string[]): void;
}

/** A sum that only grows. Kept in a typed array, because a fractional field of an object is a new heap number at each change. */
export class CounterSeries implements Counter, Series {
  readonly #name: string;
  readonly #labels: string;
  readonly #value = new Float64Array(1);

  constructor(name: string, labels: string) {
    this.#name = name;
    this.#labels = labels;
  }

  /** Amounts that would make a counter fall or lose its value (negative, NaN, infinite) are ignored: a figure must never break what it counts. */
  add(amount: number): void {
    if (amount > 0 && amount < Infinity) this.#value[0]! += amount;
  }

  write(lines: string[]): void {
    lines.push(sampleLine(this.#name, this.#labels, this.#value[0]!));
  }
}

/** A value that is read when metrics are collected. One whose reader throws is left out of that collection. */
export class GaugeSeries implements Series {
  readonly #name: string;
  readonly #labels: string;
  readonly #read: () => number;
  readonly #failed: () => void;

  constructor(name: string, labels: string, read: () => number, failed: () => void) {
    this.#name = name;
    this.#labels = labels;
    this.#read = read;
    this.#failed = failed;
  }

  write(lines: string[]): void {
    let value: number;
    try {
      value = this.#read();
    } catch {
      this.#failed();
      return;
    }
    lines.push(sampleLine(this.#name, this.#labels, value));
  }
}

/**
 * Counts by bucket. `#counts` holds one cell a bound, one for what is above the last bound, and the sum;
 * cells are not cumulative (one add an observation) and are summed up when written.
 */
export class HistogramSeries implements Histogram, Series {
  readonly #name: string;
  readonly #labels: string;
  readonly #bounds: Float64Array;
  readonly #counts: Float64Array;

  /** `bounds` are the buckets' inclusive upper ends, ascending. */
  constructor(name: string, labels: string, bounds: Float64Array) {
    this.#name = name;
    this.#labels = labels;
    this.#bounds = bounds;
    this.#counts = new Float64Array(bounds.length + 2);
  }

  /** NaN and infinite values are ignored: they would spoil the sum for good. */
  observe(value: number): void {
    if (!(value > -Infinity && value < Infinity)) return;
    let low = 0;
    // Most phases of most requests take next to no time.
    let high = value <= this.#bounds[0]! ? 0 : this.#bounds.length;
    while (low < high) {
      const middle = (low + high) >>> 1;
      if (value <= this.#bounds[middle]!) high = middle;
      else low = middle + 1;
    }
    this.#counts[low]! += 1;
    this.#counts[this.#bounds.length + 1]! += value;
  }

  write(lines: string[]): void {
    const prefix = this.#labels === '' ? '' : `${this.#labels},`;
    let count = 0;
    for (let bucket = 0; bucket <= this.#bounds.length; bucket++) {
      count += this.#counts[bucket]!;
      const bound = valueText(this.#bounds[bucket] ?? Infinity);
      lines.push(sampleLine(`${this.#name}_bucket`, `${prefix}le="${bound}"`, count));
    }
    lines.push(sampleLine(`${this.#name}_sum`, this.#labels, this.#counts[this.#bounds.length + 1]!));
    lines.push(sampleLine(`${this.#name}_count`, this.#labels, count));
  }
}
