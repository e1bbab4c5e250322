import type { BrokerId, Cancellable, Clock, Scheduler } from '@ottla/model';
import type { MetadataImage } from '../image/image.ts';
import type { BrokerSessions } from './broker-sessions.ts';

export interface SessionWatchOptions {
  readonly clock: Clock;
  readonly scheduler: Scheduler;
  readonly sessions: BrokerSessions;
  readonly image: () => MetadataImage;
  /** These brokers were silent for their session timeout. */
  readonly onSilent: (ids: readonly BrokerId[]) => void;
}

/** A timer that fires this much late tells of a stall of this process: brokers could not be heard either. */
const STALL_MS = 1000;

/** Tells the active controller of brokers that are silent, with one timer for the one that may be the next to have been so for too long. */
export class SessionWatch {
  readonly #options: SessionWatchOptions;
  #timer: Cancellable | undefined;
  #isStopped = true;

  constructor(options: SessionWatchOptions) {
    this.#options = options;
  }

  start(): void {
    this.#isStopped = false;
    this.look();
  }

  /** A broker was heard, or fenced: sets the timer unless it is set. */
  look(): void {
    if (this.#timer !== undefined || this.#isStopped) return;
    const { clock, scheduler, sessions, image } = this.#options;
    const delayMs = sessions.nextExpiryMs(image(), clock.monotonicMs());
    if (delayMs === undefined) return;
    const dueMs = clock.monotonicMs() + delayMs;
    this.#timer = scheduler.after(delayMs, () => {
      if (clock.monotonicMs() - dueMs < STALL_MS) this.#due();
      else this.#timer = scheduler.after(STALL_MS, () => this.#due());
    });
  }

  stop(): void {
    this.#isStopped = true;
    this.#timer?.cancel();
    this.#timer = undefined;
  }

  #due(): void {
    this.#timer = undefined;
    const { clock, sessions, image, onSilent } = this.#options;
    onSilent(sessions.expired(image(), clock.monotonicMs()));
    this.look();
  }
}
