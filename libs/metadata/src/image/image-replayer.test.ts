import { describe, expect, it } from '@jest/globals';
import type { MetadataRecordsTypes } from '@ottla/protocol';
import { imageDifference } from '../loader/image-difference.ts';
import { decodeMetadataRecord, metadataRecord, type MetadataRecord } from '../records/metadata-record.ts';
import { MetadataDelta } from './delta.ts';
import { imageRecords } from './image-records.ts';
import { ImageReplayer } from './image-replayer.ts';
import { ConfigResourceType, MetadataImage } from './image.ts';
import { DIRECTORY_MIGRATING, DIRECTORY_UNASSIGNED } from './partition.ts';

const topicA = 'AAAAAAAAAAAAAAAAAAAAfA';
const topicB = 'AAAAAAAAAAAAAAAAAAAAfQ';
const dir1 = 'AAAAAAAAAAAAAAAAAAAB1A';
const dir2 = 'AAAAAAAAAAAAAAAAAAAB2A';
const dir3 = 'AAAAAAAAAAAAAAAAAAAB3A';

type Input<K extends keyof MetadataRecordsTypes> = MetadataRecordsTypes[K]['input'];

class World {
  readonly image = new MetadataImage('cluster');
  readonly #replayer = new ImageReplayer(this.image);
  #offset = 0;

  get ignored(): number {
    return this.#replayer.ignored;
  }

  replay(...records: MetadataRecord[]): MetadataDelta {
    const delta = new MetadataDelta();
    for (const record of records) this.#replayer.replay(decodeMetadataRecord(record.bytes), this.#offset++, delta);
    this.#replayer.endOfBatch(this.#offset - 1, 3, 1234);
    return delta;
  }
}

const broker = (brokerId: number, brokerEpoch: number): MetadataRecord =>
  metadataRecord(0, {
    brokerId,
    brokerEpoch,
    incarnationId: topicA,
    endPoints: [{ name: 'PLAINTEXT', host: 'localhost', port: 9092, securityProtocol: 0 }],
    features: [{ name: 'metadata.version', minSupportedVersion: 7, maxSupportedVersion: 30 }],
    rack: brokerId === 2 ? 'r2' : null,
    logDirs: [dir1],
  });
const partition = (partitionId: number, more: Partial<Input<3>> = {}): MetadataRecord =>
  metadataRecord(3, {
    partitionId,
    topicId: topicA,
    replicas: [1, 2],
    isr: [1, 2],
    removingReplicas: [],
    addingReplicas: [],
    leader: 1,
    leaderEpoch: 0,
    partitionEpoch: 0,
    directories: [dir1, dir2],
    ...more,
  });
const topic = metadataRecord(2, { name: 'a', topicId: topicA });

describe('ImageReplayer on brokers', () => {
  it('registers, unfences, shuts down and removes a broker', () => {
    const world = new World();
    const { image } = world;
    const registered = world.replay(broker(1, 0));
    expect(image.brokers.get(1)).toMatchObject({ id: 1, epoch: 0, fenced: true, rack: null, logDirs: [dir1], cordonedLogDirs: [] });
    expect(registered.brokers.get(1)).toEqual({ before: undefined, after: image.brokers.get(1) });
    world.replay(metadataRecord(17, { brokerId: 1, brokerEpoch: 0, fenced: -1 }));
    expect(image.isAlive(1)).toBe(true);
    world.replay(metadataRecord(17, { brokerId: 1, brokerEpoch: 0, inControlledShutdown: 1 }));
    world.replay(metadataRecord(17, { brokerId: 1, brokerEpoch: 0, logDirs: [dir2] }), metadataRecord(17, { brokerId: 1, brokerEpoch: 0, cordonedLogDirs: [dir2] }));
    expect(image.brokers.get(1)).toMatchObject({ fenced: false, inControlledShutdown: true, logDirs: [dir2], cordonedLogDirs: [dir2] });
    world.replay(metadataRecord(7, { id: 1, epoch: 0 }));
    expect(image.isAlive(1)).toBe(false);
    world.replay(metadataRecord(8, { id: 1, epoch: 0 }));
    expect(image.isAlive(1)).toBe(true);
    const gone = world.replay(metadataRecord(1, { brokerId: 1, brokerEpoch: 0 }));
    expect(image.brokers.size).toBe(0);
    expect(gone.brokers.get(1)?.after).toBeUndefined();
  });

  it('refuses a change of another registration than the present one', () => {
    const world = new World();
    world.replay(broker(1, 5));
    expect(() => world.replay(metadataRecord(7, { id: 1, epoch: 4 }))).toThrow('has epoch 5, the record names 4');
    expect(() => world.replay(metadataRecord(17, { brokerId: 2, brokerEpoch: 5, fenced: 1 }))).toThrow('broker 2 is not registered');
  });
});

