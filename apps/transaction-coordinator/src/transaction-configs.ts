import { defaultTransactionConfig, type TransactionConfig } from '@ottla/coordinator';

/** What transactions act on, from broker configs in force by Kafka's key names; a key that is missing has Kafka's default. */
export function transactionConfigFrom(configs: ReadonlyMap<string, string>): Omit<TransactionConfig, 'transactionVersion'> {
  const number = (key: string, fallback: number): number => {
    const text = configs.get(key);
    return text === undefined ? fallback : Number(text);
  };
  const fallback = defaultTransactionConfig;
  return {
    transactionMaxTimeoutMs: number('transaction.max.timeout.ms', fallback.transactionMaxTimeoutMs),
    abortTimedOutTransactionCleanupIntervalMs: number('transaction.abort.timed.out.transaction.cleanup.interval.ms', fallback.abortTimedOutTransactionCleanupIntervalMs),
    removeExpiredTransactionCleanupIntervalMs: number('transaction.remove.expired.transaction.cleanup.interval.ms', fallback.removeExpiredTransactionCleanupIntervalMs),
    transactionalIdExpirationMs: number('transactional.id.expiration.ms', fallback.transactionalIdExpirationMs),
  };
}
