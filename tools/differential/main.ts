/**
 * Asks Ottla and a real Kafka the same, and compares what they say field by field:
 *
 *   npm run differential                     every case of scripts/, in every version that both servers advertise
 *
 *   --cases PATTERN       only cases whose id (`API: name`) the expression matches
 *   --newest              each case in the newest of its versions only
 *   --reference SCRIPT    starts a Kafka, see ReferenceKafka (or REFERENCE_KAFKA)
 *   --recorded            compares with what Kafka said when it was recorded, in the newest versions; no Kafka is wanted
 *   --record              writes that down
 *   --write               writes docs/differential.md
 *   --all                 prints known differences too
 *   --ottla PORT, --kafka PORT, --salt TEXT   servers that run already; another salt for each run on the same servers
 *
 * Exit code 1: a difference that known.ts does not explain, or one there that did not show; a case that broke off; a
 * served version without a case.
 */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { KAFKA_VERSION } from '../measure/reference-jars.ts';
import { freePort, OttlaServer, ReferenceKafka } from '../measure/servers.ts';
import { versionNow } from '../version.ts';
import { CaseRun, type Observation, type Server } from './case-run.ts';
import { Comparison, caseId, concerns, type Said } from './comparison.ts';
import { advertisedBy, Plan, type PlannedRun } from './plan.ts';
import { isRecorded, Recording } from './recording.ts';
import { differenceLines, tallyLines, writePage } from './report.ts';
import type { Case } from './script.ts';
import { allCases } from './scripts/index.ts';

const { values: options } = parseArgs({
  options: {
    cases: { type: 'string', default: '' },
    newest: { type: 'boolean', default: false },
    reference: { type: 'string', default: process.env['REFERENCE_KAFKA'] ?? '' },
    recorded: { type: 'boolean', default: false },
    record: { type: 'boolean', default: false },
    write: { type: 'boolean', default: false },
    all: { type: 'boolean', default: false },
    ottla: { type: 'string' },
    kafka: { type: 'string' },
    salt: { type: 'string', default: '' },
  },
});

/** Of both servers. Records with a time of long ago must not expire; the rest is for the many topics of a run and its speed. */
const SETTINGS = [
  'log.retention.ms=-1',
  'group.initial.rebalance.delay.ms=0',
  'offsets.topic.num.partitions=4',
  'transaction.state.log.num.partitions=4',
  'controller.quorum.append.linger.ms=0',
  'log.cleaner.dedupe.buffer.size=20971520',
  'log.index.size.max.bytes=65536',
  'log.segment.delete.delay.ms=1000',
  'group.consumer.assignment.interval.ms=0',
  // Groups that are full, and transactions that took too long, without many members and much time.
  'group.max.size=3',
  'group.consumer.max.size=3',
  'transaction.abort.timed.out.transaction.cleanup.interval.ms=200',
  // A server that gets little of the processor is no dead broker.
  'broker.session.timeout.ms=60000',
];
/** Cases at the same time. They share nothing, and many wait. */
const LANES = 6;
/** Cases between two lines that tell how far the run is. */
const TELL_EVERY = 500;

/** The coordinators are there before the first case: Kafka creates their topics at the first question for one. */
const preparation: Case = {
  api: 'FindCoordinator',
  name: 'preparation',
  from: 0,
  to: 0,
  steps: [0, 1].map((keyType) => ({ kind: 'ask', api: 'FindCoordinator', body: { key: 'preparation', keyType }, options: { version: 2, again: [14, 15, 16], isSetup: true } })),
};

async function saidBy(server: Server, { theCase, version, own }: PlannedRun, plan: Plan, comparison: Comparison): Promise<Said> {
  let observations: readonly Observation[];
  try {
    observations = await CaseRun.run({ server, theCase, version, own, highest: plan.highest });
  } catch (error) {
    // A server that is gone is no difference.
    if ((error as NodeJS.ErrnoException).code === 'ECONNREFUSED') throw error;
    return { brokeOff: (error as Error).message };
  }
  return comparison.said(observations);
}

/** Runs `work` for each of `runs`, some at a time. */
async function eachOf(runs: readonly PlannedRun[], work: (run: PlannedRun) => Promise<void>): Promise<void> {
  let next = 0;
  const lane = async (): Promise<void> => {
    for (let run = runs[next++]; run !== undefined; run = runs[next++]) {
      if (next % TELL_EVERY === 0) console.log(`${next}/${runs.length}`);
      await work(run);
    }
  };
  await Promise.all(Array.from({ length: LANES }, lane));
}

