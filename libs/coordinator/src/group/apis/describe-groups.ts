import { ErrorCode } from '@ottla/model';
import { apis, ApiKeys, type DescribeGroupsResponseDescribedGroupInput } from '@ottla/protocol';
import type { ShardRequest } from '../../runtime/coordinator-shard.ts';
import type { Queries } from '../queries.ts';
import { openCall, type ParkedReplies } from '../reply.ts';
import type { Turn } from '../turn.ts';

/** Before it a group that does not exist is described as a dead one, without an error (KIP-1043). */
const FIRST_VERSION_WITH_GROUP_ID_NOT_FOUND = 6;

/** Operations on a group, a bit each by Kafka's code of the operation: all that an unrestricted client may do. */
const READ = 1 << 3;
const DELETE = 1 << 6;
const DESCRIBE = 1 << 8;
const DESCRIBE_CONFIGS = 1 << 10;
const ALTER_CONFIGS = 1 << 11;
export const ALL_GROUP_OPERATIONS = READ | DELETE | DESCRIBE | DESCRIBE_CONFIGS | ALTER_CONFIGS;

export function handleDescribeGroups(shardRequest: ShardRequest, queries: Queries, parked: ParkedReplies, turn: Turn): void {
  const { request, version, reply } = openCall(apis[ApiKeys.DescribeGroups], shardRequest, parked);
  const groups = request.groups.map((groupId) => {
    const described = queries.describe(groupId) ?? deadGroup(groupId, version, queries.isConsumerGroup(groupId));
    const isAsked = request.includeAuthorizedOperations && described.errorCode === ErrorCode.NONE;
    return isAsked ? { ...described, authorizedOperations: ALL_GROUP_OPERATIONS } : described;
  });
  reply.answer(turn, { groups });
}

function deadGroup(groupId: string, version: number, isOfOtherType: boolean): DescribeGroupsResponseDescribedGroupInput {
  const dead = { groupId, groupState: 'Dead', protocolType: '', protocolData: '', members: [] };
  if (version < FIRST_VERSION_WITH_GROUP_ID_NOT_FOUND) return { ...dead, errorCode: ErrorCode.NONE };
  return { ...dead, errorCode: ErrorCode.GROUP_ID_NOT_FOUND, errorMessage: isOfOtherType ? `Group ${groupId} is not a classic group.` : `Group ${groupId} not found.` };
}
