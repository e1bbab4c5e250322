import type { ConsumerGroupMigrationPolicy } from './migration-policy.ts';

/** Kafka's configs of KIP-848 groups: `group.consumer.*` of the brokers. */
export interface ConsumerGroupConfig {
  /** Names, the default first. */
  readonly assignors: readonly string[];
  readonly maxSize: number;
  readonly sessionTimeoutMs: number;
  readonly minSessionTimeoutMs: number;
  readonly maxSessionTimeoutMs: number;
  readonly heartbeatIntervalMs: number;
  readonly minHeartbeatIntervalMs: number;
  readonly maxHeartbeatIntervalMs: number;
  readonly assignmentIntervalMs: number;
  readonly minAssignmentIntervalMs: number;
  readonly maxAssignmentIntervalMs: number;
  readonly migrationPolicy: ConsumerGroupMigrationPolicy;
}

export const defaultConsumerGroupConfig: ConsumerGroupConfig = {
  assignors: ['uniform', 'range'],
  maxSize: 2_147_483_647,
  sessionTimeoutMs: 45_000,
  minSessionTimeoutMs: 45_000,
  maxSessionTimeoutMs: 60_000,
  heartbeatIntervalMs: 5_000,
  minHeartbeatIntervalMs: 5_000,
  maxHeartbeatIntervalMs: 15_000,
  assignmentIntervalMs: 1_000,
  minAssignmentIntervalMs: 0,
  maxAssignmentIntervalMs: 15_000,
  migrationPolicy: 'bidirectional',
};

/** What applies to one group. */
export interface ConsumerGroupSettings {
  readonly sessionTimeoutMs: number;
  readonly heartbeatIntervalMs: number;
  readonly assignmentIntervalMs: number;
}

/** The brokers' configs, or the group's own within the brokers' bounds. */
export function consumerSettings(config: ConsumerGroupConfig, own: ReadonlyMap<string, string> | undefined): ConsumerGroupSettings {
  const value = (key: string, otherwise: number, least: number, most: number): number => {
    const text = own?.get(key);
    return text === undefined ? otherwise : Math.min(Math.max(Number(text), least), most);
  };
  return {
    sessionTimeoutMs: value('consumer.session.timeout.ms', config.sessionTimeoutMs, config.minSessionTimeoutMs, config.maxSessionTimeoutMs),
    heartbeatIntervalMs: value('consumer.heartbeat.interval.ms', config.heartbeatIntervalMs, config.minHeartbeatIntervalMs, config.maxHeartbeatIntervalMs),
    assignmentIntervalMs: value('consumer.assignment.interval.ms', config.assignmentIntervalMs, config.minAssignmentIntervalMs, config.maxAssignmentIntervalMs),
  };
}
