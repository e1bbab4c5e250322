import { describe, expect, it } from '@jest/globals';
import { compilePattern } from './id-pattern.ts';

describe('compilePattern', () => {
  it('matches whole ids as RegExp does, for what both know', () => {
    const expressions = ['a', 'abc', 'a.c', 'a|b|cd', '(a|b)*c', 'a+b?', 'a{2}', 'a{2,}', 'a{1,3}b', '(?:ab){2}', '[a-c]+', '[^a-c]+', '[]x]', '[\\d_]+', '\\w+-\\d+', 'a*?b', '^a$', 'x\\.y', '', '(|a)b', '(a*)*', '[a\\-z]+', '\\s\\S'];
    const texts = ['', 'a', 'b', 'ab', 'abc', 'axc', 'cd', 'aabc', 'aa', 'aaa', 'aaab', 'abab', 'ccc', 'xyz', ']', '12_3', 'tx-17', 'x.y', 'xay', 'b', 'a-z', ' a'];
    for (const expression of expressions) {
      const pattern = compilePattern(expression);
      // In JavaScript a bracket that begins with ] is empty.
      const builtIn = new RegExp(`^(?:${expression.replace('[]x]', '[\\]x]')})$`);
      for (const text of texts) expect([expression, text, pattern?.matches(text)]).toEqual([expression, text, builtIn.test(text)]);
    }
  });

  it('refuses what is malformed, unknown or too large', () => {
    for (const expression of ['(', ')', '[', '[b-a]', '*', 'a**', '\\', '\\q', '(?=a)', 'a{1001}', 'a{3,2}', '((a{100}){100}){100}']) expect([expression, compilePattern(expression)]).toEqual([expression, undefined]);
  });

  it('takes no time on expressions that grow exponentially elsewhere', () => {
    const pattern = compilePattern('(a|aa)+(a*)*b');
    expect(pattern?.matches('a'.repeat(5_000))).toBe(false);
    expect(pattern?.matches(`${'a'.repeat(5_000)}b`)).toBe(true);
  });
});
