import { Socket, type SocketConstructorOpts } from 'node:net';

/** Bytes that one read takes at most. */
const READ_BYTES = 128 * 1024;

interface StreamHandle {
  useUserBuffer?(buffer: Uint8Array): void;
}

/** Elsewhere a read and its callback follow each other at once, so one buffer serves all sockets; Windows hands buffers to the kernel before bytes are there. */
const sharedReadBuffer = process.platform === 'win32' ? undefined : Buffer.allocUnsafeSlow(READ_BYTES);

/** Who takes what a socket receives. */
export interface SocketReader {
  /** Memory of the reader's own that the next read shall go to; undefined: memory that all sockets share. */
  room(): Buffer | undefined;
  /** Takes bytes of the shared memory, which are reused when it returns. */
  receive(bytes: Buffer): void;
  /** `count` bytes lie in the room now. */
  received(count: number): void;
}

/**
 * A socket over an accepted one, which reads into the same memory over and over, or where its reader wants the bytes,
 * instead of making a Buffer for each read. The server must accept with `pauseOnConnect`, so that nothing was read yet.
 * Where Node lacks what this needs, the accepted socket itself is read in the ordinary way.
 */
export function adoptSocket(accepted: Socket, reader: SocketReader): Socket {
  const inner = accepted as unknown as { _handle: StreamHandle | null };
  const handle = inner._handle;
  if (handle === null || typeof handle.useUserBuffer !== 'function') {
    accepted.on('data', (bytes: Buffer) => reader.receive(bytes));
    accepted.resume();
    return accepted;
  }
  // The handle changes owner; what is left of the accepted socket ends without closing it.
  inner._handle = null;
  accepted.destroy();
  const shared = sharedReadBuffer ?? Buffer.allocUnsafeSlow(READ_BYTES);
  const options = {
    handle,
    onread: {
      // Asked before the first read and after each one.
      buffer: (): Buffer => reader.room() ?? shared,
      callback: (count: number, buffer: Buffer): boolean => {
        if (buffer === shared) reader.receive(shared.subarray(0, count));
        else reader.received(count);
        return true;
      },
    },
  };
  return new Socket(options as unknown as SocketConstructorOpts);
}
