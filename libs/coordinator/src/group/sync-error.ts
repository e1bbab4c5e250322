import type { ErrorCode } from '@ottla/model';
import type { SyncGroupResponseInput } from '@ottla/protocol';
import { NO_ASSIGNMENT } from './classic-member.ts';

/** An answer to SyncGroup that is an error. */
export function syncError(errorCode: ErrorCode): SyncGroupResponseInput {
  return { errorCode, protocolType: null, protocolName: null, assignment: NO_ASSIGNMENT };
}
