/**
 * A controller with a large cluster in its metadata log, in a process of its own, on the machine's disk:
 *
 *   node tools/measure/controller-load.ts [--partitions 1000000] [--brokers 300] [--folder DIR]
 *
 * A snapshot is made by the production codec, from partitions of three replicas in topics of a hundred. Then a controller
 * starts on it: how long until it is active, and how much memory it takes. Then a broker's link closes and the broker is
 * gone: how long until the last of the records that say so is committed, and how long the event loop was blocked at most
 * meanwhile; on a machine that others use, the CPU time of a round tells more. Exit code 1: a target was missed (20 s, 1.5 GB, 5 s, 100 ms at the sizes above).
 */
import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, statSync, writeSync, openSync, closeSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { wireControllerQuorum } from '@ottla/controller-quorum/wiring';
import { bootstrapFeatures, formatMetadata, metadataPartitionDirectory, metadataRecord, snapshotFileName, supportedFeatures } from '@ottla/metadata';
import { silentLogger, silentMetrics } from '@ottla/model';
import { nativeCrc32c, nodeCompression, nodeDisk, nodeScheduler, systemClock, systemRandom } from '@ottla/platform';
import { snapshotBatches } from '@ottla/raft';
import { SegmentFiles } from '@ottla/storage';

const { values: options } = parseArgs({
  options: {
    partitions: { type: 'string', default: '1000000' },
    brokers: { type: 'string', default: '300' },
    folder: { type: 'string' },
    step: { type: 'string' },
  },
});

const PARTITIONS_PER_TOPIC = 100;
const NODE = 1000;
const QUIET_MS = 500;
const EPOCH = 1;
const endpoints = [{ name: 'CONTROLLER', host: 'localhost', port: 9093 }];
const partitions = Number(options.partitions);
const brokers = Number(options.brokers);

/** What each step prints as its last line. */
interface Figures {
  readonly [name: string]: number;
}

function idOf(kind: string, number: number): string {
  return `${kind}${String(number).padStart(20, '0')}A`.slice(-22);
}

function format(directory: string): { readonly clusterId: string; readonly directoryId: string } {
  const { clusterId, directoryIds } = formatMetadata({ disk: nodeDisk(), clock: systemClock, random: systemRandom, crc: nativeCrc32c, nodeId: NODE, logDirs: [directory], metadataLogDir: directory, endpoints });
  return { clusterId, directoryId: directoryIds.get(directory) as string };
}

function* records(): Generator<Uint8Array> {
  const features = supportedFeatures.map(({ name, minVersion, maxVersion }) => ({ name, minSupportedVersion: minVersion, maxSupportedVersion: maxVersion }));
  for (const [name, featureLevel] of bootstrapFeatures) yield metadataRecord(12, { name, featureLevel }).bytes;
  for (let id = 0; id < brokers; id++) {
    const endPoints = [{ name: 'PLAINTEXT', host: `broker-${id}`, port: 9092, securityProtocol: 0 }];
    yield metadataRecord(0, { brokerId: id, incarnationId: idOf('i', id), brokerEpoch: id, endPoints, features, rack: `rack-${id % 3}`, fenced: false, logDirs: [idOf('d', id)] }).bytes;
  }
  for (let made = 0, topic = 0; made < partitions; topic++) {
    const topicId = idOf('t', topic);
    yield metadataRecord(2, { name: `topic-${topic}`, topicId }).bytes;
    for (let partitionId = 0; partitionId < PARTITIONS_PER_TOPIC && made < partitions; partitionId++, made++) {
      const first = (made * 7 + topic) % brokers;
      const replicas = [first, (first + 1) % brokers, (first + 2) % brokers];
      yield metadataRecord(3, {
        partitionId, topicId, replicas, isr: replicas, removingReplicas: [], addingReplicas: [],
        leader: first, leaderEpoch: 3, partitionEpoch: 9, directories: replicas.map((id) => idOf('d', id)),
      }).bytes;
    }
  }
}

/** Formats the folder and puts a snapshot of the whole cluster into it. */
function make(directory: string): Figures {
  const { directoryId } = format(directory);
  const id = { endOffset: partitions * 2, epoch: EPOCH };
  const timestamp = systemClock.now();
  const voters = [{ id: NODE, directoryId, endpoints }];
  const path = join(metadataPartitionDirectory(directory), snapshotFileName(id));
  const file = openSync(path, 'w');
  for (const batch of snapshotBatches({ crc: nativeCrc32c, epoch: EPOCH, timestamp, lastContainedLogTimestamp: timestamp, voters }, records())) writeSync(file, batch);
  closeSync(file);
  return { snapshotMb: statSync(path).size / 1e6 };
}

/** Tells, once stopped, how long the event loop did not come round at most, and how much CPU time a round took at most. */
function watchLoop(): { readonly stop: () => { readonly blockedMs: number; readonly blockedCpuMs: number } } {
  const cpuMs = (): number => (process.cpuUsage().user + process.cpuUsage().system) / 1000;
  let [blockedMs, blockedCpuMs] = [0, 0];
  let [last, lastCpu] = [performance.now(), cpuMs()];
  let isOn = true;
  const look = (): void => {
    const [now, cpu] = [performance.now(), cpuMs()];
    blockedMs = Math.max(blockedMs, now - last);
    blockedCpuMs = Math.max(blockedCpuMs, cpu - lastCpu);
    [last, lastCpu] = [now, cpu];
    if (isOn) setImmediate(look);
  };
  setImmediate(look);
  return {
    stop: () => {
      isOn = false;
      return { blockedMs, blockedCpuMs };
    },
  };
}

