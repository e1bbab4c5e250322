import type { ControllerConfig } from '@ottla/metadata';
import { brokerConfigs, resolveConfig } from '@ottla/model';
import type { RaftTiming } from '@ottla/raft';

/** Sizes and times of the controller that are not part of its decisions. */
export interface ControllerSettings {
  readonly config: ControllerConfig;
  /** metadata.log.max.record.bytes.between.snapshots */
  readonly maxBytesBetweenSnapshots: number;
  /** metadata.log.max.snapshot.interval.ms */
  readonly maxSnapshotIntervalMs: number;
  /** metadata.log.segment.bytes */
  readonly segmentBytes: number;
  /** metadata.log.segment.ms */
  readonly segmentMs: number;
  /** controller.quorum.* */
  readonly raftTiming: RaftTiming;
}

/** Reads them from checked settings, as server.properties and --set name them; Kafka's defaults for the rest. */
export function controllerSettingsFrom(settings: ReadonlyMap<string, string>): ControllerSettings {
  const layers = { dynamicBroker: new Map<string, string>(), dynamicDefault: new Map<string, string>(), staticBroker: settings };
  const text = (key: string): string => resolveConfig(brokerConfigs, key, layers).value ?? '';
  return {
    config: {
      numPartitions: Number(text('num.partitions')),
      defaultReplicationFactor: Number(text('default.replication.factor')),
      maxReplicationFactor: Infinity,
      deleteTopicEnable: text('delete.topic.enable') === 'true',
      brokerSessionTimeoutMs: Number(text('broker.session.timeout.ms')),
      autoLeaderRebalanceEnable: text('auto.leader.rebalance.enable') === 'true',
      leaderImbalanceCheckIntervalMs: Number(text('leader.imbalance.check.interval.seconds')) * 1000,
      staticBroker: settings,
    },
    maxBytesBetweenSnapshots: Number(text('metadata.log.max.record.bytes.between.snapshots')),
    maxSnapshotIntervalMs: Number(text('metadata.log.max.snapshot.interval.ms')),
    segmentBytes: Number(text('metadata.log.segment.bytes')),
    segmentMs: Number(text('metadata.log.segment.ms')),
    raftTiming: {
      electionTimeoutMs: Number(text('controller.quorum.election.timeout.ms')),
      electionBackoffMaxMs: Number(text('controller.quorum.election.backoff.max.ms')),
      fetchTimeoutMs: Number(text('controller.quorum.fetch.timeout.ms')),
      requestTimeoutMs: Number(text('controller.quorum.request.timeout.ms')),
      retryBackoffMs: Number(text('controller.quorum.retry.backoff.ms')),
      fetchMaxBytes: Number(text('controller.quorum.fetch.max.bytes')),
      fetchSnapshotMaxBytes: Number(text('controller.quorum.fetch.snapshot.max.bytes')),
    },
  };
}
