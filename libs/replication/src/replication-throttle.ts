import type { Clock, PartitionIndex } from '@ottla/model';

/** What one side of replication is held to. Asked each time: rates and lists change while the broker runs. */
export interface ThrottleRules {
  /** Whether this broker's replica of the partition is throttled on this side. */
  readonly isThrottled: (topic: string, partition: PartitionIndex) => boolean;
  /** leader.replication.throttled.rate or follower.replication.throttled.rate; Infinity for none. */
  readonly bytesPerSecond: () => number;
}

/** How the rate is measured: over the last `windowCount` windows. */
export interface ThrottleWindows {
  /** replication.quota.window.num */
  readonly windowCount: number;
  /** replication.quota.window.size.seconds */
  readonly windowMs: number;
}

/**
 * Holds one side of replication (what is served to followers, or what is fetched from leaders) to a rate, for the
 * replicas that are named (KIP-73). Nothing is cut short: while the rate is exceeded, nothing more of those replicas is
 * read. Replicas in sync are spared by the caller, though their bytes count.
 */
export class ReplicationThrottle {
  readonly #rules: ThrottleRules;
  readonly #clock: Clock;
  readonly #windowMs: number;
  /** Bytes of each window, and the number of the window since time zero that the slot holds. */
  readonly #bytes: Float64Array;
  readonly #windows: Float64Array;

  constructor(rules: ThrottleRules, clock: Clock, { windowCount, windowMs }: ThrottleWindows) {
    this.#rules = rules;
    this.#clock = clock;
    this.#windowMs = windowMs;
    this.#bytes = new Float64Array(windowCount);
    this.#windows = new Float64Array(windowCount).fill(-Infinity);
  }

  isThrottled({ topic, partition }: { readonly topic: string; readonly partition: PartitionIndex }): boolean {
    return this.#rules.isThrottled(topic, partition);
  }

  get isExceeded(): boolean {
    return this.bytesPerSecond > this.#rules.bytesPerSecond();
  }

  /** As measured: from the start of the oldest window in which anything moved, and never over less than one window. */
  get bytesPerSecond(): number {
    const nowMs = this.#clock.monotonicMs();
    const oldest = Math.floor(nowMs / this.#windowMs) - this.#windows.length;
    let total = 0;
    let first = Infinity;
    for (const [slot, window] of this.#windows.entries()) {
      if (window <= oldest) continue;
      total += this.#bytes[slot] as number;
      first = Math.min(first, window);
    }
    if (total === 0) return 0;
    return (total * 1000) / Math.max(this.#windowMs, nowMs - first * this.#windowMs);
  }

  record(bytes: number): void {
    const window = Math.floor(this.#clock.monotonicMs() / this.#windowMs);
    const slot = window % this.#windows.length;
    if (this.#windows[slot] !== window) {
      this.#windows[slot] = window;
      this.#bytes[slot] = 0;
    }
    this.#bytes[slot] = (this.#bytes[slot] as number) + bytes;
  }
}
