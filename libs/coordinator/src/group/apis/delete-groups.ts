import { apis, ApiKeys } from '@ottla/protocol';
import type { ShardRequest } from '../../runtime/coordinator-shard.ts';
import type { Queries } from '../queries.ts';
import { openCall, type ParkedReplies } from '../reply.ts';
import type { Turn } from '../turn.ts';

export function handleDeleteGroups(shardRequest: ShardRequest, queries: Queries, parked: ParkedReplies, turn: Turn): void {
  const { request, reply } = openCall(apis[ApiKeys.DeleteGroups], shardRequest, parked);
  // A group that is named twice is deleted, and answered, once.
  const results = [...new Set(request.groupsNames)].map((groupId) => ({ groupId, errorCode: queries.delete(groupId, turn) }));
  reply.answer(turn, { throttleTimeMs: 0, results });
}
