import { Socket, type SocketConstructorOpts } from 'node:net';

/** Bytes that one read takes at most. */
const READ_BYTES = 128 * 1024;

interface StreamHandle {
  useUserBuffer?(buffer: Uint8Array): void;
}

/** Elsewhere a read and its callback follow each other at once, so one buffer serves all sockets; Windows hands buffers to the kernel before bytes are there. */
const sharedReadBuffer = process.platform === 'win32' ? undefined : Buffer.allocUnsafeSlow(READ_BYTES);

/**
 * A socket over an accepted one, which reads into the same memory over and over instead of making a Buffer for each
 * read. `take` gets the bytes, which are reused when it returns. The server must accept with `pauseOnConnect`, so that
 * nothing was read yet. Where Node lacks what this needs, the accepted socket itself is read in the ordinary way.
 */
export function adoptSocket(accepted: Socket, take: (bytes: Buffer) => void): Socket {
  const inner = accepted as unknown as { _handle: StreamHandle | null };
  const handle = inner._handle;
  if (handle === null || typeof handle.useUserBuffer !== 'function') {
    accepted.on('data', take);
    accepted.resume();
    return accepted;
  }
  // The handle changes owner; what is left of the accepted socket ends without closing it.
  inner._handle = null;
  accepted.destroy();
  const buffer = sharedReadBuffer ?? Buffer.allocUnsafeSlow(READ_BYTES);
  const options = {
    handle,
    onread: {
      buffer,
      callback: (count: number): boolean => {
        take(buffer.subarray(0, count));
        return true;
      },
    },
  };
  return new Socket(options as unknown as SocketConstructorOpts);
}
