import { partitionFor } from '@ottla/coordinator';
import { ErrorCode, OFFSETS_TOPIC, TRANSACTION_STATE_TOPIC } from '@ottla/model';
import type { MetadataImage } from '@ottla/metadata';
import type { ApiKeys, FindCoordinatorResponseInput } from '@ottla/protocol';
import type { AutoTopicCreator } from '../rpc/auto-topic-creator.ts';
import { brokerNode } from './cluster-view.ts';
import type { ApiRequest, Handler } from './handler.ts';

/** The topic that keeps the keys of a CoordinatorType: 0 is a group, 1 a transactional id. Share groups (2) are none yet. */
const topicOfType: ReadonlyMap<number, string> = new Map([[0, OFFSETS_TOPIC], [1, TRANSACTION_STATE_TOPIC]]);
const MANY_KEYS_FROM = 4;

interface Coordinator {
  readonly nodeId: number;
  readonly host: string;
  readonly port: number;
  readonly errorCode: ErrorCode;
  readonly errorMessage: string | null;
}

export interface FindCoordinatorOptions {
  readonly image: () => MetadataImage;
  readonly autoTopics: AutoTopicCreator;
}

/**
 * FindCoordinator: the leader of the key's partition of `__consumer_offsets` or `__transaction_state`. The first question creates the topic, and
 * waits for it: Kafka answers COORDINATOR_NOT_AVAILABLE at once, which many clients report as an error.
 */
export function findCoordinatorHandler(options: FindCoordinatorOptions): Handler<typeof ApiKeys.FindCoordinator> {
  return (call) => {
    const topic = topicOfType.get(call.request.keyType);
    if (topic !== undefined && options.image().topics.get(topic) === undefined) void options.autoTopics.createInternalTopic(topic, call.client).then(() => answer(options, call));
    else answer(options, call);
  };
}

function answer(options: FindCoordinatorOptions, call: ApiRequest<typeof ApiKeys.FindCoordinator>): void {
  const { request, version } = call;
  if (version < MANY_KEYS_FROM) {
    const found = find(options, call, request.key);
    call.respond({ throttleTimeMs: 0, ...found, coordinators: [] });
    return;
  }
  const coordinators: FindCoordinatorResponseInput['coordinators'] = request.coordinatorKeys.map((key) => ({ key, ...find(options, call, key) }));
  call.respond({ throttleTimeMs: 0, errorCode: ErrorCode.NONE, errorMessage: null, nodeId: -1, host: '', port: -1, coordinators });
}

function find({ image }: FindCoordinatorOptions, call: ApiRequest<typeof ApiKeys.FindCoordinator>, key: string): Coordinator {
  const { keyType } = call.request;
  const topicName = topicOfType.get(keyType);
  if (topicName === undefined) return refused(ErrorCode.INVALID_REQUEST, `there is no coordinator of type ${keyType}`);
  const metadata = image();
  const topic = metadata.topics.get(topicName);
  if (topic === undefined) return refused(ErrorCode.COORDINATOR_NOT_AVAILABLE, null);
  const partition = topic.partitions[partitionFor(key, topic.partitions.length)];
  const broker = partition === undefined || !metadata.isAlive(partition.leader) ? undefined : metadata.brokers.get(partition.leader);
  const node = broker === undefined ? undefined : brokerNode(broker, call.client.connection.listenerName);
  if (node === undefined) return refused(ErrorCode.COORDINATOR_NOT_AVAILABLE, null);
  return { nodeId: node.nodeId, host: node.host, port: node.port, errorCode: ErrorCode.NONE, errorMessage: call.version < MANY_KEYS_FROM ? 'NONE' : '' };
}

function refused(errorCode: ErrorCode, errorMessage: string | null): Coordinator {
  return { nodeId: -1, host: '', port: -1, errorCode, errorMessage };
}
