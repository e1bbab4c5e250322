import { describe, expect, it } from '@jest/globals';
import { ErrorCode, silentLogger, type Logger } from '@ottla/model';
import { buildBatch } from '@ottla/protocol';
import { RaftNode, snapshotBatches, type CommittedBatch, type RaftStateMachine } from '@ottla/raft';
import { MemoryRaftLog, memoryRaftStorage, type MemoryRaftStorage } from '@ottla/raft/contracts';
import { controllerClientMethods, controllerMethods, inProcessPort, type ControllerClientService, type ControllerService, type InProcessPort } from '@ottla/rpc';
import { recordingLogger, tableCrc32c, testCompression, virtualTime, type VirtualTime } from '@ottla/testing';
import { MetadataDelta } from '../image/delta.ts';
import { ImageReplayer } from '../image/image-replayer.ts';
import { MetadataImage } from '../image/image.ts';
import { decodeMetadataRecord, metadataRecord, type MetadataRecord } from '../records/metadata-record.ts';
import { SnapshotGenerator } from '../snapshot/snapshot-generator.ts';
import { metadataLogService } from './metadata-log-service.ts';
import { MetadataLoader } from './metadata-loader.ts';
import { MetadataObserver } from './metadata-observer.ts';

const directoryId = 'nuRbAzHxQ86K2qh5J4qfYA';
const feature = (featureLevel: number, name = 'f'): MetadataRecord => metadataRecord(12, { name, featureLevel });

function formatted(): MemoryRaftStorage {
  const storage = memoryRaftStorage();
  const options = { crc: tableCrc32c, epoch: 0, timestamp: 1, lastContainedLogTimestamp: 1, voters: [{ id: 1, directoryId, endpoints: [] }] };
  const bytes = Buffer.concat([...snapshotBatches(options, [])]);
  storage.snapshots.set('0-0', { endOffset: 0, epoch: 0, sizeBytes: bytes.length, bytes });
  return storage;
}

/** A state machine that keeps the committed image, as a controller does. */
class Keeper implements RaftStateMachine {
  readonly image = new MetadataImage('cluster');
  readonly #replayer = new ImageReplayer(this.image);

