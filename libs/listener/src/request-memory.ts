/** Connections that are woken for one end of a shortage; each wakes the next one when it is done. */
const WOKEN_AT_ONCE = 16;

/**
 * The budget for bytes of requests under way (queued.max.request.bytes), of all listeners of a broker: frames that are
 * being put together, by the size that they claim, and requests whose bytes are kept until they are appended or answered.
 * While it is used up no further frame is begun: connections are not read from, and wait here in the order they came.
 *
 * As in Kafka, the frame that uses it up may go beyond it, or a frame larger than the budget could never be taken.
 */
export class RequestMemory {
  readonly #limitBytes: number;
  readonly #waiting = new Set<() => void>();
  #usedBytes = 0;

  /** Below 0: no limit. */
  constructor(limitBytes: number = -1) {
    this.#limitBytes = limitBytes < 0 ? Infinity : limitBytes;
  }

  get usedBytes(): number {
    return this.#usedBytes;
  }

  /** What is left of the limit; Infinity without one. */
  get availableBytes(): number {
    return Math.max(0, this.#limitBytes - this.#usedBytes);
  }

  /** Connections that wait. */
  get waitingCount(): number {
    return this.#waiting.size;
  }

  get hasRoom(): boolean {
    return this.#usedBytes < this.#limitBytes;
  }

  reserve(bytes: number): void {
    this.#usedBytes += bytes;
  }

  release(bytes: number): void {
    this.#usedBytes -= bytes;
    for (let woken = 0; woken < WOKEN_AT_ONCE && this.wakeNext(); woken++);
  }

  /** `wake` is called once there is room, unless it was taken back. Whoever was woken calls `wakeNext` when it has taken what it wanted. */
  awaitRoom(wake: () => void): void {
    this.#waiting.add(wake);
  }

  forget(wake: () => void): void {
    this.#waiting.delete(wake);
  }

  /** Wakes the one that waits for longest, if there is room; false when nobody was. */
  wakeNext(): boolean {
    if (!this.hasRoom) return false;
    const [first] = this.#waiting;
    if (first === undefined) return false;
    this.#waiting.delete(first);
    first();
    return true;
  }
}
