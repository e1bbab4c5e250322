import { ErrorCode, type PartitionIndex, type ProducerEpoch, type ProducerId } from '@ottla/model';
import type { TransactionCoordinators } from './transaction-coordinators.ts';

/** What a broker asks the transaction coordinator before it appends. */
export interface TransactionQuestion {
  readonly transactionalId: string;
  readonly producerId: ProducerId;
  readonly producerEpoch: ProducerEpoch;
  readonly topics: readonly { readonly name: string; readonly partitions: readonly PartitionIndex[] }[];
  /** A client with KIP-890 leaves it to the broker to add the partitions; any other must have added them. */
  readonly adds: boolean;
}

/** Asks the coordinator of a transaction whether partitions are part of it. */
export class TransactionVerifier {
  readonly #coordinators: Pick<TransactionCoordinators, 'addPartitions'>;

  constructor(coordinators: Pick<TransactionCoordinators, 'addPartitions'>) {
    this.#coordinators = coordinators;
  }

  /** Never rejects: a coordinator that cannot be asked is COORDINATOR_NOT_AVAILABLE for each partition. */
  async ask(question: TransactionQuestion): Promise<(topic: string, partition: PartitionIndex) => ErrorCode> {
    const { transactionalId, producerId, producerEpoch, topics, adds } = question;
    try {
      const response = await this.#coordinators.addPartitions(transactionalId, { transactions: [{ transactionalId, producerId, producerEpoch, verifyOnly: !adds, topics }] });
      if (response.errorCode !== ErrorCode.NONE) return () => response.errorCode as ErrorCode;
      const [result] = response.resultsByTransaction;
      const errors = new Map<string, number>();
      for (const { name, resultsByPartition } of result?.topicResults ?? []) for (const { partitionIndex, partitionErrorCode } of resultsByPartition) errors.set(`${name}:${partitionIndex}`, partitionErrorCode);
      return (topic, partition) => (errors.get(`${topic}:${partition}`) ?? ErrorCode.COORDINATOR_NOT_AVAILABLE) as ErrorCode;
    } catch {
      return () => ErrorCode.COORDINATOR_NOT_AVAILABLE;
    }
  }
}

/** Failures of the way to the coordinator, or of its moment: the client shall come again. */
const passing: ReadonlySet<ErrorCode> = new Set([
  ErrorCode.CONCURRENT_TRANSACTIONS,
  ErrorCode.NETWORK_EXCEPTION,
  ErrorCode.REQUEST_TIMED_OUT,
  ErrorCode.COORDINATOR_LOAD_IN_PROGRESS,
  ErrorCode.COORDINATOR_NOT_AVAILABLE,
  ErrorCode.NOT_COORDINATOR,
]);

/**
 * What a client is told when the verification failed with `error`: `retriable` for what passes, in a code that its API
 * knows; `knowsAbortable` when its version knows TRANSACTION_ABORTABLE, `adds` when it knows CONCURRENT_TRANSACTIONS (KIP-890).
 */
export function verificationError(error: ErrorCode, retriable: ErrorCode, knowsAbortable: boolean, adds: boolean): ErrorCode {
  if (error === ErrorCode.PRODUCER_FENCED) return ErrorCode.INVALID_PRODUCER_EPOCH;
  if (error === ErrorCode.TRANSACTION_ABORTABLE && !knowsAbortable) return ErrorCode.INVALID_TXN_STATE;
  if (error === ErrorCode.CONCURRENT_TRANSACTIONS && adds) return error;
  return passing.has(error) ? retriable : error;
}
