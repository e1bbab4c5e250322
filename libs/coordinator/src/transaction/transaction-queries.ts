import { ErrorCode } from '@ottla/model';
import type { DescribeTransactionsResponseInput, ListTransactionsRequest, ListTransactionsResponseInput } from '@ottla/protocol';
import type { ShardTime } from '../runtime/coordinator-shard.ts';
import { compilePattern, type Pattern } from './id-pattern.ts';
import { transactionStateNames } from './transaction-record.ts';
import type { TransactionStore } from './transaction-store.ts';

type TransactionDescription = DescribeTransactionsResponseInput['transactionStates'][number];

/** DescribeTransactions, one id. */
export function describeTransaction(store: TransactionStore, transactionalId: string): TransactionDescription {
  const transaction = store.get(transactionalId);
  if (transaction === undefined || transactionalId === '') {
    const errorCode = transactionalId === '' ? ErrorCode.INVALID_REQUEST : ErrorCode.TRANSACTIONAL_ID_NOT_FOUND;
    return { errorCode, transactionalId, transactionState: '', transactionTimeoutMs: 0, transactionStartTimeMs: 0, producerId: 0, producerEpoch: 0, topics: [] };
  }
  const { value } = transaction;
  return {
    errorCode: ErrorCode.NONE,
    transactionalId,
    transactionState: value.state,
    transactionTimeoutMs: value.transactionTimeoutMs,
    transactionStartTimeMs: value.startMs,
    producerId: value.producerId,
    producerEpoch: value.producerEpoch,
    topics: value.topics.map(({ topic, partitionIds }) => ({ topic, partitions: partitionIds })),
  };
}

/** ListTransactions: what is left after all filters (KIP-664, KIP-994, KIP-1152). */
export function listTransactions(store: TransactionStore, request: ListTransactionsRequest, { wallMs }: ShardTime): ListTransactionsResponseInput {
  const unknownStateFilters = request.stateFilters.filter((name) => !transactionStateNames.has(name));
  const states = new Set(request.stateFilters.filter((name) => transactionStateNames.has(name)));
  const producerIds = new Set(request.producerIdFilters);
  let pattern: Pattern | undefined;
  if (request.transactionalIdPattern !== null && request.transactionalIdPattern !== '') {
    pattern = compilePattern(request.transactionalIdPattern);
    if (pattern === undefined) return { throttleTimeMs: 0, errorCode: ErrorCode.INVALID_REGULAR_EXPRESSION, unknownStateFilters: [], transactionStates: [] };
  }
  const transactionStates: ListTransactionsResponseInput['transactionStates'][number][] = [];
  for (const { transactionalId, value } of store.all()) {
    const { producerId, state, startMs } = value;
    if (request.stateFilters.length > 0 && !states.has(state)) continue;
    if (producerIds.size > 0 && !producerIds.has(producerId)) continue;
    if (request.durationFilter >= 0 && wallMs - startMs <= request.durationFilter) continue;
    if (pattern !== undefined && !pattern.matches(transactionalId)) continue;
    transactionStates.push({ transactionalId, producerId, transactionState: state });
  }
  return { throttleTimeMs: 0, errorCode: ErrorCode.NONE, unknownStateFilters, transactionStates };
}
