/**
 * How fast a group of librdkafka members settles, beside a real Kafka in the same sitting:
 *
 *   node tools/measure/rebalance/main.ts [--rounds 6] [--members 16] [--partitions 64] [--on ottla|kafka|both] [--only NAME] [--write]
 *
 * A process for each member. All start at once; the clock runs from the start of the last one, before it connects, until
 * each holds its share. After 0 to 10 s half of them leave (they close, as a consumer that is stopped does), and it runs from the
 * last that does until those that stay hold all. One node each, at its defaults but for what a table says. The first
 * round on each server is not counted. `--reference SCRIPT` or REFERENCE_KAFKA starts the Kafka (see ReferenceKafka); `--write` puts the
 * figures into docs/groups.md. Exit code 1: a round on Ottla took longer than it may.
 */
import { mkdtempSync, rmSync } from 'node:fs';
import { cpus, loadavg, tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { median } from '../../bench/histogram.ts';
import { writeSection } from '../../page-section.ts';
import { versionNow } from '../../version.ts';
import { createTopic } from '../apis.ts';
import { freePort, type MeasuredServer, OttlaServer, ReferenceKafka } from '../servers.ts';
import { WireConnection } from '../wire-connection.ts';
import { GroupRounds, type RoundFigures } from './group-round.ts';

const { values: options } = parseArgs({
  options: {
    rounds: { type: 'string', default: '6' },
    members: { type: 'string', default: '16' },
    partitions: { type: 'string', default: '64' },
    on: { type: 'string', default: 'both' },
    only: { type: 'string', default: '' },
    reference: { type: 'string', default: process.env['REFERENCE_KAFKA'] ?? '' },
    write: { type: 'boolean', default: false },
  },
});
const TOPIC = 'shared';
/** Asked before the run: others may commit meanwhile. */
const version = versionNow();
const LONGEST_WAIT_MS = 10_000;
const [rounds, memberCount, partitionCount] = [Number(options.rounds), Number(options.members), Number(options.partitions)];

interface Kind {
  readonly name: string;
  readonly says: string;
  readonly client: Readonly<Record<string, string | number>>;
  readonly initialDelayMs: number;
  /** What a round on Ottla may take; undefined where only told. */
  readonly allowed?: { readonly joinMs: number; readonly healMs: number };
}

const COOPERATIVE = { 'partition.assignment.strategy': 'cooperative-sticky' };
/** Long enough for members that start at once to be in the first generation together: librdkafka joins again only a second after it did. */
const GATHERING_MS = 300;
const asksOften = { 'heartbeat.interval.ms': 300 };
const ASKS_OFTEN = 'clients with `heartbeat.interval.ms=300`';
const QUICK = 'group.initial.rebalance.delay.ms=0';
const kinds: readonly Kind[] = [
  { name: 'consumer', says: 'KIP-848, defaults', client: { 'group.protocol': 'consumer' }, initialDelayMs: 0, allowed: { joinMs: 1_000, healMs: 1_000 } },
  { name: 'classic-gathered', says: `cooperative-sticky, \`group.initial.rebalance.delay.ms=${GATHERING_MS}\`, ${ASKS_OFTEN}`, client: { ...COOPERATIVE, ...asksOften }, initialDelayMs: GATHERING_MS, allowed: { joinMs: 1_000, healMs: 600 } },
  { name: 'classic', says: `cooperative-sticky, \`${QUICK}\`, ${ASKS_OFTEN}`, client: { ...COOPERATIVE, ...asksOften }, initialDelayMs: 0 },
  { name: 'classic-heartbeat', says: `cooperative-sticky, \`${QUICK}\`, clients' default (3 s)`, client: COOPERATIVE, initialDelayMs: 0 },
  { name: 'classic-default', says: 'cooperative-sticky, defaults (3 s and 3 s)', client: COOPERATIVE, initialDelayMs: 3_000 },
];
const wanted = kinds.filter(({ name }) => options.only === '' || options.only.split(',').includes(name));

interface Row {
  readonly kind: Kind;
  readonly server: string;
  readonly figures: readonly RoundFigures[];
}

function serverOf(name: string, folder: string, port: number, initialDelayMs: number): MeasuredServer {
  const settings = [`group.initial.rebalance.delay.ms=${initialDelayMs}`, 'offsets.topic.replication.factor=1'];
  return name === 'ottla' ? new OttlaServer({ directory: folder, port, settings }) : new ReferenceKafka(options.reference, folder, port, settings);
}

/** All kinds that want this delay, on one server that is started for them. */
async function measure(name: string, initialDelayMs: number): Promise<Row[]> {
  const folder = mkdtempSync(join(tmpdir(), 'rebalance-'));
  const server = serverOf(name, folder, await freePort(), initialDelayMs);
  const group = new GroupRounds(memberCount, TOPIC, partitionCount);
  const rows: Row[] = [];
  try {
    await server.start();
    const connection = await WireConnection.open(server.host, server.port);
    await createTopic(connection, TOPIC, partitionCount);
    for (const kind of wanted.filter((one) => one.initialDelayMs === initialDelayMs)) {
      const figures: RoundFigures[] = [];
      for (let round = rows.length === 0 ? -1 : 0; round < rounds; round++) {
        const client = { ...kind.client, 'bootstrap.servers': `${server.host}:${server.port}`, 'group.id': `${kind.name}-${round}` };
        const one = await group.run(client, round < 0 ? 0 : Math.random() * LONGEST_WAIT_MS);
        console.log(`${server.name} ${kind.name}: ${round < 0 ? 'not counted, ' : ''}joined in ${one.joinMs.toFixed(0)} ms, healed in ${one.healMs.toFixed(0)} ms after ${(one.waitedMs / 1000).toFixed(1)} s`);
        if (round >= 0) figures.push(one);
      }
      rows.push({ kind, server: server.name, figures });
    }
  } finally {
    await group.end();
    await server.kill();
    rmSync(folder, { recursive: true, force: true });
  }
  return rows;
}

function span(values: readonly number[]): string {
  return [Math.min(...values), median(values), Math.max(...values)].map((ms) => (ms / 1000).toFixed(2)).join(' / ');
}

function report(rows: readonly Row[], loadBefore: number): string {
  const lines = wanted.flatMap((kind) =>
    rows.filter((row) => row.kind === kind).map(({ server, figures }) => {
      const { allowed } = kind;
      const may = (ms: number | undefined): string => (ms === undefined || server !== 'Ottla' ? '' : `${ms / 1000}`);
      return `| ${kind.says} | ${server} | ${span(figures.map(({ joinMs }) => joinMs))} | ${may(allowed?.joinMs)} | ${span(figures.map(({ healMs }) => healMs))} | ${may(allowed?.healMs)} |`;
    }),
  );
  const cpu = cpus();
  return [
    `\`node tools/measure/rebalance/main.ts --rounds ${rounds}\`, Ottla ${version}, ${new Date().toISOString().slice(0, 16).replace('T', ' ')} UTC, ${cpu.length} x ${cpu[0]?.model ?? 'unknown'}, load average ${loadBefore.toFixed(1)} before and ${(loadavg()[0] as number).toFixed(1)} at the end.`,
    `${memberCount} members, ${partitionCount} partitions; seconds: least / median / most of ${rounds} rounds.`,
    '',
    '| group | server | to join | allowed | to heal | allowed |',
    '| --- | --- | --- | --- | --- | --- |',
    ...lines,
  ].join('\n');
}

async function main(): Promise<number> {
  if (options.on !== 'ottla' && options.reference === '') throw new Error('say where the reference Kafka is: --reference SCRIPT, or --on ottla');
  const loadBefore = loadavg()[0] as number;
  const rows: Row[] = [];
  for (const delayMs of new Set(wanted.map(({ initialDelayMs }) => initialDelayMs))) {
    for (const name of options.on === 'both' ? ['ottla', 'kafka'] : [options.on]) rows.push(...(await measure(name, delayMs)));
  }
  const text = report(rows, loadBefore);
  console.log(text);
  if (options.write) writeSection('groups.md', 'settling', text);
  const isLate = ({ kind: { allowed }, server, figures }: Row): boolean => server === 'Ottla' && allowed !== undefined && figures.some(({ joinMs, healMs }) => joinMs > allowed.joinMs || healMs > allowed.healMs);
  return rows.some(isLate) ? 1 : 0;
}

process.exitCode = await main();
process.exit();
