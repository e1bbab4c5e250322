import { ErrorCode, isInternalTopic, ZERO_UUID, type BrokerId } from '@ottla/model';
import type { MetadataImage, PartitionImage, TopicImage } from '@ottla/metadata';
import type { ApiKeys, MetadataRequest, MetadataResponseInput } from '@ottla/protocol';
import type { AutoTopicCreator } from '../rpc/auto-topic-creator.ts';
import type { DepartedBrokers } from '../departed-brokers.ts';
import { advertisedController, CLUSTER_OPERATIONS, NO_OPERATIONS, offlineReplicas, TOPIC_OPERATIONS, visibleBrokers } from './cluster-view.ts';
import type { ApiRequest, Handler } from './handler.ts';

const TOPIC_IDS_FROM = 10;
/** First version that takes an id in the place of a name; the field is there from 10 on. */
const NULL_NAMES_FROM = 12;
/** Versions before KIP-526's null array took an empty list of topics to mean all. */
const EMPTY_MEANS_ALL_BELOW = 1;

type TopicResponse = MetadataResponseInput['topics'][number];

export interface MetadataOptions {
  readonly brokerId: BrokerId;
  readonly image: () => MetadataImage;
  readonly autoTopics: AutoTopicCreator;
  readonly departed: Pick<DepartedBrokers, 'has'>;
}

/** Metadata: the image as clients on this listener see it. Unknown topics may be created; the client asks again. */
export function metadataHandler(options: MetadataOptions): Handler<typeof ApiKeys.Metadata> {
  return (call) => {
    const { request, version } = call;
    if (version < NULL_NAMES_FROM && request.topics?.some(({ name, topicId }) => name === null || topicId !== ZERO_UUID) === true) {
      call.respond(refused(request));
      return;
    }
    const image = options.image();
    const wantsAll = request.topics === null || (version < EMPTY_MEANS_ALL_BELOW && request.topics.length === 0);
    const topics = wantsAll ? [...image.topics.byName.values()].map((topic) => topicResponse(image, topic, request)) : namedTopics(options, call, image);
    call.respond({
      throttleTimeMs: 0,
      brokers: visibleBrokers(image, call.client.connection.listenerName, options.departed),
      clusterId: image.clusterId,
      controllerId: advertisedController(image, options.brokerId),
      topics,
      clusterAuthorizedOperations: request.includeClusterAuthorizedOperations ? CLUSTER_OPERATIONS : NO_OPERATIONS,
      errorCode: ErrorCode.NONE,
    });
  };
}

function refused({ topics }: MetadataRequest): MetadataResponseInput {
  const refusals = (topics ?? []).map(({ name, topicId }) => ({ ...unknownTopic(ErrorCode.INVALID_REQUEST, name ?? '', topicId), isInternal: false }));
  return { throttleTimeMs: 0, brokers: [], clusterId: null, controllerId: -1, topics: refusals, clusterAuthorizedOperations: NO_OPERATIONS, errorCode: ErrorCode.NONE };
}

function namedTopics(options: MetadataOptions, call: ApiRequest<typeof ApiKeys.Metadata>, image: MetadataImage): TopicResponse[] {
  const { request, version } = call;
  const responses: TopicResponse[] = [];
  const missing: string[] = [];
  const seen = new Set<string>();
  const wanted = request.topics ?? [];
  // As Kafka: where one topic is named by its id, those that are not are left out.
  const usesId = version >= TOPIC_IDS_FROM && wanted.some(({ topicId }) => topicId !== ZERO_UUID);
  for (const { name, topicId } of wanted) {
    if (usesId && topicId === ZERO_UUID) continue;
    const key = usesId ? topicId : (name ?? '');
    if (seen.has(key)) continue;
    seen.add(key);
    const topic = usesId ? image.topics.getById(topicId) : image.topics.get(name ?? '');
    if (topic !== undefined) {
      responses.push(topicResponse(image, topic, request));
    } else if (usesId) {
      responses.push(unknownTopic(ErrorCode.UNKNOWN_TOPIC_ID, version >= 12 ? null : '', topicId));
    } else {
      missing.push(name ?? '');
    }
  }
  const created = options.autoTopics.request(missing, request.allowAutoTopicCreation, call.client);
  for (const name of missing) responses.push(unknownTopic(created.get(name) ?? ErrorCode.UNKNOWN_TOPIC_OR_PARTITION, name, ZERO_UUID));
  return responses;
}

function unknownTopic(errorCode: ErrorCode, name: string | null, topicId: string): TopicResponse {
  return { errorCode, name, topicId, isInternal: name !== null && isInternalTopic(name), partitions: [], topicAuthorizedOperations: NO_OPERATIONS };
}

function topicResponse(image: MetadataImage, topic: TopicImage, request: MetadataRequest): TopicResponse {
  return {
    errorCode: ErrorCode.NONE,
    name: topic.name,
    topicId: topic.id,
    isInternal: isInternalTopic(topic.name),
    partitions: topic.partitions.map((partition, index) => partitionResponse(image, partition, index)),
    topicAuthorizedOperations: request.includeTopicAuthorizedOperations ? TOPIC_OPERATIONS : NO_OPERATIONS,
  };
}

function partitionResponse(image: MetadataImage, partition: PartitionImage, index: number): TopicResponse['partitions'][number] {
  const hasLeader = partition.hasLeader && image.isAlive(partition.leader);
  return {
    errorCode: hasLeader ? ErrorCode.NONE : ErrorCode.LEADER_NOT_AVAILABLE,
    partitionIndex: index,
    leaderId: hasLeader ? partition.leader : -1,
    leaderEpoch: partition.leaderEpoch,
    replicaNodes: partition.replicas,
    isrNodes: partition.isr,
    offlineReplicas: offlineReplicas(image, partition),
  };
}
