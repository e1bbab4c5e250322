import { ErrorCode, type PartitionIndex, type ProducerEpoch, type ProducerId } from '@ottla/model';
import type { ShardMarker, TransactionalProducer } from '../runtime/coordinator-shard.ts';
import type { GroupRecord, OffsetCommitRecord } from './group-record.ts';

/** Producers without an open transaction that are remembered for their epochs; older ones are forgotten first. */
const MAX_IDLE_PRODUCERS = 100_000;
const LAST_EPOCH = 0x7fff;

/** An offset that a transaction wants to commit. */
interface PendingOffset {
  readonly record: OffsetCommitRecord;
  /** Place of its record among the commits of this shard. */
  readonly order: number;
  /** A later commit of the same partition counts: this one will not be made. */
  isSuperseded: boolean;
}

/** What one producer has open in this shard, and the epochs below which it and its coordinator are not heard any more. */
interface ProducerState {
  producerEpoch: ProducerEpoch;
  coordinatorEpoch: number;
  /** By group, then by partition. */
  readonly groups: Map<string, Map<string, PendingOffset>>;
}

const nobody: ReadonlyMap<string, PendingOffset> = new Map();

function keyOf(topic: string, partition: PartitionIndex): string {
  return `${topic}:${partition}`;
}

/**
 * Offsets of open transactions, by producer. Changes in replay alone: a record of a transaction is kept here, and its
 * marker says whether it becomes a commit. Of two commits of a partition the later record wins, whenever its marker
 * comes. What the log refuses of stale producers and coordinators is refused here first, since an append that the log
 * refuses would cost the shard.
 */
export class PendingOffsets {
  readonly #producers = new Map<ProducerId, ProducerState>();
  readonly #openByGroup = new Map<string, Set<ProducerId>>();
  #order = 0;

  /** Whether a record of this producer may follow. */
  check({ producerId, producerEpoch }: TransactionalProducer): ErrorCode {
    const known = this.#producers.get(producerId);
    return known !== undefined && producerEpoch < known.producerEpoch ? ErrorCode.INVALID_PRODUCER_EPOCH : ErrorCode.NONE;
  }

  /** Whether a marker may follow. From `transactionVersion` 2 on it must have a greater epoch than what it ends (KIP-1228). */
  checkMarker({ producerId, producerEpoch, coordinatorEpoch }: Omit<ShardMarker, 'isCommit'>, transactionVersion: number): ErrorCode {
    const known = this.#producers.get(producerId);
    if (known === undefined) return ErrorCode.NONE;
    const isLate = transactionVersion >= 2 && producerEpoch === known.producerEpoch && known.groups.size > 0 && producerEpoch < LAST_EPOCH;
    if (producerEpoch < known.producerEpoch || isLate) return ErrorCode.INVALID_PRODUCER_EPOCH;
    return coordinatorEpoch < known.coordinatorEpoch ? ErrorCode.TRANSACTION_COORDINATOR_FENCED : ErrorCode.NONE;
  }

  /** Whether the partition's offset may change once a transaction ends. */
  isPending(groupId: string, topic: string, partition: PartitionIndex): boolean {
    const key = keyOf(topic, partition);
    for (const producerId of this.#openByGroup.get(groupId) ?? []) if (this.#offsetsOf(producerId, groupId).has(key)) return true;
    return false;
  }

  /** Whether any transaction is open that commits offsets of the group. */
  hasOpen(groupId: string): boolean {
    return this.#openByGroup.has(groupId);
  }

  /** Groups that open transactions commit offsets of. */
  groupIds(): MapIterator<string> {
    return this.#openByGroup.keys();
  }

  /** The partitions of a group whose offsets may change once a transaction ends. */
  partitionsOf(groupId: string): { readonly topic: string; readonly partition: PartitionIndex }[] {
    const partitions = new Map<string, { readonly topic: string; readonly partition: PartitionIndex }>();
    for (const producerId of this.#openByGroup.get(groupId) ?? []) {
      for (const [key, { record }] of this.#offsetsOf(producerId, groupId)) partitions.set(key, record.key);
    }
    return [...partitions.values()];
  }

  /** A record of a transaction. */
  replay(record: GroupRecord, { producerId, producerEpoch }: TransactionalProducer): void {
    const state = this.#stateOf(producerId);
    state.producerEpoch = producerEpoch;
    if (record.type !== 'OffsetCommit' || record.value === null) return;
    const { group, topic, partition } = record.key;
    let offsets = state.groups.get(group);
    if (offsets === undefined) state.groups.set(group, (offsets = new Map()));
    offsets.set(keyOf(topic, partition), { record, order: ++this.#order, isSuperseded: false });
    const open = this.#openByGroup.get(group);
    if (open === undefined) this.#openByGroup.set(group, new Set([producerId]));
    else open.add(producerId);
  }

  /** A commit outside of transactions, or one whose transaction ended: all before it are superseded. Of a deleted offset none is left. */
  committed(record: GroupRecord, order = ++this.#order): void {
    if (record.type !== 'OffsetCommit') return;
    const { group, topic, partition } = record.key;
    if (record.value === null) {
      this.#drop(group, keyOf(topic, partition));
      return;
    }
    for (const producerId of this.#openByGroup.get(group) ?? []) {
      const pending = this.#offsetsOf(producerId, group).get(keyOf(topic, partition));
      if (pending !== undefined && pending.order < order) pending.isSuperseded = true;
    }
  }

  /** The offset is deleted: no transaction brings it back. What a producer has open here stays known, for its epoch. */
  #drop(groupId: string, key: string): void {
    const open = this.#openByGroup.get(groupId);
    for (const producerId of open ?? []) {
      const offsets = this.#producers.get(producerId)?.groups.get(groupId);
      if (offsets?.delete(key) === true && offsets.size === 0) open?.delete(producerId);
    }
    if (open?.size === 0) this.#openByGroup.delete(groupId);
  }

  /** The transaction of the marker's producer ends here; answers the commits that it makes. */
  replayMarker({ producerId, producerEpoch, coordinatorEpoch, isCommit }: ShardMarker): OffsetCommitRecord[] {
    const state = this.#stateOf(producerId);
    state.producerEpoch = producerEpoch;
    state.coordinatorEpoch = coordinatorEpoch;
    const ended = [...state.groups];
    state.groups.clear();
    const commits: OffsetCommitRecord[] = [];
    for (const [groupId, offsets] of ended) {
      const open = this.#openByGroup.get(groupId);
      open?.delete(producerId);
      if (open?.size === 0) this.#openByGroup.delete(groupId);
      if (!isCommit) continue;
      for (const { record, order, isSuperseded } of offsets.values()) {
        if (isSuperseded) continue;
        commits.push(record);
        this.committed(record, order);
      }
    }
    return commits;
  }

  #offsetsOf(producerId: ProducerId, groupId: string): ReadonlyMap<string, PendingOffset> {
    return this.#producers.get(producerId)?.groups.get(groupId) ?? nobody;
  }

  /** The producer that is heard moves to the end of those that may be forgotten. */
  #stateOf(producerId: ProducerId): ProducerState {
    const state = this.#producers.get(producerId) ?? { producerEpoch: -1, coordinatorEpoch: -1, groups: new Map<string, Map<string, PendingOffset>>() };
    this.#producers.delete(producerId);
    this.#producers.set(producerId, state);
    if (this.#producers.size > MAX_IDLE_PRODUCERS) {
      for (const [id, { groups }] of this.#producers) {
        if (groups.size > 0) continue;
        this.#producers.delete(id);
        break;
      }
    }
    return state;
  }
}
