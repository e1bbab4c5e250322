import type { Server, Socket } from 'node:net';

/**
 * The descriptor of a plain TCP socket that has nothing queued, for calls that write to it past Node; -1 where there is
 * none, or where bytes written so would overtake others or miss encryption.
 */
export function plainDescriptor(socket: Socket): number {
  const { _handle: handle } = socket as unknown as { _handle?: { readonly fd?: number } | null };
  if (handle === null || handle === undefined || 'encrypted' in socket || socket.destroyed || socket.writableLength > 0) return -1;
  return handle.fd ?? -1;
}

/** The descriptor of a bound server's own socket; -1 where there is none. */
export function boundDescriptor(server: Server): number {
  const { _handle: handle } = server as unknown as { _handle?: { readonly fd?: number } | null };
  return handle?.fd ?? -1;
}
