import { ErrorCode, errorCodeOf, NO_OFFSET } from '@ottla/model';
import type { ApiKeys, OffsetForLeaderEpochResponseInput } from '@ottla/protocol';
import type { Handler } from './handler.ts';
import type { TopicResolver } from './topics.ts';

type PartitionResponse = OffsetForLeaderEpochResponseInput['topics'][number]['partitions'][number];

/** OffsetForLeaderEpoch: where an epoch ended, so that a client finds out whether its log parted from ours (KIP-320). */
export function offsetForLeaderEpochHandler(topics: TopicResolver): Handler<typeof ApiKeys.OffsetForLeaderEpoch> {
  return ({ request, respond }) => {
    const answer = (topic: string, partition: number, currentLeaderEpoch: number, leaderEpoch: number): PartitionResponse => {
      const failed = (errorCode: ErrorCode): PartitionResponse => ({ errorCode, partition, leaderEpoch: -1, endOffset: NO_OFFSET });
      const resolved = topics.partition(topics.topic(false, topic, ''), partition, false);
      if (resolved.partition === undefined) return failed(resolved.error);
      try {
        return { errorCode: ErrorCode.NONE, partition, ...resolved.partition.endOffsetForEpoch(currentLeaderEpoch, leaderEpoch) };
      } catch (failure) {
        return failed(errorCodeOf(failure));
      }
    };
    respond({
      throttleTimeMs: 0,
      topics: request.topics.map(({ topic, partitions }) => ({
        topic,
        partitions: partitions.map(({ partition, currentLeaderEpoch, leaderEpoch }) => answer(topic, partition, currentLeaderEpoch, leaderEpoch)),
      })),
    });
  };
}
