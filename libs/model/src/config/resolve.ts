import type { ConfigDefinition } from './config-definition.ts';

/** Kafka's DescribeConfigs source ids. */
export declare const ConfigSource: {
  readonly UNKNOWN: 0; readonly TOPIC_CONFIG: 1; readonly DYNAMIC_BROKER_CONFIG: 2; readonly DYNAMIC_DEFAULT_BROKER_CONFIG: 3;
  readonly STATIC_BROKER_CONFIG: 4; readonly DEFAULT_CONFIG: 5; readonly DYNAMIC_BROKER_LOGGER_CONFIG: 6; readonly CLIENT_METRICS_CONFIG: 7; readonly GROUP_CONFIG: 8;
};

/** What is set where; all maps are Kafka's key names to values as text. */
export interface ConfigLayers {
  /** On the topic or group itself. */
  readonly own?: ReadonlyMap<string, string>;
  readonly dynamicBroker: ReadonlyMap<string, string>;
  readonly dynamicDefault: ReadonlyMap<string, string>;
  /** server.properties and --set. */
  readonly staticBroker: ReadonlyMap<string, string>;
}

export interface ResolvedConfig {
  readonly name: string;
  readonly value: string | null;
  readonly source: number;
  /** Strongest first, the value in force included, as DescribeConfigs lists synonyms. */
  readonly synonyms: readonly { readonly name: string; readonly value: string | null; readonly source: number }[];
}

/** One key in force, converting units of synonyms (log.retention.hours to retention.ms). */
export declare function resolveConfig(definition: ConfigDefinition, key: string, layers: ConfigLayers): ResolvedConfig;
/** All keys of `definition` in force, as text (keys whose value is null are left out): input of `logConfigFrom` and the like. */
export declare function resolveAll(definition: ConfigDefinition, layers: ConfigLayers): ReadonlyMap<string, string>;
/** Rules over several keys of a topic that no single key shows (min.compaction.lag.ms at most max.compaction.lag.ms and the like); throws ConfigError. */
export declare function checkTopicConfigs(resolved: ReadonlyMap<string, string>): void;
