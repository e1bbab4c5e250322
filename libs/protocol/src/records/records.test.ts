import { describe, expect, it } from '@jest/globals';
import { CompressionType, ErrorCode, KafkaError, tableCrc32c as crc, type Compression } from '@ottla/model';
import { kafkaBatches } from '../golden/kafka-batches.ts';
import { RecordBatch } from './record-batch.ts';
import { RecordCursor } from './record-cursor.ts';
import { buildBatch, ControlRecordType, controlRecordKey, controlRecordType, readRecords, recordSizeBound, type RecordInput } from './records.ts';

/** Turns each byte over, behind one byte that says so; keeps the bound. */
const mirror: Compression = {
  compress: (_type, bytes) => Uint8Array.of(7, ...bytes.map((byte) => byte ^ 0xff)),
  decompress(_type, bytes, maxBytes) {
    if (bytes[0] !== 7) throw new KafkaError(ErrorCode.CORRUPT_MESSAGE);
    if (bytes.length - 1 > maxBytes) throw new KafkaError(ErrorCode.RECORD_LIST_TOO_LARGE);
    return bytes.subarray(1).map((byte) => byte ^ 0xff);
  },
};

/** What tools/golden gave Kafka to write. */
const goldenRecords: readonly RecordInput[] = [
  { timestamp: 1_700_000_000_000, key: Buffer.from('k1'), value: Buffer.from('v1') },
  { timestamp: 1_699_999_999_990, key: null, value: null, headers: [{ key: 'h1', value: Buffer.from('x') }, { key: 'é', value: null }] },
  { timestamp: 1_705_000_000_000, key: Buffer.alloc(0), value: Buffer.from('a'.repeat(200)) },
];

const hex = (bytes: Uint8Array): string => Buffer.from(bytes).toString('hex');
const codeOf = (run: () => unknown): number | undefined => {
  try {
    run();
  } catch (error) {
    return error instanceof KafkaError ? error.code : undefined;
  }
  return ErrorCode.NONE;
};

/** A batch with this records section and a right checksum. */
function batchWith(section: readonly number[], recordCount: number): RecordBatch {
  const bytes = new Uint8Array(61 + section.length);
  bytes.set(buildBatch({ crc }, [{ key: null, value: null }]).subarray(0, 61));
  bytes.set(section, 61);
  const view = new DataView(bytes.buffer);
  view.setInt32(8, bytes.length - 12);
  view.setInt32(57, recordCount);
  view.setUint32(17, crc.checksum(bytes.subarray(21)));
  return new RecordBatch(bytes);
}

describe('buildBatch', () => {
  it('writes byte for byte what Kafka writes', () => {
    expect(hex(buildBatch({ crc }, goldenRecords))).toBe(kafkaBatches.plainBatch);
    const transactional = { crc, baseOffset: 5_000_000_000, partitionLeaderEpoch: 5, producerId: 4_000_000_000_000_000, producerEpoch: 7, baseSequence: 2_147_483_646, isTransactional: true };
    expect(hex(buildBatch(transactional, goldenRecords))).toBe(kafkaBatches.transactionalBatch);
    const appendTime = { crc, baseOffset: 12, partitionLeaderEpoch: 3, isLogAppendTime: true, timestamp: 1_700_000_000_123 };
    expect(hex(buildBatch(appendTime, goldenRecords))).toBe(kafkaBatches.logAppendTimeBatch);
  });

  it('writes markers as Kafka does', () => {
    const options = { crc, isTransactional: true, isControl: true, partitionLeaderEpoch: 6 };
    const commit = buildBatch({ ...options, baseOffset: 42, producerId: 1234, producerEpoch: 9 }, [
      { timestamp: 1_700_000_000_000, key: controlRecordKey(ControlRecordType.COMMIT), value: Uint8Array.of(0, 0, 0, 0, 0, 17) },
    ]);
    expect(hex(commit)).toBe(kafkaBatches.commitMarker);
  });

  it('gives records without a timestamp the one of the batch, or none', () => {
    const records = [{ key: null, value: null }, { key: null, value: null, timestamp: 50 }];
    const stamped = new RecordBatch(buildBatch({ crc, timestamp: 40 }, records));
    expect(readRecords(stamped, mirror).map((record) => record.timestamp)).toEqual([40, 50]);
    expect(stamped.maxTimestamp).toBe(50);
    expect(new RecordBatch(buildBatch({ crc }, [{ key: null, value: null }])).maxTimestamp).toBe(-1);
  });

  it('wants a record, and a codec when it is to compress', () => {
    expect(() => buildBatch({ crc }, [])).toThrow(RangeError);
    expect(() => buildBatch({ crc, compressionType: CompressionType.zstd }, goldenRecords)).toThrow(RangeError);
  });

  it('stays within recordSizeBound', () => {
    for (const record of goldenRecords) expect(buildBatch({ crc }, [record]).length - 61).toBeLessThanOrEqual(recordSizeBound(record));
  });
});

