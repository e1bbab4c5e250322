import type { Offset } from '@ottla/model';

/**
 * The transactions that hold back the last stable offset of a log: open ones, and ended ones whose marker is not
 * yet below the high watermark. Numbers only. Transactions begin and end in log order, so both lists grow at
 * their ends; `restore` is the one exception.
 */
export class UnstableTransactions {
  /** First offsets of open transactions, ascending. */
  readonly #open: Offset[] = [];
  /** First and last (marker's) offset of ended ones, in order of the markers. */
  readonly #endedFirst: Offset[] = [];
  readonly #endedLast: Offset[] = [];
  /** Smallest of `#endedFirst`; Infinity when there is none. */
  #earliestEnded = Infinity;

  /** Where the earliest of all begins; undefined when there is none. */
  get firstOffset(): Offset | undefined {
    const earliest = Math.min(this.#open[0] ?? Infinity, this.#earliestEnded);
    return earliest === Infinity ? undefined : earliest;
  }

  /** Where the earliest open one begins; undefined when none is open. */
  get firstOpenOffset(): Offset | undefined {
    return this.#open[0];
  }

  begin(firstOffset: Offset): void {
    this.#open.push(firstOffset);
  }

  /** Takes open transactions in from a snapshot, whose order says nothing. */
  restore(firstOffsets: readonly Offset[]): void {
    this.#open.push(...firstOffsets);
    this.#open.sort((a, b) => a - b);
  }

  end(firstOffset: Offset, lastOffset: Offset): void {
    const index = this.#open.indexOf(firstOffset);
    if (index >= 0) this.#open.splice(index, 1);
    this.#endedFirst.push(firstOffset);
    this.#endedLast.push(lastOffset);
    this.#earliestEnded = Math.min(this.#earliestEnded, firstOffset);
  }

  /** Forgets ended ones whose marker lies below `offset`. */
  forgetEndedBelow(offset: Offset): void {
    let count = 0;
    while (count < this.#endedLast.length && (this.#endedLast[count] as Offset) < offset) count++;
    if (count === 0) return;
    this.#endedFirst.splice(0, count);
    this.#endedLast.splice(0, count);
    this.#earliestEnded = Infinity;
    for (const first of this.#endedFirst) this.#earliestEnded = Math.min(this.#earliestEnded, first);
  }

  clear(): void {
    this.#open.length = 0;
    this.#endedFirst.length = 0;
    this.#endedLast.length = 0;
    this.#earliestEnded = Infinity;
  }
}
