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
  const asked = new Map<AppendEntry, NonNullable<AppendEntry['guard']>>();
  const topics = new Map<string, Set<number>>();
  let producer: Producer | undefined;
  const adds = version >= ADDS_FROM;
  for (const entry of entries) {
    const { partition, records } = entry;
    const sender = partition === undefined ? undefined : transactionalProducer(records);
    if (partition === undefined || sender === undefined) continue;
    const guard = replicas.guards.begin(partition, sender.producerId, sender.producerEpoch, adds);
    if (guard === undefined) continue;
    producer ??= sender;
    asked.set(entry, guard);
    const known = topics.get(partition.topic);
    if (known === undefined) topics.set(partition.topic, new Set([partition.partition]));
    else known.add(partition.partition);
  }
  if (producer === undefined) return undefined;
  const question = { transactionalId, ...producer, topics: [...topics].map(([name, partitions]) => ({ name, partitions: [...partitions] })), adds };
  return verifier.ask(question).then((errorOf) =>
    entries.map((entry) => {
      const guard = asked.get(entry);
      if (guard === undefined) return entry;
      const { topic, partition } = entry.partition as Partition;
      const error = verificationError(errorOf(topic, partition), ErrorCode.NOT_ENOUGH_REPLICAS, version >= ABORTABLE_FROM, adds);
      if (error === ErrorCode.NONE) return { ...entry, guard };
      guard.release();
      return { partition: undefined, error, records: NOTHING };
    }),
  );
}
