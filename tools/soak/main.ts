/**
 * Puts much data through one Ottla, and looks whether it grows; then leaves it alone, and looks whether it rests:
 *
 *   node tools/soak/main.ts --gigabytes 20
 *
 *   --gigabytes N      data written and read back, while retention.bytes deletes behind the readers (20)
 *   --partitions N     half of them written by idempotent producers, a third in small batches (6)
 *   --idle-partitions N, --idle-seconds N   what it holds and how long it is watched at rest (1000, 20)
 *   --ulimit N         most open files
 *   --folder DIR       where data goes (the temporary folder), a few GB at a time; removed at the end
 *   --heap-snapshots   the server writes one at the middle and one at the end, into the folder it is called from
 *
 * Every batch is read back: offsets without a gap, checksum right. Exit code 1: more than 400 MB resident, growth over
 * the last half, 1 % of a core or more at rest, or a batch lost or changed.
 */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { createTopic } from '../measure/apis.ts';
import { cpuMs, residentMb } from '../measure/process-figures.ts';
import { freePort, OttlaServer, pause } from '../measure/servers.ts';
import { WireConnection } from '../measure/wire-connection.ts';
import { MemoryWatch } from './memory-watch.ts';
import { SOAK_TOPIC, type Traffic, soakConfigs, startTraffic } from './traffic.ts';

const MAX_RESIDENT_MB = 400;
const MAX_IDLE_CPU_PERCENT = 1;
const SETTLE_MS = 5000;
const SAMPLE_MS = 500;
const SAY_EVERY_SAMPLES = 10;
const GB = 1e9;

const { values: options } = parseArgs({
  options: {
    gigabytes: { type: 'string', default: '20' },
    partitions: { type: 'string', default: '6' },
    'idle-partitions': { type: 'string', default: '1000' },
    'idle-seconds': { type: 'string', default: '20' },
    ulimit: { type: 'string' },
    folder: { type: 'string', default: tmpdir() },
    'heap-snapshots': { type: 'boolean', default: false },
  },
});
const wantedBytes = Number(options.gigabytes) * GB;
const folder = mkdtempSync(join(options.folder, 'ottla-soak-'));
const server = new OttlaServer({
  directory: folder,
  port: await freePort(),
  // Retention must keep up with a rate at which its default of five minutes would leave a full disk.
  settings: ['log.retention.check.interval.ms=2000'],
  maxOpenFiles: options.ulimit === undefined ? undefined : Number(options.ulimit),
  nodeOptions: options['heap-snapshots'] ? ['--heapsnapshot-signal=SIGUSR2'] : [],
});

/** Prints how far it is until all is read; answers what memory did. */
async function watch(traffic: Traffic): Promise<MemoryWatch> {
  const memory = new MemoryWatch();
  const startedAt = performance.now();
  let isSnapshotDue = options['heap-snapshots'];
  for (let samples = 0; !traffic.isOver; samples++) {
    memory.note(traffic.readBytes / wantedBytes, residentMb(server.pid));
    if (samples % SAY_EVERY_SAMPLES === 0) {
      const seconds = (performance.now() - startedAt) / 1000;
      console.log(`${seconds.toFixed(0).padStart(4)} s: ${(traffic.readBytes / GB).toFixed(2)} GB written and read, ${(traffic.readBytes / seconds / 1e6).toFixed(0)} MB/s, ${memory.latestMb.toFixed(0)} MB resident`);
    }
    if (isSnapshotDue && traffic.readBytes > wantedBytes / 2) {
      isSnapshotDue = false;
      process.kill(server.pid, 'SIGUSR2');
    }
    await Promise.race([pause(SAMPLE_MS), traffic.done]);
  }
  await traffic.done;
  memory.note(1, residentMb(server.pid));
  if (options['heap-snapshots']) process.kill(server.pid, 'SIGUSR2');
  return memory;
}

/** CPU time at rest, in percent of a core. */
async function idlePercent(): Promise<number> {
  const connection = await WireConnection.open(server.host, server.port);
  await createTopic(connection, 'idle', Number(options['idle-partitions']));
  connection.close();
  await pause(SETTLE_MS);
  const durationMs = Number(options['idle-seconds']) * 1000;
  const before = cpuMs(server.pid);
  await pause(durationMs);
  return ((cpuMs(server.pid) - before) / durationMs) * 100;
}

async function run(): Promise<readonly string[]> {
  await server.start();
  console.log(`${residentMb(server.pid).toFixed(0)} MB resident after the start`);
  const connection = await WireConnection.open(server.host, server.port);
  await createTopic(connection, SOAK_TOPIC, Number(options.partitions), soakConfigs);
  connection.close();
  const memory = await watch(startTraffic(server.host, server.port, Number(options.partitions), wantedBytes));
  console.log(`resident: ${memory.summary()}; at most ${MAX_RESIDENT_MB} MB wanted, and no growth over the last half`);
  const faults: string[] = [];
  if (memory.peakMb > MAX_RESIDENT_MB) faults.push(`${memory.peakMb.toFixed(0)} MB were resident`);
  if (memory.hasGrown) faults.push('memory grew over the last half');
  const percent = await idlePercent();
  console.log(`at rest with ${options['idle-partitions']} partitions more: ${percent.toFixed(2)} % of a core over ${options['idle-seconds']} s (${MAX_IDLE_CPU_PERCENT} % wanted), ${residentMb(server.pid).toFixed(0)} MB`);
  if (percent >= MAX_IDLE_CPU_PERCENT) faults.push(`${percent.toFixed(2)} % of a core at rest`);
  console.log(`SIGTERM to exit: ${(await server.terminate()).toFixed(0)} ms`);
  const complaints = server.output.split('\n').filter((line) => / (?:ERROR|WARN) /.test(line));
  return [...faults, ...complaints];
}

try {
  const faults = await run();
  for (const fault of faults) console.log(`not well: ${fault}`);
  process.exitCode = faults.length === 0 ? 0 : 1;
} finally {
  await server.kill();
  rmSync(folder, { recursive: true, force: true });
}
