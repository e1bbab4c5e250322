import type { Clock, Scheduler } from '@ottla/model';
import { ottla } from '../../../gen/contracts.js';

export type Frame = ottla.link.v1.Frame.$Properties;

/** One end of a gRPC stream, of a client or of a server. */
export interface FrameStream {
  /** False: write no more before 'drain'. `written` is called when the bytes left this process, or never will. */
  write(message: Uint8Array, written: () => void): boolean;
  end(): void;
  on(event: 'data', listener: (message: Uint8Array) => void): unknown;
  on(event: 'error', listener: (error: Error) => void): unknown;
  on(event: 'drain' | 'end' | 'close' | 'cancelled', listener: () => void): unknown;
}

/** A frame on its way; it can be dropped while it waits. */
export interface QueuedFrame {
  readonly frame: Frame;
  readonly bytes: number;
  /** Of a request: its monotonic deadline, from which the time that the receiver is told is computed as it leaves. */
  readonly deadlineMs: number | undefined;
  isSent: boolean;
  isDropped: boolean;
}

export interface FrameWriterOptions {
  readonly stream: FrameStream;
  readonly clock: Clock;
  readonly scheduler: Scheduler;
  /** Bytes that may wait here and in the stream. */
  readonly maxQueuedBytes: number;
  /** Called at the end of the turn in which the bound was passed. */
  readonly onOverflow: () => void;
  /** Frames written by now, and bytes of their messages. */
  readonly onSent?: ((frames: number, bytes: number) => void) | undefined;
}

/** Frames of one turn share a message up to this size; a larger frame has a message of its own. */
const COALESCED_BYTES = 1024 * 1024;
/** More than the encoding of a frame adds to its payload, without names and texts, which are counted. */
const FRAME_OVERHEAD_BYTES = 64;

/**
 * Sends the frames of one end, in the order in which they were pushed.
 * Ordering: what is pushed in a turn leaves at its end, in as few messages as their size allows; while the stream takes
 * no more, frames wait here.
 */
export class FrameWriter {
  readonly #options: FrameWriterOptions;
  #queue: QueuedFrame[] = [];
  #bytes = 0;
  #isScheduled = false;
  #isBlocked = false;
  #isEnded = false;

  constructor(options: FrameWriterOptions) {
    this.#options = options;
    options.stream.on('drain', () => {
      this.#isBlocked = false;
      this.#schedule();
    });
  }

  push(frame: Frame, payloadBytes: number, deadlineMs?: number): QueuedFrame {
    const queued: QueuedFrame = { frame, bytes: payloadBytes + FRAME_OVERHEAD_BYTES, deadlineMs, isSent: false, isDropped: this.#isEnded };
    if (this.#isEnded) return queued;
    this.#queue.push(queued);
    this.#bytes += queued.bytes;
    if (this.#bytes > this.#options.maxQueuedBytes) this.#options.scheduler.endOfTurn(this.#options.onOverflow);
    this.#schedule();
    return queued;
  }

  /** Takes back a frame that has not left. */
  drop(queued: QueuedFrame): void {
    if (queued.isSent || queued.isDropped) return;
    queued.isDropped = true;
    this.#bytes -= queued.bytes;
  }

  /** Drops what waits, sends `last` at once and ends this direction of the stream. */
  end(last: Frame | undefined): void {
    if (this.#isEnded) return;
    this.#isEnded = true;
    this.#queue = [];
    if (last !== undefined) this.#write([last], FRAME_OVERHEAD_BYTES);
    this.#options.stream.end();
  }

  #schedule(): void {
    if (this.#isScheduled || this.#isBlocked || this.#queue.length === 0) return;
    this.#isScheduled = true;
    this.#options.scheduler.endOfTurn(() => {
      this.#isScheduled = false;
      this.#flush();
    });
  }

  #flush(): void {
    const queue = this.#queue;
    let next = 0;
    while (next < queue.length && !this.#isBlocked && !this.#isEnded) {
      const frames: Frame[] = [];
      let bytes = 0;
      for (; next < queue.length; next++) {
        const queued = queue[next] as QueuedFrame;
        if (queued.isDropped) continue;
        if (frames.length > 0 && bytes + queued.bytes > COALESCED_BYTES) break;
        frames.push(this.#leaving(queued));
        bytes += queued.bytes;
      }
      if (frames.length > 0) this.#isBlocked = !this.#write(frames, bytes);
    }
    if (!this.#isEnded) this.#queue = next === queue.length ? [] : queue.slice(next);
  }

  #leaving(queued: QueuedFrame): Frame {
    queued.isSent = true;
    const { frame, deadlineMs } = queued;
    if (deadlineMs !== undefined && frame.request) frame.request.timeoutMs = Math.max(1, Math.ceil(deadlineMs - this.#options.clock.monotonicMs()));
    return frame;
  }

  #write(frames: Frame[], bytes: number): boolean {
    const message = ottla.link.v1.Frames.encode({ frames }).finish();
    this.#options.onSent?.(frames.length, message.length);
    return this.#options.stream.write(message, () => {
      this.#bytes -= bytes;
    });
  }
}
