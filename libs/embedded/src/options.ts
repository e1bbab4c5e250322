import { checkTopicName } from '@ottla/metadata';
import { ConfigError, KafkaError, nearestName, topicConfigs } from '@ottla/model';
import { checkBrokerSettings } from '@ottla/standalone/broker-settings';
import type { LogLevel, OttlaLogger, OttlaOptions } from './api.ts';

/** A topic to create; its values are checked as far as that needs no cluster. */
export interface TopicToCreate {
  readonly name: string;
  /** -1 stands for num.partitions. */
  readonly partitions: number;
  readonly config: ReadonlyMap<string, string>;
}

export interface CheckedOptions {
  readonly brokers: number;
  readonly topics: readonly TopicToCreate[];
  readonly settings: ReadonlyMap<string, string>;
  readonly logLevel: LogLevel;
  readonly logger: OttlaLogger | undefined;
  readonly warnings: readonly string[];
}

const MAX_BROKERS = 16;
const DEFAULT_LOG_LEVEL = 'warn';
const logLevels: readonly string[] = ['debug', 'info', 'warn', 'error', 'silent'] satisfies readonly LogLevel[];
const optionNames: readonly string[] = ['brokers', 'topics', 'settings', 'logLevel', 'logger'] satisfies readonly (keyof OttlaOptions)[];
const topicOptionNames: readonly string[] = ['name', 'partitions', 'config'];

/** What every instance decides for itself: who it is, where it listens and where its data lies. */
const ownSettings: ReadonlySet<string> = new Set([
  'process.roles', 'node.id', 'broker.id', 'broker.rack', 'log.dir', 'log.dirs', 'metadata.log.dir',
  'listeners', 'advertised.listeners', 'listener.security.protocol.map', 'inter.broker.listener.name', 'security.inter.broker.protocol',
  'controller.listener.names', 'controller.quorum.voters', 'controller.quorum.bootstrap.servers',
]);

/** Checks what a user gave. Throws a TypeError that names every problem; callers may not be typed. */
export function checkOptions(given: OttlaOptions = {}): CheckedOptions {
  const errors: string[] = [];
  const options: unknown = given;
  if (!isRecord(options)) throw refusal(['expected an object of options']);
  errors.push(...unknownNames('option', Object.keys(options), optionNames));
  const { brokers = 1, topics = [], settings = {}, logLevel = DEFAULT_LOG_LEVEL, logger } = given;
  if (!Number.isInteger(brokers) || brokers < 1 || brokers > MAX_BROKERS) errors.push(`brokers is ${shown(brokers)}: expected a whole number from 1 to ${MAX_BROKERS}`);
  if (!logLevels.includes(logLevel)) errors.push(`logLevel is ${shown(logLevel)}: expected one of ${logLevels.join(', ')}`);
  if (logger !== undefined) errors.push(...loggerProblems(logger));
  const checkedTopics = checkTopics(topics, errors);
  const checkedSettings = checkSettings(settings, Math.max(1, Number.isInteger(brokers) ? brokers : 1), errors);
  if (errors.length > 0) throw refusal(errors);
  return { brokers, topics: checkedTopics, settings: checkedSettings.settings, warnings: checkedSettings.warnings, logLevel, logger };
}

function refusal(errors: readonly string[]): TypeError {
  return new TypeError(errors.length === 1 ? `startOttla: ${errors[0]}` : `startOttla:\n${errors.map((error) => `  ${error}`).join('\n')}`);
}

function checkSettings(settings: unknown, brokers: number, errors: string[]): { readonly settings: ReadonlyMap<string, string>; readonly warnings: readonly string[] } {
  if (!isRecord(settings)) {
    errors.push(`settings is ${shown(settings)}: expected an object of Kafka's broker settings`);
    return { settings: new Map(), warnings: [] };
  }
  const given = new Map<string, string>();
  for (const [key, value] of Object.entries(settings)) {
    if (ownSettings.has(key)) errors.push(`settings has ${key}, which startOttla sets itself`);
    else if (isScalar(value)) given.set(key, String(value));
    else errors.push(`settings has ${key} with ${shown(value)}: expected a string, number or boolean`);
  }
  const checked = checkBrokerSettings(given, brokers);
  errors.push(...checked.errors.map((error) => `settings: ${error}`));
  return checked;
}

