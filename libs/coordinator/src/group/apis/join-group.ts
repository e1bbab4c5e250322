import { ErrorCode } from '@ottla/model';
import { apis, ApiKeys } from '@ottla/protocol';
import type { ShardRequest } from '../../runtime/coordinator-shard.ts';
import type { JoinGroup } from '../join-group.ts';
import { joinError } from '../rebalance.ts';
import { openCall, type ParkedReplies } from '../reply.ts';
import type { Turn } from '../turn.ts';

export function handleJoinGroup(shardRequest: ShardRequest, joinGroup: JoinGroup, parked: ParkedReplies, turn: Turn): void {
  const call = openCall(apis[ApiKeys.JoinGroup], shardRequest, parked);
  const { groupId, memberId, sessionTimeoutMs } = call.request;
  const { groupMinSessionTimeoutMs, groupMaxSessionTimeoutMs } = turn.config;
  if (groupId === '') {
    call.reply.answer(turn, joinError(ErrorCode.INVALID_GROUP_ID, memberId));
  } else if (sessionTimeoutMs < groupMinSessionTimeoutMs || sessionTimeoutMs > groupMaxSessionTimeoutMs) {
    call.reply.answer(turn, joinError(ErrorCode.INVALID_SESSION_TIMEOUT, memberId));
  } else {
    joinGroup.join(call, turn);
  }
}
