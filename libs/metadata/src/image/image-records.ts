import { metadataRecord, type MetadataRecord } from '../records/metadata-record.ts';
import { METADATA_VERSION_FEATURE, type BrokerImage, type ControllerImage, type MetadataImage } from './image.ts';
import type { PartitionImage } from './partition.ts';
import type { TopicImage } from './topics.ts';

/** The records that make this image out of an empty one: what a snapshot holds, in Kafka's order (features first). */
export function* imageRecords(image: MetadataImage): Generator<MetadataRecord> {
  yield* leadingRecords(image);
  for (const topic of image.topics.byName.values()) yield* topicRecords(topic);
  yield* trailingRecords(image);
}

/** What a snapshot holds before its topics: metadata.version first, since it says how to read the rest. */
export function* leadingRecords(image: MetadataImage): Generator<MetadataRecord> {
  const names = [...image.features.keys()].filter((name) => name !== METADATA_VERSION_FEATURE).sort();
  for (const name of [METADATA_VERSION_FEATURE, ...names]) {
    const featureLevel = image.features.get(name);
    if (featureLevel !== undefined) yield metadataRecord(12, { name, featureLevel });
  }
  for (const broker of image.brokers.values()) yield brokerRecord(broker);
  for (const controller of image.controllers.values()) yield controllerRecord(controller);
}

export function* topicRecords(topic: TopicImage): Generator<MetadataRecord> {
  yield metadataRecord(2, { name: topic.name, topicId: topic.id });
  for (const [index, partition] of topic.partitions.entries()) yield partitionRecord(topic, index, partition);
}

/** What a snapshot holds behind its topics. */
export function* trailingRecords(image: MetadataImage): Generator<MetadataRecord> {
  for (const resourceType of image.configs.types()) {
    for (const [resourceName, configs] of image.configs.resources(resourceType)) {
      for (const [name, value] of configs) yield metadataRecord(4, { resourceType, resourceName, name, value });
    }
  }
  if (image.nextProducerId > 0) yield metadataRecord(15, { brokerId: -1, brokerEpoch: -1, nextProducerId: image.nextProducerId });
}

function brokerRecord(broker: BrokerImage): MetadataRecord {
  return metadataRecord(0, {
    brokerId: broker.id,
    incarnationId: broker.incarnationId,
    brokerEpoch: broker.epoch,
    endPoints: broker.endpoints,
    features: broker.features.map((feature) => ({
      name: feature.name,
      minSupportedVersion: feature.minVersion,
      maxSupportedVersion: feature.maxVersion,
    })),
    rack: broker.rack,
    fenced: broker.fenced,
    inControlledShutdown: broker.inControlledShutdown,
    logDirs: broker.logDirs,
    cordonedLogDirs: broker.cordonedLogDirs.length > 0 ? broker.cordonedLogDirs : null,
    planeEndpoint: broker.planeEndpoint,
  });
}

function controllerRecord(controller: ControllerImage): MetadataRecord {
  return metadataRecord(27, {
    controllerId: controller.id,
    incarnationId: controller.incarnationId,
    zkMigrationReady: false,
    endPoints: controller.endpoints,
    features: controller.features.map((feature) => ({
      name: feature.name,
      minSupportedVersion: feature.minVersion,
      maxSupportedVersion: feature.maxVersion,
    })),
  });
}

function partitionRecord(topic: TopicImage, partitionId: number, partition: PartitionImage): MetadataRecord {
  return metadataRecord(3, {
    partitionId,
    topicId: topic.id,
    replicas: partition.replicas,
    isr: partition.isr,
    removingReplicas: partition.removingReplicas,
    addingReplicas: partition.addingReplicas,
    leader: partition.leader,
    leaderRecoveryState: partition.leaderRecoveryState,
    leaderEpoch: partition.leaderEpoch,
    partitionEpoch: partition.partitionEpoch,
    directories: partition.directories,
    eligibleLeaderReplicas: partition.elr.length > 0 ? partition.elr : null,
    lastKnownElr: partition.lastKnownElr.length > 0 ? partition.lastKnownElr : null,
  });
}
