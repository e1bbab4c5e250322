import { ConfigError } from '@ottla/model';
import { readListeners } from './listeners.ts';
import type { BrokerListener } from './wiring.ts';

/** The listeners of a broker that runs as a process of its own. Throws ConfigError that names every problem. */
export function brokerListenersFrom(settings: ReadonlyMap<string, string>): readonly BrokerListener[] {
  const { client, advertised, errors } = readListeners(settings, undefined);
  if (errors.length > 0) throw new ConfigError('listeners', errors.join('; '));
  return client.map(({ name, host, port }, index) => ({ name, host, port, advertisedHost: advertised[index]?.host ?? host, advertisedPort: advertised[index]?.port ?? port }));
}
