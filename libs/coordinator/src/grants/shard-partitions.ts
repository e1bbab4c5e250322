import type { LeaderEpoch, PartitionIndex } from '@ottla/model';
import type { CallOptions, Envelope, EnvelopeAnswer, ShardAppend, ShardAppended, ShardGrant, ShardId, ShardProgress, ShardRead, ShardReadAnswer } from '@ottla/rpc';

/**
 * What the grantor needs of the broker's partitions. `append` and `read` throw or reject with KafkaError:
 * NOT_LEADER_OR_FOLLOWER when this broker does not lead the partition in `leaderEpoch`, INVALID_RECORD when
 * `expectedBaseOffset` is not the log end. After any other failure of `append` its outcome is unknown.
 */
export interface ShardPartitions {
  /** Every partition of `__consumer_offsets` and `__transaction_state` that this broker leads now. */
  leaderShards(): readonly ShardGrant[];
  append(request: ShardAppend, call?: CallOptions): Promise<ShardAppended>;
  /** The largest batch that `append` takes by the configs of now; for a partition that this broker leads. */
  maxBatchBytes(topic: string, partition: PartitionIndex): number;
  /** Whole record batches from the one that holds `offset`; up to the log end, not only to the high watermark. */
  read(request: ShardRead): Promise<ShardReadAnswer>;
  /** As `ShardHostService.writeTxnMarkers`; refused where there are no transactions. */
  writeTxnMarkers?(request: Envelope, call: CallOptions): Promise<EnvelopeAnswer>;
  /** Calls `listener` after the high watermark of a led shard moved; answers a function that ends it. */
  onHighWatermark(listener: (progress: ShardProgress) => void): () => void;
}

/**
 * Has the controller commit a partition change that names the same leader, and so a new leader epoch: the fence
 * before a shard is granted a second time. The new epoch arrives as `onLeadership`. Rejects when it was not committed.
 */
export type BumpLeaderEpoch = (topic: string, partition: PartitionIndex) => Promise<{ readonly leaderEpoch: LeaderEpoch }>;

export type { ShardGrant, ShardId };
