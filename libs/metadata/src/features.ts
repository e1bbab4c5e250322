import { METADATA_VERSION_FEATURE, type SupportedFeature } from './image/image.ts';

/** metadata.version of Kafka 4.3's newest level (4.3-IV0). */
export const LATEST_METADATA_VERSION = 30;
/** Oldest metadata.version that Kafka 4.3 runs (3.3-IV3). */
const MINIMUM_METADATA_VERSION = 7;

/** At level 1 brokers serve groups of KIP-848. */
const GROUP_VERSION_FEATURE = 'group.version';
/** Feature of KIP-890: an epoch bump with each transaction from level 2 on. */
export const TRANSACTION_VERSION_FEATURE = 'transaction.version';
/** Feature of KIP-966: from level 1 on partitions keep eligible leader replicas, and an ISR may be empty. */
export const ELR_VERSION_FEATURE = 'eligible.leader.replicas.version';
/** Feature of the quorum itself; kept in the log's control records, not in the image. */
export const KRAFT_VERSION_FEATURE = 'kraft.version';
/** kraft.version of a quorum whose voters stand in its log, as Ottla's do from the start (KIP-853). */
export const KRAFT_VERSION_IN_FORCE = 1;

/** Levels that this build runs at; what is not built is not among them. */
export const supportedFeatures: readonly SupportedFeature[] = [
  { name: ELR_VERSION_FEATURE, minVersion: 0, maxVersion: 1 },
  { name: GROUP_VERSION_FEATURE, minVersion: 0, maxVersion: 1 },
  { name: KRAFT_VERSION_FEATURE, minVersion: 0, maxVersion: 1 },
  { name: METADATA_VERSION_FEATURE, minVersion: MINIMUM_METADATA_VERSION, maxVersion: LATEST_METADATA_VERSION },
  { name: TRANSACTION_VERSION_FEATURE, minVersion: 0, maxVersion: 2 },
];

/** Features that a new cluster finalizes: those that are built. */
export const bootstrapFeatures: ReadonlyMap<string, number> = new Map([
  [METADATA_VERSION_FEATURE, LATEST_METADATA_VERSION],
  [ELR_VERSION_FEATURE, 1],
  [GROUP_VERSION_FEATURE, 1],
  [TRANSACTION_VERSION_FEATURE, 2],
]);

/**
 * Why this build cannot read what is written at this level of a feature, with what to do; undefined when it can. A feature
 * that it does not know at all changes nothing that it reads, so it is no reason: a broker without it is refused when it
 * registers.
 */
export function reasonNotReadable(name: string, level: number): string | undefined {
  const supported = supportedFeatures.find((feature) => feature.name === name);
  if (supported === undefined || level === 0 || (level >= supported.minVersion && level <= supported.maxVersion)) return undefined;
  const { minVersion, maxVersion } = supported;
  return `the cluster finalized ${name} at version ${level}, and this process supports versions ${minVersion} to ${maxVersion}: run the version of Ottla that the other nodes run, or lower the feature there with kafka-features.sh first`;
}

/** Levels of metadata.version that brought something into the metadata: a level below cannot hold it. */
const lossyLevels: readonly number[] = [8, 11, 13, 14, 15, 17, 23, 30];

/** Whether metadata of level `from` may hold what level `to`, which is lower, cannot. */
export function losesMetadata(from: number, to: number): boolean {
  return lossyLevels.some((level) => level > to && level <= from);
}

/** What a level of a feature needs of metadata.version, where it needs anything. */
export function neededMetadataVersion(feature: string, level: number): number | undefined {
  return feature === ELR_VERSION_FEATURE && level >= 1 ? 23 : undefined;
}
