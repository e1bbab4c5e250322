import type { Disk, LeaderEpoch, Offset } from '@ottla/model';
import { NO_LEADER_EPOCH, NO_OFFSET } from '@ottla/model';
import { malformed, readCheckpointRows, wholeNumber, writeCheckpointRows } from './checkpoint-text.ts';
import type { EpochEndOffset } from './log-types.ts';

const UNKNOWN_END: EpochEndOffset = { leaderEpoch: NO_LEADER_EPOCH, endOffset: NO_OFFSET };

/**
 * Which offset each leader epoch of one log starts at, kept in the file leader-epoch-checkpoint (Kafka's text format).
 * Memory changes at once; the file is written by `truncateFromEnd`, `clear`, and lazily by the log's own flushes. A file
 * that was never written is not made by the former: there is nothing in it that could be stale. A start that moved is
 * written only with something else or at the close: who loads older epochs cuts them off by the log's start.
 *
 * Ordering: `flush` comes after the sync of the records, so the file knows no epoch whose records a crash can take back to
 * others that were cut before. `truncateFromEnd` cannot wait for a sync, and so writes only what the file had already.
 *
 * Invariant: epochs and start offsets both rise from entry to entry.
 */
export class LeaderEpochCache {
  readonly #disk: Disk;
  readonly #path: string;
  readonly #epochs: LeaderEpoch[] = [];
  readonly #startOffsets: Offset[] = [];
  #isDirty = false;
  /** How many of the entries, from the first on, the file has. */
  #storedCount = 0;
  /** Whether the file has epochs, or parts of one, that lie before the log's start. */
  #isStartBehind = false;
  /** Whether the file may exist. */
  #isStored = false;

  constructor(disk: Disk, path: string) {
    this.#disk = disk;
    this.#path = path;
  }

