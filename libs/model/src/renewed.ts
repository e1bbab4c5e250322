import type { Scheduler } from './ports/clock.ts';

/** How soon something that changed is taken up. */
const LOOK_AGAIN_MS = 10_000;

export interface RenewedOptions<T> {
  /** Reads all of it anew. Throws Error when what it finds is not fit. */
  readonly read: () => T;
  readonly isSame: (one: T, other: T) => boolean;
  /** Looks closer at what was read, where that takes its time: asked only of what is not in force. Throws Error when it is not fit. */
  readonly check?: (found: T) => void;
  readonly scheduler: Scheduler;
  /** What is found is not fit: told once for each reason in a row. */
  readonly onUnfit: (reason: string) => void;
}

/**
 * What was read from files that others renew, such as certificates: read at once, and again every ten seconds, so that
 * a renewal takes no restart. What is not fit is not taken: what was read before stays in force.
 */
export class Renewed<T> {
  readonly #options: RenewedOptions<T>;
  readonly #listeners: (() => void)[] = [];
  #inForce: T;
  #complaint = '';

  /** Throws what `read` and `check` throw. */
  constructor(options: RenewedOptions<T>) {
    this.#options = options;
    this.#inForce = options.read();
    options.check?.(this.#inForce);
    this.#lookLater();
  }

  get inForce(): T {
    return this.#inForce;
  }

  /** `listener` runs when `inForce` has become another; listeners run in the order in which they came. */
  onRenewed(listener: () => void): void {
    this.#listeners.push(listener);
  }

  #lookLater(): void {
    this.#options.scheduler.after(LOOK_AGAIN_MS, () => {
      this.#look();
      this.#lookLater();
    });
  }

  #look(): void {
    const { read, isSame, check, onUnfit } = this.#options;
    let found: T;
    let isRenewed: boolean;
    try {
      found = read();
      isRenewed = !isSame(found, this.#inForce);
      if (isRenewed) check?.(found);
    } catch (error) {
      const complaint = error instanceof Error ? error.message : String(error);
      if (complaint !== this.#complaint) onUnfit(complaint);
      this.#complaint = complaint;
      return;
    }
    this.#complaint = '';
    if (!isRenewed) return;
    this.#inForce = found;
    for (const listener of this.#listeners) listener();
  }
}
