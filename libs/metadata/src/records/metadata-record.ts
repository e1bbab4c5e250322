import { MalformedMessageError, metadataRecords, WireReader, WireWriter, type Codec, type MetadataRecordsTypes } from '@ottla/protocol';

/** One record of the metadata log: decoded, with the bytes that stand (or will stand) in the log. */
export type MetadataRecord = {
  [K in keyof MetadataRecordsTypes]: {
    readonly type: K;
    readonly version: number;
    readonly value: MetadataRecordsTypes[K]['value'];
    /** Frame version, type and version as varints, then the body (KIP-746). */
    readonly bytes: Uint8Array;
  };
}[keyof MetadataRecordsTypes];

/** Record types by name (the API keys of Kafka's record schemas). */
export const MetadataRecordType = {
  REGISTER_BROKER: 0,
  UNREGISTER_BROKER: 1,
  TOPIC: 2,
  PARTITION: 3,
  CONFIG: 4,
  PARTITION_CHANGE: 5,
  FENCE_BROKER: 7,
  UNFENCE_BROKER: 8,
  REMOVE_TOPIC: 9,
  FEATURE_LEVEL: 12,
  PRODUCER_IDS: 15,
  BROKER_REGISTRATION_CHANGE: 17,
  NO_OP: 20,
  BEGIN_TRANSACTION: 23,
  END_TRANSACTION: 24,
  ABORT_TRANSACTION: 25,
  REGISTER_CONTROLLER: 27,
  CLEAR_ELR: 28,
} as const satisfies Record<string, keyof MetadataRecordsTypes>;

const FRAME_VERSION = 1;
const codecs: Readonly<Record<number, Codec<unknown>>> = metadataRecords as unknown as Readonly<Record<number, Codec<unknown>>>;

/**
 * Makes a record to append. It is encoded and decoded at once, so that a live replay sees exactly what a later reader
 * of the log will. `version` is the newest that Kafka 4.3's latest metadata.version uses when left out.
 */
export function metadataRecord<K extends keyof MetadataRecordsTypes>(type: K, value: MetadataRecordsTypes[K]['input'], version?: number): MetadataRecord {
  const codec = codecs[type] as Codec<unknown>;
  const writer = new WireWriter();
  writer.writeUnsignedVarint(FRAME_VERSION);
  writer.writeUnsignedVarint(type);
  const asVersion = version ?? defaultVersion(type, value);
  writer.writeUnsignedVarint(asVersion);
  codec.encode(writer, value, asVersion);
  return decodeMetadataRecord(writer.finish());
}

/**
 * Kafka writes each type in the newest version of the metadata.version, but a change of a registration in the oldest
 * version that has what changes.
 */
function defaultVersion(type: keyof MetadataRecordsTypes, value: unknown): number {
  if (type !== MetadataRecordType.BROKER_REGISTRATION_CHANGE) return codecs[type]?.maxVersion ?? 0;
  const change = value as MetadataRecordsTypes[17]['input'];
  if (change.cordonedLogDirs !== undefined && change.cordonedLogDirs !== null) return 3;
  if (change.logDirs !== undefined && change.logDirs.length > 0) return 2;
  return change.inControlledShutdown === undefined || change.inControlledShutdown === 0 ? 0 : 1;
}

/** Throws MalformedMessageError; an unknown type is malformed too. */
export function decodeMetadataRecord(bytes: Uint8Array): MetadataRecord {
  const reader = new WireReader(bytes);
  const frame = reader.readUnsignedVarint();
  if (frame !== FRAME_VERSION) throw new MalformedMessageError(`metadata record has frame version ${frame}, known is ${FRAME_VERSION}`);
  const type = reader.readUnsignedVarint();
  const version = reader.readUnsignedVarint();
  const codec = codecs[type];
  if (codec === undefined) throw new MalformedMessageError(`metadata record type ${type} is unknown`);
  if (version < codec.minVersion || version > codec.maxVersion) {
    throw new MalformedMessageError(`${codec.name} version ${version} is unknown: known are ${codec.minVersion} to ${codec.maxVersion}`);
  }
  const value = codec.decode(reader, version);
  if (reader.remaining !== 0) throw new MalformedMessageError(`${reader.remaining} bytes remain behind a ${codec.name}`);
  return { type, version, value, bytes } as MetadataRecord;
}
