import { defaultGroupConfig, type GroupConfig } from '@ottla/coordinator';
import { CompressionType, ConfigError } from '@ottla/model';

const compressionTypes: ReadonlySet<number> = new Set(Object.values(CompressionType));

/**
 * What groups act on, from broker configs in force by Kafka's key names (`resolveAll` of the broker definition); a key
 * that is missing has Kafka's default.
 */
export function groupConfigFrom(configs: ReadonlyMap<string, string>): GroupConfig {
  const number = (key: string, fallback: number): number => {
    const text = configs.get(key);
    return text === undefined ? fallback : Number(text);
  };
  const { offsetsRetentionMs } = defaultGroupConfig;
  return {
    ...defaultGroupConfig,
    groupMinSessionTimeoutMs: number('group.min.session.timeout.ms', defaultGroupConfig.groupMinSessionTimeoutMs),
    groupMaxSessionTimeoutMs: number('group.max.session.timeout.ms', defaultGroupConfig.groupMaxSessionTimeoutMs),
    groupInitialRebalanceDelayMs: number('group.initial.rebalance.delay.ms', defaultGroupConfig.groupInitialRebalanceDelayMs),
    groupMaxSize: number('group.max.size', defaultGroupConfig.groupMaxSize),
    offsetMetadataMaxBytes: number('offset.metadata.max.bytes', defaultGroupConfig.offsetMetadataMaxBytes),
    offsetsRetentionMs: number('offsets.retention.minutes', offsetsRetentionMs / 60_000) * 60_000,
    offsetsRetentionCheckIntervalMs: number('offsets.retention.check.interval.ms', defaultGroupConfig.offsetsRetentionCheckIntervalMs),
  };
}

/** offsets.topic.compression.codec; throws ConfigError when it is no codec's id. */
export function offsetsCompressionFrom(configs: ReadonlyMap<string, string>): CompressionType {
  const key = 'offsets.topic.compression.codec';
  const id = Number(configs.get(key) ?? CompressionType.none);
  if (!compressionTypes.has(id)) throw new ConfigError(key, `Invalid value ${id} for configuration ${key}: wants the id of a codec, 0 to 4`);
  return id as CompressionType;
}
