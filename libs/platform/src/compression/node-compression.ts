import * as zlib from 'node:zlib';
import { CompressionType, ErrorCode, KafkaError, type Compression } from '@ottla/model';
import { tooLarge } from './bounds.ts';
import { compressLz4, decompressLz4 } from './lz4.ts';
import { compressSnappy, decompressSnappy } from './snappy.ts';

/** zlib's own default level, as Kafka names it. */
const GZIP_DEFAULT_LEVEL = -1;

/** zlib's own default. */
const OUTPUT_PIECE_BYTES = 16 * 1024;

/**
 * Kafka's codecs: gzip and zstd of node:zlib, snappy and lz4 of native packages that load with their first use. What
 * they decompress to comes in pieces of `outputPieceBytes` that are joined at the end: large ones for those who expect much.
 */
export function nodeCompression(outputPieceBytes: number = OUTPUT_PIECE_BYTES): Compression {
  return {
    compress(type, bytes, level) {
      const buffer = asBuffer(bytes);
      switch (type) {
        case CompressionType.none:
          return bytes;
        case CompressionType.gzip:
          return zlib.gzipSync(buffer, { level: level ?? GZIP_DEFAULT_LEVEL });
        case CompressionType.snappy:
          return compressSnappy(buffer);
        case CompressionType.lz4:
          return compressLz4(buffer);
        case CompressionType.zstd:
          refuseWithoutZstd();
          return zlib.zstdCompressSync(buffer, level === undefined ? {} : { params: { [zlib.constants.ZSTD_c_compressionLevel]: level } });
      }
    },
    decompress(type, bytes, maxBytes) {
      try {
        return decompress(type, asBuffer(bytes), maxBytes, outputPieceBytes);
      } catch (error) {
        if (error instanceof KafkaError) throw error;
        if ((error as NodeJS.ErrnoException).code === 'ERR_BUFFER_TOO_LARGE') throw tooLarge(maxBytes + 1, maxBytes);
        throw new KafkaError(ErrorCode.CORRUPT_MESSAGE, `the records do not decompress: ${(error as Error).message}`);
      }
    },
  };
}

function decompress(type: CompressionType, bytes: Buffer, maxBytes: number, chunkSize: number): Uint8Array {
  switch (type) {
    case CompressionType.none:
      if (bytes.length > maxBytes) throw tooLarge(bytes.length, maxBytes);
      return bytes;
    case CompressionType.gzip:
      return zlib.gunzipSync(bytes, { maxOutputLength: maxBytes, chunkSize });
    case CompressionType.snappy:
      return decompressSnappy(bytes, maxBytes);
    case CompressionType.lz4:
      return decompressLz4(bytes, maxBytes);
    case CompressionType.zstd:
      refuseWithoutZstd();
      return zlib.zstdDecompressSync(bytes, { maxOutputLength: maxBytes, chunkSize });
  }
}

/** Programs that hold a cluster inside them may run on Node 20, whose zlib has no zstd. */
function refuseWithoutZstd(): void {
  if (!('zstdCompressSync' in zlib)) throw new KafkaError(ErrorCode.UNSUPPORTED_COMPRESSION_TYPE, 'zstd needs Node 22.15 or newer');
}

function asBuffer(bytes: Uint8Array): Buffer {
  return bytes instanceof Buffer ? bytes : Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
}
