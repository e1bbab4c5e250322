import { ErrorCode, KafkaError, resolveConfig, topicConfigs } from '@ottla/model';
import type { FeatureUpdateKey, UpdateFeaturesRequest, UpdateFeaturesResponseInput } from '@ottla/protocol';
import { ELR_VERSION_FEATURE, KRAFT_VERSION_FEATURE, KRAFT_VERSION_IN_FORCE, losesMetadata, neededMetadataVersion, supportedFeatures } from '../features.ts';
import { ConfigResourceType, METADATA_VERSION_FEATURE, type MetadataImage, type SupportedFeature } from '../image/image.ts';
import { metadataRecord, MetadataRecordType, type MetadataRecord } from '../records/metadata-record.ts';
import { configLayers } from './controller-config.ts';
import { refusalOf, type ControlState, type Decision } from './decision.ts';

/** FeatureUpdate.UpgradeType ids. */
const UpgradeType = { UPGRADE: 1, SAFE_DOWNGRADE: 2, UNSAFE_DOWNGRADE: 3 } as const;
/** First version that names the type; before it there was only whether a downgrade is allowed. */
const NAMES_TYPE_FROM = 1;
/** First version that answers for the whole request only. */
const ANSWERS_WHOLE_FROM = 2;
const MIN_INSYNC_REPLICAS = 'min.insync.replicas';

/** UpdateFeatures (KIP-584, KIP-1022): all updates or none. */
export function updateFeatures(state: ControlState, request: UpdateFeaturesRequest, version: number): Decision<UpdateFeaturesResponseInput> {
  const updates = firstOfEach(request.featureUpdates);
  // Levels after the updates before: one may need what another brings.
  const levels = new Map(state.image.features);
  for (const { feature, maxVersionLevel } of updates) levels.set(feature, maxVersionLevel);
  const records: MetadataRecord[] = [];
  try {
    for (const update of updates) records.push(...updateRecords(state, update, upgradeType(update, version), levels));
  } catch (error) {
    const { errorCode, errorMessage } = refusalOf(error);
    const why = `The update failed for all features since the following feature had an error: ${errorMessage}`;
    return { records: [], response: { throttleTimeMs: 0, errorCode, errorMessage: why, results: [] } };
  }
  const results = version >= ANSWERS_WHOLE_FROM ? [] : updates.map(({ feature }) => ({ feature, errorCode: ErrorCode.NONE, errorMessage: 'NONE' }));
  return { records: request.validateOnly ? [] : records, response: { throttleTimeMs: 0, errorCode: ErrorCode.NONE, errorMessage: null, results } };
}

function firstOfEach(updates: readonly FeatureUpdateKey[]): FeatureUpdateKey[] {
  return updates.filter(({ feature }, index) => updates.findIndex((other) => other.feature === feature) === index);
}

function upgradeType(update: FeatureUpdateKey, version: number): number {
  if (version >= NAMES_TYPE_FROM) return update.upgradeType;
  return update.allowDowngrade ? UpgradeType.SAFE_DOWNGRADE : UpgradeType.UPGRADE;
}

function invalid({ feature, maxVersionLevel }: FeatureUpdateKey, why: string): KafkaError {
  return new KafkaError(ErrorCode.INVALID_UPDATE_VERSION, `Invalid update version ${maxVersionLevel} for feature ${feature}. ${why}`);
}

/** Throws KafkaError(INVALID_UPDATE_VERSION). */
function updateRecords(state: ControlState, update: FeatureUpdateKey, type: number, levels: ReadonlyMap<string, number>): MetadataRecord[] {
  const { image } = state;
  const { feature: name, maxVersionLevel: wanted } = update;
  if (wanted < 0) throw invalid(update, 'A feature version cannot be less than 0.');
  const unsupported = reasonNotSupported(image, name, wanted);
  if (unsupported !== undefined) throw invalid(update, unsupported);
  const present = name === KRAFT_VERSION_FEATURE ? KRAFT_VERSION_IN_FORCE : (image.features.get(name) ?? 0);
  checkDirection(update, present, type);
  const needed = neededMetadataVersion(name, wanted);
  if (needed !== undefined && (levels.get(METADATA_VERSION_FEATURE) ?? 0) < needed) {
    throw invalid(update, `${name} could not be set to ${wanted} because it depends on ${METADATA_VERSION_FEATURE} level ${needed}`);
  }
  if (wanted === present) return [];
  const records = [metadataRecord(MetadataRecordType.FEATURE_LEVEL, { name, featureLevel: wanted })];
  return name === ELR_VERSION_FEATURE && wanted > 0 ? [...records, ...elrSafetyRecords(state)] : records;
}

