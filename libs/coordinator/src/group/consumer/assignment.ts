import type { MemberEpoch, PartitionIndex, Uuid } from './ids.ts';

/** Partitions by topic id, ascending; no topic without a partition. What a target is. */
export type Assignment = ReadonlyMap<Uuid, readonly PartitionIndex[]>;

/** Partitions that a member holds, each with the member epoch at which it was given them (KIP-1251). */
export type HeldPartitions = ReadonlyMap<Uuid, ReadonlyMap<PartitionIndex, MemberEpoch>>;

export const NO_PARTITIONS: Assignment = new Map();
export const NOTHING_HELD: HeldPartitions = new Map();

interface TopicPartitions {
  readonly topicId: Uuid;
  readonly partitions: readonly PartitionIndex[];
}

interface HeldTopicPartitions extends TopicPartitions {
  readonly assignmentEpochs: readonly MemberEpoch[] | null;
}

export function assignmentFrom(topics: readonly TopicPartitions[]): Assignment {
  return new Map(topics.map(({ topicId, partitions }) => [topicId, partitions.toSorted((a, b) => a - b)]));
}

export function topicPartitionsOf(assignment: Assignment): { topicId: Uuid; partitions: readonly PartitionIndex[] }[] {
  return [...assignment].map(([topicId, partitions]) => ({ topicId, partitions }));
}

export function sameAssignment(a: Assignment, b: Assignment): boolean {
  if (a.size !== b.size) return false;
  for (const [topicId, partitions] of a) {
    const others = b.get(topicId);
    if (others === undefined || others.length !== partitions.length || partitions.some((partition, index) => others[index] !== partition)) return false;
  }
  return true;
}

/** Records of older versions name no epoch for each partition: then it is the member's own. */
export function heldFrom(topics: readonly HeldTopicPartitions[], memberEpoch: MemberEpoch): HeldPartitions {
  return new Map(
    topics.map(({ topicId, partitions, assignmentEpochs }) => [
      topicId,
      new Map(partitions.map((partition, index) => [partition, assignmentEpochs?.[index] ?? memberEpoch] as const).toSorted(([a], [b]) => a - b)),
    ]),
  );
}

export function heldTopicPartitionsOf(held: HeldPartitions): { topicId: Uuid; partitions: PartitionIndex[]; assignmentEpochs: MemberEpoch[] }[] {
  return [...held].map(([topicId, partitions]) => ({ topicId, partitions: [...partitions.keys()], assignmentEpochs: [...partitions.values()] }));
}

/** The same partitions, as if they were given at `epoch`. */
export function heldSince(held: HeldPartitions, epoch: MemberEpoch): HeldPartitions {
  return new Map([...held].map(([topicId, partitions]) => [topicId, new Map([...partitions.keys()].map((partition) => [partition, epoch]))]));
}

/** The partitions alone. */
export function partitionsOf(held: HeldPartitions): Assignment {
  return new Map([...held].map(([topicId, partitions]) => [topicId, [...partitions.keys()]]));
}

/** All partitions of two that have none in common. */
export function union(a: Assignment, b: Assignment): Assignment {
  const all = new Map(a);
  for (const [topicId, partitions] of b) all.set(topicId, [...(a.get(topicId) ?? []), ...partitions].toSorted((one, other) => one - other));
  return all;
}

export function holdsSame(a: HeldPartitions, b: HeldPartitions): boolean {
  if (a.size !== b.size) return false;
  for (const [topicId, partitions] of a) {
    const others = b.get(topicId);
    if (others === undefined || others.size !== partitions.size) return false;
    for (const partition of partitions.keys()) if (!others.has(partition)) return false;
  }
  return true;
}

/** Whether `owned`, as a member reports it, is among what it holds. */
export function isWithin(owned: readonly TopicPartitions[], held: HeldPartitions): boolean {
  return owned.every(({ topicId, partitions }) => partitions.every((partition) => held.get(topicId)?.has(partition) === true));
}

/** Whether `owned`, as a member reports it, is all that it holds and nothing else. */
export function isExactly(owned: readonly TopicPartitions[], held: HeldPartitions): boolean {
  let difference = 0;
  for (const partitions of held.values()) difference += partitions.size;
  for (const { partitions } of owned) difference -= partitions.length;
  return difference === 0 && isWithin(owned, held);
}

/** Whether `owned` names any partition of `held`. */
export function overlaps(owned: readonly TopicPartitions[], held: HeldPartitions): boolean {
  return owned.some(({ topicId, partitions }) => partitions.some((partition) => held.get(topicId)?.has(partition) === true));
}
