import type { MetadataDelta, MetadataPublisher } from '@ottla/metadata';
import type { BrokerId, Clock } from '@ottla/model';

/** How long clients still see a broker that was fenced. */
const SIGHT_MS = 1_000;

/**
 * Brokers that were fenced within the last second. Metadata goes on naming them: a client that learns in one answer that a
 * broker is gone and that another leads its partitions may do the one before the other, and lose a second over it
 * (librdkafka does). They lead nothing any more, so nobody is sent to them.
 */
export class DepartedBrokers implements MetadataPublisher {
  readonly name = 'DepartedBrokers';
  readonly #clock: Clock;
  readonly #untilMs = new Map<BrokerId, number>();

  constructor(clock: Clock) {
    this.#clock = clock;
  }

  has(id: BrokerId): boolean {
    const untilMs = this.#untilMs.get(id);
    return untilMs !== undefined && this.#clock.monotonicMs() < untilMs;
  }

  onMetadataUpdate(delta: MetadataDelta): void {
    for (const [id, { before, after }] of delta.brokers) {
      const hasLeft = after?.fenced === true && before?.fenced === false && before.epoch === after.epoch;
      if (hasLeft) this.#untilMs.set(id, this.#clock.monotonicMs() + SIGHT_MS);
      else this.#untilMs.delete(id);
    }
  }
}
