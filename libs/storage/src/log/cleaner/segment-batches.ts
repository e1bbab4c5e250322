import type { Offset } from '@ottla/model';
import { ErrorCode, KafkaError } from '@ottla/model';
import { RECORD_BATCH_OVERHEAD, RecordBatch } from '@ottla/protocol/stored';
import { OffsetIndex } from '../offset-index.ts';
import { INDEX_SUFFIX, LOG_SUFFIX, offsetName } from '../segment-paths.ts';
import type { CleanPorts, SegmentToClean } from './clean-types.ts';

const MAGIC = 2;

/** The buffer that segments are read into; grows for a batch that is larger, up to that batch's size. */
export interface ReadBuffer {
  bytes: Uint8Array;
}

/**
 * Calls `take` with each batch of a segment, whole and checked, in order, until it answers false; answers whether it
 * reached the end. The view is reused. Throws KafkaError(CORRUPT_MESSAGE), DiskError.
 */
export function forEachBatch(ports: CleanPorts, directory: string, segment: SegmentToClean, fromOffset: Offset, buffer: ReadBuffer, take: (batch: RecordBatch) => boolean): boolean {
  const path = `${directory}/${offsetName(segment.baseOffset)}${LOG_SUFFIX}`;
  const file = ports.disk.open(path, 'read');
  try {
    const batch = new RecordBatch(new Uint8Array(0));
    let position = fromOffset > segment.baseOffset ? positionOf(ports, directory, segment.baseOffset, fromOffset) : 0;
    while (position < segment.sizeBytes) {
      const wanted = Math.min(buffer.bytes.length, segment.sizeBytes - position);
      const filled = file.readSync(buffer.bytes.subarray(0, wanted), position);
      if (filled < wanted) throw corrupt(path, position + filled, 'the file ends here');
      const bytes = buffer.bytes.subarray(0, filled);
      let at = 0;
      while (batch.moveTo(bytes, at).isComplete) {
        if (batch.magic !== MAGIC) throw corrupt(path, position + at, `a batch of magic ${batch.magic}, only ${MAGIC} is known`);
        if (!batch.hasValidCrc(ports.crc)) throw corrupt(path, position + at, 'the checksum does not match');
        const { sizeInBytes } = batch;
        if (!take(batch)) return false;
        at += sizeInBytes;
      }
      if (at === 0) growFor(buffer, batch, filled, segment.sizeBytes - position, path, position);
      position += at;
      ports.pace(at);
    }
    return true;
  } finally {
    file.close();
  }
}

/** The batch at the beginning of the buffer does not fit: makes room for it. */
function growFor(buffer: ReadBuffer, batch: RecordBatch, filled: number, left: number, path: string, position: number): void {
  if (filled >= 12) {
    const { sizeInBytes } = batch;
    if (sizeInBytes < RECORD_BATCH_OVERHEAD || sizeInBytes > left) throw corrupt(path, position, `a batch of ${sizeInBytes} bytes, ${left} are left`);
  }
  if (filled >= left) throw corrupt(path, position, `${left} bytes are no whole batch`);
  buffer.bytes = new Uint8Array(Math.min(left, filled >= 12 ? Math.max(batch.sizeInBytes, RECORD_BATCH_OVERHEAD) : RECORD_BATCH_OVERHEAD));
}

/** Where to begin reading for `offset`; 0 when the index cannot tell. */
function positionOf({ disk }: CleanPorts, directory: string, baseOffset: Offset, offset: Offset): number {
  const index = new OffsetIndex(disk, `${directory}/${offsetName(baseOffset)}${INDEX_SUFFIX}`, baseOffset, false);
  try {
    index.load();
  } catch (error) {
    if (!(error instanceof KafkaError)) throw error;
    return 0;
  }
  return index.lookup(offset);
}

function corrupt(path: string, position: number, what: string): KafkaError {
  return new KafkaError(ErrorCode.CORRUPT_MESSAGE, `${path} at byte ${position}: ${what}`);
}
