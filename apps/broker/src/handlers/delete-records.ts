import { ErrorCode, errorCodeOf, isInternalTopic, NO_OFFSET } from '@ottla/model';
import type { ApiKeys } from '@ottla/protocol';
import type { DeleteEntry, ReplicaManager } from '@ottla/replication';
import type { Handler } from './handler.ts';
import { inTable } from './request-table.ts';
import type { TopicResolver } from './topics.ts';

/**
 * DeleteRecords: moves the log start offset of each partition, and answers when the live replicas followed; the files go
 * with the next retention check.
 */
export function deleteRecordsHandler(topics: TopicResolver, replicas: Pick<ReplicaManager, 'awaitDeleted'>): Handler<typeof ApiKeys.DeleteRecords> {
  return ({ request, respond }) => {
    const begun = (name: string, index: number, offset: number): DeleteEntry => {
      if (isInternalTopic(name)) return { partition: undefined, error: ErrorCode.INVALID_TOPIC_EXCEPTION, target: NO_OFFSET };
      const { partition, error } = topics.partition(topics.topic(false, name, ''), index, false);
      if (partition === undefined) return { partition, error, target: NO_OFFSET };
      try {
        return { partition, error, target: partition.deleteRecordsTo(offset) };
      } catch (failure) {
        return { partition: undefined, error: errorCodeOf(failure), target: NO_OFFSET };
      }
    };
    const asked = inTable(request.topics);
    const entries = asked.flatMap(({ name, partitions }) => partitions.map(({ partitionIndex, offset }) => begun(name, partitionIndex, offset)));
    replicas.awaitDeleted(entries, request.timeoutMs, (results) => {
      let next = 0;
      respond({
        throttleTimeMs: 0,
        topics: asked.map(({ name, partitions }) => ({
          name,
          partitions: partitions.map(({ partitionIndex }) => {
            const result = results[next++];
            return { partitionIndex, lowWatermark: result?.lowWatermark ?? NO_OFFSET, errorCode: result?.error ?? 0 };
          }),
        })),
      });
    });
  };
}
