import type { Offset, TimestampMs } from '@ottla/model';
import type { LogSegment } from './log-segment.ts';
import type { LogConfig } from './log-config.ts';
import { mustRoll, type RollFacts } from './roll-policy.ts';
import type { AbortedTxnEntry } from './transaction-index.ts';

/** Batches that go into one segment with one write. */
export interface StagedRun {
  /** Whether the log rolls before it. */
  readonly rolls: boolean;
  /** Base offset of the segment, when one has to be made. */
  readonly baseOffset: Offset;
  readonly parts: Uint8Array[];
  /** Offset after the last batch. */
  endOffset: Offset;
  sizeBytes: number;
  /** Transactions that a marker in this run aborts, in order. */
  readonly aborted: AbortedTxnEntry[];
}

/**
 * What was appended to a log and is not written yet, in order. Decides where segments end, as if it were written.
 * Ordering: `count` and `add` in log order; `take` hands everything over to one write.
 */
export class StagedAppends {
  #runs: StagedRun[] = [];
  #sizeBytes = 0;
  /** The segment that the next batch would go into, with all that is staged. */
  readonly #tail: RollFacts = { baseOffset: 0, sizeBytes: 0, firstBatchTimestamp: -1, createdMs: 0, rollJitterMs: 0, areIndexesFull: false };

  get isEmpty(): boolean {
    return this.#runs.length === 0;
  }

  get sizeBytes(): number {
    return this.#sizeBytes;
  }

  /** Begins anew behind `active`, or before the first segment when there is none. Wanted before the first batch after a `take`. */
  startBehind(active: LogSegment | undefined, endOffset: Offset, config: LogConfig, nowMs: TimestampMs): void {
    const tail = this.#tail;
    tail.baseOffset = active?.baseOffset ?? endOffset;
    tail.sizeBytes = active?.sizeBytes ?? 0;
    tail.firstBatchTimestamp = active?.firstBatchTimestamp ?? -1;
    tail.createdMs = active?.createdMs ?? nowMs;
    tail.rollJitterMs = active?.rollJitterMs ?? 0;
    tail.areIndexesFull = active?.areIndexesFull(config) ?? false;
  }

  /** Whether a batch of these facts would begin a new segment. */
  mustRoll(config: LogConfig, batchBytes: number, batchTimestamp: TimestampMs, lastOffset: Offset, nowMs: TimestampMs): boolean {
    return mustRoll(this.#tail, config, batchBytes, batchTimestamp, lastOffset, nowMs);
  }

  /** The next batch begins a new segment. */
  roll(baseOffset: Offset, nowMs: TimestampMs): void {
    const tail = this.#tail;
    tail.baseOffset = baseOffset;
    tail.sizeBytes = 0;
    tail.firstBatchTimestamp = -1;
    tail.createdMs = nowMs;
    tail.areIndexesFull = false;
    this.#runs.push({ rolls: true, baseOffset, parts: [], endOffset: baseOffset, sizeBytes: 0, aborted: [] });
  }

  /** A batch belongs to what `add` is about to bring. */
  count(batchBytes: number, maxTimestamp: TimestampMs): void {
    const tail = this.#tail;
    if (tail.sizeBytes === 0) tail.firstBatchTimestamp = maxTimestamp;
    tail.sizeBytes += batchBytes;
  }

  /** The run that the next batch goes into. */
  get run(): StagedRun {
    let run = this.#runs[this.#runs.length - 1];
    if (run === undefined) {
      const { baseOffset } = this.#tail;
      run = { rolls: false, baseOffset, parts: [], endOffset: baseOffset, sizeBytes: 0, aborted: [] };
      this.#runs.push(run);
    }
    return run;
  }

  /** Whole batches that were counted. They must stay untouched until they are written. */
  add(bytes: Uint8Array, endOffset: Offset): void {
    const { run } = this;
    run.parts.push(bytes);
    run.endOffset = endOffset;
    run.sizeBytes += bytes.length;
    this.#sizeBytes += bytes.length;
  }

  /** Everything staged, which this object forgets. */
  take(): StagedRun[] {
    const runs = this.#runs;
    this.#runs = [];
    this.#sizeBytes = 0;
    return runs;
  }
}
