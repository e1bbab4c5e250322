import type { ClassicGroup } from './classic-group.ts';

/**
 * What falls due:
 * - `session`: a member (or a pending member) was silent for its session timeout;
 * - `join`: a rebalance waited long enough for members to join;
 * - `sync`: members that joined had their time to send SyncGroup;
 * - `expiry`: the next look at expired offsets and empty groups;
 * - `consumer`: something of a KIP-848 group, which a subclass names.
 */
export type DeadlineKind = 'session' | 'join' | 'sync' | 'expiry' | 'consumer';

/** One moment in the future. It knows its place in the heap, so that a heartbeat moves it in O(log n) and allocates nothing. */
export class Deadline {
  readonly kind: DeadlineKind;
  /** The classic group that it concerns; undefined for `expiry` and `consumer`. */
  readonly group: ClassicGroup | undefined;
  /** The member that it concerns; empty where it concerns none. */
  readonly memberId: string;
  /** Monotonic milliseconds; meaningful while it is scheduled. */
  atMs = Infinity;
  /** Index in the heap; -1 while it is not scheduled. Only `Deadlines` writes it. */
  slot = -1;

  constructor(kind: DeadlineKind, group?: ClassicGroup, memberId = '') {
    this.kind = kind;
    this.group = group;
    this.memberId = memberId;
  }
}

/** A binary heap of deadlines: the earliest is known at once, any other is moved or taken out by its own slot. */
export class Deadlines {
  readonly #heap: Deadline[] = [];

  get size(): number {
    return this.#heap.length;
  }

  /** Monotonic time of the earliest deadline; Infinity when there is none. */
  nextMs(): number {
    return this.#heap[0]?.atMs ?? Infinity;
  }

  /** Sets `deadline` to `atMs`, whether or not it was scheduled before. */
  schedule(deadline: Deadline, atMs: number): void {
    deadline.atMs = atMs;
    if (deadline.slot < 0) {
      deadline.slot = this.#heap.length;
      this.#heap.push(deadline);
    }
    this.#settle(deadline);
  }

  /** Does nothing when `deadline` is not scheduled. */
  cancel(deadline: Deadline): void {
    const slot = deadline.slot;
    if (slot < 0) return;
    deadline.slot = -1;
    const last = this.#heap.pop();
    if (last === undefined || last === deadline) return;
    this.#put(last, slot);
    this.#settle(last);
  }

  /** Takes out one deadline that is due at `nowMs`; undefined when there is none left. */
  takeDue(nowMs: number): Deadline | undefined {
    const first = this.#heap[0];
    if (first === undefined || first.atMs > nowMs) return undefined;
    this.cancel(first);
    return first;
  }

  #put(deadline: Deadline, slot: number): void {
    this.#heap[slot] = deadline;
    deadline.slot = slot;
  }

  /** Moves `deadline` up or down until its parent is not later and no child is earlier. */
  #settle(deadline: Deadline): void {
    const heap = this.#heap;
    let slot = deadline.slot;
    while (slot > 0) {
      const parentSlot = (slot - 1) >> 1;
      const parent = heap[parentSlot] as Deadline;
      if (parent.atMs <= deadline.atMs) break;
      this.#put(parent, slot);
      slot = parentSlot;
    }
    for (;;) {
      const left = 2 * slot + 1;
      if (left >= heap.length) break;
      const right = heap[left + 1];
      const child = heap[left] as Deadline;
      const earlier = right !== undefined && right.atMs < child.atMs ? right : child;
      if (earlier.atMs >= deadline.atMs) break;
      const to = earlier.slot;
      this.#put(earlier, slot);
      slot = to;
    }
    this.#put(deadline, slot);
  }
}
