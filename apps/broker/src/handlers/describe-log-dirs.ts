import { ErrorCode } from '@ottla/model';
import type { ApiKeys } from '@ottla/protocol';
import type { ReplicaManager } from '@ottla/replication';
import type { Handler } from './handler.ts';

export interface DescribeLogDirsOptions {
  readonly replicas: ReplicaManager;
  /** Absolute path of the one log folder. */
  readonly logDir: string;
  readonly space: () => { readonly freeBytes: number; readonly totalBytes: number };
}

/** DescribeLogDirs: sizes of the partitions in the folder; one without a file yet has the size 0. */
export function describeLogDirsHandler({ replicas, logDir, space }: DescribeLogDirsOptions): Handler<typeof ApiKeys.DescribeLogDirs> {
  return ({ request, respond }) => {
    const wanted = request.topics === null ? undefined : new Map(request.topics.map(({ topic, partitions }) => [topic, new Set(partitions)]));
    const topics = new Map<string, { partitionIndex: number; partitionSize: number; offsetLag: number; isFutureKey: boolean }[]>();
    for (const { topic, partition, log } of replicas.partitions()) {
      if (wanted !== undefined && wanted.get(topic)?.has(partition) !== true) continue;
      let partitions = topics.get(topic);
      if (partitions === undefined) topics.set(topic, (partitions = []));
      partitions.push({ partitionIndex: partition, partitionSize: log.sizeBytes, offsetLag: Math.max(0, log.highWatermark - log.logEndOffset), isFutureKey: false });
    }
    const { freeBytes, totalBytes } = space();
    respond({
      throttleTimeMs: 0,
      errorCode: ErrorCode.NONE,
      results: [
        {
          errorCode: ErrorCode.NONE,
          logDir,
          topics: [...topics].map(([name, partitions]) => ({ name, partitions })),
          totalBytes,
          usableBytes: freeBytes,
          isCordoned: false,
        },
      ],
    });
  };
}
