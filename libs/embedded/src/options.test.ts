import { describe, expect, it } from '@jest/globals';
import type { OttlaOptions } from './api.ts';
import { checkOptions } from './options.ts';

/** Problems of options that callers without types may give. */
function problems(options: unknown): string {
  try {
    checkOptions(options as OttlaOptions);
    return 'none';
  } catch (error) {
    expect(error).toBeInstanceOf(TypeError);
    return (error as Error).message;
  }
}

describe('checkOptions', () => {
  it('has one broker, no topics, and the defaults of one node', () => {
    for (const given of [undefined, {}]) {
      const { settings, ...rest } = checkOptions(given);
      expect(rest).toEqual({ brokers: 1, topics: [], logLevel: 'warn', logger: undefined, warnings: [] });
      expect(settings.get('offsets.topic.replication.factor')).toBe('1');
      expect(settings.get('group.initial.rebalance.delay.ms')).toBe('0');
    }
  });

  it('takes topics by name and in full, and values that are no strings', () => {
    const { topics, settings } = checkOptions({
      topics: ['a', { name: 'b', partitions: 3, config: { 'retention.ms': 1000, 'cleanup.policy': 'compact' } }],
      settings: { 'auto.create.topics.enable': false, 'num.partitions': 2 },
    });
    expect(topics).toEqual([
      { name: 'a', partitions: -1, config: new Map() },
      { name: 'b', partitions: 3, config: new Map([['retention.ms', '1000'], ['cleanup.policy', 'compact']]) },
    ]);
    expect(settings.get('auto.create.topics.enable')).toBe('false');
    expect(settings.get('num.partitions')).toBe('2');
  });

  it('passes on what Kafka knows and Ottla does not act on', () => {
    expect(checkOptions({ settings: { 'num.network.threads': 9 } }).warnings).toEqual([expect.stringContaining('num.network.threads')]);
  });

  it.each<[unknown, string]>([
    [7, 'startOttla: expected an object of options'],
    [null, 'startOttla: expected an object of options'],
    [{ topcis: [] }, 'startOttla: unknown option topcis: did you mean topics?'],
    [{ brokers: 0 }, 'startOttla: brokers is 0: expected a whole number from 1 to 16'],
    [{ brokers: '3' }, 'startOttla: brokers is "3": expected a whole number from 1 to 16'],
    [{ brokers: 1.5 }, 'startOttla: brokers is 1.5: expected a whole number from 1 to 16'],
    [{ logLevel: 'trace' }, 'startOttla: logLevel is "trace": expected one of debug, info, warn, error, silent'],
    [{ logger: { warn() {} } }, 'startOttla: logger lacks debug, info, error'],
    [{ logger: null }, 'startOttla: logger lacks debug, info, warn, error'],
    [{ topics: 'orders' }, 'startOttla: topics is "orders": expected a list of names or of { name, partitions, config }'],
    [{ topics: [{ partitions: 1 }] }, 'startOttla: topics[0] is {"partitions":1}: expected a name or { name, partitions, config }'],
    [{ topics: ['a b'] }, `startOttla: topics[0]: Topic name is invalid: 'a b' contains one or more characters other than ASCII alphanumerics, '.', '_' and '-'`],
    [{ topics: [''] }, 'startOttla: topics[0]: Topic name is invalid: the empty string is not allowed'],
    [{ topics: ['a', { name: 'a' }] }, 'startOttla: topics has a twice'],
    [{ topics: [{ name: 'a', partition: 3 }] }, 'startOttla: unknown option of topics[0] partition: did you mean partitions?'],
    [{ topics: [{ name: 'a', partitions: 0 }] }, 'startOttla: topics[0] (a) has partitions 0: expected a whole number from 1 up'],
    [{ topics: [{ name: 'a', partitions: -1 }] }, 'startOttla: topics[0] (a) has partitions -1: expected a whole number from 1 up'],
    [{ topics: [{ name: 'a', config: 1 }] }, 'startOttla: topics[0] (a) has config 1: expected an object of Kafka\'s topic configs'],
    [{ topics: [{ name: 'a', config: { 'retention.m': '1' } }] }, 'startOttla: topics[0] (a): unknown topic config retention.m: did you mean retention.ms?'],
    [{ topics: [{ name: 'a', config: { 'retention.ms': 'soon' } }] }, 'startOttla: topics[0] (a): Invalid value soon for configuration retention.ms: Not a number of type LONG'],
    [{ topics: [{ name: 'a', config: { 'retention.ms': null } }] }, 'startOttla: topics[0] (a) has config retention.ms with null: expected a string, number or boolean'],
    [{ settings: ['num.partitions'] }, 'startOttla: settings is ["num.partitions"]: expected an object of Kafka\'s broker settings'],
    [{ settings: { 'num.partition': 1 } }, 'startOttla: settings: unknown key num.partition: did you mean num.partitions?'],
    [{ settings: { 'num.partitions': {} } }, 'startOttla: settings has num.partitions with {}: expected a string, number or boolean'],
    [{ settings: { listeners: 'PLAINTEXT://:9092' } }, 'startOttla: settings has listeners, which startOttla sets itself'],
    [{ settings: { 'log.dirs': '/data' } }, 'startOttla: settings has log.dirs, which startOttla sets itself'],
  ])('refuses %j', (options, message) => {
    expect(problems(options)).toBe(message);
  });

  it('names all problems at once', () => {
    expect(problems({ brokers: 99, topics: ['..'], settings: { 'no.such.thing.at.all': 1 } }).split('\n')).toEqual([
      'startOttla:',
      '  brokers is 99: expected a whole number from 1 to 16',
      `  topics[0]: Topic name is invalid: '..' is not allowed`,
      '  settings: unknown key no.such.thing.at.all',
    ]);
  });
});
