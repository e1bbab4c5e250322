import { describe, expect, it } from '@jest/globals';
import type { Clock, Scheduler } from '@ottla/model';

/** Makes a scheduler, its clock, and a way to let `ms` of its time pass. */
export type MakeScheduler = () => {
  readonly clock: Clock;
  readonly scheduler: Scheduler;
  /** Resolves when at least `ms` have passed and the end-of-turn tasks of then have run. */
  readonly pass: (ms: number) => Promise<void>;
};

/** What every Scheduler does. */
export function schedulerContract(name: string, make: MakeScheduler): void {
  describe(`${name} as a Scheduler`, () => {
    it('never runs a task inside the call that schedules it', async () => {
      const { scheduler, pass } = make();
      const seen: string[] = [];
      scheduler.after(0, () => seen.push('timer'));
      scheduler.endOfTurn(() => seen.push('turn'));
      expect(seen).toEqual([]);
      await pass(5);
      expect(seen.toSorted()).toEqual(['timer', 'turn']);
    });

    it('runs timers in the order of their time, no earlier than asked', async () => {
      const { clock, scheduler, pass } = make();
      const startMs = clock.monotonicMs();
      const seen: string[] = [];
      const at: number[] = [];
      scheduler.after(20, () => { seen.push('b'); at.push(clock.monotonicMs() - startMs); });
      scheduler.after(5, () => { seen.push('a'); at.push(clock.monotonicMs() - startMs); });
      await pass(60);
      expect(seen).toEqual(['a', 'b']);
      expect(at[0]).toBeGreaterThanOrEqual(5);
      expect(at[1]).toBeGreaterThanOrEqual(20);
    });

    it('does not run what was cancelled, and lets late and repeated cancelling be', async () => {
      const { scheduler, pass } = make();
      let ran = 0;
      const cancelled = scheduler.after(1, () => { ran += 100; });
      const kept = scheduler.after(1, () => { ran += 1; });
      cancelled.cancel();
      cancelled.cancel();
      await pass(10);
      kept.cancel();
      expect(ran).toBe(1);
    });

    it('runs end-of-turn tasks once, in order; those they add wait for another turn', async () => {
      const { scheduler, pass } = make();
      const seen: number[] = [];
      scheduler.endOfTurn(() => {
        seen.push(1);
        scheduler.endOfTurn(() => seen.push(3));
      });
      scheduler.endOfTurn(() => seen.push(2));
      await pass(5);
      expect(seen).toEqual([1, 2, 3]);
    });

    it('runs the end-of-turn tasks of a timer before later timers', async () => {
      const { scheduler, pass } = make();
      const seen: string[] = [];
      scheduler.after(1, () => { seen.push('first'); scheduler.endOfTurn(() => seen.push('its turn')); });
      scheduler.after(30, () => seen.push('later'));
      await pass(60);
      expect(seen).toEqual(['first', 'its turn', 'later']);
    });

    it('has a monotonic clock that keeps up', async () => {
      const { clock, pass } = make();
      const before = clock.monotonicMs();
      await pass(10);
      expect(clock.monotonicMs() - before).toBeGreaterThanOrEqual(10);
      expect(Number.isInteger(clock.now())).toBe(true);
    });
  });
}
