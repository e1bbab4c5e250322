import { describe, expect, it } from '@jest/globals';
import { CompressionType, errorCodeOf, errorName, tableCrc32c as crc } from '@ottla/model';
import { batchesIn, buildBatch, readRecords, RecordBatch, type BatchOptions, type RecordInput } from '@ottla/protocol';
import { testCompression as compression, virtualTime } from '@ottla/testing';
import { defaultLogConfig, type LogConfig } from './log-config.ts';
import { RecordValidationError } from './record-errors.ts';
import { validateAndAssignOffsets, type ValidatedRecords, type ValidationOptions } from './record-validator.ts';

const NOW = 1_750_000_000_000;
const HOUR_MS = 3_600_000;
const { clock } = virtualTime({ startMs: NOW });
const bytes = (text: string): Uint8Array => Buffer.from(text);
const record = (overrides: Partial<RecordInput> = {}): RecordInput => ({ key: bytes('k'), value: bytes('v'.repeat(50)), timestamp: NOW, ...overrides });
const batchOf = (records: readonly RecordInput[] = [record(), record()], options: Partial<BatchOptions> = {}): Uint8Array => buildBatch({ crc, compression, ...options }, records);

function validate(records: Uint8Array, config: Partial<LogConfig> = {}, options: Partial<ValidationOptions> = {}): ValidatedRecords {
  return validateAndAssignOffsets(records, {
    crc,
    compression,
    clock,
    config: { ...defaultLogConfig, ...config },
    nextOffset: 100,
    leaderEpoch: 7,
    origin: 'client',
    ...options,
  });
}

/** Name of the error, for a copy of `given`; the batch must be untouched then. */
function refusal(given: Uint8Array, config: Partial<LogConfig> = {}, options: Partial<ValidationOptions> = {}): string {
  const records = Uint8Array.from(given);
  const before = Buffer.from(records).toString('hex');
  let name = 'NONE';
  try {
    validate(records, config, options);
  } catch (error) {
    name = errorName(errorCodeOf(error));
    expect(Buffer.from(records).toString('hex')).toBe(before);
  }
  return name;
}

/** The batch with a header field changed, and a checksum that is right again. */
function changed(records: Uint8Array, change: (view: DataView) => void): Uint8Array {
  const copy = records.slice();
  const view = new DataView(copy.buffer);
  change(view);
  view.setUint32(17, crc.checksum(copy.subarray(21)));
  return copy;
}

const contents = (result: ValidatedRecords): (string | undefined)[] =>
  readRecords(new RecordBatch(result.bytes), compression).map(({ offset, timestamp, key, value }) => `${offset} ${timestamp} ${key && Buffer.from(key).toString()} ${value?.length}`);

describe('a closed batch', () => {
  it('gets its offsets and epoch in place', () => {
    const records = batchOf([record({ timestamp: NOW - 5 }), record({ timestamp: NOW + 5 }), record()]);
    const result = validate(records);
    expect(result.bytes).toBe(records);
    expect({ ...result, bytes: undefined }).toEqual({
      bytes: undefined, firstOffset: 100, lastOffset: 102, maxTimestamp: NOW + 5, offsetOfMaxTimestamp: 102, logAppendTimeMs: -1, recordCount: 3,
    });
    const batch = new RecordBatch(records);
    expect([batch.baseOffset, batch.partitionLeaderEpoch, batch.hasValidCrc(crc)]).toEqual([100, 7, true]);
  });

  it('stays closed while its header vouches for its records', () => {
    const garbage = changed(batchOf([record()], { compressionType: CompressionType.gzip }), (view) => view.setUint8(61, 0xff));
    expect(refusal(garbage)).toBe('NONE');
    expect(refusal(garbage, { cleanupCompact: true })).toBe('CORRUPT_MESSAGE');
    expect(refusal(garbage, { messageTimestampType: 'LogAppendTime', messageTimestampBeforeMaxMs: 1 })).toBe('NONE');
  });

  it('gets the log-append time without being opened', () => {
    const records = batchOf([record({ timestamp: 5 }), record({ timestamp: NOW * 2 })]);
    const result = validate(records, { messageTimestampType: 'LogAppendTime' });
    expect([result.bytes === records, result.logAppendTimeMs, result.maxTimestamp, result.offsetOfMaxTimestamp]).toEqual([true, NOW, NOW, 101]);
    const batch = new RecordBatch(records);
    expect([batch.isLogAppendTime, batch.maxTimestamp, batch.hasValidCrc(crc)]).toEqual([true, NOW, true]);
    expect(contents(result)).toEqual([`100 ${NOW} k 50`, `101 ${NOW} k 50`]);
  });

  it('may carry no timestamps', () => {
    const result = validate(batchOf([record({ timestamp: -1 })]), { messageTimestampBeforeMaxMs: 10, messageTimestampAfterMaxMs: 10 });
    expect([result.maxTimestamp, result.offsetOfMaxTimestamp]).toEqual([-1, -1]);
  });
});

