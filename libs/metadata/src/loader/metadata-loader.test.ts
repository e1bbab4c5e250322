import { describe, expect, it } from '@jest/globals';
import type { CommittedBatch } from '@ottla/raft';
import type { MetadataDelta, MetadataPublisher } from '../image/delta.ts';
import type { MetadataImage } from '../image/image.ts';
import { metadataRecord, type MetadataRecord } from '../records/metadata-record.ts';
import { MetadataLoader } from './metadata-loader.ts';

const id = { a: 'AAAAAAAAAAAAAAAAAAAAfA', b: 'AAAAAAAAAAAAAAAAAAAAfQ', c: 'AAAAAAAAAAAAAAAAAAAAgA' };

function batch(baseOffset: number, ...records: MetadataRecord[]): CommittedBatch {
  return { baseOffset, lastOffset: baseOffset + records.length - 1, epoch: 2, timestamp: 1000 + baseOffset, records: records.map(({ bytes }) => bytes) };
}
const control = (offset: number): CommittedBatch => ({ baseOffset: offset, lastOffset: offset, epoch: 2, timestamp: 1, records: [] });
const topic = (name: 'a' | 'b' | 'c'): MetadataRecord => metadataRecord(2, { name, topicId: id[name] });
const feature = (name: string, featureLevel: number): MetadataRecord => metadataRecord(12, { name, featureLevel });
const begin = metadataRecord(23, { name: 't' });
const end = metadataRecord(24, {});
const abort = metadataRecord(25, { reason: 'r' });

/** Notes each publication as words. */
class Notes implements MetadataPublisher {
  readonly name: string;
  readonly said: string[] = [];

  constructor(name: string) {
    this.name = name;
  }

  onMetadataUpdate(delta: MetadataDelta, image: MetadataImage): void {
    const topics = [...delta.topics.values()].map(({ topic: { name }, created, deleted }) => `${created ? '+' : ''}${deleted ? '-' : ''}${name}`);
    this.said.push([`@${image.offset}`, delta.isSnapshot ? 'snapshot' : '', ...topics, ...delta.features].filter((word) => word !== '').join(' '));
  }
}

function loaderWithNotes(): { loader: MetadataLoader; notes: Notes } {
  const loader = new MetadataLoader('cluster');
  const notes = new Notes('notes');
  loader.addPublisher(notes);
  return { loader, notes };
}

describe('MetadataLoader', () => {
  it('publishes once for all that it is given at once, to every publisher in order', () => {
    const { loader, notes } = loaderWithNotes();
    const order: string[] = [];
    loader.addPublisher({ name: 'second', onMetadataUpdate: () => order.push(`second after ${notes.said.length}`) });
    loader.apply([batch(0, topic('a'), topic('b')), batch(2, topic('c'))]);
    loader.apply([batch(3, feature('f', 1))]);
    expect(notes.said).toEqual(['@2 +a +b +c', '@3 f']);
    expect(order).toEqual(['second after 1', 'second after 2']);
    expect([loader.nextOffset, loader.image.timestamp]).toEqual([4, 1003]);
  });

  it('moves on over control batches without a publication', () => {
    const { loader, notes } = loaderWithNotes();
    loader.apply([control(0)]);
    expect([loader.image.offset, notes.said]).toEqual([0, []]);
  });

  it('skips what it has, and refuses a gap', () => {
    const { loader, notes } = loaderWithNotes();
    loader.apply([batch(0, topic('a'))]);
    loader.apply([batch(0, topic('a')), batch(1, topic('b'))]);
    expect(notes.said).toEqual(['@0 +a', '@1 +b']);
    expect(() => loader.apply([batch(4, topic('c'))])).toThrow('offsets 2 to 3 are missing');
  });

  it('keeps a metadata transaction invisible until it ends, however many batches it has', () => {
    const { loader, notes } = loaderWithNotes();
    loader.apply([batch(0, feature('f', 1), begin, topic('a'))]);
    expect([loader.image.topics.get('a'), loader.image.offset, loader.nextOffset]).toEqual([undefined, -1, 3]);
    loader.apply([batch(3, topic('b'))]);
    loader.apply([batch(4, end, topic('c'))]);
    expect(notes.said.at(-1)).toBe('@5 +a +b +c');
  });

  it('forgets a metadata transaction that is aborted', () => {
    const { loader, notes } = loaderWithNotes();
    loader.apply([batch(0, begin, topic('a')), batch(2, abort), batch(3, topic('b'))]);
    expect(notes.said).toEqual(['@3 +b']);
    expect(() => loader.apply([batch(4, end)])).toThrow('did not begin');
    expect(() => loader.apply([batch(4, begin, begin)])).toThrow('inside another');
  });

  it('puts a snapshot in the place of the image, and publishes the difference alone', () => {
    const { loader, notes } = loaderWithNotes();
    loader.apply([batch(0, topic('a'), topic('b'), feature('f', 1), feature('g', 1))]);
    const before = loader.image;
    const load = loader.beginSnapshot({ endOffset: 50, epoch: 7 });
    load.add(batch(3, feature('f', 2), feature('g', 1), topic('b')));
    load.add(batch(6, topic('c')));
    expect(loader.image).toBe(before);
    load.finish();
    expect(loader.image).not.toBe(before);
    expect(notes.said.at(-1)).toBe('@49 snapshot -a +c f');
    expect([loader.image.epoch, loader.nextOffset]).toEqual([7, 50]);
    loader.apply([batch(50, topic('a'))]);
    expect(notes.said.at(-1)).toBe('@50 +a');
  });

  it('tells of a new leader of the quorum once', () => {
    const { loader, notes } = loaderWithNotes();
    loader.apply([], { leaderId: 1, epoch: 1 });
    loader.apply([], { leaderId: 1, epoch: 1 });
    expect([notes.said.length, loader.image.controllerId]).toEqual([1, 1]);
    loader.apply([], { leaderId: 1, epoch: 2 });
    expect(notes.said.length).toBe(2);
  });

  it('takes no publisher once it has published', () => {
    const { loader } = loaderWithNotes();
    loader.apply([]);
    expect(() => loader.addPublisher(new Notes('late'))).toThrow('comes too late');
  });
});
