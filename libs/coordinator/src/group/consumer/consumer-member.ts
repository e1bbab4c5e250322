import type { ClassicProtocol, ConsumerGroupCurrentMemberAssignmentValue, ConsumerGroupMemberMetadataValue } from '@ottla/protocol';
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

/** A member of a KIP-848 group. All but the deadlines and `retells` is durable, and changed by its group's replay only. */
export class ConsumerMember {
  readonly memberId: string;
  /** It was silent for the session timeout. */
  readonly session: ConsumerDeadline;
  /** It was told to give partitions up and took longer than its rebalance timeout. */
  readonly revocation: ConsumerDeadline;
  metadata: ConsumerGroupMemberMetadataValue = noMetadata;
  progress: MemberProgress = noProgress;
  /** How many answers more shall carry its assignment although that did not change. */
  retells = 0;
  readonly #group: ConsumerGroup;
  #rejoin: ConsumerDeadline | undefined;
  #sync: ConsumerDeadline | undefined;

  constructor(group: ConsumerGroup, memberId: string) {
    this.#group = group;
    this.memberId = memberId;
    this.session = new ConsumerDeadline('session', group, memberId);
    this.revocation = new ConsumerDeadline('revocation', group, memberId);
  }

  /** Whether it speaks the classic protocol (JoinGroup, SyncGroup, Heartbeat). */
  get isClassic(): boolean {
    return this.metadata.classicMemberMetadata !== null;
  }

  /** What a classic member offers, in its order of preference; nothing for others. */
  get classicProtocols(): readonly ClassicProtocol[] {
    return this.metadata.classicMemberMetadata?.supportedProtocols ?? [];
  }

  /** A classic member's own session timeout; undefined where the group's counts. */
  get sessionTimeoutMs(): number | undefined {
    return this.metadata.classicMemberMetadata?.sessionTimeoutMs;
  }

  /** A classic member was told to join again and took longer than its rebalance timeout. Made when first asked for. */
  get rejoin(): ConsumerDeadline {
    return (this.#rejoin ??= new ConsumerDeadline('rejoin', this.#group, this.memberId));
  }

  /** A classic member joined and did not send SyncGroup within its rebalance timeout. Made when first asked for. */
  get sync(): ConsumerDeadline {
    return (this.#sync ??= new ConsumerDeadline('sync', this.#group, this.memberId));
  }

  /** All deadlines that there are. */
  *deadlines(): Generator<ConsumerDeadline, undefined> {
    yield this.session;
    yield this.revocation;
    if (this.#rejoin !== undefined) yield this.#rejoin;
    if (this.#sync !== undefined) yield this.#sync;
  }
}

/** How far a member is, as its record says; at the beginning without one. */
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
