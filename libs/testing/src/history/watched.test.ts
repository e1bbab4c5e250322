import { describe, expect, it } from '@jest/globals';
import { AccountSnapshots } from './account-snapshots.ts';
import { Anomalies } from './history-checker.ts';
import { longestSilence } from './silence.ts';
import { StableOffsetCheck } from './stable-offset-check.ts';

const details = ({ told }: Anomalies): readonly string[] => told.map(({ kind, details: text }) => `${kind}: ${text}`);

describe('snapshots of accounts', () => {
  const out = { id: '1', account: 1, amount: -5 };
  const into = { id: '1', account: 2, amount: 5 };
  const at = (first: number, second: number): ReadonlyMap<number, number> => new Map([[0, first], [1, second]]);

  it('may show one side of a transfer for a while', () => {
    const anomalies = new Anomalies();
    const snapshots = new AccountSnapshots(anomalies);
    snapshots.take([out], at(3, 0), at(5, 7));
    snapshots.take([], at(9, 6), at(9, 9));
    snapshots.take([into], at(9, 7), at(9, 9));
    snapshots.take([], at(20, 20), at(20, 20));
    expect([details(anomalies), snapshots.taken]).toEqual([[], 4]);
  });

  it.each([
    ['a side that never comes', [], 1, -5],
    ['a side that comes twice', [out], 2, -10],
    ['another amount', [{ ...into, amount: 4 }], 2, -1],
  ])('%s is told, once', (_, later, count, sum) => {
    const anomalies = new Anomalies();
    const snapshots = new AccountSnapshots(anomalies);
    snapshots.take([out], at(3, 0), at(5, 7));
    snapshots.take(later, at(5, 7), at(9, 9));
    snapshots.take([], at(9, 9), at(9, 9));
    expect(details(anomalies)).toEqual([`torn transaction: a snapshot had ${count} sides of transfer 1 that sum to ${sum}, with all in view that was written when it came into view`]);
  });
});

describe('the last stable offset after faults', () => {
  const check = (anomalies: Anomalies): StableOffsetCheck => {
    const stable = new StableOffsetCheck(anomalies, 1_000);
    stable.expect('kill', new Map([['a-0', 10], ['a-1', 4]]), 0);
    stable.look(new Map([['a-0', 10], ['a-1', 3]]), 500);
    return stable;
  };

  it('passes what was written', () => {
    const anomalies = new Anomalies();
    const stable = check(anomalies);
    stable.look(new Map([['a-1', 4]]), 900);
    stable.look(new Map(), 5_000);
    expect([details(anomalies), stable.longestMs, stable.pending]).toEqual([[], 900, 0]);
  });

  it('is told when it rests', () => {
    const anomalies = new Anomalies();
    const stable = check(anomalies);
    stable.look(new Map([['a-1', 3]]), 1_001);
    expect([details(anomalies), stable.pending]).toEqual([['stable offset rests: a-1 has not come to 4 within 1000 ms after "kill"'], 0]);
  });
});

describe('the longest silence', () => {
  const told = (...times: [number, number][]): { partition: number; atMs: number }[] => times.map(([partition, atMs]) => ({ partition, atMs }));

  it('is that of one partition, whoever wrote', () => {
    expect(longestSilence(told([0, 10], [1, 20], [0, 70], [1, 60], [1, 95], [0, 90]), 2, 0, 100)).toEqual({ partition: 0, silentMs: 60 });
  });

  it('counts a partition of which nothing is heard, and nothing outside', () => {
    expect(longestSilence(told([0, 50], [1, 150], [1, -3]), 2, 0, 100)).toEqual({ partition: 1, silentMs: 100 });
  });
});
