import { NO_PRODUCER_EPOCH, type PartitionIndex, type ProducerEpoch } from '@ottla/model';
import type { TransactionRecord, TransactionTopic, TransactionValue } from './transaction-record.ts';

/** One transactional id: what the log says of it, and what dies with the shard. */
export class Transaction {
  readonly transactionalId: string;
  value: TransactionValue;
  /**
   * The epoch before the present one, when a client that did not hear of the bump may ask again (KIP-360). Not in the
   * log: a repetition across a reload is refused, as in Kafka.
   */
  lastProducerEpoch: ProducerEpoch = NO_PRODUCER_EPOCH;

  constructor(transactionalId: string, value: TransactionValue) {
    this.transactionalId = transactionalId;
    this.value = value;
  }

  get isEnding(): boolean {
    return this.value.state === 'PrepareCommit' || this.value.state === 'PrepareAbort';
  }

  /** Whether nothing of it is under way: it may be forgotten when it is old. */
  get isAtRest(): boolean {
    return this.value.state !== 'Ongoing' && !this.isEnding;
  }

  has(topic: string, partition: PartitionIndex): boolean {
    return this.value.topics.some((known) => known.topic === topic && known.partitionIds.includes(partition));
  }

  hasAll(topics: readonly TransactionTopic[]): boolean {
    return topics.every(({ topic, partitionIds }) => partitionIds.every((partition) => this.has(topic, partition)));
  }
}

/** All transactional ids of one shard. `replay` is the only way in which durable state changes, at load and live. */
export class TransactionStore {
  readonly #byId = new Map<string, Transaction>();
  /** Those in state Ongoing, whose time may run out. */
  readonly ongoing = new Set<Transaction>();

  get size(): number {
    return this.#byId.size;
  }

  get(transactionalId: string): Transaction | undefined {
    return this.#byId.get(transactionalId);
  }

  all(): MapIterator<Transaction> {
    return this.#byId.values();
  }

  replay({ transactionalId, value }: TransactionRecord): void {
    let transaction = this.#byId.get(transactionalId);
    if (value === null) {
      this.#byId.delete(transactionalId);
      if (transaction !== undefined) this.ongoing.delete(transaction);
      return;
    }
    if (transaction === undefined) this.#byId.set(transactionalId, (transaction = new Transaction(transactionalId, value)));
    else transaction.value = value;
    if (value.state === 'Ongoing') this.ongoing.add(transaction);
    else this.ongoing.delete(transaction);
  }
}

/** The partitions of both, each once, topics in the order of their first appearance. */
export function joinedTopics(before: readonly TransactionTopic[], added: readonly TransactionTopic[]): TransactionTopic[] {
  const partitions = new Map<string, Set<PartitionIndex>>();
  for (const { topic, partitionIds } of [...before, ...added]) {
    const known = partitions.get(topic);
    if (known === undefined) partitions.set(topic, new Set(partitionIds));
    else for (const partition of partitionIds) known.add(partition);
  }
  return [...partitions].map(([topic, ids]) => ({ topic, partitionIds: [...ids] }));
}
