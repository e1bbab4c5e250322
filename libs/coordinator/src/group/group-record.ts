import {
  type Codec,
  type GroupMetadataKey,
  GroupMetadataKeyCodec,
  type GroupMetadataValue,
  GroupMetadataValueCodec,
  GroupRecordType,
  LegacyOffsetCommitKeyCodec,
  LegacyOffsetCommitValueCodec,
  MalformedMessageError,
  type OffsetCommitKey,
  OffsetCommitKeyCodec,
  type OffsetCommitValue,
  OffsetCommitValueCodec,
  WireReader,
  WireWriter,
} from '@ottla/protocol';
import { ZERO_UUID } from '@ottla/model';
import type { EncodedRecord } from '../runtime/coordinator-shard.ts';
import { CONSUMER_VALUE_VERSION, type ConsumerRecord, consumerRecordCodecs, consumerRecordKind, isConsumerRecord } from './consumer/consumer-record.ts';

/** One committed offset, or its end. */
export interface OffsetCommitRecord {
  readonly type: 'OffsetCommit';
  readonly key: OffsetCommitKey;
  /** null: the offset is deleted. */
  readonly value: OffsetCommitValue | null;
}

/** A generation of a classic group as its leader assigned it (or an empty one), or the group's end. */
export interface GroupMetadataRecord {
  readonly type: 'GroupMetadata';
  readonly key: GroupMetadataKey;
  /** null: the group is deleted. */
  readonly value: GroupMetadataValue | null;
}

/** The records of `__consumer_offsets` that this shard knows. */
export type GroupRecord = OffsetCommitRecord | GroupMetadataRecord | ConsumerRecord;

/** Kafka 4.3 writes offsets with the topic's id in version 4; only an expiry that the client asked for needs version 1. */
const OFFSET_COMMIT_VERSION = 4;
const OFFSET_COMMIT_WITH_EXPIRY_VERSION = 1;
const GROUP_METADATA_VERSION = 3;

export function offsetCommit(group: string, topic: string, partition: number, value: OffsetCommitValue | null): OffsetCommitRecord {
  return { type: 'OffsetCommit', key: { group, topic, partition }, value };
}

export function groupMetadata(group: string, value: GroupMetadataValue | null): GroupMetadataRecord {
  return { type: 'GroupMetadata', key: { group }, value };
}

/** Every key and value begins with an int16: of a key the record type, of a value its version. */
function encodePrefixed<T>(codec: Codec<unknown, T>, prefix: number, value: T, version: number): Uint8Array {
  const writer = new WireWriter();
  writer.writeInt16(prefix);
  codec.encode(writer, value, version);
  return writer.finish();
}

function encodeConsumerRecord({ type, key, value }: ConsumerRecord): EncodedRecord {
  const [keyCodec, valueCodec] = consumerRecordCodecs[type] as unknown as readonly [Codec<unknown, unknown>, Codec<unknown, unknown>];
  return {
    key: encodePrefixed(keyCodec, GroupRecordType[type], key, 0),
    value: value === null ? null : encodePrefixed(valueCodec, CONSUMER_VALUE_VERSION, value, CONSUMER_VALUE_VERSION),
  };
}

export function encodeGroupRecord(record: GroupRecord): EncodedRecord {
  if (isConsumerRecord(record)) return encodeConsumerRecord(record);
  if (record.type === 'OffsetCommit') {
    const version = (record.value?.expireTimestamp ?? -1) === -1 ? OFFSET_COMMIT_VERSION : OFFSET_COMMIT_WITH_EXPIRY_VERSION;
    return {
      key: encodePrefixed(OffsetCommitKeyCodec, GroupRecordType.OffsetCommit, record.key, 0),
      value: record.value === null ? null : encodePrefixed(OffsetCommitValueCodec, version, record.value, version),
    };
  }
  return {
    key: encodePrefixed(GroupMetadataKeyCodec, GroupRecordType.GroupMetadata, record.key, 0),
    value: record.value === null ? null : encodePrefixed(GroupMetadataValueCodec, GROUP_METADATA_VERSION, record.value, GROUP_METADATA_VERSION),
  };
}

function decodeValue<T>(codec: Codec<T, never>, bytes: Uint8Array): T {
  const reader = new WireReader(bytes);
  const version = reader.readInt16();
  if (version < codec.minVersion || version > codec.maxVersion) {
    throw new MalformedMessageError(`${codec.name} in version ${version}; ${codec.minVersion} to ${codec.maxVersion} are known`);
  }
  return codec.decode(reader, version);
}

/** Answers undefined for record types of other group protocols. Throws MalformedMessageError when the bytes are no record. */
export function decodeGroupRecord(record: EncodedRecord): GroupRecord | undefined {
  const reader = new WireReader(record.key);
  const type = reader.readInt16();
  switch (type) {
    case GroupRecordType.LegacyOffsetCommit: {
      const { group, topic, partition } = LegacyOffsetCommitKeyCodec.decode(reader, 0);
      if (record.value === null) return offsetCommit(group, topic, partition, null);
      const { offset, metadata, commitTimestamp } = decodeValue(LegacyOffsetCommitValueCodec, record.value);
      return offsetCommit(group, topic, partition, { offset, leaderEpoch: -1, metadata, commitTimestamp, expireTimestamp: -1, topicId: ZERO_UUID });
    }
    case GroupRecordType.OffsetCommit: {
      const { group, topic, partition } = OffsetCommitKeyCodec.decode(reader, 0);
      return offsetCommit(group, topic, partition, record.value === null ? null : decodeValue(OffsetCommitValueCodec, record.value));
    }
    case GroupRecordType.GroupMetadata: {
      const { group } = GroupMetadataKeyCodec.decode(reader, 0);
      return groupMetadata(group, record.value === null ? null : decodeValue(GroupMetadataValueCodec, record.value));
    }
    default:
      return decodeConsumerRecord(type, reader, record.value);
  }
}

function decodeConsumerRecord(type: number, reader: WireReader, value: Uint8Array | null): ConsumerRecord | undefined {
  const kind = consumerRecordKind(type);
  if (kind === undefined) return undefined;
  const [keyCodec, valueCodec] = consumerRecordCodecs[kind];
  return { type: kind, key: keyCodec.decode(reader, 0), value: value === null ? null : decodeValue(valueCodec as Codec<unknown, never>, value) } as ConsumerRecord;
}
