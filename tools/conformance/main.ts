/**
 * Other people's tests against Ottla, beside a real Kafka:
 *
 *   npm run conformance -- librdkafka                    the test program of librdkafka, which the client package brings
 *
 *   --quick               librdkafka's quick mode: fewer rounds, less data
 *   --mode NAME           plain, idempotence, consumer or noautocreate (see modes.ts); a column of the table each
 *   --tests 0001,0002     only tests whose names begin so; the table keeps the other rows as they are
 *   --check               compares with the table instead of writing it: what passed there must pass
 *   --rest                only tests that have no result in this mode yet
 *   --minutes N           begins no test after that time, so that a run can be cut into stretches (with --rest)
 *   --parallel N          tests at the same time (1); what fails then runs again alone on a new cluster, and that counts
 *   --on SERVER           ottla (the default), or kafka: asks the reference alone, for its column
 *   --bootstrap LIST      tests that cluster; without it one of three brokers is started on a temporary folder
 *   --reference SCRIPT    starts a Kafka, see ReferenceKafka (or REFERENCE_KAFKA)
 *   --limit SECONDS       the longest a test may take (90 with --quick, else 300)
 *   --folder DIR          where the test program is built and kept, with the output of each test
 *
 * A process for each test. Results go to docs/compatibility.json, and from there to docs/compatibility.md.
 * Exit code 1: a test fails on Ottla, not on the reference as far as it was asked, and not because of something that is
 * known not to be built; with --check, a test that the table has as passed does not pass, or has no row there.
 */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { startReferenceCluster } from '../bench/clusters.ts';
import { freePortsInRow } from '../cluster/plane-ports.ts';
import { exitOnSignals, startCluster } from '../cluster/start-cluster.ts';
import { KAFKA_VERSION } from '../measure/reference-jars.ts';
import { versionNow } from '../version.ts';
import { causes } from './causes.ts';
import { LibrdkafkaTests, type Outcome, type TestCase } from './librdkafka.ts';
import { modeNamed } from './modes.ts';
import { CompatibilityTable, type ServerName } from './table.ts';

const { values: options, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    quick: { type: 'boolean', default: false },
    mode: { type: 'string', default: 'plain' },
    tests: { type: 'string', default: '' },
    check: { type: 'boolean', default: false },
    rest: { type: 'boolean', default: false },
    minutes: { type: 'string', default: '600' },
    parallel: { type: 'string', default: '1' },
    on: { type: 'string', default: 'ottla' },
    bootstrap: { type: 'string' },
    reference: { type: 'string', default: process.env['REFERENCE_KAFKA'] ?? '' },
    limit: { type: 'string' },
    folder: { type: 'string', default: join(tmpdir(), 'ottla-conformance') },
  },
});
const mode = modeNamed(options.mode);
const settings: Readonly<Record<string, string>> = { 'num.partitions': '4', 'default.replication.factor': '3', 'group.initial.rebalance.delay.ms': '0', 'replica.selector.class': 'org.apache.kafka.common.replica.RackAwareReplicaSelector', ...mode.settings };
/** A test of fetches from followers knows brokers by racks of this name. */
const rackOf = (brokerId: number): Readonly<Record<string, string>> => ({ 'broker.rack': `RACK${brokerId}` });
const root = join(import.meta.dirname, '../..');
const commit = versionNow();

/** A cluster that is tested, and how it ends. */
interface Tested {
  readonly bootstrap: string;
  end(): Promise<void>;
}

const OTTLA_BROKERS = 3;

async function startTested(server: ServerName, folder: string): Promise<Tested> {
  if (options.bootstrap !== undefined) return { bootstrap: options.bootstrap, end: async () => {} };
  if (server === 'kafka') {
    if (options.reference === '') throw new Error('--on kafka wants --reference SCRIPT');
    const kafka = await startReferenceCluster(options.reference, (nodeId) => ({ ...settings, ...rackOf(nodeId) }));
    return { bootstrap: kafka.brokers.join(','), end: () => kafka.stop() };
  }
  const cluster = await startCluster({ directory: join(folder, 'ottla'), port: await freePortsInRow(OTTLA_BROKERS), settings, brokerSettings: rackOf });
  return { bootstrap: cluster.bootstrap, end: () => cluster.stop() };
}

interface Run {
  readonly table: CompatibilityTable;
  readonly suite: LibrdkafkaTests;
  readonly server: ServerName;
  readonly folder: string;
  readonly deadlineMs: number;
  /** The last outcome of each test of this run. */
  readonly results: Map<string, Outcome>;
}

