import { ErrorCode, KafkaError, type Compression, type Crc32c } from '@ottla/model';
import { batchesIn } from '@ottla/protocol';
import type { BatchFacts } from '../core/raft-steps.ts';
import { votersIn } from '../log/committed-batches.ts';

/** What the core must know of fetched records. Throws KafkaError(CORRUPT_MESSAGE) unless they are whole, sound batches. */
export function fetchedBatches(records: Uint8Array, crc: Crc32c, compression: Compression): BatchFacts[] {
  const batches: BatchFacts[] = [];
  let end = 0;
  for (const batch of batchesIn(records)) {
    if (!batch.hasValidCrc(crc)) throw new KafkaError(ErrorCode.CORRUPT_MESSAGE, `the fetched batch at offset ${batch.baseOffset} fails its checksum`);
    const { baseOffset, lastOffset, partitionLeaderEpoch: epoch } = batch;
    batches.push({ baseOffset, lastOffset, epoch, voters: votersIn(batch, compression) });
    end = batch.position + batch.sizeInBytes;
  }
  if (end !== records.length) throw new KafkaError(ErrorCode.CORRUPT_MESSAGE, `${records.length - end} fetched bytes are no whole batch`);
  return batches;
}
