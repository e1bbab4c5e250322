import { constants } from 'node:crypto';
import { once } from 'node:events';
import type { AddressInfo, Socket } from 'node:net';
import { createServer, type TLSSocket } from 'node:tls';
import { tlsFault } from '@ottla/model';
import type { PlaneSecurity } from './plane-security.ts';
import { strangerReason } from './stranger.ts';

/** A connection that says nothing must not hold a place for long. */
const HANDSHAKE_TIMEOUT_MS = 5_000;
const REFUSED = 'a process was refused at the plane end point';

/** What is bound for planes under mTLS. */
export interface TlsAcceptor {
  readonly port: number;
  /** Lets go of the port at once. */
  close(): void;
  /** Ends the connections that are left. */
  cut(): void;
}

export interface TlsAcceptorOptions {
  readonly host: string;
  readonly port: number;
  readonly security: PlaneSecurity;
  readonly maxConnections: number;
  /** Gets connections whose other end proved that it is of this cluster, and nothing else. */
  readonly accept: (connection: TLSSocket) => void;
}

/**
 * Stands before the plane's gRPC server: no byte of a stranger gets to it. The decision is taken here and not by
 * OpenSSL (rejectUnauthorized is off), which would end the connection without saying whose certificate it did not like.
 * Sessions are never resumed, so that each connection shows its certificate. Rejects with Error when the port cannot be
 * bound.
 */
export async function tlsAcceptor({ host, port, security, maxConnections, accept }: TlsAcceptorOptions): Promise<TlsAcceptor> {
  const { certificates, strangers } = security;
  if (certificates === undefined) throw new Error('TLS wants certificates');
  const open = new Set<Socket>();
  // A renewal makes a new context, which has to be told again.
  const contextOptions = () => ({ ...certificates.material, minVersion: 'TLSv1.2', secureOptions: constants.SSL_OP_NO_TICKET }) as const;
  const server = createServer({ ...contextOptions(), requestCert: true, rejectUnauthorized: false, ALPNProtocols: ['h2'], handshakeTimeout: HANDSHAKE_TIMEOUT_MS });
  server.maxConnections = maxConnections;
  certificates.onRenewed(() => server.setSecureContext(contextOptions()));
  server.on('connection', (socket) => {
    open.add(socket);
    socket.once('close', () => open.delete(socket));
  });
  server.on('secureConnection', (connection) => {
    connection.on('error', () => {});
    const reason = strangerReason({ certificate: connection.getPeerCertificate(), authorizationError: connection.authorized ? null : connection.authorizationError }, certificates.clusterId);
    if (reason === undefined) return accept(connection);
    strangers.tell(REFUSED, connection.remoteAddress ?? 'gone', reason);
    connection.destroy();
  });
  server.on('tlsClientError', (error: NodeJS.ErrnoException, connection) => {
    const reason = handshakeReason(error);
    if (reason !== undefined) strangers.tell(REFUSED, connection.remoteAddress ?? 'gone', reason);
    connection.destroy();
  });
  await once(server.listen(port, host), 'listening').catch((error: unknown) => {
    throw new Error(`${host}:${port} cannot be bound: ${error instanceof Error ? error.message : String(error)}`);
  });
  return {
    port: (server.address() as AddressInfo).port,
    close: () => void server.close(),
    cut: () => {
      for (const socket of open) socket.destroy();
    },
  };
}

/** Undefined where nothing is wrong. */
function handshakeReason({ code, message }: NodeJS.ErrnoException): string | undefined {
  switch (tlsFault(code)) {
    case 'went away':
      return undefined;
    case 'speaks plaintext':
      return `it speaks without TLS (${code}): give it ottla.plane.ssl.keystore.location and ottla.plane.ssl.truststore.location of this cluster`;
    case 'distrusts':
      return `it did not believe the certificate of this process (${code}): give both certificates of one CA`;
    case 'other':
      return `the TLS handshake failed (${code ?? message})`;
  }
}
