import type {
  BrokerEpoch,
  Clock,
  Compression,
  Crc32c,
  Disk,
  Logger,
  Metrics,
  Offset,
  PartitionIndex,
  Random,
  Scheduler,
  TopicPartition,
  Uuid,
} from '@ottla/model';
import { ErrorCode, KafkaError, topicPartitionKey, ZERO_UUID } from '@ottla/model';
import { readPartitionMetadata } from './checkpoint-files.ts';
import { LogCleaner, type LogCleanerOptions } from './cleaner/log-cleaner.ts';
import { DELETION_SUFFIX, STRAY_SUFFIX } from './deletion-name.ts';
import { FlushQueue } from './flush-queue.ts';
import type { LogConfig } from './log-config.ts';
import { LogDirectory } from './log-directory.ts';
import { defaultLogManagerSettings, LogHousekeeping, type LogManagerSettings } from './log-housekeeping.ts';
import type { LogOptions } from './log-types.ts';
import { RemovalQueue } from './removal-queue.ts';
import type { SegmentFiles } from './segment-files.ts';
import { PARTITION_METADATA } from './segment-paths.ts';
import { scanSegment, type SegmentScan, type SegmentScanRequest } from './segment-scan.ts';
import { createLog, loadLog } from './open-log.ts';
import type { UnifiedLog } from './unified-log.ts';

export interface LogManagerOptions {
  readonly disk: Disk;
  /** The log folder; exists, with meta.properties. */
  readonly directory: string;
  readonly clock: Clock;
  readonly scheduler: Scheduler;
  readonly crc: Crc32c;
  readonly compression: Compression;
  readonly random: Random;
  readonly logger: Logger;
  readonly metrics: Metrics;
  readonly segmentFiles: SegmentFiles;
  readonly settings?: Partial<LogManagerSettings>;
  /** Runs scans off this thread; default in this thread. */
  readonly scan?: (request: SegmentScanRequest) => Promise<SegmentScan>;
  /** Compacts logs; nobody does when left out (log.cleaner.enable=false). */
  readonly cleaner?: Pick<LogCleanerOptions, 'settings' | 'startThread'>;
}

/** Scans under way at once; their results hold indexes in memory. */
const SCANS_AT_ONCE = 16;
/** Logs closed at once: each waits for the disk several times. */
const CLOSES_AT_ONCE = 8;

/**
 * All partition logs of one folder: opens them at start, makes and deletes them, looks after them, closes them.
 *
 * Ordering: `open`, `load`, `start`, then anything, then `shutdown` (or `abandon`) once. A deleted log leaves the map
 * and its folder gets another name in the same call, so that a log of the same name can be made at once.
 */
export class LogManager {
  readonly #options: LogManagerOptions;
  readonly #settings: LogManagerSettings;
  readonly #directory: LogDirectory;
  readonly #topics = new Map<string, Map<PartitionIndex, UnifiedLog>>();
  readonly #flushes: FlushQueue;
  readonly #removals: RemovalQueue;
  readonly #housekeeping: LogHousekeeping;
  readonly #cleaner: LogCleaner | undefined;
  readonly #removeMetrics: () => void;
  /** What all logs are opened with. */
  readonly #common: Omit<LogOptions, 'directory' | 'topicPartition' | 'topicId' | 'config'>;
  #isCutCheckpointDue = false;
  #isStopped = false;

  /** Takes the folder's lock. Throws an Error that names the folder and the other process when it is taken. */
  static open(options: LogManagerOptions): LogManager {
    return new LogManager(options, new LogDirectory(options.disk, options.directory, options.logger));
  }

