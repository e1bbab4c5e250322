import type { Random } from '@ottla/model';
import { seededRandom } from '@ottla/testing';
import { MetadataDelta } from '../../image/delta.ts';
import { ImageReplayer } from '../../image/image-replayer.ts';
import { MetadataImage } from '../../image/image.ts';
import type { PartitionImage } from '../../image/partition.ts';
import { metadataRecord, type MetadataRecord } from '../../records/metadata-record.ts';
import { defaultControllerConfig, type ControllerConfig } from '../controller-config.ts';
import type { ControlState, Decision } from '../decision.ts';
import { TopicNameIndex } from '../topic-names.ts';

export interface TopicPartitionInput {
  readonly replicas: readonly number[];
  readonly isr?: readonly number[];
  readonly leader?: number;
  readonly elr?: readonly number[];
}

/** For tests of control managers: an image that changes only by replaying records, as the controller's does. */
export class ControlBed implements ControlState {
  readonly image = new MetadataImage('cluster-of-tests');
  readonly topicNames = new TopicNameIndex();
  readonly config: ControllerConfig;
  readonly random: Random = seededRandom(7);
  /** What the last `run` or `replay` changed. */
  delta = new MetadataDelta();

  constructor(config: Partial<ControllerConfig> = {}) {
    this.config = { ...defaultControllerConfig, ...config };
  }

  get nextOffset(): number {
    return this.image.offset + 1;
  }

  /** Registers brokers, unfenced unless told otherwise; each has one log folder. */
  brokers(...brokers: readonly { readonly id: number; readonly rack?: string; readonly fenced?: boolean; readonly logDirs?: readonly string[] }[]): this {
    for (const { id, rack = null, fenced = false, logDirs = [directoryOf(id)] } of brokers) {
      const incarnationId = directoryOf(1000 + id);
      this.replay([metadataRecord(0, { brokerId: id, incarnationId, brokerEpoch: this.nextOffset, endPoints: [], features: [], rack, fenced, logDirs })]);
    }
    return this;
  }

  /** A topic with these partitions; all replicas are in sync and the first leads, unless told otherwise. Its id is made from `number`. */
  topic(name: string, number: number, ...partitions: readonly TopicPartitionInput[]): this {
    const topicId = directoryOf(9000 + number);
    const records = partitions.map(({ replicas, isr = replicas, leader = isr[0] ?? -1, elr = null }, partitionId) =>
      metadataRecord(3, {
        partitionId, topicId, replicas, isr, leader,
        removingReplicas: [], addingReplicas: [],
        leaderEpoch: 0, partitionEpoch: 0,
        directories: replicas.map(directoryOf),
        eligibleLeaderReplicas: elr,
      }),
    );
    this.replay([metadataRecord(2, { name, topicId }), ...records]);
    return this;
  }

  /** Finalizes a feature. */
  feature(name: string, featureLevel: number): this {
    this.replay([metadataRecord(12, { name, featureLevel })]);
    return this;
  }

  /** Sets a config of a topic. */
  topicConfig(topic: string, name: string, value: string): this {
    this.replay([metadataRecord(4, { resourceType: 2, resourceName: topic, name, value })]);
    return this;
  }

  partition(topic: string, index = 0): PartitionImage {
    const partition = this.image.topics.partition(topic, index);
    if (partition === undefined) throw new Error(`no partition ${topic}-${index}`);
    return partition;
  }

  /** Replays the records of a decision, and answers its response. */
  run<T>(decision: Decision<T>): T {
    this.replay(decision.records);
    return decision.response;
  }

  replay(records: readonly MetadataRecord[]): void {
    if (records.length === 0) return;
    const replayer = new ImageReplayer(this.image);
    this.delta = new MetadataDelta();
    const base = this.nextOffset;
    for (const [index, record] of records.entries()) replayer.replay(record, base + index, this.delta);
    replayer.endOfBatch(base + records.length - 1, 1, 0);
    this.topicNames.update(this.delta);
  }
}

/** A made-up id that tells the number it was made from. */
export function directoryOf(id: number): string {
  return `dir${String(id).padStart(18, '0')}A`;
}
