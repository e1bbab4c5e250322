import type { CoordinatorRouter } from '@ottla/coordinator';
import type { ClientRequest } from '@ottla/listener';
import type { Logger } from '@ottla/model';
import { envelopeOf } from './controller-channel.ts';

/** Passes a request to the coordinator that owns it; the router answers refusals too, and rejects only what is malformed. */
export function coordinatorForwarder(router: Pick<CoordinatorRouter, 'answer'>, logger: Logger): (client: ClientRequest) => void {
  return (client) => {
    router.answer({ ...envelopeOf(client), body: client.keepBytes() }).then(
      (body) => client.answer([body]),
      (error: unknown) => {
        const reason = error instanceof Error ? error.message : String(error);
        logger.warn('a coordinator request could not be read; the connection is closed', { api: client.apiKey, version: client.apiVersion, client: client.connection.clientAddress, error: reason });
        client.close(`unreadable request: ${reason}`);
      },
    );
  };
}
