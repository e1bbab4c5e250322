import { ErrorCode, KafkaError, type Logger } from '@ottla/model';
import { type ConsumerProtocolSubscription, MalformedMessageError } from '@ottla/protocol';
import type { ClassicGroup, GroupState } from '../classic-group.ts';
import type { ClassicMember } from '../classic-member.ts';
import { groupMetadata } from '../group-record.ts';
import type { GroupStore } from '../group-store.ts';
import { joinError, type Rebalance } from '../rebalance.ts';
import { CONSUMER_PROTOCOL_TYPE } from '../subscribed-topics.ts';
import type { TopicLookup } from '../topic-lookup.ts';
import type { Turn } from '../turn.ts';
import { type Assignment, assignmentFrom, heldFrom, type HeldPartitions, topicPartitionsOf } from './assignment.ts';
import type { ConsumerGroup } from './consumer-group.ts';
import { MemberState } from './consumer-member.ts';
import { type ConsumerRecord, groupEpochRecord, memberMetadataRecord } from './consumer-record.ts';
import { assignedIn, byTopicId, subscriptionFrom } from './embedded-protocol.ts';
import { progressRecord } from './membership.ts';
import type { PartitionIndex, Uuid } from './ids.ts';
import { isUpgradeEnabled } from './migration-policy.ts';
import { metadataHashOf } from './topic-facts.ts';

/** What a classic member will be in the new group. */
interface Converted {
  readonly member: ClassicMember;
  readonly metadata: NonNullable<Extract<ConsumerRecord, { type: 'ConsumerGroupMemberMetadata' }>['value']>;
  readonly assigned: Assignment;
  /** What it said that it holds, and was not assigned again: a cooperative member gives it up only when it hears of that. */
  readonly pendingRevocation: Assignment;
}

/**
 * Makes a KIP-848 group of a classic one whose members stay: with the first member that joins by the new protocol.
 *
 * Ordering: all is decoded before anything changes; members that wait in a rebalance are sent back to join; then the
 * whole conversion is one append, which replay carries out. Each member keeps its last assignment, as what it has and
 * what it shall have, under its generation as the epoch, so nobody stops reading. What a cooperative member is about to give
 * up stays its own until it joins again.
 */
export class Upgrade {
  readonly #store: GroupStore;
  readonly #rebalance: Rebalance;
  readonly #topics: TopicLookup;
  readonly #logger: Logger;

  constructor(store: GroupStore, rebalance: Rebalance, topics: TopicLookup, logger: Logger) {
    this.#store = store;
    this.#rebalance = rebalance;
    this.#topics = topics;
    this.#logger = logger;
  }

