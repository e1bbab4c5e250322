import type { ConnectionLimits, Listener } from '@ottla/listener';
import type { BrokerConfig } from './broker-config.ts';

/**
 * max.connections and max.connections.per.ip as they are now, for all listeners of the broker together. Asked for each
 * new connection: the text of the overrides is taken apart only when it has changed. Those that are open stay when a
 * limit falls below them, as in Kafka.
 */
export function connectionLimits(config: Pick<BrokerConfig, 'number' | 'text'>, listeners: () => readonly Pick<Listener, 'connectionCount' | 'connectionsFrom'>[]): () => ConnectionLimits {
  let text = '';
  let overrides: ReadonlyMap<string, number> = new Map();
  return () => {
    const present = config.text('max.connections.per.ip.overrides');
    if (present !== text) {
      text = present;
      overrides = readOverrides(present);
    }
    return {
      maxConnections: config.number('max.connections'),
      openConnections: listeners().reduce((sum, { connectionCount }) => sum + connectionCount, 0),
      openFrom: (address) => listeners().reduce((sum, listener) => sum + listener.connectionsFrom(address), 0),
      maxConnectionsFrom: (address) => overrides.get(address) ?? config.number('max.connections.per.ip'),
    };
  };
}

/** `address:count` separated by commas; an IPv6 address keeps its colons. `localhost` is every loopback address that clients come from. */
export function readOverrides(text: string): ReadonlyMap<string, number> {
  const overrides = new Map<string, number>();
  for (const item of text.split(',').map((part) => part.trim())) {
    const separator = item.lastIndexOf(':');
    const count = Number(item.slice(separator + 1));
    if (separator < 1 || !Number.isInteger(count)) continue;
    const host = item.slice(0, separator).replace(/^\[|\]$/g, '');
    for (const address of host.toLowerCase() === 'localhost' ? ['127.0.0.1', '::1'] : [host]) overrides.set(address, count);
  }
  return overrides;
}
