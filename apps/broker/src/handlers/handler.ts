import type { ClientRequest } from '@ottla/listener';
import type { ApiKey, ApiTypes } from '@ottla/protocol';

/** One decoded request and the way to answer it, exactly once, now or later. */
export interface ApiRequest<K extends ApiKey> {
  readonly version: number;
  readonly request: ApiTypes[K]['request'];
  /** Who sent it, and the raw request. */
  readonly client: ClientRequest;
  readonly respond: (response: ApiTypes[K]['responseInput']) => void;
}

/** Serves one Kafka API. What it throws closes the client's connection: refusals are answers, not exceptions. */
export type Handler<K extends ApiKey> = (request: ApiRequest<K>) => void;

/** Serves one Kafka API without decoding it here: the plane that owns it does. */
export type ForwardingHandler = (client: ClientRequest) => void;
