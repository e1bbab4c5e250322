import type { MetadataRecordsTypes } from '@ottla/protocol';

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

/**
 * Makes a record to append. It is encoded and decoded at once, so that a live replay sees exactly what a later reader
 * of the log will. `version` is the newest that Kafka 4.3's latest metadata.version uses when left out.
 */
export declare function metadataRecord<K extends keyof MetadataRecordsTypes>(type: K, value: MetadataRecordsTypes[K]['input'], version?: number): MetadataRecord;
/** Throws MalformedMessageError; an unknown type is malformed too. */
export declare function decodeMetadataRecord(bytes: Uint8Array): MetadataRecord;
