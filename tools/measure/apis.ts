import {
  CreateTopicsRequestCodec,
  CreateTopicsResponseCodec,
  FetchRequestCodec,
  FetchResponseCodec,
  InitProducerIdRequestCodec,
  InitProducerIdResponseCodec,
  MetadataRequestCodec,
  MetadataResponseCodec,
  ProduceRequestCodec,
  ProduceResponseCodec,
} from '@ottla/protocol';
import type { WireConnection } from './wire-connection.ts';

/** Versions that Ottla and the reference both serve, with topic names rather than ids. */
const PRODUCE_VERSION = 11;
const FETCH_VERSION = 12;
const METADATA_VERSION = 12;
const CREATE_TOPICS_VERSION = 7;
const INIT_PRODUCER_ID_VERSION = 4;
const TIMEOUT_MS = 60_000;

const metadataApi = { request: MetadataRequestCodec, response: MetadataResponseCodec };
const createTopicsApi = { request: CreateTopicsRequestCodec, response: CreateTopicsResponseCodec };
const produceApi = { request: ProduceRequestCodec, response: ProduceResponseCodec };
const fetchApi = { request: FetchRequestCodec, response: FetchResponseCodec };
const initProducerIdApi = { request: InitProducerIdRequestCodec, response: InitProducerIdResponseCodec };

function check(what: string, code: number | undefined, message: string | null = null): void {
  if (code !== 0) throw new Error(`${what}: error ${code}${message === null ? '' : ` (${message})`}`);
}

/** Partitions of the topic that have a leader. */
export async function partitionsWithLeader(connection: WireConnection, topic: string): Promise<number> {
  const answer = await connection.ask(metadataApi, METADATA_VERSION, { topics: [{ name: topic }], allowAutoTopicCreation: false });
  return (answer.topics[0]?.partitions ?? []).filter(({ errorCode, leaderId }) => errorCode === 0 && leaderId >= 0).length;
}

/** Brokers in an answer that asks for no topic. */
export async function brokerCount(connection: WireConnection): Promise<number> {
  return (await connection.ask(metadataApi, METADATA_VERSION, { topics: [] })).brokers.length;
}

/** Creates the topic and waits until all its partitions have a leader. */
export async function createTopic(connection: WireConnection, name: string, numPartitions: number, configs: Readonly<Record<string, string>> = {}): Promise<void> {
  const topic = { name, numPartitions, replicationFactor: 1, assignments: [], configs: Object.entries(configs).map(([key, value]) => ({ name: key, value })) };
  const { topics } = await connection.ask(createTopicsApi, CREATE_TOPICS_VERSION, { topics: [topic], timeoutMs: TIMEOUT_MS });
  check(`creating ${name}`, topics[0]?.errorCode, topics[0]?.errorMessage ?? null);
  while ((await partitionsWithLeader(connection, name)) < numPartitions) await new Promise((resolve) => setTimeout(resolve, 50));
}

/** Appends one batch with acks=all; answers its base offset. */
export async function produce(connection: WireConnection, topic: string, partition: number, records: Uint8Array): Promise<number> {
  const topicData = [{ name: topic, partitionData: [{ index: partition, records }] }];
  const { responses } = await connection.ask(produceApi, PRODUCE_VERSION, { acks: -1, timeoutMs: TIMEOUT_MS, topicData });
  const answer = responses[0]?.partitionResponses[0];
  check(`producing to ${topic}-${partition}`, answer?.errorCode, answer?.errorMessage ?? null);
  return answer?.baseOffset as number;
}

/** The bytes from `offset` on, maybe none when nothing comes within `maxWaitMs`. */
export async function fetch(connection: WireConnection, topic: string, partition: number, offset: number, maxBytes: number, maxWaitMs: number): Promise<Uint8Array> {
  const topics = [{ topic, partitions: [{ partition, fetchOffset: offset, partitionMaxBytes: maxBytes }] }];
  // No fetch session: each request names all it wants.
  const { responses } = await connection.ask(fetchApi, FETCH_VERSION, { maxWaitMs, minBytes: 1, maxBytes, sessionId: 0, sessionEpoch: -1, topics });
  const answer = responses[0]?.partitions[0];
  if (answer === undefined) throw new Error(`fetching ${topic}-${partition}: no answer for it`);
  check(`fetching ${topic}-${partition} at ${offset}`, answer.errorCode);
  return answer.records ?? new Uint8Array(0);
}

/** A producer id and epoch for an idempotent producer. */
export async function initProducerId(connection: WireConnection): Promise<{ readonly producerId: number; readonly producerEpoch: number }> {
  const answer = await connection.ask(initProducerIdApi, INIT_PRODUCER_ID_VERSION, { transactionalId: null, transactionTimeoutMs: TIMEOUT_MS });
  check('asking for a producer id', answer.errorCode);
  return answer;
}
