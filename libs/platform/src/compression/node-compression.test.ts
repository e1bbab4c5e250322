import { randomBytes } from 'node:crypto';
import { describe, expect, it } from '@jest/globals';
import { CompressionType, ErrorCode } from '@ottla/model';
import { nodeCompression } from './node-compression.ts';

const compression = nodeCompression();
const codecs = Object.entries(CompressionType).filter(([name]) => name !== 'none');
const MAX_BYTES = 8 * 1024 * 1024;

function codeOf(act: () => unknown): number | undefined {
  try {
    act();
  } catch (error) {
    return (error as { code: number }).code;
  }
  return undefined;
}

describe.each(codecs)('%s', (_name, type) => {
  it.each([0, 1, 100, 32 * 1024, 32 * 1024 + 1, 300_000])('gives back %i bytes', (size) => {
    const bytes = Buffer.concat([randomBytes(size >> 1), Buffer.alloc(size - (size >> 1), 'abc')]);
    expect(Buffer.from(compression.decompress(type, compression.compress(type, bytes), MAX_BYTES)).equals(bytes)).toBe(true);
  });

  it('refuses what grows beyond the bound', () => {
    const bomb = compression.compress(type, Buffer.alloc(20 * 1024 * 1024));
    expect(codeOf(() => compression.decompress(type, bomb, MAX_BYTES))).toBe(ErrorCode.RECORD_LIST_TOO_LARGE);
  });

  it('refuses other bytes, and its own when they are cut off', () => {
    const whole = compression.compress(type, randomBytes(5000));
    expect(codeOf(() => compression.decompress(type, randomBytes(200), MAX_BYTES))).toBe(ErrorCode.CORRUPT_MESSAGE);
    expect(codeOf(() => compression.decompress(type, whole.subarray(0, whole.length - 9), MAX_BYTES))).toBe(ErrorCode.CORRUPT_MESSAGE);
  });
});

describe('pieces of the output', () => {
  it.each([1_000, 16 * 1024, 1024 * 1024])('change nothing of it: %i bytes', (pieceBytes) => {
    const inPieces = nodeCompression(pieceBytes);
    const bytes = Buffer.concat([randomBytes(100_000), Buffer.alloc(3_000_000, 'abc')]);
    for (const [, type] of codecs) {
      expect(Buffer.from(inPieces.decompress(type, compression.compress(type, bytes), MAX_BYTES)).equals(bytes)).toBe(true);
      expect(codeOf(() => inPieces.decompress(type, compression.compress(type, bytes), 500_000))).toBe(ErrorCode.RECORD_LIST_TOO_LARGE);
    }
  });
});

describe('snappy', () => {
  it('reads a raw block too, as librdkafka writes it', async () => {
    const { default: snappy } = await import('snappy');
    const bytes = Buffer.alloc(100_000, 'some text that repeats ');
    expect(Buffer.from(compression.decompress(CompressionType.snappy, snappy.compressSync(bytes), MAX_BYTES)).equals(bytes)).toBe(true);
  });
});
