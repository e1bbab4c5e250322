import type { Cancellable, Clock, Logger, Offset, Scheduler, TopicPartition } from '@ottla/model';
import type { FlushQueue } from './flush-queue.ts';
import type { LogDirectory } from './log-directory.ts';
import type { RemovalQueue } from './removal-queue.ts';
import type { UnifiedLog } from './unified-log.ts';

/** How often the logs are looked after, in milliseconds; Kafka's keys in brackets. */
export interface LogManagerSettings {
  /** How often flush.ms is checked (log.flush.scheduler.interval.ms). Infinity: every second once a topic sets flush.ms. */
  readonly logFlushIntervalMs: number;
  /** (log.retention.check.interval.ms) */
  readonly retentionCheckIntervalMs: number;
  /** (log.flush.offset.checkpoint.interval.ms) */
  readonly flushOffsetCheckpointIntervalMs: number;
  /** (log.flush.start.offset.checkpoint.interval.ms) */
  readonly flushStartOffsetCheckpointIntervalMs: number;
  /** (replica.high.watermark.checkpoint.interval.ms) */
  readonly highWatermarkCheckpointIntervalMs: number;
  /** (producer.id.expiration.ms) */
  readonly producerIdExpirationMs: number;
  /** (producer.id.expiration.check.interval.ms) */
  readonly producerIdExpirationCheckIntervalMs: number;
  /** How long a deleted partition's folder stays (log.segment.delete.delay.ms). */
  readonly segmentDeleteDelayMs: number;
}

export const defaultLogManagerSettings: LogManagerSettings = {
  logFlushIntervalMs: Infinity,
  retentionCheckIntervalMs: 300_000,
  flushOffsetCheckpointIntervalMs: 60_000,
  flushStartOffsetCheckpointIntervalMs: 60_000,
  highWatermarkCheckpointIntervalMs: 5_000,
  producerIdExpirationMs: 86_400_000,
  producerIdExpirationCheckIntervalMs: 600_000,
  segmentDeleteDelayMs: 60_000,
};

const TIMED_FLUSH_CHECK_MS = 1_000;
/** Kafka's pause before the first retention check. */
const FIRST_RETENTION_CHECK_MS = 30_000;
/** Between a flush and the checkpoint that tells of it: flushes of many logs share one. */
const RECOVERY_POINT_DELAY_MS = 1_000;
/** Logs whose retention is looked at in one turn. */
const LOGS_AT_ONCE = 256;

export interface HousekeepingParts {
  readonly settings: LogManagerSettings;
  readonly clock: Clock;
  readonly scheduler: Scheduler;
  readonly logger: Logger;
  readonly directory: LogDirectory;
  readonly flushes: FlushQueue;
  readonly removals: RemovalQueue;
  readonly logs: () => Iterable<UnifiedLog>;
}

/**
 * What has to be done from time to time for the logs of one folder: retention, flushes by time, checkpoints, producer
 * expiry. Between the checks nothing runs; a check of an idle log compares a few numbers.
 */
export class LogHousekeeping {
  readonly #parts: HousekeepingParts;
  readonly #timers = new Set<Cancellable>();
  #isStarted = false;
  #hasTimedFlush = false;
  #isRecoveryPointDue = false;

  constructor(parts: HousekeepingParts) {
    this.#parts = parts;
  }

  start(): void {
    const { settings } = this.#parts;
    this.#isStarted = true;
    this.#once(Math.min(FIRST_RETENTION_CHECK_MS, settings.retentionCheckIntervalMs), () => this.#retentionRound());
    this.#every(settings.flushOffsetCheckpointIntervalMs, () => this.checkpointRecoveryPoints());
    this.#every(settings.flushStartOffsetCheckpointIntervalMs, () => this.checkpointLogStarts());
    this.#every(settings.highWatermarkCheckpointIntervalMs, () => this.checkpointHighWatermarks());
    this.#every(settings.producerIdExpirationCheckIntervalMs, () => {
      for (const log of this.#usable()) log.removeExpiredProducers();
    });
    if (settings.logFlushIntervalMs !== Infinity) this.#every(settings.logFlushIntervalMs, () => this.#flushByTime());
    else if (this.#hasTimedFlush) this.#every(TIMED_FLUSH_CHECK_MS, () => this.#flushByTime());
  }