function checkDirection(update: FeatureUpdateKey, present: number, type: number): void {
  const { feature, maxVersionLevel: wanted } = update;
  if (type !== UpgradeType.UPGRADE && type !== UpgradeType.SAFE_DOWNGRADE && type !== UpgradeType.UNSAFE_DOWNGRADE) {
    throw invalid(update, 'The controller does not support the given upgrade type.');
  }
  if (wanted > present && type !== UpgradeType.UPGRADE) throw invalid(update, "Can't downgrade to a newer version.");
  if (wanted >= present) return;
  if (type === UpgradeType.UPGRADE) {
    throw invalid(update, "Can't downgrade the version of this feature without setting the upgrade type to either safe or unsafe downgrade.");
  }
  if (feature === KRAFT_VERSION_FEATURE) throw invalid(update, "Can't downgrade the version of this feature.");
  if (feature !== METADATA_VERSION_FEATURE || !losesMetadata(present, wanted)) return;
  const why = type === UpgradeType.UNSAFE_DOWNGRADE ? 'Unsafe metadata downgrade is not supported in this version.' : 'Refusing to perform the requested downgrade because it might delete metadata information.';
  throw new KafkaError(ErrorCode.INVALID_UPDATE_VERSION, `Unsupported metadata.version downgrade from ${present} to ${wanted}. ${why}`);
}

/** Every node must be able to run at the level: this controller, the others, the brokers. */
function reasonNotSupported(image: MetadataImage, name: string, wanted: number): string | undefined {
  const lack = (who: string, features: readonly SupportedFeature[]): string | undefined => {
    const supported = features.find((feature) => feature.name === name);
    if (supported === undefined) return wanted === 0 && who.startsWith('Broker') ? undefined : `${who} does not support this feature.`;
    const { minVersion, maxVersion } = supported;
    return wanted >= minVersion && wanted <= maxVersion ? undefined : `${who} only supports versions ${minVersion}-${maxVersion}`;
  };
  const own = lack(`Local controller ${image.controllerId}`, supportedFeatures);
  if (own !== undefined || name === KRAFT_VERSION_FEATURE) return own;
  for (const { id, features } of image.controllers.values()) {
    const reason = lack(`Controller ${id}`, features);
    if (reason !== undefined) return reason;
  }
  for (const { id, features } of image.brokers.values()) {
    const reason = lack(`Broker ${id}`, features);
    if (reason !== undefined) return reason;
  }
  return undefined;
}

/**
 * What the first leader of an empty log appends: the levels that the cluster was formatted with, and what follows from
 * them. Nothing in any other log.
 */
export function activationRecords(state: ControlState, bootstrapRecords: readonly MetadataRecord[]): readonly MetadataRecord[] {
  if (state.image.metadataVersion !== 0) return [];
  const hasElr = bootstrapRecords.some(({ type, value }) => type === MetadataRecordType.FEATURE_LEVEL && value.name === ELR_VERSION_FEATURE && value.featureLevel > 0);
  return hasElr ? [...bootstrapRecords, ...elrSafetyRecords(state)] : bootstrapRecords;
}

/**
 * With eligible leader replicas all brokers and controllers must agree on min.insync.replicas (KIP-966): the
 * cluster-wide value is written down, and what single brokers say of it goes.
 */
function elrSafetyRecords({ image, config }: ControlState): MetadataRecord[] {
  const resourceType = ConfigResourceType.BROKER;
  const records: MetadataRecord[] = [];
  for (const [resourceName, configs] of image.configs.resources(resourceType)) {
    if (resourceName !== '' && configs.has(MIN_INSYNC_REPLICAS)) {
      records.push(metadataRecord(MetadataRecordType.CONFIG, { resourceType, resourceName, name: MIN_INSYNC_REPLICAS, value: null }));
    }
  }
  if (!image.configOf(resourceType, '').has(MIN_INSYNC_REPLICAS)) {
    const { value } = resolveConfig(topicConfigs, MIN_INSYNC_REPLICAS, configLayers(image, config));
    records.push(metadataRecord(MetadataRecordType.CONFIG, { resourceType, resourceName: '', name: MIN_INSYNC_REPLICAS, value }));
  }
  return records;
}
