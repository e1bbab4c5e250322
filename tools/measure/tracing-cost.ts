/**
 * What traces cost a broker under an ordinary load:
 *
 *   node tools/measure/tracing-cost.ts [--slices 80] [--seconds 2] [--dense 0.2] [--share 0.01] [--collector http://HOST:4318]
 *
 * Two processes of the same build differ by more than traces cost, and a machine changes from one minute to the next. So it is
 * one process (the one-process form) that traces and does not, in slices of a few seconds, while a fixed rate of
 * messages with acks=all and consumers that read them go on: first as batches of 16 KiB, then lone. Slices go in pairs, in an order that is
 * drawn; the start of each is left out, so that spans of the one before are exported. So that the cost stands out of what the machine does,
 * `--dense` of the requests are traced, without the limit of traces a second, and `--share` costs its part of that. Tracing is turned off and on through the broker's inspector, by the limit.
 * Spans go to --collector (Jaeger), or to a small process that takes and counts them. Exit code 1: at --share the traces cost more than 3 %, even at the
 * upper end of what is likely (95 %), or fewer spans arrived than were made.
 */
import { type ChildProcess, fork } from 'node:child_process';
import { once } from 'node:events';
import { readFileSync, readdirSync } from 'node:fs';
import { loadavg } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { parseArgs } from 'node:util';
import { recordsIn } from '../bench/batches.ts';
import { Client } from '../bench/connection.ts';
import { Inspector } from '../bench/inspector.ts';
import type { Load, Workload } from '../bench/load.ts';
import { endToEnd, type EndToEndShape } from '../bench/loads/end-to-end.ts';
import { dispose, orFailure, prepare, warmUp } from '../bench/measure.ts';
import { startOttla, type System } from '../bench/systems.ts';
import { exitOnSignals } from '../cluster/start-cluster.ts';
import { versionNow } from '../version.ts';
import type { SinkCounts } from './span-sink.ts';

const { values } = parseArgs({
  options: {
    slices: { type: 'string', default: '80' },
    seconds: { type: 'string', default: '2' },
    warm: { type: 'string', default: '10' },
    dense: { type: 'string', default: '0.2' },
    share: { type: 'string', default: '0.01' },
    collector: { type: 'string' },
  },
});
const MOST_RATIO = 1.03;
const KIB = 1024;
/** The start of a slice that is not counted. */
const LEFT_OUT_MS = 600;
/** Spans wait no longer for their export, so that a slice pays for its own. */
const EXPORT_EACH_MS = 200;
const NO_LIMIT = 1e6;
/** Two-sided 95 % of a normal distribution; there are dozens of pairs. */
const LIKELY = 1.96;
const NS_PER_SECOND = 1e9;
const shapes: readonly EndToEndShape[] = [
  { label: 'batches-16k', messageBytes: KIB, records: recordsIn(16 * KIB, KIB), partitions: 6, batchesPerSecond: 1500 },
  { label: 'lone-messages', messageBytes: 100, records: 1, partitions: 6, batchesPerSecond: 4000 },
];

class Sink {
  readonly url: string;
  readonly #child: ChildProcess;

  private constructor(url: string, child: ChildProcess) {
    this.url = url;
    this.#child = child;
  }

  static async start(): Promise<Sink> {
    const child = fork(join(import.meta.dirname, 'span-sink.ts'));
    const [url] = (await once(child, 'message')) as [string];
    return new Sink(url, child);
  }

