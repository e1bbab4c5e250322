export * from './deadline-queue.ts';
export * from './partition.ts';
export * from './log-writer.ts';
export * from './delayed-produce.ts';
export * from './delayed-fetch.ts';
export * from './fetch-session.ts';
export * from './replica-manager.ts';
export type { TransactionGuard } from './transaction-guards.ts';
