import { errorName, ZERO_UUID, type ErrorCode } from '@ottla/model';
import { ApiKeys, apis, WireReader, WireWriter, type ApiTypes } from '@ottla/protocol';
import type { Envelope } from '@ottla/rpc';
import type { controllerApis } from './registry.ts';

type ControllerApi = (typeof controllerApis)[number];
type Refuse<K extends ControllerApi> = (request: ApiTypes[K]['request'], errorCode: ErrorCode, errorMessage: string) => ApiTypes[K]['responseInput'];

/** How each API says that the whole request was refused: mostly for each thing that it names. */
const refusals: { readonly [K in ControllerApi]: Refuse<K> } = {
  [ApiKeys.CreateTopics]: ({ topics }, errorCode, errorMessage) => ({
    throttleTimeMs: 0,
    topics: topics.map(({ name }) => ({ name, topicId: ZERO_UUID, errorCode, errorMessage, configs: [] })),
  }),
  [ApiKeys.DeleteTopics]: ({ topics, topicNames }, errorCode, errorMessage) => ({
    throttleTimeMs: 0,
    responses: [...topics, ...topicNames.map((name) => ({ name, topicId: ZERO_UUID }))].map(({ name, topicId }) => ({ name, topicId, errorCode, errorMessage })),
  }),
  [ApiKeys.CreatePartitions]: ({ topics }, errorCode, errorMessage) => ({ throttleTimeMs: 0, results: topics.map(({ name }) => ({ name, errorCode, errorMessage })) }),
  [ApiKeys.AlterConfigs]: ({ resources }, errorCode, errorMessage) => ({
    throttleTimeMs: 0,
    responses: resources.map(({ resourceType, resourceName }) => ({ resourceType, resourceName, errorCode, errorMessage })),
  }),
  [ApiKeys.IncrementalAlterConfigs]: ({ resources }, errorCode, errorMessage) => ({
    throttleTimeMs: 0,
    responses: resources.map(({ resourceType, resourceName }) => ({ resourceType, resourceName, errorCode, errorMessage })),
  }),
  [ApiKeys.ElectLeaders]: ({ topicPartitions }, errorCode, errorMessage) => ({
    throttleTimeMs: 0,
    errorCode,
    replicaElectionResults: (topicPartitions ?? []).map(({ topic, partitions }) => ({ topic, partitionResult: partitions.map((partitionId) => ({ partitionId, errorCode, errorMessage })) })),
  }),
  [ApiKeys.AlterPartitionReassignments]: ({ topics, allowReplicationFactorChange }, errorCode, errorMessage) => ({
    throttleTimeMs: 0,
    allowReplicationFactorChange,
    errorCode,
    errorMessage,
    responses: topics.map(({ name, partitions }) => ({ name, partitions: partitions.map(({ partitionIndex }) => ({ partitionIndex, errorCode, errorMessage })) })),
  }),
  [ApiKeys.ListPartitionReassignments]: (_request, errorCode, errorMessage) => ({ throttleTimeMs: 0, errorCode, errorMessage, topics: [] }),
  [ApiKeys.UpdateFeatures]: (_request, errorCode, errorMessage) => ({ throttleTimeMs: 0, errorCode, errorMessage, results: [] }),
  [ApiKeys.UnregisterBroker]: (_request, errorCode, errorMessage) => ({ throttleTimeMs: 0, errorCode, errorMessage }),
  [ApiKeys.AddRaftVoter]: (_request, errorCode, errorMessage) => ({ throttleTimeMs: 0, errorCode, errorMessage }),
  [ApiKeys.RemoveRaftVoter]: (_request, errorCode, errorMessage) => ({ throttleTimeMs: 0, errorCode, errorMessage }),
  [ApiKeys.DescribeQuorum]: (_request, errorCode, errorMessage) => ({ errorCode, errorMessage, topics: [], nodes: [] }),
};

/** The answer to a controller API that could not be forwarded. Throws MalformedMessageError when the request cannot be read. */
export function encodeControllerRefusal(envelope: Envelope, errorCode: ErrorCode): Uint8Array {
  const encode = <K extends ControllerApi>(key: K): Uint8Array => {
    const api = apis[key];
    const request = api.request.decode(new WireReader(envelope.body), envelope.apiVersion) as ApiTypes[K]['request'];
    const writer = new WireWriter();
    const refuse = refusals[key] as Refuse<K>;
    (api.response.encode as (writer: WireWriter, value: unknown, version: number) => void)(writer, refuse(request, errorCode, errorName(errorCode)), envelope.apiVersion);
    return writer.finish();
  };
  return encode(envelope.apiKey as ControllerApi);
}
