import { describe, expect, it } from '@jest/globals';
import { seededRandom } from '@ottla/testing';
import { decodeMetadataRecord, metadataRecord, type MetadataRecord } from '../records/metadata-record.ts';
import { ImageSnapshot } from '../snapshot/image-snapshot.ts';
import { MetadataDelta } from './delta.ts';
import { imageRecords } from './image-records.ts';
import { ImageReplayer } from './image-replayer.ts';
import { ConfigResourceType, MetadataImage } from './image.ts';
import { UndoLog } from './undo-log.ts';

const uuidOf = (number: number): string => `${'A'.repeat(16)}${String(number).padStart(5, '0')}A`;

/** Everything that an image says, in one order whatever it was made in. */
function told(image: MetadataImage): unknown {
  const records = Array.from(imageRecords(image), ({ bytes }) => Buffer.from(bytes).toString('hex')).sort();
  const onBrokers = [1, 2, 3, 4, 5].map((id) => [id, [...image.topics.onBroker(id)].map(([{ name }, count]) => `${name}:${count}`).sort()]);
  return { records, onBrokers, place: [image.offset, image.epoch, image.timestamp], partitions: image.topics.partitionCount };
}

/** Records that fit the image, by chance; every kind that changes it. */
class Chance {
  readonly #random: ReturnType<typeof seededRandom>;
  #number = 0;

  constructor(seed: number) {
    this.#random = seededRandom(seed);
  }

  below(bound: number): number {
    return this.#random.below(bound);
  }

  record(image: MetadataImage): MetadataRecord {
    const topics = [...image.topics.byName.values()];
    const topic = topics[this.below(Math.max(1, topics.length))];
    const brokers = [...image.brokers.values()];
    const broker = brokers[this.below(Math.max(1, brokers.length))];
    const number = this.#number++;
    const replicas = [1 + this.below(5)];
    switch (this.below(12)) {
      case 0:
        return metadataRecord(0, { brokerId: 1 + this.below(5), brokerEpoch: number, incarnationId: uuidOf(number), endPoints: [], features: [], rack: null, planeEndpoint: number % 2 === 0 ? null : `h:${number}` });
      case 1:
        if (broker !== undefined) return metadataRecord(1, { brokerId: broker.id, brokerEpoch: broker.epoch });
        break;
      case 2:
        if (broker !== undefined) return metadataRecord(17, { brokerId: broker.id, brokerEpoch: broker.epoch, fenced: broker.fenced ? -1 : 1 });
        break;
      case 3:
        return metadataRecord(4, { resourceType: ConfigResourceType.TOPIC, resourceName: topic?.name ?? 'none', name: `key${this.below(2)}`, value: this.below(3) === 0 ? null : String(number) });
      case 4:
        return metadataRecord(12, { name: `feature${this.below(2)}`, featureLevel: this.below(3) });
      case 5:
        return metadataRecord(15, { brokerId: 1, brokerEpoch: 1, nextProducerId: number * 1000 });
      case 6:
        return metadataRecord(27, { controllerId: 100 + this.below(2), incarnationId: uuidOf(number), zkMigrationReady: false, endPoints: [], features: [] });
      case 7:
        if (topic !== undefined) return metadataRecord(9, { topicId: topic.id });
        break;
      case 8:
        if (topic !== undefined) return metadataRecord(3, { topicId: topic.id, partitionId: topic.partitions.length, replicas, isr: replicas, leader: replicas[0] ?? -1, leaderEpoch: 0, partitionEpoch: 0, directories: [uuidOf(number)], removingReplicas: [], addingReplicas: [], eligibleLeaderReplicas: [replicas[0] ?? -1] });
        break;
      case 9:
        if (topic !== undefined && topic.partitions.length > 0) return metadataRecord(5, { topicId: topic.id, partitionId: this.below(topic.partitions.length), replicas, isr: replicas, leader: replicas[0] ?? -1 });
        break;
      case 10:
        return metadataRecord(28, { topicName: this.below(2) === 0 ? '' : (topic?.name ?? '') });
    }
    const name = `topic${this.below(6)}`;
    return image.topics.get(name) === undefined ? metadataRecord(2, { name, topicId: uuidOf(number) }) : metadataRecord(20, {});
  }
}

describe('UndoLog', () => {
  it('takes back what is not committed, whatever was replayed: 300 histories', () => {
    let undone = 0;
    for (let seed = 0; seed < 300; seed++) {
      const chance = new Chance(seed);
      const image = new MetadataImage('c');
      const undo = new UndoLog();
      const replayer = new ImageReplayer(image, undo);
      /** What the image said at the end of each batch, by its last offset. */
      const states = new Map<number, unknown>([[-1, told(image)]]);
      let offset = -1;
      let committed = -1;
      for (let batch = 0; batch < 25; batch++) {
        for (let left = 1 + chance.below(4); left > 0; left--) replayer.replay(decodeMetadataRecord(chance.record(image).bytes), ++offset, new MetadataDelta());
        replayer.endOfBatch(offset, 1, batch);
        states.set(offset, told(image));
        if (chance.below(3) === 0) {
          const offsets = [...states.keys()].filter((candidate) => candidate >= committed);
          committed = offsets[chance.below(offsets.length)] as number;
          undo.committed(committed);
        }
        if (chance.below(5) !== 0) continue;
        undone += undo.size;
        undo.undoAll();
        expect([seed, told(image)]).toEqual([seed, states.get(committed)]);
        for (const later of [...states.keys()].filter((candidate) => candidate > committed)) states.delete(later);
        offset = committed;
      }
    }
    expect(undone).toBeGreaterThan(2_000);
  });

  it('leaves a snapshot alone that is being written meanwhile', () => {
    const chance = new Chance(7);
    const image = new MetadataImage('c');
    let offset = 0;
    const grow = (replayer: ImageReplayer, count: number): void => {
      for (let step = 0; step < count; step++) replayer.replay(decodeMetadataRecord(chance.record(image).bytes), offset++, new MetadataDelta());
      replayer.endOfBatch(offset - 1, 1, 1);
    };
    grow(new ImageReplayer(image), 200);
    const expected = Array.from(imageRecords(image), ({ bytes }) => Buffer.from(bytes));
    const snapshot = new ImageSnapshot(image);
    const undo = new UndoLog();
    grow(new ImageReplayer(image, undo), 100);
    undo.undoAll();
    expect(Array.from(snapshot.records(), (bytes) => Buffer.from(bytes))).toEqual(expected);
    snapshot.close();
  });
});
