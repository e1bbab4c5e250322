/** Random requests that fit their schema, built from libs/protocol/schema. */
import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync, zstdCompressSync } from 'node:zlib';
import { CompressionType, tableCrc32c } from '@ottla/model';
import { buildBatch } from '@ottla/protocol';
import { type Api, type Field, type FieldType, parseApi, type Primitive, type Range, type Struct } from '../codegen/schema.ts';
import type { Chance } from './chance.ts';

const schemas = join(import.meta.dirname, '../../libs/protocol/schema/apis');

/** The definitions of all APIs by their key. */
export function readApis(): Map<number, Api> {
  return new Map(
    globSync('*.msg', { cwd: schemas })
      .map((file) => parseApi(file, readFileSync(join(schemas, file), 'utf8')))
      .map((api) => [api.key, api]),
  );
}

const names = ['', 'fuzz-0', 'fuzz-1', 'fuzz-2', '__consumer_offsets', '__transaction_state', '__cluster_metadata', '.', '..', '../../etc/passwd', 'a b', 'é日本', '\u{1f600}', 'x'.repeat(249), 'x'.repeat(3000)];
const words = ['consumer', 'range', 'PLAIN', 'SCRAM-SHA-256', 'User:fuzz', '*', 'cleanup.policy', 'compact', 'retention.ms', '-1', '0', '9223372036854775807', 'NaN', 'fuzz-member'];
const wholes = [0, 1, 2, 3, -1, -2, 100, 127, 128, 255, 32767, -32768, 65535, 2_147_483_647, -2_147_483_648];
const longs = [...wholes, 2 ** 32, 1_750_000_000_000, Number.MAX_SAFE_INTEGER, Number.MIN_SAFE_INTEGER, 2 ** 63, -(2 ** 63)];
/** Waits that end before the tool stops waiting, and two that do not. */
const waitsMs = [0, 0, 1, 10, 50, 100, -1, 2_147_483_647];
const acks = [-1, -1, 0, 1];
const uuids = ['AAAAAAAAAAAAAAAAAAAAAA', 'AAAAAAAAAAAAAAAAAAAAAQ', 'xkcae_31QG2m1rltb0NsUg', '_____________________w'];

const has = (range: Range | undefined, version: number): boolean => range !== undefined && version >= range.lo && version <= range.hi;

/** A value of `struct` in `version`, as its codec encodes it. */
export function randomStruct(struct: Struct, version: number, chance: Chance, depth = 0): Record<string, unknown> {
  const value: Record<string, unknown> = {};
  for (const field of struct.fields) {
    if (!has(field.versions, version)) continue;
    // A field with a tag may always be left out.
    if (field.tag !== undefined && chance.oneIn(3)) continue;
    value[field.name] = has(field.nullable, version) && chance.oneIn(5) ? null : randomField(field, version, chance, depth);
  }
  return value;
}

/** The topics that exist while cases run, with three partitions each. */
export const topicNames = ['fuzz-0', 'fuzz-1', 'fuzz-2'] as const;
/** Their ids, as far as the server has told them. */
export const topicIds: string[] = topicNames.map(() => 'AAAAAAAAAAAAAAAAAAAAAA');

type Meaning = 'id of a topic' | 'topic' | 'group' | 'partition' | 'acks' | 'transactional id' | 'wait' | 'none';
const meanings = new WeakMap<Field, Meaning>();

/** What a field is about, by its name and type. */
function meaningOf(field: Field): Meaning {
  const known = meanings.get(field);
  if (known !== undefined) return known;
  const found = findMeaning(field);
  meanings.set(field, found);
  return found;
}

function findMeaning({ type, name }: Field): Meaning {
  if (type.kind !== 'primitive') return 'none';
  if (type.name === 'uuid') return 'id of a topic';
  if (type.name === 'string' && /^(name|topic|topicName)$/.test(name)) return 'topic';
  if (type.name === 'string' && /group/i.test(name)) return 'group';
  if (type.name === 'int32' && /index|partition/i.test(name)) return 'partition';
  if (name === 'acks') return 'acks';
  if (name === 'transactionalId') return 'transactional id';
  return type.name.startsWith('int') && /timeout|wait|throttle|interval/i.test(name) ? 'wait' : 'none';
}

/** What leads a request deeper than its first check: things that exist. */
function existing(meaning: Meaning, chance: Chance): unknown {
  switch (meaning) {
    case 'id of a topic':
      return chance.pick(topicIds);
    case 'topic':
      return chance.pick(topicNames);
    case 'group':
      return 'fuzz-group';
    case 'partition':
      return chance.below(3);
    case 'acks':
      return chance.pick(acks);
    case 'transactional id':
      return null;
    case 'wait':
    case 'none':
      return undefined;
  }
}

function randomField(field: Field, version: number, chance: Chance, depth: number): unknown {
  const meaning = meaningOf(field);
  const known = chance.oneIn(4) ? undefined : existing(meaning, chance);
  if (known !== undefined && (known !== null || has(field.nullable, version))) return known;
  if (meaning === 'wait') return chance.pick(waitsMs);
  return randomValue(field.type, version, chance, depth);
}

