import { median } from '../bench/histogram.ts';

/** What grows without end grows by more than this from the third quarter to the last; collections alone move it less. */
const GROWTH_FACTOR = 1.05;
const GROWTH_MB = 10;

/** Resident memory by progress. Growth compares the medians of the third and the last quarter. */
export class MemoryWatch {
  readonly #quarters: readonly number[][] = [[], [], [], []];
  #latestMb = NaN;
  #peakMb = 0;

  /** `progress` from 0 to 1. */
  note(progress: number, mb: number): void {
    this.#quarters[Math.min(3, Math.floor(progress * 4))]?.push(mb);
    this.#latestMb = mb;
    this.#peakMb = Math.max(this.#peakMb, mb);
  }

  get latestMb(): number {
    return this.#latestMb;
  }

  get peakMb(): number {
    return this.#peakMb;
  }

  get hasGrown(): boolean {
    const [, , third = NaN, last = NaN] = this.#medians();
    return last > third * GROWTH_FACTOR + GROWTH_MB;
  }

  #medians(): number[] {
    return this.#quarters.map(median);
  }

  summary(): string {
    return `median of each quarter ${this.#medians().map((mb) => mb.toFixed(0)).join(', ')} MB, peak ${this.#peakMb.toFixed(0)} MB`;
  }
}
