import type { BrokerId } from '@ottla/model';
import type { BrokerImage, MetadataImage } from '../image/image.ts';
import type { TopicImage } from '../image/topics.ts';
import type { MetadataRecord } from '../records/metadata-record.ts';
import type { ControlState } from './decision.ts';
import { partitionChange, type ChangedPartition, type Election } from './partition-change.ts';
import { canLead, holdsReplica, PartitionRules } from './partition-rules.ts';

type Facts = Pick<ControlState, 'image' | 'config'>;

/**
 * The changes that take `broker` out of every partition: it leaves each ISR, and what it led goes to the first live
 * member left. With `lostRecords`, what it acknowledged may be gone, so that it is not eligible to lead any more either.
 */
export function changesWithout(state: Facts, broker: BrokerId, lostRecords = false): MetadataRecord[] {
  const rules = new PartitionRules(state);
  const records: MetadataRecord[] = [];
  for (const changed of partitionsOn(state.image, broker)) {
    const record = changeWithout(rules, changed, broker, lostRecords);
    if (record !== undefined) records.push(record);
  }
  return records;
}

/** The change that takes `broker` out of one partition, see `changesWithout`; undefined when it is out of it. */
export function changeWithout(rules: PartitionRules, changed: ChangedPartition, broker: BrokerId, lostRecords = false): MetadataRecord | undefined {
  const { topic, partition } = changed;
  const isConcerned = partition.isr.includes(broker) || partition.leader === broker || (lostRecords && partition.elr.includes(broker));
  if (!isConcerned) return undefined;
  const change = partitionChange(rules, changed, {
    isr: partition.isr.filter((member) => member !== broker),
    election: electionOf(rules, topic),
    canLead: (candidate) => candidate !== broker && canLead(rules.image, candidate, partition),
    ...(lostRecords ? { lostRecords: broker } : {}),
  });
  return change?.record;
}

/** The changes that make `broker`, which is back, the leader of partitions that have none and that it may lead. */
export function changesWith(state: Facts, broker: BrokerImage): MetadataRecord[] {
  const rules = new PartitionRules(state);
  const records: MetadataRecord[] = [];
  for (const changed of partitionsOn(state.image, broker.id)) {
    const { topic, partition } = changed;
    if (partition.hasLeader) continue;
    const isBack = (candidate: BrokerId): boolean => candidate === broker.id && holdsReplica(broker, partition);
    const change = partitionChange(rules, changed, {
      election: electionOf(rules, topic),
      canLead: (candidate) => isBack(candidate) || canLead(state.image, candidate, partition),
    });
    if (change !== undefined) records.push(change.record);
  }
  return records;
}

/** What a topic allows where a leader must be found without anybody asking for it. */
export function electionOf(rules: PartitionRules, topic: TopicImage): Election {
  return rules.allowsUnclean(topic.name) ? 'unclean' : 'online';
}

/** Partitions with a replica on `broker`. May be taken in several turns: topics that are deleted meanwhile are passed over. */
export function* partitionsOn({ topics }: MetadataImage, broker: BrokerId): Generator<ChangedPartition, undefined> {
  for (const topic of topics.onBroker(broker).keys()) {
    for (let index = 0; index < topic.partitions.length; index++) {
      const partition = topic.partitions[index];
      if (partition === undefined || !partition.replicas.includes(broker)) continue;
      if (topics.getById(topic.id) !== topic) break;
      yield { topic, index, partition };
    }
  }
}
