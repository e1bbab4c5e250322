import { describe, expect, it } from '@jest/globals';
import { parseArguments } from './arguments.ts';

describe('parseArguments', () => {
  it('takes settings and a file in both spellings', () => {
    expect(parseArguments([])).toEqual({ action: 'run', configFile: undefined, settings: new Map() });
    expect(parseArguments(['--config', 'a.properties', '--set', 'a=b=c', '--set=d=', '--set', 'a=last'])).toEqual({
      action: 'run',
      configFile: 'a.properties',
      settings: new Map([
        ['a', 'last'],
        ['d', ''],
      ]),
    });
    expect(parseArguments(['--config=x'])).toEqual({ action: 'run', configFile: 'x', settings: new Map() });
  });

  it('answers help and version before anything that follows', () => {
    expect(parseArguments(['--set', 'a=b', '--help', 'junk'])).toEqual({ action: 'help' });
    expect(parseArguments(['-h'])).toEqual({ action: 'help' });
    expect(parseArguments(['--version'])).toEqual({ action: 'version' });
  });

  it.each([
    [['server.properties'], 'unknown argument server.properties'],
    [['--sets', 'a=b'], 'unknown argument --sets'],
    [['--set'], '--set wants a value'],
    [['--config', ''], '--config wants a value'],
    [['--set', 'a'], '--set wants KEY=VALUE, not a'],
    [['--set', '=a'], '--set wants KEY=VALUE, not =a'],
    [['--config', 'a', '--config', 'b'], '--config may be given once'],
  ])('names what is wrong with %j', (argv, message) => {
    expect(parseArguments(argv)).toEqual({ action: 'error', message: `${message}; --help shows what there is` });
  });
});
