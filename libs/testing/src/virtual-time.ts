import type { Cancellable, Clock, Scheduler, TimestampMs } from '@ottla/model';

export interface VirtualTimeOptions {
  /** Wall clock at the start; the monotonic clock starts at 0. */
  readonly startMs?: TimestampMs;
}

/** A clock and a scheduler that move when the test says so. */
export interface VirtualTime {
  readonly clock: Clock;
  readonly scheduler: Scheduler;
  /**
   * Runs all that is due within `ms` from now, in order of time and then of scheduling, each timer followed by
   * the end-of-turn tasks it left, and stands `ms` later. A task's error comes out here, time standing at it.
   */
  readonly advance: (ms: number) => void;
  /** One turn: timers due by now, then the end-of-turn tasks that were waiting. Answers whether anything ran. */
  readonly runTurn: () => boolean;
  /** Moves the wall clock alone, as a correction of the machine's time does. */
  readonly jumpWallClock: (ms: number) => void;
  /** When the next timer is due, in monotonic ms; undefined when none is set. */
  readonly nextTimerMs: () => number | undefined;
}

/** End-of-turn tasks that schedule themselves for ever are a defect, found after this many turns without time moving. */
const MAX_TURNS_AT_ONE_TIME = 100_000;

/** See `VirtualTime`. Everything runs inside `advance` and `runTurn`. */
export function virtualTime(options: VirtualTimeOptions = {}): VirtualTime {
  const timers = new TimerHeap();
  let nowMs = 0;
  let wallOffsetMs = options.startMs ?? 1_750_000_000_000;
  let turnTasks: (() => void)[] = [];

  const runEndOfTurn = (): boolean => {
    if (turnTasks.length === 0) return false;
    const tasks = turnTasks;
    turnTasks = [];
    // A failing task must not take its neighbours along: they run in the next turn.
    let done = 0;
    try {
      for (const task of tasks) {
        done++;
        task();
      }
    } finally {
      if (done < tasks.length) turnTasks = [...tasks.slice(done), ...turnTasks];
    }
    return true;
  };

  const settle = (): void => {
    for (let turn = 0; runEndOfTurn(); turn++) {
      if (turn >= MAX_TURNS_AT_ONE_TIME) throw new Error('end-of-turn tasks schedule each other without end');
    }
  };

  return {
    clock: { now: () => Math.floor(wallOffsetMs + nowMs), monotonicMs: () => nowMs },
    scheduler: {
      after: (delayMs, task) => timers.add(nowMs + Math.max(0, delayMs), task),
      endOfTurn: (task) => void turnTasks.push(task),
    },
    advance(ms) {
      const untilMs = nowMs + ms;
      settle();
      for (let timer = timers.takeDue(untilMs); timer !== undefined; timer = timers.takeDue(untilMs)) {
        nowMs = Math.max(nowMs, timer.dueMs);
        timer.task();
        settle();
      }
      nowMs = untilMs;
    },
    runTurn() {
      let ran = false;
      // Timers set by this turn's timers wait for the next turn, also those due at once.
      const lastOrder = timers.lastOrder;
      for (let timer = timers.takeDue(nowMs, lastOrder); timer !== undefined; timer = timers.takeDue(nowMs, lastOrder)) {
        timer.task();
        ran = true;
      }
      return runEndOfTurn() || ran;
    },
    jumpWallClock(ms) {
      wallOffsetMs += ms;
    },
    nextTimerMs: () => timers.nextDueMs(),
  };
}

interface Timer extends Cancellable {
  readonly dueMs: number;
  readonly order: number;
  readonly task: () => void;
  cancelled: boolean;
}

/** Binary heap by time, then by order of scheduling. Cancelled timers leave when they reach the top. */
class TimerHeap {
  readonly #heap: Timer[] = [];
  lastOrder = 0;

  add(dueMs: number, task: () => void): Cancellable {
    this.lastOrder += 1;
    const timer: Timer = {
      dueMs,
      order: this.lastOrder,
      task,
      cancelled: false,
      cancel() {
        timer.cancelled = true;
      },
    };
    const heap = this.#heap;
    let at = heap.length;
    heap.push(timer);
    while (at > 0) {
      const parent = (at - 1) >> 1;
      if (!isBefore(timer, heap[parent] as Timer)) break;
      heap[at] = heap[parent] as Timer;
      at = parent;
    }
    heap[at] = timer;
    return timer;
  }

  nextDueMs(): number | undefined {
    while (this.#heap[0]?.cancelled === true) this.#removeTop();
    return this.#heap[0]?.dueMs;
  }

  /** The first timer, when it is due by `untilMs` and was set no later than `lastOrder`. */
  takeDue(untilMs: number, lastOrder = Infinity): Timer | undefined {
    const dueMs = this.nextDueMs();
    const top = this.#heap[0];
    if (dueMs === undefined || top === undefined || dueMs > untilMs || top.order > lastOrder) return undefined;
    this.#removeTop();
    return top;
  }

  #removeTop(): void {
    const heap = this.#heap;
    const last = heap.pop() as Timer;
    if (heap.length === 0) return;
    let at = 0;
    for (;;) {
      let child = 2 * at + 1;
      if (child >= heap.length) break;
      if (child + 1 < heap.length && isBefore(heap[child + 1] as Timer, heap[child] as Timer)) child++;
      if (!isBefore(heap[child] as Timer, last)) break;
      heap[at] = heap[child] as Timer;
      at = child;
    }
    heap[at] = last;
  }
}

function isBefore(a: Timer, b: Timer): boolean {
  return a.dueMs < b.dueMs || (a.dueMs === b.dueMs && a.order < b.order);
}
