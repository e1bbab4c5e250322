import type { BrokerEpoch, BrokerId, LeaderEpoch, Offset, PartitionIndex, ProducerId, TimestampMs, Uuid } from '@ottla/model';
import type { MetadataRecordsTypes } from '@ottla/protocol';
import type { MetadataRecord } from '../records/metadata-record.ts';
import { reasonNotReadable } from '../features.ts';
import type { MetadataDelta } from './delta.ts';
import { ConfigResourceType, type BrokerImage, type MetadataImage } from './image.ts';
import {
  DIRECTORY_MIGRATING,
  DIRECTORY_UNASSIGNED,
  internBrokers,
  internDirectories,
  internExtras,
  PartitionImage,
  type LeaderRecoveryState,
} from './partition.ts';
import { TopicImage } from './topics.ts';
import type { UndoLog } from './undo-log.ts';

type ValueOf<K extends keyof MetadataRecordsTypes> = MetadataRecordsTypes[K]['value'];

/** PartitionChangeRecord.leader: the leader and its epoch stay. */
const NO_LEADER_CHANGE = -2;
/** PartitionChangeRecord.leaderRecoveryState: it stays. */
const NO_RECOVERY_CHANGE = -1;
/** BrokerRegistrationChangeRecord.fenced. */
const FENCE = 1;
const UNFENCE = -1;

/**
 * The one place that changes an image: the same code for a live record of the active controller and for a committed
 * one anywhere. Throws Error (a defect or a corrupt log) when a record does not fit the image; records that this
 * version does not act on (ACLs, quotas, SCRAM …) are kept out of the image, and counted in `ignored`.
 */
export class ImageReplayer {
  readonly #image: MetadataImage;
  readonly #undo: UndoLog | undefined;
  #ignored = 0;

  /** With `undo` every change is noted there, so that it can be taken back. */
  constructor(image: MetadataImage, undo?: UndoLog) {
    this.#image = image;
    this.#undo = undo;
  }

  /** Records replayed so far that the image has no place for. */
  get ignored(): number {
    return this.#ignored;
  }

  /** Notes what changed in `delta`. */
  replay(record: MetadataRecord, offset: Offset, delta: MetadataDelta): void {
    switch (record.type) {
      case 0:
        return this.#registerBroker(record.value, delta);
      case 1:
        return this.#putBroker(this.#brokerOf(record.value.brokerId, record.value.brokerEpoch, offset), undefined, delta);
      case 2:
        return this.#topic(record.value, offset, delta);
      case 3:
        return this.#partition(record.value, offset, delta);
      case 4:
        return this.#config(record.value, delta);
      case 5:
        return this.#partitionChange(record.value, offset, delta);
      case 7:
        return this.#fence(record.value.id, record.value.epoch, true, offset, delta);
      case 8:
        return this.#fence(record.value.id, record.value.epoch, false, offset, delta);
      case 9:
        return this.#removeTopic(record.value.topicId, offset, delta);
      case 12:
        return this.#featureLevel(record.value, delta);
      case 15:
        return this.#producerIds(record.value.nextProducerId, delta);
      case 17:
        return this.#brokerRegistrationChange(record.value, offset, delta);
      case 20:
      case 23:
      case 24:
      case 25:
        // Nothing to change. Bounds of metadata transactions are the reader's: it does not replay what was aborted.
        return;
      case 27:
        return this.#registerController(record.value);
      case 28:
        return this.#clearElr(record.value.topicName, offset, delta);
      case 10:
      case 11:
      case 14:
      case 18:
      case 19:
      case 21:
      case 22:
      case 26:
        this.#ignored++;
        return;
    }
  }

  /** After the last record of a batch: moves offset, epoch and timestamp of the image. */
  endOfBatch(lastOffset: Offset, epoch: LeaderEpoch, timestamp: TimestampMs): void {
    const image = this.#image;
    const before = { offset: image.offset, epoch: image.epoch, timestamp: image.timestamp };
    this.#undo?.note(() => void Object.assign(image, before));
    this.#undo?.endOfBatch(lastOffset);
    image.offset = lastOffset;
    image.epoch = epoch;
    image.timestamp = timestamp;
  }

