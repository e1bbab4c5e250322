import { ErrorCode, KafkaError } from '@ottla/model';
import { ApiKeys, apis, MalformedMessageError, WireReader, WireWriter, type Codec } from '@ottla/protocol';
import type { QuorumInfo } from '@ottla/raft';
import type { Envelope } from '@ottla/rpc';
import { alterConfigs, incrementalAlterConfigs } from './alter-configs.ts';
import { createPartitions } from './create-partitions.ts';
import { createTopics } from './create-topics.ts';
import type { ControlState, Decision } from './decision.ts';
import { deleteTopics } from './delete-topics.ts';
import { describeQuorum } from './describe-quorum.ts';
import { electLeaders } from './elect-leaders.ts';
import { alterPartitionReassignments, listPartitionReassignments } from './partition-reassignments.ts';
import { unregisterBroker } from './unregister-broker.ts';
import { updateFeatures } from './update-features.ts';

/** What decisions on forwarded requests read. */
export interface ForwardContext {
  readonly state: ControlState;
  readonly quorum: () => QuorumInfo;
}

export interface ForwardedDecision extends Decision<Uint8Array> {
  /** How long the client waits for the change itself; undefined where its API does not say. */
  readonly timeoutMs: number | undefined;
}

/** Decides on an envelope; the response is the answer's body in the envelope's version. */
type ForwardedApi = (context: ForwardContext, envelope: Envelope) => ForwardedDecision;

interface ApiCodecs<Request, Response> {
  readonly name: string;
  readonly request: Codec<Request, never>;
  readonly response: Codec<unknown, Response>;
}

function forwarded<Request extends object, Response>(
  api: ApiCodecs<Request, Response>,
  decide: (context: ForwardContext, request: Request, version: number) => Decision<Response>,
): ForwardedApi {
  return (context, { apiVersion, body }) => {
    const { minVersion, maxVersion } = api.request;
    if (apiVersion < minVersion || apiVersion > maxVersion) {
      throw new KafkaError(ErrorCode.UNSUPPORTED_VERSION, `${api.name} has versions ${minVersion} to ${maxVersion}, not ${apiVersion}`);
    }
    const request = decoded(api, body, apiVersion);
    const decision = decide(context, request, apiVersion);
    const writer = new WireWriter();
    api.response.encode(writer, decision.response, apiVersion);
    const timeoutMs = 'timeoutMs' in request && typeof request.timeoutMs === 'number' ? request.timeoutMs : undefined;
    return { ...decision, response: writer.finish(), timeoutMs };
  };
}

function decoded<Request, Response>(api: ApiCodecs<Request, Response>, body: Uint8Array, version: number): Request {
  try {
    return api.request.decode(new WireReader(body), version);
  } catch (error) {
    if (error instanceof MalformedMessageError) throw new KafkaError(ErrorCode.INVALID_REQUEST, `${api.name} is malformed: ${error.message}`);
    throw error;
  }
}

/** The client APIs that the controller owns. */
const forwardedApis: ReadonlyMap<number, ForwardedApi> = new Map<number, ForwardedApi>([
  [ApiKeys.CreateTopics, forwarded(apis[ApiKeys.CreateTopics], ({ state }, request) => createTopics(state, request))],
  [ApiKeys.DeleteTopics, forwarded(apis[ApiKeys.DeleteTopics], ({ state }, request, version) => deleteTopics(state, request, version))],
  [ApiKeys.CreatePartitions, forwarded(apis[ApiKeys.CreatePartitions], ({ state }, request) => createPartitions(state, request))],
  [ApiKeys.AlterConfigs, forwarded(apis[ApiKeys.AlterConfigs], ({ state }, request) => alterConfigs(state, request))],
  [ApiKeys.IncrementalAlterConfigs, forwarded(apis[ApiKeys.IncrementalAlterConfigs], ({ state }, request) => incrementalAlterConfigs(state, request))],
  [ApiKeys.ElectLeaders, forwarded(apis[ApiKeys.ElectLeaders], ({ state }, request) => electLeaders(state, request))],
  [ApiKeys.AlterPartitionReassignments, forwarded(apis[ApiKeys.AlterPartitionReassignments], ({ state }, request) => alterPartitionReassignments(state, request))],
  [
    ApiKeys.ListPartitionReassignments,
    forwarded(apis[ApiKeys.ListPartitionReassignments], ({ state }, request) => ({ records: [], response: listPartitionReassignments(state, request) })),
  ],
  [ApiKeys.UpdateFeatures, forwarded(apis[ApiKeys.UpdateFeatures], ({ state }, request, version) => updateFeatures(state, request, version))],
  [ApiKeys.UnregisterBroker, forwarded(apis[ApiKeys.UnregisterBroker], ({ state }, request) => unregisterBroker(state, request))],
  [
    ApiKeys.DescribeQuorum,
    forwarded(apis[ApiKeys.DescribeQuorum], ({ state, quorum }, request) => ({ records: [], response: describeQuorum(state.image, quorum(), request) })),
  ],
]);

/** Throws KafkaError: UNSUPPORTED_VERSION for an API or version that is not served, INVALID_REQUEST for a body that is not what it claims to be. */
export function decideForwarded(context: ForwardContext, envelope: Envelope): ForwardedDecision {
  const api = forwardedApis.get(envelope.apiKey);
  if (api === undefined) throw new KafkaError(ErrorCode.UNSUPPORTED_VERSION, `The controller does not serve the API with key ${envelope.apiKey}`);
  return api(context, envelope);
}
