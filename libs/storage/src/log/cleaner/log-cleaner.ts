import type { Cancellable, Clock, Logger, Metrics, Offset, Random, Scheduler, TopicPartition } from '@ottla/model';
import { KafkaError } from '@ottla/model';
import type { Cleanable } from '../compaction.ts';
import { isPassing } from '../log-health.ts';
import type { UnifiedLog } from '../unified-log.ts';
import { cleanerGauges, type CleanerGauges } from './cleaner-metrics.ts';
import { cleanLog, cleanRequest, type CleanSettings } from './clean-log.ts';
import type { CleanerThread } from './clean-types.ts';

/** Kafka's log.cleaner.* keys. */
export interface LogCleanerSettings extends CleanSettings {
  /** Pause when there is nothing to clean (log.cleaner.backoff.ms). */
  readonly backoffMs: number;
}

export interface LogCleanerOptions {
  readonly clock: Clock;
  readonly scheduler: Scheduler;
  readonly random: Random;
  readonly logger: Logger;
  readonly metrics: Metrics;
  /** Asked before each clean: the keys may change while the broker runs. */
  readonly settings: () => LogCleanerSettings;
  readonly startThread: () => CleanerThread;
  readonly logs: () => Iterable<UnifiedLog>;
  /** From cleaner-offset-checkpoint. */
  readonly checkpointOf: (topicPartition: TopicPartition) => Offset;
  /** Takes all offsets there are; written off the event loop. */
  readonly writeCheckpoint: (entries: readonly (readonly [TopicPartition, Offset])[]) => void;
  /** Files of a log that were swapped out. */
  readonly remove: (log: UnifiedLog) => void;
}

interface Candidate {
  readonly log: UnifiedLog;
  readonly cleanable: Cleanable;
  readonly dirtyRatio: number;
}

/** Logs that are looked at in one turn of the event loop. */
const LOGS_AT_ONCE = 512;
const MIN_BACKOFF_MS = 1;

/**
 * Compacts logs with cleanup.policy=compact, the dirtiest first, in at most as many threads as log.cleaner.threads says.
 *
 * Ordering: one clean of a log at a time. A log's offset in cleaner-offset-checkpoint moves when all groups of a clean
 * are swapped in and durable. A log whose clean failed for another reason than a full disk is left alone until the next
 * start. Threads live from the first clean to the first look that finds nothing to do.
 */
export class LogCleaner {
  readonly #options: LogCleanerOptions;
  readonly #gauges: CleanerGauges;
  readonly #cleanedTo = new Map<UnifiedLog, Offset>();
  readonly #underWay = new Set<UnifiedLog>();
  readonly #uncleanable = new Set<UnifiedLog>();
  readonly #idleThreads: CleanerThread[] = [];
  readonly #busyThreads = new Set<CleanerThread>();
  #timer: Cancellable | undefined;
  #isLooking = false;
  #isStopped = true;

  constructor(options: LogCleanerOptions) {
    this.#options = options;
    this.#gauges = cleanerGauges(options.metrics, () => options.clock.now(), () => this.#uncleanableNow());
  }

  start(): void {
    this.#isStopped = false;
    this.#lookAfter(this.#options.settings().backoffMs);
  }

