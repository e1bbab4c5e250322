import type { Cancellable, Scheduler } from '@ottla/model';

interface HeldTask {
  readonly task: () => void;
  isCancelled: boolean;
}

/**
 * A process that can be stopped and goes on later (SIGSTOP, SIGCONT), while time goes on: its timers fire late, and what others
 * sent waits. Ordering: after a pause, what was due comes in its order, in a turn of its own, before anything that was awaited.
 */
export class PausableProcess {
  readonly scheduler: Scheduler;
  readonly #scheduler: Scheduler;
  #held: HeldTask[] = [];
  #awake: PromiseWithResolvers<void> | undefined;

  constructor(scheduler: Scheduler) {
    this.#scheduler = scheduler;
    this.scheduler = {
      after: (delayMs, task) => this.#own(task, (held) => scheduler.after(delayMs, held)),
      endOfTurn: (task) => scheduler.endOfTurn(() => this.#run({ task, isCancelled: false })),
    };
  }

  get isPaused(): boolean {
    return this.#awake !== undefined;
  }

  #own(task: () => void, schedule: (task: () => void) => Cancellable): Cancellable {
    const own: HeldTask = { task, isCancelled: false };
    const timer = schedule(() => this.#run(own));
    return {
      cancel: () => {
        own.isCancelled = true;
        timer.cancel();
      },
    };
  }

  #run(held: HeldTask): void {
    if (held.isCancelled) return;
    if (this.isPaused) this.#held.push(held);
    else held.task();
  }

  /** Settles once the process runs: at once, or when it goes on. Never when it dies first. */
  async awake(): Promise<void> {
    while (this.#awake !== undefined) await this.#awake.promise;
  }

  pause(): void {
    this.#awake ??= Promise.withResolvers();
  }

  resume(): void {
    const awake = this.#awake;
    const held = this.#held;
    this.#awake = undefined;
    this.#held = [];
    this.#scheduler.endOfTurn(() => {
      for (const task of held) this.#run(task);
      awake?.resolve();
    });
  }

  /** The process is gone, and with it what it was to do. */
  die(): void {
    this.#held = [];
    this.#awake = undefined;
  }
}
