import type { Socket } from 'node:net';
import type { Cancellable, Span } from '@ottla/model';
import { MalformedMessageError } from '@ottla/protocol';
import type { SocketReader } from './adopt-socket.ts';
import type { BufferPool } from './buffer-pool.ts';
import { PendingRequest, type RequestOwner } from './client-request.ts';
import type { ListenerOptions } from './contract.ts';
import { FrameReader } from './frame-reader.ts';
import type { ListenerMetrics } from './listener-metrics.ts';
import type { RateLimitedLog } from './rate-limited-log.ts';
import { RequestHeaderReader, UnsupportedRequestError } from './request-header.ts';
import { ResponseWriter, type ResponseWriterOwner } from './response-writer.ts';

/** Answers that wait behind the one being written to a slow reader; beyond it no further requests are read. */
const MAX_BACKLOG_BYTES = 1024 * 1024;
/** How long a connection that is to end waits for the answers to earlier requests. */
const LAST_ANSWERS_MS = 1000;

/** What a connection shares with the others of its listener. */
export interface ConnectionContext {
  readonly options: ListenerOptions;
  readonly pool: BufferPool;
  readonly metrics: ListenerMetrics;
  readonly log: RateLimitedLog;
  /** The connection is gone. `reason` undefined: the client ended it. */
  onClosed(connection: Connection, reason: string | undefined, isFault: boolean): void;
}

/**
 * One client's connection: frames in, requests out, answers in order.
 *
 * Ordering. Requests are dispatched in arrival order. A request that may overlap waits for none but one that may not,
 * and one that reads for those that write (see Overlap); one that may not waits until every request before it is
 * answered, and those after it wait for it. A request that has to wait stays unread where it is, and the socket is paused while bytes wait: the client is slowed by TCP, and nothing
 * grows. Answers are written at the end of the turn, together.
 *
 * A request is never dispatched inside another one's `answer`: what was waiting goes on at the end of the turn.
 *
 * End. What the client sends amiss ends the connection behind the answers to its earlier requests, as if they had been
 * served one by one; nothing is read meanwhile.
 */
