import { ErrorCode, KafkaError, type Logger } from '@ottla/model';
import type { ClassicMemberMetadata, ConsumerGroupHeartbeatRequest, ConsumerGroupMemberMetadataValue } from '@ottla/protocol';
import { sameBytes } from '../classic-member.ts';
import { type GroupRecord, groupMetadata } from '../group-record.ts';
import type { GroupStore } from '../group-store.ts';
import type { Turn } from '../turn.ts';
import { heldSince, heldTopicPartitionsOf, topicPartitionsOf } from './assignment.ts';
import type { ConsumerGroup } from './consumer-group.ts';
import { type ConsumerMember, JOIN_EPOCH, type MemberProgress, MemberState } from './consumer-member.ts';
import { type ConsumerRecord, memberMetadataRecord, memberTombstones, regexRecord } from './consumer-record.ts';
import type { Downgrade } from './downgrade.ts';
import type { Targets } from './targets.ts';
import { FIRST_RESOLVED, UNRESOLVED, type TopicRegexes } from './topic-regexes.ts';

/** The record of where a member is. */
export function progressRecord(groupId: string, memberId: string, { memberEpoch, previousMemberEpoch, state, assigned, pendingRevocation }: MemberProgress): ConsumerRecord {
  return {
    type: 'ConsumerGroupCurrentMemberAssignment',
    key: { groupId, memberId },
    value: { memberEpoch, previousMemberEpoch, state, assignedPartitions: heldTopicPartitionsOf(assigned), partitionsPendingRevocation: heldTopicPartitionsOf(pendingRevocation) },
  };
}

/** What a member will be after its heartbeat: what it does not repeat stays. */
export function metadataAfter(before: ConsumerGroupMemberMetadataValue | undefined, request: ConsumerGroupHeartbeatRequest, clientId: string, clientHost: string): ConsumerGroupMemberMetadataValue {
  const names = request.subscribedTopicNames === null ? (before?.subscribedTopicNames ?? []) : [...new Set(request.subscribedTopicNames)].sort();
  const regex = request.subscribedTopicRegex ?? before?.subscribedTopicRegex ?? null;
  return {
    instanceId: request.instanceId ?? before?.instanceId ?? null,
    rackId: request.rackId ?? before?.rackId ?? null,
    clientId,
    clientHost,
    subscribedTopicNames: names,
    // An empty expression takes the subscription by expression back.
    subscribedTopicRegex: regex === '' ? null : regex,
    rebalanceTimeoutMs: request.rebalanceTimeoutMs === -1 ? (before?.rebalanceTimeoutMs ?? -1) : request.rebalanceTimeoutMs,
    serverAssignor: request.serverAssignor ?? before?.serverAssignor ?? null,
    classicMemberMetadata: null,
  };
}

export function sameSubscription(a: ConsumerGroupMemberMetadataValue | undefined, b: ConsumerGroupMemberMetadataValue): boolean {
  return a === b || (a !== undefined && a.subscribedTopicRegex === b.subscribedTopicRegex && a.subscribedTopicNames.join() === b.subscribedTopicNames.join());
}

function sameMetadata(a: ConsumerGroupMemberMetadataValue | undefined, b: ConsumerGroupMemberMetadataValue): boolean {
  const { instanceId, rackId, clientId, clientHost, rebalanceTimeoutMs, serverAssignor } = b;
  const isSame = sameSubscription(a, b) && a?.instanceId === instanceId && a.rackId === rackId && a.clientId === clientId && a.clientHost === clientHost && a.rebalanceTimeoutMs === rebalanceTimeoutMs && a.serverAssignor === serverAssignor;
  return isSame && sameClassic(a.classicMemberMetadata, b.classicMemberMetadata);
}

function sameClassic(a: ClassicMemberMetadata | null, b: ClassicMemberMetadata | null): boolean {
  if (a === null || b === null) return a === b;
  const isSame = a.sessionTimeoutMs === b.sessionTimeoutMs && a.supportedProtocols.length === b.supportedProtocols.length;
  return isSame && a.supportedProtocols.every(({ name, metadata }, index) => name === b.supportedProtocols[index]?.name && sameBytes(metadata, b.supportedProtocols[index].metadata));
}

/**
 * How members come into a group, change, and leave it: the records of it.
 *
 * Ordering: what changes the assignment is in one append with the new group epoch, so that a reload never finds
 * members that the next targets do not know of.
 */
export class Membership {
  readonly #store: GroupStore;
  readonly #targets: Targets;
  readonly #regexes: TopicRegexes;
  readonly #downgrade: Downgrade;
  readonly #logger: Logger;

  constructor(store: GroupStore, targets: Targets, regexes: TopicRegexes, downgrade: Downgrade, logger: Logger) {
    this.#store = store;
    this.#targets = targets;
    this.#regexes = regexes;
    this.#downgrade = downgrade;
    this.#logger = logger;
  }

