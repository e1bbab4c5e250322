/**
 * Asks Ottla and a real Kafka the same, and compares what they say field by field:
 *
 *   npm run differential                     every case of scripts/, in every version that both servers advertise
 *
 *   --cases PATTERN       only cases whose id (`API: name`) the expression matches
 *   --reference SCRIPT    starts a Kafka, see ReferenceKafka (or REFERENCE_KAFKA)
 *   --recorded            compares with what Kafka said when it was recorded (recorded/), so no Kafka is wanted
 *   --record              writes that: the cases of recorded-cases.ts
 *   --write               writes docs/differential.md
 *   --all                 prints known differences too
 *
 * Exit code 1: a difference that known.ts does not explain, or one there that did not show; a case that broke off.
 */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { ApiKeys, apis } from '@ottla/protocol';
import { freePort, OttlaServer, ReferenceKafka } from '../measure/servers.ts';
import { at, decodeAnswer, encodeRequest, type Tree } from './answers.ts';
import { CaseRun, commonVersions, type Observation, type Server } from './case-run.ts';
import { Comparison, caseId, concerns, type FoundDifference, type Said } from './comparison.ts';
import { FrameConnection } from './frame-connection.ts';
import type { ApiName, Case } from './script.ts';
import { allCases } from './scripts/index.ts';