  /** Ends what is under way at once: loading removes what it leaves. */
  stop(): void {
    this.#isStopped = true;
    this.#timer?.cancel();
    for (const thread of [...this.#idleThreads.splice(0), ...this.#busyThreads]) thread.close();
    this.#gauges.remove();
  }

  /** The log is gone. */
  forget(log: UnifiedLog): void {
    this.#cleanedTo.delete(log);
    this.#uncleanable.delete(log);
  }

  /** Where `log` is dirty from, as far as it was cleaned. */
  cleanedTo(log: UnifiedLog): Offset {
    const known = this.#cleanedTo.get(log) ?? this.#options.checkpointOf(log.topicPartition);
    return Math.min(known, log.compaction.takeTruncation());
  }

  /** Lines of the checkpoint. */
  entries(): (readonly [TopicPartition, Offset])[] {
    const entries: (readonly [TopicPartition, Offset])[] = [];
    for (const log of this.#options.logs()) {
      const offset = this.#cleanedTo.get(log) ?? this.#options.checkpointOf(log.topicPartition);
      if (offset > 0) entries.push([log.topicPartition, offset]);
    }
    return entries;
  }

  #uncleanableNow(): { partitions: number; bytes: number } {
    let bytes = 0;
    for (const log of this.#uncleanable) bytes += log.sizeBytes;
    return { partitions: this.#uncleanable.size, bytes };
  }

  #lookAfter(delayMs: number): void {
    if (this.#isStopped || this.#isLooking) return;
    this.#timer?.cancel();
    this.#timer = this.#options.scheduler.after(delayMs, () => this.#look());
  }

  #look(): void {
    if (this.#isStopped || this.#isLooking) return;
    const { threads, backoffMs } = this.#options.settings();
    if (this.#underWay.size >= threads) {
      // The end of a clean looks again; with no thread at all only a change of log.cleaner.threads can help.
      if (this.#underWay.size === 0) this.#lookAfter(Math.max(MIN_BACKOFF_MS, backoffMs));
      return;
    }
    this.#isLooking = true;
    this.#gauges.figures.lastRunMs = this.#options.clock.now();
    this.#gauges.figures.maxDirtyPercent = 0;
    this.#gauges.figures.maxCompactionDelaySecs = 0;
    const compacted: UnifiedLog[] = [];
    for (const log of this.#options.logs()) if (log.config.cleanupCompact && log.segmentCount > 1) compacted.push(log);
    this.#compare(compacted, 0, undefined);
  }

  /** A slice of the logs a turn, so that no request waits for all of them. */
  #compare(logs: readonly UnifiedLog[], from: number, best: Candidate | undefined): void {
    let dirtiest = best;
    for (const log of logs.slice(from, from + LOGS_AT_ONCE)) {
      const candidate = this.#candidate(log);
      if (candidate !== undefined && candidate.dirtyRatio > (dirtiest?.dirtyRatio ?? -1)) dirtiest = candidate;
    }
    const next = from + LOGS_AT_ONCE;
    if (next < logs.length) this.#timer = this.#options.scheduler.after(0, () => this.#compare(logs, next, dirtiest));
    else this.#decided(dirtiest);
  }

  #candidate(log: UnifiedLog): Candidate | undefined {
    if (this.#underWay.has(log) || this.#uncleanable.has(log) || log.isClosed || log.failure !== undefined) return undefined;
    const { figures } = this.#gauges;
    let cleanable: Cleanable;
    try {
      const checkpoint = this.cleanedTo(log);
      this.#cleanedTo.set(log, checkpoint);
      cleanable = log.compaction.cleanable(checkpoint, this.#options.clock.now());
    } catch (error) {
      this.#failed(log, error as Error);
      return undefined;
    }
    const { cleanBytes, cleanableBytes, overdueMs } = cleanable;
    if (cleanableBytes === 0) return undefined;
    const dirtyRatio = cleanableBytes / (cleanBytes + cleanableBytes);
    figures.maxDirtyPercent = Math.max(figures.maxDirtyPercent, 100 * dirtyRatio);
    figures.maxCompactionDelaySecs = Math.max(figures.maxCompactionDelaySecs, overdueMs / 1000);
    return overdueMs > 0 || dirtyRatio > log.config.minCleanableDirtyRatio ? { log, cleanable, dirtyRatio } : undefined;
  }

  #decided(dirtiest: Candidate | undefined): void {
    this.#isLooking = false;
    if (this.#isStopped) return;
    const { backoffMs } = this.#options.settings();
    // It may have been deleted while others were looked at.
    if (dirtiest === undefined || dirtiest.log.isClosed) {
      if (this.#underWay.size === 0) for (const thread of this.#idleThreads.splice(0)) thread.close();
      this.#lookAfter(Math.max(MIN_BACKOFF_MS, backoffMs));
      return;
    }
    void this.#clean(dirtiest);
    // Another thread may take another log.
    this.#lookAfter(0);
  }

  async #clean({ log, cleanable }: Candidate): Promise<void> {
    const { clock, logger, random, settings, startThread, remove } = this.#options;
    const startMs = clock.monotonicMs();
    this.#underWay.add(log);
    let thread: CleanerThread | undefined;
    let pauseMs = 0;
    try {
      thread = this.#idleThreads.pop() ?? startThread();
      this.#busyThreads.add(thread);
      const result = await cleanLog(log, cleanRequest(log, cleanable, settings(), clock.now(), random), thread, () => remove(log));
      if (this.#isStopped) return;
      if (result === undefined) pauseMs = settings().backoffMs;
      else {
        const { figures } = this.#gauges;
        figures.maxCleanTimeSecs = (clock.monotonicMs() - startMs) / 1000;
        figures.maxBufferUtilizationPercent = 100 * result.mapUtilization;
        figures.recopyPercent = result.bytesRead === 0 ? 0 : (100 * result.bytesWritten) / result.bytesRead;
        this.#cleanedTo.set(log, result.endOffset);
        this.#options.writeCheckpoint(this.entries());
        const { topic, partition } = log.topicPartition;
        if (result.invalidRecords > 0) logger.warn('records without a key were dropped from a compacted topic; write them with one', { topic, partition, count: result.invalidRecords });
        logger.info('cleaned a log', { topic, partition, endOffset: result.endOffset, keys: result.keyCount, bytesBefore: result.bytesBefore, bytesAfter: result.bytesWritten, ms: Math.round(clock.monotonicMs() - startMs) });
      }
    } catch (error) {
      pauseMs = settings().backoffMs;
      if (thread !== undefined) this.#dropIfDead(thread, error);
      if (!this.#isStopped && !log.isClosed) this.#failed(log, error as Error);
    } finally {
      this.#underWay.delete(log);
      if (thread !== undefined && this.#busyThreads.delete(thread)) {
        thread.end();
        if (this.#isStopped) thread.close();
        else this.#idleThreads.push(thread);
      }
      this.#lookAfter(pauseMs);
    }
  }

  #dropIfDead(thread: CleanerThread, error: unknown): void {
    if (!(error instanceof CleanerThreadDied)) return;
    this.#busyThreads.delete(thread);
    this.#gauges.figures.deadThreads++;
    thread.close();
  }

  /** A full disk may have room later, and a thread that died is replaced; anything else would fail again. */
  #failed(log: UnifiedLog, error: Error): void {
    const { topic, partition } = log.topicPartition;
    if (isPassing(error) || error instanceof CleanerThreadDied) {
      this.#options.logger.warn('cleaning a log failed and is tried again later', { topic, partition, error: error.message });
      return;
    }
    this.#uncleanable.add(log);
    this.#options.logger.error('cleaning a log failed; it grows until the next start, so see to the cause', { topic, partition, error: error.message, code: error instanceof KafkaError ? error.code : undefined });
  }
}

/** The thread that worked ended by itself. */
export class CleanerThreadDied extends Error {}
