import type { ClientRequest, Overlap } from '@ottla/listener';
import { ApiKeys, apis, MalformedMessageError, WireReader, WireWriter, type ApiKey, type ApiTypes, type Codec } from '@ottla/protocol';
import type { RequestErrors } from '../request-errors.ts';
import type { ForwardingHandler, Handler } from './handler.ts';

/** APIs that the broker decides itself. */
const brokerApis = [
  ApiKeys.Produce,
  ApiKeys.Fetch,
  ApiKeys.ListOffsets,
  ApiKeys.Metadata,
  ApiKeys.FindCoordinator,
  ApiKeys.ApiVersions,
  ApiKeys.DeleteRecords,
  ApiKeys.OffsetForLeaderEpoch,
  ApiKeys.DescribeConfigs,
  ApiKeys.AlterReplicaLogDirs,
  ApiKeys.DescribeLogDirs,
  ApiKeys.DescribeCluster,
  ApiKeys.DescribeProducers,
  ApiKeys.WriteTxnMarkers,
  ApiKeys.ListConfigResources,
  ApiKeys.DescribeTopicPartitions,
] as const;

/** APIs that the active controller decides; the broker passes them on as envelopes. */
export const controllerApis = [
  ApiKeys.CreateTopics,
  ApiKeys.DeleteTopics,
  ApiKeys.CreatePartitions,
  ApiKeys.AlterConfigs,
  ApiKeys.IncrementalAlterConfigs,
  ApiKeys.DescribeQuorum,
  ApiKeys.ElectLeaders,
  ApiKeys.AlterPartitionReassignments,
  ApiKeys.ListPartitionReassignments,
  ApiKeys.UpdateFeatures,
  ApiKeys.UnregisterBroker,
  ApiKeys.AddRaftVoter,
  ApiKeys.RemoveRaftVoter,
] as const;

/** APIs that a coordinator decides. */
export const coordinatorApis = [
  ApiKeys.OffsetCommit,
  ApiKeys.OffsetFetch,
  ApiKeys.JoinGroup,
  ApiKeys.Heartbeat,
  ApiKeys.LeaveGroup,
  ApiKeys.SyncGroup,
  ApiKeys.DescribeGroups,
  ApiKeys.ListGroups,
  ApiKeys.DeleteGroups,
  ApiKeys.OffsetDelete,
  ApiKeys.ConsumerGroupHeartbeat,
  ApiKeys.ConsumerGroupDescribe,
  ApiKeys.InitProducerId,
  ApiKeys.AddPartitionsToTxn,
  ApiKeys.AddOffsetsToTxn,
  ApiKeys.EndTxn,
  ApiKeys.TxnOffsetCommit,
  ApiKeys.DescribeTransactions,
  ApiKeys.ListTransactions,
] as const;

export type BrokerApi = (typeof brokerApis)[number];
export type ForwardedApi = (typeof controllerApis)[number] | (typeof coordinatorApis)[number];

/** One handler for every served API: leaving one out does not compile. */
export type Handlers = { readonly [K in BrokerApi]: Handler<K> } & { readonly [K in ForwardedApi]: ForwardingHandler };

/** The same handler for each of `keys`. */
export function forwardedBy<K extends ForwardedApi>(keys: readonly K[], handler: ForwardingHandler): { readonly [Key in K]: ForwardingHandler } {
  return Object.fromEntries(keys.map((key) => [key, handler])) as { readonly [Key in K]: ForwardingHandler };
}

export interface ServedVersions {
  readonly min: number;
  readonly max: number;
}

const served: ReadonlyMap<number, ServedVersions> = new Map(
  [...brokerApis, ...controllerApis, ...coordinatorApis].map((key) => {
    const { request, unstableVersion } = apis[key];
    const max = unstableVersion === undefined ? request.maxVersion : unstableVersion - 1;
    return [key, { min: request.minVersion, max }] as const;
  }),
);

/** Versions that are served, undefined when the API is not. */
export function servedVersions(apiKey: number): ServedVersions | undefined {
  return served.get(apiKey);
}

/**
 * What ApiVersions says, by key. Kafka 4 advertises Produce from 0 although it serves it from 3, because old
 * librdkafka versions take a minimum above 0 for a broker that they cannot talk to (KAFKA-18659).
 */
export function advertisedVersions(): { readonly apiKey: number; readonly minVersion: number; readonly maxVersion: number }[] {
  return [...served]
    .sort(([a], [b]) => a - b)
    .map(([apiKey, { min, max }]) => ({ apiKey, minVersion: apiKey === ApiKeys.Produce ? 0 : min, maxVersion: max }));
}

const overlaps: ReadonlyMap<number, Overlap> = new Map<number, Overlap>([[ApiKeys.Produce, 'writes'], [ApiKeys.Fetch, 'reads'], [ApiKeys.ListOffsets, 'reads'], [ApiKeys.Metadata, 'free']]);

/** Requests of these APIs may overlap on one connection, though a reader sees what was written before it; any other waits for those before it. */
export function overlap(apiKey: number): Overlap {
  return overlaps.get(apiKey) ?? 'alone';
}

/** Decodes, calls the handler, encodes. A malformed body closes the connection, which can no longer be in step. */
export function dispatcher(handlers: Handlers, errors?: Pick<RequestErrors, 'countIn'>): (client: ClientRequest) => void {
  const local = new Map<number, Handler<ApiKey>>();
  for (const key of brokerApis) local.set(key, handlers[key] as unknown as Handler<ApiKey>);
  const forwarded = handlers as unknown as Readonly<Record<number, ForwardingHandler>>;
  return (client) => {
    const handler = local.get(client.apiKey);
    if (handler === undefined) (forwarded[client.apiKey] as ForwardingHandler)(client);
    else serve(client, handler, errors);
  };
}

function serve<K extends ApiKey>(client: ClientRequest, handler: Handler<K>, errors: Pick<RequestErrors, 'countIn'> | undefined): void {
  const api = apis[client.apiKey as K];
  const requestCodec = api.request as unknown as Codec<ApiTypes[K]['request']>;
  const responseCodec = api.response as unknown as Codec<ApiTypes[K]['response'], ApiTypes[K]['responseInput']>;
  // The answer to an unknown version of ApiVersions is in version 0 (KIP-511), and its body is not read.
  const isUnknown = client.apiVersion < requestCodec.minVersion || client.apiVersion > requestCodec.maxVersion;
  let request: ApiTypes[K]['request'];
  try {
    // Only Produce keeps slices of its body beyond this call.
    const body = client.apiKey === ApiKeys.Produce ? client.keepBytes() : client.body;
    request = isUnknown ? ({ clientSoftwareName: '', clientSoftwareVersion: '' } as ApiTypes[K]['request']) : requestCodec.decode(new WireReader(body), client.apiVersion);
  } catch (error) {
    if (!(error instanceof MalformedMessageError)) throw error;
    // The listener tells of connections that it closes, as often as the log bears.
    client.close(`malformed ${api.name} request of version ${client.apiVersion}: ${error.message}`);
    return;
  }
  handler({
    version: client.apiVersion,
    request,
    client,
    respond: (response) => {
      const writer = new WireWriter();
      responseCodec.encode(writer, response, isUnknown ? 0 : client.apiVersion);
      client.answer(writer.toParts());
      errors?.countIn(client.apiKey, response);
    },
  });
}
