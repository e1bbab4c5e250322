import { ErrorCode, errorCodeOf, NO_OFFSET } from '@ottla/model';
import type { ApiKeys } from '@ottla/protocol';
import type { Handler } from './handler.ts';
import type { TopicResolver } from './topics.ts';

/** DeleteRecords: moves the log start offset of each partition; the files go with the next retention check. */
export function deleteRecordsHandler(topics: TopicResolver): Handler<typeof ApiKeys.DeleteRecords> {
  return ({ request, respond }) => {
    const deleteTo = (name: string, index: number, offset: number): { readonly lowWatermark: number; readonly errorCode: ErrorCode } => {
      const { partition, error } = topics.partition(topics.topic(false, name, ''), index, false);
      if (partition === undefined) return { lowWatermark: NO_OFFSET, errorCode: error };
      try {
        return { lowWatermark: partition.deleteRecordsTo(offset), errorCode: ErrorCode.NONE };
      } catch (failure) {
        return { lowWatermark: NO_OFFSET, errorCode: errorCodeOf(failure) };
      }
    };
    respond({
      throttleTimeMs: 0,
      topics: request.topics.map(({ name, partitions }) => ({
        name,
        partitions: partitions.map(({ partitionIndex, offset }) => ({ partitionIndex, ...deleteTo(name, partitionIndex, offset) })),
      })),
    });
  };
}