  /** Writes down a member as `after`: new (no `before`), changed, or as it is. `former` is a static member whose place it takes. */
  put(groupId: string, memberId: string, after: ConsumerGroupMemberMetadataValue, former: ConsumerMember | undefined, turn: Turn): void {
    const group = this.#store.consumerGroup(groupId);
    const before = group?.members.get(memberId)?.metadata ?? former?.metadata;
    const isReplacement = former !== undefined && former.memberId !== memberId;
    if (!isReplacement && sameMetadata(before, after)) return;
    const records: GroupRecord[] = [];
    // An empty classic group becomes a KIP-848 group of the same offsets.
    if (group === undefined && this.#store.get(groupId)?.protocolType !== undefined) records.push(groupMetadata(groupId, null));
    if (isReplacement && group !== undefined) records.push(...memberTombstones(groupId, former.memberId));
    // As Kafka writes it, who takes a place over is first what was there, and then what it is itself.
    records.push(memberMetadataRecord(groupId, memberId, isReplacement ? former.metadata : after));
    if (isReplacement && group !== undefined) {
      records.push(...takeOver(group, former, memberId));
      if (!sameMetadata(former.metadata, after)) records.push(memberMetadataRecord(groupId, memberId, after));
    }
    const regexTopics = this.#regexRecords(group, groupId, before, after, records, turn);
    // Who comes to a group and reads nothing changes nothing for the others.
    const isIdle = before === undefined && (group?.epoch ?? 0) > 0 && after.subscribedTopicNames.length === 0 && after.subscribedTopicRegex === null;
    if (isIdle || sameSubscription(before, after)) turn.decision.append(records);
    else this.#targets.bump(group, groupId, topicsAfter(group, before, after, regexTopics), records, turn);
    if (before === undefined) this.#logger.info('a member joined a consumer group', { group: groupId, member: memberId });
  }

  /** Records of an expression that comes into use or goes out of it; answers the topics of the one that `after` has. */
  #regexRecords(group: ConsumerGroup | undefined, groupId: string, before: ConsumerGroupMemberMetadataValue | undefined, after: ConsumerGroupMemberMetadataValue, records: GroupRecord[], turn: Turn): readonly string[] {
    const [old, next] = [before?.subscribedTopicRegex ?? null, after.subscribedTopicRegex];
    if (old !== null && old !== next && group?.usersOfRegex(old) === 1) records.push(regexRecord(groupId, old, null));
    if (next === null) return [];
    const known = group?.regexes.get(next);
    if (known !== undefined) return known.topics;
    // Who names topics too is given those first, as in Kafka, where expressions are resolved beside: clients tell the two apart.
    const isLater = after.subscribedTopicNames.length > 0;
    const topics = isLater ? [] : this.#regexes.resolve(next);
    records.push(regexRecord(groupId, next, { topics, version: isLater ? UNRESOLVED : FIRST_RESOLVED, timestamp: turn.time.wallMs }));
    return topics;
  }

  /** Takes a member out for good; the others get its partitions. */
  remove(group: ConsumerGroup, member: ConsumerMember, why: string, turn: Turn): void {
    this.removeAll(group, [member], why, turn);
  }

  /** Takes members out for good in one epoch; a group that only classic members stay in becomes a classic one. */
  removeAll(group: ConsumerGroup, members: readonly ConsumerMember[], why: string, turn: Turn): void {
    if (members.length === 0) return;
    const { groupId } = group;
    for (const { memberId } of members) this.#logger.info('a member left a consumer group', { group: groupId, member: memberId, why });
    if (this.#downgrade.isDue(group, members, turn) && this.#tryDowngrade(group, members, turn)) return;
    const records: GroupRecord[] = members.flatMap(({ memberId }) => memberTombstones(groupId, memberId));
    const users = new Map<string, number>();
    for (const { metadata: { subscribedTopicRegex: regex } } of members) if (regex !== null) users.set(regex, (users.get(regex) ?? 0) + 1);
    for (const [regex, count] of users) if (group.usersOfRegex(regex) === count) records.push(regexRecord(groupId, regex, null));
    this.#targets.bump(group, groupId, group.topicsWithout(members), records, turn);
    this.#targets.update(group, turn);
  }

  /** A group that no batch can hold stays what it is. */
  #tryDowngrade(group: ConsumerGroup, members: readonly ConsumerMember[], turn: Turn): boolean {
    try {
      return this.#downgrade.convert(group, members, 'the last member of the new protocol left', turn) !== undefined;
    } catch (error) {
      if (!(error instanceof KafkaError) || error.code !== ErrorCode.RECORD_LIST_TOO_LARGE) throw error;
      this.#logger.warn('a consumer group cannot become a classic group: its record fits into no batch', { group: group.groupId, members: group.members.size });
      return false;
    }
  }

  /** Refuses a new member of a full group. */
  checkRoom(group: ConsumerGroup | undefined, memberId: string, turn: Turn): void {
    const { maxSize } = turn.config.consumer;
    if (group === undefined || group.members.size < maxSize || group.members.has(memberId)) return;
    throw new KafkaError(ErrorCode.GROUP_MAX_SIZE_REACHED, `The consumer group has reached its maximum capacity of ${maxSize} members.`);
  }
}

function topicsAfter(group: ConsumerGroup | undefined, before: ConsumerGroupMemberMetadataValue | undefined, after: ConsumerGroupMemberMetadataValue, regexTopics: readonly string[]): ReadonlySet<string> {
  return group === undefined ? new Set([...after.subscribedTopicNames, ...regexTopics]) : group.subscribedTopics({ before, after, regexTopics });
}

/** The instance's target and partitions go to its new member id, which starts from the epoch of a new member. */
function takeOver(group: ConsumerGroup, former: ConsumerMember, memberId: string): ConsumerRecord[] {
  const { groupId } = group;
  const progress = { ...former.progress, memberEpoch: JOIN_EPOCH, previousMemberEpoch: JOIN_EPOCH, state: MemberState.STABLE, assigned: heldSince(former.progress.assigned, JOIN_EPOCH) };
  return [
    { type: 'ConsumerGroupTargetAssignmentMember', key: { groupId, memberId }, value: { topicPartitions: topicPartitionsOf(group.targetOf(former.memberId)) as never } },
    progressRecord(groupId, memberId, progress),
  ];
}
