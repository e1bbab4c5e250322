import type { BrokerId, PartitionIndex, Uuid } from '@ottla/model';
import { PartitionImage } from './partition.ts';

/** One topic; `partitions` is indexed by partition. */
export class TopicImage {
  readonly name: string;
  readonly id: Uuid;
  readonly partitions: PartitionImage[] = [];

  constructor(name: string, id: Uuid) {
    this.name = name;
    this.id = id;
  }
}

/** Told of a topic about to be changed or removed, or just to be added: a snapshot writer saves its state first. */
export type TopicChangeListener = (topic: TopicImage) => void;

/**
 * All topics, by name and by id, and which topics have replicas on a broker. Only replay changes it: the methods that
 * change are for the `ImageReplayer`.
 */
export class TopicsImage {
  readonly #byName = new Map<string, TopicImage>();
  readonly #byId = new Map<Uuid, TopicImage>();
  /** Broker -> topic -> how many of the topic's partitions have a replica there. Counts, not partitions: it stays small. */
  readonly #byBroker = new Map<BrokerId, Map<TopicImage, number>>();
  #partitionCount = 0;
  /** Set while a snapshot of this image is being written in slices. */
  beforeChange: TopicChangeListener | undefined;

  get byName(): ReadonlyMap<string, TopicImage> {
    return this.#byName;
  }

  get byId(): ReadonlyMap<Uuid, TopicImage> {
    return this.#byId;
  }

  get partitionCount(): number {
    return this.#partitionCount;
  }

  get(name: string): TopicImage | undefined {
    return this.#byName.get(name);
  }

  getById(id: Uuid): TopicImage | undefined {
    return this.#byId.get(id);
  }

  partition(name: string, partition: PartitionIndex): PartitionImage | undefined {
    return this.#byName.get(name)?.partitions[partition];
  }

  /** Topics with at least one replica on `broker`, with the number of such partitions. */
  onBroker(broker: BrokerId): ReadonlyMap<TopicImage, number> {
    return this.#byBroker.get(broker) ?? noTopics;
  }

  addTopic(topic: TopicImage): void {
    this.beforeChange?.(topic);
    this.#byName.set(topic.name, topic);
    this.#byId.set(topic.id, topic);
    topic.partitions.forEach((partition) => this.#count(topic, partition.replicas, 1));
    this.#partitionCount += topic.partitions.length;
  }

  removeTopic(topic: TopicImage): void {
    this.beforeChange?.(topic);
    this.#byName.delete(topic.name);
    this.#byId.delete(topic.id);
    topic.partitions.forEach((partition) => this.#count(topic, partition.replicas, -1));
    this.#partitionCount -= topic.partitions.length;
  }

  /** Puts `state` (not kept when the partition exists: its fields are taken over), or removes the last partition with undefined. */
  setPartition(topic: TopicImage, index: PartitionIndex, state: PartitionImage | undefined): void {
    this.beforeChange?.(topic);
    const present = topic.partitions[index];
    if (state === undefined) {
      if (present === undefined) return;
      this.#count(topic, present.replicas, -1);
      topic.partitions.length = index;
      this.#partitionCount--;
    } else if (present === undefined) {
      topic.partitions[index] = state;
      this.#count(topic, state.replicas, 1);
      this.#partitionCount++;
    } else {
      if (present.replicas !== state.replicas) {
        this.#count(topic, present.replicas, -1);
        this.#count(topic, state.replicas, 1);
      }
      present.assign(state);
    }
  }

  #count(topic: TopicImage, replicas: readonly BrokerId[], by: number): void {
    for (const broker of replicas) {
      let topics = this.#byBroker.get(broker);
      if (topics === undefined) this.#byBroker.set(broker, (topics = new Map()));
      const count = (topics.get(topic) ?? 0) + by;
      if (count > 0) topics.set(topic, count);
      else topics.delete(topic);
    }
  }
}

const noTopics: ReadonlyMap<TopicImage, number> = new Map();
