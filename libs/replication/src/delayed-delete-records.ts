import type { ErrorCode as Code, Offset } from '@ottla/model';
import { ErrorCode, NO_OFFSET } from '@ottla/model';
import type { DeadlineQueue, Timed } from './deadline-queue.ts';
import type { Partition, ReadableWaiter } from './partition.ts';

/** One partition of a DeleteRecords: `target` is where the leader's log begins now. */
export interface DeleteEntry {
  readonly partition: Partition | undefined;
  readonly error: Code;
  readonly target: Offset;
}

export interface DeleteResult {
  readonly error: Code;
  readonly lowWatermark: Offset;
}

/**
 * A DeleteRecords that waits until every live replica begins at or behind what was asked, so that no election brings
 * back what was deleted. Answers at the latest at its deadline, with REQUEST_TIMED_OUT for what is still missing.
 */
export class DelayedDeleteRecords implements ReadableWaiter, Timed {
  readonly deadlineMs: number;
  readonly #entries: readonly DeleteEntry[];
  readonly #purgatory: DeadlineQueue;
  readonly #done: (results: readonly DeleteResult[]) => void;
  #isParked = false;
  #isDone = false;

  constructor(entries: readonly DeleteEntry[], deadlineMs: number, purgatory: DeadlineQueue, done: (results: readonly DeleteResult[]) => void) {
    this.#entries = entries;
    this.deadlineMs = deadlineMs;
    this.#purgatory = purgatory;
    this.#done = done;
  }

  get isDone(): boolean {
    return this.#isDone;
  }

  /** Answers when all replicas followed, else parks. */
  tryComplete(): void {
    if (this.#isDone) return;
    const isWaiting = this.#entries.some(({ partition, target }) => partition !== undefined && partition.isLeader && partition.lowWatermark < target);
    if (isWaiting) {
      this.#park();
      return;
    }
    this.#leave();
    if (this.#isParked) this.#purgatory.finished();
    this.#done(this.#entries.map((entry) => resultOf(entry, ErrorCode.NONE)));
  }

  onReadable(): void {
    this.tryComplete();
  }

  onDeadline(): void {
    this.#leave();
    this.#done(this.#entries.map((entry) => resultOf(entry, ErrorCode.REQUEST_TIMED_OUT)));
  }

  #park(): void {
    if (this.#isParked) return;
    this.#isParked = true;
    for (const { partition } of this.#entries) partition?.awaitReadable(this);
    this.#purgatory.add(this);
  }

  #leave(): void {
    this.#isDone = true;
    for (const { partition } of this.#entries) partition?.forget(this);
  }
}

function resultOf({ partition, error, target }: DeleteEntry, unmet: Code): DeleteResult {
  if (partition === undefined) return { error, lowWatermark: NO_OFFSET };
  if (!partition.isLeader) return { error: partition.notLed().code, lowWatermark: NO_OFFSET };
  const { lowWatermark } = partition;
  return { error: lowWatermark < target ? unmet : ErrorCode.NONE, lowWatermark };
}
