import { describe, expect, it } from '@jest/globals';
import { ErrorCode, KafkaError, type Disk } from '@ottla/model';
import { memoryDisk } from '@ottla/testing';
import {
  readCleanShutdownFile,
  readMetaProperties,
  readOffsetCheckpoint,
  readPartitionMetadata,
  removeCleanShutdownFile,
  writeCleanShutdownFile,
  writeFileAtomically,
  writeMetaProperties,
  writeOffsetCheckpoint,
  writePartitionMetadata,
} from './checkpoint-files.ts';

function diskWith(files: Readonly<Record<string, string>> = {}) {
  const disk = memoryDisk();
  disk.makeDirectory('/data');
  for (const [path, text] of Object.entries(files)) writeFileAtomically(disk, path, Buffer.from(text));
  return disk;
}

const textOf = (disk: Disk, path: string): string => Buffer.from(disk.readFile(path) ?? []).toString();
const codeOf = (run: () => unknown): number => {
  try {
    run();
  } catch (error) {
    return error instanceof KafkaError ? error.code : NaN;
  }
  return ErrorCode.NONE;
};

describe('writeFileAtomically', () => {
  it('survives a crash once it has returned', () => {
    const disk = diskWith({ '/data/a': 'old' });
    writeFileAtomically(disk, '/data/a', Buffer.from('new'));
    disk.crash();
    expect(textOf(disk, '/data/a')).toBe('new');
  });

  it('leaves the old file when a step fails', () => {
    for (const operation of ['open', 'write', 'sync', 'rename'] as const) {
      const disk = diskWith({ '/data/a': 'old' });
      disk.failNext(operation, 'io');
      expect(() => writeFileAtomically(disk, '/data/a', Buffer.from('new'))).toThrow();
      expect([textOf(disk, '/data/a'), disk.openFiles]).toEqual(['old', 0]);
    }
  });

  it('leaves nothing of a longer temporary file that a crash left', () => {
    const disk = diskWith({ '/data/a.tmp': 'something much longer' });
    writeFileAtomically(disk, '/data/a', Buffer.from('short'));
    expect([textOf(disk, '/data/a'), disk.list('/data')]).toEqual(['short', ['a']]);
  });
});

describe('offset checkpoints', () => {
  const path = '/data/recovery-point-offset-checkpoint';

  it("are Kafka's text", () => {
    const disk = diskWith();
    writeOffsetCheckpoint(disk, path, [
      [{ topic: 't-1', partition: 0 }, 17],
      [{ topic: '__consumer_offsets', partition: 49 }, 5_000_000_000],
    ]);
    expect(textOf(disk, path)).toBe('0\n2\nt-1 0 17\n__consumer_offsets 49 5000000000\n');
    expect([...readOffsetCheckpoint(disk, path)]).toEqual([['t-1-0', 17], ['__consumer_offsets-49', 5_000_000_000]]);
  });

  it('are empty when there is no file, none yet written (as Kafka makes it), and none noted', () => {
    expect(readOffsetCheckpoint(diskWith(), path).size).toBe(0);
    expect(readOffsetCheckpoint(diskWith({ [path]: '' }), path).size).toBe(0);
    expect(readOffsetCheckpoint(diskWith({ [path]: '0\n0\n' }), path).size).toBe(0);
  });

  it.each(['1\n0\n', '0\n', '0\nx\n', '0\n1\n', '0\n1\nt 0\n', '0\n1\nt 0 1 2\n', '0\n1\nt x 1\n', '0\n1\nt -1 1\n', '0\n1\nt 0 1.5\n', '0\n1\nt 0 1\nu 0 1\n', '0\n2000000000\nt 0 1\n', '0\n-1\n'])(
    'refuse %j',
    (text) => expect(codeOf(() => readOffsetCheckpoint(diskWith({ [path]: text }), path))).toBe(ErrorCode.KAFKA_STORAGE_ERROR),
  );
});

