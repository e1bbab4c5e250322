import type { BrokerId } from '@ottla/model';

/** The topic that clients write to; its replicas are on every broker. */
export const TOPIC = 't';
export const PARTITIONS = 2;
/** Of brokers, and of controllers. */
export const IDS: readonly BrokerId[] = [1, 2, 3];
