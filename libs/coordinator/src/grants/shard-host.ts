import { ErrorCode, KafkaError } from '@ottla/model';
import type { CallOptions, Envelope, EnvelopeAnswer, ShardAppend, ShardAppended, ShardHostService, ShardId, ShardRead, ShardReadAnswer } from '@ottla/rpc';
import type { ConnectedInstance, LedShard } from './led-shard.ts';
import type { ShardPartitions } from './shard-partitions.ts';

/** What a host asks the grantor. */
export interface ShardHostOwner {
  shardOf(id: ShardId): LedShard | undefined;
  giveUp(shard: LedShard): void;
}

/** What a broker serves to one connected instance: the logs of the shards that it was granted, and of no others. */
export class ShardHost implements ShardHostService {
  readonly #partitions: ShardPartitions;
  readonly #instance: ConnectedInstance;
  readonly #owner: ShardHostOwner;

  constructor(partitions: ShardPartitions, instance: ConnectedInstance, owner: ShardHostOwner) {
    this.#partitions = partitions;
    this.#instance = instance;
    this.#owner = owner;
  }

  async append(request: ShardAppend, call: CallOptions): Promise<ShardAppended> {
    const shard = this.#grantedShard(request);
    const appended = await this.#partitions.append(request, call);
    shard.toldHighWatermark = Math.max(shard.toldHighWatermark, appended.highWatermark);
    shard.ownerKnows(appended.logEndOffset);
    return appended;
  }

  async read(request: ShardRead): Promise<ShardReadAnswer> {
    const shard = this.#readableShard(request);
    const answer = await this.#partitions.read(request);
    if (shard.owner === this.#instance) shard.ownerKnows(answer.logEndOffset);
    return answer;
  }

  async release(request: ShardId): Promise<Record<never, never>> {
    this.#instance.wasHeard = true;
    const shard = this.#owner.shardOf(request);
    if (shard?.owner === this.#instance && shard.grant.leaderEpoch === request.leaderEpoch) this.#owner.giveUp(shard);
    return {};
  }

  async writeTxnMarkers(request: Envelope, call: CallOptions): Promise<EnvelopeAnswer> {
    this.#instance.wasHeard = true;
    if (this.#partitions.writeTxnMarkers === undefined) throw new KafkaError(ErrorCode.UNSUPPORTED_VERSION, 'this broker writes no markers');
    return this.#partitions.writeTxnMarkers(request, call);
  }

  /** The shard that this instance owns or stands by for. */
  #readableShard(id: ShardId): LedShard {
    const shard = this.#ledShard(id);
    return shard.standby === this.#instance ? shard : this.#grantedShard(id);
  }

  #ledShard(id: ShardId): LedShard {
    this.#instance.wasHeard = true;
    const shard = this.#owner.shardOf(id);
    if (shard === undefined || shard.grant.leaderEpoch !== id.leaderEpoch) {
      throw new KafkaError(ErrorCode.NOT_LEADER_OR_FOLLOWER, `this broker does not lead ${id.topic}-${id.partition} in epoch ${id.leaderEpoch}`);
    }
    return shard;
  }

  #grantedShard(id: ShardId): LedShard {
    const shard = this.#ledShard(id);
    if (shard.owner !== this.#instance) throw new KafkaError(ErrorCode.NOT_COORDINATOR, `${id.topic}-${id.partition} is not granted over this link`);
    return shard;
  }
}
