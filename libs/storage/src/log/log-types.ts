import type {
  Clock,
  Compression,
  Crc32c,
  Disk,
  LeaderEpoch,
  Logger,
  Offset,
  ProducerEpoch,
  ProducerId,
  RecordsSource,
  TimestampMs,
  TopicPartition,
  Uuid,
} from '@ottla/model';
import type { LogConfig } from './log-config.ts';
import type { SegmentFiles } from './segment-files.ts';

/** Who appends as leader: a client's Produce, a coordinator (markers, state), or Raft (offsets already set). */
export type AppendOrigin = 'client' | 'coordinator' | 'raft';

/** How far a read may see: a follower to the log end, consumers to the high watermark or the last stable offset. */
export type FetchIsolation = 'logEnd' | 'highWatermark' | 'lastStableOffset';

/** Ports and facts a log is opened with. */
export interface LogOptions {
  readonly disk: Disk;
  /** Path of the partition's folder (`<log dir>/<topic>-<partition>`); need not exist. */
  readonly directory: string;
  readonly topicPartition: TopicPartition;
  /** Written to partition.metadata when the folder appears. */
  readonly topicId: Uuid;
  readonly config: LogConfig;
  /** From log-start-offset-checkpoint; 0 when there is none. */
  readonly logStartOffset: Offset;
  /** From recovery-point-offset-checkpoint; 0 when there is none. Everything below is durable and checked. */
  readonly recoveryPoint: Offset;
  /** Whether the process that wrote the folder left its clean-shutdown file. */
  readonly hadCleanShutdown: boolean;
  readonly clock: Clock;
  readonly crc: Crc32c;
  readonly compression: Compression;
  readonly segmentFiles: SegmentFiles;
  readonly producerIdExpirationMs: number;
  readonly logger: Logger;
  /** Chance in [0, 1) for the roll jitter of this log's segments; 0 when left out. */
  readonly rollJitter?: () => number;
  /** Bytes at the end of the log, written by this process, that count as cached. Default 64 MiB. */
  readonly cachedTailBytes?: number;
  /** Told after a roll and each time that much was written: everything below `flushTo` wants `log.flush(flushTo)` off the append path. */
  readonly onFlushDue?: (log: { readonly topicPartition: TopicPartition }, flushTo: Offset) => void;
  /** Told when a truncation took the recovery point back: recovery trusts what lies below the noted one. */
  readonly onRecoveryPointBack?: () => void;
}

/** What one append did. For a duplicate, the facts of the batch already in the log. */
export interface LogAppendInfo {
  readonly firstOffset: Offset;
  readonly lastOffset: Offset;
  /** Set (not -1) when message.timestamp.type is LogAppendTime. */
  readonly logAppendTimeMs: TimestampMs;
  readonly logStartOffset: Offset;
  readonly duplicate: boolean;
  readonly maxTimestamp: TimestampMs;
  readonly recordCount: number;
  /** Bytes staged; 0 for a duplicate. */
  readonly sizeBytes: number;
}

/** Transactions whose records a read_committed reader must skip. */
export interface AbortedTransaction {
  readonly producerId: ProducerId;
  readonly firstOffset: Offset;
}

/** What a read found. `records` belongs to the caller, who releases a ByteSource exactly once. */
export interface FetchDataInfo {
  /** Empty Uint8Array when there is nothing (yet) to read. */
  readonly records: RecordsSource;
  /** Where the read began: the requested offset. */
  readonly fetchOffset: Offset;
  /** The first batch alone is larger than maxBytes and minOneBatch was false; `records` is empty then. */
  readonly firstEntryIncomplete: boolean;
  /** For lastStableOffset reads only. */
  readonly abortedTransactions: readonly AbortedTransaction[] | undefined;
  readonly logStartOffset: Offset;
  readonly logEndOffset: Offset;
  readonly highWatermark: Offset;
  readonly lastStableOffset: Offset;
}

/** Answer of a timestamp lookup. */
export interface TimestampOffset {
  readonly timestamp: TimestampMs;
  readonly offset: Offset;
  readonly leaderEpoch: LeaderEpoch;
}

/** Answer of OffsetForLeaderEpoch: the largest epoch not above the asked one, and where it ends. -1/-1 when unknown. */
export interface EpochEndOffset {
  readonly leaderEpoch: LeaderEpoch;
  readonly endOffset: Offset;
}

/** One row of DescribeProducers. */
export interface ActiveProducer {
  readonly producerId: ProducerId;
  readonly producerEpoch: ProducerEpoch;
  readonly lastSequence: number;
  readonly lastTimestamp: TimestampMs;
  readonly coordinatorEpoch: number;
  /** -1 when no transaction is open. */
  readonly currentTxnStartOffset: Offset;
}

/** A refused record of a Produce batch. */
export interface RecordError {
  readonly batchIndex: number;
  readonly message: string;
}
