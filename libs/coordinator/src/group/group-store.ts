import { ClassicGroup } from './classic-group.ts';
import { ConsumerGroup } from './consumer/consumer-group.ts';
import type { ConsumerMember } from './consumer/consumer-member.ts';
import { type ConsumerRecord, isConsumerRecord } from './consumer/consumer-record.ts';
import { Deadline, Deadlines } from './deadlines.ts';
import type { GroupOffsets } from './group-offsets.ts';
import type { GroupRecord } from './group-record.ts';

/**
 * All groups of one shard and their deadlines: a group id is that of a classic group or of a KIP-848 one, never of both.
 * Offsets belong to the id: a group that changes its protocol, or whose record ends before its offsets do, keeps them,
 * in the end as a classic group without members. `replay` is the only way in which durable state changes, at load and
 * live; a live replay also ends the deadlines of whatever a record removes.
 */
export class GroupStore {
  readonly deadlines = new Deadlines();
  readonly #groups = new Map<string, ClassicGroup>();
  readonly #consumerGroups = new Map<string, ConsumerGroup>();
  #consumerMemberCount = 0;

  get size(): number {
    return this.#groups.size + this.#consumerGroups.size;
  }

  /** Members of all KIP-848 groups. */
  get consumerMemberCount(): number {
    return this.#consumerMemberCount;
  }

  consumerGroup(groupId: string): ConsumerGroup | undefined {
    return this.#consumerGroups.get(groupId);
  }

  /** Stays valid while groups come and go. */
  consumerGroups(): MapIterator<ConsumerGroup> {
    return this.#consumerGroups.values();
  }

  /** What is committed under the id, whatever its group's protocol. */
  offsetsOf(groupId: string): GroupOffsets | undefined {
    return (this.#groups.get(groupId) ?? this.#consumerGroups.get(groupId))?.offsets;
  }

  /** The classic group of this id. */
  get(groupId: string): ClassicGroup | undefined {
    return this.#groups.get(groupId);
  }

  /** The classic groups. Stays valid while groups come and go. */
  all(): MapIterator<ClassicGroup> {
    return this.#groups.values();
  }

  /** Groups of both protocols. Stays valid while groups come and go. */
  *everyGroup(): Generator<ClassicGroup | ConsumerGroup, undefined> {
    yield* this.#groups.values();
    yield* this.#consumerGroups.values();
  }

  replay(record: GroupRecord): void {
    if (record.type === 'OffsetCommit') {
      const { group, topic, partition } = record.key;
      if (record.value === null) this.offsetsOf(group)?.delete(topic, partition);
      else (this.offsetsOf(group) ?? this.#getOrCreate(group).offsets).set(topic, partition, record.value);
      return;
    }
    if (isConsumerRecord(record)) {
      this.#replayConsumer(record);
      return;
    }
    const { group: groupId } = record.key;
    if (record.value === null) this.#delete(groupId);
    else for (const member of this.#getOrCreate(groupId).adopt(record.value)) this.deadlines.cancel(member.session);
  }

  #replayConsumer(record: ConsumerRecord): void {
    if (record.type === 'ConsumerGroupPartitionMetadata') return;
    const { groupId } = record.key;
    const group = record.value === null ? this.#consumerGroups.get(groupId) : this.#getOrCreateConsumer(groupId);
    if (group === undefined) return;
    if (record.type === 'ConsumerGroupMetadata' && record.value === null) {
      this.#deleteConsumer(group);
      return;
    }
    const before = group.members.size;
    const removed = group.replay(record);
    this.#consumerMemberCount += group.members.size - before;
    if (removed !== undefined) this.cancelDeadlines(removed);
  }

  #getOrCreate(groupId: string): ClassicGroup {
    let group = this.#groups.get(groupId);
    if (group === undefined) {
      const former = this.#consumerGroups.get(groupId);
      group = new ClassicGroup(groupId, former?.offsets);
      if (former !== undefined) this.#dropConsumer(former);
      this.#groups.set(groupId, group);
    }
    return group;
  }

  #getOrCreateConsumer(groupId: string): ConsumerGroup {
    let group = this.#consumerGroups.get(groupId);
    if (group === undefined) {
      const former = this.#groups.get(groupId);
      group = new ConsumerGroup(groupId, former?.offsets);
      if (former !== undefined) this.#drop(former);
      this.#consumerGroups.set(groupId, group);
    }
    return group;
  }

  #deleteConsumer(group: ConsumerGroup): void {
    this.#dropConsumer(group);
    if (!group.offsets.isEmpty) this.#groups.set(group.groupId, new ClassicGroup(group.groupId, group.offsets));
  }

  #dropConsumer(group: ConsumerGroup): void {
    this.#consumerGroups.delete(group.groupId);
    this.#consumerMemberCount -= group.members.size;
    this.deadlines.cancel(group.assignmentDeadline);
    for (const member of group.members.values()) this.cancelDeadlines(member);
  }

  cancelDeadlines(member: ConsumerMember): void {
    for (const deadline of member.deadlines()) this.deadlines.cancel(deadline);
  }

  #delete(groupId: string): void {
    const group = this.#groups.get(groupId);
    if (group === undefined) return;
    this.#drop(group);
    if (!group.offsets.isEmpty) this.#groups.set(groupId, new ClassicGroup(groupId, group.offsets));
  }

  #drop(group: ClassicGroup): void {
    this.#groups.delete(group.groupId);
    this.deadlines.cancel(group.joinDeadline);
    this.deadlines.cancel(group.syncDeadline);
    for (const member of group.members()) this.deadlines.cancel(member.session);
    for (const deadline of group.pendingJoin.values()) this.deadlines.cancel(deadline);
  }

  /** Gives out `memberId`: its client has `sessionTimeoutMs` to join with it. */
  addPendingMember(group: ClassicGroup, memberId: string, atMs: number): void {
    const deadline = new Deadline('session', group, memberId);
    group.pendingJoin.set(memberId, deadline);
    this.deadlines.schedule(deadline, atMs);
  }

  /** Answers whether there was such a pending member. */
  removePendingMember(group: ClassicGroup, memberId: string): boolean {
    const deadline = group.pendingJoin.get(memberId);
    if (deadline === undefined) return false;
    group.pendingJoin.delete(memberId);
    this.deadlines.cancel(deadline);
    return true;
  }
}
