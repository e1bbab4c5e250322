import { ErrorCode } from '@ottla/model';
import type { ConsumerGroupDescribeResponseDescribedGroupInput } from '@ottla/protocol';
import type { GroupStore } from '../group-store.ts';
import type { TopicLookup } from '../topic-lookup.ts';
import type { Turn } from '../turn.ts';
import { type Assignment, partitionsOf, union } from './assignment.ts';
import type { ConsumerGroup } from './consumer-group.ts';
import type { ConsumerMember } from './consumer-member.ts';
import { assignorNameOf } from './targets.ts';

/** Kafka's codes of members by the protocol that they speak (KIP-1099). */
const CLASSIC_MEMBER = 0;
const CONSUMER_MEMBER = 1;

type DescribedMember = ConsumerGroupDescribeResponseDescribedGroupInput['members'][number];

/** ConsumerGroupDescribe. */
export class ConsumerQueries {
  readonly #store: GroupStore;
  readonly #topics: TopicLookup;

  constructor(store: GroupStore, topics: TopicLookup) {
    this.#store = store;
    this.#topics = topics;
  }

  describe(groupId: string, turn: Turn): ConsumerGroupDescribeResponseDescribedGroupInput {
    const group = this.#store.consumerGroup(groupId);
    if (group === undefined) {
      const errorCode = groupId === '' ? ErrorCode.INVALID_GROUP_ID : ErrorCode.GROUP_ID_NOT_FOUND;
      const notFound = this.#store.get(groupId) === undefined ? `Group ${groupId} not found.` : `Group ${groupId} is not a consumer group.`;
      const errorMessage = groupId === '' ? null : notFound;
      return { errorCode, errorMessage, groupId, groupState: '', groupEpoch: 0, assignmentEpoch: 0, assignorName: '', members: [] };
    }
    return {
      errorCode: ErrorCode.NONE,
      errorMessage: null,
      groupId,
      groupState: group.state,
      groupEpoch: group.epoch,
      assignmentEpoch: group.assignmentEpoch,
      assignorName: assignorNameOf(group, turn.config.consumer),
      members: [...group.members.values()].map((member) => this.#member(group, member)),
    };
  }

  #member(group: ConsumerGroup, { memberId, metadata, progress, isClassic }: ConsumerMember): DescribedMember {
    const { instanceId, rackId, clientId, clientHost, subscribedTopicNames, subscribedTopicRegex } = metadata;
    return {
      memberId, instanceId, rackId, clientId, clientHost, subscribedTopicNames,
      subscribedTopicRegex: subscribedTopicRegex ?? '',
      memberEpoch: progress.memberEpoch,
      // What it gives up is its own until it has.
      assignment: this.#named(union(partitionsOf(progress.assigned), partitionsOf(progress.pendingRevocation))),
      targetAssignment: this.#named(group.targetOf(memberId)),
      memberType: isClassic ? CLASSIC_MEMBER : CONSUMER_MEMBER,
    };
  }

  /** Topics that are gone have no name to show. */
  #named(assignment: Assignment): DescribedMember['assignment'] {
    const topicPartitions = [];
    for (const [topicId, partitions] of assignment) {
      const topicName = this.#topics.topicNameOf(topicId);
      if (topicName !== undefined) topicPartitions.push({ topicId, topicName, partitions });
    }
    return { topicPartitions };
  }
}
