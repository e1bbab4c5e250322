import { describe, expect, it } from '@jest/globals';
import { defaultRaftTiming } from '@ottla/raft';
import { controllerSettingsFrom } from './controller-settings.ts';

describe('controllerSettingsFrom', () => {
  it('has the defaults of Kafka', () => {
    expect(controllerSettingsFrom(new Map())).toEqual({
      config: {
        numPartitions: 1, defaultReplicationFactor: 1, maxReplicationFactor: Infinity, deleteTopicEnable: true, brokerSessionTimeoutMs: 9000,
        autoLeaderRebalanceEnable: true, leaderImbalanceCheckIntervalMs: 300_000, staticBroker: new Map(),
      },
      maxBytesBetweenSnapshots: 20_971_520,
      maxSnapshotIntervalMs: 3_600_000,
      segmentBytes: 1_073_741_824,
      segmentMs: 604_800_000,
      raftTiming: defaultRaftTiming,
    });
  });

  it('takes what is set', () => {
    const settings = new Map([['num.partitions', '6'], ['default.replication.factor', '3'], ['delete.topic.enable', 'false'], ['broker.session.timeout.ms', '500'], ['auto.leader.rebalance.enable', 'false'], ['leader.imbalance.check.interval.seconds', '2']]);
    expect(controllerSettingsFrom(settings).config).toEqual({
      numPartitions: 6, defaultReplicationFactor: 3, maxReplicationFactor: Infinity, deleteTopicEnable: false, brokerSessionTimeoutMs: 500,
      autoLeaderRebalanceEnable: false, leaderImbalanceCheckIntervalMs: 2000, staticBroker: settings,
    });
  });
});
