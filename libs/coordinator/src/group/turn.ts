import type { Decision, ShardTime } from '../runtime/coordinator-shard.ts';
import type { GroupConfig } from './group-config.ts';
import type { GroupRecord } from './group-record.ts';

/** The input and the outlet of one decision of a group shard. Nobody keeps it beyond the call. */
export interface Turn {
  readonly time: ShardTime;
  readonly config: GroupConfig;
  readonly decision: Decision<GroupRecord>;
}