  /**
   * Converts. Throws KafkaError(GROUP_ID_NOT_FOUND) when the group must not or cannot change its protocol, and
   * KafkaError(GROUP_MAX_SIZE_REACHED) when there is no room for `memberId`, which comes; nothing is changed then.
   */
  convert(group: ClassicGroup, memberId: string, turn: Turn): ConsumerGroup {
    const { groupId, generation } = group;
    checkUpgrade(group, memberId, turn);
    const members = this.#decode(group);
    const names = new Set(members.flatMap(({ metadata }) => metadata.subscribedTopicNames));
    for (const member of group.members()) {
      this.#rebalance.answerJoining(group, member, joinError(ErrorCode.REBALANCE_IN_PROGRESS, member.memberId), turn);
      this.#rebalance.answerSyncing(member, ErrorCode.REBALANCE_IN_PROGRESS, turn);
    }
    turn.decision.append([
      groupMetadata(groupId, null),
      ...members.map(({ member, metadata }) => memberMetadataRecord(groupId, member.memberId, metadata)),
      groupEpochRecord(groupId, generation, metadataHashOf(names, this.#topics)),
      ...members.map(({ member, assigned }): ConsumerRecord => ({ type: 'ConsumerGroupTargetAssignmentMember', key: { groupId, memberId: member.memberId }, value: { topicPartitions: topicPartitionsOf(assigned) as never } })),
      { type: 'ConsumerGroupTargetAssignmentMetadata', key: { groupId }, value: { assignmentEpoch: generation, assignmentTimestamp: turn.time.wallMs } },
      ...members.map((converted) => progressOf(groupId, generation, converted)),
    ]);
    const converted = this.#store.consumerGroup(groupId) as ConsumerGroup;
    for (const { metadata, session } of converted.members.values()) {
      this.#store.deadlines.schedule(session, turn.time.monotonicMs + (metadata.classicMemberMetadata?.sessionTimeoutMs ?? 0));
    }
    this.#logger.info('a classic group became a consumer group', { group: groupId, members: members.length, epoch: generation });
    return converted;
  }

  /** Whether partitions are without a target because the group was in the middle of a rebalance: of a classic one, or between two cooperative ones. */
  isUnfinished(group: ConsumerGroup, formerState: GroupState): boolean {
    if (formerState === 'Empty') return false;
    let wanted = 0;
    for (const name of group.subscribedTopics()) wanted += this.#topics.partitionCountOf(name) ?? 0;
    let assigned = 0;
    for (const memberId of group.members.keys()) for (const partitions of group.targetOf(memberId).values()) assigned += partitions.length;
    return formerState !== 'Stable' || assigned < wanted;
  }

  #decode(group: ClassicGroup): Converted[] {
    const taken = new Set<string>();
    try {
      const members = [...group.members()].map((member) => {
        // In its first rebalance a group has not settled on a protocol yet.
        const subscription = subscriptionFrom(member.metadataOf(group.protocolName ?? group.selectProtocol()));
        // What a leader gave to two members stays with one of them.
        return { member, subscription, assigned: untaken(byTopicId(assignedIn(member.lastAssignment), this.#topics), taken) };
      });
      return members.map(({ member, subscription, assigned }) => {
        return { member, assigned, metadata: metadataOf(member, subscription), pendingRevocation: untaken(byTopicId(subscription.ownedPartitions, this.#topics), taken) };
      });
    } catch (error) {
      if (!(error instanceof MalformedMessageError)) throw error;
      throw cannotUpgrade(group, 'the embedded consumer protocol is malformed.');
    }
  }
}

function metadataOf({ groupInstanceId, clientId, clientHost, rebalanceTimeoutMs, sessionTimeoutMs, protocols }: ClassicMember, { rackId, topics }: ConsumerProtocolSubscription): Converted['metadata'] {
  return {
    instanceId: groupInstanceId,
    rackId,
    clientId,
    clientHost,
    subscribedTopicNames: [...new Set(topics)].sort(),
    subscribedTopicRegex: null,
    rebalanceTimeoutMs,
    serverAssignor: null,
    classicMemberMetadata: { sessionTimeoutMs, supportedProtocols: [...protocols] },
  };
}

/** Those that are not in `taken`, which they then are. */
function untaken(topics: readonly { readonly topicId: Uuid; readonly partitions: readonly PartitionIndex[] }[], taken: Set<string>): Assignment {
  const left = topics.map(({ topicId, partitions }) => ({
    topicId,
    partitions: partitions.filter((partition) => {
      const key = `${topicId}:${partition}`;
      return !taken.has(key) && taken.add(key);
    }),
  }));
  return assignmentFrom(left.filter(({ partitions }) => partitions.length > 0));
}

function progressOf(groupId: string, epoch: number, { member, assigned, pendingRevocation }: Converted): ConsumerRecord {
  const heldIn = (assignment: Assignment): HeldPartitions => heldFrom(topicPartitionsOf(assignment).map((topic) => ({ ...topic, assignmentEpochs: null })), epoch);
  const state = pendingRevocation.size > 0 ? MemberState.UNREVOKED_PARTITIONS : MemberState.STABLE;
  return progressRecord(groupId, member.memberId, { memberEpoch: epoch, previousMemberEpoch: epoch, state, assigned: heldIn(assigned), pendingRevocation: heldIn(pendingRevocation) });
}

function cannotUpgrade({ groupId }: ClassicGroup, because: string): KafkaError {
  return new KafkaError(ErrorCode.GROUP_ID_NOT_FOUND, `Cannot upgrade classic group ${groupId} to consumer group because ${because}`);
}

function checkUpgrade(group: ClassicGroup, memberId: string, { config: { consumer } }: Turn): void {
  if (!isUpgradeEnabled(consumer.migrationPolicy)) throw cannotUpgrade(group, 'online upgrade is disabled.');
  if (group.protocolType !== CONSUMER_PROTOCOL_TYPE) throw cannotUpgrade(group, 'the group does not use the consumer embedded protocol.');
  if (group.size > consumer.maxSize) throw cannotUpgrade(group, 'the group size exceeds the consumer group maximum size.');
  // A member that is in it already only changes its protocol.
  if (group.size === consumer.maxSize && group.member(memberId) === undefined) throw new KafkaError(ErrorCode.GROUP_MAX_SIZE_REACHED, `The consumer group has reached its maximum capacity of ${consumer.maxSize} members.`);
}
