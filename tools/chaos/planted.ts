/**
 * Plants what must not be into the folders of three brokers, one thing at a time, and looks whether the checks of a run of
 * chaos tell it; what of histories is planted stands in libs/testing/src/history. Exit code 1: one is not told.
 *
 *   node tools/chaos/planted.ts
 */
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { tableCrc32c, type Offset, type ProducerEpoch, type ProducerId, type TimestampMs } from '@ottla/model';
import { buildBatch, ControlRecordType, controlRecordKey } from '@ottla/protocol';
import { dumpAll } from './dump.ts';
import { shortOf } from './floor.ts';
import { lacksJars } from '../measure/reference-jars.ts';
import { checkReplicas } from './replica-check.ts';

const BROKERS = 3;
const TOPIC = 'planted';
const SEGMENT = `${'0'.repeat(20)}`;
const ABORTING = 7;
const COMMITTING = 8;
const TXN_ENTRY_BYTES = 34;

const directory = mkdtempSync(join(tmpdir(), 'ottla-planted-'));
const brokers = Array.from({ length: BROKERS }, (_, index) => join(directory, `broker-${index + 1}`));
const fileOf = (broker: number, suffix: string): string => join(brokers[broker] as string, `${TOPIC}-0`, `${SEGMENT}.${suffix}`);

function batch(producerId: number, offset: number, marker?: number): Uint8Array {
  const record = marker === undefined ? { key: null, value: Buffer.from(`record ${offset}`) } : { key: controlRecordKey(marker), value: Buffer.alloc(6) };
  return buildBatch({
    crc: tableCrc32c, baseOffset: offset as Offset, producerId: producerId as ProducerId, producerEpoch: 0 as ProducerEpoch, baseSequence: marker === undefined ? offset : -1,
    isTransactional: true, isControl: marker !== undefined, timestamp: 1_000 as TimestampMs,
  }, [record]);
}

/** Two transactions, one of them aborted, and a record above the high watermark. */
const batches = [batch(ABORTING, 0), batch(COMMITTING, 1), batch(ABORTING, 2, ControlRecordType.ABORT), batch(COMMITTING, 3, ControlRecordType.COMMIT), batch(COMMITTING, 4)];
const HIGH_WATERMARK = 4;

function entry(producerId: number, firstOffset: number, lastOffset: number): Buffer {
  const bytes = Buffer.alloc(TXN_ENTRY_BYTES);
  [producerId, firstOffset, lastOffset, 0].forEach((number, index) => bytes.writeBigInt64BE(BigInt(number), 2 + index * 8));
  return bytes;
}

/** As three brokers leave it that stopped in order. */
function writeSound(): void {
  for (const [index, broker] of brokers.entries()) {
    rmSync(broker, { recursive: true, force: true });
    mkdirSync(join(broker, `${TOPIC}-0`), { recursive: true });
    writeFileSync(join(broker, `${TOPIC}-0`, 'partition.metadata'), 'version: 0\ntopic_id: AAAAAAAAAAAAAAAAAAAAAQ\n');
    writeFileSync(join(broker, 'replication-offset-checkpoint'), `0\n1\n${TOPIC} 0 ${HIGH_WATERMARK}\n`);
    writeFileSync(fileOf(index, 'log'), Buffer.concat(batches));
    writeFileSync(fileOf(index, 'txnindex'), entry(ABORTING, 0, 2));
  }
}

function flip(file: string, at: number): void {
  const bytes = readFileSync(file);
  bytes[at] = (bytes[at] as number) ^ 1;
  writeFileSync(file, bytes);
}

const withBatches = (broker: number, ...kept: readonly number[]): void => writeFileSync(fileOf(broker, 'log'), Buffer.concat(kept.map((index) => batches[index] as Uint8Array)));
const last = batches.slice(0, -1).reduce((sum, { length }) => sum + length, 0);

const plants: readonly (readonly [what: string, plant: () => void, isTold: RegExp | undefined])[] = [
  ['nothing', () => undefined, undefined],
  ['another byte above the high watermark', () => flip(fileOf(1, 'log'), last + 61), undefined],
  ['a record less above the high watermark', () => withBatches(2, 0, 1, 2, 3), undefined],
  ['another byte in the second replica', () => flip(fileOf(1, 'log'), 63), /broker-2.* differs from offset 0 on/],
  ['another byte in the first replica', () => flip(fileOf(0, 'log'), 63), /broker-\d.* differs from offset 0 on/],
  ['a replica that ends early', () => withBatches(0, 0, 1, 2), /broker-1.* ends at offset 3, before the high watermark 4/],
  ['a replica that is not there', () => rmSync(join(brokers[1] as string, `${TOPIC}-0`), { recursive: true }), /only 2 of 3 brokers have a replica/],
  ['a replica without a batch', () => withBatches(2, 0, 2, 3, 4), /broker-3.* differs from offset 1 on/],
  ['an abort that no index has', () => writeFileSync(fileOf(1, 'txnindex'), ''), /broker-2.*its index \[\]/],
  ['an index that has an abort too much', () => writeFileSync(fileOf(2, 'txnindex'), Buffer.concat([entry(ABORTING, 0, 2), entry(COMMITTING, 1, 3)])), /broker-3.*"producerId":8/],
  ['an abort with another first offset', () => writeFileSync(fileOf(0, 'txnindex'), entry(ABORTING, 1, 2)), /broker-1.*"firstOffset":1/],
];

let missed = 0;
function judge(what: string, told: readonly string[], expected: RegExp | undefined): void {
  const isRight = expected === undefined ? told.length === 0 : told.some((text) => expected.test(text));
  if (!isRight) missed++;
  console.log(`${isRight ? 'right' : 'WRONG'}: ${what}: ${told[0] ?? 'nothing is told'}`);
}

for (const [what, plant, expected] of plants) {
  writeSound();
  plant();
  judge(what, checkReplicas(brokers, [TOPIC]).differences, expected);
}

if (lacksJars() === undefined) {
  writeSound();
  flip(fileOf(0, 'log'), 63);
  judge('a wrong checksum, read by DumpLogSegments', dumpAll(directory, [TOPIC]).errors.filter((text) => text.includes('of topics')), /isvalid: false/);
} else {
  console.log('skipped: the jars of the reference Kafka are not there, so its DumpLogSegments was not asked');
}

const enough = { acknowledged: 2_000_000, snapshots: 600, faults: new Map([['kill', 120]]), leaderChanges: 60, takeovers: 20 };
judge('an hour with enough exercise', shortOf(60, enough, ['kill']), undefined);
judge('an hour with few records', shortOf(60, { ...enough, acknowledged: 1_999_999 }, ['kill']), /1999999 acknowledged records, and 2000000 are wanted/);
judge('an hour in which the accounts were hardly looked at', shortOf(60, { ...enough, snapshots: 599 }, ['kill']), /599 snapshots of the accounts, and 600 are wanted/);
judge('half an hour with few takeovers', shortOf(30, { ...enough, takeovers: 9 }, ['kill']), /9 shard takeovers, and 10 are wanted/);
judge('an hour in which a kind is missing', shortOf(60, enough, ['kill', 'full disk']), /0 faults "full disk", and 10 are wanted/);

rmSync(directory, { recursive: true, force: true });
process.exit(missed === 0 ? 0 : 1);
