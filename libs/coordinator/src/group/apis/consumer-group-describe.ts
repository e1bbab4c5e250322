import { ErrorCode } from '@ottla/model';
import { apis, ApiKeys } from '@ottla/protocol';
import type { ShardRequest } from '../../runtime/coordinator-shard.ts';
import type { ConsumerQueries } from '../consumer/consumer-queries.ts';
import { openCall, type ParkedReplies } from '../reply.ts';
import type { Turn } from '../turn.ts';
import { ALL_GROUP_OPERATIONS } from './describe-groups.ts';

export function handleConsumerGroupDescribe(shardRequest: ShardRequest, queries: ConsumerQueries, parked: ParkedReplies, turn: Turn): void {
  const { request, reply } = openCall(apis[ApiKeys.ConsumerGroupDescribe], shardRequest, parked);
  const groups = request.groupIds.map((groupId) => {
    const described = queries.describe(groupId, turn);
    const isAsked = request.includeAuthorizedOperations && described.errorCode === ErrorCode.NONE;
    return isAsked ? { ...described, authorizedOperations: ALL_GROUP_OPERATIONS } : described;
  });
  reply.answer(turn, { throttleTimeMs: 0, groups });
}