describe('readRecords', () => {
  it('reads what Kafka wrote', () => {
    const records = readRecords(new RecordBatch(Buffer.from(kafkaBatches.transactionalBatch, 'hex')), mirror);
    expect(records.map(({ offset, timestamp, sequence }) => [offset, timestamp, sequence])).toEqual([
      [5_000_000_000, 1_700_000_000_000, 2_147_483_646],
      [5_000_000_001, 1_699_999_999_990, 2_147_483_647],
      [5_000_000_002, 1_705_000_000_000, 0],
    ]);
    expect(records.map(({ key, value }) => [key && Buffer.from(key).toString(), value?.length])).toEqual([['k1', 2], [null, undefined], ['', 200]]);
    expect(records[1]?.headers.map(({ key, value }) => [key, value && hex(value)])).toEqual([['h1', '78'], ['é', null]]);
  });

  it('gives all records of a batch in log-append time that time', () => {
    const records = readRecords(new RecordBatch(Buffer.from(kafkaBatches.logAppendTimeBatch, 'hex')), mirror);
    expect(records.map((record) => record.timestamp)).toEqual([1_700_000_000_123, 1_700_000_000_123, 1_700_000_000_123]);
  });

  it('decompresses within the bound it is given', () => {
    const batch = new RecordBatch(buildBatch({ crc, compression: mirror, compressionType: CompressionType.lz4 }, goldenRecords));
    expect([batch.compressionType, batch.hasValidCrc(crc)]).toEqual([CompressionType.lz4, true]);
    expect(readRecords(batch, mirror).map((record) => record.value?.length)).toEqual([2, undefined, 200]);
    expect(codeOf(() => readRecords(batch, mirror, 100))).toBe(ErrorCode.RECORD_LIST_TOO_LARGE);
  });

  it('keeps timestamps apart by more than 2^31 ms and up to 2^53', () => {
    const timestamps = [0, 9_007_199_254_740_991, 2 ** 32 + 1, 2 ** 31, 2 ** 31 - 1];
    const batch = new RecordBatch(buildBatch({ crc }, timestamps.map((timestamp) => ({ timestamp, key: null, value: null }))));
    expect(readRecords(batch, mirror).map((record) => record.timestamp)).toEqual(timestamps);
  });

  // One record: length, attributes, timestamp delta, offset delta, key -1, value -1, no headers.
  const one = [12, 0, 0, 0, 1, 1, 0];
  it.each([
    ['fewer records than the header says', one, 2],
    ['more records than the header says', [...one, ...one], 1],
    ['a negative count', one, -1],
    ['a count of thousands of millions', one, 2_147_483_647],
    ['a record longer than the section', [14, 0, 0, 0, 1, 1, 0], 1],
    ['a record of negative length', [1, 0, 0, 0, 1, 1, 0], 1],
    ['a record that ends before its length', [14, 0, 0, 0, 1, 1, 0, 0], 1],
    ['a key beyond its record', [12, 0, 0, 0, 20, 1, 0], 1],
    ['a key of 2^31-1 bytes', [20, 0, 0, 0, 0xfe, 0xff, 0xff, 0xff, 0x0f, 1, 0], 1],
    ['a value that reaches into the next record', [12, 0, 0, 0, 1, 6, 0, ...one], 2],
    ['a negative count of headers', [12, 0, 0, 0, 1, 1, 1], 1],
    ['more headers than bytes', [20, 0, 0, 0, 1, 1, 0xfe, 0xff, 0xff, 0xff, 0x0f], 1],
    ['a header without a key', [16, 0, 0, 0, 1, 1, 2, 1, 1], 1],
    ['a header value beyond its record', [18, 0, 0, 0, 1, 1, 2, 0, 10, 0], 1],
    ['a varint without end', [255, 255, 255, 255, 255, 255], 1],
    ['no bytes at all', [], 1],
  ])('refuses %s', (_what, section, recordCount) => {
    expect(codeOf(() => readRecords(batchWith(section, recordCount), mirror))).toBe(ErrorCode.INVALID_RECORD);
  });

  it('takes the section that the refused ones were made from', () => {
    expect(readRecords(batchWith([...one, ...one], 2), mirror)).toHaveLength(2);
  });
});

describe('RecordCursor', () => {
  it('tells of each record without opening headers, and gives its raw bytes', () => {
    const batch = new RecordBatch(Buffer.from(kafkaBatches.plainBatch, 'hex'));
    const cursor = new RecordCursor(batch, mirror);
    const seen: unknown[] = [];
    let rawBytes = 0;
    while (cursor.next()) {
      seen.push([cursor.index, cursor.offsetDelta, cursor.hasKey, cursor.hasValue]);
      rawBytes += cursor.raw.length;
    }
    expect(seen).toEqual([[0, 0, true, true], [1, 1, false, false], [2, 2, true, true]]);
    expect(rawBytes).toBe(batch.recordsSection.length);
    expect(cursor.next()).toBe(false);
  });
});

describe('control records', () => {
  it('knows keys by their type and takes no other', () => {
    for (const type of Object.values(ControlRecordType)) expect(controlRecordType(controlRecordKey(type))).toBe(type);
    for (const key of [null, new Uint8Array(3), Uint8Array.of(0, 0, 0, 7), Uint8Array.of(0x80, 0, 0, 1)]) expect(controlRecordType(key)).toBe(-1);
    // A later version of the key says more behind the type.
    expect(controlRecordType(Uint8Array.of(0, 1, 0, 1, 9))).toBe(ControlRecordType.COMMIT);
  });
});
