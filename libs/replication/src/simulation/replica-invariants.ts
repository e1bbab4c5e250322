import type { MetadataImage } from '@ottla/metadata';
import type { BrokerId, Offset } from '@ottla/model';
import type { RecordingLogger } from '@ottla/testing';
import type { SimBroker } from './sim-broker.ts';

export interface Acknowledged {
  readonly partition: number;
  readonly offset: Offset;
  readonly value: string;
}

/** What holds the replicas; every broker has one of each partition. */
export interface ReplicatedWorld {
  readonly brokers: readonly SimBroker[];
  /** As committed. */
  readonly image: MetadataImage;
  readonly logger: RecordingLogger;
}

/**
 * What must hold of the replicas of a topic. All along: no two leaders in one epoch; whoever leads has everything that was
 * acknowledged, and everything that any leader ever showed below its high watermark; whoever is in the ISR, or the ELR, has
 * everything that was acknowledged; replicas are equal, byte for byte, below their high watermarks. At the end every replica has what was acknowledged.
 */
export class ReplicaInvariants {
  readonly acknowledged: Acknowledged[] = [];
  readonly #world: ReplicatedWorld;
  readonly #topic: string;
  readonly #partitions: number;
  readonly #lastAcknowledged: Offset[] = [];
  /** Highest high watermark that a leader of the partition ever had. */
  readonly #shown: Offset[] = [];

  constructor(world: ReplicatedWorld, topic: string, partitions: number) {
    this.#world = world;
    this.#topic = topic;
    this.#partitions = partitions;
  }

  acknowledge(what: Acknowledged): void {
    this.acknowledged.push(what);
    this.#lastAcknowledged[what.partition] = Math.max(this.#lastAcknowledged[what.partition] ?? -1, what.offset);
  }

  /** Throws Error. */
  checkLeaders(): void {
    for (let index = 0; index < this.#partitions; index++) this.#checkPartition(index);
  }

  #checkPartition(index: number): void {
    const leaders = this.#world.brokers.flatMap(({ replicas }) => {
      const partition = replicas?.partition(this.#topic, index);
      return partition?.isLeader === true ? [partition] : [];
    });
    if (new Set(leaders.map(({ leaderEpoch }) => leaderEpoch)).size < leaders.length) throw new Error(`two leaders of ${index} in one epoch`);
    const state = this.#world.image.topics.partition(this.#topic, index);
    for (const { log, leaderEpoch } of leaders) {
      if (leaderEpoch === state?.leaderEpoch) this.#checkLeader(index, log.writtenEndOffset);
      this.#shown[index] = Math.max(this.#shown[index] ?? 0, log.highWatermark);
    }
    for (const member of [...(state?.isr ?? []), ...(state?.elr ?? [])]) this.#checkMember(index, member);
  }

  /** Who is in sync, or eligible, has what was acknowledged; what an incarnation before it had does not count. */
  #checkMember(index: number, member: BrokerId): void {
    const { brokers, image } = this.#world;
    const broker = brokers.find(({ id }) => id === member);
    const log = broker?.replicas?.partition(this.#topic, index)?.log;
    if (log === undefined || image.brokers.get(member)?.incarnationId !== broker?.incarnationId) return;
    const last = this.#lastAcknowledged[index] ?? -1;
    if (log.writtenEndOffset <= last) throw new Error(`broker ${member} counts as in sync for ${index} and ends at ${log.writtenEndOffset}, but ${last} was acknowledged`);
  }

  #checkLeader(index: number, endOffset: Offset): void {
    const last = this.#lastAcknowledged[index] ?? -1;
    if (endOffset <= last) throw new Error(`the leader of ${index} ends at ${endOffset}, but ${last} was acknowledged`);
    if (endOffset < (this.#shown[index] ?? 0)) throw new Error(`the leader of ${index} ends at ${endOffset}, below the high watermark ${this.#shown[index]} that a leader before it had`);
  }

  /** Reads all of the logs. Throws Error. */
  checkReplicas(): void {
    for (let index = 0; index < this.#partitions; index++) {
      const logs = this.#world.brokers.flatMap((broker) => {
        const log = broker.replicas?.partition(this.#topic, index)?.log;
        // Nothing is read of a log that failed with its disk.
        return log === undefined || log.failure !== undefined ? [] : [{ broker, log }];
      });
      if (logs.length < 2) continue;
      const end = Math.min(...logs.map(({ log }) => log.highWatermark));
      const [first, ...others] = logs.map(({ broker }) => broker.bytesBelow(this.#topic, index, end)) as [Buffer, ...Buffer[]];
      for (const other of others) if (!other.equals(first)) throw new Error(`replicas of ${index} differ below ${end}`);
    }
  }

  /** Whether all that was written is everywhere, and known to be. */
  areEven(): boolean {
    const { brokers, image } = this.#world;
    return brokers.every(({ replicas }) => {
      const partitions = [...(replicas?.partitions() ?? [])];
      return partitions.length === this.#partitions && partitions.every(({ partition, log }) => {
        const leader = image.topics.partition(this.#topic, partition)?.leader ?? -1;
        const led = brokers.find(({ id }) => id === leader)?.replicas?.partition(this.#topic, partition);
        return log.highWatermark === log.logEndOffset && log.logEndOffset === led?.log.logEndOffset;
      });
    });
  }

  /** Once `areEven`. Throws Error. */
  checkEnd(): void {
    this.checkReplicas();
    const defect = this.#world.logger.lines.find(({ message }) => message.includes('defect'));
    if (defect !== undefined) throw new Error(`${defect.message} ${JSON.stringify(defect.fields)}`);
    for (const { partition, offset, value } of this.acknowledged) {
      for (const broker of this.#world.brokers) {
        if (!broker.bytesAt(this.#topic, partition, offset).includes(value)) throw new Error(`${value}, acknowledged at ${partition}:${offset}, is not on broker ${broker.id}`);
      }
    }
  }
}
