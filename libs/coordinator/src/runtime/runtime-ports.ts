import type { Clock, Compression, CompressionType, Crc32c, Logger, Scheduler, Tracer } from '@ottla/model';

/** What the runtime of every shard of an instance is given: time, codecs, a log. */
export interface RuntimePorts {
  readonly clock: Clock;
  readonly scheduler: Scheduler;
  readonly logger: Logger;
  readonly crc: Crc32c;
  readonly compression: Compression;
  /** Where requests are traced. */
  readonly tracer?: Tracer | undefined;
}

/** Limits of a shard's runtime. Where Kafka has a config, its name stands beside. */
export interface RuntimeLimits {
  /** Bytes decided but not yet appended, beyond which requests are refused until the log has caught up. */
  readonly maxPendingBytes: number;
  /** How long an append may take before its outcome counts as unknown: offsets.commit.timeout.ms. */
  readonly appendTimeoutMs: number;
  readonly readTimeoutMs: number;
  /** Bytes read at once while a shard is loaded: smaller than offsets.load.buffer.size, because a turn of the loop replays them all. */
  readonly loadBytes: number;
  /** offsets.topic.compression.codec. */
  readonly compressionType: CompressionType;
}

export const defaultRuntimeLimits: RuntimeLimits = {
  maxPendingBytes: 16 * 1024 * 1024,
  appendTimeoutMs: 5_000,
  readTimeoutMs: 30_000,
  loadBytes: 1024 * 1024,
  compressionType: 0,
};
