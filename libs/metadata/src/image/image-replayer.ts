import type { LeaderEpoch, Offset, TimestampMs } from '@ottla/model';
import type { MetadataRecord } from '../records/metadata-record.ts';
import type { MetadataDelta } from './delta.ts';
import type { MetadataImage } from './image.ts';

/**
 * The one place that changes an image: the same code for a live record of the active controller and for a committed
 * one anywhere. Throws Error (a defect or a corrupt log) when a record does not fit the image; records that this
 * version does not act on (ACLs, quotas, SCRAM …) are kept out of the image, and counted in `ignored`.
 */
export declare class ImageReplayer {
  constructor(image: MetadataImage);
  /** Notes what changed in `delta`. */
  replay(record: MetadataRecord, offset: Offset, delta: MetadataDelta): void;
  /** After the last record of a batch: moves offset, epoch and timestamp of the image. */
  endOfBatch(lastOffset: Offset, epoch: LeaderEpoch, timestamp: TimestampMs): void;
}

/** The records that make this image out of an empty one: what a snapshot holds, in Kafka's order (features first). */
export declare function imageRecords(image: MetadataImage): Generator<MetadataRecord>;
