import type { Offset } from '@ottla/model';
import type { LogSegment } from './log-segment.ts';

/** The segments of one log in order of their base offsets; the last one is active. */
export class LogSegments {
  readonly #segments: LogSegment[] = [];

  get count(): number {
    return this.#segments.length;
  }

  get first(): LogSegment | undefined {
    return this.#segments[0];
  }

  /** The active one. */
  get last(): LogSegment | undefined {
    return this.#segments[this.#segments.length - 1];
  }

  get sizeBytes(): number {
    let bytes = 0;
    for (const segment of this.#segments) bytes += segment.sizeBytes;
    return bytes;
  }

  at(index: number): LogSegment | undefined {
    return this.#segments[index];
  }

  [Symbol.iterator](): IterableIterator<LogSegment> {
    return this.#segments[Symbol.iterator]();
  }

  /** Index of the segment with the greatest base offset at or below `offset`; -1 when there is none. */
  floorIndex(offset: Offset): number {
    const segments = this.#segments;
    let low = 0;
    let high = segments.length;
    while (low < high) {
      const middle = (low + high) >>> 1;
      if ((segments[middle] as LogSegment).baseOffset > offset) high = middle;
      else low = middle + 1;
    }
    return low - 1;
  }

  /** Throws a RangeError unless `segment` lies behind the last one. */
  add(segment: LogSegment): void {
    const { last } = this;
    if (last !== undefined && segment.baseOffset <= last.baseOffset) {
      throw new RangeError(`a segment at ${segment.baseOffset} does not follow the one at ${last.baseOffset}`);
    }
    this.#segments.push(segment);
  }

  /** Takes the first `count` out. */
  removeFirst(count: number): LogSegment[] {
    return this.#segments.splice(0, count);
  }

  /** Takes those from `index` on out. */
  removeFrom(index: number): LogSegment[] {
    return this.#segments.splice(index);
  }

  /** Takes `count` from `index` on out, and puts `segment` in their place. */
  replace(index: number, count: number, segment: LogSegment): LogSegment[] {
    return this.#segments.splice(index, count, segment);
  }
}
