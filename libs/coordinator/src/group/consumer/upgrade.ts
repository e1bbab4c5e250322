import { ErrorCode, KafkaError, type Logger } from '@ottla/model';
import { MalformedMessageError } from '@ottla/protocol';
import type { ClassicGroup } from '../classic-group.ts';
import type { ClassicMember } from '../classic-member.ts';
import { groupMetadata } from '../group-record.ts';
import type { GroupStore } from '../group-store.ts';
import { joinError, type Rebalance } from '../rebalance.ts';
import { CONSUMER_PROTOCOL_TYPE } from '../subscribed-topics.ts';
import type { TopicLookup } from '../topic-lookup.ts';
import type { Turn } from '../turn.ts';
import { type Assignment, assignmentFrom, heldFrom, topicPartitionsOf } from './assignment.ts';
import type { ConsumerGroup } from './consumer-group.ts';
import { MemberState } from './consumer-member.ts';
import { type ConsumerRecord, groupEpochRecord, memberMetadataRecord } from './consumer-record.ts';
import { assignedIn, byTopicId, subscriptionFrom } from './embedded-protocol.ts';
import { progressRecord } from './membership.ts';
import { isUpgradeEnabled } from './migration-policy.ts';
import { metadataHashOf } from './topic-facts.ts';

/** What a classic member will be in the new group. */
interface Converted {
  readonly member: ClassicMember;
  readonly metadata: NonNullable<Extract<ConsumerRecord, { type: 'ConsumerGroupMemberMetadata' }>['value']>;
  readonly assigned: Assignment;
}

/**
 * Makes a KIP-848 group of a classic one whose members stay: with the first member that joins by the new protocol.
 *
 * Ordering: all is decoded before anything changes; members that wait in a rebalance are sent back to join; then the
 * whole conversion is one append, which replay carries out. Each member keeps its last assignment, as what it has and
 * what it shall have, under its generation as the epoch, so nobody stops reading.
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
   * KafkaError(GROUP_MAX_SIZE_REACHED) when there is no room for the member that comes; nothing is changed then.
   */
  convert(group: ClassicGroup, turn: Turn): ConsumerGroup {
    const { groupId, generation } = group;
    checkUpgrade(group, turn);
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
      ...members.map(({ member, assigned }) => progressOf(groupId, member.memberId, generation, assigned)),
    ]);
    const converted = this.#store.consumerGroup(groupId) as ConsumerGroup;
    for (const { metadata, session } of converted.members.values()) {
      this.#store.deadlines.schedule(session, turn.time.monotonicMs + (metadata.classicMemberMetadata?.sessionTimeoutMs ?? 0));
    }
    this.#logger.info('a classic group became a consumer group', { group: groupId, members: members.length, epoch: generation });
    return converted;
  }

  #decode(group: ClassicGroup): Converted[] {
    const taken = new Set<string>();
    try {
      return [...group.members()].map((member) => this.#decodeMember(group, member, taken));
    } catch (error) {
      if (!(error instanceof MalformedMessageError)) throw error;
      throw cannotUpgrade(group, 'the embedded consumer protocol is malformed.');
    }
  }

  #decodeMember(group: ClassicGroup, member: ClassicMember, taken: Set<string>): Converted {
    // In its first rebalance a group has not settled on a protocol yet.
    const subscription = subscriptionFrom(member.metadataOf(group.protocolName ?? group.selectProtocol()));
    const assigned = byTopicId(assignedIn(member.assignment), this.#topics).map(({ topicId, partitions }) => ({
      topicId,
      // What a leader gave to two members stays with one of them.
      partitions: partitions.filter((partition) => {
        const key = `${topicId}:${partition}`;
        return !taken.has(key) && taken.add(key);
      }),
    }));
    const { groupInstanceId, clientId, clientHost, rebalanceTimeoutMs, sessionTimeoutMs, protocols } = member;
    const metadata = {
      instanceId: groupInstanceId,
      rackId: subscription.rackId,
      clientId,
      clientHost,
      subscribedTopicNames: [...new Set(subscription.topics)].sort(),
      subscribedTopicRegex: null,
      rebalanceTimeoutMs,
      serverAssignor: null,
      classicMemberMetadata: { sessionTimeoutMs, supportedProtocols: [...protocols] },
    };
    return { member, metadata, assigned: assignmentFrom(assigned.filter(({ partitions }) => partitions.length > 0)) };
  }
}

function progressOf(groupId: string, memberId: string, epoch: number, assigned: Assignment): ConsumerRecord {
  const held = heldFrom(topicPartitionsOf(assigned).map((topic) => ({ ...topic, assignmentEpochs: null })), epoch);
  return progressRecord(groupId, memberId, { memberEpoch: epoch, previousMemberEpoch: epoch, state: MemberState.STABLE, assigned: held, pendingRevocation: new Map() });
}

function cannotUpgrade({ groupId }: ClassicGroup, because: string): KafkaError {
  return new KafkaError(ErrorCode.GROUP_ID_NOT_FOUND, `Cannot upgrade classic group ${groupId} to consumer group because ${because}`);
}

function checkUpgrade(group: ClassicGroup, { config: { consumer } }: Turn): void {
  if (!isUpgradeEnabled(consumer.migrationPolicy)) throw cannotUpgrade(group, 'online upgrade is disabled.');
  if (group.protocolType !== CONSUMER_PROTOCOL_TYPE) throw cannotUpgrade(group, 'the group does not use the consumer embedded protocol.');
  if (group.size > consumer.maxSize) throw cannotUpgrade(group, 'the group size exceeds the consumer group maximum size.');
  if (group.size === consumer.maxSize) throw new KafkaError(ErrorCode.GROUP_MAX_SIZE_REACHED, `The consumer group has reached its maximum capacity of ${consumer.maxSize} members.`);
}
