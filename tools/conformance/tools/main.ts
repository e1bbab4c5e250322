/**
 * Kafka's own command line tools, from the reference's jars, against Ottla and a real Kafka: what each prints and how it ends.
 *
 *   node tools/conformance/tools/main.ts --reference SCRIPT     (see ReferenceKafka; REFERENCE_KAFKA_HOME names its folder)
 *
 *   --only PART     rows whose names contain it (may be repeated)
 *   --on ottla      asks Ottla alone, and prints what was said
 *   --details       prints known differences too, and those in the words of error messages alone
 *   --rows FILE     keeps rows there: those of earlier runs that are not asked anew go into the table, too
 *   --write         writes the table of docs/compatibility.md
 *
 * Exit code 1: an invocation differs that known.ts does not explain, or a difference there did not show.
 */
import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { exitOnSignals } from '../../cluster/start-cluster.ts';
import { startOttlaCluster, startReferenceCluster } from '../../bench/clusters.ts';
import { freePort, OttlaServer, ReferenceKafka } from '../../measure/servers.ts';
import { lacksJars } from '../../measure/reference-jars.ts';
import { versionNow } from '../../version.ts';
import { allCases } from './cases/all.ts';
import { compared } from './comparison.ts';
import { knownDifferences } from './known.ts';
import { normalForm, type Volatile } from './normal-form.ts';
import { outcomeOf, type Row, tell, vanished, writePage } from './report.ts';
import { Scene, type Step, type ToolCase } from './scene.ts';
import { compileDriver, ToolDriver } from './tool-driver.ts';

const { values: options } = parseArgs({
  options: {
    reference: { type: 'string', default: process.env['REFERENCE_KAFKA'] ?? '' }, only: { type: 'string', multiple: true, default: [] }, on: { type: 'string' }, rows: { type: 'string' },
    details: { type: 'boolean', default: false }, write: { type: 'boolean', default: false },
  },
});

const SETTINGS = ['group.initial.rebalance.delay.ms=0', 'offsets.topic.num.partitions=4', 'offsets.topic.replication.factor=1', 'transaction.state.log.num.partitions=4'];

interface Running {
  readonly scene: Scene;
  readonly volatile: Volatile;
  stop(): Promise<void>;
}

/** The steps of every case, and why a case ended before its end. */
interface Outcome {
  readonly steps: readonly Step[];
  readonly failure: string | undefined;
}

const folder = mkdtempSync(join(tmpdir(), 'ottla-tools-'));
const classes = join(folder, 'classes');

function volatileOf(brokers: readonly string[], folders: ReadonlyMap<number, string>): Volatile {
  return {
    words: [
      ...[...folders].map(([id, path]) => [path, `<log dir of ${id}>`] as const),
      ...brokers.flatMap((broker, index) => [[broker, `<broker ${index + 1}>`], [broker.split(':')[1] as string, `<port ${index + 1}>`]] as const),
    ],
  };
}

async function running(name: string, brokers: readonly string[], logDirs: ReadonlyMap<number, string>, stop: () => Promise<unknown>): Promise<Running> {
  const own = join(folder, name);
  mkdirSync(own, { recursive: true });
  const driver = new ToolDriver(classes, own);
  return {
    scene: new Scene(brokers.join(','), logDirs, driver, own),
    volatile: volatileOf(brokers, logDirs),
    stop: async () => {
      await driver.close();
      await stop();
    },
  };
}

const starts: Readonly<Record<ToolCase['on'], Readonly<Record<'ottla' | 'kafka', () => Promise<Running>>>>> = {
  'one broker': {
    ottla: async () => {
      const server = new OttlaServer({ directory: join(folder, 'ottla-data'), port: await freePort(), settings: SETTINGS });
      await server.start();
      return await running('ottla', [`${server.host}:${server.port}`], new Map([[1, server.directory]]), () => server.terminate());
    },
    kafka: async () => {
      const server = new ReferenceKafka(options.reference, join(folder, 'kafka-data'), await freePort(), SETTINGS);
      await server.start();
      return await running('kafka', [`${server.host}:${server.port}`], new Map([[1, join(server.directory, 'data')]]), () => server.terminate());
    },
  },
  'three brokers': {
    ottla: async () => {
      const system = await startOttlaCluster('', false);
      return await running('ottla3', system.brokers, new Map(system.dataDirectories.map((path, index) => [index + 1, path])), () => system.stop());
    },
    kafka: async () => {
      const system = await startReferenceCluster(options.reference);
      return await running('kafka3', system.brokers, new Map(system.dataDirectories.map((path, index) => [index + 1, path])), () => system.stop());
    },
  },
};

