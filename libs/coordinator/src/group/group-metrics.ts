import type { Counter, Metrics } from '@ottla/model';

/** What a shard counts, under the meanings of Kafka's group-coordinator-metrics. */
export interface GroupMetrics {
  readonly offsetCommits: Counter;
  readonly offsetExpirations: Counter;
  readonly offsetDeletions: Counter;
  readonly completedRebalances: Counter;
}

/** Shards come and go with their grants; a series is made once for all of them. */
const byMetrics = new WeakMap<Metrics, GroupMetrics>();

export function groupMetricsOf(metrics: Metrics): GroupMetrics {
  let group = byMetrics.get(metrics);
  if (group === undefined) {
    const counter = (name: string, help: string): Counter => metrics.counter(`kafka_server_groupcoordinatormetrics_${name}_total`, help);
    group = {
      offsetCommits: counter('offsetcommit', 'Offsets that groups committed.'),
      offsetExpirations: counter('offsetexpiration', 'Committed offsets that expired.'),
      offsetDeletions: counter('offsetdeletion', 'Committed offsets that were deleted by request or with their group or topic.'),
      completedRebalances: counter('groupcompletedrebalance', 'Rebalances of classic groups that ended with an assignment.'),
    };
    byMetrics.set(metrics, group);
  }
  return group;
}
