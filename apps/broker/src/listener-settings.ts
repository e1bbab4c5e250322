import { ConfigError } from '@ottla/model';
import type { BrokerListener } from './broker-options.ts';
import { readListeners } from './listeners.ts';
import type { SslSettings } from './ssl/ssl-settings.ts';

/** The listeners of a broker that runs as a process of its own, and what those with SSL are secured with. Throws ConfigError that names every problem. */
export function brokerListenersFrom(settings: ReadonlyMap<string, string>): { readonly listeners: readonly BrokerListener[]; readonly ssl: SslSettings | undefined } {
  const { listeners, ssl, ...found } = readListeners(settings, undefined);
  const errors = [...found.errors];
  if (listeners.length > 0 && listeners.every(({ securityProtocol }) => securityProtocol !== 'PLAINTEXT')) {
    errors.push('listeners has no PLAINTEXT one, which brokers speak among themselves: add one on a private network, and name it in inter.broker.listener.name');
  }
  if (errors.length > 0) throw new ConfigError('listeners', errors.join('; '));
  return { listeners, ssl };
}
