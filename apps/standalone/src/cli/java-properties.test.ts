import { describe, expect, it } from '@jest/globals';
import { PropertiesError, parseJavaProperties } from './java-properties.ts';

describe('parseJavaProperties', () => {
  it.each([
    ['a=1', 'a', '1'],
    ['a = 1', 'a', '1'],
    ['a:1', 'a', '1'],
    ['a 1 2', 'a', '1 2'],
    ['a\t\t= = 1', 'a', '= 1'],
    ['  a=1 ', 'a', '1 '],
    ['a', 'a', ''],
    ['a=', 'a', ''],
    ['a\\ b\\=c=d', 'a b=c', 'd'],
    ['listeners=PLAINTEXT://:9092', 'listeners', 'PLAINTEXT://:9092'],
    ['a=\\u0041\\tx\\z\\\\', 'a', 'A\txz\\'],
    ['a=one,\\\n   two', 'a', 'one,two'],
    ['a=one\\\r\n\t# two', 'a', 'one# two'],
    ['a=x\\\\\nb=1', 'a', 'x\\'],
    ['a=x\\', 'a', 'x'],
    ['a=1\na=2', 'a', '2'],
    ['\uFEFFa=1', 'a', '1'],
  ])('reads %j as java.util.Properties does', (text, key, value) => {
    expect(parseJavaProperties(text).get(key)).toBe(value);
  });

  it('leaves out comments and empty lines', () => {
    const text = '# a=1\n\n   ! b=2\n \t \nc=3 # not a comment\r\n#d=4\\\ne=5';
    expect([...parseJavaProperties(text)]).toEqual([
      ['c', '3 # not a comment'],
      ['e', '5'],
    ]);
  });

  it('names the line of a broken escape', () => {
    expect(() => parseJavaProperties('a=1\nb=\\\n\\u12')).toThrow(new PropertiesError(2, 'a \\u escape wants four hexadecimal digits'));
  });
});
