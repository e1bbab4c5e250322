/**
 * How long clients hear nothing when a part of the cluster fails:
 *
 *   npm run failover                         every scenario, one after the other, on one cluster
 *   npm run failover -- broker rolling       only these
 *
 *   --rounds N           each scenario so often (1)
 *   --rate N             messages a second (600), to 12 partitions with 3 replicas and min.insync.replicas=2
 *   --more-partitions N  of another topic, three replicas each, which nobody writes to
 *   --default-pauses     librdkafka with the pauses that it has by itself, instead of 20 to 100 ms
 *   --write              puts the figures into docs/failover.md
 *   --keep               leaves the folder, with what each service printed
 *   --folder DIR         where the cluster lives (the temporary folder); removed at the end
 *   --set KEY=VALUE      for every service
 *
 * librdkafka's idempotent producer writes all the while; groups commit offsets and producer ids are asked for beside it. A
 * silence is the longest time that any one partition, or any one of those clients, went without an answer that is no
 * error. At the end every partition is read and compared with what was acknowledged. Exit code 1: a silence was longer
 * than allowed, a delivery failed, or something was lost, duplicated or reordered.
 */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { versionNow } from '../../version.ts';
import { freePortsInRow } from '../plane-ports.ts';
import { exitOnSignals, startCluster } from '../start-cluster.ts';
import { ClusterView, pause } from './cluster-view.ts';
import { CoordinatorLoad } from './coordinator-load.ts';
import { LinkCutter } from './link-cutter.ts';
import { anomaliesOf } from './log-check.ts';
import { ProducerLoad, SHORT_PAUSES, type Silence } from './producer-load.ts';
import { type ReportRow, writeReport } from './report.ts';
import { heal, type Scenario, scenarios, type Stage } from './scenarios.ts';

const TOPIC = 'failover';
const PARTITIONS = 12;
const GROUPS = 6;
const CALM_MS = 3_000;
/** How long the controllers may take to fail over where a scenario says nothing else. */
const CONTROLLERS_WITHIN_MS = 2_000;
/** A request to a broker that is stopped is given up after so long; librdkafka by itself waits a minute. */
const SOCKET_TIMEOUT_MS = 2_000;

const { values: options, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    rounds: { type: 'string', default: '1' },
    rate: { type: 'string', default: '600' },
    'more-partitions': { type: 'string', default: '0' },
    'default-pauses': { type: 'boolean', default: false },
    folder: { type: 'string', default: tmpdir() },
    set: { type: 'string', multiple: true, default: [] },
    write: { type: 'boolean', default: false },
    keep: { type: 'boolean', default: false },
  },
});
const unknown = positionals.filter((name) => !scenarios.some((scenario) => scenario.name === name));
if (unknown.length > 0) throw new Error(`unknown: ${unknown.join(', ')}; there are ${scenarios.map(({ name }) => name).join(', ')}`);
const chosen = positionals.length === 0 ? scenarios : scenarios.filter(({ name }) => positionals.includes(name));

const version = versionNow();
exitOnSignals();
const folder = mkdtempSync(join(options.folder, 'ottla-failover-'));
const BROKERS = 3;
const links = new LinkCutter();
const cluster = await startCluster({ directory: folder, port: await freePortsInRow(BROKERS), brokers: BROKERS, wayTo: (address) => links.wayTo(address), settings: Object.fromEntries(options.set.map((set) => [set.slice(0, set.indexOf('=')), set.slice(set.indexOf('=') + 1)])) });
const addresses = cluster.of('broker').map(({ address }) => address as string);
const marks: { readonly what: string; readonly atMs: number }[] = [];
const stage: Stage = { cluster, topic: TOPIC, links, view: new ClusterView(addresses), mark: (what) => void marks.push({ what, atMs: performance.now() }) };
await stage.view.createTopic(TOPIC, PARTITIONS, 3, { 'min.insync.replicas': '2' });
if (Number(options['more-partitions']) > 0) await stage.view.createTopic('more', Number(options['more-partitions']), 3);

