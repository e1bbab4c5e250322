/**
 * What traces cost a broker under an ordinary load:
 *
 *   node tools/measure/tracing-cost.ts [--blocks 2] [--rounds 4] [--seconds 5] [--share 0.01] [--collector http://HOST:4318]
 *
 * Three brokers (the one-process form) side by side: one that traces that share of requests and exports them, and two that do
 * not trace, the second to show how far two measurements of the same lie apart. All get the same load in turn, and in another
 * order in each round: a fixed rate of messages with acks=all and consumers that read them, first as batches of 16 KiB,
 * then lone. Counted is the CPU of the broker's process; ratios are of one round each, against the mean of the two that do not
 * trace. Each block has processes of its own, since what a process compiled early stays with it. Spans go to --collector
 * (Jaeger), or to a small process that takes and counts them. Exit code 1: a median ratio is above 1.03, or no span came.
 */
import { type ChildProcess, fork } from 'node:child_process';
import { once } from 'node:events';
import { loadavg } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { recordsIn } from '../bench/batches.ts';
import type { Prepared, Workload } from '../bench/load.ts';
import { endToEnd, type EndToEndShape } from '../bench/loads/end-to-end.ts';
import { dispose, measure, prepare, warmUp } from '../bench/measure.ts';
import { startOttla, type System } from '../bench/systems.ts';
import { exitOnSignals } from '../cluster/start-cluster.ts';
import { versionNow } from '../version.ts';
import type { SinkCounts } from './span-sink.ts';

const { values } = parseArgs({
  options: {
    blocks: { type: 'string', default: '2' },
    rounds: { type: 'string', default: '4' },
    seconds: { type: 'string', default: '5' },
    warm: { type: 'string', default: '10' },
    share: { type: 'string', default: '0.01' },
    collector: { type: 'string' },
  },
});
const MOST_RATIO = 1.03;
const KIB = 1024;
const shapes: readonly EndToEndShape[] = [
  { label: 'batches-16k', messageBytes: KIB, records: recordsIn(16 * KIB, KIB), partitions: 6, batchesPerSecond: 1500 },
  { label: 'lone-messages', messageBytes: 100, records: 1, partitions: 6, batchesPerSecond: 4000 },
];

/** Ratios of one kind of load, one a round. */
interface Ratios {
  readonly traced: number[];
  readonly control: number[];
}

/** A broker with what stays of the load on it between rounds. */
interface Contestant {
  readonly name: string;
  readonly system: System;
  prepared: Prepared | undefined;
}

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

function workload(shape: EndToEndShape): Workload {
  return { name: shape.label, describes: '', target: '', per: 'million', isPaced: true, acknowledgement: 'acks=all', prepare: (context) => endToEnd(context, shape) };
}

async function contestants(collector: string): Promise<readonly [Contestant, Contestant, Contestant]> {
  const start = async (name: string, environment: Readonly<Record<string, string>>): Promise<Contestant> => ({ name, system: await startOttla({ version: '', ballastMb: 0, inspects: false, environment }), prepared: undefined });
  const tracing = { OTEL_EXPORTER_OTLP_ENDPOINT: collector, OTEL_TRACES_SAMPLER: 'parentbased_traceidratio', OTEL_TRACES_SAMPLER_ARG: values.share };
  return [await start('traced', tracing), await start('off', {}), await start('off again', {})];
}

/** CPU seconds a million messages of each, in the order of `all`; who begins changes with the round. */
async function round(all: readonly Contestant[], number: number): Promise<readonly number[]> {
  const costs = all.map(() => NaN);
  for (let turn = 0; turn < all.length; turn++) {
    const index = (turn + number) % all.length;
    const { system, prepared } = all[index] as Contestant;
    const { cpuSecondsPerMillion } = await measure(system, prepared as Prepared, Number(values.seconds));
    costs[index] = cpuSecondsPerMillion;
  }
  return costs;
}

async function measureShape(all: readonly Contestant[], shape: EndToEndShape, ratios: Ratios, say: (line: string) => void): Promise<void> {
  for (const contestant of all) {
    contestant.prepared = await prepare(contestant.system, workload(shape));
    await warmUp(contestant.system, contestant.prepared, Number(values.warm));
  }
  for (let number = 0; number < Number(values.rounds); number++) {
    const [traced = NaN, off = NaN, again = NaN] = await round(all, number);
    const base = (off + again) / 2;
    ratios.traced.push(traced / base);
    ratios.control.push(again / off);
    say(`  CPU s a million messages: traced ${traced.toFixed(2)}, off ${off.toFixed(2)}, off again ${again.toFixed(2)}; traced to off ${(traced / base).toFixed(3)}`);
  }
  for (const { system, prepared } of all) await dispose(system, prepared as Prepared);
}

/** Median, quartiles and ends. */
function spread(figures: readonly number[]): { readonly median: number; readonly text: string } {
  const sorted = figures.toSorted((a, b) => a - b);
  const at = (share: number): number => {
    const place = share * (sorted.length - 1);
    const below = sorted[Math.floor(place)] as number;
    return below + ((sorted[Math.ceil(place)] as number) - below) * (place % 1);
  };
  const [least, lower, median, upper, most] = [0, 0.25, 0.5, 0.75, 1].map(at) as [number, number, number, number, number];
  return { median, text: `median ${median.toFixed(3)}, half of them ${lower.toFixed(3)} to ${upper.toFixed(3)}, all ${least.toFixed(3)} to ${most.toFixed(3)}` };
}

exitOnSignals();
const say = (line: string): void => void process.stdout.write(`${line}\n`);
say(`Ottla ${versionNow()}, share ${values.share}, load average ${loadavg()[0]?.toFixed(1)}`);
const sink = values.collector === undefined ? await Sink.start() : undefined;
const results = new Map(shapes.map((shape) => [shape, { traced: [], control: [] } as Ratios]));
for (let block = 1; block <= Number(values.blocks); block++) {
  const all = await contestants(values.collector ?? (sink as Sink).url);
  try {
    for (const [shape, ratios] of results) {
      say(`block ${block}, ${shape.label}: ${shape.batchesPerSecond} batches of ${shape.records} messages of ${shape.messageBytes} B a second to ${shape.partitions} partitions`);
      await measureShape(all, shape, ratios, say);
    }
  } finally {
    await Promise.all(all.map(({ system }) => system.stop()));
  }
}
for (const [{ label }, { traced, control }] of results) {
  const { median, text } = spread(traced);
  const isCheap = median <= MOST_RATIO;
  if (!isCheap) process.exitCode = 1;
  say(`${label}: CPU of the broker traced to off: ${text}; off to off: ${spread(control).text}; ${isCheap ? 'within' : 'NOT within'} ${MOST_RATIO}`);
}
if (sink !== undefined) {
  const { exports, spans, bytes } = await sink.counts();
  say(`the collector took ${spans} spans in ${exports} exports, ${(bytes / 1e6).toFixed(1)} MB; load average ${loadavg()[0]?.toFixed(1)}`);
  if (spans === 0) process.exitCode = 1;
}
process.exit();
