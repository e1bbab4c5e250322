import type { Crc32c, LeaderEpoch, Offset } from '@ottla/model';
import { ErrorCode, KafkaError } from '@ottla/model';
import { RecordBatch } from '@ottla/protocol';

export interface AssignedBatchRules {
  readonly crc: Crc32c;
  readonly nextOffset: Offset;
  /** Batches of a later epoch, and all behind them, are left out: whoever sent them is ahead of what this replica knows. */
  readonly maxEpoch: LeaderEpoch;
  /** Whether a compacted leader may leave gaps between batches. */
  readonly mayHaveGaps: boolean;
}

/**
 * How many bytes of `records`, whose offsets are set already, may be appended: whole batches in order. A batch cut off
 * at the end is left out. Throws KafkaError(CORRUPT_MESSAGE, OFFSET_OUT_OF_RANGE); nothing is changed.
 */
export function checkAssignedBatches(records: Uint8Array, rules: AssignedBatchRules): number {
  const batch = new RecordBatch(records);
  let next = rules.nextOffset;
  let at = 0;
  for (; batch.moveTo(records, at).isComplete; at += batch.sizeInBytes) {
    if (batch.magic !== 2) throw new KafkaError(ErrorCode.CORRUPT_MESSAGE, `a batch of magic ${batch.magic}; only magic 2 is kept`);
    if (batch.partitionLeaderEpoch > rules.maxEpoch) break;
    const { baseOffset, lastOffset } = batch;
    if (baseOffset < next || (baseOffset > next && !rules.mayHaveGaps)) {
      throw new KafkaError(ErrorCode.OFFSET_OUT_OF_RANGE, `a batch at offset ${baseOffset} cannot be appended at ${next}`);
    }
    if (lastOffset < baseOffset) throw new KafkaError(ErrorCode.CORRUPT_MESSAGE, `a batch at offset ${baseOffset} ends at ${lastOffset}`);
    if (!batch.hasValidCrc(rules.crc)) throw new KafkaError(ErrorCode.CORRUPT_MESSAGE, `the batch at offset ${baseOffset} does not match its CRC`);
    next = lastOffset + 1;
  }
  return at;
}
