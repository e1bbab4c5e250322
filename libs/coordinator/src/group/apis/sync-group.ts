import { ErrorCode } from '@ottla/model';
import { apis, ApiKeys } from '@ottla/protocol';
import type { ShardRequest } from '../../runtime/coordinator-shard.ts';
import { openCall, type ParkedReplies } from '../reply.ts';
import { syncError } from '../sync-error.ts';
import type { SyncGroup } from '../sync-group.ts';
import type { Turn } from '../turn.ts';

/** From here on the client must say which protocol it joined with (KIP-559). */
const FIRST_VERSION_WITH_PROTOCOL = 5;

export function handleSyncGroup(shardRequest: ShardRequest, syncGroup: SyncGroup, parked: ParkedReplies, turn: Turn): void {
  const call = openCall(apis[ApiKeys.SyncGroup], shardRequest, parked);
  const { groupId, protocolType, protocolName } = call.request;
  if (call.version >= FIRST_VERSION_WITH_PROTOCOL && (protocolType === null || protocolName === null)) {
    call.reply.answer(turn, syncError(ErrorCode.INCONSISTENT_GROUP_PROTOCOL));
  } else if (groupId === '') {
    call.reply.answer(turn, syncError(ErrorCode.INVALID_GROUP_ID));
  } else {
    syncGroup.sync(call, turn);
  }
}