  /** Reads the checkpoint; an absent file is an empty cache; a malformed one throws KafkaError(KAFKA_STORAGE_ERROR). */
  load(): void {
    const rows = readCheckpointRows(this.#disk, this.#path, 2);
    const epochs: LeaderEpoch[] = [];
    const startOffsets: Offset[] = [];
    for (const [index, [epochText, offsetText]] of (rows ?? []).entries()) {
      const epoch = wholeNumber(epochText);
      const startOffset = wholeNumber(offsetText);
      if (epoch === undefined || startOffset === undefined || epoch < 0 || startOffset < 0) throw malformed(this.#path, index + 3, 'wants an epoch and an offset');
      if (index > 0 && (epoch <= (epochs[index - 1] as number) || startOffset <= (startOffsets[index - 1] as number))) {
        throw malformed(this.#path, index + 3, `epoch ${epoch} at ${startOffset} does not lie behind the entry before`);
      }
      epochs.push(epoch);
      startOffsets.push(startOffset);
    }
    this.#epochs.splice(0, Infinity, ...epochs);
    this.#startOffsets.splice(0, Infinity, ...startOffsets);
    this.#storedCount = epochs.length;
    this.#isStored = rows !== undefined;
    this.#isDirty = false;
  }

  get isEmpty(): boolean {
    return this.#epochs.length === 0;
  }

  /** -1 when empty. */
  get latestEpoch(): LeaderEpoch {
    return this.#epochs[this.#epochs.length - 1] ?? NO_LEADER_EPOCH;
  }

  get entries(): readonly { readonly epoch: LeaderEpoch; readonly startOffset: Offset }[] {
    return this.#epochs.map((epoch, index) => ({ epoch, startOffset: this.#startOffsets[index] as Offset }));
  }

  /**
   * Adds an epoch unless it is the latest already; later entries with an equal or greater start or epoch are
   * removed, as Kafka does. A negative epoch (a batch that no leader stamped) says nothing and is passed over.
   */
  assign(epoch: LeaderEpoch, startOffset: Offset): void {
    if (epoch < 0 || startOffset < 0) return;
    const last = this.#epochs.length - 1;
    if (last >= 0 && this.#epochs[last] === epoch && startOffset >= (this.#startOffsets[last] as Offset)) return;
    let keep = this.#epochs.length;
    while (keep > 0 && ((this.#epochs[keep - 1] as LeaderEpoch) >= epoch || (this.#startOffsets[keep - 1] as Offset) >= startOffset)) keep--;
    this.#epochs.splice(keep, Infinity, epoch);
    this.#startOffsets.splice(keep, Infinity, startOffset);
    this.#storedCount = Math.min(this.#storedCount, keep);
    this.#isDirty = true;
  }

  /** OffsetForLeaderEpoch (KIP-101/279): the largest epoch not above the asked one, and where it ends. */
  endOffsetFor(epoch: LeaderEpoch, logEndOffset: Offset): EpochEndOffset {
    if (epoch === NO_LEADER_EPOCH) return UNKNOWN_END;
    if (epoch === this.latestEpoch) return { leaderEpoch: epoch, endOffset: logEndOffset };
    const higher = firstAbove(this.#epochs, epoch);
    // Nothing above: the asker is ahead of this log, or the log knows no epoch at all.
    if (higher === this.#epochs.length) return UNKNOWN_END;
    const endOffset = this.#startOffsets[higher] as Offset;
    // Before the first known epoch, the asked one stands for all that was deleted.
    return { leaderEpoch: higher === 0 ? epoch : (this.#epochs[higher - 1] as LeaderEpoch), endOffset };
  }

  /** -1 when the offset lies before the first known epoch. */
  epochForOffset(offset: Offset): LeaderEpoch {
    const index = firstAbove(this.#startOffsets, offset) - 1;
    return this.#epochs[index] ?? NO_LEADER_EPOCH;
  }

  /** Removes the epochs that start at or above `endOffset`. */
  truncateFromEnd(endOffset: Offset): void {
    if (endOffset < 0) return;
    const keep = firstAtOrAbove(this.#startOffsets, endOffset);
    if (keep === this.#epochs.length) return;
    this.#epochs.length = keep;
    this.#startOffsets.length = keep;
    this.#store();
  }

  /** Lets the epoch of `startOffset` begin there and removes those before it. */
  truncateFromStart(startOffset: Offset): void {
    const index = firstAbove(this.#startOffsets, startOffset) - 1;
    if (index < 0 || (index === 0 && this.#startOffsets[0] === startOffset)) return;
    this.#epochs.splice(0, index);
    this.#startOffsets.splice(0, index);
    this.#startOffsets[0] = startOffset;
    this.#storedCount = Math.max(0, this.#storedCount - index);
    this.#isStartBehind = true;
  }

  clear(): void {
    if (this.#epochs.length === 0) return;
    this.#epochs.length = 0;
    this.#startOffsets.length = 0;
    this.#store();
  }

  /** Writes the checkpoint when it is behind memory (temporary file, sync, rename); with `isLast` also for the start alone. The folder must exist. */
  flush(isLast = false): void {
    if (!this.#isDirty && !(isLast && this.#isStartBehind)) return;
    this.#write(this.#epochs.length);
  }

  /** What was cut leaves the file, what it does not have yet waits for `flush`. */
  #store(): void {
    this.#storedCount = Math.min(this.#storedCount, this.#epochs.length);
    this.#isDirty = true;
    if (this.#isStored) this.#write(this.#storedCount);
  }

  #write(count: number): void {
    writeCheckpointRows(this.#disk, this.#path, this.#epochs.slice(0, count).map((epoch, index) => `${epoch} ${this.#startOffsets[index]}`));
    this.#storedCount = count;
    this.#isDirty = count < this.#epochs.length;
    this.#isStartBehind = false;
    this.#isStored = true;
  }
}

/** Index of the first of `sorted` above `value`; the length when there is none. */
function firstAbove(sorted: readonly number[], value: number): number {
  let low = 0;
  let high = sorted.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if ((sorted[middle] as number) > value) high = middle;
    else low = middle + 1;
  }
  return low;
}

/** Index of the first of `sorted` (whole numbers) at or above `value`; the length when there is none. */
function firstAtOrAbove(sorted: readonly number[], value: number): number {
  return firstAbove(sorted, value - 1);
}
