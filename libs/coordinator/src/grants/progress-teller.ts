import type { Scheduler } from '@ottla/model';
import type { ShardProgress } from '@ottla/rpc';
import type { ConnectedInstance, LedShard } from './led-shard.ts';

/** Progress of no shard: an instance answers it and does nothing else. */
const probe: ShardProgress = { topic: '', partition: -1, leaderEpoch: -1, highWatermark: -1 };

/**
 * Tells owners and standbys how far the high watermark got: once a turn at most, one call under way for each shard, always with the
 * newest value, and not when the answer of an append has told it already.
 */
export class ProgressTeller {
  readonly #scheduler: Scheduler;
  readonly #timeoutMs: number;
  readonly #waiting = new Set<LedShard>();
  #isScheduled = false;

  constructor(scheduler: Scheduler, timeoutMs: number) {
    this.#scheduler = scheduler;
    this.#timeoutMs = timeoutMs;
  }

  tell(shard: LedShard): void {
    this.#waiting.add(shard);
    if (this.#isScheduled) return;
    this.#isScheduled = true;
    this.#scheduler.endOfTurn(() => {
      this.#isScheduled = false;
      const shards = [...this.#waiting];
      this.#waiting.clear();
      for (const waiting of shards) this.#send(waiting);
    });
  }

  /** Makes an instance say something. */
  probe(instance: ConnectedInstance): void {
    this.#call(instance, probe).catch(() => {});
  }

  /** Tells the owner, and the standbys of its shards, again what they may have missed. */
  repeat(instance: ConnectedInstance): void {
    for (const shard of instance.shards) this.#send(shard);
  }

  #send(shard: LedShard): void {
    this.#sendToStandby(shard);
    this.#sendToOwner(shard);
  }

  /** One call under way: the standby answers when it has read on, so it is told no faster than it reads. */
  #sendToStandby(shard: LedShard): void {
    const { standby, highWatermark } = shard;
    if (standby === undefined || !shard.isStandbyReady || !standby.link.isOpen) return;
    shard.mustTellStandby = shard.isTellingStandby;
    if (shard.isTellingStandby) return;
    shard.isTellingStandby = true;
    const { topic, partition, leaderEpoch } = shard.grant;
    const told = (): void => {
      shard.isTellingStandby = false;
      if (shard.mustTellStandby) this.#sendToStandby(shard);
    };
    this.#call(standby, { topic, partition, leaderEpoch, highWatermark }).then(told, told);
  }

  #sendToOwner(shard: LedShard): void {
    const { owner, highWatermark } = shard;
    if (owner === undefined || shard.isTelling || highWatermark <= shard.toldHighWatermark || !owner.link.isOpen) return;
    const toldBefore = shard.toldHighWatermark;
    shard.isTelling = true;
    shard.toldHighWatermark = highWatermark;
    const { topic, partition, leaderEpoch } = shard.grant;
    this.#call(owner, { topic, partition, leaderEpoch, highWatermark }).then(
      () => {
        shard.isTelling = false;
        if (shard.highWatermark > shard.toldHighWatermark) this.tell(shard);
      },
      () => {
        // The next look at the instance repeats it, or finds the instance gone.
        shard.isTelling = false;
        shard.toldHighWatermark = toldBefore;
      },
    );
  }

  async #call(instance: ConnectedInstance, progress: ShardProgress): Promise<void> {
    await instance.link.remote.progress(progress, { timeoutMs: this.#timeoutMs });
    instance.wasHeard = true;
  }
}
