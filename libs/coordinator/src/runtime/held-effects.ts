import type { Offset, Scheduler } from '@ottla/model';

interface HeldEffect {
  readonly run: () => void;
  /** The high watermark that lets it go; Infinity until its decision has ended. */
  releaseOffset: Offset;
}

/**
 * What a shard does to the world outside, each after the records that say so are committed. Effects run in the order
 * they were given, at the end of the turn and never inside a decision, as they may lead to further decisions.
 */
export class HeldEffects {
  #held: HeldEffect[] = [];
  #undecidedFrom = 0;

  add(run: () => void): void {
    this.#held.push({ run, releaseOffset: Infinity });
  }

  decided(endOffset: Offset): void {
    for (; this.#undecidedFrom < this.#held.length; this.#undecidedFrom++) (this.#held[this.#undecidedFrom] as HeldEffect).releaseOffset = endOffset;
  }

  release(highWatermark: Offset, scheduler: Scheduler): void {
    let count = 0;
    while (count < this.#held.length && (this.#held[count] as HeldEffect).releaseOffset <= highWatermark) count++;
    if (count === 0) return;
    const ready = this.#held.splice(0, count);
    this.#undecidedFrom -= count;
    scheduler.endOfTurn(() => {
      for (const { run } of ready) run();
    });
  }

  clear(): void {
    this.#held = [];
    this.#undecidedFrom = 0;
  }
}
