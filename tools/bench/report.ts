import { execFileSync } from 'node:child_process';
import { cpus, loadavg, release, totalmem } from 'node:os';
import { writeCharts } from './charts.ts';
import { median } from './histogram.ts';
import type { Workload } from './load.ts';
import { boundedTopic } from './loads/produce.ts';
import type { Figures } from './measure.ts';
import type { Plan } from './session.ts';
import { brokerSettings, type System, usualPlacement } from './systems.ts';

export interface Result {
  readonly workload: Workload;
  /** By system, one for each round. */
  readonly figures: ReadonlyMap<string, readonly Figures[]>;
}

/** All that was measured with so many replicas. */
export interface Measured {
  readonly replication: number;
  readonly systems: readonly System[];
  readonly results: readonly Result[];
}

type Column = readonly [title: string, value: (figures: Figures) => number, digits: (value: number) => number];

const few = (value: number): number => (value >= 100 ? 0 : value >= 10 ? 1 : value >= 1 ? 2 : 3);
const none = (): number => 0;

function columnsOf({ per }: Workload): readonly Column[] {
  return [
    per === 'GB' ? ['MB/s', (of) => of.megabytesPerSecond, none] : ['messages/s', (of) => of.messagesPerSecond, none],
    per === 'GB' ? ['CPU s/GB', (of) => of.cpuSecondsPerGb, few] : ['CPU s/million', (of) => of.cpuSecondsPerMillion, few],
    ['cores', (of) => of.cpuLoad, few],
    ['p50 ms', (of) => of.p50Ms, few],
    ['p99 ms', (of) => of.p99Ms, few],
    ['p99.9 ms', (of) => of.p999Ms, few],
    ['max ms', (of) => of.maxMs, few],
    ['peak RSS MB', (of) => of.peakResidentMb, none],
  ];
}

/** One line for one measurement. */
export function formatRound(system: string, figures: Figures, per: Workload['per']): string {
  const columns = columnsOf({ per } as Workload).filter(([, value]) => !Number.isNaN(value(figures))).map(([title, value, digits]) => `${value(figures).toFixed(digits(value(figures)))} ${title}`);
  const extras = Object.entries(figures.extras).map(([name, value]) => `${name} ${value.toFixed(few(value))}`);
  return `${system.padEnd(6)} ${[...columns, ...extras].join(', ')}`;
}

/** The median, and how far the rounds lie apart. */
function cell(figures: readonly Figures[], value: (of: Figures) => number, digits: (value: number) => number): string {
  const values = figures.map(value);
  const middle = median(values);
  if (Number.isNaN(middle)) return '-';
  const show = (one: number): string => one.toFixed(digits(middle));
  const least = Math.min(...values);
  const most = Math.max(...values);
  return values.length < 2 || show(least) === show(most) ? show(middle) : `${show(middle)} (${show(least)}-${show(most)})`;
}

/** The results as a table of Markdown: a row for each workload and system, and how Ottla stands to the other. */
export function formatSummary(results: readonly Result[], replication: number): string {
  const lines = ['| workload | system | rate | CPU s per GB or million | p50 ms | p99 ms | p99.9 ms | peak RSS MB | besides |', '| --- | --- | --- | --- | --- | --- | --- | --- | --- |'];
  for (const { workload, figures } of results) {
    const [rate, cpu, , ...others] = columnsOf(workload);
    const [p50, p99, p999, , peak] = others;
    for (const [system, rounds] of figures) {
      const cells = [rate, cpu, p50, p99, p999, peak].map((column) => (column === undefined ? '' : cell(rounds, column[1], column[2])));
      const units = `${cells[0]} ${rate?.[0]}`;
      lines.push(`| ${workload.name} | ${system} | ${[units, ...cells.slice(1)].join(' | ')} | ${besides(rounds)} |`);
    }
    const target = replication > 1 ? (workload.targetOfThree ?? '') : workload.target;
    for (const [names, ratios] of compare(workload, figures)) lines.push(`| | **${names}** | ${ratios} | target: ${target} |`);
  }
  return lines.join('\n');
}

function besides(rounds: readonly Figures[]): string {
  const names = Object.keys(rounds[0]?.extras ?? {});
  return names.map((name) => `${name} ${cell(rounds, (of) => of.extras[name] ?? Number.NaN, few)}`).join(', ');
}