function checkTopics(topics: unknown, errors: string[]): readonly TopicToCreate[] {
  if (!Array.isArray(topics)) {
    errors.push(`topics is ${shown(topics)}: expected a list of names or of { name, partitions, config }`);
    return [];
  }
  const checked = topics.flatMap((topic: unknown, index) => checkTopic(typeof topic === 'string' ? { name: topic } : topic, `topics[${index}]`, errors));
  const seen = new Set<string>();
  for (const { name } of checked) {
    if (seen.has(name)) errors.push(`topics has ${name} twice`);
    seen.add(name);
  }
  return checked;
}

function checkTopic(topic: unknown, place: string, errors: string[]): readonly TopicToCreate[] {
  if (!isRecord(topic) || typeof topic['name'] !== 'string') {
    errors.push(`${place} is ${shown(topic)}: expected a name or { name, partitions, config }`);
    return [];
  }
  const { name, partitions = -1, config = {} } = topic as { name: string; partitions?: unknown; config?: unknown };
  errors.push(...unknownNames(`option of ${place}`, Object.keys(topic), topicOptionNames));
  errors.push(...topicNameProblems(name, place));
  const isCount = Number.isInteger(partitions) && (partitions as number) >= 1;
  if (!isCount && topic['partitions'] !== undefined) errors.push(`${place} (${name}) has partitions ${shown(partitions)}: expected a whole number from 1 up`);
  const configs = new Map<string, string>();
  if (!isRecord(config)) errors.push(`${place} (${name}) has config ${shown(config)}: expected an object of Kafka's topic configs`);
  else {
    for (const [key, value] of Object.entries(config)) checkTopicConfig(key, value, `${place} (${name})`, configs, errors);
  }
  return [{ name, partitions: partitions as number, config: configs }];
}

function checkTopicConfig(key: string, value: unknown, place: string, configs: Map<string, string>, errors: string[]): void {
  if (!topicConfigs.keys.has(key)) {
    errors.push(`${place}: unknown topic config ${key}${suggestion(topicConfigs.nearest(key))}`);
    return;
  }
  if (!isScalar(value)) {
    errors.push(`${place} has config ${key} with ${shown(value)}: expected a string, number or boolean`);
    return;
  }
  try {
    configs.set(key, topicConfigs.check(key, String(value)));
  } catch (error) {
    if (!(error instanceof ConfigError)) throw error;
    errors.push(`${place}: ${error.message}`);
  }
}

function topicNameProblems(name: string, place: string): readonly string[] {
  try {
    checkTopicName(name);
    return [];
  } catch (error) {
    if (!(error instanceof KafkaError)) throw error;
    return [`${place}: ${error.message}`];
  }
}

function loggerProblems(logger: unknown): readonly string[] {
  const missing = ['debug', 'info', 'warn', 'error'].filter((method) => typeof (logger as Partial<Record<string, unknown>> | null)?.[method] !== 'function');
  return missing.length === 0 ? [] : [`logger lacks ${missing.join(', ')}`];
}

function unknownNames(what: string, names: readonly string[], known: readonly string[]): readonly string[] {
  return names.filter((name) => !known.includes(name)).map((name) => `unknown ${what} ${name}${suggestion(nearestName(name, known))}`);
}

function suggestion(nearest: string | undefined): string {
  return nearest === undefined ? '' : `: did you mean ${nearest}?`;
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function isScalar(value: unknown): value is string | number | boolean {
  return typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean';
}

function shown(value: unknown): string {
  return typeof value === 'string' ? `"${value}"` : (JSON.stringify(value) ?? String(value));
}
