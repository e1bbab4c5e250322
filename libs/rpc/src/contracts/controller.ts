import type { BrokerEpoch, BrokerId, LeaderEpoch, Offset, PartitionEpoch, PartitionIndex, ProducerId, Uuid } from '@ottla/model';
import type { CallOptions } from './link.ts';
import type { Envelope, EnvelopeAnswer } from './envelope.ts';

export interface BrokerEndpoint {
  readonly name: string;
  readonly host: string;
  readonly port: number;
  /** Kafka's SecurityProtocol id: 0 PLAINTEXT, 1 SSL, 2 SASL_PLAINTEXT, 3 SASL_SSL. */
  readonly securityProtocol: number;
}

export interface BrokerRegistration {
  readonly brokerId: BrokerId;
  readonly clusterId: string;
  readonly incarnationId: Uuid;
  readonly endpoints: readonly BrokerEndpoint[];
  readonly features: readonly { readonly name: string; readonly minVersion: number; readonly maxVersion: number }[];
  readonly rack: string | null;
  /** directory.id of each log folder. */
  readonly logDirs: readonly Uuid[];
  /** Broker epoch of the last clean shutdown, -1 when there was none (KIP-966). */
  readonly previousBrokerEpoch: BrokerEpoch;
  /** host:port at which coordinators and controllers reach the broker; null where the planes share a process. */
  readonly planeEndpoint: string | null;
}

export interface BrokerRegistered {
  readonly brokerEpoch: BrokerEpoch;
}

export interface BrokerHeartbeat {
  readonly brokerId: BrokerId;
  readonly brokerEpoch: BrokerEpoch;
  /** Next metadata offset that this broker has not applied. */
  readonly appliedOffset: Offset;
  readonly wantFence: boolean;
  readonly wantShutDown: boolean;
}

export interface BrokerHeartbeatAnswer {
  readonly isCaughtUp: boolean;
  readonly isFenced: boolean;
  readonly shouldShutDown: boolean;
}

/** Asks for committed metadata from `offset` on; all before it has been applied by the asker. */
export interface MetadataFetch {
  readonly offset: Offset;
  readonly maxBytes: number;
  /** How long the controller may park the request while nothing new is committed. */
  readonly maxWaitMs: number;
}

/** Where the planes and the other controllers reach a controller. */
export interface ControllerAddress {
  readonly host: string;
  readonly port: number;
}

/** Whole record batches of `__cluster_metadata`, all below the high watermark; or a snapshot to load first. */
export interface MetadataFetched {
  readonly records: Uint8Array;
  readonly highWatermark: Offset;
  readonly leaderId: BrokerId;
  readonly leaderEpoch: LeaderEpoch;
  /** The voters of the quorum (KIP-853), as the controller that answers knows them: whoever follows finds them when those it was told of are gone. */
  readonly voters: readonly ControllerAddress[];
  /**
   * Set when `offset` lies before the log's start: the asker drops its image, loads the snapshot's batches
   * (fetched by `fetchSnapshot`) and goes on at `endOffset`.
   */
  readonly snapshot: { readonly endOffset: Offset; readonly epoch: LeaderEpoch; readonly sizeBytes: number } | null;
}

export interface SnapshotFetch {
  readonly endOffset: Offset;
  readonly epoch: LeaderEpoch;
  readonly position: number;
  readonly maxBytes: number;
}

export interface SnapshotFetched {
  readonly bytes: Uint8Array;
  readonly sizeBytes: number;
}

export interface ProducerIdsBlockRequest {
  readonly brokerId: BrokerId;
}

export interface ProducerIdsBlock {
  readonly firstProducerId: ProducerId;
  readonly count: number;
}

/** The leader of a partition asks for the next leader epoch under itself: the fence before a coordinator shard is granted again. */
export interface LeaderEpochBump {
  readonly brokerId: BrokerId;
  readonly brokerEpoch: BrokerEpoch;
  readonly topicId: Uuid;
  readonly partition: PartitionIndex;
  /** The epoch that is to end. */
  readonly leaderEpoch: LeaderEpoch;
}

