/**
 * Sends a Kafka listener what it should not get, and looks whether it stays well:
 *
 *   npm run fuzz -- --cases 5000 --seed 1                                    a server of its own, on a temporary folder
 *   npm run fuzz -- --bootstrap 127.0.0.1:9092 --pid PID --cases 5000        a server that runs already
 *
 *   --connections N   at the same time (16)
 *   --from N          begins with case N, so that a long run can be cut into stretches of other cases
 *   --minutes N       begins no case after that time
 *   --only N          runs case N alone and prints what it sends and gets
 *   --api NAME        cases of this API only
 *
 * Each advertised API in each advertised version gets well-formed random requests, truncated ones, lengths that
 * lie, flipped bits, random bodies and random frames. Meanwhile ApiVersions must be answered within a second; time in
 * which the server or this tool has no core, because other work has them, is not counted. Exit code 1: the server hung or
 * went away, answered with what its codec cannot read, grew by more than 100 MB (with --pid, or its own) over what it
 * held at rest before, or (its own) wrote an error into its log or did not stop cleanly.
 */
import { parseArgs } from 'node:util';
import { apis, type ApiVersionsResponse, WireReader, WireWriter } from '@ottla/protocol';
import type { Api } from '../codegen/schema.ts';
import { frameOf, type FuzzCase, type Kind, makeCase, randomBody, responseCodec, schedule, type Target } from './cases.ts';
import { Chance } from './chance.ts';
import { FuzzConnection, type Reply } from './connection.ts';
import { FuzzedProcess, waitedForCoreMs } from './fuzzed-process.ts';
import { FuzzedServer } from './server.ts';
import { readApis, topicIds, topicNames } from './values.ts';

const API_VERSIONS = 18;
const CREATE_TOPICS = 19;
const METADATA = 3;
/** Cases between two times that the topics are created anew. */
const TOPICS_EVERY = 500;
const HEALTH_EVERY_MS = 200;
const HEALTH_WITHIN_MS = 1000;
/** Waits of well-formed requests are shorter than this, or endless. */
const CASE_WITHIN_MS = 500;
/** Of a server that has no core for so long nothing can be told. */
const HEALTH_AT_LAST_MS = 60_000;
const MAX_GROWTH_MB = 100;
/** By then each version has met every kind of case, and codecs, threads and pools are there. */
const WARM_AFTER_CASES = 20_000;

const { values: options } = parseArgs({
  options: {
    bootstrap: { type: 'string' },
    cases: { type: 'string', default: '2000' },
    seed: { type: 'string', default: '1' },
    from: { type: 'string', default: '0' },
    minutes: { type: 'string', default: '600' },
    pid: { type: 'string' },
    connections: { type: 'string', default: '16' },
    only: { type: 'string' },
    api: { type: 'string' },
  },
});
const own = options.bootstrap === undefined ? await FuzzedServer.start() : undefined;
const bootstrap = options.bootstrap ?? (own as FuzzedServer).bootstrap;
const pid = own?.pid ?? (options.pid === undefined ? undefined : Number(options.pid));
const separator = bootstrap.lastIndexOf(':');
const host = bootstrap.slice(0, separator);
const port = Number(bootstrap.slice(separator + 1));
const fuzzed = pid === undefined ? undefined : new FuzzedProcess(pid);
const seed = Number(options.seed);
const firstCase = Number(options.from);
const caseCount = Number(options.cases);

type Outcome = 'answered' | 'closed' | 'silent' | 'refused' | 'unreadable';
const outcomes: readonly Outcome[] = ['answered', 'closed', 'silent', 'refused', 'unreadable'];

const definitions = readApis();
const counts = new Map<string, Map<Outcome, number>>();
/** Well-formed requests that a handler took, by API and version: it answered, or holds them. */
const reached = new Map<string, Map<number, number>>();
const failures: string[] = [];
/** Cases whose request is at the server now. */
const inFlight = new Map<number, FuzzCase>();
let isOver = false;
/** Memory of the server as cases went on, in even steps: what grows all the time shows, what a busy process takes at first does too. */
const rssMb: number[] = [];
let warmMb: number | undefined;
const RSS_SAMPLES = 20;

