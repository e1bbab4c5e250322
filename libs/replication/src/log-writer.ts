import type { Logger, Scheduler } from '@ottla/model';
import type { Partition } from './partition.ts';

/**
 * Staged bytes above which a log is written off the event loop. The copy into the page cache is most of what a large
 * append costs: another core can do it meanwhile, and no client waits for it. Handing a smaller one over costs more than it
 * frees.
 */
const ASYNC_WRITE_BYTES = 512 * 1024;

/** Called once the write of a partition's staged batches ended; `failure` when nothing of it may be acknowledged. */
export type WrittenListener = (failure: Error | undefined) => void;

interface Dirty {
  readonly partition: Partition;
  listeners: WrittenListener[];
}

/**
 * Coalesces appends: all batches that were staged for a log in one turn of the event loop go out in one vectored write
 * at the end of the turn; then the high watermark moves, and only then listeners hear of it.
 * Ordering: writes of one partition never overlap; what is staged while one is under way goes into the next. When a
 * write fails, so does all that was staged behind it.
 */
export class LogWriter {
  readonly #scheduler: Scheduler;
  readonly #logger: Logger;
  readonly #asyncWriteBytes: number;
  readonly #writing = new Set<Partition>();
  #dirty = new Map<Partition, Dirty>();
  #isScheduled = false;

  constructor(scheduler: Scheduler, logger: Logger, asyncWriteBytes: number = ASYNC_WRITE_BYTES) {
    this.#scheduler = scheduler;
    this.#logger = logger;
    this.#asyncWriteBytes = asyncWriteBytes;
  }

  /** The partition's log has staged batches; `listener` hears when they are written. */
  staged(partition: Partition, listener: WrittenListener): void {
    const dirty = this.#dirty.get(partition);
    if (dirty === undefined) this.#dirty.set(partition, { partition, listeners: [listener] });
    else dirty.listeners.push(listener);
    this.#schedule();
  }

  #schedule(): void {
    if (this.#isScheduled) return;
    this.#isScheduled = true;
    this.#scheduler.endOfTurn(() => {
      this.#isScheduled = false;
      const batch = this.#dirty;
      this.#dirty = new Map();
      for (const dirty of batch.values()) {
        if (this.#writing.has(dirty.partition)) this.#putBack(dirty);
        else this.#write(dirty);
      }
    });
  }

  #putBack(dirty: Dirty): void {
    const later = this.#dirty.get(dirty.partition);
    if (later === undefined) this.#dirty.set(dirty.partition, dirty);
    else later.listeners = [...dirty.listeners, ...later.listeners];
  }

  #write(dirty: Dirty): void {
    const { log } = dirty.partition;
    const bytes = log.stagedBytes;
    if (bytes > this.#asyncWriteBytes) {
      this.#writeSlowly(dirty, bytes, log.flushStagedAsync());
      return;
    }
    let wantsSync: boolean;
    try {
      wantsSync = log.flushStaged();
    } catch (error) {
      this.#failed(dirty, error as Error);
      return;
    }
    if (wantsSync) this.#writeSlowly(dirty, bytes, Promise.resolve(true));
    else this.#written(dirty, bytes);
  }

  #writeSlowly(dirty: Dirty, bytes: number, write: Promise<boolean>): void {
    const { partition } = dirty;
    this.#writing.add(partition);
    const ended = async (): Promise<void> => {
      if (await write) await partition.log.sync();
    };
    ended().then(
      () => {
        this.#writing.delete(partition);
        this.#written(dirty, bytes);
        if (this.#dirty.has(partition)) this.#schedule();
      },
      (error: unknown) => {
        this.#writing.delete(partition);
        this.#failedWithRest(dirty, error as Error);
      },
    );
  }

  #written(dirty: Dirty, bytes: number): void {
    const { partition } = dirty;
    const wasRefusing = partition.isRefusing;
    partition.onWritten(bytes);
    if (wasRefusing && !partition.isRefusing) this.#logger.info('appends are written again', { topic: partition.topic, partition: partition.partition });
    for (const listener of dirty.listeners) listener(undefined);
  }

  /**
   * The log dropped what was staged behind the failed write, too. It says so at the next flush, but only of bytes: the
   * repetition of a batch that was lost stages none, and must not be taken for written. So all that waits fails here,
   * before any listener can stage more.
   */
  #failedWithRest(dirty: Dirty, error: Error): void {
    const waiting = this.#dirty.get(dirty.partition);
    this.#dirty.delete(dirty.partition);
    if (waiting !== undefined) {
      try {
        dirty.partition.log.flushStaged();
      } catch {
        // It is the answer that was fetched: the next flush is clean.
      }
    }
    this.#failed(dirty, error);
    if (waiting !== undefined) this.#failed(waiting, error);
  }

  #failed(dirty: Dirty, error: Error): void {
    const { partition } = dirty;
    // The log of a partition that was deleted meanwhile is closed: nothing is wrong with its disk.
    if (!partition.log.isClosed) {
      // A full disk is logged once, not once a turn; a log that failed has said so itself.
      if (partition.log.failure === undefined && !partition.isRefusing) this.#logger.error('appends cannot be written and are not acknowledged; free space or replace the disk', { topic: partition.topic, partition: partition.partition, error: error.message });
      partition.onWriteFailed();
    }
    for (const listener of dirty.listeners) listener(error);
  }
}
