import { describe, expect, it } from '@jest/globals';
import { PatternError, TopicPattern } from './topic-pattern.ts';

const names = ['orders', 'orders-eu', 'orders.us.1', 'Payments', 'payments-12', 'a', '__consumer_offsets', 'x_y', 'aaaaaaaaaaaaaaaaaaaaaaaaaaab'];

/** Expressions that JavaScript's RegExp reads as RE2 does. */
const shared = [
  'orders', 'orders.*', '^orders.*', 'orders$', '^orders$', 'ord[a-e]rs(-eu)?', '.*', '', 'a+', '(a|b)*', '(?:orders|payments)-.*', '[^_].*', '.*\\.us\\.\\d+',
  '\\w+', '\\D+', '[\\w.-]+', 'orders-(e|u)(u|s)', 'a{1,3}', 'a{3}', 'a{2,}b', '(a*)*b', '(a|aa)+b', 'payments-[0-9]{2}', 'x_y|a', '[]a]+', '[a\\]]+', '[a-]', 'orders[-.].*?', '{', 'a{,2}', '.*(^a)', '(a$|x_y$)', '(?<n>orders)',
];

describe('TopicPattern', () => {
  it.each(shared.filter((pattern) => pattern !== '[]a]+'))('matches whole names by %s as JavaScript does', (pattern) => {
    const expression = new RegExp(`^(?:${pattern})$`);
    const compiled = new TopicPattern(pattern);
    for (const name of names) expect([name, compiled.matches(name)]).toEqual([name, expression.test(name)]);
  });

  it('knows what only RE2 knows', () => {
    const matching = (pattern: string): string[] => names.filter((name) => new TopicPattern(pattern).matches(name));
    expect(matching('(?i)PAYMENTS.*')).toEqual(['Payments', 'payments-12']);
    expect(matching('(?i:P)ayments')).toEqual(['Payments']);
    expect(matching('\\Qorders.us.\\E1')).toEqual(['orders.us.1']);
    expect(matching('[[:upper:]]\\w+')).toEqual(['Payments']);
    expect(matching('(?P<what>orders)\\z')).toEqual(['orders']);
    expect(matching('[]a]+')).toEqual(['a']);
  });

  it.each(['(', ')', '[', '[b-a]', 'a**', '*a', 'a{2,1}', 'a{1001}', '\\', '(?=a)', '(?!a)', '(?<=a)b', '\\1', '\\b', '\\pL', '[[:nope:]]', '((((a{100}){100}){100}){100})', 'a'.repeat(2_000), '('.repeat(200)])('refuses %s', (pattern) => {
    expect(() => new TopicPattern(pattern)).toThrow(PatternError);
  });

  it('takes time for the name alone where a backtracking engine takes for ever, and little memory', () => {
    const pattern = new TopicPattern('(a|a|aa|a?)*(a*)*(.{0,50}a.{20}){0,3}c');
    const start = performance.now();
    for (let round = 0; round < 20; round++) expect(pattern.matches(`${'ab'.repeat(100)}${round}`)).toBe(false);
    expect(performance.now() - start).toBeLessThan(3_000);
  });
});
