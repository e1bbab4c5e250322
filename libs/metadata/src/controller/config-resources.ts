import { brokerConfigs, clientMetricsConfigs, ConfigError, ErrorCode, groupConfigs, KafkaError, topicConfigs, type ConfigDefinition } from '@ottla/model';
import { ConfigResourceType } from '../image/image.ts';
import { checkClientMetrics } from './client-metrics-check.ts';
import { configLayers } from './controller-config.ts';
import type { ControlState } from './decision.ts';
import { checkGroupConfigs } from './group-config-check.ts';
import { isElrEnabled } from './partition-rules.ts';
import { checkThreadCounts } from './thread-counts-check.ts';
import { checkedTopicConfigs } from './topic-config-check.ts';
import { checkTopicName } from './topic-names.ts';

/** Whose configs a request changes, with the rules for them. */
export interface ConfigResource {
  readonly type: ConfigResourceType;
  /** As the records name it. */
  readonly name: string;
  readonly definition: ConfigDefinition;
  /**
   * Checks all that would be set on the resource and answers it as it is kept. `changed` are the keys that the request
   * touches: what stood before may be from another version and stays unchecked where the rules allow it.
   * Throws KafkaError.
   */
  check(state: ControlState, all: ReadonlyMap<string, string>, changed: ReadonlySet<string>): ReadonlyMap<string, string>;
}

const MIN_INSYNC_REPLICAS = 'min.insync.replicas';

/** The resource of that type and name. Throws KafkaError when its type has no configs here, or it does not exist. */
export function configResource(state: ControlState, type: number, name: string): ConfigResource {
  switch (type) {
    case ConfigResourceType.TOPIC:
      return topicResource(state, name);
    case ConfigResourceType.BROKER:
      return brokerResource(state, name);
    case ConfigResourceType.GROUP:
      if (name === '') throw new KafkaError(ErrorCode.INVALID_REQUEST, 'Default group resources are not allowed.');
      return { type, name, definition: groupConfigs, check: checkGroupConfigs };
    case ConfigResourceType.BROKER_LOGGER:
      throw new KafkaError(ErrorCode.INVALID_REQUEST, 'Log levels cannot be changed while the broker runs.');
    case ConfigResourceType.CLIENT_METRICS:
      if (name === '') throw new KafkaError(ErrorCode.INVALID_REQUEST, 'Default client metrics resources are not allowed.');
      return { type, name, definition: clientMetricsConfigs, check: checkClientMetrics };
    default:
      throw new KafkaError(ErrorCode.INVALID_REQUEST, `Unknown resource type ${type}`);
  }
}

function topicResource(state: ControlState, name: string): ConfigResource {
  if (name === '') throw new KafkaError(ErrorCode.INVALID_REQUEST, 'Default topic resources are not allowed.');
  checkTopicName(name);
  if (state.image.topics.get(name) === undefined) throw new KafkaError(ErrorCode.UNKNOWN_TOPIC_OR_PARTITION, `The topic '${name}' does not exist.`);
  return {
    type: ConfigResourceType.TOPIC,
    name,
    definition: topicConfigs,
    check: ({ image, config }, all) => checkedTopicConfigs(image, config, all),
  };
}

function brokerResource(state: ControlState, name: string): ConfigResource {
  if (name === '') return { type: ConfigResourceType.BROKER, name, definition: brokerConfigs, check: checkClusterWide };
  if (!/^[+-]?\d{1,10}$/.test(name)) throw new KafkaError(ErrorCode.INVALID_REQUEST, `Node id must be an integer, but it is: ${name}`);
  const id = Number(name);
  if (!state.image.brokers.has(id)) throw new KafkaError(ErrorCode.INVALID_REQUEST, `No broker with id ${id} found.`);
  return { type: ConfigResourceType.BROKER, name: String(id), definition: brokerConfigs, check: (now, all, changed) => checkPerBroker(now, String(id), all, changed) };
}

