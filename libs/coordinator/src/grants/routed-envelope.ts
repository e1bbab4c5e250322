import type { CallOptions, Envelope } from '@ottla/rpc';

/** An envelope on its way through a broker. Its trace crosses to the owner with the call, not in the message. */
export interface RoutedEnvelope extends Envelope {
  /** W3C trace context of a request that is traced. */
  readonly traceparent?: string;
}

/** The call that carries an envelope, and its trace. */
export function callOf(envelope: RoutedEnvelope, timeoutMs: number): CallOptions {
  const { traceparent } = envelope;
  return traceparent === undefined ? { timeoutMs } : { timeoutMs, traceparent };
}
