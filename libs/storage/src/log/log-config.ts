import type { CompressionType as CompressionCode } from '@ottla/model';
import { CompressionType } from '@ottla/model';

/** Largest value that Kafka gives a LONG; as a plain number it means "no limit". */
const LONG_MAX_KAFKA = '9223372036854775807';

/**
 * Topic-level settings that a partition log acts on, typed. Keys are Kafka's topic configs in camel case,
 * with units last; "no limit" is Infinity, and -1 retention stays -1 as Kafka writes it.
 */
export interface LogConfig {
  readonly cleanupDelete: boolean;
  readonly cleanupCompact: boolean;
  /** undefined keeps what the producer chose (`producer`). */
  readonly compressionType: CompressionCode | undefined;
  readonly compressionGzipLevel: number;
  readonly compressionLz4Level: number;
  readonly compressionZstdLevel: number;
  readonly deleteRetentionMs: number;
  readonly fileDeleteDelayMs: number;
  /** Records between forced flushes; Infinity leaves it to the operating system. */
  readonly flushMessages: number;
  readonly flushMs: number;
  readonly indexIntervalBytes: number;
  readonly maxCompactionLagMs: number;
  readonly maxMessageBytes: number;
  readonly messageTimestampAfterMaxMs: number;
  readonly messageTimestampBeforeMaxMs: number;
  readonly messageTimestampType: 'CreateTime' | 'LogAppendTime';
  readonly minCleanableDirtyRatio: number;
  readonly minCompactionLagMs: number;
  readonly minInsyncReplicas: number;
  /** -1 for no limit. */
  readonly retentionBytes: number;
  /** -1 for no limit. */
  readonly retentionMs: number;
  readonly segmentBytes: number;
  readonly segmentIndexBytes: number;
  readonly segmentJitterMs: number;
  readonly segmentMs: number;
}

/** Kafka 4.3's defaults of the topic configs. */
export const defaultLogConfig: LogConfig = {
  cleanupDelete: true,
  cleanupCompact: false,
  compressionType: undefined,
  compressionGzipLevel: -1,
  compressionLz4Level: 9,
  compressionZstdLevel: 3,
  deleteRetentionMs: 86_400_000,
  fileDeleteDelayMs: 60_000,
  flushMessages: Infinity,
  flushMs: Infinity,
  indexIntervalBytes: 4096,
  maxCompactionLagMs: Infinity,
  maxMessageBytes: 1_048_588,
  messageTimestampAfterMaxMs: 3_600_000,
  messageTimestampBeforeMaxMs: Infinity,
  messageTimestampType: 'CreateTime',
  minCleanableDirtyRatio: 0.5,
  minCompactionLagMs: 0,
  minInsyncReplicas: 1,
  retentionBytes: -1,
  retentionMs: 604_800_000,
  segmentBytes: 1_073_741_824,
  segmentIndexBytes: 10_485_760,
  segmentJitterMs: 0,
  segmentMs: 604_800_000,
};

const compressionByName: Readonly<Record<string, CompressionCode | undefined>> = {
  producer: undefined,
  uncompressed: CompressionType.none,
  gzip: CompressionType.gzip,
  snappy: CompressionType.snappy,
  lz4: CompressionType.lz4,
  zstd: CompressionType.zstd,
};

/**
 * Reads a topic's resolved configs (Kafka's key names, already validated by the config definitions).
 * A missing key takes Kafka's default; keys that a log does not act on are ignored.
 */
export function logConfigFrom(resolved: ReadonlyMap<string, string>): LogConfig {
  const defaults = defaultLogConfig;
  const number = (key: string, otherwise: number): number => {
    const text = resolved.get(key);
    if (text === undefined) return otherwise;
    return text === LONG_MAX_KAFKA ? Infinity : Number(text);
  };
  const policies = (resolved.get('cleanup.policy') ?? 'delete').split(',').map((policy) => policy.trim());
  return {
    cleanupDelete: policies.includes('delete'),
    cleanupCompact: policies.includes('compact'),
    compressionType: compressionByName[resolved.get('compression.type') ?? 'producer'],
    compressionGzipLevel: number('compression.gzip.level', defaults.compressionGzipLevel),
    compressionLz4Level: number('compression.lz4.level', defaults.compressionLz4Level),
    compressionZstdLevel: number('compression.zstd.level', defaults.compressionZstdLevel),
    deleteRetentionMs: number('delete.retention.ms', defaults.deleteRetentionMs),
    fileDeleteDelayMs: number('file.delete.delay.ms', defaults.fileDeleteDelayMs),
    flushMessages: number('flush.messages', defaults.flushMessages),
    flushMs: number('flush.ms', defaults.flushMs),
    indexIntervalBytes: number('index.interval.bytes', defaults.indexIntervalBytes),
    maxCompactionLagMs: number('max.compaction.lag.ms', defaults.maxCompactionLagMs),
    maxMessageBytes: number('max.message.bytes', defaults.maxMessageBytes),
    messageTimestampAfterMaxMs: number('message.timestamp.after.max.ms', defaults.messageTimestampAfterMaxMs),
    messageTimestampBeforeMaxMs: number('message.timestamp.before.max.ms', defaults.messageTimestampBeforeMaxMs),
    messageTimestampType: resolved.get('message.timestamp.type') === 'LogAppendTime' ? 'LogAppendTime' : 'CreateTime',
    minCleanableDirtyRatio: number('min.cleanable.dirty.ratio', defaults.minCleanableDirtyRatio),
    minCompactionLagMs: number('min.compaction.lag.ms', defaults.minCompactionLagMs),
    minInsyncReplicas: number('min.insync.replicas', defaults.minInsyncReplicas),
    retentionBytes: number('retention.bytes', defaults.retentionBytes),
    retentionMs: number('retention.ms', defaults.retentionMs),
    segmentBytes: number('segment.bytes', defaults.segmentBytes),
    segmentIndexBytes: number('segment.index.bytes', defaults.segmentIndexBytes),
    segmentJitterMs: number('segment.jitter.ms', defaults.segmentJitterMs),
    segmentMs: number('segment.ms', defaults.segmentMs),
  };
}
