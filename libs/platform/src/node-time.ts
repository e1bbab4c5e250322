import { performance } from 'node:perf_hooks';
import * as timers from 'node:timers';
import type { Clock, Scheduler } from '@ottla/model';

// Taken once, and not from the globals: tests that replace clocks and timers by fakes must not stop a broker inside them.
const { setTimeout, clearTimeout, setImmediate } = timers;
const now = Date.now;
const monotonicMs = performance.now.bind(performance);

/** The machine's clocks. */
export const systemClock: Clock = { now, monotonicMs };

/** Longest delay that setTimeout keeps; beyond it, it would fire at once. */
const LONGEST_DELAY_MS = 2 ** 31 - 1;

/**
 * Node's event loop. All end-of-turn tasks of a turn share one setImmediate, which runs after the input of that turn.
 * A task that throws is a defect: the error becomes an uncaught exception and ends the process.
 */
export function nodeScheduler(): Scheduler {
  let tasks: (() => void)[] = [];
  const runTasks = (): void => {
    const due = tasks;
    tasks = [];
    for (const task of due) task();
  };
  return {
    after(delayMs, task) {
      const atMs = monotonicMs() + delayMs;
      let timer: NodeJS.Timeout;
      // setTimeout counts from the start of the turn and may fire early: it is then set again for the rest.
      const fire = (): void => {
        if (monotonicMs() < atMs) arm();
        else task();
      };
      const arm = (): void => {
        timer = setTimeout(fire, Math.min(Math.max(0, Math.ceil(atMs - monotonicMs())), LONGEST_DELAY_MS));
        timer.unref();
      };
      arm();
      return {
        cancel: () => {
          clearTimeout(timer);
        },
      };
    },
    endOfTurn(task) {
      if (tasks.push(task) === 1) setImmediate(runTasks);
    },
  };
}
