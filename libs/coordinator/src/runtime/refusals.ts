import { ErrorCode, KafkaError, NO_OFFSET, NO_PRODUCER_EPOCH, NO_PRODUCER_ID } from '@ottla/model';
import { ApiKeys, apis, NO_BYTES, WireReader, WireWriter, type ApiKey, type ApiTypes, type Codec } from '@ottla/protocol';
import type { Envelope } from '@ottla/rpc';

/** How an API says that a whole request failed: its answer to `request`, built for `version`. */
type Refusal<K extends ApiKey> = (request: ApiTypes[K]['request'], errorCode: ErrorCode, version: number) => ApiTypes[K]['responseInput'];

const throttleTimeMs = 0;

/** The APIs that a coordinator owns. */
const refusals = {
  [ApiKeys.OffsetCommit]: (request, errorCode) => ({
    topics: request.topics.map(({ name, topicId, partitions }) => ({
      name,
      topicId,
      partitions: partitions.map(({ partitionIndex }) => ({ partitionIndex, errorCode })),
    })),
  }),
  [ApiKeys.OffsetFetch]: (request, errorCode, version) => {
    if (version >= 8) return { groups: request.groups.map(({ groupId }) => ({ groupId, topics: [], errorCode })) };
    if (version >= 2) return { topics: [], errorCode };
    // Before version 2 an error has no place but each partition.
    const topics = (request.topics ?? []).map(({ name, partitionIndexes }) => ({
      name,
      partitions: partitionIndexes.map((partitionIndex) => ({ partitionIndex, committedOffset: NO_OFFSET, metadata: '', errorCode })),
    }));
    return { topics };
  },
  [ApiKeys.FindCoordinator]: (request, errorCode, version) => {
    const nobody = { nodeId: -1, host: '', port: -1, errorCode, errorMessage: null };
    if (version < 4) return nobody;
    return { coordinators: request.coordinatorKeys.map((key) => ({ key, ...nobody })) };
  },
  [ApiKeys.JoinGroup]: (request, errorCode, version) => ({
    errorCode,
    protocolName: version >= 7 ? null : '',
    leader: '',
    memberId: request.memberId,
    members: [],
  }),
  [ApiKeys.Heartbeat]: (_request, errorCode) => ({ errorCode: whileLoading(errorCode, ErrorCode.NONE) }),
  [ApiKeys.LeaveGroup]: (_request, errorCode) => ({ errorCode, members: [] }),
  [ApiKeys.SyncGroup]: (_request, errorCode) => ({
    errorCode: whileLoading(errorCode, ErrorCode.REBALANCE_IN_PROGRESS),
    assignment: NO_BYTES,
  }),
  [ApiKeys.DescribeGroups]: (request, errorCode) => ({
    groups: request.groups.map((groupId) => ({ errorCode, groupId, groupState: '', protocolType: '', protocolData: '', members: [] })),
  }),
  [ApiKeys.ListGroups]: (_request, errorCode) => ({ errorCode, groups: [] }),
  [ApiKeys.DeleteGroups]: (request, errorCode) => ({
    throttleTimeMs,
    results: request.groupsNames.map((groupId) => ({ groupId, errorCode })),
  }),
  [ApiKeys.OffsetDelete]: (_request, errorCode) => ({ errorCode, throttleTimeMs, topics: [] }),
  [ApiKeys.ConsumerGroupHeartbeat]: (_request, errorCode) => ({ throttleTimeMs, errorCode, memberEpoch: 0, heartbeatIntervalMs: 0 }),
  [ApiKeys.ConsumerGroupDescribe]: (request, errorCode) => ({
    throttleTimeMs,
    groups: request.groupIds.map((groupId) => ({
      errorCode,
      groupId,
      groupState: '',
      groupEpoch: 0,
      assignmentEpoch: 0,
      assignorName: '',
      members: [],
    })),
  }),
  [ApiKeys.InitProducerId]: (_request, errorCode) => ({
    throttleTimeMs,
    errorCode,
    producerId: NO_PRODUCER_ID,
    producerEpoch: NO_PRODUCER_EPOCH,
  }),
  [ApiKeys.AddPartitionsToTxn]: (request, errorCode, version) => {
    if (version >= 4) return { throttleTimeMs, errorCode };
    const resultsByTopicV3AndBelow = request.v3AndBelowTopics.map(({ name, partitions }) => ({
      name,
      resultsByPartition: partitions.map((partitionIndex) => ({ partitionIndex, partitionErrorCode: errorCode })),
    }));
    return { throttleTimeMs, resultsByTopicV3AndBelow };
  },
  [ApiKeys.AddOffsetsToTxn]: (_request, errorCode) => ({ throttleTimeMs, errorCode }),
  [ApiKeys.EndTxn]: (_request, errorCode) => ({ throttleTimeMs, errorCode }),
  [ApiKeys.TxnOffsetCommit]: (request, errorCode) => ({
    throttleTimeMs,
    topics: request.topics.map(({ name, partitions }) => ({
      name,
      partitions: partitions.map(({ partitionIndex }) => ({ partitionIndex, errorCode })),
    })),
  }),
  [ApiKeys.DescribeTransactions]: (request, errorCode) => ({
    throttleTimeMs,
    transactionStates: request.transactionalIds.map((transactionalId) => ({
      errorCode,
      transactionalId,
      transactionState: '',
      transactionTimeoutMs: 0,
      transactionStartTimeMs: -1,
      producerId: NO_PRODUCER_ID,
      producerEpoch: NO_PRODUCER_EPOCH,
      topics: [],
    })),
  }),
  [ApiKeys.WriteTxnMarkers]: (request, errorCode) => ({
    markers: request.markers.map(({ producerId, topics }) => ({
      producerId,
      topics: topics.map(({ name, partitionIndexes }) => ({ name, partitions: partitionIndexes.map((partitionIndex) => ({ partitionIndex, errorCode })) })),
    })),
  }),
  [ApiKeys.ListTransactions]: (_request, errorCode) => ({ throttleTimeMs, errorCode, unknownStateFilters: [], transactionStates: [] }),
} satisfies { [K in ApiKey]?: Refusal<K> };