describe('refused are', () => {
  const good = batchOf();
  it('bytes that are no whole batch', () => {
    expect([refusal(new Uint8Array(0)), refusal(good.subarray(0, 16)), refusal(good.subarray(0, -1))]).toEqual(['INVALID_RECORD', 'INVALID_RECORD', 'INVALID_RECORD']);
    for (const length of [-1, 0, 48]) expect(refusal(changed(good, (view) => view.setInt32(8, length)))).toBe('CORRUPT_MESSAGE');
  });

  it('more than one batch, or anything behind one', () => {
    expect([refusal(Buffer.concat([good, good])), refusal(Buffer.concat([good, Uint8Array.of(0)]))]).toEqual(['INVALID_RECORD', 'INVALID_RECORD']);
  });

  it('other magics', () => {
    expect([0, 1, 3, -1].map((magic) => refusal(changed(good, (view) => view.setInt8(16, magic))))).toEqual(['INVALID_RECORD', 'INVALID_RECORD', 'CORRUPT_MESSAGE', 'CORRUPT_MESSAGE']);
  });

  it('a wrong checksum', () => {
    const flipped = good.slice();
    flipped[80] = (flipped[80] as number) ^ 1;
    expect(refusal(flipped)).toBe('CORRUPT_MESSAGE');
  });

  it('headers that contradict themselves', () => {
    expect(refusal(changed(good, (view) => view.setBigInt64(0, 1n)))).toBe('INVALID_RECORD');
    expect(refusal(changed(good, (view) => view.setInt32(57, 0)))).toBe('INVALID_RECORD');
    expect(refusal(changed(good, (view) => view.setInt32(57, -1)))).toBe('INVALID_RECORD');
    expect(refusal(changed(good, (view) => view.setInt32(57, 3)))).toBe('INVALID_RECORD');
    expect(refusal(changed(good, (view) => view.setInt32(23, -1)))).toBe('INVALID_RECORD');
    expect(refusal(batchOf(undefined, { producerId: 5, producerEpoch: 0 }))).toBe('INVALID_RECORD');
    expect(refusal(batchOf(undefined, { producerId: 5, producerEpoch: 0, baseSequence: 0 }))).toBe('NONE');
  });

  it('unknown codecs, control batches of clients, and log-append times that the broker did not set', () => {
    expect([5, 6, 7].map((codec) => refusal(changed(good, (view) => view.setInt16(21, codec))))).toEqual(Array.from({ length: 3 }, () => 'UNSUPPORTED_COMPRESSION_TYPE'));
    expect(refusal(batchOf(undefined, { isControl: true }))).toBe('INVALID_RECORD');
    expect(refusal(batchOf(undefined, { isLogAppendTime: true, timestamp: NOW }), { messageTimestampType: 'LogAppendTime' })).toBe('INVALID_TIMESTAMP');
    expect(refusal(batchOf(undefined, { isControl: true }), {}, { origin: 'coordinator' })).toBe('NONE');
  });

  it('batches larger than max.message.bytes', () => {
    expect([refusal(good, { maxMessageBytes: good.length }), refusal(good, { maxMessageBytes: good.length - 1 })]).toEqual(['NONE', 'MESSAGE_TOO_LARGE']);
  });
});

