import { gunzipSync, gzipSync } from 'node:zlib';
import { CompressionType, ErrorCode, KafkaError, type Compression } from '@ottla/model';

/** None and gzip, which need no package; the rest is refused with UNSUPPORTED_COMPRESSION_TYPE. */
export const testCompression: Compression = {
  compress(type, bytes, level) {
    if (type === CompressionType.none) return bytes;
    if (type === CompressionType.gzip) return gzipSync(bytes, level === undefined ? {} : { level });
    throw unsupported(type);
  },
  decompress(type, bytes, maxBytes) {
    if (type === CompressionType.none) {
      if (bytes.length > maxBytes) throw tooLarge(maxBytes);
      return bytes;
    }
    if (type !== CompressionType.gzip) throw unsupported(type);
    try {
      return gunzipSync(bytes, { maxOutputLength: maxBytes });
    } catch (error) {
      if ((error as { code?: string }).code === 'ERR_BUFFER_TOO_LARGE') throw tooLarge(maxBytes);
      throw new KafkaError(ErrorCode.CORRUPT_MESSAGE, 'the batch holds no gzip stream');
    }
  },
};

function unsupported(type: number): KafkaError {
  return new KafkaError(ErrorCode.UNSUPPORTED_COMPRESSION_TYPE, `tests know none (0) and gzip (1), not codec ${type}`);
}

function tooLarge(maxBytes: number): KafkaError {
  return new KafkaError(ErrorCode.RECORD_LIST_TOO_LARGE, `a batch decompresses to more than ${maxBytes} bytes`);
}
