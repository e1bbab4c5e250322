import { describe, expect, it } from '@jest/globals';
import { METADATA_TOPIC_ID, silentLogger, type Disk } from '@ottla/model';
import { RaftNode, type CommittedBatch, type RaftStateMachine } from '@ottla/raft';
import { raftLogContract } from '@ottla/raft/contracts';
import { readMetaProperties, readPartitionMetadata, SegmentFiles } from '@ottla/storage';
import { memoryDisk, seededRandom, tableCrc32c, testCompression, virtualTime, type MemoryDisk, type VirtualTime } from '@ottla/testing';
import { ImageReplayer } from '../image/image-replayer.ts';
import { MetadataDelta } from '../image/delta.ts';
import { MetadataImage } from '../image/image.ts';
import { decodeMetadataRecord, metadataRecord } from '../records/metadata-record.ts';
import { LATEST_METADATA_VERSION } from '../features.ts';
import { formatMetadata, readBootstrapRecords, type FormatOptions } from './format.ts';
import { MetadataRaftLog } from './metadata-raft-log.ts';

const crc = tableCrc32c;
const compression = testCompression;
const directory = '/data/__cluster_metadata-0';

function openLog(disk: Disk, time: VirtualTime): MetadataRaftLog {
  return new MetadataRaftLog({
    disk, metadataLogDir: '/data', clock: time.clock, crc, compression, segmentFiles: new SegmentFiles(disk), logger: silentLogger, segmentBytes: 4096,
  });
}

raftLogContract('MetadataRaftLog', () => {
  const disk = memoryDisk();
  return { open: () => openLog(disk, virtualTime()), crash: () => disk.crash() };
});

function formatOptions(disk: Disk, more: Partial<FormatOptions> = {}): FormatOptions {
  const { clock } = virtualTime();
  const endpoints = [{ name: 'CONTROLLER', host: 'localhost', port: 9093 }];
  return { disk, clock, random: seededRandom(1), crc, nodeId: 1, logDirs: ['/data', '/more'], metadataLogDir: '/data', endpoints, ...more };
}

describe('formatMetadata', () => {
  it('makes what the storage tool of Kafka makes', () => {
    const disk = memoryDisk();
    const made = formatMetadata(formatOptions(disk));
    expect(made.formatted).toEqual(['/data', '/more']);
    expect(disk.list('/data')).toEqual(['__cluster_metadata-0', 'bootstrap.checkpoint', 'meta.properties']);
    expect(disk.list(directory)).toEqual(['00000000000000000000-0000000000.checkpoint']);
    expect(disk.stat(`${directory}/00000000000000000000-0000000000.checkpoint`)?.sizeBytes).toBe(241);
    expect(readMetaProperties(disk, '/more')).toEqual({ clusterId: made.clusterId, nodeId: 1, directoryId: made.directoryIds.get('/more') });
    expect(readBootstrapRecords(disk, '/data', crc, compression).map(({ value }) => value)).toEqual([{ name: 'metadata.version', featureLevel: LATEST_METADATA_VERSION }, { name: 'eligible.leader.replicas.version', featureLevel: 1 }, { name: 'group.version', featureLevel: 1 }, { name: 'transaction.version', featureLevel: 2 }]);
  });

  it('leaves formatted folders alone and gives a new one the same cluster', () => {
    const disk = memoryDisk();
    const first = formatMetadata(formatOptions(disk, { logDirs: ['/data'], clusterId: 'given' }));
    const again = formatMetadata(formatOptions(disk, { random: seededRandom(2) }));
    expect([again.clusterId, again.formatted]).toEqual(['given', ['/more']]);
    expect(again.directoryIds.get('/data')).toBe(first.directoryIds.get('/data'));
  });

  it('survives a crash as a whole, and formats again what a crash left unfinished', () => {
    const disk = memoryDisk();
    const done = formatMetadata(formatOptions(disk));
    disk.crash();
    expect(formatMetadata(formatOptions(disk)).directoryIds).toEqual(done.directoryIds);
    const other = memoryDisk();
    other.failNext('open', 'io', { pathPart: 'meta.properties' });
    expect(() => formatMetadata(formatOptions(other))).toThrow(expect.objectContaining({ name: 'DiskError' }));
    expect(formatMetadata(formatOptions(other, { random: seededRandom(3) })).formatted).toEqual(['/data', '/more']);
    expect(run(other, virtualTime()).node.quorum().voters.length).toBe(1);
  });
});

describe('formatMetadata refuses', () => {
  it('a folder of another node', () => {
    const disk = memoryDisk();
    formatMetadata(formatOptions(disk));
    expect(() => formatMetadata(formatOptions(disk, { nodeId: 7 }))).toThrow('/data/meta.properties is of node 1, this is node 7: set node.id=1, or give this node a log.dirs of its own');
  });

  it('a folder that lost its meta.properties, and leaves it as it is', () => {
    const disk = memoryDisk();
    formatMetadata(formatOptions(disk));
    disk.open(`${directory}/00000000000000000000.log`, 'create').close();
    disk.remove('/data/meta.properties');
    const before = disk.list('/data');
    expect(() => formatMetadata(formatOptions(disk))).toThrow('/data has a metadata log but no meta.properties: put that file back, or start on an empty folder');
    expect(disk.list('/data')).toEqual(before);
  });

  it('a new folder that another process is about to use', () => {
    const disk = memoryDisk();
    disk.makeDirectory('/data');
    const lock = disk.lock('/data/.lock');
    expect(() => formatMetadata(formatOptions(disk))).toThrow('/data is in use by another process');
    expect(disk.list('/data')).toEqual([]);
    lock?.release();
    expect(formatMetadata(formatOptions(disk)).formatted).toEqual(['/data', '/more']);
    expect(disk.lock('/data/.lock')).toBeDefined();
  });
});

