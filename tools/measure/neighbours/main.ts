/**
 * What clients that behave badly cost a broker and its other clients:
 *
 *   node tools/measure/neighbours/main.ts [--idle 10000] [--half 1000] [--slow 200] [--seconds 20]
 *
 * Memory of one standalone process with that many idle connections (each has asked ApiVersions), then with as many more
 * that began a frame of 100 MB; then the time of a Produce (1 KB, acks=1) and of a Fetch of a client that behaves,
 * without and with half as many slow readers (20 Fetch of 50 MB pipelined, 64 KB taken five times a second) and slow
 * writers (5 KB of a Produce five times a second), in turns. Exit code 1: more than 250 MB for the idle ones, or the 99th
 * percentile of all turns with slow ones is more than 10 ms above that of all turns without.
 */
import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { parseArgs } from 'node:util';
import { tableCrc32c } from '@ottla/model';
import { buildBatch } from '@ottla/protocol';
import { createTopic, fetch, produce } from '../apis.ts';
import { cpuMs, residentMb } from '../process-figures.ts';
import { freePort, OttlaServer, pause } from '../servers.ts';
import { WireConnection } from '../wire-connection.ts';

const { values: options } = parseArgs({
  options: {
    idle: { type: 'string', default: '10000' },
    half: { type: 'string', default: '1000' },
    slow: { type: 'string', default: '200' },
    seconds: { type: 'string', default: '20' },
  },
});
const TOPIC = 'neighbours';
const TURNS = 3;
const MAX_IDLE_MB = 250;
const MAX_DELAY_MS = 10;
const PAUSE_MS = 3;
const SETTLE_MS = 3000;

const crowds = new Set<ChildProcess>();

async function crowd(server: OttlaServer, kind: string, count: number): Promise<ChildProcess> {
  const child = spawn(process.execPath, [join(import.meta.dirname, 'crowd.ts'), kind, String(count), server.host, String(server.port), TOPIC], { stdio: ['ignore', 'pipe', 'inherit'] });
  crowds.add(child);
  const lines = createInterface({ input: child.stdout as NodeJS.ReadableStream });
  await Promise.race([once(lines, 'line'), once(child, 'exit').then(() => Promise.reject(new Error(`the crowd of ${count} (${kind}) did not come together`)))]);
  return child;
}

async function disperse(child: ChildProcess): Promise<void> {
  crowds.delete(child);
  child.kill('SIGKILL');
  await once(child, 'exit');
}

function percentile(values: readonly number[], share: number): number {
  const sorted = values.toSorted((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? NaN;
}

/** Milliseconds of one request after the other, a Produce and a Fetch in turn. */
async function probe(connection: WireConnection, seconds: number): Promise<number[]> {
  const records = (): Uint8Array => buildBatch({ crc: tableCrc32c }, [{ key: null, value: Buffer.alloc(1000) }]);
  const times: number[] = [];
  const until = performance.now() + seconds * 1000;
  let offset = 0;
  while (performance.now() < until) {
    let startedAt = performance.now();
    offset = await produce(connection, TOPIC, 1, records());
    times.push(performance.now() - startedAt);
    startedAt = performance.now();
    await fetch(connection, TOPIC, 1, offset, 100_000, 1000);
    times.push(performance.now() - startedAt);
    await pause(PAUSE_MS);
  }
  return times;
}

async function measureMemory(server: OttlaServer): Promise<boolean> {
  const idleCount = Number(options.idle);
  const halfCount = Number(options.half);
  const beforeMb = residentMb(server.pid);
  const cpuBefore = cpuMs(server.pid);
  const idle = await crowd(server, 'idle', idleCount);
  await pause(SETTLE_MS);
  const idleMb = residentMb(server.pid) - beforeMb;
  console.log(`${idleCount} idle connections: ${beforeMb.toFixed(0)} MB before, ${idleMb.toFixed(0)} MB more (${((idleMb * 1024) / idleCount).toFixed(1)} KB each), ${((cpuMs(server.pid) - cpuBefore) / 1000).toFixed(1)} s of CPU to take them`);
  const halves = await crowd(server, 'half', halfCount);
  await pause(SETTLE_MS);
  const halfMb = residentMb(server.pid) - beforeMb - idleMb;
  console.log(`${halfCount} half-open ones that claim 100 MB each: ${halfMb.toFixed(0)} MB more`);
  await Promise.all([disperse(idle), disperse(halves)]);
  await pause(SETTLE_MS);
  console.log(`${(residentMb(server.pid) - beforeMb).toFixed(0)} MB more when all are gone`);
  return idleMb <= MAX_IDLE_MB;
}

async function measureDelay(server: OttlaServer): Promise<boolean> {
  const connection = await WireConnection.open(server.host, server.port);
  const slowCount = Number(options.slow);
  const large = buildBatch({ crc: tableCrc32c }, [{ key: null, value: Buffer.alloc(900_000, 'x') }]);
  for (let count = 0; count < 100; count++) await produce(connection, TOPIC, 0, large);
  await probe(connection, 5);
  const without: number[] = [];
  const withThem: number[] = [];
  const tell = (name: string, times: readonly number[]): void => console.log(`${residentMb(server.pid).toFixed(0)} MB; ${name}: p50 ${percentile(times, 0.5).toFixed(2)} ms, p99 ${percentile(times, 0.99).toFixed(2)} ms, of ${times.length}`);
  for (let turn = 0; turn < TURNS; turn++) {
    const quiet = await probe(connection, Number(options.seconds));
    tell('without slow ones', quiet);
    without.push(...quiet);
    const [readers, writers] = await Promise.all([crowd(server, 'reader', slowCount / 2), crowd(server, 'writer', slowCount / 2)]);
    const busy = await probe(connection, Number(options.seconds));
    tell(`with ${slowCount} slow ones`, busy);
    withThem.push(...busy);
    await Promise.all([disperse(readers), disperse(writers)]);
  }
  const delayMs = percentile(withThem, 0.99) - percentile(without, 0.99);
  console.log(`all turns: p99 ${delayMs.toFixed(2)} ms more with slow ones; ${residentMb(server.pid).toFixed(0)} MB at the end`);
  return delayMs <= MAX_DELAY_MS;
}

const directory = mkdtempSync(join(tmpdir(), 'ottla-neighbours-'));
const server = new OttlaServer({ directory: join(directory, 'data'), port: await freePort() });
try {
  await server.start();
  const connection = await WireConnection.open(server.host, server.port);
  await createTopic(connection, TOPIC, 2);
  // A process that has served nothing yet grows with its first requests, whoever sends them.
  await probe(connection, 5);
  await pause(SETTLE_MS);
  const isSmall = await measureMemory(server);
  const isQuick = await measureDelay(server);
  if (!isSmall || !isQuick) process.exitCode = 1;
} finally {
  for (const child of crowds) child.kill('SIGKILL');
  await server.terminate();
  rmSync(directory, { recursive: true, force: true });
}
process.exit();
