import type { BrokerId, EmitSample, Metrics } from '@ottla/model';
import type { Partition } from './partition.ts';

/** What is told of a replica manager. */
export interface WatchedReplicas {
  readonly partitions: () => Iterable<Partition>;
  readonly partitionCount: () => number;
  readonly parkedProduces: () => number;
  readonly parkedFetches: () => number;
  readonly parkedDeletes: () => number;
  /** How far the partition that is furthest behind its leader is, in records. */
  readonly maxLag: () => number;
}

/**
 * Partitions that have series of their own: the largest, or the first found to be under-replicated. On a broker with
 * more, a collection is as long as for this many.
 */
const MAX_PARTITION_SERIES = 1000;
const MAX_TOPIC_SERIES = 1000;
const PREFIX = 'kafka_server_replicamanager';

/** Registers what can be told of this broker's replicas when metrics are collected; nothing is counted in between. Answers how to remove it. */
export function watchReplicas(metrics: Metrics, replicas: WatchedReplicas): readonly (() => void)[] {
  const led = (isCounted: (partition: Partition) => boolean) => (): number => {
    let count = 0;
    for (const partition of replicas.partitions()) if (partition.isLeader && isCounted(partition)) count++;
    return count;
  };
  const purgatory = 'kafka_server_delayedoperationpurgatory_purgatorysize';
  return [
    metrics.gauge(purgatory, 'Requests that are parked', replicas.parkedProduces, { operation: 'Produce' }),
    metrics.gauge(purgatory, 'Requests that are parked', replicas.parkedFetches, { operation: 'Fetch' }),
    metrics.gauge(purgatory, 'Requests that are parked', replicas.parkedDeletes, { operation: 'DeleteRecords' }),
    metrics.gauge(`${PREFIX}_partitioncount`, 'Partitions with a replica on this broker', replicas.partitionCount),
    metrics.gauge(`${PREFIX}_leadercount`, 'Partitions that this broker leads', led(() => true)),
    metrics.gauge(`${PREFIX}_underreplicatedpartitions`, 'Partitions led here with a replica that is not in sync', led(isUnderReplicated)),
    metrics.gauge(`${PREFIX}_underminisrpartitioncount`, 'Partitions led here with fewer in-sync replicas than min.insync.replicas', led(({ isr, effectiveMinIsr }) => isr.length < effectiveMinIsr)),
    metrics.gauge(`${PREFIX}_atminisrpartitioncount`, 'Partitions led here with exactly min.insync.replicas in sync', led(({ isr, effectiveMinIsr }) => isr.length === effectiveMinIsr)),
    metrics.gauge(`${PREFIX}_offlinereplicacount`, 'Replicas of this broker whose log failed', () => countOf(replicas.partitions(), ({ log }) => log.failure !== undefined)),
    metrics.gauge('kafka_server_replicafetchermanager_maxlag', 'Records by which the replica that is furthest behind its leader is behind', replicas.maxLag),
    metrics.collect('ottla_replication_follower_lag_records', 'Records by which the furthest partition of a follower is behind this leader', 'gauge', (emit) => emitFollowerLags(replicas.partitions(), emit)),
    metrics.collect('kafka_cluster_partition_underreplicated', 'Partitions led here with a replica that is not in sync: 1 for each of them, none for others', 'gauge', (emit) => emitUnderReplicated(replicas.partitions(), emit)),
    ...watchLogs(metrics, replicas),
  ];
}

function watchLogs(metrics: Metrics, { partitions }: WatchedReplicas): readonly (() => void)[] {
  const series = [
    ['size', 'Bytes of a partition\'s log', ({ log }: Partition) => log.sizeBytes],
    ['numlogsegments', 'Segments of a partition\'s log', ({ log }: Partition) => log.segmentCount],
    ['logstartoffset', 'First offset of a partition\'s log', ({ log }: Partition) => log.logStartOffset],
    ['logendoffset', 'Offset that the next record of a partition will have', ({ log }: Partition) => log.logEndOffset],
    ['highwatermark', 'Offset behind the last committed record of a partition', ({ log }: Partition) => log.highWatermark],
  ] as const;
  return [
    ...series.map(([name, help, read]) =>
      metrics.collect(`kafka_log_log_${name}`, `${help}, of the ${MAX_PARTITION_SERIES} largest`, 'gauge', (emit) => {
        for (const partition of largest(partitions())) emit(read(partition), { topic: partition.topic, partition: String(partition.partition), replica: partition.isLeader ? 'leader' : 'follower' });
      }),
    ),
    metrics.collect('ottla_log_topic_size_bytes', `Bytes of a topic's logs on this broker, of at most ${MAX_TOPIC_SERIES} topics`, 'gauge', (emit) => emitTopicSizes(partitions(), emit)),
    metrics.collect('ottla_log_size_bytes', 'Bytes of all logs on this broker', 'gauge', (emit) => {
      let bytes = 0;
      for (const { log } of partitions()) bytes += log.sizeBytes;
      emit(bytes);
    }),
  ];
}

function isUnderReplicated({ isr, replicas }: Partition): boolean {
  return isr.length < replicas.length;
}

function countOf(partitions: Iterable<Partition>, isCounted: (partition: Partition) => boolean): number {
  let count = 0;
  for (const partition of partitions) if (isCounted(partition)) count++;
  return count;
}

function largest(partitions: Iterable<Partition>): readonly Partition[] {
  const all = [...partitions];
  if (all.length <= MAX_PARTITION_SERIES) return all;
  return all.sort((a, b) => b.log.sizeBytes - a.log.sizeBytes).slice(0, MAX_PARTITION_SERIES);
}

function emitFollowerLags(partitions: Iterable<Partition>, emit: EmitSample): void {
  const lags = new Map<BrokerId, number>();
  for (const partition of partitions) {
    for (const [follower, lag] of partition.followerLags()) lags.set(follower, Math.max(lags.get(follower) ?? 0, lag));
  }
  for (const [follower, lag] of lags) emit(lag, { follower: String(follower) });
}

function emitUnderReplicated(partitions: Iterable<Partition>, emit: EmitSample): void {
  let left = MAX_PARTITION_SERIES;
  for (const partition of partitions) {
    if (!partition.isLeader || !isUnderReplicated(partition)) continue;
    if (left-- <= 0) return;
    emit(1, { topic: partition.topic, partition: String(partition.partition) });
  }
}

function emitTopicSizes(partitions: Iterable<Partition>, emit: EmitSample): void {
  const sizes = new Map<string, number>();
  for (const { topic, log } of partitions) {
    const before = sizes.get(topic);
    if (before !== undefined || sizes.size < MAX_TOPIC_SERIES) sizes.set(topic, (before ?? 0) + log.sizeBytes);
  }
  for (const [topic, bytes] of sizes) emit(bytes, { topic });
}
