import { brokerConfigs, ConfigError, parseHostPort, parseJavaProperties, type HostPort } from '@ottla/model';
import { planeSslFrom, planeSslKeys, type PlaneSslSettings } from './plane-ssl-settings.ts';

/** Where a plane's end point listens or is reached. */
export type PlaneAddress = HostPort;

/** What one plane's process is started with. */
export interface PlaneSettings {
  /** `format` prepares the folder and ends; `run` wants a folder that is prepared. */
  readonly action: 'run' | 'format';
  /** node.id */
  readonly nodeId: number;
  /** Kafka's keys, checked. */
  readonly kafka: ReadonlyMap<string, string>;
  /** ottla.cluster.id: the cluster that a folder is formatted for. */
  readonly clusterId: string | undefined;
  /** ottla.plane.listen; loopback and a free port when not given. */
  readonly listen: PlaneAddress;
  /** ottla.metrics.listen: where /metrics and /health answer; nowhere when not given. */
  readonly metricsListen: PlaneAddress | undefined;
  /** controller.quorum.bootstrap.servers, else ottla.controller.address: all controllers of the quorum. */
  readonly controllers: readonly PlaneAddress[];
  /**
   * Whether others that vote by now are asked, too: so with controller.quorum.bootstrap.servers, as in Kafka. What
   * ottla.controller.address names is all there is, for ways that the controllers do not know of.
   */
  readonly learnsControllers: boolean;
  /** ottla.broker.addresses, by node.id: `1@host:port`, separated by commas. */
  readonly brokers: ReadonlyMap<number, PlaneAddress>;
  /** ottla.plane.ssl.*: mTLS between planes; undefined: plaintext. */
  readonly ssl: PlaneSslSettings | undefined;
}

const ownKeys: ReadonlySet<string> = new Set(['ottla.cluster.id', 'ottla.plane.listen', 'ottla.metrics.listen', 'ottla.controller.address', 'ottla.broker.addresses', ...planeSslKeys]);
/** Where the controllers are named; what comes first goes before. */
const CONTROLLER_KEYS = ['controller.quorum.bootstrap.servers', 'ottla.controller.address'] as const;
const loopback: ReadonlySet<string> = new Set(['127.0.0.1', '::1', 'localhost']);

/** Whether only this machine reaches what listens on `host`. */
export function isLoopback({ host }: PlaneAddress): boolean {
  return loopback.has(host);
}

/**
 * Reads `[format] [--config FILE] [--set KEY=VALUE]...` (without program and script); what --set says goes before the
 * file. `honoured` are keys that this plane acts on although the one-process form refuses them. Throws ConfigError that names the key or argument, PropertiesError, and what `readText` throws.
 */
export function readPlaneSettings(argv: readonly string[], readText: (path: string) => string, honoured: readonly string[] = []): PlaneSettings {
  const [first, ...rest] = argv;
  const action = first === 'format' ? 'format' : 'run';
  const given = readArguments(action === 'format' ? rest : argv, readText);
  const kafka = new Map<string, string>();
  for (const [key, value] of given) {
    if (!ownKeys.has(key)) checkKafkaKey(key, value, kafka, honoured);
  }
  const nodeId = kafka.get('node.id');
  if (nodeId === undefined || Number(nodeId) < 0) throw new ConfigError('node.id', 'node.id is wanted, and at least 0: every process of a plane has a number of its own');
  const metricsListen = given.get('ottla.metrics.listen');
  return {
    action,
    nodeId: Number(nodeId),
    kafka,
    clusterId: given.get('ottla.cluster.id'),
    listen: parseHostPort('ottla.plane.listen', given.get('ottla.plane.listen') ?? '127.0.0.1:0'),
    metricsListen: metricsListen === undefined ? undefined : parseHostPort('ottla.metrics.listen', metricsListen),
    controllers: parseControllers(given),
    learnsControllers: given.has(CONTROLLER_KEYS[0]),
    brokers: parseBrokers(given.get('ottla.broker.addresses') ?? ''),
    ssl: planeSslFrom(given),
  };
}

/** `value` of a setting that this plane cannot do without. Throws ConfigError. */
export function wanted<T>(key: string, value: T | undefined): T {
  if (value === undefined) throw new ConfigError(key, `${key} is wanted: give it with --set ${key}=VALUE or in the file of --config`);
  return value;
}

/** Throws ConfigError when no controller is named. */
export function wantedControllers({ controllers }: Pick<PlaneSettings, 'controllers'>): readonly PlaneAddress[] {
  return wanted(CONTROLLER_KEYS[0], controllers.length === 0 ? undefined : controllers);
}

function readArguments(argv: readonly string[], readText: (path: string) => string): ReadonlyMap<string, string> {
  const set = new Map<string, string>();
  let file = new Map<string, string>();
  for (let position = 0; position < argv.length; position += 2) {
    const option = argv[position] as string;
    const value = argv[position + 1];
    if (option !== '--config' && option !== '--set') throw new ConfigError(option, `unknown argument ${option}: there are --config FILE and --set KEY=VALUE`);
    if (value === undefined) throw new ConfigError(option, `${option} wants a value`);
    if (option === '--config') {
      file = parseJavaProperties(readText(value));
      continue;
    }
    const equals = value.indexOf('=');
    if (equals < 1) throw new ConfigError(option, `--set wants KEY=VALUE, not ${value}`);
    set.set(value.slice(0, equals).trim(), value.slice(equals + 1));
  }
  return new Map([...file, ...set]);
}

function checkKafkaKey(key: string, value: string, kafka: Map<string, string>, honoured: readonly string[]): void {
  const known = brokerConfigs.keys.get(key);
  if (known === undefined || known.isDynamicOnly === true) throw new ConfigError(key, `unknown key ${key}`);
  const checked = brokerConfigs.check(key, value);
  const isNeglected = known.support === 'refused' && !honoured.includes(key) && checked !== known.defaultValue;
  if (isNeglected) throw new ConfigError(key, `${key} cannot be honoured yet, and to neglect it would weaken security or durability: remove it`);
  kafka.set(key, checked);
}

function parseControllers(given: ReadonlyMap<string, string>): readonly PlaneAddress[] {
  const key = CONTROLLER_KEYS.find((candidate) => given.has(candidate));
  if (key === undefined) return [];
  const items = (given.get(key) ?? '').split(',').filter((item) => item.trim() !== '');
  return items.map((item) => parseHostPort(key, item));
}

function parseBrokers(text: string): ReadonlyMap<number, PlaneAddress> {
  const key = 'ottla.broker.addresses';
  const brokers = new Map<number, PlaneAddress>();
  for (const item of text.split(',').filter((part) => part.trim() !== '')) {
    const match = /^\s*(\d+)@(.+)$/.exec(item);
    if (match === null) throw new ConfigError(key, `Invalid value ${item} for configuration ${key}: expected node.id@host:port`);
    brokers.set(Number(match[1]), parseHostPort(key, match[2] as string));
  }
  return brokers;
}
