import { createReadStream } from 'node:fs';
import { readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { partitionsWithLeader } from '../measure/apis.ts';
import { cpuMs, residentMb } from '../measure/process-figures.ts';
import { type MeasuredServer, pause } from '../measure/servers.ts';
import { WireConnection } from '../measure/wire-connection.ts';
import { MEASURED_TOPIC } from './filling.ts';

const RETRY_MS = 5;
const TARGET_RATIO = 1 / 3;

interface Start {
  readonly loadedMs: number;
  readonly loadedCpuMs: number;
  readonly answerMs: number;
  readonly answerCpuMs: number;
  readonly stopMs: number;
}

/** Stops and starts the servers in turn, Ottla first, and prints what each start took. Answers whether Ottla's best took at most a third. */
export async function compareStarts(servers: readonly MeasuredServer[], rounds: number, stop: 'kill' | 'terminate'): Promise<boolean> {
  const starts = new Map<MeasuredServer, Start[]>(servers.map((server) => [server, []]));
  // All stand still while one starts.
  for (const server of servers) await server[stop]();
  for (let round = 1; round <= rounds; round++) {
    for (const [server, done] of starts) {
      const start = await measureStart(server, stop);
      done.push(start);
      console.log(`round ${round}, ${server.name}: ${describe(start)}`);
    }
  }
  for (const [server, done] of starts) console.log(`best of ${rounds}, ${server.name}: ${describe(bestOf(done))}`);
  const [own, reference] = [...starts.values()].map(bestOf);
  if (own === undefined || reference === undefined) return true;
  const ratio = own.loadedMs / reference.loadedMs;
  const cpuRatio = own.loadedCpuMs / reference.loadedCpuMs;
  console.log(`Ottla takes ${ratio.toFixed(3)} of Kafka's time to load (CPU ${cpuRatio.toFixed(3)}), ${(own.answerMs / reference.answerMs).toFixed(3)} to answer; at most ${TARGET_RATIO.toFixed(3)} is wanted`);
  return ratio <= TARGET_RATIO;
}

async function measureStart(server: MeasuredServer, stop: 'kill' | 'terminate'): Promise<Start> {
  await readSegments(server.directory);
  const startedAt = performance.now();
  const starting = server.start();
  const [figures] = await Promise.all([starting, firstAnswer(server)]);
  const answerMs = performance.now() - startedAt;
  const answerCpuMs = cpuMs(server.pid);
  console.log(`  ${server.name} holds ${residentMb(server.pid).toFixed(0)} MB`);
  const stopStartedAt = performance.now();
  await server[stop]();
  return { ...figures, answerMs, answerCpuMs, stopMs: performance.now() - stopStartedAt };
}

/** Brings all segments into the page cache: what a start takes must not hang on what the kernel threw out before it. */
async function readSegments(directory: string): Promise<void> {
  for (const name of await readdir(directory, { recursive: true })) {
    if (name.endsWith('.log')) for await (const _ of createReadStream(join(directory, name), { highWaterMark: 1 << 20 }));
  }
}

/** Settles with the first Metadata answer that names a leader for each partition of the topic with data. */
async function firstAnswer(server: MeasuredServer): Promise<void> {
  for (;;) {
    try {
      const connection = await WireConnection.open(server.host, server.port);
      const led = await partitionsWithLeader(connection, MEASURED_TOPIC);
      connection.close();
      if (led > 0) return;
    } catch {
      // Nobody listens yet, or the server hung up on who came too soon.
    }
    await pause(RETRY_MS);
  }
}

function bestOf(starts: readonly Start[]): Start {
  const least = (figure: (start: Start) => number): number => Math.min(...starts.map(figure));
  return {
    loadedMs: least(({ loadedMs }) => loadedMs),
    loadedCpuMs: least(({ loadedCpuMs }) => loadedCpuMs),
    answerMs: least(({ answerMs }) => answerMs),
    answerCpuMs: least(({ answerCpuMs }) => answerCpuMs),
    stopMs: least(({ stopMs }) => stopMs),
  };
}

function describe({ loadedMs, loadedCpuMs, answerMs, answerCpuMs, stopMs }: Start): string {
  const ms = (value: number): string => `${value.toFixed(0)} ms`;
  return `loaded after ${ms(loadedMs)} (CPU ${ms(loadedCpuMs)}), answer after ${ms(answerMs)} (CPU ${ms(answerCpuMs)}), stopped in ${ms(stopMs)}`;
}
