import { ErrorCode } from '@ottla/model';
import { apis, ApiKeys } from '@ottla/protocol';
import type { ShardRequest } from '../../runtime/coordinator-shard.ts';
import type { MemberLifecycle } from '../member-lifecycle.ts';
import { openCall, type ParkedReplies } from '../reply.ts';
import type { Turn } from '../turn.ts';

export function handleHeartbeat(shardRequest: ShardRequest, lifecycle: MemberLifecycle, parked: ParkedReplies, turn: Turn): void {
  const { request, reply } = openCall(apis[ApiKeys.Heartbeat], shardRequest, parked);
  reply.answer(turn, { errorCode: request.groupId === '' ? ErrorCode.INVALID_GROUP_ID : lifecycle.heartbeat(request, turn) });
}