describe('partition.metadata', () => {
  const path = '/data/partition.metadata';
  const id = 'xkcae_31QG2m1rltb0NsUg';

  it('is what Kafka writes', () => {
    const disk = diskWith();
    expect(readPartitionMetadata(disk, path)).toBeUndefined();
    writePartitionMetadata(disk, path, id);
    expect(textOf(disk, path)).toBe(`version: 0\ntopic_id: ${id}`);
    expect(readPartitionMetadata(disk, path)).toBe(id);
  });

  it.each(['', 'version: 0', `version: 1\ntopic_id: ${id}`, 'version: 0\ntopic_id: short'])('refuses %j', (text) =>
    expect(codeOf(() => readPartitionMetadata(diskWith({ [path]: text }), path))).toBe(ErrorCode.KAFKA_STORAGE_ERROR),
  );
});

describe('meta.properties', () => {
  const kafkas = '#\n#Tue Nov 24 21:14:43 UTC 2026\nnode.id=1\ndirectory.id=UQBOYTaRT5yI0_pzXFXw1w\nversion=1\ncluster.id=5imY1fVzQIu3fohTdadbhA\n';
  const properties = { clusterId: '5imY1fVzQIu3fohTdadbhA', nodeId: 1, directoryId: 'UQBOYTaRT5yI0_pzXFXw1w' };

  it('reads the file that Kafka wrote, and its own', () => {
    expect(readMetaProperties(diskWith({ '/data/meta.properties': kafkas }), '/data')).toEqual(properties);
    const disk = diskWith();
    expect(readMetaProperties(disk, '/data')).toBeUndefined();
    for (const clusterId of ['5imY1fVzQIu3fohTdadbhA', 'my cluster: #1 = \\best']) {
      writeMetaProperties(disk, '/data', { ...properties, clusterId });
      expect(readMetaProperties(disk, '/data')).toEqual({ ...properties, clusterId });
    }
  });

  it('reads the other separators of Java properties', () => {
    const text = '! old\r\n  node.id : 1\r\ncluster.id   5imY1fVzQIu3fohTdadbhA\r\nversion=1\r\ndirectory.id=UQBOYTaRT5yI0_pzXFXw1w\r\n';
    expect(readMetaProperties(diskWith({ '/data/meta.properties': text }), '/data')).toEqual(properties);
  });

  it.each([
    ['no version', kafkas.replace('version=1', '')],
    ['another version', kafkas.replace('version=1', 'version=0')],
    ['no cluster id', kafkas.replace(/cluster.id=.*/, 'cluster.id=')],
    ['a node id that is none', kafkas.replace('node.id=1', 'node.id=one')],
    ['a negative node id', kafkas.replace('node.id=1', 'node.id=-1')],
    ['a directory id that is none', kafkas.replace('UQBOYTaRT5yI0_pzXFXw1w', 'nope')],
    ['nothing', ''],
  ])('refuses a file with %s', (_what, text) => {
    expect(codeOf(() => readMetaProperties(diskWith({ '/data/meta.properties': text }), '/data'))).toBe(ErrorCode.KAFKA_STORAGE_ERROR);
  });
});

describe('the clean-shutdown file', () => {
  it('keeps the broker epoch and is gone for good once removed', () => {
    const disk = diskWith();
    expect(readCleanShutdownFile(disk, '/data')).toBeUndefined();
    removeCleanShutdownFile(disk, '/data');
    writeCleanShutdownFile(disk, '/data', 42);
    expect(textOf(disk, '/data/.kafka_cleanshutdown')).toBe('{"version":0,"brokerEpoch":42}');
    expect(readCleanShutdownFile(disk, '/data')).toEqual({ brokerEpoch: 42 });
    removeCleanShutdownFile(disk, '/data');
    disk.crash();
    expect(readCleanShutdownFile(disk, '/data')).toBeUndefined();
  });

  it.each(['', 'null', '{}', '{"brokerEpoch":"x"}', '{"brokerEpoch":'])('marks a clean shutdown of an unknown epoch when it says %j', (text) => {
    expect(readCleanShutdownFile(diskWith({ '/data/.kafka_cleanshutdown': text }), '/data')).toEqual({ brokerEpoch: -1 });
  });
});