/** Asks for the APIs; also the question that shows whether the server is well. */
async function askApiVersions(connection: FuzzConnection, timeoutMs: number): Promise<ApiVersionsResponse | Reply['kind']> {
  const api = definitions.get(API_VERSIONS) as Api;
  const body = Buffer.from([5, ...Buffer.from('fuzz'), 2, ...Buffer.from('1'), 0]);
  const reply = await connection.exchange(frameOf(api, 3, 1, 'fuzz-health', body), timeoutMs);
  if (reply.kind !== 'frame') return reply.kind;
  // The answer to ApiVersions has the old response header in every version.
  return responseCodec(api).decode(new WireReader(reply.content, 4), 3) as ApiVersionsResponse;
}

function describe(index: number, { target, kind, bytes }: FuzzCase): string {
  return `case ${index}: ${kind} ${target.api.name} v${target.version}, ${bytes.length} bytes (--seed ${seed} --only ${index})`;
}

/** Of both threads through which question and answer go. */
function coreWaitMs(): number {
  if (own?.hasEnded === true) return 0;
  return waitedForCoreMs(`/proc/self/task/${process.pid}`) + (fuzzed?.waitedForCoreMs() ?? 0);
}

async function watchHealth(): Promise<void> {
  const connection = new FuzzConnection(host, port);
  let worstMs = 0;
  while (!isOver) {
    const [startMs, waitedMs] = [performance.now(), coreWaitMs()];
    const answer = await askApiVersions(connection, HEALTH_AT_LAST_MS);
    const tookMs = performance.now() - startMs - (coreWaitMs() - waitedMs);
    worstMs = Math.max(worstMs, tookMs);
    if (typeof answer === 'string' || tookMs > HEALTH_WITHIN_MS) {
      failures.push(`ApiVersions was not answered within ${HEALTH_WITHIN_MS} ms (${typeof answer === 'string' ? answer : `${tookMs.toFixed(0)} ms`}); at the server now:`, ...[...inFlight].map(([index, made]) => `  ${describe(index, made)}`));
      isOver = true;
      break;
    }
    await new Promise((resolve) => setTimeout(resolve, HEALTH_EVERY_MS));
  }
  connection.drop();
  console.log(`slowest ApiVersions: ${worstMs.toFixed(0)} ms`);
}

/** Each target in turn with each kind, then again with other random choices. */
function caseOf(index: number, targets: readonly Target[]): FuzzCase {
  const target = targets[index % targets.length] as Target;
  const kind = schedule[Math.floor(index / targets.length) % schedule.length] as Kind;
  return makeCase(target, kind, (index + 1) & 0x7fffffff, new Chance(seed, index));
}

function judge(made: FuzzCase, reply: Reply): Outcome {
  if (reply.kind !== 'frame') return reply.kind;
  if (!made.isWellFormed) return 'answered';
  const { api, version } = made.target;
  const codec = responseCodec(api);
  try {
    const reader = new WireReader(reply.content);
    if (reader.readInt32() !== made.correlationId) return 'unreadable';
    if (version >= codec.flexibleFrom && api.key !== API_VERSIONS) reader.skipTaggedFields();
    codec.decode(reader, version);
    return reader.remaining === 0 ? 'answered' : 'unreadable';
  } catch {
    return 'unreadable';
  }
}

async function runCase(index: number, made: FuzzCase, connection: FuzzConnection): Promise<{ readonly outcome: Outcome; readonly reply: Reply }> {
  inFlight.set(index, made);
  // The rest of a frame never comes: most connections say so by ending, some leave the server waiting.
  const isHalf = made.kind === 'half a frame';
  const leavesOpen = isHalf && index % 16 === 0;
  const reply = await connection.exchange(made.bytes, leavesOpen ? 30 : CASE_WITHIN_MS, isHalf && !leavesOpen);
  inFlight.delete(index);
  // What a deformed request left of a frame would swallow the next case. Those that are whole frames leave nothing.
  if (reply.kind !== 'frame' || made.kind === 'bad size' || isHalf) connection.drop();
  return { outcome: judge(made, reply), reply };
}

