import type { BrokerId, Offset } from '@ottla/model';
import type { MetadataImage } from '../image/image.ts';

interface BrokerSession {
  /** Monotonic time of the last sign of life. */
  lastContactMs: number;
  /** Next metadata offset that the broker has not applied. */
  appliedOffset: Offset;
  /** What the broker last spoke over; undefined once that closed, and nobody can be heard over it any more. */
  link: object | undefined;
}

/**
 * When the active controller last heard of each broker, and how far each has applied the metadata. Not part of the
 * log: a new active controller starts with every broker that is not fenced as just heard of.
 */
export class BrokerSessions {
  readonly #sessions = new Map<BrokerId, BrokerSession>();
  readonly #timeoutMs: number;

  constructor(timeoutMs: number) {
    this.#timeoutMs = timeoutMs;
  }

  reset(image: MetadataImage, nowMs: number): void {
    this.#sessions.clear();
    for (const id of image.brokers.keys()) this.#sessions.set(id, { lastContactMs: nowMs, appliedOffset: 0, link: undefined });
  }

  registered(id: BrokerId, link: object, nowMs: number): void {
    this.#sessions.set(id, { lastContactMs: nowMs, appliedOffset: 0, link });
  }

  heard(id: BrokerId, link: object, appliedOffset: Offset, nowMs: number): void {
    const session = this.#sessions.get(id);
    if (session === undefined) return;
    session.lastContactMs = nowMs;
    session.link = link;
    session.appliedOffset = Math.max(session.appliedOffset, appliedOffset);
  }

  /** A sign of life that says nothing else: the incarnation that is registered dialed. */
  greeted(id: BrokerId, nowMs: number): void {
    const session = this.#sessions.get(id);
    if (session !== undefined) session.lastContactMs = nowMs;
  }

  /** Answers which brokers spoke over it last. */
  linkClosed(link: object): readonly BrokerId[] {
    const unheard: BrokerId[] = [];
    for (const [id, session] of this.#sessions) {
      if (session.link !== link) continue;
      session.link = undefined;
      unheard.push(id);
    }
    return unheard;
  }

  isAlive(id: BrokerId, nowMs: number): boolean {
    const session = this.#sessions.get(id);
    return session !== undefined && session.link !== undefined && nowMs - session.lastContactMs < this.#timeoutMs;
  }

  /** Whether the link that the broker last spoke over is open. */
  isConnected(id: BrokerId): boolean {
    return this.#sessions.get(id)?.link !== undefined;
  }

  /** Brokers that are not fenced and not connected. */
  unconnected(image: MetadataImage): BrokerId[] {
    const missing: BrokerId[] = [];
    for (const { id, fenced } of image.brokers.values()) if (!fenced && !this.isConnected(id)) missing.push(id);
    return missing;
  }

  /** Brokers that are not fenced and have been silent for the session timeout. */
  expired(image: MetadataImage, nowMs: number): BrokerId[] {
    const silent: BrokerId[] = [];
    for (const { id, fenced } of image.brokers.values()) {
      if (!fenced && this.#silenceMs(id, nowMs) >= this.#timeoutMs) silent.push(id);
    }
    return silent;
  }

  /** How long until the first of the brokers that are not fenced may have been silent too long; undefined when there is none. */
  nextExpiryMs(image: MetadataImage, nowMs: number): number | undefined {
    let next: number | undefined;
    for (const { id, fenced } of image.brokers.values()) {
      if (fenced) continue;
      const left = Math.max(0, this.#timeoutMs - this.#silenceMs(id, nowMs));
      if (next === undefined || left < next) next = left;
    }
    return next;
  }

  /** All brokers that are neither fenced nor shutting down applied everything below this offset; Infinity when there is none. */
  appliedByAll(image: MetadataImage): Offset {
    let least: Offset = Infinity;
    for (const { id, fenced, inControlledShutdown } of image.brokers.values()) {
      if (!fenced && !inControlledShutdown) least = Math.min(least, this.#sessions.get(id)?.appliedOffset ?? 0);
    }
    return least;
  }

  #silenceMs(id: BrokerId, nowMs: number): number {
    const session = this.#sessions.get(id);
    return session === undefined ? this.#timeoutMs : nowMs - session.lastContactMs;
  }
}
