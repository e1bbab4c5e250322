import type { BrokerId, LeaderEpoch, Offset } from '@ottla/model';
import type { CommittedBatch, SnapshotId } from '@ottla/raft';
import { MetadataDelta, type MetadataPublisher } from '../image/delta.ts';
import { ImageReplayer } from '../image/image-replayer.ts';
import { MetadataImage } from '../image/image.ts';
import type { MetadataRecord } from '../records/metadata-record.ts';
import { imageDifference } from './image-difference.ts';
import { TransactionFilter, type ReplayTarget } from './transaction-filter.ts';

/** A snapshot being loaded, beside the image that is still served. */
export interface SnapshotLoad {
  /** The next data batch of the snapshot. */
  add(batch: CommittedBatch): void;
  /** Puts the loaded image in place and publishes the difference. */
  finish(): void;
}

/**
 * Makes committed batches into the image of this process and tells the publishers.
 *
 * Ordering rules: batches come once each, in order; every call of `apply` is one synchronous step: all its records are
 * replayed, then the publishers are called in the order of their registration, once. Between calls the image holds whole
 * batches, and whole metadata transactions. Publishers are registered before the first batch.
 */
export class MetadataLoader {
  readonly #publishers: MetadataPublisher[] = [];
  #image: MetadataImage;
  #target: ImageTarget;
  #transactions = new TransactionFilter();
  #nextOffset: Offset = 0;
  #leaderEpoch: LeaderEpoch = -1;
  #hasBegun = false;

  constructor(clusterId: string) {
    this.#image = new MetadataImage(clusterId);
    this.#target = new ImageTarget(this.#image);
  }

  /** Replaced as a whole by a snapshot: ask each time, keep no reference across turns. */
  get image(): MetadataImage {
    return this.#image;
  }

  /** Next offset that was not read; the image may stand before it while a metadata transaction is open. */
  get nextOffset(): Offset {
    return this.#nextOffset;
  }

  /** Throws Error once batches were applied: a publisher must not miss any. */
  addPublisher(publisher: MetadataPublisher): void {
    if (this.#hasBegun) throw new Error(`the publisher ${publisher.name} comes too late: metadata was published already`);
    this.#publishers.push(publisher);
  }

  /**
   * Applies batches that are committed, with one publication for all of them. `leader` is what is known of the quorum's
   * leader with them. Throws on a record that does not fit, and what a publisher throws: a defect or a corrupt log.
   */
  apply(batches: Iterable<CommittedBatch>, leader?: { readonly leaderId: BrokerId; readonly epoch: LeaderEpoch }): void {
    this.#hasBegun = true;
    const delta = new MetadataDelta();
    this.#target.delta = delta;
    for (const batch of batches) {
      if (batch.lastOffset < this.#nextOffset) continue;
      if (batch.baseOffset > this.#nextOffset) throw new Error(`metadata offsets ${this.#nextOffset} to ${batch.baseOffset - 1} are missing`);
      this.#transactions.apply(batch, this.#target);
      this.#nextOffset = batch.lastOffset + 1;
    }
    if (leader !== undefined) this.#noteLeader(leader.leaderId, leader.epoch, delta);
    if (!delta.isEmpty) this.#publish(delta);
  }

  /** Begins to build the image of a snapshot; the present one is served until `finish`. */
  beginSnapshot(id: SnapshotId): SnapshotLoad {
    const image = new MetadataImage(this.#image.clusterId);
    const target = new ImageTarget(image);
    let timestamp = -1;
    return {
      add: (batch) => {
        // A snapshot is the state between transactions: it holds none.
        new TransactionFilter().apply(batch, target);
        timestamp = batch.timestamp;
        target.delta = new MetadataDelta();
      },
      finish: () => {
        target.endOfBatch(id.endOffset - 1, id.epoch, timestamp);
        image.controllerId = this.#image.controllerId;
        this.#hasBegun = true;
        const before = this.#image;
        this.#image = image;
        this.#target = target;
        this.#transactions = new TransactionFilter();
        this.#nextOffset = id.endOffset;
        this.#publish(imageDifference(before, image));
      },
    };
  }

  #noteLeader(leaderId: BrokerId, epoch: LeaderEpoch, delta: MetadataDelta): void {
    if (this.#image.controllerId === leaderId && this.#leaderEpoch === epoch) return;
    this.#image.controllerId = leaderId;
    this.#leaderEpoch = epoch;
    delta.controllerChanged = true;
  }

  #publish(delta: MetadataDelta): void {
    for (const publisher of this.#publishers) publisher.onMetadataUpdate(delta, this.#image);
  }
}

/** Replays into one image, noting changes in the delta of the moment. */
class ImageTarget implements ReplayTarget {
  readonly #replayer: ImageReplayer;
  delta = new MetadataDelta();

  constructor(image: MetadataImage) {
    this.#replayer = new ImageReplayer(image);
  }

  replay(record: MetadataRecord, offset: Offset): void {
    this.#replayer.replay(record, offset, this.delta);
  }

  endOfBatch(lastOffset: Offset, epoch: LeaderEpoch, timestamp: number): void {
    this.#replayer.endOfBatch(lastOffset, epoch, timestamp);
  }
}
