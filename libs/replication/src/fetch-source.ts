import type { FetchEntry, FetchResult } from './delayed-fetch.ts';
import type { ReadableWaiter } from './partition.ts';

/** The partitions of one fetch, as often as they are looked at: now, and again while it is parked. */
export interface FetchSource {
  /** Nothing was asked for, so that there is nothing to wait for. */
  readonly isEmpty: boolean;
  /** What to look at now, in the order in which it is to be read. */
  entries(): readonly FetchEntry[];
  /** The last look found too little: what has nothing new need not be looked at until it changes. */
  looked(results: readonly FetchResult[]): void;
  /** Tells `waiter` when one of the partitions, whether looked at or not, became readable or changed hands. */
  awaitReadable(waiter: ReadableWaiter): void;
  forget(waiter: ReadableWaiter): void;
}

/** The same entries at each look. */
export function fixedEntries(entries: readonly FetchEntry[]): FetchSource {
  return {
    isEmpty: entries.length === 0,
    entries: () => entries,
    looked() {},
    awaitReadable(waiter) {
      for (const { partition } of entries) partition?.awaitReadable(waiter);
    },
    forget(waiter) {
      for (const { partition } of entries) partition?.forget(waiter);
    },
  };
}
