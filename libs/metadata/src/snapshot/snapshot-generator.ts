import type { BrokerId, Cancellable, LeaderEpoch, Logger, Offset, Scheduler, TimestampMs } from '@ottla/model';
import type { CommittedBatch, RaftClient, RaftStateMachine, SnapshotId } from '@ottla/raft';
import type { MetadataImage } from '../image/image.ts';
import { ImageSnapshot } from './image-snapshot.ts';

export interface SnapshotGeneratorOptions {
  readonly raft: RaftClient;
  /** The image that the state machine keeps; it may run ahead of what is committed. */
  readonly image: () => MetadataImage;
  readonly scheduler: Scheduler;
  readonly logger: Logger;
  /** metadata.log.max.record.bytes.between.snapshots; default 20 MiB. */
  readonly maxBytesBetweenSnapshots?: number;
  /** metadata.log.max.snapshot.interval.ms; default 1 hour, 0 for none by time. */
  readonly maxSnapshotIntervalMs?: number;
  /** Told when a snapshot could not be written; the next try comes with a later commit. */
  onError?(cause: unknown): void;
}

const DEFAULT_MAX_BYTES = 20 * 1024 * 1024;
const DEFAULT_INTERVAL_MS = 3_600_000;

/**
 * Decides when a snapshot of the metadata is written, and writes it. It stands between Raft and the state machine and
 * passes everything on.
 *
 * Ordering rules: a snapshot holds committed records only, so it begins at a moment when the image has nothing that is
 * not committed: after a commit that reached the image's offset. If the image is ahead, the next commit is tried.
 * One snapshot at a time. A timer exists only while there is something a snapshot would hold.
 */
export class SnapshotGenerator implements RaftStateMachine {
  readonly #options: SnapshotGeneratorOptions;
  readonly #stateMachine: RaftStateMachine;
  readonly #maxBytes: number;
  readonly #intervalMs: number;
  #timer: Cancellable | undefined;
  #isDue = false;
  #isWriting = false;
  #isClosed = false;

  constructor(options: SnapshotGeneratorOptions, stateMachine: RaftStateMachine) {
    this.#options = options;
    this.#stateMachine = stateMachine;
    this.#maxBytes = options.maxBytesBetweenSnapshots ?? DEFAULT_MAX_BYTES;
    this.#intervalMs = options.maxSnapshotIntervalMs ?? DEFAULT_INTERVAL_MS;
  }

  onCommitted(batch: CommittedBatch): void {
    this.#stateMachine.onCommitted(batch);
    this.#consider();
  }

  onSnapshot(id: SnapshotId, batches: Iterable<CommittedBatch>): void {
    this.#stateMachine.onSnapshot(id, batches);
  }

  onLeadership(epoch: LeaderEpoch): void {
    this.#stateMachine.onLeadership(epoch);
  }

  onResigned(epoch: LeaderEpoch): void {
    this.#stateMachine.onResigned(epoch);
  }

  onLeaderChange(leaderId: BrokerId, epoch: LeaderEpoch): void {
    this.#stateMachine.onLeaderChange(leaderId, epoch);
  }

  /** Begins no further snapshot. One under way ends with the Raft node. */
  close(): void {
    this.#isClosed = true;
    this.#timer?.cancel();
  }

  #consider(): void {
    if (this.#isClosed || this.#isWriting) return;
    if (this.#timer === undefined && this.#intervalMs > 0) {
      this.#timer = this.#options.scheduler.after(this.#intervalMs, () => {
        this.#timer = undefined;
        this.#isDue = true;
        this.#beginIfCommitted();
      });
    }
    if (this.#options.raft.bytesSinceSnapshot >= this.#maxBytes) this.#isDue = true;
    if (this.#isDue) this.#beginIfCommitted();
  }

  #beginIfCommitted(): void {
    const { raft, logger } = this.#options;
    const image = this.#options.image();
    const endOffset: Offset = image.offset + 1;
    if (this.#isWriting || this.#isClosed || endOffset > raft.highWatermark) return;
    this.#isDue = false;
    this.#timer?.cancel();
    this.#timer = undefined;
    if (endOffset <= (raft.latestSnapshot()?.endOffset ?? 0)) return;
    this.#isWriting = true;
    void this.#write(image, { endOffset, epoch: image.epoch }, image.timestamp)
      .then(
        () => logger.info('wrote a metadata snapshot', { endOffset, epoch: image.epoch }),
        (cause: unknown) => {
          if (this.#isClosed) return;
          logger.error('a metadata snapshot could not be written; the log is kept', { endOffset, cause: String(cause) });
          this.#options.onError?.(cause);
        },
      )
      .finally(() => {
        this.#isWriting = false;
      });
  }

  async #write(image: MetadataImage, id: SnapshotId, timestamp: TimestampMs): Promise<void> {
    const snapshot = new ImageSnapshot(image);
    try {
      await this.#options.raft.writeSnapshot(id, timestamp, snapshot.records());
    } finally {
      snapshot.close();
    }
  }
}