const producers = new ProducerLoad({
  bootstrap: cluster.bootstrap, topic: TOPIC, partitions: PARTITIONS, messagesPerSecond: Number(options.rate),
  settings: { 'socket.timeout.ms': SOCKET_TIMEOUT_MS, ...(options['default-pauses'] ? {} : SHORT_PAUSES) },
});
const coordinators = new CoordinatorLoad(addresses, TOPIC, GROUPS);
await producers.start();
coordinators.start();
await stage.view.until('the groups have their topic', async () => await stage.view.isInSync('__consumer_offsets', 3));
await pause(CALM_MS);

let failed = 0;
const rows: ReportRow[] = [];
async function measure(scenario: Scenario): Promise<void> {
  await pause(CALM_MS);
  marks.length = 0;
  const from = performance.now();
  stage.mark('it begins');
  const found = await scenario.run(stage);
  const to = performance.now();
  const produced = producers.longestSilence(from, to);
  const coordinated = coordinators.longestSilence(from, to);
  const administered = coordinators.controllerSilence(from, to);
  const { controllersWithinMs = CONTROLLERS_WITHIN_MS } = scenario;
  const isGood = produced.silenceMs <= scenario.producersWithinMs && coordinated.silenceMs <= scenario.coordinatorsWithinMs && administered.silenceMs <= controllersWithinMs && found?.isGood !== false;
  if (!isGood) failed++;
  console.log(`${isGood ? 'ok  ' : 'FAIL'} ${scenario.says}`);
  console.log(`     partitions:   ${told(produced, scenario.producersWithinMs)}`);
  console.log(`     coordinators: ${told(coordinated, scenario.coordinatorsWithinMs)}`);
  console.log(`     controllers:  ${told(administered, controllersWithinMs)}`);
  if (found !== undefined) console.log(`     besides:      ${found.says}`);
  const stoodStillMs = Math.max(...[produced, coordinated, administered].map(({ fromMs, silenceMs }) => producers.longestStallMs(fromMs, fromMs + silenceMs)));
  const allowed = { producersMs: scenario.producersWithinMs, coordinatorsMs: scenario.coordinatorsWithinMs, controllersMs: controllersWithinMs };
  rows.push({ says: scenario.says, produced, coordinated, administered, allowed, stoodStillMs, besides: found?.says });
  await heal(stage);
}

function told({ silenceMs, fromMs, who }: Silence, allowedMs: number): string {
  const mark = marks.findLast(({ atMs }) => atMs <= fromMs + silenceMs);
  const stallMs = producers.longestStallMs(fromMs, fromMs + silenceMs);
  const stall = stallMs === 0 ? '' : `; this process itself stood still for ${Math.round(stallMs)} ms of it`;
  const since = mark === undefined ? '' : `, from ${Math.round(fromMs - mark.atMs)} ms after "${mark.what}"`;
  return `silent for ${Math.round(silenceMs)} ms (${allowedMs} allowed), ${who}${since}${stall}`;
}

for (let round = 0; round < Number(options.rounds); round++) for (const scenario of chosen) await measure(scenario);

await coordinators.stop();
await producers.stop();
const anomalies = await anomaliesOf(stage.view, TOPIC, producers.acknowledged);
const acknowledged = producers.acknowledged.reduce((sum, numbers) => sum + numbers.size, 0);
const verdict = `${acknowledged} messages acknowledged, ${producers.failures.length} failed; ${anomalies.length === 0 ? 'none lost, duplicated or reordered' : anomalies.join('; ')}`;
console.log(verdict);
if (options.write) {
  const table = options['default-pauses'] ? 'default pauses' : 'short pauses';
  writeReport({ table, command: ['npm run failover --', ...process.argv.slice(2)].join(' '), version, verdict: `${verdict}.`, rows });
}
for (const failure of producers.failures.slice(0, 5)) console.log(`  ${failure}`);
stage.view.close();
links.close();
await cluster.stop();
if (!options.keep) rmSync(folder, { recursive: true });
process.exit(failed > 0 || anomalies.length > 0 || producers.failures.length > 0 ? 1 : 0);
