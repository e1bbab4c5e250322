import { ErrorCode, isByteSource, KafkaError, NO_OFFSET, ZERO_UUID, type BrokerId, type RecordsSource, type Span, type Uuid } from '@ottla/model';
import type { ApiKeys, FetchRequest, FetchResponseInput } from '@ottla/protocol';
import { fetchFailure, releaseResults, type FetchContext, type FetchEntry, type FetchingReplica, type FetchPartitionRequest, type FetchResult, type FetchSessionCache, type ReplicaManager } from '@ottla/replication';
import type { FetchIsolation } from '@ottla/storage';
import type { TracedAppends } from '../tracing/traced-appends.ts';
import { SEARCHED_BYTES, traceparentIn } from '../tracing/traceparent-header.ts';
import type { ApiRequest, Handler } from './handler.ts';
import { namesTwice } from './request-table.ts';
import { isLeaderError, type TopicResolver } from './topics.ts';

const TOPIC_IDS_FROM = 13;
/** First version that tells a client who leads instead (KIP-951). */
const LEADER_HINTS_FROM = 16;
/** First version that tells the follower's incarnation (KIP-903). */
const REPLICA_STATE_FROM = 15;
/** First version of clients that read from followers, too (KIP-392). */
const ANY_REPLICA_FROM = 11;
const READ_COMMITTED = 1;
/** A slice that is read whole, or not at all, is read for the header of its first records up to this size. */
const READ_FOR_HEADER_BYTES = 64 * 1024;

export interface FetchOptions {
  readonly replicas: ReplicaManager;
  readonly sessions: FetchSessionCache;
  readonly topics: TopicResolver;
  /** fetch.max.bytes of this broker: no answer is larger, whatever the client allows. */
  readonly maxBytes: () => number;
  readonly nodeEndpoints: (listener: string, ids: ReadonlySet<BrokerId>) => NonNullable<FetchResponseInput['nodeEndpoints']>;
  /** Where requests are traced. */
  readonly traces?: TracedAppends | undefined;
  readonly onFetched: (topic: string, bytes: number, error: ErrorCode, isReplica: boolean) => void;
}

type PartitionResponse = FetchResponseInput['responses'][number]['partitions'][number];

/**
 * Fetch: the session says which partitions are meant, the replica manager reads or parks, the session says which
 * results the answer names. Records are slices of segment files that only the listener reads.
 */
export function fetchHandler(options: FetchOptions): Handler<typeof ApiKeys.Fetch> {
  return (call) => {
    const { request, version } = call;
    const usesTopicIds = version >= TOPIC_IDS_FROM;
    const replica = replicaOf(request, version);
    if (replica !== undefined) options.traces?.fetched(replica.brokerId, request.topics);
    const isolation: FetchIsolation = replica !== undefined ? 'logEnd' : request.isolationLevel === READ_COMMITTED ? 'lastStableOffset' : 'highWatermark';
    let context: FetchContext;
    try {
      context = options.sessions.context({
        sessionId: request.sessionId,
        sessionEpoch: request.sessionEpoch,
        usesTopicIds,
        follower: replica?.brokerId,
        isolation,
        partitions: requested(options, request, usesTopicIds),
        forgotten: request.forgottenTopicsData.flatMap(({ topic, topicId, partitions }) => partitions.map((partition) => ({ topic, topicId, partition }))),
      }, (partition) => entryOf(options, partition, usesTopicIds));
    } catch (error) {
      if (!(error instanceof KafkaError)) throw error;
      call.respond({ throttleTimeMs: 0, errorCode: error.code, sessionId: 0, responses: [] });
      return;
    }
    // fetch.max.bytes is a limit for clients; a follower has its own, and must get on whatever is set here.
    const maxBytes = replica === undefined ? Math.min(request.maxBytes, options.maxBytes()) : request.maxBytes;
    const params = {
      maxWaitMs: request.maxWaitMs,
      minBytes: Math.min(request.minBytes, maxBytes),
      maxBytes,
      client: replica === undefined && version >= ANY_REPLICA_FROM ? { rack: request.rackId, listenerName: call.client.connection.listenerName } : undefined,
      isolation,
    };
    let isDone = false;
    let stopListening: (() => void) | undefined;
    const wait = call.client.span?.child('read, or wait for records');
    const parked = options.replicas.fetch(params, context, (results) => {
      isDone = true;
      stopListening?.();
      wait?.end();
      if (call.client.connection.isOpen) call.respond(traced(options, call, replica, responseOf(options, call, context, results, replica !== undefined)));
      else releaseResults(results);
    }, replica);
    // Only a fetch that is parked can outlive its client.
    if (!isDone) stopListening = call.client.connection.onClose(() => parked.cancel());
  };
}

