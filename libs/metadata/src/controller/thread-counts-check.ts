import { brokerConfigs, ErrorCode, KafkaError, resolveConfig, type ConfigLayers } from '@ottla/model';

/** Pools of threads that Kafka resizes while it runs, by at most half or double at a time. */
const pools = ['background.threads', 'log.cleaner.threads', 'num.io.threads', 'num.network.threads', 'num.recovery.threads.per.data.dir', 'num.replica.fetchers'] as const;

/**
 * Refuses a number of threads that is none, less than half or more than double of what is in force, also one that comes of a removed
 * key. What Ottla ignores of these is held to it all the same: a script learns of its slip here as it would from Kafka.
 * Throws KafkaError(INVALID_REQUEST).
 */
export function checkThreadCounts(before: ConfigLayers, after: ConfigLayers): void {
  for (const key of pools) {
    const current = countOf(key, before);
    const wanted = countOf(key, after);
    if (wanted === current) continue;
    const refuse = (what: string): never => {
      throw new KafkaError(ErrorCode.INVALID_REQUEST, `Dynamic thread count update validation failed for ${key}=${wanted}, value should ${what}`);
    };
    if (wanted < 1) refuse('be at least 1');
    if (wanted < Math.trunc(current / 2)) refuse(`be at least half the current value ${current}`);
    if (wanted > current * 2) refuse(`not be greater than double the current value ${current}`);
  }
}

const countOf = (key: string, layers: ConfigLayers): number => Number(resolveConfig(brokerConfigs, key, layers).value);
