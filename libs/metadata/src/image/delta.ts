import type { BrokerId, PartitionIndex, Uuid } from '@ottla/model';
import type { BrokerImage, MetadataImage } from './image.ts';
import type { TopicImage } from './topics.ts';

/** What one update did to a topic. A topic created and deleted in one update does not appear. */
export interface TopicDelta {
  /** For a deleted topic its last state. */
  readonly topic: TopicImage;
  readonly created: boolean;
  readonly deleted: boolean;
  /** Partitions created or changed (all of a created topic; none of a deleted one). */
  readonly partitions: ReadonlySet<PartitionIndex>;
}

export interface BrokerChange {
  readonly before: BrokerImage | undefined;
  readonly after: BrokerImage | undefined;
}

export interface ConfigChange {
  readonly type: number;
  readonly name: string;
  /** Keys set, changed or removed. */
  readonly keys: ReadonlySet<string>;
}

interface OpenTopicDelta extends TopicDelta {
  created: boolean;
  deleted: boolean;
  readonly partitions: Set<PartitionIndex>;
}

/**
 * What changed in the image since the update before: the records of one committed batch (or of one metadata
 * transaction, or of what was read at once), or the difference made by loading a snapshot. Valid during the turn of
 * its publication only.
 */
export class MetadataDelta {
  readonly #topics = new Map<Uuid, OpenTopicDelta>();
  readonly #brokers = new Map<BrokerId, { before: BrokerImage | undefined; after: BrokerImage | undefined }>();
  readonly #configs = new Map<string, { type: number; name: string; keys: Set<string> }>();
  readonly #features = new Set<string>();
  /** True when the image was replaced by a snapshot's: `image` is another object than before. */
  isSnapshot = false;
  producerIdsChanged = false;
  /** True when the id or epoch of the quorum's leader changed. */
  controllerChanged = false;

  /** By topic id. */
  get topics(): ReadonlyMap<Uuid, TopicDelta> {
    return this.#topics;
  }

  get brokers(): ReadonlyMap<BrokerId, BrokerChange> {
    return this.#brokers;
  }

  get configs(): Iterable<ConfigChange> {
    return this.#configs.values();
  }

  get configCount(): number {
    return this.#configs.size;
  }

  /** Names of features whose finalized level changed. */
  get features(): ReadonlySet<string> {
    return this.#features;
  }

  get isEmpty(): boolean {
    return (
      this.#topics.size === 0 &&
      this.#brokers.size === 0 &&
      this.#configs.size === 0 &&
      this.#features.size === 0 &&
      !this.isSnapshot &&
      !this.producerIdsChanged &&
      !this.controllerChanged
    );
  }

  topicCreated(topic: TopicImage): void {
    this.#topics.set(topic.id, { topic, created: true, deleted: false, partitions: new Set() });
  }

  topicDeleted(topic: TopicImage): void {
    if (this.#topics.get(topic.id)?.created === true) this.#topics.delete(topic.id);
    else this.#topics.set(topic.id, { topic, created: false, deleted: true, partitions: new Set() });
  }

  partitionChanged(topic: TopicImage, partition: PartitionIndex): void {
    let delta = this.#topics.get(topic.id);
    if (delta === undefined) this.#topics.set(topic.id, (delta = { topic, created: false, deleted: false, partitions: new Set() }));
    delta.partitions.add(partition);
  }

  brokerChanged(id: BrokerId, before: BrokerImage | undefined, after: BrokerImage | undefined): void {
    const known = this.#brokers.get(id);
    if (known === undefined) this.#brokers.set(id, { before, after });
    else known.after = after;
  }

  configChanged(type: number, name: string, key: string): void {
    const resource = `${type}:${name}`;
    let change = this.#configs.get(resource);
    if (change === undefined) this.#configs.set(resource, (change = { type, name, keys: new Set() }));
    change.keys.add(key);
  }

  featureChanged(name: string): void {
    this.#features.add(name);
  }
}

/**
 * Acts on metadata. Publishers are called in the fixed order of their registration, all in the one synchronous turn
 * that applied the records; `image` is already changed. After a snapshot the delta names every difference, so a
 * publisher needs no second code path. Must not throw: that is a defect and stops the process.
 */
export interface MetadataPublisher {
  readonly name: string;
  onMetadataUpdate(delta: MetadataDelta, image: MetadataImage): void;
}