  async counts(): Promise<SinkCounts> {
    this.#child.send('counts');
    const [counts] = (await once(this.#child, 'message')) as [SinkCounts];
    return counts;
  }
}

/** Turns the tracing of a process off and on, by the limit of traces a second in its settings. */
class Switch {
  readonly #inspector: Inspector;
  readonly #settingsId: string;

  private constructor(inspector: Inspector, settingsId: string) {
    this.#inspector = inspector;
    this.#settingsId = settingsId;
  }

  /** Looks through the heap for the tracer's settings. */
  static async find(url: string): Promise<Switch> {
    const inspector = await Inspector.open(url);
    const { result: prototype } = (await inspector.call('Runtime.evaluate', { expression: 'Object.prototype' })) as { result: { objectId: string } };
    const { objects } = (await inspector.call('Runtime.queryObjects', { prototypeObjectId: prototype.objectId })) as { objects: { objectId: string } };
    const { result } = (await inspector.call('Runtime.callFunctionOn', {
      objectId: objects.objectId,
      functionDeclaration: `function () { return this.find((each) => Object.keys(each).join() === 'ratio,perSecond,followsParents'); }`,
    })) as { result: { objectId?: string } };
    await inspector.call('Runtime.releaseObject', { objectId: objects.objectId });
    if (result.objectId === undefined) throw new Error('the broker has no settings of a tracer');
    return new Switch(inspector, result.objectId);
  }

  async set(isOn: boolean): Promise<void> {
    const functionDeclaration = `function () { this.perSecond = ${isOn ? NO_LIMIT : 0}; }`;
    await this.#inspector.call('Runtime.callFunctionOn', { objectId: this.#settingsId, functionDeclaration });
  }
}

interface Slice {
  readonly cpuSecondsPerSecond: number;
  readonly producesPerSecond: number;
}

/** CPU seconds of all threads of a process, to the nanosecond as the scheduler counts them; those of threads that ended are missing. */
function scheduledSeconds(pid: number): number {
  const tasks = `/proc/${pid}/task`;
  const ns = readdirSync(tasks).map((task) => Number(readFileSync(`${tasks}/${task}/schedstat`, 'utf8').split(' ')[0]));
  return ns.reduce((sum, each) => sum + each, 0) / NS_PER_SECOND;
}

async function slice(pid: number, load: Load, seconds: number): Promise<Slice> {
  await pause(LEFT_OUT_MS);
  const [cpuBefore, producesBefore, startedAtMs] = [scheduledSeconds(pid), load.counts().requests, performance.now()];
  await pause(seconds * 1000 - LEFT_OUT_MS);
  const elapsed = (performance.now() - startedAtMs) / 1000;
  return { cpuSecondsPerSecond: (scheduledSeconds(pid) - cpuBefore) / elapsed, producesPerSecond: (load.counts().requests - producesBefore) / elapsed };
}

/** A slice that traced and its neighbour that did not. */
interface Pair {
  readonly on: Slice;
  readonly off: Slice;
}

async function pairs(system: System, load: Load, tracing: Switch): Promise<readonly Pair[]> {
  const found: Pair[] = [];
  while (found.length < Number(values.slices) / 2) {
    const isOnFirst = Math.random() < 0.5;
    const measured: Slice[] = [];
    for (const isOn of [isOnFirst, !isOnFirst]) {
      await tracing.set(isOn);
      measured.push(await slice(system.pids[0] as number, load, Number(values.seconds)));
    }
    const [on, off] = (isOnFirst ? measured : measured.toReversed()) as [Slice, Slice];
    found.push({ on, off });
  }
  await tracing.set(false);
  return found;
}

const mean = (figures: readonly number[]): number => figures.reduce((sum, each) => sum + each, 0) / figures.length;

/** Half of the width of what the mean is likely to be. */
function likely(figures: readonly number[]): number {
  const middle = mean(figures);
  const variance = figures.reduce((sum, each) => sum + (each - middle) ** 2, 0) / (figures.length - 1);
  return LIKELY * Math.sqrt(variance / figures.length);
}

/** Says what was found; whether the share that was asked for is cheap enough. */
function judge(label: string, found: readonly Pair[], spans: number): boolean {
  const off = mean(found.map((pair) => pair.off.cpuSecondsPerSecond));
  const differences = found.map((pair) => (pair.on.cpuSecondsPerSecond - pair.off.cpuSecondsPerSecond) / off);
  const [dense, error] = [mean(differences), likely(differences)];
  // The limit of traces a second, which is off here, can only make it less.
  const part = Number(values.share) / Number(values.dense);
  const [ratio, upper] = [1 + dense * part, 1 + (dense + error) * part];
  const isCheap = upper <= MOST_RATIO;
  say(`  ${found.length} pairs: ${(off * 100).toFixed(1)} % of a core without traces, ${(dense * 100).toFixed(1)} % more with ${values.dense} of all requests traced (give or take ${(error * 100).toFixed(1)}), ${spans} spans`);
  say(`${label}: with ${values.share} traced, CPU of the broker traced to off ${ratio.toFixed(4)}, at most ${upper.toFixed(4)}; ${isCheap ? 'within' : 'NOT within'} ${MOST_RATIO}`);
  return isCheap;
}

async function measureShape(system: System, shape: EndToEndShape, tracing: Switch, spansNow: () => Promise<number>): Promise<boolean> {
  say(`${shape.label}: ${shape.batchesPerSecond} batches of ${shape.records} messages of ${shape.messageBytes} B a second to ${shape.partitions} partitions`);
  const workload: Workload = { name: shape.label, describes: '', target: '', per: 'million', isPaced: true, acknowledgement: 'acks=all', prepare: (context) => endToEnd(context, shape) };
  const prepared = await prepare(system, workload);
  await tracing.set(true);
  await warmUp(system, prepared, Number(values.warm));
  await tracing.set(false);
  const client = new Client(system);
  const load = await orFailure(client, prepared.start({ system, client }));
  await pause(LEFT_OUT_MS);
  const spansBefore = await spansNow();
  const found = await orFailure(client, pairs(system, load, tracing));
  await pause(LEFT_OUT_MS);
  const spans = (await spansNow()) - spansBefore;
  await orFailure(client, load.finish());
  client.close();
  await dispose(system, prepared);
  const least = found.reduce((sum, { on }) => sum + on.producesPerSecond * (Number(values.seconds) - LEFT_OUT_MS / 1000) * Number(values.dense), 0);
  if (spans < least) say(`${shape.label}: spans are missing: ${spans} arrived, of ${least.toFixed(0)} requests that were traced`);
  return judge(shape.label, found, spans) && !(spans < least);
}

exitOnSignals();
const say = (line: string): void => void process.stdout.write(`${line}\n`);
say(`Ottla ${versionNow()}, ${values.dense} of all requests traced, load average ${loadavg()[0]?.toFixed(1)}`);
const sink = values.collector === undefined ? await Sink.start() : undefined;
const system = await startOttla({
  version: '', ballastMb: 0, inspects: true,
  environment: {
    OTEL_EXPORTER_OTLP_ENDPOINT: values.collector ?? (sink as Sink).url, OTEL_TRACES_SAMPLER: 'parentbased_traceidratio', OTEL_TRACES_SAMPLER_ARG: values.dense,
    OTTLA_TRACES_PER_SECOND: String(NO_LIMIT), OTEL_BSP_SCHEDULE_DELAY: String(EXPORT_EACH_MS), OTEL_BSP_MAX_QUEUE_SIZE: '65536',
  },
});
try {
  const tracing = await Switch.find(system.inspectorUrl as string);
  const spansNow = async (): Promise<number> => (sink === undefined ? NaN : (await sink.counts()).spans);
  for (const shape of shapes) if (!(await measureShape(system, shape, tracing, spansNow))) process.exitCode = 1;
} finally {
  await system.stop();
}
say(`load average ${loadavg()[0]?.toFixed(1)}`);
process.exit();
