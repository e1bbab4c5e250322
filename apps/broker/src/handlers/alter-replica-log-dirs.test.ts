import { expect, it } from '@jest/globals';
import { MetadataImage } from '@ottla/metadata';
import { ErrorCode } from '@ottla/model';
import type { AlterReplicaLogDirsRequest, AlterReplicaLogDirsResponseInput } from '@ottla/protocol';
import type { Partition } from '@ottla/replication';
import { alterReplicaLogDirsHandler } from './alter-replica-log-dirs.ts';

/** A broker with /data, which has the partition t-0. */
function answered(dirs: AlterReplicaLogDirsRequest['dirs']): AlterReplicaLogDirsResponseInput['results'] {
  const replicas = { partition: (topic: string, partition: number) => (topic === 't' && partition === 0 ? ({} as Partition) : undefined) };
  const image = new MetadataImage('c');
  const results: AlterReplicaLogDirsResponseInput['results'][] = [];
  const handler = alterReplicaLogDirsHandler({ image: () => image, replicas, logDir: '/data' });
  handler({ version: 2, request: { dirs }, client: undefined as never, respond: (response) => void results.push(response.results) });
  return results[0] ?? [];
}

it('leaves a replica where it is, and knows no other folder', () => {
  expect(answered([{ path: '/data', topics: [{ name: 't', partitions: [0, 1] }] }, { path: '/other', topics: [{ name: 'u', partitions: [0] }] }])).toEqual([
    { topicName: 't', partitions: [{ partitionIndex: 0, errorCode: ErrorCode.NONE }, { partitionIndex: 1, errorCode: ErrorCode.UNKNOWN_TOPIC_OR_PARTITION }] },
    { topicName: 'u', partitions: [{ partitionIndex: 0, errorCode: ErrorCode.LOG_DIR_NOT_FOUND }] },
  ]);
});

it('takes the last of two mentions', () => {
  const dirs = ['/data', '/other'].map((path) => ({ path, topics: [{ name: 't', partitions: [0] }] }));
  expect(answered(dirs)).toEqual([{ topicName: 't', partitions: [{ partitionIndex: 0, errorCode: ErrorCode.LOG_DIR_NOT_FOUND }] }]);
});

it('knows its folder by each of the names that Java takes for one', () => {
  const codes = ['/data/', '//data', '/data//', '/', '', '/data/x', 'data'].map((path) => answered([{ path, topics: [{ name: 't', partitions: [0] }] }])[0]?.partitions[0]?.errorCode);
  const [found, none] = [ErrorCode.NONE, ErrorCode.LOG_DIR_NOT_FOUND];
  expect(codes).toEqual([found, found, found, none, none, none, none]);
});
