import { describe, expect, it } from '@jest/globals';
import type { Cancellable, Scheduler } from '@ottla/model';
import { seededRandom, virtualTime } from '@ottla/testing';
import { DeadlineQueue, type Timed } from './deadline-queue.ts';

class Entry implements Timed {
  readonly deadlineMs: number;
  isDone = false;
  firedAtMs: number | undefined;
  readonly #onDeadline: (entry: Entry) => void;

  constructor(deadlineMs: number, onDeadline: (entry: Entry) => void = () => {}) {
    this.deadlineMs = deadlineMs;
    this.#onDeadline = onDeadline;
  }

  onDeadline(): void {
    this.isDone = true;
    this.#onDeadline(this);
  }
}

function queueWithTimers(): { readonly time: ReturnType<typeof virtualTime>; readonly queue: DeadlineQueue; timers: () => number } {
  const time = virtualTime();
  let live = 0;
  const scheduler: Scheduler = {
    endOfTurn: (task) => time.scheduler.endOfTurn(task),
    after(delayMs, task): Cancellable {
      live++;
      let isOver = false;
      const end = (): void => {
        if (!isOver) live--;
        isOver = true;
      };
      const timer = time.scheduler.after(delayMs, () => {
        end();
        task();
      });
      return {
        cancel() {
          end();
          timer.cancel();
        },
      };
    },
  };
  return { time, queue: new DeadlineQueue(time.clock, scheduler), timers: () => live };
}

describe('DeadlineQueue', () => {
  it('fires thousands of deadlines at their time behind one timer', () => {
    const { time, queue, timers } = queueWithTimers();
    const random = seededRandom(7);
    const entries = Array.from({ length: 5_000 }, () => new Entry(1 + random.below(10_000), (entry) => (entry.firedAtMs = time.clock.monotonicMs())));
    for (const entry of entries) {
      queue.add(entry);
      expect(timers()).toBe(1);
    }
    time.advance(5_000);
    expect(timers()).toBe(1);
    expect(queue.size).toBe(entries.filter(({ deadlineMs }) => deadlineMs > 5_000).length);
    time.advance(5_000);
    expect(entries.filter((entry) => entry.firedAtMs !== entry.deadlineMs)).toEqual([]);
    expect([queue.size, timers()]).toEqual([0, 0]);
  });

  it('passes over entries that finished, and sets no timer when none is left', () => {
    const { time, queue, timers } = queueWithTimers();
    const early = new Entry(10, () => expect('fired').toBe('passed over'));
    const late = new Entry(20, (entry) => (entry.firedAtMs = time.clock.monotonicMs()));
    queue.add(early);
    queue.add(late);
    early.isDone = true;
    queue.finished();
    time.advance(30);
    expect([late.firedAtMs, queue.size, timers()]).toEqual([20, 0, 0]);
    const other = new Entry(100);
    queue.add(other);
    other.isDone = true;
    queue.finished();
    expect([queue.size, timers()]).toEqual([0, 0]);
  });

  it('fires an entry whose time is past already, and one added by another that fires', () => {
    const { time, queue } = queueWithTimers();
    time.advance(50);
    const fired: number[] = [];
    queue.add(
      new Entry(10, () => {
        fired.push(10);
        queue.add(new Entry(60, () => fired.push(60)));
      }),
    );
    expect(fired).toEqual([]);
    time.advance(0);
    expect(fired).toEqual([10]);
    time.advance(10);
    expect(fired).toEqual([10, 60]);
  });

  it('survives that a deadline finishes all others', () => {
    const { time, queue, timers } = queueWithTimers();
    const others = [new Entry(20), new Entry(10)];
    const first = new Entry(10, () => {
      for (const other of others) {
        if (other.isDone) continue;
        other.isDone = true;
        queue.finished();
      }
    });
    queue.add(first);
    for (const other of others) queue.add(other);
    time.advance(100);
    expect([queue.size, timers()]).toEqual([0, 0]);
  });

  it('keeps few finished entries, however long their time is', () => {
    const { time, queue } = queueWithTimers();
    const kept = new Entry(1_000_000, (entry) => (entry.firedAtMs = time.clock.monotonicMs()));
    queue.add(kept);
    let looks = 0;
    for (let count = 0; count < 20_000; count++) {
      let isDone = false;
      const entry: Timed = {
        deadlineMs: 500_000 + count,
        get isDone() {
          looks++;
          return isDone;
        },
        onDeadline: () => expect('fired').toBe('passed over'),
      };
      queue.add(entry);
      isDone = true;
      queue.finished();
    }
    // What is still in the heap is looked at when its time comes.
    looks = 0;
    time.advance(1_000_000);
    expect(looks).toBeLessThan(2_500);
    expect(kept.firedAtMs).toBe(1_000_000);
  });

  it('forgets its timer at close', () => {
    const { time, queue, timers } = queueWithTimers();
    const entry = new Entry(10);
    queue.add(entry);
    queue.close();
    time.advance(100);
    expect([timers(), entry.isDone]).toEqual([0, false]);
  });
});
