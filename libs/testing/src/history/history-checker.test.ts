import { describe, expect, it } from '@jest/globals';
import { Anomalies, checkChain, checkOffsets, checkPolled, checkProduced, checkSeen, checkTransfers, type Booking, type CommittedOffset, type KeptRecord, type Polled, type SentRecord, type Transfer, type UnknownCommit } from './history-checker.ts';

/** Ten acknowledged records of one producer in one partition, and the same as they are kept. */
const sent = (): SentRecord[] => Array.from({ length: 10 }, (_, sequence) => ({ producer: 'p', partition: 0, sequence, outcome: 'acknowledged' }));
const kept = (): KeptRecord[] => sent().map(({ producer, partition, sequence }) => ({ producer, partition, sequence, offset: sequence + 100 }));

function found(check: (anomalies: Anomalies) => void): readonly string[] {
  const anomalies = new Anomalies();
  check(anomalies);
  return anomalies.told.map(({ kind, details }) => `${kind}: ${details}`);
}

describe('what was produced', () => {
  const produced = (of: readonly SentRecord[], are: readonly KeptRecord[]): readonly string[] => found((anomalies) => checkProduced(of, are, anomalies));

  it('may be right, and what was not acknowledged may be there or not', () => {
    expect(produced(sent(), kept())).toEqual([]);
    const unknown = sent().map((record, index): SentRecord => (index === 4 ? { ...record, outcome: 'unknown' } : record));
    expect(produced(unknown, kept())).toEqual([]);
    expect(produced(unknown, kept().filter(({ sequence }) => sequence !== 4))).toEqual([]);
  });

  it.each<[string, KeptRecord[], string]>([
    ['lost', kept().filter(({ sequence }) => sequence !== 9), 'lost: record 9 of p in partition 0'],
    ['duplicated', [...kept(), { ...(kept()[3] as KeptRecord), offset: 200 }], 'duplicated: record 3 of p at 0:200'],
    ['reordered', kept().map((record) => ({ ...record, sequence: record.sequence === 4 ? 5 : record.sequence === 5 ? 4 : record.sequence })), 'reordered: record 4 of p at 0:105 comes after 5'],
    ['phantom', [...kept(), { producer: 'p', partition: 0, sequence: 77, offset: 200 }], 'phantom: record 77 of p@0 was never sent'],
    ['phantom of nobody', [...kept(), { producer: 'q', partition: 0, sequence: 0, offset: 200 }], 'phantom: record 0 of q@0 was never sent'],
    ['elsewhere', kept().map((record) => ({ ...record, partition: record.sequence === 0 ? 1 : 0 })), 'lost: record 0 of p in partition 0'],
  ])('%s records are told', (_, are, anomaly) => {
    expect(produced(sent(), are)).toContain(anomaly);
  });
});

describe('what was polled', () => {
  const polls = (): Polled[] => kept().map((record) => ({ ...record, consumer: 'c' }));

  it('is what is kept there', () => {
    expect(found((anomalies) => checkPolled(polls(), kept(), anomalies))).toEqual([]);
    const truncated = kept().filter(({ offset }) => offset < 109);
    expect(found((anomalies) => checkPolled(polls(), truncated, anomalies))).toEqual(['phantom: c got record 9 of p at 0:109, where nothing is kept']);
    const other = kept().map((record) => (record.offset === 105 ? { ...record, producer: 'q' } : record));
    expect(found((anomalies) => checkPolled(polls(), other, anomalies))).toEqual(['phantom: c got record 5 of p at 0:105, where record 5 of q is kept']);
  });
});

describe('committed offsets', () => {
  it('never go back, nor are they lost', () => {
    const at = (partition: number, offset: number, fromMs: number, atMs = fromMs + 1): CommittedOffset => ({ partition, offset, fromMs, atMs });
    const commits = [at(0, 5, 0), at(1, 3, 5), at(0, 7, 10)];
    expect(found((anomalies) => checkOffsets(commits, [], new Map([[0, 7], [1, 9]]), anomalies))).toEqual([]);
    expect(found((anomalies) => checkOffsets([...commits, at(0, 6, 20)], [], new Map([[0, 7], [1, 3]]), anomalies))).toEqual(['offset regression: partition 0 went from 7 to 6']);
    expect(found((anomalies) => checkOffsets(commits, [], new Map([[0, 5], [1, 3]]), anomalies))).toEqual(['offset regression: 7 was committed for partition 0, and the group has 5']);
    // Asked before the other was answered: a process that was paused.
    expect(found((anomalies) => checkOffsets([...commits, at(0, 6, 9, 5_000)], [], new Map([[0, 7], [1, 3]]), anomalies))).toEqual([]);
  });
});

