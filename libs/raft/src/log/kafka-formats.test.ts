import { describe, expect, it } from '@jest/globals';
import { ZERO_UUID } from '@ottla/model';
import { batchesIn, RecordBatch } from '@ottla/protocol';
import { tableCrc32c, testCompression } from '@ottla/testing';
import { controlBatch, encodeControlRecord } from '../core/control-records.ts';
import { SnapshotParser } from './committed-batches.ts';
import { decodeQuorumState, encodeQuorumState } from './quorum-state-file.ts';
import { snapshotBatches } from './snapshot-batches.ts';

const crc = tableCrc32c;
const voters = [{ id: 1, directoryId: 'nuRbAzHxQ86K2qh5J4qfYA', endpoints: [{ name: 'CONTROLLER', host: '127.0.0.1', port: 27191 }] }];
const text = (value: string): Uint8Array => Buffer.from(value);

/** Checksums are those that Kafka 4.3.1 stored for the same content. */
describe('the formats of a Raft log', () => {
  it('has the bytes of Kafka in quorum-state', () => {
    const state = { leaderId: 1, leaderEpoch: 1, votedId: -1, votedDirectoryId: ZERO_UUID };
    const bytes = encodeQuorumState(state);
    expect(Buffer.from(bytes).toString()).toBe('{"leaderId":1,"leaderEpoch":1,"votedId":-1,"votedDirectoryId":"AAAAAAAAAAAAAAAAAAAAAA","data_version":1}');
    expect(decodeQuorumState(bytes)).toEqual(state);
    expect(() => decodeQuorumState(text('{"data_version":0}'))).toThrow('data_version 0');
    expect(() => decodeQuorumState(text('{"leaderId":1,"data_version":1}'))).toThrow('lacks leaderEpoch');
    expect(() => decodeQuorumState(text('leaderId'))).toThrow('no JSON');
  });

  it('has the bytes of Kafka in the first batch of an epoch', () => {
    const records = [
      encodeControlRecord({ kind: 'leader-change', leaderId: 1, voters: [1], grantingVoters: [1] }),
      encodeControlRecord({ kind: 'kraft-version' }),
      encodeControlRecord({ kind: 'voters', voters }),
    ];
    const batch = new RecordBatch(controlBatch(crc, 0, 1, 1_795_554_501_893, records));
    expect([batch.sizeInBytes, batch.crc]).toEqual([174, 933_651_763]);
  });

  it('has the bytes of Kafka in the header of a bootstrap snapshot', () => {
    const options = { crc, epoch: 0, timestamp: 1_795_554_500_368, lastContainedLogTimestamp: 1_795_554_500_340, voters };
    const [header, footer] = [...snapshotBatches(options, [])].map((bytes) => new RecordBatch(bytes));
    expect([header?.sizeInBytes, header?.crc]).toEqual([166, 3_806_874_841]);
    expect([footer?.sizeInBytes, footer?.baseOffset]).toEqual([75, 3]);
  });

  it('reads a snapshot that comes in pieces of any size', () => {
    const values = Array.from({ length: 3000 }, (_, index) => text(`record ${index} ${'x'.repeat(50)}`));
    const options = { crc, epoch: 3, timestamp: 1000, lastContainedLogTimestamp: 900, voters };
    const file = Buffer.concat([...snapshotBatches(options, values)]);
    expect([...batchesIn(file)].length).toBeGreaterThan(4);
    for (const pieceBytes of [7, 1000, 100_000, file.length]) {
      const parser = new SnapshotParser(crc, testCompression);
      const read: Uint8Array[] = [];
      for (let at = 0; at < file.length; at += pieceBytes) {
        for (const batch of parser.add(file.subarray(at, at + pieceBytes))) read.push(...batch.records.map((record) => Buffer.from(record)));
      }
      parser.finish();
      expect(read.length).toBe(values.length);
      expect(read.every((value, index) => Buffer.compare(value, values[index] as Uint8Array) === 0)).toBe(true);
      expect(parser.voters).toEqual(voters);
    }
  });

  it('refuses a snapshot that is cut, damaged, or goes on behind its end', () => {
    const file = Buffer.concat([...snapshotBatches({ crc, epoch: 3, timestamp: 1, lastContainedLogTimestamp: 1, voters }, [text('a')])]);
    const parse = (bytes: Uint8Array): void => {
      const parser = new SnapshotParser(crc, testCompression);
      for (const batch of parser.add(bytes)) expect(batch.records.length).toBe(1);
      parser.finish();
    };
    expect(() => parse(file)).not.toThrow();
    expect(() => parse(file.subarray(0, file.length - 1))).toThrow('no whole batch');
    expect(() => parse(file.subarray(0, file.length - 75))).toThrow('no footer');
    expect(() => parse(Buffer.concat([file, file]))).toThrow('behind its footer');
    const damaged = Buffer.from(file);
    damaged[200] = (damaged[200] as number) ^ 1;
    expect(() => parse(damaged)).toThrow('checksum');
  });
});
