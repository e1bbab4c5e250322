import { describe, expect, it } from '@jest/globals';
import { MetadataDelta } from '../image/delta.ts';
import { imageRecords } from '../image/image-records.ts';
import { ImageReplayer } from '../image/image-replayer.ts';
import { MetadataImage } from '../image/image.ts';
import { metadataRecord, type MetadataRecord } from '../records/metadata-record.ts';
import { ImageSnapshot } from './image-snapshot.ts';

const ids = ['AAAAAAAAAAAAAAAAAAAAfA', 'AAAAAAAAAAAAAAAAAAAAfQ', 'AAAAAAAAAAAAAAAAAAAAgA', 'AAAAAAAAAAAAAAAAAAAAgQ'];
const topicId = (index: number): string => ids[index] ?? '';
const topic = (index: number): MetadataRecord => metadataRecord(2, { name: `t${index}`, topicId: topicId(index) });
const partition = (index: number, partitionId: number): MetadataRecord =>
  metadataRecord(3, {
    partitionId, topicId: topicId(index), replicas: [1], isr: [1], removingReplicas: [], addingReplicas: [], leader: 1, leaderEpoch: 0,
    partitionEpoch: 0, directories: [topicId(0)],
  });

const text = (records: Iterable<Uint8Array>): string[] => Array.from(records, (record) => Buffer.from(record).toString('base64'));

describe('ImageSnapshot', () => {
  it('stays what the image was, whenever topics change while it is taken', () => {
    const total = 3 + 3 + 2;
    for (let changeAt = 0; changeAt <= total; changeAt++) {
      const image = new MetadataImage('cluster');
      const replayer = new ImageReplayer(image);
      const replay = (record: MetadataRecord): void => replayer.replay(record, 0, new MetadataDelta());
      [0, 1, 2].forEach((index) => [topic(index), partition(index, 0)].forEach(replay));
      replay(metadataRecord(4, { resourceType: 2, resourceName: 't1', name: 'k', value: 'v' }));
      replay(metadataRecord(15, { brokerId: 1, brokerEpoch: 1, nextProducerId: 1000 }));
      const wanted = text(Array.from(imageRecords(image), ({ bytes }) => bytes));

      const snapshot = new ImageSnapshot(image);
      const taken: Uint8Array[] = [];
      const records = snapshot.records();
      for (let count = 0; count < changeAt; count++) {
        const next = records.next();
        if (next.done !== true) taken.push(next.value);
      }
      replay(metadataRecord(5, { partitionId: 0, topicId: topicId(0), leader: -1 }));
      replay(metadataRecord(9, { topicId: topicId(1) }));
      replay(partition(2, 1));
      replay(topic(3));
      replay(metadataRecord(15, { brokerId: 1, brokerEpoch: 1, nextProducerId: 2000 }));
      taken.push(...records);
      snapshot.close();
      expect(text(taken)).toEqual(wanted);
      expect(image.topics.beforeChange).toBeUndefined();
    }
  });

  it('is one at a time', () => {
    const image = new MetadataImage('cluster');
    const first = new ImageSnapshot(image);
    expect(() => new ImageSnapshot(image)).toThrow('another snapshot');
    first.close();
    expect(() => new ImageSnapshot(image)).not.toThrow();
  });
});