  stop(): void {
    for (const timer of this.#timers) timer.cancel();
    this.#timers.clear();
  }

  /** A topic has flush.ms. */
  noteTimedFlush(): void {
    if (this.#hasTimedFlush) return;
    this.#hasTimedFlush = true;
    if (this.#isStarted && this.#parts.settings.logFlushIntervalMs === Infinity) this.#every(TIMED_FLUSH_CHECK_MS, () => this.#flushByTime());
  }

  /** A recovery point moved: a crash soon after shall profit from it. */
  noteFlushed(): void {
    if (this.#isRecoveryPointDue || !this.#isStarted) return;
    this.#isRecoveryPointDue = true;
    this.#once(RECOVERY_POINT_DELAY_MS, () => {
      this.#isRecoveryPointDue = false;
      this.checkpointRecoveryPoints();
    });
  }

  checkpointRecoveryPoints(): void {
    void this.#parts.directory.recoveryPoints.write(this.#offsets((log) => log.recoveryPoint));
  }

  checkpointLogStarts(): void {
    void this.#parts.directory.logStarts.write(this.#offsets((log) => log.logStartOffset));
  }

  checkpointHighWatermarks(): void {
    void this.#parts.directory.highWatermarks.write(this.#offsets((log) => log.highWatermark));
  }

  /**
   * Deleted partitions leave the checkpoints before another one of their name can be taken for them, and truncated logs
   * their old ends before new records stand there. Throws DiskError.
   */
  checkpointCuts(): void {
    const { directory } = this.#parts;
    directory.recoveryPoints.writeNow(this.#offsets((log) => log.recoveryPoint));
    directory.logStarts.writeNow(this.#offsets((log) => log.logStartOffset));
  }

  /** All checkpoints at shutdown. Throws DiskError. */
  checkpointAll(): void {
    this.checkpointCuts();
    this.#parts.directory.highWatermarks.writeNow(this.#offsets((log) => log.highWatermark));
  }

  /** What 0 says needs no line: it is what an absent one means. */
  #offsets(offsetOf: (log: UnifiedLog) => Offset): (readonly [TopicPartition, Offset])[] {
    const entries: (readonly [TopicPartition, Offset])[] = [];
    for (const log of this.#parts.logs()) {
      const offset = offsetOf(log);
      if (offset > 0) entries.push([log.topicPartition, offset]);
    }
    return entries;
  }

  *#usable(): IterableIterator<UnifiedLog> {
    for (const log of this.#parts.logs()) if (log.isMaterialised && log.failure === undefined) yield log;
  }

  #flushByTime(): void {
    const { clock, flushes } = this.#parts;
    const nowMs = clock.now();
    for (const log of this.#usable()) {
      if (log.unflushedRecords > 0 && nowMs - log.lastFlushMs >= log.config.flushMs) flushes.add(log, log.writtenEndOffset);
    }
  }

  #retentionRound(): void {
    this.#retain([...this.#usable()], 0);
  }

  /** A slice of the logs a turn, so that no request waits for all of them. */
  #retain(logs: readonly UnifiedLog[], from: number): void {
    for (const log of logs.slice(from, from + LOGS_AT_ONCE)) this.#retainOne(log);
    const next = from + LOGS_AT_ONCE;
    if (next < logs.length) this.#once(0, () => this.#retain(logs, next));
    else this.#once(this.#parts.settings.retentionCheckIntervalMs, () => this.#retentionRound());
  }

  #retainOne(log: UnifiedLog): void {
    const { writing } = log;
    // Under load one large write follows the other: a log that waited for a round that meets none would fill the disk.
    if (writing === undefined) this.#retainIdle(log);
    else void writing.then(() => this.#retainIdle(log));
  }

  #retainIdle(log: UnifiedLog): void {
    // It may have been deleted, or have failed, since the round began.
    if (log.failure !== undefined || log.isClosed) return;
    const { logger, removals } = this.#parts;
    const { topic, partition } = log.topicPartition;
    try {
      const count = log.deleteOldSegments();
      if (count > 0) logger.info('segments expired', { topic, partition, count, logStartOffset: log.logStartOffset });
    } catch (error) {
      logger.error('retention of a partition failed', { topic, partition, error: (error as Error).message });
    }
    for (const path of log.takeDeleted()) removals.add(path, false, log.config.fileDeleteDelayMs);
  }

  #every(intervalMs: number, task: () => void): void {
    this.#once(intervalMs, () => {
      this.#every(intervalMs, task);
      task();
    });
  }

  #once(delayMs: number, task: () => void): void {
    const timer = this.#parts.scheduler.after(delayMs, () => {
      this.#timers.delete(timer);
      task();
    });
    this.#timers.add(timer);
  }
}
