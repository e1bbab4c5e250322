/** Buckets of one octave: a recorded value is off by less than 1/128 of itself. */
const BUCKETS_PER_OCTAVE = 128;
const LINEAR_BITS = 7;
const OCTAVES = 25;
const MAX_VALUE = 2 ** (LINEAR_BITS + OCTAVES - 1) - 1;

/**
 * Counts of latencies in microseconds, in buckets that grow with the value; memory is fixed and recording allocates
 * nothing. To leave out no omission, the caller records from the moment at which a request was due, not sent.
 */
export class Histogram {
  readonly #counts = new Float64Array(BUCKETS_PER_OCTAVE * OCTAVES);
  #total = 0;
  #max = 0;

  get total(): number {
    return this.#total;
  }

  record(ms: number): void {
    const value = Math.min(MAX_VALUE, Math.max(0, Math.round(ms * 1000)));
    const index = bucketOf(value);
    this.#counts[index] = (this.#counts[index] as number) + 1;
    this.#total++;
    if (value > this.#max) this.#max = value;
  }

  /** Counts what the other one counted as well. */
  add(other: Histogram): void {
    for (let index = 0; index < this.#counts.length; index++) this.#counts[index] = (this.#counts[index] as number) + (other.#counts[index] as number);
    this.#total += other.#total;
    this.#max = Math.max(this.#max, other.#max);
  }

  reset(): void {
    this.#counts.fill(0);
    this.#total = 0;
    this.#max = 0;
  }

  /** In milliseconds; NaN when nothing was recorded. `fraction` 0.99 is the 99th percentile, 1 the maximum. */
  percentile(fraction: number): number {
    if (this.#total === 0) return Number.NaN;
    if (fraction >= 1) return this.#max / 1000;
    let left = Math.ceil(this.#total * fraction);
    for (let index = 0; index < this.#counts.length; index++) {
      left -= this.#counts[index] as number;
      if (left <= 0) return Math.min(this.#max, highestOf(index)) / 1000;
    }
    return this.#max / 1000;
  }
}

function bucketOf(value: number): number {
  if (value < BUCKETS_PER_OCTAVE) return value;
  const octave = 31 - Math.clz32(value) - LINEAR_BITS + 1;
  return octave * BUCKETS_PER_OCTAVE + Math.floor((value / 2 ** (octave - 1) - BUCKETS_PER_OCTAVE));
}

function highestOf(index: number): number {
  const octave = Math.floor(index / BUCKETS_PER_OCTAVE);
  if (octave === 0) return index;
  return ((index % BUCKETS_PER_OCTAVE) + BUCKETS_PER_OCTAVE + 1) * 2 ** (octave - 1) - 1;
}

/** The middle one; NaN of nothing. */
export function median(values: readonly number[]): number {
  const sorted = values.filter((value) => !Number.isNaN(value)).sort((a, b) => a - b);
  const middle = sorted.length >> 1;
  if (sorted.length === 0) return Number.NaN;
  return sorted.length % 2 === 1 ? (sorted[middle] as number) : ((sorted[middle - 1] as number) + (sorted[middle] as number)) / 2;
}
