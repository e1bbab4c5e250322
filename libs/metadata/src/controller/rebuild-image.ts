import type { Compression, Crc32c, Offset } from '@ottla/model';
import { committedBatchesIn, SnapshotParser, type CommittedBatch, type RaftClient, type SnapshotId } from '@ottla/raft';
import { MetadataDelta } from '../image/delta.ts';
import { ImageReplayer } from '../image/image-replayer.ts';
import { MetadataImage } from '../image/image.ts';
import { TransactionFilter } from '../loader/transaction-filter.ts';

const READ_BYTES = 1024 * 1024;

export interface RebuildOptions {
  readonly raft: RaftClient;
  readonly crc: Crc32c;
  readonly compression: Compression;
}

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

export interface CommittedState {
  readonly image: MetadataImage;
  /** Holds the metadata transaction that was open at the end, if any. */
  readonly transactions: TransactionFilter;
}

/** The state when all up to `committedOffset` is applied and nothing beyond: what was appended in vain is not in it. */
export function committedState({ raft, crc, compression }: RebuildOptions, committedOffset: Offset): CommittedState {
  const snapshot = raft.latestSnapshot();
  const transactions = new TransactionFilter();
  const image =
    snapshot === undefined || snapshot.endOffset === 0
      ? new MetadataImage(raft.clusterId)
      : imageOfSnapshot(raft.clusterId, snapshot, snapshotBatches(raft, snapshot, new SnapshotParser(crc, compression)));
  for (let next = image.offset + 1; next <= committedOffset; ) {
    const before = next;
    for (const batch of committedBatchesIn(raft.readCommitted(next, READ_BYTES), crc, compression)) {
      if (batch.baseOffset < next || batch.lastOffset > committedOffset) continue;
      replayBatch(image, batch, transactions);
      next = batch.lastOffset + 1;
    }
    if (next === before) throw new Error(`the metadata log has no whole committed batch at offset ${next}`);
  }
  return { image, transactions };
}

function* snapshotBatches(raft: RaftClient, snapshot: SnapshotId & { readonly sizeBytes: number }, parser: SnapshotParser): Generator<CommittedBatch> {
  for (let position = 0; position < snapshot.sizeBytes; ) {
    const piece = raft.readSnapshot(snapshot, position, READ_BYTES);
    if (piece.length === 0) break;
    yield* parser.add(piece);
    position += piece.length;
  }
  parser.finish();
}