/** Topics that the random names meet, again and again, because cases delete them; the compacted one has its batches opened. */
async function provideTopics(connection: FuzzConnection): Promise<void> {
  const writer = new WireWriter();
  const topics = topicNames.map((name, index) => ({ name, numPartitions: 3, replicationFactor: 1, assignments: [], configs: [{ name: 'cleanup.policy', value: index === 0 ? 'delete' : 'compact' }] }));
  apis[CREATE_TOPICS].request.encode(writer, { topics, timeoutMs: 1000, validateOnly: false }, 5);
  await connection.exchange(frameOf(definitions.get(CREATE_TOPICS) as Api, 5, 1, 'fuzz', writer.finish()), HEALTH_WITHIN_MS);
  const asked = new WireWriter();
  apis[METADATA].request.encode(asked, { topics: topicNames.map((name) => ({ name })), allowAutoTopicCreation: false }, 12);
  const reply = await connection.exchange(frameOf(definitions.get(METADATA) as Api, 12, 1, 'fuzz', asked.finish()), HEALTH_WITHIN_MS);
  if (reply.kind !== 'frame') return;
  // Behind the correlation id and no tagged fields.
  const { topics: told } = apis[METADATA].response.decode(new WireReader(reply.content, 5), 12);
  for (const { name, topicId } of told) topicIds[topicNames.findIndex((known) => known === name)] = topicId;
}

async function work(next: () => number | undefined, targets: readonly Target[]): Promise<void> {
  const connection = new FuzzConnection(host, port);
  for (let index = next(); index !== undefined && !isOver; index = next()) {
    if (index % TOPICS_EVERY === 0) await provideTopics(connection);
    if ((index - firstCase) % Math.ceil(caseCount / RSS_SAMPLES) === 0) noteMemory(index - firstCase);
    if (index - firstCase === WARM_AFTER_CASES) warmMb = residentMb();
    const made = caseOf(index, targets);
    const { outcome } = await runCase(index, made, connection);
    const row = counts.get(made.target.api.name) ?? new Map<Outcome, number>();
    row.set(outcome, (row.get(outcome) ?? 0) + 1);
    counts.set(made.target.api.name, row);
    if (made.isWellFormed && (outcome === 'answered' || outcome === 'silent')) countReached(made.target);
    if (outcome === 'unreadable') failures.push(`an answer cannot be read: ${describe(index, made)}`);
  }
  connection.drop();
}

/** Printed at once, too: a long run may be cut off before its report. */
function noteMemory(doneCases: number): void {
  const mb = Math.round(residentMb() ?? 0);
  rssMb.push(mb);
  if (doneCases > 0) console.log(`${doneCases} cases: RSS ${mb} MB`);
}

function countReached({ api, version }: Target): void {
  const versions = reached.get(api.name) ?? new Map<number, number>();
  reached.set(api.name, versions);
  versions.set(version, (versions.get(version) ?? 0) + 1);
}

/** Prints how often each version reached a handler. One that never did, in a run that is long enough, tried nothing. */
function reportReached(targets: readonly Target[], cases: number): void {
  let total = 0;
  for (const name of [...new Set(targets.map(({ api }) => api.name))].toSorted()) {
    const versions = targets.filter(({ api }) => api.name === name).map(({ version }) => ({ version, count: reached.get(name)?.get(version) ?? 0 }));
    total += versions.reduce((sum, { count }) => sum + count, 0);
    console.log(`reached ${name}: ${versions.map(({ version, count }) => `v${version} ${count}`).join(', ')}`);
    if (cases < targets.length * schedule.length) continue;
    for (const { version, count } of versions) if (count === 0) failures.push(`no request of ${name} v${version} reached its handler`);
  }
  console.log(`${((100 * total) / Math.max(1, cases)).toFixed(1)} % of all cases reached a handler`);
}

function targetsOf(answer: ApiVersionsResponse): Target[] {
  const targets: Target[] = [];
  for (const { apiKey, minVersion, maxVersion } of answer.apiKeys) {
    const api = definitions.get(apiKey);
    if (api === undefined) {
      console.log(`API ${apiKey} is advertised but has no schema here`);
      continue;
    }
    if (options.api !== undefined && api.name !== options.api) continue;
    for (let version = Math.max(minVersion, api.request.versions.lo); version <= Math.min(maxVersion, api.request.versions.hi); version++) targets.push({ api, version });
  }
  return targets;
}