export class Connection implements RequestOwner, ResponseWriterOwner, SocketReader {
  readonly id: number;
  readonly listenerName: string;
  readonly clientAddress: string;
  readonly clientPort: number;
  readonly principal: string;
  clientSoftwareName = 'unknown';
  clientSoftwareVersion = 'unknown';
  /** Monotonic time of the last byte in or out. */
  lastActiveMs: number;
  readonly #context: ConnectionContext;
  readonly #options: ListenerOptions;
  readonly #frames: FrameReader;
  readonly #header: RequestHeaderReader;
  #socket: Socket | undefined;
  #writer: ResponseWriter | undefined;
  /** Dispatched and not answered. */
  #unanswered = 0;
  /** Of those, requests that write what others read. */
  #unansweredWrites = 0;
  /** One of them does not overlap with others. */
  #hasExclusive = false;
  #isPumping = false;
  #isTurnScheduled = false;
  #isPaused = false;
  #isOpen = true;
  /** Why the connection ends once earlier requests are answered. */
  #ending: { readonly reason: string; readonly isFault: boolean } | undefined;
  #endTimer: Cancellable | undefined;
  #throttledUntilMs = 0;
  #throttleTimer: Cancellable | undefined;
  #receivedAtMs = 0;
  #writeStartedMs = 0;
  /** When the request that is taken up next could be: a clock is read once a request for it. */
  #pumpedMs = 0;
  readonly #closeListeners = new Set<() => void>();
  readonly #turn = (): void => this.#endOfTurn();
  /** Woken because there is memory for requests again: others wait for the same. */
  #isWokenForMemory = false;
  readonly #onMemory = (): void => {
    this.#isWokenForMemory = true;
    this.#scheduleTurn();
  };

  constructor(id: number, clientAddress: string, clientPort: number, principal: string, context: ConnectionContext) {
    this.id = id;
    this.clientAddress = clientAddress;
    this.clientPort = clientPort;
    this.principal = principal;
    this.#context = context;
    this.#options = context.options;
    this.listenerName = context.options.listenerName;
    this.#frames = new FrameReader(context.pool, context.options.memory, context.options.maxRequestBytes);
    this.#header = new RequestHeaderReader((apiKey) => context.options.versions(apiKey));
    this.lastActiveMs = context.options.clock.monotonicMs();
  }

  get isOpen(): boolean {
    return this.#isOpen;
  }

  /** Whether a request waits for its answer at the handler, so that the client is waiting and not idle. */
  get isBusy(): boolean {
    return this.#unanswered > 0;
  }

  /** Begins with the socket, whose bytes go to `receive`. */
  start(socket: Socket): void {
    this.#socket = socket;
    this.#writer = new ResponseWriter(socket, this.#context.pool, this);
    socket.setNoDelay(true);
    socket.setKeepAlive(true);
    socket.on('end', () => this.#close(undefined, false));
    socket.on('error', (error) => this.#close(error.message, false));
    socket.on('close', () => this.#close(undefined, false));
  }

  room(): Buffer | undefined {
    return this.#frames.room();
  }

  receive(bytes: Buffer): void {
    if (!this.#notes(bytes.length)) return;
    this.#frames.feed(bytes);
    this.#pump();
  }

  received(count: number): void {
    if (!this.#notes(count)) return;
    this.#frames.filled(count);
    this.#pump();
  }

  /** Bytes came in; false: nobody wants them any more. */
  #notes(count: number): boolean {
    if (!this.#isOpen || this.#ending !== undefined) return false;
    this.#receivedAtMs = this.#options.clock.monotonicMs();
    this.lastActiveMs = this.#receivedAtMs;
    this.#pumpedMs = this.#receivedAtMs;
    this.#context.metrics.bytesIn.add(count);
    return true;
  }

  onClose(listener: () => void): () => void {
    if (!this.#isOpen) {
      listener();
      return () => {};
    }
    // A wrapper, so that one function given twice runs twice and is taken back once.
    const entry = (): void => listener();
    this.#closeListeners.add(entry);
    return () => void this.#closeListeners.delete(entry);
  }

  throttle(ms: number): void {
    if (!this.#isOpen || !(ms > 0)) return;
    const untilMs = this.#options.clock.monotonicMs() + ms;
    if (untilMs <= this.#throttledUntilMs) return;
    this.#throttledUntilMs = untilMs;
    this.#throttleTimer?.cancel();
    this.#throttleTimer = this.#options.scheduler.after(ms, () => {
      this.#throttledUntilMs = 0;
      this.#throttleTimer = undefined;
      this.#scheduleTurn();
    });
    this.#setPaused();
  }

  /** Reads no more requests, lets the answers of those under way out for a second at most, then closes. */
  drain(reason: string): void {
    this.#endAfterAnswers(reason, false);
  }

  /** Closes at once for a reason of the listener's own, not the client's fault. */
  end(reason: string): void {
    this.#close(reason, false);
  }

  settled(request: PendingRequest): void {
    this.#unanswered -= 1;
    if (this.#unansweredWrites > 0 && this.#options.overlap(request.apiKey) === 'writes') this.#unansweredWrites -= 1;
    // While one that does not overlap is under way, no other is.
    if (this.#unanswered === 0) this.#hasExclusive = false;
    request.answeredUs = request.usUntil(this.#options.clock.monotonicMs());
    if (request.state !== 'answered') request.span?.end();
    const canGoOn = this.#writer?.settled(request) === true;
    if (request.state === 'closed') this.#endAfterAnswers(request.closeReason, true);
    if (canGoOn || this.#isPaused) this.#scheduleTurn();
  }

  onWriting(): void {
    this.#writeStartedMs = this.#options.clock.monotonicMs();
  }

  onWritten(bytes: number, done: readonly PendingRequest[]): void {
    const { metrics } = this.#context;
    metrics.bytesOut.add(bytes);
    const nowMs = this.#options.clock.monotonicMs();
    this.lastActiveMs = nowMs;
    for (const request of done) {
      metrics.sent(request.apiKey, request, this.#writeStartedMs, nowMs);
      if (request.span !== undefined) endTrace(request, request.span, this.#writeStartedMs, nowMs);
    }
    if (this.#isPaused) this.#scheduleTurn();
  }

  onMoreToWrite(): void {
    this.#scheduleTurn();
  }

  onBroken(error: unknown): void {
    this.#context.log.error('broken', 'an answer could not be read from its file; the connection is closed', { client: this.clientAddress, error: describe(error) });
    this.#close('an answer could not be read', false);
  }

  #scheduleTurn(): void {
    if (this.#isTurnScheduled || !this.#isOpen) return;
    this.#isTurnScheduled = true;
    this.#options.scheduler.endOfTurn(this.#turn);
  }

  /** Dispatches what could not be before, then writes what is answered, also what that answered at once. */
  #endOfTurn(): void {
    this.#isTurnScheduled = false;
    if (!this.#isOpen) return;
    if (this.#isPaused) {
      this.#pumpedMs = this.#options.clock.monotonicMs();
      this.#pump();
    }
    if (this.#isWokenForMemory) {
      this.#isWokenForMemory = false;
      this.#options.memory.wakeNext();
    }
    if (this.#isOpen) this.#writer?.flush();
    this.#endIfDone();
  }

  #endAfterAnswers(reason: string, isFault: boolean): void {
    if (!this.#isOpen || this.#ending !== undefined) return;
    this.#ending = { reason, isFault };
    this.#endTimer = this.#options.scheduler.after(LAST_ANSWERS_MS, () => this.#close(reason, isFault));
    this.#setPaused();
    if (this.#writer?.isDone === false) this.#scheduleTurn();
    else this.#close(reason, isFault);
  }

  #endIfDone(): void {
    if (this.#ending !== undefined && this.#writer?.isDone === true) this.#close(this.#ending.reason, this.#ending.isFault);
  }

  /** Dispatches requests until the bytes run out or the next one has to wait. */
  #pump(): void {
    if (this.#isPumping) return;
    this.#isPumping = true;
    try {
      while (this.#mayDispatch() && this.#frames.next() && this.#takeFrame());
      if (this.#isOpen) this.#frames.keepRest();
    } catch (error) {
      this.#refuse(error);
    }
    this.#isPumping = false;
    if (!this.#isOpen || this.#ending !== undefined) this.#frames.close();
    if (this.#isOpen) this.#setPaused();
  }

  #mayDispatch(): boolean {
    const writer = this.#writer;
    return (
      this.#isOpen &&
      this.#ending === undefined &&
      writer !== undefined &&
      writer.requestsUnderWay < this.#options.maxRequestsUnderWay &&
      writer.backlogBytes <= MAX_BACKLOG_BYTES &&
      this.#throttledUntilMs === 0 &&
      // A frame that was begun has its memory.
      (this.#frames.isAssembled || this.#options.memory.hasRoom)
    );
  }

  /** Pauses the socket while nothing may be dispatched or bytes wait, and resumes it after. */
  #setPaused(): void {
    const isPaused = !this.#mayDispatch() || this.#frames.hasRest;
    if (isPaused && !this.#options.memory.hasRoom) this.#options.memory.awaitRoom(this.#onMemory);
    if (isPaused === this.#isPaused || this.#socket === undefined) return;
    this.#isPaused = isPaused;
    if (isPaused) this.#socket.pause();
    else this.#socket.resume();
  }

  /** Dispatches the frame that was found; false when it has to wait for requests before it. */
  #takeFrame(): boolean {
    const frames = this.#frames;
    const { buffer, start, end } = frames;
    this.#header.read(buffer, start, end);
    const { apiKey } = this.#header;
    const overlap = this.#options.overlap(apiKey);
    if (overlap === 'alone' ? this.#unanswered > 0 : this.#hasExclusive) return false;
    if (overlap === 'reads' && this.#unansweredWrites > 0) return false;
    const isOwned = frames.consume() !== undefined;
    const request = new PendingRequest(this, this.#context.pool, this.#options.memory, this.#header, this.#receivedAtMs, buffer, end, isOwned);
    this.#unanswered += 1;
    if (overlap === 'alone') this.#hasExclusive = true;
    if (overlap === 'writes') this.#unansweredWrites += 1;
    this.#writer?.push(request);
    this.#context.metrics.received(apiKey, request.apiVersion);
    request.dispatchedUs = request.usUntil(this.#pumpedMs);
    if (this.#options.trace !== undefined) request.span = this.#options.trace(request);
    try {
      this.#options.dispatch(request);
    } catch (error) {
      this.#context.log.error('handler', 'a request handler failed; the connection is closed', { client: this.clientAddress, apiKey, apiVersion: request.apiVersion, traceId: request.span?.traceId, error: describe(error) });
      this.#endAfterAnswers('a request handler failed', false);
      request.close('');
    }
    // The next request is taken up now: its time in the queue ends here.
    this.#pumpedMs = this.#options.clock.monotonicMs();
    request.returnedUs = request.usUntil(this.#pumpedMs);
    request.endDispatch();
    return true;
  }

  /** Ends the connection for what the client sent. */
  #refuse(error: unknown): void {
    const isClients = error instanceof MalformedMessageError || error instanceof UnsupportedRequestError;
    if (!isClients) this.#context.log.error('frame', 'the listener failed on a frame; the connection is closed', { client: this.clientAddress, error: describe(error) });
    this.#endAfterAnswers(isClients ? error.message : 'the listener failed', isClients);
  }

  #close(reason: string | undefined, isFault: boolean): void {
    if (!this.#isOpen) return;
    this.#isOpen = false;
    this.#options.memory.forget(this.#onMemory);
    if (this.#isWokenForMemory) this.#options.memory.wakeNext();
    this.#throttleTimer?.cancel();
    this.#endTimer?.cancel();
    this.#writer?.close();
    // A pump further up the stack still looks at its frame; it gives the memory back itself.
    if (!this.#isPumping) this.#frames.close();
    this.#socket?.destroy();
    this.#context.onClosed(this, reason, isFault);
    const listeners = [...this.#closeListeners];
    this.#closeListeners.clear();
    for (const listener of listeners) {
      try {
        listener();
      } catch (error) {
        this.#context.log.error('onClose', 'a close listener of a connection failed', { client: this.clientAddress, error: describe(error) });
      }
    }
  }
}

/** The phases that only the listener knows, as steps of the trace, and its end. */
function endTrace(request: PendingRequest, span: Span, writeStartedMs: number, nowMs: number): void {
  const dispatchedMs = request.receivedAtMs + request.dispatchedUs / 1000;
  const answeredMs = request.receivedAtMs + request.answeredUs / 1000;
  span.child('request queue', 'internal', request.receivedAtMs).end(dispatchedMs);
  if (writeStartedMs > answeredMs) span.child('response queue', 'internal', answeredMs).end(writeStartedMs);
  span.child('response send', 'internal', Math.max(writeStartedMs, answeredMs)).end(nowMs);
  span.end(nowMs);
}

function describe(error: unknown): string {
  return Error.isError(error) ? (error.stack ?? error.message) : String(error);
}