describe('ImageReplayer on topics', () => {
  it('creates, changes and removes', () => {
    const world = new World();
    const created = world.replay(topic, partition(0), partition(1));
    const { topics, configs } = world.image;
    expect(created.topics.get(topicA)).toMatchObject({ created: true, deleted: false, partitions: new Set([0, 1]) });
    expect([topics.partitionCount, topics.onBroker(2).get(topics.get('a') ?? never())]).toEqual([2, 2]);

    const changed = world.replay(metadataRecord(5, { partitionId: 1, topicId: topicA, isr: [2], leader: 2 }));
    expect(topics.partition('a', 1)).toMatchObject({ isr: [2], leader: 2, leaderEpoch: 1, partitionEpoch: 1, replicas: [1, 2] });
    expect(changed.topics.get(topicA)).toMatchObject({ created: false, partitions: new Set([1]) });
    world.replay(metadataRecord(5, { partitionId: 1, topicId: topicA, isr: [2, 1] }));
    expect(topics.partition('a', 1)).toMatchObject({ isr: [2, 1], leader: 2, leaderEpoch: 1, partitionEpoch: 2 });

    world.replay(metadataRecord(4, { resourceType: ConfigResourceType.TOPIC, resourceName: 'a', name: 'retention.ms', value: '1' }));
    const removed = world.replay(metadataRecord(9, { topicId: topicA }));
    expect(removed.topics.get(topicA)?.deleted).toBe(true);
    expect([...removed.configs]).toEqual([{ type: ConfigResourceType.TOPIC, name: 'a', keys: new Set(['retention.ms']) }]);
    expect([topics.partitionCount, topics.get('a'), configs.types(), topics.onBroker(1).size]).toEqual([0, undefined, [], 0]);
  });

  it('keeps folders of replicas that stay when a record leaves folders out', () => {
    const world = new World();
    world.replay(topic, partition(0), partition(1, { directories: [] }));
    world.replay(metadataRecord(5, { partitionId: 0, topicId: topicA, replicas: [3, 2], addingReplicas: [3], removingReplicas: [1] }));
    const changed = world.image.topics.partition('a', 0);
    expect(changed).toMatchObject({ replicas: [3, 2], directories: [DIRECTORY_UNASSIGNED, dir2], addingReplicas: [3], removingReplicas: [1] });
    expect(world.image.topics.partition('a', 1)?.directories).toEqual([DIRECTORY_MIGRATING, DIRECTORY_MIGRATING]);
    world.replay(metadataRecord(5, { partitionId: 0, topicId: topicA, directories: [dir3, dir2], addingReplicas: [], removingReplicas: [] }));
    expect(changed).toMatchObject({ directories: [dir3, dir2], addingReplicas: [], removingReplicas: [], partitionEpoch: 2 });
    expect(() => world.replay(metadataRecord(5, { partitionId: 0, topicId: topicA, directories: [dir3] }))).toThrow('2 replicas in 1 folders');
  });

  it('keeps eligible leaders until they are cleared', () => {
    const world = new World();
    world.replay(topic, partition(0, { eligibleLeaderReplicas: [2], lastKnownElr: [1], leaderRecoveryState: 1 }), partition(1));
    const first = world.image.topics.partition('a', 0);
    expect(first).toMatchObject({ elr: [2], lastKnownElr: [1], leaderRecoveryState: 1 });
    const cleared = world.replay(metadataRecord(28, { topicName: '' }));
    expect([...(cleared.topics.get(topicA)?.partitions ?? [])]).toEqual([0]);
    expect(first).toMatchObject({ elr: [], lastKnownElr: [], leaderRecoveryState: 1 });
    world.replay(metadataRecord(5, { partitionId: 0, topicId: topicA, eligibleLeaderReplicas: [2], leaderRecoveryState: 0 }), metadataRecord(28, { topicName: 'a' }));
    expect(first).toMatchObject({ elr: [], leaderRecoveryState: 0 });
  });

  it('refuses what does not fit', () => {
    const world = new World();
    world.replay(topic);
    expect(() => world.replay(topic)).toThrow('topic a exists');
    expect(() => world.replay(partition(1))).toThrow('leaves a gap');
    expect(() => world.replay(partition(0, { topicId: topicB }))).toThrow(`no topic has the id ${topicB}`);
    expect(() => world.replay(metadataRecord(5, { partitionId: 0, topicId: topicA, leader: 1 }))).toThrow('no partition 0');
    expect(() => world.replay(partition(0, { directories: [dir1] }))).toThrow('2 replicas in 1 folders');
  });
});

