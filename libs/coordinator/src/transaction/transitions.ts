import { ErrorCode, NO_PRODUCER_EPOCH, NO_PRODUCER_ID, type ProducerEpoch, type ProducerId, type TimestampMs } from '@ottla/model';
import { EPOCH_BUMP_FROM } from './transaction-config.ts';
import { newTransaction, type TransactionTopic, type TransactionValue } from './transaction-record.ts';
import { joinedTopics, type Transaction } from './transaction-store.ts';

/** The last epoch that is given to a client: one more is kept for the coordinator, to fence the client with. */
const LAST_CLIENT_EPOCH = 0x7ffe;

/**
 * What a request comes to.
 * - `refused`: an error, and nothing changes; `done`: no error, and nothing changes;
 * - `append`: the id is `value` from now on;
 * - `end`: the same, and markers have to be written;
 * - `wait`: markers of the transaction before are being written;
 * - `fence`: the open transaction has to be aborted in a new epoch first;
 * - `needs-id`: a fresh producer id is wanted.
 */
export type Transition =
  | { readonly kind: 'refused'; readonly error: ErrorCode }
  | { readonly kind: 'done' | 'wait' | 'fence' | 'needs-id' }
  | { readonly kind: 'append' | 'end'; readonly value: TransactionValue; readonly lastProducerEpoch: ProducerEpoch };

const done: Transition = { kind: 'done' };
const wait: Transition = { kind: 'wait' };
const needsId: Transition = { kind: 'needs-id' };
const refused = (error: ErrorCode): Transition => ({ kind: 'refused', error });

/** Whether the next bump must come with a new producer id. */
function isEpochExhausted(epoch: ProducerEpoch): boolean {
  return epoch >= LAST_CLIENT_EPOCH;
}

/** The producer that a client says it is: -1 and -1 when it begins. */
export interface ExpectedProducer {
  readonly producerId: ProducerId;
  readonly producerEpoch: ProducerEpoch;
}

/** InitProducerId (KIP-98, KIP-360). `spareId` is a fresh producer id, if there is one. */
export function initProducerId(transaction: Transaction | undefined, expected: ExpectedProducer, transactionTimeoutMs: number, spareId: ProducerId | undefined, nowMs: TimestampMs): Transition {
  if (transaction === undefined) {
    if (spareId === undefined) return needsId;
    return { kind: 'append', value: newTransaction(spareId, transactionTimeoutMs, nowMs), lastProducerEpoch: NO_PRODUCER_EPOCH };
  }
  const { value, lastProducerEpoch } = transaction;
  const { producerEpoch } = value;
  const isExpecting = expected.producerId !== NO_PRODUCER_ID;
  if (isExpecting && !mayBe(value, expected)) return refused(ErrorCode.PRODUCER_FENCED);
  if (transaction.isEnding) return wait;
  if (value.state === 'Ongoing') return { kind: 'fence' };

  const fresh = { ...value, state: 'Empty', topics: [], transactionTimeoutMs, startMs: -1, lastUpdateMs: nowMs, nextProducerId: NO_PRODUCER_ID } as const;
  // The epoch that is kept for the coordinator may have been spent on a client's own transaction: no client gets that one.
  const isKeptSpent = producerEpoch > LAST_CLIENT_EPOCH;
  const isOwnBeforeIt = isKeptSpent && expected.producerId === value.producerId && expected.producerEpoch === lastProducerEpoch;
  if (isEpochExhausted(producerEpoch) && (!isExpecting || expected.producerEpoch === producerEpoch || isOwnBeforeIt)) {
    if (spareId === undefined) return needsId;
    return { kind: 'append', value: { ...fresh, producerId: spareId, previousProducerId: value.producerId, producerEpoch: 0 }, lastProducerEpoch: isExpecting ? expected.producerEpoch : NO_PRODUCER_EPOCH };
  }
  if (isKeptSpent) return refused(ErrorCode.PRODUCER_FENCED);
  if (!isExpecting) return { kind: 'append', value: { ...fresh, producerEpoch: producerEpoch + 1 }, lastProducerEpoch: NO_PRODUCER_EPOCH };
  if (expected.producerEpoch === producerEpoch) return { kind: 'append', value: { ...fresh, producerEpoch: producerEpoch + 1 }, lastProducerEpoch: producerEpoch };
  // The client did not hear the answer to a bump that succeeded: it gets the same answer again.
  if (expected.producerEpoch === lastProducerEpoch) return { kind: 'append', value: fresh, lastProducerEpoch };
  return refused(ErrorCode.PRODUCER_FENCED);
}

