import type { Cancellable, Clock, Disk, Logger, Scheduler } from '@ottla/model';
import { DiskError } from '@ottla/model';

/** Files removed in one go, and the pause behind them: deleting a large topic must not hold requests up. */
const REMOVALS_AT_ONCE = 16;
const PAUSE_MS = 20;

interface Removal {
  readonly path: string;
  readonly isDirectory: boolean;
  readonly dueMs: number;
}

/** Removes renamed files and folders after their delay, a few at a time. What a crash leaves, the next start removes. */
export class RemovalQueue {
  readonly #disk: Disk;
  readonly #clock: Clock;
  readonly #scheduler: Scheduler;
  readonly #logger: Logger;
  /** By due time. */
  readonly #removals: Removal[] = [];
  #timer: Cancellable | undefined;
  #timerDueMs = Infinity;
  #isStopped = false;

  constructor(disk: Disk, clock: Clock, scheduler: Scheduler, logger: Logger) {
    this.#disk = disk;
    this.#clock = clock;
    this.#scheduler = scheduler;
    this.#logger = logger;
  }

  get size(): number {
    return this.#removals.length;
  }

  add(path: string, isDirectory: boolean, delayMs: number): void {
    const dueMs = this.#clock.monotonicMs() + delayMs;
    let at = this.#removals.length;
    while (at > 0 && (this.#removals[at - 1] as Removal).dueMs > dueMs) at--;
    this.#removals.splice(at, 0, { path, isDirectory, dueMs });
    this.#schedule(delayMs);
  }

  stop(): void {
    this.#isStopped = true;
    this.#timer?.cancel();
  }

  #schedule(delayMs: number): void {
    const dueMs = this.#clock.monotonicMs() + delayMs;
    if (this.#isStopped || dueMs >= this.#timerDueMs) return;
    this.#timer?.cancel();
    this.#timerDueMs = dueMs;
    this.#timer = this.#scheduler.after(delayMs, () => {
      this.#timerDueMs = Infinity;
      this.#removeDue();
    });
  }

  #removeDue(): void {
    const nowMs = this.#clock.monotonicMs();
    const due: Removal[] = [];
    while (due.length < REMOVALS_AT_ONCE && (this.#removals[0]?.dueMs ?? Infinity) <= nowMs) due.push(this.#removals.shift() as Removal);
    if (this.#disk.removeAsync !== undefined) {
      void this.#removeOffLoop(due, this.#disk.removeAsync);
      return;
    }
    for (const removal of due) this.#remove(removal);
    this.#goOn();
  }

  /** One file after the other, so that reads do not wait for a thread. */
  async #removeOffLoop(due: readonly Removal[], removeAsync: (path: string) => Promise<void>): Promise<void> {
    for (const removal of due) {
      if (removal.isDirectory) await this.#emptyOffLoop(removal.path, removeAsync);
      if (removal.isDirectory) this.#remove(removal);
      else await removeAsync(removal.path).catch((error: unknown) => this.#failed(removal.path, error));
    }
    this.#goOn();
  }

  /** A log's segments are what takes long; the removal of the folder, which follows, takes and tells what is left. */
  async #emptyOffLoop(directory: string, removeAsync: (path: string) => Promise<void>): Promise<void> {
    let names: readonly string[] = [];
    try {
      names = this.#disk.list(directory);
    } catch (error) {
      if (!(error instanceof DiskError)) throw error;
    }
    for (const name of names) await removeAsync(`${directory}/${name}`).catch(() => undefined);
  }

  #goOn(): void {
    const next = this.#removals[0];
    if (next !== undefined) this.#schedule(Math.max(PAUSE_MS, next.dueMs - this.#clock.monotonicMs()));
  }

  #remove({ path, isDirectory }: Removal): void {
    try {
      if (isDirectory) this.#disk.removeDirectory(path);
      else this.#disk.remove(path);
    } catch (error) {
      this.#failed(path, error);
    }
  }

  #failed(path: string, error: unknown): void {
    if (!(error instanceof DiskError)) throw error;
    this.#logger.warn('a deleted file could not be removed and takes space until the next start', { path, error: error.message });
  }
}
