import { createRequire } from 'node:module';
import { tooLarge } from './bounds.ts';

type Snappy = typeof import('snappy');
const require = createRequire(import.meta.url);
let loaded: Snappy | undefined;
/** Loaded with the first use: most brokers never open a snappy batch, and start without it. */
const snappy = (): Snappy => (loaded ??= require('snappy') as Snappy);

/** What Java's SnappyOutputStream begins with: magic, version 1, oldest compatible version 1. */
const XERIAL_HEADER = Buffer.from([0x82, 0x53, 0x4e, 0x41, 0x50, 0x50, 0x59, 0, 0, 0, 0, 1, 0, 0, 0, 1]);
const XERIAL_MAGIC_BYTES = 8;
const XERIAL_BLOCK_BYTES = 32 * 1024;
/** The densest element of the format copies 64 bytes and takes 3. */
const MOST_BYTES_A_BYTE = 22;

/** Java's framing, which every client reads. */
export function compressSnappy(bytes: Buffer): Buffer {
  const parts: Buffer[] = [XERIAL_HEADER];
  for (let at = 0; at < bytes.length || at === 0; at += XERIAL_BLOCK_BYTES) {
    const block = snappy().compressSync(bytes.subarray(at, at + XERIAL_BLOCK_BYTES));
    const size = Buffer.allocUnsafe(4);
    size.writeInt32BE(block.length);
    parts.push(size, block);
  }
  return Buffer.concat(parts);
}

/** Java's framing, or one raw block as librdkafka writes it. Throws on anything else. */
export function decompressSnappy(bytes: Buffer, maxBytes: number): Buffer {
  const isFramed = bytes.length >= XERIAL_HEADER.length && bytes.compare(XERIAL_HEADER, 0, XERIAL_MAGIC_BYTES, 0, XERIAL_MAGIC_BYTES) === 0;
  if (!isFramed) return decompressBlock(bytes, maxBytes);
  const parts: Buffer[] = [];
  let total = 0;
  for (let at = XERIAL_HEADER.length; at < bytes.length; ) {
    if (at + 4 > bytes.length) throw new Error('a snappy block header is cut off');
    const size = bytes.readInt32BE(at);
    at += 4;
    if (size < 0 || size > bytes.length - at) throw new Error(`a snappy block of ${size} bytes, ${bytes.length - at} remain`);
    const block = decompressBlock(bytes.subarray(at, at + size), maxBytes - total);
    total += block.length;
    parts.push(block);
    at += size;
  }
  return Buffer.concat(parts);
}

function decompressBlock(block: Buffer, maxBytes: number): Buffer {
  // A block begins with its decompressed length: a bomb is refused before anything is allocated, and so is a claim
  // that no such block can keep.
  const length = decompressedLength(block);
  if (length > block.length * MOST_BYTES_A_BYTE) throw new Error(`a snappy block of ${block.length} bytes claims ${length}`);
  if (length > maxBytes) throw tooLarge(length, maxBytes);
  return snappy().uncompressSync(block, { asBuffer: true }) as Buffer;
}

function decompressedLength(block: Buffer): number {
  let length = 0;
  for (let index = 0; index < 5; index++) {
    const byte = block[index];
    if (byte === undefined) throw new Error('a snappy block is cut off');
    length += (byte & 0x7f) * 2 ** (7 * index);
    if (byte < 0x80) return length;
  }
  throw new Error('a snappy block has a malformed length');
}
