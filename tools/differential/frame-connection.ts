import { once } from 'node:events';
import { connect, type Socket } from 'node:net';

/** What came of a request: a frame's content, the end of the connection, or nothing within the time. */
export type Reply = { readonly kind: 'frame'; readonly content: Buffer } | { readonly kind: 'closed' } | { readonly kind: 'silent' };

/** One connection whose frames are taken in the order in which they come, as bytes: nothing here knows a message. */
export class FrameConnection {
  readonly #socket: Socket;
  #received: Buffer[] = [];
  #receivedBytes = 0;
  #isClosed = false;
  #wake: (() => void) | undefined;

  static async open(host: string, port: number): Promise<FrameConnection> {
    const socket = connect({ host, port, noDelay: true });
    await once(socket, 'connect');
    return new FrameConnection(socket);
  }

  private constructor(socket: Socket) {
    this.#socket = socket;
    socket.on('data', (chunk) => {
      this.#received.push(chunk);
      this.#receivedBytes += chunk.length;
      this.#wake?.();
    });
    const ended = (): void => {
      this.#isClosed = true;
      this.#wake?.();
    };
    // A server may reset a connection that it refuses: the close that follows is what is told.
    socket.on('error', () => undefined);
    socket.on('end', ended);
    socket.on('close', ended);
  }

  get isClosed(): boolean {
    return this.#isClosed;
  }

  write(bytes: Uint8Array): void {
    this.#socket.write(bytes);
  }

  /** The next frame. One caller at a time. */
  async next(withinMs: number): Promise<Reply> {
    const deadline = performance.now() + withinMs;
    for (;;) {
      const content = this.#take();
      if (content !== undefined) return { kind: 'frame', content };
      if (this.#isClosed) return { kind: 'closed' };
      const leftMs = deadline - performance.now();
      if (leftMs <= 0) return { kind: 'silent' };
      await this.#changed(leftMs);
    }
  }

  #take(): Buffer | undefined {
    if (this.#receivedBytes < 4) return undefined;
    if (this.#received.length > 1) this.#received = [Buffer.concat(this.#received)];
    const bytes = this.#received[0] as Buffer;
    const end = 4 + bytes.readInt32BE(0);
    if (bytes.length < end) return undefined;
    this.#received = [bytes.subarray(end)];
    this.#receivedBytes = bytes.length - end;
    return bytes.subarray(4, end);
  }

  #changed(withinMs: number): Promise<void> {
    return new Promise((resolve) => {
      const timer = setTimeout(resolve, withinMs);
      this.#wake = () => {
        clearTimeout(timer);
        resolve();
      };
    });
  }

  close(): void {
    this.#socket.destroy();
  }
}