async function until(isTrue: () => boolean): Promise<void> {
  while (!isTrue()) await new Promise((resolve) => void setTimeout(resolve, 1));
}

async function load(directory: string): Promise<Figures> {
  const disk = nodeDisk();
  const startedMs = performance.now();
  const { clusterId, directoryId } = format(directory);
  let gone = -1;
  const quorum = wireControllerQuorum({
    disk, clock: systemClock, scheduler: nodeScheduler(), random: systemRandom, logger: silentLogger, metrics: silentMetrics, crc: nativeCrc32c, compression: nodeCompression(),
    segmentFiles: new SegmentFiles(disk),
    nodeId: NODE, clusterId, metadataLogDir: directory, directoryId, endpoints,
    settings: new Map([['broker.session.timeout.ms', '3600000']]),
    isGone: ({ id }) => Promise.resolve(id === gone),
    onFatal: (cause) => {
      throw cause;
    },
  });
  const { controller, raft } = quorum;
  quorum.start();
  await until(() => controller.isActive && raft.highWatermark > controller.image.offset);
  const loadMs = performance.now() - startedMs;
  const loadCpuMs = process.cpuUsage().user / 1000 + process.cpuUsage().system / 1000;

  const links = Array.from({ length: brokers }, () => Promise.withResolvers<string>());
  for (const [id, link] of links.entries()) {
    const service = controller.service({ closed: link.promise });
    await service.heartbeat({ brokerId: id, brokerEpoch: id, appliedOffset: controller.image.offset + 1, wantFence: false, wantShutDown: false }, { timeoutMs: 10_000 });
  }
  const before = controller.image.offset;
  const loop = watchLoop();
  gone = Math.floor(brokers / 2);
  const diedMs = performance.now();
  links[gone]?.resolve('the broker died');
  const isLed = (): boolean => [...controller.image.topics.onBroker(gone).keys()].some(({ partitions: all }) => all.some(({ leader, isr }) => leader === gone || isr.includes(gone)));
  await until(() => controller.image.brokers.get(gone)?.fenced === true);
  const fencedMs = performance.now() - diedMs;
  // The rest comes in turns of its own: it is done when nothing more was appended for a while.
  let [offset, committed, handledMs] = [before, 0, 0];
  await until(() => {
    if (controller.image.offset !== offset || raft.highWatermark !== committed) {
      [offset, committed, handledMs] = [controller.image.offset, raft.highWatermark, performance.now() - diedMs];
    }
    return committed > offset && performance.now() - diedMs - handledMs > QUIET_MS;
  });
  const blocked = loop.stop();
  if (isLed()) throw new Error(`broker ${gone} is still in sync somewhere`);
  const figures = { loadMs, loadCpuMs, fencedMs, handledMs, ...blocked, deathRecords: controller.image.offset - before, rssMb: process.memoryUsage.rss() / 1e6, peakRssMb: process.resourceUsage().maxRSS / 1e3 };
  await quorum.stop();
  return figures;
}

/** Runs one step in a process of its own, so that its memory is its own. */
function run(step: string, directory: string): Figures {
  const { status, stdout } = spawnSync(process.execPath, ['--enable-source-maps', import.meta.filename, '--step', step, '--folder', directory, '--partitions', String(partitions), '--brokers', String(brokers)], { encoding: 'utf8', stdio: ['ignore', 'pipe', 'inherit'] });
  if (status !== 0) throw new Error(`the step ${step} ended with ${status}`);
  return JSON.parse(stdout.trim().split('\n').at(-1) ?? '{}') as Figures;
}

function main(): void {
  const directory = options.folder ?? mkdtempSync(join(tmpdir(), 'ottla-load-'));
  try {
    const made = run('make', directory);
    console.log(`${partitions} partitions on ${brokers} brokers: a snapshot of ${made['snapshotMb']?.toFixed(0)} MB`);
    const { loadMs = 0, loadCpuMs = 0, handledMs = 0, fencedMs = 0, blockedMs = 0, blockedCpuMs = 0, deathRecords = 0, rssMb = 0, peakRssMb = 0 } = run('load', directory);
    console.log(`active after ${(loadMs / 1000).toFixed(1)} s (CPU ${(loadCpuMs / 1000).toFixed(1)} s); ${rssMb.toFixed(0)} MB, at most ${peakRssMb.toFixed(0)} MB`);
    console.log(`a broker's death, ${deathRecords} records: fenced after ${fencedMs.toFixed(0)} ms, committed after ${handledMs.toFixed(0)} ms; the loop was blocked ${blockedMs.toFixed(0)} ms at most (a round took ${blockedCpuMs.toFixed(0)} ms of CPU at most)`);
    if (loadMs > 20_000 || handledMs > 5000 || blockedMs > 100 || peakRssMb > 1500) process.exitCode = 1;
  } finally {
    if (options.folder === undefined) rmSync(directory, { recursive: true, force: true });
  }
}

if (options.step === undefined) main();
else console.log(JSON.stringify(options.step === 'make' ? make(options.folder ?? '') : await load(options.folder ?? '')));
