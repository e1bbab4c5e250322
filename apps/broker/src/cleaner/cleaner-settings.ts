import type { LogCleanerSettings } from '@ottla/storage';
import type { BrokerConfig } from '../broker-config.ts';

/** Kafka's log.cleaner.* keys as they are now; all but log.cleaner.enable may change while the broker runs. */
export function cleanerSettings(config: BrokerConfig): LogCleanerSettings {
  return {
    threads: config.number('log.cleaner.threads'),
    dedupeBufferBytes: config.number('log.cleaner.dedupe.buffer.size'),
    loadFactor: config.number('log.cleaner.io.buffer.load.factor'),
    ioBufferBytes: config.number('log.cleaner.io.buffer.size'),
    backoffMs: config.number('log.cleaner.backoff.ms'),
  };
}

/** What one of the threads may read and write in a second (log.cleaner.io.max.bytes.per.second is for all of them). */
export function bytesPerSecond(config: BrokerConfig): number {
  return config.number('log.cleaner.io.max.bytes.per.second') / Math.max(1, config.number('log.cleaner.threads'));
}
