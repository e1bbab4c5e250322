import type { TopicPartition } from '@ottla/model';

/** Longest file name that common file systems take, which Kafka keeps to as well. */
const MAX_NAME_LENGTH = 255;
export const DELETION_SUFFIX = '-delete';

/** `<topic>-<partition>.<uuid>-delete`: the folder of a partition that is to be removed. A long topic name is cut. */
export function deletionName({ topic, partition }: TopicPartition, uuid: string): string {
  const rest = `-${partition}.${uuid}${DELETION_SUFFIX}`;
  return topic.slice(0, MAX_NAME_LENGTH - rest.length) + rest;
}
