import { ErrorCode, KafkaError, ZERO_UUID, type BrokerId, type Offset, type Uuid } from '@ottla/model';
import { ApiKeys, apis, MalformedMessageError, WireReader, WireWriter, type AddRaftVoterRequest, type Codec, type RemoveRaftVoterRequest } from '@ottla/protocol';
import type { ReplicaKey, VoterChanges } from '@ottla/raft';
import type { CallOptions, ControllerService, Envelope, EnvelopeAnswer } from '@ottla/rpc';

/** The part of the quorum that these APIs are about. */
export interface ChangeableQuorum {
  readonly clusterId: string;
  readonly voterChanges: Pick<VoterChanges, 'add' | 'remove'>;
  observed(replica: ReplicaKey, offset: Offset): void;
}

interface Outcome {
  readonly throttleTimeMs: number;
  readonly errorCode: ErrorCode;
  readonly errorMessage: string | null;
}

/** Time kept for the way back of an answer. */
const ANSWER_MARGIN_MS = 500;
/** RemoveRaftVoter names no timeout: request.timeout.ms of Kafka's admin client. */
const REMOVAL_TIMEOUT_MS = 30_000;

/**
 * AddRaftVoter and RemoveRaftVoter (KIP-853), which change the quorum itself and no metadata record; all other APIs go on
 * to `forward`. A controller that does not lead refuses with NOT_CONTROLLER.
 */
export function withVoterApis(quorum: ChangeableQuorum, forward: ControllerService['forward']): ControllerService['forward'] {
  return (envelope, call) => {
    if (envelope.apiKey === ApiKeys.AddRaftVoter) return answered(apis[ApiKeys.AddRaftVoter], envelope, (request) => add(quorum, request, call));
    if (envelope.apiKey === ApiKeys.RemoveRaftVoter) return answered(apis[ApiKeys.RemoveRaftVoter], envelope, (request) => remove(quorum, request, call));
    return forward(envelope, call);
  };
}

/**
 * Brokers follow the metadata at whichever controller they reach, and tell the active one how far they are in each
 * heartbeat: DescribeQuorum names them as observers, with the folder that they keep the log in.
 */
export function withObservers(quorum: ChangeableQuorum, directoryOf: (brokerId: BrokerId) => Uuid | undefined, heartbeat: ControllerService['heartbeat']): ControllerService['heartbeat'] {
  return (request, call) => {
    const directoryId = directoryOf(request.brokerId);
    if (directoryId !== undefined) quorum.observed({ id: request.brokerId, directoryId }, request.appliedOffset);
    return heartbeat(request, call);
  };
}

async function add(quorum: ChangeableQuorum, request: AddRaftVoterRequest, call: CallOptions): Promise<void> {
  const { voterId: id, voterDirectoryId: directoryId, listeners: endpoints, timeoutMs, ackWhenCommitted } = request;
  checkCluster(quorum, request.clusterId);
  checkVoter({ id, directoryId });
  if (endpoints.length === 0) throw new KafkaError(ErrorCode.INVALID_REQUEST, 'A voter has at least one listener.');
  const waitMs = Math.min(timeoutMs, call.timeoutMs - ANSWER_MARGIN_MS);
  await quorum.voterChanges.add({ id, directoryId, endpoints }, ackWhenCommitted ? waitMs : undefined);
}

async function remove(quorum: ChangeableQuorum, { clusterId, voterId: id, voterDirectoryId: directoryId }: RemoveRaftVoterRequest, call: CallOptions): Promise<void> {
  checkCluster(quorum, clusterId);
  checkVoter({ id, directoryId });
  await quorum.voterChanges.remove({ id, directoryId }, Math.min(REMOVAL_TIMEOUT_MS, call.timeoutMs - ANSWER_MARGIN_MS));
}

function checkCluster(quorum: ChangeableQuorum, clusterId: string | null): void {
  if (clusterId !== null && clusterId !== quorum.clusterId) throw new KafkaError(ErrorCode.INCONSISTENT_CLUSTER_ID, `This is cluster ${quorum.clusterId}, not ${clusterId}.`);
}

/** A node whose folder is not known can neither be told from others of its number nor be waited for. */
function checkVoter({ id, directoryId }: ReplicaKey): void {
  if (id < 0 || directoryId === ZERO_UUID) throw new KafkaError(ErrorCode.INVALID_REQUEST, `A voter has a node id and a directory.id, not ${id} and ${directoryId}.`);
}

interface ApiCodecs<Request> {
  readonly name: string;
  readonly request: Codec<Request, never>;
  readonly response: Codec<unknown, Outcome>;
}

async function answered<Request>(api: ApiCodecs<Request>, { apiVersion, body }: Envelope, act: (request: Request) => Promise<void>): Promise<EnvelopeAnswer> {
  const { minVersion, maxVersion } = api.request;
  if (apiVersion < minVersion || apiVersion > maxVersion) throw new KafkaError(ErrorCode.UNSUPPORTED_VERSION, `${api.name} has versions ${minVersion} to ${maxVersion}, not ${apiVersion}`);
  let outcome: Outcome = { throttleTimeMs: 0, errorCode: ErrorCode.NONE, errorMessage: null };
  try {
    await act(decoded(api, body, apiVersion));
  } catch (error) {
    // Whoever forwards looks for the controller that leads.
    if (!(error instanceof KafkaError) || error.code === ErrorCode.NOT_CONTROLLER) throw error;
    outcome = { throttleTimeMs: 0, errorCode: error.code, errorMessage: error.message };
  }
  const writer = new WireWriter();
  api.response.encode(writer, outcome, apiVersion);
  return { body: writer.finish() };
}

function decoded<Request>(api: ApiCodecs<Request>, body: Uint8Array, version: number): Request {
  try {
    return api.request.decode(new WireReader(body), version);
  } catch (error) {
    if (error instanceof MalformedMessageError) throw new KafkaError(ErrorCode.INVALID_REQUEST, `${api.name} is malformed: ${error.message}`);
    throw error;
  }
}
