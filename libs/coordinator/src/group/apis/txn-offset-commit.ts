import { apis, ApiKeys } from '@ottla/protocol';
import type { ShardRequest } from '../../runtime/coordinator-shard.ts';
import { openCall, type ParkedReplies } from '../reply.ts';
import type { Turn } from '../turn.ts';
import type { TxnOffsetCommit } from '../txn-offset-commit.ts';

export function handleTxnOffsetCommit(shardRequest: ShardRequest, txnOffsetCommit: TxnOffsetCommit, parked: ParkedReplies, turn: Turn): void {
  const { request, reply } = openCall(apis[ApiKeys.TxnOffsetCommit], shardRequest, parked);
  reply.answer(turn, { throttleTimeMs: 0, topics: txnOffsetCommit.commit(request, turn) });
}

/** Sent by brokers, for the partition of this shard. */
export function handleWriteTxnMarkers(shardRequest: ShardRequest, txnOffsetCommit: TxnOffsetCommit, parked: ParkedReplies, turn: Turn): void {
  const { request, reply } = openCall(apis[ApiKeys.WriteTxnMarkers], shardRequest, parked);
  reply.answer(turn, txnOffsetCommit.endTransactions(request, turn));
}
