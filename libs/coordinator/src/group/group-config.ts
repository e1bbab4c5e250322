import { type ConsumerGroupConfig, defaultConsumerGroupConfig } from './consumer/consumer-config.ts';

/** Kafka's broker configs that the group coordinator acts on, at Kafka's defaults. Read anew for each decision. */
export interface GroupConfig {
  readonly groupMinSessionTimeoutMs: number;
  readonly groupMaxSessionTimeoutMs: number;
  readonly groupInitialRebalanceDelayMs: number;
  readonly groupMaxSize: number;
  readonly offsetMetadataMaxBytes: number;
  readonly offsetsRetentionMs: number;
  readonly offsetsRetentionCheckIntervalMs: number;
  /** For KIP-848 groups. */
  readonly consumer: ConsumerGroupConfig;
  /** The dynamic configs of a group (resource GROUP) by Kafka's keys; undefined when it has none. */
  readonly groupConfigOf: (groupId: string) => ReadonlyMap<string, string> | undefined;
}

export const defaultGroupConfig: GroupConfig = {
  groupMinSessionTimeoutMs: 6_000,
  groupMaxSessionTimeoutMs: 1_800_000,
  groupInitialRebalanceDelayMs: 3_000,
  groupMaxSize: 2_147_483_647,
  offsetMetadataMaxBytes: 4_096,
  offsetsRetentionMs: 10_080 * 60_000,
  offsetsRetentionCheckIntervalMs: 600_000,
  consumer: defaultConsumerGroupConfig,
  groupConfigOf: () => undefined,
};
