import { ErrorCode, errorCodeOf, NO_OFFSET, NO_TIMESTAMP } from '@ottla/model';
import type { ApiKeys, ListOffsetsPartition, ListOffsetsResponseInput } from '@ottla/protocol';
import { ListOffsetsTimestamp } from '@ottla/replication';
import type { Handler } from './handler.ts';
import { inTable } from './request-table.ts';
import type { Resolved, TopicResolver } from './topics.ts';

const READ_COMMITTED = 1;

type PartitionResponse = ListOffsetsResponseInput['topics'][number]['partitions'][number];

/** First version in which each special timestamp may be asked (KIP-734, KIP-405, KIP-1005, KIP-1023). */
function isAskable(timestamp: number, version: number): boolean {
  if (timestamp >= 0) return true;
  switch (timestamp) {
    case ListOffsetsTimestamp.LATEST:
    case ListOffsetsTimestamp.EARLIEST:
      return true;
    case ListOffsetsTimestamp.MAX_TIMESTAMP:
      return version >= 7;
    case ListOffsetsTimestamp.EARLIEST_LOCAL:
      return version >= 8;
    case ListOffsetsTimestamp.LATEST_TIERED:
      return version >= 9;
    case ListOffsetsTimestamp.EARLIEST_PENDING_UPLOAD:
      return version >= 11;
    default:
      return false;
  }
}

/** ListOffsets: each partition by itself; one named twice in a request is refused, as Kafka does. */
export function listOffsetsHandler(topics: TopicResolver): Handler<typeof ApiKeys.ListOffsets> {
  return ({ request, version, respond }) => {
    const seen = new Set<string>();
    const twice = new Set<string>();
    for (const { name, partitions } of request.topics) {
      for (const { partitionIndex } of partitions) {
        const key = `${name}:${partitionIndex}`;
        if (seen.has(key)) twice.add(key);
        seen.add(key);
      }
    }
    const answer = (name: string, partition: ListOffsetsPartition): PartitionResponse => {
      const failed = (errorCode: ErrorCode): PartitionResponse => ({
        partitionIndex: partition.partitionIndex,
        errorCode,
        timestamp: NO_TIMESTAMP,
        offset: NO_OFFSET,
        leaderEpoch: -1,
      });
      if (twice.has(`${name}:${partition.partitionIndex}`)) return failed(ErrorCode.INVALID_REQUEST);
      if (!isAskable(partition.timestamp, version)) return failed(ErrorCode.UNSUPPORTED_VERSION);
      const resolved = topics.partition(topics.topic(false, name, ''), partition.partitionIndex, false);
      return answerPartition(resolved, partition, request.isolationLevel === READ_COMMITTED, failed);
    };
    respond({
      throttleTimeMs: 0,
      topics: inTable(request.topics).map(({ name, partitions }) => ({ name, partitions: partitions.map((partition) => answer(name, partition)) })),
    });
  };
}

function answerPartition({ partition: led, error }: Resolved, partition: ListOffsetsPartition, readCommitted: boolean, failed: (code: ErrorCode) => PartitionResponse): PartitionResponse {
  if (led === undefined) return failed(error);
  try {
    led.checkLeader(partition.currentLeaderEpoch);
    const found = led.offsetForTimestamp(partition.timestamp, readCommitted);
    return { partitionIndex: partition.partitionIndex, errorCode: ErrorCode.NONE, ...found };
  } catch (failure) {
    return failed(errorCodeOf(failure));
  }
}
