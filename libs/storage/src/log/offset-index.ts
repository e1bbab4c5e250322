import type { Disk, Offset } from '@ottla/model';
import { AbstractIndex } from './abstract-index.ts';

const ENTRY_BYTES = 8;

/**
 * The .index of a segment: for some batches, the last offset (relative to the base, int32) and the position of the
 * batch's first byte (int32). Sparse: an entry about every index.interval.bytes. Both rise from entry to entry.
 */
export class OffsetIndex extends AbstractIndex {
  constructor(disk: Disk, path: string, baseOffset: Offset, isNew: boolean) {
    super(disk, path, baseOffset, ENTRY_BYTES, isNew);
  }

  offsetAt(index: number): Offset {
    return this.baseOffset + this.view.getInt32(index * ENTRY_BYTES);
  }

  positionAt(index: number): number {
    return this.view.getInt32(index * ENTRY_BYTES + 4);
  }

  /** -1 when empty. */
  get lastOffset(): Offset {
    return this.entryCount === 0 ? -1 : this.offsetAt(this.entryCount - 1);
  }

  /** 0 when empty. */
  get lastPosition(): number {
    return this.entryCount === 0 ? 0 : this.positionAt(this.entryCount - 1);
  }

  /** Throws a RangeError when `offset` does not lie behind the last entry's. */
  append(offset: Offset, position: number): void {
    const last = this.lastOffset;
    if (this.entryCount > 0 && offset <= last) throw new RangeError(`${this.path}: offset ${offset} does not follow ${last}`);
    const at = this.grow();
    this.view.setInt32(at, offset - this.baseOffset);
    this.view.setInt32(at + 4, position);
  }

  /** Where to begin looking for `offset`: the position of the last entry at or below it, 0 when there is none. */
  lookup(offset: Offset): number {
    const relative = offset - this.baseOffset;
    const { view } = this;
    let low = 0;
    let high = this.entryCount;
    while (low < high) {
      const middle = (low + high) >>> 1;
      if (view.getInt32(middle * ENTRY_BYTES) > relative) high = middle;
      else low = middle + 1;
    }
    return low === 0 ? 0 : this.positionAt(low - 1);
  }

  /** An offset that no record before `position` reaches: that of the first entry at or behind it; -1 when there is none. */
  upperBoundOffset(position: number): Offset {
    const { view } = this;
    let low = 0;
    let high = this.entryCount;
    while (low < high) {
      const middle = (low + high) >>> 1;
      if (view.getInt32(middle * ENTRY_BYTES + 4) >= position) high = middle;
      else low = middle + 1;
    }
    return low === this.entryCount ? -1 : this.offsetAt(low);
  }
}
