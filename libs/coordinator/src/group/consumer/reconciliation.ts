import { type Assignment, type HeldPartitions, NOTHING_HELD, overlaps } from './assignment.ts';
import { type MemberProgress, MemberState } from './consumer-member.ts';
import type { MemberEpoch, PartitionIndex, Uuid } from './ids.ts';

export interface ReconciliationInput {
  readonly targetEpoch: MemberEpoch;
  readonly target: Assignment;
  /** What the member says it holds; null when it did not say. */
  readonly owned: readonly { readonly topicId: Uuid; readonly partitions: readonly PartitionIndex[] }[] | null;
  /** Whether anyone holds the partition, this member included. */
  readonly isHeld: (topicId: Uuid, partition: PartitionIndex) => boolean;
  /** The topics that the member reads, where that has changed just now. */
  readonly subscribed?: ReadonlySet<Uuid> | undefined;
}

/**
 * One step of a member towards its target; the same object when there is none to take.
 *
 * Ordering: it first gives up what the target does not want (its epoch stays meanwhile), then takes over the target's
 * epoch and all partitions that nobody holds, then waits for the rest. So no partition is ever with two members.
 */
export function reconcile(progress: MemberProgress, input: ReconciliationInput): MemberProgress {
  switch (progress.state) {
    case MemberState.STABLE:
      return progress.memberEpoch === input.targetEpoch ? progress : nextProgress(progress, progress.memberEpoch, input);
    case MemberState.UNREVOKED_PARTITIONS:
      // Given up is what the member does not name any more; one that says nothing has not answered yet.
      if (input.owned === null || overlaps(input.owned, progress.pendingRevocation)) return input.subscribed === undefined ? progress : withoutOthers(progress, input.subscribed);
      return nextProgress(progress, progress.memberEpoch + 1, input);
    case MemberState.UNRELEASED_PARTITIONS:
      return nextProgress(progress, progress.memberEpoch, input);
  }
}

/** While it still gives something up a member may stop to read a topic: what it holds of that one it gives up, too. */
function withoutOthers(progress: MemberProgress, subscribed: ReadonlySet<Uuid>): MemberProgress {
  const kept = new Map(progress.assigned);
  const pendingRevocation = new Map(progress.pendingRevocation);
  for (const [topicId, partitions] of progress.assigned) {
    if (subscribed.has(topicId)) continue;
    kept.delete(topicId);
    pendingRevocation.set(topicId, new Map([...(pendingRevocation.get(topicId) ?? []), ...partitions].sort(([a], [b]) => a - b)));
  }
  return kept.size === progress.assigned.size ? progress : { ...progress, previousMemberEpoch: progress.memberEpoch, assigned: kept, pendingRevocation };
}

function nextProgress(progress: MemberProgress, memberEpoch: MemberEpoch, { targetEpoch, target, owned, isHeld }: ReconciliationInput): MemberProgress {
  const kept = new Map<Uuid, ReadonlyMap<PartitionIndex, MemberEpoch>>();
  const revoked = new Map<Uuid, ReadonlyMap<PartitionIndex, MemberEpoch>>();
  for (const [topicId, partitions] of progress.assigned) {
    const wanted = new Set(target.get(topicId));
    const split = Map.groupBy(partitions, ([partition]) => wanted.has(partition));
    const [staying, going] = [split.get(true), split.get(false)];
    if (staying !== undefined) kept.set(topicId, new Map(staying));
    if (going !== undefined) revoked.set(topicId, new Map(going));
  }
  // A member that says what it holds, and does not hold any of it, has nothing to give up.
  if (revoked.size > 0 && (owned === null || overlaps(owned, revoked))) {
    return stepOrSame(progress, { memberEpoch, state: MemberState.UNREVOKED_PARTITIONS, assigned: kept, pendingRevocation: revoked });
  }
  let waits = false;
  const assigned = new Map<Uuid, ReadonlyMap<PartitionIndex, MemberEpoch>>(kept);
  for (const [topicId, partitions] of target) {
    const has = progress.assigned.get(topicId);
    const gained: (readonly [PartitionIndex, MemberEpoch])[] = [];
    for (const partition of partitions) {
      if (has?.has(partition) === true) continue;
      // What it has just given up itself counts as held until this step is taken.
      if (isHeld(topicId, partition) && progress.pendingRevocation.get(topicId)?.has(partition) !== true) waits = true;
      else gained.push([partition, targetEpoch]);
    }
    if (gained.length > 0) assigned.set(topicId, new Map([...(assigned.get(topicId) ?? []), ...gained].sort(([a], [b]) => a - b)));
  }
  const state = waits ? MemberState.UNRELEASED_PARTITIONS : MemberState.STABLE;
  return stepOrSame(progress, { memberEpoch: targetEpoch, state, assigned, pendingRevocation: NOTHING_HELD });
}

function stepOrSame(before: MemberProgress, step: Omit<MemberProgress, 'previousMemberEpoch'>): MemberProgress {
  // As in Kafka, a member that still waits at its next step has no epoch before its own any more.
  const isSame =
    before.memberEpoch === step.memberEpoch && before.previousMemberEpoch === before.memberEpoch && before.state === step.state && countOf(before.assigned) === countOf(step.assigned) && countOf(before.pendingRevocation) === countOf(step.pendingRevocation);
  if (isSame && [...step.assigned].every(([topicId, partitions]) => [...partitions.keys()].every((partition) => before.assigned.get(topicId)?.has(partition) === true))) return before;
  return { ...step, previousMemberEpoch: before.memberEpoch };
}

function countOf(held: HeldPartitions): number {
  let count = 0;
  for (const partitions of held.values()) count += partitions.size;
  return count;
}
