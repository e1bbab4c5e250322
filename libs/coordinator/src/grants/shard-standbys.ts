import type { Scheduler } from '@ottla/model';
import type { ConnectedInstance, LedShard } from './led-shard.ts';

/**
 * Gives each granted shard a standby: another connected instance of its role, the same one as long as that stays. Which
 * one follows from the shard's name and the instances' node ids, so that brokers that lead the shard one after the other
 * choose alike, and the shards of an owner that dies are spread over the others.
 */
export class ShardStandbys {
  readonly #scheduler: Scheduler;
  readonly #timeoutMs: number;
  readonly #shards: () => Iterable<LedShard>;
  readonly #instances: () => Iterable<ConnectedInstance>;
  #isScheduled = false;

  constructor(scheduler: Scheduler, timeoutMs: number, shards: () => Iterable<LedShard>, instances: () => Iterable<ConnectedInstance>) {
    this.#scheduler = scheduler;
    this.#timeoutMs = timeoutMs;
    this.#shards = shards;
    this.#instances = instances;
  }

  /** Owners or instances changed: at the end of the turn every shard gets the standby that it lacks. */
  review(): void {
    if (this.#isScheduled) return;
    this.#isScheduled = true;
    this.#scheduler.endOfTurn(() => {
      this.#isScheduled = false;
      const instances = [...this.#instances()].filter(({ link }) => link.isOpen);
      for (const shard of this.#shards()) this.#reviewShard(shard, instances);
    });
  }

  #reviewShard(shard: LedShard, instances: readonly ConnectedInstance[]): void {
    const { owner, standby } = shard;
    if (owner === undefined) return;
    if (standby !== undefined && standby !== owner && standby.link.isOpen && shard.isStandbyAsked) return;
    let chosen = standby !== owner && standby?.link.isOpen === true ? standby : undefined;
    if (chosen === undefined) {
      let most = -1;
      for (const instance of instances) {
        if (instance.role !== shard.role || instance === owner) continue;
        const weight = weightOf(`${shard.key}/${instance.link.hello.nodeId}`);
        if (weight > most) [chosen, most] = [instance, weight];
      }
    }
    shard.standby = chosen;
    if (chosen !== undefined) this.#ask(shard, chosen);
  }

  #ask(shard: LedShard, standby: ConnectedInstance): void {
    shard.isStandbyAsked = true;
    standby.link.remote.standBy({ ...shard.grant, highWatermark: shard.highWatermark }, { timeoutMs: this.#timeoutMs }).then(
      () => {
        standby.wasHeard = true;
        shard.isStandbyReady = true;
      },
      () => {
        // Asked again when owners or instances change next; until then the shard has none, and a takeover loads it.
        if (shard.standby === standby) shard.standby = undefined;
      },
    );
  }
}

/** A number from a text, spread evenly: FNV-1a, its bits mixed once more. */
function weightOf(text: string): number {
  let hash = 0x811c9dc5;
  for (let at = 0; at < text.length; at++) hash = Math.imul(hash ^ text.charCodeAt(at), 0x01000193);
  return Math.imul(hash ^ (hash >>> 15), 0x2c1b3c6d) >>> 0;
}
