import type { CommittedBatch, SnapshotId } from '@ottla/raft';
import { MetadataDelta } from '../image/delta.ts';
import { ImageReplayer } from '../image/image-replayer.ts';
import { MetadataImage } from '../image/image.ts';
import { TransactionFilter } from '../loader/transaction-filter.ts';

/** The image of a snapshot. */
export function imageOfSnapshot(clusterId: string, id: SnapshotId, batches: Iterable<CommittedBatch>): MetadataImage {
  const image = new MetadataImage(clusterId);
  let timestamp = -1;
  for (const batch of batches) {
    // A snapshot is the state between metadata transactions: it holds none.
    replayBatch(image, batch, new TransactionFilter());
    timestamp = Math.max(timestamp, batch.timestamp);
  }
  new ImageReplayer(image).endOfBatch(id.endOffset - 1, id.epoch, timestamp);
  return image;
}

/** Replays what is committed; `transactions` is the one filter for all batches of this log. */
export function replayBatch(image: MetadataImage, batch: CommittedBatch, transactions: TransactionFilter): void {
  const replayer = new ImageReplayer(image);
  const delta = new MetadataDelta();
  transactions.apply(batch, {
    replay: (record, offset) => replayer.replay(record, offset, delta),
    endOfBatch: (lastOffset, epoch, timestamp) => replayer.endOfBatch(lastOffset, epoch, timestamp),
  });
}