  onCommitted(batch: CommittedBatch): void {
    batch.records.forEach((bytes, index) => this.#replayer.replay(decodeMetadataRecord(bytes), batch.baseOffset + index, new MetadataDelta()));
    this.#replayer.endOfBatch(batch.lastOffset, batch.epoch, batch.timestamp);
  }
  onSnapshot(): void {}
  onLeadership(): void {}
  onResigned(): void {}
  onLeaderChange(): void {}
}

interface Cluster {
  readonly time: VirtualTime;
  readonly node: RaftNode;
  readonly port: InProcessPort<ControllerClientService, ControllerService>;
  readonly log: MemoryRaftLog;
  readonly fetches: number[];
  /** Whether the controller hears from the quorum's leader, as it says. */
  readonly quorum: { isLed: boolean };
  readonly settle: () => Promise<void>;
  readonly commit: (...records: MetadataRecord[]) => Promise<void>;
}

async function cluster(options: { readonly maxBytesBetweenSnapshots?: number; readonly maxSnapshotIntervalMs?: number } = {}): Promise<Cluster> {
  const time = virtualTime();
  const settle = async (): Promise<void> => {
    do {
      for (let turn = 0; turn < 30; turn++) await Promise.resolve();
    } while (time.runTurn());
  };
  const log = new MemoryRaftLog(formatted());
  const node = new RaftNode({
    nodeId: 1, clusterId: 'cluster', directoryId, endpoints: [], log, crc: tableCrc32c, compression: testCompression,
    clock: time.clock, scheduler: time.scheduler, logger: silentLogger,
    onFatal: (cause) => {
      throw cause;
    },
  });
  const keeper = new Keeper();
  node.start(new SnapshotGenerator({ raft: node, image: () => keeper.image, scheduler: time.scheduler, logger: silentLogger, ...options }, keeper));
  const port = inProcessPort<ControllerClientService, ControllerService>({
    scheduler: time.scheduler, dialerMethods: controllerClientMethods, acceptorMethods: controllerMethods,
  });
  const fetches: number[] = [];
  const quorum = { isLed: true };
  const served = metadataLogService(node);
  port.accept(() => ({
    ...served,
    fetchMetadata: async (request, call) => {
      fetches.push(request.offset);
      const answer = await served.fetchMetadata(request, call);
      return quorum.isLed ? answer : { ...answer, leaderId: -1 };
    },
    registerBroker: refused, heartbeat: refused, forward: refused, allocateProducerIds: refused, bumpLeaderEpoch: refused, alterPartitions: refused, quorumLeader: refused,
  }));
  await settle();
  return {
    time, node, port, log, fetches, quorum, settle,
    commit: async (...records) => {
      node.append(1, records.map(({ bytes }) => bytes));
      await settle();
    },
  };
}

function refused(): never {
  throw new Error('not asked for here');
}

function observe(from: Cluster, logger: Logger = silentLogger): { observer: MetadataObserver; loader: MetadataLoader; published: MetadataDelta[]; fatal: Error[] } {
  const loader = new MetadataLoader('cluster');
  const published: MetadataDelta[] = [];
  const fatal: Error[] = [];
  loader.addPublisher({ name: 'test', onMetadataUpdate: (delta) => published.push(delta) });
  const observer = new MetadataObserver({
    hello: { role: 'broker', nodeId: 1, incarnationId: 'i', clusterId: 'cluster' },
    dial: from.port.dial, loader, crc: tableCrc32c, compression: testCompression, scheduler: from.time.scheduler, logger,
    onFatal: (cause) => fatal.push(cause),
  });
  observer.start();
  return { observer, loader, published, fatal };
}

describe('MetadataObserver', () => {
  it('catches up with one publication, then follows each commit without a timer of its own', async () => {
    const controller = await cluster();
    for (let level = 1; level <= 5; level++) await controller.commit(feature(level));
    const { observer, published } = observe(controller);
    await controller.settle();
    expect([observer.image.features.get('f'), observer.appliedOffset, published.length]).toEqual([5, 8, 1]);
    expect(observer.image.controllerId).toBe(1);
    await controller.commit(feature(6));
    expect([observer.image.features.get('f'), published.length]).toEqual([6, 2]);
    expect(controller.fetches).toEqual([0, 8, 9]);
    expect(controller.time.clock.monotonicMs()).toBe(0);
    await observer.stop();
  });

  it('parks again when nothing happened for a long time', async () => {
    const controller = await cluster({ maxSnapshotIntervalMs: 0 });
    const { observer, published } = observe(controller);
    await controller.settle();
    for (let minute = 0; minute < 3; minute++) {
      controller.time.advance(60_000);
      await controller.settle();
    }
    expect(controller.fetches).toEqual([0, 3, 3, 3, 3]);
    await controller.commit(feature(1));
    expect(published.length).toBe(2);
    await observer.stop();
  });

  it('applies what a controller without a quorum has, does not take that for following, and dials again', async () => {
    const controller = await cluster();
    await controller.commit(feature(1));
    controller.quorum.isLed = false;
    const { observer } = observe(controller);
    await controller.settle();
    expect([observer.image.features.get('f'), observer.isFollowing]).toEqual([1, false]);
    controller.quorum.isLed = true;
    await controller.commit(feature(2));
    controller.time.advance(20);
    await controller.settle();
    expect([observer.image.features.get('f'), observer.isFollowing]).toEqual([2, true]);
    await observer.stop();
  });

  it('goes on at the same offset after the link broke, waiting longer each time nobody answers', async () => {
    const controller = await cluster({ maxSnapshotIntervalMs: 0 });
    const logger = recordingLogger();
    const { observer } = observe(controller, logger);
    await controller.commit(feature(1));
    controller.port.close('the controller restarts');
    await controller.settle();
    const waits: number[] = [];
    for (let attempt = 0; attempt < 8; attempt++) {
      const due = controller.time.nextTimerMs() ?? NaN;
      waits.push(due - controller.time.clock.monotonicMs());
      controller.time.advance(due - controller.time.clock.monotonicMs());
      await controller.settle();
    }
    expect(waits).toEqual([20, 40, 80, 160, 320, 640, 1000, 1000]);
    expect(observer.image.features.get('f')).toBe(1);
    expect(logger.lines[0]).toMatchObject({ level: 'info', fields: { code: ErrorCode.NETWORK_EXCEPTION } });
    await observer.stop();
  });

  it('loads the snapshot when the log begins behind its offset, and goes on from there', async () => {
    const controller = await cluster({ maxBytesBetweenSnapshots: 2000 });
    for (let level = 1; level <= 40; level++) await controller.commit(feature(level), feature(level, `feature-${level}`));
    expect(controller.node.logStartOffset).toBeGreaterThan(10);
    const { observer, published } = observe(controller);
    await controller.settle();
    expect(published[0]?.isSnapshot).toBe(true);
    expect([observer.image.features.size, observer.image.features.get('f'), observer.appliedOffset]).toEqual([41, 40, controller.node.highWatermark]);
    await controller.commit(feature(99));
    expect(observer.image.features.get('f')).toBe(99);
    await observer.stop();
  });

  it('stops the process on metadata that it cannot apply', async () => {
    const controller = await cluster();
    const records = buildBatch({ crc: tableCrc32c, baseOffset: 0, partitionLeaderEpoch: 1, timestamp: 1 }, [{ key: null, value: Buffer.from('no record') }]);
    controller.port.accept(() => ({
      fetchMetadata: () => Promise.resolve({ records, highWatermark: 1, leaderId: 1, leaderEpoch: 1, voters: [], snapshot: null }),
      fetchSnapshot: refused, registerBroker: refused, heartbeat: refused, forward: refused, allocateProducerIds: refused, bumpLeaderEpoch: refused, alterPartitions: refused, quorumLeader: refused,
    }));
    const { observer, fatal } = observe(controller);
    await controller.settle();
    expect(fatal.map(({ message }) => message)).toEqual(['metadata record has frame version 110, known is 1']);
    await observer.stop();
    expect(fatal.length).toBe(1);
  });
});

describe('SnapshotGenerator', () => {
  it('writes one after the interval, once something was committed, and sets no timer otherwise', async () => {
    const controller = await cluster({ maxSnapshotIntervalMs: 1000 });
    await controller.commit(feature(1));
    expect(controller.node.latestSnapshot()?.endOffset).toBe(0);
    controller.time.advance(1000);
    await controller.settle();
    expect(controller.node.latestSnapshot()?.endOffset).toBe(4);
    expect(controller.time.nextTimerMs()).toBeUndefined();
    await controller.commit(feature(2));
    controller.time.advance(1000);
    await controller.settle();
    expect(controller.node.latestSnapshot()?.endOffset).toBe(5);
  });

  it('waits for a moment when all of the image is committed', async () => {
    const controller = await cluster({ maxSnapshotIntervalMs: 0, maxBytesBetweenSnapshots: 1000 });
    for (let level = 1; level <= 30; level++) controller.node.append(1, [feature(level).bytes]);
    await controller.settle();
    const snapshot = controller.node.latestSnapshot();
    expect(snapshot?.endOffset).toBeGreaterThan(3);
    expect(snapshot?.endOffset).toBeLessThanOrEqual(controller.node.highWatermark);
  });
});
