/** A client's request on its way from the broker that received it to the plane that owns its API. */
export interface Envelope {
  readonly apiKey: number;
  readonly apiVersion: number;
  readonly clientId: string | null;
  /** `User:name`; the broker authenticated it. */
  readonly principal: string;
  readonly clientAddress: string;
  readonly listenerName: string;
  /** The request's body behind its header, as the client sent it. */
  readonly body: Uint8Array;
}

/** The answer's body as the client shall get it, in the version of the request. */
export interface EnvelopeAnswer {
  readonly body: Uint8Array;
}
