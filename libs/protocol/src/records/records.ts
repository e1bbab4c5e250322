import type { Compression, CompressionType, Crc32c, LeaderEpoch, Offset, ProducerEpoch, ProducerId, TimestampMs } from '@ottla/model';
import type { RecordBatch } from './record-batch.ts';

export interface RecordHeader {
  readonly key: string;
  readonly value: Uint8Array | null;
}

/** One opened record. Bytes are slices of the batch (or of its decompressed section). */
export interface DecodedRecord {
  readonly offset: Offset;
  readonly timestamp: TimestampMs;
  readonly sequence: number;
  readonly key: Uint8Array | null;
  readonly value: Uint8Array | null;
  readonly headers: readonly RecordHeader[];
}

/** Default bound of a batch's decompressed records section: 128 MiB. */
export declare const MAX_DECOMPRESSED_BYTES: number;

/**
 * Opens a batch. Throws KafkaError(CORRUPT_MESSAGE) when the section does not decompress, and
 * KafkaError(INVALID_RECORD) when its records are malformed, or fewer or more than the header says.
 */
export declare function readRecords(batch: RecordBatch, compression: Compression, maxBytes?: number): DecodedRecord[];

export interface RecordInput {
  readonly timestamp?: TimestampMs;
  readonly key: Uint8Array | null;
  readonly value: Uint8Array | null;
  readonly headers?: readonly RecordHeader[];
}

export interface BatchOptions {
  readonly crc: Crc32c;
  /** Wanted when `compressionType` is not none. */
  readonly compression?: Compression;
  readonly compressionType?: CompressionType;
  readonly compressionLevel?: number;
  readonly baseOffset?: Offset;
  readonly partitionLeaderEpoch?: LeaderEpoch;
  readonly producerId?: ProducerId;
  readonly producerEpoch?: ProducerEpoch;
  readonly baseSequence?: number;
  readonly isTransactional?: boolean;
  readonly isControl?: boolean;
  readonly isLogAppendTime?: boolean;
  /** Timestamp of records that carry none. */
  readonly timestamp?: TimestampMs;
}

/** One whole batch of magic 2 of these records (at least one). */
export declare function buildBatch(options: BatchOptions, records: readonly RecordInput[]): Uint8Array;
/** Upper bound of the bytes that `record` takes uncompressed in a batch. */
export declare function recordSizeBound(record: RecordInput): number;

/** Kafka's ControlRecordType ids. */
export declare const ControlRecordType: { readonly ABORT: 0; readonly COMMIT: 1; readonly LEADER_CHANGE: 2; readonly SNAPSHOT_HEADER: 3; readonly SNAPSHOT_FOOTER: 4; readonly KRAFT_VERSION: 5; readonly KRAFT_VOTERS: 6 };
/** Key of a control record: version 0 and the type. */
export declare function controlRecordKey(type: number): Uint8Array;
/** Type of a control record by its key; -1 when the key is no control key. */
export declare function controlRecordType(key: Uint8Array | null): number;
