import type { RequestId, ShardRequest } from '../runtime/coordinator-shard.ts';

/** A request that waits until the markers of its transactional id's last transaction are written. */
export interface ParkedRequest {
  readonly request: ShardRequest;
  readonly transactionalId: string;
  /** Monotonic time at which it is told to come again. */
  readonly deadlineMs: number;
}

/** Requests of one transactional id that may wait: the next of its client, and what brokers ask for it. */
const MAX_PER_ID = 8;

/** The parked requests of one shard. Each may wait equally long, so they fall due nearly in the order in which they came. */
export class ParkedRequests {
  readonly #byRequest = new Map<RequestId, ParkedRequest>();
  readonly #byId = new Map<string, Set<ParkedRequest>>();

  get size(): number {
    return this.#byRequest.size;
  }

  /** False, and not parked, when enough wait already. */
  park(parked: ParkedRequest): boolean {
    const { transactionalId, request } = parked;
    let waiting = this.#byId.get(transactionalId);
    if (waiting === undefined) this.#byId.set(transactionalId, (waiting = new Set()));
    if (waiting.size >= MAX_PER_ID) return false;
    waiting.add(parked);
    this.#byRequest.set(request.requestId, parked);
    return true;
  }

  /** Takes all that wait for the id, in the order in which they came. */
  take(transactionalId: string): readonly ParkedRequest[] {
    const waiting = this.#byId.get(transactionalId);
    if (waiting === undefined) return [];
    this.#byId.delete(transactionalId);
    for (const { request } of waiting) this.#byRequest.delete(request.requestId);
    return [...waiting];
  }

  /** Takes all that are due at `nowMs`. */
  takeDue(nowMs: number): readonly ParkedRequest[] {
    const due = [...this.#byRequest.values()].filter(({ deadlineMs }) => deadlineMs <= nowMs);
    for (const { request } of due) this.remove(request.requestId);
    return due;
  }

  remove(requestId: RequestId): void {
    const parked = this.#byRequest.get(requestId);
    if (parked === undefined) return;
    this.#byRequest.delete(requestId);
    const waiting = this.#byId.get(parked.transactionalId);
    waiting?.delete(parked);
    if (waiting?.size === 0) this.#byId.delete(parked.transactionalId);
  }

  /** Monotonic time of the earliest deadline; Infinity when nothing waits. */
  nextDeadlineMs(): number {
    let next = Infinity;
    for (const { deadlineMs } of this.#byRequest.values()) next = Math.min(next, deadlineMs);
    return next;
  }
}
