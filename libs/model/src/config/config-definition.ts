import { checkValue } from './check-value.ts';
import { nearestName } from './nearest-name.ts';

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
  /** Set on brokers that run, never in a file; DescribeConfigs shows it only where it is set. */
  readonly isDynamicOnly?: boolean;
  /** For a topic or group key: the broker keys that give its default, strongest first (for retention.ms: log.retention.ms, log.retention.minutes, log.retention.hours). */
  readonly synonyms: readonly string[];
}

/** A value that its key does not allow: names the key, the value and what was expected. */
export class ConfigError extends Error {
  readonly key: string;

  constructor(key: string, message: string) {
    super(message);
    this.name = 'ConfigError';
    this.key = key;
  }
}

/** What the keys of a definition configure. */
export type ConfigKind = 'topic' | 'broker' | 'group' | 'client metrics';

/** The keys of one kind of resource. */
export class ConfigDefinition {
  readonly kind: ConfigKind;
  readonly keys: ReadonlyMap<string, ConfigKey>;

  constructor(kind: ConfigKind, keys: readonly ConfigKey[]) {
    this.kind = kind;
    this.keys = new Map(keys.map((key) => [key.name, key]));
  }

  /** Checks one value against type and valid values; answers it trimmed as Kafka stores it. Throws ConfigError in Kafka's words (`Invalid value x for configuration k: …`), also for an unknown key. */
  check(key: string, value: string): string {
    const definition = this.keys.get(key);
    if (definition === undefined) throw new ConfigError(key, `Unknown ${this.kind} config name: ${key}`);
    const checked = checkValue(definition, value);
    if ('text' in checked) return checked.text;
    // A sensitive value must not reach a log or an answer through the message that refuses it.
    const shown = definition.isSensitive ? '[hidden]' : checked.shown;
    throw new ConfigError(key, `Invalid value ${shown} for configuration ${key}: ${checked.expected}`);
  }

  /** The known name nearest to `key`; undefined when none is near. */
  nearest(key: string): string | undefined {
    return nearestName(key, this.keys.keys());
  }
}
