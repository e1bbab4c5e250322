import type { BrokerId } from '@ottla/model';
import type { BrokerImage } from '../image/image.ts';
import type { PartitionImage } from '../image/partition.ts';
import type { TopicImage } from '../image/topics.ts';
import type { MetadataRecord } from '../records/metadata-record.ts';
import type { ControlState } from './decision.ts';
import { partitionChange, type Election } from './partition-change.ts';
import { canLead, holdsReplica, PartitionRules } from './partition-rules.ts';

type Facts = Pick<ControlState, 'image' | 'config'>;

/**
 * The changes that take `broker` out of every partition: it leaves each ISR, and what it led goes to the first live
 * member left. With `lostRecords`, what it acknowledged may be gone, so that it is not eligible to lead any more either.
 */
export function changesWithout(state: Facts, broker: BrokerId, lostRecords = false): MetadataRecord[] {
  const rules = new PartitionRules(state);
  const records: MetadataRecord[] = [];
  forEachPartition(state, broker, (topic, index, partition) => {
    const isConcerned = partition.isr.includes(broker) || partition.leader === broker || (lostRecords && partition.elr.includes(broker));
    if (!isConcerned) return;
    const change = partitionChange(rules, { topic, index, partition }, {
      isr: partition.isr.filter((member) => member !== broker),
      election: electionOf(rules, topic),
      canLead: (candidate) => candidate !== broker && canLead(state.image, candidate, partition),
      ...(lostRecords ? { lostRecords: broker } : {}),
    });
    if (change !== undefined) records.push(change.record);
  });
  return records;
}

/** The changes that make `broker`, which is back, the leader of partitions that have none and that it may lead. */
export function changesWith(state: Facts, broker: BrokerImage): MetadataRecord[] {
  const rules = new PartitionRules(state);
  const records: MetadataRecord[] = [];
  forEachPartition(state, broker.id, (topic, index, partition) => {
    if (partition.hasLeader) return;
    const isBack = (candidate: BrokerId): boolean => candidate === broker.id && holdsReplica(broker, partition);
    const change = partitionChange(rules, { topic, index, partition }, {
      election: electionOf(rules, topic),
      canLead: (candidate) => isBack(candidate) || canLead(state.image, candidate, partition),
    });
    if (change !== undefined) records.push(change.record);
  });
  return records;
}

/** What a topic allows where a leader must be found without anybody asking for it. */
export function electionOf(rules: PartitionRules, topic: TopicImage): Election {
  return rules.allowsUnclean(topic.name) ? 'unclean' : 'online';
}

function forEachPartition({ image }: Facts, broker: BrokerId, visit: (topic: TopicImage, index: number, partition: PartitionImage) => void): void {
  for (const topic of image.topics.onBroker(broker).keys()) {
    for (const [index, partition] of topic.partitions.entries()) {
      if (partition.replicas.includes(broker)) visit(topic, index, partition);
    }
  }
}
