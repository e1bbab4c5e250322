import { CompressionType } from '@ottla/model';
import { nativeCrc32c, nodeCompression } from '@ottla/platform';
import { buildBatch, RecordBatch } from '@ottla/protocol';

const ATTRIBUTES_AT = 21;
const CRC_AT = 17;
const BASE_SEQUENCE_AT = 53;
/** What a record takes beside its value in a batch of small deltas. */
const RECORD_OVERHEAD_BYTES = 12;

export const crc = nativeCrc32c;

export interface BatchShape {
  readonly messageBytes: number;
  /** Records a batch. */
  readonly records: number;
  readonly compression?: CompressionType;
}

/** How many records of a size fill a batch of about `batchBytes`. */
export function recordsIn(batchBytes: number, messageBytes: number): number {
  return Math.max(1, Math.floor(batchBytes / (messageBytes + RECORD_OVERHEAD_BYTES)));
}

/** A closed batch as a producer sends it; every value is different, and compressible when it is to be compressed. The first value begins with `prefix`. */
export function makeBatch(shape: BatchShape, producer?: { producerId: number; producerEpoch: number }, prefix?: Uint8Array): Buffer {
  const isCompressed = (shape.compression ?? CompressionType.none) !== CompressionType.none;
  const random = randomBytes(0x9e3779b9);
  const records = Array.from({ length: shape.records }, () => ({ key: null, value: isCompressed ? textValue(shape.messageBytes, random) : noiseValue(shape.messageBytes, random) }));
  if (prefix !== undefined) records[0]?.value.set(prefix);
  const identity = producer === undefined ? {} : { ...producer, baseSequence: 0 };
  return Buffer.from(buildBatch({ crc, compression: nodeCompression(), compressionType: shape.compression ?? CompressionType.none, timestamp: Date.now(), ...identity }, records));
}

/** The same numbers in every run, so that both systems get the same bytes (timestamps aside). */
function randomBytes(seed: number): () => number {
  let state = seed;
  return () => {
    state ^= state << 13;
    state ^= state >>> 17;
    state ^= state << 5;
    return state >>> 0;
  };
}

function noiseValue(bytes: number, random: () => number): Uint8Array {
  const value = Buffer.allocUnsafe(bytes);
  for (let at = 0; at < bytes; at++) value[at] = random();
  return value;
}

const words = ['"user":', '"page":', '"city":', '"amount":', 'rotterdam', 'checkout', 'true', 'landing', '"device":', 'tablet'];

/** Text like JSON of events: lz4 makes about a third of it. */
function textValue(bytes: number, random: () => number): Uint8Array {
  let text = '';
  while (text.length < bytes) text += `${words[random() % words.length]}${random() % 3 === 0 ? random() % 100_000 : ','}`;
  return Buffer.from(text.slice(0, bytes), 'latin1');
}

/** Gives a batch of an idempotent producer its next sequence. */
export function setBaseSequence(batch: Buffer, sequence: number): void {
  batch.writeInt32BE(sequence, BASE_SEQUENCE_AT);
  sealBatch(batch);
}

/** Recomputes the checksum after a change. */
export function sealBatch(batch: Buffer): void {
  batch.writeUInt32BE(crc.checksum(batch.subarray(ATTRIBUTES_AT)), CRC_AT);
}

/** Checksum that the server must still hold when it kept the batch as it was sent. */
export function storedCrc(batch: Buffer): number {
  return new RecordBatch(batch).crc;
}