function report({ table, server, results }: Run, test: TestCase, outcome: Outcome): void {
  results.set(test.name, outcome);
  console.log(`${test.name}: ${outcome.result} ${outcome.seconds.toFixed(1)} s${outcome.reason === '' ? '' : `; ${outcome.reason}`}`);
  if (options.check) return;
  table.set(test, server, mode.name, outcome, server === 'kafka' ? KAFKA_VERSION : commit);
  table.write();
}

/** What is worse than the table has it. A test without a row there is compared with nothing, which is no check. */
function regressions({ table, server, results }: Run): readonly string[] {
  return [...results].flatMap(([name, { result }]) => {
    const was = table.result(name, server, mode.name);
    if (was === undefined) return [`${name} has no row in docs/compatibility.json of this version of the suite`];
    return was === 'passed' && result !== 'passed' ? [`${name} passed, and is ${result} now`] : [];
  });
}

/** `parallel` of the tests at a time, on a cluster of their own. With more than one, answers those that failed: they are run again alone. */
async function runOn(run: Run, name: string, tests: readonly TestCase[], parallel: number, isAgain = false): Promise<readonly TestCase[]> {
  const waiting = [...tests];
  const failed: TestCase[] = [];
  const tested = await startTested(run.server, join(run.folder, name));
  const work = async (): Promise<void> => {
    for (let test = waiting.shift(); test !== undefined && performance.now() < run.deadlineMs; test = waiting.shift()) {
      const isRun = causes[test.name]?.isNotRun !== true || options.tests !== '';
      const outcome: Outcome = isRun ? await run.suite.run(test, tested.bootstrap, `${run.server}-${mode.name}-${name}`) : { result: 'skipped', seconds: 0, reason: 'not run' };
      if (outcome.result === 'failed' && parallel > 1) failed.push(test);
      // What passes alone is told to have failed beside others.
      report(run, test, outcome.result === 'passed' && isAgain ? { ...outcome, reason: 'failed beside others, passed alone' } : outcome);
    }
  };
  try {
    await Promise.all(Array.from({ length: parallel }, work));
  } finally {
    await tested.end();
  }
  return failed;
}

async function main(): Promise<void> {
  exitOnSignals();
  if (positionals.length !== 1 || positionals[0] !== 'librdkafka') throw new Error('say whose tests to run: librdkafka');
  const server = options.on;
  if (server !== 'ottla' && server !== 'kafka') throw new Error(`--on wants ottla or kafka, not ${server}`);
  const limitSeconds = Number(options.limit ?? (options.quick ? 90 : 300));
  const suite = new LibrdkafkaTests({ folder: options.folder, brokerVersion: KAFKA_VERSION, isQuick: options.quick, limitSeconds, mode });
  suite.build();
  const all = suite.list();
  const table = CompatibilityTable.open(join(root, 'docs'), { suiteVersion: suite.version, referenceVersion: KAFKA_VERSION, isQuick: options.quick, limitSeconds });
  const wanted = options.tests.split(',').filter((name) => name !== '');
  const named = wanted.length === 0 ? all : all.filter(({ name }) => wanted.some((prefix) => name.startsWith(prefix)));
  if (named.length === 0) throw new Error(`no test is named ${options.tests}`);
  const tests = options.rest ? named.filter((test) => !table.has(test, server, mode.name)) : named;
  if (wanted.length === 0 && mode.scenario === undefined) table.keepOnly(all);

  const folder = mkdtempSync(join(tmpdir(), 'ottla-conformance-'));
  const run: Run = { table, suite, server, folder, deadlineMs: performance.now() + Number(options.minutes) * 60_000, results: new Map() };
  try {
    const failed = await runOn(run, 'first', tests, Number(options.parallel));
    if (failed.length > 0) await runOn(run, 'again', failed, 1, true);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
  if (options.check) {
    if (run.results.size === 0) throw new Error('no test was run, so none was compared with the table');
    const worse = regressions(run);
    for (const line of worse) console.log(line);
    console.log(`${run.results.size} tests compared with the table, ${worse.length} regressions`);
    if (worse.length > 0) process.exitCode = 1;
    return;
  }
  const defects = table.defects(tests, mode.name);
  console.log(table.summary(mode.name));
  for (const name of defects) console.log(`fails on Ottla alone: ${name}`);
  if (defects.length > 0) process.exitCode = 1;
}

await main();
