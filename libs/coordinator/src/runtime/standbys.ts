import { topicPartitionKey, type Cancellable } from '@ottla/model';
import type { ShardGrant, ShardHostService, ShardId, ShardProgress } from '@ottla/rpc';
import type { CoordinatorShard } from './coordinator-shard.ts';
import type { RuntimeLimits, RuntimePorts } from './runtime-ports.ts';
import type { ShardReplay } from './shard-replay.ts';
import { StandbyShard } from './standby-shard.ts';

/** A standby that nobody asks for any more is kept this long: its partition may just have changed its leader. */
const FORGET_AFTER_MS = 60_000;

interface Kept<R> {
  readonly standby: StandbyShard<R>;
  forgetting: Cancellable | undefined;
}

/** The shards that an instance keeps warm for others. They outlive links and leader epochs: what is committed stays. */
export class Standbys<R> {
  readonly #create: (grant: ShardGrant) => CoordinatorShard<R>;
  readonly #ports: RuntimePorts;
  readonly #limits: RuntimeLimits;
  readonly #kept = new Map<string, Kept<R>>();

  constructor(create: (grant: ShardGrant) => CoordinatorShard<R>, ports: RuntimePorts, limits: RuntimeLimits) {
    this.#create = create;
    this.#ports = ports;
    this.#limits = limits;
  }

  get size(): number {
    return this.#kept.size;
  }

  /** The shard's log is read over this link from now on. */
  standBy(grant: ShardGrant, remote: ShardHostService): void {
    const key = topicPartitionKey(grant.topic, grant.partition);
    let kept = this.#kept.get(key);
    if (kept === undefined) {
      kept = { standby: new StandbyShard(() => this.#create(grant), grant.logStartOffset, this.#ports, this.#limits), forgetting: undefined };
      this.#kept.set(key, kept);
    }
    kept.forgetting?.cancel();
    kept.forgetting = undefined;
    kept.standby.follow(grant, remote);
  }

  async onHighWatermark(progress: ShardProgress): Promise<void> {
    await this.#kept.get(topicPartitionKey(progress.topic, progress.partition))?.standby.onHighWatermark(progress);
  }

  /** The broker behind `remote` wants no standby here any more. */
  revoke({ topic, partition, leaderEpoch }: ShardId, remote: ShardHostService): void {
    const key = topicPartitionKey(topic, partition);
    if (this.#kept.get(key)?.standby.isFollowing({ remote, leaderEpoch }) === true) this.#rest(key);
  }

  /** A link broke: what was read over it rests. */
  onLinkClosed(remote: ShardHostService): void {
    for (const [key, { standby }] of this.#kept) if (standby.isFollowing({ remote, leaderEpoch: Infinity })) this.#rest(key);
  }

  /** What is replayed of a shard that is owned here from now on; undefined when it is not kept. */
  take(grant: ShardGrant): ShardReplay<R> | undefined {
    const key = topicPartitionKey(grant.topic, grant.partition);
    const kept = this.#kept.get(key);
    kept?.forgetting?.cancel();
    this.#kept.delete(key);
    return kept?.standby.take();
  }

  stop(): void {
    for (const { standby, forgetting } of this.#kept.values()) {
      standby.rest();
      forgetting?.cancel();
    }
    this.#kept.clear();
  }

  #rest(key: string): void {
    const kept = this.#kept.get(key);
    if (kept === undefined) return;
    kept.standby.rest();
    kept.forgetting?.cancel();
    kept.forgetting = this.#ports.scheduler.after(FORGET_AFTER_MS, () => {
      if (this.#kept.get(key) === kept) this.#kept.delete(key);
    });
  }
}
