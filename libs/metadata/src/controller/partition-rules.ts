import { resolveConfig, topicConfigs, type BrokerId } from '@ottla/model';
import { ELR_VERSION_FEATURE } from '../features.ts';
import { ConfigResourceType, type BrokerImage, type MetadataImage } from '../image/image.ts';
import { DIRECTORY_LOST, DIRECTORY_MIGRATING, DIRECTORY_UNASSIGNED, type PartitionImage } from '../image/partition.ts';
import { configLayers } from './controller-config.ts';
import type { ControlState } from './decision.ts';

const MIN_INSYNC_REPLICAS = 'min.insync.replicas';
const UNCLEAN_ELECTION = 'unclean.leader.election.enable';

/** Whether eligible leader replicas are kept (KIP-966). */
export function isElrEnabled(image: MetadataImage): boolean {
  return (image.features.get(ELR_VERSION_FEATURE) ?? 0) > 0;
}

/**
 * What the cluster's features and configs say about changes of partitions. Made for one decision: most topics set
 * nothing themselves, so that the values below them are resolved once.
 */
export class PartitionRules {
  readonly image: MetadataImage;
  readonly isElrEnabled: boolean;
  readonly #config: ControlState['config'];
  readonly #defaults = new Map<string, string>();

  constructor({ image, config }: Pick<ControlState, 'image' | 'config'>) {
    this.image = image;
    this.#config = config;
    this.isElrEnabled = isElrEnabled(image);
  }

  /** min.insync.replicas, but never more than there are replicas (KIP-966). */
  minIsr(topic: string, replicas: number): number {
    return Math.min(Number(this.#value(topic, MIN_INSYNC_REPLICAS)), replicas);
  }

  /** unclean.leader.election.enable: whether a replica that lags may lead when no other is left. */
  allowsUnclean(topic: string): boolean {
    return this.#value(topic, UNCLEAN_ELECTION) === 'true';
  }

  #value(topic: string, key: string): string {
    const own = this.image.configOf(ConfigResourceType.TOPIC, topic).get(key);
    if (own !== undefined) return own;
    let value = this.#defaults.get(key);
    if (value === undefined) this.#defaults.set(key, (value = resolveConfig(topicConfigs, key, configLayers(this.image, this.#config)).value ?? ''));
    return value;
  }
}

/** Whether `broker` can lead `partition` now: it is not fenced, is not about to stop, and its log is there as far as the controller knows. */
export function canLead(image: MetadataImage, broker: BrokerId, partition: PartitionImage): boolean {
  const registered = image.brokers.get(broker);
  if (registered === undefined || registered.fenced || registered.inControlledShutdown) return false;
  return holdsReplica(registered, partition);
}

/** Whether the log folder that holds the broker's replica is there, as far as the controller knows. */
export function holdsReplica(broker: BrokerImage, partition: PartitionImage): boolean {
  const folder = partition.directoryOf(broker.id);
  if (folder === DIRECTORY_LOST) return false;
  return folder === DIRECTORY_UNASSIGNED || folder === DIRECTORY_MIGRATING || broker.logDirs.includes(folder);
}
