import { ErrorCode } from '@ottla/model';

interface PartitionAnswer {
  readonly errorCode: number;
}

interface TopicAnswer<P extends PartitionAnswer> {
  readonly partitions: readonly P[];
}

const isUnknown = ({ errorCode }: PartitionAnswer): boolean => errorCode === ErrorCode.UNKNOWN_TOPIC_OR_PARTITION || errorCode === ErrorCode.UNKNOWN_TOPIC_ID;

/**
 * The order of Kafka's answers about offsets: a broker names topics and partitions that it does not know before it asks
 * the group about the others. A topic without partitions is not named.
 */
export function unknownFirst<P extends PartitionAnswer, T extends TopicAnswer<P>>(topics: readonly T[]): T[] {
  const named = topics.filter(({ partitions }) => partitions.length > 0);
  if (!named.some(({ partitions }) => partitions.some(isUnknown))) return named;
  const ordered = named.map((topic) => ({ ...topic, partitions: [...topic.partitions.filter(isUnknown), ...topic.partitions.filter((partition) => !isUnknown(partition))] }));
  const hasUnknown = ({ partitions }: T): boolean => isUnknown(partitions[0] as P);
  return [...ordered.filter(hasUnknown), ...ordered.filter((topic) => !hasUnknown(topic))];
}
