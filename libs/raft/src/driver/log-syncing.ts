import type { Offset, Scheduler } from '@ottla/model';
import type { RaftLog } from '../log/raft-log.ts';

export interface LogSyncingOptions {
  readonly log: RaftLog;
  readonly scheduler: Scheduler;
  readonly isRunning: () => boolean;
  /** All below can be read. */
  readonly onWritten: (endOffset: Offset) => void;
  /** All below is durable. */
  readonly onSynced: (endOffset: Offset) => void;
  readonly onFailure: (cause: unknown) => void;
}

/**
 * Writes and syncs the log: everything of a turn together at its end, one sync at a time; what is appended during a sync
 * goes with the next. What is truncated while a sync is under way does not count as durable by it.
 */
export class LogSyncing {
  readonly #options: LogSyncingOptions;
  #isWanted = false;
  #underWay: Promise<void> | undefined;
  #endOffset: Offset = 0;

  constructor(options: LogSyncingOptions) {
    this.#options = options;
  }

  request(): void {
    if (this.#isWanted) return;
    this.#isWanted = true;
    if (this.#underWay === undefined) this.#options.scheduler.endOfTurn(() => this.#sync());
  }

  truncated(endOffset: Offset): void {
    this.#endOffset = Math.min(this.#endOffset, endOffset);
  }

  /** Settles when nothing is under way; what was asked for by now is durable then. Rejects when the log fails. */
  async finish(): Promise<void> {
    await this.#underWay;
    if (this.#isWanted) await this.#options.log.sync();
  }

  #sync(): void {
    const { log, isRunning, onWritten, onSynced, onFailure } = this.#options;
    if (!isRunning() || this.#underWay !== undefined) return;
    this.#isWanted = false;
    this.#endOffset = log.endOffset;
    this.#underWay = log.sync().then(
      () => {
        this.#underWay = undefined;
        if (!isRunning()) return;
        onSynced(this.#endOffset);
        // Appended meanwhile; what the deliveries of this commit appended goes along.
        if (this.#isWanted) this.#sync();
      },
      (error: unknown) => {
        this.#underWay = undefined;
        onFailure(error);
      },
    );
    onWritten(log.writtenEndOffset);
  }
}
