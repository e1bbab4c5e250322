import { setTimeout as wait } from 'node:timers/promises';
import { Client } from './connection.ts';
import type { Load, Prepared, Workload } from './load.ts';
import { cpuSeconds, peakResidentBytes, resetPeaks } from './process-usage.ts';
import type { System } from './systems.ts';

const SETTLE_MS = 700;
const WARM_STEP_MS = 1000;
/** A rate is steady when this many steps in a row lie this close together. */
const STEADY_STEPS = 3;
const STEADY_WITHIN = 0.08;

/** One measurement of one system. Rates are per second; CPU is the broker's alone, over all its processes. */
export interface Figures {
  readonly seconds: number;
  readonly messages: number;
  readonly bytes: number;
  readonly requests: number;
  readonly megabytesPerSecond: number;
  readonly messagesPerSecond: number;
  readonly requestsPerSecond: number;
  readonly cpuSecondsPerGb: number;
  readonly cpuSecondsPerMillion: number;
  /** Share of one core. */
  readonly cpuLoad: number;
  readonly p50Ms: number;
  readonly p99Ms: number;
  readonly p999Ms: number;
  readonly maxMs: number;
  readonly peakResidentMb: number;
  readonly extras: Readonly<Record<string, number>>;
  readonly check: string;
}

/** Called around the seconds that count, such as by a profiler. */
export interface Observer {
  begin(): Promise<void>;
  end(): Promise<void>;
}

/** Runs a load once, and answers its figures when everything it produced or read was right. */
export async function measure(system: System, prepared: Prepared, seconds: number, observer?: Observer): Promise<Figures> {
  const client = new Client(system);
  try {
    const load = await orFailure(client, prepared.start({ system, client }));
    await orFailure(client, wait(SETTLE_MS));
    await observer?.begin();
    resetPeaks(system.pids);
    const figures = await orFailure(client, count(system, load, seconds));
    await observer?.end();
    return { ...figures, check: await orFailure(client, load.finish()) };
  } finally {
    client.close();
  }
}

async function count(system: System, load: Load, seconds: number): Promise<Omit<Figures, 'check'>> {
  await load.counted?.();
  load.mark?.();
  load.latency.reset();
  const before = load.counts();
  const cpuBefore = cpuSeconds(system.pids);
  const startedAt = performance.now();
  await wait(seconds * 1000);
  await load.counted?.();
  const elapsed = (performance.now() - startedAt) / 1000;
  const cpu = cpuSeconds(system.pids) - cpuBefore;
  const after = load.counts();
  const messages = after.messages - before.messages;
  const bytes = after.bytes - before.bytes;
  const requests = after.requests - before.requests;
  if (messages === 0) throw new Error('nothing came through in the time that was measured');
  return {
    seconds: elapsed, messages, bytes, requests,
    megabytesPerSecond: bytes / 1e6 / elapsed,
    messagesPerSecond: messages / elapsed,
    requestsPerSecond: requests / elapsed,
    cpuSecondsPerGb: cpu / (bytes / 1e9),
    cpuSecondsPerMillion: cpu / (messages / 1e6),
    cpuLoad: cpu / elapsed,
    p50Ms: load.latency.percentile(0.5),
    p99Ms: load.latency.percentile(0.99),
    p999Ms: load.latency.percentile(0.999),
    maxMs: load.latency.percentile(1),
    peakResidentMb: peakResidentBytes(system.pids) / 1e6,
    extras: load.extras?.() ?? {},
  };
}

/**
 * Runs a load until the CPU that a message costs is steady (a paced load's rate always is), for compilers at run time;
 * at most `maxSeconds`. Answers the seconds it took.
 */
export async function warmUp(system: System, prepared: Prepared, maxSeconds: number): Promise<number> {
  const client = new Client(system);
  try {
    const load = await orFailure(client, prepared.start({ system, client }));
    const costs: number[] = [];
    await orFailure(client, load.counted?.() ?? Promise.resolve());
    let messages = load.counts().messages;
    let cpu = cpuSeconds(system.pids);
    while (costs.length < maxSeconds && !isSteady(costs)) {
      await orFailure(client, wait(WARM_STEP_MS));
      await orFailure(client, load.counted?.() ?? Promise.resolve());
      const messagesNow = load.counts().messages;
      const cpuNow = cpuSeconds(system.pids);
      costs.push((cpuNow - cpu) / Math.max(1, messagesNow - messages));
      messages = messagesNow;
      cpu = cpuNow;
    }
    await orFailure(client, load.finish());
    return costs.length;
  } finally {
    client.close();
  }
}

function isSteady(costs: readonly number[]): boolean {
  const last = costs.slice(-STEADY_STEPS);
  return last.length === STEADY_STEPS && Math.max(...last) - Math.min(...last) <= STEADY_WITHIN * Math.max(...last);
}

/** What `work` answers, or the first failure of a connection. */
export function orFailure<T>(client: Client, work: Promise<T>): Promise<T> {
  return Promise.race([work, client.failed]);
}

/** What stays for all rounds of a workload on a system, with a client for the time it takes. */
export async function prepare(system: System, workload: Workload): Promise<Prepared> {
  const client = new Client(system);
  try {
    return await orFailure(client, workload.prepare({ system, client }));
  } finally {
    client.close();
  }
}

export async function dispose(system: System, prepared: Prepared): Promise<void> {
  const client = new Client(system);
  try {
    await orFailure(client, prepared.dispose({ system, client }));
  } finally {
    client.close();
  }
}