function checkPerBroker(state: ControlState, name: string, all: ReadonlyMap<string, string>, changed: ReadonlySet<string>): ReadonlyMap<string, string> {
  if (changed.has(MIN_INSYNC_REPLICAS) && isElrEnabled(state.image)) {
    throw new KafkaError(ErrorCode.INVALID_CONFIG, `Broker-level ${MIN_INSYNC_REPLICAS} cannot be altered while ELR is enabled.`);
  }
  refuseUnlessDynamic(changed, all, (mode) => mode === 'read-only', 'Cannot update these configs dynamically');
  const checked = checkedBrokerConfigs(all, changed);
  const layers = configLayers(state.image, state.config);
  checkThreadCounts({ ...layers, dynamicBroker: state.image.configOf(ConfigResourceType.BROKER, name) }, { ...layers, dynamicBroker: checked });
  return checked;
}

function checkClusterWide(state: ControlState, all: ReadonlyMap<string, string>, changed: ReadonlySet<string>): ReadonlyMap<string, string> {
  const isRemoved = state.image.configOf(ConfigResourceType.BROKER, '').has(MIN_INSYNC_REPLICAS) && !all.has(MIN_INSYNC_REPLICAS);
  if (isRemoved && isElrEnabled(state.image)) {
    throw new KafkaError(ErrorCode.INVALID_CONFIG, `Cluster-level ${MIN_INSYNC_REPLICAS} cannot be removed while ELR is enabled.`);
  }
  refuseUnlessDynamic(changed, all, (mode) => mode === 'read-only', 'Cannot update these configs dynamically');
  refuseUnlessDynamic(changed, all, (mode) => mode === 'per-broker', 'Cannot update these configs at default cluster level, broker id must be specified');
  const checked = checkedBrokerConfigs(all, changed);
  const layers = configLayers(state.image, state.config);
  checkThreadCounts(layers, { ...layers, dynamicDefault: checked });
  return checked;
}

/** Keys that Kafka does not know pass: plugins have configs of their own. */
function refuseUnlessDynamic(changed: ReadonlySet<string>, all: ReadonlyMap<string, string>, isRefused: (mode: string) => boolean, why: string): void {
  const refused = [...changed].filter((key) => {
    const known = brokerConfigs.keys.get(key);
    return all.has(key) && known !== undefined && isRefused(known.updateMode);
  });
  if (refused.length > 0) throw new KafkaError(ErrorCode.INVALID_REQUEST, `${why}: [${refused.join(', ')}]`);
}

/** A bad value of a broker is INVALID_REQUEST, not INVALID_CONFIG, in Kafka's answers. */
function checkedBrokerConfigs(all: ReadonlyMap<string, string>, changed: ReadonlySet<string>): ReadonlyMap<string, string> {
  const checked = new Map(all);
  try {
    for (const key of changed) {
      const value = all.get(key);
      if (value !== undefined && brokerConfigs.keys.has(key)) checked.set(key, brokerConfigs.check(key, value));
    }
  } catch (error) {
    if (error instanceof ConfigError) throw new KafkaError(ErrorCode.INVALID_REQUEST, error.message);
    throw error;
  }
  return checked;
}

/** The values of a LIST key, for APPEND and SUBTRACT. Throws KafkaError(INVALID_CONFIG) when `key` is no list. */
export function listValues(resource: ConfigResource, key: string, current: string | undefined, operation: string): string[] {
  const known = resource.definition.keys.get(key);
  if (known?.type !== 'LIST') {
    throw new KafkaError(ErrorCode.INVALID_CONFIG, `Can't ${operation} to key ${key} because its type is not LIST.`);
  }
  return splitList(current ?? known.defaultValue ?? '');
}

/** Kafka's LIST: values between commas, blanks around them dropped. */
export function splitList(text: string): string[] {
  return text.trim() === '' ? [] : text.split(',').map((value) => value.trim());
}

