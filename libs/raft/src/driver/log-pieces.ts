import type { Offset, Scheduler } from '@ottla/model';
import { batchesIn } from '@ottla/protocol';
import type { SnapshotFile } from '../log/raft-log.ts';

/** The batches in `bytes` that end below `highWatermark`. */
export function batchesBelow(bytes: Uint8Array, highWatermark: Offset): Uint8Array {
  let end = 0;
  for (const batch of batchesIn(bytes)) {
    if (batch.lastOffset >= highWatermark) break;
    end = batch.position + batch.sizeInBytes;
  }
  return bytes.subarray(0, end);
}

/** A batch a turn, so that a large state does not hold up the loop. */
export async function writeSnapshotFile(file: SnapshotFile, batches: Iterable<Uint8Array>, scheduler: Scheduler, hasStopped: () => boolean): Promise<void> {
  try {
    for (const batch of batches) {
      file.append(batch);
      await new Promise<void>((resolve) => {
        scheduler.endOfTurn(resolve);
      });
      if (hasStopped()) throw new Error('the node stopped while the snapshot was being written');
    }
    await file.commit();
  } catch (error) {
    file.abandon();
    throw error;
  }
}
