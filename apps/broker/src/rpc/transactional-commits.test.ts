import { describe, expect, it } from '@jest/globals';
import { encodeRefusal } from '@ottla/coordinator';
import { ErrorCode } from '@ottla/model';
import { ApiKeys, TxnOffsetCommitRequestCodec, TxnOffsetCommitResponseCodec, WireReader, WireWriter } from '@ottla/protocol';
import type { TransactionGuard } from '@ottla/replication';
import type { Envelope } from '@ottla/rpc';
import { TransactionalCommits, type TransactionalCommitsOptions } from './transactional-commits.ts';

function envelope(apiVersion: number): Envelope {
  const writer = new WireWriter();
  const topics = [{ name: 't', partitions: [{ partitionIndex: 0, committedOffset: 5, committedMetadata: '' }] }];
  TxnOffsetCommitRequestCodec.encode(writer, { transactionalId: 'tx', groupId: 'g', producerId: 7, producerEpoch: 3, topics }, apiVersion);
  return { apiKey: ApiKeys.TxnOffsetCommit, apiVersion, clientId: null, principal: '', clientAddress: '', listenerName: '', body: writer.finish().slice() };
}

/** The error code of a commit whose verification said `verified`, with a guard in the given state afterwards. */
async function codeOf({ version = 5, verified = ErrorCode.NONE, guard }: { readonly version?: number; readonly verified?: ErrorCode; readonly guard?: Pick<TransactionGuard, 'isValid' | 'isOutdated'> }): Promise<number | undefined> {
  let released = 0;
  const taken = guard === undefined ? undefined : { ...guard, release: () => void released++ };
  const options = {
    router: { answer: (request: Envelope) => Promise.resolve(encodeRefusal(request, ErrorCode.NONE)) },
    verifier: { ask: () => Promise.resolve(() => verified) },
    replicas: { partition: () => ({ isLeader: true }), guards: { begin: () => taken } },
    offsetsPartitionCount: () => 1,
  } as unknown as TransactionalCommitsOptions;
  const body = await new TransactionalCommits(options).answer(envelope(version));
  expect(released).toBe(taken === undefined ? 0 : 1);
  return TxnOffsetCommitResponseCodec.decode(new WireReader(body), version).topics[0]?.partitions[0]?.errorCode;
}

const holds = { isValid: true, isOutdated: false };

describe('TxnOffsetCommit on its way to the group', () => {
  it('goes on when the transaction is open there, or was verified and no marker came', async () => {
    expect(await codeOf({})).toBe(ErrorCode.NONE);
    expect(await codeOf({ guard: holds })).toBe(ErrorCode.NONE);
  });

  it('is refused when a marker came, and sent again when only the leader epoch is another', async () => {
    expect(await codeOf({ guard: { isValid: false, isOutdated: false } })).toBe(ErrorCode.INVALID_TXN_STATE);
    expect(await codeOf({ guard: { isValid: false, isOutdated: true } })).toBe(ErrorCode.NOT_COORDINATOR);
  });

  it.each([
    [5, ErrorCode.CONCURRENT_TRANSACTIONS, ErrorCode.CONCURRENT_TRANSACTIONS],
    [4, ErrorCode.CONCURRENT_TRANSACTIONS, ErrorCode.COORDINATOR_LOAD_IN_PROGRESS],
    [1, ErrorCode.COORDINATOR_NOT_AVAILABLE, ErrorCode.COORDINATOR_NOT_AVAILABLE],
    [4, ErrorCode.TRANSACTION_ABORTABLE, ErrorCode.TRANSACTION_ABORTABLE],
    [3, ErrorCode.TRANSACTION_ABORTABLE, ErrorCode.INVALID_TXN_STATE],
    [3, ErrorCode.PRODUCER_FENCED, ErrorCode.INVALID_PRODUCER_EPOCH],
  ])('of version %i is told of %i as %i', async (version, verified, answered) => {
    expect(await codeOf({ version, verified, guard: holds })).toBe(answered);
  });
});
