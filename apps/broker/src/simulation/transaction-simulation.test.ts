import { describe, expect, it } from '@jest/globals';
import { simulateTransactions, type SimulationRun } from './transaction-simulation.ts';

const loopTurn = (): Promise<void> => new Promise((resolve) => setImmediate(resolve));
/** OTTLA_TRANSACTION_SEEDS=2000 for a longer run; from seed OTTLA_TRANSACTION_SEEDS_FROM on. */
const SEEDS = Number(process.env['OTTLA_TRANSACTION_SEEDS'] ?? 60);
const FROM = Number(process.env['OTTLA_TRANSACTION_SEEDS_FROM'] ?? 1);
const MS_A_SEED = 1_000;

describe('transactions under faults', () => {
  it('end everywhere alike, as their clients were told, and leave nothing open', async () => {
    const sums: Record<string, number> = {};
    for (let seed = FROM; seed < FROM + SEEDS; seed++) {
      const run: SimulationRun = await simulateTransactions(seed, loopTurn);
      expect({ seed, failures: run.failures }).toEqual({ seed, failures: [] });
      for (const [name, value] of Object.entries(run)) if (typeof value === 'number') sums[name] = (sums[name] ?? 0) + value;
    }
    // The runs are worth their time only when all of this happened often.
    const { committed = 0, aborted = 0, unknown = 0, kills = 0, epochs = 0, lostAppends = 0, lateMarkers = 0, expired = 0 } = sums;
    expect(Math.min(committed / 20, aborted / 5, unknown / 5, kills / 4, epochs / 8, lostAppends * 2, lateMarkers, expired)).toBeGreaterThan(SEEDS);
  }, 60_000 + SEEDS * MS_A_SEED);

  it('replay from a seed', async () => {
    expect(await simulateTransactions(7, loopTurn)).toEqual(await simulateTransactions(7, loopTurn));
  }, 30_000);
});
