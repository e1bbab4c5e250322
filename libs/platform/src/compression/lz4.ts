import { createRequire } from 'node:module';
import { tooLarge } from './bounds.ts';

type Lz4 = typeof import('lz4-napi');
const require = createRequire(import.meta.url);
let loaded: Lz4 | undefined;
/** Loaded with the first use. */
const lz4 = (): Lz4 => (loaded ??= require('lz4-napi') as Lz4);

const FRAME_MAGIC = 0x184d2204;
const END_MARK = 0;
const UNCOMPRESSED_BIT = 0x80000000;

/** One LZ4 frame of independent blocks, which is the only kind that Java clients read. */
export function compressLz4(bytes: Buffer): Buffer {
  return lz4().compressFrameSync(bytes);
}

/** One LZ4 frame. Throws on anything else. */
export function decompressLz4(bytes: Buffer, maxBytes: number): Buffer {
  const bound = decompressedBound(bytes);
  if (bound.atLeastBytes > maxBytes) throw tooLarge(bound.atLeastBytes, maxBytes);
  const result = lz4().decompressFrameSync(bytes.subarray(0, bound.frameBytes));
  if (result.length > maxBytes) throw tooLarge(result.length, maxBytes);
  return result;
}

/**
 * What the frame decompresses to at least, judged from its blocks: all but the last are full when the sender is honest,
 * and a bomb has many of them. Walks block headers only.
 */
function decompressedBound(bytes: Buffer): { readonly atLeastBytes: number; readonly frameBytes: number } {
  if (bytes.length < 7 || bytes.readUInt32LE(0) !== FRAME_MAGIC) throw new Error('these bytes are no LZ4 frame');
  const flags = bytes[4] as number;
  const blockBytes = 2 ** (8 + 2 * (((bytes[5] as number) >> 4) & 7));
  const hasContentSize = (flags & 0x08) !== 0;
  let at = 7 + (hasContentSize ? 8 : 0) + ((flags & 0x01) !== 0 ? 4 : 0);
  if (hasContentSize && bytes.length >= 14) {
    const contentBytes = Number(bytes.readBigUInt64LE(6));
    if (contentBytes > blockBytes * bytes.length) throw new Error(`an LZ4 frame claims ${contentBytes} bytes`);
  }
  let blocks = 0;
  for (;;) {
    if (at + 4 > bytes.length) throw new Error('an LZ4 frame is cut off');
    const word = bytes.readUInt32LE(at);
    at += 4;
    if (word === END_MARK) break;
    const size = word % UNCOMPRESSED_BIT;
    at += size + ((flags & 0x10) !== 0 ? 4 : 0);
    blocks++;
  }
  if ((flags & 0x04) !== 0) at += 4;
  if (at > bytes.length) throw new Error('an LZ4 frame is cut off');
  return { atLeastBytes: Math.max(0, blocks - 1) * blockBytes, frameBytes: at };
}
