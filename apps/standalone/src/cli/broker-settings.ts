import { readListeners, type SslSettings } from '@ottla/broker/listeners';
import type { BrokerListener } from '@ottla/broker/wiring';
import { ConfigError, brokerConfigs } from '@ottla/model';
import { crossCheck } from './cross-check.ts';

/** Settings fit to start with, and what the user must know about them. With any error the process must not start. */
export interface CheckedSettings {
  /** Kafka's key names to values, normalized; the defaults of the one-node form included. */
  readonly settings: ReadonlyMap<string, string>;
  readonly warnings: readonly string[];
  readonly errors: readonly string[];
}

/** What the process needs before it has any plane. */
export interface NodeSettings {
  readonly nodeId: number;
  readonly rack: string | null;
  readonly logDirectory: string;
  readonly listeners: readonly BrokerListener[];
  /** Of those with SSL; undefined where there is none. */
  readonly ssl: SslSettings | undefined;
}

/** Where one node differs from Kafka's defaults, which suit three: one replica of internal topics, and no wait for members that come later. */
const oneNodeDefaults: ReadonlyMap<string, string> = new Map([
  ['process.roles', 'broker,controller'],
  ['listeners', 'PLAINTEXT://:9092'],
  ['controller.listener.names', 'CONTROLLER'],
  ['log.dirs', './data'],
  ['offsets.topic.replication.factor', '1'],
  ['transaction.state.log.replication.factor', '1'],
  ['transaction.state.log.min.isr', '1'],
  ['share.coordinator.state.topic.replication.factor', '1'],
  ['share.coordinator.state.topic.min.isr', '1'],
  ['group.initial.rebalance.delay.ms', '0'],
]);

/** Settings of plugins, which Kafka hands through under these prefixes; there is no plugin to hand them to. */
/** What clients are told when a listener is bound to every interface: it works on this machine whatever its name resolves to. */
const LOCAL_HOST = '127.0.0.1';
const pluginPrefixes = ['rsm.config.', 'rlmm.config.'];

/** Checks server.properties and --set together (the latter already put over the former) for a process with `brokers` brokers. */
export function checkBrokerSettings(given: ReadonlyMap<string, string>, brokers = 1): CheckedSettings {
  const errors: string[] = [];
  const warnings: string[] = [];
  const ignored: string[] = [];
  const settings = new Map<string, string>();
  for (const [key, value] of given) {
    if (pluginPrefixes.some((prefix) => key.startsWith(prefix))) ignored.push(key);
    else checkSetting(key, value, settings, ignored, errors);
  }
  if (ignored.length > 0) warnings.push(`ignored, because nothing here acts on them: ${ignored.sort().join(', ')}`);
  addDefaults(settings);
  // Rules over several keys would only repeat, in other words, what is already said about one.
  if (errors.length === 0) {
    errors.push(...crossCheck(settings, brokers));
    const listeners = readListeners(settings, LOCAL_HOST);
    errors.push(...listeners.errors);
    warnings.push(...listeners.warnings);
  }
  return { settings, warnings, errors };
}

/** The settings of the node itself, out of `settings` that checkBrokerSettings found free of errors. */
export function nodeSettingsFrom(settings: ReadonlyMap<string, string>): NodeSettings {
  const { listeners, ssl } = readListeners(settings, LOCAL_HOST);
  return {
    nodeId: Number(settings.get('node.id')),
    rack: settings.get('broker.rack') ?? null,
    logDirectory: settings.get('log.dirs') as string,
    listeners,
    ssl,
  };
}

function checkSetting(key: string, value: string, settings: Map<string, string>, ignored: string[], errors: string[]): void {
  const known = brokerConfigs.keys.get(key);
  if (known === undefined || known.isDynamicOnly === true) {
    errors.push(known === undefined ? unknownKey(key) : `${key} is set while the broker runs: kafka-configs.sh --alter --entity-type brokers`);
    return;
  }
  let checked: string;
  try {
    checked = brokerConfigs.check(key, value);
  } catch (error) {
    if (!(error instanceof ConfigError)) throw error;
    errors.push(error.message);
    return;
  }
  // An empty value of a key without a default is how files say "not set".
  if (checked === '' && known.defaultValue === null && known.type !== 'PASSWORD') return;
  settings.set(key, checked);
  if (checked === known.defaultValue) return;
  if (known.support === 'ignored') ignored.push(key);
  if (known.support === 'refused') {
    const shown = known.isSensitive ? '' : `=${checked}`;
    errors.push(`${key}${shown} cannot be honoured yet, and to neglect it would weaken security or durability: remove it${known.defaultValue === null ? '' : ` or set it to ${known.defaultValue}`}`);
  }
}

function unknownKey(key: string): string {
  if (key.startsWith('listener.name.')) return `${key}: settings of one listener alone are not supported`;
  const nearest = brokerConfigs.nearest(key);
  return `unknown key ${key}${nearest === undefined ? '' : `: did you mean ${nearest}?`}`;
}

function addDefaults(settings: Map<string, string>): void {
  const directory = settings.get('log.dir');
  if (directory !== undefined && !settings.has('log.dirs')) settings.set('log.dirs', directory);
  const brokerId = settings.get('broker.id');
  const nodeId = settings.get('node.id') ?? (brokerId === '-1' ? undefined : brokerId) ?? '1';
  if (!settings.has('node.id')) settings.set('node.id', nodeId);
  if (brokerId === undefined || brokerId === '-1') settings.set('broker.id', nodeId);
  for (const [key, value] of oneNodeDefaults) if (!settings.has(key)) settings.set(key, value);
}
