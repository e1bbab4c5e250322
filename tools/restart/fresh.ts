import { join } from 'node:path';
import { brokerCount } from '../measure/apis.ts';
import { cpuMs, residentMb } from '../measure/process-figures.ts';
import { freePort, OttlaServer, pause } from '../measure/servers.ts';
import { WireConnection } from '../measure/wire-connection.ts';

const ANSWER_WITHIN_MS = 600;
const RESIDENT_MB = 150;
const STOP_WITHIN_MS = 500;
const IDLE_MS = 5000;
const RETRY_MS = 5;

/** An empty folder each round: the first Metadata answer, memory after 5 s without work, SIGTERM to exit. Answers whether the best is good enough. */
export async function measureFresh(folder: string, rounds: number, maxOpenFiles: number | undefined): Promise<boolean> {
  const best = { answerMs: Infinity, residentMb: Infinity, stopMs: Infinity };
  for (let round = 1; round <= rounds; round++) {
    const server = new OttlaServer({ directory: join(folder, `fresh-${round}`), port: await freePort(), maxOpenFiles });
    const startedAt = performance.now();
    const starting = server.start();
    await firstAnswer(server);
    const answerMs = performance.now() - startedAt;
    const answerCpuMs = cpuMs(server.pid);
    await starting;
    await pause(IDLE_MS);
    const resident = residentMb(server.pid);
    const cpuBeforeMs = cpuMs(server.pid);
    const stopMs = await server.terminate();
    console.log(`round ${round}: Metadata answer after ${answerMs.toFixed(0)} ms (CPU ${answerCpuMs.toFixed(0)} ms), ${resident.toFixed(0)} MB after 5 s idle (CPU ${(cpuBeforeMs - answerCpuMs).toFixed(0)} ms in them), SIGTERM to exit ${stopMs.toFixed(0)} ms`);
    best.answerMs = Math.min(best.answerMs, answerMs);
    best.residentMb = Math.min(best.residentMb, resident);
    best.stopMs = Math.min(best.stopMs, stopMs);
  }
  console.log(`best of ${rounds}: ${best.answerMs.toFixed(0)} ms (${ANSWER_WITHIN_MS} wanted), ${best.residentMb.toFixed(0)} MB (${RESIDENT_MB}), ${best.stopMs.toFixed(0)} ms (${STOP_WITHIN_MS})`);
  return best.answerMs <= ANSWER_WITHIN_MS && best.residentMb <= RESIDENT_MB && best.stopMs <= STOP_WITHIN_MS;
}

async function firstAnswer({ host, port }: OttlaServer): Promise<void> {
  for (;;) {
    try {
      const connection = await WireConnection.open(host, port);
      const brokers = await brokerCount(connection);
      connection.close();
      if (brokers > 0) return;
    } catch {
      // Nobody listens yet.
    }
    await pause(RETRY_MS);
  }
}
