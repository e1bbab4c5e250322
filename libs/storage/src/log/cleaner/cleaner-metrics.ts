import type { Metrics } from '@ottla/model';

/** Figures of Kafka's LogCleaner and LogCleanerManager. */
export interface CleanerFigures {
  /** Greatest dirty part of any log at the last look, in percent. */
  maxDirtyPercent: number;
  maxCompactionDelaySecs: number;
  /** Wall clock of the last look, in milliseconds. */
  lastRunMs: number;
  /** Of the last clean of each kind. */
  maxCleanTimeSecs: number;
  maxBufferUtilizationPercent: number;
  recopyPercent: number;
  deadThreads: number;
}

export interface CleanerGauges {
  readonly figures: CleanerFigures;
  remove(): void;
}

/** Makes the series under Kafka's names. */
export function cleanerGauges(metrics: Metrics, nowMs: () => number, uncleanable: () => { readonly partitions: number; readonly bytes: number }): CleanerGauges {
  const figures: CleanerFigures = {
    maxDirtyPercent: 0,
    maxCompactionDelaySecs: 0,
    lastRunMs: nowMs(),
    maxCleanTimeSecs: 0,
    maxBufferUtilizationPercent: 0,
    recopyPercent: 0,
    deadThreads: 0,
  };
  const cleaner = 'kafka_log_logcleaner';
  const manager = 'kafka_log_logcleanermanager';
  const removals = [
    metrics.gauge(`${cleaner}_deadthreadcount`, 'Cleaner threads that died', () => figures.deadThreads),
    metrics.gauge(`${cleaner}_cleaner_recopy_percent`, 'Bytes written of those read in the last clean, in percent', () => figures.recopyPercent),
    metrics.gauge(`${cleaner}_max_buffer_utilization_percent`, 'Use of the offset map in the last clean, in percent', () => figures.maxBufferUtilizationPercent),
    metrics.gauge(`${cleaner}_max_clean_time_secs`, 'Duration of the last clean, in seconds', () => figures.maxCleanTimeSecs),
    metrics.gauge(`${cleaner}_max_compaction_delay_secs`, 'How long the most overdue log waits beyond max.compaction.lag.ms, in seconds', () => figures.maxCompactionDelaySecs),
    metrics.gauge(`${manager}_max_dirty_percent`, 'Dirty part of the dirtiest log, in percent', () => figures.maxDirtyPercent),
    metrics.gauge(`${manager}_time_since_last_run_ms`, 'Time since the cleaner last looked for work, in milliseconds', () => nowMs() - figures.lastRunMs),
    metrics.gauge(`${manager}_uncleanable_partitions_count`, 'Partitions whose cleaning failed', () => uncleanable().partitions),
    metrics.gauge(`${manager}_uncleanable_bytes`, 'Bytes of partitions whose cleaning failed', () => uncleanable().bytes),
  ];
  return {
    figures,
    remove: () => {
      for (const remove of removals) remove();
    },
  };
}
