import type { Logger, Scheduler } from '@ottla/model';
import type { Partition } from './partition.ts';

/** Staged bytes above which a log is written off the event loop: a synchronous write of more may stall every client. */
const ASYNC_WRITE_BYTES = 8 * 1024 * 1024;

/** Called once the write of a partition's staged batches ended; `failure` when nothing of it may be acknowledged. */
export type WrittenListener = (failure: Error | undefined) => void;

interface Dirty {
  readonly partition: Partition;
  listeners: WrittenListener[];
}

/**
 * Coalesces appends: all batches that were staged for a log in one turn of the event loop go out in one vectored write
 * at the end of the turn; then the high watermark moves, and only then listeners hear of it.
 * Ordering: writes of one partition never overlap; what is staged while one is under way goes into the next.
 */
export class LogWriter {
  readonly #scheduler: Scheduler;
  readonly #logger: Logger;
  readonly #writing = new Set<Partition>();
  #dirty = new Map<Partition, Dirty>();
  #isScheduled = false;

  constructor(scheduler: Scheduler, logger: Logger) {
    this.#scheduler = scheduler;
    this.#logger = logger;
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
    if (bytes > ASYNC_WRITE_BYTES) {
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
        this.#failed(dirty, error as Error);
        if (this.#dirty.has(partition)) this.#schedule();
      },
    );
  }

  #written(dirty: Dirty, bytes: number): void {
    dirty.partition.onWritten(bytes);
    for (const listener of dirty.listeners) listener(undefined);
  }

  #failed(dirty: Dirty, error: Error): void {
    const { topic, partition } = dirty.partition;
    this.#logger.error('an append could not be written and was not acknowledged; free space or replace the disk', { topic, partition, error: error.message });
    for (const listener of dirty.listeners) listener(error);
  }
}
