/**
 * Numbers and names that must not be mixed up. Each is a plain number or string at run time; the phantom
 * `kind` makes the compiler refuse a LeaderEpoch where an Offset is wanted, while literals stay usable.
 */
type Kind<T, K extends string> = T & { readonly __kind?: K };

/** Position of a record in a partition log; 0 and up, or a negative sentinel named where it is used. */
export type Offset = Kind<number, 'Offset'>;
/** Term of a partition's (or the quorum's) leader; -1 when unknown. */
export type LeaderEpoch = Kind<number, 'LeaderEpoch'>;
/** Version of a partition's registration in the metadata log. */
export type PartitionEpoch = Kind<number, 'PartitionEpoch'>;
/** node.id of a broker or controller. */
export type BrokerId = Kind<number, 'BrokerId'>;
/** Metadata offset at which a broker incarnation was registered. */
export type BrokerEpoch = Kind<number, 'BrokerEpoch'>;
/** Id of an idempotent or transactional producer; -1 for none. */
export type ProducerId = Kind<number, 'ProducerId'>;
/** int16 epoch of a producer id; -1 for none. */
export type ProducerEpoch = Kind<number, 'ProducerEpoch'>;
/** Index of a partition in its topic. */
export type PartitionIndex = Kind<number, 'PartitionIndex'>;
/** Milliseconds since 1970 (UTC); -1 when absent. */
export type TimestampMs = Kind<number, 'TimestampMs'>;
/** 128-bit id in Kafka's text form: 22 characters of base64url without padding. */
export type Uuid = Kind<string, 'Uuid'>;

/** The all-zero id that stands for "no id" on the wire. */
export const ZERO_UUID: Uuid = 'AAAAAAAAAAAAAAAAAAAAAA';
/** Id of the metadata topic `__cluster_metadata`, fixed by Kafka. */
export const METADATA_TOPIC_ID: Uuid = 'AAAAAAAAAAAAAAAAAAAAAQ';

/** A partition by name. */
export interface TopicPartition {
  readonly topic: string;
  readonly partition: PartitionIndex;
}

/** `topic-partition`, the folder name of a partition and the key of maps. */
export function topicPartitionKey(topic: string, partition: PartitionIndex): string {
  return `${topic}-${partition}`;
}

export const NO_OFFSET: Offset = -1;
export const NO_LEADER_EPOCH: LeaderEpoch = -1;
export const NO_PRODUCER_ID: ProducerId = -1;
export const NO_PRODUCER_EPOCH: ProducerEpoch = -1;
export const NO_SEQUENCE = -1;
export const NO_TIMESTAMP: TimestampMs = -1;
export const NO_LEADER: BrokerId = -1;

/** Internal topics of Kafka that Ottla keeps too. */
export const OFFSETS_TOPIC = '__consumer_offsets';
export const TRANSACTION_STATE_TOPIC = '__transaction_state';
export const METADATA_TOPIC = '__cluster_metadata';
const internalTopics: ReadonlySet<string> = new Set([OFFSETS_TOPIC, TRANSACTION_STATE_TOPIC]);

/** Whether clients see `topic` flagged as internal and may not produce to it. */
export function isInternalTopic(topic: string): boolean {
  return internalTopics.has(topic);
}
