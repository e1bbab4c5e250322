import { CompressionType } from '@ottla/model';
import { nodeCompression } from '@ottla/platform';
import { ApiKeys, apis, batchesIn, type Codec, controlRecordType, readRecords, type RecordBatch, WireReader } from '@ottla/protocol';
import { requestFrame } from '../measure/request-frame.ts';
import type { ApiName } from './script.ts';

/** Plain data: what an answer says, so that it can be compared and kept in a file. */
export type Tree = null | boolean | number | string | readonly Tree[] | { readonly [field: string]: Tree };

const compression = nodeCompression();

/** Tagged fields of Ottla's own: Kafka has none of that name, and a client must not get one either. Left out where they are null. */
const ownFields: ReadonlySet<string> = new Set(['traceparent']);

export function requestCodec(api: ApiName): Codec<unknown> {
  return apis[ApiKeys[api]].request as unknown as Codec<unknown>;
}

function responseCodec(api: ApiName): Codec<unknown> {
  return apis[ApiKeys[api]].response as unknown as Codec<unknown>;
}

/** A whole frame, its size included. */
export function encodeRequest(api: ApiName, version: number, correlationId: number, body: unknown, clientId: string | null = 'differential'): Buffer {
  const codec = requestCodec(api);
  return requestFrame({ codec, version, correlationId, clientId }, (writer) => codec.encode(writer, body, version));
}

/** The answer as plain data; a field that the version lacks has its default. Throws when it cannot be read to its end. */
export function decodeAnswer(api: ApiName, version: number, correlationId: number, content: Buffer): Tree {
  const reader = new WireReader(content);
  const codec = responseCodec(api);
  const answered = reader.readInt32();
  if (answered !== correlationId) throw new Error(`the answer is to request ${answered}, not ${correlationId}`);
  if (version >= codec.flexibleFrom && api !== 'ApiVersions') reader.skipTaggedFields();
  const answer = codec.decode(reader, version);
  if (reader.remaining !== 0) throw new Error(`${reader.remaining} bytes behind the answer`);
  return plain(answer);
}

function plain(value: unknown, name = ''): Tree {
  if (value instanceof Uint8Array) return name === 'records' ? records(value) : Buffer.from(value).toString('latin1');
  if (Array.isArray(value)) return value.map((element) => plain(element));
  if (value === null || typeof value !== 'object') return value as Tree;
  return Object.fromEntries(Object.entries(value).filter(([key, field]) => field !== null || !ownFields.has(key)).map(([key, field]) => [key, plain(field, key)]));
}

function records(bytes: Uint8Array): Tree {
  const batches: Tree[] = [];
  for (const batch of batchesIn(bytes)) batches.push(batchTree(batch));
  return batches.length > 0 || bytes.length === 0 ? batches : Buffer.from(bytes).toString('hex');
}

/** All of a batch but its checksum and length, which follow from the rest. */
function batchTree(batch: RecordBatch): Tree {
  return {
    baseOffset: batch.baseOffset,
    lastOffsetDelta: batch.lastOffsetDelta,
    partitionLeaderEpoch: batch.partitionLeaderEpoch,
    attributes: batch.attributes,
    producerId: batch.producerId,
    producerEpoch: batch.producerEpoch,
    baseSequence: batch.baseSequence,
    ...(batch.isControl ? { markerTimestamp: batch.maxTimestamp } : { baseTimestamp: batch.baseTimestamp, maxTimestamp: batch.maxTimestamp }),
    records: batch.isControl ? readRecords(batch, compression).map(({ key }) => ({ controlType: controlRecordType(key) })) : opened(batch),
  };
}

function opened(batch: RecordBatch): Tree {
  try {
    return readRecords(batch, compression).map(({ offset, timestamp, key, value }) => ({ offset, timestamp, key: text(key), value: text(value) }));
  } catch {
    // A batch that a case made unsound, and the server took.
    return `${CompressionType.none === batch.compressionType ? '' : 'compressed '}${Buffer.from(batch.recordsSection).toString('hex')}`;
  }
}

const text = (bytes: Uint8Array | null): string | null => (bytes === null ? null : Buffer.from(bytes).toString('latin1'));

/** Every error code in the answer, wherever it stands. */
export function errorCodes(answer: Tree): readonly number[] {
  if (answer === null || typeof answer !== 'object') return [];
  if (Array.isArray(answer)) return (answer as readonly Tree[]).flatMap(errorCodes);
  return Object.entries(answer).flatMap(([name, value]) => (/^(e|partitionE)rrorCode$/.test(name) ? [value as number] : errorCodes(value)));
}

/** The field at a path of names and indexes joined by dots; undefined when there is none. */
export function at(answer: Tree, path: string): Tree | undefined {
  return path.split('.').reduce<Tree | undefined>((value, part) => (value as Record<string, Tree> | undefined | null)?.[part], answer);
}
