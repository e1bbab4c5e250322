import type { Crc32c, LeaderEpoch, Offset, TimestampMs } from '@ottla/model';
import { buildBatch } from '@ottla/protocol';
import { controlBatch, encodeControlRecord, snapshotFooterRecord, snapshotHeaderRecord } from '../core/control-records.ts';
import type { Voter } from '../core/quorum.ts';

/** Records of a snapshot go in batches of about this size, one a slice of work. */
const SLICE_BYTES = 64 * 1024;

export interface SnapshotBatchOptions {
  readonly crc: Crc32c;
  readonly epoch: LeaderEpoch;
  /** Append time of the batches. */
  readonly timestamp: TimestampMs;
  readonly lastContainedLogTimestamp: TimestampMs;
  /** undefined leaves voters and kraft.version out, as Kafka's `bootstrap.checkpoint` does. */
  readonly voters: readonly Voter[] | undefined;
}

/** The batches of a snapshot file in Kafka's form: header, data, footer; offsets count from 0. Takes from `records` a slice at a time. */
export function* snapshotBatches(options: SnapshotBatchOptions, records: Iterable<Uint8Array>): Generator<Uint8Array> {
  const { crc, epoch, timestamp, voters } = options;
  const header = [snapshotHeaderRecord(options.lastContainedLogTimestamp)];
  if (voters !== undefined) header.push(encodeControlRecord({ kind: 'kraft-version' }), encodeControlRecord({ kind: 'voters', voters }));
  yield controlBatch(crc, 0, epoch, timestamp, header);

  let baseOffset: Offset = header.length;
  let slice: { key: null; value: Uint8Array }[] = [];
  let sliceBytes = 0;
  const build = (): Uint8Array => {
    const batch = buildBatch({ crc, baseOffset, partitionLeaderEpoch: epoch, timestamp }, slice);
    baseOffset += slice.length;
    slice = [];
    sliceBytes = 0;
    return batch;
  };
  for (const value of records) {
    slice.push({ key: null, value });
    sliceBytes += value.length;
    if (sliceBytes >= SLICE_BYTES) yield build();
  }
  if (slice.length > 0) yield build();

  yield controlBatch(crc, baseOffset, epoch, timestamp, [snapshotFooterRecord()]);
}
