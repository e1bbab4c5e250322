import { ErrorCode, KafkaError, type Clock, type Logger, type ProducerId } from '@ottla/model';
import type { ProducerIdsBlock } from '@ottla/rpc';

export interface ProducerIdAllocatorOptions {
  /** Has the controller commit the next block as ours. */
  readonly allocateBlock: () => Promise<ProducerIdsBlock>;
  readonly clock: Clock;
  readonly logger: Logger;
}

/** Share of a block after whose use the next one is asked for, so that nobody waits for it. */
const PREFETCH_AT = 0.9;
/** After a failed allocation, requests are refused this long before the controller is asked again. */
const PAUSE_MS = 50;
/** Requests that may wait for a block. */
const MAX_WAITING = 10_000;

interface Waiting {
  readonly resolve: (producerId: ProducerId) => void;
  readonly reject: (error: KafkaError) => void;
}

/**
 * Hands out producer ids, each once, from blocks that the controller gives. What is left of a block at the end of the
 * process is never used. One allocation is under way at a time.
 */
export class ProducerIdAllocator {
  readonly #options: ProducerIdAllocatorOptions;
  #nextId: ProducerId = 0;
  /** One past the last id of the current block. */
  #endId: ProducerId = 0;
  #prefetchAtId: ProducerId = 0;
  #nextBlock: ProducerIdsBlock | undefined;
  #isAllocating = false;
  #pauseUntilMs = -Infinity;
  #waiting: Waiting[] = [];

  constructor(options: ProducerIdAllocatorOptions) {
    this.#options = options;
  }

  /** Rejects with KafkaError(COORDINATOR_LOAD_IN_PROGRESS), which clients retry, when the controller gives no block. */
  next(): Promise<ProducerId> {
    const producerId = this.#take();
    if (producerId !== undefined) return Promise.resolve(producerId);
    if (this.#waiting.length >= MAX_WAITING || (!this.#isAllocating && this.#options.clock.monotonicMs() < this.#pauseUntilMs)) return Promise.reject(noBlock());
    return new Promise((resolve, reject) => {
      this.#waiting.push({ resolve, reject });
      this.#allocate();
    });
  }

  #take(): ProducerId | undefined {
    if (this.#nextId >= this.#endId && this.#nextBlock !== undefined) {
      const { firstProducerId, count } = this.#nextBlock;
      this.#nextBlock = undefined;
      this.#nextId = firstProducerId;
      this.#endId = firstProducerId + count;
      this.#prefetchAtId = firstProducerId + Math.floor(count * PREFETCH_AT);
    }
    if (this.#nextId >= this.#endId) return undefined;
    const producerId = this.#nextId++;
    if (this.#nextId > this.#prefetchAtId) this.#allocate();
    return producerId;
  }

  #allocate(): void {
    if (this.#isAllocating || this.#nextBlock !== undefined || this.#options.clock.monotonicMs() < this.#pauseUntilMs) return;
    this.#isAllocating = true;
    this.#options.allocateBlock().then(
      (block) => {
        this.#isAllocating = false;
        this.#nextBlock = block;
        this.#serveWaiting();
      },
      (error: unknown) => {
        this.#isAllocating = false;
        this.#pauseUntilMs = this.#options.clock.monotonicMs() + PAUSE_MS;
        this.#options.logger.warn('the controller gave no producer ids; trying again with the next request', { error: String(error) });
        const waiting = this.#waiting;
        this.#waiting = [];
        for (const { reject } of waiting) reject(noBlock());
      },
    );
  }

  #serveWaiting(): void {
    const waiting = this.#waiting;
    this.#waiting = [];
    for (const request of waiting) {
      const producerId = this.#take();
      if (producerId !== undefined) request.resolve(producerId);
      else this.#waiting.push(request);
    }
    if (this.#waiting.length > 0) this.#allocate();
  }
}

function noBlock(): KafkaError {
  return new KafkaError(ErrorCode.COORDINATOR_LOAD_IN_PROGRESS, 'no block of producer ids is at hand');
}
