import type { TopicPartition } from '@ottla/model';

/** Longest file name that common file systems take, which Kafka keeps to as well. */
const MAX_NAME_LENGTH = 255;
export const DELETION_SUFFIX = '-delete';
/** A folder that belongs to no topic of this cluster: set aside, never removed. */
export const STRAY_SUFFIX = '-stray';

/** `<topic>-<partition>.<uuid>-delete` (or `-stray`): the folder of a partition that is out of use. A long topic name is cut. */
export function deletionName({ topic, partition }: TopicPartition, uuid: string, suffix: string = DELETION_SUFFIX): string {
  const rest = `-${partition}.${uuid}${suffix}`;
  return topic.slice(0, MAX_NAME_LENGTH - rest.length) + rest;
}