function residentMb(): number | undefined {
  return own?.hasEnded === true ? undefined : fuzzed?.residentMb();
}

function report(): void {
  console.log(['API'.padEnd(30), ...outcomes.map((outcome) => outcome.padStart(10))].join(' '));
  for (const [name, row] of [...counts].sort(([a], [b]) => a.localeCompare(b))) {
    console.log([name.padEnd(30), ...outcomes.map((outcome) => String(row.get(outcome) ?? 0).padStart(10))].join(' '));
  }
}

async function runOne(index: number, targets: readonly Target[]): Promise<void> {
  const made = caseOf(index, targets);
  console.log(describe(index, made));
  console.log('sent', made.bytes.toString('hex'));
  const connection = new FuzzConnection(host, port);
  const { outcome, reply } = await runCase(index, made, connection);
  connection.drop();
  console.log(outcome, reply.kind === 'frame' ? reply.content.toString('hex') : '');
  if (outcome === 'unreadable') process.exitCode = 1;
}

/** All cases; the lines that tell what was seen are printed, what is wrong is left in `failures`. */
async function runAll(targets: readonly Target[]): Promise<void> {
  console.log(`${targets.length} versions of ${new Set(targets.map(({ api }) => api.key)).size} APIs, ${caseCount} cases, seed ${seed}`);
  await fuzzed?.settled();
  const beforeMb = residentMb();
  const [startMs, startCpuMs] = [performance.now(), fuzzed?.cpuMs() ?? 0];
  const endMs = startMs + Number(options.minutes) * 60_000;
  let index = firstCase;
  const next = (): number | undefined => (index < firstCase + caseCount && performance.now() < endMs ? index++ : undefined);
  const health = watchHealth();
  await Promise.all(Array.from({ length: Number(options.connections) }, () => work(next, targets)));
  isOver = true;
  await health;
  const last = new FuzzConnection(host, port);
  const finalAnswer = await askApiVersions(last, HEALTH_WITHIN_MS);
  last.drop();
  if (typeof finalAnswer === 'string') failures.push(`ApiVersions is not answered at the end: ${finalAnswer}`);
  const afterMb = residentMb();
  report();
  const done = index - firstCase;
  reportReached(targets, done);
  console.log(`${done} cases, ${Math.round(done / ((performance.now() - startMs) / 1000))} a second`);
  const toolCpu = process.cpuUsage();
  console.log(`CPU: ${((toolCpu.user + toolCpu.system) / 1e6).toFixed(0)} s of this tool, ${own?.hasEnded === true ? '?' : (((fuzzed?.cpuMs() ?? 0) - startCpuMs) / 1000).toFixed(0)} s of the server`);
  if (beforeMb !== undefined && afterMb !== undefined) {
    console.log(`RSS in MB as cases went on: ${rssMb.join(' ')}`);
    console.log(`RSS of ${pid}: ${beforeMb.toFixed(0)} MB before, ${afterMb.toFixed(0)} MB after${warmMb === undefined ? '' : `; ${warmMb.toFixed(0)} MB after ${WARM_AFTER_CASES} cases`}`);
    if (afterMb - beforeMb > MAX_GROWTH_MB) failures.push(`the server grew by ${(afterMb - beforeMb).toFixed(0)} MB, ${MAX_GROWTH_MB} are allowed`);
  }
}

async function main(): Promise<void> {
  // A run that is cut off says what it has seen, and ends its server.
  for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => (isOver = true));
  const first = new FuzzConnection(host, port);
  const answer = await askApiVersions(first, HEALTH_AT_LAST_MS);
  first.drop();
  if (typeof answer === 'string') throw new Error(`${bootstrap} does not answer ApiVersions: ${answer}`);
  const targets = targetsOf(answer);
  // Fails here rather than in the middle when a schema and its codec disagree.
  for (const target of targets) randomBody(target, new Chance(seed, 0));
  if (options.only === undefined) await runAll(targets);
  else await runOne(Number(options.only), targets);
}

try {
  await main();
} finally {
  if (own !== undefined) {
    failures.push(...own.complaints());
    const complaint = await own.stop();
    if (complaint !== undefined) failures.push(complaint);
  }
  for (const failure of failures.slice(0, 50)) console.log(failure);
  if (failures.length > 0) process.exitCode = 1;
}
