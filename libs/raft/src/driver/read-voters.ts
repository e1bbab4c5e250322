import { ErrorCode, KafkaError, type Compression, type Crc32c } from '@ottla/model';
import { batchesIn } from '@ottla/protocol';
import type { Voter, VoterSet } from '../core/quorum.ts';
import { SnapshotParser, votersIn } from '../log/committed-batches.ts';
import type { RaftLog } from '../log/raft-log.ts';

const PIECE_BYTES = 1024 * 1024;

export interface FoundVoters {
  readonly voterSet: VoterSet;
  /** Bytes of the log behind the latest snapshot. */
  readonly bytesSinceSnapshot: number;
}

/**
 * The voters that the node must count with: the last that the log names, committed or not (KIP-853), else the snapshot's.
 * Walks batch headers only. Throws KafkaError(KAFKA_STORAGE_ERROR) when nobody is named: the folder was not formatted.
 */
export function readVoters(log: RaftLog, crc: Crc32c, compression: Compression): FoundVoters {
  const snapshot = log.latestSnapshot();
  let voters: readonly Voter[] | undefined;
  if (snapshot !== undefined) {
    // Kafka puts them into the header's batch, the first of the file.
    const parser = new SnapshotParser(crc, compression);
    const begin = log.readSnapshot(snapshot, 0, PIECE_BYTES) ?? new Uint8Array(0);
    parser.add(begin).next();
    voters = parser.voters;
  }
  let isInLog = (snapshot?.endOffset ?? 0) > 0;
  let bytesSinceSnapshot = 0;
  for (let offset = Math.max(log.startOffset, snapshot?.endOffset ?? 0); offset < log.endOffset; ) {
    const bytes = log.read(offset, PIECE_BYTES);
    const before = offset;
    for (const batch of batchesIn(bytes)) {
      if (batch.baseOffset >= offset) bytesSinceSnapshot += batch.sizeInBytes;
      offset = Math.max(offset, batch.nextOffset);
      const named = votersIn(batch, compression);
      if (named === undefined) continue;
      voters = named;
      isInLog = true;
    }
    if (offset === before) throw new KafkaError(ErrorCode.KAFKA_STORAGE_ERROR, `the metadata log cannot be read at offset ${offset}`);
  }
  if (voters === undefined) {
    throw new KafkaError(ErrorCode.KAFKA_STORAGE_ERROR, 'neither the metadata log nor its snapshot names voters: the folder wants formatting first');
  }
  return { voterSet: { voters, isInLog }, bytesSinceSnapshot };
}
