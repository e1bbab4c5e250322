import { ErrorCode } from '@ottla/model';
import type { DescribeGroupsResponseDescribedGroupInput, ListedGroupInput } from '@ottla/protocol';
import { ClassicGroup } from './classic-group.ts';
import { type ClassicMember, NO_ASSIGNMENT } from './classic-member.ts';
import type { GroupMetrics } from './group-metrics.ts';
import type { GroupStore } from './group-store.ts';
import type { PendingOffsets } from './pending-offsets.ts';
import { CONSUMER_PROTOCOL_TYPE } from './subscribed-topics.ts';
import { Tombstones } from './tombstones.ts';
import type { Turn } from './turn.ts';

/** The types of groups here, as ListGroups names them. */
const CLASSIC_TYPE = 'classic';
const CONSUMER_TYPE = 'consumer';

/** DescribeGroups, ListGroups and DeleteGroups: what administrators ask for. */
export class Queries {
  readonly #store: GroupStore;
  readonly #metrics: GroupMetrics;
  readonly #pending: PendingOffsets;

  constructor(store: GroupStore, metrics: GroupMetrics, pending: PendingOffsets) {
    this.#store = store;
    this.#metrics = metrics;
    this.#pending = pending;
  }

  /** undefined when there is no such group. */
  describe(groupId: string): DescribeGroupsResponseDescribedGroupInput | undefined {
    const group = this.#store.get(groupId);
    if (group === undefined) return this.#isOfTransactionsAlone(groupId) ? { errorCode: ErrorCode.NONE, groupId, groupState: 'Empty', protocolType: '', protocolData: '', members: [] } : undefined;
    const isStable = group.state === 'Stable';
    return {
      errorCode: ErrorCode.NONE,
      groupId,
      groupState: group.state,
      protocolType: group.protocolType ?? '',
      protocolData: isStable ? (group.protocolName ?? '') : '',
      members: [...group.members()].map((member) => describeMember(member, isStable ? group : undefined)),
    };
  }

  /** Offsets that open transactions want to commit make a group, as in Kafka: one without members. */
  #isOfTransactionsAlone(groupId: string): boolean {
    return this.#pending.hasOpen(groupId) && this.#store.offsetsOf(groupId) === undefined;
  }

  /** Whether the id is that of a KIP-848 group. */
  isConsumerGroup(groupId: string): boolean {
    return this.#store.consumerGroup(groupId) !== undefined;
  }

  /** Groups in one of `states` and of one of `types`, in any spelling; an empty list leaves nothing out. */
  list(states: readonly string[], types: readonly string[]): ListedGroupInput[] {
    const wantedTypes = types.map((type) => type.toLowerCase());
    const isWanted = (type: string): boolean => wantedTypes.length === 0 || wantedTypes.includes(type);
    const wantedStates = new Set(states.map((state) => state.toLowerCase()));
    const listed: ListedGroupInput[] = [];
    const add = (groupId: string, groupState: string, protocolType: string, groupType: string): void => {
      if (wantedStates.size > 0 && !wantedStates.has(groupState.toLowerCase())) return;
      listed.push({ groupId, protocolType, groupState, groupType });
    };
    if (isWanted(CLASSIC_TYPE)) {
      for (const { groupId, state, protocolType } of this.#store.all()) add(groupId, state, protocolType ?? '', CLASSIC_TYPE);
      for (const groupId of this.#pending.groupIds()) if (this.#isOfTransactionsAlone(groupId)) add(groupId, 'Empty', '', CLASSIC_TYPE);
    }
    if (isWanted(CONSUMER_TYPE)) for (const { groupId, state } of this.#store.consumerGroups()) add(groupId, state, CONSUMER_PROTOCOL_TYPE, CONSUMER_TYPE);
    return listed;
  }

  /** Deletes a group that nobody is in, with its offsets, also those of transactions that are still open. */
  delete(groupId: string, turn: Turn): ErrorCode {
    const group = this.#store.get(groupId) ?? this.#store.consumerGroup(groupId);
    if (group === undefined && !this.#isOfTransactionsAlone(groupId)) return ErrorCode.GROUP_ID_NOT_FOUND;
    if (group !== undefined && group.state !== 'Empty') return ErrorCode.NON_EMPTY_GROUP;
    const tombstones = new Tombstones(turn);
    this.#metrics.offsetDeletions.add(tombstones.addAllOffsets(groupId, group?.offsets, this.#pending));
    if (group instanceof ClassicGroup) tombstones.addGroup(groupId);
    else if (group !== undefined) tombstones.addConsumerGroup(group);
    tombstones.flush();
    return ErrorCode.NONE;
  }
}

/** `group` is given when its protocol is settled: only then does metadata mean anything. */
function describeMember(member: ClassicMember, group: ClassicGroup | undefined): DescribeGroupsResponseDescribedGroupInput['members'][number] {
  return {
    memberId: member.memberId,
    groupInstanceId: member.groupInstanceId,
    clientId: member.clientId,
    clientHost: member.clientHost,
    memberMetadata: group === undefined ? NO_ASSIGNMENT : member.metadataOf(group.protocolName),
    memberAssignment: member.assignment,
  };
}