/**
 * The shard is being loaded. Old clients do not know COORDINATOR_LOAD_IN_PROGRESS in these answers, and finding the
 * coordinator again would not help them: a heartbeat is let pass, a sync makes the member join again, as Kafka does.
 */
function whileLoading(errorCode: ErrorCode, instead: ErrorCode): ErrorCode {
  return errorCode === ErrorCode.COORDINATOR_LOAD_IN_PROGRESS ? instead : errorCode;
}

/** Errors of the way to the log or to the coordinator, which clients of these APIs do not expect, as Kafka translates them. */
const translations: ReadonlyMap<ErrorCode, ErrorCode> = new Map<ErrorCode, ErrorCode>([
  [ErrorCode.UNKNOWN_TOPIC_OR_PARTITION, ErrorCode.COORDINATOR_NOT_AVAILABLE],
  [ErrorCode.NOT_ENOUGH_REPLICAS, ErrorCode.COORDINATOR_NOT_AVAILABLE],
  [ErrorCode.REQUEST_TIMED_OUT, ErrorCode.COORDINATOR_NOT_AVAILABLE],
  [ErrorCode.NOT_LEADER_OR_FOLLOWER, ErrorCode.NOT_COORDINATOR],
  [ErrorCode.KAFKA_STORAGE_ERROR, ErrorCode.NOT_COORDINATOR],
  [ErrorCode.NETWORK_EXCEPTION, ErrorCode.NOT_COORDINATOR],
  [ErrorCode.THROTTLING_QUOTA_EXCEEDED, ErrorCode.COORDINATOR_LOAD_IN_PROGRESS],
  [ErrorCode.RECORD_LIST_TOO_LARGE, ErrorCode.UNKNOWN_SERVER_ERROR],
  [ErrorCode.MESSAGE_TOO_LARGE, ErrorCode.UNKNOWN_SERVER_ERROR],
]);

/**
 * The body of the answer that says `errorCode` for the whole of a coordinator API's request, in the version of the
 * request. For the coordinator, and for a broker that cannot reach one.
 * Throws MalformedMessageError when the request is none, and KafkaError(UNSUPPORTED_VERSION) for another API.
 */
export function encodeRefusal(envelope: Envelope, errorCode: ErrorCode): Uint8Array {
  const { apiKey, apiVersion } = envelope;
  const refusal = (refusals as { readonly [apiKey: number]: Refusal<ApiKey> | undefined })[apiKey];
  const api = (apis as { readonly [apiKey: number]: { readonly request: Codec<unknown>; readonly response: Codec<unknown, unknown> } | undefined })[apiKey];
  if (refusal === undefined || api === undefined || apiVersion < api.request.minVersion || apiVersion > api.request.maxVersion) {
    throw new KafkaError(ErrorCode.UNSUPPORTED_VERSION, `API ${apiKey} in version ${apiVersion} is none of a coordinator`);
  }
  const request = api.request.decode(new WireReader(envelope.body), apiVersion);
  const writer = new WireWriter();
  api.response.encode(writer, refusal(request as never, translations.get(errorCode) ?? errorCode, apiVersion), apiVersion);
  return writer.finish();
}
