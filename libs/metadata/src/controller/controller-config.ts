import type { ConfigLayers } from '@ottla/model';
import { ConfigResourceType, type MetadataImage } from '../image/image.ts';

/** What the controller takes from its own configuration; times in milliseconds. */
export interface ControllerConfig {
  /** num.partitions, for topics created with -1. */
  readonly numPartitions: number;
  /** default.replication.factor, for topics created with -1. */
  readonly defaultReplicationFactor: number;
  /** Replicas that a partition can have at most. A topic that asks for more is refused: it would not be as safe as it looks. */
  readonly maxReplicationFactor: number;
  /** delete.topic.enable */
  readonly deleteTopicEnable: boolean;
  /** broker.session.timeout.ms: a broker that is silent for longer is fenced. */
  readonly brokerSessionTimeoutMs: number;
  /** auto.leader.rebalance.enable: whether leadership goes back to preferred replicas by itself. */
  readonly autoLeaderRebalanceEnable: boolean;
  /** leader.imbalance.check.interval.seconds */
  readonly leaderImbalanceCheckIntervalMs: number;
  /** server.properties and --set: the defaults below the dynamic ones. */
  readonly staticBroker: ReadonlyMap<string, string>;
}

/** Kafka's defaults over nothing configured, and no limit where Kafka has none. */
export const defaultControllerConfig: ControllerConfig = {
  numPartitions: 1,
  defaultReplicationFactor: 1,
  maxReplicationFactor: Infinity,
  deleteTopicEnable: true,
  brokerSessionTimeoutMs: 9000,
  autoLeaderRebalanceEnable: true,
  leaderImbalanceCheckIntervalMs: 300_000,
  staticBroker: new Map(),
};

/** How many partitions one request may make, as in Kafka. */
export const MAX_PARTITIONS_PER_REQUEST = 10_000;
/** How many records one batch of the log has at most, as in Kafka; a decision that has more is a metadata transaction. */
export const MAX_RECORDS_PER_BATCH = 10_000;
/** How many records one request may cause: topics, partitions, and a record for each config. */
export const MAX_RECORDS_PER_REQUEST = 100_000;
/** The same in bytes: Raft takes 8 MiB at most. */
export const MAX_BYTES_PER_BATCH = 4 * 1024 * 1024;
/** How many producer ids one block has, as in Kafka. */
export const PRODUCER_IDS_BLOCK = 1000;
/** How many answers may wait for a commit; a request beyond is refused. */
export const MAX_PENDING_ANSWERS = 20_000;
/** How long an answer waits at most for brokers to apply what it tells of. */
export const MAX_BROKER_WAIT_MS = 1000;

/** The layers below a topic's own configs: the cluster-wide default and this controller's static configs. */
export function configLayers(image: MetadataImage, config: ControllerConfig, own?: ReadonlyMap<string, string>): ConfigLayers {
  const layers = { dynamicBroker: new Map<string, string>(), dynamicDefault: image.configOf(ConfigResourceType.BROKER, ''), staticBroker: config.staticBroker };
  return own === undefined ? layers : { ...layers, own };
}
