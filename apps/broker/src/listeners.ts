import { PROTOCOL_IDS, type BrokerListener, type SecurityProtocol } from './broker-options.ts';
import { readSslSettings, type SslSettings } from './ssl/ssl-settings.ts';

export type { SslSettings };

/** One address of `listeners` or `advertised.listeners`. */
export interface Listener {
  /** Upper case, as Kafka compares names. */
  readonly name: string;
  /** '' is every interface. */
  readonly host: string;
  /** 0 takes a port that is free. */
  readonly port: number;
}

/** A listener that serves clients. */
interface ServingListener extends Listener {
  readonly securityProtocol: SecurityProtocol;
}

export interface NodeListeners {
  /** Those that serve clients, in the order given, with what clients are told. */
  readonly listeners: readonly BrokerListener[];
  /** Of those with SSL; undefined: there is none, or an error. */
  readonly ssl: SslSettings | undefined;
  readonly errors: readonly string[];
  readonly warnings: readonly string[];
}

const everyInterface: ReadonlySet<string> = new Set(['', '0.0.0.0', '::']);

/**
 * Reads the keys about listeners. `ownHost` is what clients are told where a listener is bound to every interface and
 * advertised.listeners does not say; undefined: it must say. Every problem is answered in `errors`, with key and value.
 */
export function readListeners(settings: ReadonlyMap<string, string>, ownHost: string | undefined): NodeListeners {
  const errors: string[] = [];
  const warnings: string[] = [];
  const listeners = parseList('listeners', settings.get('listeners') ?? '', errors);
  const controllerNames = names(settings.get('controller.listener.names'));
  const protocols = readProtocolMap(settings, controllerNames, errors);
  if (listeners.length === 0 && errors.length === 0) errors.push('listeners is empty: expected at least one name://host:port');
  refuseDuplicates(listeners, errors);
  for (const { name } of listeners) {
    const protocol = protocols.get(name);
    if (protocol === undefined) errors.push(`listeners names ${name}, for which listener.security.protocol.map has no protocol`);
    else if (!isServed(protocol)) errors.push(`listener ${name} asks for ${protocol}, which is not built yet: expected PLAINTEXT or SSL`);
  }
  const client = listeners
    .filter(({ name }) => !controllerNames.includes(name))
    .map((listener): ServingListener => ({ ...listener, securityProtocol: protocols.get(listener.name) === 'SSL' ? 'SSL' : 'PLAINTEXT' }));
  const unopened = listeners.filter(({ name }) => controllerNames.includes(name)).map(({ name }) => name);
  if (unopened.length > 0) warnings.push(`listeners of controllers are not opened, because the only controller is in this process: ${unopened.join(', ')}`);
  if (client.length === 0 && listeners.length > 0) errors.push('listeners names only controller listeners: expected one for clients');
  checkInterBroker(settings, client, errors);
  const ssl = client.some(({ securityProtocol }) => securityProtocol === 'SSL') ? readSslSettings(settings, errors) : undefined;
  const advertised = advertise(settings, client, controllerNames, ownHost, errors);
  return { listeners: client.map((listener, index) => brokerListener(listener, advertised[index] ?? listener)), ssl, errors, warnings };
}

function brokerListener(bound: ServingListener, { host, port }: Listener): BrokerListener {
  return { ...bound, advertisedHost: host, advertisedPort: port };
}

function isServed(protocol: string): protocol is SecurityProtocol {
  return Object.hasOwn(PROTOCOL_IDS, protocol);
}

/** The text of a listener as Kafka writes it; an IPv6 host in brackets. */
export function listenerText({ name, host, port }: Listener): string {
  return `${name}://${host.includes(':') ? `[${host}]` : host}:${port}`;
}

function advertise(settings: ReadonlyMap<string, string>, client: readonly Listener[], controllerNames: readonly string[], ownHost: string | undefined, errors: string[]): readonly Listener[] {
  const text = settings.get('advertised.listeners');
  const own = client.map((listener) => (everyInterface.has(listener.host) && ownHost !== undefined ? { ...listener, host: ownHost } : listener));
  if (text === undefined || text === '') {
    for (const listener of own) {
      if (everyInterface.has(listener.host)) errors.push(`clients cannot connect to every interface: name the host that they reach ${listener.name} at in advertised.listeners`);
    }
    return own;
  }
  const given = parseList('advertised.listeners', text, errors);
  refuseDuplicateNames('advertised.listeners', given, errors);
  for (const listener of given) {
    const { name, host } = listener;
    if (controllerNames.includes(name)) continue;
    if (!client.some((known) => known.name === name)) errors.push(`advertised.listeners names ${name}, which listeners does not have`);
    if (everyInterface.has(host)) errors.push(`advertised.listeners has ${listenerText(listener)}: clients cannot connect to that host, expected one that they can reach`);
  }
  const missing = client.filter(({ name }) => !given.some((listener) => listener.name === name));
  if (missing.length > 0) errors.push(`advertised.listeners lacks an address for ${missing.map(({ name }) => name).join(', ')}`);
  return own.map((listener) => given.find(({ name }) => name === listener.name) ?? listener);
}