  #producerIds(nextProducerId: ProducerId, delta: MetadataDelta): void {
    const image = this.#image;
    const before = image.nextProducerId;
    this.#undo?.note(() => (image.nextProducerId = before));
    image.nextProducerId = nextProducerId;
    delta.producerIdsChanged = true;
  }

  /** `map.set`, or `map.delete` with undefined. */
  #put<K, V>(map: Map<K, V>, key: K, value: V | undefined): void {
    const before = map.get(key);
    this.#undo?.note(() => put(map, key, before));
    put(map, key, value);
  }

  #putPartition(topic: TopicImage, index: PartitionIndex, state: PartitionImage): void {
    const { topics } = this.#image;
    if (this.#undo !== undefined) {
      const before = topic.partitions[index]?.clone();
      this.#undo.note(() => topics.setPartition(topic, index, before));
    }
    topics.setPartition(topic, index, state);
  }

  #registerBroker(value: ValueOf<0>, delta: MetadataDelta): void {
    const after: BrokerImage = {
      id: value.brokerId,
      epoch: value.brokerEpoch,
      incarnationId: value.incarnationId,
      endpoints: value.endPoints.map(({ name, host, port, securityProtocol }) => ({ name, host, port, securityProtocol })),
      features: value.features.map(featureOf),
      rack: value.rack,
      fenced: value.fenced,
      inControlledShutdown: value.inControlledShutdown,
      logDirs: value.logDirs,
      cordonedLogDirs: value.cordonedLogDirs ?? [],
      planeEndpoint: value.planeEndpoint,
    };
    const before = this.#image.brokers.get(after.id);
    this.#put(this.#image.brokers, after.id, after);
    delta.brokerChanged(after.id, before, after);
  }

  /** The registration that a record speaks of; its epoch must be the present one. */
  #brokerOf(id: BrokerId, epoch: BrokerEpoch, offset: Offset): BrokerImage {
    const broker = this.#image.brokers.get(id);
    if (broker === undefined) throw misfit(offset, `broker ${id} is not registered`);
    if (broker.epoch !== epoch) throw misfit(offset, `broker ${id} has epoch ${broker.epoch}, the record names ${epoch}`);
    return broker;
  }

  #putBroker(before: BrokerImage, after: BrokerImage | undefined, delta: MetadataDelta): void {
    this.#put(this.#image.brokers, before.id, after);
    delta.brokerChanged(before.id, before, after);
  }

  #fence(id: BrokerId, epoch: BrokerEpoch, fenced: boolean, offset: Offset, delta: MetadataDelta): void {
    const before = this.#brokerOf(id, epoch, offset);
    this.#putBroker(before, { ...before, fenced }, delta);
  }

  #brokerRegistrationChange(value: ValueOf<17>, offset: Offset, delta: MetadataDelta): void {
    const before = this.#brokerOf(value.brokerId, value.brokerEpoch, offset);
    const after: BrokerImage = {
      ...before,
      fenced: value.fenced === FENCE || (value.fenced !== UNFENCE && before.fenced),
      inControlledShutdown: value.inControlledShutdown === 1 || before.inControlledShutdown,
      logDirs: value.logDirs.length > 0 ? value.logDirs : before.logDirs,
      cordonedLogDirs: value.cordonedLogDirs ?? before.cordonedLogDirs,
    };
    this.#putBroker(before, after, delta);
  }

  #registerController(value: ValueOf<27>): void {
    this.#put(this.#image.controllers, value.controllerId, {
      id: value.controllerId,
      incarnationId: value.incarnationId,
      endpoints: value.endPoints.map(({ name, host, port, securityProtocol }) => ({ name, host, port, securityProtocol })),
      features: value.features.map(featureOf),
    });
  }

  #featureLevel(value: ValueOf<12>, delta: MetadataDelta): void {
    const reason = reasonNotReadable(value.name, value.featureLevel);
    if (reason !== undefined) throw new Error(reason);
    this.#put(this.#image.features, value.name, value.featureLevel === 0 ? undefined : value.featureLevel);
    delta.featureChanged(value.name);
  }

  #config(value: ValueOf<4>, delta: MetadataDelta): void {
    this.#putConfig(value.resourceType, value.resourceName, value.name, value.value ?? undefined, delta);
  }

  #putConfig(type: number, name: string, key: string, value: string | undefined, delta: MetadataDelta): void {
    const { configs } = this.#image;
    const before = configs.set(type, name, key, value);
    this.#undo?.note(() => void configs.set(type, name, key, before));
    delta.configChanged(type, name, key);
  }

  #topic(value: ValueOf<2>, offset: Offset, delta: MetadataDelta): void {
    const present = this.#image.topics.get(value.name);
    if (present !== undefined) throw misfit(offset, `topic ${value.name} exists, with id ${present.id}`);
    const topic = new TopicImage(value.name, value.topicId);
    const { topics } = this.#image;
    topics.addTopic(topic);
    this.#undo?.note(() => topics.removeTopic(topic));
    delta.topicCreated(topic);
  }

  #topicOf(id: Uuid, offset: Offset): TopicImage {
    const topic = this.#image.topics.getById(id);
    if (topic === undefined) throw misfit(offset, `no topic has the id ${id}`);
    return topic;
  }

  #removeTopic(id: Uuid, offset: Offset, delta: MetadataDelta): void {
    const topic = this.#topicOf(id, offset);
    // Configs of a topic go with it, without records of their own.
    for (const key of this.#image.configs.get(ConfigResourceType.TOPIC, topic.name).keys()) {
      this.#putConfig(ConfigResourceType.TOPIC, topic.name, key, undefined, delta);
    }
    const { topics } = this.#image;
    topics.removeTopic(topic);
    this.#undo?.note(() => topics.addTopic(topic));
    delta.topicDeleted(topic);
  }

  #partition(value: ValueOf<3>, offset: Offset, delta: MetadataDelta): void {
    const topic = this.#topicOf(value.topicId, offset);
    if (value.partitionId < 0 || value.partitionId > topic.partitions.length) {
      throw misfit(offset, `partition ${value.partitionId} of ${topic.name} leaves a gap behind ${topic.partitions.length} partitions`);
    }
    const directories = value.directories.length > 0 ? value.directories : value.replicas.map(() => DIRECTORY_MIGRATING);
    if (directories.length !== value.replicas.length) {
      throw misfit(offset, `partition ${value.partitionId} of ${topic.name} has ${value.replicas.length} replicas in ${directories.length} folders`);
    }
    const state = new PartitionImage(
      internBrokers(value.replicas),
      internDirectories(directories),
      internBrokers(value.isr),
      value.leader,
      value.leaderEpoch,
      value.partitionEpoch,
      internExtras({
        addingReplicas: internBrokers(value.addingReplicas),
        removingReplicas: internBrokers(value.removingReplicas),
        elr: internBrokers(value.eligibleLeaderReplicas ?? []),
        lastKnownElr: internBrokers(value.lastKnownElr ?? []),
        leaderRecoveryState: value.leaderRecoveryState as LeaderRecoveryState,
      }),
    );
    this.#putPartition(topic, value.partitionId, state);
    delta.partitionChanged(topic, value.partitionId);
  }

  #partitionChange(value: ValueOf<5>, offset: Offset, delta: MetadataDelta): void {
    const topic = this.#topicOf(value.topicId, offset);
    const present = topic.partitions[value.partitionId];
    if (present === undefined) throw misfit(offset, `topic ${topic.name} has no partition ${value.partitionId}`);
    const state = mergePartitionChange(present, value);
    if (state.directories.length !== state.replicas.length) {
      throw misfit(offset, `partition ${value.partitionId} of ${topic.name} gets ${state.replicas.length} replicas in ${state.directories.length} folders`);
    }
    this.#putPartition(topic, value.partitionId, state);
    delta.partitionChanged(topic, value.partitionId);
  }

  /** ClearElrRecord: of one topic, or of all when it names none. */
  #clearElr(topicName: string, offset: Offset, delta: MetadataDelta): void {
    if (topicName === '') {
      for (const topic of this.#image.topics.byName.values()) this.#clearElrOf(topic, delta);
      return;
    }
    const topic = this.#image.topics.get(topicName);
    if (topic === undefined) throw misfit(offset, `topic ${topicName} does not exist`);
    this.#clearElrOf(topic, delta);
  }

  #clearElrOf(topic: TopicImage, delta: MetadataDelta): void {
    topic.partitions.forEach((partition, index) => {
      if (partition.elr.length === 0 && partition.lastKnownElr.length === 0) return;
      const state = partition.clone();
      state.extras = internExtras({ ...partition.extras, elr: [], lastKnownElr: [] });
      this.#putPartition(topic, index, state);
      delta.partitionChanged(topic, index);
    });
  }
}

