import type { Timeline } from '@ottla/testing';
import { simulateTransactions } from './transaction-simulation.ts';

/** Transactions on one broker whose coordinators die. `nextLoopTurn` lets promises settle. Rejects with Error when an invariant does not hold. */
export async function simulateTransactionPlane(seed: number, timeline: Timeline, nextLoopTurn: () => Promise<void>): Promise<Record<string, number>> {
  const { failures, ...counts } = await simulateTransactions(seed, nextLoopTurn, timeline);
  if (failures.length > 0) throw new Error(`seed ${seed}: ${failures.join('; ')}`);
  return counts;
}
