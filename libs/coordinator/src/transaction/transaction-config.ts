/** Kafka's broker configs that the transaction coordinator acts on, at Kafka's defaults. Read anew for each decision. */
export interface TransactionConfig {
  readonly transactionMaxTimeoutMs: number;
  readonly abortTimedOutTransactionCleanupIntervalMs: number;
  readonly removeExpiredTransactionCleanupIntervalMs: number;
  readonly transactionalIdExpirationMs: number;
  /** The finalized level of the feature transaction.version: 0, 1 or 2. */
  readonly transactionVersion: number;
}

export const defaultTransactionConfig: TransactionConfig = {
  transactionMaxTimeoutMs: 900_000,
  abortTimedOutTransactionCleanupIntervalMs: 10_000,
  removeExpiredTransactionCleanupIntervalMs: 3_600_000,
  transactionalIdExpirationMs: 604_800_000,
  transactionVersion: 0,
};

/** From this level of transaction.version on the epoch grows with each transaction (KIP-890). */
export const EPOCH_BUMP_FROM = 2;
