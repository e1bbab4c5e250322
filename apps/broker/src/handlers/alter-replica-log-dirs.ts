import type { MetadataImage } from '@ottla/metadata';
import { ErrorCode, type PartitionIndex } from '@ottla/model';
import type { AlterReplicaLogDirsResponseInput, ApiKeys } from '@ottla/protocol';
import type { ReplicaManager } from '@ottla/replication';
import type { Handler } from './handler.ts';

type PartitionResult = AlterReplicaLogDirsResponseInput['results'][number]['partitions'][number];

export interface AlterReplicaLogDirsOptions {
  readonly image: () => MetadataImage;
  readonly replicas: Pick<ReplicaManager, 'partition'>;
  /** Absolute path of the one log folder. */
  readonly logDir: string;
}

/** AlterReplicaLogDirs (KIP-113) of a broker with one folder: a replica is where it is to go, or there is no such folder. */
export function alterReplicaLogDirsHandler({ image, replicas, logDir }: AlterReplicaLogDirsOptions): Handler<typeof ApiKeys.AlterReplicaLogDirs> {
  const codeOf = (path: string, topic: string, partition: number): ErrorCode => {
    if (asJavaNames(path) !== logDir) return ErrorCode.LOG_DIR_NOT_FOUND;
    if (replicas.partition(topic, partition as PartitionIndex) !== undefined) return ErrorCode.NONE;
    return image().topics.get(topic)?.partitions[partition] === undefined ? ErrorCode.UNKNOWN_TOPIC_OR_PARTITION : ErrorCode.REPLICA_NOT_AVAILABLE;
  };
  return ({ request, respond }) => {
    // A partition that is named twice goes where the last mention says.
    const topics = new Map<string, Map<number, PartitionResult>>();
    for (const { path, topics: named } of request.dirs) {
      for (const { name, partitions } of named) {
        const results = topics.get(name) ?? new Map<number, PartitionResult>();
        topics.set(name, results);
        for (const index of partitions) results.set(index, { partitionIndex: index, errorCode: codeOf(path, name, index) });
      }
    }
    respond({ throttleTimeMs: 0, results: [...topics].map(([topicName, partitions]) => ({ topicName, partitions: [...partitions.values()] })) });
  };
}

/** As java.io.File has a path: without slashes at its end, or twice in a row. */
function asJavaNames(path: string): string {
  return path.replaceAll(/\/+/g, '/').replace(/(?<=.)\/$/, '');
}
