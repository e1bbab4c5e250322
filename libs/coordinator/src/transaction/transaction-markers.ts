import type { ProducerEpoch, ProducerId } from '@ottla/model';
import type { TransactionTopic } from './transaction-record.ts';

/** The markers that end one transaction, one in each of its partitions. */
export interface TransactionMarkers {
  readonly transactionalId: string;
  readonly producerId: ProducerId;
  readonly producerEpoch: ProducerEpoch;
  /** Leader epoch of the partition of `__transaction_state` in which the end was decided. */
  readonly coordinatorEpoch: number;
  readonly isCommit: boolean;
  /** 2: each partition checks that the epoch is greater than the transaction's own (KIP-1228). */
  readonly transactionVersion: number;
  readonly topics: readonly TransactionTopic[];
}

/**
 * Writes markers to the leaders of partitions, again and again until each has them.
 */
export interface MarkerSender {
  /**
   * `done` is called once, in a later turn, when every partition has its marker or is gone. It is never called when a
   * partition says that a newer coordinator has spoken: then it is that one's to go on.
   */
  send(markers: TransactionMarkers, done: () => void): void;
}