function randomValue(type: FieldType, version: number, chance: Chance, depth: number): unknown {
  if (type.kind === 'struct') return randomStruct(type.struct, version, chance, depth + 1);
  if (type.kind === 'primitive') return randomPrimitive(type.name, chance);
  const count = chance.oneIn(40) ? 200 : chance.below(depth > 2 ? 2 : 4);
  return Array.from({ length: depth > 1 ? Math.min(count, 5) : count }, () => randomValue(type.element, version, chance, depth + 1));
}

function randomPrimitive(name: Primitive, chance: Chance): unknown {
  switch (name) {
    case 'bool':
      return chance.oneIn(2);
    case 'int8':
    case 'int16':
    case 'uint16':
    case 'int32':
    case 'uint32':
      return chance.oneIn(4) ? chance.word() : chance.pick(wholes);
    case 'int64':
      return chance.oneIn(4) ? chance.word() * chance.below(2 ** 21) : chance.pick(longs);
    case 'float64':
      return chance.pick([0, 1, -1, 0.5, 1e300, NaN, Infinity, -Infinity]);
    case 'uuid':
      return chance.pick(uuids);
    case 'string':
      return chance.oneIn(3) ? chance.pick(words) : chance.pick(names);
    case 'bytes':
      return chance.bytes(chance.below(60));
    case 'records':
      return randomRecords(chance);
  }
}

const compressionTypes = [CompressionType.gzip, CompressionType.snappy, CompressionType.lz4, CompressionType.zstd];

type Compressible = typeof CompressionType.gzip | typeof CompressionType.zstd;
const compress = (type: Compressible, bytes: Uint8Array): Buffer => (type === CompressionType.gzip ? gzipSync(bytes, { level: 1 }) : zstdCompressSync(bytes));
const bombs = new Map<Compressible, Buffer>();

/** 20 MB of zeros; made once, since it takes as long as hundreds of cases. */
function bombOf(type: Compressible): Buffer {
  const bomb = bombs.get(type) ?? compress(type, new Uint8Array(20_000_000));
  bombs.set(type, bomb);
  return bomb;
}

/** Behind a right CRC only the one who opens the batch finds what is wrong: bytes that are no codec's, cut off, or a bomb. */
function compressed(type: CompressionType, bytes: Uint8Array, chance: Chance): Uint8Array {
  const isBomb = chance.oneIn(200);
  const whole = type === CompressionType.gzip || type === CompressionType.zstd ? (isBomb ? Buffer.from(bombOf(type)) : compress(type, bytes)) : snappyOrLz4Start(type, chance);
  if (chance.oneIn(3)) return whole.subarray(0, chance.below(whole.length));
  for (let changes = chance.below(3); changes > 0 && whole.length > 0; changes--) whole[chance.below(whole.length)] = chance.word();
  return whole;
}

/** What their readers take for a beginning; the lengths behind it are as they come. */
function snappyOrLz4Start(type: CompressionType, chance: Chance): Buffer {
  const starts = type === CompressionType.snappy ? ['82534e415050590000000001000000017fffffff', '82534e4150505900000000010000000100000005', '05', 'ffffffff07', ''] : ['04224d186040', '04224d1868400000000000000040', '04224d184040c00000008f', ''];
  return Buffer.concat([Buffer.from(chance.pick(starts), 'hex'), chance.bytes(chance.below(80))]);
}

/** A record batch: whole, or with a few bytes changed, or followed by another, or no batch at all. */
function randomRecords(chance: Chance): Uint8Array {
  if (chance.oneIn(6)) return chance.bytes(chance.below(200));
  const batch = buildBatch(
    {
      crc: tableCrc32c,
      timestamp: chance.pick([-1, 0, Date.now(), Number.MAX_SAFE_INTEGER]),
      producerId: chance.pick([-1, -1, 0, 1, Number.MAX_SAFE_INTEGER]),
      producerEpoch: chance.pick([-1, 0, 1, 32767]),
      baseSequence: chance.pick([-1, 0, 1, 2_147_483_647]),
      isTransactional: chance.oneIn(4),
      isControl: chance.oneIn(8),
      compressionType: chance.pick([CompressionType.none, CompressionType.none, ...compressionTypes]),
      compression: { compress: (type, bytes) => compressed(type, bytes, chance), decompress: (_type, bytes) => bytes },
    },
    Array.from({ length: 1 + chance.below(5) }, () => ({ key: chance.oneIn(2) ? null : chance.bytes(chance.below(20)), value: chance.oneIn(5) ? null : chance.bytes(chance.below(100)) })),
  );
  if (chance.oneIn(4)) return Buffer.concat([batch, batch]);
  for (let changes = chance.oneIn(2) ? 0 : chance.below(4); changes > 0; changes--) batch[chance.below(batch.length)] = chance.word();
  return batch;
}
