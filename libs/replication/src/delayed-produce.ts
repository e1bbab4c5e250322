import type { Offset, TimestampMs } from '@ottla/model';
import { ErrorCode, KafkaError, NO_OFFSET, NO_TIMESTAMP } from '@ottla/model';
import { RecordOutlineError, RecordValidationError, type LogAppendInfo, type RecordError } from '@ottla/storage';
import type { DeadlineQueue, Timed } from './deadline-queue.ts';
import type { Partition, ReadableWaiter } from './partition.ts';

/** What became of one partition's records. */
export interface AppendResult {
  readonly error: ErrorCode;
  /** For the client, where its version has room for one. */
  readonly message: string | null;
  readonly baseOffset: Offset;
  readonly logAppendTimeMs: TimestampMs;
  readonly logStartOffset: Offset;
  readonly recordErrors: readonly RecordError[];
}

/** Refusals that Kafka answers without the log's start: the log was not looked at, or its state is in doubt. */
const startlessErrors: ReadonlySet<ErrorCode> = new Set([
  ErrorCode.UNKNOWN_TOPIC_OR_PARTITION,
  ErrorCode.NOT_LEADER_OR_FOLLOWER,
  ErrorCode.MESSAGE_TOO_LARGE,
  ErrorCode.RECORD_LIST_TOO_LARGE,
  ErrorCode.CORRUPT_MESSAGE,
  ErrorCode.KAFKA_STORAGE_ERROR,
]);

/** The result of an append that failed with `error`; `partition` when its log refused the records. */
function appendFailure(error: unknown, partition?: Partition): AppendResult {
  const isRefusal = error instanceof KafkaError;
  return {
    error: isRefusal ? error.code : ErrorCode.UNKNOWN_SERVER_ERROR,
    message: isRefusal ? error.message : null,
    baseOffset: NO_OFFSET,
    logAppendTimeMs: NO_TIMESTAMP,
    logStartOffset: partition === undefined || !isRefusal || error instanceof RecordOutlineError || startlessErrors.has(error.code) ? NO_OFFSET : partition.log.logStartOffset,
    recordErrors: error instanceof RecordValidationError ? error.recordErrors : [],
  };
}

function appendSuccess(info: LogAppendInfo): AppendResult {
  return {
    error: ErrorCode.NONE,
    message: null,
    baseOffset: info.firstOffset,
    logAppendTimeMs: info.logAppendTimeMs,
    logStartOffset: info.logStartOffset,
    recordErrors: [],
  };
}

interface Awaited {
  readonly index: number;
  readonly partition: Partition;
  /** High watermark that acknowledges the append. */
  readonly requiredOffset: Offset;
}

/**
 * One Produce request from its staged appends to its answer. First every log it touches must be written; then, with
 * acks=all, every partition's high watermark must pass what was appended, or the client's timeout ends the wait.
 */
export class DelayedProduce implements ReadableWaiter, Timed {
  readonly deadlineMs: number;
  readonly #results: AppendResult[] = [];
  readonly #wantsAll: boolean;
  readonly #done: (results: readonly AppendResult[]) => void;
  readonly #onWritten: ((results: readonly AppendResult[]) => void) | undefined;
  readonly #purgatory: DeadlineQueue;
  #awaited: Awaited[] = [];
  #unwritten = 0;
  #isParked = false;
  #isDone = false;

  /** `onWritten` is called once, before `done`, when all is written or refused: the records are needed no more. It hears what became of the appends so far. */
  constructor(wantsAll: boolean, deadlineMs: number, purgatory: DeadlineQueue, done: (results: readonly AppendResult[]) => void, onWritten?: (results: readonly AppendResult[]) => void) {
    this.#wantsAll = wantsAll;
    this.deadlineMs = deadlineMs;
    this.#purgatory = purgatory;
    this.#done = done;
    this.#onWritten = onWritten;
  }

  get isDone(): boolean {
    return this.#isDone;
  }

  /** `partition` when its log refused the records. */
  refused(index: number, error: unknown, partition?: Partition): void {
    this.#results[index] = appendFailure(error, partition);
  }

  /** An entry was staged (or is a duplicate of what may not be replicated yet). */
  staged(index: number, partition: Partition, info: LogAppendInfo): (failure: Error | undefined) => void {
    this.#results[index] = appendSuccess(info);
    this.#unwritten++;
    return (failure) => {
      this.#unwritten--;
      if (failure !== undefined) {
        // A partition that left before the write took its log along; the disk is not to blame.
        this.#results[index] = appendFailure(partition.log.isClosed && !partition.isLeader ? partition.notLed() : new KafkaError(ErrorCode.KAFKA_STORAGE_ERROR, failure.message));
      } else if (this.#wantsAll) {
        this.#awaited.push({ index, partition, requiredOffset: info.lastOffset + 1 });
      }
      this.tryComplete();
    };
  }

  /** Answers when everything is written and, with acks=all, replicated; else parks. */
  tryComplete(): void {
    if (this.#isDone || this.#unwritten > 0) return;
    const before = this.#awaited;
    const awaited = before.filter((entry) => !this.#isSettled(entry));
    this.#awaited = awaited;
    if (this.#isParked) {
      if (awaited.length < before.length) this.#forgetSettled(before);
    } else {
      this.#onWritten?.(this.#results);
      if (awaited.length > 0) this.#park(awaited);
    }
    if (awaited.length === 0) this.#finish();
  }

  #park(awaited: readonly Awaited[]): void {
    this.#isParked = true;
    for (const { partition } of awaited) partition.awaitReadable(this);
    this.#purgatory.add(this);
  }

  /** A partition may stand in the request more than once, and be awaited still for the later append. */
  #forgetSettled(before: readonly Awaited[]): void {
    const partitions = new Set(this.#awaited.map(({ partition }) => partition));
    for (const { partition } of before) if (!partitions.has(partition)) partition.forget(this);
  }

  onReadable(): void {
    this.tryComplete();
  }

  onDeadline(): void {
    this.#isDone = true;
    for (const { index, partition } of this.#awaited) {
      partition.forget(this);
      this.#results[index] = appendFailure(new KafkaError(ErrorCode.REQUEST_TIMED_OUT, 'the records are in the log but were not replicated in time'));
    }
    this.#done(this.#results);
  }

  #isSettled({ index, partition, requiredOffset }: Awaited): boolean {
    if (!partition.isLeader) {
      this.#results[index] = appendFailure(partition.notLed());
    } else if (partition.maximalIsrSize < partition.effectiveMinIsr) {
      // The high watermark rests until the ISR grows again: there is nothing to wait for that the client should not know.
      this.#results[index] = appendFailure(new KafkaError(ErrorCode.NOT_ENOUGH_REPLICAS_AFTER_APPEND));
    } else if (partition.log.highWatermark < requiredOffset) {
      return false;
    }
    return true;
  }

  #finish(): void {
    this.#isDone = true;
    if (this.#isParked) this.#purgatory.finished();
    this.#done(this.#results);
  }
}
