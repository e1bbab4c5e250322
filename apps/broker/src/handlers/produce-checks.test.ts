import { describe, expect, it } from '@jest/globals';
import { CompressionType, tableCrc32c } from '@ottla/model';
import { buildBatch, type BatchOptions } from '@ottla/protocol';
import { nodeCompression } from '@ottla/platform';
import { hasTransactionalBatch, isCodecTooNew } from './produce-checks.ts';

function batch(options: Partial<BatchOptions>): Uint8Array {
  return buildBatch({ crc: tableCrc32c, compression: nodeCompression(), ...options }, [{ timestamp: 0, key: null, value: Buffer.from('v'), headers: [] }]);
}

const request = (...records: (Uint8Array | null)[]): Parameters<typeof hasTransactionalBatch>[0] => ({
  topicData: [{ name: 't', topicId: '', partitionData: records.map((bytes, index) => ({ index, records: bytes })) }],
});

describe('what Produce looks for in a batch before a log sees it', () => {
  it('is a transaction, in any partition', () => {
    const plain = batch({});
    const transactional = batch({ producerId: 7, producerEpoch: 0, baseSequence: 0, isTransactional: true });
    expect(hasTransactionalBatch(request(plain, transactional))).toBe(true);
    expect(hasTransactionalBatch(request(plain, null, new Uint8Array(3)))).toBe(false);
  });

  it('is zstd from a client that cannot know it', () => {
    const zstd = batch({ compressionType: CompressionType.zstd });
    expect([3, 6, 7].map((version) => isCodecTooNew(zstd, version))).toEqual([true, true, false]);
    expect(isCodecTooNew(batch({ compressionType: CompressionType.gzip }), 3)).toBe(false);
    expect(isCodecTooNew(null, 3)).toBe(false);
  });
});
