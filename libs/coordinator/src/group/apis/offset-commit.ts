import { apis, ApiKeys } from '@ottla/protocol';
import type { ShardRequest } from '../../runtime/coordinator-shard.ts';
import type { OffsetCommit } from '../offset-commit.ts';
import { openCall, type ParkedReplies } from '../reply.ts';
import type { Turn } from '../turn.ts';

/** An empty group id is allowed, as it is in Kafka. */
export function handleOffsetCommit(shardRequest: ShardRequest, offsetCommit: OffsetCommit, parked: ParkedReplies, turn: Turn): void {
  const { request, version, reply } = openCall(apis[ApiKeys.OffsetCommit], shardRequest, parked);
  reply.answer(turn, { topics: offsetCommit.commit(request, version, turn) });
}
