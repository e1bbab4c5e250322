import { ErrorCode, errorName, isInternalTopic, type LeaderEpoch, type BrokerId, type Span } from '@ottla/model';
import { ApiKeys, type ProduceRequest, type ProduceResponseInput, type TopicProduceResponseInput } from '@ottla/protocol';
import type { AppendEntry, AppendResult, ReplicaManager } from '@ottla/replication';
import type { TopicImage } from '@ottla/metadata';
import type { ApiRequest, Handler } from './handler.ts';
import type { BatchOpener } from '../opening/batch-opener.ts';
import type { TransactionVerifier } from '../rpc/transaction-verifier.ts';
import { hasTransactionalBatch, isCodecTooNew, withoutRepeats } from './produce-checks.ts';
import { ProduceOrder } from './produce-order.ts';
import { verifyTransaction } from './produce-transaction.ts';
import type { TracedAppends } from '../tracing/traced-appends.ts';
import { isLeaderError, type TopicResolver } from './topics.ts';

/** Client id of Kafka's own tools that may write to internal topics. */
const ADMIN_CLIENT_ID = '__admin_client';
/** First version that names topics by id (KIP-516). */
const TOPIC_IDS_FROM = 13;
const NO_RECORDS = new Uint8Array(0);

export interface ProduceOptions {
  readonly replicas: ReplicaManager;
  readonly topics: TopicResolver;
  readonly verifier: TransactionVerifier;
  /** Opens large batches in a thread; the append does it when left out. */
  readonly opener?: Pick<BatchOpener, 'open'> | undefined;
  /** Endpoints of brokers that the answer points to (KIP-951). */
  readonly nodeEndpoints: (listener: string, ids: ReadonlySet<BrokerId>) => NonNullable<ProduceResponseInput['nodeEndpoints']>;
  /** Where requests are traced. */
  readonly traces?: TracedAppends | undefined;
  /** What became of a partition's records at its leader, whatever its followers do. */
  readonly onProduced: (topic: string, records: Uint8Array, error: ErrorCode) => void;
  readonly onAnswered: (error: ErrorCode) => void;
}

/**
 * Produce: splits the request by partition, appends, and answers when acks are met. Steps: refuse what no partition
 * can mend (acks, transactions), resolve each partition, have transactions verified that begin here and batches opened
 * where their topics want it, append in the order
 * of the request, answer in the same order. Requests of one connection append in the order of their arrival.
 */
export function produceHandler(options: ProduceOptions): Handler<typeof ApiKeys.Produce> {
  const order = new ProduceOrder();
  // Whatever goes wrong behind a wait, those that wait behind it go on.
  const failed = (call: ApiRequest<typeof ApiKeys.Produce>, error: unknown): void => call.client.close(`the broker failed on a produce request: ${String(error)}`);
  return (call) => order.run(call.client.connection, () => produce(options, call)?.catch((error: unknown) => failed(call, error)));
}

/** Answers a promise when the append has to wait for a verification, or for a batch that is opened. */
function produce(options: ProduceOptions, call: ApiRequest<typeof ApiKeys.Produce>): Promise<void> | undefined {
  const { version } = call;
  const usesIds = version >= TOPIC_IDS_FROM;
  const topicData = withoutRepeats(call.request.topicData, usesIds);
  const request = topicData === call.request.topicData ? call.request : { ...call.request, topicData };
  const topics = request.topicData.map((topic) => options.topics.topic(usesIds, topic.name, topic.topicId));
  const refusal = requestRefusal(request);
  const entries: AppendEntry[] = [];
  request.topicData.forEach((topic, index) => {
    const image = topics[index];
    for (const { index: partition, records } of topic.partitionData) {
      entries.push(refusal === ErrorCode.NONE ? entryOf(options, call, image, partition, records, usesIds) : { partition: undefined, error: refusal, records: NO_RECORDS });
    }
  });
  const append = (verified: readonly AppendEntry[]): void => {
    try {
      appendAll(options, request === call.request ? call : { ...call, request }, topics, verified);
    } finally {
      for (const { guard } of verified) guard?.release();
    }
  };
  const opened = (known: readonly AppendEntry[]): readonly AppendEntry[] | Promise<readonly AppendEntry[]> => options.opener?.open(known) ?? known;
  const verified = request.transactionalId === null ? undefined : verifyTransaction(options.replicas, options.verifier, request.transactionalId, version, entries);
  if (verified !== undefined) return verified.then(opened).then(append);
  const known = opened(entries);
  if (known instanceof Promise) return known.then(append);
  append(known);
  return undefined;
}

