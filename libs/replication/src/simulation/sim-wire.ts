import { ErrorCode } from '@ottla/model';
import { ApiKeys, apis, WireReader, WireWriter, type FetchRequest, type FetchRequestInput, type FetchResponse, type FetchResponseInput } from '@ottla/protocol';
import type { FetchEntry, FetchResult } from '../delayed-fetch.ts';
import type { FetchPartitionRequest } from '../fetch-session.ts';
import type { FetchSessionCache } from '../fetch-session-cache.ts';
import type { ReplicaManager } from '../replica-manager.ts';

const VERSION = 18;
const api = apis[ApiKeys.Fetch];

/** The request as the other end reads it. */
export function overTheWire(request: FetchRequestInput): FetchRequest {
  const writer = new WireWriter();
  api.request.encode(writer, request, VERSION);
  return api.request.decode(new WireReader(Uint8Array.from(writer.finish())), VERSION);
}

/** Serves a follower's fetch as the broker's handler does; the answer comes in bytes of its own. */
export function serveFetch(replicas: ReplicaManager, sessions: FetchSessionCache, nameOf: (topicId: string) => string | undefined, request: FetchRequest, done: (response: FetchResponse) => void): void {
  const partitions = request.topics.flatMap(({ topicId, partitions: asked }) =>
    asked.map(({ partitionMaxBytes, ...rest }) => ({ ...rest, topic: nameOf(topicId) ?? '', topicId, maxBytes: partitionMaxBytes })),
  );
  const resolve = (asked: FetchPartitionRequest): FetchEntry => {
    const partition = replicas.partition(nameOf(asked.topicId) ?? '', asked.partition);
    return { ...asked, partition, error: partition === undefined ? ErrorCode.UNKNOWN_TOPIC_ID : ErrorCode.NONE };
  };
  let context: ReturnType<FetchSessionCache['context']>;
  try {
    const forgotten = request.forgottenTopicsData.flatMap(({ topic, topicId, partitions: gone }) => gone.map((partition) => ({ topic, topicId, partition })));
    context = sessions.context({ sessionId: request.sessionId, sessionEpoch: request.sessionEpoch, usesTopicIds: true, follower: request.replicaState.replicaId, isolation: 'logEnd', partitions, forgotten }, resolve);
  } catch (error) {
    done(copied({ throttleTimeMs: 0, errorCode: (error as { code: number }).code, sessionId: 0, responses: [] }));
    return;
  }
  const { maxWaitMs, minBytes, maxBytes, replicaState } = request;
  const answer = (results: FetchResult[]): void => {
    const isNamed = context.select(results);
    const responses = context.partitions.flatMap(({ topicId, partition: partitionIndex }, index) => {
      const { error: errorCode, divergingEpoch: end, records, highWatermark, lastStableOffset, logStartOffset } = results[index] as FetchResult;
      const divergingEpoch = end === undefined ? undefined : { epoch: end.leaderEpoch, endOffset: end.endOffset };
      return isNamed[index] === true ? [{ topicId, partitions: [{ partitionIndex, errorCode, highWatermark, lastStableOffset, logStartOffset, divergingEpoch, abortedTransactions: null, records }] }] : [];
    });
    done(copied({ throttleTimeMs: 0, errorCode: ErrorCode.NONE, sessionId: context.sessionId, responses }));
  };
  replicas.fetch({ maxWaitMs, minBytes, maxBytes, isolation: 'logEnd' }, context, answer, { brokerId: replicaState.replicaId, brokerEpoch: replicaState.replicaEpoch });
}

function copied(response: FetchResponseInput): FetchResponse {
  const writer = new WireWriter();
  api.response.encode(writer, response, VERSION);
  return api.response.decode(new WireReader(Uint8Array.from(writer.finish())), VERSION);
}
