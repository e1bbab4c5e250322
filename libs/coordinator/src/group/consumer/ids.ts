export type { PartitionIndex, Uuid } from '@ottla/model';

/** A member's epoch: the epoch of the target assignment that it has reached; 0, -1 and -2 have meanings of their own. */
export type MemberEpoch = number;
