import type { Random } from '@ottla/model';
import { seededRandom } from '@ottla/testing';
import { MetadataDelta } from '../../image/delta.ts';
import { ImageReplayer } from '../../image/image-replayer.ts';
import { MetadataImage } from '../../image/image.ts';
import { metadataRecord, type MetadataRecord } from '../../records/metadata-record.ts';
import { defaultControllerConfig, type ControllerConfig } from '../controller-config.ts';
import type { ControlState, Decision } from '../decision.ts';
import { TopicNameIndex } from '../topic-names.ts';

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
