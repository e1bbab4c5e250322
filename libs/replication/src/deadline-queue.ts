import type { Cancellable, Clock, Scheduler } from '@ottla/model';

/** Something that is parked until it is done or its time is up. */
export interface Timed {
  /** Monotonic milliseconds at which it is given up. */
  readonly deadlineMs: number;
  readonly isDone: boolean;
  onDeadline(): void;
}

/** Finished entries that may stay in the heap before it is swept; keeps it within twice its live size. */
const SWEEP_SLACK = 1024;

/**
 * Deadlines of parked requests behind one timer: a binary heap by time, where finished entries stay until they come up
 * or until there are more of them than live ones. Parking a request costs no timer of its own.
 */
export class DeadlineQueue {
  readonly #clock: Clock;
  readonly #scheduler: Scheduler;
  #heap: Timed[] = [];
  #live = 0;
  #timer: Cancellable | undefined;
  #timerAtMs = Infinity;

  constructor(clock: Clock, scheduler: Scheduler) {
    this.#clock = clock;
    this.#scheduler = scheduler;
  }

  /** Parked entries. */
  get size(): number {
    return this.#live;
  }

  add(entry: Timed): void {
    this.#live++;
    this.#push(entry);
    if (entry.deadlineMs < this.#timerAtMs) this.#arm(entry.deadlineMs);
  }

  /** To be called once by an entry that finished before its deadline. */
  finished(): void {
    this.#live--;
    if (this.#live === 0) {
      this.#heap = [];
      this.close();
    } else if (this.#heap.length > 2 * this.#live + SWEEP_SLACK) {
      this.#sweep();
    }
  }

  /** Forgets the timer; entries that are left never time out. */
  close(): void {
    this.#timer?.cancel();
    this.#timer = undefined;
    this.#timerAtMs = Infinity;
  }

  #arm(atMs: number): void {
    this.#timer?.cancel();
    this.#timerAtMs = atMs;
    this.#timer = this.#scheduler.after(Math.max(0, atMs - this.#clock.monotonicMs()), () => {
      this.#timer = undefined;
      this.#timerAtMs = Infinity;
      this.#expire();
    });
  }

  #expire(): void {
    const nowMs = this.#clock.monotonicMs();
    for (let first = this.#heap[0]; first !== undefined; first = this.#heap[0]) {
      if (!first.isDone && first.deadlineMs > nowMs) break;
      this.#pop();
      if (first.isDone) continue;
      this.#live--;
      first.onDeadline();
    }
    const next = this.#heap[0];
    if (next !== undefined) this.#arm(next.deadlineMs);
  }

  #sweep(): void {
    const live = this.#heap.filter((entry) => !entry.isDone);
    this.#heap = [];
    for (const entry of live) this.#push(entry);
  }

  #push(entry: Timed): void {
    const heap = this.#heap;
    let at = heap.length;
    heap.push(entry);
    while (at > 0) {
      const parent = (at - 1) >> 1;
      const above = heap[parent] as Timed;
      if (above.deadlineMs <= entry.deadlineMs) break;
      heap[at] = above;
      at = parent;
    }
    heap[at] = entry;
  }

  #pop(): void {
    const heap = this.#heap;
    const last = heap.pop();
    if (last === undefined || heap.length === 0) return;
    let at = 0;
    for (;;) {
      let child = 2 * at + 1;
      if (child >= heap.length) break;
      if (child + 1 < heap.length && (heap[child + 1] as Timed).deadlineMs < (heap[child] as Timed).deadlineMs) child++;
      if ((heap[child] as Timed).deadlineMs >= last.deadlineMs) break;
      heap[at] = heap[child] as Timed;
      at = child;
    }
    heap[at] = last;
  }
}
