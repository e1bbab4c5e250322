import { describe, expect, it } from '@jest/globals';
import { HeartbeatBudget } from './heartbeat-budget.ts';

const CONFIGURED_MS = 5_000;

function budgetOf(members: number): HeartbeatBudget {
  const budget = new HeartbeatBudget();
  budget.report('shard', members, 0);
  return budget;
}

describe('HeartbeatBudget', () => {
  it('has few members ask every 300 ms, and those with a step to take every 150 ms', () => {
    expect([true, false].map((isSettled) => budgetOf(16).intervalMs(CONFIGURED_MS, isSettled))).toEqual([300, 150]);
  });

  it('has settled members of a large group ask 2,000 times a second together, and those with a step to take four times as often', () => {
    expect([true, false].map((isSettled) => budgetOf(4_000).intervalMs(CONFIGURED_MS, isSettled))).toEqual([2_000, 500]);
  });

  it('never asks for less than what is configured allows', () => {
    expect([true, false].map((isSettled) => budgetOf(100_000).intervalMs(CONFIGURED_MS, isSettled))).toEqual([5_000, 1_250]);
    expect([true, false].map((isSettled) => budgetOf(16).intervalMs(100, isSettled))).toEqual([100, 100]);
  });

  it('counts the members of all shards, and forgets a shard that is silent for a minute', () => {
    const budget = budgetOf(4_000);
    budget.report('other', 2_000, 2_000);
    expect(budget.intervalMs(CONFIGURED_MS, true)).toBe(3_000);
    budget.report('other', 2_000, 61_000);
    expect(budget.intervalMs(CONFIGURED_MS, true)).toBe(1_000);
  });
});
