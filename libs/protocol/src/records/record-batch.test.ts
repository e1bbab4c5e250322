import { describe, expect, it } from '@jest/globals';
import { tableCrc32c as crc } from '@ottla/model';
import { kafkaBatches } from '../golden/kafka-batches.ts';
import { batchesIn, incrementSequence, RECORD_BATCH_OVERHEAD, RecordBatch } from './record-batch.ts';

const bytesOf = (name: keyof typeof kafkaBatches): Uint8Array => Uint8Array.from(Buffer.from(kafkaBatches[name], 'hex'));

describe('RecordBatch', () => {
  it('reads the header that Kafka wrote', () => {
    const batch = new RecordBatch(bytesOf('transactionalBatch'));
    expect({
      isComplete: batch.isComplete,
      baseOffset: batch.baseOffset,
      lastOffset: batch.lastOffset,
      nextOffset: batch.nextOffset,
      sizeInBytes: batch.sizeInBytes,
      partitionLeaderEpoch: batch.partitionLeaderEpoch,
      magic: batch.magic,
      isTransactional: batch.isTransactional,
      isControl: batch.isControl,
      isLogAppendTime: batch.isLogAppendTime,
      compressionType: batch.compressionType,
      baseTimestamp: batch.baseTimestamp,
      maxTimestamp: batch.maxTimestamp,
      producerId: batch.producerId,
      producerEpoch: batch.producerEpoch,
      baseSequence: batch.baseSequence,
      recordCount: batch.recordCount,
      hasValidCrc: batch.hasValidCrc(crc),
    }).toEqual({
      isComplete: true,
      baseOffset: 5_000_000_000,
      lastOffset: 5_000_000_002,
      nextOffset: 5_000_000_003,
      sizeInBytes: bytesOf('transactionalBatch').length,
      partitionLeaderEpoch: 5,
      magic: 2,
      isTransactional: true,
      isControl: false,
      isLogAppendTime: false,
      compressionType: 0,
      baseTimestamp: 1_700_000_000_000,
      maxTimestamp: 1_705_000_000_000,
      producerId: 4_000_000_000_000_000,
      producerEpoch: 7,
      baseSequence: 2_147_483_646,
      recordCount: 3,
      hasValidCrc: true,
    });
  });

  it('wraps sequences at 2^31 and keeps none as none', () => {
    expect(new RecordBatch(bytesOf('transactionalBatch')).lastSequence).toBe(0);
    expect(new RecordBatch(bytesOf('plainBatch')).lastSequence).toBe(-1);
    expect(incrementSequence(2_147_483_647, 1)).toBe(0);
    expect(incrementSequence(2_147_483_640, 10)).toBe(2);
    expect(incrementSequence(2_147_483_640, 7)).toBe(2_147_483_647);
  });

  it('gives markers as control batches', () => {
    const batch = new RecordBatch(bytesOf('commitMarker'));
    expect([batch.isControl, batch.isTransactional, batch.producerId, batch.producerEpoch, batch.baseSequence]).toEqual([true, true, 1234, 9, -1]);
  });

  it('is complete only with all its bytes and a length that covers its header', () => {
    const bytes = bytesOf('plainBatch');
    for (const length of [0, 11, 16, RECORD_BATCH_OVERHEAD, bytes.length - 1]) expect(new RecordBatch(bytes.subarray(0, length)).isComplete).toBe(false);
    expect(new RecordBatch(bytes, 1).isComplete).toBe(false);
    for (const length of [-2_147_483_648, -1, 0, RECORD_BATCH_OVERHEAD - 13, 2_147_483_647]) {
      const changed = bytes.slice();
      new DataView(changed.buffer).setInt32(8, length);
      expect(new RecordBatch(changed).isComplete).toBe(false);
    }
  });

  it('sets offset and epoch without touching the checksum', () => {
    const bytes = bytesOf('plainBatch');
    const batch = new RecordBatch(bytes);
    const before = batch.crc;
    batch.setBaseOffset(2 ** 45 + 3);
    batch.setPartitionLeaderEpoch(2_147_483_647);
    expect([batch.baseOffset, batch.partitionLeaderEpoch, batch.crc, batch.hasValidCrc(crc)]).toEqual([2 ** 45 + 3, 2_147_483_647, before, true]);
  });

  it('makes a batch of create time one of log-append time, as Kafka does, and back', () => {
    const batch = new RecordBatch(bytesOf('plainBatch'));
    batch.setMaxTimestamp(true, 1_700_000_000_123, crc);
    expect([batch.isLogAppendTime, batch.maxTimestamp, batch.hasValidCrc(crc)]).toEqual([true, 1_700_000_000_123, true]);
    expect(batch.crc).toBe(new RecordBatch(bytesOf('logAppendTimeBatch')).crc);
    batch.setMaxTimestamp(false, 1_705_000_000_000, crc);
    expect(Buffer.from(batch.bytes).toString('hex')).toBe(kafkaBatches.plainBatch);
  });

  it('notices a flipped bit anywhere behind the checksum', () => {
    const bytes = bytesOf('abortMarker');
    for (let at = 21; at < bytes.length; at++) {
      bytes[at] = (bytes[at] as number) ^ 0x10;
      expect(new RecordBatch(bytes).hasValidCrc(crc)).toBe(false);
      bytes[at] = (bytes[at] as number) ^ 0x10;
    }
  });
});

describe('batchesIn', () => {
  it('walks whole batches and stops at the tear', () => {
    const plain = bytesOf('plainBatch');
    const marker = bytesOf('commitMarker');
    const bytes = Buffer.concat([plain, marker, plain.subarray(0, 100)]);
    const seen: [number, number][] = [];
    for (const batch of batchesIn(bytes)) {
      seen.push([batch.position, batch.baseOffset]);
      // Whoever moves the view does not derail the walk.
      batch.moveTo(plain, 0);
    }
    expect(seen).toEqual([[0, 0], [plain.length, 42]]);
    expect([...batchesIn(new Uint8Array(0))]).toEqual([]);
  });
});
