import { describe, expect, it } from '@jest/globals';
import { ZERO_UUID } from '@ottla/model';
import { LegacyOffsetCommitValueCodec, MalformedMessageError, WireWriter } from '@ottla/protocol';
import { decodeGroupRecord, encodeGroupRecord, type GroupRecord, groupMetadata, offsetCommit } from './group-record.ts';

const hex = (bytes: Uint8Array | null): string => Buffer.from(bytes ?? []).toString('hex');
const unhex = (text: string): Uint8Array => new Uint8Array(Buffer.from(text.replaceAll(' ', ''), 'hex'));

const offset = { offset: 5, leaderEpoch: -1, metadata: 'm', commitTimestamp: 1795554855677, expireTimestamp: -1, topicId: 'x5FABRM5RzqAGg6601veJA' };

describe('records of __consumer_offsets', () => {
  it('writes an offset as Kafka 4.3 does: key version 1, value version 4 with the topic id', () => {
    const { key, value } = encodeGroupRecord(offsetCommit('simple', 't1', 0, offset));
    expect(hex(key)).toBe(hex(unhex('0001 0006 73696d706c65 0002 7431 00000000')));
    const timestamp = offset.commitTimestamp.toString(16).padStart(16, '0');
    const topicId = Buffer.from(offset.topicId, 'base64url').toString('hex');
    expect(hex(value)).toBe(hex(unhex(`0004 0000000000000005 ffffffff 026d ${timestamp} 01 00 10 ${topicId}`)));
    expect(value).toHaveLength(2 + 8 + 4 + 2 + 8 + 19);
  });

  it('writes an expiry that a client asked for in version 1', () => {
    const { value } = encodeGroupRecord(offsetCommit('g', 't', 0, { ...offset, expireTimestamp: 99 }));
    expect(hex(value).slice(0, 4)).toBe('0001');
    expect(hex(value).endsWith('0000000000000063')).toBe(true);
  });

  it('writes a new group as Kafka 4.3 does: key version 2, value version 3', () => {
    const value = { protocolType: '', generation: 0, protocol: null, leader: null, currentStateTimestamp: 7, members: [] };
    const record = encodeGroupRecord(groupMetadata('g1', value));
    expect(hex(record.key)).toBe('000200026731');
    expect(hex(record.value)).toBe(hex(unhex('0003 0000 00000000 ffff ffff 0000000000000007 00000000')));
  });

  it.each([
    ['an offset', offsetCommit('g', 't', 3, offset)],
    ['an offset without a topic id', offsetCommit('g', 't', 3, { ...offset, topicId: ZERO_UUID })],
    ["an offset's tombstone", offsetCommit('g', 't', 3, null)],
    ["a group's tombstone", groupMetadata('g', null)],
    [
      'a group',
      groupMetadata('g', {
        protocolType: 'consumer',
        generation: 4,
        protocol: 'range',
        leader: 'm',
        currentStateTimestamp: 9,
        members: [
          { memberId: 'm', groupInstanceId: 'i', clientId: 'c', clientHost: '/h', rebalanceTimeout: 1, sessionTimeout: 2, subscription: Buffer.from('s'), assignment: Buffer.from('a') },
        ],
      }),
    ],
  ])('reads back %s', (_name, record) => {
    expect(decodeGroupRecord(encodeGroupRecord(record))).toEqual(record);
  });

  it('reads offsets of version 0 keys, which old brokers wrote', () => {
    const key = unhex('0000 0001 67 0001 74 00000002');
    const writer = new WireWriter();
    writer.writeInt16(0);
    LegacyOffsetCommitValueCodec.encode(writer, { offset: 8, metadata: 'x', commitTimestamp: 5 }, 0);
    const expected = { offset: 8, leaderEpoch: -1, metadata: 'x', commitTimestamp: 5, expireTimestamp: -1, topicId: ZERO_UUID };
    expect(decodeGroupRecord({ key, value: writer.finish() })).toEqual(offsetCommit('g', 't', 2, expected));
    expect(decodeGroupRecord({ key, value: null })).toEqual(offsetCommit('g', 't', 2, null));
  });

  it.each([10, 17, 99])('skips records of type %i', (type) => {
    const key = new Uint8Array([0, type, 0, 1, 103]);
    expect(decodeGroupRecord({ key, value: new Uint8Array([0, 0]) })).toBeUndefined();
  });

  it.each([
    ['an empty key', '', '00'],
    ['a key that ends early', '0001 0005 67', '00'],
    ['a value version that is not known', '0002 0001 67', '0009 0000'],
    ['a value that ends early', '0002 0001 67', '0003 0000 0000'],
    ['an empty value', '0002 0001 67', ''],
  ])('throws on %s', (_name, key, value) => {
    expect(() => decodeGroupRecord({ key: unhex(key), value: unhex(value) })).toThrow(MalformedMessageError);
  });
});

describe('records of KIP-848 groups', () => {
  // Laid out as in the log of a Kafka 4.3.1.
  it.each([
    ['member', '0005 0001 67 0002 6d31', '0000 00 00 04726177 0b2f3132372e302e302e31 02 0274 01 0000ea60 00 01 00 01 00'],
    ['group', '0003 0001 67', '0000 00000002 01 00 08 000000000000002a'],
    ['target', '0007 0001 67 0002 6d31', '0000 02 11dc2bd5d3ec40668465f4b27224a277 05 00000000 00000001 00000002 00000003 00 00'],
    ['target epoch', '0006 0001 67', '0000 00000002 01 00 08 000001a2100e22e7'],
    ['place', '0008 0001 67 0002 6d31', '0000 00000002 00000000 00 02 11dc2bd5d3ec40668465f4b27224a277 03 00000000 00000001 01 00 09 03 00000002 00000002 01 00'],
    ['expression', '0010 0001 67 0002 742e', '0000 02 0274 0000000000000000 000001a2100e22e7 00'],
  ])('are read and written as Kafka does: a %s', (_name, key, value) => {
    const decoded = decodeGroupRecord({ key: unhex(key), value: value === '' ? null : unhex(value) });
    expect(decoded).toBeDefined();
    const encoded = encodeGroupRecord(decoded as GroupRecord);
    expect([Buffer.from(encoded.key).toString('hex'), Buffer.from(encoded.value ?? []).toString('hex')]).toEqual([key, value].map((hex) => hex.replaceAll(' ', '')));
  });
});