function appendAll(options: ProduceOptions, call: ApiRequest<typeof ApiKeys.Produce>, topics: readonly (TopicImage | undefined)[], entries: readonly AppendEntry[]): void {
  const { request } = call;
  const endTrace = call.client.span === undefined ? undefined : traceAppend(call.client.span, request.acks, entries, options.traces);
  const answer = (results: readonly AppendResult[]): void => {
    endTrace?.replicated();
    for (const { error } of results) options.onAnswered(error);
    if (request.acks === 0) answerUnacknowledged(call, results);
    else call.respond(responseOf(options, call, topics, results));
  };
  // While followers are waited for, other requests have the memory: theirs may be among them.
  options.replicas.append(request.acks, request.timeoutMs, 'client', entries, answer, (results) => {
    results.forEach(({ error }, index) => {
      const entry = entries[index] as AppendEntry;
      options.onProduced(entry.partition?.topic ?? '', entry.records, error);
    });
    call.client.releaseBytes();
  });
  endTrace?.staged();
}

/** The steps of a traced append: staged in the log, then written and (acks=all) replicated. */
function traceAppend(span: Span, acks: number, entries: readonly AppendEntry[], traces: TracedAppends | undefined): { staged(): void; replicated(): void } {
  const append = span.child('append to the log');
  let wait: Span | undefined;
  let ends: (() => void)[] = [];
  return {
    staged: () => {
      append.end();
      const step = (wait = span.child(acks === -1 ? 'wait for the high watermark' : 'wait for the write'));
      if (traces !== undefined && acks === -1) ends = entries.flatMap(({ partition }) => (partition === undefined ? [] : [traces.appended(partition, step)]));
    },
    replicated: () => {
      for (const end of ends) end();
      wait?.end();
    },
  };
}

/** What makes every partition of the request fail alike. */
function requestRefusal(request: ProduceRequest): ErrorCode {
  if (request.acks !== 0 && request.acks !== 1 && request.acks !== -1) return ErrorCode.INVALID_REQUIRED_ACKS;
  // Nobody could ever end a transaction without its id, and readers of what is committed would wait for that for ever.
  if (request.transactionalId === null && hasTransactionalBatch(request)) return ErrorCode.TRANSACTIONAL_ID_AUTHORIZATION_FAILED;
  return ErrorCode.NONE;
}

function entryOf(options: ProduceOptions, call: ApiRequest<typeof ApiKeys.Produce>, topic: TopicImage | undefined, index: number, records: Uint8Array | null, usesIds: boolean): AppendEntry {
  if (topic !== undefined && isInternalTopic(topic.name) && call.client.clientId !== ADMIN_CLIENT_ID) {
    return { partition: undefined, error: ErrorCode.INVALID_TOPIC_EXCEPTION, records: NO_RECORDS };
  }
  if (isCodecTooNew(records, call.version)) return { partition: undefined, error: ErrorCode.UNSUPPORTED_COMPRESSION_TYPE, records: NO_RECORDS };
  return { ...options.topics.partition(topic, index, usesIds), records: records ?? NO_RECORDS };
}

/** With acks=0 nothing is answered; after an error the connection is closed, so that the client learns that it must look up its metadata. */
function answerUnacknowledged({ client }: ApiRequest<typeof ApiKeys.Produce>, results: readonly AppendResult[]): void {
  const failed = results.find(({ error }) => error !== ErrorCode.NONE);
  if (failed === undefined) client.answerNothing();
  else client.close(`a produce request with acks=0 failed: ${failed.message ?? failed.error}`);
}

function responseOf(options: ProduceOptions, call: ApiRequest<typeof ApiKeys.Produce>, topics: readonly (TopicImage | undefined)[], results: readonly AppendResult[]): ProduceResponseInput {
  const leaders = new Set<BrokerId>();
  let next = 0;
  const responses = call.request.topicData.map((topic, position): TopicProduceResponseInput => ({
    name: topic.name,
    topicId: topic.topicId,
    partitionResponses: topic.partitionData.map(({ index }) => {
      const result = results[next++] as AppendResult;
      const currentLeader = isLeaderError(result.error) ? options.topics.currentLeader(topics[position], index) : undefined;
      if (currentLeader !== undefined) leaders.add(currentLeader.leaderId);
      return partitionResponse(index, result, currentLeader);
    }),
  }));
  // As Kafka, which answers by partition: a topic without any is not named.
  const named = responses.some(({ partitionResponses }) => partitionResponses.length === 0) ? responses.filter(({ partitionResponses }) => partitionResponses.length > 0) : responses;
  return { responses: named, ...(leaders.size > 0 ? { nodeEndpoints: options.nodeEndpoints(call.client.connection.listenerName, leaders) } : {}) };
}

function partitionResponse(index: number, result: AppendResult, currentLeader: { readonly leaderId: BrokerId; readonly leaderEpoch: LeaderEpoch } | undefined): TopicProduceResponseInput['partitionResponses'][number] {
  return {
    index,
    errorCode: result.error,
    baseOffset: result.baseOffset,
    logAppendTimeMs: result.logAppendTimeMs,
    logStartOffset: result.logStartOffset,
    recordErrors: result.recordErrors.map(({ batchIndex, message }) => ({ batchIndex, batchIndexErrorMessage: message })),
    // Clients have better words for a code than its name: theirs, when nothing is said beyond it.
    errorMessage: result.message === errorName(result.error) ? null : result.message,
    currentLeader,
  };
}