describe('ImageReplayer on the rest', () => {
  it('does not go on with what is written at a level that this build does not know, and says what to do', () => {
    const world = new World();
    expect(() => world.replay(metadataRecord(12, { name: 'metadata.version', featureLevel: 31 }))).toThrow('the cluster finalized metadata.version at version 31, and this process supports versions 7 to 30: run the version of Ottla that the other nodes run, or lower the feature there with kafka-features.sh first');
    expect(() => world.replay(metadataRecord(12, { name: 'group.version', featureLevel: 2 }))).toThrow('group.version at version 2');
    world.replay(metadataRecord(12, { name: 'of.no.interest', featureLevel: 9 }), metadataRecord(12, { name: 'group.version', featureLevel: 0 }));
    expect([...world.image.features]).toEqual([['of.no.interest', 9]]);
  });

  it('keeps features, configs, producer ids and controllers', () => {
    const world = new World();
    const delta = world.replay(
      metadataRecord(12, { name: 'metadata.version', featureLevel: 30 }),
      metadataRecord(12, { name: 'group.version', featureLevel: 1 }),
      metadataRecord(15, { brokerId: 1, brokerEpoch: 0, nextProducerId: 2000 }),
      metadataRecord(27, { controllerId: 1, incarnationId: topicB, zkMigrationReady: false, endPoints: [], features: [] }),
      metadataRecord(20, {}),
    );
    const { image } = world;
    expect([image.metadataVersion, image.nextProducerId, image.controllers.get(1)?.incarnationId]).toEqual([30, 2000, topicB]);
    expect([image.offset, image.epoch, image.timestamp]).toEqual([4, 3, 1234]);
    expect([delta.features, delta.producerIdsChanged]).toEqual([new Set(['metadata.version', 'group.version']), true]);
    world.replay(metadataRecord(12, { name: 'group.version', featureLevel: 0 }));
    expect([...image.features.keys()]).toEqual(['metadata.version']);
  });

  it('counts records that the image has no place for', () => {
    const world = new World();
    world.replay(metadataRecord(14, { entity: [], key: 'k', value: 1, remove: false }), metadataRecord(19, { id: topicA }));
    expect([world.ignored, world.image.offset]).toEqual([2, 1]);
  });
});

describe('imageRecords', () => {
  it('makes the same image again', () => {
    const world = new World();
    world.replay(
      metadataRecord(12, { name: 'a.version', featureLevel: 1 }),
      metadataRecord(12, { name: 'metadata.version', featureLevel: 30 }),
      broker(1, 1),
      broker(2, 2),
      metadataRecord(17, { brokerId: 1, brokerEpoch: 1, fenced: -1 }),
      metadataRecord(17, { brokerId: 2, brokerEpoch: 2, cordonedLogDirs: [dir1] }),
      metadataRecord(27, { controllerId: 1, incarnationId: topicB, zkMigrationReady: false, endPoints: [], features: [{ name: 'f', minSupportedVersion: 0, maxSupportedVersion: 1 }] }),
      topic,
      partition(0, { eligibleLeaderReplicas: [2], leaderRecoveryState: 1 }),
      partition(1, { addingReplicas: [2], removingReplicas: [1], lastKnownElr: [1] }),
      metadataRecord(2, { name: 'empty', topicId: topicB }),
      metadataRecord(4, { resourceType: 2, resourceName: 'a', name: 'retention.ms', value: '7' }),
      metadataRecord(4, { resourceType: 4, resourceName: '', name: 'log.retention.ms', value: '' }),
      metadataRecord(15, { brokerId: 1, brokerEpoch: 1, nextProducerId: 3000 }),
    );
    const records = [...imageRecords(world.image)];
    expect(records[0]?.value).toMatchObject({ name: 'metadata.version' });
    expect(records.map(({ type }) => type)).toEqual([12, 12, 0, 0, 27, 2, 3, 3, 2, 4, 4, 15]);
    const again = new World();
    again.replay(...records);
    const difference = imageDifference(world.image, again.image);
    difference.isSnapshot = false;
    expect(difference.isEmpty).toBe(true);
    const bytesOf = (from: MetadataImage): string[] => Array.from(imageRecords(from), ({ bytes }) => Buffer.from(bytes).toString('base64'));
    expect(bytesOf(again.image)).toEqual(bytesOf(world.image));
  });
});

function never(): never {
  throw new Error('it is missing');
}
