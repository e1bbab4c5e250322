import type { Offset } from '@ottla/model';
import type { LocalLog } from './local-log.ts';
import type { ProducerStateManager } from './producer-state-manager.ts';

/**
 * The offsets that bound one log for its users. Invariant: logStart <= lastStable <= highWatermark <= written end
 * <= logEnd, where the written end is the LocalLog's.
 */
export class LogOffsets {
  #logStart: Offset;
  /** Told when the log start moved. */
  onLogStartMoved: (() => void) | undefined;
  /** Offset of the next record, staged records counted. */
  logEnd: Offset;
  readonly #local: LocalLog;
  readonly #producers: ProducerStateManager;
  #highWatermark: Offset;

  constructor(local: LocalLog, producers: ProducerStateManager, logStart: Offset) {
    this.#local = local;
    this.#producers = producers;
    this.#logStart = logStart;
    this.logEnd = local.writtenEndOffset;
    this.#highWatermark = logStart;
  }

  get logStart(): Offset {
    return this.#logStart;
  }

  set logStart(offset: Offset) {
    if (offset === this.#logStart) return;
    this.#logStart = offset;
    this.onLogStartMoved?.();
  }

  get highWatermark(): Offset {
    return this.#highWatermark;
  }

  /** Before the first transaction that is open, or whose marker is not below the high watermark. */
  get lastStable(): Offset {
    const unstable = this.#producers.firstUnstableOffset();
    return unstable === undefined || unstable >= this.#highWatermark ? this.#highWatermark : Math.max(unstable, this.logStart);
  }

  /** Moves the high watermark, clamped to what is written; answers the new one. */
  updateHighWatermark(offset: Offset): Offset {
    this.#highWatermark = Math.max(this.logStart, Math.min(offset, this.#local.writtenEndOffset));
    this.#producers.onHighWatermark(this.#highWatermark);
    return this.#highWatermark;
  }

  /** The same, but only upwards. True when it moved. */
  maybeIncrementHighWatermark(offset: Offset): boolean {
    const before = this.#highWatermark;
    return offset > before && this.updateHighWatermark(offset) > before;
  }

  /** The log was cut or begun anew: nothing may lie outside it any more. */
  clamp(): void {
    this.logEnd = this.#local.writtenEndOffset;
    this.logStart = Math.min(this.logStart, this.logEnd);
    this.updateHighWatermark(this.#highWatermark);
  }
}
