import type { Socket } from 'node:net';
import { createServer, type SecureContextOptions, type Server, type TLSSocket } from 'node:tls';
import { tlsFault } from '@ottla/model';

/** A client that connects and says nothing must not hold a place for long. */
const HANDSHAKE_TIMEOUT_MS = 10_000;

/** How connections of a listener with the protocol SSL are secured. */
export interface ListenerSecurity {
  /** What is in force now, as node:tls takes it. */
  readonly contextOptions: () => SecureContextOptions;
  /** ssl.client.auth: whether clients show a certificate of a CA that `contextOptions` names. */
  readonly clientAuth: 'none' | 'requested' | 'required';
  /** `listener` runs when `contextOptions` has become another. Connections that are open stay as they are. */
  onRenewed(listener: () => void): void;
}

/** Hears how a handshake ended: of one of the two, once. */
export interface HandshakeEnd {
  /** `principal` is the client's, by its certificate. */
  done(socket: TLSSocket, principal: string): void;
  /** There is no connection; `reason` undefined: the client just went away. */
  failed(reason: string | undefined): void;
}

/**
 * The TLS handshakes of a listener. Each ends: done, failed, given up after ten seconds, or cut.
 *
 * It is Node's TLS server, which binds nothing: sockets are handed to it, so that connections are limited and counted
 * before the first byte of their handshake.
 */
export class TlsHandshakes {
  readonly #server: Server;
  /** By the socket that was accepted. */
  readonly #underWay = new Map<Socket, HandshakeEnd>();

  constructor(security: ListenerSecurity) {
    const { contextOptions, clientAuth } = security;
    // The decision on a client's certificate is taken here: OpenSSL would end the connection without saying why.
    this.#server = createServer({ ...contextOptions(), requestCert: clientAuth !== 'none', rejectUnauthorized: false, handshakeTimeout: HANDSHAKE_TIMEOUT_MS });
    security.onRenewed(() => this.#server.setSecureContext(contextOptions()));
    this.#server.on('secureConnection', (socket) => {
      const failure = certificateFailure(socket, clientAuth);
      const end = this.#take(acceptedSocket(socket));
      if (failure === undefined && end !== undefined) {
        end.done(socket, principalOf(socket));
        return;
      }
      socket.destroy();
      end?.failed(failure);
    });
    this.#server.on('tlsClientError', (error: NodeJS.ErrnoException, socket) => {
      const end = this.#take(acceptedSocket(socket));
      socket.destroy();
      end?.failed(handshakeFailure(error));
    });
  }

  get count(): number {
    return this.#underWay.size;
  }

  /** Begins with a socket that nothing was read from. */
  begin(socket: Socket, end: HandshakeEnd): void {
    this.#underWay.set(socket, end);
    // The client went away, or the socket ended without Node's server saying so.
    socket.once('close', () => this.#take(socket)?.failed(undefined));
    this.#server.emit('connection', socket);
  }

  /** Ends all handshakes that are under way. */
  cut(): void {
    for (const socket of this.#underWay.keys()) socket.destroy();
  }

  #take(socket: Socket): HandshakeEnd | undefined {
    const end = this.#underWay.get(socket);
    this.#underWay.delete(socket);
    return end;
  }
}

/** Node hands out a socket of its own, over the accepted one; who is at its other end can no more be asked when that is gone. */
function acceptedSocket(socket: TLSSocket): Socket {
  return (socket as unknown as { readonly _parent: Socket })._parent;
}

function certificateFailure(socket: TLSSocket, clientAuth: ListenerSecurity['clientAuth']): string | undefined {
  if (clientAuth === 'none' || socket.authorized) return undefined;
  if (socket.getPeerX509Certificate() === undefined) return clientAuth === 'required' ? 'it showed no certificate, and ssl.client.auth is required' : undefined;
  return `its certificate is not believed (${String(socket.authorizationError)}): look at ssl.truststore.location`;
}

/** Undefined where nothing is wrong. */
function handshakeFailure({ code, message }: NodeJS.ErrnoException): string | undefined {
  switch (tlsFault(code)) {
    case 'went away':
      return undefined;
    case 'speaks plaintext':
      return `it speaks without TLS (${code}): set its security.protocol to SSL`;
    case 'distrusts':
      return `it did not believe the certificate of this broker (${code}): look at its truststore, and at the host that the certificate names`;
    case 'other':
      return `the TLS handshake failed (${code ?? message})`;
  }
}

/** Principal of whoever showed a certificate, as Kafka's default builder has it: the distinguished name in the form of RFC 2253. */
function principalOf(socket: TLSSocket): string {
  const subject = socket.authorized ? socket.getPeerX509Certificate()?.subject : undefined;
  // One attribute a line, the most general first; RFC 2253 wants it last.
  return subject === undefined ? 'User:ANONYMOUS' : `User:${subject.split('\n').reverse().join(',')}`;
}
