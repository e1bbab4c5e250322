import type { ClientRequest } from '@ottla/listener';
import type { Logger, Span, Tracer } from '@ottla/model';
import { ApiKeys, apis, MalformedMessageError, WireReader, type ApiKey } from '@ottla/protocol';
import { traceparentIn } from './traceparent-header.ts';

/** Followers fetch all the time; what they take of a traced request is in that one's trace. */
const FOLLOWER = /^broker-\d+-fetcher-/;

/**
 * Begins the traces of sampled requests. They go on with the trace that the request's header names (tag 10,000, ours: Kafka's
 * protocol has no place for it), and a Produce with the one in the `traceparent` header of its first records; else they begin here.
 */
export function requestTraces(tracer: Tracer, logger: Logger): (request: ClientRequest) => Span | undefined {
  return (request) => {
    if (!tracer.isSampled(request.traceparent) || (request.apiKey === ApiKeys.Fetch && FOLLOWER.test(request.clientId ?? ''))) return undefined;
    const name = apis[request.apiKey as ApiKey]?.name ?? String(request.apiKey);
    const parent = request.traceparent ?? (request.apiKey === ApiKeys.Produce ? producerOf(request) : undefined);
    const span = tracer.start(name, 'server', parent, request.receivedAtMs);
    span.set('messaging.client.id', request.clientId ?? '');
    span.set('network.peer.address', request.connection.clientAddress);
    span.set('kafka.api.version', request.apiVersion);
    logger.debug('a request is traced', { api: name, traceId: span.traceId, client: request.connection.clientAddress });
    return span;
  };
}

/** The producer's span, where it told of it in the first batch. */
function producerOf({ body, apiVersion }: ClientRequest): string | undefined {
  try {
    const { topicData } = apis[ApiKeys.Produce].request.decode(new WireReader(body), apiVersion);
    const records = topicData[0]?.partitionData[0]?.records;
    return records === undefined || records === null ? undefined : traceparentIn(records);
  } catch (error) {
    // Its handler says so.
    if (!(error instanceof MalformedMessageError)) throw error;
    return undefined;
  }
}