async function compareLive(cases: readonly Case[], ottla: Server, kafka: Server): Promise<Comparison> {
  const comparison = new Comparison();
  const kafkaVersions = await advertisedBy(kafka);
  const plan = new Plan([await advertisedBy(ottla), kafkaVersions], options.salt);
  for (const server of [ottla, kafka]) await CaseRun.run({ server, theCase: preparation, version: 0, own: 'x', highest: plan.highest });
  const said = new Map<PlannedRun, Said>();
  const runs = plan.runs(cases).filter((run) => !(options.newest || options.record) || isRecorded(run, plan));
  const ask = async (run: PlannedRun): Promise<[Said, Said]> => (await Promise.all([kafka, ottla].map((server) => saidBy(server, run, plan, comparison)))) as [Said, Said];
  const doubtful: { readonly run: PlannedRun; readonly both: [Said, Said] }[] = [];
  await eachOf(runs, async (run) => {
    const both = await ask(run);
    said.set(run, both[0]);
    if (comparison.isUnexplained(run.theCase, run.version, ...both)) doubtful.push({ run, both });
    else comparison.add(run.theCase, run.version, ...both);
  });
  for (const { run, both } of doubtful) {
    const second = plan.again(run);
    said.set(run, comparison.addAgain(run.theCase, run.version, both, await ask(second), [run.own, second.own]));
  }
  if (options.record) Recording.write(KAFKA_VERSION, kafkaVersions, said);
  if (options.cases === '') comparison.missing.push(...plan.missing(cases));
  return comparison;
}

async function compareRecorded(cases: readonly Case[], ottla: Server): Promise<Comparison> {
  const comparison = new Comparison();
  const recording = Recording.read();
  const plan = new Plan([await advertisedBy(ottla), recording.advertised]);
  await CaseRun.run({ server: ottla, theCase: preparation, version: 0, own: 'x', highest: plan.highest });
  const runs = plan.runs(cases).filter((run) => recording.said(run) !== undefined);
  await eachOf(runs, async (run) => comparison.add(run.theCase, run.version, recording.said(run) as Said, await saidBy(ottla, run, plan, comparison)));
  if (options.cases === '') comparison.missing.push(...plan.missing(cases));
  return comparison;
}

async function main(): Promise<void> {
  const cases = allCases.filter((theCase) => new RegExp(options.cases).test(caseId(theCase)));
  if (cases.length === 0) throw new Error(`no case matches ${options.cases}`);
  const folder = mkdtempSync(join(tmpdir(), 'ottla-differential-'));
  const ottla = new OttlaServer({ directory: join(folder, 'ottla'), port: await freePort(), settings: SETTINGS });
  const kafka = new ReferenceKafka(options.reference, join(folder, 'kafka'), await freePort(), SETTINGS);
  const running = (port: string, name: string): Server => ({ name, host: '127.0.0.1', port: Number(port) });
  try {
    if (options.ottla === undefined) await ottla.start();
    const ottlaServer = options.ottla === undefined ? ottla : running(options.ottla, 'Ottla');
    if (options.recorded) return report(await compareRecorded(cases, ottlaServer), cases);
    if (options.kafka === undefined) await kafka.start();
    report(await compareLive(cases, ottlaServer, options.kafka === undefined ? kafka : running(options.kafka, 'Kafka')), cases);
  } finally {
    await ottla.terminate();
    await kafka.terminate();
    rmSync(folder, { recursive: true, force: true });
  }
}

function report(comparison: Comparison, cases: readonly Case[]): void {
  for (const line of tallyLines(comparison)) console.log(line);
  const unexplained = comparison.found.filter(({ known }) => known === undefined);
  for (const line of differenceLines(options.all ? comparison.found : unexplained)) console.log(line);
  // What Kafka said in a part of the versions does not show every difference.
  const vanished = options.recorded || options.newest || options.record ? [] : comparison.vanished((known) => concerns(known, cases));
  for (const { cases: ids, path } of vanished) console.log(`known, but did not show: ${ids} | ${path}`);
  for (const name of comparison.unsteady) console.log(`Kafka said another thing alone than beside other cases: ${name}`);
  for (const name of comparison.missing) console.log(`without a case: ${name}`);
  const runs = [...comparison.tallies.values()].flatMap((versions) => [...versions.values()]).reduce((sum, { cases: count }) => sum + count, 0);
  console.log(`${cases.length} cases, ${runs} with their versions, ${comparison.exchanges} answers compared; ${comparison.found.length - unexplained.length} known differences, ${unexplained.length} others`);
  if (unexplained.length > 0 || vanished.length > 0 || comparison.missing.length > 0) process.exitCode = 1;
  if (!options.write) return;
  const commit = versionNow();
  const date = new Date().toISOString().slice(0, 10);
  const isPart = options.recorded || options.newest || options.record;
  const scope = isPart ? ', each in the newest version of its API' : ' in every version that both advertise';
  writePage(join(import.meta.dirname, '../../docs/differential.md'), comparison, { cases: cases.length, runs, commit, kafka: KAFKA_VERSION, date, scope });
}

await main();