/** Whether a client that names a producer id can be the one that has it, or had the one before until its epochs ran out. */
function mayBe({ producerId, previousProducerId }: TransactionValue, expected: ExpectedProducer): boolean {
  return expected.producerId === producerId || (expected.producerId === previousProducerId && isEpochExhausted(expected.producerEpoch));
}

/** Whether a request of this producer id and epoch may touch the transaction. */
function checkProducer(transaction: Transaction | undefined, { producerId, producerEpoch }: ExpectedProducer): ErrorCode {
  if (transaction === undefined || transaction.value.producerId !== producerId) return ErrorCode.INVALID_PRODUCER_ID_MAPPING;
  return transaction.value.producerEpoch === producerEpoch ? ErrorCode.NONE : ErrorCode.PRODUCER_FENCED;
}

/** Whether the producer is the one that goes on when the end that is under way is complete: with KIP-890 its client knows already who that is. */
function isNextProducer({ value, isEnding }: Transaction, { producerId, producerEpoch }: ExpectedProducer): boolean {
  if (!isEnding || value.clientTransactionVersion < EPOCH_BUMP_FROM) return false;
  return value.nextProducerId === NO_PRODUCER_ID ? producerId === value.producerId && producerEpoch === value.producerEpoch : producerId === value.nextProducerId && producerEpoch === 0;
}

/** AddPartitionsToTxn and AddOffsetsToTxn: `clientTransactionVersion` is the one that the request's version shows. */
export function addPartitions(transaction: Transaction | undefined, producer: ExpectedProducer, topics: readonly TransactionTopic[], clientTransactionVersion: number, nowMs: TimestampMs): Transition {
  if (transaction !== undefined && isNextProducer(transaction, producer)) return wait;
  const error = checkProducer(transaction, producer);
  if (transaction === undefined || error !== ErrorCode.NONE) return refused(error);
  if (transaction.isEnding) return wait;
  const { value, lastProducerEpoch } = transaction;
  const isOngoing = value.state === 'Ongoing';
  if (isOngoing && transaction.hasAll(topics)) return done;
  const joined = joinedTopics(isOngoing ? value.topics : [], topics);
  return { kind: 'append', value: { ...value, state: 'Ongoing', topics: joined, startMs: isOngoing ? value.startMs : nowMs, lastUpdateMs: nowMs, clientTransactionVersion }, lastProducerEpoch };
}

/** EndTxn of a client without KIP-890: the epoch stays. */
export function endTransaction(transaction: Transaction | undefined, producer: ExpectedProducer, isCommit: boolean, nowMs: TimestampMs): Transition {
  const error = checkProducer(transaction, producer);
  if (transaction === undefined || error !== ErrorCode.NONE) return refused(error);
  const { value, lastProducerEpoch } = transaction;
  switch (value.state) {
    case 'Ongoing':
      return { kind: 'end', value: { ...value, state: prepare(isCommit), lastUpdateMs: nowMs, clientTransactionVersion: 0 }, lastProducerEpoch };
    case 'Empty':
      return refused(ErrorCode.INVALID_TXN_STATE);
    case 'PrepareCommit':
    case 'PrepareAbort':
      return isCommit === (value.state === 'PrepareCommit') ? wait : refused(ErrorCode.INVALID_TXN_STATE);
    case 'CompleteCommit':
    case 'CompleteAbort':
      return isCommit === (value.state === 'CompleteCommit') ? done : refused(ErrorCode.INVALID_TXN_STATE);
  }
}

