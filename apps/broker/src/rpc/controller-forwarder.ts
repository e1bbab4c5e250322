import type { ClientRequest } from '@ottla/listener';
import type { ControllerChannel } from '@ottla/metadata';
import { ErrorCode, KafkaError, type Clock, type Logger } from '@ottla/model';
import { MalformedMessageError } from '@ottla/protocol';
import type { Envelope } from '@ottla/rpc';

/** The request as it crosses to the plane that owns its API. */
export function envelopeOf(client: ClientRequest): Envelope {
  return {
    apiKey: client.apiKey,
    apiVersion: client.apiVersion,
    clientId: client.clientId,
    principal: client.connection.principal,
    clientAddress: client.connection.clientAddress,
    listenerName: client.connection.listenerName,
    body: client.body,
  };
}

/** How long a client's request may take behind the broker; clients give up after 30 s on their own. */
export const FORWARD_TIMEOUT_MS = 60_000;

export interface ForwardOptions {
  readonly channel: Pick<ControllerChannel, 'forward'>;
  readonly clock: Clock;
  readonly logger: Logger;
  /** Encodes a refusal of the whole request as its API wants it. */
  readonly refuse: (envelope: Envelope, error: ErrorCode) => Uint8Array;
  /** Told of each answer, its refusals too. */
  readonly onAnswered?: (client: ClientRequest, body: Uint8Array) => void;
}

/** Passes a request to the active controller and its answer back. While there is none, the client hears NOT_CONTROLLER and retries. */
export function controllerForwarder({ channel, logger, refuse, onAnswered }: ForwardOptions): (client: ClientRequest) => void {
  return (client) => {
    const envelope = { ...envelopeOf(client), body: client.keepBytes() };
    const step = client.span?.child('ask the active controller', 'client');
    const call = step === undefined ? { timeoutMs: FORWARD_TIMEOUT_MS } : { timeoutMs: FORWARD_TIMEOUT_MS, traceparent: step.traceparent };
    channel.forward(envelope, call).then(
      ({ body }) => {
        step?.end();
        client.answer([body]);
        onAnswered?.(client, body);
      },
      (error: unknown) => {
        step?.end();
        if (isMalformed(error)) {
          client.close(error.message);
          return;
        }
        logger.warn('a request could not be forwarded to the controller', { api: client.apiKey, traceId: client.span?.traceId, error: error instanceof Error ? error.message : String(error) });
        answerRefusal(client, () => refuse(envelope, forwardedCode(error)), onAnswered);
      },
    );
  };
}

/** A refusal names what the request names, so the request is read here for the first time, and may turn out to be none. */
function answerRefusal(client: ClientRequest, encode: () => Uint8Array, onAnswered: ForwardOptions['onAnswered']): void {
  let refusal: Uint8Array;
  try {
    refusal = encode();
  } catch (error) {
    client.close(error instanceof Error ? error.message : String(error));
    return;
  }
  client.answer([refusal]);
  onAnswered?.(client, refusal);
}

/** The body could not be decoded, here or by its owner: the connection is not in step. */
export function isMalformed(error: unknown): error is KafkaError | MalformedMessageError {
  return error instanceof MalformedMessageError || (error instanceof KafkaError && error.code === ErrorCode.INVALID_REQUEST);
}

function forwardedCode(error: unknown): ErrorCode {
  if (!(error instanceof KafkaError)) return ErrorCode.UNKNOWN_SERVER_ERROR;
  return error.code === ErrorCode.NETWORK_EXCEPTION ? ErrorCode.NOT_CONTROLLER : error.code;
}
