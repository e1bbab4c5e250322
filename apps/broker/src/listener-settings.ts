import { ConfigError } from '@ottla/model';
import type { BrokerListener } from './wiring.ts';

const listenerSyntax = /^([\w.-]+):\/\/(?:\[([0-9a-fA-F:.]+)\]|([\w.-]*)):(\d{1,5})$/;
const everyInterface: ReadonlySet<string> = new Set(['', '0.0.0.0', '::']);

interface Address {
  readonly name: string;
  readonly host: string;
  readonly port: number;
}

/**
 * `listeners` and `advertised.listeners` of a broker that runs as a process of its own. Only PLAINTEXT is built. Throws
 * ConfigError.
 */
export function brokerListenersFrom(settings: ReadonlyMap<string, string>): readonly BrokerListener[] {
  const listeners = parse('listeners', settings.get('listeners') ?? '');
  const advertised = new Map(parse('advertised.listeners', settings.get('advertised.listeners') ?? '').map((address) => [address.name, address]));
  if (listeners.length === 0) throw new ConfigError('listeners', 'listeners is wanted: at least one PLAINTEXT://host:port');
  const unknown = [...advertised.keys()].find((name) => !listeners.some((listener) => listener.name === name));
  if (unknown !== undefined) throw new ConfigError('advertised.listeners', `advertised.listeners names ${unknown}, which listeners does not have`);
  return listeners.map(({ name, host, port }) => {
    const told = advertised.get(name) ?? { host, port };
    if (everyInterface.has(told.host)) {
      throw new ConfigError('advertised.listeners', `clients cannot connect to every interface: name the host that they reach ${name} at in advertised.listeners`);
    }
    return { name, host, port, advertisedHost: told.host, advertisedPort: told.port };
  });
}

function parse(key: string, text: string): readonly Address[] {
  const found = new Map<string, Address>();
  for (const item of text.split(',').map((part) => part.trim())) {
    if (item === '') continue;
    const match = listenerSyntax.exec(item);
    const port = Number(match?.[4]);
    if (match === null || port > 65_535) throw new ConfigError(key, `${key} has ${item}: expected PLAINTEXT://host:port`);
    const name = (match[1] as string).toUpperCase();
    if (name !== 'PLAINTEXT') throw new ConfigError(key, `${key} has ${item}: only PLAINTEXT is built`);
    if (found.has(name)) throw new ConfigError(key, `${key} names ${name} twice`);
    found.set(name, { name, host: match[2] ?? match[3] ?? '', port });
  }
  return [...found.values()];
}
