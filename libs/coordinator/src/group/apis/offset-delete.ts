import { ErrorCode } from '@ottla/model';
import { apis, ApiKeys } from '@ottla/protocol';
import type { ShardRequest } from '../../runtime/coordinator-shard.ts';
import type { OffsetDelete } from '../offset-delete.ts';
import { openCall, type ParkedReplies } from '../reply.ts';
import type { Turn } from '../turn.ts';

export function handleOffsetDelete(shardRequest: ShardRequest, offsetDelete: OffsetDelete, parked: ParkedReplies, turn: Turn): void {
  const { request, reply } = openCall(apis[ApiKeys.OffsetDelete], shardRequest, parked);
  if (request.groupId === '') reply.answer(turn, { errorCode: ErrorCode.INVALID_GROUP_ID, throttleTimeMs: 0, topics: [] });
  else reply.answer(turn, offsetDelete.delete(request, turn));
}
