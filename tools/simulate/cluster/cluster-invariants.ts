import type { MetadataImage } from '@ottla/metadata';
import type { BrokerId, LeaderEpoch, Offset } from '@ottla/model';
import { IDS, PARTITIONS, TOPIC } from './cluster-topic.ts';
import type { ClusterWorld } from './cluster-world.ts';

interface Acknowledged {
  readonly partition: number;
  readonly offset: Offset;
  readonly value: string;
}

/**
 * What must hold in a cluster. All along: one leader an epoch, of the quorum and of each partition; high watermarks of
 * controllers never go back, nor does what a partition's leaders show; committed metadata is equal everywhere
 * (`CommittedHistory`); the leader of a partition has all that was acknowledged; replicas are equal below their high
 * watermarks. At the end every replica has what was acknowledged, and the state of every controller, the active one's
 * included, is what the committed records make.
 */
export class ClusterInvariants {
  readonly acknowledged: Acknowledged[] = [];
  readonly #world: ClusterWorld;
  readonly #lastAcknowledged: Offset[] = [];
  readonly #shown: Offset[] = [];
  readonly #active = new Map<LeaderEpoch, BrokerId>();
  readonly #highWatermarks = new Map<BrokerId, { readonly life: number; readonly offset: Offset }>();
  #turns = 0;

  constructor(world: ClusterWorld) {
    this.#world = world;
  }

  /** Epochs in which a controller was active. */
  get epochs(): number {
    return this.#active.size;
  }

  acknowledge(what: Acknowledged): void {
    this.acknowledged.push(what);
    this.#lastAcknowledged[what.partition] = Math.max(this.#lastAcknowledged[what.partition] ?? -1, what.offset);
  }

  /** Throws Error. */
  check(): void {
    this.#checkControllers();
    for (let index = 0; index < PARTITIONS; index++) this.#checkPartition(index);
    if (++this.#turns % 50 === 0) this.#checkReplicas();
  }

  #checkControllers(): void {
    for (const { id, life, leadsIn, highWatermark } of this.#world.controllers) {
      const before = this.#highWatermarks.get(id);
      if (before?.life === life && highWatermark < before.offset) throw new Error(`the high watermark of controller ${id} went back from ${before.offset} to ${highWatermark}`);
      this.#highWatermarks.set(id, { life, offset: highWatermark });
      if (leadsIn === undefined) continue;
      const known = this.#active.get(leadsIn);
      if (known !== undefined && known !== id) throw new Error(`controllers ${known} and ${id} were both active in epoch ${leadsIn}`);
      if (known === undefined) this.#world.note(`controller ${id} is active in epoch ${leadsIn}`);
      this.#active.set(leadsIn, id);
    }
  }

  #checkPartition(index: number): void {
    const leaders = this.#world.brokers.flatMap(({ replicas }) => {
      const partition = replicas?.partition(TOPIC, index);
      return partition?.isLeader === true ? [partition] : [];
    });
    if (new Set(leaders.map(({ leaderEpoch }) => leaderEpoch)).size < leaders.length) throw new Error(`two leaders of ${index} in one epoch`);
    const state = this.#world.image.topics.partition(TOPIC, index);
    for (const { log, leaderEpoch } of leaders) {
      if (leaderEpoch === state?.leaderEpoch) this.#checkLeader(index, log.writtenEndOffset);
      this.#shown[index] = Math.max(this.#shown[index] ?? 0, log.highWatermark);
    }
  }

  #checkLeader(index: number, endOffset: Offset): void {
    const last = this.#lastAcknowledged[index] ?? -1;
    if (endOffset <= last) throw new Error(`the leader of ${index} ends at ${endOffset}, but ${last} was acknowledged`);
    if (endOffset < (this.#shown[index] ?? 0)) throw new Error(`the leader of ${index} ends at ${endOffset}, below the high watermark ${this.#shown[index]} that a leader before it had`);
  }

  #checkReplicas(): void {
    for (let index = 0; index < PARTITIONS; index++) {
      const logs = this.#world.brokers.flatMap((broker) => {
        const log = broker.replicas?.partition(TOPIC, index)?.log;
        return log === undefined ? [] : [{ broker, log }];
      });
      if (logs.length < 2) continue;
      const end = Math.min(...logs.map(({ log }) => log.highWatermark));
      const [first, ...others] = logs.map(({ broker }) => broker.bytesBelow(TOPIC, index, end)) as [Buffer, ...Buffer[]];
      for (const other of others) if (!other.equals(first)) throw new Error(`replicas of ${index} differ below ${end}`);
    }
  }

  /** Whether every controller knows all that is committed, and no more than that. */
  areControllersEven(): boolean {
    return this.#world.controllers.every(({ controller }) => controller?.image.offset === this.#world.image.offset);
  }

  /** A controller that lost its leadership has taken back what was not committed. */
  #checkImages(): void {
    if (!this.areControllersEven()) throw new Error('the controllers stand at different offsets');
    const expected = stateOf(this.#world.image);
    for (const { id, controller } of this.#world.controllers) {
      const found = controller === undefined ? 'gone' : stateOf(controller.image);
      if (found !== expected) throw new Error(`the state of controller ${id} is ${found}, but what is committed makes ${expected}`);
    }
  }

  /** Whether all that was written is everywhere, and known to be. */
  areEven(): boolean {
    return IDS.every((id) => {
      const partitions = [...(this.#world.broker(id).replicas?.partitions() ?? [])];
      return partitions.length === PARTITIONS && partitions.every(({ partition, log }) => {
        const leader = this.#world.image.topics.partition(TOPIC, partition)?.leader ?? -1;
        return leader > 0 && log.highWatermark === log.logEndOffset && log.logEndOffset === this.#world.broker(leader).replicas?.partition(TOPIC, partition)?.log.logEndOffset;
      });
    });
  }

  /** Throws Error. */
  checkEnd(): void {
    this.#checkReplicas();
    this.#checkImages();
    const defect = this.#world.logger.lines.find(({ message }) => message.includes('defect'));
    if (defect !== undefined) throw new Error(`${defect.message} ${JSON.stringify(defect.fields)}`);
    for (const { partition, offset, value } of this.acknowledged) {
      for (const broker of this.#world.brokers) {
        if (!broker.bytesAt(TOPIC, partition, offset).includes(value)) throw new Error(`${value}, acknowledged at ${partition}:${offset}, is not on broker ${broker.id}`);
      }
    }
  }
}

/** Brokers and partitions of an image, as text. */
function stateOf({ brokers, topics }: MetadataImage): string {
  const known = [...brokers.values()].map(({ id, epoch, fenced, inControlledShutdown }) => [id, epoch, fenced, inControlledShutdown]).sort(([a = 0], [b = 0]) => Number(a) - Number(b));
  const partitions = topics.get(TOPIC)?.partitions.map(({ leader, leaderEpoch, partitionEpoch, isr, elr }) => [leader, leaderEpoch, partitionEpoch, isr, elr]);
  return JSON.stringify({ known, partitions });
}
