import type { BrokerId, Offset } from '@ottla/model';
import type { Partition } from './partition.ts';

/** What a client says of itself when it fetches. */
export interface FetchingClient {
  /** client.rack; '' when it names none. */
  readonly rack: string;
  readonly listenerName: string;
}

/** Chooses the replica that a client should read (KIP-392); undefined for the leader. Asked at the leader only. */
export type ReplicaSelector = (partition: Partition, fetchOffset: Offset, client: FetchingClient) => BrokerId | undefined;

export interface RackFacts {
  readonly localId: BrokerId;
  /** Rack of a broker that is not fenced and can be reached on the listener; undefined of any other, null for one without a rack. */
  readonly rackOf: (broker: BrokerId, listenerName: string) => string | null | undefined;
}

/**
 * Kafka's RackAwareReplicaSelector: a client reads in its own rack where a replica is in sync there and has what it
 * asks for; the leader if that is one of them, else the one that is furthest on, and of equals the one that caught up last.
 */
export function rackAwareSelector({ localId, rackOf }: RackFacts): ReplicaSelector {
  return (partition, fetchOffset, { rack, listenerName }) => {
    if (rack === '' || rackOf(localId, listenerName) === rack) return undefined;
    const inRack = partition.readableFollowers(fetchOffset).filter(({ brokerId }) => rackOf(brokerId, listenerName) === rack);
    const [best] = inRack.sort((a, b) => b.logEndOffset - a.logEndOffset || b.lastCaughtUpMs - a.lastCaughtUpMs || b.brokerId - a.brokerId);
    return best?.brokerId;
  };
}