describe('timestamps', () => {
  const limits = { messageTimestampBeforeMaxMs: HOUR_MS, messageTimestampAfterMaxMs: HOUR_MS };

  it('may reach both limits and no further', () => {
    for (const timestamp of [NOW - HOUR_MS, NOW + HOUR_MS, -1]) expect(refusal(batchOf([record(), record({ timestamp })]), limits)).toBe('NONE');
    for (const timestamp of [NOW - HOUR_MS - 1, NOW + HOUR_MS + 1, 0]) expect(refusal(batchOf([record(), record({ timestamp })]), limits)).toBe('INVALID_TIMESTAMP');
    expect(refusal(batchOf([record({ timestamp: NOW + HOUR_MS + 1 })]))).toBe('INVALID_TIMESTAMP');
    expect(refusal(batchOf([record({ timestamp: 0 })]))).toBe('NONE');
  });

  it('that are refused name their records, the value and the limit', () => {
    const records = batchOf([record(), record({ timestamp: NOW - HOUR_MS - 7 }), record({ timestamp: NOW + HOUR_MS + 9 })]);
    let caught: unknown;
    try {
      validate(records, limits);
    } catch (error) {
      caught = error;
    }
    const { recordErrors, message } = caught as RecordValidationError;
    expect(recordErrors.map(({ batchIndex }) => batchIndex)).toEqual([1, 2]);
    expect(recordErrors[0]?.message).toContain(`${NOW - HOUR_MS - 7}`);
    expect(recordErrors[1]?.message).toContain('message.timestamp.after.max.ms');
    expect(message).toContain('2 of 3 records');
  });

  it('of a batch that claims log-append time become create times, as the topic has them', () => {
    for (const config of [{}, { cleanupCompact: true }, { compressionType: CompressionType.gzip }]) {
      const result = validate(batchOf(undefined, { isLogAppendTime: true, timestamp: NOW - 3 }), config);
      const batch = new RecordBatch(result.bytes);
      expect([batch.isLogAppendTime, batch.maxTimestamp, result.maxTimestamp, result.logAppendTimeMs, batch.hasValidCrc(crc)]).toEqual([false, NOW - 3, NOW - 3, -1, true]);
    }
  });

  it('of a header that lies are put right when the batch is opened', () => {
    const lying = changed(batchOf([record()]), (view) => view.setBigInt64(35, BigInt(NOW * 2)));
    const result = validate(lying);
    expect([result.maxTimestamp, new RecordBatch(lying).maxTimestamp, new RecordBatch(lying).hasValidCrc(crc)]).toEqual([NOW, NOW, true]);
  });
});

describe('a compacted topic', () => {
  it('takes no record without a key, and says which', () => {
    const config = { cleanupCompact: true };
    expect(refusal(batchOf(), config)).toBe('NONE');
    expect(refusal(batchOf([record({ key: bytes('') })]), config)).toBe('NONE');
    expect(() => validate(batchOf([record(), record({ key: null })], { compressionType: CompressionType.gzip }), config)).toThrow(
      expect.objectContaining({ code: 87, recordErrors: [{ batchIndex: 1, message: expect.stringContaining('key') }] }),
    );
    expect(refusal(batchOf([record({ key: null })]))).toBe('NONE');
  });

  it('names 500 records at most', () => {
    const records = Array.from({ length: 600 }, () => record({ key: null, value: null }));
    let caught: unknown;
    try {
      validate(batchOf(records), { cleanupCompact: true });
    } catch (error) {
      caught = error;
    }
    expect((caught as RecordValidationError).recordErrors).toHaveLength(500);
  });

  it('puts offsets in order where a client left gaps', () => {
    // Two records; the second says its offset delta is 3 (zigzag 6).
    const records = batchOf([record({ value: null }), record({ value: null })]);
    const recordBytes = (records.length - 61) / 2;
    const gap = changed(records, (view) => view.setUint8(61 + recordBytes + 3, 6));
    const result = validate(gap, { cleanupCompact: true });
    expect(contents(result)).toEqual([`100 ${NOW} k undefined`, `101 ${NOW} k undefined`]);
  });

  it('finds records that do not open', () => {
    expect(refusal(changed(batchOf(), (view) => view.setUint8(61, 3)), { cleanupCompact: true })).toBe('INVALID_RECORD');
  });
});

