import { ErrorCode, type ProducerEpoch, type ProducerId } from '@ottla/model';
import { RECORD_BATCH_OVERHEAD, RecordBatch } from '@ottla/protocol';
import type { AppendEntry, Partition, ReplicaManager } from '@ottla/replication';
import { verificationError, type TransactionVerifier } from '../rpc/transaction-verifier.ts';

/** First version whose clients know TRANSACTION_ABORTABLE, and first that adds partitions by itself (KIP-890). */
const ABORTABLE_FROM = 11;
const ADDS_FROM = 12;
const NOTHING = new Uint8Array(0);
const view = new RecordBatch(NOTHING);

interface Producer {
  readonly producerId: ProducerId;
  readonly producerEpoch: ProducerEpoch;
}

/** The producer of a batch that is part of a transaction; undefined for any other, and for what is no batch. */
function transactionalProducer(records: Uint8Array): Producer | undefined {
  if (records.length < RECORD_BATCH_OVERHEAD) return undefined;
  const { isTransactional, producerId, producerEpoch } = view.moveTo(records, 0);
  view.moveTo(NOTHING, 0);
  return isTransactional ? { producerId, producerEpoch } : undefined;
}

const refused = (error: ErrorCode): AppendEntry => ({ partition: undefined, error, records: NOTHING });

/** A request is of one transaction, so of one producer: the coordinator is asked about that one alone. */
function isOfSeveralProducers(entries: readonly AppendEntry[]): boolean {
  let first: Producer | undefined;
  for (const { partition, records } of entries) {
    const sender = partition === undefined ? undefined : transactionalProducer(records);
    if (sender === undefined) continue;
    first ??= sender;
    if (sender.producerId !== first.producerId || sender.producerEpoch !== first.producerEpoch) return true;
  }
  return false;
}

/**
 * Has the coordinator say of each partition where a transaction would begin that it is part of the transaction. undefined
 * when nothing has to be asked; else entries to append, with a guard or an error where they were asked for, to be
 * released after the append.
 */
export function verifyTransaction(
  replicas: Pick<ReplicaManager, 'guards'>,
  verifier: TransactionVerifier,
  transactionalId: string,
  version: number,
  entries: readonly AppendEntry[],
): Promise<readonly AppendEntry[]> | undefined {
  if (isOfSeveralProducers(entries)) return Promise.resolve(entries.map(({ error }) => refused(error === ErrorCode.NONE ? ErrorCode.INVALID_PRODUCER_ID_MAPPING : error)));
  const asked = new Map<AppendEntry, NonNullable<AppendEntry['guard']>>();
  const stale = new Set<AppendEntry>();
  const topics = new Map<string, Set<number>>();
  let producer: Producer | undefined;
  const adds = version >= ADDS_FROM;
  for (const entry of entries) {
    const { partition, records } = entry;
    const sender = partition === undefined ? undefined : transactionalProducer(records);
    if (partition === undefined || sender === undefined) continue;
    // The log knows without the coordinator.
    if (partition.log.lastEpochOf(sender.producerId) > sender.producerEpoch) {
      stale.add(entry);
      continue;
    }
    const guard = replicas.guards.begin(partition, sender.producerId, sender.producerEpoch, adds);
    if (guard === undefined) continue;
    producer ??= sender;
    asked.set(entry, guard);
    const known = topics.get(partition.topic);
    if (known === undefined) topics.set(partition.topic, new Set([partition.partition]));
    else known.add(partition.partition);
  }
  const current = stale.size === 0 ? entries : entries.map((entry) => (stale.has(entry) ? refused(ErrorCode.INVALID_PRODUCER_EPOCH) : entry));
  if (producer === undefined) return stale.size === 0 ? undefined : Promise.resolve(current);
  const question = { transactionalId, ...producer, topics: [...topics].map(([name, partitions]) => ({ name, partitions: [...partitions] })), adds };
  return verifier.ask(question).then((errorOf) =>
    current.map((entry) => {
      const guard = asked.get(entry);
      if (guard === undefined) return entry;
      const { topic, partition } = entry.partition as Partition;
      const error = verificationError(errorOf(topic, partition), ErrorCode.NOT_ENOUGH_REPLICAS, version >= ABORTABLE_FROM, adds);
      if (error === ErrorCode.NONE) return { ...entry, guard };
      guard.release();
      return refused(error);
    }),
  );
}