/** Keeps the image that is committed. */
class Keeper implements RaftStateMachine {
  image = new MetadataImage('cluster');
  leads = 0;
  #replayer = new ImageReplayer(this.image);

  onCommitted(batch: CommittedBatch): void {
    batch.records.forEach((bytes, index) => this.#replayer.replay(decodeMetadataRecord(bytes), batch.baseOffset + index, new MetadataDelta()));
    this.#replayer.endOfBatch(batch.lastOffset, batch.epoch, batch.timestamp);
  }
  onSnapshot(id: { endOffset: number; epoch: number }, batches: Iterable<CommittedBatch>): void {
    for (const batch of batches) this.onCommitted(batch);
    this.#replayer.endOfBatch(id.endOffset - 1, id.epoch, 0);
  }
  onLeadership(epoch: number): void {
    this.leads = epoch;
  }
  onResigned(): void {
    this.leads = 0;
  }
  onLeaderChange(): void {}
}

function run(disk: MemoryDisk, time: VirtualTime): { node: RaftNode; keeper: Keeper; fatal: Error[]; settle: () => Promise<void> } {
  const keeper = new Keeper();
  const fatal: Error[] = [];
  const directoryId = readMetaProperties(disk, '/data')?.directoryId ?? '';
  const node = new RaftNode({
    nodeId: 1, clusterId: 'cluster', directoryId, endpoints: [{ name: 'CONTROLLER', host: 'localhost', port: 9093 }], log: openLog(disk, time),
    crc, compression, clock: time.clock, scheduler: time.scheduler, logger: silentLogger, onFatal: (cause) => fatal.push(cause),
  });
  node.start(keeper);
  const settle = async (): Promise<void> => {
    do {
      for (let turn = 0; turn < 30; turn++) await Promise.resolve();
    } while (time.runTurn());
  };
  return { node, keeper, fatal, settle };
}

const feature = (level: number): Uint8Array => metadataRecord(12, { name: 'f', featureLevel: level }).bytes;

describe('a Raft node on files', () => {
  it('keeps the files of Kafka', async () => {
    const disk = memoryDisk();
    formatMetadata(formatOptions(disk));
    const { node, settle } = run(disk, virtualTime());
    await settle();
    expect(disk.list(directory)).toEqual(
      expect.arrayContaining(['00000000000000000000-0000000000.checkpoint', '00000000000000000000.log', 'partition.metadata', 'leader-epoch-checkpoint', 'quorum-state']),
    );
    expect(readPartitionMetadata(disk, `${directory}/partition.metadata`)).toBe(METADATA_TOPIC_ID);
    expect(Buffer.from(disk.readFile(`${directory}/quorum-state`) ?? []).toString()).toContain('"leaderId":1,"leaderEpoch":1');
    await node.close();
    expect(disk.openFiles).toBe(0);
  });

  it('has after a crash at any moment all that was committed, and leads in a later epoch', async () => {
    const disk = memoryDisk();
    formatMetadata(formatOptions(disk));
    let committed = 0;
    for (let round = 1; round <= 12; round++) {
      const time = virtualTime();
      const { node, keeper, settle } = run(disk, time);
      await settle();
      expect(keeper.leads).toBe(round);
      expect(keeper.image.features.get('f') ?? 0).toBeGreaterThanOrEqual(committed);
      committed = keeper.image.features.get('f') ?? 0;
      for (let step = 0; step < 6; step++) {
        node.append(round, [feature(round * 10 + step)]);
        if (step < round % 5) await settle();
      }
      // What the machine was told before the power went counts; the rest may be there or not.
      committed = keeper.image.features.get('f') ?? 0;
      disk.crash({ keepUnsynced: round % 3 === 0, tear: round % 2 === 0 });
    }
  });

  it('goes on from a snapshot and drops segments before it', async () => {
    const disk = memoryDisk();
    formatMetadata(formatOptions(disk));
    const first = run(disk, virtualTime());
    await first.settle();
    for (let level = 1; level <= 200; level++) {
      first.node.append(1, [feature(level)]);
      if (level % 20 === 0) await first.settle();
    }
    const segments = (): string[] => disk.list(directory).filter((name) => name.endsWith('.log'));
    expect(segments().length).toBeGreaterThan(2);
    const { image } = first.keeper;
    const written = first.node.writeSnapshot({ endOffset: image.offset + 1, epoch: 1 }, image.timestamp, [feature(200)]);
    await first.settle();
    await written;
    expect(disk.list(directory).filter((name) => name.endsWith('.checkpoint'))).toEqual([`${String(image.offset + 1).padStart(20, '0')}-0000000001.checkpoint`]);
    expect(segments().length).toBe(1);
    first.node.append(1, [feature(201)]);
    await first.settle();
    disk.crash();

    const second = run(disk, virtualTime());
    await second.settle();
    expect([second.keeper.image.features.get('f'), second.node.logStartOffset, second.keeper.leads]).toEqual([201, 203, 2]);
    expect(second.fatal).toEqual([]);
  });

  it('stops when the disk is full, and has what was committed after a restart', async () => {
    const disk = memoryDisk();
    formatMetadata(formatOptions(disk));
    const first = run(disk, virtualTime());
    await first.settle();
    first.node.append(1, [feature(1)]);
    await first.settle();
    disk.failNext('write', 'full', { pathPart: '.log' });
    first.node.append(1, [feature(2)]);
    await first.settle();
    expect([first.fatal.length, first.keeper.leads, first.keeper.image.features.get('f')]).toEqual([1, 0, 1]);
    disk.killProcess();
    const second = run(disk, virtualTime());
    await second.settle();
    expect(second.keeper.image.features.get('f')).toBe(1);
  });
});
