import type { Assignment } from './assignment.ts';
import { type AssignorInput, type AssignorMember, type AssignorTopic, isNear, usesRacks } from './assignor-input.ts';
import type { PartitionIndex, Uuid } from './ids.ts';

/**
 * Shares each topic by itself: its partitions in order to its members in order, some a row, the first members one more
 * where it does not come out even. Topics that have the same partitions and members are shared alike, so that a
 * member finds what belongs together. Static members are ordered by instance, which outlasts their member ids.
 * Where racks differ a member first gets, within its share, partitions that have a replica in its rack.
 */
export function rangeAssignor({ members, topics }: AssignorInput): ReadonlyMap<string, Assignment> {
  const targets = new Map<string, Map<Uuid, PartitionIndex[]>>(members.map(({ memberId }) => [memberId, new Map()]));
  const ordered = members.toSorted(byInstanceThenId);
  for (const topic of topics) {
    const readers = ordered.filter((member) => member.topics.has(topic.topicId));
    if (readers.length === 0) continue;
    const shares = sharesOf(topic.partitionCount, readers.length);
    const parts = usesRacks(readers, topic) ? nearParts(topic, readers, shares) : rowParts(shares);
    parts.forEach((partitions, index) => {
      if (partitions.length > 0) targets.get((readers[index] as AssignorMember).memberId)?.set(topic.topicId, partitions);
    });
  }
  return targets;
}

function byInstanceThenId(a: AssignorMember, b: AssignorMember): number {
  if ((a.instanceId === null) !== (b.instanceId === null)) return a.instanceId === null ? 1 : -1;
  const [left, right] = [a.instanceId ?? a.memberId, b.instanceId ?? b.memberId];
  return left < right ? -1 : left > right ? 1 : 0;
}

/** How many partitions each of `members` gets. */
function sharesOf(partitions: number, members: number): number[] {
  const least = Math.floor(partitions / members);
  const more = partitions % members;
  return Array.from({ length: members }, (_, index) => least + (index < more ? 1 : 0));
}

function rowParts(shares: readonly number[]): PartitionIndex[][] {
  let next = 0;
  return shares.map((share) => Array.from({ length: share }, () => next++));
}

function nearParts(topic: AssignorTopic, readers: readonly AssignorMember[], shares: readonly number[]): PartitionIndex[][] {
  const parts: PartitionIndex[][] = shares.map(() => []);
  const left = new Set(Array.from({ length: topic.partitionCount }, (_, partition) => partition));
  const fill = (wants: (partition: PartitionIndex, member: AssignorMember) => boolean): void =>
    readers.forEach((member, index) => {
      const part = parts[index] as PartitionIndex[];
      for (const partition of left) {
        if (part.length === shares[index]) return;
        if (!wants(partition, member)) continue;
        part.push(partition);
        left.delete(partition);
      }
    });
  fill((partition, member) => isNear(topic, partition, member));
  fill(() => true);
  return parts.map((part) => part.sort((a, b) => a - b));
}