  private constructor(options: LogManagerOptions, directory: LogDirectory) {
    const { clock, scheduler, logger, metrics, disk } = options;
    this.#options = options;
    this.#settings = { ...defaultLogManagerSettings, ...options.settings };
    this.#directory = directory;
    this.#flushes = new FlushQueue(clock, metrics.histogram('kafka_log_logflushstats_logflushrateandtimems', 'Time to make a log durable, in milliseconds'), () => this.#housekeeping.noteFlushed());
    this.#removals = new RemovalQueue(disk, clock, scheduler, logger);
    this.#housekeeping = new LogHousekeeping({
      settings: this.#settings,
      clock,
      scheduler,
      logger,
      directory,
      flushes: this.#flushes,
      removals: this.#removals,
      logs: () => this.logs(),
    });
    this.#cleaner = this.#makeCleaner();
    this.#common = this.#commonOptions();
    this.#removeMetrics = metrics.gauge('kafka_log_logmanager_offlinelogdirectorycount', 'Log folders with a log that failed', () => (this.failedLogCount > 0 ? 1 : 0));
  }

  #makeCleaner(): LogCleaner | undefined {
    const { cleaner } = this.#options;
    if (cleaner === undefined) return undefined;
    const { cleaned } = this.#directory;
    return new LogCleaner({
      ...this.#options,
      ...cleaner,
      logs: () => this.logs(),
      checkpointOf: (topicPartition) => cleaned.loadedOffset(topicPartition),
      writeCheckpoint: (entries) => void cleaned.write(entries),
      remove: (log) => {
        for (const path of log.takeDeleted()) this.#removals.add(path, false, log.config.fileDeleteDelayMs);
      },
    });
  }

  #commonOptions(): Omit<LogOptions, 'directory' | 'topicPartition' | 'topicId' | 'config'> {
    const { disk, clock, crc, compression, segmentFiles, logger, random } = this.#options;
    return {
      disk,
      logStartOffset: 0,
      recoveryPoint: 0,
      hadCleanShutdown: false,
      clock,
      crc,
      compression,
      segmentFiles,
      producerIdExpirationMs: this.#settings.producerIdExpirationMs,
      logger,
      rollJitter: () => random.below(JITTER_STEPS) / JITTER_STEPS,
      onFlushDue: ({ topicPartition: { topic, partition } }, flushTo) => {
        const log = this.get(topic, partition);
        if (log !== undefined) this.#flushes.add(log, flushTo);
      },
      onRecoveryPointBack: () => this.#checkpointCutsSoon(),
    };
  }

  /** Whether the process before this one shut down cleanly. */
  get hadCleanShutdown(): boolean {
    return this.#directory.hadCleanShutdown;
  }

  /** Broker epoch of that process; -1 when unknown. */
  get previousBrokerEpoch(): BrokerEpoch {
    return this.#directory.previousBrokerEpoch;
  }

  /** Logs that failed, and are still here: they answer KAFKA_STORAGE_ERROR. Looks at each log. */
  get failedLogCount(): number {
    let count = 0;
    for (const log of this.logs()) if (log.failure !== undefined) count++;
    return count;
  }

  /**
   * Opens the logs of all partition folders but the metadata log's; what was not closed cleanly is read and repaired.
   * Rejects when a folder cannot be read: the broker must not start without it.
   */
  async load(configFor: (topic: string) => LogConfig, onProgress?: (loaded: number, total: number) => void): Promise<void> {
    this.#directory.markOpen();
    const { partitions, deleted } = this.#directory.list();
    for (const path of deleted) this.#removals.add(path, true, 0);
    let next = 0;
    let loaded = 0;
    const lane = async (): Promise<void> => {
      for (let at = next++; at < partitions.length; at = next++) {
        const topicPartition = partitions[at] as TopicPartition;
        await this.#load(topicPartition, configFor(topicPartition.topic));
        onProgress?.(++loaded, partitions.length);
      }
    };
    await Promise.all(Array.from({ length: SCANS_AT_ONCE }, lane));
  }

  async #load(topicPartition: TopicPartition, config: LogConfig): Promise<void> {
    const path = `${this.#directory.path}/${topicPartitionKey(topicPartition.topic, topicPartition.partition)}`;
    try {
      const loaded = loadLog({
        ...this.#logOptions(topicPartition, this.#topicIdOf(path), config),
        logStartOffset: this.#directory.logStarts.loadedOffset(topicPartition),
        recoveryPoint: this.#directory.recoveryPoints.loadedOffset(topicPartition),
        hadCleanShutdown: this.hadCleanShutdown,
      });
      const log = loaded.finish(loaded.scansNeeded.length === 0 ? [] : await Promise.all(loaded.scansNeeded.map((request) => this.#scan(request))));
      if (log.recoveryPoint < this.#directory.recoveryPoints.loadedOffset(topicPartition)) this.#checkpointCutsSoon();
      this.#add(log);
    } catch (error) {
      throw new Error(`the log in ${path} cannot be opened: ${(error as Error).message}`, { cause: error });
    }
  }

  async #scan(request: SegmentScanRequest): Promise<SegmentScan> {
    const { scan, disk, crc } = this.#options;
    return scan === undefined ? scanSegment(disk, crc, request) : scan(request);
  }

  /** ZERO_UUID when a crash left none: the log learns it from `getOrCreate`. */
  #topicIdOf(path: string): Uuid {
    try {
      return readPartitionMetadata(this.#options.disk, `${path}/${PARTITION_METADATA}`) ?? ZERO_UUID;
    } catch (error) {
      if (!(error instanceof KafkaError)) throw error;
      this.#options.logger.warn('partition.metadata cannot be read; the topic id is taken from the cluster metadata', { path, error: error.message });
      return ZERO_UUID;
    }
  }

  get(topic: string, partition: PartitionIndex): UnifiedLog | undefined {
    return this.#topics.get(topic)?.get(partition);
  }

  *logs(): IterableIterator<UnifiedLog> {
    for (const partitions of this.#topics.values()) yield* partitions.values();
  }

  /** The partition's log; a new one touches no disk before its first append. Throws KafkaError(INCONSISTENT_TOPIC_ID) when the log there is another topic's. */
  getOrCreate(topicPartition: TopicPartition, topicId: Uuid, config: LogConfig): UnifiedLog {
    const { topic, partition } = topicPartition;
    const known = this.get(topic, partition);
    if (known === undefined) {
      const log = createLog(this.#logOptions({ topic, partition }, topicId, config));
      this.#add(log);
      return log;
    }
    if (known.topicId === ZERO_UUID) known.adoptTopicId(topicId);
    if (known.topicId !== topicId) throw new KafkaError(ErrorCode.INCONSISTENT_TOPIC_ID, `${known.directory} belongs to topic id ${known.topicId}, not ${topicId}`);
    known.updateConfig(config);
    return known;
  }

  /** High watermark that the process before this one noted; 0 when it noted none. */
  checkpointedHighWatermark(topicPartition: TopicPartition): Offset {
    return this.#directory.highWatermarks.loadedOffset(topicPartition);
  }

  /** Takes the log out and renames its folder, which goes after log.segment.delete.delay.ms. Nothing happens when there is none. */
  deleteLog(topic: string, partition: PartitionIndex): void {
    const log = this.#forget(topic, partition);
    if (log === undefined) return;
    const path = this.#renameAway(log, DELETION_SUFFIX);
    if (path !== undefined) this.#removals.add(path, true, this.#settings.segmentDeleteDelayMs);
  }

  /** A log that belongs to no topic of this cluster: its folder gets another name and stays. Answers its path; undefined when there is none. */
  setAside(topic: string, partition: PartitionIndex): string | undefined {
    const log = this.#forget(topic, partition);
    return log === undefined ? undefined : this.#renameAway(log, STRAY_SUFFIX);
  }

  /** Takes a log out of the map and the checkpoints. */
  #forget(topic: string, partition: PartitionIndex): UnifiedLog | undefined {
    const partitions = this.#topics.get(topic);
    const log = partitions?.get(partition);
    if (partitions === undefined || log === undefined) return undefined;
    partitions.delete(partition);
    if (partitions.size === 0) this.#topics.delete(topic);
    const { recoveryPoints, logStarts, highWatermarks, cleaned } = this.#directory;
    const isNoted = [recoveryPoints, logStarts, highWatermarks, cleaned].map((checkpoint) => checkpoint.forget(log.topicPartition)).includes(true);
    this.#cleaner?.forget(log);
    if (isNoted) this.#checkpointCutsSoon();
    return log;
  }

  #renameAway(log: UnifiedLog, suffix: string): string | undefined {
    if (!log.isMaterialised) {
      log.abandon();
      return undefined;
    }
    try {
      return log.renameForDeletion(this.#options.random.uuid(), suffix);
    } catch (error) {
      this.#options.logger.error('the folder of a partition that is out of use could not be renamed and stays', { directory: log.directory, error: (error as Error).message });
      return undefined;
    }
  }

  /** Many partitions go, or are truncated, together: one write for all of this turn. */
  #checkpointCutsSoon(): void {
    if (this.#isCutCheckpointDue) return;
    this.#isCutCheckpointDue = true;
    this.#options.scheduler.endOfTurn(() => {
      this.#isCutCheckpointDue = false;
      if (this.#isStopped) return;
      try {
        this.#housekeeping.checkpointCuts();
        this.#checkpointCleaned();
      } catch (error) {
        this.#options.logger.error('checkpoints could not be written after a deletion or truncation', { directory: this.#directory.path, error: (error as Error).message });
      }
    });
  }

  /** A log that is made anew under the name of a deleted one must not be taken for cleaned. Throws DiskError. */
  #checkpointCleaned(): void {
    if (this.#cleaner !== undefined) this.#directory.cleaned.writeNow(this.#cleaner.entries());
  }

  /** The topic's configs changed. */
  updateConfig(topic: string, config: LogConfig): void {
    for (const log of this.#topics.get(topic)?.values() ?? []) log.updateConfig(config);
    if (config.flushMs !== Infinity) this.#housekeeping.noteTimedFlush();
  }

  /** Begins the background tasks. */
  start(): void {
    this.#housekeeping.start();
    this.#cleaner?.start();
  }

  /** Closes all logs and leaves the mark of a clean shutdown, unless a log failed. */
  async shutdown(brokerEpoch: BrokerEpoch): Promise<void> {
    if (this.#isStopped) return;
    this.#stop();
    const logs = this.logs();
    let unclean = 0;
    const lane = async (): Promise<void> => {
      for (const log of logs) if (!(await this.#close(log))) unclean++;
    };
    await Promise.all(Array.from({ length: CLOSES_AT_ONCE }, lane));
    try {
      this.#housekeeping.checkpointAll();
      this.#checkpointCleaned();
      if (unclean === 0) this.#directory.markClean(brokerEpoch);
    } finally {
      this.#options.segmentFiles.close();
      this.#directory.unlock();
    }
  }

  /** Whether it is as a clean shutdown leaves it. */
  async #close(log: UnifiedLog): Promise<boolean> {
    if (log.failure !== undefined) return false;
    try {
      await log.close();
      return true;
    } catch (error) {
      this.#options.logger.error('a log could not be closed; the next start recovers it', { directory: log.directory, error: (error as Error).message });
      return false;
    }
  }

  /** Closes handles and writes nothing: the next start recovers. */
  abandon(): void {
    if (this.#isStopped) return;
    this.#stop();
    for (const log of this.logs()) log.abandon();
    this.#options.segmentFiles.close();
    this.#directory.unlock();
  }

  #stop(): void {
    this.#isStopped = true;
    this.#housekeeping.stop();
    this.#cleaner?.stop();
    this.#removals.stop();
    this.#flushes.stop();
    this.#removeMetrics();
  }

  #add(log: UnifiedLog): void {
    const { topic, partition } = log.topicPartition;
    let partitions = this.#topics.get(topic);
    if (partitions === undefined) this.#topics.set(topic, (partitions = new Map()));
    partitions.set(partition, log);
    if (log.config.flushMs !== Infinity) this.#housekeeping.noteTimedFlush();
  }

  #logOptions(topicPartition: TopicPartition, topicId: Uuid, config: LogConfig): LogOptions {
    const directory = `${this.#directory.path}/${topicPartitionKey(topicPartition.topic, topicPartition.partition)}`;
    return { ...this.#common, directory, topicPartition, topicId, config };
  }
}

const JITTER_STEPS = 1 << 20;
