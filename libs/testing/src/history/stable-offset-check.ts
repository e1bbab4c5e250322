import type { Anomalies } from './history-checker.ts';

interface Expected {
  readonly fault: string;
  readonly fromMs: number;
  /** Partitions whose last stable offset has not passed what their log held when the fault was over. */
  readonly behind: Map<string, number>;
}

/** After each fault the last stable offset of every partition passes all that was written until then, within a time. */
export class StableOffsetCheck {
  readonly #anomalies: Anomalies;
  readonly #withinMs: number;
  #expected: Expected[] = [];
  #longestMs = 0;

  constructor(anomalies: Anomalies, withinMs: number) {
    this.#anomalies = anomalies;
    this.#withinMs = withinMs;
  }

  /** Milliseconds that the slowest took after a fault. */
  get longestMs(): number {
    return this.#longestMs;
  }

  /** Faults of which some partition is still behind. */
  get pending(): number {
    return this.#expected.length;
  }

  /** A fault is over; `ends` are the log ends, by partition. */
  expect(fault: string, ends: ReadonlyMap<string, number>, nowMs: number): void {
    this.#expected.push({ fault, fromMs: nowMs, behind: new Map(ends) });
  }

  /** `stable` are last stable offsets, by partition; who is not named counts as unmoved. */
  look(stable: ReadonlyMap<string, number>, nowMs: number): void {
    for (const { fault, fromMs, behind } of this.#expected) {
      for (const [partition, end] of behind) if ((stable.get(partition) ?? -1) >= end) behind.delete(partition);
      const tookMs = nowMs - fromMs;
      if (behind.size === 0) this.#longestMs = Math.max(this.#longestMs, tookMs);
      else if (tookMs > this.#withinMs) for (const [partition, end] of behind) this.#anomalies.add('stable offset rests', `${partition} has not come to ${end} within ${this.#withinMs} ms after "${fault}"`);
    }
    this.#expected = this.#expected.filter(({ fromMs, behind }) => behind.size > 0 && nowMs - fromMs <= this.#withinMs);
  }
}