/** With the trace that a follower goes on with, or the traces of the producers whose records a consumer is sent. */
function traced({ traces }: FetchOptions, { client }: ApiRequest<typeof ApiKeys.Fetch>, replica: FetchingReplica | undefined, response: FetchResponseInput): FetchResponseInput {
  if (replica !== undefined && traces !== undefined) {
    const parts = response.responses.map(({ topicId = ZERO_UUID, partitions }) => ({ topicId, partitions: partitions.map(({ partitionIndex, records }) => ({ partitionIndex, bytes: records?.byteLength ?? 0 })) }));
    return { ...response, traceparent: traces.sending(replica.brokerId, parts) };
  }
  if (client.span !== undefined) linkProducers(client.span, response);
  return response;
}

/** The header of the first records of each partition, where they are in memory. */
function linkProducers(span: Span, { responses }: FetchResponseInput): void {
  for (const { partitions } of responses) {
    for (const { records } of partitions) {
      if (records === null || records.byteLength === 0) continue;
      const head = headOf(records);
      const traceparent = head === undefined ? undefined : traceparentIn(head);
      if (traceparent !== undefined) span.link(traceparent);
    }
  }
}

function headOf(records: RecordsSource): Uint8Array | undefined {
  if (!isByteSource(records)) return records;
  const { sendable, byteLength } = records;
  if (!records.isCached || (sendable === undefined && byteLength > READ_FOR_HEADER_BYTES)) return undefined;
  const head = Buffer.alloc(sendable === undefined ? byteLength : Math.min(SEARCHED_BYTES, byteLength));
  try {
    if (sendable === undefined) records.readSync(head, 0);
    else sendable.readPart(head, 0);
  } catch (error) {
    // Whoever sends the answer finds out, too.
    if (!(error instanceof KafkaError)) throw error;
    return undefined;
  }
  return head;
}

/** The broker that replicates with this fetch; undefined for a client. */
function replicaOf({ replicaState, replicaId }: FetchRequest, version: number): FetchingReplica | undefined {
  const replica = version >= REPLICA_STATE_FROM ? { brokerId: replicaState.replicaId, brokerEpoch: replicaState.replicaEpoch } : { brokerId: replicaId, brokerEpoch: -1 };
  return replica.brokerId < 0 ? undefined : replica;
}

/** As in Kafka's table of them, the last of two that name one partition counts. */
function requested(options: FetchOptions, request: FetchRequest, usesTopicIds: boolean): readonly FetchPartitionRequest[] {
  const partitions = allRequested(options, request, usesTopicIds);
  if (!namesTwice(request.topics, ({ topic, topicId }) => (usesTopicIds ? topicId : topic), (topic) => topic.partitions, ({ partition }) => partition)) return partitions;
  return [...new Map(partitions.map((partition) => [`${usesTopicIds ? partition.topicId : partition.topic} ${partition.partition}`, partition])).values()];
}

function allRequested(options: FetchOptions, request: FetchRequest, usesTopicIds: boolean): FetchPartitionRequest[] {
  return request.topics.flatMap(({ topic, topicId, partitions }) => {
    const name = usesTopicIds ? (options.topics.topic(true, '', topicId)?.name ?? '') : topic;
    return partitions.map((partition) => ({
      topic: name,
      topicId,
      partition: partition.partition,
      fetchOffset: partition.fetchOffset,
      currentLeaderEpoch: partition.currentLeaderEpoch,
      lastFetchedEpoch: partition.lastFetchedEpoch,
      logStartOffset: partition.logStartOffset,
      highWatermark: partition.highWatermark,
      maxBytes: partition.partitionMaxBytes,
    }));
  });
}

