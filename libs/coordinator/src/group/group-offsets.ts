import type { Offset, LeaderEpoch, PartitionIndex, TimestampMs, Uuid } from '@ottla/model';

/** What a group committed for one partition. */
export interface CommittedOffset {
  readonly offset: Offset;
  /** -1 when the client did not say. */
  readonly leaderEpoch: LeaderEpoch;
  readonly metadata: string;
  readonly commitTimestamp: TimestampMs;
  /** When it expires, as an old client asked for; -1: by the group's retention. */
  readonly expireTimestamp: TimestampMs;
  /** Id of the topic when it was committed; the zero id when unknown. */
  readonly topicId: Uuid;
}

/** The committed offsets of one group, by topic and partition. */
export class GroupOffsets {
  readonly #topics = new Map<string, Map<PartitionIndex, CommittedOffset>>();

  get isEmpty(): boolean {
    return this.#topics.size === 0;
  }

  get(topic: string, partition: PartitionIndex): CommittedOffset | undefined {
    return this.#topics.get(topic)?.get(partition);
  }

  set(topic: string, partition: PartitionIndex, committed: CommittedOffset): void {
    let partitions = this.#topics.get(topic);
    if (partitions === undefined) {
      partitions = new Map();
      this.#topics.set(topic, partitions);
    }
    partitions.set(partition, committed);
  }

  delete(topic: string, partition: PartitionIndex): void {
    const partitions = this.#topics.get(topic);
    if (partitions?.delete(partition) === true && partitions.size === 0) this.#topics.delete(topic);
  }

  topics(): MapIterator<[string, ReadonlyMap<PartitionIndex, CommittedOffset>]> {
    return this.#topics.entries();
  }

  /** The partitions of `topic` that have an offset. */
  partitionsOf(topic: string): readonly PartitionIndex[] {
    return [...(this.#topics.get(topic)?.keys() ?? [])];
  }
}
