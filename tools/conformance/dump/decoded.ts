import { readFileSync, writeFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { nodeCompression } from '@ottla/platform';
import { batchesIn, type Codec, ConsumerProtocolAssignmentCodec, ConsumerProtocolSubscriptionCodec, groupRecordKeys, groupRecordValues, readRecords, transactionRecordKeys, transactionRecordValues, WireReader } from '@ottla/protocol';
import { SEGMENT, dumped } from './dump-log-segments.ts';

/** Which decoder of DumpLogSegments reads an internal topic, and the codecs of ours by the record's type. */
const decoders = {
  '--offsets-decoder': { keys: groupRecordKeys, values: groupRecordValues },
  '--transaction-log-decoder': { keys: transactionRecordKeys, values: transactionRecordValues },
} as const;
export type Decoder = keyof typeof decoders;

type Codecs = Readonly<Record<number, Codec<unknown, never> | undefined>>;
interface Part {
  /** Of a key its type, of a value its version. */
  readonly prefix: number;
  readonly data: unknown;
}

const RECORD_LINE = /^\| offset: (\d+) .*? key: (\{.*\}) payload: (.*)$/;
const CONTROL_LINE = /^\| offset: (\d+) .*endTxnMarker: (COMMIT|ABORT) coordinatorEpoch: \d+$/;
/** What surrounds records; anything else is an error line, as is a batch that is not valid. */
const OTHER_LINES = [/^Dumping /, /^Log starting offset: /, /^baseOffset: .* isvalid: true$/];

/** What differs between the lines of the decoder and the records that our codecs read; a line that the decoder prints of an error counts. */
export function compareRecords(folder: string, directory: string, decoder: Decoder): string[] {
  const topic = basename(directory);
  const output = dumped(join(directory, `${SEGMENT}.log`), decoder);
  writeFileSync(join(folder, `${topic}.txt`), output);
  const differences: string[] = [];
  const lines = new Map<number, readonly [key: string, payload: string]>();
  const controls = new Set<number>();
  for (const line of output.split('\n').filter((text) => text !== '')) {
    const [, offset, key, payload] = RECORD_LINE.exec(line) ?? [];
    const [, controlOffset] = CONTROL_LINE.exec(line) ?? [];
    if (key !== undefined && payload !== undefined) lines.set(Number(offset), [key, payload]);
    else if (controlOffset !== undefined) controls.add(Number(controlOffset));
    else if (!OTHER_LINES.some((pattern) => pattern.test(line))) differences.push(`${topic}: the decoder says "${line}"`);
  }
  let count = 0;
  const kinds = new Set<string>();
  for (const batch of batchesIn(readFileSync(join(directory, `${SEGMENT}.log`)))) {
    for (const record of readRecords(batch, nodeCompression())) {
      count++;
      const { offset } = record;
      if (batch.isControl) {
        if (!controls.has(offset)) differences.push(`${topic} at ${offset}: the decoder has no marker`);
        continue;
      }
      const printed = lines.get(offset);
      const key = partOf(record.key as Uint8Array, decoders[decoder].keys as Codecs, (prefix) => [prefix, 0]);
      const value = record.value === null ? null : partOf(record.value, decoders[decoder].values as Codecs, (prefix) => [key.prefix, prefix]);
      kinds.add(`${key.prefix}${value === null ? '-' : ` v${value.prefix}`}`);
      const said = printed === undefined ? 'no record' : differenceOf(printed, key, value);
      if (said !== undefined) differences.push(`${topic} at ${offset}: ${said}`);
    }
  }
  if (count !== lines.size + controls.size) differences.push(`${topic} has ${count} records, the decoder prints ${lines.size + controls.size}`);
  console.log(`${topic}: ${lines.size} records and ${controls.size} markers decoded; types and versions: ${[...kinds].toSorted((a, b) => a.localeCompare(b, 'en', { numeric: true })).join(', ')}`);
  return differences;
}

/** `where` answers the type and the version that the prefix stands for. */
function partOf(bytes: Uint8Array, codecs: Codecs, where: (prefix: number) => readonly [type: number, version: number]): Part {
  const reader = new WireReader(bytes);
  const prefix = reader.readInt16();
  const [type, version] = where(prefix);
  const codec = codecs[type];
  if (codec === undefined) throw new Error(`no codec of ours for records of type ${type}`);
  return { prefix, data: codec.decode(reader, version) };
}

function differenceOf([key, payload]: readonly [string, string], ourKey: Part, ourValue: Part | null): string | undefined {
  const keyRead = JSON.parse(key) as { type: string; data: unknown };
  const inKey = Number(keyRead.type) === ourKey.prefix ? firstDifference('key', keyRead.data, ourKey.data) : `key type ${keyRead.type}, ours ${ourKey.prefix}`;
  if (inKey !== undefined) return inKey;
  if (ourValue === null) return payload === '<DELETE>' ? undefined : `payload ${payload}, ours is a tombstone`;
  if (payload === '<DELETE>') return 'a tombstone, ours is not';
  const read = JSON.parse(payload) as { version: string; data: unknown };
  return Number(read.version) === ourValue.prefix ? firstDifference('value', read.data, ourValue.data) : `value version ${read.version}, ours ${ourValue.prefix}`;
}

/** Where what Kafka printed and what we read part; fields that it leaves out are those of other versions, and tagged ones at their default. */
function firstDifference(path: string, kafka: unknown, ours: unknown): string | undefined {
  if (ours instanceof Uint8Array && typeof kafka === 'object' && kafka !== null) return firstDifference(path, kafka, embedded(path, ours));
  if (ours instanceof Uint8Array) return kafka === Buffer.from(ours).toString('base64') ? undefined : `${path}: ${JSON.stringify(kafka)}, ours ${ours.length} bytes`;
  if (kafka === null || ours === null || typeof kafka !== 'object' || typeof ours !== 'object') return kafka === ours ? undefined : `${path}: ${JSON.stringify(kafka)}, ours ${JSON.stringify(ours)}`;
  if (Array.isArray(kafka) && kafka.length !== (ours as readonly unknown[]).length) return `${path}: ${kafka.length} entries, ours ${(ours as readonly unknown[]).length}`;
  for (const [field, value] of Object.entries(kafka)) {
    const difference = firstDifference(`${path}.${field}`, value, (ours as Record<string, unknown>)[field]);
    if (difference !== undefined) return difference;
  }
  for (const [field, value] of Object.entries(ours)) {
    if (!(field in kafka) && !isDefault(value)) return `${path}.${field}: left out, ours ${JSON.stringify(value)}`;
  }
  return undefined;
}

/** What consumers said to one another through a classic group, which the decoder opens, too. */
function embedded(path: string, bytes: Uint8Array): unknown {
  const reader = new WireReader(bytes);
  const version = reader.readInt16();
  return (path.endsWith('.assignment') ? ConsumerProtocolAssignmentCodec : ConsumerProtocolSubscriptionCodec).decode(reader, version);
}

const ZERO_UUID = 'AAAAAAAAAAAAAAAAAAAAAA';
function isDefault(value: unknown): boolean {
  return value === null || value === undefined || value === 0 || value === -1 || value === '' || value === false || value === ZERO_UUID || (Array.isArray(value) && value.length === 0);
}
