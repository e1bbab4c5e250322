import { ErrorCode, KafkaError, type Offset } from '@ottla/model';
import type { RaftLog } from '../log/raft-log.ts';
import type { SnapshotId } from '../raft-client.ts';
import { batchesBelow } from './log-pieces.ts';

/** What of the log is committed, from `offset` on: see RaftClient.readCommitted. */
export function readCommitted(log: RaftLog, highWatermark: Offset, offset: Offset, maxBytes: number): Uint8Array {
  if (offset < log.startOffset) throw new KafkaError(ErrorCode.OFFSET_OUT_OF_RANGE, `offset ${offset} lies before the log's start ${log.startOffset}`);
  if (offset >= highWatermark) return new Uint8Array(0);
  const bytes = log.read(offset, maxBytes);
  return log.endOffset === highWatermark ? bytes : batchesBelow(bytes, highWatermark);
}

/** A piece of the latest snapshot: see RaftClient.readSnapshot. */
export function readSnapshotPiece(log: RaftLog, id: SnapshotId, position: number, maxBytes: number): Uint8Array {
  const latest = log.latestSnapshot();
  if (latest === undefined || latest.endOffset !== id.endOffset || latest.epoch !== id.epoch) throw notFound(id);
  if (position < 0 || position >= latest.sizeBytes) {
    throw new KafkaError(ErrorCode.POSITION_OUT_OF_RANGE, `the snapshot has ${latest.sizeBytes} bytes, not ${position}`);
  }
  const bytes = log.readSnapshot(id, position, maxBytes);
  if (bytes === undefined) throw notFound(id);
  return bytes;
}

function notFound({ endOffset, epoch }: SnapshotId): KafkaError {
  return new KafkaError(ErrorCode.SNAPSHOT_NOT_FOUND, `there is no snapshot ${endOffset}-${epoch}`);
}
