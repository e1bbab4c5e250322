import { describe, expect, it } from '@jest/globals';
import { silentLogger } from '@ottla/model';
import { RaftNode } from '@ottla/raft';
import {
  controllerClientMethods,
  controllerMethods,
  inProcessPort,
  type BrokerRegistration,
  type ControllerClientService,
  type ControllerService,
  type Link,
} from '@ottla/rpc';
import { SegmentFiles } from '@ottla/storage';
import { memoryDisk, seededRandom, tableCrc32c, testCompression, virtualTime, type MemoryDisk, type VirtualTime } from '@ottla/testing';
import { defaultControllerConfig } from './controller/controller-config.ts';
import { QuorumController } from './controller/quorum-controller.ts';
import { MetadataLoader } from './loader/metadata-loader.ts';
import { metadataLogService } from './loader/metadata-log-service.ts';
import { MetadataObserver } from './loader/metadata-observer.ts';
import { LATEST_METADATA_VERSION, supportedFeatures } from './features.ts';
import { formatMetadata, readBootstrapRecords } from './log/format.ts';
import { MetadataRaftLog } from './log/metadata-raft-log.ts';
import { SnapshotGenerator } from './snapshot/snapshot-generator.ts';

const crc = tableCrc32c;
const compression = testCompression;
const endpoints = [{ name: 'CONTROLLER', host: 'localhost', port: 9093 }];
const hello = { role: 'broker', nodeId: 1, incarnationId: 'one', clusterId: null } as const;

interface Process {
  readonly link: Link<ControllerService>;
  readonly observer: MetadataObserver;
  readonly raft: RaftNode;
  readonly controller: QuorumController;
  stop(): Promise<void>;
}

/** One process with a controller and what follows it, wired as the apps do. */
async function startProcess(disk: MemoryDisk, time: VirtualTime): Promise<Process> {
  const { clock, scheduler } = time;
  const ports = { disk, clock, scheduler, crc, compression, logger: silentLogger };
  const onFatal = (cause: Error): void => {
    throw cause;
  };
  const { clusterId, directoryIds } = formatMetadata({ ...ports, random: seededRandom(7), nodeId: 1, logDirs: ['/data'], metadataLogDir: '/data', endpoints });
  const log = new MetadataRaftLog({ ...ports, metadataLogDir: '/data', segmentFiles: new SegmentFiles(disk) });
  const raft = new RaftNode({ ...ports, nodeId: 1, clusterId, directoryId: directoryIds.get('/data') ?? '', endpoints, log, onFatal });
  const controller = new QuorumController({
    ...ports, raft, config: defaultControllerConfig, random: seededRandom(8), bootstrapRecords: readBootstrapRecords(disk, '/data', crc, compression), onFatal,
  });
  const snapshots = new SnapshotGenerator({ ...ports, raft, image: () => controller.image, maxBytesBetweenSnapshots: 700 }, controller);
  const port = inProcessPort<ControllerClientService, ControllerService>({ scheduler, dialerMethods: controllerClientMethods, acceptorMethods: controllerMethods });
  port.accept((link) => ({ ...controller.service(link), ...metadataLogService(raft) }));
  raft.start(snapshots);

  const observer = new MetadataObserver({ ...ports, hello, dial: port.dial, loader: new MetadataLoader(clusterId), onFatal });
  observer.start();
  return {
    link: await port.dial(hello, {}),
    observer, raft, controller,
    stop: async () => {
      await observer.stop();
      snapshots.close();
      controller.stop();
      port.close('the process ends');
      await raft.close();
    },
  };
}

/** Runs turns until `work` settles. */
async function settled<T>(time: VirtualTime, work: Promise<T>): Promise<T> {
  let isDone = false;
  const done = work.finally(() => (isDone = true));
  done.catch(() => {});
  for (let turn = 0; turn < 1000 && !isDone; turn++) {
    for (let step = 0; step < 30; step++) await Promise.resolve();
    time.runTurn();
  }
  return done;
}

/** Runs turns until the record at `offset` is applied. */
async function applied(time: VirtualTime, observer: MetadataObserver, offset: number): Promise<void> {
  for (let turn = 0; turn < 1000 && observer.appliedOffset <= offset; turn++) await settled(time, new Promise<void>((resolve) => time.scheduler.endOfTurn(resolve)));
  expect(observer.appliedOffset).toBeGreaterThan(offset);
}

function registration(process: Process, incarnationId: string): BrokerRegistration {
  return {
    brokerId: 1, clusterId: process.raft.clusterId, incarnationId, rack: null, previousBrokerEpoch: -1, planeEndpoint: null, logDirs: ['AAAAAAAAAAAAAAAAAAAB1A'],
    endpoints: [{ name: 'PLAINTEXT', host: 'localhost', port: 9092, securityProtocol: 0 }],
    features: supportedFeatures,
  };
}

/** Registers, catches up and is unfenced, as a starting broker does; answers its epoch. */
async function join(process: Process, time: VirtualTime, incarnationId: string): Promise<number> {
  const { brokerEpoch }: { readonly brokerEpoch: number } = await settled(time, process.link.remote.registerBroker(registration(process, incarnationId), { timeoutMs: 5000 }));
  await applied(time, process.observer, brokerEpoch);
  const { appliedOffset } = process.observer;
  const answer = await settled(
    time,
    process.link.remote.heartbeat({ brokerId: 1, brokerEpoch, appliedOffset, wantFence: false, wantShutDown: false }, { timeoutMs: 5000 }),
  );
  expect(answer).toMatchObject({ isCaughtUp: true, isFenced: false });
  return brokerEpoch;
}

describe('a control plane of one process', () => {
  it('formats, elects, registers a broker and has it all again after each restart', async () => {
    const disk = memoryDisk();
    let lastEpoch = -1;
    for (let round = 1; round <= 4; round++) {
      const time = virtualTime();
      const process = await startProcess(disk, time);
      await applied(time, process.observer, round === 1 ? 3 : lastEpoch);
      expect(process.raft.leader()).toEqual({ leaderId: 1, epoch: round });
      expect(process.observer.image.metadataVersion).toBe(LATEST_METADATA_VERSION);
      expect(process.observer.image.brokers.get(1)?.epoch).toBe(round === 1 ? undefined : lastEpoch);
      lastEpoch = await join(process, time, `AAAAAAAAAAAAAAAAAAA${round}AA`);
      await applied(time, process.observer, process.raft.highWatermark - 1);
      expect(process.observer.image.isAlive(1)).toBe(true);
      expect([process.observer.image.offset, process.observer.image.controllerId]).toEqual([process.controller.image.offset, 1]);
      if (round > 2) expect(process.raft.logStartOffset).toBeGreaterThan(0);
      await settled(time, process.stop());
      expect(disk.openFiles).toBe(0);
    }
  });
});
