/** `npm run bench -- sustained`: minutes at a share of the peak, and whether anything stalls in them. */
import { setTimeout as wait } from 'node:timers/promises';
import { type BatchShape, recordsIn } from './batches.ts';
import { Client } from './connection.ts';
import { Histogram, median } from './histogram.ts';
import { PacedProduce } from './loads/paced-produce.ts';
import { boundedTopicOf, saturatingProduce } from './loads/produce.ts';
import { measure, orFailure, warmUp } from './measure.ts';
import { cpuSeconds, peakResidentBytes, residentBytes, resetPeaks } from './process-usage.ts';
import type { System } from './systems.ts';
import { createTopic } from './topics.ts';

const PARTITIONS = 6;
const IN_FLIGHT = 5;
const PEAK_ROUNDS = 3;
const PEAK_SECONDS = 8;
const SETTLE_MS = 2_000;
/** The run is told of in so many parts. */
const PARTS = 10;
/** So far behind, what is left of the run would only make it more. */
const HOPELESS_SECONDS = 5;
const TARGET_P99_MS = 10;
const TARGET_STALL_MS = 100;

export interface SustainedPlan {
  readonly seconds: number;
  readonly warmSeconds: number;
  /** Of the peak, 0 to 1. */
  readonly share: number;
  readonly batchBytes: number;
}

interface Part {
  readonly seconds: number;
  readonly latency: Histogram;
  readonly lateness: Histogram;
  readonly longestGapMs: number;
  readonly bytes: number;
  readonly cpuSeconds: number;
  readonly residentBytes: number;
}

/**
 * Finds the peak with a few requests in flight on each of six connections, then produces the same batches at an even rate
 * below it. Latencies count from when a batch was due, so a stall counts for everything that had to wait in it. Answers
 * Markdown; throws when something that was acknowledged is not there.
 */
export async function runSustained(system: System, plan: SustainedPlan, say: (line: string) => void): Promise<string> {
  const shape: BatchShape = { messageBytes: 1024, records: recordsIn(plan.batchBytes, 1024) };
  const peak = await findPeak(system, shape, plan, say);
  const batchesPerSecond = peak * plan.share;
  const client = new Client(system);
  try {
    const context = { system, client };
    const topic = await createTopic(context, 'sustained', PARTITIONS, boundedTopicOf(system));
    const load = new PacedProduce(context, { ...shape, partitions: PARTITIONS, batchesPerSecond }, topic);
    await load.open();
    await orFailure(client, wait(SETTLE_MS));
    const residentBefore = residentBytes(system.pids);
    resetPeaks(system.pids);
    load.latency.reset();
    load.lateness.reset();
    load.takeLongestGapMs();
    const parts: Part[] = [];
    const startedAt = performance.now();
    for (let index = 1; index <= PARTS; index++) {
      const part = await orFailure(client, runPart(system, load, startedAt + (plan.seconds * 1000 * index) / PARTS));
      parts.push(part);
      say(`  ${system.name} ${index}/${PARTS} ${tell(part)}`);
      if (load.inFlight > batchesPerSecond * HOPELESS_SECONDS) {
        say(`  ${system.name} falls behind: ${load.inFlight} batches wait; no further part`);
        break;
      }
    }
    const peakResident = peakResidentBytes(system.pids);
    const checked = await orFailure(client, load.finish());
    say(`      ${checked}`);
    return summary(system, plan, { peak, batchBytes: parts[0] === undefined ? 0 : shape.records * shape.messageBytes, parts, residentBefore, peakResident, checked });
  } finally {
    client.close();
  }
}

/** Batches a second, the median of a few rounds behind a warm-up. */
async function findPeak(system: System, shape: BatchShape, plan: SustainedPlan, say: (line: string) => void): Promise<number> {
  const saturating = saturatingProduce({ ...shape, label: 'peak', partitions: PARTITIONS, inFlight: IN_FLIGHT });
  await warmUp(system, saturating, plan.warmSeconds);
  const rates: number[] = [];
  for (let round = 1; round <= PEAK_ROUNDS; round++) {
    const { requestsPerSecond, megabytesPerSecond, p99Ms } = await measure(system, saturating, Math.min(PEAK_SECONDS, plan.seconds));
    rates.push(requestsPerSecond);
    say(`  ${system.name} peak ${round}/${PEAK_ROUNDS}: ${megabytesPerSecond.toFixed(0)} MB/s, ${requestsPerSecond.toFixed(0)} batches/s, p99 ${p99Ms.toFixed(1)} ms`);
  }
  return median(rates);
}

