import { appendErrorOf } from './append-error.ts';
import type { Decision } from './coordinator-shard.ts';

/**
 * Appends records that need not land together: in halves, as often as it takes, when no batch holds all. Throws
 * RECORD_LIST_TOO_LARGE when one record alone is too large.
 */
export function appendInParts<R>(records: readonly R[], decision: Decision<R>): void {
  try {
    decision.append(records);
  } catch (error) {
    if (records.length === 1) throw error;
    appendErrorOf(error);
    const half = records.length >> 1;
    appendInParts(records.slice(0, half), decision);
    appendInParts(records.slice(half), decision);
  }
}
