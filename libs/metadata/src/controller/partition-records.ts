import { ErrorCode, KafkaError, type BrokerId, type PartitionIndex, type Uuid } from '@ottla/model';
import type { MetadataImage } from '../image/image.ts';
import { DIRECTORY_UNASSIGNED } from '../image/partition.ts';
import { metadataRecord, MetadataRecordType, type MetadataRecord } from '../records/metadata-record.ts';
import type { ControllerConfig } from './controller-config.ts';

/** The record of a new partition: led by the first live replica, all live replicas in sync. Throws KafkaError(INVALID_REPLICA_ASSIGNMENT) when none is live. */
export function newPartitionRecord(image: MetadataImage, topicId: Uuid, partitionId: PartitionIndex, replicas: readonly BrokerId[]): MetadataRecord {
  const isr = replicas.filter((broker) => isUsable(image, broker));
  const leader = isr[0];
  if (leader === undefined) {
    const refusal = `All brokers specified in the manual partition assignment for partition ${partitionId} are fenced or in controlled shutdown.`;
    throw new KafkaError(ErrorCode.INVALID_REPLICA_ASSIGNMENT, refusal);
  }
  return metadataRecord(MetadataRecordType.PARTITION, {
    partitionId,
    topicId,
    replicas,
    isr,
    removingReplicas: [],
    addingReplicas: [],
    leader,
    leaderEpoch: 0,
    partitionEpoch: 0,
    directories: replicas.map((broker) => newReplicaDirectory(image, broker)),
  });
}

/** A replica goes to the only log folder of its broker; where there are several, the broker chooses and tells. */
export function newReplicaDirectory(image: MetadataImage, broker: BrokerId): Uuid {
  const registered = image.brokers.get(broker);
  const folders = registered?.logDirs.filter((folder) => !registered.cordonedLogDirs.includes(folder)) ?? [];
  return folders.length === 1 ? (folders[0] as Uuid) : DIRECTORY_UNASSIGNED;
}

/** Whether new partitions may count on `broker`. */
export function isUsable(image: MetadataImage, broker: BrokerId): boolean {
  const registered = image.brokers.get(broker);
  return registered !== undefined && !registered.fenced && !registered.inControlledShutdown;
}

/** Throws KafkaError(INVALID_REPLICATION_FACTOR) when partitions cannot have this many replicas in any cluster of this version. */
export function checkReplicationFactor({ maxReplicationFactor }: ControllerConfig, replicationFactor: number): void {
  if (replicationFactor <= maxReplicationFactor) return;
  throw new KafkaError(ErrorCode.INVALID_REPLICATION_FACTOR, `replication factor ${replicationFactor} is more than this version of Ottla can keep: ${maxReplicationFactor}`);
}

/** Throws KafkaError(INVALID_REPLICA_ASSIGNMENT) when no partition can have these replicas; `replicationFactor` is that of the partitions before it. */
export function checkReplicas(image: MetadataImage, replicas: readonly BrokerId[], replicationFactor: number | undefined): void {
  const refuse = (why: string): never => {
    throw new KafkaError(ErrorCode.INVALID_REPLICA_ASSIGNMENT, why);
  };
  if (replicas.length === 0) refuse('The manual partition assignment includes an empty replica list.');
  const seen = new Set<BrokerId>();
  for (const broker of replicas) {
    if (!image.brokers.has(broker)) refuse(`The manual partition assignment includes broker ${broker}, but no such broker is registered.`);
    if (seen.has(broker)) refuse(`The manual partition assignment includes the broker ${broker} more than once.`);
    seen.add(broker);
  }
  if (replicationFactor !== undefined && replicas.length !== replicationFactor) {
    refuse(
      `The manual partition assignment includes a partition with ${replicas.length} replica(s), but this is not consistent with previous partitions, which have ${replicationFactor} replica(s).`,
    );
  }
}
