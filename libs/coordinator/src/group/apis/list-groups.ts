import { ErrorCode } from '@ottla/model';
import { apis, ApiKeys } from '@ottla/protocol';
import type { ShardRequest } from '../../runtime/coordinator-shard.ts';
import type { Queries } from '../queries.ts';
import { openCall, type ParkedReplies } from '../reply.ts';
import type { Turn } from '../turn.ts';

/** The groups of this shard; the broker puts the shards' answers together. */
export function handleListGroups(shardRequest: ShardRequest, queries: Queries, parked: ParkedReplies, turn: Turn): void {
  const { request, reply } = openCall(apis[ApiKeys.ListGroups], shardRequest, parked);
  reply.answer(turn, { errorCode: ErrorCode.NONE, groups: queries.list(request.statesFilter, request.typesFilter) });
}
