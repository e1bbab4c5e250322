import type { Assignment } from './assignment.ts';
import type { PartitionIndex, Uuid } from './ids.ts';

/** A member as an assignor sees it. */
export interface AssignorMember {
  readonly memberId: string;
  readonly instanceId: string | null;
  readonly rackId: string | null;
  /** Ids of the existing topics that it reads. */
  readonly topics: ReadonlySet<Uuid>;
  /** What it was to have until now. */
  readonly previous: Assignment;
}

/** A topic as an assignor sees it. */
export interface AssignorTopic {
  readonly topicId: Uuid;
  readonly partitionCount: number;
  /** The racks of a partition's replicas; undefined when no rack is known. */
  readonly racks: readonly ReadonlySet<string>[] | undefined;
}

/** What is shared out, in an order that is the same every time. */
export interface AssignorInput {
  readonly members: readonly AssignorMember[];
  readonly topics: readonly AssignorTopic[];
}

/** Answers a target for each member; pure, and the same for the same input. */
export type Assignor = (input: AssignorInput) => ReadonlyMap<string, Assignment>;

/** Whether a replica of the partition is in the member's rack; false when racks say nothing. */
export function isNear({ racks }: AssignorTopic, partition: PartitionIndex, { rackId }: AssignorMember): boolean {
  return rackId !== null && racks?.[partition]?.has(rackId) === true;
}

/** Whether racks can make a difference for anyone. */
export function usesRacks(members: readonly AssignorMember[], { racks }: AssignorTopic): boolean {
  const racksOfMembers = new Set(members.map(({ rackId }) => rackId).filter((rackId) => rackId !== null));
  if (racks === undefined || racksOfMembers.size === 0) return false;
  return racks.some((of) => [...racksOfMembers].some((rack) => !of.has(rack))) && racks.some((of) => [...racksOfMembers].some((rack) => of.has(rack)));
}
