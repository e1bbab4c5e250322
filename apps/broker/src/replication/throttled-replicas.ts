import { ConfigResourceType, type MetadataDelta, type MetadataImage, type MetadataPublisher } from '@ottla/metadata';
import type { BrokerId, PartitionIndex } from '@ottla/model';

/** The side of replication that a topic config throttles. */
export type ThrottledSide = 'leader' | 'follower';

type Partitions = 'all' | ReadonlySet<PartitionIndex>;

/**
 * Which of this broker's replicas the topics name in leader.replication.throttled.replicas and
 * follower.replication.throttled.replicas. Mostly none: they are set while partitions move.
 * Ordering: a publisher, so that it holds what the image holds.
 */
export class ThrottledReplicas implements MetadataPublisher {
  readonly name = 'throttled-replicas';
  readonly #brokerId: BrokerId;
  readonly #topics: Readonly<Record<ThrottledSide, Map<string, Partitions>>> = { leader: new Map(), follower: new Map() };

  constructor(brokerId: BrokerId) {
    this.#brokerId = brokerId;
  }

  has(side: ThrottledSide, topic: string, partition: PartitionIndex): boolean {
    const topics = this.#topics[side];
    if (topics.size === 0) return false;
    const partitions = topics.get(topic);
    return partitions !== undefined && (partitions === 'all' || partitions.has(partition));
  }

  onMetadataUpdate(delta: MetadataDelta, image: MetadataImage): void {
    for (const { type, name } of delta.configs) {
      if (type !== ConfigResourceType.TOPIC) continue;
      const configs = image.configOf(type, name);
      for (const side of ['leader', 'follower'] as const) this.#put(side, name, configs.get(`${side}.replication.throttled.replicas`));
    }
  }

  #put(side: ThrottledSide, topic: string, replicas: string | undefined): void {
    const partitions = replicas === undefined ? new Set<PartitionIndex>() : this.#own(replicas);
    if (partitions === 'all' || partitions.size > 0) this.#topics[side].set(topic, partitions);
    else this.#topics[side].delete(topic);
  }

  /** Partitions of this broker in a list of partition:broker. */
  #own(replicas: string): Partitions {
    if (replicas.trim() === '*') return 'all';
    const own = new Set<PartitionIndex>();
    for (const item of replicas.split(',')) {
      const [partition = '', broker = ''] = item.split(':');
      if (broker.trim() !== '' && Number(broker) === this.#brokerId) own.add(Number(partition));
    }
    return own;
  }
}
