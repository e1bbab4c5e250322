import { ErrorCode } from '@ottla/model';
import type { PartitionIndex, Uuid } from './ids.ts';
import type { ConsumerGroup } from './consumer-group.ts';
import type { ConsumerMember } from './consumer-member.ts';

/** From here on a member of a KIP-848 group may commit: earlier clients do not know its errors. */
const FIRST_COMMIT_VERSION = 9;

/** Who commits or fetches. */
export interface Claimant {
  readonly memberId: string;
  readonly memberEpoch: number;
  readonly groupInstanceId: string | null;
}

/**
 * Whether `claimant` may commit at all; NONE also for an epoch that has passed, which may be good for some partitions.
 * Without an epoch it commits by hand: it may as long as nobody is in the group. `version` is undefined for a commit
 * in a transaction.
 */
export function checkConsumerCommit(group: ConsumerGroup, { memberId, memberEpoch, groupInstanceId }: Claimant, version: number | undefined): ErrorCode {
  if (memberEpoch < 0 && group.members.size === 0) return ErrorCode.NONE;
  if (version === undefined && memberEpoch < 0 && memberId === '' && groupInstanceId === null) return ErrorCode.NONE;
  const member = group.members.get(memberId);
  if (member === undefined) return ErrorCode.UNKNOWN_MEMBER_ID;
  if (version !== undefined && version < FIRST_COMMIT_VERSION && !member.isClassic) return ErrorCode.UNSUPPORTED_VERSION;
  // A static member that is away has a negative epoch.
  if (memberEpoch === member.progress.memberEpoch) return ErrorCode.NONE;
  return memberEpoch > member.progress.memberEpoch || memberEpoch < 0 ? staleError(member) : ErrorCode.NONE;
}

/** An epoch that has passed is good for partitions that the member has held since then (KIP-1251). */
export function checkConsumerPartition(group: ConsumerGroup, { memberId, memberEpoch }: Claimant, topicId: Uuid, partition: PartitionIndex): ErrorCode {
  const member = group.members.get(memberId);
  if (member === undefined || memberEpoch >= member.progress.memberEpoch) return ErrorCode.NONE;
  const { progress } = member;
  const since = progress.assigned.get(topicId)?.get(partition) ?? progress.pendingRevocation.get(topicId)?.get(partition);
  return since !== undefined && since <= memberEpoch ? ErrorCode.NONE : staleError(member);
}

/** Who names neither a member nor an epoch is an administrator, and reads what it likes. */
export function checkConsumerFetch(group: ConsumerGroup, { memberId, memberEpoch }: { readonly memberId: string | null; readonly memberEpoch: number }): ErrorCode {
  if (memberId === null && memberEpoch < 0) return ErrorCode.NONE;
  const member = group.members.get(memberId ?? '');
  if (member === undefined) return ErrorCode.UNKNOWN_MEMBER_ID;
  // A classic group does not look at epochs here, and clients (@platformatic/kafka) name none as classic members.
  if (member.isClassic && memberEpoch < 0) return ErrorCode.NONE;
  return member.progress.memberEpoch === memberEpoch ? ErrorCode.NONE : staleError(member);
}

/** A classic member knows of generations only. */
function staleError({ isClassic }: ConsumerMember): ErrorCode {
  return isClassic ? ErrorCode.ILLEGAL_GENERATION : ErrorCode.STALE_MEMBER_EPOCH;
}
