import { brokerConfigs, clientMetricsConfigs, ConfigSource, errorCodeOf, ErrorCode, groupConfigs, KafkaError, resolveConfig, topicConfigs, type BrokerId, type ConfigDefinition, type ConfigKey, type ConfigLayers, type ResolvedConfig } from '@ottla/model';
import { checkTopicName, ConfigResourceType, type MetadataImage } from '@ottla/metadata';
import type { ApiKeys, DescribeConfigsRequest, DescribeConfigsResponseInput } from '@ottla/protocol';
import type { BrokerConfig } from '../broker-config.ts';
import type { Handler } from './handler.ts';

type Result = DescribeConfigsResponseInput['results'][number];
type Entry = Result['configs'][number];
type Resource = DescribeConfigsRequest['resources'][number];

/** ConfigDef types as DescribeConfigs numbers them. */
const typeIds: Readonly<Record<ConfigKey['type'], number>> = { BOOLEAN: 1, STRING: 2, INT: 3, SHORT: 4, LONG: 5, DOUBLE: 6, LIST: 7, CLASS: 8, PASSWORD: 9 };

export interface DescribeConfigsOptions {
  readonly brokerId: BrokerId;
  readonly image: () => MetadataImage;
  readonly config: BrokerConfig;
}

/** DescribeConfigs: values in force with where they come from, for topics, brokers, groups and client metrics. */
export function describeConfigsHandler(options: DescribeConfigsOptions): Handler<typeof ApiKeys.DescribeConfigs> {
  return ({ request, respond }) => {
    respond({ throttleTimeMs: 0, results: request.resources.map((resource) => describe(options, request, resource)) });
  };
}

function describe(options: DescribeConfigsOptions, request: DescribeConfigsRequest, resource: Resource): Result {
  try {
    return { ...resource, errorCode: ErrorCode.NONE, errorMessage: '', configs: entries(options, request, resource) };
  } catch (error) {
    if (!(error instanceof KafkaError)) throw error;
    return { ...resource, errorCode: errorCodeOf(error), errorMessage: error.message, configs: [] };
  }
}

function entries({ brokerId, image, config }: DescribeConfigsOptions, request: DescribeConfigsRequest, { resourceType, resourceName, configurationKeys }: Resource): Entry[] {
  const metadata = image();
  switch (resourceType) {
    case ConfigResourceType.TOPIC: {
      checkTopicName(resourceName);
      if (metadata.topics.get(resourceName) === undefined) throw new KafkaError(ErrorCode.UNKNOWN_TOPIC_OR_PARTITION, '');
      const own = metadata.configOf(ConfigResourceType.TOPIC, resourceName);
      return resolved(topicConfigs, config.layers(own), ConfigSource.TOPIC_CONFIG, request, configurationKeys);
    }
    case ConfigResourceType.GROUP: {
      if (resourceName === '') throw new KafkaError(ErrorCode.INVALID_REQUEST, 'Group name must not be empty');
      const own = metadata.configOf(ConfigResourceType.GROUP, resourceName);
      return resolved(groupConfigs, config.layers(own), ConfigSource.GROUP_CONFIG, request, configurationKeys);
    }
    case ConfigResourceType.BROKER:
      return brokerEntries(brokerId, config, request, resourceName, configurationKeys);
    case ConfigResourceType.CLIENT_METRICS: {
      if (resourceName === '') throw new KafkaError(ErrorCode.INVALID_REQUEST, 'a client metrics resource must have a name');
      const own = metadata.configOf(ConfigResourceType.CLIENT_METRICS, resourceName);
      return resolved(clientMetricsConfigs, config.layers(own), ConfigSource.CLIENT_METRICS_CONFIG, request, configurationKeys);
    }
    case ConfigResourceType.BROKER_LOGGER:
      throw new KafkaError(ErrorCode.INVALID_REQUEST, 'Ottla has no loggers whose levels can be described');
    default:
      throw new KafkaError(ErrorCode.INVALID_REQUEST, `there is no config resource type ${resourceType}`);
  }
}

