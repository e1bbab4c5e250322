import { ErrorCode, KafkaError, type BrokerId, type Random } from '@ottla/model';
import type { BrokerImage } from '../image/image.ts';

/** The brokers of one rack, in the order in which replicas go round. */
interface Rack {
  readonly unfenced: BrokerId[];
  readonly fenced: BrokerId[];
}

/**
 * Spreads replicas like Kafka's stripes: the racks take turns, and within a rack its brokers do, so that leaders,
 * replicas and racks come out even. The first replica, which will lead, is always on an unfenced broker; fenced ones
 * are taken only where their rack has no other left. Orders are shuffled again after each full round, so that the same
 * brokers do not always stand together.
 */
export class ReplicaPlacer {
  readonly #racks: readonly Rack[];
  readonly #random: Random;
  readonly #brokerCount: number;
  readonly #unfencedCount: number;
  #firstRack = 0;
  #placedInRound = 0;

  constructor(brokers: Iterable<BrokerImage>, random: Random) {
    const racks = new Map<string, Rack>();
    let brokerCount = 0;
    let unfencedCount = 0;
    for (const { id, rack, fenced, inControlledShutdown } of brokers) {
      const name = rack ?? '';
      let members = racks.get(name);
      if (members === undefined) racks.set(name, (members = { unfenced: [], fenced: [] }));
      const isUsable = !fenced && !inControlledShutdown;
      (isUsable ? members.unfenced : members.fenced).push(id);
      brokerCount++;
      if (isUsable) unfencedCount++;
    }
    this.#racks = [...racks.values()];
    this.#random = random;
    this.#brokerCount = brokerCount;
    this.#unfencedCount = unfencedCount;
    this.#shuffle();
  }

  /** Replicas of `count` partitions, the preferred leader first. Throws KafkaError(INVALID_REPLICATION_FACTOR) when there are too few brokers. */
  place(count: number, replicationFactor: number): BrokerId[][] {
    this.#checkCounts(replicationFactor);
    const placed: BrokerId[][] = [];
    for (let partition = 0; partition < count; partition++) placed.push(this.#placeOne(replicationFactor));
    return placed;
  }

  #checkCounts(replicationFactor: number): void {
    const refuse = (why: string): never => {
      throw new KafkaError(ErrorCode.INVALID_REPLICATION_FACTOR, `Unable to replicate the partition ${replicationFactor} time(s): ${why}`);
    };
    if (this.#brokerCount === 0) refuse('no brokers are registered.');
    if (this.#unfencedCount === 0) refuse('All brokers are currently fenced.');
    if (replicationFactor > this.#brokerCount) {
      refuse(`The target replication factor of ${replicationFactor} cannot be reached because only ${this.#brokerCount} broker(s) are registered.`);
    }
  }

  #placeOne(replicationFactor: number): BrokerId[] {
    if (this.#placedInRound === this.#unfencedCount) {
      this.#shuffle();
      this.#placedInRound = 0;
    }
    const rackCount = this.#racks.length;
    // All racks have had their turn before any of them goes on to its next broker.
    const round = Math.floor(this.#placedInRound++ / rackCount);
    let first = this.#firstRack;
    this.#firstRack = (first + 1) % rackCount;
    while ((this.#racks[first] as Rack).unfenced.length === 0) first = (first + 1) % rackCount;
    const taken = this.#racks.map(() => 0);
    const replicas: BrokerId[] = [];
    for (let at = first; replicas.length < replicationFactor; at = (at + 1) % rackCount) {
      const broker = nextOf(this.#racks[at] as Rack, taken[at] as number, round);
      if (broker === undefined) continue;
      taken[at] = (taken[at] as number) + 1;
      replicas.push(broker);
    }
    return replicas;
  }

  #shuffle(): void {
    for (const { unfenced, fenced } of this.#racks) {
      shuffle(unfenced, this.#random);
      shuffle(fenced, this.#random);
    }
    this.#firstRack = this.#racks.length === 0 ? 0 : this.#random.below(this.#racks.length);
  }
}

/** The broker that a rack gives when it gave `taken` to this partition; undefined when it has no more. */
function nextOf({ unfenced, fenced }: Rack, taken: number, round: number): BrokerId | undefined {
  if (taken < unfenced.length) return unfenced[(round + taken) % unfenced.length];
  const takenFenced = taken - unfenced.length;
  if (takenFenced < fenced.length) return fenced[(round + takenFenced) % fenced.length];
  return undefined;
}

function shuffle(list: BrokerId[], random: Random): void {
  for (let at = list.length - 1; at > 0; at--) {
    const other = random.below(at + 1);
    const moved = list[at] as BrokerId;
    list[at] = list[other] as BrokerId;
    list[other] = moved;
  }
}
