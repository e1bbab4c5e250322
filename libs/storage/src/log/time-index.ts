import type { Disk, Offset, TimestampMs } from '@ottla/model';
import { NO_TIMESTAMP } from '@ottla/model';
import { AbstractIndex } from './abstract-index.ts';

const ENTRY_BYTES = 12;
const TWO_32 = 4294967296;

/**
 * The .timeindex of a segment: a timestamp (int64) and the offset (relative, int32) up to which no record is later.
 * Timestamps rise from entry to entry, offsets do not fall. Closing a segment adds its largest timestamp.
 */
export class TimeIndex extends AbstractIndex {
  constructor(disk: Disk, path: string, baseOffset: Offset, isNew: boolean) {
    super(disk, path, baseOffset, ENTRY_BYTES, isNew);
  }

  override isFull(maxIndexBytes: number): boolean {
    // One entry is kept for closing.
    return this.entryCount >= Math.floor(maxIndexBytes / ENTRY_BYTES) - 1;
  }

  timestampAt(index: number): TimestampMs {
    const at = index * ENTRY_BYTES;
    return this.view.getInt32(at) * TWO_32 + this.view.getUint32(at + 4);
  }

  offsetAt(index: number): Offset {
    return this.baseOffset + this.view.getInt32(index * ENTRY_BYTES + 8);
  }

  /** -1 when empty. */
  get lastTimestamp(): TimestampMs {
    return this.entryCount === 0 ? NO_TIMESTAMP : this.timestampAt(this.entryCount - 1);
  }

  /** The base offset when empty. */
  get lastOffset(): Offset {
    return this.entryCount === 0 ? this.baseOffset : this.offsetAt(this.entryCount - 1);
  }

  /** Adds an entry when `timestamp` is later than the last one. Throws a RangeError when `offset` falls. */
  maybeAppend(timestamp: TimestampMs, offset: Offset): void {
    if (timestamp <= this.lastTimestamp) return;
    const last = this.lastOffset;
    if (this.entryCount > 0 && offset < last) throw new RangeError(`${this.path}: offset ${offset} lies before ${last}`);
    const at = this.grow();
    const high = Math.floor(timestamp / TWO_32);
    this.view.setInt32(at, high);
    this.view.setUint32(at + 4, timestamp - high * TWO_32);
    this.view.setInt32(at + 8, offset - this.baseOffset);
  }

  /** Where to begin looking for `timestamp`: the offset of the last entry at or before it, the base offset when there is none. */
  lookup(timestamp: TimestampMs): Offset {
    let low = 0;
    let high = this.entryCount;
    while (low < high) {
      const middle = (low + high) >>> 1;
      if (this.timestampAt(middle) > timestamp) high = middle;
      else low = middle + 1;
    }
    return low === 0 ? this.baseOffset : this.offsetAt(low - 1);
  }
}