/** How Ottla stands to Kafka; without it, how every other system stands to the first. */
function compare(workload: Workload, figures: ReadonlyMap<string, readonly Figures[]>): (readonly [names: string, ratios: string])[] {
  const ratios = (one: readonly Figures[], other: readonly Figures[]): string =>
    columnsOf(workload)
      .filter(([title]) => title !== 'cores' && title !== 'max ms')
      .map(([, value]) => median(one.map(value)) / median(other.map(value)))
      .map((ratio) => (Number.isNaN(ratio) ? '-' : `${ratio.toFixed(2)}x`))
      .join(' | ');
  const ours = figures.get('ottla');
  const theirs = figures.get('kafka');
  if (ours === undefined) return [];
  if (theirs !== undefined) return [['Ottla / Kafka', ratios(ours, theirs)]];
  return [...figures].filter(([name]) => name !== 'ottla').map(([name, rounds]) => [`${name} / without`, ratios(rounds, ours)]);
}

/** One replica and three beside each other. */
export function formatReport(measured: readonly Measured[], plan: Plan): string {
  return [describeRun(measured, plan), ...measured.map(describeForm), describeWorkloads(measured)].join('\n\n');
}

/** What was measured on systems in some special state: no headings, they stand in the page. */
export function formatSpecial(measured: Measured, plan: Plan): string {
  return [describeRun([measured], plan), formSentence(measured), formatSummary(measured.results, measured.replication), describeWorkloads([measured])].join('\n\n');
}

/** How cost grows; draws the charts, too. */
export function formatCharts(measured: Measured, plan: Plan): string {
  const points = measured.results.map(({ workload }) => workload);
  return [describeRun([measured], plan), writeCharts(measured), points.map(({ name, describes }) => `- ${name}: ${describes}.`).join('\n')].join('\n\n');
}

function describeRun(measured: readonly Measured[], plan: Plan): string {
  const [cpu] = cpus();
  const systems = measured.flatMap((each) => each.systems);
  const java = systems.some(({ name }) => name === 'kafka') ? `, ${firstLine('java', ['-version'])}` : '';
  const placement = systems[0]?.placement ?? usualPlacement;
  const broker = { ...brokerSettings, ...placement.settings };
  const topic = { ...boundedTopic, ...placement.topicSettings };
  const settings = (of: Readonly<Record<string, string>>): string => Object.entries(of).map(([key, value]) => `${key}=${value}`).join(' ');
  return [
    `- When: ${new Date().toISOString().slice(0, 16).replace('T', ' ')} UTC. Machine: ${cpus().length} x ${cpu?.model ?? 'unknown'}, ${(totalmem() / 2 ** 30).toFixed(0)} GiB, Linux ${release()}; load average at the end ${loadavg().map((load) => load.toFixed(1)).join(', ')}; the load generator runs on the same cores.`,
    `- Node ${process.version}${java}; the reference's heap is 1 GB a process unless HEAP says otherwise.`,
    `- Log folders in ${placement.folder}. Settings of both: ${settings(broker)}; topics that are produced to: ${settings(topic)}. Flush: acknowledged from the system's page cache, as is Kafka's default (Ottla also syncs each 64 MiB of a log behind the appends); acknowledgement: acks=all, min.insync.replicas=1.`,
    `- ${plan.rounds} rounds of ${plan.seconds} s at most, in turn on both systems, which stay up from the first workload to the last; medians, with the least and the most in brackets. Before the first round each is warmed until a message's cost is steady, at most ${plan.warmSeconds} s, and ${plan.firstWarmSeconds} s before the first workload.`,
    '- Latencies of paced workloads count from when a message was due; those of the others from when it was sent, with the given number in flight. CPU is that of all processes of the system. Peak RSS is that of the measured seconds, summed.',
    '- A figure counts only when everything acknowledged was there: offsets without a gap, what retention left read back, a sample compared by checksum.',
  ].join('\n');
}

function describeForm(measured: Measured): string {
  return `### ${measured.replication === 1 ? 'One replica' : 'Three replicas'}\n\n${formSentence(measured)}\n\n${formatSummary(measured.results, measured.replication)}`;
}

function formSentence({ systems }: Measured): string {
  const named = (name: string): string => (name === 'kafka' ? 'Apache Kafka' : name === 'ottla' ? 'Ottla' : `Ottla (${name})`);
  return `${systems.map(({ name, version, form }) => `${named(name)} ${version}: ${form}`).join('; ')}.`;
}

function describeWorkloads(measured: readonly Measured[]): string {
  const workloads = new Set(measured.flatMap(({ results }) => results.map(({ workload }) => workload)));
  return [...workloads].map(({ name, describes }) => `- ${name}: ${describes}.`).join('\n');
}

function firstLine(command: string, words: readonly string[]): string {
  try {
    return execFileSync('bash', ['-c', '"$@" 2>&1', 'bash', command, ...words], { encoding: 'utf8' }).split('\n')[0] ?? '';
  } catch {
    return command;
  }
}
