import { defaultLogManagerSettings, type LogManagerSettings } from '@ottla/storage';
import type { BrokerConfig } from './broker-config.ts';

/** What Kafka takes for "never" in log.flush.scheduler.interval.ms: the largest LONG. */
const NEVER_MS = 2 ** 63;

/** How often the logs are looked after, from the broker's configs at start. */
export function logManagerSettings(config: BrokerConfig): LogManagerSettings {
  const flushIntervalMs = config.number('log.flush.scheduler.interval.ms');
  return {
    ...defaultLogManagerSettings,
    logFlushIntervalMs: flushIntervalMs >= NEVER_MS ? Infinity : flushIntervalMs,
    retentionCheckIntervalMs: config.number('log.retention.check.interval.ms'),
    flushOffsetCheckpointIntervalMs: config.number('log.flush.offset.checkpoint.interval.ms'),
    flushStartOffsetCheckpointIntervalMs: config.number('log.flush.start.offset.checkpoint.interval.ms'),
    highWatermarkCheckpointIntervalMs: config.number('replica.high.watermark.checkpoint.interval.ms'),
    producerIdExpirationMs: config.number('producer.id.expiration.ms'),
    segmentDeleteDelayMs: config.number('log.segment.delete.delay.ms'),
  };
}