const { values: options } = parseArgs({
  options: {
    cases: { type: 'string', default: '' },
    reference: { type: 'string', default: process.env['REFERENCE_KAFKA'] ?? '' },
    ottla: { type: 'string' },
    kafka: { type: 'string' },
    salt: { type: 'string', default: '' },
    all: { type: 'boolean', default: false },
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
];
/** Cases at the same time. They share nothing, and many wait. */
const LANES = 6;
/** Cases between two lines that tell how far the run is. */
const TELL_EVERY = 500;

type Advertised = ReadonlyMap<number, { readonly min: number; readonly max: number }>;

async function advertisedBy(server: Server): Promise<Advertised> {
  const connection = await FrameConnection.open(server.host, server.port);
  connection.write(encodeRequest('ApiVersions', 3, 1, { clientSoftwareName: 'differential', clientSoftwareVersion: '1' }));
  const reply = await connection.next(10_000);
  connection.close();
  if (reply.kind !== 'frame') throw new Error(`${server.name} does not answer ApiVersions: ${reply.kind}`);
  const keys = at(decodeAnswer('ApiVersions', 3, 1, reply.content), 'apiKeys') as readonly { readonly [field: string]: number }[];
  return new Map(keys.map(({ apiKey, minVersion, maxVersion }) => [apiKey as number, { min: minVersion as number, max: maxVersion as number }]));
}

/** FNV-1a: a short text that a case keeps when others come and go. */
function ownText(id: string, version: number): string {
  let hash = 0x811c9dc5;
  for (const byte of Buffer.from(`${id} ${version}`)) hash = Math.imul(hash ^ byte, 0x01000193) >>> 0;
  return hash.toString(36).padStart(7, '0');
}

/** The coordinators are there before the first case: Kafka creates their topics at the first question for one. */
const preparation: Case = {
  api: 'FindCoordinator',
  name: 'preparation',
  from: 0,
  to: 0,
  steps: [0, 1].map((keyType) => ({ kind: 'ask', api: 'FindCoordinator', body: { key: 'preparation', keyType }, options: { version: 2, again: [14, 15, 16], isSetup: true } })),
};

async function saidBy(server: Server, theCase: Case, version: number, highest: (api: ApiName) => number, comparison: Comparison): Promise<Said> {
  const own = ownText(caseId(theCase) + options.salt, version);
  let observations: readonly Observation[];
  try {
    observations = await CaseRun.run({ server, theCase, version, own, highest });
  } catch (error) {
    // A server that is gone is no difference.
    if ((error as NodeJS.ErrnoException).code === 'ECONNREFUSED') throw error;
    return { brokeOff: (error as Error).message };
  }
  return comparison.said(observations);
}

async function compare(cases: readonly Case[], ottla: Server, kafka: Server): Promise<Comparison> {
  const comparison = new Comparison();
  const advertised = [await advertisedBy(ottla), await advertisedBy(kafka)];
  const versions = new Map<ApiName, readonly number[]>((Object.keys(ApiKeys) as ApiName[]).map((api) => [api, commonVersions(api, advertised)]));
  const highest = (api: ApiName): number => versions.get(api)?.at(-1) ?? apis[ApiKeys[api]].request.maxVersion;
  for (const server of [ottla, kafka]) await CaseRun.run({ server, theCase: preparation, version: 0, own: 'x', highest });
  const runs = cases.flatMap((theCase) => (versions.get(theCase.api) ?? []).filter((version) => version >= theCase.from && version <= theCase.to).map((version) => ({ theCase, version })));
  const count = runs.length;
  const lane = async (): Promise<void> => {
    for (let run = runs.shift(); run !== undefined; run = runs.shift()) {
      if (runs.length % TELL_EVERY === 0) console.log(`${count - runs.length}/${count}`);
      const { theCase, version } = run;
      const [one, other] = await Promise.all([kafka, ottla].map((server) => saidBy(server, theCase, version, highest, comparison)));
      comparison.add(theCase, version, one as Said, other as Said);
    }
  };
  await Promise.all(Array.from({ length: LANES }, lane));
  return comparison;
}

const short = (tree: Tree | undefined): string => (tree === undefined ? 'absent' : JSON.stringify(tree)).slice(0, 300);

/** One line for a difference in however many versions. */
function printDifferences(found: readonly FoundDifference[]): void {
  const lines = new Map<string, number[]>();
  for (const { caseId: id, version, step, path, kafka, ottla } of found) {
    const line = `${id} | step ${step} ${path} | Kafka ${short(kafka)} | Ottla ${short(ottla)}`;
    lines.set(line, [...(lines.get(line) ?? []), version]);
  }
  for (const [line, versions] of lines) console.log(`${line} | ${ranges(versions)}`);
}

/** Versions in short: 3-5,7. */
function ranges(versions: readonly number[]): string {
  const runs: [number, number][] = [];
  for (const version of versions.toSorted((a, b) => a - b)) {
    const last = runs.at(-1);
    if (last !== undefined && version === last[1] + 1) last[1] = version;
    else runs.push([version, version]);
  }
  return `v${runs.map(([lo, hi]) => (lo === hi ? lo : `${lo}-${hi}`)).join(',')}`;
}

function printTallies(comparison: Comparison): void {
  for (const [api, versions] of comparison.tallies) {
    console.log(`${api}: ${[...versions].map(([version, { cases, differing }]) => `v${version} ${cases}${differing === 0 ? '' : ` (${differing} differ)`}`).join(', ')}`);
  }
}

async function main(): Promise<void> {
  const cases = allCases.filter((theCase) => new RegExp(options.cases).test(caseId(theCase)));
  if (cases.length === 0) throw new Error(`no case matches ${options.cases}`);
  const folder = mkdtempSync(join(tmpdir(), 'ottla-differential-'));
  const ottla = new OttlaServer({ directory: join(folder, 'ottla'), port: await freePort(), settings: SETTINGS });
  const kafka = new ReferenceKafka(options.reference, join(folder, 'kafka'), await freePort(), SETTINGS);
  const at = (text: string, name: string): Server => ({ name, host: '127.0.0.1', port: Number(text) });
  try {
    if (options.ottla === undefined) await ottla.start();
    if (options.kafka === undefined) await kafka.start();
    const comparison = await compare(cases, options.ottla === undefined ? ottla : at(options.ottla, 'Ottla'), options.kafka === undefined ? kafka : at(options.kafka, 'Kafka'));
    report(comparison, cases);
  } finally {
    await ottla.terminate();
    await kafka.terminate();
    rmSync(folder, { recursive: true, force: true });
  }
}

function report(comparison: Comparison, cases: readonly Case[]): void {
  printTallies(comparison);
  const unexplained = comparison.found.filter(({ known }) => known === undefined);
  printDifferences(options.all ? comparison.found : unexplained);
  const vanished = comparison.vanished((known) => concerns(known, cases));
  for (const { cases: ids, path } of vanished) console.log(`known, but did not show: ${ids} | ${path}`);
  const runs = [...comparison.tallies.values()].flatMap((versions) => [...versions.values()]).reduce((sum, { cases: count }) => sum + count, 0);
  console.log(`${cases.length} cases, ${runs} with their versions, ${comparison.exchanges} answers compared; ${comparison.found.length - unexplained.length} known differences, ${unexplained.length} others`);
  if (unexplained.length > 0 || vanished.length > 0) process.exitCode = 1;
}

await main();
