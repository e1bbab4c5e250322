/**
 * Other people's tests against Ottla, beside a real Kafka:
 *
 *   npm run conformance -- librdkafka                    the test program of librdkafka, which the client package brings
 *
 *   --quick               librdkafka's quick mode: fewer rounds, less data
 *   --tests 0001,0002     only tests whose names begin so; the table keeps the other rows as they are
 *   --bootstrap HOST:PORT tests that server as Ottla; without it one is started on a temporary folder
 *   --reference SCRIPT    starts a Kafka, see ReferenceKafka (or REFERENCE_KAFKA); it is asked what failed on Ottla
 *   --compare-all         asks it every test
 *   --limit SECONDS       the longest a test may take (90 with --quick, else 300)
 *   --folder DIR          where the test program is built and kept, with the output of each test
 *
 * Tests run one at a time, a process each. Results go to docs/compatibility.json, and from there to docs/compatibility.md.
 * Exit code 1: a test fails on Ottla alone, and not because of something that is known not to be built.
 */
import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { freePort, OttlaServer, ReferenceKafka } from '../measure/servers.ts';
import { causes } from './causes.ts';
import { LibrdkafkaTests, type Outcome, type TestCase } from './librdkafka.ts';
import { CompatibilityTable } from './table.ts';

const { values: options, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    quick: { type: 'boolean', default: false },
    tests: { type: 'string', default: '' },
    bootstrap: { type: 'string' },
    reference: { type: 'string', default: process.env['REFERENCE_KAFKA'] ?? '' },
    'compare-all': { type: 'boolean', default: false },
    limit: { type: 'string' },
    folder: { type: 'string', default: join(tmpdir(), 'ottla-conformance') },
  },
});
const REFERENCE_VERSION = '4.3.1';
const SETTINGS = ['num.partitions=4'];
const root = join(import.meta.dirname, '../..');
const commit = execFileSync('git', ['-C', root, 'describe', '--always', '--dirty'], { encoding: 'utf8' }).trim();

type Ask = (test: TestCase) => Promise<Outcome>;

async function runAll(tests: readonly TestCase[], table: CompatibilityTable, ottla: Ask, kafka: Ask | undefined): Promise<void> {
  for (const [index, test] of tests.entries()) {
    const isRun = causes[test.name]?.isNotRun !== true || options.tests !== '';
    const outcome: Outcome = isRun ? await ottla(test) : { result: 'skipped', seconds: 0, reason: 'not run' };
    table.set(test, 'ottla', outcome, commit);
    let line = `${index + 1}/${tests.length} ${test.name}: ${outcome.result} ${outcome.seconds.toFixed(1)} s`;
    if (kafka !== undefined && (outcome.result === 'failed' || options['compare-all'])) {
      const reference = await kafka(test);
      table.set(test, 'kafka', reference, REFERENCE_VERSION);
      line += `; Kafka: ${reference.result} ${reference.seconds.toFixed(1)} s`;
    }
    console.log(outcome.reason === '' ? line : `${line}; ${outcome.reason}`);
    table.write();
  }
}

async function main(): Promise<void> {
  if (positionals.length !== 1 || positionals[0] !== 'librdkafka') throw new Error('say whose tests to run: librdkafka');
  const limitSeconds = Number(options.limit ?? (options.quick ? 90 : 300));
  const suite = new LibrdkafkaTests({ folder: options.folder, brokerVersion: REFERENCE_VERSION, isQuick: options.quick, limitSeconds });
  suite.build();
  const wanted = options.tests.split(',').filter((name) => name !== '');
  const all = suite.list();
  const tests = wanted.length === 0 ? all : all.filter(({ name }) => wanted.some((prefix) => name.startsWith(prefix)));
  if (tests.length === 0) throw new Error(`no test is named ${options.tests}`);
  const table = CompatibilityTable.open(join(root, 'docs'), { suiteVersion: suite.version, referenceVersion: REFERENCE_VERSION, isQuick: options.quick, limitSeconds, settings: SETTINGS });
  table.keepOnly(all);

  const folder = mkdtempSync(join(tmpdir(), 'ottla-conformance-'));
  const own = options.bootstrap === undefined ? new OttlaServer({ directory: join(folder, 'ottla'), port: await freePort(), settings: SETTINGS }) : undefined;
  const reference = options.reference === '' ? undefined : new ReferenceKafka(options.reference, join(folder, 'kafka'), await freePort(), SETTINGS);
  try {
    await own?.start();
    await reference?.start();
    const at = options.bootstrap ?? `${own?.host}:${own?.port}`;
    const kafka: Ask | undefined = reference && ((test) => suite.run(test, `${reference.host}:${reference.port}`, 'kafka'));
    await runAll(tests, table, (test) => suite.run(test, at, 'ottla'), kafka);
  } finally {
    await own?.terminate();
    await reference?.terminate();
    rmSync(folder, { recursive: true, force: true });
  }
  const defects = table.defects(tests);
  console.log(table.summary());
  for (const name of defects) console.log(`fails on Ottla alone: ${name}`);
  if (defects.length > 0) process.exitCode = 1;
}

await main();
