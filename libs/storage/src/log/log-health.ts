import type { Logger, TopicPartition } from '@ottla/model';
import { DiskError, ErrorCode, KafkaError } from '@ottla/model';

export interface LogHealthOptions {
  readonly topicPartition: TopicPartition;
  readonly logger: Logger;
}

/** Whether a disk may do later what it refused now: no space, or no more open files. */
export function isPassing(error: unknown): error is DiskError {
  return error instanceof DiskError && (error.reason === 'full' || error.reason === 'too-many-open-files');
}

/** What a person does about the failure: files that are gone were removed by somebody. */
function remedyFor(cause: Error): string {
  return cause instanceof DiskError && cause.reason === 'missing' ? 'files of it were removed while it was in use: put them back, or leave it to the other replicas' : 'check the disk';
}

/**
 * Whether one log still works. It fails once and for good: after a failed write or sync nobody knows what the disk
 * holds until recovery has read it. Every operation asks first.
 */
export class LogHealth {
  readonly #options: LogHealthOptions;
  #failure: Error | undefined;
  isClosed = false;

  constructor(options: LogHealthOptions) {
    this.#options = options;
  }

  get failure(): Error | undefined {
    return this.#failure;
  }

  /** Throws KafkaError(KAFKA_STORAGE_ERROR) for a failed or closed log. */
  check(): void {
    if (this.#failure !== undefined) throw this.#error();
    if (this.isClosed) throw new KafkaError(ErrorCode.KAFKA_STORAGE_ERROR, `the log of ${this.#name()} is closed`);
  }

  /** Remembers the first failure and logs it, once; answers what to throw. */
  fail(cause: Error): KafkaError {
    if (this.#failure === undefined) {
      const { topicPartition, logger } = this.#options;
      this.#failure = cause;
      const { topic, partition } = topicPartition;
      logger.error(`a partition log failed and answers KAFKA_STORAGE_ERROR from now on; ${remedyFor(cause)}, then restart the broker`, { topic, partition, error: cause.message });
    }
    return this.#error();
  }

  /** Runs what changes files; what it throws fails the log. */
  guarded<T>(change: () => T): T {
    try {
      return change();
    } catch (error) {
      throw this.fail(error as Error);
    }
  }

  /** The same for what leaves the log as it was when it fails: a full disk refuses it, and the log stays. */
  attempt<T>(change: () => T): T {
    try {
      return change();
    } catch (error) {
      if (!isPassing(error)) throw this.fail(error as Error);
      throw new KafkaError(ErrorCode.KAFKA_STORAGE_ERROR, error.message);
    }
  }

  /** `attempt` after a wait: the log may have failed, or been deleted and its folder be another one's. Throws as `check`. */
  attemptOpen<T>(change: () => T): T {
    this.check();
    return this.attempt(change);
  }

  #error(): KafkaError {
    return new KafkaError(ErrorCode.KAFKA_STORAGE_ERROR, `the log of ${this.#name()} failed: ${this.#failure?.message ?? ''}`);
  }

  #name(): string {
    const { topic, partition } = this.#options.topicPartition;
    return `${topic}-${partition}`;
  }
}
