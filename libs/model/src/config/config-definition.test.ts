import { describe, expect, it } from '@jest/globals';
import { ConfigError } from './config-definition.ts';
import { brokerConfigs, groupConfigs, topicConfigs } from './definitions.ts';

/** What a Kafka 4.3.1 answered when a topic was created with the value: what it then shows, or its refusal. */
const topicValues: readonly (readonly [key: string, value: string, shown: string])[] = [
  ['cleanup.policy', '', ''],
  ['cleanup.policy', 'compact, delete', 'compact,delete'],
  ['cleanup.policy', 'compact,compact', 'compact'],
  ['preallocate', ' TRUE ', 'true'],
  ['retention.ms', ' 5 ', '5'],
  ['retention.ms', '+5', '5'],
  ['retention.ms', '-1', '-1'],
  ['min.cleanable.dirty.ratio', '0.50', '0.5'],
  ['min.cleanable.dirty.ratio', '1', '1.0'],
  ['follower.replication.throttled.replicas', '*', '*'],
  ['follower.replication.throttled.replicas', '1:2,3:4', '1:2,3:4'],
  ['min.compaction.lag.ms', '9223372036854775807', '9223372036854775807'],
  ['compression.gzip.level', '-1', '-1'],
  ['compression.zstd.level', '-131072', '-131072'],
];

const topicRefusals: readonly (readonly [key: string, value: string, message: string])[] = [
  ['retention.ms', 'x', 'Invalid value x for configuration retention.ms: Not a number of type LONG'],
  ['retention.ms', '', 'Invalid value  for configuration retention.ms: Not a number of type LONG'],
  ['retention.ms', '1.5', 'Invalid value 1.5 for configuration retention.ms: Not a number of type LONG'],
  ['retention.ms', '0x10', 'Invalid value 0x10 for configuration retention.ms: Not a number of type LONG'],
  ['retention.ms', '-2', 'Invalid value -2 for configuration retention.ms: Value must be at least -1'],
  ['message.timestamp.before.max.ms', '9223372036854775808', 'Invalid value 9223372036854775808 for configuration message.timestamp.before.max.ms: Not a number of type LONG'],
  ['segment.bytes', '99999999999', 'Invalid value 99999999999 for configuration segment.bytes: Not a number of type INT'],
  ['segment.bytes', '10', 'Invalid value 10 for configuration segment.bytes: Value must be at least 1048576'],
  ['cleanup.policy', 'compact,foo', 'Invalid value foo for configuration cleanup.policy: String must be one of: compact, delete'],
  ['compression.type', 'brotli', 'Invalid value brotli for configuration compression.type: String must be one of: uncompressed, zstd, lz4, snappy, gzip, producer'],
  ['compression.gzip.level', '0', 'Invalid value 0 for configuration compression.gzip.level: Value must be between 1 and 9 or equal to -1'],
  ['compression.lz4.level', '99', 'Invalid value 99 for configuration compression.lz4.level: Value must be no more than 17'],
  ['min.cleanable.dirty.ratio', '1.5', 'Invalid value 1.5 for configuration min.cleanable.dirty.ratio: Value must be no more than 1'],
  ['min.cleanable.dirty.ratio', 'abc', 'Invalid value abc for configuration min.cleanable.dirty.ratio: Not a number of type DOUBLE'],
  ['preallocate', 'yes', 'Invalid value yes for configuration preallocate: Expected value to be either true or false'],
  ['message.timestamp.type', 'createtime', 'Invalid value createtime for configuration message.timestamp.type: String must be one of: CreateTime, LogAppendTime'],
  ['unknown.key', '1', 'Unknown topic config name: unknown.key'],
  [
    'follower.replication.throttled.replicas',
    'zzz',
    "Invalid value [zzz] for configuration follower.replication.throttled.replicas: follower.replication.throttled.replicas must be the literal '*' or a list of replicas in the following format: [partitionId]:[brokerId],[partitionId]:[brokerId],...",
  ],
];

function refusalOf(check: () => unknown): ConfigError {
  try {
    check();
  } catch (error) {
    if (error instanceof ConfigError) return error;
    throw error;
  }
  throw new Error('nothing was refused');
}

describe('ConfigDefinition', () => {
  it.each(topicValues)('keeps %s=%p as Kafka shows it', (key, value, shown) => {
    expect(topicConfigs.check(key, value)).toBe(shown);
  });

  it.each(topicRefusals)('refuses %s=%p in the words of Kafka', (key, value, message) => {
    const refusal = refusalOf(() => topicConfigs.check(key, value));
    expect([refusal.key, refusal.message]).toEqual([key, message]);
  });

  it('checks durations of share groups', () => {
    expect(groupConfigs.check('share.auto.offset.reset', 'by_duration:P1DT2H')).toBe('by_duration:P1DT2H');
    for (const value of ['by_duration:P', 'by_duration:x', 'by_duration:P1DT', 'LATEST']) {
      expect(refusalOf(() => groupConfigs.check('share.auto.offset.reset', value)).message).toContain(`Invalid value \`${value}\``);
    }
  });

  it('takes names in any case where Kafka does', () => {
    expect(brokerConfigs.check('group.consumer.migration.policy', 'Upgrade')).toBe('Upgrade');
    expect(refusalOf(() => brokerConfigs.check('group.consumer.migration.policy', 'x')).message).toContain('one of (case insensitive): DISABLED, DOWNGRADE');
  });

  it('has every key of Kafka 4.3, each with a default that its own check accepts', () => {
    const definitions = [topicConfigs, brokerConfigs, groupConfigs];
    expect(definitions.map(({ keys }) => [...keys.values()].filter(({ isDynamicOnly }) => isDynamicOnly !== true).length)).toEqual([33, 340, 17]);
    for (const definition of definitions) {
      for (const { name, defaultValue, type } of definition.keys.values()) {
        if (defaultValue !== null && type !== 'DOUBLE') expect([name, definition.check(name, defaultValue)]).toEqual([name, defaultValue]);
      }
    }
  });

  it('says what is acted on, and documents exactly that', () => {
    for (const key of brokerConfigs.keys.values()) expect([key.name, key.documentation !== '']).toEqual([key.name, key.support === 'acted-on']);
    for (const key of [...topicConfigs.keys.values(), ...groupConfigs.keys.values()]) expect(key.documentation).not.toBe('');
    const secrets = [...brokerConfigs.keys.values()].filter(({ isSensitive, support }) => isSensitive && support !== 'refused').map(({ name }) => name);
    expect(secrets.sort()).toEqual(['ssl.key.password', 'ssl.keystore.certificate.chain', 'ssl.keystore.key', 'ssl.keystore.password', 'ssl.truststore.certificates']);
  });

  it('gives topic and group keys only synonyms that exist', () => {
    for (const definition of [topicConfigs, groupConfigs]) {
      for (const { name, synonyms } of definition.keys.values()) {
        for (const synonym of synonyms) expect([name, brokerConfigs.keys.has(synonym) || synonym === name]).toEqual([name, true]);
      }
    }
  });

  it('finds the name that was meant', () => {
    expect(brokerConfigs.nearest('log.retention.mss')).toBe('log.retention.ms');
    expect(brokerConfigs.nearest('num.partition')).toBe('num.partitions');
    expect(brokerConfigs.nearest('qqqqqqqqqqqqqqqqqqqqqq')).toBeUndefined();
  });
});
