import { ErrorCode, KafkaError } from '@ottla/model';
import type { LeaderEpochBump, LeaderEpochBumped } from '@ottla/rpc';
import { metadataRecord, MetadataRecordType } from '../records/metadata-record.ts';
import type { ControlState, Decision } from './decision.ts';

/**
 * Ends a leader epoch under the same leader: a partition change that names the leader there is. Only the leader itself,
 * in its current incarnation and in the partition's current epoch, may ask.
 */
export function bumpLeaderEpoch({ image }: ControlState, request: LeaderEpochBump): Decision<LeaderEpochBumped> {
  const { brokerId, brokerEpoch, topicId, partition: partitionId, leaderEpoch } = request;
  if (image.brokers.get(brokerId)?.epoch !== brokerEpoch) throw new KafkaError(ErrorCode.STALE_BROKER_EPOCH);
  const partition = image.topics.getById(topicId)?.partitions[partitionId];
  if (partition === undefined) throw new KafkaError(ErrorCode.UNKNOWN_TOPIC_OR_PARTITION);
  if (partition.leader !== brokerId) throw new KafkaError(ErrorCode.NOT_LEADER_OR_FOLLOWER, `broker ${partition.leader} leads the partition, not ${brokerId}`);
  if (partition.leaderEpoch !== leaderEpoch) {
    throw new KafkaError(ErrorCode.FENCED_LEADER_EPOCH, `the partition's leader epoch is ${partition.leaderEpoch}, not ${leaderEpoch}`);
  }
  const record = metadataRecord(MetadataRecordType.PARTITION_CHANGE, { topicId, partitionId, leader: brokerId });
  return { records: [record], response: { leaderEpoch: leaderEpoch + 1 } };
}
