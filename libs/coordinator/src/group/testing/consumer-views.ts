import type { GroupShard } from '../group-shard.ts';

/** All that replay made of KIP-848 groups, in one order. */
export function consumerViews(shard: GroupShard): unknown[] {
  const groups = [...shard.store.consumerGroups()].sort((a, b) => (a.groupId < b.groupId ? -1 : 1));
  return groups.map((group) => ({
    groupId: group.groupId,
    offsets: [...group.offsets.topics()].map(([topic, partitions]) => ({ topic, partitions: [...partitions].sort(([a], [b]) => a - b) })).sort((a, b) => (a.topic < b.topic ? -1 : 1)),
    epochs: [group.epoch, group.metadataHash, group.assignmentEpoch],
    regexes: [...group.regexes],
    subscribed: [...group.subscribedTopics()].sort(),
    members: [...group.members.values()]
      .map((member) => ({ memberId: member.memberId, metadata: member.metadata, progress: member.progress, target: [...group.targetOf(member.memberId)], ofInstance: group.memberOfInstance(member.metadata.instanceId ?? '')?.memberId }))
      .sort((a, b) => (a.memberId < b.memberId ? -1 : 1)),
  }));
}
