import { describe, expect, it } from '@jest/globals';
import { CompressionType, tableCrc32c } from '@ottla/model';
import { buildBatch, type BatchOptions } from '@ottla/protocol';
import { nodeCompression } from '@ottla/platform';
import { hasTransactionalBatch, isCodecTooNew, withoutRepeats } from './produce-checks.ts';

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

describe('parts of a Produce that name one partition', () => {
  const topic = (name: string, ...partitions: [index: number, text: string][]): Parameters<typeof withoutRepeats>[0][number] => ({ name, topicId: `id-${name}`, partitionData: partitions.map(([index, text]) => ({ index, records: Buffer.from(text) })) });
  const shown = (topics: Parameters<typeof withoutRepeats>[0]): unknown => topics.map(({ name, partitionData }) => [name, ...partitionData.map(({ index, records }) => `${index}${Buffer.from(records ?? []).toString()}`)]);

  it('are the last of them, and topics named twice come together', () => {
    const topics = [topic('t', [1, 'a'], [0, 'b'], [1, 'c']), topic('u', [0, 'd']), topic('t', [2, 'e'], [0, 'f'])];
    expect(shown(withoutRepeats(topics, true))).toEqual([['t', '1c', '0f', '2e'], ['u', '0d']]);
    expect(shown(withoutRepeats(topics, false))).toEqual([['t', '1c', '0f', '2e'], ['u', '0d']]);
  });

  it('are rare: what has none is left as it is', () => {
    const topics = [topic('t', [0, 'a'], [2, 'b'], [1, 'c']), topic('u', [0, 'd'])];
    expect(withoutRepeats(topics, true)).toBe(topics);
    expect(shown(topics)).toEqual([['t', '0a', '2b', '1c'], ['u', '0d']]);
  });
});
