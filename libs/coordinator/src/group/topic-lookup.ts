import type { Uuid } from '@ottla/model';

/** What groups ask of the metadata image. The reference may not be kept across turns; ask again. */
export interface TopicLookup {
  /** undefined when there is no such topic. */
  topicIdOf(name: string): Uuid | undefined;
  topicNameOf(topicId: Uuid): string | undefined;
  /** Number of partitions; undefined when there is no such topic. */
  partitionCountOf(name: string): number | undefined;
  /** The names of all topics; left out where nobody subscribes by expressions. */
  topicNames?(): Iterable<string>;
  /** The racks of the replicas of each partition; undefined when no broker of them names one. */
  racksOf?(name: string): readonly ReadonlySet<string>[] | undefined;
}