async function runPart(system: System, load: PacedProduce, endAt: number): Promise<Part> {
  const startedAt = performance.now();
  const bytesBefore = load.counts().bytes;
  const cpuBefore = cpuSeconds(system.pids);
  await wait(Math.max(0, endAt - startedAt));
  const latency = new Histogram();
  const lateness = new Histogram();
  latency.add(load.latency);
  lateness.add(load.lateness);
  load.latency.reset();
  load.lateness.reset();
  return {
    seconds: (performance.now() - startedAt) / 1000, latency, lateness, longestGapMs: load.takeLongestGapMs(),
    bytes: load.counts().bytes - bytesBefore, cpuSeconds: cpuSeconds(system.pids) - cpuBefore, residentBytes: residentBytes(system.pids),
  };
}

const ms = (value: number): string => `${value.toPrecision(3)} ms`;

function tell({ seconds, latency, lateness, longestGapMs, bytes, cpuSeconds: cpu, residentBytes: resident }: Part): string {
  return [
    `${(bytes / 1e6 / seconds).toFixed(0)} MB/s`, `${(cpu / (bytes / 1e9)).toFixed(2)} CPU s/GB`, `p50 ${ms(latency.percentile(0.5))}`, `p99 ${ms(latency.percentile(0.99))}`, `p99.9 ${ms(latency.percentile(0.999))}`,
    `max ${ms(latency.percentile(1))}`, `longest without an answer ${ms(longestGapMs)}`, `sent late by at most ${ms(lateness.percentile(1))}`, `RSS ${(resident / 1e6).toFixed(0)} MB`,
  ].join(', ');
}

interface Outcome {
  /** Batches a second. */
  readonly peak: number;
  readonly batchBytes: number;
  readonly parts: readonly Part[];
  readonly residentBefore: number;
  readonly peakResident: number;
  readonly checked: string;
}

function summary(system: System, { seconds, share }: SustainedPlan, { peak, batchBytes, parts, residentBefore, peakResident, checked }: Outcome): string {
  const latency = new Histogram();
  const lateness = new Histogram();
  for (const part of parts) {
    latency.add(part.latency);
    lateness.add(part.lateness);
  }
  const sum = (of: (part: Part) => number): number => parts.reduce((total, part) => total + of(part), 0);
  const stall = Math.max(...parts.map(({ longestGapMs }) => longestGapMs));
  const p99 = latency.percentile(0.99);
  const rows: readonly (readonly [string, string])[] = [
    ['peak', `${((peak * batchBytes) / 1e6).toFixed(0)} MB/s, ${peak.toFixed(0)} batches/s`],
    ['rate given and reached', `${((peak * share * batchBytes) / 1e6).toFixed(0)} and ${(sum(({ bytes }) => bytes) / 1e6 / sum((part) => part.seconds)).toFixed(0)} MB/s`],
    ['p50, p99, p99.9, longest', [0.5, 0.99, 0.999, 1].map((fraction) => ms(latency.percentile(fraction))).join(', ')],
    ['parts of the run that were not given up', `${parts.length} of ${PARTS}`],
    ['worst p99 of a part', ms(Math.max(...parts.map((part) => part.latency.percentile(0.99))))],
    ['longest time without an acknowledgement', ms(stall)],
    ['of it the load generator: sent late p50, p99, longest', [0.5, 0.99, 1].map((fraction) => ms(lateness.percentile(fraction))).join(', ')],
    ['CPU s/GB', (sum((part) => part.cpuSeconds) / (sum(({ bytes }) => bytes) / 1e9)).toFixed(2)],
    ['RSS at the start, at the end, peak', [residentBefore, parts.at(-1)?.residentBytes ?? Number.NaN, peakResident].map((bytes) => `${(bytes / 1e6).toFixed(0)} MB`).join(', ')],
    ['RSS after each part, MB', parts.map(({ residentBytes: resident }) => (resident / 1e6).toFixed(0)).join(', ')],
    [`target: p99 under ${TARGET_P99_MS} ms`, p99 < TARGET_P99_MS ? 'reached' : 'missed'],
    [`target: no stall over ${TARGET_STALL_MS} ms`, latency.percentile(1) <= TARGET_STALL_MS ? 'reached' : 'missed'],
  ];
  return [
    `${system.name === 'ottla' ? 'Ottla' : 'Apache Kafka'} ${system.version}, ${(seconds / 60).toPrecision(3)} minutes at ${(share * 100).toFixed(0)} % of the peak: 1 KiB messages in batches of ${(batchBytes / 1024).toFixed(0)} KiB, ${PARTITIONS} partitions, acks=all. ${checked}.`,
    '', '| figure | value |', '| --- | --- |', ...rows.map(([name, value]) => `| ${name} | ${value} |`),
  ].join('\n');
}
