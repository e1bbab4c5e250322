export * from './runtime/coordinator-shard.ts';
export * from './grants/shard-partitions.ts';
export * from './group/topic-lookup.ts';
export * from './group/partition-for.ts';
export * from './group/group-config.ts';
