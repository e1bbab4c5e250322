import { describe, expect, it } from '@jest/globals';
import { ConfigError } from './config-definition.ts';
import { brokerConfigs, groupConfigs, topicConfigs } from './definitions.ts';
import { checkTopicConfigs, resolveAll, resolveConfig } from './resolve.ts';
import type { ConfigLayers } from './resolve.ts';

type Values = Readonly<Record<string, string>>;

function layers(values: { own?: Values; dynamicBroker?: Values; dynamicDefault?: Values; staticBroker?: Values }): ConfigLayers {
  const map = (entries: Values | undefined): ReadonlyMap<string, string> => new Map(Object.entries(entries ?? {}));
  return { own: map(values.own), dynamicBroker: map(values.dynamicBroker), dynamicDefault: map(values.dynamicDefault), staticBroker: map(values.staticBroker) };
}

// What a Kafka 4.3.1 answered to DescribeConfigs with these settings.
const started = { 'log.retention.hours': '1', 'log.roll.ms': '7000000', 'log.flush.scheduler.interval.ms': '5000', 'log.cleanup.policy': 'compact,delete' };

describe('resolveConfig', () => {
  it('gives the default with the broker key that holds it', () => {
    expect(resolveConfig(topicConfigs, 'max.message.bytes', layers({}))).toEqual({
      name: 'max.message.bytes',
      value: '1048588',
      source: 5,
      synonyms: [{ name: 'message.max.bytes', value: '1048588', source: 5 }],
    });
    expect(resolveConfig(topicConfigs, 'remote.storage.enable', layers({}))).toEqual({ name: 'remote.storage.enable', value: 'false', source: 5, synonyms: [] });
  });

  it('converts units, and does not list a value set only in a weaker one', () => {
    const given = layers({ staticBroker: started });
    expect(resolveConfig(topicConfigs, 'retention.ms', given)).toEqual({ name: 'retention.ms', value: '3600000', source: 5, synonyms: [] });
    expect(resolveConfig(topicConfigs, 'flush.ms', given)).toEqual({ name: 'flush.ms', value: '5000', source: 5, synonyms: [] });
    expect(resolveConfig(topicConfigs, 'segment.ms', layers({}))).toEqual({ name: 'segment.ms', value: '604800000', source: 5, synonyms: [] });
  });

  it("puts the topic's own value before the broker's in every unit", () => {
    const given = layers({ own: { 'segment.ms': '9000000' }, staticBroker: started });
    expect(resolveConfig(topicConfigs, 'segment.ms', given)).toEqual({
      name: 'segment.ms',
      value: '9000000',
      source: 1,
      synonyms: [
        { name: 'segment.ms', value: '9000000', source: 1 },
        { name: 'log.roll.ms', value: '7000000', source: 4 },
        { name: 'log.roll.hours', value: '168', source: 5 },
      ],
    });
  });

  it('puts a dynamic value before a static one', () => {
    const given = layers({ dynamicBroker: { 'log.retention.ms': '50000' }, staticBroker: started });
    const expected = [
      { name: 'log.retention.ms', value: '50000', source: 2 },
      { name: 'log.retention.hours', value: '1', source: 4 },
      { name: 'log.retention.hours', value: '168', source: 5 },
    ];
    expect(resolveConfig(topicConfigs, 'retention.ms', given)).toEqual({ name: 'retention.ms', value: '50000', source: 2, synonyms: expected });
    expect(resolveConfig(brokerConfigs, 'log.retention.ms', given)).toEqual({ name: 'log.retention.ms', value: '50000', source: 2, synonyms: expected });
  });

  it('shows a broker key in its own unit', () => {
    expect(resolveConfig(brokerConfigs, 'log.retention.hours', layers({ staticBroker: started }))).toEqual({
      name: 'log.retention.hours',
      value: '1',
      source: 4,
      synonyms: [
        { name: 'log.retention.hours', value: '1', source: 4 },
        { name: 'log.retention.hours', value: '168', source: 5 },
      ],
    });
    expect(resolveConfig(brokerConfigs, 'log.retention.ms', layers({ staticBroker: started }))).toEqual({ name: 'log.retention.ms', value: null, source: 5, synonyms: [] });
    expect(resolveConfig(brokerConfigs, 'min.insync.replicas', layers({ dynamicDefault: { 'min.insync.replicas': '1' } })).synonyms.map(({ source }) => source)).toEqual([3, 5]);
  });

  it('takes what a broker key says, not what the same key of a topic says', () => {
    const given = layers({ own: { 'compression.type': 'zstd' }, staticBroker: { 'compression.type': 'lz4' } });
    expect(resolveConfig(brokerConfigs, 'compression.type', given).value).toBe('lz4');
    expect(resolveConfig(topicConfigs, 'compression.type', given).value).toBe('zstd');
  });

  it('lists group keys as Kafka does', () => {
    const given = layers({ own: { 'consumer.session.timeout.ms': '50000' } });
    expect(resolveConfig(groupConfigs, 'consumer.session.timeout.ms', given)).toEqual({
      name: 'consumer.session.timeout.ms',
      value: '50000',
      source: 8,
      synonyms: [
        { name: 'consumer.session.timeout.ms', value: '50000', source: 8 },
        { name: 'group.consumer.session.timeout.ms', value: '45000', source: 5 },
      ],
    });
    expect(resolveConfig(groupConfigs, 'share.isolation.level', given).synonyms).toEqual([{ name: 'share.isolation.level', value: 'read_uncommitted', source: 5 }]);
  });

  it('refuses a key that does not exist', () => {
    expect(() => resolveConfig(topicConfigs, 'nope', layers({}))).toThrow(new ConfigError('nope', 'Unknown topic config name: nope'));
  });

  it('keeps "no limit" no limit', () => {
    expect(resolveConfig(topicConfigs, 'retention.ms', layers({ staticBroker: { 'log.retention.hours': '-1' } })).value).toBe('-1');
  });
});

describe('resolveAll', () => {
  it('has every topic key', () => {
    const all = resolveAll(topicConfigs, layers({ own: { 'retention.ms': '7' }, staticBroker: started }));
    expect(all.size).toBe(33);
    expect([all.get('retention.ms'), all.get('segment.ms'), all.get('cleanup.policy')]).toEqual(['7', '7000000', 'compact,delete']);
  });

  it('leaves out broker keys without a value', () => {
    const all = resolveAll(brokerConfigs, layers({ staticBroker: { 'log.dirs': './data' } }));
    expect([all.has('log.retention.ms'), all.get('log.dirs'), all.get('num.partitions')]).toEqual([false, './data', '1']);
  });
});

describe('checkTopicConfigs', () => {
  const check = (own: Values): void => checkTopicConfigs(resolveAll(topicConfigs, layers({ own })));

  it('refuses lags that contradict each other, and tiered storage', () => {
    expect(() => check({ 'min.compaction.lag.ms': '10', 'max.compaction.lag.ms': '5' })).toThrow('conflict topic config setting min.compaction.lag.ms (10) > max.compaction.lag.ms (5)');
    expect(() => check({ 'remote.storage.enable': 'true' })).toThrow('Tiered Storage functionality is disabled');
    expect(() => check({ 'min.compaction.lag.ms': '9223372036854775807' })).not.toThrow();
  });
});