/** One case on one server; what it left running is ended. */
async function ran({ scene }: Running, each: ToolCase): Promise<Outcome> {
  const from = scene.steps.length;
  const failure = await each.run(scene).then(() => undefined, (error: unknown) => (error instanceof Error ? error.message : String(error)));
  await scene.stopAll();
  return { steps: scene.steps.slice(from), failure };
}

function rowOf({ name, on }: ToolCase, ottla: Outcome, kafka: Outcome, volatiles: { readonly ottla: Volatile; readonly kafka: Volatile }): Row {
  const pairs = kafka.steps.flatMap((step, index) => {
    const ours = ottla.steps[index];
    return ours === undefined ? [] : [compared(ours, step, volatiles)];
  });
  if (ottla.failure === undefined && kafka.failure === undefined) return { theCase: { name, on }, version, compared: pairs };
  return { theCase: { name, on }, version, compared: [...pairs, { verdict: 'different', invocation: 'the case itself', ottla: [ottla.failure ?? 'done'], kafka: [kafka.failure ?? 'done'] }] };
}

function print({ name }: ToolCase, { steps, failure }: Outcome, volatile: Volatile): void {
  console.log(`== ${name}: ${failure ?? 'done'}`);
  for (const { tool, line, exit, stdout, stderr } of steps) console.log([`$ ${tool} ${line} -> ${exit}`, ...normalForm(`${stdout}\n${stderr}`, volatile)].join('\n  '));
}

/** All rows in the order of the cases: `rows`, and what `file` has of others. */
function withEarlier(file: string, rows: readonly Row[]): readonly Row[] {
  const earlier = existsSync(file) ? (JSON.parse(readFileSync(file, 'utf8')) as readonly Row[]) : [];
  return allCases.flatMap(({ name }) => rows.find(({ theCase }) => theCase.name === name) ?? earlier.find(({ theCase }) => theCase.name === name) ?? []);
}

exitOnSignals();
const reason = lacksJars();
if (reason !== undefined) throw new Error(reason);
mkdirSync(classes);
await compileDriver(classes, [join(import.meta.dirname, 'WordCount.java')]);
const wanted = allCases.filter(({ name }) => options.only.length === 0 || options.only.some((part) => name.includes(part)));
if (wanted.length === 0) throw new Error(`no row is named ${options.only.join(', ')}`);
const version = versionNow();
const rows: Row[] = [];
const servers: Running[] = [];
try {
  for (const place of ['one broker', 'three brokers'] as const) {
    const cases = wanted.filter(({ on }) => on === place);
    if (cases.length === 0) continue;
    if (options.on === 'ottla') {
      const alone = await starts[place].ottla();
      servers.push(alone);
      for (const each of cases) print(each, await ran(alone, each), alone.volatile);
      await servers.pop()?.stop();
      continue;
    }
    const [ottla, kafka] = await Promise.all([starts[place].ottla(), starts[place].kafka()].map(async (start) => {
      const server = await start;
      servers.push(server);
      return server;
    })) as [Running, Running];
    for (const each of cases) {
      const [ours, theirs] = await Promise.all([ran(ottla, each), ran(kafka, each)]);
      const row = rowOf(each, ours, theirs, { ottla: ottla.volatile, kafka: kafka.volatile });
      rows.push(row);
      if (options.rows !== undefined) writeFileSync(options.rows, JSON.stringify(withEarlier(options.rows, rows)));
      tell(row, options.details);
    }
    await Promise.all(servers.splice(0).map((server) => server.stop()));
  }
  const gone = options.on === undefined ? vanished(rows, knownDifferences) : [];
  for (const each of gone) console.log(`a known difference did not show: ${each}`);
  if (options.write) writePage(options.rows === undefined ? rows : withEarlier(options.rows, rows));
  process.exitCode = gone.length > 0 || rows.some(({ compared: all }) => all.some((each) => outcomeOf(each) === 'different')) ? 1 : 0;
} finally {
  await Promise.allSettled(servers.map((server) => server.stop()));
  rmSync(folder, { recursive: true, force: true });
}