/**
 * EndTxn of a client with KIP-890: each end raises the epoch, so that an epoch names one transaction. A request in the
 * epoch before the present one repeats an end; one in the present epoch is about the next transaction, and waits for the end
 * of the last one.
 */
export function endTransactionInNewEpoch(transaction: Transaction | undefined, producer: ExpectedProducer, isCommit: boolean, spareId: ProducerId | undefined, nowMs: TimestampMs): Transition {
  if (transaction === undefined) return refused(ErrorCode.INVALID_PRODUCER_ID_MAPPING);
  if (isNextProducer(transaction, producer)) return wait;
  const { value } = transaction;
  const { state } = value;
  // The end that used the last epoch up went on under a new producer id.
  const repeatsOverflow = value.previousProducerId === producer.producerId && producer.producerEpoch === LAST_CLIENT_EPOCH && value.producerEpoch === 0;
  if (value.producerId !== producer.producerId && !repeatsOverflow) return refused(ErrorCode.INVALID_PRODUCER_ID_MAPPING);
  const isRepeat = repeatsOverflow || value.producerEpoch === producer.producerEpoch + 1;
  const isPresent = value.producerEpoch === producer.producerEpoch && value.producerId === producer.producerId;
  const isComplete = state === 'CompleteCommit' || state === 'CompleteAbort';
  const isValid = isComplete ? isRepeat || isPresent : transaction.isEnding ? isRepeat : isPresent;
  if (!isValid) return refused(ErrorCode.PRODUCER_FENCED);

  if (transaction.isEnding) return isCommit === (state === 'PrepareCommit') ? wait : refused(ErrorCode.INVALID_TXN_STATE);
  if (isComplete && isRepeat) return isCommit === (state === 'CompleteCommit') ? done : refused(ErrorCode.INVALID_TXN_STATE);
  // A transaction without partitions may be aborted, but not committed.
  if (state !== 'Ongoing' && isCommit) return refused(ErrorCode.INVALID_TXN_STATE);
  const wantsId = isEpochExhausted(value.producerEpoch);
  if (wantsId && spareId === undefined) return needsId;
  const ended: TransactionValue = {
    ...value,
    state: prepare(isCommit),
    nextProducerId: wantsId ? (spareId as ProducerId) : NO_PRODUCER_ID,
    producerEpoch: value.producerEpoch + 1,
    topics: state === 'Ongoing' ? value.topics : [],
    startMs: state === 'Ongoing' ? value.startMs : nowMs,
    lastUpdateMs: nowMs,
    clientTransactionVersion: EPOCH_BUMP_FROM,
  };
  return { kind: 'end', value: ended, lastProducerEpoch: value.producerEpoch };
}

/** Aborts an open transaction from outside, in an epoch that its producer does not have. */
export function fenceAndAbort({ value }: Transaction, transactionVersion: number, nowMs: TimestampMs): TransactionValue {
  return { ...value, state: 'PrepareAbort', producerEpoch: value.producerEpoch + 1, nextProducerId: NO_PRODUCER_ID, lastUpdateMs: nowMs, clientTransactionVersion: transactionVersion };
}

/** What a transaction in a Prepare state is once all markers are written. */
export function completed(value: TransactionValue, nowMs: TimestampMs): TransactionValue {
  const state = value.state === 'PrepareCommit' ? 'CompleteCommit' : 'CompleteAbort';
  const done = { ...value, state, topics: [], lastUpdateMs: nowMs, nextProducerId: NO_PRODUCER_ID } as const;
  if (value.nextProducerId === NO_PRODUCER_ID) return done;
  return { ...done, producerId: value.nextProducerId, previousProducerId: value.producerId, producerEpoch: 0 };
}

function prepare(isCommit: boolean): 'PrepareCommit' | 'PrepareAbort' {
  return isCommit ? 'PrepareCommit' : 'PrepareAbort';
}
