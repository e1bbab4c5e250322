import type { Anomalies, Booking } from './history-checker.ts';

/** Offsets of a topic's partitions. */
export type PartitionOffsets = ReadonlyMap<number, number>;

interface OneSided {
  readonly count: number;
  readonly sum: number;
  /** Once readers may see this far, the other side is there: both were written before either could be seen. */
  readonly completeBy: PartitionOffsets;
}

const reaches = (stable: PartitionOffsets, wanted: PartitionOffsets): boolean => [...wanted].every(([partition, offset]) => (stable.get(partition) ?? 0) >= offset);

/**
 * The accounts as a read_committed reader sees them again and again while money moves. Partitions show the end of one
 * transaction at different times, so a snapshot may have one side of a transfer; then all that was written by that time
 * has the other. Without those the accounts sum to nothing in every snapshot.
 */
export class AccountSnapshots {
  readonly #anomalies: Anomalies;
  #oneSided = new Map<string, OneSided>();
  readonly #told = new Set<string>();
  #taken = 0;

  constructor(anomalies: Anomalies) {
    this.#anomalies = anomalies;
  }

  /** Snapshots so far. */
  get taken(): number {
    return this.#taken;
  }

  /** `seen` came into view since the last snapshot, up to the offsets `stable`; `ends` are log ends, asked for after that. */
  take(seen: Iterable<Booking>, stable: PartitionOffsets, ends: PartitionOffsets): void {
    this.#taken++;
    for (const { id, amount } of seen) {
      const before = this.#oneSided.get(id);
      const now = { count: (before?.count ?? 0) + 1, sum: (before?.sum ?? 0) + amount, completeBy: before?.completeBy ?? ends };
      if (now.count === 2 && now.sum === 0) this.#oneSided.delete(id);
      else this.#oneSided.set(id, now);
    }
    for (const [id, { count, sum, completeBy }] of this.#oneSided) {
      if (this.#told.has(id) || !reaches(stable, completeBy)) continue;
      this.#told.add(id);
      this.#anomalies.add('torn transaction', `a snapshot had ${count} sides of transfer ${id} that sum to ${sum}, with all in view that was written when it came into view`);
    }
  }
}
