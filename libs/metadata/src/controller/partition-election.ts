import type { BrokerId } from '@ottla/model';
import type { BrokerImage, MetadataImage } from '../image/image.ts';
import { DIRECTORY_LOST, DIRECTORY_MIGRATING, DIRECTORY_UNASSIGNED, type PartitionImage } from '../image/partition.ts';
import type { TopicImage } from '../image/topics.ts';
import { metadataRecord, MetadataRecordType, type MetadataRecord } from '../records/metadata-record.ts';

/** PartitionChangeRecord.leader: leader and leader epoch stay. */
const LEADER_STAYS = -2;
const NO_LEADER: BrokerId = -1;

/**
 * The changes that take `broker` out of every partition: it leaves each ISR that has another member, and what it led
 * goes to the first live member left. An ISR is never emptied: its last member is the one that has the records.
 * A broker that led alone leads no more, so that its return is a new leader epoch.
 */
export function changesWithout(image: MetadataImage, broker: BrokerId): MetadataRecord[] {
  const records: MetadataRecord[] = [];
  forEachPartition(image, broker, (topic, partitionId, partition) => {
    const isInSync = partition.isr.includes(broker);
    const isr = isInSync && partition.isr.length > 1 ? partition.isr.filter((member) => member !== broker) : partition.isr;
    const leader = partition.leader === broker ? electedLeader(image, partition, isr, broker) : LEADER_STAYS;
    if (leader === LEADER_STAYS && isr === partition.isr) return;
    records.push(
      metadataRecord(MetadataRecordType.PARTITION_CHANGE, {
        partitionId,
        topicId: topic.id,
        ...(isr === partition.isr ? {} : { isr }),
        leader,
      }),
    );
  });
  return records;
}

/** The changes that make `broker`, which is back, the leader of partitions in its ISRs that have none. */
export function changesWith(image: MetadataImage, broker: BrokerImage): MetadataRecord[] {
  const records: MetadataRecord[] = [];
  forEachPartition(image, broker.id, (topic, partitionId, partition) => {
    if (partition.hasLeader || !partition.isr.includes(broker.id) || !holdsReplica(broker, partition)) return;
    records.push(metadataRecord(MetadataRecordType.PARTITION_CHANGE, { partitionId, topicId: topic.id, leader: broker.id }));
  });
  return records;
}

/** The first of the replicas that is in sync, alive and has its log; -1 when there is none. */
function electedLeader(image: MetadataImage, partition: PartitionImage, isr: readonly BrokerId[], leaving: BrokerId): BrokerId {
  for (const candidate of partition.replicas) {
    if (candidate === leaving || !isr.includes(candidate)) continue;
    const registered = image.brokers.get(candidate);
    if (registered === undefined || registered.fenced || registered.inControlledShutdown) continue;
    if (holdsReplica(registered, partition)) return candidate;
  }
  return NO_LEADER;
}

/** Whether the log folder that holds the broker's replica is there, as far as the controller knows. */
function holdsReplica(broker: BrokerImage, partition: PartitionImage): boolean {
  const folder = partition.directoryOf(broker.id);
  if (folder === DIRECTORY_LOST) return false;
  return folder === DIRECTORY_UNASSIGNED || folder === DIRECTORY_MIGRATING || broker.logDirs.includes(folder);
}

function forEachPartition(image: MetadataImage, broker: BrokerId, visit: (topic: TopicImage, partitionId: number, partition: PartitionImage) => void): void {
  for (const topic of image.topics.onBroker(broker).keys()) {
    for (const [partitionId, partition] of topic.partitions.entries()) {
      if (partition.replicas.includes(broker)) visit(topic, partitionId, partition);
    }
  }
}
