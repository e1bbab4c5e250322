import { ErrorCode, KafkaError, type Cancellable, type Clock, type Logger, type Scheduler } from '@ottla/model';
import { ottla } from '../../../gen/contracts.js';
import type { Link, LinkHello } from '../../contracts/link.ts';
import { FrameWriter, type Frame, type FrameStream } from './frame-writer.ts';
import type { LinkLimits } from './link-limits.ts';
import { OutgoingCalls, type AnyCodecs, type AnyService } from './outgoing-calls.ts';
import { ServedCalls } from './served-calls.ts';

/** What moves on a link, for metrics: messages as they are written and read. */
export type LinkTraffic = (direction: 'sent' | 'received', frames: number, bytes: number) => void;

export interface FrameLinkOptions {
  readonly stream: FrameStream;
  /** What the other end serves, and what this one does. */
  readonly calls: AnyCodecs;
  readonly serves: AnyCodecs;
  readonly limits: LinkLimits;
  readonly clock: Clock;
  readonly scheduler: Scheduler;
  readonly logger: Logger;
  readonly onTraffic?: LinkTraffic | undefined;
  /** How long the accepting end waits for the hello. Default 5,000. */
  readonly helloTimeoutMs?: number | undefined;
  /** Told of the other end's wall clock, in milliseconds since 1970, once the link is open; with the hello of a dialer. */
  readonly onClock?: ((theirMs: number, dialer: LinkHello | undefined) => void) | undefined;
  /** Lets go of the stream and what belongs to it, at once. Called once, after the link is closed. */
  readonly release: () => void;
}

const HELLO_ID = 0;
/** How long a dialer may take to say hello after it opened a stream. */
const DEFAULT_HELLO_TIMEOUT_MS = 5_000;
/** How long the other end may take to end its side after a goodbye. */
const GOODBYE_GRACE_MS = 1_000;

/**
 * One end of a link over a stream of frames.
 * Ordering: hello and its answer come before everything else; frames are handled one by one as they arrive; after the
 * goodbye of either end nothing is delivered any more, and calls under way are rejected before `closed` settles.
 */
export class FrameLink implements Link<object> {
  readonly remote: AnyService;
  readonly closed: Promise<string>;
  readonly #options: FrameLinkOptions;
  readonly #writer: FrameWriter;
  readonly #calls: OutgoingCalls;
  readonly #served: ServedCalls;
  readonly #settleClosed: (reason: string) => void;
  #hello: LinkHello | undefined;
  #state: 'opening' | 'open' | 'closed' = 'opening';
  #onOpening: (frame: Frame) => void = () => {};
  #onFailedOpening: (error: KafkaError) => void = () => {};
  #grace: Cancellable | undefined;
  #isReleased = false;

