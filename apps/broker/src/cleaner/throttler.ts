/** Shorter waits cost more than they hold back. */
const MIN_WAIT_MS = 5;
/** What was not used may be caught up for so long. */
const MAX_CREDIT_MS = 100;

/**
 * Holds a thread to a rate of bytes (log.cleaner.io.max.bytes.per.second) by making it sleep. For worker threads only:
 * the thread does nothing meanwhile.
 */
export class Throttler {
  #bytesPerMs = Infinity;
  /** When all that was taken so far is paid for, on the clock of `performance.now`. */
  #paidAtMs = 0;
  readonly #sleeper = new Int32Array(new SharedArrayBuffer(4));
  readonly #nowMs: () => number;
  readonly #sleep: (ms: number) => void;

  constructor(nowMs: () => number = () => performance.now(), sleep?: (ms: number) => void) {
    this.#nowMs = nowMs;
    this.#sleep = sleep ?? ((ms) => void Atomics.wait(this.#sleeper, 0, 0, ms));
  }

  setRate(bytesPerSecond: number): void {
    this.#bytesPerMs = bytesPerSecond / 1000;
  }

  pace(bytes: number): void {
    if (this.#bytesPerMs >= Number.MAX_SAFE_INTEGER) return;
    const nowMs = this.#nowMs();
    this.#paidAtMs = Math.max(this.#paidAtMs, nowMs - MAX_CREDIT_MS) + bytes / this.#bytesPerMs;
    const waitMs = this.#paidAtMs - nowMs;
    if (waitMs >= MIN_WAIT_MS) this.#sleep(waitMs);
  }
}
