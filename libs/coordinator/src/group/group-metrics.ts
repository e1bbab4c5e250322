import type { Counter, EmitSample, Metrics } from '@ottla/model';
import type { GroupStore } from './group-store.ts';

/** What a shard counts, under the meanings of Kafka's group-coordinator-metrics. */
export interface GroupMetrics {
  readonly offsetCommits: Counter;
  readonly offsetExpirations: Counter;
  readonly offsetDeletions: Counter;
  readonly completedRebalances: Counter;
  readonly consumerRebalances: Counter;
}

/** Shards come and go with their grants; a series is made once for all of them. */
const byMetrics = new WeakMap<Metrics, GroupMetrics>();

/** The series of all group shards of a process. */
export function groupMetricsOf(metrics: Metrics): GroupMetrics {
  let group = byMetrics.get(metrics);
  if (group === undefined) {
    const counter = (name: string, help: string): Counter => metrics.counter(`kafka_server_groupcoordinatormetrics_${name}_total`, help);
    group = {
      offsetCommits: counter('offsetcommit', 'Offsets that groups committed.'),
      offsetExpirations: counter('offsetexpiration', 'Committed offsets that expired.'),
      offsetDeletions: counter('offsetdeletion', 'Committed offsets that were deleted by request or with their group or topic.'),
      consumerRebalances: counter('consumergrouprebalance', 'Times that the targets of a KIP-848 group were computed.'),
      completedRebalances: counter('groupcompletedrebalance', 'Rebalances of classic groups that ended with an assignment.'),
    };
    byMetrics.set(metrics, group);
  }
  return group;
}

/** Series of committed offsets and of members by group: beyond them groups are counted but have none of their own. */
const MAX_OFFSET_SERIES = 5000;
const MAX_GROUP_SERIES = 1000;

/**
 * Registers what can be told of the groups of this instance when metrics are collected; `stores` are those of the shards
 * that serve now. Answers how to remove it.
 */
export function watchGroups(metrics: Metrics, stores: () => Iterable<GroupStore>): readonly (() => void)[] {
  return [
    metrics.collect('kafka_server_groupcoordinatormetrics_group_count', 'Groups of this coordinator, by protocol and state', 'gauge', (emit) => emitGroupCounts(stores(), emit)),
    metrics.collect('kafka_coordinator_group_groupmetadatamanager_numoffsets', 'Committed offsets that this coordinator keeps', 'gauge', (emit) => {
      let count = 0;
      for (const store of stores()) for (const { offsets } of store.everyGroup()) for (const [, partitions] of offsets.topics()) count += partitions.size;
      emit(count);
    }),
    metrics.collect('ottla_group_members', `Members of a group, of the first ${MAX_GROUP_SERIES} groups`, 'gauge', (emit) => {
      let left = MAX_GROUP_SERIES;
      for (const store of stores()) {
        for (const group of store.all()) if (left-- > 0) emit(group.size, { group: group.groupId, protocol: 'classic' });
        for (const group of store.consumerGroups()) if (left-- > 0) emit(group.members.size, { group: group.groupId, protocol: 'consumer' });
      }
    }),
    metrics.collect('ottla_group_committed_offset', `Offset that a group committed for a partition, of the first ${MAX_OFFSET_SERIES}`, 'gauge', (emit) => emitCommitted(stores(), emit)),
  ];
}

function emitGroupCounts(stores: Iterable<GroupStore>, emit: EmitSample): void {
  const classic = new Map<string, number>([['Empty', 0], ['PreparingRebalance', 0], ['CompletingRebalance', 0], ['Stable', 0]]);
  const consumer = new Map<string, number>([['Empty', 0], ['Assigning', 0], ['Reconciling', 0], ['Stable', 0]]);
  for (const store of stores) {
    for (const { state } of store.all()) classic.set(state, (classic.get(state) ?? 0) + 1);
    for (const { state } of store.consumerGroups()) consumer.set(state, (consumer.get(state) ?? 0) + 1);
  }
  for (const [state, count] of classic) emit(count, { protocol: 'classic', state });
  for (const [state, count] of consumer) emit(count, { protocol: 'consumer', state });
}

function emitCommitted(stores: Iterable<GroupStore>, emit: EmitSample): void {
  let left = MAX_OFFSET_SERIES;
  for (const store of stores) {
    for (const { groupId, offsets } of store.everyGroup()) {
      for (const [topic, partitions] of offsets.topics()) {
        for (const [partition, { offset }] of partitions) {
          if (left-- <= 0) return;
          emit(offset, { group: groupId, topic, partition: String(partition) });
        }
      }
    }
  }
}
