import type { Random, Uuid } from '@ottla/model';
import { ConfigResourceType, defaultControllerConfig, ImageReplayer, MetadataDelta, MetadataImage, metadataRecord, TopicNameIndex, type ControlState, type Decision, type MetadataRecord } from '@ottla/metadata';
import { MetadataHistory, topicRecords } from '../testing/metadata-history.ts';

/** The decisions of the active controller without its quorum: what it decides is committed at once. */
export class SimController implements ControlState {
  readonly image = new MetadataImage('cluster');
  readonly topicNames = new TopicNameIndex();
  readonly config = defaultControllerConfig;
  readonly random: Random;
  readonly history = new MetadataHistory();
  /** Told after every commit. */
  onCommit: () => void = () => {};

  constructor(random: Random) {
    this.random = random;
  }

  get nextOffset(): number {
    return this.image.offset + 1;
  }

  run<T>({ records, response }: Decision<T>): T {
    if (records.length > 0) this.commit(records);
    return response;
  }

  commit(records: readonly MetadataRecord[]): void {
    const batch = this.history.commit(records);
    const replayer = new ImageReplayer(this.image);
    const delta = new MetadataDelta();
    records.forEach((record, index) => replayer.replay(record, batch.baseOffset + index, delta));
    replayer.endOfBatch(batch.lastOffset, batch.epoch, batch.timestamp);
    this.onCommit();
  }

  createTopic(name: string, id: Uuid, partitions: number, replicas: readonly number[]): void {
    this.commit([...topicRecords(name, id, partitions, { replicas }), metadataRecord(4, { resourceType: ConfigResourceType.TOPIC, resourceName: name, name: 'min.insync.replicas', value: '2' })]);
  }
}
