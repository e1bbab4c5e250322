import type { Offset } from '@ottla/model';

const WRITES = 8;
const STRIDE = 3;
const NONE = new Float64Array(0);

/**
 * Where the latest writes to a log began: offset, base offset of the segment, position in its file. Consumers at the
 * tail and the high watermark stand on these boundaries, so that most reads need no search.
 */
export class RecentWrites {
  /** Made by the first write: most logs of a broker are never written to. */
  #numbers = NONE;
  #next = 0;

  note(offset: Offset, segmentBaseOffset: Offset, position: number): void {
    if (this.#numbers === NONE) this.#numbers = new Float64Array(WRITES * STRIDE).fill(-1);
    const numbers = this.#numbers;
    const at = this.#next;
    numbers[at] = offset;
    numbers[at + 1] = segmentBaseOffset;
    numbers[at + 2] = position;
    this.#next = (at + STRIDE) % numbers.length;
  }

  /** Position of the batch that begins at `offset`; -1 when no recent write to this segment began there. */
  positionOf(offset: Offset, segmentBaseOffset: Offset): number {
    const numbers = this.#numbers;
    for (let at = 0; at < numbers.length; at += STRIDE) {
      if (numbers[at] === offset && numbers[at + 1] === segmentBaseOffset) return numbers[at + 2] as number;
    }
    return -1;
  }

  clear(): void {
    this.#numbers.fill(-1);
  }
}
