import type { ConfigKey, ConfigSupport, ConfigType, ConfigUpdateMode } from './config-definition.ts';

/** How tables of keys are written: one line a key, by what Ottla does with it. */
type Row = Pick<ConfigKey, 'name' | 'type' | 'defaultValue' | 'validValues'>;

/** Broker keys that stand for one setting in different units, strongest first (Kafka's brokerConfigSynonyms). */
const brokerSynonyms: readonly (readonly string[])[] = [
  ['log.roll.ms', 'log.roll.hours'],
  ['log.roll.jitter.ms', 'log.roll.jitter.hours'],
  ['log.flush.interval.ms', 'log.flush.scheduler.interval.ms'],
  ['log.retention.ms', 'log.retention.minutes', 'log.retention.hours'],
];

function brokerKey(row: Row, support: ConfigSupport, updateMode: ConfigUpdateMode, documentation: string): ConfigKey {
  // The scheduler's interval is a key of its own that also lends its value; the others of a group are equals.
  const group = row.name === 'log.flush.scheduler.interval.ms' ? undefined : brokerSynonyms.find((names) => names.includes(row.name));
  return { ...row, documentation, isSensitive: row.type === 'PASSWORD', updateMode, support, synonyms: group ?? [row.name] };
}

/** A broker key that changes what Ottla does. */
export function actedOn(name: string, type: ConfigType, defaultValue: string | null, validValues: string, documentation: string, updateMode: ConfigUpdateMode = 'read-only'): ConfigKey {
  return brokerKey({ name, type, defaultValue, validValues }, 'acted-on', updateMode, documentation);
}

/** A key of brokers that run: no file sets it, and it is shown only where it is set. */
export function dynamicOnly(name: string, type: ConfigType, defaultValue: string, validValues: string, documentation: string): ConfigKey {
  return { ...brokerKey({ name, type, defaultValue, validValues }, 'acted-on', 'cluster-wide', documentation), isDynamicOnly: true };
}

/** A broker key that is accepted, shown, and changes nothing. */
export function ignored(name: string, type: ConfigType, defaultValue: string | null, validValues = '', updateMode: ConfigUpdateMode = 'read-only'): ConfigKey {
  return brokerKey({ name, type, defaultValue, validValues }, 'ignored', updateMode, '');
}

/** A broker key that must keep its default, because to neglect it would weaken security or durability. */
export function refused(name: string, type: ConfigType, defaultValue: string | null, validValues = '', updateMode: ConfigUpdateMode = 'read-only'): ConfigKey {
  return brokerKey({ name, type, defaultValue, validValues }, 'refused', updateMode, '');
}

/** A key of a topic, with the broker keys that give its default. */
export function topicKey(name: string, type: ConfigType, defaultValue: string, validValues: string, support: ConfigSupport, documentation: string, synonyms: readonly string[]): ConfigKey {
  return { name, type, defaultValue, validValues, documentation, isSensitive: false, updateMode: 'cluster-wide', support, synonyms };
}

/** A key of a group, with the key that gives its default. */
export function groupKey(name: string, type: ConfigType, defaultValue: string, validValues: string, documentation: string, synonyms: readonly string[], support: ConfigSupport = 'ignored'): ConfigKey {
  return { name, type, defaultValue, validValues, documentation, isSensitive: false, updateMode: 'cluster-wide', support, synonyms };
}
