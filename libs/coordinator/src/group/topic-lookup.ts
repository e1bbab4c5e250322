import type { Uuid } from '@ottla/model';

/** What groups ask of the metadata image. The reference may not be kept across turns; ask again. */
export interface TopicLookup {
  /** undefined when there is no such topic. */
  topicIdOf(name: string): Uuid | undefined;
  topicNameOf(topicId: Uuid): string | undefined;
  /** Number of partitions; undefined when there is no such topic. */
  partitionCountOf(name: string): number | undefined;
}
