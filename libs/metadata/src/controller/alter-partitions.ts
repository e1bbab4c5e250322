import { ErrorCode, KafkaError, type BrokerId } from '@ottla/model';
import type { PartitionAlteration, PartitionAltered, PartitionsAlteration, PartitionsAltered } from '@ottla/rpc';
import type { MetadataImage } from '../image/image.ts';
import type { PartitionImage } from '../image/partition.ts';
import type { MetadataRecord } from '../records/metadata-record.ts';
import type { ControlState, Decision } from './decision.ts';
import { partitionChange } from './partition-change.ts';
import { electionOf } from './partition-election.ts';
import { canLead, PartitionRules } from './partition-rules.ts';

/**
 * AlterPartition (KIP-497): the leader's own view of who is in sync, taken over only on top of the state that it knew,
 * and only with replicas that can be counted on: alive, and in the incarnation that the leader saw fetch (KIP-903).
 * Leader and leader epoch stay, unless the new ISR completes a reassignment, or is without the leader: one that cannot
 * write (its disk is full, or failed) gives the partition up to the others so, and is eligible no more until it is in sync
 * again. Throws KafkaError(STALE_BROKER_EPOCH).
 */
export function alterPartitions(state: ControlState, request: PartitionsAlteration): Decision<PartitionsAltered> {
  const { image } = state;
  const { brokerId, brokerEpoch } = request;
  const rules = new PartitionRules(state);
  if (image.brokers.get(brokerId)?.epoch !== brokerEpoch) throw new KafkaError(ErrorCode.STALE_BROKER_EPOCH);
  const records: MetadataRecord[] = [];
  const changed = new Set<string>();
  const partitions = request.partitions.map((asked): PartitionAltered => {
    const { topicId, partition: partitionId, newIsr } = asked;
    const topic = image.topics.getById(topicId);
    const partition = topic?.partitions[partitionId];
    if (topic === undefined || partition === undefined) return refused(asked, ErrorCode.UNKNOWN_TOPIC_ID);
    const key = `${topicId}:${partitionId}`;
    // The second change of one partition would stand on a state that the first one ends.
    const errorCode = changed.has(key) ? ErrorCode.INVALID_UPDATE_VERSION : refusal(image, brokerId, partition, asked);
    if (errorCode !== ErrorCode.NONE) return refused(asked, errorCode);
    const isr = newIsr.map((replica) => replica.brokerId);
    const change = partitionChange(rules, { topic, index: partitionId, partition }, {
      isr,
      ...(isr.includes(brokerId) ? { isRecovered: true } : { lostRecords: brokerId }),
      election: electionOf(rules, topic),
      canLead: (broker) => canLead(image, broker, partition),
    });
    const { leaderEpoch, partitionEpoch } = partition;
    if (change === undefined) return { topicId, partition: partitionId, errorCode, leaderEpoch, partitionEpoch, isr: partition.isr };
    changed.add(key);
    records.push(change.record);
    return {
      topicId, partition: partitionId, errorCode,
      leaderEpoch: change.newLeaderEpoch ? leaderEpoch + 1 : leaderEpoch,
      partitionEpoch: partitionEpoch + 1,
      isr: change.isr,
    };
  });
  return { records, response: { partitions } };
}

function refused({ topicId, partition }: PartitionAlteration, errorCode: ErrorCode): PartitionAltered {
  return { topicId, partition, errorCode, leaderEpoch: -1, partitionEpoch: -1, isr: [] };
}

function refusal(image: MetadataImage, brokerId: BrokerId, partition: PartitionImage, asked: PartitionAlteration): ErrorCode {
  if (asked.leaderEpoch > partition.leaderEpoch || asked.partitionEpoch > partition.partitionEpoch) return ErrorCode.NOT_CONTROLLER;
  if (asked.leaderEpoch < partition.leaderEpoch) return ErrorCode.FENCED_LEADER_EPOCH;
  if (partition.leader !== brokerId) return ErrorCode.INVALID_REQUEST;
  if (asked.partitionEpoch < partition.partitionEpoch) return ErrorCode.INVALID_UPDATE_VERSION;
  const members = new Set(asked.newIsr.map((replica) => replica.brokerId));
  if (members.size !== asked.newIsr.length || members.size === 0) return ErrorCode.INVALID_REQUEST;
  if (![...members].every((member) => partition.replicas.includes(member))) return ErrorCode.INVALID_REQUEST;
  // A member that stays may be gone by now; the controller takes it out itself when it fences it.
  const joining = asked.newIsr.filter((replica) => !partition.isr.includes(replica.brokerId));
  if (!members.has(brokerId)) return givenUp(image, partition, members, joining.length);
  return joining.every((replica) => isEligible(image, replica)) ? ErrorCode.NONE : ErrorCode.INELIGIBLE_REPLICA;
}

/** A leader leaves to those that are in sync by now, when one of them can lead at once: better one that only serves reads than none. */
function givenUp(image: MetadataImage, partition: PartitionImage, members: ReadonlySet<BrokerId>, joining: number): ErrorCode {
  if (joining > 0) return ErrorCode.INVALID_REQUEST;
  return [...members].some((member) => canLead(image, member, partition)) ? ErrorCode.NONE : ErrorCode.INELIGIBLE_REPLICA;
}

function isEligible(image: MetadataImage, { brokerId, brokerEpoch }: PartitionAlteration['newIsr'][number]): boolean {
  const broker = image.brokers.get(brokerId);
  return broker !== undefined && !broker.fenced && !broker.inControlledShutdown && broker.epoch === brokerEpoch;
}
