import type { Crc32c, CompressionType, LeaderEpoch, Offset, ProducerEpoch, ProducerId, TimestampMs } from '@ottla/model';

/** Bytes before a batch's own length counts: base offset and batch length. */
export declare const LOG_OVERHEAD: 12;
/** Bytes of a magic 2 batch before its records. */
export declare const RECORD_BATCH_OVERHEAD: 61;

/**
 * A view of one record batch of magic 2 at a position in some bytes; reads fields in place, copies nothing. `moveTo`
 * lets one object walk many batches. Only `baseOffset`, `batchLength`, `magic` may be read before `isComplete`.
 */
export declare class RecordBatch {
  constructor(bytes: Uint8Array, position?: number);
  moveTo(bytes: Uint8Array, position: number): this;
  get bytes(): Uint8Array;
  get position(): number;
  /** Whether the whole batch, as long as it says it is, lies in the bytes and its length is at least the overhead. */
  get isComplete(): boolean;
  get baseOffset(): Offset;
  /** Value of the length field. */
  get batchLength(): number;
  /** Bytes of the whole batch: `batchLength` + LOG_OVERHEAD. */
  get sizeInBytes(): number;
  get partitionLeaderEpoch(): LeaderEpoch;
  get magic(): number;
  /** Stored CRC-32C, unsigned. */
  get crc(): number;
  get attributes(): number;
  get compressionType(): CompressionType;
  get isLogAppendTime(): boolean;
  get isTransactional(): boolean;
  get isControl(): boolean;
  get hasDeleteHorizon(): boolean;
  get lastOffsetDelta(): number;
  get lastOffset(): Offset;
  get nextOffset(): Offset;
  get baseTimestamp(): TimestampMs;
  get maxTimestamp(): TimestampMs;
  get producerId(): ProducerId;
  get producerEpoch(): ProducerEpoch;
  get baseSequence(): number;
  /** Sequence of the last record, wrapped at 2^31 as Kafka does. */
  get lastSequence(): number;
  get recordCount(): number;
  /** Checksum over attributes to the end. */
  computeCrc(crc: Crc32c): number;
  hasValidCrc(crc: Crc32c): boolean;
  /** The records section (maybe compressed), a slice. */
  get recordsSection(): Uint8Array;
  setBaseOffset(offset: Offset): void;
  setPartitionLeaderEpoch(epoch: LeaderEpoch): void;
  /** Sets max timestamp and the timestamp type bit, and recomputes the CRC. */
  setMaxTimestamp(isLogAppendTime: boolean, timestamp: TimestampMs, crc: Crc32c): void;
}

/** Walks whole batches; stops at the first that is not complete. The view is reused: keep no reference across steps. */
export declare function batchesIn(bytes: Uint8Array): IterableIterator<RecordBatch>;
