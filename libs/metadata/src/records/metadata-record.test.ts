import { describe, expect, it } from '@jest/globals';
import type { MetadataRecordsTypes } from '@ottla/protocol';
import { decodeMetadataRecord, metadataRecord } from './metadata-record.ts';

/** Records of a Kafka 4.3.1 controller with metadata.version 4.3-IV0, as they stood in its log. */
const fromKafka: Readonly<Record<string, readonly [type: number, version: number, base64: string]>> = {
  'feature level': [12, 0, 'AQwAEW1ldGFkYXRhLnZlcnNpb24AHgA='],
  'default broker config': [4, 0, 'AQQABAEUbWluLmluc3luYy5yZXBsaWNhcwIxAA=='],
  'removed config': [4, 0, 'AQQAAgN0MQ5zZWdtZW50LmJ5dGVzAAA='],
  'broker registration': [
    0, 4,
    'AQAEAAAAAQCNx9NNwu9Dm6Qe5j6oSk1kAAAAAAAAAA0CClBMQUlOVEVYVAoxMjcuMC4wLjFqNgAAAAgOa3JhZnQudmVyc2lvbgAAAAEADmdyb3VwLnZlcnNpb24AAAABABBzdHJlYW1zLnZlcnNpb24AAAABABR0cmFuc2FjdGlvbi52ZXJzaW9uAAAAAgAhZWxpZ2libGUubGVhZGVyLnJlcGxpY2FzLnZlcnNpb24AAAABABFtZXRhZGF0YS52ZXJzaW9uAAcAHgAOc2hhcmUudmVyc2lvbgAAAAEAAAEAAQARAp7kWwMx8UPOitqoeSeKn2A=',
  ],
  'cordoned folders, none': [17, 3, 'AREDAAAAAQAAAAAAAAANAQMBAQ=='],
  'unfenced broker': [17, 0, 'AREAAAAAAQAAAAAAAAANAQAB/w=='],
  topic: [2, 0, 'AQIAA3Qx4uHVy4XWQ8SsQy3tc1OEcgA='],
  partition: [3, 2, 'AQMCAAAAAOLh1cuF1kPErEMt7XNThHICAAAAAQIAAAABAQEAAAABAAAAAAAAAAACnuRbAzHxQ86K2qh5J4qfYAA='],
  'removed topic': [9, 0, 'AQkAGJssw1eITrW8kYyzttVX8wA='],
  'begin of a transaction': [23, 0, 'ARcAAQASEkJvb3RzdHJhcCByZWNvcmRz'],
  'no operation': [20, 0, 'ARQAAA=='],
};

describe('metadataRecord', () => {
  it.each(Object.entries(fromKafka))('makes the bytes of Kafka: %s', (_, [type, version, base64]) => {
    const decoded = decodeMetadataRecord(Buffer.from(base64, 'base64'));
    expect([decoded.type, decoded.version]).toEqual([type, version]);
    const made = metadataRecord(decoded.type, decoded.value as MetadataRecordsTypes[0]['input'] & MetadataRecordsTypes[2]['input']);
    expect(Buffer.from(made.bytes).toString('base64')).toBe(base64);
    expect(made).toMatchObject({ type, version, value: decoded.value });
  });

  it('takes the oldest version of a registration change that has what changes', () => {
    const change = { brokerId: 1, brokerEpoch: 2 };
    expect(metadataRecord(17, { ...change, inControlledShutdown: 1 }).version).toBe(1);
    expect(metadataRecord(17, { ...change, logDirs: ['nuRbAzHxQ86K2qh5J4qfYA'] }).version).toBe(2);
    expect(metadataRecord(17, { ...change, fenced: 1 }, 3).version).toBe(3);
  });
});

describe('decodeMetadataRecord', () => {
  it('refuses what it does not know, and what is cut or too long', () => {
    const good = Buffer.from('AQIAA3Qx4uHVy4XWQ8SsQy3tc1OEcgA=', 'base64');
    const bad = (change: (bytes: Buffer) => Uint8Array): (() => void) => () => decodeMetadataRecord(change(Buffer.from(good)));
    const set = (at: number, value: number) => (bytes: Buffer): Buffer => {
      bytes[at] = value;
      return bytes;
    };
    expect(bad(set(0, 2))).toThrow('frame version 2');
    expect(bad(set(1, 99))).toThrow('type 99 is unknown');
    expect(bad(set(2, 7))).toThrow('TopicRecord version 7 is unknown');
    expect(bad((bytes) => bytes.subarray(0, bytes.length - 2))).toThrow(expect.objectContaining({ name: 'MalformedMessageError' }));
    expect(bad((bytes) => Buffer.concat([bytes, Buffer.of(0)]))).toThrow('1 bytes remain');
  });
});
