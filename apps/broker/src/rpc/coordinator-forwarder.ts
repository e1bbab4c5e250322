import type { CoordinatorRouter } from '@ottla/coordinator';
import type { ClientRequest } from '@ottla/listener';
import type { Logger } from '@ottla/model';
import { envelopeOf, isMalformed } from './controller-forwarder.ts';

/** Passes a request to the coordinator that owns it; the router answers refusals too, and rejects only what is malformed. */
export function coordinatorForwarder(router: Pick<CoordinatorRouter, 'answer'>, logger: Logger, onAnswered?: (client: ClientRequest, body: Uint8Array) => void): (client: ClientRequest) => void {
  return (client) => {
    const step = client.span?.child('ask the coordinator', 'client');
    router.answer({ ...envelopeOf(client), body: client.keepBytes(), ...(step === undefined ? {} : { traceparent: step.traceparent }) }).then(
      (body) => {
        step?.end();
        client.answer([body]);
        onAnswered?.(client, body);
      },
      (error: unknown) => {
        step?.end();
        if (isMalformed(error)) {
          // The listener tells of connections that it closes, as often as the log bears.
          client.close(`malformed request: ${error.message}`);
          return;
        }
        logger.error('a coordinator request failed, which is a defect; the connection is closed', { api: client.apiKey, version: client.apiVersion, traceId: client.span?.traceId, error: error instanceof Error ? error.stack : String(error) });
        client.close('the request failed');
      },
    );
  };
}
