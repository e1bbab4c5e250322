import { errorName, ErrorCode } from '@ottla/model';
import { ApiKeys, CreateTopicsRequestCodec, CreateTopicsResponseCodec, WireReader, WireWriter } from '@ottla/protocol';
import type { CallOptions, Envelope, EnvelopeAnswer } from '@ottla/rpc';
import type { TopicToCreate } from './options.ts';

const CREATE_TOPICS_VERSION = 7;
/** Also how long the controller waits for brokers to know the topics; both are far beyond what one process needs. */
const TIMEOUT_MS = 10_000;

/**
 * Creates the topics as a client would, through the controller of this process. Settles when every broker knows them:
 * a client that comes right after finds them. Throws an Error that names each topic that could not be created.
 */
export async function createTopics(forward: (envelope: Envelope, call: CallOptions) => Promise<EnvelopeAnswer>, topics: readonly TopicToCreate[]): Promise<void> {
  if (topics.length === 0) return;
  const writer = new WireWriter();
  const request = {
    topics: topics.map(({ name, partitions, config }) => ({
      name,
      numPartitions: partitions,
      replicationFactor: -1,
      assignments: [],
      configs: [...config].map(([key, value]) => ({ name: key, value })),
    })),
    timeoutMs: TIMEOUT_MS,
    validateOnly: false,
  };
  CreateTopicsRequestCodec.encode(writer, request, CREATE_TOPICS_VERSION);
  const envelope: Envelope = {
    apiKey: ApiKeys.CreateTopics,
    apiVersion: CREATE_TOPICS_VERSION,
    clientId: 'startOttla',
    principal: 'User:ANONYMOUS',
    clientAddress: '127.0.0.1',
    listenerName: 'PLAINTEXT',
    body: writer.finish(),
  };
  const { body } = await forward(envelope, { timeoutMs: TIMEOUT_MS });
  const answer = CreateTopicsResponseCodec.decode(new WireReader(body), CREATE_TOPICS_VERSION);
  const refused = answer.topics.filter(({ errorCode }) => errorCode !== ErrorCode.NONE);
  if (refused.length === 0) return;
  throw new Error(refused.map(({ name, errorCode, errorMessage }) => `startOttla: topic ${name} cannot be created: ${errorMessage ?? ''} (${errorName(errorCode)})`).join('\n'));
}
