import { once } from 'node:events';
import { connect, type Socket } from 'node:net';

/** What came back for one request: a frame's content, or nothing because the server closed or said nothing in time. */
export type Reply = { readonly kind: 'frame'; readonly content: Buffer } | { readonly kind: 'closed' } | { readonly kind: 'silent' } | { readonly kind: 'refused' };

/** Larger answers are no answers to what this tool asks. */
const MAX_ANSWER_BYTES = 200 * 1024 * 1024;

/** One connection that is opened again whenever it was closed. One request at a time. */
export class FuzzConnection {
  readonly #host: string;
  readonly #port: number;
  #socket: Socket | undefined;
  #received: Buffer = Buffer.alloc(0);
  #wake: (() => void) | undefined;

  constructor(host: string, port: number) {
    this.#host = host;
    this.#port = port;
  }

  async #open(): Promise<boolean> {
    if (this.#socket !== undefined && !this.#socket.destroyed) return true;
    this.#received = Buffer.alloc(0);
    const socket = connect({ host: this.#host, port: this.#port, noDelay: true });
    const wake = (): void => this.#wake?.();
    socket.on('data', (chunk) => {
      if (socket !== this.#socket) return;
      this.#received = this.#received.length === 0 ? chunk : Buffer.concat([this.#received, chunk]);
      wake();
    });
    socket.on('error', wake);
    socket.on('close', wake);
    // The server may end its side first; there is nothing more to say then.
    socket.on('end', () => socket.destroy());
    this.#socket = socket;
    try {
      await once(socket, 'connect', { signal: AbortSignal.timeout(5000) });
      return true;
    } catch {
      this.drop();
      return false;
    }
  }

  /**
   * Sends `bytes` and waits for one frame. A connection without an answer is dropped: what comes later belongs to no
   * case. With `endsAfter` nothing more can follow `bytes`, and the server is told so.
   */
  async exchange(bytes: Uint8Array, timeoutMs: number, endsAfter = false): Promise<Reply> {
    if (!(await this.#open())) return { kind: 'refused' };
    const socket = this.#socket as Socket;
    if (endsAfter) socket.end(bytes);
    else socket.write(bytes);
    const deadline = performance.now() + timeoutMs;
    for (;;) {
      const frame = this.#takeFrame();
      if (frame !== undefined) return { kind: 'frame', content: frame };
      if (socket.destroyed) return { kind: 'closed' };
      const leftMs = deadline - performance.now();
      if (leftMs <= 0) {
        this.drop();
        return { kind: 'silent' };
      }
      await this.#changed(leftMs);
    }
  }

  #changed(timeoutMs: number): Promise<void> {
    return new Promise((resolve) => {
      const timer = setTimeout(resolve, timeoutMs);
      this.#wake = () => {
        clearTimeout(timer);
        resolve();
      };
    });
  }

  #takeFrame(): Buffer | undefined {
    const received = this.#received;
    if (received.length < 4) return undefined;
    const size = received.readInt32BE(0);
    if (size < 0 || size > MAX_ANSWER_BYTES) throw new Error(`the server answers with a frame of ${size} bytes`);
    if (received.length < 4 + size) return undefined;
    this.#received = received.subarray(4 + size);
    return received.subarray(4, 4 + size);
  }

  drop(): void {
    this.#socket?.destroy();
    this.#socket = undefined;
    this.#received = Buffer.alloc(0);
  }
}
