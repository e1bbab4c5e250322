import { ErrorCode, NO_LEADER_EPOCH, NO_OFFSET, type Uuid, ZERO_UUID } from '@ottla/model';
import type { OffsetFetchRequestTopicsInput, OffsetFetchResponsePartitionsInput, OffsetFetchResponseTopicsInput } from '@ottla/protocol';
import { checkConsumerFetch } from './consumer/consumer-commit.ts';
import type { CommittedOffset } from './group-offsets.ts';
import type { GroupStore } from './group-store.ts';
import type { PendingOffsets } from './pending-offsets.ts';
import type { TopicLookup } from './topic-lookup.ts';

function answerOf(partitionIndex: number, committed: CommittedOffset | undefined): OffsetFetchResponsePartitionsInput {
  return {
    partitionIndex,
    committedOffset: committed?.offset ?? NO_OFFSET,
    committedLeaderEpoch: committed?.leaderEpoch ?? NO_LEADER_EPOCH,
    metadata: committed?.metadata ?? '',
    errorCode: ErrorCode.NONE,
  };
}

function unstable(partitionIndex: number): OffsetFetchResponsePartitionsInput {
  return { ...answerOf(partitionIndex, undefined), errorCode: ErrorCode.UNSTABLE_OFFSET_COMMIT };
}

/** Ids differ only if both are known: offsets that older versions wrote carry none. */
function isOfAnotherTopic(committed: CommittedOffset | undefined, topicId: Uuid): boolean {
  return committed !== undefined && committed.topicId !== ZERO_UUID && topicId !== ZERO_UUID && committed.topicId !== topicId;
}

/**
 * OffsetFetch: what a group committed. A group that does not exist has committed nothing, which is no error.
 * Every answer is held until the log is durable up to here. `requireStable` (KIP-447) refuses partitions that an open
 * transaction commits: UNSTABLE_OFFSET_COMMIT.
 */
export class OffsetFetch {
  readonly #store: GroupStore;
  readonly #topics: TopicLookup;
  readonly #pending: PendingOffsets;

  constructor(store: GroupStore, topics: TopicLookup, pending: PendingOffsets) {
    this.#store = store;
    this.#topics = topics;
    this.#pending = pending;
  }

  /** Whether a member of a KIP-848 group may read; classic groups are read without asking. */
  check(groupId: string, claimant: { readonly memberId: string | null; readonly memberEpoch: number }): ErrorCode {
    const group = this.#store.consumerGroup(groupId);
    return group === undefined ? ErrorCode.NONE : checkConsumerFetch(group, claimant);
  }

  fetch(groupId: string, topics: readonly OffsetFetchRequestTopicsInput[], byId: boolean, requireStable: boolean): OffsetFetchResponseTopicsInput[] {
    const offsets = this.#store.offsetsOf(groupId);
    return topics.map(({ name: requestName = '', topicId = ZERO_UUID, partitionIndexes }) => {
      const name = byId ? this.#topics.topicNameOf(topicId) : requestName;
      const partitions = partitionIndexes.map((partition) => {
        if (name === undefined) return { ...answerOf(partition, undefined), errorCode: ErrorCode.UNKNOWN_TOPIC_ID };
        if (requireStable && this.#pending.isPending(groupId, name, partition)) return unstable(partition);
        const committed = offsets?.get(name, partition);
        return answerOf(partition, isOfAnotherTopic(committed, topicId) ? undefined : committed);
      });
      return { name: requestName, topicId, partitions };
    });
  }

  /** All that the group committed; a topic that has no id any more cannot be told by id, and is left out. */
  fetchAll(groupId: string, byId: boolean, requireStable: boolean): OffsetFetchResponseTopicsInput[] {
    const answers: OffsetFetchResponseTopicsInput[] = [];
    for (const [name, partitions] of this.#store.offsetsOf(groupId)?.topics() ?? []) {
      const topicId = byId ? this.#topics.topicIdOf(name) : ZERO_UUID;
      if (topicId === undefined) continue;
      answers.push({ name, topicId, partitions: [...partitions].map(([partition, committed]) => (requireStable && this.#pending.isPending(groupId, name, partition) ? unstable(partition) : answerOf(partition, committed))) });
    }
    return answers;
  }
}
