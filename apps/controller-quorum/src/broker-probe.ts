import { connect } from 'node:net';
import type { BrokerImage } from '@ottla/metadata';

/** How long a broker may be out of reach, after its link closed, before that counts as its death. */
const UNREACHABLE_MS = 1_000;

/**
 * Whether a broker whose link just closed is gone: its listener refuses the connection, or stays out of reach for a
 * second. A listener that answers is no proof of life, but then silence has to decide. Never rejects.
 */
export function isBrokerGone({ endpoints }: Pick<BrokerImage, 'endpoints'>): Promise<boolean> {
  const [endpoint] = endpoints;
  if (endpoint === undefined) return Promise.resolve(false);
  return new Promise((resolve) => {
    const socket = connect({ host: endpoint.host, port: endpoint.port, timeout: UNREACHABLE_MS });
    const found = (isGone: boolean): void => {
      socket.destroy();
      resolve(isGone);
    };
    socket.once('connect', () => found(false));
    socket.once('timeout', () => found(true));
    // Only a refusal comes from the machine of the broker; other errors may be this machine's own.
    socket.once('error', (error: NodeJS.ErrnoException) => found(error.code === 'ECONNREFUSED'));
  });
}
