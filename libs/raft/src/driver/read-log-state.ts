import { ErrorCode, KafkaError, type Compression, type Crc32c } from '@ottla/model';
import { batchesIn } from '@ottla/protocol';
import type { EpochStart, LogState, VotersAt } from '../core/log-view.ts';
import type { Voter } from '../core/quorum.ts';
import { SnapshotParser, votersIn } from '../log/committed-batches.ts';
import type { RaftLog } from '../log/raft-log.ts';

const PIECE_BYTES = 1024 * 1024;

export interface FoundLog {
  readonly state: LogState;
  /** Bytes of the log behind the latest snapshot. */
  readonly bytesSinceSnapshot: number;
}

/**
 * What the node must know of its log: epochs, and voters as every record names them, committed or not (KIP-853), and as
 * the snapshot does. Walks batch headers only. Throws KafkaError(KAFKA_STORAGE_ERROR) when the log cannot be read.
 */
export function readLogState(log: RaftLog, crc: Crc32c, compression: Compression): FoundLog {
  const snapshot = log.latestSnapshot();
  const voterSets: VotersAt[] = [];
  if (snapshot !== undefined) {
    // Kafka puts them into the header's batch, the first of the file.
    const parser = new SnapshotParser(crc, compression);
    const begin = log.readSnapshot(snapshot, 0, PIECE_BYTES) ?? new Uint8Array(0);
    parser.add(begin).next();
    addVoters(voterSets, snapshot.endOffset - 1, parser.voters, snapshot.endOffset > 0);
  }
  const epochs: EpochStart[] = [];
  let bytesSinceSnapshot = 0;
  for (let offset = Math.max(log.startOffset, snapshot?.endOffset ?? 0); offset < log.endOffset; ) {
    const bytes = log.read(offset, PIECE_BYTES);
    const before = offset;
    for (const batch of batchesIn(bytes)) {
      if (batch.lastOffset < offset) continue;
      const epoch = batch.partitionLeaderEpoch;
      if (epochs.at(-1)?.epoch !== epoch) epochs.push({ epoch, startOffset: Math.max(batch.baseOffset, before) });
      bytesSinceSnapshot += batch.sizeInBytes;
      offset = batch.nextOffset;
      addVoters(voterSets, batch.lastOffset, votersIn(batch, compression), true);
    }
    if (offset === before) throw new KafkaError(ErrorCode.KAFKA_STORAGE_ERROR, `the metadata log cannot be read at offset ${offset}`);
  }
  const startOffset = Math.max(log.startOffset, snapshot?.endOffset ?? 0);
  const state = { startOffset, endOffset: log.endOffset, snapshot: { endOffset: snapshot?.endOffset ?? 0, epoch: snapshot?.epoch ?? 0 }, epochs, voterSets };
  return { state, bytesSinceSnapshot };
}

function addVoters(voterSets: VotersAt[], offset: number, voters: readonly Voter[] | undefined, isInLog: boolean): void {
  if (voters !== undefined) voterSets.push({ offset, voters, isInLog });
}