const listenerSyntax = /^([\w.-]+):\/\/(\[[0-9a-fA-F:.%\w]+\]|[\w.-]*):(\d{1,5})$/;

function parseList(key: string, text: string, errors: string[]): readonly Listener[] {
  const listeners: Listener[] = [];
  for (const item of text.split(',').map((part) => part.trim())) {
    if (item === '') continue;
    const match = listenerSyntax.exec(item);
    const port = Number(match?.[3]);
    if (match === null || port > 65_535) {
      errors.push(`${key} has ${item}: expected name://host:port, with a port from 0 to 65535`);
      continue;
    }
    const host = (match[2] as string).replace(/^\[|\]$/g, '');
    listeners.push({ name: (match[1] as string).toUpperCase(), host, port });
  }
  return listeners;
}

function names(list: string | undefined): readonly string[] {
  return (list ?? '').split(',').map((name) => name.trim().toUpperCase()).filter((name) => name !== '');
}

const knownProtocols: ReadonlySet<string> = new Set(['PLAINTEXT', 'SSL', 'SASL_PLAINTEXT', 'SASL_SSL']);

/** Protocol of each listener name. Without a map of the user's, names of controllers are PLAINTEXT, as in Kafka. */
function readProtocolMap(settings: ReadonlyMap<string, string>, controllerNames: readonly string[], errors: string[]): ReadonlyMap<string, string> {
  const text = settings.get('listener.security.protocol.map');
  if (text === undefined) return new Map([...controllerNames, ...knownProtocols].map((name) => [name, knownProtocols.has(name) ? name : 'PLAINTEXT']));
  const protocols = new Map<string, string>();
  for (const item of text.split(',').map((part) => part.trim()).filter((part) => part !== '')) {
    const [name, protocol, ...rest] = item.split(':').map((part) => part.trim().toUpperCase());
    if (name === undefined || name === '' || protocol === undefined || rest.length > 0 || !knownProtocols.has(protocol)) {
      errors.push(`listener.security.protocol.map has ${item}: expected NAME:PROTOCOL with one of ${[...knownProtocols].join(', ')}`);
      continue;
    }
    protocols.set(name, protocol);
  }
  return protocols;
}

function checkInterBroker(settings: ReadonlyMap<string, string>, client: readonly ServingListener[], errors: string[]): void {
  const name = settings.get('inter.broker.listener.name');
  if (name === undefined) return;
  const listener = client.find((known) => known.name === name.toUpperCase());
  if (listener === undefined) errors.push(`inter.broker.listener.name is ${name}: expected one of ${client.map((known) => known.name).join(', ')}`);
  else if (listener.securityProtocol !== 'PLAINTEXT') errors.push(`inter.broker.listener.name is ${name}, which is ${listener.securityProtocol}: expected a PLAINTEXT one, brokers speak nothing else among themselves yet`);
}

function refuseDuplicates(listeners: readonly Listener[], errors: string[]): void {
  refuseDuplicateNames('listeners', listeners, errors);
  // Kafka allows one port twice for an IPv4 and an IPv6 host; other pairs cannot both be bound.
  const taken = new Map<number, Listener>();
  for (const listener of listeners) {
    const other = listener.port === 0 ? undefined : taken.get(listener.port);
    const sharesPort = other !== undefined && other.host.includes(':') === listener.host.includes(':');
    if (sharesPort) errors.push(`listeners has port ${listener.port} twice, in ${listenerText(other)} and ${listenerText(listener)}`);
    taken.set(listener.port, listener);
  }
}

function refuseDuplicateNames(key: string, listeners: readonly Listener[], errors: string[]): void {
  const seen = new Set<string>();
  for (const { name } of listeners) {
    if (seen.has(name)) errors.push(`${key} names ${name} twice`);
    seen.add(name);
  }
}
