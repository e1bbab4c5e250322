import { ErrorCode } from '@ottla/model';
import type { DescribeGroupsResponseDescribedGroupInput, ListedGroupInput } from '@ottla/protocol';
import { ClassicGroup } from './classic-group.ts';
import type { ConsumerGroup } from './consumer/consumer-group.ts';
import { type ClassicMember, NO_ASSIGNMENT } from './classic-member.ts';
import type { GroupMetrics } from './group-metrics.ts';
import type { GroupStore } from './group-store.ts';
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

  constructor(store: GroupStore, metrics: GroupMetrics) {
    this.#store = store;
    this.#metrics = metrics;
  }

  /** undefined when there is no such group. */
  describe(groupId: string): DescribeGroupsResponseDescribedGroupInput | undefined {
    const group = this.#store.get(groupId);
    if (group === undefined) return undefined;
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
    const add = (group: ClassicGroup | ConsumerGroup, protocolType: string, groupType: string): void => {
      if (wantedStates.size > 0 && !wantedStates.has(group.state.toLowerCase())) return;
      listed.push({ groupId: group.groupId, protocolType, groupState: group.state, groupType });
    };
    if (isWanted(CLASSIC_TYPE)) for (const group of this.#store.all()) add(group, group.protocolType ?? '', CLASSIC_TYPE);
    if (isWanted(CONSUMER_TYPE)) for (const group of this.#store.consumerGroups()) add(group, CONSUMER_PROTOCOL_TYPE, CONSUMER_TYPE);
    return listed;
  }

  /** Deletes a group that nobody is in, with its offsets. */
  delete(groupId: string, turn: Turn): ErrorCode {
    const group = this.#store.get(groupId) ?? this.#store.consumerGroup(groupId);
    if (group === undefined) return ErrorCode.GROUP_ID_NOT_FOUND;
    if (group.state !== 'Empty') return ErrorCode.NON_EMPTY_GROUP;
    const tombstones = new Tombstones(turn);
    this.#metrics.offsetDeletions.add(tombstones.addAllOffsets(group));
    if (group instanceof ClassicGroup) tombstones.addGroup(groupId);
    else tombstones.addConsumerGroup(group);
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
