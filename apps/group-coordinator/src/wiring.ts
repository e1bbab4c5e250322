export { groupConfigFrom, offsetsCompressionFrom } from './group-configs.ts';
import { CoordinatorInstance, GroupShard, HeartbeatBudget, linkToBrokers, newGroupShard, watchGroups, type CoordinatorPlane, type CoordinatorPlaneOptions, type DeletedTopic, type GroupConfig, type GroupRecord, type RuntimeLimits, type TopicLookup } from '@ottla/coordinator';
import { ConfigResourceType, type MetadataDelta, type MetadataImage } from '@ottla/metadata';
import type { BrokerId } from '@ottla/model';

export interface GroupCoordinatorOptions extends CoordinatorPlaneOptions {
  /** Group configs in force; read anew for each decision. */
  readonly groupConfig: () => GroupConfig;
  readonly limits?: Partial<RuntimeLimits>;
}

/** The whole group coordinator plane. */
export function wireGroupCoordinator(options: GroupCoordinatorOptions): CoordinatorPlane<GroupRecord> {
  const { clock, scheduler, random, metrics, image } = options;
  const logger = options.logger.with({ plane: 'group-coordinator', nodeId: options.nodeId });
  const loadMs = metrics.histogram('kafka_server_groupcoordinatormetrics_partition_load_time_ms', 'Time that loading a shard took, in milliseconds');
  const loadedRecords = metrics.counter('kafka_server_groupcoordinatormetrics_partition_load_records_total', 'Records replayed to load shards');

  const topics = topicLookup(image);
  const heartbeatBudget = new HeartbeatBudget();
  const config = withGroupConfigs(options.groupConfig, image);
  const instance = new CoordinatorInstance<GroupRecord>({
    clock,
    scheduler,
    logger,
    crc: options.crc,
    compression: options.compression,
    tracer: options.tracer,
    ...(options.limits === undefined ? {} : { limits: options.limits }),
    createShard: ({ topic, partition }) => newGroupShard({ topics, config, random, logger: logger.with({ shard: `${topic}-${partition}` }), metrics, heartbeatBudget, shardName: `${topic}-${partition}` }),
    onShardLoaded: (durationMs, records) => {
      loadMs.observe(durationMs);
      loadedRecords.add(records);
    },
  });
  const removeGauges = [
    ...(['loading', 'active'] as const).map((state) =>
      metrics.gauge('kafka_server_groupcoordinatormetrics_num_partitions', 'Shards of this instance by state', () => instance.shardCount(state), { state }),
    ),
    ...watchGroups(metrics, () => groupStores(instance)),
    metrics.gauge('ottla_group_coordinator_requests', 'Requests under way in the group coordinator', () => instance.requestCount),
  ];

  return linkToBrokers({ ...options, logger }, { role: 'group-coordinator', name: 'GroupCoordinator', instance, onMetadataUpdate: (delta) => tellOfTopics(instance, delta), removeGauges });
}

function* groupStores(instance: CoordinatorInstance<GroupRecord>): Generator<GroupShard['store'], undefined> {
  for (const shard of instance.activeShards()) if (shard instanceof GroupShard) yield shard.store;
}

function tellOfTopics(instance: CoordinatorInstance<GroupRecord>, { topics }: MetadataDelta): void {
  const deleted: DeletedTopic[] = [];
  for (const { topic, deleted: isDeleted } of topics.values()) if (isDeleted) deleted.push({ name: topic.name, topicId: topic.id });
  instance.onTopicsDeleted(deleted);
  instance.onTopicsChanged(Array.from(topics.values(), ({ topic }) => topic.name));
}

/** Topics as groups ask for them, from the image as it is at the moment of asking. */
function topicLookup(image: () => MetadataImage): TopicLookup {
  return {
    topicIdOf: (name) => image().topics.get(name)?.id,
    topicNameOf: (topicId) => image().topics.getById(topicId)?.name,
    partitionCountOf: (name) => image().topics.get(name)?.partitions.length,
    topicNames: () => image().topics.byName.keys(),
    racksOf: (name) => racksOf(image(), name),
  };
}

/** The racks of each partition's replicas; undefined where no broker names one. */
function racksOf({ brokers, topics }: MetadataImage, name: string): readonly ReadonlySet<string>[] | undefined {
  const racks = new Map<BrokerId, string>();
  for (const { id, rack } of brokers.values()) if (rack !== null) racks.set(id, rack);
  if (racks.size === 0) return undefined;
  return topics.get(name)?.partitions.map(({ replicas }) => new Set(replicas.map((replica) => racks.get(replica)).filter((rack) => rack !== undefined)));
}

/** `read`, with the dynamic configs of single groups; a new object only when `read` has one. */
function withGroupConfigs(read: () => GroupConfig, image: () => MetadataImage): () => GroupConfig {
  const groupConfigOf = (groupId: string): ReadonlyMap<string, string> => image().configOf(ConfigResourceType.GROUP, groupId);
  let before: GroupConfig | undefined;
  let complete: GroupConfig | undefined;
  return () => {
    const now = read();
    if (now !== before || complete === undefined) complete = { ...now, groupConfigOf };
    before = now;
    return complete;
  };
}
