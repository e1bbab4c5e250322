import type { ConsumerGroupCurrentMemberAssignmentValue, ConsumerGroupMemberMetadataValue } from '@ottla/protocol';
import { heldFrom, type HeldPartitions, NOTHING_HELD } from './assignment.ts';
import { ConsumerDeadline } from './consumer-deadline.ts';
import type { ConsumerGroup } from './consumer-group.ts';
import type { MemberEpoch } from './ids.ts';

/** The states of a member on its way to its target, by Kafka's codes. */
export const MemberState = {
  /** It is where the target of its epoch wants it. */
  STABLE: 0,
  /** It was told to give partitions up, and has not said that it did. */
  UNREVOKED_PARTITIONS: 1,
  /** It waits for partitions that others have not given up. */
  UNRELEASED_PARTITIONS: 2,
} as const;
export type MemberState = (typeof MemberState)[keyof typeof MemberState];

/** Epoch with which a client joins, and of a member that was never given an assignment. */
export const JOIN_EPOCH = 0;
/** Epoch with which a member leaves. */
export const LEAVE_EPOCH = -1;
/** Epoch with which a static member goes away to come back. */
export const STATIC_LEAVE_EPOCH = -2;

/** Where a member is: what its CurrentMemberAssignment record holds. */
export interface MemberProgress {
  readonly memberEpoch: MemberEpoch;
  readonly previousMemberEpoch: MemberEpoch;
  readonly state: MemberState;
  readonly assigned: HeldPartitions;
  /** Taken from it, but maybe still in its hands. */
  readonly pendingRevocation: HeldPartitions;
}

const noProgress: MemberProgress = { memberEpoch: JOIN_EPOCH, previousMemberEpoch: JOIN_EPOCH, state: MemberState.STABLE, assigned: NOTHING_HELD, pendingRevocation: NOTHING_HELD };

const noMetadata: ConsumerGroupMemberMetadataValue = {
  instanceId: null, rackId: null, clientId: '', clientHost: '', subscribedTopicNames: [], subscribedTopicRegex: null, rebalanceTimeoutMs: -1, serverAssignor: null, classicMemberMetadata: null,
};

/** A member of a KIP-848 group. All but the deadlines is durable, and changed by its group's replay only. */
export class ConsumerMember {
  readonly memberId: string;
  /** It was silent for the session timeout. */
  readonly session: ConsumerDeadline;
  /** It was told to give partitions up and took longer than its rebalance timeout. */
  readonly revocation: ConsumerDeadline;
  metadata: ConsumerGroupMemberMetadataValue = noMetadata;
  progress: MemberProgress = noProgress;

  constructor(group: ConsumerGroup, memberId: string) {
    this.memberId = memberId;
    this.session = new ConsumerDeadline('session', group, memberId);
    this.revocation = new ConsumerDeadline('revocation', group, memberId);
  }
}

export function progressFrom(value: ConsumerGroupCurrentMemberAssignmentValue | null): MemberProgress {
  if (value === null) return noProgress;
  const { memberEpoch, previousMemberEpoch, state } = value;
  return {
    memberEpoch,
    previousMemberEpoch,
    // A state of a later version: to wait for a revocation is what never takes a partition from under anyone.
    state: state === MemberState.STABLE || state === MemberState.UNRELEASED_PARTITIONS ? state : MemberState.UNREVOKED_PARTITIONS,
    assigned: heldFrom(value.assignedPartitions, memberEpoch),
    pendingRevocation: heldFrom(value.partitionsPendingRevocation, memberEpoch),
  };
}