function put<K, V>(map: Map<K, V>, key: K, value: V | undefined): void {
  if (value === undefined) map.delete(key);
  else map.set(key, value);
}

/** The partition after `change`: what the record leaves out stays, and each change counts in the partition epoch. */
function mergePartitionChange(present: PartitionImage, change: ValueOf<5>): PartitionImage {
  const state = present.clone();
  if (change.replicas !== null) {
    state.replicas = internBrokers(change.replicas);
    // Without folders of its own the record keeps those of the replicas that stay.
    state.directories = internDirectories(
      change.replicas.map((broker) => (present.replicas.includes(broker) ? present.directoryOf(broker) : DIRECTORY_UNASSIGNED)),
    );
  }
  if (change.directories !== null) state.directories = internDirectories(change.directories);
  if (change.isr !== null) state.isr = internBrokers(change.isr);
  if (change.leader !== NO_LEADER_CHANGE) {
    state.leader = change.leader;
    state.leaderEpoch = present.leaderEpoch + 1;
  }
  state.partitionEpoch = present.partitionEpoch + 1;
  const recovery = change.leaderRecoveryState;
  state.extras = internExtras({
    addingReplicas: internBrokers(change.addingReplicas ?? present.addingReplicas),
    removingReplicas: internBrokers(change.removingReplicas ?? present.removingReplicas),
    elr: internBrokers(change.eligibleLeaderReplicas ?? present.elr),
    lastKnownElr: internBrokers(change.lastKnownElr ?? present.lastKnownElr),
    leaderRecoveryState: recovery === NO_RECOVERY_CHANGE ? present.leaderRecoveryState : (recovery as LeaderRecoveryState),
  });
  return state;
}

function featureOf(feature: { name: string; minSupportedVersion: number; maxSupportedVersion: number }): BrokerImage['features'][number] {
  return { name: feature.name, minVersion: feature.minSupportedVersion, maxVersion: feature.maxSupportedVersion };
}

function misfit(offset: Offset, what: string): Error {
  return new Error(`the metadata record at offset ${offset} does not fit: ${what}`);
}
