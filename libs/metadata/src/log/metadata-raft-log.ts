import {
  ErrorCode,
  isByteSource,
  KafkaError,
  METADATA_TOPIC,
  METADATA_TOPIC_ID,
  topicPartitionKey,
  type Clock,
  type Compression,
  type Crc32c,
  type Disk,
  type LeaderEpoch,
  type Logger,
  type Offset,
} from '@ottla/model';
import { batchesIn } from '@ottla/protocol';
import {
  decodeQuorumState,
  encodeQuorumState,
  type QuorumState,
  type RaftLog,
  type SnapshotFile,
  type SnapshotId,
  type StoredSnapshot,
} from '@ottla/raft';
import { defaultLogConfig, openLog, type UnifiedLog, writeFileAtomically, type SegmentFiles } from '@ottla/storage';
import { SnapshotFiles } from './snapshot-files.ts';

const QUORUM_STATE_FILE = 'quorum-state';
/** Above this, staged batches are written off the event loop. */
const LARGE_WRITE_BYTES = 1024 * 1024;
/** A batch of the metadata log has at most 8 MiB of records, and its overhead. */
const MAX_MESSAGE_BYTES = 8 * 1024 * 1024 + 4096;

export interface MetadataRaftLogOptions {
  readonly disk: Disk;
  /** metadata.log.dir, formatted: the log lies in its folder `__cluster_metadata-0`. */
  readonly metadataLogDir: string;
  readonly clock: Clock;
  readonly crc: Crc32c;
  readonly compression: Compression;
  readonly segmentFiles: SegmentFiles;
  readonly logger: Logger;
  /** metadata.log.segment.bytes; default 1 GiB. */
  readonly segmentBytes?: number;
  /** metadata.log.segment.ms; default 7 days. */
  readonly segmentMs?: number;
}

/** Folder of the metadata log in `metadataLogDir`. */
export function metadataPartitionDirectory(metadataLogDir: string): string {
  return `${metadataLogDir}/${topicPartitionKey(METADATA_TOPIC, 0)}`;
}

/**
 * The metadata log on disk, in Kafka's own files: a partition log, `quorum-state`, and snapshots.
 *
 * Ordering rules: `append` only stages; `sync` writes what is staged in one call and then makes it durable. The log
 * begins at the end of its newest snapshot, whatever older segments still lie there; a log that ends before that point
 * (its files were lost, or came with the snapshot) starts anew there.
 */
export class MetadataRaftLog implements RaftLog {
  readonly #disk: Disk;
  readonly #directory: string;
  readonly #log: UnifiedLog;
  readonly #snapshots: SnapshotFiles;

  /** Opens the log and repairs its end. Throws DiskError, KafkaError(KAFKA_STORAGE_ERROR). */
  constructor(options: MetadataRaftLogOptions) {
    const { disk, metadataLogDir, clock, crc, compression, segmentFiles, logger } = options;
    this.#disk = disk;
    this.#directory = metadataPartitionDirectory(metadataLogDir);
    disk.makeDirectory(this.#directory);
    this.#snapshots = new SnapshotFiles(disk, this.#directory);
    const snapshot = this.#snapshots.latest();
    const beginOffset = snapshot?.endOffset ?? 0;
    this.#log = openLog({
      disk,
      directory: this.#directory,
      topicPartition: { topic: METADATA_TOPIC, partition: 0 },
      topicId: METADATA_TOPIC_ID,
      config: {
        ...defaultLogConfig,
        maxMessageBytes: MAX_MESSAGE_BYTES,
        retentionBytes: -1,
        retentionMs: -1,
        segmentBytes: options.segmentBytes ?? defaultLogConfig.segmentBytes,
        segmentMs: options.segmentMs ?? defaultLogConfig.segmentMs,
      },
      logStartOffset: beginOffset,
      // What a snapshot holds was committed, and so durable.
      recoveryPoint: beginOffset,
      hadCleanShutdown: false,
      clock,
      crc,
      compression,
      segmentFiles,
      producerIdExpirationMs: Infinity,
      logger,
    });
    if (this.#log.logEndOffset < beginOffset) this.#log.truncateFullyAndStartAt(beginOffset);
    if (snapshot !== undefined) this.#snapshots.removeBefore(snapshot);
  }