describe('commits of unknown outcome', () => {
  const at = (offset: number, fromMs: number, atMs = fromMs + 1): CommittedOffset => ({ partition: 0, offset, fromMs, atMs });
  const commits = [at(7, 10), at(6, 20)];
  const late = (offset: number, fromMs: number): UnknownCommit => ({ partition: 0, offset, fromMs });
  const regressions = (of: readonly CommittedOffset[], unknown: readonly UnknownCommit[], now: number): readonly string[] => found((anomalies) => checkOffsets(of, unknown, new Map([[0, now]]), anomalies));

  it('may come about later than those behind them', () => {
    expect(regressions(commits, [late(5, 8)], 7)).toEqual([]);
    expect(regressions([at(7, 10)], [late(5, 8)], 5)).toEqual([]);
    expect(regressions(commits, [late(6, 8)], 6)).toEqual([]);
  });

  it('come about once: each explains one regression', () => {
    expect(regressions(commits, [late(5, 8)], 5)).toEqual(['offset regression: 6 was committed for partition 0, and the group has 5']);
    expect(regressions(commits, [late(5, 8), late(5, 9)], 5)).toEqual([]);
    const again = [...commits, at(8, 30), at(6, 40), at(9, 50), at(6, 60)];
    expect(regressions(again, [late(5, 8)], 9)).toEqual(['offset regression: partition 0 went from 8 to 6', 'offset regression: partition 0 went from 9 to 6']);
    expect(regressions(again, [late(5, 8), late(6, 9), late(4, 7)], 9)).toEqual([]);
  });

  it('explain what they can, whichever is looked at first', () => {
    // The low one alone explains 4, the old one alone what comes before it is given up.
    const fallen = [at(7, 10), at(6, 20), at(7, 30), at(4, 40)];
    for (const unknown of [[late(6, 8), late(3, 9)], [late(3, 9), late(6, 8)]]) expect(regressions(fallen, unknown, 7)).toEqual([]);
    const apart = [at(7, 10), at(6, 59_000), at(7, 59_100), at(6, 70_000)];
    for (const unknown of [[late(3, 5), late(5, 20_000)], [late(5, 20_000), late(3, 5)]]) expect(regressions(apart, unknown, 7)).toEqual([]);
  });

  it('leave behind them what was asked for before they were seen, however late its answer is', () => {
    expect(regressions([at(7, 10), at(8, 12, 50), at(5, 20), at(6, 60)], [late(5, 8)], 6)).toEqual([]);
    expect(regressions([at(7, 10), at(8, 22, 50), at(5, 20), at(6, 60)], [late(5, 8)], 8)).toEqual(['offset regression: partition 0 went from 8 to 6']);
  });

  it.each<[string, UnknownCommit]>([
    ['of another partition', { partition: 1, offset: 5, fromMs: 8 }],
    ['of a higher offset', late(7, 8)],
    ['made afterwards', late(5, 30)],
    ['given up long ago', late(5, -60_000)],
  ])('explain nothing when they are %s', (_, unknown) => {
    expect(regressions(commits, [unknown], 7)).toEqual(['offset regression: partition 0 went from 7 to 6']);
  });
});

describe('a chain', () => {
  it.each<[string[], string[]]>([
    [['a', 'b'], []],
    [['a', 'b', 'a'], ['wrong output: input a has 2 outputs']],
    [['a'], ['wrong output: input b has 0 outputs']],
    [['a', 'b', 'x'], ['wrong output: output x has no input']],
  ])('with outputs %j', (outputs, anomalies) => {
    expect(found((collected) => checkChain(['a', 'b'], outputs, collected))).toEqual(anomalies);
  });
});

describe('transfers', () => {
  const transfers: Transfer[] = [{ id: '1', outcome: 'committed' }, { id: '2', outcome: 'aborted' }, { id: '3', outcome: 'unknown' }];
  const both = (id: string): Booking[] => [{ id, account: 1, amount: -5 }, { id, account: 2, amount: 5 }];

  it.each<[string, Booking[], string[]]>([
    ['right', both('1'), []],
    ['right, with one whose outcome was unknown', [...both('1'), ...both('3')], []],
    ['lost', [], ['lost: transfer 1 was committed']],
    ['aborted and there', [...both('1'), ...both('2')], ['dirty read: transfer 2 was aborted, and 2 sides of it can be read']],
    ['torn', both('1').slice(0, 1), ['torn transaction: transfer 1 has 1 sides that sum to -5', 'torn transaction: all accounts sum to -5']],
    ['twice', [...both('1'), ...both('1')], ['torn transaction: transfer 1 has 4 sides that sum to 0']],
    ['of nobody', [...both('1'), ...both('9')], ['phantom: transfer 9 was never sent']],
  ])('that are %s', (_, bookings, anomalies) => {
    expect(found((collected) => checkTransfers(transfers, bookings, collected))).toEqual(anomalies);
  });
});

describe('what read_committed readers saw', () => {
  it('is committed in the end', () => {
    expect(found((anomalies) => checkSeen(['1', '2', '1'], new Set(['1', '2', '3']), anomalies))).toEqual([]);
    expect(found((anomalies) => checkSeen(['1', '4', '4'], new Set(['1', '2', '3']), anomalies))).toEqual(['dirty read: a read_committed reader saw a record of 4, which is not committed']);
  });
});

describe('anomalies', () => {
  it('are counted, and the first of a kind are told', () => {
    const anomalies = new Anomalies();
    for (let index = 0; index < 20; index++) anomalies.add('lost', String(index));
    expect([anomalies.told.length, anomalies.total, anomalies.counts.get('lost')]).toEqual([5, 20, 20]);
  });
});