function entryOf(options: FetchOptions, request: FetchPartitionRequest, usesTopicIds: boolean): FetchEntry {
  const topic = options.topics.topic(usesTopicIds, request.topic, request.topicId);
  const { partition, error } = options.topics.partition(topic, request.partition, usesTopicIds);
  const { fetchOffset, currentLeaderEpoch, lastFetchedEpoch, logStartOffset, highWatermark, maxBytes } = request;
  return { partition, error, fetchOffset, currentLeaderEpoch, lastFetchedEpoch, logStartOffset, highWatermark, maxBytes };
}

function responseOf(options: FetchOptions, call: ApiRequest<typeof ApiKeys.Fetch>, context: FetchContext, results: readonly FetchResult[], isReplica: boolean): FetchResponseInput {
  const isNamed = context.select(results);
  const leaders = new Set<BrokerId>();
  const responses: { topic: string; topicId: Uuid; partitions: PartitionResponse[] }[] = [];
  const { partitions } = context;
  const name = (partition: FetchPartitionRequest, result: FetchResult): void => {
    let last = responses.at(-1);
    if (last === undefined || last.topic !== partition.topic || last.topicId !== partition.topicId) {
      responses.push((last = { topic: partition.topic, topicId: partition.topicId, partitions: [] }));
    }
    last.partitions.push(partitionResponse(options, call, partition, result, leaders, isReplica));
  };
  // Kafka names what could not be looked at behind what was.
  const unknown: (readonly [FetchPartitionRequest, FetchResult])[] = [];
  partitions.forEach((partition, index) => {
    const result = results[index] ?? fetchFailure(ErrorCode.UNKNOWN_SERVER_ERROR);
    options.onFetched(partition.topic, result.records.byteLength, result.error, isReplica);
    if (isNamed[index] !== true) return;
    if (result.error === ErrorCode.UNKNOWN_TOPIC_OR_PARTITION || result.error === ErrorCode.UNKNOWN_TOPIC_ID) unknown.push([partition, result]);
    else name(partition, result);
  });
  for (const [partition, result] of unknown) name(partition, result);
  return {
    throttleTimeMs: 0,
    errorCode: ErrorCode.NONE,
    sessionId: context.sessionId,
    responses,
    ...(leaders.size > 0 && !isReplica ? { nodeEndpoints: options.nodeEndpoints(call.client.connection.listenerName, leaders) } : {}),
  };
}

function partitionResponse(options: FetchOptions, { version }: ApiRequest<typeof ApiKeys.Fetch>, partition: FetchPartitionRequest, result: FetchResult, leaders: Set<BrokerId>, isReplica: boolean): PartitionResponse {
  const usesTopicIds = version >= TOPIC_IDS_FROM;
  const leader = version >= LEADER_HINTS_FROM && isLeaderError(result.error) ? options.topics.currentLeader(options.topics.topic(usesTopicIds, partition.topic, partition.topicId), partition.partition) : undefined;
  if (leader !== undefined) leaders.add(leader.leaderId);
  // A follower that is out of range learns where the log begins; Kafka does not tell a client.
  const tellsOffsets = isReplica || result.error !== ErrorCode.OFFSET_OUT_OF_RANGE;
  return {
    partitionIndex: partition.partition,
    errorCode: result.error,
    highWatermark: tellsOffsets ? result.highWatermark : NO_OFFSET,
    lastStableOffset: tellsOffsets ? result.lastStableOffset : NO_OFFSET,
    logStartOffset: tellsOffsets ? result.logStartOffset : NO_OFFSET,
    divergingEpoch: result.divergingEpoch === undefined ? undefined : { epoch: result.divergingEpoch.leaderEpoch, endOffset: result.divergingEpoch.endOffset },
    currentLeader: leader,
    ...(result.preferredReadReplica === undefined ? {} : { preferredReadReplica: result.preferredReadReplica }),
    abortedTransactions: result.abortedTransactions === null ? null : result.abortedTransactions.map(({ producerId, firstOffset }) => ({ producerId, firstOffset })),
    records: result.records,
  };
}