export interface LeaderEpochBumped {
  readonly leaderEpoch: LeaderEpoch;
}

/** A replica as its leader knows it: a restart since then makes the epoch stale. */
export interface InSyncReplica {
  readonly brokerId: BrokerId;
  readonly brokerEpoch: BrokerEpoch;
}

/** The in-sync replicas that a leader wants for one partition, on top of the state that it knows. */
export interface PartitionAlteration {
  readonly topicId: Uuid;
  readonly partition: PartitionIndex;
  readonly leaderEpoch: LeaderEpoch;
  readonly partitionEpoch: PartitionEpoch;
  readonly newIsr: readonly InSyncReplica[];
}

/** AlterPartition (KIP-497, KIP-903): changes of one turn, all by the same leader. */
export interface PartitionsAlteration {
  readonly brokerId: BrokerId;
  readonly brokerEpoch: BrokerEpoch;
  readonly partitions: readonly PartitionAlteration[];
}

/** What became of one of them; without an error the state that the partition has now. */
export interface PartitionAltered {
  readonly topicId: Uuid;
  readonly partition: PartitionIndex;
  readonly errorCode: number;
  readonly leaderEpoch: LeaderEpoch;
  readonly partitionEpoch: PartitionEpoch;
  readonly isr: readonly BrokerId[];
}

/** One row for each partition asked, in the same order. */
export interface PartitionsAltered {
  readonly partitions: readonly PartitionAltered[];
}

/** Who leads the quorum, as one controller knows it. */
export interface LeaderOfQuorum {
  /** The controller that answers. */
  readonly nodeId: BrokerId;
  /** -1 when it knows of none. */
  readonly leaderId: BrokerId;
  readonly leaderEpoch: LeaderEpoch;
  /** Whether the one that answers decides. */
  readonly isActive: boolean;
}

/**
 * What the controller quorum serves to brokers and coordinators. A standby refuses all but
 * `fetchMetadata`, `fetchSnapshot` and `quorumLeader` with NOT_CONTROLLER, and then nothing was done. A controller that stops
 * being the active one refuses what it has not answered with NETWORK_EXCEPTION, as if the link had broken: the outcome is
 * unknown.
 */
export interface ControllerService {
  registerBroker(request: BrokerRegistration, call: CallOptions): Promise<BrokerRegistered>;
  heartbeat(request: BrokerHeartbeat, call: CallOptions): Promise<BrokerHeartbeatAnswer>;
  forward(request: Envelope, call: CallOptions): Promise<EnvelopeAnswer>;
  fetchMetadata(request: MetadataFetch, call: CallOptions): Promise<MetadataFetched>;
  fetchSnapshot(request: SnapshotFetch, call: CallOptions): Promise<SnapshotFetched>;
  allocateProducerIds(request: ProducerIdsBlockRequest, call: CallOptions): Promise<ProducerIdsBlock>;
  /** Answers once the new epoch is committed. Refuses with STALE_BROKER_EPOCH, UNKNOWN_TOPIC_OR_PARTITION, NOT_LEADER_OR_FOLLOWER or FENCED_LEADER_EPOCH. */
  bumpLeaderEpoch(request: LeaderEpochBump, call: CallOptions): Promise<LeaderEpochBumped>;
  /** Answers once the changes are committed. Refuses with STALE_BROKER_EPOCH as a whole; each partition has its own code. */
  alterPartitions(request: PartitionsAlteration, call: CallOptions): Promise<PartitionsAltered>;
  /** Answers at once, on a standby too. */
  quorumLeader(request: Record<never, never>, call: CallOptions): Promise<LeaderOfQuorum>;
}

export interface BrokerIdentity {
  readonly brokerId: BrokerId;
  /** Changes with each start of the process. */
  readonly incarnationId: Uuid;
}

/** Served by a broker at its plane end point to a controller, which dials when it has to know whether the broker lives. */
export interface BrokerService {
  identify(request: Record<never, never>, call: CallOptions): Promise<BrokerIdentity>;
}

/** What an asker serves to the controller: nothing yet. */
export type ControllerClientService = Record<never, never>;
