import { ErrorCode } from '@ottla/model';
import { apis, ApiKeys } from '@ottla/protocol';
import type { ShardRequest } from '../../runtime/coordinator-shard.ts';
import type { MemberLifecycle } from '../member-lifecycle.ts';
import { openCall, type ParkedReplies } from '../reply.ts';
import type { Turn } from '../turn.ts';

/** Before it one member leaves at a time, and the answer's own error is that member's. */
const FIRST_VERSION_WITH_MEMBERS = 3;

export function handleLeaveGroup(shardRequest: ShardRequest, lifecycle: MemberLifecycle, parked: ParkedReplies, turn: Turn): void {
  const { request, version, reply } = openCall(apis[ApiKeys.LeaveGroup], shardRequest, parked);
  if (request.groupId === '') {
    reply.answer(turn, { errorCode: ErrorCode.INVALID_GROUP_ID, members: [] });
  } else if (version >= FIRST_VERSION_WITH_MEMBERS) {
    reply.answer(turn, { errorCode: ErrorCode.NONE, members: lifecycle.leave(request.groupId, request.members, turn) });
  } else {
    const [left] = lifecycle.leave(request.groupId, [{ memberId: request.memberId, groupInstanceId: null, reason: null }], turn);
    reply.answer(turn, { errorCode: left?.errorCode ?? ErrorCode.NONE, members: [] });
  }
}
