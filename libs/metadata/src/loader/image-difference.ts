import { MetadataDelta } from '../image/delta.ts';
import type { BrokerImage, MetadataImage } from '../image/image.ts';
import type { PartitionImage } from '../image/partition.ts';

/** What publishers must hear when `after` takes the place of `before`: every difference, as one snapshot delta. */
export function imageDifference(before: MetadataImage, after: MetadataImage): MetadataDelta {
  const delta = new MetadataDelta();
  delta.isSnapshot = true;
  delta.producerIdsChanged = before.nextProducerId !== after.nextProducerId;
  delta.controllerChanged = before.controllerId !== after.controllerId;
  diffFeatures(before, after, delta);
  diffBrokers(before, after, delta);
  diffTopics(before, after, delta);
  diffConfigs(before, after, delta);
  return delta;
}

function diffFeatures(before: MetadataImage, after: MetadataImage, delta: MetadataDelta): void {
  for (const [name, level] of after.features) if (before.features.get(name) !== level) delta.featureChanged(name);
  for (const name of before.features.keys()) if (!after.features.has(name)) delta.featureChanged(name);
}

function diffBrokers(before: MetadataImage, after: MetadataImage, delta: MetadataDelta): void {
  for (const [id, broker] of after.brokers) {
    const known = before.brokers.get(id);
    if (known === undefined || !isSameBroker(known, broker)) delta.brokerChanged(id, known, broker);
  }
  for (const [id, broker] of before.brokers) if (!after.brokers.has(id)) delta.brokerChanged(id, broker, undefined);
}

/** A registration is named by its epoch; the rest can change while it lasts. */
function isSameBroker(a: BrokerImage, b: BrokerImage): boolean {
  return (
    a.epoch === b.epoch &&
    a.incarnationId === b.incarnationId &&
    a.fenced === b.fenced &&
    a.inControlledShutdown === b.inControlledShutdown &&
    isSameList(a.logDirs, b.logDirs) &&
    isSameList(a.cordonedLogDirs, b.cordonedLogDirs)
  );
}

function diffTopics(before: MetadataImage, after: MetadataImage, delta: MetadataDelta): void {
  for (const [id, topic] of before.topics.byId) if (!after.topics.byId.has(id)) delta.topicDeleted(topic);
  for (const [id, topic] of after.topics.byId) {
    const known = before.topics.getById(id);
    if (known === undefined) delta.topicCreated(topic);
    for (const [index, partition] of topic.partitions.entries()) {
      const old = known?.partitions[index];
      if (old === undefined || !isSamePartition(old, partition)) delta.partitionChanged(topic, index);
    }
  }
}

/** Any change of a partition counts up its epoch, so the rest need not be compared. */
function isSamePartition(a: PartitionImage, b: PartitionImage): boolean {
  return a.partitionEpoch === b.partitionEpoch && a.leaderEpoch === b.leaderEpoch && a.leader === b.leader;
}

function diffConfigs(before: MetadataImage, after: MetadataImage, delta: MetadataDelta): void {
  for (const [from, to] of [[before, after], [after, before]] as const) {
    for (const type of from.configs.types()) {
      for (const [name, configs] of from.configs.resources(type)) {
        const others = to.configs.get(type, name);
        for (const [key, value] of configs) if (others.get(key) !== value) delta.configChanged(type, name, key);
      }
    }
  }
}

function isSameList(a: readonly string[], b: readonly string[]): boolean {
  return a.length === b.length && a.every((item, index) => item === b[index]);
}
