import type { BrokerEpoch, BrokerId, Disk, Offset, TopicPartition, Uuid } from '@ottla/model';

/** Writes `content` so that a crash leaves the old file or the new one: temporary file, sync, rename, sync of the folder. */
export declare function writeFileAtomically(disk: Disk, path: string, content: Uint8Array): void;

/** Kafka's offset checkpoint (version 0): recovery-point-offset-checkpoint, replication-offset-checkpoint, log-start-offset-checkpoint, cleaner-offset-checkpoint. */
export declare function readOffsetCheckpoint(disk: Disk, path: string): Map<string, Offset>;
export declare function writeOffsetCheckpoint(disk: Disk, path: string, entries: Iterable<readonly [TopicPartition, Offset]>): void;

/** partition.metadata: version 0 and the topic id. undefined when there is no file. */
export declare function readPartitionMetadata(disk: Disk, path: string): Uuid | undefined;
export declare function writePartitionMetadata(disk: Disk, path: string, topicId: Uuid): void;

/** meta.properties of a log folder, version 1. */
export interface MetaProperties {
  readonly clusterId: string;
  readonly nodeId: BrokerId;
  readonly directoryId: Uuid;
}
/** undefined when there is no file; KafkaError(KAFKA_STORAGE_ERROR) that names what is wrong when it is malformed. */
export declare function readMetaProperties(disk: Disk, directory: string): MetaProperties | undefined;
export declare function writeMetaProperties(disk: Disk, directory: string, properties: MetaProperties): void;

/** The clean-shutdown file (`.kafka_cleanshutdown`): JSON with version and broker epoch. */
export declare function readCleanShutdownFile(disk: Disk, directory: string): { readonly brokerEpoch: BrokerEpoch } | undefined;
export declare function writeCleanShutdownFile(disk: Disk, directory: string, brokerEpoch: BrokerEpoch): void;
export declare function removeCleanShutdownFile(disk: Disk, directory: string): void;
