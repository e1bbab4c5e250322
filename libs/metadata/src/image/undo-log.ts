import type { Offset } from '@ottla/model';

interface UndoneBatch {
  readonly lastOffset: Offset;
  readonly undos: readonly (() => void)[];
}

/**
 * How to take back the batches that the active controller replayed at their append and that are not committed yet. Its
 * size is that of the uncommitted, and so is the time that `undoAll` takes: an image of a million partitions is not
 * rebuilt because leadership was lost.
 *
 * Ordering rules: the replayer notes each change just before or after it makes it, then the end of the batch; commits come
 * in the order of batches; `undoAll` takes changes back in the reverse order. Nothing else may change the image meanwhile.
 */
export class UndoLog {
  #batches: UndoneBatch[] = [];
  #open: (() => void)[] = [];

  /** Batches that would be undone. */
  get size(): number {
    return this.#batches.length;
  }

  note(undo: () => void): void {
    this.#open.push(undo);
  }

  endOfBatch(lastOffset: Offset): void {
    this.#batches.push({ lastOffset, undos: this.#open });
    this.#open = [];
  }

  /** All up to `offset` is committed and will not be undone. */
  committed(offset: Offset): void {
    const first = this.#batches.findIndex(({ lastOffset }) => lastOffset > offset);
    if (first !== 0) this.#batches = first === -1 ? [] : this.#batches.slice(first);
  }

  undoAll(): void {
    for (const undo of this.#open.reverse()) undo();
    for (const { undos } of this.#batches.reverse()) for (let index = undos.length - 1; index >= 0; index--) (undos[index] as () => void)();
    this.#open = [];
    this.#batches = [];
  }
}
