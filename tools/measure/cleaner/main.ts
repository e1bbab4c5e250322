/**
 * What cleaning a large table costs a broker and its clients, and whether a real Kafka reads what is left:
 *
 *   REFERENCE_KAFKA=SCRIPT node tools/measure/cleaner/main.ts [--gb 5] [--keys 10000000] [--seconds 15]
 *
 * A topic of one partition is filled with records of 250 bytes, each key as often as they are enough for, while it is not
 * compacted; then it is made a compacted one, and until its cleaner-offset-checkpoint reaches the active segment the
 * memory of the process is looked at and a Produce to another topic (1 KB, acks=1 of one broker) is timed, as it was for
 * --seconds before. Then every record is read and compared with what must be left, from Ottla; and, with REFERENCE_KAFKA, from
 * a Kafka whose partition's files are replaced with Ottla's. Exit code 1: more than 300 MB, more than 5 ms more at the
 * 99th percentile, or something wrong was read.
 */
import { cpSync, existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { IncrementalAlterConfigsRequestCodec, IncrementalAlterConfigsResponseCodec } from '@ottla/protocol';
import { makeBatch } from '../../bench/batches.ts';
import { Histogram } from '../../bench/histogram.ts';
import { createTopic, produce } from '../apis.ts';
import { cpuMs, residentMb } from '../process-figures.ts';
import { freePort, type MeasuredServer, OttlaServer, pause, ReferenceKafka } from '../servers.ts';
import { WireConnection } from '../wire-connection.ts';
import { TableModel } from './table-model.ts';

const { values: options } = parseArgs({
  options: { gb: { type: 'string', default: '5' }, keys: { type: 'string', default: '10000000' }, seconds: { type: 'string', default: '15' } },
});
const reference = process.env['REFERENCE_KAFKA'];
const TABLE = 'table';
const PROBED = 'probed';
const RECORD_BYTES = 250;
/** Length, deltas and the key of eight bytes. */
const RECORD_OVERHEAD = 20;
const SEGMENT_BYTES = Math.min(256 * 1024 * 1024, Math.floor((Number(options.gb) * 1e9) / 10));
const PROBE_PAUSE_MS = 3;
/** Memory is looked at with the first Produce and each so many behind it. */
const LOOK_EACH = 50;
const CLEANED_WITHIN_MS = 1_800_000;
const TOPIC_RESOURCE = 2;
const SET = 0;
const MAX_MB = 300;
const MAX_DELAY_MS = 5;
const alterApi = { request: IncrementalAlterConfigsRequestCodec, response: IncrementalAlterConfigsResponseCodec };

/** Times one Produce after the other until `isDone`, looking at memory meanwhile; answers what was seen. */
async function probe(server: OttlaServer, isDone: () => boolean): Promise<{ readonly p99Ms: number; readonly highestMb: number; readonly count: number }> {
  const connection = await WireConnection.open(server.host, server.port);
  const batch = makeBatch({ messageBytes: 1024, records: 1 });
  const times = new Histogram();
  let highestMb = 0;
  while (!isDone()) {
    const startedAt = performance.now();
    await produce(connection, PROBED, 0, batch);
    times.record(performance.now() - startedAt);
    if (times.total % LOOK_EACH === 1) highestMb = Math.max(highestMb, residentMb(server.pid));
    await pause(PROBE_PAUSE_MS);
  }
  connection.close();
  return { p99Ms: times.percentile(0.99), highestMb, count: times.total };
}

const folderOf = (server: MeasuredServer, topic: string): string => join(server.directory, server.name === 'Kafka' ? 'data' : '', `${topic}-0`);

function segmentBases(server: MeasuredServer): readonly number[] {
  return readdirSync(folderOf(server, TABLE)).filter((name) => /^\d+\.log$/.test(name)).map((name) => Number.parseInt(name, 10)).toSorted((a, b) => a - b);
}

function cleanedTo(server: MeasuredServer): number {
  const file = join(server.directory, 'cleaner-offset-checkpoint');
  return existsSync(file) ? Number(new RegExp(`^${TABLE} 0 (\\d+)$`, 'm').exec(readFileSync(file, 'utf8'))?.[1] ?? 0) : 0;
}

function sizeMb(server: MeasuredServer): string {
  const folder = folderOf(server, TABLE);
  return (readdirSync(folder).filter((name) => name.endsWith('.log')).reduce((sum, name) => sum + statSync(join(folder, name)).size, 0) / 1e6).toFixed(0);
}

/** Answers whether both figures are as they should be. */
async function measureClean(server: OttlaServer): Promise<boolean> {
  const connection = await WireConnection.open(server.host, server.port);
  const beforeMb = residentMb(server.pid);
  const endMs = performance.now() + Number(options.seconds) * 1000;
  const quiet = await probe(server, () => performance.now() > endMs);
  const [startMs, startCpuMs] = [performance.now(), cpuMs(server.pid)];
  const configs = [{ name: 'cleanup.policy', configOperation: SET, value: 'compact' }];
  await connection.ask(alterApi, 1, { resources: [{ resourceType: TOPIC_RESOURCE, resourceName: TABLE, configs }], validateOnly: false });
  const active = segmentBases(server).at(-1) as number;
  let isLate = false;
  const busy = await probe(server, () => {
    isLate = performance.now() - startMs > CLEANED_WITHIN_MS;
    return isLate || cleanedTo(server) >= active;
  });
  connection.close();
  if (isLate) throw new Error(`not cleaned within ${CLEANED_WITHIN_MS / 1000} s`);
  console.log(`cleaned in ${((performance.now() - startMs) / 1000).toFixed(0)} s with ${((cpuMs(server.pid) - startCpuMs) / 1000).toFixed(0)} s of CPU: ${sizeMb(server)} MB are left`);
  console.log(`memory: ${beforeMb.toFixed(0)} MB before, at most ${busy.highestMb.toFixed(0)} MB meanwhile`);
  console.log(`Produce at p99: ${quiet.p99Ms.toFixed(1)} ms before (${quiet.count}), ${busy.p99Ms.toFixed(1)} ms meanwhile (${busy.count})`);
  return busy.highestMb <= MAX_MB && busy.p99Ms - quiet.p99Ms <= MAX_DELAY_MS;
}

async function readAll(server: MeasuredServer, model: TableModel, cleaned: number): Promise<boolean> {
  const connection = await WireConnection.open(server.host, server.port);
  const wrong = await model.differences(connection, TABLE, cleaned);
  connection.close();
  for (const line of wrong) console.log(`${server.name} reads: ${line}`);
  if (wrong.length === 0) console.log(`${server.name} reads from the start what must be left`);
  return wrong.length === 0;
}

/** Gives the files of Ottla's partition to a Kafka that has a topic of the name. Both servers must be stopped. */
function handOver(from: MeasuredServer, to: MeasuredServer): void {
  const target = folderOf(to, TABLE);
  const isSegment = (name: string): boolean => /\.(log|index|timeindex|txnindex|snapshot)$/.test(name) || name === 'leader-epoch-checkpoint';
  for (const name of readdirSync(target).filter(isSegment)) rmSync(join(target, name));
  for (const name of readdirSync(folderOf(from, TABLE)).filter(isSegment)) cpSync(join(folderOf(from, TABLE), name), join(target, name));
}

async function main(): Promise<boolean> {
  const keys = Number(options.keys);
  const records = Math.max(2 * keys, Math.floor((Number(options.gb) * 1e9) / RECORD_BYTES));
  const model = new TableModel({ records, keys, valueBytes: RECORD_BYTES - RECORD_OVERHEAD });
  const folder = mkdtempSync(join(tmpdir(), 'ottla-cleaner-'));
  const ottla = new OttlaServer({ directory: join(folder, 'ottla'), port: await freePort(), settings: ['log.cleaner.backoff.ms=1000', 'log.segment.delete.delay.ms=1000'] });
  const kafka = reference === undefined ? undefined : new ReferenceKafka(reference, join(folder, 'kafka'), await freePort());
  try {
    await ottla.start();
    const connection = await WireConnection.open(ottla.host, ottla.port);
    await createTopic(connection, TABLE, 1, { 'segment.bytes': String(SEGMENT_BYTES), 'min.cleanable.dirty.ratio': '0.01', 'retention.ms': '-1' });
    await createTopic(connection, PROBED, 1);
    await model.write(connection, TABLE);
    connection.close();
    console.log(`${records} records of ${keys} keys, ${sizeMb(ottla)} MB`);
    const isCheap = await measureClean(ottla);
    const cleaned = cleanedTo(ottla);
    const isRead = await readAll(ottla, model, cleaned);
    await ottla.terminate();
    if (kafka === undefined) return isCheap && isRead;
    await kafka.start();
    const admin = await WireConnection.open(kafka.host, kafka.port);
    await createTopic(admin, TABLE, 1, { 'segment.bytes': String(SEGMENT_BYTES), 'retention.ms': '-1' });
    admin.close();
    await kafka.terminate();
    handOver(ottla, kafka);
    await kafka.start();
    return (await readAll(kafka, model, cleaned)) && isCheap && isRead;
  } finally {
    await ottla.kill();
    await kafka?.kill();
    rmSync(folder, { recursive: true, force: true });
  }
}

process.exit((await main()) ? 0 : 1);
