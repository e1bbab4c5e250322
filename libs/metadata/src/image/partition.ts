import { ZERO_UUID, type BrokerId, type LeaderEpoch, type PartitionEpoch, type Uuid } from '@ottla/model';

/** Kafka's LeaderRecoveryState: whether the leader was elected uncleanly and has not yet recovered. */
export const LeaderRecoveryState = { RECOVERED: 0, RECOVERING: 1 } as const;
export type LeaderRecoveryState = (typeof LeaderRecoveryState)[keyof typeof LeaderRecoveryState];

/** DirectoryId.UNASSIGNED: the broker has not said yet which of its log folders holds the replica. */
export const DIRECTORY_UNASSIGNED: Uuid = ZERO_UUID;
/** DirectoryId.LOST: the replica's log folder is offline (Kafka's reserved id 1, the same bits as the metadata topic's). */
export const DIRECTORY_LOST: Uuid = 'AAAAAAAAAAAAAAAAAAAAAQ';
/** DirectoryId.MIGRATING: the replica comes from a cluster without directory ids. */
export const DIRECTORY_MIGRATING: Uuid = 'AAAAAAAAAAAAAAAAAAAAAg';

const none: readonly never[] = Object.freeze([]);

/** What most partitions do not have: kept in one object, shared by all that lack it. */
export interface PartitionExtras {
  readonly addingReplicas: readonly BrokerId[];
  readonly removingReplicas: readonly BrokerId[];
  readonly elr: readonly BrokerId[];
  readonly lastKnownElr: readonly BrokerId[];
  readonly leaderRecoveryState: LeaderRecoveryState;
}

export const noExtras: PartitionExtras = Object.freeze({
  addingReplicas: none,
  removingReplicas: none,
  elr: none,
  lastKnownElr: none,
  leaderRecoveryState: LeaderRecoveryState.RECOVERED,
});

/**
 * One partition as the metadata log has it. Changed in place by replay, so nobody keeps a reference (or one of its
 * lists) across turns. Lists are shared between partitions and never changed: a change assigns another list.
 * Kept to seven fields on purpose: a cluster holds up to a million of these.
 */
export class PartitionImage {
  /** Assigned brokers; the first is the preferred leader. */
  replicas: readonly BrokerId[];
  /** Log folder of each replica, in the order of `replicas`. */
  directories: readonly Uuid[];
  isr: readonly BrokerId[];
  /** -1 when there is none. */
  leader: BrokerId;
  leaderEpoch: LeaderEpoch;
  partitionEpoch: PartitionEpoch;
  extras: PartitionExtras;

  constructor(
    replicas: readonly BrokerId[],
    directories: readonly Uuid[],
    isr: readonly BrokerId[],
    leader: BrokerId,
    leaderEpoch: LeaderEpoch,
    partitionEpoch: PartitionEpoch,
    extras: PartitionExtras,
  ) {
    this.replicas = replicas;
    this.directories = directories;
    this.isr = isr;
    this.leader = leader;
    this.leaderEpoch = leaderEpoch;
    this.partitionEpoch = partitionEpoch;
    this.extras = extras;
  }

  get addingReplicas(): readonly BrokerId[] {
    return this.extras.addingReplicas;
  }

  get removingReplicas(): readonly BrokerId[] {
    return this.extras.removingReplicas;
  }

  /** Eligible leader replicas (KIP-966). */
  get elr(): readonly BrokerId[] {
    return this.extras.elr;
  }

  get lastKnownElr(): readonly BrokerId[] {
    return this.extras.lastKnownElr;
  }

  get leaderRecoveryState(): LeaderRecoveryState {
    return this.extras.leaderRecoveryState;
  }

  /** Log folder of `broker`'s replica, DIRECTORY_UNASSIGNED when it holds none. */
  directoryOf(broker: BrokerId): Uuid {
    return this.directories[this.replicas.indexOf(broker)] ?? DIRECTORY_UNASSIGNED;
  }

  get hasLeader(): boolean {
    return this.leader >= 0;
  }

  clone(): PartitionImage {
    return new PartitionImage(this.replicas, this.directories, this.isr, this.leader, this.leaderEpoch, this.partitionEpoch, this.extras);
  }

  /** Takes over every field of `other`. */
  assign(other: PartitionImage): void {
    this.replicas = other.replicas;
    this.directories = other.directories;
    this.isr = other.isr;
    this.leader = other.leader;
    this.leaderEpoch = other.leaderEpoch;
    this.partitionEpoch = other.partitionEpoch;
    this.extras = other.extras;
  }
}

/**
 * Equal lists become one list, so that a million partitions hold a few thousand lists. When the table is full it
 * starts anew: sharing is lost then, nothing else.
 */
class ListTable<T extends number | string> {
  readonly #lists = new Map<string, readonly T[]>();

  intern(list: readonly T[]): readonly T[] {
    if (list.length === 0) return none;
    const key = list.join(',');
    const known = this.#lists.get(key);
    if (known !== undefined) return known;
    if (this.#lists.size >= 65_536) this.#lists.clear();
    const owned = list.slice();
    this.#lists.set(key, owned);
    return owned;
  }
}

const brokerLists = new ListTable<BrokerId>();
const directoryLists = new ListTable<Uuid>();

/** The shared list of brokers equal to `list`. */
export function internBrokers(list: readonly BrokerId[]): readonly BrokerId[] {
  return brokerLists.intern(list);
}

/** The shared list of directory ids equal to `list`. */
export function internDirectories(list: readonly Uuid[]): readonly Uuid[] {
  return directoryLists.intern(list);
}

/** `extras`, or the shared empty one when it says nothing. */
export function internExtras(extras: PartitionExtras): PartitionExtras {
  const isEmpty =
    extras.addingReplicas.length === 0 &&
    extras.removingReplicas.length === 0 &&
    extras.elr.length === 0 &&
    extras.lastKnownElr.length === 0 &&
    extras.leaderRecoveryState === LeaderRecoveryState.RECOVERED;
  return isEmpty ? noExtras : extras;
}
