import { NO_PRODUCER_ID, type PartitionIndex, type ProducerEpoch, type ProducerId, type TimestampMs } from '@ottla/model';
import { MalformedMessageError, TransactionLogKeyCodec, TransactionLogValueCodec, WireReader, WireWriter } from '@ottla/protocol';
import type { EncodedRecord } from '../runtime/coordinator-shard.ts';

/** Where a transactional id stands. The names are those that DescribeTransactions answers. */
export type TransactionState = 'Empty' | 'Ongoing' | 'PrepareCommit' | 'PrepareAbort' | 'CompleteCommit' | 'CompleteAbort';

/** Kafka's numbers of the states, by position. Dead and PrepareEpochFence (6 and 7) are never written. */
const stateIds: readonly TransactionState[] = ['Empty', 'Ongoing', 'PrepareCommit', 'PrepareAbort', 'CompleteCommit', 'CompleteAbort'];

/** Names that a ListTransactions may filter by; the last two never match. */
export const transactionStateNames: ReadonlySet<string> = new Set([...stateIds, 'Dead', 'PrepareEpochFence']);

/** Partitions of one topic in a transaction. */
export interface TransactionTopic {
  readonly topic: string;
  readonly partitionIds: readonly PartitionIndex[];
}

/** What the log says of a transactional id. */
export interface TransactionValue {
  readonly producerId: ProducerId;
  /** The producer id before this one, whose epochs were used up (KIP-890); -1 for none. */
  readonly previousProducerId: ProducerId;
  /** The producer id that follows when the transaction is complete; -1 for none. */
  readonly nextProducerId: ProducerId;
  readonly producerEpoch: ProducerEpoch;
  readonly transactionTimeoutMs: number;
  readonly state: TransactionState;
  readonly topics: readonly TransactionTopic[];
  readonly lastUpdateMs: TimestampMs;
  /** When the transaction began; -1 before the first. */
  readonly startMs: TimestampMs;
  /** 2 when the client speaks KIP-890, else 0. */
  readonly clientTransactionVersion: number;
}

/** A transactional id as it is from now on; a null value forgets it. */
export interface TransactionRecord {
  readonly transactionalId: string;
  readonly value: TransactionValue | null;
}

const KEY_VERSION = 0;

/** `valueVersion` is 1 from transaction.version 1 on: version 0 has no room for what KIP-890 adds. */
export function encodeTransactionRecord({ transactionalId, value }: TransactionRecord, valueVersion: 0 | 1): EncodedRecord {
  const key = new WireWriter();
  key.writeInt16(KEY_VERSION);
  TransactionLogKeyCodec.encode(key, { transactionalId }, KEY_VERSION);
  if (value === null) return { key: key.finish(), value: null };
  const writer = new WireWriter();
  writer.writeInt16(valueVersion);
  const log = {
    producerId: value.producerId,
    previousProducerId: value.previousProducerId,
    nextProducerId: value.nextProducerId,
    producerEpoch: value.producerEpoch,
    transactionTimeoutMs: value.transactionTimeoutMs,
    transactionStatus: stateIds.indexOf(value.state),
    transactionPartitions: value.state === 'Empty' ? null : value.topics,
    transactionLastUpdateTimestampMs: value.lastUpdateMs,
    transactionStartTimestampMs: value.startMs,
    clientTransactionVersion: value.clientTransactionVersion,
  };
  TransactionLogValueCodec.encode(writer, log, valueVersion);
  return { key: key.finish(), value: writer.finish() };
}

/** Answers undefined for keys of a version that is not known. Throws MalformedMessageError when the bytes are no record. */
export function decodeTransactionRecord({ key, value }: EncodedRecord): TransactionRecord | undefined {
  const reader = new WireReader(key);
  if (reader.readInt16() !== KEY_VERSION) return undefined;
  const { transactionalId } = TransactionLogKeyCodec.decode(reader, KEY_VERSION);
  return { transactionalId, value: value === null ? null : decodeValue(value) };
}

function decodeValue(bytes: Uint8Array): TransactionValue {
  const reader = new WireReader(bytes);
  const version = reader.readInt16();
  if (version < TransactionLogValueCodec.minVersion || version > TransactionLogValueCodec.maxVersion) throw new MalformedMessageError(`TransactionLogValue in version ${version}`);
  const log = TransactionLogValueCodec.decode(reader, version);
  const state = stateIds[log.transactionStatus];
  if (state === undefined) throw new MalformedMessageError(`a transaction in state ${log.transactionStatus}`);
  return {
    producerId: log.producerId,
    previousProducerId: log.previousProducerId,
    nextProducerId: log.nextProducerId,
    producerEpoch: log.producerEpoch,
    transactionTimeoutMs: log.transactionTimeoutMs,
    state,
    topics: log.transactionPartitions ?? [],
    lastUpdateMs: log.transactionLastUpdateTimestampMs,
    startMs: log.transactionStartTimestampMs,
    clientTransactionVersion: log.clientTransactionVersion,
  };
}

/** A transactional id that has just got its first producer id. */
export function newTransaction(producerId: ProducerId, transactionTimeoutMs: number, nowMs: TimestampMs): TransactionValue {
  return {
    producerId,
    previousProducerId: NO_PRODUCER_ID,
    nextProducerId: NO_PRODUCER_ID,
    producerEpoch: 0,
    transactionTimeoutMs,
    state: 'Empty',
    topics: [],
    lastUpdateMs: nowMs,
    startMs: -1,
    clientTransactionVersion: 0,
  };
}
