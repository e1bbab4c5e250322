import { ErrorCode } from '@ottla/model';
import { ListTransactionsResponseCodec, WireReader, WireWriter, type ListTransactionsResponseInput } from '@ottla/protocol';
import type { ListGroupsPart } from '../runtime/list-groups.ts';

/**
 * One ListTransactions answer for the transactional ids of many shards. A shard that is not owned here any more has nothing
 * to say; any other failure becomes the answer's error code, as in Kafka, and the client asks again.
 */
export function mergeListTransactions(version: number, parts: readonly ListGroupsPart[]): Uint8Array {
  const transactionStates: ListTransactionsResponseInput['transactionStates'][number][] = [];
  let unknownStateFilters: readonly string[] = [];
  let errorCode: number = ErrorCode.NONE;
  for (const part of parts) {
    let partError: number;
    if ('error' in part) partError = part.error;
    else {
      const answer = ListTransactionsResponseCodec.decode(new WireReader(part.body), version);
      for (const state of answer.transactionStates) transactionStates.push(state);
      unknownStateFilters = answer.unknownStateFilters;
      partError = answer.errorCode;
    }
    if (errorCode === ErrorCode.NONE && partError !== ErrorCode.NOT_COORDINATOR) errorCode = partError;
  }
  const writer = new WireWriter();
  ListTransactionsResponseCodec.encode(writer, { throttleTimeMs: 0, errorCode, unknownStateFilters, transactionStates: errorCode === ErrorCode.NONE ? transactionStates : [] }, version);
  return writer.finish();
}