  private constructor(options: FrameLinkOptions) {
    const { promise, resolve } = Promise.withResolvers<string>();
    this.closed = promise;
    this.#settleClosed = resolve;
    this.#options = options;
    const { stream, clock, scheduler, limits, logger, onTraffic } = options;
    const writer = new FrameWriter({
      stream, clock, scheduler,
      maxQueuedBytes: limits.maxQueuedBytes,
      onOverflow: () => this.close(`the other end reads too slowly: ${limits.maxQueuedBytes} bytes wait`),
      onSent: onTraffic && ((frames, bytes) => onTraffic('sent', frames, bytes)),
    });
    this.#writer = writer;
    this.#calls = new OutgoingCalls({ codecs: options.calls, writer, limits, clock, scheduler, logger });
    this.#served = new ServedCalls({ codecs: options.serves, writer, limits, logger });
    this.remote = this.#calls.proxy;
    stream.on('data', (message) => this.#onMessage(message));
    stream.on('error', (error) => this.#onStreamEnd(`the stream broke: ${error.message}`));
    stream.on('cancelled', () => this.#onStreamEnd('the stream broke'));
    stream.on('end', () => this.#onStreamEnd('the other end went away'));
    stream.on('close', () => this.#onStreamEnd('the stream was closed'));
  }

  /** The dialing end: settles when the other end accepted. Rejects with its refusal, or with NETWORK_EXCEPTION. */
  static dial(options: FrameLinkOptions, hello: LinkHello, local: AnyService, timeoutMs: number): Promise<Link<object>> {
    return new Promise((resolve, reject) => {
      const link = new FrameLink(options);
      link.#hello = hello;
      link.#served.serve(local);
      const deadline = options.scheduler.after(timeoutMs, () => link.close(`nobody answered in ${timeoutMs} ms`));
      link.#onFailedOpening = (error) => {
        deadline.cancel();
        reject(error);
      };
      link.#onOpening = (frame) => {
        if (frame.refusal) {
          link.#onFailedOpening(new KafkaError((frame.refusal.code ?? ErrorCode.UNKNOWN_SERVER_ERROR) as ErrorCode, frame.refusal.message ?? ''));
          link.#close('it was not accepted', undefined);
          return;
        }
        deadline.cancel();
        link.#state = 'open';
        link.#tellClock(frame, undefined);
        resolve(link);
      };
      link.#writer.push({ id: HELLO_ID, hello: { ...hello, clockMs: options.clock.now() } }, 0);
    });
  }

  /** The accepting end: `accept` is called with the hello, and answers what is served here, or throws to refuse. */
  static accept(options: FrameLinkOptions, accept: (link: Link<object>) => AnyService, onClosed: () => void): FrameLink {
    const link = new FrameLink(options);
    void link.closed.then(onClosed);
    const helloTimeoutMs = options.helloTimeoutMs ?? DEFAULT_HELLO_TIMEOUT_MS;
    const deadline = options.scheduler.after(helloTimeoutMs, () => link.close(`no hello came in ${helloTimeoutMs} ms`));
    link.#onFailedOpening = () => deadline.cancel();
    link.#onOpening = (frame) => {
      link.#hello = helloOf(frame);
      deadline.cancel();
      link.#state = 'open';
      // Leaves before any call that `accept` makes.
      link.#writer.push({ id: HELLO_ID, hello: { clockMs: options.clock.now() } }, 0);
      link.#tellClock(frame, link.#hello);
      try {
        link.#served.serve(accept(link));
      } catch (error) {
        const code = error instanceof KafkaError ? error.code : ErrorCode.NETWORK_EXCEPTION;
        const message = error instanceof KafkaError ? error.message : `the link was not accepted: ${String(error)}`;
        link.#close('it was not accepted', { id: HELLO_ID, refusal: { code, message } });
      }
    };
    return link;
  }

  get hello(): LinkHello {
    if (this.#hello === undefined) throw new Error('the hello has not arrived yet');
    return this.#hello;
  }

  get isOpen(): boolean {
    return this.#state === 'open';
  }

  close(reason: string): void {
    this.#close(reason, { id: HELLO_ID, goodbye: reason });
  }

  #tellClock({ hello }: Frame, dialer: LinkHello | undefined): void {
    if (hello?.clockMs) this.#options.onClock?.(hello.clockMs, dialer);
  }

  #onMessage(message: Uint8Array): void {
    let frames: readonly Frame[];
    try {
      frames = ottla.link.v1.Frames.decode(message).frames;
      this.#options.onTraffic?.('received', frames.length, message.length);
      for (const frame of frames) this.#onFrame(frame);
    } catch (error) {
      this.#options.logger.warn('a link closes, because the other end sent what cannot be read', { error: String(error) });
      this.close(`the other end sent what cannot be read: ${String(error)}`);
    }
  }

  #onFrame(frame: Frame): void {
    if (this.#state === 'closed') return;
    const id = frame.id ?? HELLO_ID;
    if (frame.goodbye != null) this.#close(frame.goodbye, undefined);
    else if (this.#state === 'opening') this.#onOpening(frame);
    else if (frame.request) this.#served.onRequest(id, frame.request);
    else if (frame.answer) this.#calls.onAnswer(id, frame.answer);
    else if (frame.refusal) this.#calls.onRefusal(id, frame.refusal.code ?? ErrorCode.UNKNOWN_SERVER_ERROR, frame.refusal.message ?? '');
    else if (frame.cancel) this.#served.onCancel(id);
    else throw new Error(`a frame of no known kind, number ${id}`);
  }

  #close(reason: string, last: Frame | undefined): void {
    if (this.#state === 'closed') return;
    const graceMs = this.#state === 'opening' ? 0 : GOODBYE_GRACE_MS;
    this.#state = 'closed';
    this.#writer.end(last);
    this.#calls.close(reason);
    this.#served.close();
    this.#onFailedOpening(new KafkaError(ErrorCode.NETWORK_EXCEPTION, reason));
    if (!this.#isReleased) this.#grace = this.#options.scheduler.after(graceMs, () => this.#release());
    this.#settleClosed(reason);
  }

  #onStreamEnd(reason: string): void {
    this.#close(reason, undefined);
    this.#release();
  }

  #release(): void {
    if (this.#isReleased) return;
    this.#isReleased = true;
    this.#grace?.cancel();
    this.#options.release();
  }
}

const roles: ReadonlySet<string> = new Set<LinkHello['role']>(['broker', 'group-coordinator', 'transaction-coordinator', 'controller']);

/** Throws Error when the frame is no hello of a role that is known. */
function helloOf({ hello }: Frame): LinkHello {
  const role = hello?.role ?? '';
  if (!hello || !roles.has(role)) throw new Error('its first frame is no hello');
  return { role: role as LinkHello['role'], nodeId: hello.nodeId ?? 0, incarnationId: hello.incarnationId ?? '', clusterId: hello.clusterId ?? null };
}
