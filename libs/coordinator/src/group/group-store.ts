import { ClassicGroup } from './classic-group.ts';
import { Deadline, Deadlines } from './deadlines.ts';
import type { GroupRecord } from './group-record.ts';

/**
 * All groups of one shard and their deadlines. `replay` is the only way in which durable state changes, at load and
 * live; a live replay also ends the deadlines of whatever a record removes.
 */
export class GroupStore {
  readonly deadlines = new Deadlines();
  readonly #groups = new Map<string, ClassicGroup>();

  get size(): number {
    return this.#groups.size;
  }

  get(groupId: string): ClassicGroup | undefined {
    return this.#groups.get(groupId);
  }

  /** Stays valid while groups come and go. */
  all(): MapIterator<ClassicGroup> {
    return this.#groups.values();
  }

  replay(record: GroupRecord): void {
    if (record.type === 'OffsetCommit') {
      const { group, topic, partition } = record.key;
      if (record.value === null) this.#groups.get(group)?.offsets.delete(topic, partition);
      else this.#getOrCreate(group).offsets.set(topic, partition, record.value);
      return;
    }
    const { group: groupId } = record.key;
    if (record.value === null) this.#delete(groupId);
    else for (const member of this.#getOrCreate(groupId).adopt(record.value)) this.deadlines.cancel(member.session);
  }

  #getOrCreate(groupId: string): ClassicGroup {
    let group = this.#groups.get(groupId);
    if (group === undefined) {
      group = new ClassicGroup(groupId);
      this.#groups.set(groupId, group);
    }
    return group;
  }

  #delete(groupId: string): void {
    const group = this.#groups.get(groupId);
    if (group === undefined) return;
    this.#groups.delete(groupId);
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
