import type { Histogram, Offset } from '@ottla/model';
import type { Clock } from '@ottla/model';
import type { UnifiedLog } from './unified-log.ts';

/** Flushes under way at once: more would keep reads waiting for a thread. */
const FLUSHES_AT_ONCE = 2;

/** Makes logs durable behind the appends: sealed segments after a roll, long tails, and what flush.ms asks for. */
export class FlushQueue {
  readonly #clock: Clock;
  readonly #durations: Histogram;
  readonly #onFlushed: () => void;
  /** Up to which offset; a log waits once, with the greatest. */
  readonly #waiting = new Map<UnifiedLog, Offset>();
  #running = 0;
  #isStopped = false;

  /** `onFlushed` is told after each flush that went well. */
  constructor(clock: Clock, durations: Histogram, onFlushed: () => void) {
    this.#clock = clock;
    this.#durations = durations;
    this.#onFlushed = onFlushed;
  }

  add(log: UnifiedLog, offset: Offset): void {
    if (this.#isStopped) return;
    this.#waiting.set(log, Math.max(offset, this.#waiting.get(log) ?? 0));
    this.#next();
  }

  /** Nothing more begins; what is under way ends by itself. */
  stop(): void {
    this.#isStopped = true;
    this.#waiting.clear();
  }

  #next(): void {
    for (const [log, offset] of this.#waiting) {
      if (this.#running >= FLUSHES_AT_ONCE) return;
      this.#waiting.delete(log);
      this.#running++;
      const startMs = this.#clock.monotonicMs();
      const ended = (): void => {
        this.#running--;
        this.#next();
      };
      // A failure is the log's own to remember and to tell of.
      log.flush(offset).then(() => {
        this.#durations.observe(this.#clock.monotonicMs() - startMs);
        this.#onFlushed();
        ended();
      }, ended);
    }
  }
}