/** A broker's own values, or with an empty name what is set for all brokers. */
function brokerEntries(brokerId: BrokerId, config: BrokerConfig, request: DescribeConfigsRequest, name: string, keys: readonly string[] | null): Entry[] {
  const layers = config.layers();
  if (name === '') {
    const clusterWide: ConfigLayers = { dynamicBroker: new Map(), dynamicDefault: layers.dynamicDefault, staticBroker: new Map() };
    return [...resolved(brokerConfigs, clusterWide, ConfigSource.DYNAMIC_DEFAULT_BROKER_CONFIG, request, keys), ...unknownEntries(clusterWide, request, keys)]
      .filter((entry) => layers.dynamicDefault.has(entry.name))
      // What stands behind the cluster's default is each broker's own affair.
      .map((entry) => ({ ...entry, synonyms: entry.synonyms?.filter(({ source }) => source === ConfigSource.DYNAMIC_DEFAULT_BROKER_CONFIG) }));
  }
  if (!/^\d+$/.test(name)) throw new KafkaError(ErrorCode.INVALID_REQUEST, `Broker id must be an integer, but it is: ${name}`);
  if (Number(name) !== brokerId) throw new KafkaError(ErrorCode.INVALID_REQUEST, `Unexpected broker id, expected ${brokerId} or empty string, but received ${name}`);
  return [...resolved(brokerConfigs, layers, ConfigSource.DYNAMIC_BROKER_CONFIG, request, keys), ...unknownEntries(layers, request, keys)];
}

/** Keys that no definition has, set while brokers run: a plugin's in Kafka. What they hold may be a secret. */
function unknownEntries({ dynamicBroker, dynamicDefault }: ConfigLayers, request: DescribeConfigsRequest, wanted: readonly string[] | null): Entry[] {
  const sources = [[dynamicBroker, ConfigSource.DYNAMIC_BROKER_CONFIG], [dynamicDefault, ConfigSource.DYNAMIC_DEFAULT_BROKER_CONFIG]] as const;
  const names = new Set(sources.flatMap(([values]) => [...values.keys()]));
  return [...names].filter((name) => !brokerConfigs.keys.has(name) && (wanted === null || wanted.length === 0 || wanted.includes(name))).map((name) => {
    const synonyms = sources.filter(([values]) => values.has(name)).map(([, source]) => ({ name, value: null, source }));
    const configSource = synonyms[0]?.source ?? ConfigSource.UNKNOWN;
    return { name, value: null, readOnly: true, configSource, isSensitive: true, synonyms: request.includeSynonyms ? synonyms : [], configType: 0, documentation: null };
  });
}

function resolved(definition: ConfigDefinition, layers: ConfigLayers, ownSource: number, request: DescribeConfigsRequest, wanted: readonly string[] | null): Entry[] {
  const result: Entry[] = [];
  // Kafka takes an empty list of keys to mean all, as it does null.
  const filter = wanted === null || wanted.length === 0 ? undefined : new Set(wanted);
  for (const key of definition.keys.values()) {
    if (filter !== undefined && !filter.has(key.name)) continue;
    const found = resolveConfig(definition, key.name, layers);
    if (key.isDynamicOnly !== true) result.push(entryOf(key, found, ownSource, request));
    else if (found.source !== ConfigSource.DEFAULT_CONFIG) {
      const synonyms = found.synonyms.filter(({ source }) => source !== ConfigSource.DEFAULT_CONFIG);
      result.push(entryOf(key, { ...found, synonyms }, ownSource, request));
    }
  }
  return result;
}

function entryOf(key: ConfigKey, { value, source, synonyms }: ResolvedConfig, ownSource: number, request: DescribeConfigsRequest): Entry {
  const isBroker = ownSource === ConfigSource.DYNAMIC_BROKER_CONFIG || ownSource === ConfigSource.DYNAMIC_DEFAULT_BROKER_CONFIG;
  return {
    name: key.name,
    value: key.isSensitive ? null : value,
    readOnly: isBroker && key.updateMode === 'read-only',
    configSource: source,
    isSensitive: key.isSensitive,
    synonyms: request.includeSynonyms ? synonyms.map((synonym) => ({ ...synonym, value: key.isSensitive ? null : synonym.value })) : [],
    configType: typeIds[key.type],
    documentation: request.includeDocumentation ? key.documentation : null,
  };
}
