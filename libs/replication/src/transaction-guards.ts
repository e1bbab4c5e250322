import { ErrorCode, KafkaError, type LeaderEpoch, NO_PRODUCER_EPOCH, type ProducerEpoch, type ProducerId } from '@ottla/model';
import { RECORD_BATCH_OVERHEAD, RecordBatch } from '@ottla/protocol';
import type { Partition } from './partition.ts';

/** What keeps a marker from slipping between the verification of a transaction and the append that was verified. */
export interface TransactionGuard {
  /** False once the partition got a marker that may have ended the transaction, or another leader epoch. */
  readonly isValid: boolean;
  /** No marker came, but the partition began another leader epoch: whoever asked may ask again. */
  readonly isOutdated: boolean;
  /** Each end of a transaction raises the epoch, so each begins with sequence 0 (KIP-890). */
  readonly bumpsEpoch: boolean;
  /** To be called when the append is done or given up. */
  release(): void;
}

/** A guard as TransactionGuards keeps it, which breaks it at a marker. */
class Guard implements TransactionGuard {
  readonly #partition: Partition;
  readonly #leaderEpoch: LeaderEpoch;
  readonly #remove: (guard: Guard) => void;
  /** Markers of this epoch and later ones break it. */
  readonly brokenFromEpoch: ProducerEpoch;
  readonly bumpsEpoch: boolean;
  isBroken = false;

  constructor(partition: Partition, producerEpoch: ProducerEpoch, bumpsEpoch: boolean, remove: (guard: Guard) => void) {
    this.#partition = partition;
    this.#leaderEpoch = partition.leaderEpoch;
    this.brokenFromEpoch = bumpsEpoch ? producerEpoch + 1 : producerEpoch;
    this.bumpsEpoch = bumpsEpoch;
    this.#remove = remove;
  }

  get isValid(): boolean {
    return !this.isBroken && !this.isOutdated;
  }

  get isOutdated(): boolean {
    return !this.isBroken && (!this.#partition.isLeader || this.#partition.leaderEpoch !== this.#leaderEpoch);
  }

  release(): void {
    this.#remove(this);
  }
}

const NOTHING = new Uint8Array(0);

/**
 * Sees to it that no transaction begins in a partition unless the coordinator knows of it (KIP-890): the first batch of a
 * transaction wants a guard that was taken before the coordinator was asked. A marker breaks the guards of its producer,
 * so that what was verified for a transaction that ended meanwhile is refused, and cannot hang. Where each end raises the
 * epoch, the marker of the transaction before has the epoch of the guard's own transaction, and breaks nothing: it may well
 * come while the coordinator has the question parked.
 */
export class TransactionGuards {
  readonly #verifies: () => boolean;
  readonly #guards = new WeakMap<Partition, Map<ProducerId, Set<Guard>>>();
  /** Looks at one batch after the other, and keeps none. */
  readonly #view = new RecordBatch(NOTHING);

  /** `verifies`: transaction.partition.verification.enable in force. While it is off, nothing is asked for clients that do not bump epochs, and no append is refused. */
  constructor(verifies: () => boolean = () => true) {
    this.#verifies = verifies;
  }

  /** Before the coordinator is asked; `bumpsEpoch` when each end of a transaction raises the epoch (KIP-890). undefined when nothing has to be asked: the producer's transaction is open in the partition already, or verification is off. */
  begin(partition: Partition, producerId: ProducerId, producerEpoch: ProducerEpoch, bumpsEpoch: boolean): TransactionGuard | undefined {
    if ((!bumpsEpoch && !this.#verifies()) || partition.log.hasOngoingTransaction(producerId, producerEpoch)) return undefined;
    let byProducer = this.#guards.get(partition);
    if (byProducer === undefined) this.#guards.set(partition, (byProducer = new Map()));
    let guards = byProducer.get(producerId);
    if (guards === undefined) byProducer.set(producerId, (guards = new Set()));
    const [owners, known] = [byProducer, guards];
    const guard = new Guard(partition, producerEpoch, bumpsEpoch, (gone) => {
      known.delete(gone);
      if (known.size === 0 && owners.get(producerId) === known) owners.delete(producerId);
    });
    guards.add(guard);
    return guard;
  }

  /** Right before a client's batch is appended. Throws OUT_OF_ORDER_SEQUENCE_NUMBER when the transaction does not begin with sequence 0 where it must, INVALID_TXN_STATE when it would begin a transaction that nobody verified, NOT_LEADER_OR_FOLLOWER when the leader epoch changed since. */
  check(partition: Partition, records: Uint8Array, guard: TransactionGuard | undefined): void {
    if (records.length < RECORD_BATCH_OVERHEAD || !this.#verifies()) return;
    const batch = this.#view.moveTo(records, 0);
    const { isTransactional, producerId, producerEpoch, baseSequence } = batch;
    this.#view.moveTo(NOTHING, 0);
    if (isTransactional && guard?.bumpsEpoch === true && baseSequence !== 0 && partition.log.lastEpochOf(producerId) === NO_PRODUCER_EPOCH) {
      // A batch before this one was refused, or got lost: to take this one would leave a hole.
      throw new KafkaError(ErrorCode.OUT_OF_ORDER_SEQUENCE_NUMBER, `producer ${producerId} begins a transaction in ${partition.topic}-${partition.partition} with sequence ${baseSequence}, not 0`);
    }
    if (!isTransactional || guard?.isValid === true || partition.log.hasOngoingTransaction(producerId, producerEpoch)) return;
    // The client sends it again, and the transaction is verified again.
    if (guard?.isOutdated === true) throw new KafkaError(ErrorCode.NOT_LEADER_OR_FOLLOWER, `${partition.topic}-${partition.partition} began another leader epoch while a transaction was verified`);
    throw new KafkaError(ErrorCode.INVALID_TXN_STATE, `producer ${producerId} has no verified transaction in ${partition.topic}-${partition.partition}`);
  }

  /** A marker of the producer comes to the partition. */
  onMarker(partition: Partition, producerId: ProducerId, producerEpoch: ProducerEpoch): void {
    for (const guard of this.#guards.get(partition)?.get(producerId) ?? []) if (producerEpoch >= guard.brokenFromEpoch) guard.isBroken = true;
  }
}
