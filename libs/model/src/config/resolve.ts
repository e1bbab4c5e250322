import type { ConfigDefinition, ConfigKey } from './config-definition.ts';
import { ConfigError } from './config-definition.ts';
import { brokerConfigs } from './definitions.ts';

/** Kafka's DescribeConfigs source ids. */
export const ConfigSource = {
  UNKNOWN: 0,
  TOPIC_CONFIG: 1,
  DYNAMIC_BROKER_CONFIG: 2,
  DYNAMIC_DEFAULT_BROKER_CONFIG: 3,
  STATIC_BROKER_CONFIG: 4,
  DEFAULT_CONFIG: 5,
  DYNAMIC_BROKER_LOGGER_CONFIG: 6,
  CLIENT_METRICS_CONFIG: 7,
  GROUP_CONFIG: 8,
} as const;

/** Where a value that is set on the resource itself comes from. */
const ownSources = { topic: ConfigSource.TOPIC_CONFIG, group: ConfigSource.GROUP_CONFIG, 'client metrics': ConfigSource.CLIENT_METRICS_CONFIG, broker: ConfigSource.DYNAMIC_BROKER_CONFIG } as const;

/** What is set where; all maps are Kafka's key names to values as text. */
export interface ConfigLayers {
  /** On the topic or group itself. */
  readonly own?: ReadonlyMap<string, string>;
  readonly dynamicBroker: ReadonlyMap<string, string>;
  readonly dynamicDefault: ReadonlyMap<string, string>;
  /** server.properties and --set. */
  readonly staticBroker: ReadonlyMap<string, string>;
}

interface ConfigSynonym {
  readonly name: string;
  readonly value: string | null;
  readonly source: number;
}

export interface ResolvedConfig {
  readonly name: string;
  readonly value: string | null;
  readonly source: number;
  /** Strongest first, the value in force included, as DescribeConfigs lists synonyms. */
  readonly synonyms: readonly ConfigSynonym[];
}

/** Milliseconds in the unit that the name of a time key ends with. */
const millisecondsOf: readonly (readonly [string, bigint])[] = [
  ['.minutes', 60_000n],
  ['.hours', 3_600_000n],
];

/**
 * One key in force, converting units of synonyms (log.retention.hours to retention.ms). A sensitive value is given as it
 * is: who shows it hides it. Throws ConfigError for an unknown key.
 */
export function resolveConfig(definition: ConfigDefinition, key: string, layers: ConfigLayers): ResolvedConfig {
  const known = definition.keys.get(key);
  if (known === undefined) throw new ConfigError(key, `Unknown ${definition.kind} config name: ${key}`);
  const all = collectSynonyms(known, definition, layers);
  const own = definition.kind === 'broker' ? undefined : layers.own?.get(key);
  const listed = listedSynonyms(known, definition, all);
  if (own !== undefined) {
    const source = ownSources[definition.kind];
    return { name: key, value: own, source, synonyms: [{ name: key, value: own, source }, ...listed] };
  }
  return { name: key, value: valueInForce(known, definition, all), source: listed[0]?.source ?? ConfigSource.DEFAULT_CONFIG, synonyms: listed };
}

/** All keys of `definition` in force, as text (keys whose value is null are left out): input of `logConfigFrom` and the like. */
export function resolveAll(definition: ConfigDefinition, layers: ConfigLayers): ReadonlyMap<string, string> {
  const resolved = new Map<string, string>();
  for (const key of definition.keys.values()) {
    const own = definition.kind === 'broker' ? undefined : layers.own?.get(key.name);
    const value = own ?? valueInForce(key, definition, collectSynonyms(key, definition, layers));
    if (value !== null) resolved.set(key.name, value);
  }
  return resolved;
}

/** Rules over several keys of a topic that no single key shows (min.compaction.lag.ms at most max.compaction.lag.ms and the like); throws ConfigError. */
export function checkTopicConfigs(resolved: ReadonlyMap<string, string>): void {
  const least = resolved.get('min.compaction.lag.ms');
  const most = resolved.get('max.compaction.lag.ms');
  if (least !== undefined && most !== undefined && BigInt(least) > BigInt(most)) {
    const conflict = `conflict topic config setting min.compaction.lag.ms (${least}) > max.compaction.lag.ms (${most})`;
    throw new ConfigError('min.compaction.lag.ms', conflict);
  }
  if (resolved.get('remote.storage.enable') === 'true') {
    const refusal = 'Tiered Storage functionality is disabled in the broker. Topic cannot be configured with remote log storage.';
    throw new ConfigError('remote.storage.enable', refusal);
  }
}

/** Every place that gives the key a value. A stronger layer goes before a stronger name, as in Kafka: a dynamic log.retention.ms beats a static one in any unit. */
function collectSynonyms(key: ConfigKey, definition: ConfigDefinition, layers: ConfigLayers): readonly ConfigSynonym[] {
  const found: ConfigSynonym[] = [];
  const collect = (values: ReadonlyMap<string, string>, source: number): void => {
    for (const name of key.synonyms) {
      const value = values.get(name);
      if (value !== undefined) found.push({ name, value, source });
    }
  };
  collect(layers.dynamicBroker, ConfigSource.DYNAMIC_BROKER_CONFIG);
  collect(layers.dynamicDefault, ConfigSource.DYNAMIC_DEFAULT_BROKER_CONFIG);
  collect(layers.staticBroker, ConfigSource.STATIC_BROKER_CONFIG);
  for (const name of key.synonyms) {
    const value = (brokerConfigs.keys.get(name) ?? definition.keys.get(name))?.defaultValue;
    if (value !== undefined && value !== null) found.push({ name, value, source: ConfigSource.DEFAULT_CONFIG });
  }
  return found;
}

/** What DescribeConfigs lists: Kafka starts the list at the key's principal name, so that a value set only in a weaker unit is in force but not listed. */
function listedSynonyms(key: ConfigKey, definition: ConfigDefinition, all: readonly ConfigSynonym[]): readonly ConfigSynonym[] {
  const principal = definition.kind === 'broker' ? key.name : key.synonyms[0];
  const start = all.findIndex((synonym) => synonym.name === principal);
  return start === -1 ? [] : all.slice(start);
}

function valueInForce(key: ConfigKey, definition: ConfigDefinition, all: readonly ConfigSynonym[]): string | null {
  if (definition.kind === 'broker') return all.find((synonym) => synonym.name === key.name)?.value ?? key.defaultValue;
  const strongest = all[0];
  if (strongest === undefined || strongest.value === null) return key.defaultValue;
  return inMilliseconds(strongest.name, strongest.value);
}

/** `value` of the broker key `name` in the unit of topic keys. A negative time means no limit, which is -1 in every unit. */
function inMilliseconds(name: string, value: string): string {
  const unit = millisecondsOf.find(([suffix]) => name.endsWith(suffix));
  if (name.startsWith('log.retention.') && name !== 'log.retention.bytes' && BigInt(value) < 0n) return '-1';
  return unit === undefined ? value : String(BigInt(value) * unit[1]);
}