  get startOffset(): Offset {
    return this.#log.logStartOffset;
  }

  get endOffset(): Offset {
    return this.#log.logEndOffset;
  }

  get writtenEndOffset(): Offset {
    return this.#log.writtenEndOffset;
  }

  get lastEpoch(): LeaderEpoch {
    return Math.max(this.#log.latestEpoch, this.#snapshots.latest()?.epoch ?? 0, 0);
  }

  append(batch: Uint8Array, epoch: LeaderEpoch): void {
    this.#log.appendAsLeader(batch, epoch, 'raft');
  }

  appendFetched(batches: Uint8Array, epoch: LeaderEpoch): void {
    this.#log.appendAsFollower(batches, epoch);
  }

  truncateTo(endOffset: Offset): void {
    this.#log.truncateTo(endOffset);
    this.#removeDeleted();
    if (this.#log.logEndOffset !== endOffset) throw new KafkaError(ErrorCode.KAFKA_STORAGE_ERROR, `no batch of the metadata log begins at ${endOffset}, where the leader's log parts from it`);
  }

  async sync(): Promise<void> {
    if (this.#log.stagedBytes > LARGE_WRITE_BYTES) await this.#log.flushStagedAsync();
    else this.#log.flushStaged();
    await this.#log.sync();
  }

  read(offset: Offset, maxBytes: number): Uint8Array {
    const { records } = this.#log.read(offset, maxBytes, 'logEnd', true);
    if (!isByteSource(records)) return wholeBatches(records);
    try {
      const bytes = new Uint8Array(records.byteLength);
      records.readSync(bytes, 0);
      return wholeBatches(bytes);
    } finally {
      records.release();
    }
  }

  commitTo(highWatermark: Offset): void {
    this.#log.updateHighWatermark(highWatermark);
  }

  /** Throws Error when the file is malformed. */
  readVote(): QuorumState | undefined {
    const bytes = this.#disk.readFile(`${this.#directory}/${QUORUM_STATE_FILE}`);
    return bytes === undefined ? undefined : decodeQuorumState(bytes);
  }

  writeVote(state: QuorumState): void {
    writeFileAtomically(this.#disk, `${this.#directory}/${QUORUM_STATE_FILE}`, encodeQuorumState(state));
  }

  latestSnapshot(): StoredSnapshot | undefined {
    return this.#snapshots.latest();
  }

  readSnapshot(id: SnapshotId, position: number, maxBytes: number): Uint8Array | undefined {
    return this.#snapshots.read(id, position, maxBytes);
  }

  createSnapshot(id: SnapshotId): SnapshotFile {
    return this.#snapshots.create(id);
  }

  removeBefore(id: SnapshotId): void {
    this.#snapshots.removeBefore(id);
    this.#log.maybeIncrementLogStartOffset(id.endOffset);
    this.#log.deleteOldSegments();
    this.#removeDeleted();
  }

  startAt(id: SnapshotId): void {
    this.#log.truncateFullyAndStartAt(id.endOffset);
    this.#snapshots.removeBefore(id);
    this.#removeDeleted();
  }

  close(): Promise<void> {
    return this.#log.close();
  }

  #removeDeleted(): void {
    for (const path of this.#log.takeDeleted()) this.#disk.remove(path);
  }
}

/** A partition log cuts what it reads at the size asked for, within a batch too. */
function wholeBatches(bytes: Uint8Array): Uint8Array {
  let end = 0;
  for (const batch of batchesIn(bytes)) end = batch.position + batch.sizeInBytes;
  return bytes.subarray(0, end);
}