describe("the topic's compression.type", () => {
  const input = [record({ headers: [{ key: 'h', value: bytes('x') }] }), record({ key: null, timestamp: NOW - 9 })];

  it('recompresses a batch of another codec and keeps all it says', () => {
    const options = { producerId: 9, producerEpoch: 2, baseSequence: 40, isTransactional: true };
    for (const [from, to] of [[CompressionType.none, CompressionType.gzip], [CompressionType.gzip, CompressionType.none]] as const) {
      const records = batchOf(input, { ...options, compressionType: from });
      const result = validate(records, { compressionType: to });
      const batch = new RecordBatch(result.bytes);
      expect(result.bytes).not.toBe(records);
      expect([batch.compressionType, batch.hasValidCrc(crc), batch.sizeInBytes]).toEqual([to, true, result.bytes.length]);
      expect([batch.producerId, batch.producerEpoch, batch.baseSequence, batch.isTransactional, batch.isControl, batch.partitionLeaderEpoch]).toEqual([9, 2, 40, true, false, 7]);
      expect(contents(result)).toEqual([`100 ${NOW} k 50`, `101 ${NOW - 9} null 50`]);
      expect(readRecords(batch, compression)[0]?.headers).toHaveLength(1);
      expect([result.maxTimestamp, result.offsetOfMaxTimestamp, result.lastOffset]).toEqual([NOW, 101, 101]);
    }
  });

  it('leaves a batch of its own codec closed, and markers uncompressed', () => {
    const own = batchOf(input, { compressionType: CompressionType.gzip });
    expect(validate(own, { compressionType: CompressionType.gzip }).bytes).toBe(own);
    const marker = batchOf(input, { isControl: true });
    expect(validate(marker, { compressionType: CompressionType.gzip }, { origin: 'coordinator' }).bytes).toBe(marker);
  });

  it('stamps the log-append time on what it recompresses', () => {
    const result = validate(batchOf(input), { compressionType: CompressionType.gzip, messageTimestampType: 'LogAppendTime' });
    expect([result.maxTimestamp, result.logAppendTimeMs, new RecordBatch(result.bytes).isLogAppendTime]).toEqual([NOW, NOW, true]);
    expect(contents(result)).toEqual([`100 ${NOW} k 50`, `101 ${NOW} null 50`]);
  });

  it('refuses what grew too large, and what does not decompress', () => {
    const small = batchOf([record({ value: bytes('v'.repeat(5000)) })], { compressionType: CompressionType.gzip });
    expect(refusal(small, { compressionType: CompressionType.none, maxMessageBytes: 1000 })).toBe('MESSAGE_TOO_LARGE');
    expect(refusal(changed(small, (view) => view.setUint8(62, 0)), { compressionType: CompressionType.none })).toBe('CORRUPT_MESSAGE');
  });
});

describe('coordinators', () => {
  it('may hand over several batches, some of which are made anew', () => {
    const records = Buffer.concat([batchOf([record()]), batchOf([record(), record({ timestamp: NOW + 1 })], { compressionType: CompressionType.gzip }), batchOf([record()])]);
    const plain = validate(Uint8Array.from(records), {}, { origin: 'coordinator' });
    expect([plain.firstOffset, plain.lastOffset, plain.recordCount, plain.maxTimestamp, plain.offsetOfMaxTimestamp]).toEqual([100, 103, 4, NOW + 1, 102]);
    const gzip = validate(Uint8Array.from(records), { compressionType: CompressionType.gzip }, { origin: 'coordinator' });
    const seen = [...batchesIn(gzip.bytes)].length;
    expect([seen, gzip.lastOffset]).toEqual([3, 103]);
    const facts: unknown[] = [];
    for (const batch of batchesIn(gzip.bytes)) facts.push([batch.baseOffset, batch.compressionType, batch.hasValidCrc(crc), batch.partitionLeaderEpoch]);
    expect(facts).toEqual([[100, 1, true, 7], [101, 1, true, 7], [103, 1, true, 7]]);
  });

  it('get all batches refused when one is', () => {
    const second = batchOf();
    second[90] = (second[90] as number) ^ 1;
    expect(refusal(Buffer.concat([batchOf(), second]), {}, { origin: 'coordinator' })).toBe('CORRUPT_MESSAGE');
  });
});

describe('the Raft leader', () => {
  const raft = (records: Uint8Array, options: Partial<ValidationOptions> = {}): string => refusal(records, { maxMessageBytes: 10 }, { origin: 'raft', ...options });
  const own = (baseOffset: number, options: Partial<BatchOptions> = {}): Uint8Array => batchOf(undefined, { baseOffset, partitionLeaderEpoch: 7, ...options });

  it('sets offsets itself: its batches are left as they are', () => {
    const records = Buffer.concat([own(100), own(102, { isControl: true })]);
    const before = records.toString('hex');
    const result = validate(records, { messageTimestampType: 'LogAppendTime' }, { origin: 'raft' });
    expect([result.bytes.toString(), Buffer.from(result.bytes).toString('hex')]).toEqual([records.toString(), before]);
    expect([result.firstOffset, result.lastOffset, result.recordCount, result.logAppendTimeMs, result.offsetOfMaxTimestamp]).toEqual([100, 103, 4, -1, 101]);
  });

  it('is refused with another epoch, gaps, repeats and torn batches', () => {
    expect([raft(own(100)), raft(own(100, { partitionLeaderEpoch: 6 })), raft(own(101)), raft(own(99))]).toEqual(['NONE', 'INVALID_RECORD', 'INVALID_RECORD', 'INVALID_RECORD']);
    expect([raft(Buffer.concat([own(100), own(103)])), raft(Buffer.concat([own(100), own(102)]).subarray(0, -1)), raft(new Uint8Array(0))]).toEqual(Array.from({ length: 3 }, () => 'INVALID_RECORD'));
  });
});
