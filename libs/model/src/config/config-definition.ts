/** Kafka's ConfigDef.Type. */
export type ConfigType = 'BOOLEAN' | 'STRING' | 'INT' | 'SHORT' | 'LONG' | 'DOUBLE' | 'LIST' | 'CLASS' | 'PASSWORD';

/** Whether a broker key can change while the broker runs (DynamicBrokerConfig). */
export type ConfigUpdateMode = 'read-only' | 'per-broker' | 'cluster-wide';

/** What Ottla does with a key of Kafka: acts on it; ignores it with one warning; or refuses to start when it is set to something else than its default, because neglect would weaken security or durability. */
export type ConfigSupport = 'acted-on' | 'ignored' | 'refused';

export interface ConfigKey {
  readonly name: string;
  readonly type: ConfigType;
  /** As Kafka prints it in DescribeConfigs; null when there is none. */
  readonly defaultValue: string | null;
  /** What is allowed, in Kafka's notation, for example `[0,...]` or `[delete, compact]`; '' when anything of the type is. */
  readonly validValues: string;
  /** One or two sentences of ours. */
  readonly documentation: string;
  readonly isSensitive: boolean;
  readonly updateMode: ConfigUpdateMode;
  readonly support: ConfigSupport;
  /** For a topic or group key: the broker keys that give its default, strongest first (for retention.ms: log.retention.ms, log.retention.minutes, log.retention.hours). */
  readonly synonyms: readonly string[];
}

/** A value that its key does not allow: names the key, the value and what was expected. */
export declare class ConfigError extends Error {
  readonly key: string;
  constructor(key: string, message: string);
}

/** The keys of one kind of resource. */
export declare class ConfigDefinition {
  readonly keys: ReadonlyMap<string, ConfigKey>;
  /** Checks one value against type and valid values; answers it trimmed as Kafka stores it. Throws ConfigError in Kafka's words (`Invalid value x for configuration k: …`), also for an unknown key. */
  check(key: string, value: string): string;
  /** The known name nearest to `key`; undefined when none is near. */
  nearest(key: string): string | undefined;
}
