import type { BrokerEpoch, BrokerId, Cancellable, Scheduler } from '@ottla/model';
import type { BrokerImage, MetadataImage } from '../image/image.ts';
import type { BrokerSessions } from './broker-sessions.ts';

export interface DeadBrokerWatchOptions {
  readonly image: () => MetadataImage;
  readonly sessions: BrokerSessions;
  readonly scheduler: Scheduler;
  /** Whether a broker that is not connected is dead for certain. Never rejects. */
  readonly isGone: (broker: BrokerImage) => Promise<boolean>;
  /** The incarnation that registered with `epoch` is dead. */
  readonly onGone: (id: BrokerId, epoch: BrokerEpoch) => void;
}

/** How long brokers have to connect to a controller that just became active, before it looks for them. */
const CONNECT_WITHIN_MS = 300;
/** How often it looks again for those that are still not connected. */
const LOOK_MS = 1_000;

/**
 * Evidence of a broker's death, for the active controller: brokers that are not fenced and not connected are asked for,
 * at once when a link closes, and 300 ms after the controller became active; then again and again until each is connected
 * or fenced. A broker that answers is left to its session timeout.
 * Ordering: one question at a time for a broker; the answer counts for the incarnation that was asked for, and only while
 * it is not connected.
 */
export class DeadBrokerWatch {
  readonly #options: DeadBrokerWatchOptions;
  readonly #asked = new Set<BrokerId>();
  #timer: Cancellable | undefined;
  /** Counts activations, so that an answer from before a loss of leadership is not taken for one of now. */
  #term = 0;
  #isActive = false;

  constructor(options: DeadBrokerWatchOptions) {
    this.#options = options;
  }

  /** This controller became active: no broker is connected yet. */
  start(): void {
    this.#isActive = true;
    this.#term++;
    this.#lookAfter(CONNECT_WITHIN_MS);
  }

  stop(): void {
    this.#isActive = false;
    this.#timer?.cancel();
    this.#timer = undefined;
  }

  /** A link closed over which these brokers spoke last. */
  disconnected(brokers: readonly BrokerId[]): void {
    if (!this.#isActive || brokers.length === 0) return;
    for (const id of brokers) this.#ask(id);
    this.#lookAfter(LOOK_MS);
  }

  #lookAfter(delayMs: number): void {
    this.#timer ??= this.#options.scheduler.after(delayMs, () => {
      this.#timer = undefined;
      const missing = this.#options.sessions.unconnected(this.#options.image());
      for (const id of missing) this.#ask(id);
      if (missing.length > 0) this.#lookAfter(LOOK_MS);
    });
  }

  #ask(id: BrokerId): void {
    const { image, sessions, isGone, onGone } = this.#options;
    const broker = image().brokers.get(id);
    if (broker === undefined || broker.fenced || this.#asked.has(id)) return;
    const term = this.#term;
    this.#asked.add(id);
    void isGone(broker).then((gone) => {
      this.#asked.delete(id);
      if (gone && this.#isActive && term === this.#term && !sessions.isConnected(id) && image().brokers.get(id)?.epoch === broker.epoch) onGone(id, broker.epoch);
    });
  }
}
