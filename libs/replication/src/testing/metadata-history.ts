import type { BrokerId, LeaderEpoch, Offset, PartitionIndex, Uuid } from '@ottla/model';
import { ConfigResourceType, metadataRecord, type MetadataRecord } from '@ottla/metadata';

export interface HistoryBatch {
  readonly baseOffset: Offset;
  readonly lastOffset: Offset;
  readonly epoch: LeaderEpoch;
  readonly timestamp: number;
  readonly records: readonly Uint8Array[];
}

/** A committed metadata log, written by the test as a controller would. */
export class MetadataHistory {
  readonly batches: HistoryBatch[] = [];
  #nextOffset = 0;

  commit(records: readonly MetadataRecord[]): HistoryBatch {
    const baseOffset = this.#nextOffset;
    this.#nextOffset += records.length;
    const batch = { baseOffset, lastOffset: this.#nextOffset - 1, epoch: 1, timestamp: 1_000, records: records.map(({ bytes }) => bytes) };
    this.batches.push(batch);
    return batch;
  }
}

export interface PartitionFacts {
  readonly replicas?: readonly BrokerId[];
  readonly isr?: readonly BrokerId[];
  readonly leader?: BrokerId;
  readonly leaderEpoch?: LeaderEpoch;
}

/** A new topic, all of whose partitions are alike. */
export function topicRecords(name: string, topicId: Uuid, partitions = 1, facts: PartitionFacts = {}): MetadataRecord[] {
  const { replicas = [1], isr = replicas, leader = isr[0] ?? -1, leaderEpoch = 0 } = facts;
  const records: MetadataRecord[] = [metadataRecord(2, { name, topicId })];
  for (let partitionId = 0; partitionId < partitions; partitionId++) {
    records.push(metadataRecord(3, { partitionId, topicId, replicas: [...replicas], isr: [...isr], removingReplicas: [], addingReplicas: [], leader, leaderEpoch, partitionEpoch: 0 }));
  }
  return records;
}

/** A change of one partition; a `leader` begins a new leader epoch. */
export function partitionChange(topicId: Uuid, partitionId: PartitionIndex, { replicas, isr, leader }: PartitionFacts): MetadataRecord {
  return metadataRecord(5, {
    topicId,
    partitionId,
    ...(replicas === undefined ? {} : { replicas: [...replicas] }),
    ...(isr === undefined ? {} : { isr: [...isr] }),
    ...(leader === undefined ? {} : { leader }),
  });
}

export function removeTopic(topicId: Uuid): MetadataRecord {
  return metadataRecord(9, { topicId });
}

export function topicConfig(resourceName: string, name: string, value: string): MetadataRecord {
  return metadataRecord(4, { resourceType: ConfigResourceType.TOPIC, resourceName, name, value });
}
