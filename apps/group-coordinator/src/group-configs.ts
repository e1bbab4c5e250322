import { defaultGroupConfig, type GroupConfig, migrationPolicyOf } from '@ottla/coordinator';
import { CompressionType, ConfigError } from '@ottla/model';

const builtAssignors: ReadonlyMap<string, string> = new Map([
  ['uniform', 'uniform'],
  ['range', 'range'],
  ['org.apache.kafka.coordinator.group.assignor.UniformAssignor', 'uniform'],
  ['org.apache.kafka.coordinator.group.assignor.RangeAssignor', 'range'],
]);
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
  const { offsetsRetentionMs, consumer } = defaultGroupConfig;
  return {
    ...defaultGroupConfig,
    groupMinSessionTimeoutMs: number('group.min.session.timeout.ms', defaultGroupConfig.groupMinSessionTimeoutMs),
    groupMaxSessionTimeoutMs: number('group.max.session.timeout.ms', defaultGroupConfig.groupMaxSessionTimeoutMs),
    groupInitialRebalanceDelayMs: number('group.initial.rebalance.delay.ms', defaultGroupConfig.groupInitialRebalanceDelayMs),
    groupMaxSize: number('group.max.size', defaultGroupConfig.groupMaxSize),
    offsetMetadataMaxBytes: number('offset.metadata.max.bytes', defaultGroupConfig.offsetMetadataMaxBytes),
    offsetsRetentionMs: number('offsets.retention.minutes', offsetsRetentionMs / 60_000) * 60_000,
    offsetsRetentionCheckIntervalMs: number('offsets.retention.check.interval.ms', defaultGroupConfig.offsetsRetentionCheckIntervalMs),
    consumer: {
      assignors: assignorsFrom(configs.get('group.consumer.assignors')) ?? consumer.assignors,
      maxSize: number('group.consumer.max.size', consumer.maxSize),
      sessionTimeoutMs: number('group.consumer.session.timeout.ms', consumer.sessionTimeoutMs),
      minSessionTimeoutMs: number('group.consumer.min.session.timeout.ms', consumer.minSessionTimeoutMs),
      maxSessionTimeoutMs: number('group.consumer.max.session.timeout.ms', consumer.maxSessionTimeoutMs),
      heartbeatIntervalMs: number('group.consumer.heartbeat.interval.ms', consumer.heartbeatIntervalMs),
      minHeartbeatIntervalMs: number('group.consumer.min.heartbeat.interval.ms', consumer.minHeartbeatIntervalMs),
      maxHeartbeatIntervalMs: number('group.consumer.max.heartbeat.interval.ms', consumer.maxHeartbeatIntervalMs),
      assignmentIntervalMs: number('group.consumer.assignment.interval.ms', consumer.assignmentIntervalMs),
      minAssignmentIntervalMs: number('group.consumer.min.assignment.interval.ms', consumer.minAssignmentIntervalMs),
      maxAssignmentIntervalMs: number('group.consumer.max.assignment.interval.ms', consumer.maxAssignmentIntervalMs),
      migrationPolicy: migrationPolicyOf(configs.get('group.consumer.migration.policy') ?? '') ?? consumer.migrationPolicy,
    },
  };
}

/** The assignors that are built, by name or by the class that implements them in Kafka; undefined when none is named. */
function assignorsFrom(text: string | undefined): readonly string[] | undefined {
  const names = (text ?? '').split(',').map((name) => builtAssignors.get(name.trim()) ?? '').filter((name) => name !== '');
  return names.length === 0 ? undefined : names;
}

/** offsets.topic.compression.codec; throws ConfigError when it is no codec's id. */
export function offsetsCompressionFrom(configs: ReadonlyMap<string, string>): CompressionType {
  const key = 'offsets.topic.compression.codec';
  const id = Number(configs.get(key) ?? CompressionType.none);
  if (!compressionTypes.has(id)) throw new ConfigError(key, `Invalid value ${id} for configuration ${key}: wants the id of a codec, 0 to 4`);
  return id as CompressionType;
}
